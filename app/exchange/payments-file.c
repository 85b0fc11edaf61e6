/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments-file.h"

#include "exchange-error.h"
#include "money.h"
#include "spend-finder.h"
#include "spend-mapping.h"
#include "thread.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many payments are kept to be shown. */
#define SAMPLES 100

struct _AccordPaymentsFile
{
  GObject parent_instance;

  GFile *file;
  AccordCsvProbe *probe;
  AccordSpendLayout *layout;
  AccordSpendPreview *preview;
  GError *problem;
  char *paying_body;
  gboolean given;
  gboolean remembered;
};

G_DEFINE_FINAL_TYPE (AccordPaymentsFile, accord_payments_file, G_TYPE_OBJECT)

/* What a blocking call is asked for, for its twin on another thread. */
typedef struct
{
  GFile *file;
  AccordWorkspace *workspace;
  char *paying_body;
  AccordSpendLayout *layout;
  AccordProgressFunc progress;
  gpointer progress_data;
} Request;

static void
request_free (Request *request)
{
  g_clear_object (&request->file);
  g_clear_object (&request->workspace);
  g_clear_pointer (&request->layout, accord_spend_layout_unref);
  g_free (request->paying_body);
  g_free (request);
}

static gpointer
read_setting (AccordReader *reader, gpointer data, GError **error)
{
  char *value = accord_reader_dup_setting (reader, data);

  return value != NULL ? value : g_strdup ("");
}

/* What the workspace remembers under @key; nothing if there is no workspace or it remembers nothing. */
static char *
recall (AccordWorkspace *workspace, char *key, GCancellable *cancellable)
{
  g_autofree char *value = NULL;

  if (workspace != NULL)
    value = accord_workspace_read (workspace, read_setting, key, cancellable, NULL);
  return value != NULL && *value != '\0' ? g_steal_pointer (&value) : NULL;
}

/* Reads the file by the layout. A layout or dates that cannot be are kept as the problem, for a person to
 * cure; anything else that goes wrong is an error. */
static gboolean
read_preview (AccordPaymentsFile *self, AccordProgressFunc progress, gpointer progress_data,
              GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;

  g_clear_pointer (&self->preview, accord_spend_preview_free);
  g_clear_error (&self->problem);
  self->preview = accord_spend_preview (self->file, self->probe, self->layout, SAMPLES, progress,
                                        progress_data, cancellable, &problem);
  if (self->preview != NULL)
    return TRUE;
  if (g_error_matches (problem, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT)
      || g_error_matches (problem, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_DATES)
      || g_error_matches (problem, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_EMPTY))
    {
      self->problem = g_steal_pointer (&problem);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
find_body (AccordPaymentsFile *self, AccordWorkspace *workspace, GCancellable *cancellable)
{
  g_autofree char *key = accord_spend_mapping_dup_body_key (self->layout);

  if (self->given)
    return;
  g_clear_pointer (&self->paying_body, g_free);
  if (self->preview != NULL && self->preview->paying_body != NULL)
    self->paying_body = g_strdup (self->preview->paying_body);
  else
    self->paying_body = recall (workspace, key, cancellable);
}

/* Maps the columns as they were mapped the last time for this body and layout; %FALSE if that is as they are.
 */
static gboolean
apply_remembered (AccordPaymentsFile *self, AccordWorkspace *workspace, GCancellable *cancellable)
{
  g_autofree char *key = accord_spend_mapping_dup_setting_key (self->layout, self->paying_body);
  g_autofree char *remembered = recall (workspace, key, cancellable);
  g_autofree char *present = accord_spend_mapping_to_text (self->layout);
  g_autoptr (AccordSpendLayout) layout = NULL;

  if (remembered == NULL)
    return FALSE;
  layout = accord_spend_layout_copy (self->layout);
  if (!accord_spend_mapping_apply_text (layout, remembered, NULL))
    return FALSE;
  self->remembered = TRUE;
  if (strcmp (present, remembered) == 0)
    return FALSE;
  accord_spend_layout_unref (self->layout);
  self->layout = g_steal_pointer (&layout);
  return TRUE;
}

static void
accord_payments_file_finalize (GObject *object)
{
  AccordPaymentsFile *self = ACCORD_PAYMENTS_FILE (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->probe, accord_csv_probe_free);
  g_clear_pointer (&self->layout, accord_spend_layout_unref);
  g_clear_pointer (&self->preview, accord_spend_preview_free);
  g_clear_error (&self->problem);
  g_clear_pointer (&self->paying_body, g_free);

  G_OBJECT_CLASS (accord_payments_file_parent_class)->finalize (object);
}

static void
accord_payments_file_class_init (AccordPaymentsFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_payments_file_finalize;
}

static void
accord_payments_file_init (AccordPaymentsFile *self)
{
}

/**
 * accord_payments_file_open:
 * @file: a spend file
 * @workspace: (nullable): where earlier mappings are remembered
 * @paying_body: (nullable): who published the file, if that is known
 * @progress: (nullable): told of bytes read, on this thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Reads a file through: is it text, where are its headings, which columns hold what, and what would an import
 * do. The columns are read as they were the last time for the same body and the same layout. Blocks.
 *
 * Returns: (transfer full): the file, which may have a problem that accord_payments_file_get_problem() tells;
 * %NULL with an #AccordExchangeError or an error of GIO if it cannot be a spend file at all
 */
AccordPaymentsFile *
accord_payments_file_open (GFile *file, AccordWorkspace *workspace, const char *paying_body,
                           AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (AccordPaymentsFile) self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (workspace == NULL || ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_PAYMENTS_FILE, NULL);
  self->file = g_object_ref (file);
  self->given = paying_body != NULL && *paying_body != '\0';
  self->paying_body = g_strdup (paying_body);
  self->probe = accord_csv_probe (file, progress, progress_data, cancellable, error);
  if (self->probe == NULL)
    return NULL;
  self->layout = accord_spend_find_layout (file, self->probe, cancellable, error);
  if (self->layout == NULL || !read_preview (self, progress, progress_data, cancellable, error))
    return NULL;
  find_body (self, workspace, cancellable);
  if (apply_remembered (self, workspace, cancellable)
      && !read_preview (self, progress, progress_data, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  AccordPaymentsFile *file =
      accord_payments_file_open (request->file, request->workspace, request->paying_body, request->progress,
                                 request->progress_data, cancellable, &error);

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, file, g_object_unref);
}

/**
 * accord_payments_file_open_async:
 * @file: a spend file
 * @workspace: (nullable): where earlier mappings are remembered
 * @paying_body: (nullable): who published the file, if that is known
 * @progress: (nullable): told of bytes read, on another thread
 * @progress_data: data for @progress, which must live until the callback
 * @cancellable: (nullable): to stop with
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * As accord_payments_file_open(), without blocking.
 */
void
accord_payments_file_open_async (GFile *file, AccordWorkspace *workspace, const char *paying_body,
                                 AccordProgressFunc progress, gpointer progress_data,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (G_IS_FILE (file));

  request->file = g_object_ref (file);
  request->workspace = workspace != NULL ? g_object_ref (workspace) : NULL;
  request->paying_body = g_strdup (paying_body);
  request->progress = progress;
  request->progress_data = progress_data;
  g_task_set_source_tag (task, accord_payments_file_open_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  accord_thread_run (task, open_in_thread);
}

/**
 * accord_payments_file_open_finish:
 * @result: the result
 * @error: return location for a #GError
 *
 * Returns: (transfer full): as accord_payments_file_open()
 */
AccordPaymentsFile *
accord_payments_file_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * accord_payments_file_remap:
 * @self: a file
 * @layout: its layout, with the columns mapped as they should be
 * @progress: (nullable): told of bytes read, on this thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Reads the file again with its columns mapped in another way. Blocks.
 *
 * Returns: (transfer full): the file so read, which may have a problem; %NULL if it cannot be read any more
 */
AccordPaymentsFile *
accord_payments_file_remap (AccordPaymentsFile *self, AccordSpendLayout *layout, AccordProgressFunc progress,
                            gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordPaymentsFile) other = NULL;

  g_return_val_if_fail (ACCORD_IS_PAYMENTS_FILE (self) && layout != NULL, NULL);

  if (!accord_csv_probe_check (self->probe, self->file, cancellable, error))
    return NULL;
  other = g_object_new (ACCORD_TYPE_PAYMENTS_FILE, NULL);
  other->file = g_object_ref (self->file);
  other->probe = accord_csv_probe_copy (self->probe);
  other->layout = accord_spend_layout_copy (layout);
  other->given = self->given;
  other->paying_body = g_strdup (self->paying_body);
  if (!read_preview (other, progress, progress_data, cancellable, error))
    return NULL;
  if (other->preview != NULL && other->preview->paying_body != NULL)
    find_body (other, NULL, cancellable);
  return g_steal_pointer (&other);
}

static void
remap_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  AccordPaymentsFile *file = accord_payments_file_remap (source, request->layout, request->progress,
                                                         request->progress_data, cancellable, &error);

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, file, g_object_unref);
}

/**
 * accord_payments_file_remap_async:
 * @self: a file
 * @layout: its layout, with the columns mapped as they should be
 * @progress: (nullable): told of bytes read, on another thread
 * @progress_data: data for @progress, which must live until the callback
 * @cancellable: (nullable): to stop with
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * As accord_payments_file_remap(), without blocking.
 */
void
accord_payments_file_remap_async (AccordPaymentsFile *self, AccordSpendLayout *layout,
                                  AccordProgressFunc progress, gpointer progress_data,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (ACCORD_IS_PAYMENTS_FILE (self) && layout != NULL);

  request->layout = accord_spend_layout_copy (layout);
  request->progress = progress;
  request->progress_data = progress_data;
  g_task_set_source_tag (task, accord_payments_file_remap_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  accord_thread_run (task, remap_in_thread);
}

/**
 * accord_payments_file_remap_finish:
 * @self: a file
 * @result: the result
 * @error: return location for a #GError
 *
 * Returns: (transfer full): as accord_payments_file_remap()
 */
AccordPaymentsFile *
accord_payments_file_remap_finish (AccordPaymentsFile *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GFile *
accord_payments_file_get_file (AccordPaymentsFile *self)
{
  g_return_val_if_fail (ACCORD_IS_PAYMENTS_FILE (self), NULL);

  return self->file;
}

const AccordCsvProbe *
accord_payments_file_get_probe (AccordPaymentsFile *self)
{
  g_return_val_if_fail (ACCORD_IS_PAYMENTS_FILE (self), NULL);

  return self->probe;
}

/**
 * accord_payments_file_get_layout:
 * @self: a file
 *
 * Returns: (transfer none): how its columns are read; copy it to change it
 */
AccordSpendLayout *
accord_payments_file_get_layout (AccordPaymentsFile *self)
{
  g_return_val_if_fail (ACCORD_IS_PAYMENTS_FILE (self), NULL);

  return self->layout;
}

/**
 * accord_payments_file_get_preview:
 * @self: a file
 *
 * Returns: (transfer none) (nullable): what an import would do; %NULL if there is a problem
 */
const AccordSpendPreview *
accord_payments_file_get_preview (AccordPaymentsFile *self)
{
  g_return_val_if_fail (ACCORD_IS_PAYMENTS_FILE (self), NULL);

  return self->preview;
}

/**
 * accord_payments_file_get_problem:
 * @self: a file
 *
 * Returns: (transfer none) (nullable): why the file cannot be imported as its columns are mapped, or %NULL
 */
const GError *
accord_payments_file_get_problem (AccordPaymentsFile *self)
{
  g_return_val_if_fail (ACCORD_IS_PAYMENTS_FILE (self), NULL);

  return self->problem;
}

/**
 * accord_payments_file_get_paying_body:
 * @self: a file
 *
 * Returns: (nullable): who published it: what was given, else what most of its rows say, else who published
 * the last file of this layout
 */
const char *
accord_payments_file_get_paying_body (AccordPaymentsFile *self)
{
  g_return_val_if_fail (ACCORD_IS_PAYMENTS_FILE (self), NULL);

  return self->paying_body;
}

/**
 * accord_payments_file_get_remembered:
 * @self: a file
 *
 * Returns: whether its columns are mapped as they were in an earlier import
 */
gboolean
accord_payments_file_get_remembered (AccordPaymentsFile *self)
{
  g_return_val_if_fail (ACCORD_IS_PAYMENTS_FILE (self), FALSE);

  return self->remembered;
}
