/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace-private.h"

#include "error.h"
#include "workspace-job.h"
#include "workspace-sums.h"
#include "writer-private.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse_writing (AccordWorkspace *self, GError **error)
{
  g_autofree char *name = NULL;

  if (self->writer != NULL)
    return FALSE;
  if (self->notice != NULL)
    {
      g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_READ_ONLY, self->notice);
      return TRUE;
    }
  name = accord_workspace_dup_display_name (self);
  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_READ_ONLY,
               _ ("“%s” can be read but not changed."), name);
  return TRUE;
}

static void
fail_task (AccordWorkspace *self, GError *error, GCancellable *cancellable, GAsyncReadyCallback callback,
           gpointer user_data, gpointer tag)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_return_error (task, error);
}

/**
 * accord_workspace_write:
 * @self: a workspace
 * @label: what the change is called in the journal and beside "Undo"
 * @func: what makes the change, on the writing thread
 * @data: for @func
 * @cancellable: (nullable): to give up; nothing is kept then
 * @error: return location for an error
 *
 * Makes one change and waits for it. All of it is kept, is one step to undo and one emission of
 * #AccordWorkspace::changed, or nothing is.
 *
 * Returns: (transfer full): what was changed; its number is 0 when @func wrote nothing; %NULL on failure
 */
AccordChange *
accord_workspace_write (AccordWorkspace *self, const char *label, AccordWriteFunc func, gpointer data,
                        GCancellable *cancellable, GError **error)
{
  AccordJob *job;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self) && label != NULL, NULL);
  if (refuse_writing (self, error))
    return NULL;
  job = accord_job_new (self, ACCORD_JOB_WRITE, func, data, cancellable);
  job->label = g_strdup (label);
  return accord_job_wait (self->writer, job, error);
}

/**
 * accord_workspace_write_async:
 * @self: a workspace
 * @label: what the change is called in the journal and beside "Undo"
 * @func: what makes the change, on the writing thread
 * @data: for @func
 * @destroy: (nullable): frees @data, on the main loop
 * @cancellable: (nullable): to give up; nothing is kept then
 * @callback: called after #AccordWorkspace::changed
 * @user_data: for @callback
 *
 * As accord_workspace_write(), without waiting.
 */
void
accord_workspace_write_async (AccordWorkspace *self, const char *label, AccordWriteFunc func, gpointer data,
                              GDestroyNotify destroy, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GError *error = NULL;
  AccordJob *job;

  g_return_if_fail (ACCORD_IS_WORKSPACE (self) && label != NULL);
  if (refuse_writing (self, &error))
    {
      if (destroy != NULL)
        destroy (data);
      fail_task (self, error, cancellable, callback, user_data, accord_workspace_write_async);
      return;
    }
  job = accord_job_new (self, ACCORD_JOB_WRITE, func, data, cancellable);
  job->label = g_strdup (label);
  job->destroy = destroy;
  job->free_answer = (GDestroyNotify) accord_change_unref;
  accord_job_start (self->writer, job, callback, user_data, accord_workspace_write_async);
}

AccordChange *
accord_workspace_write_finish (AccordWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * accord_workspace_read:
 * @self: a workspace
 * @func: what asks, on a reading thread
 * @data: for @func
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Asks questions and waits for the answer. All that @func reads is of one moment.
 *
 * Returns: (transfer full): what @func answered
 */
gpointer
accord_workspace_read (AccordWorkspace *self, AccordReadFunc func, gpointer data, GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);

  return accord_job_wait (self->orders, accord_job_new (self, ACCORD_JOB_READ, func, data, cancellable),
                          error);
}

static void
read_on (AccordWorkspace *self, AccordWorker *worker, AccordReadFunc func, gpointer data,
         GDestroyNotify destroy, GDestroyNotify free_answer, GCancellable *cancellable,
         GAsyncReadyCallback callback, gpointer user_data)
{
  AccordJob *job;

  if (worker == NULL)
    {
      g_task_report_new_error (self, callback, user_data, accord_workspace_read_async, G_IO_ERROR,
                               G_IO_ERROR_CLOSED, _ ("The workspace was closed."));
      if (destroy != NULL)
        destroy (data);
      return;
    }
  job = accord_job_new (self, ACCORD_JOB_READ, func, data, cancellable);
  job->destroy = destroy;
  job->free_answer = free_answer;
  accord_job_start (worker, job, callback, user_data, accord_workspace_read_async);
}

/**
 * accord_workspace_read_async:
 * @self: a workspace
 * @func: what asks, on a reading thread
 * @data: for @func
 * @destroy: (nullable): frees @data, on the main loop
 * @free_answer: (nullable): frees an answer that nobody fetches
 * @cancellable: (nullable): to give up
 * @callback: called with the result
 * @user_data: for @callback
 *
 * As accord_workspace_read(), without waiting.
 */
void
accord_workspace_read_async (AccordWorkspace *self, AccordReadFunc func, gpointer data,
                             GDestroyNotify destroy, GDestroyNotify free_answer, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (ACCORD_IS_WORKSPACE (self));

  read_on (self, self->orders, func, data, destroy, free_answer, cancellable, callback, user_data);
}

/**
 * accord_workspace_add_up_async:
 * @self: a workspace
 * @func: what adds up, on a thread of its own
 * @data: for @func
 * @destroy: (nullable): frees @data, on the main loop
 * @free_answer: (nullable): frees an answer that nobody fetches
 * @cancellable: (nullable): to give up
 * @callback: called with the result
 * @user_data: for @callback
 *
 * As accord_workspace_read_async(), for what may have to look at every record there is, such as what all
 * payments come to: lists and pages do not wait until it is done. To be finished with
 * accord_workspace_read_finish().
 */
void
accord_workspace_add_up_async (AccordWorkspace *self, AccordReadFunc func, gpointer data,
                               GDestroyNotify destroy, GDestroyNotify free_answer, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (ACCORD_IS_WORKSPACE (self));

  read_on (self, self->sums, func, data, destroy, free_answer, cancellable, callback, user_data);
}

gpointer
accord_workspace_read_finish (AccordWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
accord_workspace_run_page_async (AccordWorkspace *self, AccordReadFunc func, gpointer data,
                                 GDestroyNotify destroy, GDestroyNotify free_answer,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  read_on (self, self->pages, func, data, destroy, free_answer, cancellable, callback, user_data);
}

void
accord_workspace_run_order_async (AccordWorkspace *self, AccordReadFunc func, gpointer data,
                                  GDestroyNotify destroy, GDestroyNotify free_answer,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  read_on (self, self->orders, func, data, destroy, free_answer, cancellable, callback, user_data);
}

/**
 * accord_workspace_look_for_changes:
 * @self: a workspace
 *
 * Looks whether other processes changed the file and tells it. Done by itself when the file is touched.
 */
void
accord_workspace_look_for_changes (AccordWorkspace *self)
{
  g_return_if_fail (ACCORD_IS_WORKSPACE (self));

  if (self->pages != NULL)
    accord_job_push (self->pages, accord_job_new (self, ACCORD_JOB_LOOK, NULL, NULL, NULL));
}

/* Saving one record */

static gboolean
save_record (AccordWriter *writer, gpointer data, GError **error)
{
  AccordRecord *record = data;

  return accord_record_get_id (record) == 0 ? accord_writer_insert (writer, record, error)
                                            : accord_writer_update (writer, record, error);
}

static char *
save_label (AccordRecord *record)
{
  g_autofree char *title = accord_record_dup_title (record);

  /* Translators: what a change is called in the journal and beside "Undo" */
  return accord_record_get_id (record) == 0 ? g_strdup_printf (_ ("Add “%s”"), title)
                                            : g_strdup_printf (_ ("Change “%s”"), title);
}

/**
 * accord_workspace_save:
 * @self: a workspace
 * @record: a new record, which gets its identifier, or a copy of one that was edited
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Adds or changes one record and waits for it.
 *
 * Returns: (transfer full): what was changed; %NULL with %ACCORD_STORE_ERROR_INVALID and a sentence that
 * names the field, or another error
 */
AccordChange *
accord_workspace_save (AccordWorkspace *self, AccordRecord *record, GCancellable *cancellable, GError **error)
{
  g_autofree char *label = save_label (record);

  return accord_workspace_write (self, label, save_record, record, cancellable, error);
}

/**
 * accord_workspace_save_async:
 * @self: a workspace
 * @record: a new record, which gets its identifier, or a copy of one that was edited; leave it alone until
 * the callback
 * @cancellable: (nullable): to give up
 * @callback: called after #AccordWorkspace::changed
 * @user_data: for @callback
 *
 * As accord_workspace_save(), without waiting.
 */
void
accord_workspace_save_async (AccordWorkspace *self, AccordRecord *record, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *label = save_label (record);

  accord_workspace_write_async (self, label, save_record, g_object_ref (record), g_object_unref, cancellable,
                                callback, user_data);
}

AccordChange *
accord_workspace_save_finish (AccordWorkspace *self, GAsyncResult *result, GError **error)
{
  return accord_workspace_write_finish (self, result, error);
}

/* Deleting */

typedef struct
{
  const AccordKind *kind;
  GArray *ids;
} Deletion;

static void
deletion_free (gpointer data)
{
  Deletion *deletion = data;

  g_array_unref (deletion->ids);
  g_free (deletion);
}

static gboolean
delete_records (AccordWriter *writer, gpointer data, GError **error)
{
  Deletion *deletion = data;
  g_autofree char *title = NULL, *label = NULL, *plural = NULL;

  for (guint i = 0; i < deletion->ids->len; i++)
    if (!accord_writer_delete (writer, deletion->kind, g_array_index (deletion->ids, gint64, i), error))
      return FALSE;
  if (deletion->ids->len == 1)
    {
      title = accord_reader_dup_title (accord_writer_get_reader (writer), deletion->kind,
                                       g_array_index (deletion->ids, gint64, 0), NULL);
      label = g_strdup_printf (_ ("Delete “%s”"), title);
    }
  else
    {
      plural = g_utf8_strdown (_ (deletion->kind->plural), -1);
      /* Translators: the number of records, and their kind in the plural and in small letters */
      label = g_strdup_printf (_ ("Delete %u %s"), deletion->ids->len, plural);
    }
  accord_writer_set_label (writer, label);
  return TRUE;
}

/**
 * accord_workspace_delete_async:
 * @self: a workspace
 * @kind: a kind
 * @ids: (array length=n_ids): identifiers of living records
 * @n_ids: how many
 * @cancellable: (nullable): to give up
 * @callback: called after #AccordWorkspace::changed
 * @user_data: for @callback
 *
 * Deletes records in one change; they can be restored. Fails with %ACCORD_STORE_ERROR_REFERENCED when a
 * record that stays speaks of one of them.
 */
void
accord_workspace_delete_async (AccordWorkspace *self, const AccordKind *kind, const gint64 *ids, gsize n_ids,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Deletion *deletion = g_new (Deletion, 1);

  deletion->kind = kind;
  deletion->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  g_array_append_vals (deletion->ids, ids, n_ids);
  accord_workspace_write_async (self, _ ("Delete"), delete_records, deletion, deletion_free, cancellable,
                                callback, user_data);
}

AccordChange *
accord_workspace_delete_finish (AccordWorkspace *self, GAsyncResult *result, GError **error)
{
  return accord_workspace_write_finish (self, result, error);
}

/* Undo and redo */

static gboolean
undo_last (AccordWriter *writer, gpointer data, GError **error)
{
  return accord_writer_undo (writer, error);
}

static gboolean
redo_last (AccordWriter *writer, gpointer data, GError **error)
{
  return accord_writer_redo (writer, error);
}

/**
 * accord_workspace_undo:
 * @self: a workspace
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Takes the last change back, whoever made it and however large it was.
 *
 * Returns: (transfer full): what was changed; %NULL with %ACCORD_STORE_ERROR_NOTHING when there is none
 */
AccordChange *
accord_workspace_undo (AccordWorkspace *self, GCancellable *cancellable, GError **error)
{
  return accord_workspace_write (self, _ ("Undo"), undo_last, NULL, cancellable, error);
}

void
accord_workspace_undo_async (AccordWorkspace *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  accord_workspace_write_async (self, _ ("Undo"), undo_last, NULL, NULL, cancellable, callback, user_data);
}

AccordChange *
accord_workspace_undo_finish (AccordWorkspace *self, GAsyncResult *result, GError **error)
{
  return accord_workspace_write_finish (self, result, error);
}

/**
 * accord_workspace_redo:
 * @self: a workspace
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Does again what was undone last. Any new change ends that possibility.
 *
 * Returns: (transfer full): what was changed; %NULL with %ACCORD_STORE_ERROR_NOTHING when there is none
 */
AccordChange *
accord_workspace_redo (AccordWorkspace *self, GCancellable *cancellable, GError **error)
{
  return accord_workspace_write (self, _ ("Redo"), redo_last, NULL, cancellable, error);
}

void
accord_workspace_redo_async (AccordWorkspace *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  accord_workspace_write_async (self, _ ("Redo"), redo_last, NULL, NULL, cancellable, callback, user_data);
}

AccordChange *
accord_workspace_redo_finish (AccordWorkspace *self, GAsyncResult *result, GError **error)
{
  return accord_workspace_write_finish (self, result, error);
}
