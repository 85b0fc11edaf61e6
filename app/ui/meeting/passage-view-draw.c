/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/passage-view-private.h"

#include <adwaita.h>

#define BAR 4
#define RADIUS 12

/* The strong colour of each tone, and the ground that words stand on legibly in all four looks. */
static const char *const tone_colours[] = { "accord_series_1", "accord_series_2", "accord_overdue_fg" };
static const char *const tone_grounds[] = { "accord_answered_bg", "accord_open_bg", "accord_overdue_bg" };

static void
set_source (AccordPassageView *self, cairo_t *cairo, const char *name, double alpha)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA rgba;

  if (!gtk_style_context_lookup_color (context, name, &rgba))
    gtk_style_context_get_color (context, &rgba);
  cairo_set_source_rgba (cairo, rgba.red, rgba.green, rgba.blue, rgba.alpha * alpha);
}

static gboolean
is_looked_at (AccordPassageView *self, guint index)
{
  return index == self->pointed || (self->pointed == ACCORD_PASSAGE_NONE && index == self->chosen);
}

static void
round_box (cairo_t *cairo, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cairo);
  cairo_arc (cairo, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cairo, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cairo, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cairo, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cairo);
}

/* The sheet that the text is on. */
static void
draw_sheet (AccordPassageView *self, cairo_t *cairo)
{
  round_box (cairo, 0.5, self->sheet_top + 0.5, self->sheet_width - 1, self->sheet_height - 1, RADIUS);
  set_source (self, cairo, "accord_card", 1);
  cairo_fill_preserve (cairo);
  set_source (self, cairo, "accord_line", 1);
  cairo_set_line_width (cairo, 1);
  cairo_stroke (cairo);
}

/* The words of a passage, as a selection would mark them. */
static void
trace_words (AccordPassageView *self, cairo_t *cairo, const AccordPassageBand *band)
{
  double right = self->sheet_width;
  double first = band->top + band->first_height, last = band->bottom - band->last_height;

  if (band->bottom - band->top < band->first_height * 1.5)
    {
      cairo_rectangle (cairo, band->left, band->top, band->right - band->left, band->bottom - band->top);
      return;
    }
  cairo_move_to (cairo, band->left, band->top);
  cairo_line_to (cairo, right, band->top);
  cairo_line_to (cairo, right, band->right < right ? last : band->bottom);
  if (band->right < right)
    {
      cairo_line_to (cairo, band->right, last);
      cairo_line_to (cairo, band->right, band->bottom);
    }
  else
    cairo_line_to (cairo, right, band->bottom);
  cairo_line_to (cairo, 0, band->bottom);
  cairo_line_to (cairo, 0, band->left > 0 ? first : band->top);
  if (band->left > 0)
    cairo_line_to (cairo, band->left, first);
  cairo_close_path (cairo);
}

/* From the edge of the text to the card. */
static void
trace_band (AccordPassageView *self, cairo_t *cairo, const AccordPassageBand *band)
{
  double left = self->sheet_width, right = self->cards_x, middle = (left + right) / 2;
  gboolean one_line = band->bottom - band->top < band->first_height * 1.5;
  double top = one_line && band->right < left ? band->bottom - 3 : band->top;
  double bottom = !one_line && band->right < left ? band->bottom - band->last_height : band->bottom;
  double card_top = band->card_y, card_bottom = band->card_y + band->card_height;

  if (one_line && band->right < left)
    cairo_rectangle (cairo, band->right, top, left - band->right, bottom - top);
  cairo_move_to (cairo, left, top);
  cairo_curve_to (cairo, middle, top, middle, card_top + 6, right, card_top + 6);
  cairo_line_to (cairo, right, card_bottom - 6);
  cairo_curve_to (cairo, middle, card_bottom - 6, middle, bottom, left, bottom);
  cairo_close_path (cairo);
}

static void
fill_tone (AccordPassageView *self, cairo_t *cairo, AccordPassageTone tone, gboolean looked_at)
{
  set_source (self, cairo, tone_grounds[tone], 1);
  cairo_fill_preserve (cairo);
  set_source (self, cairo, tone_colours[tone], looked_at ? 0.12 : 0);
  cairo_fill (cairo);
}

static void
draw_band (AccordPassageView *self, cairo_t *cairo, guint index)
{
  const AccordPassageBand *band = BAND (self, index);
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean looked_at = is_looked_at (self, index);
  const char *colour = tone_colours[band->tone];

  if (band->top < 0)
    return;
  cairo_save (cairo);
  round_box (cairo, 0, self->sheet_top, self->sheet_width, self->sheet_height, RADIUS);
  cairo_clip (cairo);
  trace_words (self, cairo, band);
  fill_tone (self, cairo, band->tone, looked_at);
  cairo_rectangle (cairo, 0, band->top, looked_at ? BAR + 2 : BAR, band->bottom - band->top);
  set_source (self, cairo, colour, 1);
  cairo_fill (cairo);
  if (adw_style_manager_get_high_contrast (style))
    {
      trace_words (self, cairo, band);
      cairo_set_line_width (cairo, looked_at ? 3 : 1);
      cairo_stroke (cairo);
    }
  cairo_restore (cairo);
  if (!self->wide || (band->steep && !looked_at))
    return;
  trace_band (self, cairo, band);
  fill_tone (self, cairo, band->tone, looked_at);
}

/* The very line where a text stops. */
static void
draw_cut (AccordPassageView *self, cairo_t *cairo, const AccordPassageLine *line)
{
  double y = line->y + line->height + 2.5;

  set_source (self, cairo, "accord_overdue_fg", 1);
  cairo_set_line_width (cairo, 2);
  cairo_move_to (cairo, line->x, y);
  for (double x = line->x + 6, up = -3; x <= line->x + line->width; x += 6, up = -up)
    cairo_line_to (cairo, x, y + (up < 0 ? up : 0));
  cairo_stroke (cairo);
}

/**
 * accord_passage_view_draw:
 * @self: a view that has its size
 * @snapshot: what to draw on
 *
 * Draws the sheet, the passages and what joins them to their cards; text and cards come over it.
 */
void
accord_passage_view_draw (AccordPassageView *self, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cairo;

  if (width <= 0 || height <= 0 || self->text == NULL)
    return;
  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_sheet (self, cairo);
  for (guint i = 0; i < self->bands->len; i++)
    draw_band (self, cairo, i);
  for (guint i = 0; i < self->lines->len; i++)
    if (LINE (self, i)->cut)
      draw_cut (self, cairo, LINE (self, i));
  cairo_destroy (cairo);
}

static gboolean
is_in_card (AccordPassageView *self, const AccordPassageBand *band, double x, double y)
{
  return y >= band->card_y && y < band->card_y + band->card_height && x >= self->cards_x
         && (self->wide || x < self->sheet_width - self->cards_x);
}

static gboolean
is_in_words (AccordPassageView *self, const AccordPassageBand *band, double x, double y)
{
  if (band->top < 0 || x >= self->sheet_width || y < band->top || y >= band->bottom)
    return FALSE;
  return !(y < band->top + band->first_height && x < band->left)
         && !(y >= band->bottom - band->last_height && x >= band->right);
}

/**
 * accord_passage_view_find:
 * @self: a view that has its size
 * @x: a place in it
 * @y: likewise
 *
 * Returns: the part whose words or card are there, the shorter of two passages, or %ACCORD_PASSAGE_NONE
 */
guint
accord_passage_view_find (AccordPassageView *self, double x, double y)
{
  guint found = ACCORD_PASSAGE_NONE;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const AccordPassageBand *band = BAND (self, i);

      if (is_in_card (self, band, x, y))
        return i;
      if (is_in_words (self, band, x, y)
          && (found == ACCORD_PASSAGE_NONE
              || band->bottom - band->top < BAND (self, found)->bottom - BAND (self, found)->top))
        found = i;
    }
  return found;
}
