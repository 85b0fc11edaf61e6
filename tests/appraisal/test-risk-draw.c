/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-cba.h"
#include "risk-model.h"

#include <math.h>

#define PI 3.14159265358979323846

static const AccordDrawMethod methods[] = { ACCORD_DRAW_SOBOL, ACCORD_DRAW_LATIN_HYPERCUBE,
                                            ACCORD_DRAW_RANDOM };

static AccordDecimal
decimal (double value)
{
  AccordDecimal exact = 0;

  g_assert_true (accord_decimal_from_double (value, &exact));
  return exact;
}

static AccordSpread
spread_of (AccordSpreadShape shape, double low, double likely, double high)
{
  return (AccordSpread){ shape, decimal (low), decimal (likely), decimal (high), ACCORD_CBA_NONE, FALSE };
}

static AccordSpread
random_spread (guint n_groups)
{
  const AccordSpreadShape shape = (AccordSpreadShape) test_below (5);
  const double low = 0.5 + test_below (50) / 100.0, likely = low + test_below (30) / 100.0;
  AccordSpread spread = spread_of (shape, low, likely, likely + (1 + test_below (50)) / 100.0);

  if (shape == ACCORD_SPREAD_NORMAL)
    spread.high = decimal (test_below (40) / 100.0);
  spread.group = test_below (3) == 0 ? ACCORD_CBA_NONE : test_below (n_groups);
  spread.against = test_below (4) == 0;
  return spread;
}

/* A CBA by chance in which any line may be uncertain. */
static AccordCba *
random_uncertain (void)
{
  static const double correlations[] = { 0, 0.3, 0.8, 1 };
  AccordCba *cba = test_random_cba (20);

  for (guint i = 0; i < G_N_ELEMENTS (correlations); i++)
    accord_cba_add_group (cba, "Group", decimal (correlations[i]));
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = g_ptr_array_index (cba->options, i);

      for (guint k = 0; k < option->costs->len; k++)
        ((AccordCbaCost *) option->costs->pdata[k])->spread = random_spread (cba->groups->len);
      for (guint k = 0; k < option->outcomes->len; k++)
        ((AccordCbaOutcome *) option->outcomes->pdata[k])->spread = random_spread (cba->groups->len);
    }
  return cba;
}

/* Costs of 100,000 pence in year 0, each of an organisation of its own. */
static AccordCba *
plain_costs (guint n)
{
  AccordCba *cba = test_cba (3);
  AccordCbaOption *option = accord_cba_add_option (cba, "o", "Option");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uid = g_strdup_printf ("cost-%u", i);
      const guint organisation = accord_cba_add_organisation (cba, uid, uid);
      AccordCbaCost *cost = accord_cba_option_add_cost (option, uid, "Cost");

      cost->organisation = organisation;
      accord_cba_cost_set_amount (cost, 0, 100000);
    }
  return cba;
}

static AccordCbaCost *
cost_of (const AccordCba *cba, guint option, guint i)
{
  return g_ptr_array_index (((AccordCbaOption *) g_ptr_array_index (cba->options, option))->costs, i);
}

static AccordChance *
draw (const AccordCba *cba, AccordDrawMethod method, guint n, guint n_threads)
{
  return accord_cba_draw (cba, 0, method, n, 20261122, n_threads, NULL, NULL);
}

static void
assert_near (double value, double expected, double within)
{
  if (!(fabs (value - expected) <= within))
    g_error ("%.10g is not within %g of %.10g", value, within, expected);
}

/* A model's base, with what a line is worth added, is what the whole engine says when the line is doubled. */
static void
test_linear (void)
{
  for (guint t = 0; t < 100; t++)
    {
      g_autoptr (AccordCba) cba = random_uncertain ();
      const guint option = test_below (cba->options->len);
      g_autoptr (AccordRiskModel) model = accord_risk_model_new (cba, option);

      g_assert_nonnull (model);
      for (guint i = 0; i < model->lines->len; i++)
        {
          const AccordRiskLine *line = &g_array_index (model->lines, AccordRiskLine, i);
          const AccordScenarioChange change = { { line->option, line->is_outcome, line->line,
                                                  line->is_outcome ? ACCORD_CBA_FIELD_NEED
                                                                   : ACCORD_CBA_FIELD_AMOUNT },
                                                TRUE,
                                                2 };
          g_autoptr (AccordCba) doubled = accord_cba_apply (cba, &change, 1);
          g_autoptr (AccordCbaResult) result = accord_cba_evaluate (doubled, option, NULL);
          g_autofree double *figures = g_memdup2 (model->base, model->n_figures * sizeof (double));

          for (guint k = 0; k < line->n_terms; k++)
            {
              const AccordRiskTerm *term =
                  &g_array_index (model->terms, AccordRiskTerm, line->first_term + k);

              figures[term->figure] += term->worth;
            }
          assert_near (figures[0], result->net.npsv, 1e-9 * (1e6 + fabs (figures[0]) + fabs (line->worth)));
          for (guint k = 1; k < model->n_figures; k++)
            assert_near (figures[k],
                         g_array_index (result->net.positions, AccordCbaPosition, k - 1).present_net,
                         1e-9 * (1e6 + fabs (figures[k]) + fabs (line->worth)));
        }
    }
}

static void
assert_same (const AccordChance *a, const AccordChance *b)
{
  g_assert_cmpmem (a->npsv, a->n_draws * sizeof (double), b->npsv, b->n_draws * sizeof (double));
  g_assert_cmpmem (a->partner_p10, a->n_partners * sizeof (double), b->partner_p10,
                   b->n_partners * sizeof (double));
  g_assert_cmpmem (a->partner_p90, a->n_partners * sizeof (double), b->partner_p90,
                   b->n_partners * sizeof (double));
  g_assert_cmpmem (a->partner_positive, a->n_partners * sizeof (double), b->partner_positive,
                   b->n_partners * sizeof (double));
  g_assert_cmpfloat (a->mean, ==, b->mean);
  g_assert_cmpfloat (a->deviation, ==, b->deviation);
  g_assert_cmpuint (a->contributions->len, ==, b->contributions->len);
}

static void
test_threads (void)
{
  static const guint threads[] = { 2, 3, 8, 0 };

  for (guint t = 0; t < 20; t++)
    {
      g_autoptr (AccordCba) cba = random_uncertain ();
      const AccordDrawMethod method = methods[t % G_N_ELEMENTS (methods)];
      const guint n = 1 + test_below (3000);
      g_autoptr (AccordChance) alone = draw (cba, method, n, 1);

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          g_autoptr (AccordChance) together = draw (cba, method, n, threads[i]);

          assert_same (alone, together);
        }
    }
}

/* Lines and organisations in another order: the same draws, to the last bit. */
static void
test_order (void)
{
  for (guint t = 0; t < 60; t++)
    {
      g_autoptr (AccordCba) cba = random_uncertain ();
      guint organisations[16];
      g_autoptr (AccordCba) other = test_shuffle (cba, organisations);
      g_autoptr (AccordChance) one = draw (cba, methods[t % 3], 1000, 2);
      g_autoptr (AccordChance) two = draw (other, methods[t % 3], 1000, 2);

      g_assert_cmpmem (one->npsv, 8000, two->npsv, 8000);
      for (guint i = 0; i < cba->organisations->len; i++)
        {
          g_assert_cmpfloat (one->partner_p10[i], ==, two->partner_p10[organisations[i]]);
          g_assert_cmpfloat (one->partner_p50[i], ==, two->partner_p50[organisations[i]]);
          g_assert_cmpfloat (one->partner_positive[i], ==, two->partner_positive[organisations[i]]);
        }
    }
}

/* The spread of the draws is what the curves, worths and correlations say it is. */
static void
test_moments (void)
{
  for (guint t = 0; t < 40; t++)
    {
      g_autoptr (AccordCba) cba = random_uncertain ();
      g_autoptr (AccordRiskModel) model = accord_risk_model_new (cba, 0);
      g_autoptr (AccordChance) chance = draw (cba, methods[t % 2], 32768, 0);
      g_autoptr (GArray) contributions = NULL;
      double variance, mean = model->base[0], shares = 0;

      for (guint i = 0; i < model->lines->len; i++)
        {
          const AccordRiskLine *line = &g_array_index (model->lines, AccordRiskLine, i);

          mean += line->worth * (line->curve.mean - 1.0);
        }
      accord_risk_model_prepare (model);
      contributions = accord_risk_model_contribute (model, &variance);
      assert_near (chance->mean, mean, 0.02 * sqrt (variance) + 1e-6 * fabs (mean) + 1e-3);
      assert_near (chance->deviation, sqrt (variance), 0.03 * sqrt (variance) + 1e-3);
      for (guint i = 0; i < contributions->len; i++)
        shares += g_array_index (contributions, AccordContribution, i).share;
      if (contributions->len > 0)
        assert_near (shares, 1, 1e-9);
      for (guint i = 1; i < chance->n_draws; i++)
        g_assert_true (chance->npsv[i - 1] <= chance->npsv[i]);
      g_assert_cmpfloat (chance->p10, ==, chance->npsv[3276]);
      g_assert_cmpfloat (chance->p50, ==, chance->npsv[16383]);
      g_assert_cmpfloat (chance->p90, ==, chance->npsv[29491]);
      g_assert_cmpfloat (accord_chance_quantile (chance, 0), ==, chance->npsv[0]);
      g_assert_cmpfloat (accord_chance_quantile (chance, 1), ==, chance->npsv[32767]);
    }
}

/* Each method reaches the known quantiles of one line. */
static void
test_quantiles (void)
{
  g_autoptr (AccordCba) cba = plain_costs (1);

  for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
    {
      g_autoptr (AccordChance) chance = NULL;

      cost_of (cba, 0, 0)->spread = spread_of (ACCORD_SPREAD_TRIANGULAR, 0.5, 1, 1.5);
      chance = draw (cba, methods[m], 10000, 2);
      assert_near (chance->p50, -100000, 700);
      assert_near (chance->p90, -100000 * (0.5 + sqrt (0.1 * 0.5)), 700);
      assert_near (chance->p10, -100000 * (1.5 - sqrt (0.1 * 0.5)), 700);
      g_clear_pointer (&chance, accord_chance_free);
      cost_of (cba, 0, 0)->spread = spread_of (ACCORD_SPREAD_NORMAL, 0, 1, 1);
      chance = draw (cba, methods[m], 10000, 2);
      assert_near (chance->p90, 100000 * 0.2815515655, 4000);
      assert_near (chance->positive, 0.15865525393, 0.01);
      assert_near (chance->partner_positive[0], 0.15865525393, 0.01);
    }
}

/* The rank correlation of two lines with correlation ρ behind them is 6 ÷ π × asin (ρ ÷ 2), and of uniform
 * lines it is the correlation itself: it shows in the spread of their sum. */
static void
test_correlation (void)
{
  static const double correlations[] = { 0.2, 0.5, 0.9, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (correlations); i++)
    for (guint against = 0; against < 2; against++)
      {
        g_autoptr (AccordCba) cba = plain_costs (2);
        const guint group = accord_cba_add_group (cba, "Staff costs", decimal (correlations[i]));
        const double rank = 6 / PI * asin (correlations[i] / 2) * (against ? -1 : 1);
        const double deviation = 100000 * sqrt ((2 + 2 * rank) / 12);
        g_autoptr (AccordChance) chance = NULL;

        for (guint k = 0; k < 2; k++)
          {
            AccordSpread *spread = &cost_of (cba, 0, k)->spread;

            *spread = spread_of (ACCORD_SPREAD_UNIFORM, 0.5, 0, 1.5);
            spread->group = group;
            spread->against = k == 1 && against;
          }
        chance = draw (cba, ACCORD_DRAW_SOBOL, 16384, 2);
        assert_near (chance->deviation, deviation, 300);
        if (deviation > 1000)
          for (guint k = 0; k < 2; k++)
            assert_near (g_array_index (chance->contributions, AccordContribution, k).share, 0.5, 1e-9);
      }
}

/* A line that offsets another has a share below nought; and alone in its group it is as if there were none.
 */
static void
test_shares (void)
{
  g_autoptr (AccordCba) cba = plain_costs (3);
  const guint group = accord_cba_add_group (cba, "Demand", ACCORD_DECIMAL_ONE);
  g_autoptr (AccordChance) chance = NULL;
  const AccordContribution *shares;

  for (guint i = 0; i < 3; i++)
    cost_of (cba, 0, i)->spread = spread_of (ACCORD_SPREAD_NORMAL, 0, 1, i == 0 ? 0.2 : 0.1);
  cost_of (cba, 0, 0)->spread.group = group;
  cost_of (cba, 0, 1)->spread.group = group;
  cost_of (cba, 0, 1)->spread.against = TRUE;
  chance = draw (cba, ACCORD_DRAW_SOBOL, 4096, 1);
  shares = &g_array_index (chance->contributions, AccordContribution, 0);
  g_assert_cmpuint (chance->contributions->len, ==, 3);
  assert_near (shares[0].share, 1, 1e-9);
  assert_near (shares[1].share, 0.5, 1e-9);
  g_assert_cmpuint (shares[1].line, ==, 2);
  assert_near (shares[2].share, -0.5, 1e-9);
  assert_near (chance->deviation, 100000 * sqrt (0.02), 200);
}

/* The comparator's lines are drawn too, and count against its own. */
static void
test_comparator (void)
{
  g_autoptr (AccordCba) cba = plain_costs (1);
  AccordCbaOption *other = accord_cba_add_option (cba, "n", "Do minimum");
  AccordCbaCost *cost = accord_cba_option_add_cost (other, "n-1", "Cost");
  g_autoptr (AccordChance) net = NULL;
  g_autoptr (AccordChance) own = NULL;

  other->comparator = ACCORD_COMPARATOR_DO_MINIMUM;
  accord_cba_cost_set_amount (cost, 0, 300000);
  cost->spread = spread_of (ACCORD_SPREAD_UNIFORM, 0.9, 0, 1.1);
  cost_of (cba, 0, 0)->spread = spread_of (ACCORD_SPREAD_UNIFORM, 0.9, 0, 1.1);
  net = draw (cba, ACCORD_DRAW_SOBOL, 8192, 2);
  own = accord_cba_draw (cba, 1, ACCORD_DRAW_SOBOL, 8192, 1, 2, NULL, NULL);
  assert_near (net->mean, 200000, 100);
  assert_near (net->deviation, sqrt (1 + 9) * 20000 / sqrt (12), 100);
  g_assert_cmpuint (net->contributions->len, ==, 2);
  g_assert_cmpuint (g_array_index (net->contributions, AccordContribution, 0).option, ==, 1);
  assert_near (g_array_index (net->contributions, AccordContribution, 0).share, 0.9, 1e-9);
  assert_near (own->mean, -300000, 100);
  g_assert_cmpfloat (net->positive, ==, 1);
  g_assert_cmpfloat (own->positive, ==, 0);
}

static void
test_certain (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  g_autoptr (AccordCbaResult) result = accord_cba_evaluate (cba, 0, NULL);
  g_autoptr (AccordChance) chance = draw (cba, ACCORD_DRAW_SOBOL, 100, 2);

  for (guint i = 0; i < 100; i++)
    g_assert_cmpfloat (chance->npsv[i], ==, result->net.npsv);
  g_assert_cmpfloat (chance->deviation, ==, 0);
  g_assert_cmpfloat (chance->positive, ==, 1);
  g_assert_cmpfloat (chance->partner_p10[0], ==, chance->partner_p90[0]);
  g_assert_cmpuint (chance->contributions->len, ==, 0);
}

static void
test_unsound (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();

  g_assert_null (accord_cba_draw (cba, 1, ACCORD_DRAW_SOBOL, 100, 1, 1, NULL, NULL));
  cba->horizon = 0;
  g_assert_null (draw (cba, ACCORD_DRAW_SOBOL, 100, 1));
}

static gboolean
stop_later (gpointer data)
{
  guint *left = data;

  return (*left)-- == 0;
}

static void
test_stop (void)
{
  g_autoptr (AccordCba) cba = plain_costs (2);

  cost_of (cba, 0, 0)->spread = spread_of (ACCORD_SPREAD_PERT, 0.5, 1, 1.5);
  for (guint n = 0; n < 4; n++)
    {
      gboolean stopped = FALSE;

      /* Of two threads the one that asks may come to do too little to ask so often: then it is tried again.
       */
      for (guint attempt = 0; attempt < (n % 2 == 0 ? 1 : 100) && !stopped; attempt++)
        {
          guint left = n;
          AccordChance *chance =
              accord_cba_draw (cba, 0, ACCORD_DRAW_RANDOM, 100000, 1, 1 + n % 2, stop_later, &left);

          stopped = chance == NULL;
          accord_chance_free (chance);
        }
      g_assert_true (stopped);
    }
}

/* More lines than the sequence has dimensions, most of them alike. */
static void
test_many_lines (void)
{
  g_autoptr (AccordCba) cba = plain_costs (400);
  g_autoptr (AccordChance) chance = NULL;

  for (guint i = 0; i < 400; i++)
    cost_of (cba, 0, i)->spread = spread_of (ACCORD_SPREAD_UNIFORM, 0.5, 0, 1.5);
  chance = draw (cba, ACCORD_DRAW_SOBOL, 10000, 2);
  assert_near (chance->mean, -40000000, 0.04 * 577350);
  assert_near (chance->deviation, 577350, 0.03 * 577350);
  g_assert_cmpuint (chance->contributions->len, ==, 400);
}

/* A Sobol sequence comes much nearer to the mean than chance. */
static void
test_sobol_is_better (void)
{
  g_autoptr (AccordCba) cba = plain_costs (30);
  double errors[G_N_ELEMENTS (methods)] = { 0 };

  for (guint i = 0; i < 30; i++)
    cost_of (cba, 0, i)->spread = spread_of (ACCORD_SPREAD_TRIANGULAR, 0.8, 1, 1.2);
  for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
    for (guint seed = 0; seed < 20; seed++)
      {
        g_autoptr (AccordChance) chance = accord_cba_draw (cba, 0, methods[m], 4096, seed, 2, NULL, NULL);

        errors[m] += pow (chance->mean + 3000000, 2);
      }
  g_test_message ("mean square errors: Sobol %g, Latin %g, random %g", errors[0] / 20, errors[1] / 20,
                  errors[2] / 20);
  g_assert_cmpfloat (errors[0] * 100, <, errors[2]);
  g_assert_cmpfloat (errors[1] * 100, <, errors[2]);
}

/* To the last bit, as it was found once: on every machine, with every compiler. */
static void
test_known (void)
{
  static const double known[G_N_ELEMENTS (methods)][3] = {
    { -0x1.09b7c82af06ebp+21, -0x1.5f6007d9734a5p+21, 0x1.f359ab62f7f5p+22 },
    { -0x1.06a597e236fb6p+21, -0x1.56c090d261394p+21, 0x1.ed28c847e9af7p+22 },
    { -0x1.c98df3e1ed123p+20, -0x1.5d45eabf7b2ap+21, 0x1.fa7bd2d0f3808p+22 },
  };
  g_autoptr (AccordCba) cba = test_partnership ();
  const AccordCbaOption *option = g_ptr_array_index (cba->options, 0);
  AccordCbaOutcome *outcome = g_ptr_array_index (option->outcomes, 0);
  const guint group = accord_cba_add_group (cba, "Demand", decimal (0.6));

  cost_of (cba, 0, 0)->spread = spread_of (ACCORD_SPREAD_PERT, 0.9, 1, 1.4);
  cost_of (cba, 0, 0)->spread.group = group;
  outcome->spread = spread_of (ACCORD_SPREAD_TRIANGULAR, 0.4, 1, 1.3);
  outcome->spread.group = group;
  for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
    {
      g_autoptr (AccordChance) chance = draw (cba, methods[m], 1000, 2);

      g_test_message ("%a, %a, %a", chance->p50, chance->mean, chance->deviation);
      g_assert_cmpfloat (chance->p50, ==, known[m][0]);
      g_assert_cmpfloat (chance->mean, ==, known[m][1]);
      g_assert_cmpfloat (chance->deviation, ==, known[m][2]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/draw/linear", test_linear);
  g_test_add_func ("/appraisal/draw/threads", test_threads);
  g_test_add_func ("/appraisal/draw/order", test_order);
  g_test_add_func ("/appraisal/draw/moments", test_moments);
  g_test_add_func ("/appraisal/draw/quantiles", test_quantiles);
  g_test_add_func ("/appraisal/draw/correlation", test_correlation);
  g_test_add_func ("/appraisal/draw/shares", test_shares);
  g_test_add_func ("/appraisal/draw/comparator", test_comparator);
  g_test_add_func ("/appraisal/draw/certain", test_certain);
  g_test_add_func ("/appraisal/draw/unsound", test_unsound);
  g_test_add_func ("/appraisal/draw/stop", test_stop);
  g_test_add_func ("/appraisal/draw/many-lines", test_many_lines);
  g_test_add_func ("/appraisal/draw/sobol-is-better", test_sobol_is_better);
  g_test_add_func ("/appraisal/draw/known", test_known);
  return g_test_run ();
}
