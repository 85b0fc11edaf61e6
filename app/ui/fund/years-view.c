/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/years-view.h"

#include "allocation.h"
#include "chart/bars-layout.h"
#include "financial-year.h"
#include "fund-rows.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_WIDTH 240
#define ALLOCATED_ALPHA 0.35

/* For each financial year what was allocated, what was paid, and how far that is expected to go. */
struct _AccordYearsView
{
  AccordDrawing parent_instance;

  GArray *years;
  gint64 this_year;
  gint64 fund;
  AccordBarsLayout *layout;
  double foot;
};

G_DEFINE_FINAL_TYPE (AccordYearsView, accord_years_view, ACCORD_TYPE_DRAWING)

static char *
dup_name (const AccordFundYear *year)
{
  return year->year != ACCORD_UNKNOWN ? accord_financial_year_format ((int) year->year)
                                      : g_strdup (_ ("Year not known"));
}

static gboolean
is_ahead (const AccordYearsView *self, const AccordFundYear *year)
{
  return year->year == self->this_year && year->forecast != ACCORD_UNKNOWN && year->forecast > year->paid;
}

static char *
dup_allocated (const AccordFundYear *year)
{
  g_autofree char *sum = NULL;

  if (year->n_allocations == 0)
    return g_strdup (_ ("nothing allocated"));
  sum = accord_money_format (year->allocated, ACCORD_MONEY_SHORT);
  return g_strdup_printf (_ ("%s allocated"), sum);
}

static char *
dup_paid (const AccordYearsView *self, const AccordFundYear *year)
{
  g_autofree char *sum = NULL, *forecast = NULL;

  if (year->n_payments == 0)
    return g_strdup (_ ("nothing paid"));
  sum = accord_money_format (year->paid, ACCORD_MONEY_SHORT);
  if (!is_ahead (self, year))
    return g_strdup_printf (_ ("%s paid"), sum);
  forecast = accord_money_format (year->forecast, ACCORD_MONEY_SHORT);
  /* Translators: what was paid, and what the year is expected to come to. */
  return g_strdup_printf (_ ("%s paid, %s forecast"), sum, forecast);
}

static double
measure_text (AccordYearsView *self, AccordInk ink, const char *text, double *height)
{
  g_autoptr (PangoLayout) layout = accord_drawing_create_layout (ACCORD_DRAWING (self), ink, text, -1);
  int width, tall;

  pango_layout_get_pixel_size (layout, &width, &tall);
  if (height != NULL)
    *height = tall;
  return width;
}

static AccordBarsLayout *
make_layout (AccordYearsView *self, double width)
{
  g_autofree AccordBarsPair *pairs = g_new0 (AccordBarsPair, self->years->len + 1);
  double label = 0, figure = 0;

  for (guint i = 0; i < self->years->len; i++)
    {
      const AccordFundYear *year = &g_array_index (self->years, AccordFundYear, i);
      g_autofree char *name = dup_name (year), *allocated = dup_allocated (year),
                      *paid = dup_paid (self, year);

      label = MAX (label, measure_text (self, ACCORD_INK_STRONG, name, NULL));
      figure = MAX (figure, measure_text (self, ACCORD_INK_CAPTION, allocated, NULL));
      figure = MAX (figure, measure_text (self, ACCORD_INK_CAPTION, paid, NULL));
      pairs[i] = (AccordBarsPair){ MAX (year->allocated, 0), MAX (year->paid, 0),
                                   is_ahead (self, year) ? year->forecast : 0 };
    }
  measure_text (self, ACCORD_INK_CAPTION, "£0", &self->foot);
  self->foot += 6;
  return accord_bars_layout_new (pairs, self->years->len, width,
                                 accord_drawing_get_scale (ACCORD_DRAWING (self)), label,
                                 MIN (figure, width * 0.4));
}

static int
accord_years_view_measure_height (AccordDrawing *drawing, int width)
{
  g_autoptr (AccordBarsLayout) layout = make_layout (ACCORD_YEARS_VIEW (drawing), width);

  return (int) ceil (layout->height + ACCORD_YEARS_VIEW (drawing)->foot);
}

static void
accord_years_view_arrange (AccordDrawing *drawing, int width, int height)
{
  AccordYearsView *self = ACCORD_YEARS_VIEW (drawing);

  g_clear_pointer (&self->layout, accord_bars_layout_free);
  self->layout = make_layout (self, width);
  for (guint i = 0; i < self->years->len; i++)
    {
      const AccordFundYear *year = &g_array_index (self->years, AccordFundYear, i);
      const AccordBarsRow *row = &g_array_index (self->layout->rows, AccordBarsRow, i);
      g_autofree char *sentence = accord_years_view_dup_sentence (year, !is_ahead (self, year));
      g_autoptr (AccordQuery) rows = accord_years_view_make_rows (year, self->fund);

      accord_drawing_add_mark (drawing, &(AccordMark){ .x = 0,
                                                       .y = row->y - 3,
                                                       .width = width,
                                                       .height = row->height + 6,
                                                       .label = sentence,
                                                       .rows = rows });
    }
}

static void
fill_box (AccordYearsView *self, cairo_t *cairo, const AccordFlowBox *box, double alpha)
{
  if (box->width <= 0)
    return;
  cairo_new_path (cairo);
  cairo_rectangle (cairo, box->x, box->y, box->width, box->height);
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_SERIES, alpha);
  cairo_fill (cairo);
}

static void
outline_box (AccordYearsView *self, cairo_t *cairo, const AccordFlowBox *box, gboolean dashed)
{
  static const double dashes[] = { 3, 2 };

  if (box->width <= 1)
    return;
  cairo_save (cairo);
  cairo_rectangle (cairo, box->x + 0.5, box->y + 0.5, box->width - 1, box->height - 1);
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_SERIES, 1);
  cairo_set_line_width (cairo, 1);
  if (dashed)
    cairo_set_dash (cairo, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static void
draw_words (AccordYearsView *self, cairo_t *cairo, AccordInk ink, const char *text, double x, double middle,
            double width, AccordColour colour)
{
  g_autoptr (PangoLayout) layout = NULL;
  int wide, tall;

  if (width < 8)
    return;
  layout = accord_drawing_create_layout (ACCORD_DRAWING (self), ink, text, (int) width);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &wide, &tall);
  /* No gridline runs through words. */
  cairo_rectangle (cairo, x - 3, middle - tall / 2.0, wide + 6, tall);
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_CARD, 1);
  cairo_fill (cairo);
  accord_drawing_show_layout (ACCORD_DRAWING (self), cairo, layout, x, middle - tall / 2.0, colour);
}

static void
draw_ticks (AccordYearsView *self, cairo_t *cairo, double width)
{
  double y = self->layout->height;

  for (guint i = 0; i < self->layout->ticks->len; i++)
    {
      const AccordBarsTick *tick = &g_array_index (self->layout->ticks, AccordBarsTick, i);
      g_autofree char *text = accord_money_format (tick->value, ACCORD_MONEY_SHORT);
      double wide = measure_text (self, ACCORD_INK_CAPTION, text, NULL), x = floor (tick->x) + 0.5;

      accord_drawing_set_source (ACCORD_DRAWING (self), cairo,
                                 i == 0 ? ACCORD_COLOUR_DIM : ACCORD_COLOUR_LINE, 1);
      cairo_set_line_width (cairo, 1);
      cairo_move_to (cairo, x, 0);
      cairo_line_to (cairo, x, y + 3);
      cairo_stroke (cairo);
      draw_words (self, cairo, ACCORD_INK_CAPTION, text, CLAMP (x - wide / 2, 0, MAX (width - wide, 0)),
                  y + 3 + (self->foot - 3) / 2, wide + 2, ACCORD_COLOUR_DIM);
    }
}

static void
draw_year (AccordYearsView *self, cairo_t *cairo, guint index, double width)
{
  const AccordFundYear *year = &g_array_index (self->years, AccordFundYear, index);
  const AccordBarsRow *row = &g_array_index (self->layout->rows, AccordBarsRow, index);
  g_autofree char *name = dup_name (year), *allocated = dup_allocated (year), *paid = dup_paid (self, year);
  double first = row->first.x + row->first.width + 8;
  double second = row->second.x + MAX (row->second.width, row->extent.width) + 8;

  draw_words (self, cairo, ACCORD_INK_STRONG, name, 0, row->y + row->height / 2, self->layout->left - 8,
              ACCORD_COLOUR_TEXT);
  fill_box (self, cairo, &row->first, ALLOCATED_ALPHA);
  outline_box (self, cairo, &row->first, FALSE);
  fill_box (self, cairo, &row->second, 1);
  outline_box (self, cairo, &row->extent, TRUE);
  draw_words (self, cairo, ACCORD_INK_CAPTION, allocated, first, row->first.y + row->first.height / 2,
              width - first, ACCORD_COLOUR_DIM);
  draw_words (self, cairo, ACCORD_INK_CAPTION, paid, second, row->second.y + row->second.height / 2,
              width - second, ACCORD_COLOUR_TEXT);
}

static void
accord_years_view_draw (AccordDrawing *drawing, cairo_t *cairo, int width, int height)
{
  AccordYearsView *self = ACCORD_YEARS_VIEW (drawing);

  if (self->layout == NULL)
    return;
  draw_ticks (self, cairo, width);
  for (guint i = 0; i < self->years->len; i++)
    draw_year (self, cairo, i, width);
}

static void
accord_years_view_finalize (GObject *object)
{
  AccordYearsView *self = ACCORD_YEARS_VIEW (object);

  g_array_unref (self->years);
  g_clear_pointer (&self->layout, accord_bars_layout_free);

  G_OBJECT_CLASS (accord_years_view_parent_class)->finalize (object);
}

static void
accord_years_view_class_init (AccordYearsViewClass *klass)
{
  AccordDrawingClass *drawing_class = ACCORD_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_years_view_finalize;
  drawing_class->measure_height = accord_years_view_measure_height;
  drawing_class->arrange = accord_years_view_arrange;
  drawing_class->draw = accord_years_view_draw;
}

static void
accord_years_view_init (AccordYearsView *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (AccordFundYear));
  accord_drawing_set_minimum_width (ACCORD_DRAWING (self), LEAST_WIDTH);
}

/**
 * accord_years_view_new:
 *
 * Returns: (transfer floating): a drawing of no years
 */
GtkWidget *
accord_years_view_new (void)
{
  return g_object_new (ACCORD_TYPE_YEARS_VIEW, NULL);
}

/**
 * accord_years_view_dup_sentence:
 * @year: a year
 * @ended: whether what was paid in it is all that there will be
 *
 * Returns: (transfer full): all that is known of it, exact
 */
char *
accord_years_view_dup_sentence (const AccordFundYear *year, gboolean ended)
{
  g_autofree char *name = dup_name (year);
  g_autofree char *allocated = accord_money_format (year->allocated, ACCORD_MONEY_FULL);
  g_autofree char *paid = accord_money_format (year->paid, ACCORD_MONEY_FULL);
  g_autofree char *forecast = !ended && year->forecast != ACCORD_UNKNOWN
                                  ? accord_money_format (year->forecast, ACCORD_MONEY_FULL)
                                  : NULL;

  return g_strdup_printf ("%s: %s %s; %s %s%s%s", name, year->n_allocations > 0 ? allocated : _ ("nothing"),
                          _ ("allocated"), year->n_payments > 0 ? paid : _ ("nothing"), _ ("paid"),
                          forecast != NULL ? _ ("; forecast ") : "", forecast != NULL ? forecast : "");
}

/**
 * accord_years_view_make_rows:
 * @year: a year
 * @fund: the fund
 *
 * Returns: (transfer full): what was paid in the year, or what was allocated where nothing was paid
 */
AccordQuery *
accord_years_view_make_rows (const AccordFundYear *year, gint64 fund)
{
  const AccordKind *kind = accord_kind_for_type (ACCORD_TYPE_ALLOCATION);
  AccordQuery *query;

  if (year->n_payments > 0 && year->year != ACCORD_UNKNOWN)
    return accord_fund_payments_of_year (fund, year->year);
  query = accord_query_new (kind);
  accord_query_add_number (query, accord_kind_find_field (kind, "fund"), ACCORD_OPERATOR_EQUAL, fund);
  accord_query_add_number (query, accord_kind_find_field (kind, "year"),
                           year->year == ACCORD_UNKNOWN ? ACCORD_OPERATOR_UNKNOWN : ACCORD_OPERATOR_EQUAL,
                           year->year);
  return query;
}

/**
 * accord_years_view_show:
 * @self: a drawing
 * @forecast: the years of a fund
 * @fund: the fund
 *
 * Draws other years.
 */
void
accord_years_view_show (AccordYearsView *self, const AccordFundForecast *forecast, gint64 fund)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  g_return_if_fail (ACCORD_IS_YEARS_VIEW (self));

  g_array_set_size (self->years, 0);
  self->this_year = forecast->this_year;
  self->fund = fund;
  for (guint i = 0; i < forecast->years->len; i++)
    {
      const AccordFundYear *year = forecast->years->pdata[i];
      g_autofree char *one = accord_years_view_dup_sentence (year, !is_ahead (self, year));

      g_array_append_vals (self->years, year, 1);
      g_string_append_printf (sentence, "%s%s", i > 0 ? ". " : "", one);
    }
  accord_drawing_set_summary (ACCORD_DRAWING (self), sentence->str);
  accord_drawing_changed (ACCORD_DRAWING (self));
}
