/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/drawing-copy.h"

#include "chart/drawing-file.h"
#include "compat.h"
#include "go.h"
#include "safe-file.h"

#include <glib/gi18n-lib.h>

#define PNG_TYPE "image/png"
#define SVG_TYPE "image/svg+xml"

static GtkWidget *
find_heading (GtkWidget *within)
{
  if (GTK_IS_LABEL (within))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_heading (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * accord_drawing_dup_title:
 * @drawing: a drawing
 *
 * Returns: (transfer full) (nullable): the title of the card that it is in, as it is now
 */
char *
accord_drawing_dup_title (AccordDrawing *drawing)
{
  GtkWidget *card = gtk_widget_get_parent (GTK_WIDGET (drawing)), *heading;

  while (card != NULL && !gtk_widget_has_css_class (card, "card"))
    card = gtk_widget_get_parent (card);
  heading = card != NULL ? gtk_widget_get_first_child (card) : NULL;
  heading = heading != NULL ? find_heading (heading) : NULL;
  return heading != NULL ? g_strdup (gtk_label_get_text (GTK_LABEL (heading))) : NULL;
}

/**
 * accord_drawing_to_content:
 * @drawing: a drawing
 * @title: (nullable): what to write over it
 * @form: as what
 * @error: return location for an error
 *
 * Returns: (transfer full): it for the clipboard, or %NULL
 */
GdkContentProvider *
accord_drawing_to_content (AccordDrawing *drawing, const char *title, AccordDrawingForm form, GError **error)
{
  g_autoptr (GBytes) png = form != ACCORD_DRAWING_SVG ? accord_drawing_to_png (drawing, title, error) : NULL;
  g_autoptr (GBytes) svg = NULL;
  GdkContentProvider *providers[2];
  guint n = 0;

  if (png == NULL && form != ACCORD_DRAWING_SVG)
    return NULL;
  svg = form != ACCORD_DRAWING_PNG ? accord_drawing_to_svg (drawing, title, error) : NULL;
  if (svg == NULL && form != ACCORD_DRAWING_PNG)
    return NULL;
  if (svg != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes (SVG_TYPE, svg);
  if (png != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes (PNG_TYPE, png);
  return gdk_content_provider_new_union (providers, n);
}

/**
 * accord_drawing_copy:
 * @drawing: a drawing in a window
 * @form: as what
 *
 * Copies it to the clipboard, and says so.
 */
void
accord_drawing_copy (AccordDrawing *drawing, AccordDrawingForm form)
{
  static const char *const words[] = { N_ ("Copied as a PNG picture"), N_ ("Copied as an SVG picture"),
                                       N_ ("Copied as a picture") };
  g_autoptr (GError) error = NULL;
  g_autofree char *title = accord_drawing_dup_title (drawing);
  g_autoptr (GdkContentProvider) content = accord_drawing_to_content (drawing, title, form, &error);

  if (content == NULL)
    {
      accord_say_problem (GTK_WIDGET (drawing), error);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (drawing)), content);
  accord_say (GTK_WIDGET (drawing), _ (words[form]));
}

/**
 * accord_drawing_write:
 * @drawing: a drawing
 * @title: (nullable): what to write over it
 * @file: the file to write: SVG where its name ends so, else PNG
 * @error: return location for an error
 *
 * Writes it into a file, which is there whole or, if anything goes wrong, as it was before.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_drawing_write (AccordDrawing *drawing, const char *title, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autoptr (GBytes) bytes = g_str_has_suffix (lower, ".svg") ? accord_drawing_to_svg (drawing, title, error)
                                                              : accord_drawing_to_png (drawing, title, error);
  g_autoptr (AccordSafeFile) place = bytes != NULL ? accord_safe_file_new (file, error) : NULL;
  g_autoptr (GOutputStream) stream = place != NULL ? accord_safe_file_open (place, error) : NULL;

  return stream != NULL
         && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                       NULL, error)
         && g_output_stream_close (stream, NULL, error) && accord_safe_file_finish (place, error);
}

static void
on_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordDrawing) drawing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = accord_choose_file_finish (result, &error);
  g_autofree char *title = accord_drawing_dup_title (drawing);

  if (file == NULL)
    return;
  if (accord_drawing_write (drawing, title, file, &error))
    {
      g_autofree char *name = g_file_get_basename (file);
      /* Translators: the name of a file */
      g_autofree char *words = g_strdup_printf (_ ("Saved as “%s”"), name);

      accord_say (GTK_WIDGET (drawing), words);
    }
  else
    accord_say_problem (GTK_WIDGET (drawing), error);
}

static GtkWindow *
find_window (AccordDrawing *drawing)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (drawing));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/**
 * accord_drawing_save:
 * @drawing: a drawing in a window
 *
 * Asks for a file and saves it as a PNG or SVG picture.
 */
void
accord_drawing_save (AccordDrawing *drawing)
{
  g_autofree char *title = accord_drawing_dup_title (drawing);
  /* A file cannot have a slash in its name, as financial years do. */
  g_autofree char *stem = g_strdelimit (g_strdup (title != NULL ? title : _ ("Chart")), "/\\:*?\"<>|", '-');
  g_autofree char *name = g_strdup_printf ("%s.svg", stem);
  AccordFileRequest request = {
    ACCORD_FILE_SAVE, _ ("Save this picture"), _ ("_Save"), name, _ ("Pictures (SVG, PNG)"), "*.svg;*.png"
  };

  accord_choose_files_async (find_window (drawing), &request, NULL, on_named, g_object_ref (drawing));
}

/**
 * accord_drawing_print:
 * @drawing: a drawing in a window
 *
 * Asks for a printer and prints it.
 */
void
accord_drawing_print (AccordDrawing *drawing)
{
  g_autofree char *title = accord_drawing_dup_title (drawing);
  g_autoptr (AccordPrintout) printout =
      accord_drawing_to_printout (drawing, title != NULL ? title : _ ("Chart"));

  accord_printout_print (printout, find_window (drawing));
}
