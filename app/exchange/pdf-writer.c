/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-writer.h"

#include "exchange-error.h"
#include "table-print.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* A4, in points. */
#define SHORT_SIDE 595.28
#define LONG_SIDE 841.89

struct _AccordPdfWriter
{
  GOutputStream *stream;
  GError *error;
  gboolean failed;
  cairo_surface_t *surface;
  cairo_t *cairo;
  AccordTablePrint *table;
  gboolean begun;
};

static cairo_status_t
write_bytes (gpointer closure, const unsigned char *bytes, unsigned int length)
{
  AccordPdfWriter *self = closure;

  /* cairo 1.16 ends the program when it finishes a file that it could not write: it is told that all is well,
   * and check() says what is not. */
  if (!self->failed)
    self->failed = !g_output_stream_write_all (self->stream, bytes, length, NULL, NULL, &self->error);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_t *
begin_page (gpointer data)
{
  AccordPdfWriter *self = data;

  if (self->begun)
    cairo_show_page (self->cairo);
  self->begun = TRUE;
  return self->cairo;
}

/* What the disk said is more use than what cairo makes of it. */
static gboolean
check (AccordPdfWriter *self, cairo_status_t status, GError **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
               _ ("The PDF cannot be written: %s."), cairo_status_to_string (status));
  return FALSE;
}

/**
 * accord_pdf_writer_new:
 * @stream: where it goes
 * @kind: the kind of the records
 * @fields: (array length=n_fields): indices of the fields that are columns, at least one
 * @n_fields: how many
 * @title: what the list is
 * @subtitle: (nullable): what else there is to say
 *
 * Returns: (transfer full): a writer
 */
AccordPdfWriter *
accord_pdf_writer_new (GOutputStream *stream, const AccordKind *kind, const guint *fields, guint n_fields,
                       const char *title, const char *subtitle)
{
  AccordPdfWriter *self = g_new0 (AccordPdfWriter, 1);
  gboolean landscape = accord_table_print_wants_landscape (kind, fields, n_fields);
  double width = landscape ? LONG_SIDE : SHORT_SIDE;
  double height = landscape ? SHORT_SIDE : LONG_SIDE;

  self->stream = g_object_ref (stream);
  self->surface = cairo_pdf_surface_create_for_stream (write_bytes, self, width, height);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  self->cairo = cairo_create (self->surface);
  self->table = accord_table_print_new (kind, fields, n_fields, title, subtitle);
  accord_table_print_begin (self->table, width, height, begin_page, self);
  return self;
}

/**
 * accord_pdf_writer_free:
 * @self: (nullable) (transfer full): a writer; without accord_pdf_writer_finish() the file is of no use
 */
void
accord_pdf_writer_free (AccordPdfWriter *self)
{
  if (self == NULL)
    return;
  accord_table_print_free (self->table);
  cairo_destroy (self->cairo);
  cairo_surface_destroy (self->surface);
  g_clear_error (&self->error);
  g_object_unref (self->stream);
  g_free (self);
}

/**
 * accord_pdf_writer_add:
 * @self: a writer
 * @record: the next record
 * @error: return location for a #GError
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_pdf_writer_add (AccordPdfWriter *self, AccordRecord *record, GError **error)
{
  accord_table_print_add (self->table, record);
  return check (self, cairo_status (self->cairo), error);
}

/**
 * accord_pdf_writer_finish:
 * @self: a writer
 * @error: return location for a #GError
 *
 * Ends the last page and writes what is left.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_pdf_writer_finish (AccordPdfWriter *self, GError **error)
{
  accord_table_print_finish (self->table);
  cairo_show_page (self->cairo);
  cairo_surface_finish (self->surface);
  return check (self, cairo_surface_status (self->surface), error);
}
