/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/flow-view-private.h"

#include "money.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_AIR 10.0
#define LEAST_WIDTH 260

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

char *
accord_flow_view_dup_heading (AccordFlowView *self, const char *words)
{
  /* Translators: the heading of a column and the unit of its sums: “Allocated £m”. */
  return g_strdup_printf (_ ("%s %s"), words, accord_flow_unit_get_symbol (self->unit));
}

static double
measure_figures (AccordFlowView *self)
{
  g_autofree char *allocated = accord_flow_view_dup_heading (self, _ ("Allocated"));
  g_autofree char *paid = accord_flow_view_dup_heading (self, _ ("Paid"));
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

/* How high a name is that is given so much room; two lines at most. */
static double
measure_name (AccordFlowView *self, const AccordFlowLine *line, double width)
{
  gboolean end = line->type == ACCORD_FLOW_END;
  double indent = end ? ACCORD_FLOW_INDENT * accord_drawing_get_scale (ACCORD_DRAWING (self)) : 0;
  g_autoptr (PangoLayout) layout = accord_drawing_create_layout (
      ACCORD_DRAWING (self), end ? ACCORD_INK_BODY : ACCORD_INK_STRONG, line->label, (int) (width - indent));
  int height;

  pango_layout_set_height (layout, -2);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static AccordFlowLayout *
make_layout (AccordFlowView *self, double width)
{
  g_autofree AccordFlowPart *parts = g_new0 (AccordFlowPart, self->lines->len + 1);
  double scale = accord_drawing_get_scale (ACCORD_DRAWING (self)), text, caption;
  double root = MAX (measure_text (self, ACCORD_INK_FIGURE, self->whole, NULL),
                     measure_text (self, ACCORD_INK_CAPTION, self->whole_note, &caption));
  AccordFlowMetrics metrics = { .width = width, .scale = scale, .root_label = root, .beyond = self->beyond };
  g_autoptr (AccordFlowLayout) columns = NULL;

  measure_text (self, ACCORD_INK_STRONG, self->whole, &text);
  self->figure = metrics.figure = measure_figures (self);
  metrics.pitch = text + ROW_AIR * scale;
  /* The columns do not depend on the heights, and the heights depend on the columns. */
  columns = accord_flow_layout_new (NULL, 0, &metrics);
  self->head = columns->compact ? 0 : caption + 9 * scale;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const AccordFlowLine *line = self->lines->pdata[i];

      parts[i].weight = line->weight;
      parts[i].group = line->group;
      if (!columns->compact)
        parts[i].least = measure_name (self, line, columns->name_width) + ROW_AIR * scale;
    }
  return accord_flow_layout_new (parts, self->lines->len, &metrics);
}

static int
accord_flow_view_measure_height (AccordDrawing *drawing, int width)
{
  AccordFlowView *self = ACCORD_FLOW_VIEW (drawing);
  g_autoptr (AccordFlowLayout) layout = make_layout (self, width);

  return (int) ceil (layout->height + self->head);
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
  accord_drawing_set_summary (ACCORD_DRAWING (self), self->sentence);
  accord_drawing_changed (ACCORD_DRAWING (self));
}
