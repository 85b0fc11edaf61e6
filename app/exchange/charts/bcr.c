/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/bcr.h"

#include "cba-numbers.h"
#include "cba-words.h"
#include "charts/bcr-layout.h"
#include "charts/chart-private.h"
#include "charts/words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The others are in the table. */
#define MOST_BARS 40
#define CUT 5.0

typedef struct
{
  GArray *bars;
  guint n_drawn;
} Bcr;

static const AccordBcrBar *
bar_at (const Bcr *self, guint index)
{
  return &g_array_index (self->bars, AccordBcrBar, index);
}

static void
bar_clear (gpointer data)
{
  AccordBcrBar *bar = data;

  g_free ((char *) bar->name);
  g_free ((char *) bar->words);
}

static void
bcr_free (gpointer data)
{
  g_array_unref (((Bcr *) data)->bars);
  g_free (data);
}

static gboolean
has_bcr (const AccordBcrBar *bar)
{
  return bar->words == NULL && bar->bcr.defined == ACCORD_DEFINED;
}

/* The highest first; those without a BCR last, by name. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const AccordBcrBar *first = a, *second = b;

  if (has_bcr (first) != has_bcr (second))
    return has_bcr (first) ? -1 : 1;
  if (has_bcr (first) && first->bcr.value != second->bcr.value)
    return first->bcr.value > second->bcr.value ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

/* --- Words. */

static char *
dup_value (const AccordBcrBar *bar)
{
  if (has_bcr (bar))
    return accord_number_format_places (bar->bcr.value, 2);
  return g_strdup (bar->words != NULL ? bar->words : accord_undefined_get_words (bar->bcr.defined));
}

/* Who is chosen is told without colour. */
static char *
dup_name (const AccordBcrBar *bar)
{
  return g_strconcat (bar->chosen ? "✓ " : "", bar->name, NULL);
}

static const char *
get_band (const AccordBcrBar *bar)
{
  return accord_money_band_get_label (accord_cba_band (bar->bcr));
}

static void
count (const Bcr *self, guint *n_worth, guint *n_without)
{
  *n_worth = *n_without = 0;
  for (guint i = 0; i < self->bars->len; i++)
    {
      *n_worth += has_bcr (bar_at (self, i)) && bar_at (self, i)->bcr.value >= 1;
      *n_without += !has_bcr (bar_at (self, i));
    }
}

static char *
dup_summary (const Bcr *self)
{
  const AccordBcrBar *best = bar_at (self, 0);
  GString *words = g_string_new (NULL);
  guint worth, without;

  count (self, &worth, &without);
  g_string_append_printf (words,
                          ngettext ("%u of %u case gives back at least what it costs.",
                                    "%u of %u cases give back at least what they cost.", self->bars->len),
                          worth, self->bars->len);
  if (has_bcr (best))
    {
      g_autofree char *value = dup_value (best), *name = accord_chart_dup_brief (best->name);

      g_string_append_c (words, ' ');
      /* Translators: the name of a case, its benefit–cost ratio, its band of value for money. */
      g_string_append_printf (words, _ ("The highest BCR is that of %s: %s (%s)."), name, value,
                              get_band (best));
    }
  if (without > 0)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, ngettext ("%u has none.", "%u have none.", without), without);
    }
  if (self->n_drawn < self->bars->len)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, _ ("The first %u are drawn; all are in the table."), self->n_drawn);
    }
  return g_string_free (words, FALSE);
}

static char *
bcr_dup_mark (const AccordChart *chart, const AccordChartMark *mark)
{
  const AccordBcrBar *bar = bar_at (chart->data, mark->row);
  g_autofree char *value = dup_value (bar);

  if (!has_bcr (bar))
    return g_strdup_printf (_ ("%s: %s"), bar->name, value);
  /* Translators: the name of a case, its benefit–cost ratio, its band of value for money. */
  return g_strdup_printf (_ ("%s: BCR %s, %s"), bar->name, value, get_band (bar));
}

static GPtrArray *
bcr_dup_rows (const AccordChart *chart)
{
  const Bcr *self = chart->data;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const AccordBcrBar *bar = bar_at (self, i);

      accord_chart_add_row (rows, g_strdup (bar->name), dup_value (bar),
                            g_strdup (has_bcr (bar) ? get_band (bar) : "–"),
                            g_strdup (bar->chosen ? _ ("yes") : "–"), NULL);
    }
  return rows;
}

/* --- Where everything goes. */

static void
add_marks (const Bcr *self, const AccordBcrLayout *layout, AccordChartPlan *plan)
{
  for (guint i = 0; i < self->n_drawn; i++)
    {
      const AccordBcrBar *bar = bar_at (self, i);
      double top = layout->top + i * layout->row_height;

      accord_chart_plan_add (plan, &(AccordChartMark){ .x = 0,
                                                       .y = top,
                                                       .width = plan->width,
                                                       .height = layout->row_height,
                                                       .point_x = accord_bcr_layout_x (
                                                           layout, has_bcr (bar) ? bar->bcr.value : 0),
                                                       .point_y = top,
                                                       .row = i,
                                                       .kind = bar->kind,
                                                       .id = bar->id });
    }
}

static double
measure_name (const AccordCanvas *canvas, const AccordBcrBar *bar)
{
  g_autofree char *name = dup_name (bar);

  return accord_canvas_measure (canvas, bar->chosen ? ACCORD_INK_STRONG : ACCORD_INK_BODY, name, NULL);
}

static void
bcr_plan (const AccordChart *chart, const AccordCanvas *canvas, AccordChartPlan *plan)
{
  const Bcr *self = chart->data;
  AccordBcrLayout *layout = g_new0 (AccordBcrLayout, 1);
  g_autofree double *values = g_new0 (double, self->n_drawn);
  AccordBcrInput input = {
    .n_bars = self->n_drawn, .values = values, .width = plan->width, .scale = canvas->scale
  };

  for (guint i = 0; i <= ACCORD_BCR_N_EDGES; i++)
    input.band[i] = accord_canvas_measure (canvas, ACCORD_INK_CAPTION, accord_money_band_get_label (i),
                                           &input.line_height);
  for (guint i = 0; i < self->n_drawn; i++)
    {
      const AccordBcrBar *bar = bar_at (self, i);
      g_autofree char *value = dup_value (bar);

      input.label = MAX (input.label, measure_name (canvas, bar));
      if (!has_bcr (bar))
        continue;
      values[i] = bar->bcr.value;
      input.figure =
          MAX (input.figure, accord_canvas_measure (canvas, ACCORD_INK_CAPTION_STRONG, value, NULL));
    }
  accord_bcr_layout_init (layout, &input);
  plan->layout = layout;
  plan->free_layout = g_free;
  plan->height = layout->height;
  add_marks (self, layout, plan);
}

/* --- Drawing. */

static void
draw_bands (const AccordBcrLayout *layout, const AccordCanvas *canvas)
{
  double tall;

  accord_canvas_measure (canvas, ACCORD_INK_CAPTION, "0", &tall);
  for (guint i = 0; i <= ACCORD_BCR_N_EDGES; i++)
    {
      const AccordFlag *band = &layout->bands[i];
      double from = accord_bcr_layout_x (layout, i > 0 ? accord_bcr_edges[i - 1] : layout->low);
      double until =
          accord_bcr_layout_x (layout, i < ACCORD_BCR_N_EDGES ? accord_bcr_edges[i] : layout->high);

      if (band->width <= 0)
        continue;
      cairo_rectangle (canvas->cairo, from, layout->top, until - from, layout->bottom - layout->top);
      accord_canvas_fill (canvas, ACCORD_COLOUR_LINE,
                          (i % 2 == 0 ? 0.45 : 0.15) * (canvas->patterns ? 0.5 : 1));
      accord_canvas_words (canvas, ACCORD_INK_CAPTION, accord_money_band_get_label (i), band->x,
                           band->row * tall, band->width, 0.5, ACCORD_COLOUR_DIM);
    }
}

static void
draw_edges (const AccordBcrLayout *layout, const AccordCanvas *canvas)
{
  double last = -G_MAXDOUBLE;

  cairo_set_line_width (canvas->cairo, 1);
  for (guint i = 0; i < ACCORD_BCR_N_EDGES; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      double x = accord_bcr_layout_x (layout, accord_bcr_edges[i]), wide, left;

      g_ascii_formatd (number, sizeof number, "%g", accord_bcr_edges[i]);
      wide = accord_canvas_measure (canvas, ACCORD_INK_CAPTION, number, NULL);
      left = MAX (x - wide / 2, 0);
      accord_canvas_set_source (canvas, accord_bcr_edges[i] <= 1 ? ACCORD_COLOUR_DIM : ACCORD_COLOUR_LINE, 1);
      accord_canvas_line (canvas, x, layout->top, x, layout->bottom);
      if (left < last + 4 * canvas->scale)
        continue;
      accord_canvas_words (canvas, ACCORD_INK_CAPTION, number, left, layout->bottom + 3 * canvas->scale, wide,
                           0, ACCORD_COLOUR_DIM);
      last = left + wide;
    }
}

/* Two slanting gaps near the end of a bar that goes on. */
static void
draw_cut (const AccordCanvas *canvas, double x, double y, double height)
{
  double size = CUT * canvas->scale;

  accord_canvas_set_source (canvas, ACCORD_COLOUR_CARD, 1);
  cairo_set_line_width (canvas->cairo, 2 * canvas->scale);
  for (guint i = 1; i <= 2; i++)
    {
      cairo_move_to (canvas->cairo, x - (i + 1) * size, y + height + 1);
      cairo_line_to (canvas->cairo, x - i * size, y - 1);
    }
  cairo_stroke (canvas->cairo);
}

static void
draw_bar (const AccordBcrBar *bar, const AccordBcrLayout *layout, const AccordCanvas *canvas, double y)
{
  double nought = accord_bcr_layout_x (layout, 0), end = accord_bcr_layout_x (layout, bar->bcr.value);

  cairo_rectangle (canvas->cairo, MIN (nought, end), y, MAX (fabs (end - nought), 1.5), layout->bar_height);
  if (bar->bcr.value >= 1)
    accord_canvas_fill (canvas, ACCORD_COLOUR_SERIES, 1);
  else
    {
      /* What gives back less than it costs is hatched: told without colour. */
      accord_canvas_set_source (canvas, ACCORD_COLOUR_CARD, 1);
      cairo_fill_preserve (canvas->cairo);
      accord_canvas_hatch (canvas, ACCORD_COLOUR_SERIES + 2, 1);
      cairo_rectangle (canvas->cairo, MIN (nought, end) + 0.5, y + 0.5, MAX (fabs (end - nought) - 1, 0.5),
                       layout->bar_height - 1);
      accord_canvas_set_source (canvas, ACCORD_COLOUR_SERIES + 2, 1);
      cairo_set_line_width (canvas->cairo, 1);
      cairo_stroke (canvas->cairo);
    }
  if (accord_bcr_layout_is_cut (layout, bar->bcr.value) && bar->bcr.value > 0)
    draw_cut (canvas, end, y, layout->bar_height);
}

static void
draw_row (const AccordBcrBar *bar, const AccordBcrLayout *layout, const AccordCanvas *canvas, guint index,
          double width)
{
  double name_height, tall, top = layout->top + index * layout->row_height, y, x, middle;
  g_autofree char *value = dup_value (bar);
  AccordInk ink = bar->chosen ? ACCORD_INK_STRONG : ACCORD_INK_BODY;
  g_autofree char *name = dup_name (bar);

  accord_canvas_measure (canvas, ink, name, &name_height);
  accord_canvas_measure (canvas, ACCORD_INK_CAPTION, value, &tall);
  y = top + layout->row_height - layout->bar_height - 4 * canvas->scale;
  middle = y + layout->bar_height / 2;
  if (layout->stacked)
    accord_canvas_words_on (canvas, ink, name, 0, top, layout->label_width, 0, ACCORD_COLOUR_TEXT);
  else
    accord_canvas_words (canvas, ink, name, 0, middle - name_height / 2, layout->label_width, 1,
                         ACCORD_COLOUR_TEXT);
  if (!has_bcr (bar))
    {
      x = accord_bcr_layout_x (layout, 0) + 6 * canvas->scale;
      accord_canvas_words_on (canvas, ACCORD_INK_CAPTION, value, x, middle - tall / 2, width - x, 0,
                              ACCORD_COLOUR_DIM);
      return;
    }
  draw_bar (bar, layout, canvas, y);
  x = MAX (accord_bcr_layout_x (layout, bar->bcr.value), accord_bcr_layout_x (layout, 0)) + 5 * canvas->scale;
  accord_canvas_words_on (canvas, ACCORD_INK_CAPTION_STRONG, value, x, middle - tall / 2, MAX (width - x, 1),
                          0, ACCORD_COLOUR_TEXT);
}

static void
bcr_draw (const AccordChart *chart, const AccordChartPlan *plan, const AccordCanvas *canvas)
{
  const Bcr *self = chart->data;
  const AccordBcrLayout *layout = plan->layout;

  draw_bands (layout, canvas);
  draw_edges (layout, canvas);
  for (guint i = 0; i < self->n_drawn; i++)
    draw_row (bar_at (self, i), layout, canvas, i, plan->width);
}

static const AccordChartKind bcr_kind = {
  .plan = bcr_plan,
  .draw = bcr_draw,
  .dup_mark = bcr_dup_mark,
  .dup_rows = bcr_dup_rows,
  .free_data = bcr_free,
};

/**
 * accord_bcr_chart_new:
 * @bars: (array length=n_bars): the cases; copied
 * @n_bars: how many
 *
 * Makes a picture of the benefit–cost ratios of several cases, the highest first, over the bands of value for
 * money. What has no ratio says why, and is not drawn as 0.
 *
 * Returns: (transfer full): the chart
 */
AccordChart *
accord_bcr_chart_new (const AccordBcrBar *bars, guint n_bars)
{
  Bcr *self = g_new0 (Bcr, 1);
  AccordChart *chart = accord_chart_new (&bcr_kind, self);

  self->bars = g_array_new (FALSE, TRUE, sizeof (AccordBcrBar));
  g_array_set_clear_func (self->bars, bar_clear);
  for (guint i = 0; i < n_bars; i++)
    {
      AccordBcrBar copy = bars[i];

      copy.name = g_strdup (bars[i].name);
      copy.words = g_strdup (bars[i].words);
      g_array_append_val (self->bars, copy);
    }
  g_array_sort (self->bars, compare);
  self->n_drawn = MIN (n_bars, MOST_BARS);
  if (n_bars == 0)
    chart->empty = _ ("There are no cases to compare yet.");
  chart->summary = chart->empty != NULL ? g_strdup (chart->empty) : dup_summary (self);
  accord_chart_add_heading (chart, _ ("Case"), FALSE);
  accord_chart_add_heading (chart, _ ("BCR"), TRUE);
  accord_chart_add_heading (chart, _ ("Value for money"), FALSE);
  accord_chart_add_heading (chart, _ ("Chosen"), FALSE);
  return chart;
}
