/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/tornado.h"

#include "charts/chart-private.h"
#include "charts/tornado-layout.h"
#include "charts/words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The narrower ones are in the table. */
#define MOST_BARS 12
#define LOW_ALPHA 0.4

typedef struct
{
  double npsv;
  GArray *bars;
  guint n_drawn;
} Tornado;

static const AccordTornadoBar *
bar_at (const Tornado *self, guint index)
{
  return &g_array_index (self->bars, AccordTornadoBar, index);
}

static void
bar_clear (gpointer data)
{
  AccordTornadoBar *bar = data;

  g_free ((char *) bar->name);
  g_free ((char *) bar->low);
  g_free ((char *) bar->high);
  g_free ((char *) bar->switching);
}

static void
tornado_free (gpointer data)
{
  g_array_unref (((Tornado *) data)->bars);
  g_free (data);
}

static double
spread (const AccordTornadoBar *bar)
{
  return fabs (bar->npsv_high / 2 - bar->npsv_low / 2);
}

static int
compare_spread (gconstpointer a, gconstpointer b)
{
  double first = spread (a), second = spread (b);

  return first > second ? -1 : first < second;
}

/* --- Words. */

static char *
dup_base (const Tornado *self)
{
  g_autofree char *sum = accord_axis_dup_money (self->npsv);

  /* Translators: %s is a sum of money: the net present social value with the figures as they were typed. */
  return g_strdup_printf (_ ("%s as appraised"), sum);
}

static guint
count_turning (const Tornado *self)
{
  guint n = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const AccordTornadoBar *bar = bar_at (self, i);

      n +=
          self->npsv >= 0 ? MIN (bar->npsv_low, bar->npsv_high) < 0 : MAX (bar->npsv_low, bar->npsv_high) > 0;
    }
  return n;
}

static char *
dup_turning (const Tornado *self)
{
  guint n = count_turning (self);

  if (n == 0)
    return g_strdup (self->npsv >= 0 ? _ ("No input alone brings it below nought.")
                                     : _ ("No input alone brings it above nought."));
  return g_strdup_printf (self->npsv >= 0 ? ngettext ("%u input alone can bring it below nought.",
                                                      "%u inputs can, each alone, bring it below nought.", n)
                                          : ngettext ("%u input alone can bring it above nought.",
                                                      "%u inputs can, each alone, bring it above nought.", n),
                          n);
}

static char *
dup_summary (const Tornado *self)
{
  const AccordTornadoBar *widest = bar_at (self, 0);
  g_autofree char *base = accord_axis_dup_money (self->npsv);
  g_autofree char *low = accord_axis_dup_money (widest->npsv_low);
  g_autofree char *high = accord_axis_dup_money (widest->npsv_high);
  g_autofree char *name = accord_chart_dup_brief (widest->name);
  g_autofree char *turning = dup_turning (self);
  /* Translators: a sum; then the name of an input, a sum, the input's lower value, a sum, its higher value;
   * then a sentence. */
  g_autofree char *words =
      g_strdup_printf (_ ("NPSV is %s as appraised. It hangs most on “%s”: %s at %s, %s at %s. %s"), base,
                       name, low, widest->low, high, widest->high, turning);

  if (self->n_drawn == self->bars->len)
    return g_steal_pointer (&words);
  /* Translators: sentences, then how many are drawn of how many. */
  return g_strdup_printf (_ ("%s The widest %u of %u are drawn."), words, self->n_drawn, self->bars->len);
}

static char *
tornado_dup_mark (const AccordChart *chart, const AccordChartMark *mark)
{
  const AccordTornadoBar *bar = bar_at (chart->data, mark->row);
  g_autofree char *low = accord_chart_dup_pounds (bar->npsv_low);
  g_autofree char *high = accord_chart_dup_pounds (bar->npsv_high);

  if (bar->switching == NULL)
    /* Translators: an input, its lower value, a sum, its higher value, a sum. */
    return g_strdup_printf (_ ("%s: at %s NPSV is %s, at %s it is %s; no value alone makes it nought"),
                            bar->name, bar->low, low, bar->high, high);
  /* Translators: an input, its lower value, a sum, its higher value, a sum, the value at which the sum is
   * nought. */
  return g_strdup_printf (_ ("%s: at %s NPSV is %s, at %s it is %s; it is nought at %s"), bar->name, bar->low,
                          low, bar->high, high, bar->switching);
}

static GPtrArray *
tornado_dup_rows (const AccordChart *chart)
{
  const Tornado *self = chart->data;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const AccordTornadoBar *bar = bar_at (self, i);

      accord_chart_add_row (rows, g_strdup (bar->name), g_strdup (bar->low),
                            accord_chart_dup_pounds (bar->npsv_low), g_strdup (bar->high),
                            accord_chart_dup_pounds (bar->npsv_high),
                            g_strdup (bar->switching != NULL ? bar->switching : _ ("none")), NULL);
    }
  return rows;
}

/* --- Where everything goes. */

static double
key_height (const AccordCanvas *canvas)
{
  double line;

  accord_canvas_measure (canvas, ACCORD_INK_CAPTION, "0", &line);
  return 2 * line + 6 * canvas->scale;
}

static void
add_marks (const Tornado *self, const AccordTornadoLayout *layout, AccordChartPlan *plan)
{
  for (guint i = 0; i < self->n_drawn; i++)
    {
      const AccordTornadoBarPlace *bar = &layout->bars[i];

      accord_chart_plan_add (plan, &(AccordChartMark){ .x = 0,
                                                       .y = bar->y,
                                                       .width = plan->width,
                                                       .height = bar->height,
                                                       .point_x = layout->base_x,
                                                       .point_y = bar->bar_y,
                                                       .row = i });
    }
}

static void
tornado_plan (const AccordChart *chart, const AccordCanvas *canvas, AccordChartPlan *plan)
{
  const Tornado *self = chart->data;
  g_autofree double *low = g_new0 (double, self->n_drawn), *high = g_new0 (double, self->n_drawn);
  AccordTornadoInput input = { .n_bars = self->n_drawn,
                               .low = low,
                               .high = high,
                               .base = self->npsv,
                               .width = plan->width,
                               .scale = canvas->scale,
                               .head = key_height (canvas) };
  AccordTornadoLayout *layout;

  accord_canvas_measure (canvas, ACCORD_INK_CAPTION, "0", &input.line_height);
  for (guint i = 0; i < self->n_drawn; i++)
    {
      const AccordTornadoBar *bar = bar_at (self, i);

      low[i] = bar->npsv_low;
      high[i] = bar->npsv_high;
      input.label = MAX (input.label, accord_canvas_measure (canvas, ACCORD_INK_BODY, bar->name, NULL));
      input.end = MAX (input.end, accord_canvas_measure (canvas, ACCORD_INK_CAPTION, bar->low, NULL));
      input.end = MAX (input.end, accord_canvas_measure (canvas, ACCORD_INK_CAPTION, bar->high, NULL));
    }
  layout = accord_tornado_layout_new (&input);
  plan->layout = layout;
  plan->free_layout = (GDestroyNotify) accord_tornado_layout_free;
  plan->height = layout->height;
  add_marks (self, layout, plan);
}

/* --- Drawing. */

static void
draw_axis (const AccordTornadoLayout *layout, const AccordCanvas *canvas, double width)
{
  double last = -G_MAXDOUBLE;

  cairo_set_line_width (canvas->cairo, 1);
  for (guint i = 0; i < layout->axis.n_ticks; i++)
    {
      double value = layout->axis.ticks[i], x = accord_tornado_layout_x (layout, value);
      g_autofree char *text = accord_axis_dup_money (value);
      double wide = accord_canvas_measure (canvas, ACCORD_INK_CAPTION, text, NULL);
      double left = CLAMP (x - wide / 2, 0, MAX (width - wide, 0));

      accord_canvas_set_source (canvas, value == 0 ? ACCORD_COLOUR_DIM : ACCORD_COLOUR_LINE, 1);
      accord_canvas_line (canvas, x, layout->top, x, layout->bottom);
      if (left < last + 8 * canvas->scale)
        continue;
      accord_canvas_words (canvas, ACCORD_INK_CAPTION, text, left, layout->bottom + 3 * canvas->scale, wide,
                           0, ACCORD_COLOUR_DIM);
      last = left + wide;
    }
  accord_canvas_set_source (canvas, ACCORD_COLOUR_TEXT, 1);
  cairo_set_line_width (canvas->cairo, 1);
  accord_canvas_line (canvas, layout->base_x, layout->top, layout->base_x, layout->bottom);
}

static void
fill_part (const AccordCanvas *canvas, double x1, double x2, double y, double height, gboolean high)
{
  double left = MIN (x1, x2), width = MAX (fabs (x2 - x1), 1);

  cairo_rectangle (canvas->cairo, left, y, width, height);
  if (high)
    {
      accord_canvas_fill (canvas, ACCORD_COLOUR_SERIES, 1);
      return;
    }
  /* Told apart without colour: the lower value's part is hatched, with an outline. */
  accord_canvas_set_source (canvas, ACCORD_COLOUR_CARD, 1);
  cairo_fill_preserve (canvas->cairo);
  accord_canvas_hatch (canvas, ACCORD_COLOUR_SERIES + 2, 1);
  cairo_rectangle (canvas->cairo, left + 0.5, y + 0.5, MAX (width - 1, 0.5), height - 1);
  accord_canvas_set_source (canvas, ACCORD_COLOUR_SERIES + 2, 1);
  cairo_set_line_width (canvas->cairo, 1);
  cairo_stroke (canvas->cairo);
}

/* The words of an end stand outside of the bar, in what room there is. */
static void
draw_end (const AccordCanvas *canvas, const char *text, double x, gboolean right, double middle, double least,
          double most)
{
  double gap = 5 * canvas->scale, tall;
  double wide = accord_canvas_measure (canvas, ACCORD_INK_CAPTION, text, &tall);
  double room = right ? most - x - gap : x - gap - least;

  wide = MIN (wide, MAX (room, 1));
  accord_canvas_words_on (canvas, ACCORD_INK_CAPTION, text, right ? x + gap : x - gap - wide,
                          middle - tall / 2, wide, 0, ACCORD_COLOUR_TEXT);
}

static void
draw_bar (const AccordTornadoBar *bar, const AccordTornadoLayout *layout, const AccordTornadoBarPlace *place,
          const AccordCanvas *canvas, double width)
{
  double half = place->split ? place->bar_height / 2 : place->bar_height;
  double high_y = place->split ? place->bar_y + half : place->bar_y;
  double least = layout->stacked ? 0 : layout->label_width + 4 * canvas->scale;
  double middle = place->bar_y + place->bar_height / 2;

  if (layout->stacked)
    accord_canvas_words_on (canvas, ACCORD_INK_BODY, bar->name, 0, place->label_y, layout->label_width, 0,
                            ACCORD_COLOUR_TEXT);
  else
    accord_canvas_words (canvas, ACCORD_INK_BODY, bar->name, 0, place->label_y - 2 * canvas->scale,
                         layout->label_width, 1, ACCORD_COLOUR_TEXT);
  fill_part (canvas, layout->base_x, place->low_x, place->bar_y, half, FALSE);
  fill_part (canvas, layout->base_x, place->high_x, high_y, half, TRUE);
  if (place->split)
    {
      /* Both on one side: only the farther end has room for its words. */
      gboolean low = fabs (place->low_x - layout->base_x) > fabs (place->high_x - layout->base_x);

      draw_end (canvas, low ? bar->low : bar->high, low ? place->low_x : place->high_x,
                place->low_x > layout->base_x, middle, least, width);
      return;
    }
  draw_end (canvas, bar->low, place->low_x, place->low_x > place->high_x, middle, least, width);
  draw_end (canvas, bar->high, place->high_x, place->high_x >= place->low_x, middle, least, width);
}

static double
draw_key_entry (const AccordCanvas *canvas, const char *text, double x, double y, double tall, gboolean high)
{
  double side = 10 * canvas->scale, gap = 5 * canvas->scale;
  double wide = accord_canvas_measure (canvas, ACCORD_INK_CAPTION, text, NULL);

  fill_part (canvas, x, x + side, y + (tall - side) / 2, side, high);
  accord_canvas_words (canvas, ACCORD_INK_CAPTION, text, x + side + gap, y, wide, 0, ACCORD_COLOUR_DIM);
  return x + side + gap + wide + 3 * gap;
}

static void
draw_head (const Tornado *self, const AccordTornadoLayout *layout, const AccordCanvas *canvas, double width)
{
  g_autofree char *base = dup_base (self);
  double tall, wide = accord_canvas_measure (canvas, ACCORD_INK_CAPTION_STRONG, base, &tall);
  double x = draw_key_entry (canvas, _ ("lower value"), 0, 0, tall, FALSE), y = tall + 3 * canvas->scale;

  draw_key_entry (canvas, _ ("higher value"), x, 0, tall, TRUE);
  accord_canvas_words_on (canvas, ACCORD_INK_CAPTION_STRONG, base,
                          CLAMP (layout->base_x - wide / 2, 0, MAX (width - wide, 0)), y, wide, 0,
                          ACCORD_COLOUR_TEXT);
}

static void
tornado_draw (const AccordChart *chart, const AccordChartPlan *plan, const AccordCanvas *canvas)
{
  const Tornado *self = chart->data;
  const AccordTornadoLayout *layout = plan->layout;

  draw_axis (layout, canvas, plan->width);
  for (guint i = 0; i < self->n_drawn; i++)
    draw_bar (bar_at (self, i), layout, &layout->bars[i], canvas, plan->width);
  draw_head (self, layout, canvas, plan->width);
}

static const AccordChartKind tornado_kind = {
  .plan = tornado_plan,
  .draw = tornado_draw,
  .dup_mark = tornado_dup_mark,
  .dup_rows = tornado_dup_rows,
  .free_data = tornado_free,
};

static void
add_bar (Tornado *self, const AccordTornadoBar *bar)
{
  AccordTornadoBar copy = { g_strdup (bar->name),      g_strdup (bar->low), g_strdup (bar->high),
                            g_strdup (bar->switching), bar->npsv_low,       bar->npsv_high };

  g_array_append_val (self->bars, copy);
}

static void
add_headings (AccordChart *chart)
{
  accord_chart_add_heading (chart, _ ("Input"), FALSE);
  accord_chart_add_heading (chart, _ ("Lower"), TRUE);
  accord_chart_add_heading (chart, _ ("NPSV"), TRUE);
  accord_chart_add_heading (chart, _ ("Higher"), TRUE);
  accord_chart_add_heading (chart, _ ("NPSV"), TRUE);
  accord_chart_add_heading (chart, _ ("NPSV is nought at"), TRUE);
}

/**
 * accord_tornado_chart_new:
 * @npsv: the net present social value as appraised, in pence
 * @bars: (array length=n_bars): the inputs that were changed, each alone; copied
 * @n_bars: how many
 *
 * Makes a picture of what the net present social value hangs on: the widest swing at the top, each about the
 * value as appraised.
 *
 * Returns: (transfer full): the chart
 */
AccordChart *
accord_tornado_chart_new (double npsv, const AccordTornadoBar *bars, guint n_bars)
{
  Tornado *self = g_new0 (Tornado, 1);
  AccordChart *chart = accord_chart_new (&tornado_kind, self);

  self->npsv = npsv;
  self->bars = g_array_new (FALSE, TRUE, sizeof (AccordTornadoBar));
  g_array_set_clear_func (self->bars, bar_clear);
  for (guint i = 0; i < n_bars; i++)
    if (bars[i].npsv_low != bars[i].npsv_high || bars[i].npsv_low != npsv)
      add_bar (self, &bars[i]);
  g_array_sort (self->bars, compare_spread);
  self->n_drawn = MIN (self->bars->len, MOST_BARS);
  if (self->bars->len == 0)
    chart->empty = _ ("No input changes the net present social value.");
  chart->summary = chart->empty != NULL ? g_strdup (chart->empty) : dup_summary (self);
  add_headings (chart);
  return chart;
}
