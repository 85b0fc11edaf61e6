/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/cumulative-private.h"

#include <glib/gi18n-lib.h>

#define MOST_TICKS 6
#define DOT 2.6
#define RING 5.0
/* The words at the end of a line begin with the sign of its values. */
#define SIGN 12.0

static const AccordColour colours[ACCORD_CUMULATIVE_LINES] = { ACCORD_COLOUR_SERIES,
                                                               ACCORD_COLOUR_SERIES + 2 };

static void
cumulative_free (gpointer data)
{
  AccordCumulative *self = data;

  for (guint i = 0; i < ACCORD_CUMULATIVE_LINES; i++)
    g_free (self->values[i]);
  g_free (self);
}

static void
find_range (const AccordCumulative *self, double *low, double *high)
{
  *low = *high = 0;
  for (guint line = 0; line < ACCORD_CUMULATIVE_LINES; line++)
    for (guint i = 0; i < self->n_years; i++)
      {
        *low = MIN (*low, self->values[line][i]);
        *high = MAX (*high, self->values[line][i]);
      }
}

static const char *
get_name (guint line)
{
  return line == 0 ? _ ("undiscounted") : _ ("discounted");
}

static char *
dup_flag (const AccordCumulative *self, guint line)
{
  g_autofree char *year = accord_axis_dup_year (self->base_year, (guint) self->payback[line].value);

  /* Translators: %s is a financial year. */
  return g_strdup_printf (line == 0 ? _ ("Pays back in %s") : _ ("Discounted: %s"), year);
}

static char *
dup_end (const AccordCumulative *self, guint line)
{
  return accord_axis_dup_money (self->values[line][self->n_years - 1]);
}

/* The lines that pay back have a flag, in their order. */
static guint
find_flags (const AccordCumulative *self, guint *lines)
{
  guint n = 0;

  for (guint i = 0; i < ACCORD_CUMULATIVE_LINES; i++)
    if (self->payback[i].defined == ACCORD_DEFINED && self->payback[i].value >= 0
        && self->payback[i].value < self->n_years)
      lines[n++] = i;
  return n;
}

static double
measure_ticks (const AccordCanvas *canvas, const AccordAxis *axis)
{
  double widest = 0;

  for (guint i = 0; i < axis->n_ticks; i++)
    {
      g_autofree char *text = accord_axis_dup_money (axis->ticks[i]);

      widest = MAX (widest, accord_canvas_measure (canvas, ACCORD_INK_CAPTION, text, NULL));
    }
  return widest;
}

static void
measure_words (const AccordCumulative *self, const AccordCanvas *canvas, AccordCumulativeInput *input)
{
  g_autofree char *last = accord_axis_dup_year (self->base_year, self->n_years - 1);
  guint lines[ACCORD_CUMULATIVE_LINES];
  double strong;

  input->year = accord_canvas_measure (canvas, ACCORD_INK_CAPTION, last, &input->line_height);
  input->n_flags = find_flags (self, lines);
  for (guint i = 0; i < input->n_flags; i++)
    {
      g_autofree char *flag = dup_flag (self, lines[i]);

      input->flag_at[i] = (guint) self->payback[lines[i]].value;
      input->flag_width[i] = accord_canvas_measure (canvas, ACCORD_INK_CAPTION_STRONG, flag, NULL);
    }
  for (guint i = 0; i < ACCORD_CUMULATIVE_LINES; i++)
    {
      g_autofree char *end = dup_end (self, i);

      input->end[i] = MAX (accord_canvas_measure (canvas, ACCORD_INK_STRONG, end, &strong),
                           accord_canvas_measure (canvas, ACCORD_INK_CAPTION, get_name (i), NULL))
                      + SIGN * canvas->scale;
    }
  input->end_height = strong + input->line_height;
}

static void
add_marks (const AccordCumulativeLayout *layout, AccordChartPlan *plan)
{
  double room = accord_plot_spacing (&layout->plot, layout->n_years);

  for (guint line = 0; line < ACCORD_CUMULATIVE_LINES; line++)
    for (guint i = 0; i < layout->n_years; i++)
      accord_chart_plan_add (plan, &(AccordChartMark){ .x = layout->x[i] - room / 2,
                                                       .y = layout->plot.top,
                                                       .width = room,
                                                       .height = layout->plot.bottom - layout->plot.top,
                                                       .point_x = layout->x[i],
                                                       .point_y = layout->y[line][i],
                                                       .spot = TRUE,
                                                       .row = line,
                                                       .column = i });
}

static void
cumulative_plan (const AccordChart *chart, const AccordCanvas *canvas, AccordChartPlan *plan)
{
  const AccordCumulative *self = chart->data;
  AccordCumulativeInput input = { .n_years = self->n_years,
                                  .values = { self->values[0], self->values[1] },
                                  .width = plan->width,
                                  .scale = canvas->scale };
  AccordCumulativeLayout *layout;
  AccordAxis axis;
  double low, high;

  find_range (self, &low, &high);
  accord_axis_init_money (&axis, low, high, MOST_TICKS);
  input.tick = measure_ticks (canvas, &axis);
  measure_words (self, canvas, &input);
  layout = accord_cumulative_layout_new (&input, &axis);
  plan->layout = layout;
  plan->free_layout = (GDestroyNotify) accord_cumulative_layout_free;
  plan->height = layout->height;
  add_marks (layout, plan);
}

static void
draw_axes (const AccordCumulative *self, const AccordCumulativeLayout *layout, const AccordCanvas *canvas)
{
  const AccordPlot *plot = &layout->plot;
  double tall;

  accord_canvas_measure (canvas, ACCORD_INK_CAPTION, "0", &tall);
  cairo_set_line_width (canvas->cairo, 1);
  for (guint i = 0; i < plot->axis.n_ticks; i++)
    {
      double y = accord_plot_y (plot, plot->axis.ticks[i]);
      g_autofree char *text = accord_axis_dup_money (plot->axis.ticks[i]);

      accord_canvas_set_source (canvas, ACCORD_COLOUR_LINE, 1);
      accord_canvas_line (canvas, plot->left, y, plot->right, y);
      accord_canvas_words (canvas, ACCORD_INK_CAPTION, text, 0, y - tall / 2, plot->left - 8 * canvas->scale,
                           1, ACCORD_COLOUR_DIM);
    }
  for (guint i = 0; i < layout->n_years; i += layout->year_step)
    {
      g_autofree char *text = accord_axis_dup_year (self->base_year, i);
      double wide = accord_canvas_measure (canvas, ACCORD_INK_CAPTION, text, NULL);

      accord_canvas_words (canvas, ACCORD_INK_CAPTION, text,
                           MIN (layout->x[i] - wide / 2, MAX (plot->right - wide, 0)),
                           plot->bottom + 8 * canvas->scale, wide, 0, ACCORD_COLOUR_DIM);
    }
}

static void
trace_line (const AccordCumulativeLayout *layout, guint line, cairo_t *cairo)
{
  for (guint i = 0; i < layout->n_years; i++)
    cairo_line_to (cairo, layout->x[i], layout->y[line][i]);
}

/* What lies between nought and the line where the line is below it. */
static void
draw_under_water (const AccordCumulativeLayout *layout, const AccordCanvas *canvas)
{
  const AccordPlot *plot = &layout->plot;
  cairo_t *cairo = canvas->cairo;

  if (layout->n_years < 2 || plot->bottom - layout->zero_y < 1)
    return;
  cairo_save (cairo);
  cairo_rectangle (cairo, plot->left, layout->zero_y, plot->right - plot->left,
                   plot->bottom - layout->zero_y);
  cairo_clip (cairo);
  cairo_move_to (cairo, layout->x[0], layout->zero_y);
  trace_line (layout, 0, cairo);
  cairo_line_to (cairo, layout->x[layout->n_years - 1], layout->zero_y);
  cairo_close_path (cairo);
  accord_canvas_set_source (canvas, ACCORD_COLOUR_OVERDUE, 0.1);
  cairo_fill_preserve (cairo);
  accord_canvas_hatch (canvas, ACCORD_COLOUR_OVERDUE, canvas->patterns ? 1 : 0.35);
  cairo_restore (cairo);
}

/* A disc where nothing is discounted, a square where it is: told apart without colour. */
static void
draw_dot (const AccordCanvas *canvas, guint line, double x, double y, double size)
{
  if (line == 0)
    cairo_arc (canvas->cairo, x, y, size, 0, 2 * G_PI);
  else
    cairo_rectangle (canvas->cairo, x - size, y - size, 2 * size, 2 * size);
  accord_canvas_fill (canvas, colours[line], 1);
}

static void
draw_line (const AccordCumulativeLayout *layout, const AccordCanvas *canvas, guint line)
{
  cairo_save (canvas->cairo);
  accord_canvas_set_source (canvas, colours[line], 1);
  cairo_set_line_width (canvas->cairo, 2);
  cairo_set_line_join (canvas->cairo, CAIRO_LINE_JOIN_ROUND);
  accord_canvas_dash (canvas, line == 0 ? 0 : 6, 3);
  trace_line (layout, line, canvas->cairo);
  cairo_stroke (canvas->cairo);
  cairo_restore (canvas->cairo);
  for (guint i = 0; i < layout->n_years && (layout->dots || layout->n_years == 1); i++)
    draw_dot (canvas, line, layout->x[i], layout->y[line][i], DOT * canvas->scale);
}

static void
draw_ends (const AccordCumulative *self, const AccordCumulativeLayout *layout, const AccordCanvas *canvas)
{
  double sign = SIGN * canvas->scale;

  for (guint i = 0; i < ACCORD_CUMULATIVE_LINES; i++)
    {
      g_autofree char *end = dup_end (self, i);
      double x = layout->end_x[i] + sign, y = layout->end_y[i], width = layout->end_width[i] - sign, tall;

      accord_canvas_measure (canvas, ACCORD_INK_STRONG, end, &tall);
      draw_dot (canvas, i, x - sign * 0.6, y + tall / 2, 1.3 * DOT * canvas->scale);
      accord_canvas_words (canvas, ACCORD_INK_STRONG, end, x, y, width, 0, colours[i]);
      accord_canvas_words (canvas, ACCORD_INK_CAPTION, get_name (i), x, y + tall, width, 0, colours[i]);
    }
}

static void
draw_flags (const AccordCumulative *self, const AccordCumulativeLayout *layout, const AccordCanvas *canvas)
{
  guint lines[ACCORD_CUMULATIVE_LINES], n = find_flags (self, lines);
  double tall;

  accord_canvas_measure (canvas, ACCORD_INK_CAPTION_STRONG, "0", &tall);
  for (guint i = 0; i < n; i++)
    {
      const AccordFlag *flag = &layout->flags[i];
      guint year = (guint) self->payback[lines[i]].value;
      g_autofree char *text = dup_flag (self, lines[i]);
      double top = layout->flags_y + flag->row * tall, y = layout->y[lines[i]][year];

      cairo_save (canvas->cairo);
      cairo_set_line_width (canvas->cairo, 1);
      accord_canvas_set_source (canvas, colours[lines[i]], 1);
      accord_canvas_dash (canvas, 2, 2);
      accord_canvas_line (canvas, flag->at, top + tall, flag->at, y - RING * canvas->scale);
      cairo_restore (canvas->cairo);
      accord_canvas_words_on (canvas, ACCORD_INK_CAPTION_STRONG, text, flag->x, top, flag->width, 0.5,
                              colours[lines[i]]);
    }
  /* Rings last: a line that comes down from a flag ends at its own. */
  for (guint i = 0; i < n; i++)
    {
      double x = layout->flags[i].at, y = layout->y[lines[i]][(guint) self->payback[lines[i]].value];

      draw_dot (canvas, lines[i], x, y, RING * canvas->scale);
      cairo_arc (canvas->cairo, x, y, DOT * canvas->scale, 0, 2 * G_PI);
      accord_canvas_fill (canvas, ACCORD_COLOUR_CARD, 1);
    }
}

static void
cumulative_draw (const AccordChart *chart, const AccordChartPlan *plan, const AccordCanvas *canvas)
{
  const AccordCumulative *self = chart->data;
  const AccordCumulativeLayout *layout = plan->layout;

  draw_axes (self, layout, canvas);
  draw_under_water (layout, canvas);
  accord_canvas_set_source (canvas, ACCORD_COLOUR_DIM, 1);
  cairo_set_line_width (canvas->cairo, 1);
  accord_canvas_line (canvas, layout->plot.left, layout->zero_y, layout->plot.right, layout->zero_y);
  for (guint i = ACCORD_CUMULATIVE_LINES; i > 0; i--)
    draw_line (layout, canvas, i - 1);
  draw_flags (self, layout, canvas);
  draw_ends (self, layout, canvas);
}

static char *
cumulative_dup_mark (const AccordChart *chart, const AccordChartMark *mark)
{
  return accord_cumulative_dup_mark (chart->data, mark->row, mark->column);
}

static GPtrArray *
cumulative_dup_rows (const AccordChart *chart)
{
  return accord_cumulative_dup_rows (chart->data);
}

static const AccordChartKind cumulative_kind = {
  .plan = cumulative_plan,
  .draw = cumulative_draw,
  .dup_mark = cumulative_dup_mark,
  .dup_rows = cumulative_dup_rows,
  .free_data = cumulative_free,
};

static gboolean
is_empty (const AccordCbaYears *years, guint n_years)
{
  for (guint i = 0; i < n_years; i++)
    if (years->cost[i] != 0 || years->benefit[i] != 0)
      return FALSE;
  return TRUE;
}

/**
 * accord_cumulative_chart_new:
 * @result: what an option comes to; it is not kept
 * @base_year: the financial year that is year 0, or %ACCORD_NO_YEAR
 *
 * Makes a picture of the cumulative net position by year, discounted and not, with the years of payback.
 *
 * Returns: (transfer full): the chart
 */
AccordChart *
accord_cumulative_chart_new (const AccordCbaResult *result, int base_year)
{
  AccordCumulative *self = g_new0 (AccordCumulative, 1);
  AccordChart *chart = accord_chart_new (&cumulative_kind, self);
  const AccordCbaYears *years = &result->net.years;

  self->n_years = result->horizon;
  self->base_year = base_year;
  self->values[0] = g_memdup2 (years->cumulative, self->n_years * sizeof (double));
  self->values[1] = g_memdup2 (years->present_cumulative, self->n_years * sizeof (double));
  self->payback[0] = result->net.payback;
  self->payback[1] = result->net.discounted_payback;
  if (self->n_years == 0 || is_empty (years, self->n_years))
    chart->empty = _ ("Nothing is paid and nothing is gained yet.");
  chart->summary = chart->empty != NULL ? g_strdup (chart->empty) : accord_cumulative_dup_summary (self);
  accord_chart_add_heading (chart, _ ("Year"), FALSE);
  accord_chart_add_heading (chart, _ ("Net"), TRUE);
  accord_chart_add_heading (chart, _ ("Cumulative"), TRUE);
  accord_chart_add_heading (chart, _ ("Net, discounted"), TRUE);
  accord_chart_add_heading (chart, _ ("Cumulative, discounted"), TRUE);
  return chart;
}
