/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts-fixture.h"

#include <math.h>
#include <string.h>

#define NEAR 1.0
#define RATE 1.035

static void
years_init (AccordCbaYears *years, guint n)
{
  double **all[] = { &years->cost,         &years->benefit,           &years->cashable,
                     &years->present_cost, &years->present_benefit,   &years->present_cashable,
                     &years->cumulative,   &years->present_cumulative };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    *all[i] = g_new0 (double, n);
}

static void
years_clear (AccordCbaYears *years)
{
  g_free (years->cost);
  g_free (years->benefit);
  g_free (years->cashable);
  g_free (years->present_cost);
  g_free (years->present_benefit);
  g_free (years->present_cashable);
  g_free (years->cumulative);
  g_free (years->present_cumulative);
}

static void
years_fill (AccordCbaYears *years, guint n, double size)
{
  double factor = 1, plain = 0, present = 0;

  years_init (years, n);
  for (guint i = 0; i < n; i++)
    {
      years->cost[i] = g_test_rand_bit () ? size * g_test_rand_double () : 0;
      years->benefit[i] = g_test_rand_bit () ? size * g_test_rand_double () : 0;
      years->cashable[i] = years->benefit[i] * g_test_rand_double ();
      years->present_cost[i] = years->cost[i] * factor;
      years->present_benefit[i] = years->benefit[i] * factor;
      years->present_cashable[i] = years->cashable[i] * factor;
      years->cumulative[i] = plain += years->benefit[i] - years->cost[i];
      years->present_cumulative[i] = present += years->present_benefit[i] - years->present_cost[i];
      factor /= RATE;
    }
}

static AccordCbaValue
find_payback (const double *cumulative, guint n)
{
  guint first = 0;
  gboolean below = FALSE;

  for (guint i = 0; i < n; i++)
    if (cumulative[i] < 0)
      {
        first = i + 1;
        below = TRUE;
      }
  if (!below)
    return (AccordCbaValue){ ACCORD_UNDEFINED_NOTHING_PAID, 0 };
  return first < n ? (AccordCbaValue){ ACCORD_DEFINED, first }
                   : (AccordCbaValue){ ACCORD_UNDEFINED_NEVER, 0 };
}

static void
add_position (AccordCbaResult *result, guint organisation, double size)
{
  AccordCbaPosition one = { .organisation = organisation };
  guint n = result->horizon;

  years_fill (&one.years, n, size);
  for (guint i = 0; i < n; i++)
    {
      one.present_cost += one.years.present_cost[i];
      one.present_benefit += one.years.present_benefit[i];
      one.present_cashable += one.years.present_cashable[i];
      if (one.years.cumulative[i] < one.deepest_net)
        {
          one.deepest = i;
          one.deepest_net = one.years.cumulative[i];
        }
    }
  one.present_net = one.present_benefit - one.present_cost;
  one.present_cash_net = one.present_cashable - one.present_cost;
  one.payback = find_payback (one.years.cumulative, n);
  g_array_append_val (result->net.positions, one);
}

/* Figures that hang together as an engine's would, of about @size pence a year. */
AccordCbaResult *
charts_random_result (guint n_years, guint n_positions, double size)
{
  AccordCbaResult *result = g_new0 (AccordCbaResult, 1);

  result->horizon = n_years;
  years_fill (&result->net.years, n_years, size);
  result->net.payback = find_payback (result->net.years.cumulative, n_years);
  result->net.discounted_payback = find_payback (result->net.years.present_cumulative, n_years);
  result->net.positions = g_array_new (FALSE, TRUE, sizeof (AccordCbaPosition));
  for (guint i = 0; i < n_positions; i++)
    add_position (result, i, size * g_test_rand_double ());
  return result;
}

void
charts_result_free (AccordCbaResult *result)
{
  years_clear (&result->net.years);
  for (guint i = 0; i < result->net.positions->len; i++)
    years_clear (&g_array_index (result->net.positions, AccordCbaPosition, i).years);
  g_array_unref (result->net.positions);
  g_free (result);
}

static void
assert_words (const char *words)
{
  g_assert_nonnull (words);
  g_assert_cmpuint (strlen (words), >, 0);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_false (g_regex_match_simple ("\\b(nan|inf)\\b", words, 0, 0));
}

static void
assert_table (const AccordChart *chart)
{
  g_autoptr (GPtrArray) rows = accord_chart_dup_rows (chart);
  guint n_headings, numbers;

  accord_chart_get_headings (chart, &n_headings, &numbers);
  g_assert_cmpuint (n_headings, >, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      g_assert_cmpuint (g_strv_length (rows->pdata[i]), ==, n_headings);
      for (guint j = 0; j < n_headings; j++)
        assert_words (((char **) rows->pdata[i])[j]);
    }
}

/* Every mark is inside, says something, and is reached by the keyboard. */
static void
assert_marks (const AccordChart *chart, const AccordChartPlan *plan)
{
  guint from = 0, n = plan->marks->len;

  for (guint i = 0; i < n; i++)
    {
      const AccordChartMark *mark = &g_array_index (plan->marks, AccordChartMark, i);

      g_assert_cmpfloat (mark->point_x, >=, -NEAR);
      g_assert_cmpfloat (mark->point_x, <=, plan->width + NEAR);
      g_assert_cmpfloat (mark->point_y, >=, -NEAR);
      g_assert_cmpfloat (mark->point_y, <=, plan->height + NEAR);
      g_assert_cmpfloat (mark->x, >=, -NEAR);
      g_assert_cmpfloat (mark->x + mark->width, <=, plan->width + NEAR);
      if (i % 7 == 0)
        {
          g_autofree char *words = accord_chart_dup_mark (chart, mark);

          assert_words (words);
        }
      g_assert_cmpuint (accord_chart_plan_move (plan, i, ACCORD_CHART_UP), <=, i);
      g_assert_cmpuint (accord_chart_plan_move (plan, i, ACCORD_CHART_DOWN), >=, i);
    }
  for (guint i = 0; i + 1 < n; i++)
    from = accord_chart_plan_move (plan, from, ACCORD_CHART_RIGHT);
  g_assert_cmpuint (from, ==, n > 0 ? n - 1 : 0);
}

static void
assert_drawn (const AccordChart *chart, PangoContext *pango, double width, gboolean patterns)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cairo = cairo_create (surface);
  g_autoptr (AccordChartPlan) plan = NULL;
  AccordCanvas canvas;
  double x, y, wide, tall;

  accord_canvas_init_paper (&canvas, cairo, pango);
  canvas.patterns = patterns;
  plan = accord_chart_plan (chart, &canvas, width);
  accord_chart_draw (chart, plan, &canvas);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &x, &y, &wide, &tall);
  if (accord_chart_get_empty (chart) == NULL)
    {
      /* Nothing is drawn outside, but for the halo of a letter. */
      g_assert_cmpfloat (wide, >, 0);
      g_assert_cmpfloat (x, >=, -4);
      g_assert_cmpfloat (y, >=, -4);
      g_assert_cmpfloat (x + wide, <=, width + 4);
      g_assert_cmpfloat (y + tall, <=, plan->height + 4);
    }
  assert_marks (chart, plan);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

/* What holds for any chart, at some width and size of text. */
void
charts_assert_sound (const AccordChart *chart)
{
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  double scale = g_test_rand_double_range (0.9, 2.1);

  pango_font_description_set_absolute_size (font, scale * 14.667 * PANGO_SCALE);
  pango_context_set_font_description (pango, font);
  assert_words (accord_chart_get_summary (chart));
  assert_table (chart);
  assert_drawn (chart, pango, g_test_rand_double_range (MAX (240, 330 * scale), 1300), g_test_rand_bit ());
  g_object_unref (pango);
}
