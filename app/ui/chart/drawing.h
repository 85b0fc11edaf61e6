/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "query.h"

G_BEGIN_DECLS

/**
 * AccordColour:
 * @ACCORD_COLOUR_TEXT: words
 * @ACCORD_COLOUR_DIM: words of less weight, and outlines
 * @ACCORD_COLOUR_LINE: gridlines
 * @ACCORD_COLOUR_CARD: what the drawing stands on
 * @ACCORD_COLOUR_PAGE: a quieter ground within it
 * @ACCORD_COLOUR_OPEN: what waits for an answer
 * @ACCORD_COLOUR_OVERDUE: what is late
 * @ACCORD_COLOUR_ACCEPTED: what is done
 * @ACCORD_COLOUR_SERIES: the first of six series; the others follow, by adding 1 to 5: blue, amber,
 * vermilion, green, purple, grey
 *
 * The colours of drawings, by what they mean. They follow light, dark and high contrast.
 */
typedef enum
{
  ACCORD_COLOUR_TEXT,
  ACCORD_COLOUR_DIM,
  ACCORD_COLOUR_LINE,
  ACCORD_COLOUR_CARD,
  ACCORD_COLOUR_PAGE,
  ACCORD_COLOUR_OPEN,
  ACCORD_COLOUR_OVERDUE,
  ACCORD_COLOUR_ACCEPTED,
  ACCORD_COLOUR_SERIES,
  ACCORD_COLOUR_LAST = ACCORD_COLOUR_SERIES + 6,
} AccordColour;

/**
 * AccordInk:
 * @ACCORD_INK_BODY: plain
 * @ACCORD_INK_STRONG: plain, bold
 * @ACCORD_INK_CAPTION: small
 * @ACCORD_INK_CAPTION_STRONG: small, bold
 * @ACCORD_INK_FIGURE: a large number
 *
 * The sizes of words in drawings, relative to the font of the desktop.
 */
typedef enum
{
  ACCORD_INK_BODY,
  ACCORD_INK_STRONG,
  ACCORD_INK_CAPTION,
  ACCORD_INK_CAPTION_STRONG,
  ACCORD_INK_FIGURE,
} AccordInk;

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
};

void accord_drawing_changed (AccordDrawing *self);
void accord_drawing_set_minimum_width (AccordDrawing *self, int width);
void accord_drawing_add_mark (AccordDrawing *self, const AccordMark *mark);
guint accord_drawing_get_n_marks (AccordDrawing *self);
const AccordMark *accord_drawing_get_mark (AccordDrawing *self, guint index);

void accord_drawing_get_colour (AccordDrawing *self, AccordColour colour, GdkRGBA *rgba);
void accord_drawing_set_source (AccordDrawing *self, cairo_t *cairo, AccordColour colour, double alpha);
gboolean accord_drawing_wants_patterns (AccordDrawing *self);
void accord_drawing_hatch (AccordDrawing *self, cairo_t *cairo, AccordColour colour);
double accord_drawing_get_scale (AccordDrawing *self);
PangoLayout *accord_drawing_create_layout (AccordDrawing *self, AccordInk ink, const char *text, int width);
void accord_drawing_show_layout (AccordDrawing *self, cairo_t *cairo, PangoLayout *layout, double x, double y,
                                 AccordColour colour);

G_END_DECLS
