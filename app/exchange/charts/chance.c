/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/chance-private.h"

#include "charts/words.h"

#include <glib/gi18n-lib.h>

static char *
dup_flag (const char *format, double value)
{
  g_autofree char *sum = accord_axis_dup_money (value);

  return g_strconcat (format, " ", sum, NULL);
}

/*
 * accord_chances_get_flags:
 * @self: what a chart shows
 * @values: (out) (array): where each flag points to
 * @words: (out) (array) (transfer full): what it says
 *
 * Returns: how many flags there are, the most important first
 */
guint
accord_chances_get_flags (const AccordChances *self, double *values, char **words)
{
  guint n = 0;

  values[n] = self->p50;
  words[n++] = dup_flag (_ ("P50"), self->p50);
  if (self->bins.axis.low <= 0 && self->bins.axis.high >= 0)
    {
      values[n] = 0;
      words[n++] = accord_chances_dup_above (self);
    }
  values[n] = self->p10;
  words[n++] = dup_flag (_ ("P10"), self->p10);
  values[n] = self->p90;
  words[n++] = dup_flag (_ ("P90"), self->p90);
  return n;
}

static void
add_bins (const AccordChances *self, const AccordChanceLayout *layout, AccordChartPlan *plan)
{
  const AccordBins *bins = &self->bins;
  const AccordPlot *plot = &layout->plot;
  double room = (plot->right - plot->left) / bins->n;

  for (guint i = 0; i < bins->n; i++)
    {
      double height = (plot->bottom - plot->top) * bins->counts[i] / bins->most;

      if (bins->counts[i] > 0)
        accord_chart_plan_add (plan, &(AccordChartMark){ .x = plot->left + i * room,
                                                         .y = plot->bottom - height,
                                                         .width = room,
                                                         .height = height,
                                                         .point_x = plot->left + (i + 0.5) * room,
                                                         .point_y = plot->bottom - height,
                                                         .column = i });
    }
}

static void
add_points (const AccordChances *self, const AccordChanceLayout *layout, AccordChartPlan *plan)
{
  for (guint i = 0; i < ACCORD_CHANCE_N_POINTS; i++)
    {
      double x = accord_chance_layout_x (layout, &self->bins.axis, self->points[i]);
      double y = accord_plot_y (&layout->plot, i / (ACCORD_CHANCE_N_POINTS - 1.0));

      accord_chart_plan_add (
          plan, &(AccordChartMark){ .x = x, .y = y, .point_x = x, .point_y = y, .spot = TRUE, .column = i });
    }
}

static void
chances_plan (const AccordChart *chart, const AccordCanvas *canvas, AccordChartPlan *plan)
{
  const AccordChances *self = chart->data;
  AccordChanceLayout *layout = g_new0 (AccordChanceLayout, 1);
  AccordChanceInput input = { .width = plan->width, .scale = canvas->scale };
  char *words[ACCORD_CHANCE_N_FLAGS];
  g_autofree char *all = accord_chart_dup_percent (1);

  input.n_flags = accord_chances_get_flags (self, input.flag_value, words);
  for (guint i = 0; i < input.n_flags; i++)
    {
      input.flag_width[i] =
          accord_canvas_measure (canvas, ACCORD_INK_CAPTION_STRONG, words[i], &input.line_height);
      g_free (words[i]);
    }
  if (self->way == ACCORD_CHANCE_S_CURVE)
    input.tick = accord_canvas_measure (canvas, ACCORD_INK_CAPTION, all, NULL);
  accord_chance_layout_init (layout, &input, &self->bins.axis);
  plan->layout = layout;
  plan->free_layout = g_free;
  plan->height = layout->height;
  if (self->way == ACCORD_CHANCE_DISTRIBUTION)
    add_bins (self, layout, plan);
  else
    add_points (self, layout, plan);
}

static char *
chances_dup_mark (const AccordChart *chart, const AccordChartMark *mark)
{
  return accord_chances_dup_mark (chart->data, mark->column);
}

static GPtrArray *
chances_dup_rows (const AccordChart *chart)
{
  return accord_chances_dup_rows (chart->data);
}

static const AccordChartKind chances_kind = {
  .plan = chances_plan,
  .draw = accord_chances_draw,
  .dup_mark = chances_dup_mark,
  .dup_rows = chances_dup_rows,
  .free_data = g_free,
};

static void
take (AccordChances *self, const AccordChance *chance)
{
  guint last = chance->n_draws - 1;

  self->n_draws = chance->n_draws;
  self->p10 = chance->p10;
  self->p50 = chance->p50;
  self->p90 = chance->p90;
  self->positive = chance->positive;
  for (guint i = 0; i < ACCORD_CHANCE_N_POINTS; i++)
    self->points[i] = chance->npsv[(guint) ((guint64) last * i / (ACCORD_CHANCE_N_POINTS - 1))];
  accord_bins_init (&self->bins, chance->npsv, chance->n_draws);
}

/**
 * accord_chance_chart_new:
 * @chance: what came of the draws; it is not kept
 * @way: how to draw it
 *
 * Makes a picture of how sure the net present social value is: of the draws, with the sums that a tenth, half
 * and nine tenths of them come to at most, and how many lie above nought.
 *
 * Returns: (transfer full): the chart
 */
AccordChart *
accord_chance_chart_new (const AccordChance *chance, AccordChanceWay way)
{
  AccordChances *self = g_new0 (AccordChances, 1);
  AccordChart *chart = accord_chart_new (&chances_kind, self);

  self->way = way;
  if (chance->n_draws == 0)
    chart->empty = _ ("Nothing has been drawn yet.");
  else
    take (self, chance);
  if (chance->n_draws > 0
      && accord_axis_pence (chance->npsv[0]) == accord_axis_pence (chance->npsv[chance->n_draws - 1]))
    chart->empty = _ ("No line has a range, so that every draw comes to the same.");
  chart->summary = chart->empty != NULL ? g_strdup (chart->empty) : accord_chances_dup_summary (self);
  accord_chart_add_heading (chart, _ ("Of the draws"), FALSE);
  accord_chart_add_heading (chart, _ ("come to at most"), TRUE);
  return chart;
}
