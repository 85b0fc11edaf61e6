/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-private.h"

#include "exchange-error.h"
#include "safe-file.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A4, in points. */
#define SHORT_SIDE 595.28
#define LONG_SIDE 841.89

static cairo_status_t
append (gpointer closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Into memory first: cairo 1.16 ends the program when it finishes a file that it could not write. */
static cairo_status_t
draw_all (AccordReport *self, GByteArray *bytes, GPtrArray *alternatives)
{
  const double width = self->landscape ? LONG_SIDE : SHORT_SIDE;
  const double height = self->landscape ? SHORT_SIDE : LONG_SIDE;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
  cairo_t *cairo = cairo_create (surface);
  cairo_status_t status;

  /* A form of PDF in which every object stands by itself, so that they can be described. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (self->subtitle != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->subtitle);
  accord_report_draw (self, cairo, width, height, alternatives);
  status = cairo_status (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static gboolean
write_all (const char *path, const GByteArray *bytes, GError **error)
{
  FILE *file = g_fopen (path, "wbe");
  gboolean written = file != NULL && fwrite (bytes->data, 1, bytes->len, file) == bytes->len;
  int reason = errno;

  if (file != NULL && fclose (file) != 0 && written)
    {
      reason = errno;
      written = FALSE;
    }
  if (!written)
    g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
                 _ ("The PDF cannot be written: %s."), g_strerror (reason));
  return written;
}

/* The language that people read it in: that of the words, as programs name it. */
static char *
dup_language (void)
{
  /* Translators: the language of this translation as programs name it: en-GB, cy, fr. */
  return g_strdup (_ ("en-GB"));
}

/**
 * accord_report_write_pdf:
 * @self: a report
 * @file: the file to write, on a local disk
 * @error: return location for an error
 *
 * Writes it as a PDF of A4 pages, which is there whole or, if anything goes wrong, as it was before. It says
 * of everything in it what it is, and of each picture in words what it shows.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_report_write_pdf (AccordReport *self, GFile *file, GError **error)
{
  g_autoptr (AccordSafeFile) place = accord_safe_file_new (file, error);
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *language = dup_language ();
  const char *path;
  cairo_status_t status;

  if (place == NULL)
    return FALSE;
  path = accord_safe_file_get_path (place);
  status = draw_all (self, bytes, alternatives);
  if (status == CAIRO_STATUS_SUCCESS)
    return write_all (path, bytes, error) && accord_pdf_describe (path, language, alternatives, error)
           && accord_safe_file_finish (place, error);
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
               _ ("The PDF cannot be written: %s."), cairo_status_to_string (status));
  return FALSE;
}
