/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/drawing-file.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MARGIN 18
/* Sharp also where it is made larger, as on paper. */
#define PNG_SCALE 2

/* A drawing with its title over it, on white. */
typedef struct
{
  AccordDrawing *drawing;
  PangoLayout *title;
  int drawing_height;
  int title_height;
  int width;
  int height;
} Sheet;

static void
sheet_clear (Sheet *sheet)
{
  g_clear_object (&sheet->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static void
sheet_init (Sheet *sheet, AccordDrawing *drawing, const char *title)
{
  int width;

  *sheet = (Sheet){ .drawing = drawing };
  accord_drawing_get_paper_size (drawing, &width, &sheet->drawing_height);
  if (title != NULL && *title != '\0')
    {
      sheet->title = accord_drawing_create_layout (drawing, ACCORD_INK_STRONG, title, width);
      pango_layout_get_pixel_size (sheet->title, NULL, &sheet->title_height);
      sheet->title_height += MARGIN / 2;
    }
  sheet->width = width + 2 * MARGIN;
  sheet->height = sheet->drawing_height + sheet->title_height + 2 * MARGIN;
}

static void
sheet_draw (Sheet *sheet, cairo_t *cairo)
{
  const AccordRgb *text = accord_canvas_get_paper_colour (ACCORD_COLOUR_TEXT);

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  if (sheet->title != NULL)
    {
      cairo_set_source_rgb (cairo, text->red, text->green, text->blue);
      cairo_move_to (cairo, MARGIN, MARGIN);
      pango_cairo_show_layout (cairo, sheet->title);
      cairo_new_path (cairo);
    }
  cairo_save (cairo);
  cairo_translate (cairo, MARGIN, MARGIN + sheet->title_height);
  accord_drawing_draw_on_paper (sheet->drawing, cairo);
  cairo_restore (cairo);
}

static cairo_status_t
append (gpointer closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture cannot be made: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

/**
 * accord_drawing_to_png:
 * @drawing: a drawing
 * @title: (nullable): what to write over it
 * @error: return location for an error
 *
 * Returns: (transfer full): it as a PNG picture of twice its size on the screen, dark on white, or %NULL
 */
GBytes *
accord_drawing_to_png (AccordDrawing *drawing, const char *title, GError **error)
{
  g_auto (Sheet) sheet = { 0 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cairo;
  cairo_status_t status;

  g_return_val_if_fail (ACCORD_IS_DRAWING (drawing), NULL);

  sheet_init (&sheet, drawing, title);
  surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, sheet.width * PNG_SCALE, sheet.height * PNG_SCALE);
  cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
  cairo = cairo_create (surface);
  sheet_draw (&sheet, cairo);
  cairo_destroy (cairo);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  return check (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* The words for who cannot see it go into the file's head, where programs that read aloud look for them. */
static GBytes *
add_words (GByteArray *bytes, const char *title, const char *summary)
{
  g_autofree char *svg = g_strndup ((const char *) bytes->data, bytes->len);
  char *tag = strstr (svg, "<svg ");
  char *end = tag != NULL ? strchr (tag, '>') : NULL;
  g_autofree char *title_words = g_markup_escape_text (title != NULL ? title : "", -1);
  g_autofree char *words = g_markup_escape_text (summary != NULL ? summary : "", -1);
  g_autofree char *whole = NULL;

  if (end == NULL)
    return g_bytes_new (bytes->data, bytes->len);
  tag[4] = '\0';
  *end = '\0';
  whole = g_strdup_printf ("%s role=\"img\" %s>\n<title>%s</title>\n<desc>%s</desc>%s", svg, tag + 5,
                           title_words, words, end + 1);
  return g_bytes_new (whole, strlen (whole));
}

/**
 * accord_drawing_to_svg:
 * @drawing: a drawing
 * @title: (nullable): what to write over it
 * @error: return location for an error
 *
 * Returns: (transfer full): it as an SVG picture, dark on white, with what it shows in words, or %NULL
 */
GBytes *
accord_drawing_to_svg (AccordDrawing *drawing, const char *title, GError **error)
{
  g_auto (Sheet) sheet = { 0 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cairo;
  cairo_status_t status;

  g_return_val_if_fail (ACCORD_IS_DRAWING (drawing), NULL);

  sheet_init (&sheet, drawing, title);
  surface = cairo_svg_surface_create_for_stream (append, bytes, sheet.width, sheet.height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cairo = cairo_create (surface);
  sheet_draw (&sheet, cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return check (status, error) ? add_words (bytes, title, accord_drawing_get_summary (drawing)) : NULL;
}

/**
 * accord_drawing_to_printout:
 * @drawing: a drawing
 * @title: what it is
 *
 * Returns: (transfer full): it, ready for a printer
 */
AccordPrintout *
accord_drawing_to_printout (AccordDrawing *drawing, const char *title)
{
  g_auto (Sheet) sheet = { 0 };
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_t *cairo;

  g_return_val_if_fail (ACCORD_IS_DRAWING (drawing), NULL);

  sheet_init (&sheet, drawing, title);
  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, sheet.width, sheet.height));
  sheet_draw (&sheet, cairo);
  cairo_destroy (cairo);
  node = gtk_snapshot_to_node (snapshot);
  return accord_printout_new_for_node (node, sheet.width, sheet.height, title);
}
