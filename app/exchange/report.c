/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-private.h"

#include "exchange-error.h"
#include "safe-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* A4, in points. */
#define SHORT_SIDE 595.28
#define LONG_SIDE 841.89

static void
block_free (gpointer data)
{
  AccordReportBlock *block = data;

  g_strfreev (block->cells);
  g_free (block);
}

static void
add_block (AccordReport *self, AccordReportBlockType type, char **cells)
{
  AccordReportBlock *block = g_new0 (AccordReportBlock, 1);

  block->type = type;
  block->cells = cells;
  g_ptr_array_add (self->blocks, block);
}

static char **
dup_pair (const char *first, const char *second)
{
  char **cells = g_new0 (char *, 3);

  cells[0] = g_strdup (first != NULL ? first : "");
  cells[1] = g_strdup (second);
  return cells;
}

/**
 * accord_report_new:
 * @title: what it is
 * @subtitle: (nullable): what else there is to say, such as the day
 *
 * Returns: (transfer full): a report with nothing in it
 */
AccordReport *
accord_report_new (const char *title, const char *subtitle)
{
  AccordReport *self = g_atomic_rc_box_new0 (AccordReport);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

AccordReport *
accord_report_ref (AccordReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
report_clear (gpointer data)
{
  AccordReport *self = data;

  g_free (self->title);
  g_free (self->subtitle);
  g_ptr_array_unref (self->blocks);
}

void
accord_report_unref (AccordReport *self)
{
  g_atomic_rc_box_release_full (self, report_clear);
}

const char *
accord_report_get_title (AccordReport *self)
{
  return self->title;
}

/**
 * accord_report_set_landscape:
 * @self: a report
 * @landscape: whether it reads better on its side
 *
 * Says how the paper lies.
 */
void
accord_report_set_landscape (AccordReport *self, gboolean landscape)
{
  self->landscape = landscape;
}

gboolean
accord_report_get_landscape (AccordReport *self)
{
  return self->landscape;
}

/**
 * accord_report_add_heading:
 * @self: a report
 * @level: 1 for a chapter, 2 for what is within one
 * @words: the heading; it stays with what follows it
 *
 * Adds a heading.
 */
void
accord_report_add_heading (AccordReport *self, guint level, const char *words)
{
  add_block (self, level <= 1 ? ACCORD_REPORT_HEADING : ACCORD_REPORT_SUBHEADING, dup_pair (words, NULL));
}

/**
 * accord_report_add_text:
 * @self: a report
 * @words: a paragraph, or several parted by line ends
 *
 * Adds words.
 */
void
accord_report_add_text (AccordReport *self, const char *words)
{
  add_block (self, ACCORD_REPORT_TEXT, dup_pair (words, NULL));
}

/**
 * accord_report_add_point:
 * @self: a report
 * @words: what is said
 * @note: (nullable): what belongs to it, such as where it was said
 *
 * Adds a point of a list.
 */
void
accord_report_add_point (AccordReport *self, const char *words, const char *note)
{
  add_block (self, ACCORD_REPORT_POINT, dup_pair (words, note));
}

/**
 * accord_report_begin_table:
 * @self: a report
 * @headings: (array zero-terminated=1): what stands over each column, on every page
 *
 * Begins a table; its rows come by accord_report_add_row().
 */
void
accord_report_begin_table (AccordReport *self, const char *const *headings)
{
  add_block (self, ACCORD_REPORT_HEAD_ROW, g_strdupv ((char **) headings));
}

/**
 * accord_report_add_row:
 * @self: a report whose last piece is of a table
 * @cells: (array zero-terminated=1): as many as the table has columns
 *
 * Adds a row.
 */
void
accord_report_add_row (AccordReport *self, const char *const *cells)
{
  add_block (self, ACCORD_REPORT_ROW, g_strdupv ((char **) cells));
}

static cairo_status_t
draw_all (AccordReport *self, const char *path)
{
  double width = self->landscape ? LONG_SIDE : SHORT_SIDE, height = self->landscape ? SHORT_SIDE : LONG_SIDE;
  g_autoptr (GPtrArray) pages = accord_report_lay_out (self, width, height);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, width, height);
  cairo_t *cairo = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  for (guint i = 0; i < pages->len; i++)
    {
      cairo_set_source_surface (cairo, pages->pdata[i], 0, 0);
      cairo_paint (cairo);
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/**
 * accord_report_write_pdf:
 * @self: a report
 * @file: the file to write, on a local disk
 * @error: return location for an error
 *
 * Writes it as a PDF of A4 pages, which is there whole or, if anything goes wrong, as it was before.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_report_write_pdf (AccordReport *self, GFile *file, GError **error)
{
  g_autoptr (AccordSafeFile) place = accord_safe_file_new (file, error);
  cairo_status_t status;

  if (place == NULL)
    return FALSE;
  status = draw_all (self, accord_safe_file_get_path (place));
  if (status == CAIRO_STATUS_SUCCESS)
    return accord_safe_file_finish (place, error);
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
               _ ("The PDF cannot be written: %s."), cairo_status_to_string (status));
  return FALSE;
}
