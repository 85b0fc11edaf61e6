/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/bars-layout.h"

#define NEAR 0.001

static const AccordBarsRow *
row_at (const AccordBarsLayout *layout, guint index)
{
  return &g_array_index (layout->rows, AccordBarsRow, index);
}

static const AccordBarsTick *
tick_at (const AccordBarsLayout *layout, guint index)
{
  return &g_array_index (layout->ticks, AccordBarsTick, index);
}

static void
assert_bar (const AccordBarsLayout *layout, const AccordFlowBox *bar, gint64 value)
{
  g_assert_cmpfloat_with_epsilon (bar->x, layout->left, NEAR);
  g_assert_cmpfloat (bar->x + bar->width, <=, layout->right + 2);
  g_assert_cmpfloat (bar->y + bar->height, <=, layout->height + NEAR);
  g_assert_true ((bar->width > 0) == (value > 0));
}

static void
test_any (void)
{
  AccordBarsPair pairs[20];

  for (int round = 0; round < 400; round++)
    {
      guint n = g_test_rand_int_range (1, G_N_ELEMENTS (pairs));
      double width = g_test_rand_double_range (240, 1400);
      g_autoptr (AccordBarsLayout) layout = NULL;
      double bottom = 0;

      for (guint i = 0; i < n; i++)
        pairs[i] = (AccordBarsPair){ (gint64) g_test_rand_int_range (-100, 1 << 30)
                                         * g_test_rand_int_range (1, 9999),
                                     (gint64) g_test_rand_int_range (0, 1 << 30),
                                     g_test_rand_bit () ? g_test_rand_int_range (1, 1 << 30) : 0 };
      layout = accord_bars_layout_new (pairs, n, width, g_test_rand_double_range (0.8, 2.2), 60, 90);
      for (guint i = 0; i < n; i++)
        {
          const AccordBarsRow *row = row_at (layout, i);

          g_assert_cmpfloat (row->y, >=, bottom - NEAR);
          bottom = row->y + row->height;
          g_assert_cmpfloat (row->second.y, >=, row->first.y + row->first.height);
          assert_bar (layout, &row->first, pairs[i].first);
          assert_bar (layout, &row->second, pairs[i].second);
          assert_bar (layout, &row->extent, pairs[i].extent);
        }
      g_assert_cmpuint (layout->ticks->len, <=, ACCORD_BARS_MAX_TICKS);
      for (guint i = 0; i < layout->ticks->len; i++)
        {
          g_assert_cmpfloat (tick_at (layout, i)->x, <=, layout->right + NEAR);
          g_assert_cmpint (tick_at (layout, i)->value, ==, i * tick_at (layout, 1)->value);
        }
    }
}

static void
test_proportion (void)
{
  const AccordBarsPair pairs[] = { { 400000000, 200000000, 0 }, { 0, 100000000, 300000000 } };
  g_autoptr (AccordBarsLayout) layout = accord_bars_layout_new (pairs, 2, 900, 1, 60, 90);

  g_assert_cmpfloat_with_epsilon (row_at (layout, 0)->first.width, 2 * row_at (layout, 0)->second.width,
                                  NEAR);
  g_assert_cmpfloat_with_epsilon (row_at (layout, 1)->extent.width, 3 * row_at (layout, 1)->second.width,
                                  NEAR);
  g_assert_cmpint (tick_at (layout, 0)->value, ==, 0);
  g_assert_cmpfloat_with_epsilon (tick_at (layout, 0)->x, layout->left, NEAR);
  g_assert_cmpint (tick_at (layout, 1)->value, ==, 100000000);
}

static void
test_nothing (void)
{
  const AccordBarsPair nought = { 0, -5, 0 };
  g_autoptr (AccordBarsLayout) none = accord_bars_layout_new (NULL, 0, 300, 1, 60, 90);
  g_autoptr (AccordBarsLayout) one = accord_bars_layout_new (&nought, 1, 300, 1, 60, 90);

  g_assert_cmpfloat (none->height, ==, 0);
  g_assert_cmpuint (one->ticks->len, ==, 0);
  g_assert_cmpfloat (row_at (one, 0)->second.width, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/bars-layout/any", test_any);
  g_test_add_func ("/ui/bars-layout/proportion", test_proportion);
  g_test_add_func ("/ui/bars-layout/nothing", test_nothing);
  return g_test_run ();
}
