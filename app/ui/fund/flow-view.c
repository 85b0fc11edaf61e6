/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/flow-view.h"

#include "chart/flow-layout.h"
#include "fund/flow-lines.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAND_ALPHA 0.2
#define ROW_AIR 10.0
#define INDENT 14.0
#define LEAST_WIDTH 260
#define SHARE_HEIGHT 8.0

/* Where the money of a fund went: a flow whose right-hand ends are the rows of a table. */
struct _AccordFlowView
{
  AccordDrawing parent_instance;

  GPtrArray *lines;
  AccordFlowUnit unit;
  char *whole;
  char *whole_note;
  char *sentence;
  gint64 fund;
  gint64 beyond;
  AccordFlowLayout *layout;
  double head;
  double figure;
};

G_DEFINE_FINAL_TYPE (AccordFlowView, accord_flow_view, ACCORD_TYPE_DRAWING)

static double
measure_text (AccordFlowView *self, AccordInk ink, const char *text, double *height)
{
  g_autoptr (PangoLayout) layout = accord_drawing_create_layout (ACCORD_DRAWING (self), ink, text, -1);
  int width, tall;

  pango_layout_get_pixel_size (layout, &width, &tall);
  if (height != NULL)
    *height = tall;
  return width;
}

static char *
dup_heading (AccordFlowView *self, const char *words)
{
  /* Translators: the heading of a column and the unit of its sums: “Allocated £m”. */
  return g_strdup_printf (_ ("%s %s"), words, accord_flow_unit_get_symbol (self->unit));
}

static double
measure_figures (AccordFlowView *self)
{
  g_autofree char *allocated = dup_heading (self, _ ("Allocated"));
  g_autofree char *paid = dup_heading (self, _ ("Paid"));
  double width = MAX (measure_text (self, ACCORD_INK_CAPTION_STRONG, allocated, NULL),
                      measure_text (self, ACCORD_INK_CAPTION_STRONG, paid, NULL));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const AccordFlowLine *line = self->lines->pdata[i];
      g_autofree char *first = accord_flow_dup_figure (line->allocated, self->unit);
      g_autofree char *second = accord_flow_dup_figure (line->paid, self->unit);

      width = MAX (width, measure_text (self, ACCORD_INK_STRONG, first, NULL));
      width = MAX (width, measure_text (self, ACCORD_INK_BODY, second, NULL));
    }
  return width;
}

static AccordFlowLayout *
make_layout (AccordFlowView *self, double width)
{
  g_autofree AccordFlowPart *parts = g_new0 (AccordFlowPart, self->lines->len + 1);
  double scale = accord_drawing_get_scale (ACCORD_DRAWING (self)), text, caption;
  double root = MAX (measure_text (self, ACCORD_INK_FIGURE, self->whole, NULL),
                     measure_text (self, ACCORD_INK_CAPTION, self->whole_note, &caption));
  AccordFlowMetrics metrics = { .width = width, .scale = scale, .root_label = root, .beyond = self->beyond };

  measure_text (self, ACCORD_INK_STRONG, self->whole, &text);
  self->figure = metrics.figure = measure_figures (self);
  metrics.pitch = text + ROW_AIR * scale;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const AccordFlowLine *line = self->lines->pdata[i];

      parts[i].weight = line->weight;
      parts[i].group = line->group;
    }
  self->head = caption + 9 * scale;
  return accord_flow_layout_new (parts, self->lines->len, &metrics);
}

static int
accord_flow_view_measure_height (AccordDrawing *drawing, int width)
{
  AccordFlowView *self = ACCORD_FLOW_VIEW (drawing);
  g_autoptr (AccordFlowLayout) layout = make_layout (self, width);

  return (int) ceil (layout->height + (layout->compact ? 0 : self->head));
}

static void
add_root_mark (AccordFlowView *self)
{
  const AccordFlowBox *root = &self->layout->root;

  accord_drawing_add_mark (ACCORD_DRAWING (self), &(AccordMark){ .x = 0,
                                                                 .y = root->y + self->head,
                                                                 .width = root->x + root->width,
                                                                 .height = root->height,
                                                                 .label = self->sentence,
                                                                 .kind = "fund",
                                                                 .id = self->fund });
}

static void
accord_flow_view_arrange (AccordDrawing *drawing, int width, int height)
{
  AccordFlowView *self = ACCORD_FLOW_VIEW (drawing);

  g_clear_pointer (&self->layout, accord_flow_layout_free);
  self->layout = make_layout (self, width);
  if (self->layout->compact)
    self->head = 0;
  if (self->lines->len == 0)
    return;
  add_root_mark (self);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const AccordFlowLine *line = self->lines->pdata[i];
      const AccordFlowRow *row = &g_array_index (self->layout->rows, AccordFlowRow, i);

      accord_drawing_add_mark (drawing, &(AccordMark){ .x = row->bar.x,
                                                       .y = row->y + self->head,
                                                       .width = width - row->bar.x,
                                                       .height = row->height,
                                                       .label = line->sentence,
                                                       .rows = line->rows });
    }
}

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

/* Words in one line that end with dots where there is no room, their middle at @y. Returns their width. */
static double
draw_words (AccordFlowView *self, cairo_t *cairo, AccordInk ink, const char *text, double x, double y,
            double width, AccordColour colour)
{
  AccordDrawing *drawing = ACCORD_DRAWING (self);
  g_autoptr (PangoLayout) layout = NULL;
  int wide, tall;

  if (width < 8)
    return 0;
  layout = accord_drawing_create_layout (drawing, ink, text, (int) width);
  pango_layout_set_height (layout, -1);
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
draw_name (AccordFlowView *self, cairo_t *cairo, const AccordFlowLine *line, double y)
{
  gboolean end = line->type == ACCORD_FLOW_END;
  double indent = end ? INDENT * accord_drawing_get_scale (ACCORD_DRAWING (self)) : 0;
  double x = self->layout->name_x + indent, width = self->layout->name_width - indent;
  double taken = draw_words (self, cairo, end ? ACCORD_INK_BODY : ACCORD_INK_STRONG, line->label, x, y, width,
                             ACCORD_COLOUR_TEXT);

  if (line->detail != NULL && taken + 40 < width)
    draw_words (self, cairo, ACCORD_INK_CAPTION, line->detail, x + taken + 8, y, width - taken - 8,
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
                                 ? g_strdup (allocated)
                                 : g_strdup_printf (_ ("%s allocated · %s paid"), allocated, paid);
  double indent = line->type == ACCORD_FLOW_END ? INDENT : 0;

  draw_name (self, cairo, line, row->y + row->height / 2 - row->height / 5);
  draw_words (self, cairo, ACCORD_INK_CAPTION, figures, self->layout->name_x + indent,
              row->y + row->height / 2 + row->height / 5, self->layout->name_width - indent,
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
  draw_name (self, cairo, line, y);
  draw_right (self, cairo, strong ? ACCORD_INK_STRONG : ACCORD_INK_BODY, allocated,
              self->layout->first_figure, y, ACCORD_COLOUR_TEXT);
  draw_right (self, cairo, ACCORD_INK_BODY, paid, self->layout->second_figure, y,
              line->paid != ACCORD_UNKNOWN ? ACCORD_COLOUR_TEXT : ACCORD_COLOUR_DIM);
  draw_share (self, cairo, line, y);
}

static void
draw_heading (AccordFlowView *self, cairo_t *cairo)
{
  g_autofree char *allocated = dup_heading (self, _ ("Allocated"));
  g_autofree char *paid = dup_heading (self, _ ("Paid"));
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
    draw_words (self, cairo, ACCORD_INK_CAPTION_STRONG, percent, x,
                group->bar.y + self->head + group->bar.height / 2, 80, ACCORD_COLOUR_TEXT);
}

static void
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

static void
accord_flow_view_finalize (GObject *object)
{
  AccordFlowView *self = ACCORD_FLOW_VIEW (object);

  g_ptr_array_unref (self->lines);
  g_free (self->whole);
  g_free (self->whole_note);
  g_free (self->sentence);
  g_clear_pointer (&self->layout, accord_flow_layout_free);

  G_OBJECT_CLASS (accord_flow_view_parent_class)->finalize (object);
}

static void
accord_flow_view_class_init (AccordFlowViewClass *klass)
{
  AccordDrawingClass *drawing_class = ACCORD_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_flow_view_finalize;
  drawing_class->measure_height = accord_flow_view_measure_height;
  drawing_class->arrange = accord_flow_view_arrange;
  drawing_class->draw = accord_flow_view_draw;
}

static void
accord_flow_view_init (AccordFlowView *self)
{
  self->lines = g_ptr_array_new ();
  self->whole = g_strdup ("");
  self->whole_note = g_strdup ("");
  accord_drawing_set_minimum_width (ACCORD_DRAWING (self), LEAST_WIDTH);
}

/**
 * accord_flow_view_new:
 *
 * Returns: (transfer floating): a drawing of nothing yet
 */
GtkWidget *
accord_flow_view_new (void)
{
  return g_object_new (ACCORD_TYPE_FLOW_VIEW, NULL);
}

/**
 * accord_flow_view_show:
 * @self: a drawing
 * @flow: how a fund divides
 * @lines: (element-type AccordFlowLine): accord_flow_lines() of @flow
 * @name: what the fund is called
 * @fund: the fund
 *
 * Draws another flow.
 */
void
accord_flow_view_show (AccordFlowView *self, const AccordFundFlow *flow, GPtrArray *lines, const char *name,
                       gint64 fund)
{
  gint64 whole = flow->award != ACCORD_UNKNOWN ? flow->award
                 : flow->by_payments           ? flow->paid
                                               : flow->allocated;

  g_return_if_fail (ACCORD_IS_FLOW_VIEW (self));

  g_ptr_array_ref (lines);
  g_ptr_array_unref (self->lines);
  self->lines = lines;
  self->unit = accord_flow_choose_unit (lines);
  g_free (self->whole);
  self->whole = accord_money_format (whole, ACCORD_MONEY_SHORT);
  g_free (self->whole_note);
  self->whole_note = g_strdup (flow->award != ACCORD_UNKNOWN ? _ ("the fund")
                               : flow->by_payments           ? _ ("paid")
                                                             : _ ("allocated"));
  g_free (self->sentence);
  self->sentence = accord_flow_dup_summary (flow, name);
  self->fund = fund;
  self->beyond = flow->beyond;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->sentence, -1);
  accord_drawing_changed (ACCORD_DRAWING (self));
}
