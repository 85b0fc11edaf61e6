/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/passage-view-private.h"

#include <string.h>

#define USUAL_FONT_PIXELS 14.667
#define LEAST_WIDE 700
#define GUTTER 48
#define TEXT_SHARE 0.55
#define PADDING 18
#define BETWEEN_LINES 5
#define BEFORE_HEADING 15
#define BETWEEN_CARDS 8
#define NUMBER_PITCH 25
#define REACH 90

/* As many bands can be followed, however steep they are. */
#define FEW 8
#define WHOLE_LINE 10

/* How large the desktop's text is, 1 for the usual size. */
double
accord_passage_view_scale (AccordPassageView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return MAX (size / USUAL_FONT_PIXELS, 0.5);
}

static int
measure_height (GtkWidget *widget, int width)
{
  int least, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, least), NULL, &natural, NULL, NULL);
  return natural;
}

/* Where a byte of a line's words is, whatever width the label has at present. */
static PangoLayout *
layout_line (const AccordPassageLine *line)
{
  PangoLayout *layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (line->label)));

  pango_layout_set_width (layout, line->width * PANGO_SCALE);
  return layout;
}

static void
place_start (AccordPassageBand *band, const AccordPassageLine *line, gsize offset)
{
  g_autoptr (PangoLayout) layout = layout_line (line);
  PangoRectangle at, first;
  int number, x;

  pango_layout_index_to_line_x (layout, offset, FALSE, &number, &x);
  pango_layout_index_to_pos (layout, offset, &at);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, number), NULL, &first);
  band->top = line->y + at.y / (double) PANGO_SCALE;
  band->first_height = first.height / (double) PANGO_SCALE;
  band->left = line->x + at.x / (double) PANGO_SCALE;
  if (at.x / PANGO_SCALE < WHOLE_LINE * 4)
    band->left = 0;
}

static void
place_end (AccordPassageView *self, AccordPassageBand *band, const AccordPassageLine *line, gsize offset)
{
  g_autoptr (PangoLayout) layout = layout_line (line);
  const char *words = pango_layout_get_text (layout);
  gsize last = g_utf8_find_prev_char (words, words + offset) != NULL
                   ? (gsize) (g_utf8_find_prev_char (words, words + offset) - words)
                   : 0;
  PangoRectangle at, extents;
  int number, x;

  pango_layout_index_to_line_x (layout, last, TRUE, &number, &x);
  pango_layout_index_to_pos (layout, last, &at);
  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (layout, number), NULL, &extents);
  band->bottom = line->y + (at.y + at.height) / (double) PANGO_SCALE;
  band->last_height = at.height / (double) PANGO_SCALE;
  band->right = line->x + x / (double) PANGO_SCALE;
  if (extents.width - x / PANGO_SCALE < WHOLE_LINE)
    band->right = self->sheet_width;
}

static gboolean
place_band (AccordPassageView *self, guint index)
{
  const AccordTextPart *part = self->text->parts->pdata[index];
  AccordPassageBand *band = BAND (self, index);
  gboolean begun = FALSE;

  band->top = -1;
  if (part->range.match == ACCORD_PASSAGE_NOT_FOUND)
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const AccordPassageLine *line = LINE (self, i);

      if (line->heading || line->end <= part->range.start || line->start >= part->range.end)
        continue;
      if (!begun)
        place_start (band, line, part->range.start > line->start ? part->range.start - line->start : 0);
      begun = TRUE;
      place_end (self, band, line, MIN (part->range.end, line->end) - line->start);
    }
  return begun;
}

/* The last line that has words of a passage. */
static gboolean
ends_in (AccordPassageView *self, guint index, const AccordPassageLine *line)
{
  const AccordTextPart *part = self->text->parts->pdata[index];

  return part->range.match != ACCORD_PASSAGE_NOT_FOUND && !line->heading && part->range.end > line->start
         && part->range.end <= line->end + 1;
}

static double
place_line (AccordPassageView *self, AccordPassageLine *line, double y, double left, double width)
{
  double indent = line->indent * self->scale;

  line->x = (int) (left + indent);
  line->width = MAX ((int) (width - indent), 40);
  line->height = measure_height (line->label, line->width);
  line->y = (int) y;
  return y + line->height;
}

static double
add_foot (AccordPassageView *self, double y, double x)
{
  if (!gtk_widget_get_visible (self->foot))
    return y;
  self->foot_y = (int) (y + BETWEEN_CARDS * self->scale);
  return self->foot_y + measure_height (self->foot, -1);
}

static int
place_lost (AccordPassageView *self, double *y, double width)
{
  if (!gtk_widget_get_visible (self->lost))
    return 0;
  self->lost_y = (int) (*y + BEFORE_HEADING * self->scale);
  *y = self->lost_y + measure_height (self->lost, (int) width);
  return self->lost_y;
}

static void
place_numbers (AccordPassageView *self)
{
  guint n = 0;
  g_autofree AccordPassagePlace *places = g_new0 (AccordPassagePlace, self->bands->len + 1);
  double half = NUMBER_PITCH * self->scale / 2;

  for (; n < self->bands->len && BAND (self, n)->top >= 0; n++)
    {
      const AccordPassageBand *band = BAND (self, n);
      double passage = (band->top + band->bottom) / 2;
      double card = band->card_y + MIN (band->card_height, band->bottom - band->top + 40) / 2;
      double middle = self->wide && !band->steep ? (passage + card) / 2 : passage;

      places[n].top = places[n].bottom = MAX (middle, 0);
      places[n].height = NUMBER_PITCH * self->scale - 1;
    }
  accord_passage_layout (places, n, 0, 1, 0);
  for (guint i = 0; i < n; i++)
    {
      AccordPassageBand *band = BAND (self, i);

      band->number_x = self->wide ? self->sheet_width + GUTTER * self->scale * (band->steep ? 0.28 : 0.5)
                                  : self->sheet_width - half - 4;
      band->number_y = places[i].y + half;
    }
}

/* Text and cards side by side. */
static double
arrange_wide (AccordPassageView *self, int width)
{
  double gutter = GUTTER * self->scale, padding = PADDING * self->scale;
  double y, cards, text_end;
  guint n = 0;
  g_autofree AccordPassagePlace *places = g_new0 (AccordPassagePlace, self->bands->len + 1);

  self->sheet_width = (int) ((width - gutter) * TEXT_SHARE);
  self->cards_x = self->sheet_width + gutter;
  cards = width - self->cards_x;
  self->head_y = 0;
  y = padding - 4;
  for (guint i = 0; i < self->lines->len; i++)
    {
      AccordPassageLine *line = LINE (self, i);

      if (i > 0)
        y += (line->heading ? BEFORE_HEADING : BETWEEN_LINES) * self->scale;
      y = place_line (self, line, y, padding, self->sheet_width - 2 * padding);
    }
  text_end = y;
  self->sheet_top = 0;
  for (guint i = 0; i < self->bands->len; i++)
    {
      AccordPassageBand *band = BAND (self, i);

      n += place_band (self, i);
      band->card_height = measure_height (band->card, (int) cards);
      places[i] = (AccordPassagePlace){ band->top, band->bottom, band->card_height };
    }
  y = measure_height (self->head, (int) cards) + 10 * self->scale;
  y = accord_passage_layout (places, n, y, BETWEEN_CARDS * self->scale, REACH * self->scale);
  if (n < self->bands->len)
    place_lost (self, &y, cards);
  accord_passage_layout (places + n, self->bands->len - n, y + BETWEEN_CARDS * self->scale,
                         BETWEEN_CARDS * self->scale, 0);
  for (guint i = 0; i < self->bands->len; i++)
    {
      BAND (self, i)->card_y = places[i].y;
      BAND (self, i)->steep = places[i].steep && n > FEW;
      y = MAX (y, places[i].y + places[i].height);
    }
  self->sheet_height = add_foot (self, text_end, padding) + padding;
  return MAX (self->sheet_height, y);
}

/* Each card under the line in which its passage ends. */
static double
arrange_narrow (AccordPassageView *self, int width)
{
  double padding = PADDING * self->scale, inner = width - 2 * padding - NUMBER_PITCH * self->scale;
  double y;

  self->sheet_width = width;
  self->cards_x = padding;
  self->head_y = 0;
  y = measure_height (self->head, width) + 10 * self->scale;
  self->sheet_top = y;
  y += padding - 4;
  for (guint i = 0; i < self->lines->len; i++)
    {
      AccordPassageLine *line = LINE (self, i);

      if (i > 0)
        y += (line->heading ? BEFORE_HEADING : BETWEEN_LINES) * self->scale;
      y = place_line (self, line, y, padding, inner);
      for (guint k = 0; k < self->bands->len; k++)
        if (ends_in (self, k, line))
          {
            AccordPassageBand *band = BAND (self, k);

            band->card_height = measure_height (band->card, (int) (width - 2 * padding));
            band->card_y = y + BETWEEN_CARDS * self->scale;
            y = band->card_y + band->card_height + 4 * self->scale;
          }
    }
  y = add_foot (self, y, padding) + padding;
  self->sheet_height = y - self->sheet_top;
  for (guint k = 0; k < self->bands->len; k++)
    if (place_band (self, k))
      BAND (self, k)->steep = TRUE;
    else
      {
        AccordPassageBand *band = BAND (self, k);

        if (((AccordTextPart *) self->text->parts->pdata[k])->range.match != ACCORD_PASSAGE_NOT_FOUND)
          continue;
        if (k == 0 || BAND (self, k - 1)->top >= 0)
          place_lost (self, &y, width);
        band->card_height = measure_height (band->card, (int) (width - 2 * padding));
        band->card_y = y + BETWEEN_CARDS * self->scale;
        y = band->card_y + band->card_height;
      }
  return y;
}

/**
 * accord_passage_view_arrange:
 * @self: a view
 * @width: its width in pixels
 *
 * Decides where everything goes.
 *
 * Returns: how high that is
 */
int
accord_passage_view_arrange (AccordPassageView *self, int width)
{
  if (self->text == NULL || width == self->arranged)
    return self->text != NULL ? self->height : 0;
  self->arranged = width;
  self->scale = accord_passage_view_scale (self);
  self->wide = width >= LEAST_WIDE * self->scale;
  self->height = (int) (self->wide ? arrange_wide (self, width) : arrange_narrow (self, width)) + 1;
  place_numbers (self);
  return self->height;
}

static void
allocate (GtkWidget *widget, double x, double y, double width, double height)
{
  int least_width, least_height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, (int) width, &least_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      widget, &(GtkAllocation){ (int) x, (int) y, (int) width, MAX ((int) height, least_height) }, -1);
}

/**
 * accord_passage_view_allocate:
 * @self: a view that is arranged
 *
 * Puts its children where they go.
 */
void
accord_passage_view_allocate (AccordPassageView *self)
{
  double cards = self->arranged - self->cards_x - (self->wide ? 0 : self->cards_x);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const AccordPassageLine *line = LINE (self, i);
      double indent = line->indent * self->scale;

      allocate (line->label, line->x, line->y, line->width, line->height);
      if (line->mark != NULL)
        allocate (line->mark, line->x - indent, line->y, indent - 2, 0);
    }
  for (guint i = 0; i < self->bands->len; i++)
    {
      const AccordPassageBand *band = BAND (self, i);
      double size = (NUMBER_PITCH - 1) * self->scale;

      allocate (band->card, self->cards_x, band->card_y, cards, band->card_height);
      gtk_widget_set_child_visible (band->number, band->top >= 0);
      if (band->top >= 0)
        allocate (band->number, band->number_x - size / 2, band->number_y - size / 2, size, size);
    }
  allocate (self->head, self->wide ? self->cards_x : 0, self->head_y, self->wide ? cards : self->arranged, 0);
  if (gtk_widget_get_visible (self->lost))
    allocate (self->lost, self->cards_x, self->lost_y, cards, 0);
  if (gtk_widget_get_visible (self->foot))
    allocate (self->foot, PADDING * self->scale, self->foot_y, 0, 0);
}
