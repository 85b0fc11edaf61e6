/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-cba.h"
#include "random-cba.h"

#include <math.h>

#define MODELS 300

/* The sums of all positions are the totals, by year and in all; and rounded apart they still are. */
static void
assert_positions_add_up (const AccordCbaSums *sums, guint horizon)
{
  const guint n = sums->positions->len;
  g_autofree double *parts = g_new (double, n + 1);
  g_autofree gint64 *pence = g_new (gint64, n + 1);
  double present_cost = 0, present_benefit = 0, present_cashable = 0;
  gint64 rounded = 0;

  for (guint i = 0; i < n; i++)
    {
      const AccordCbaPosition *position = &g_array_index (sums->positions, AccordCbaPosition, i);

      present_cost += position->present_cost;
      present_benefit += position->present_benefit;
      present_cashable += position->present_cashable;
      parts[i] = position->present_net;
    }
  test_assert_near (present_cost, sums->pvc);
  test_assert_near (present_benefit, sums->pvb);
  test_assert_near (present_cashable, sums->present_cashable);
  accord_cba_apportion (parts, n, pence);
  for (guint i = 0; i < n; i++)
    {
      rounded += pence[i];
      g_assert_cmpfloat (fabs ((double) pence[i] - parts[i]), <, 1.0001);
    }
  g_assert_cmpint (ABS (rounded - accord_cba_pence (sums->npsv)), <=, 1);
  for (guint year = 0; year < horizon; year++)
    {
      double cost = 0, benefit = 0, cumulative = 0;

      for (guint i = 0; i < n; i++)
        {
          const AccordCbaYears *years = &g_array_index (sums->positions, AccordCbaPosition, i).years;

          cost += years->cost[year];
          benefit += years->benefit[year];
          cumulative += years->cumulative[year];
        }
      test_assert_near (cost, sums->years.cost[year]);
      test_assert_near (benefit, sums->years.benefit[year]);
      test_assert_near (cumulative, sums->years.cumulative[year]);
    }
}

static gint64
rounded (double pence)
{
  return (gint64) round (pence);
}

/* When each is deepest under water and when it stays above, looked for year by year. */
static void
assert_depths (const AccordCbaPosition *position, guint horizon)
{
  double net = 0, cash = 0, lowest = G_MAXDOUBLE, cash_lowest = G_MAXDOUBLE;
  guint payback = 0;

  for (guint year = 0; year < horizon; year++)
    {
      net += position->years.benefit[year] - position->years.cost[year];
      cash += position->years.cashable[year] - position->years.cost[year];
      lowest = MIN (lowest, net);
      cash_lowest = MIN (cash_lowest, cash);
      if (rounded (net) < 0)
        payback = year + 1;
    }
  /* What is lower by a hundredth of a penny is not looked for. */
  g_assert_cmpfloat (fabs (position->deepest_net - (rounded (lowest) < 0 ? lowest : 0)), <, .01);
  g_assert_cmpfloat (fabs (position->cash_deepest_net - (rounded (cash_lowest) < 0 ? cash_lowest : 0)), <,
                     .01);
  g_assert_cmpfloat (fabs (position->years.cumulative[position->deepest] - lowest), <, .01);
  g_assert_cmpint (position->payback.defined, ==,
                   payback == 0 && rounded (position->present_cost) <= 0 ? ACCORD_UNDEFINED_NOTHING_PAID
                   : payback == horizon                                  ? ACCORD_UNDEFINED_NEVER
                                                                         : ACCORD_DEFINED);
  if (position->payback.defined == ACCORD_DEFINED)
    g_assert_cmpfloat (position->payback.value, ==, payback);
}

static void
test_positions (void)
{
  for (guint model = 0; model < MODELS; model++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (25);

      for (guint i = 0; i < cba->options->len; i++)
        {
          g_autoptr (AccordCbaResult) result = test_evaluate (cba, i);

          assert_positions_add_up (&result->own, cba->horizon);
          assert_positions_add_up (&result->net, cba->horizon);
          for (guint position = 0; position < result->net.positions->len; position++)
            assert_depths (&g_array_index (result->net.positions, AccordCbaPosition, position), cba->horizon);
          g_assert_cmpfloat (result->own.npsv, ==, result->own.pvb - result->own.pvc);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/properties/positions", test_positions);
  return g_test_run ();
}
