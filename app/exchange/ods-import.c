/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ods-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "content.h"
#include "ods-match.h"
#include "ods-record.h"
#include "today.h"

/* Taking in one file. */
typedef struct
{
  AccordOdsFile *file;
  AccordOdsOptions options;
  char *name;
  char *address;
  char *fetched_at;
  char *commissioner;
  AccordProgressFunc progress;
  gpointer progress_data;
  AccordOdsResult *result;
  AccordWriter *writer;
  const AccordKind *kind;
  AccordOdsMatch *match;
  GHashTable *sources;
  gboolean rolled_back;
} Import;

static void
alike_free (gpointer data)
{
  AccordOdsAlike *alike = data;

  g_free (alike->code);
  g_free (alike->name);
  g_free (alike);
}

static AccordOdsResult *
result_new (void)
{
  AccordOdsResult *self = g_new0 (AccordOdsResult, 1);

  self->unlinked = g_ptr_array_new_with_free_func (g_free);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  self->alike = g_ptr_array_new_with_free_func (alike_free);
  return self;
}

/**
 * accord_ods_result_free:
 * @self: (nullable) (transfer full): a result
 */
void
accord_ods_result_free (AccordOdsResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->unlinked);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->alike);
  g_free (self);
}

static Import *
import_new (AccordOdsFile *file, const AccordOdsOptions *options, AccordProgressFunc progress,
            gpointer progress_data)
{
  Import *self = g_new0 (Import, 1);

  self->file = file;
  self->options = *options;
  self->name = g_strdup (options->name);
  self->address = g_strdup (options->address);
  self->fetched_at = g_strdup (options->fetched_at);
  self->commissioner = g_strdup (options->commissioner);
  self->progress = progress;
  self->progress_data = progress_data;
  self->result = result_new ();
  self->sources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

static void
import_free (gpointer data)
{
  Import *self = data;

  g_free (self->name);
  g_free (self->address);
  g_free (self->fetched_at);
  g_free (self->commissioner);
  accord_ods_result_free (self->result);
  accord_ods_match_free (self->match);
  g_hash_table_unref (self->sources);
  g_free (self);
}

/* Every source document that stands for the register is told by its form. */
#define FORM "ODS"

static gboolean
is_register (Import *self, gint64 source, gboolean *is, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (self->writer);
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "source");
  gpointer known;
  gint64 *key;

  if (!g_hash_table_lookup_extended (self->sources, &source, NULL, &known))
    {
      g_autoptr (AccordRecord) record = accord_reader_get (reader, kind, source, error);

      if (record == NULL)
        return FALSE;
      known = GINT_TO_POINTER (g_strcmp0 (accord_record_get_text (record, "form"), FORM) == 0);
      key = g_new (gint64, 1);
      *key = source;
      g_hash_table_insert (self->sources, key, known);
    }
  *is = GPOINTER_TO_INT (known);
  return TRUE;
}

/* The source document of the same file, of the same address, or of an earlier file of that name; else a new
 * one. */
static AccordRecord *
find_source (Import *self, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (self->writer);
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "source");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  const char *field = self->address != NULL ? "address" : "file-name";
  g_autoptr (GPtrArray) found = NULL;

  accord_query_add_text (query, accord_kind_find_field (kind, field), ACCORD_OPERATOR_EQUAL,
                         self->address != NULL ? self->address : self->name);
  found = accord_reader_list (reader, query, error);
  if (found == NULL)
    return NULL;
  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (accord_record_get_text (found->pdata[i], "form"), FORM) == 0)
      return g_object_ref (found->pdata[i]);
  return accord_record_new (kind);
}

static gboolean
write_source (Import *self, GError **error)
{
  g_autoptr (AccordRecord) source = find_source (self, error);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (self->file->raw);
  g_autofree char *digest = NULL, *today = accord_today_dup (), *title = NULL;
  gint64 size;

  if (source == NULL
      || !accord_writer_add_content (self->writer, stream, (gint64) g_bytes_get_size (self->file->raw),
                                     self->name, NULL, NULL, &digest, &size, error))
    return FALSE;
  self->result->source = accord_record_get_id (source);
  if (g_strcmp0 (accord_record_get_text (source, "digest"), digest) == 0)
    return TRUE;
  /* Translators: %s is the name of a file. */
  title = g_strdup_printf (_ ("NHS organisations: %s"), self->name);
  accord_record_set_text (source, "title", title);
  accord_record_set_text (source, "type", "other");
  accord_record_set_text (source, "form", FORM);
  accord_record_set_text (source, "address", self->address);
  accord_record_set_text (source, "file-name", self->address == NULL ? self->name : NULL);
  accord_record_set_text (source, "fetched", today);
  accord_record_set_text (source, "fetched-at", self->fetched_at);
  accord_record_set_text (source, "page", digest);
  accord_record_set_text (source, "digest", digest);
  if (self->result->source != 0 ? !accord_writer_update (self->writer, source, error)
                                : !accord_writer_insert (self->writer, source, error))
    return FALSE;
  self->result->source = accord_record_get_id (source);
  return TRUE;
}

static gboolean
is_wanted (Import *self, const AccordOdsEntry *entry)
{
  return !self->options.known_only
         && (self->commissioner == NULL || g_strcmp0 (entry->commissioner, self->commissioner) == 0);
}

static void
note_alike (Import *self, const AccordOdsEntry *entry)
{
  gint64 id = accord_ods_match_by_name (self->match, entry->name);
  AccordOdsAlike *alike;

  if (id == 0)
    return;
  alike = g_new0 (AccordOdsAlike, 1);
  alike->code = g_strdup (entry->code);
  alike->name = g_strdup (entry->name);
  alike->id = id;
  g_ptr_array_add (self->result->alike, alike);
}

static gboolean
add_entry (Import *self, const AccordOdsEntry *entry, GError **error)
{
  g_autoptr (AccordRecord) record = NULL;

  if (!is_wanted (self, entry))
    {
      self->result->left_out++;
      return TRUE;
    }
  record = accord_record_new (self->kind);
  accord_record_fill_in (record);
  accord_ods_record_fill (record, entry, TRUE, self->result->kept);
  accord_record_set_int (record, "source", self->result->source);
  if (!accord_writer_insert (self->writer, record, error))
    return FALSE;
  self->result->added++;
  self->result->closed += entry->closed_now;
  note_alike (self, entry);
  accord_ods_match_add (self->match, entry->code, accord_record_get_id (record));
  return TRUE;
}

static gboolean
update_entry (Import *self, const AccordOdsEntry *entry, gint64 id, GError **error)
{
  g_autoptr (AccordRecord) record =
      accord_reader_get (accord_writer_get_reader (self->writer), self->kind, id, error);
  gboolean ours = FALSE, was_closed;
  gint64 source;

  if (record == NULL)
    return FALSE;
  source = accord_record_get_int (record, "source");
  was_closed = accord_record_get_text (record, "closed") != NULL;
  if (source != ACCORD_UNKNOWN && !is_register (self, source, &ours, error))
    return FALSE;
  if (!accord_ods_record_fill (record, entry, ours, self->result->kept))
    {
      self->result->same++;
      return TRUE;
    }
  self->result->updated++;
  self->result->closed += !was_closed && accord_record_get_text (record, "closed") != NULL;
  if (ours)
    accord_record_set_int (record, "source", self->result->source);
  return accord_writer_update (self->writer, record, error);
}

static gboolean
holds (const gint64 *ids, gsize n_ids, gint64 id)
{
  for (gsize i = 0; i < n_ids; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

/* An organisation may have had several successors, and each is named by it. */
static gboolean
link_two (Import *self, const char *earlier, const char *later, GError **error)
{
  gint64 from = accord_ods_match_by_code (self->match, earlier);
  gint64 to = accord_ods_match_by_code (self->match, later);
  g_autoptr (AccordRecord) record = NULL;
  g_autofree gint64 *all = NULL;
  const gint64 *ids;
  gsize n_ids;

  if (from == 0 || to == 0)
    {
      g_ptr_array_add (self->result->unlinked,
                       g_strdup_printf (_ ("%s was succeeded by %s, and %s is not in this workspace."),
                                        earlier, later, from == 0 ? earlier : later));
      return TRUE;
    }
  record = accord_reader_get (accord_writer_get_reader (self->writer), self->kind, from, error);
  if (record == NULL)
    return FALSE;
  ids = accord_record_get_ids (record, "succeeded-by", &n_ids);
  if (from == to || holds (ids, n_ids, to))
    return TRUE;
  all = g_new (gint64, n_ids + 1);
  for (gsize i = 0; i < n_ids; i++)
    all[i] = ids[i];
  all[n_ids] = to;
  accord_record_set_ids (record, "succeeded-by", all, n_ids + 1);
  self->result->linked++;
  return accord_writer_update (self->writer, record, error);
}

static gboolean
link_entry (Import *self, const AccordOdsEntry *entry, GError **error)
{
  if (accord_ods_match_by_code (self->match, entry->code) == 0)
    return TRUE;
  for (guint i = 0; i < entry->successors->len; i++)
    if (!link_two (self, entry->code, entry->successors->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < entry->predecessors->len; i++)
    if (!link_two (self, entry->predecessors->pdata[i], entry->code, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_entries (Import *self, GError **error)
{
  GPtrArray *entries = self->file->entries;
  GCancellable *cancellable = accord_reader_get_cancellable (accord_writer_get_reader (self->writer));

  for (guint i = 0; i < entries->len; i++)
    {
      const AccordOdsEntry *entry = entries->pdata[i];
      gint64 id = accord_ods_match_by_code (self->match, entry->code);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !(id == 0 ? add_entry (self, entry, error) : update_entry (self, entry, id, error)))
        return FALSE;
      if (self->progress != NULL)
        self->progress (i + 1, entries->len, self->progress_data);
    }
  for (guint i = 0; i < entries->len; i++)
    if (!link_entry (self, entries->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_import (AccordWriter *writer, gpointer data, GError **error)
{
  Import *self = data;
  AccordReader *reader = accord_writer_get_reader (writer);

  self->writer = writer;
  self->kind = accord_schema_find_kind (accord_reader_get_schema (reader), "organisation");
  self->match = accord_ods_match_new (reader, error);
  if (self->match == NULL || !write_source (self, error) || !write_entries (self, error))
    return FALSE;
  if (!self->options.dry_run)
    return TRUE;
  /* What was written to find out is taken back. */
  self->rolled_back = TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dry run");
  return FALSE;
}

static AccordOdsResult *
take_result (Import *self, AccordChange *change, GError **error)
{
  if (change == NULL && !self->rolled_back)
    return NULL;
  g_clear_error (error);
  if (change != NULL)
    self->result->change = accord_change_get_id (change);
  else
    self->result->source = 0;
  return g_steal_pointer (&self->result);
}

static char *
dup_label (Import *self)
{
  return g_strdup_printf (_ ("Import NHS organisations from %s"), self->name);
}

/**
 * accord_ods_import:
 * @workspace: a workspace
 * @file: a register file that was read; must live until it is done
 * @options: how to take it in
 * @progress: (nullable): told of entries, on the writing thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): to stop with; nothing is kept then
 * @error: return location for an error
 *
 * Brings the organisations of a workspace up to date by their ODS codes, and adds those that are new, as one
 * change. What rests on another source is only added to; what the register says otherwise is told. An
 * organisation without a code is never taken for another of the same name. Waits.
 *
 * Returns: (transfer full) (nullable): what was done
 */
AccordOdsResult *
accord_ods_import (AccordWorkspace *workspace, AccordOdsFile *file, const AccordOdsOptions *options,
                   AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                   GError **error)
{
  Import *import = import_new (file, options, progress, progress_data);
  g_autofree char *label = dup_label (import);
  g_autoptr (GError) failure = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (workspace, label, write_import, import, cancellable, &failure);
  AccordOdsResult *result = take_result (import, change, &failure);

  if (result == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  import_free (import);
  return result;
}

static void
on_written (GObject *object, GAsyncResult *written, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write_finish (ACCORD_WORKSPACE (object), written, &error);
  AccordOdsResult *result = take_result (g_task_get_task_data (task), change, &error);

  if (result == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, (GDestroyNotify) accord_ods_result_free);
}

/**
 * accord_ods_import_async:
 * @workspace: a workspace
 * @file: a register file that was read; must live until @callback
 * @options: how to take it in
 * @progress: (nullable): told of entries, on the writing thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): to stop with; nothing is kept then
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * As accord_ods_import(), without waiting.
 */
void
accord_ods_import_async (AccordWorkspace *workspace, AccordOdsFile *file, const AccordOdsOptions *options,
                         AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Import *import = import_new (file, options, progress, progress_data);
  g_autofree char *label = dup_label (import);

  g_task_set_source_tag (task, accord_ods_import_async);
  /* What is written stays written, so that a late cancel must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, import, import_free);
  accord_workspace_write_async (workspace, label, write_import, import, NULL, cancellable, on_written,
                                g_steal_pointer (&task));
}

/**
 * accord_ods_import_finish:
 * @workspace: a workspace
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): as accord_ods_import()
 */
AccordOdsResult *
accord_ods_import_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
