/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/chance-private.h"

#include "charts/words.h"

#define RING 4.0

static void
draw_level_axis (const AccordChances *self, const AccordChanceLayout *layout, const AccordCanvas *canvas,
                 double width)
{
  const AccordAxis *axis = &self->bins.axis;
  double last = -G_MAXDOUBLE;

  cairo_set_line_width (canvas->cairo, 1);
  for (guint i = 0; i < axis->n_ticks; i++)
    {
      g_autofree char *text = accord_axis_dup_money (axis->ticks[i]);
      double x = accord_chance_layout_x (layout, axis, axis->ticks[i]);
      double wide = accord_canvas_measure (canvas, ACCORD_INK_CAPTION, text, NULL);
      double left = CLAMP (x - wide / 2, 0, MAX (width - wide, 0));

      accord_canvas_set_source (canvas, ACCORD_COLOUR_LINE, 1);
      accord_canvas_line (canvas, x, layout->plot.bottom, x, layout->plot.bottom + 4 * canvas->scale);
      if (left < last + 8 * canvas->scale)
        continue;
      accord_canvas_words (canvas, ACCORD_INK_CAPTION, text, left, layout->plot.bottom + 6 * canvas->scale,
                           wide, 0, ACCORD_COLOUR_DIM);
      last = left + wide;
    }
  accord_canvas_set_source (canvas, ACCORD_COLOUR_DIM, 1);
  accord_canvas_line (canvas, layout->plot.left, layout->plot.bottom, layout->plot.right,
                      layout->plot.bottom);
}

/* What lies below nought is hatched: told from what lies above without colour. */
static void
draw_bins (const AccordChances *self, const AccordChanceLayout *layout, const AccordCanvas *canvas)
{
  const AccordBins *bins = &self->bins;
  const AccordPlot *plot = &layout->plot;

  for (guint i = 0; i < bins->n; i++)
    {
      double from = bins->from + i * bins->size, height;
      double x1 = accord_chance_layout_x (layout, &bins->axis, from);
      double x2 = accord_chance_layout_x (layout, &bins->axis, from + bins->size);
      /* An edge may miss nought by the rounding of its sum. */
      gboolean below = from + bins->size / 2 < 0;

      if (bins->counts[i] == 0)
        continue;
      height = MAX ((plot->bottom - plot->top) * bins->counts[i] / bins->most, 1);
      cairo_rectangle (canvas->cairo, x1 + 0.5, plot->bottom - height, MAX (x2 - x1 - 1, 1), height);
      if (!below)
        {
          accord_canvas_fill (canvas, ACCORD_COLOUR_SERIES, 0.85);
          continue;
        }
      accord_canvas_set_source (canvas, ACCORD_COLOUR_OVERDUE, 0.15);
      cairo_fill_preserve (canvas->cairo);
      accord_canvas_hatch (canvas, ACCORD_COLOUR_OVERDUE, 1);
    }
}

static double
find_part (const AccordChances *self, double value)
{
  guint i = 0;

  while (i + 1 < ACCORD_CHANCE_N_POINTS && self->points[i + 1] <= value)
    i++;
  return i / (ACCORD_CHANCE_N_POINTS - 1.0);
}

static void
draw_curve (const AccordChances *self, const AccordChanceLayout *layout, const AccordCanvas *canvas)
{
  const AccordPlot *plot = &layout->plot;
  double tall;

  accord_canvas_measure (canvas, ACCORD_INK_CAPTION, "0", &tall);
  cairo_set_line_width (canvas->cairo, 1);
  for (guint i = 0; i < plot->axis.n_ticks; i++)
    {
      double y = accord_plot_y (plot, plot->axis.ticks[i]);
      g_autofree char *text = accord_chart_dup_percent (plot->axis.ticks[i]);

      accord_canvas_set_source (canvas, ACCORD_COLOUR_LINE, 1);
      accord_canvas_line (canvas, plot->left, y, plot->right, y);
      accord_canvas_words (canvas, ACCORD_INK_CAPTION, text, 0, y - tall / 2, plot->left - 8 * canvas->scale,
                           1, ACCORD_COLOUR_DIM);
    }
  accord_canvas_set_source (canvas, ACCORD_COLOUR_SERIES, 1);
  cairo_set_line_width (canvas->cairo, 2);
  for (guint i = 0; i < ACCORD_CHANCE_N_POINTS; i++)
    cairo_line_to (canvas->cairo, accord_chance_layout_x (layout, &self->bins.axis, self->points[i]),
                   accord_plot_y (plot, i / (ACCORD_CHANCE_N_POINTS - 1.0)));
  cairo_stroke (canvas->cairo);
}

static void
draw_flags (const AccordChances *self, const AccordChanceLayout *layout, const AccordCanvas *canvas)
{
  double values[ACCORD_CHANCE_N_FLAGS], tall;
  char *words[ACCORD_CHANCE_N_FLAGS];
  guint n = accord_chances_get_flags (self, values, words);

  accord_canvas_measure (canvas, ACCORD_INK_CAPTION_STRONG, "0", &tall);
  for (guint i = 0; i < n; i++)
    {
      const AccordFlag *flag = &layout->flags[i];
      double top = flag->row * tall, bottom = layout->plot.bottom;
      gboolean nought = values[i] == 0;

      if (self->way == ACCORD_CHANCE_S_CURVE && !nought)
        bottom = accord_plot_y (&layout->plot, find_part (self, values[i]));
      cairo_save (canvas->cairo);
      cairo_set_line_width (canvas->cairo, nought ? 1.5 : 1);
      accord_canvas_set_source (canvas, ACCORD_COLOUR_TEXT, 1);
      accord_canvas_dash (canvas, nought ? 0 : 2, 2);
      accord_canvas_line (canvas, flag->at, top + tall, flag->at, bottom);
      cairo_restore (canvas->cairo);
      if (self->way == ACCORD_CHANCE_S_CURVE && !nought)
        {
          cairo_arc (canvas->cairo, flag->at, bottom, RING * canvas->scale, 0, 2 * G_PI);
          accord_canvas_fill (canvas, ACCORD_COLOUR_SERIES, 1);
        }
    }
  for (guint i = 0; i < n; i++)
    {
      const AccordFlag *flag = &layout->flags[i];

      accord_canvas_words_on (canvas, ACCORD_INK_CAPTION_STRONG, words[i], flag->x, flag->row * tall,
                              flag->width, 0.5, ACCORD_COLOUR_TEXT);
      g_free (words[i]);
    }
}

/*
 * accord_chances_draw:
 *
 * Draws chances, as a distribution or as a curve.
 */
void
accord_chances_draw (const AccordChart *chart, const AccordChartPlan *plan, const AccordCanvas *canvas)
{
  const AccordChances *self = chart->data;
  const AccordChanceLayout *layout = plan->layout;

  if (self->way == ACCORD_CHANCE_DISTRIBUTION)
    draw_bins (self, layout, canvas);
  else
    draw_curve (self, layout, canvas);
  draw_level_axis (self, layout, canvas, plan->width);
  draw_flags (self, layout, canvas);
}
