/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/drawing.h"

#include <adwaita.h>

/* What drawings are drawn with: colours and letters. */

static const char *const colour_names[] = {
  "accord_text",     "accord_dim",        "accord_line",        "accord_card",     "accord_page",
  "accord_open_fg",  "accord_overdue_fg", "accord_accepted_fg", "accord_series_1", "accord_series_2",
  "accord_series_3", "accord_series_4",   "accord_series_5",    "accord_series_6",
};

/**
 * accord_drawing_get_colour:
 * @self: a drawing
 * @colour: which
 * @rgba: (out): the colour now
 */
void
accord_drawing_get_colour (AccordDrawing *self, AccordColour colour, GdkRGBA *rgba)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (accord_drawing_is_on_paper (self))
    {
      const AccordRgb *rgb = accord_canvas_get_paper_colour (colour);

      *rgba = (GdkRGBA){ (float) rgb->red, (float) rgb->green, (float) rgb->blue, 1 };
    }
  else if (!gtk_style_context_lookup_color (context, colour_names[colour], rgba))
    gtk_style_context_get_color (context, rgba);
}

/**
 * accord_drawing_set_source:
 * @self: a drawing
 * @cairo: what it is drawn with
 * @colour: which colour
 * @alpha: how much of it, from 0 to 1; bands take 0.2
 *
 * Draws with a colour from now on.
 */
void
accord_drawing_set_source (AccordDrawing *self, cairo_t *cairo, AccordColour colour, double alpha)
{
  GdkRGBA rgba;

  accord_drawing_get_colour (self, colour, &rgba);
  cairo_set_source_rgba (cairo, rgba.red, rgba.green, rgba.blue, rgba.alpha * alpha);
}

/**
 * accord_drawing_init_canvas:
 * @self: a drawing
 * @canvas: (out caller-allocates): a canvas
 * @cairo: (nullable): what is drawn with
 *
 * Makes a canvas with the colours and letters that the drawing has now.
 */
void
accord_drawing_init_canvas (AccordDrawing *self, AccordCanvas *canvas, cairo_t *cairo)
{
  accord_canvas_init_paper (canvas, cairo, gtk_widget_get_pango_context (GTK_WIDGET (self)));
  canvas->patterns = accord_drawing_wants_patterns (self);
  for (guint i = 0; i < ACCORD_COLOUR_LAST; i++)
    {
      GdkRGBA rgba;

      accord_drawing_get_colour (self, i, &rgba);
      canvas->colours[i] = (AccordRgb){ rgba.red, rgba.green, rgba.blue };
    }
}

/**
 * accord_drawing_wants_patterns:
 * @self: a drawing
 *
 * Returns: whether series are to differ by pattern as well as by colour, as in high contrast
 */
gboolean
accord_drawing_wants_patterns (AccordDrawing *self)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

/**
 * accord_drawing_hatch:
 * @self: a drawing
 * @cairo: what it is drawn with; its path is what to hatch
 * @colour: the colour of the lines
 *
 * Fills the path with slanting lines and empties it.
 */
void
accord_drawing_hatch (AccordDrawing *self, cairo_t *cairo, AccordColour colour)
{
  AccordCanvas canvas;

  accord_drawing_init_canvas (self, &canvas, cairo);
  accord_canvas_hatch (&canvas, colour, 1);
}

/**
 * accord_drawing_get_scale:
 * @self: a drawing
 *
 * Returns: how large the desktop's text is, 1 for the usual size: distances that hold text grow with it
 */
double
accord_drawing_get_scale (AccordDrawing *self)
{
  return accord_text_scale (gtk_widget_get_pango_context (GTK_WIDGET (self)));
}

/**
 * accord_drawing_create_layout:
 * @self: a drawing
 * @ink: how large
 * @text: the words
 * @width: where they wrap, in pixels, or -1 for nowhere
 *
 * Returns: (transfer full): a layout of the words
 */
PangoLayout *
accord_drawing_create_layout (AccordDrawing *self, AccordInk ink, const char *text, int width)
{
  return accord_text_layout (gtk_widget_get_pango_context (GTK_WIDGET (self)), ink, text, width);
}

/**
 * accord_drawing_show_layout:
 * @self: a drawing
 * @cairo: what it is drawn with
 * @layout: words
 * @x: their left
 * @y: their top
 * @colour: their colour
 *
 * Draws words, and leaves no current point behind.
 */
void
accord_drawing_show_layout (AccordDrawing *self, cairo_t *cairo, PangoLayout *layout, double x, double y,
                            AccordColour colour)
{
  accord_drawing_set_source (self, cairo, colour, 1);
  cairo_move_to (cairo, x, y);
  pango_cairo_show_layout (cairo, layout);
  cairo_new_path (cairo);
}
