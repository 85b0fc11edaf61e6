/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments-import.h"

#include "store/error.h"
#include "exchange-error.h"
#include "payments-match.h"
#include "payments-record.h"
#include "payments-source.h"
#include "spend-mapping.h"

#include <glib/gi18n-lib.h>

/* One import, as it goes to the writing thread. */
typedef struct
{
  AccordPaymentsFile *file;
  char *paying_body;
  gint64 fund;
  gboolean update;
  gboolean dry_run;
  gboolean rehearsed;
  AccordProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;

  AccordWriter *writer;
  AccordPaymentFields fields;
  AccordPaymentDefaults defaults;
  AccordRecord *record;
  AccordPaymentsMatch *match;
  gboolean same;
  GArray *pairs;
  AccordPaymentsResult *result;
} Import;

typedef gboolean (*RowFunc) (Import *self, const AccordSpendRow *row, gsize index, GError **error);

static void
import_free (Import *self)
{
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->record);
  g_clear_pointer (&self->match, accord_payments_match_free);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_pointer (&self->result, accord_payments_result_free);
  g_free (self->paying_body);
  g_free (self);
}

static void
note_rejection (Import *self, guint64 line, const char *reason)
{
  self->result->n_rejected++;
  if (self->result->rejected->len < ACCORD_SPEND_MOST_REJECTIONS)
    g_ptr_array_add (self->result->rejected, accord_rejection_new (line, reason));
}

/* A record that breaks a rule of its kind is a bad row; anything else ends the import. */
static gboolean
pass_rejection (Import *self, guint64 line, GError *failure, GError **error)
{
  if (!g_error_matches (failure, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  note_rejection (self, line, failure->message);
  g_error_free (failure);
  return TRUE;
}

/* Walks over all rows of the file; rejected ones are noted if @noting. */
static gboolean
read_rows (Import *self, RowFunc func, gboolean noting, GError **error)
{
  const AccordSpendPreview *preview = accord_payments_file_get_preview (self->file);
  g_autoptr (AccordSpendReader) reader = NULL;
  AccordSpendRow row;
  gsize index = 0;

  reader = accord_spend_reader_new (accord_payments_file_get_file (self->file),
                                    accord_payments_file_get_probe (self->file), preview->layout,
                                    preview->dates, self->cancellable, error);
  if (reader == NULL)
    return FALSE;
  accord_spend_reader_set_progress (reader, self->progress, self->progress_data);
  for (;;)
    switch (accord_spend_reader_next (reader, &row, self->cancellable, error))
      {
      case ACCORD_SPEND_ROW:
        if (!func (self, &row, index++, error))
          return FALSE;
        break;
      case ACCORD_SPEND_REJECTED:
        if (noting)
          note_rejection (self, row.line, row.reason);
        break;
      case ACCORD_SPEND_SKIPPED:
        self->result->skipped += noting;
        break;
      case ACCORD_SPEND_END:
        return TRUE;
      case ACCORD_SPEND_ERROR:
      default:
        return FALSE;
      }
}

static gboolean
add_row (Import *self, const AccordSpendRow *row, gsize index, GError **error)
{
  GError *failure = NULL;

  accord_record_clear (self->record);
  accord_payment_fields_fill (&self->fields, row, &self->defaults, self->record);
  if (!accord_writer_insert (self->writer, self->record, &failure))
    return pass_rejection (self, row->line, failure, error);
  self->result->added++;
  return TRUE;
}

static guint64
likeness (Import *self, const AccordSpendRow *row)
{
  return self->same ? row->line : accord_payment_row_likeness (row, &self->defaults);
}

/* The first walk of an update: rows that say what a payment says take that payment. */
static gboolean
pair_row (Import *self, const AccordSpendRow *row, gsize index, GError **error)
{
  gint64 id = accord_payments_match_take_same (self->match, accord_payment_row_content (row, &self->defaults),
                                               (gint64) row->line);

  g_array_append_val (self->pairs, id);
  return TRUE;
}

static gboolean
update_payment (Import *self, const AccordSpendRow *row, gint64 id, GError **error)
{
  g_autoptr (AccordRecord) payment =
      accord_reader_get (accord_writer_get_reader (self->writer), self->fields.kind, id, error);
  GError *failure = NULL;
  gboolean changed;

  if (payment == NULL)
    return FALSE;
  changed = accord_payment_fields_overwrite (&self->fields, row, &self->defaults, payment);
  if (!accord_writer_update (self->writer, payment, &failure))
    return pass_rejection (self, row->line, failure, error);
  if (changed)
    self->result->updated++;
  else
    self->result->skipped++;
  return TRUE;
}

/* The second walk: the others take one that is like them, or are new. */
static gboolean
update_row (Import *self, const AccordSpendRow *row, gsize index, GError **error)
{
  gint64 id = index < self->pairs->len ? g_array_index (self->pairs, gint64, index) : 0;

  if (id == 0)
    id = accord_payments_match_take_like (self->match, likeness (self, row), (gint64) row->line);
  if (id == 0)
    return add_row (self, row, index, error);
  return update_payment (self, row, id, error);
}

static gboolean
remember_payment (AccordRecord *record, gpointer data, GError **error)
{
  Import *self = data;
  gint64 line = accord_record_peek_int (record, self->fields.line);

  accord_payments_match_add (
      self->match, accord_record_get_id (record), accord_payment_record_content (&self->fields, record),
      self->same ? (guint64) line : accord_payment_record_likeness (&self->fields, record), line);
  return TRUE;
}

static gboolean
load_payments (Import *self, gint64 source, GError **error)
{
  g_autoptr (AccordQuery) query = accord_query_new (self->fields.kind);

  self->match = accord_payments_match_new ();
  self->pairs = g_array_new (FALSE, FALSE, sizeof (gint64));
  accord_query_add_number (query, self->fields.source, ACCORD_OPERATOR_EQUAL, source);
  if (!accord_reader_walk (accord_writer_get_reader (self->writer), query, remember_payment, self, error))
    return FALSE;
  accord_payments_match_close (self->match);
  return TRUE;
}

static gboolean
bring_up_to_date (Import *self, gint64 source, GError **error)
{
  if (!load_payments (self, source, error) || !read_rows (self, pair_row, FALSE, error)
      || !read_rows (self, update_row, TRUE, error))
    return FALSE;
  self->result->left = accord_payments_match_count_left (self->match);
  return accord_payments_write_source (self->writer, self->file, source, self->result->rejected, error) != 0;
}

static gboolean
add_all (Import *self, GError **error)
{
  const AccordSpendPreview *preview = accord_payments_file_get_preview (self->file);
  gint64 source = accord_payments_write_source (self->writer, self->file, 0, preview->rejections, error);

  if (source == 0)
    return FALSE;
  self->defaults.source = source;
  return accord_writer_begin_bulk (self->writer, self->fields.kind, (gint64) preview->tally.n_rows, error)
         && read_rows (self, add_row, TRUE, error);
}

static gboolean
refuse_again (Import *self, gint64 source, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (self->writer);
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "source");
  g_autofree char *title = accord_reader_dup_title (reader, kind, source, NULL);

  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_AGAIN,
               _ ("“%s” has been imported before, as “%s”: update it if that is what you want."),
               accord_payments_file_get_probe (self->file)->name, title);
  return FALSE;
}

/* So that the next file of this body and layout is read in the same way. */
static gboolean
remember_mapping (Import *self, GError **error)
{
  AccordSpendLayout *layout = accord_payments_file_get_layout (self->file);
  g_autofree char *key = accord_spend_mapping_dup_setting_key (layout, self->defaults.paying_body);
  g_autofree char *body_key = accord_spend_mapping_dup_body_key (layout);
  g_autofree char *text = accord_spend_mapping_to_text (layout);

  return accord_writer_set_setting (self->writer, key, text, error)
         && (self->defaults.paying_body == NULL
             || accord_writer_set_setting (self->writer, body_key, self->defaults.paying_body, error));
}

static gboolean
write_import (AccordWriter *writer, gpointer data, GError **error)
{
  Import *self = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  GFile *file = accord_payments_file_get_file (self->file);
  const AccordCsvProbe *probe = accord_payments_file_get_probe (self->file);
  gint64 source;

  self->writer = writer;
  accord_payment_fields_init (&self->fields,
                              accord_schema_find_kind (accord_reader_get_schema (reader), "payment"));
  self->record = accord_record_new (self->fields.kind);
  source = accord_payments_find_source (reader, self->file, &self->same, error);
  if (source < 0)
    return FALSE;
  if (self->same && !self->update)
    return refuse_again (self, source, error);
  if (!accord_csv_probe_check (probe, file, self->cancellable, error))
    return FALSE;
  self->defaults = (AccordPaymentDefaults){ self->paying_body, self->fund, source };
  if (source != 0 && self->update ? !bring_up_to_date (self, source, error) : !add_all (self, error))
    return FALSE;
  self->result->source = self->defaults.source;
  if (!remember_mapping (self, error) || !accord_csv_probe_check (probe, file, self->cancellable, error))
    return FALSE;
  if (!self->dry_run)
    return TRUE;
  /* A change that fails is not kept; this one fails when all is known that it would have done. */
  self->rehearsed = TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Nothing was kept."));
  return FALSE;
}

/* What was done or, in a dry run, would have been; %NULL if @failure says what went wrong. */
static AccordPaymentsResult *
take_result (Import *self, AccordChange *change, GError **failure)
{
  AccordPaymentsResult *result;

  if (change == NULL && !self->rehearsed)
    return NULL;
  g_clear_error (failure);
  result = g_steal_pointer (&self->result);
  result->change = change != NULL ? accord_change_get_id (change) : 0;
  if (change == NULL)
    result->source = 0;
  return result;
}

/* %NULL with the problem if the file has one. */
static Import *
import_new (AccordPaymentsFile *file, const AccordPaymentsOptions *options, AccordProgressFunc progress,
            gpointer progress_data, GCancellable *cancellable, GError **error)
{
  Import *self;

  if (accord_payments_file_get_preview (file) == NULL)
    {
      g_propagate_error (error, g_error_copy (accord_payments_file_get_problem (file)));
      return NULL;
    }
  self = g_new0 (Import, 1);
  self->file = g_object_ref (file);
  self->paying_body = g_strdup (options != NULL && options->paying_body != NULL
                                    ? options->paying_body
                                    : accord_payments_file_get_paying_body (file));
  self->fund = options != NULL ? options->fund : ACCORD_UNKNOWN;
  self->update = options != NULL && options->update;
  self->dry_run = options != NULL && options->dry_run;
  self->progress = progress;
  self->progress_data = progress_data;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->result = g_new0 (AccordPaymentsResult, 1);
  self->result->rejected = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_rejection_free);
  return self;
}

static char *
dup_label (AccordPaymentsFile *file)
{
  return g_strdup_printf (_ ("Import payments from %s"), accord_payments_file_get_probe (file)->name);
}

/**
 * accord_payments_import:
 * @workspace: a workspace
 * @file: a spend file without a problem
 * @options: (nullable): how to import it
 * @progress: (nullable): told of bytes of the file, on the writing thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): to stop with; nothing is kept then
 * @error: return location for a #GError
 *
 * Imports all payments of a file as one change, which one undo takes back, with one source document that says
 * where they come from. Bad rows are rejected one by one; the others are kept. Repeated rows are kept as they
 * are. Blocks.
 *
 * Returns: (transfer full): what was done; %NULL with nothing kept and %ACCORD_EXCHANGE_ERROR_AGAIN if the
 * same file was imported before and @options does not say to update, %ACCORD_EXCHANGE_ERROR_CHANGED if it is
 * being written to, the file's problem, or an error of the workspace
 */
AccordPaymentsResult *
accord_payments_import (AccordWorkspace *workspace, AccordPaymentsFile *file,
                        const AccordPaymentsOptions *options, AccordProgressFunc progress,
                        gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordChange) change = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) failure = NULL;
  AccordPaymentsResult *result;
  Import *import;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace) && ACCORD_IS_PAYMENTS_FILE (file), NULL);

  import = import_new (file, options, progress, progress_data, cancellable, error);
  if (import == NULL)
    return NULL;
  label = dup_label (file);
  change = accord_workspace_write (workspace, label, write_import, import, cancellable, &failure);
  result = take_result (import, change, &failure);
  if (result == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  import_free (import);
  return result;
}

static void
on_written (GObject *object, GAsyncResult *written, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Import *import = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write_finish (ACCORD_WORKSPACE (object), written, &error);
  AccordPaymentsResult *result = take_result (import, change, &error);

  if (result == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, (GDestroyNotify) accord_payments_result_free);
}

/**
 * accord_payments_import_async:
 * @workspace: a workspace
 * @file: a spend file without a problem
 * @options: (nullable): how to import it
 * @progress: (nullable): told of bytes of the file, on the writing thread
 * @progress_data: data for @progress, which must live until the callback
 * @cancellable: (nullable): to stop with; nothing is kept then
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * As accord_payments_import(), without blocking.
 */
void
accord_payments_import_async (AccordWorkspace *workspace, AccordPaymentsFile *file,
                              const AccordPaymentsOptions *options, AccordProgressFunc progress,
                              gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  g_autofree char *label = NULL;
  GError *error = NULL;
  Import *import;

  g_return_if_fail (ACCORD_IS_WORKSPACE (workspace) && ACCORD_IS_PAYMENTS_FILE (file));

  g_task_set_source_tag (task, accord_payments_import_async);
  /* What is written stays written, so that a late cancel must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  import = import_new (file, options, progress, progress_data, cancellable, &error);
  if (import == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  label = dup_label (file);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  accord_workspace_write_async (workspace, label, write_import, import, NULL, cancellable, on_written,
                                g_steal_pointer (&task));
}

/**
 * accord_payments_import_finish:
 * @workspace: a workspace
 * @result: the result
 * @error: return location for a #GError
 *
 * Returns: (transfer full): as accord_payments_import()
 */
AccordPaymentsResult *
accord_payments_import_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
