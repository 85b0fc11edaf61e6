/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "charts/canvas.h"
#include "query.h"

G_BEGIN_DECLS

/**
 * AccordMark:
 * @x: from the left of the drawing, in pixels
 * @y: from its top
 * @width: in pixels
 * @height: in pixels
 * @label: what it says when it is pointed at, focused or read aloud; in full sentences or figures
 * @kind: the kind of the record that it opens, or %NULL
 * @id: that record
 * @rows: the list that it opens where it opens no record, or %NULL
 *
 * A part of a drawing that a person can point at, reach by the keyboard and open.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  char *label;
  const char *kind;
  gint64 id;
  AccordQuery *rows;
} AccordMark;

#define ACCORD_TYPE_DRAWING (accord_drawing_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordDrawing, accord_drawing, ACCORD, DRAWING, GtkWidget)

/**
 * AccordDrawingClass:
 * @measure_height: the height in pixels that the drawing needs at a width; it is asked again when the content
 *   or the font changes
 * @arrange: decides where everything goes, and adds the marks by accord_drawing_add_mark() in the order in
 *   which the keyboard and a screen reader meet them
 * @draw: draws it; asks for colours and text layouts, changes nothing
 * @open: opens the mark with this index; the class's own opens its record or its rows
 * @says_marks: whether it draws the words of its marks itself, so that they need no tooltips
 *
 * What a kind of drawing does.
 */
struct _AccordDrawingClass
{
  GtkWidgetClass parent_class;

  int (*measure_height) (AccordDrawing *self, int width);
  void (*arrange) (AccordDrawing *self, int width, int height);
  void (*draw) (AccordDrawing *self, cairo_t *cairo, int width, int height);
  void (*open) (AccordDrawing *self, guint index);
  gboolean says_marks;
};

void accord_drawing_changed (AccordDrawing *self);
void accord_drawing_set_summary (AccordDrawing *self, const char *summary);
const char *accord_drawing_get_summary (AccordDrawing *self);
void accord_drawing_set_minimum_width (AccordDrawing *self, int width);
void accord_drawing_add_mark (AccordDrawing *self, const AccordMark *mark);
guint accord_drawing_get_n_marks (AccordDrawing *self);
const AccordMark *accord_drawing_get_mark (AccordDrawing *self, guint index);

void accord_drawing_get_colour (AccordDrawing *self, AccordColour colour, GdkRGBA *rgba);
void accord_drawing_set_source (AccordDrawing *self, cairo_t *cairo, AccordColour colour, double alpha);
void accord_drawing_init_canvas (AccordDrawing *self, AccordCanvas *canvas, cairo_t *cairo);
void accord_drawing_get_paper_size (AccordDrawing *self, int *width, int *height);
void accord_drawing_draw_on_paper (AccordDrawing *self, cairo_t *cairo);
gboolean accord_drawing_is_on_paper (AccordDrawing *self);
gboolean accord_drawing_wants_patterns (AccordDrawing *self);
void accord_drawing_hatch (AccordDrawing *self, cairo_t *cairo, AccordColour colour);
double accord_drawing_get_scale (AccordDrawing *self);
PangoLayout *accord_drawing_create_layout (AccordDrawing *self, AccordInk ink, const char *text, int width);
void accord_drawing_show_layout (AccordDrawing *self, cairo_t *cairo, PangoLayout *layout, double x, double y,
                                 AccordColour colour);

G_END_DECLS
