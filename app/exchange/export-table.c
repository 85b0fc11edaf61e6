/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-table.h"

#include "csv-writer.h"
#include "date.h"
#include "exchange-error.h"
#include "pdf-writer.h"
#include "rejection.h"
#include "safe-file.h"
#include "thread.h"
#include "today.h"
#include "xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* One export, as it goes to a reading thread. One of @csv, @xlsx and @pdf writes. */
typedef struct
{
  AccordWorkspace *workspace;
  AccordQuery *query;
  GArray *fields;
  GFile *file;
  AccordExportFormat format;
  char *title;
  AccordProgressFunc progress;
  gpointer progress_data;

  GCancellable *cancellable;
  AccordCsvWriter *csv;
  AccordXlsxWriter *xlsx;
  AccordPdfWriter *pdf;
  gint64 done;
  gint64 total;
  gint64 told;
} Export;

static void
export_free (Export *self)
{
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->query, accord_query_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->csv, accord_csv_writer_free);
  g_clear_pointer (&self->xlsx, accord_xlsx_writer_free);
  g_clear_pointer (&self->pdf, accord_pdf_writer_free);
  g_free (self->title);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* Paper is narrow: it shows what a list shows. */
static gboolean
is_wanted (const AccordKind *kind, guint field, AccordExportFormat format)
{
  return format != ACCORD_EXPORT_PDF || kind->fields[field].flags & ACCORD_FIELD_LISTED;
}

static Export *
export_new (AccordWorkspace *workspace, AccordQuery *query, const guint *fields, gsize n_fields, GFile *file,
            AccordExportFormat format, const char *title, AccordProgressFunc progress, gpointer progress_data)
{
  Export *self = g_new0 (Export, 1);
  guint n_all = accord_query_get_kind (query)->n_fields;

  self->workspace = g_object_ref (workspace);
  self->query = accord_query_copy (query);
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < (fields != NULL ? n_fields : n_all); i++)
    {
      guint field = fields != NULL ? fields[i] : i;

      if (fields != NULL || is_wanted (accord_query_get_kind (query), field, format))
        g_array_append_val (self->fields, field);
    }
  self->file = g_object_ref (file);
  self->format = format;
  self->title = g_strdup (title != NULL ? title : _ (accord_query_get_kind (query)->plural));
  self->progress = progress;
  self->progress_data = progress_data;
  return self;
}

static gboolean
end_row (Export *self, GError **error)
{
  if (self->csv != NULL)
    return accord_csv_writer_end_row (self->csv, self->cancellable, error);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error)
         && accord_xlsx_writer_end_row (self->xlsx, error);
}

static gboolean
write_headings (Export *self, GError **error)
{
  const AccordKind *kind = accord_query_get_kind (self->query);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *label = _ (kind->fields[g_array_index (self->fields, guint, i)].label);

      if (self->csv != NULL)
        accord_csv_writer_add_text (self->csv, label);
      else if (!accord_xlsx_writer_add_heading (self->xlsx, label, error))
        return FALSE;
    }
  return end_row (self, error);
}

static void
tell_progress (Export *self)
{
  gint64 now;

  if (self->progress == NULL || self->done % 256 != 0)
    return;
  now = g_get_monotonic_time ();
  if (now - self->told < G_USEC_PER_SEC / 20)
    return;
  self->told = now;
  self->progress (self->done, self->total, self->progress_data);
}

static gboolean
print_record (AccordRecord *record, gpointer data, GError **error)
{
  Export *self = data;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
      || !accord_pdf_writer_add (self->pdf, record, error))
    return FALSE;
  self->done++;
  tell_progress (self);
  return TRUE;
}

static gboolean
write_record (AccordRecord *record, gpointer data, GError **error)
{
  Export *self = data;

  for (guint i = 0; i < self->fields->len; i++)
    {
      g_auto (AccordCell) cell = { 0 };

      accord_cell_read (&cell, record, g_array_index (self->fields, guint, i));
      if (self->csv != NULL)
        accord_csv_writer_add_cell (self->csv, &cell);
      else if (!accord_xlsx_writer_add_cell (self->xlsx, &cell, error))
        return FALSE;
    }
  self->done++;
  tell_progress (self);
  return end_row (self, error);
}

static gboolean
write_rows (Export *self, AccordReader *reader, GError **error)
{
  return write_headings (self, error) && accord_reader_walk (reader, self->query, write_record, self, error);
}

static gboolean
write_csv (Export *self, AccordReader *reader, AccordSafeFile *place, GError **error)
{
  g_autoptr (GOutputStream) stream = accord_safe_file_open (place, error);

  if (stream == NULL)
    return FALSE;
  self->csv = accord_csv_writer_new (stream);
  return write_rows (self, reader, error) && accord_csv_writer_finish (self->csv, self->cancellable, error)
         && g_output_stream_close (stream, self->cancellable, error);
}

static gboolean
write_xlsx (Export *self, AccordReader *reader, AccordSafeFile *place, GError **error)
{
  locale_t plain, before;
  gboolean written;

  /* Known before the work rather than after the millionth row. */
  if (self->total >= ACCORD_XLSX_MOST_ROWS)
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
                   _ ("A workbook holds %d rows and no more: export this list as CSV."),
                   ACCORD_XLSX_MOST_ROWS);
      return FALSE;
    }
  /* libxlsxwriter writes numbers as the locale does, and a comma in them breaks the file. */
  plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (LC_GLOBAL_LOCALE));
  before = uselocale (plain);
  self->xlsx = accord_xlsx_writer_new (accord_safe_file_get_path (place),
                                       _ (accord_query_get_kind (self->query)->plural), error);
  written =
      self->xlsx != NULL && write_rows (self, reader, error) && accord_xlsx_writer_finish (self->xlsx, error);
  uselocale (before);
  freelocale (plain);
  return written;
}

static gboolean
check_length (Export *self, GError **error)
{
  if (self->total <= ACCORD_EXPORT_PDF_MOST_ROWS)
    return TRUE;
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
               _ ("This list has more than %d rows, too many for paper: filter it, or export it as CSV."),
               ACCORD_EXPORT_PDF_MOST_ROWS);
  return FALSE;
}

static gboolean
write_pdf (Export *self, AccordReader *reader, AccordSafeFile *place, GError **error)
{
  g_autoptr (GOutputStream) stream = NULL;
  g_autofree char *today = accord_today_dup ();
  g_autofree char *day = accord_date_format (today);

  if (!check_length (self, error))
    return FALSE;
  stream = accord_safe_file_open (place, error);
  if (stream == NULL)
    return FALSE;
  self->pdf = accord_pdf_writer_new (stream, accord_query_get_kind (self->query),
                                     (const guint *) (gpointer) self->fields->data, self->fields->len,
                                     self->title, day);
  return accord_reader_walk (reader, self->query, print_record, self, error)
         && accord_pdf_writer_finish (self->pdf, error)
         && g_output_stream_close (stream, self->cancellable, error);
}

static gboolean
write_as (Export *self, AccordReader *reader, AccordSafeFile *place, GError **error)
{
  switch (self->format)
    {
    case ACCORD_EXPORT_XLSX:
      return write_xlsx (self, reader, place, error);
    case ACCORD_EXPORT_PDF:
      return write_pdf (self, reader, place, error);
    case ACCORD_EXPORT_CSV:
    default:
      return write_csv (self, reader, place, error);
    }
}

/* On a reading thread. Answers the number of rows. */
static gpointer
write_export (AccordReader *reader, gpointer data, GError **error)
{
  Export *self = data;
  g_autoptr (AccordSafeFile) place = NULL;

  self->cancellable = accord_reader_get_cancellable (reader);
  self->total = accord_reader_count (reader, self->query, error);
  if (self->total < 0)
    return NULL;
  place = accord_safe_file_new (self->file, error);
  if (place == NULL)
    return NULL;
  if (!write_as (self, reader, place, error) || !accord_safe_file_finish (place, error))
    return NULL;
  return g_memdup2 (&self->done, sizeof self->done);
}

/* Reads on a connection of its own, so that a long export holds up no list. */
static gint64
run_export (Export *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordWorkspace) reading = accord_workspace_open (accord_workspace_get_path (self->workspace),
                                                               accord_workspace_get_schema (self->workspace),
                                                               ACCORD_OPEN_READ_ONLY, cancellable, error);
  g_autofree gint64 *done = NULL;

  if (reading == NULL)
    return -1;
  done = accord_workspace_read (reading, write_export, self, cancellable, error);
  accord_workspace_close (reading);
  return done != NULL ? *done : -1;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  gint64 done = run_export (data, cancellable, &error);

  if (done < 0)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, done);
}

/**
 * accord_export_format_for_name:
 * @name: a file's name
 * @format: (out): the format that its ending asks for
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %ACCORD_EXCHANGE_ERROR_WRITE if it ends in none of `.csv`, `.xlsx` and `.pdf`
 */
gboolean
accord_export_format_for_name (const char *name, AccordExportFormat *format, GError **error)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  g_return_val_if_fail (format != NULL, FALSE);

  if (g_str_has_suffix (folded, ".csv"))
    *format = ACCORD_EXPORT_CSV;
  else if (g_str_has_suffix (folded, ".xlsx"))
    *format = ACCORD_EXPORT_XLSX;
  else if (g_str_has_suffix (folded, ".pdf"))
    *format = ACCORD_EXPORT_PDF;
  else
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
                   _ ("“%s” must end in .csv, .xlsx or .pdf, which says how it is written."), name);
      return FALSE;
    }
  return TRUE;
}

/**
 * accord_export_list:
 * @workspace: a workspace
 * @query: which records, in which order
 * @fields: (array length=n_fields) (nullable): indices of the fields that are columns; %NULL for all
 * @n_fields: how many
 * @file: the file to write, on a local disk
 * @format: how
 * @title: (nullable): what the list is, for a PDF; %NULL for the plural of its kind
 * @progress: (nullable): told of rows, on a reading thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Writes a list to a file: a row of headings, then a row a record. The file is there whole or, if anything
 * goes wrong, as it was before. Blocks.
 *
 * Returns: the number of records; -1 with %ACCORD_EXCHANGE_ERROR_WRITE, or an error of the workspace or of
 * GIO
 */
gint64
accord_export_list (AccordWorkspace *workspace, AccordQuery *query, const guint *fields, gsize n_fields,
                    GFile *file, AccordExportFormat format, const char *title, AccordProgressFunc progress,
                    gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Export) self = NULL;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace) && query != NULL && G_IS_FILE (file), -1);

  self = export_new (workspace, query, fields, n_fields, file, format, title, progress, progress_data);
  return run_export (self, cancellable, error);
}

/**
 * accord_export_list_async:
 * @workspace: a workspace
 * @query: which records, in which order
 * @fields: (array length=n_fields) (nullable): indices of the fields that are columns; %NULL for all
 * @n_fields: how many
 * @file: the file to write, on a local disk
 * @format: how
 * @title: (nullable): as for accord_export_list()
 * @progress: (nullable): told of rows, on another thread
 * @progress_data: data for @progress, which must live until the callback
 * @cancellable: (nullable): to stop with
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * As accord_export_list(), without blocking.
 */
void
accord_export_list_async (AccordWorkspace *workspace, AccordQuery *query, const guint *fields, gsize n_fields,
                          GFile *file, AccordExportFormat format, const char *title,
                          AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_return_if_fail (ACCORD_IS_WORKSPACE (workspace) && query != NULL && G_IS_FILE (file));

  g_task_set_source_tag (task, accord_export_list_async);
  /* A file that is written stays written, so that a late cancel must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (
      task, export_new (workspace, query, fields, n_fields, file, format, title, progress, progress_data),
      (GDestroyNotify) export_free);
  accord_thread_run (task, run_in_thread);
}

/**
 * accord_export_list_finish:
 * @workspace: a workspace
 * @result: the result
 * @error: return location for a #GError
 *
 * Returns: as accord_export_list()
 */
gint64
accord_export_list_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), -1);

  return g_task_propagate_int (G_TASK (result), error);
}

/**
 * accord_export_rejections:
 * @rejections: (element-type AccordRejection): rejected rows
 * @file: the CSV file to write, on a local disk
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Writes the report of an import: a line and a reason for each row that was rejected. Blocks.
 *
 * Returns: %FALSE with %ACCORD_EXCHANGE_ERROR_WRITE or an error of GIO if it cannot be written
 */
gboolean
accord_export_rejections (GPtrArray *rejections, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordSafeFile) place = accord_safe_file_new (file, error);
  g_autoptr (GOutputStream) stream = place != NULL ? accord_safe_file_open (place, error) : NULL;
  g_autoptr (AccordCsvWriter) writer = NULL;

  if (stream == NULL)
    return FALSE;
  writer = accord_csv_writer_new (stream);
  accord_csv_writer_add_text (writer, _ ("Line"));
  accord_csv_writer_add_text (writer, _ ("Reason"));
  if (!accord_csv_writer_end_row (writer, cancellable, error))
    return FALSE;
  for (guint i = 0; i < rejections->len; i++)
    {
      const AccordRejection *rejection = g_ptr_array_index (rejections, i);
      AccordCell line = { ACCORD_CELL_COUNT, NULL, (gint64) rejection->line, NULL };

      accord_csv_writer_add_cell (writer, &line);
      accord_csv_writer_add_text (writer, rejection->reason);
      if (!accord_csv_writer_end_row (writer, cancellable, error))
        return FALSE;
    }
  return accord_csv_writer_finish (writer, cancellable, error)
         && g_output_stream_close (stream, cancellable, error) && accord_safe_file_finish (place, error);
}
