/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/multiples-layout.h"
#include "chart/risk-layout.h"

#include <glib.h>

#define NEARLY 1e-6
#define ROUNDS 300

static void
test_risk_scale (void)
{
  static const double widths[] = { 0, 40, 240, 559, 560, 832, 2560 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (double scale = 1; scale <= 2; scale += 0.5)
      {
        AccordRiskFrame frame;

        accord_risk_frame_init (&frame, widths[i], scale);
        g_assert_cmpfloat (frame.left, <, frame.right);
        g_assert_cmpfloat (frame.right, <=, frame.width);
        g_assert_cmpfloat (frame.words_width, <=, frame.width);
        g_assert_true (frame.stacked || frame.words_width < frame.left);
        g_assert_cmpfloat_with_epsilon (accord_risk_frame_x (&frame, 1), frame.left, NEARLY);
        g_assert_cmpfloat_with_epsilon (accord_risk_frame_x (&frame, 25), frame.right, NEARLY);
        /* Each step is as long as any other; what is off the scale stays on its ends. */
        for (int score = 2; score <= 25; score++)
          g_assert_cmpfloat_with_epsilon (accord_risk_frame_x (&frame, score)
                                              - accord_risk_frame_x (&frame, score - 1),
                                          (frame.right - frame.left) / 24, NEARLY);
        g_assert_cmpfloat_with_epsilon (accord_risk_frame_x (&frame, -3), frame.left, NEARLY);
        g_assert_cmpfloat_with_epsilon (accord_risk_frame_x (&frame, 99), frame.right, NEARLY);
      }
}

static void
test_risk_rows (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n = g_test_rand_int_range (0, 40);
      double scale = g_test_rand_double_range (0.8, 2.5);
      g_autofree double *heights = g_new0 (double, n + 1);
      g_autofree AccordRiskPlace *places = g_new0 (AccordRiskPlace, n + 1);
      AccordRiskFrame frame;
      double height, bottom;

      accord_risk_frame_init (&frame, g_test_rand_double_range (200, 2000), scale);
      for (guint i = 0; i < n; i++)
        heights[i] = g_test_rand_double_range (0, 120);
      height = accord_risk_frame_place (&frame, heights, n, places);
      g_assert_cmpfloat (height, ==, accord_risk_frame_place (&frame, heights, n, NULL));
      bottom = frame.key_height + frame.axis_height;
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat_with_epsilon (places[i].y, bottom, NEARLY);
          bottom = places[i].y + places[i].height;
          g_assert_cmpfloat (places[i].words_y, >=, places[i].y);
          g_assert_cmpfloat (places[i].words_y + heights[i], <=, bottom);
          g_assert_cmpfloat (places[i].axis_y, >, places[i].y);
          g_assert_cmpfloat (places[i].axis_y, <, bottom);
          if (frame.stacked)
            g_assert_cmpfloat (places[i].axis_y, >, places[i].words_y + heights[i]);
        }
      g_assert_cmpfloat_with_epsilon (bottom, height, NEARLY);
    }
}

static void
test_grid (void)
{
  for (guint n = 0; n <= 40; n++)
    for (double width = 220; width < 3000; width += 97)
      {
        AccordMultiplesGrid grid;
        double height, last_x = 0, last_y = 0;

        accord_multiples_grid_init (&grid, n, width, 1 + n % 2);
        g_assert_cmpint (grid.columns, >=, 1);
        height = accord_multiples_grid_height (&grid, n, 100);
        for (guint i = 0; i < n; i++)
          {
            double x, y;

            accord_multiples_grid_place (&grid, i, 100, &x, &y);
            g_assert_cmpfloat (x, >=, 0);
            g_assert_cmpfloat (x + grid.panel_width, <=, width + NEARLY);
            g_assert_cmpfloat (y + 100, <=, height + NEARLY);
            if (i > 0)
              g_assert_true (y >= last_y + 100 || (y == last_y && x >= last_x + grid.panel_width));
            last_x = x;
            last_y = y;
          }
        g_assert_true (n > 0 || height == 0);
      }
}

typedef struct
{
  AccordMultiplesPoint points[64];
  AccordMultiplesInput input;
} Drawn;

static void
make_random (Drawn *drawn)
{
  int day = 17000;
  guint n = g_test_rand_int_range (0, G_N_ELEMENTS (drawn->points));
  double size = g_test_rand_bit () ? 1e12 : 10;

  for (guint i = 0; i < n; i++)
    {
      day += g_test_rand_int_range (1, 200);
      drawn->points[i] = (AccordMultiplesPoint){ day, g_test_rand_double_range (-size, 2 * size) };
    }
  drawn->input = (AccordMultiplesInput){ drawn->points,
                                         n,
                                         g_test_rand_bit (),
                                         g_test_rand_bit (),
                                         g_test_rand_double_range (-size, size),
                                         g_test_rand_double_range (-size, size),
                                         17000,
                                         day + g_test_rand_int_range (0, 400) };
}

static void
assert_inside (double y, double height)
{
  g_assert_cmpfloat (y, >=, -NEARLY);
  g_assert_cmpfloat (y, <=, height + NEARLY);
}

static void
assert_bars (const Drawn *drawn, const AccordMultiplesPanel *panel, const AccordMultiplesBar *bars)
{
  for (guint i = 0; i < drawn->input.n_points; i++)
    {
      g_assert_cmpfloat (bars[i].x, >=, -NEARLY);
      g_assert_cmpfloat (bars[i].x + bars[i].width, <=, panel->plot_width + NEARLY);
      assert_inside (bars[i].y, panel->plot_height);
      assert_inside (bars[i].y + bars[i].height, panel->plot_height);
      /* From nought, up or down as the value goes. */
      if (drawn->points[i].value >= 0)
        g_assert_cmpfloat_with_epsilon (bars[i].y + bars[i].height, panel->zero_y, 1e-3);
      else
        g_assert_cmpfloat_with_epsilon (bars[i].y, panel->zero_y, 1e-3);
      if (i > 0 && !panel->dense)
        g_assert_cmpfloat (bars[i].x, >=, bars[i - 1].x + bars[i - 1].width - NEARLY);
      for (guint j = 0; j < i; j++)
        if (ABS (drawn->points[j].value) > 0)
          g_assert_cmpfloat_with_epsilon (
              bars[i].height * ABS (drawn->points[j].value), bars[j].height * ABS (drawn->points[i].value),
              1e-3 * (1 + ABS (drawn->points[i].value) + ABS (drawn->points[j].value)) * panel->plot_height);
    }
}

static void
test_plot (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Drawn drawn;
      AccordMultiplesPanel panel, again;
      AccordMultiplesBar bars[64], bars_again[64];
      const double line = 16;

      make_random (&drawn);
      accord_multiples_place (&drawn.input, 160, 112, line, 1, &panel, bars);
      accord_multiples_place (&drawn.input, 160, 112, line, 1, &again, bars_again);
      g_assert_cmpmem (bars, drawn.input.n_points * sizeof *bars, bars_again,
                       drawn.input.n_points * sizeof *bars);
      assert_inside (panel.zero_y, 112);
      assert_bars (&drawn, &panel, bars);
      if (drawn.input.has_baseline)
        assert_inside (panel.baseline_y, 112);
      if (drawn.input.has_target)
        assert_inside (panel.target_y, 112);
      assert_inside (panel.baseline_label_y - line / 2, 112 - line);
      assert_inside (panel.target_label_y - line / 2, 112 - line);
      if (drawn.input.has_baseline && drawn.input.has_target)
        g_assert_cmpfloat (ABS (panel.baseline_label_y - panel.target_label_y), >=, line - NEARLY);
    }
}

static void
test_plot_awkward (void)
{
  AccordMultiplesPoint one = { 17000, 0 };
  AccordMultiplesPoint far[] = { { 17000, -1.7e308 }, { 17001, 1.7e308 } };
  AccordMultiplesInput nothing = { .from = 0, .until = 0 };
  AccordMultiplesInput nought = { &one, 1, TRUE, TRUE, 0, 0, 17000, 17000 };
  AccordMultiplesInput huge = { far, 2, FALSE, FALSE, 0, 0, 17000, 17001 };
  AccordMultiplesPanel panel;
  AccordMultiplesBar bars[2];

  accord_multiples_place (&nothing, 160, 112, 16, 1, &panel, bars);
  g_assert_cmpfloat (panel.zero_y, ==, 112);
  accord_multiples_place (&nought, 160, 112, 16, 1, &panel, bars);
  g_assert_cmpfloat (bars[0].height, ==, 0);
  g_assert_cmpfloat (bars[0].end_x, ==, 80);
  accord_multiples_place (&huge, 160, 112, 16, 1, &panel, bars);
  assert_inside (bars[0].end_y, 112);
  assert_inside (bars[1].end_y, 112);
  far[1].value = g_ascii_strtod ("1e999", NULL);
  accord_multiples_place (&huge, 160, 112, 16, 1, &panel, bars);
  assert_inside (bars[0].end_y, 112);
  assert_inside (bars[1].end_y, 112);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawn-layout/risk/scale", test_risk_scale);
  g_test_add_func ("/drawn-layout/risk/rows", test_risk_rows);
  g_test_add_func ("/drawn-layout/multiples/grid", test_grid);
  g_test_add_func ("/drawn-layout/multiples/plot", test_plot);
  g_test_add_func ("/drawn-layout/multiples/awkward", test_plot_awkward);
  return g_test_run ();
}
