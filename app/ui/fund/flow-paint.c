/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/flow-view-private.h"

#include "money.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAND_ALPHA 0.2
#define SHARE_HEIGHT 8.0

static void
draw_band (AccordFlowView *self, cairo_t *cairo, const AccordFlowBand *band, AccordColour colour)
{
  AccordDrawing *drawing = ACCORD_DRAWING (self);
  double middle = (band->x1 + band->x2) / 2, y1 = band->y1 + self->head, y2 = band->y2 + self->head;

  if (band->thickness <= 0)
    return;
  cairo_new_path (cairo);
  cairo_move_to (cairo, band->x1, y1);
  cairo_curve_to (cairo, middle, y1, middle, y2, band->x2, y2);
  cairo_line_to (cairo, band->x2, y2 + band->thickness);
  cairo_curve_to (cairo, middle, y2 + band->thickness, middle, y1 + band->thickness, band->x1,
                  y1 + band->thickness);
  cairo_close_path (cairo);
  accord_drawing_set_source (drawing, cairo, colour, BAND_ALPHA);
  if (!accord_drawing_wants_patterns (drawing))
    {
      cairo_fill (cairo);
      return;
    }
  cairo_fill_preserve (cairo);
  accord_drawing_set_source (drawing, cairo, colour, 1);
  cairo_set_line_width (cairo, 1);
  cairo_stroke (cairo);
}

static void
draw_box (AccordFlowView *self, cairo_t *cairo, const AccordFlowBox *box, AccordColour colour,
          gboolean hatched)
{
  AccordDrawing *drawing = ACCORD_DRAWING (self);

  if (box->height <= 0)
    return;
  cairo_new_path (cairo);
  cairo_rectangle (cairo, box->x, box->y + self->head, box->width, box->height);
  if (!hatched)
    {
      accord_drawing_set_source (drawing, cairo, colour, 1);
      cairo_fill (cairo);
      return;
    }
  accord_drawing_hatch (drawing, cairo, colour);
  cairo_rectangle (cairo, box->x + 0.5, box->y + self->head + 0.5, box->width - 1,
                   MAX (box->height - 1, 0.5));
  accord_drawing_set_source (drawing, cairo, colour, 1);
  cairo_set_line_width (cairo, 1);
  cairo_stroke (cairo);
}

/* Words in so many lines, the last ending with dots where there is no room, their middle at @y. Returns their
 * width. */
static double
draw_words (AccordFlowView *self, cairo_t *cairo, AccordInk ink, const char *text, double x, double y,
            double width, int lines, AccordColour colour)
{
  AccordDrawing *drawing = ACCORD_DRAWING (self);
  g_autoptr (PangoLayout) layout = NULL;
  int wide, tall;

  if (width < 8)
    return 0;
  layout = accord_drawing_create_layout (drawing, ink, text, (int) width);
  pango_layout_set_height (layout, -lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &wide, &tall);
  accord_drawing_show_layout (drawing, cairo, layout, x, y - tall / 2.0, colour);
  return wide;
}

static void
draw_right (AccordFlowView *self, cairo_t *cairo, AccordInk ink, const char *text, double right, double y,
            AccordColour colour)
{
  AccordDrawing *drawing = ACCORD_DRAWING (self);
  g_autoptr (PangoLayout) layout = accord_drawing_create_layout (drawing, ink, text, -1);
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  int wide, tall;

  /* Alone, figures of one width look spaced. */
  if (ink != ACCORD_INK_FIGURE)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &wide, &tall);
  accord_drawing_show_layout (drawing, cairo, layout, right - wide, y - tall / 2.0, colour);
}

static void
round_bar (cairo_t *cairo, double x, double y, double width, double height)
{
  double radius = MIN (height, width) / 2;

  cairo_new_path (cairo);
  cairo_arc (cairo, x + radius, y + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cairo, x + width - radius, y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_close_path (cairo);
}

/* How much of what was allocated is paid; what is paid beyond it is hatched in the colour of what is late. */
static void
draw_share (AccordFlowView *self, cairo_t *cairo, const AccordFlowLine *line, double y)
{
  AccordDrawing *drawing = ACCORD_DRAWING (self);
  double scale = accord_drawing_get_scale (drawing), height = SHARE_HEIGHT * scale;
  double x = self->layout->share_x, width = self->layout->share_width, paid;

  if (width <= 0 || line->type == ACCORD_FLOW_REST || line->allocated == ACCORD_UNKNOWN
      || line->allocated <= 0)
    return;
  paid = line->paid != ACCORD_UNKNOWN ? MAX (line->paid, 0) / (double) line->allocated : 0;
  round_bar (cairo, x, y - height / 2, width, height);
  accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_LINE, 1);
  cairo_fill (cairo);
  if (paid > 0)
    {
      round_bar (cairo, x, y - height / 2, MAX (MIN (paid, 1) * width, height), height);
      accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_SERIES + line->colour, 1);
      cairo_fill (cairo);
    }
  if (paid > 1)
    {
      double over = MAX (width * (1 - 1 / paid), height);

      round_bar (cairo, x + width - over, y - height / 2, over, height);
      accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_CARD, 1);
      cairo_fill_preserve (cairo);
      accord_drawing_hatch (drawing, cairo, ACCORD_COLOUR_OVERDUE);
      round_bar (cairo, x + width - over + 0.5, y - height / 2 + 0.5, over - 1, height - 1);
      accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_OVERDUE, 1);
      cairo_set_line_width (cairo, 1);
      cairo_stroke (cairo);
    }
}

static void
draw_name (AccordFlowView *self, cairo_t *cairo, const AccordFlowLine *line, double y, int lines)
{
  gboolean end = line->type == ACCORD_FLOW_END;
  double indent = end ? ACCORD_FLOW_INDENT * accord_drawing_get_scale (ACCORD_DRAWING (self)) : 0;
  double x = self->layout->name_x + indent, width = self->layout->name_width - indent;
  double taken = draw_words (self, cairo, end ? ACCORD_INK_BODY : ACCORD_INK_STRONG, line->label, x, y, width,
                             lines, ACCORD_COLOUR_TEXT);

  if (line->detail != NULL && !self->layout->compact && taken + 40 < width)
    draw_words (self, cairo, ACCORD_INK_CAPTION, line->detail, x + taken + 8, y, width - taken - 8, 1,
                ACCORD_COLOUR_DIM);
}

/* Where there is no room beside the name, the figures stand under it in words. */
static void
draw_compact (AccordFlowView *self, cairo_t *cairo, const AccordFlowLine *line, const AccordFlowRow *row)
{
  g_autofree char *allocated = line->allocated != ACCORD_UNKNOWN
                                   ? accord_money_format (line->allocated, ACCORD_MONEY_SHORT)
                                   : g_strdup ("–");
  g_autofree char *paid =
      line->paid != ACCORD_UNKNOWN ? accord_money_format (line->paid, ACCORD_MONEY_SHORT) : g_strdup ("–");
  /* Translators: two sums. */
  g_autofree char *figures = line->type == ACCORD_FLOW_REST
                                 ? g_strdup (line->detail)
                                 : g_strdup_printf (_ ("%s allocated · %s paid"), allocated, paid);
  double indent = line->type == ACCORD_FLOW_END
                      ? ACCORD_FLOW_INDENT * accord_drawing_get_scale (ACCORD_DRAWING (self))
                      : 0;

  draw_name (self, cairo, line, row->y + row->height / 2 - row->height / 5, 1);
  draw_words (self, cairo, ACCORD_INK_CAPTION, figures, self->layout->name_x + indent,
              row->y + row->height / 2 + row->height / 5, self->layout->name_width - indent, 1,
              ACCORD_COLOUR_DIM);
}

static void
draw_row (AccordFlowView *self, cairo_t *cairo, const AccordFlowLine *line, const AccordFlowRow *row,
          double right)
{
  AccordDrawing *drawing = ACCORD_DRAWING (self);
  double y = row->y + self->head + row->height / 2;
  gboolean strong = line->type != ACCORD_FLOW_END;
  g_autofree char *allocated = accord_flow_dup_figure (line->allocated, self->unit);
  g_autofree char *paid = accord_flow_dup_figure (line->paid, self->unit);

  accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_LINE, 1);
  cairo_set_line_width (cairo, 1);
  cairo_move_to (cairo, self->layout->name_x, floor (row->y + self->head) + 0.5);
  cairo_line_to (cairo, right, floor (row->y + self->head) + 0.5);
  cairo_stroke (cairo);
  if (self->layout->compact)
    {
      draw_compact (self, cairo, line, row);
      return;
    }
  draw_name (self, cairo, line, y, 2);
  if (line->type == ACCORD_FLOW_REST)
    return;
  draw_right (self, cairo, strong ? ACCORD_INK_STRONG : ACCORD_INK_BODY, allocated,
              self->layout->first_figure, y, ACCORD_COLOUR_TEXT);
  draw_right (self, cairo, ACCORD_INK_BODY, paid, self->layout->second_figure, y,
              line->paid != ACCORD_UNKNOWN ? ACCORD_COLOUR_TEXT : ACCORD_COLOUR_DIM);
  draw_share (self, cairo, line, y);
}

static void
draw_heading (AccordFlowView *self, cairo_t *cairo)
{
  g_autofree char *allocated = accord_flow_view_dup_heading (self, _ ("Allocated"));
  g_autofree char *paid = accord_flow_view_dup_heading (self, _ ("Paid"));
  double y = (self->head - 9) / 2;

  if (self->layout->compact)
    return;
  draw_right (self, cairo, ACCORD_INK_CAPTION_STRONG, allocated, self->layout->first_figure, y,
              ACCORD_COLOUR_DIM);
  draw_right (self, cairo, ACCORD_INK_CAPTION_STRONG, paid, self->layout->second_figure, y,
              ACCORD_COLOUR_DIM);
}

static void
draw_root (AccordFlowView *self, cairo_t *cairo)
{
  const AccordFlowBox *root = &self->layout->root;
  double scale = accord_drawing_get_scale (ACCORD_DRAWING (self)),
         middle = root->y + self->head + root->height / 2;
  AccordFlowBox there = *root, beyond = *root;

  there.height -= self->layout->beyond;
  beyond.y += there.height;
  beyond.height = self->layout->beyond;
  draw_box (self, cairo, &there, ACCORD_COLOUR_TEXT, FALSE);
  draw_box (self, cairo, &beyond, ACCORD_COLOUR_OVERDUE, TRUE);
  if (!self->layout->labelled)
    return;
  draw_right (self, cairo, ACCORD_INK_FIGURE, self->whole, root->x - 12 * scale, middle - 11 * scale,
              ACCORD_COLOUR_TEXT);
  draw_right (self, cairo, ACCORD_INK_CAPTION, self->whole_note, root->x - 12 * scale, middle + 11 * scale,
              ACCORD_COLOUR_DIM);
}

/* Over a band that is thinner than the words, they stand on a patch of the ground. */
static void
draw_percent (AccordFlowView *self, cairo_t *cairo, const char *percent, double x, double middle, double band)
{
  AccordDrawing *drawing = ACCORD_DRAWING (self);
  g_autoptr (PangoLayout) layout =
      accord_drawing_create_layout (drawing, ACCORD_INK_CAPTION_STRONG, percent, -1);
  int wide, tall;

  pango_layout_get_pixel_size (layout, &wide, &tall);
  if (band < tall)
    {
      cairo_new_path (cairo);
      cairo_rectangle (cairo, x - 2, middle - tall / 2.0, wide + 4, tall);
      accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_CARD, 1);
      cairo_fill (cairo);
    }
  accord_drawing_show_layout (drawing, cairo, layout, x, middle - tall / 2.0, ACCORD_COLOUR_TEXT);
}

/* The share of a group beside its bar, where the bands leave room for words. */
static void
draw_group (AccordFlowView *self, cairo_t *cairo, guint index)
{
  const AccordFlowGroup *group = &g_array_index (self->layout->groups, AccordFlowGroup, index);
  const AccordFlowLine *line = self->lines->pdata[group->first];
  AccordColour colour = ACCORD_COLOUR_SERIES + line->colour;
  g_autofree char *percent = line->share != ACCORD_UNKNOWN ? accord_flow_dup_percent (line->share) : NULL;
  double x = group->bar.x + group->bar.width + 6;

  draw_band (self, cairo, &group->band, colour);
  for (guint i = group->first; i < group->first + group->n_rows; i++)
    draw_band (self, cairo, &g_array_index (self->layout->rows, AccordFlowRow, i).band, colour);
  draw_box (self, cairo, &group->bar, colour, line->type == ACCORD_FLOW_REST);
  if (percent != NULL && group->bar.height > 0 && self->layout->labelled)
    draw_percent (self, cairo, percent, x, group->bar.y + self->head + group->bar.height / 2,
                  group->bar.height);
}

void
accord_flow_view_draw (AccordDrawing *drawing, cairo_t *cairo, int width, int height)
{
  AccordFlowView *self = ACCORD_FLOW_VIEW (drawing);

  if (self->layout == NULL || self->lines->len == 0)
    return;
  for (guint i = 0; i < self->layout->groups->len; i++)
    draw_group (self, cairo, i);
  draw_root (self, cairo);
  draw_heading (self, cairo);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const AccordFlowLine *line = self->lines->pdata[i];
      const AccordFlowRow *row = &g_array_index (self->layout->rows, AccordFlowRow, i);

      draw_box (self, cairo, &row->bar, ACCORD_COLOUR_SERIES + line->colour, line->type == ACCORD_FLOW_REST);
      draw_row (self, cairo, line, row, width);
    }
}
