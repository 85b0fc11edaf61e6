/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

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
 * The colours of drawings, by what they mean. On the screen they follow light, dark and high contrast.
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
 * AccordRgb:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 *
 * A colour.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} AccordRgb;

/**
 * AccordCanvas:
 * @cairo: (nullable): what to draw with; %NULL while it is only decided where everything goes
 * @pango: what words are set with
 * @colours: by #AccordColour
 * @scale: how large the text is, 1 for the usual size: distances that hold text grow with it
 * @patterns: whether areas are to differ by pattern as well as by colour, as in high contrast
 *
 * What a chart is drawn on: the screen, a file or paper. It borrows all it has.
 */
typedef struct
{
  cairo_t *cairo;
  PangoContext *pango;
  AccordRgb colours[ACCORD_COLOUR_LAST];
  double scale;
  gboolean patterns;
} AccordCanvas;

void accord_canvas_init_paper (AccordCanvas *self, cairo_t *cairo, PangoContext *pango);
const AccordRgb *accord_canvas_get_paper_colour (AccordColour colour);

double accord_text_scale (PangoContext *pango);
PangoLayout *accord_text_layout (PangoContext *pango, AccordInk ink, const char *text, int width);

void accord_canvas_set_source (const AccordCanvas *self, AccordColour colour, double alpha);
void accord_canvas_hatch (const AccordCanvas *self, AccordColour colour, double alpha);
void accord_canvas_dash (const AccordCanvas *self, double on, double off);
void accord_canvas_fill (const AccordCanvas *self, AccordColour colour, double alpha);
void accord_canvas_line (const AccordCanvas *self, double x1, double y1, double x2, double y2);
double accord_canvas_measure (const AccordCanvas *self, AccordInk ink, const char *text, double *height);
void accord_canvas_words (const AccordCanvas *self, AccordInk ink, const char *text, double x, double y,
                          double width, double align, AccordColour colour);
void accord_canvas_words_on (const AccordCanvas *self, AccordInk ink, const char *text, double x, double y,
                             double width, double align, AccordColour colour);

G_END_DECLS
