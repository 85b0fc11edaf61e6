/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/axis.h"
#include "charts/plot-layout.h"

#include <glib.h>
#include <math.h>
#include <string.h>

static double
any_sum (void)
{
  double size = 1;

  for (int n = g_test_rand_int_range (0, 18); n > 0; n--)
    size *= 10;
  return g_test_rand_double_range (-1, 1) * size;
}

static void
assert_round (const AccordAxis *axis, double low, double high)
{
  g_assert_cmpuint (axis->n_ticks, >=, 2);
  g_assert_cmpuint (axis->n_ticks, <=, ACCORD_AXIS_MAX_TICKS);
  g_assert_cmpfloat (axis->low, <=, low);
  g_assert_cmpfloat (axis->high, >=, high);
  for (guint i = 1; i < axis->n_ticks; i++)
    g_assert_cmpfloat_with_epsilon (axis->ticks[i] - axis->ticks[i - 1], axis->step, axis->step * 1e-3);
  for (guint i = 0; i < axis->n_ticks; i++)
    if (low <= 0 && high >= 0 && fabs (axis->ticks[i]) < axis->step / 2)
      return;
  g_assert_false (low <= 0 && high >= 0);
}

/* Whatever the sums, a scale is round, holds them all and nought, and no two of its words are the same. */
static void
test_money (void)
{
  for (int round = 0; round < 20000; round++)
    {
      double low = any_sum (), high = g_test_rand_int_range (0, 5) == 0 ? low : any_sum ();
      AccordAxis axis;
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      accord_axis_init_money (&axis, low, high, g_test_rand_int_range (3, ACCORD_AXIS_MAX_TICKS + 1));
      assert_round (&axis, MIN (low, high), MAX (low, high));
      for (guint i = 0; i < axis.n_ticks; i++)
        g_assert_true (g_hash_table_add (seen, accord_axis_dup_money (axis.ticks[i])));
      g_assert_cmpfloat (accord_axis_part (&axis, low), >=, 0);
      g_assert_cmpfloat (accord_axis_part (&axis, low), <=, 1);
      g_assert_cmpfloat (accord_axis_part (&axis, axis.low), ==, 0);
      g_assert_cmpfloat (accord_axis_part (&axis, axis.high), ==, 1);
    }
}

static void
test_known (void)
{
  AccordAxis axis;

  accord_axis_init_money (&axis, -120000000, 340000000, 6);
  g_assert_cmpfloat (axis.low, ==, -200000000);
  g_assert_cmpfloat (axis.high, ==, 400000000);
  g_assert_cmpfloat (axis.step, ==, 200000000);
  accord_axis_init (&axis, 0, 4.3, 6, 0.01);
  g_assert_cmpfloat (axis.high, ==, 5);
  g_assert_cmpfloat (axis.step, ==, 1);
  accord_axis_init (&axis, 0, 0, 6, 1);
  g_assert_cmpfloat (axis.low, <, axis.high);
}

static void
test_years (void)
{
  for (int round = 0; round < 2000; round++)
    {
      guint n = g_test_rand_int_range (1, 501);
      double spacing = g_test_rand_double_range (0.5, 90), label = g_test_rand_double_range (20, 120);
      guint step = accord_axis_year_step (n, spacing, label);

      g_assert_cmpuint (step, >=, 1);
      g_assert_true (step * spacing >= label || step >= n);
    }
}

/* Labels that were moved apart do not touch, where there is room for all. */
static void
test_parted (void)
{
  for (int round = 0; round < 2000; round++)
    {
      double tops[6], heights[6], sum = 0, bottom;
      guint n = g_test_rand_int_range (1, G_N_ELEMENTS (tops) + 1);

      for (guint i = 0; i < n; i++)
        {
          heights[i] = g_test_rand_double_range (5, 40);
          tops[i] = (i > 0 ? tops[i - 1] : -20) + g_test_rand_double_range (0, 50);
          sum += heights[i];
        }
      bottom = sum + g_test_rand_double_range (0, 200);
      accord_axis_part_labels (tops, heights, n, 0, bottom);
      g_assert_cmpfloat (tops[0], >=, -0.001);
      g_assert_cmpfloat (tops[n - 1] + heights[n - 1], <=, bottom + 0.001);
      for (guint i = 1; i < n; i++)
        g_assert_cmpfloat (tops[i], >=, tops[i - 1] + heights[i - 1] - 0.001);
    }
}

static void
test_flags (void)
{
  for (int round = 0; round < 2000; round++)
    {
      AccordFlag flags[5];
      guint n = g_test_rand_int_range (1, G_N_ELEMENTS (flags) + 1), rows;
      double right = g_test_rand_double_range (100, 900);

      for (guint i = 0; i < n; i++)
        flags[i] =
            (AccordFlag){ g_test_rand_double_range (0, right), g_test_rand_double_range (10, 300), 0, 0 };
      rows = accord_plot_place_flags (flags, n, 0, right, 8);
      g_assert_cmpuint (rows, <=, n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (flags[i].x, >=, 0);
          g_assert_cmpfloat (flags[i].x + flags[i].width, <=, right + 0.001);
          g_assert_cmpuint (flags[i].row, <, rows);
          for (guint j = 0; j < i; j++)
            g_assert_true (flags[i].row != flags[j].row || flags[i].x >= flags[j].x + flags[j].width + 7.999
                           || flags[j].x >= flags[i].x + flags[i].width + 7.999);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-axis/money", test_money);
  g_test_add_func ("/chart-axis/known", test_known);
  g_test_add_func ("/chart-axis/years", test_years);
  g_test_add_func ("/chart-axis/parted", test_parted);
  g_test_add_func ("/chart-axis/flags", test_flags);
  return g_test_run ();
}
