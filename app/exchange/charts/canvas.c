/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/canvas.h"

#include <math.h>

/* Eleven points at 96 dots an inch, the usual text, is scale 1. */
#define USUAL_FONT_PIXELS 14.667
#define DOTS_AN_INCH 72.0
#define HATCH_PITCH 5.0
#define HALO 2.0

/* Dark on white: paper has one look. Ratios to white are WCAG AA or better. */
static const AccordRgb paper[ACCORD_COLOUR_LAST] = {
  { 0.12, 0.12, 0.14 }, { 0.36, 0.36, 0.39 }, { 0.85, 0.85, 0.87 }, { 1.00, 1.00, 1.00 },
  { 0.97, 0.97, 0.98 }, { 0.49, 0.27, 0.00 }, { 0.65, 0.11, 0.18 }, { 0.11, 0.42, 0.22 },
  { 0.04, 0.40, 0.66 }, { 0.54, 0.36, 0.00 }, { 0.72, 0.27, 0.04 }, { 0.00, 0.47, 0.35 },
  { 0.60, 0.29, 0.50 }, { 0.40, 0.40, 0.43 },
};

/**
 * accord_canvas_get_paper_colour:
 * @colour: which
 *
 * Returns: (transfer none): what it is on paper and in files
 */
const AccordRgb *
accord_canvas_get_paper_colour (AccordColour colour)
{
  return &paper[colour];
}

/**
 * accord_canvas_init_paper:
 * @self: (out caller-allocates): a canvas
 * @cairo: (nullable): what to draw with
 * @pango: what words are set with
 *
 * Makes it one for paper: dark on white, without patterns.
 */
void
accord_canvas_init_paper (AccordCanvas *self, cairo_t *cairo, PangoContext *pango)
{
  *self = (AccordCanvas){ .cairo = cairo, .pango = pango, .scale = accord_text_scale (pango) };
  for (guint i = 0; i < ACCORD_COLOUR_LAST; i++)
    self->colours[i] = paper[i];
}

/**
 * accord_text_scale:
 * @pango: what words are set with
 *
 * Returns: how large its text is, 1 for the usual size
 */
double
accord_text_scale (PangoContext *pango)
{
  const PangoFontDescription *font = pango_context_get_font_description (pango);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (pango) / DOTS_AN_INCH;
  return MAX (size / USUAL_FONT_PIXELS, 0.5);
}

/**
 * accord_text_layout:
 * @pango: what words are set with
 * @ink: how large
 * @text: (nullable): the words
 * @width: where they wrap, in pixels, or -1 for nowhere
 *
 * Returns: (transfer full): a layout of the words
 */
PangoLayout *
accord_text_layout (PangoContext *pango, AccordInk ink, const char *text, int width)
{
  static const struct
  {
    double scale;
    PangoWeight weight;
  } inks[] = {
    { 1.0, PANGO_WEIGHT_NORMAL }, { 1.0, PANGO_WEIGHT_BOLD },  { 0.91, PANGO_WEIGHT_NORMAL },
    { 0.91, PANGO_WEIGHT_BOLD },  { 1.35, PANGO_WEIGHT_BOLD },
  };
  PangoLayout *layout = pango_layout_new (pango);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (text != NULL)
    pango_layout_set_text (layout, text, -1);
  pango_attr_list_insert (attributes, pango_attr_scale_new (inks[ink].scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (inks[ink].weight));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  return layout;
}

/**
 * accord_canvas_set_source:
 * @self: a canvas
 * @colour: which colour
 * @alpha: how much of it, from 0 to 1
 *
 * Draws with a colour from now on.
 */
void
accord_canvas_set_source (const AccordCanvas *self, AccordColour colour, double alpha)
{
  const AccordRgb *rgb = &self->colours[colour];

  cairo_set_source_rgba (self->cairo, rgb->red, rgb->green, rgb->blue, alpha);
}

/**
 * accord_canvas_hatch:
 * @self: a canvas; the path of its cairo is what to hatch
 * @colour: the colour of the lines
 * @alpha: how much of it
 *
 * Fills the path with slanting lines and empties it. The lines of two areas that touch meet.
 */
void
accord_canvas_hatch (const AccordCanvas *self, AccordColour colour, double alpha)
{
  double left, top, right, bottom, pitch = HATCH_PITCH * MAX (self->scale, 1), from;

  cairo_save (self->cairo);
  cairo_path_extents (self->cairo, &left, &top, &right, &bottom);
  cairo_clip (self->cairo);
  accord_canvas_set_source (self, colour, alpha);
  cairo_set_line_width (self->cairo, 1);
  from = floor ((left + top) / pitch) * pitch;
  for (double sum = from; sum < right + bottom; sum += pitch)
    {
      cairo_move_to (self->cairo, sum - bottom, bottom);
      cairo_line_to (self->cairo, sum - top, top);
    }
  cairo_stroke (self->cairo);
  cairo_restore (self->cairo);
  cairo_new_path (self->cairo);
}

/**
 * accord_canvas_fill:
 * @self: a canvas; the path of its cairo is what to fill
 * @colour: a colour
 * @alpha: how much of it
 *
 * Fills the path and empties it.
 */
void
accord_canvas_fill (const AccordCanvas *self, AccordColour colour, double alpha)
{
  accord_canvas_set_source (self, colour, alpha);
  cairo_fill (self->cairo);
}

/**
 * accord_canvas_dash:
 * @self: a canvas
 * @on: how long each dash is, in pixels at the usual size of text, or 0 for lines without gaps
 * @off: how long each gap is
 *
 * Draws lines so from now on.
 */
void
accord_canvas_dash (const AccordCanvas *self, double on, double off)
{
  double dashes[] = { on * self->scale, off * self->scale };

  cairo_set_dash (self->cairo, dashes, on > 0 ? G_N_ELEMENTS (dashes) : 0, 0);
}

void
accord_canvas_line (const AccordCanvas *self, double x1, double y1, double x2, double y2)
{
  gboolean upright = x1 == x2, level = y1 == y2;

  /* Lines of one pixel lie in the middle of one. */
  cairo_move_to (self->cairo, upright ? floor (x1) + 0.5 : x1, level ? floor (y1) + 0.5 : y1);
  cairo_line_to (self->cairo, upright ? floor (x2) + 0.5 : x2, level ? floor (y2) + 0.5 : y2);
  cairo_stroke (self->cairo);
}

/**
 * accord_canvas_measure:
 * @self: a canvas
 * @ink: how large
 * @text: words of one line
 * @height: (out) (optional): how high they are
 *
 * Returns: how wide they are, in pixels
 */
double
accord_canvas_measure (const AccordCanvas *self, AccordInk ink, const char *text, double *height)
{
  g_autoptr (PangoLayout) layout = accord_text_layout (self->pango, ink, text, -1);
  int width, tall;

  pango_layout_get_pixel_size (layout, &width, &tall);
  if (height != NULL)
    *height = tall;
  return width;
}

static void
show (const AccordCanvas *self, AccordInk ink, const char *text, double x, double y, double width,
      double align, AccordColour colour, gboolean halo)
{
  g_autoptr (PangoLayout) layout = accord_text_layout (self->pango, ink, text, (int) ceil (MAX (width, 1)));
  int wide, tall;
  double left;

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &wide, &tall);
  left = x + (width - wide) * align;
  if (halo)
    {
      cairo_rectangle (self->cairo, left - HALO, y, wide + 2 * HALO, tall);
      accord_canvas_fill (self, ACCORD_COLOUR_CARD, 0.9);
    }
  accord_canvas_set_source (self, colour, 1);
  cairo_move_to (self->cairo, left, y);
  pango_cairo_show_layout (self->cairo, layout);
  cairo_new_path (self->cairo);
}

/**
 * accord_canvas_words:
 * @self: a canvas
 * @ink: how large
 * @text: words of one line, which end in dots where there is no room
 * @x: left of their room
 * @y: their top
 * @width: of their room, in pixels
 * @align: where they stand in it: 0 left, 0.5 in the middle, 1 right
 * @colour: their colour
 *
 * Draws words.
 */
void
accord_canvas_words (const AccordCanvas *self, AccordInk ink, const char *text, double x, double y,
                     double width, double align, AccordColour colour)
{
  show (self, ink, text, x, y, width, align, colour, FALSE);
}

/**
 * accord_canvas_words_on:
 * @self: a canvas
 * @ink: how large
 * @text: words of one line
 * @x: left of their room
 * @y: their top
 * @width: of their room
 * @align: where they stand in it
 * @colour: their colour
 *
 * Draws words over lines, which are paled under them.
 */
void
accord_canvas_words_on (const AccordCanvas *self, AccordInk ink, const char *text, double x, double y,
                        double width, double align, AccordColour colour)
{
  show (self, ink, text, x, y, width, align, colour, TRUE);
}
