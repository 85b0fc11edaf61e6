/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-cba.h"
#include "random-cba.h"

#define MODELS 300

/* What holds for every CBA, tried on many that chance made. */

/* As plain and slow as can be. */
static void
test_plain (void)
{
  for (guint model = 0; model < MODELS; model++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (model % 20 == 0 ? 120 : 25);
      const guint index = test_below (cba->options->len);
      const AccordCbaOption *option = g_ptr_array_index (cba->options, index);
      g_autoptr (AccordCbaResult) result = test_evaluate (cba, index);
      double pvc = 0, pvb = 0;

      for (guint year = 0; year < cba->horizon; year++)
        {
          double costs = 0, benefits = 0, cash = 0;

          test_assert_near (result->factors[year], test_plain_factor (cba, ACCORD_CBA_NONE, year));
          for (guint i = 0; i < option->costs->len; i++)
            {
              const AccordCbaCost *cost = g_ptr_array_index (option->costs, i);
              const double pence = test_plain_cost (cba, cost, year);

              costs += pence;
              pvc += pence * test_plain_factor (cba, cost->schedule, year);
              test_assert_near (g_array_index (result->lines, AccordCbaLineSum, i).years[year], pence);
            }
          for (guint i = 0; i < option->outcomes->len; i++)
            {
              const AccordCbaOutcome *outcome = g_ptr_array_index (option->outcomes, i);
              const double pence = test_plain_outcome (cba, outcome, year);

              benefits += pence;
              cash += pence * accord_decimal_to_double (outcome->cashable);
              pvb += pence * test_plain_factor (cba, outcome->schedule, year);
            }
          test_assert_near (result->own.years.cost[year], costs);
          test_assert_near (result->own.years.benefit[year], benefits);
          test_assert_near (result->own.years.cashable[year], cash);
        }
      test_assert_near (result->own.pvc, pvc);
      test_assert_near (result->own.pvb, pvb);
      test_assert_near (result->own.npsv, pvb - pvc);
    }
}

static void
assert_same_value (AccordCbaValue a, AccordCbaValue b)
{
  g_assert_cmpint (a.defined, ==, b.defined);
  g_assert_true (a.value == b.value);
}

static void
assert_same_bits (const double *a, const double *b, guint n)
{
  g_assert_cmpmem (a, n * sizeof *a, b, n * sizeof *b);
}

static void
assert_same_years (const AccordCbaYears *a, const AccordCbaYears *b, guint horizon)
{
  assert_same_bits (a->cost, b->cost, horizon);
  assert_same_bits (a->benefit, b->benefit, horizon);
  assert_same_bits (a->cashable, b->cashable, horizon);
  assert_same_bits (a->present_cost, b->present_cost, horizon);
  assert_same_bits (a->present_benefit, b->present_benefit, horizon);
  assert_same_bits (a->present_cashable, b->present_cashable, horizon);
  assert_same_bits (a->cumulative, b->cumulative, horizon);
  assert_same_bits (a->present_cumulative, b->present_cumulative, horizon);
}

static void
assert_same_position (const AccordCbaPosition *a, const AccordCbaPosition *b, guint horizon)
{
  assert_same_years (&a->years, &b->years, horizon);
  assert_same_bits (&a->present_cost, &b->present_cost, 5);
  g_assert_cmpuint (a->deepest, ==, b->deepest);
  g_assert_true (a->deepest_net == b->deepest_net);
  g_assert_cmpuint (a->cash_deepest, ==, b->cash_deepest);
  g_assert_true (a->cash_deepest_net == b->cash_deepest_net);
  assert_same_value (a->payback, b->payback);
}

static void
assert_same_sums (const AccordCbaSums *a, const AccordCbaSums *b, const guint *organisations, guint horizon)
{
  assert_same_bits (&a->pvc, &b->pvc, 3);
  assert_same_value (a->bcr, b->bcr);
  g_assert_cmpint (a->band, ==, b->band);
  assert_same_bits (&a->npc, &b->npc, 2);
  assert_same_value (a->payback, b->payback);
  assert_same_value (a->discounted_payback, b->discounted_payback);
  g_assert_true (a->present_cashable == b->present_cashable);
  assert_same_value (a->roi, b->roi);
  g_assert_true (a->budget_impact == b->budget_impact);
  assert_same_bits (a->by_class, b->by_class, 3 + 3 + 3 + 2 + 2 + 2);
  assert_same_years (&a->years, &b->years, horizon);
  g_assert_cmpuint (a->positions->len, ==, b->positions->len);
  for (guint i = 0; i < a->positions->len; i++)
    {
      const AccordCbaPosition *position = &g_array_index (a->positions, AccordCbaPosition, i);
      const guint other = position->organisation == ACCORD_CBA_NONE ? i : organisations[i];

      assert_same_position (position, &g_array_index (b->positions, AccordCbaPosition, other), horizon);
    }
}

/* In whatever order lines, gains and organisations stand: the same, to the last bit. */
static void
test_order (void)
{
  for (guint model = 0; model < MODELS; model++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (25);
      guint organisations[8];
      g_autoptr (AccordCba) shuffled = test_shuffle (cba, organisations);

      for (guint i = 0; i < cba->options->len; i++)
        {
          g_autoptr (AccordCbaResult) a = test_evaluate (cba, i), b = test_evaluate (shuffled, i);

          assert_same_sums (&a->own, &b->own, organisations, cba->horizon);
          assert_same_sums (&a->net, &b->net, organisations, cba->horizon);
        }
    }
}

/* Lines of which many are alike in all but who gains, how much of it is cash, or when. */
static AccordCba *
alike_lines (void)
{
  static const int shares[] = { 33, 57, 81 };
  AccordCba *cba = test_cba (7);
  AccordCbaOption *option = accord_cba_add_option (cba, "o", "Option");

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("Organisation %u", i);

      accord_cba_add_organisation (cba, name, name);
    }
  for (guint i = 0; i < 60; i++)
    {
      AccordCbaOutcome *outcome = accord_cba_option_add_outcome (option, NULL, "Outcome");
      const AccordDecimal share = shares[test_below (3)] * PERCENT + 1;

      outcome->need = ACCORD_DECIMAL_ONE;
      outcome->impact = 333333333;
      outcome->drop_off = 7 * PERCENT;
      outcome->unit_value = 1000001 + 600007 * test_below (3);
      outcome->cashable = shares[test_below (3)] * PERCENT;
      accord_cba_outcome_add_gain (outcome, test_below (2), share);
      accord_cba_outcome_add_gain (outcome, 2 + test_below (2), ACCORD_DECIMAL_ONE - share);
    }
  return cba;
}

static void
test_order_of_alike (void)
{
  for (guint model = 0; model < MODELS; model++)
    {
      g_autoptr (AccordCba) cba = alike_lines ();
      guint organisations[8];
      g_autoptr (AccordCba) shuffled = test_shuffle (cba, organisations);
      g_autoptr (AccordCbaResult) a = test_evaluate (cba, 0), b = test_evaluate (shuffled, 0);

      assert_same_sums (&a->own, &b->own, organisations, cba->horizon);
    }
}

static void
multiply (AccordCba *cba, guint times)
{
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = g_ptr_array_index (cba->options, i);

      for (guint line = 0; line < option->costs->len; line++)
        {
          AccordCbaCost *cost = g_ptr_array_index (option->costs, line);

          for (guint year = 0; year < cost->amounts->len; year++)
            g_array_index (cost->amounts, gint64, year) *= times;
          for (guint m = 0; cost->sheet != NULL && m < cost->sheet->mitigations->len; m++)
            ((AccordMitigation *) g_ptr_array_index (cost->sheet->mitigations, m))->cost *= times;
        }
      for (guint line = 0; line < option->outcomes->len; line++)
        ((AccordCbaOutcome *) g_ptr_array_index (option->outcomes, line))->unit_value *= times;
    }
}

static void
test_doubling (void)
{
  for (guint model = 0; model < MODELS; model++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (25);
      g_autoptr (AccordCba) doubled = accord_cba_copy (cba);

      multiply (doubled, 2);
      for (guint i = 0; i < cba->options->len; i++)
        {
          g_autoptr (AccordCbaResult) a = test_evaluate (cba, i), b = test_evaluate (doubled, i);

          g_assert_true (b->net.pvc == 2 * a->net.pvc && b->net.pvb == 2 * a->net.pvb);
          assert_same_value (a->net.bcr, b->net.bcr);
          g_assert_cmpint (a->net.band, ==, b->net.band);
        }
    }
}

/* Without a rate present values are plain sums. */
static void
test_undiscounted (void)
{
  for (guint model = 0; model < MODELS; model++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (25);
      g_autoptr (AccordCbaResult) result = NULL;
      double costs = 0, benefits = 0;

      g_ptr_array_set_size (cba->schedules, 0);
      for (guint i = 0; i < 2; i++)
        {
          AccordSchedule *none = accord_schedule_new ("none", NULL, NULL);

          accord_schedule_add (none, 1, 0);
          g_ptr_array_add (cba->schedules, none);
        }
      result = test_evaluate (cba, 0);
      for (guint i = 0; i < result->lines->len; i++)
        {
          const AccordCbaLineSum *line = &g_array_index (result->lines, AccordCbaLineSum, i);

          g_assert_true (line->total == line->present);
          *(line->is_outcome ? &benefits : &costs) += line->total;
        }
      test_assert_near (result->own.pvc, costs);
      test_assert_near (result->own.pvb, benefits);
      test_assert_near (result->own.eac * cba->horizon, costs);
      assert_same_bits (result->own.years.cumulative, result->own.years.present_cumulative, cba->horizon);
      assert_same_value (result->own.payback, result->own.discounted_payback);
    }
}

static const AccordCbaPosition *
position_or_nothing (const AccordCbaSums *sums, guint i)
{
  static const AccordCbaPosition nothing;

  return i < sums->positions->len ? &g_array_index (sums->positions, AccordCbaPosition, i) : &nothing;
}

static void
test_comparator (void)
{
  for (guint model = 0; model < MODELS; model++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (25);
      const guint comparator = accord_cba_find_comparator (cba);
      const guint option = test_below (cba->options->len);
      g_autoptr (AccordCbaResult) result = test_evaluate (cba, option), other = NULL;

      if (comparator == ACCORD_CBA_NONE || comparator == option)
        {
          guint same[] = { 0, 1, 2, 3, 4, 5, 6, 7 };

          g_assert_cmpuint (result->comparator, ==, ACCORD_CBA_NONE);
          assert_same_sums (&result->own, &result->net, same, cba->horizon);
          continue;
        }
      other = test_evaluate (cba, comparator);
      g_assert_cmpuint (result->comparator, ==, comparator);
      test_assert_near (result->own.npsv - other->own.npsv, result->net.npsv);
      test_assert_near (result->own.pvc - other->own.pvc, result->net.npc);
      test_assert_near (result->own.eac - other->own.eac, result->net.eac);
      for (guint i = 0; i < result->net.positions->len; i++)
        test_assert_near (position_or_nothing (&result->own, i)->present_net
                              - position_or_nothing (&other->own, i)->present_net,
                          position_or_nothing (&result->net, i)->present_net);
      for (guint year = 0; year < cba->horizon; year++)
        test_assert_near (result->own.years.cumulative[year] - other->own.years.cumulative[year],
                          result->net.years.cumulative[year]);
    }
}

/* What is three times as much adds twice its present value more. */
static void
test_linear (void)
{
  for (guint model = 0; model < MODELS; model++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (25);
      AccordCbaOption *option = g_ptr_array_index (cba->options, 0);
      g_autoptr (AccordCbaResult) before = test_evaluate (cba, 0), after = NULL;
      double more = 0;

      for (guint i = 0; i < option->outcomes->len; i += 2)
        {
          ((AccordCbaOutcome *) g_ptr_array_index (option->outcomes, i))->unit_value *= 3;
          more += 2 * g_array_index (before->lines, AccordCbaLineSum, option->costs->len + i).present;
        }
      after = test_evaluate (cba, 0);
      test_assert_near (before->own.npsv + more, after->own.npsv);
    }
}

/* What only asks for NPSV gets the same bits. */
static void
test_npsv (void)
{
  for (guint model = 0; model < MODELS; model++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (25);
      g_autoptr (AccordCbaRun) run = accord_cba_run_new (cba, NULL);

      for (guint i = 0; i < cba->options->len; i++)
        {
          g_autoptr (AccordCbaResult) result = accord_cba_run_evaluate (run, i);
          double npsv;

          g_assert_true (accord_cba_run_npsv (run, i, &npsv));
          assert_same_bits (&npsv, &result->net.npsv, 1);
        }
      g_assert_null (accord_cba_run_evaluate (run, cba->options->len));
    }
}

static gpointer
evaluate_in_thread (gpointer data)
{
  return accord_cba_run_evaluate (data, 0);
}

static void
test_threads (void)
{
  guint same[] = { 0, 1, 2, 3, 4, 5, 6, 7 };

  for (guint model = 0; model < 50; model++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (60);
      AccordCbaRun *run = accord_cba_run_new (cba, NULL);
      GThread *threads[4];
      AccordCbaResult *results[4];

      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("evaluate", evaluate_in_thread, run);
      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        results[i] = g_thread_join (threads[i]);
      accord_cba_run_free (run);
      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        assert_same_sums (&results[i]->net, &results[0]->net, same, cba->horizon);
      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        accord_cba_result_free (results[i]);
    }
}

/* A penny a year for five hundred years. */
static void
test_long_horizon (void)
{
  g_autoptr (AccordCba) cba = test_cba (ACCORD_CBA_MOST_YEARS);
  AccordCbaOption *option = accord_cba_add_option (cba, "o", "Option");
  AccordCbaOutcome *outcome = accord_cba_option_add_outcome (option, "b", "Outcome");
  AccordCbaCost *cost = accord_cba_option_add_cost (option, "c", "Cost");
  g_autoptr (AccordCbaResult) result = NULL;
  double factors = 0;

  outcome->need = ACCORD_DECIMAL_ONE;
  outcome->unit_value = 1;
  accord_cba_cost_set_amount (cost, ACCORD_CBA_MOST_YEARS - 1, 400);
  for (guint year = 0; year < ACCORD_CBA_MOST_YEARS; year++)
    factors += test_plain_factor (cba, ACCORD_CBA_NONE, year);
  result = test_evaluate (cba, 0);
  test_assert_near (result->own.pvb, factors);
  g_assert_cmpfloat (result->own.years.cumulative[498], ==, 499);
  g_assert_cmpint (result->own.payback.defined, ==, ACCORD_UNDEFINED_NOTHING_PAID);
  g_assert_cmpint (accord_cba_pence (result->own.years.cumulative[499]), ==, 100);
}

static void
assert_same_words (const AccordCba *a, const AccordCba *b)
{
  g_assert_cmpstr (a->title, ==, b->title);
  for (guint i = 0; i < a->options->len; i++)
    {
      const AccordCbaOption *one = g_ptr_array_index (a->options, i),
                            *other = g_ptr_array_index (b->options, i);

      g_assert_cmpint (one->preferred, ==, other->preferred);
      for (guint line = 0; line < one->costs->len; line++)
        {
          const AccordCbaCost *cost = g_ptr_array_index (one->costs, line);
          const AccordCbaCost *copied = g_ptr_array_index (other->costs, line);

          g_assert_cmpstr (cost->uid, ==, copied->uid);
          g_assert_cmpstr (cost->source, ==, copied->source);
          g_assert_cmpmem (&cost->spread, sizeof cost->spread, &copied->spread, sizeof copied->spread);
        }
      for (guint line = 0; line < one->outcomes->len; line++)
        g_assert_cmpstr (((AccordCbaOutcome *) g_ptr_array_index (one->outcomes, line))->source, ==,
                         ((AccordCbaOutcome *) g_ptr_array_index (other->outcomes, line))->source);
    }
}

/* A copy shares nothing, and comes to the same. */
static void
test_copy (void)
{
  guint same[] = { 0, 1, 2, 3, 4, 5, 6, 7 };

  for (guint model = 0; model < MODELS; model++)
    {
      AccordCba *cba = test_random_cba (25);
      g_autoptr (AccordCba) copy = accord_cba_copy (cba);
      g_autoptr (AccordCbaResult) a = test_evaluate (cba, 0), b = NULL;

      assert_same_words (cba, copy);
      accord_cba_free (cba);
      b = test_evaluate (copy, 0);
      assert_same_sums (&a->net, &b->net, same, copy->horizon);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/properties/plain", test_plain);
  g_test_add_func ("/appraisal/properties/order", test_order);
  g_test_add_func ("/appraisal/properties/order-of-alike", test_order_of_alike);
  g_test_add_func ("/appraisal/properties/doubling", test_doubling);
  g_test_add_func ("/appraisal/properties/undiscounted", test_undiscounted);
  g_test_add_func ("/appraisal/properties/comparator", test_comparator);
  g_test_add_func ("/appraisal/properties/linear", test_linear);
  g_test_add_func ("/appraisal/properties/npsv", test_npsv);
  g_test_add_func ("/appraisal/properties/threads", test_threads);
  g_test_add_func ("/appraisal/properties/long-horizon", test_long_horizon);
  g_test_add_func ("/appraisal/properties/copy", test_copy);
  return g_test_run ();
}
