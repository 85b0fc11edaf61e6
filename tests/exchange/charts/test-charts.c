/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts-fixture.h"
#include "charts/cumulative.h"

#define ROUNDS 60

static const double sizes[] = { 0.4, 30, 1e6, 3.3e9, 9e14 };

static double
any_size (void)
{
  return sizes[g_test_rand_int_range (0, G_N_ELEMENTS (sizes))];
}

static guint
any_years (void)
{
  static const guint years[] = { 1, 2, 5, 10, 60, 125, 500 };

  return years[g_test_rand_int_range (0, G_N_ELEMENTS (years))];
}

static int
any_base (void)
{
  return g_test_rand_bit () ? ACCORD_NO_YEAR : 2017;
}

static void
test_cumulative (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      AccordCbaResult *result = charts_random_result (any_years (), 0, any_size ());
      g_autoptr (AccordChart) chart = accord_cumulative_chart_new (result, any_base ());

      charts_result_free (result);
      charts_assert_sound (chart);
    }
}

/* Nothing typed in yet is said, not drawn. */
static void
test_nothing (void)
{
  AccordCbaResult *result = charts_random_result (10, 0, 0);
  g_autoptr (AccordChart) chart = accord_cumulative_chart_new (result, 2017);

  charts_result_free (result);
  g_assert_nonnull (accord_chart_get_empty (chart));
  charts_assert_sound (chart);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/cumulative", test_cumulative);
  g_test_add_func ("/charts/nothing", test_nothing);
  return g_test_run ();
}
