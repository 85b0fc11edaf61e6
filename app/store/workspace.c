/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace-core.h"

#include "thread.h"

#include <string.h>

/* How soon after the file was touched to look what was changed: one look for a burst of writes. */
#define LOOK_DELAY 40
/* On a network drive nothing tells of a change, so we look, in milliseconds. */
#define LOOK_INTERVAL 2000

enum
{
  PROP_0,
  PROP_PATH,
  PROP_READ_ONLY,
  PROP_NOTICE,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

enum
{
  CHANGED,
  SETTINGS_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AccordWorkspace, accord_workspace, G_TYPE_OBJECT)

/* Telling */

static void
take_label (AccordWorkspace *self, char **label, const char *fresh, guint property)
{
  if (g_strcmp0 (*label, fresh) == 0)
    return;
  g_free (*label);
  *label = g_strdup (fresh);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* On the main loop: tells what was changed since the last telling. */
void
accord_workspace_tell_changes (AccordWorkspace *self)
{
  AccordChange *change;
  g_autofree char *undo_label = NULL, *redo_label = NULL;

  g_mutex_lock (&self->core.mutex);
  undo_label = g_strdup (self->core.undo_label);
  redo_label = g_strdup (self->core.redo_label);
  g_mutex_unlock (&self->core.mutex);
  take_label (self, &self->undo_label, undo_label, PROP_UNDO_LABEL);
  take_label (self, &self->redo_label, redo_label, PROP_REDO_LABEL);

  while ((change = accord_core_take (&self->core)) != NULL)
    {
      g_signal_emit (self, signals[CHANGED], 0, change);
      accord_workspace_reload_open (self, change);
      accord_change_unref (change);
    }
  if (accord_core_take_settings (&self->core))
    g_signal_emit (self, signals[SETTINGS_CHANGED], 0);
}

static gboolean
on_look (gpointer data)
{
  AccordWorkspace *self = data;

  self->look_id = 0;
  accord_workspace_look_for_changes (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_interval (gpointer data)
{
  accord_workspace_look_for_changes (data);
  return G_SOURCE_CONTINUE;
}

static void
on_file_changed (AccordWorkspace *self)
{
  g_autoptr (GSource) source = NULL;

  if (self->look_id != 0)
    return;
  source = g_timeout_source_new (LOOK_DELAY);
  g_source_set_callback (source, on_look, self, NULL);
  self->look_id = g_source_attach (source, self->context);
}

static void
watch (AccordWorkspace *self)
{
  g_autofree char *log = accord_workspace_file_dup_log_name (self->path);
  g_autoptr (GFile) file = g_file_new_for_path (log);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    {
      g_file_monitor_set_rate_limit (self->monitor, LOOK_DELAY);
      g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (on_file_changed), self);
    }
  if (self->notice != NULL || self->monitor == NULL)
    {
      g_autoptr (GSource) source = g_timeout_source_new (LOOK_INTERVAL);

      g_source_set_callback (source, on_interval, self, NULL);
      self->interval_id = g_source_attach (source, self->context);
    }
}

static void
remove_source (AccordWorkspace *self, guint *id)
{
  GSource *source = *id != 0 ? g_main_context_find_source_by_id (self->context, *id) : NULL;

  if (source != NULL)
    g_source_destroy (source);
  *id = 0;
}

/* Properties */

static void
accord_workspace_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AccordWorkspace *self = ACCORD_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_NOTICE:
      g_value_set_string (value, self->notice);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Lifecycle */

static void
accord_workspace_dispose (GObject *object)
{
  accord_workspace_close (ACCORD_WORKSPACE (object));

  G_OBJECT_CLASS (accord_workspace_parent_class)->dispose (object);
}

static void
accord_workspace_finalize (GObject *object)
{
  AccordWorkspace *self = ACCORD_WORKSPACE (object);

  if (self->core.schema != NULL)
    accord_core_clear (&self->core);
  g_free (self->path);
  g_free (self->notice);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_hash_table_unref (self->records);
  g_main_context_unref (self->context);

  G_OBJECT_CLASS (accord_workspace_parent_class)->finalize (object);
}

static void
accord_workspace_class_init (AccordWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = accord_workspace_dispose;
  object_class->finalize = accord_workspace_finalize;
  object_class->get_property = accord_workspace_get_property;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AccordWorkspace::changed:
   * @self: the workspace
   * @change: (type AccordChange): what was changed
   *
   * Emitted once for every commit, by this or another process, in the order of the journal.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, ACCORD_TYPE_CHANGE);

  /**
   * AccordWorkspace::settings-changed:
   * @self: the workspace
   *
   * Something that is remembered with accord_writer_set_setting() was changed, by this or another process.
   */
  signals[SETTINGS_CHANGED] = g_signal_new ("settings-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
accord_workspace_init (AccordWorkspace *self)
{
  self->records = accord_workspace_new_open_records ();
  self->context = g_main_context_ref_thread_default ();
}

/* Opening */

static gboolean
open_file (AccordWorkspace *self, AccordSchema *schema, AccordOpenFlags flags, GCancellable *cancellable,
           GError **error)
{
  AccordWorkspaceFile file;

  if (!accord_workspace_file_open (&file, self->path, schema, flags, cancellable, error))
    {
      accord_workspace_file_clear (&file);
      return FALSE;
    }
  accord_core_init (&self->core, schema);
  accord_core_start (&self->core, file.pages);
  self->undo_label = g_strdup (self->core.undo_label);
  self->redo_label = g_strdup (self->core.redo_label);
  self->read_only = file.read_only;
  self->notice = file.notice;
  if (file.writer != NULL)
    self->writer = accord_worker_new ("accord-write", file.writer, FALSE);
  self->pages = accord_worker_new ("accord-pages", file.pages, TRUE);
  self->orders = accord_worker_new ("accord-orders", file.orders, FALSE);
  self->sums = accord_worker_new ("accord-sums", file.sums, FALSE);
  return TRUE;
}

static AccordWorkspace *
new_for_path (const char *path)
{
  AccordWorkspace *self = g_object_new (ACCORD_TYPE_WORKSPACE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  return self;
}

/**
 * accord_workspace_open:
 * @path: file name of the workspace
 * @schema: the kinds of record
 * @flags: how to open it
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Opens a workspace, or makes one. Waits; the window uses accord_workspace_open_async().
 *
 * Returns: (transfer full): the workspace; %NULL with a sentence about what is wrong
 */
AccordWorkspace *
accord_workspace_open (const char *path, AccordSchema *schema, AccordOpenFlags flags,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordWorkspace) self = new_for_path (path);

  g_return_val_if_fail (ACCORD_IS_SCHEMA (schema), NULL);
  if (!open_file (self, schema, flags, cancellable, error))
    return NULL;
  watch (self);
  return g_steal_pointer (&self);
}

typedef struct
{
  AccordSchema *schema;
  AccordOpenFlags flags;
} OpenRequest;

static void
open_request_free (gpointer data)
{
  OpenRequest *request = data;

  g_object_unref (request->schema);
  g_free (request);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenRequest *request = data;
  GError *error = NULL;

  if (open_file (source, request->schema, request->flags, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * accord_workspace_open_async:
 * @path: file name of the workspace
 * @schema: the kinds of record
 * @flags: how to open it
 * @cancellable: (nullable): to give up
 * @callback: called when it is open, with the workspace as source
 * @user_data: for @callback
 *
 * Opens a workspace, or makes one, without waiting.
 */
void
accord_workspace_open_async (const char *path, AccordSchema *schema, AccordOpenFlags flags,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (AccordWorkspace) self = new_for_path (path);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  OpenRequest *request = g_new (OpenRequest, 1);

  request->schema = g_object_ref (schema);
  request->flags = flags;
  g_task_set_source_tag (task, accord_workspace_open_async);
  g_task_set_task_data (task, request, open_request_free);
  accord_thread_run (task, open_in_thread);
}

/**
 * accord_workspace_open_finish:
 * @result: the result given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full): the workspace, or %NULL
 */
AccordWorkspace *
accord_workspace_open_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (AccordWorkspace) self = ACCORD_WORKSPACE (g_async_result_get_source_object (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  watch (self);
  return g_steal_pointer (&self);
}

/**
 * accord_workspace_close:
 * @self: a workspace
 *
 * Finishes the work that waits, and closes the file. @self can then only be unreferenced. Called on the last
 * unreference too.
 */
void
accord_workspace_close (AccordWorkspace *self)
{
  g_return_if_fail (ACCORD_IS_WORKSPACE (self));

  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
      g_clear_object (&self->monitor);
    }
  remove_source (self, &self->look_id);
  remove_source (self, &self->interval_id);
  g_clear_pointer (&self->sums, accord_worker_free);
  g_clear_pointer (&self->orders, accord_worker_free);
  g_clear_pointer (&self->pages, accord_worker_free);
  g_clear_pointer (&self->writer, accord_worker_free);
}

/**
 * accord_workspace_get_path:
 * @self: a workspace
 *
 * Returns: the file's absolute name
 */
const char *
accord_workspace_get_path (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);

  return self->path;
}

/**
 * accord_workspace_dup_display_name:
 * @self: a workspace
 *
 * Returns: (transfer full): the file's name without folder and ending, for a window's title
 */
char *
accord_workspace_dup_display_name (AccordWorkspace *self)
{
  char *name = g_filename_display_basename (self->path);

  if (g_str_has_suffix (name, ".accord"))
    name[strlen (name) - strlen (".accord")] = '\0';
  return name;
}

AccordSchema *
accord_workspace_get_schema (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);

  return self->core.schema;
}

gboolean
accord_workspace_get_read_only (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), TRUE);

  return self->read_only;
}

/**
 * accord_workspace_get_notice:
 * @self: a workspace
 *
 * Returns: (nullable): a sentence that people should read about where the file is or how it was opened
 */
const char *
accord_workspace_get_notice (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);

  return self->notice;
}

/**
 * accord_workspace_get_undo_label:
 * @self: a workspace
 *
 * Returns: (nullable): what undo would take back, or %NULL when there is nothing
 */
const char *
accord_workspace_get_undo_label (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);

  return self->undo_label;
}

/**
 * accord_workspace_get_redo_label:
 * @self: a workspace
 *
 * Returns: (nullable): what redo would do again, or %NULL when there is nothing
 */
const char *
accord_workspace_get_redo_label (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);

  return self->redo_label;
}

/**
 * accord_workspace_set_author:
 * @self: a workspace
 * @author: who makes the changes from now on, as the journal is to say it
 *
 * Without it the journal names who `ACCORD_AUTHOR` in the environment names, or else the user of the machine.
 */
void
accord_workspace_set_author (AccordWorkspace *self, const char *author)
{
  g_return_if_fail (ACCORD_IS_WORKSPACE (self) && author != NULL);

  g_mutex_lock (&self->core.mutex);
  g_free (self->core.author);
  self->core.author = g_strdup (author);
  g_mutex_unlock (&self->core.mutex);
}
