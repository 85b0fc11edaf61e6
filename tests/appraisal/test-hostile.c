/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs.h"
#include "random-cba.h"

#include <math.h>

/* CBAs with absurd numbers in them: they are told to be wrong, or every figure of them is a number. */

static gint64
absurd (gint64 usual)
{
  static const gint64 odd[] = {
    0,         1,          -1,          G_MAXINT64,         G_MININT64,          G_MININT64 + 1,
    1000,      1000000000, -1000000000, ACCORD_CBA_LARGEST, -ACCORD_CBA_LARGEST, ACCORD_CBA_LARGEST / 5,
    G_MAXINT32
  };

  return test_below (6) > 0 ? usual : odd[test_below (G_N_ELEMENTS (odd))];
}

static guint
absurd_count (guint usual)
{
  static const guint odd[] = { 0, 1, 2, 6, 7, 499, 500, 501, G_MAXINT32, G_MAXUINT - 1, G_MAXUINT };

  return test_below (12) > 0 ? usual : odd[test_below (G_N_ELEMENTS (odd))];
}

static int
absurd_year (int usual)
{
  static const int odd[] = { 0, -1, 1, G_MAXINT, G_MININT, G_MAXINT - 3, 2024 };

  return test_below (12) > 0 ? usual : odd[test_below (G_N_ELEMENTS (odd))];
}

static void
spoil_spread (AccordSpread *spread)
{
  spread->shape = (AccordSpreadShape) test_below (5);
  spread->low = absurd (spread->low / 2);
  spread->likely = absurd (spread->likely);
  spread->high = absurd (spread->high * 2);
  spread->group = absurd_count (spread->group);
}

static void
spoil_sheet (AccordBiasSheet *sheet)
{
  if (sheet == NULL)
    return;
  for (guint i = 0; i < sheet->works->len; i++)
    ((AccordBiasWork *) sheet->works->pdata[i])->share =
        absurd (((AccordBiasWork *) sheet->works->pdata[i])->share);
  for (guint i = 0; i < sheet->mitigations->len; i++)
    {
      AccordMitigation *done = sheet->mitigations->pdata[i];

      done->share = absurd (done->share);
      done->mitigated = absurd (done->mitigated);
      done->cost = absurd (done->cost);
    }
}

static void
spoil_cost (AccordCbaCost *cost)
{
  cost->organisation = absurd_count (cost->organisation);
  for (guint year = 0; year < cost->amounts->len; year++)
    if (test_below (10) == 0)
      g_array_index (cost->amounts, gint64, year) = absurd (g_array_index (cost->amounts, gint64, year));
  cost->price_year = absurd_year (cost->price_year);
  cost->series = absurd_count (cost->series);
  cost->grade = absurd_count (cost->grade);
  cost->bias = absurd (cost->bias);
  cost->mitigated = absurd (cost->mitigated);
  cost->schedule = absurd_count (cost->schedule);
  spoil_sheet (cost->sheet);
  if (test_below (4) == 0)
    spoil_spread (&cost->spread);
}

static void
spoil_outcome (AccordCbaOutcome *outcome)
{
  outcome->need = absurd (outcome->need);
  outcome->engagement = absurd (outcome->engagement);
  outcome->impact = absurd (outcome->impact);
  outcome->deadweight = absurd (outcome->deadweight);
  outcome->unit_value = absurd (outcome->unit_value);
  outcome->price_year = absurd_year (outcome->price_year);
  outcome->series = absurd_count (outcome->series);
  outcome->attribution = absurd (outcome->attribution);
  outcome->lag_years = absurd_count (outcome->lag_years);
  outcome->drop_off = absurd (outcome->drop_off);
  outcome->lasts = absurd_count (outcome->lasts);
  outcome->grade = absurd_count (outcome->grade);
  outcome->cashable = absurd (outcome->cashable);
  outcome->schedule = absurd_count (outcome->schedule);
  for (guint i = 0; outcome->phasing != NULL && i < outcome->phasing->len; i++)
    g_array_index (outcome->phasing, AccordDecimal, i) =
        absurd (g_array_index (outcome->phasing, AccordDecimal, i));
  for (guint i = 0; i < outcome->gains->len; i++)
    {
      AccordCbaGain *gain = &g_array_index (outcome->gains, AccordCbaGain, i);

      gain->share = absurd (gain->share);
      gain->organisation = absurd_count (gain->organisation);
    }
}

static void
spoil_tables (AccordCba *cba)
{
  cba->base_year = absurd_year (cba->base_year);
  cba->price_year = absurd_year (cba->price_year);
  cba->horizon = absurd_count (cba->horizon);
  for (guint i = 0; i < cba->schedules->len; i++)
    {
      GArray *bands = ((AccordSchedule *) cba->schedules->pdata[i])->bands;

      for (guint b = 0; b < bands->len && test_below (4) == 0; b++)
        g_array_index (bands, AccordBand, b) =
            (AccordBand){ absurd_count (g_array_index (bands, AccordBand, b).first),
                          test_below (2) == 0 ? -(AccordDecimal) test_below (100) * PERCENT
                                              : absurd (g_array_index (bands, AccordBand, b).rate) };
    }
  for (guint i = 0; i < cba->grades->corrections->len && test_below (4) == 0; i++)
    g_array_index (cba->grades->corrections, AccordDecimal, i) = absurd (PERCENT);
  if (test_below (20) == 0)
    g_clear_pointer (&cba->grades, accord_grade_table_free);
  for (guint i = 0; i < cba->bias->types->len && test_below (4) == 0; i++)
    ((AccordBiasType *) cba->bias->types->pdata[i])->capital_upper = absurd (PERCENT);
  if (test_below (20) == 0)
    g_clear_pointer (&cba->bias, accord_bias_table_free);
  if (test_below (8) == 0)
    accord_price_series_add (cba->series->pdata[0], 2020 + (int) test_below (10), absurd (PERCENT));
}

static void
spoil (AccordCba *cba)
{
  if (test_below (3) == 0)
    spoil_tables (cba);
  for (guint i = 0; i < cba->options->len; i++)
    {
      AccordCbaOption *option = cba->options->pdata[i];

      for (guint line = 0; line < option->costs->len; line++)
        if (test_below (6) == 0)
          spoil_cost (option->costs->pdata[line]);
      for (guint line = 0; line < option->outcomes->len; line++)
        if (test_below (6) == 0)
          spoil_outcome (option->outcomes->pdata[line]);
      if (test_below (10) == 0)
        option->comparator = ACCORD_COMPARATOR_DO_NOTHING;
    }
}

static void
assert_finite (const double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_true (isfinite (values[i]) && fabs (values[i]) <= 1.0001 * (double) ACCORD_CBA_LARGEST);
}

static void
assert_years_finite (const AccordCbaYears *years, guint horizon)
{
  assert_finite (years->cost, horizon);
  assert_finite (years->benefit, horizon);
  assert_finite (years->cashable, horizon);
  assert_finite (years->present_cost, horizon);
  assert_finite (years->present_benefit, horizon);
  assert_finite (years->present_cashable, horizon);
  assert_finite (years->cumulative, horizon);
  assert_finite (years->present_cumulative, horizon);
}

static void
assert_value_said (AccordCbaValue value)
{
  g_assert_true (isfinite (value.value));
  g_assert_true (value.defined == ACCORD_DEFINED || value.value == 0);
}

static void
assert_sums_finite (const AccordCbaSums *sums, guint horizon)
{
  const double figures[] = { sums->pvc,          sums->pvb, sums->npsv, sums->npc, sums->present_cashable,
                             sums->budget_impact };

  assert_finite (figures, G_N_ELEMENTS (figures));
  g_assert_true (isfinite (sums->eac));
  assert_finite (sums->by_class, 3);
  assert_finite (sums->by_kind, 3);
  assert_value_said (sums->bcr);
  assert_value_said (sums->roi);
  assert_value_said (sums->payback);
  assert_value_said (sums->discounted_payback);
  assert_years_finite (&sums->years, horizon);
  for (guint i = 0; i < sums->positions->len; i++)
    {
      const AccordCbaPosition *position = &g_array_index (sums->positions, AccordCbaPosition, i);

      assert_years_finite (&position->years, horizon);
      assert_finite (&position->present_cost, 5);
      assert_value_said (position->payback);
      g_assert_cmpuint (position->deepest, <, horizon);
      g_assert_cmpfloat (position->deepest_net, <=, 0);
      g_assert_cmpfloat (position->cash_deepest_net, <=, 0);
    }
}

/* Returns whether it was sound after all. */
static gboolean
assert_told_or_finite (const AccordCba *cba)
{
  g_autoptr (GArray) faults = accord_cba_check (cba);
  g_autoptr (AccordCbaRun) run = accord_cba_run_new (cba, NULL);

  g_assert_cmpint (run == NULL, ==, faults->len > 0);
  for (guint i = 0; i < faults->len; i++)
    g_assert_true (isfinite (g_array_index (faults, AccordCbaFault, i).value));
  for (guint i = 0; run != NULL && i < cba->options->len; i++)
    {
      g_autoptr (AccordCbaResult) result = accord_cba_run_evaluate (run, i);

      assert_sums_finite (&result->own, cba->horizon);
      assert_sums_finite (&result->net, cba->horizon);
    }
  return run != NULL;
}

static void
test_spoilt (void)
{
  const guint models = g_test_thorough () ? 100000 : 3000;
  guint sound = 0;

  for (guint model = 0; model < models; model++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (model % 50 == 0 ? ACCORD_CBA_MOST_YEARS : 20);

      spoil (cba);
      sound += assert_told_or_finite (cba);
    }
  g_test_message ("%u of %u were sound all the same", sound, models);
  g_assert_cmpuint (sound, >, models / 20);
  g_assert_cmpuint (sound, <, models - models / 20);
}

/* What-ifs of any kind and any number, one after the other. */
static void
test_tried (void)
{
  for (guint model = 0; model < 300; model++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (20);

      for (guint i = 0; i < 40; i++)
        {
          const AccordCbaInput input = { test_below (5) == 0 ? ACCORD_CBA_NONE : test_below (5),
                                         test_below (2) == 0,
                                         test_below (3) == 0 ? ACCORD_CBA_NONE : test_below (12),
                                         (AccordCbaField) test_below (ACCORD_CBA_N_FIELDS + 2) };
          double least, greatest;

          accord_cba_input_range (&input, &least, &greatest);
          accord_cba_input_set (cba, &input,
                                test_below (4) == 0 ? (double) absurd (1)
                                                    : g_test_rand_double_range (least, greatest));
        }
      assert_told_or_finite (cba);
    }
}

static void
test_flows (void)
{
  for (guint model = 0; model < 500; model++)
    {
      gint64 flows[30];
      g_autoptr (AccordSchedule) schedule = test_standard_schedule ();
      AccordCbaResult *result;

      for (gsize i = 0; i < G_N_ELEMENTS (flows); i++)
        flows[i] = absurd (g_test_rand_int_range (-1000000, 1000000));
      g_array_index (schedule->bands, AccordBand, 0).rate = absurd (PERCENT);
      result = accord_cba_evaluate_flows (flows, 1 + test_below (G_N_ELEMENTS (flows)), schedule);
      if (result != NULL)
        assert_sums_finite (&result->net, result->horizon);
      accord_cba_result_free (result);
    }
}

/* An empty CBA and an option without lines come to nothing, and say so. */
static void
test_empty (void)
{
  g_autoptr (AccordCba) cba = test_cba (1);

  g_assert_true (assert_told_or_finite (cba));
  g_assert_null (accord_cba_evaluate (cba, 0, NULL));
  accord_cba_add_option (cba, NULL, NULL);
  g_assert_true (assert_told_or_finite (cba));
  accord_cba_add_organisation (cba, NULL, NULL);
  accord_cba_add_organisation (cba, NULL, NULL);
  g_assert_true (assert_told_or_finite (cba));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/hostile/spoilt", test_spoilt);
  g_test_add_func ("/appraisal/hostile/tried", test_tried);
  g_test_add_func ("/appraisal/hostile/flows", test_flows);
  g_test_add_func ("/appraisal/hostile/empty", test_empty);
  return g_test_run ();
}
