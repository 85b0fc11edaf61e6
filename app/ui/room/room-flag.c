/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-flag.h"

#include "reading.h"

/* Whether a workspace is a reading file is asked once, when it was opened: every window on it has its places
 * by the answer. */
#define FLAG "accord-reading"
#define NAME "accord-reading-name"

static gpointer
look (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reading_read (reader, error);
}

/**
 * accord_room_look_async:
 * @workspace: a workspace that was just opened
 * @callback: called when it has been looked at
 * @user_data: for @callback
 *
 * Looks whether it is a reading file.
 */
void
accord_room_look_async (AccordWorkspace *workspace, GAsyncReadyCallback callback, gpointer user_data)
{
  accord_workspace_read_async (workspace, look, NULL, NULL, (GDestroyNotify) accord_reading_free, NULL,
                               callback, user_data);
}

/**
 * accord_room_look_finish:
 * @workspace: a workspace
 * @result: what the callback was given
 *
 * Returns: whether it is a reading file; one whose reading cannot be read is shown as any workspace
 */
gboolean
accord_room_look_finish (AccordWorkspace *workspace, GAsyncResult *result)
{
  g_autoptr (AccordReading) reading = accord_workspace_read_finish (workspace, result, NULL);

  g_object_set_data (G_OBJECT (workspace), FLAG, GINT_TO_POINTER (reading != NULL));
  if (reading != NULL)
    g_object_set_data_full (G_OBJECT (workspace), NAME, g_strdup (reading->case_name), g_free);
  return reading != NULL;
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;

  accord_room_look_finish (ACCORD_WORKSPACE (source), result);
  g_task_return_pointer (task, g_object_ref (source), g_object_unref);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (AccordWorkspace) workspace = accord_workspace_open_finish (result, &error);

  if (workspace == NULL)
    g_task_return_error (task, error);
  else
    accord_room_look_async (workspace, on_looked, g_steal_pointer (&task));
}

/**
 * accord_room_open_async:
 * @path: a file
 * @schema: the kinds
 * @flags: how it is opened
 * @callback: called when it is open and has been looked at
 * @user_data: for @callback
 *
 * Opens a workspace, as accord_workspace_open_async() does, and looks whether it is a reading file.
 */
void
accord_room_open_async (const char *path, AccordSchema *schema, AccordOpenFlags flags,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  accord_workspace_open_async (path, schema, flags, NULL, on_opened,
                               g_task_new (NULL, NULL, callback, user_data));
}

/**
 * accord_room_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the workspace; %NULL on failure
 */
AccordWorkspace *
accord_room_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * accord_room_is_reading:
 * @workspace: a workspace
 *
 * Returns: whether it is a reading file, as far as it was looked at
 */
gboolean
accord_room_is_reading (AccordWorkspace *workspace)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (workspace), FLAG));
}

/**
 * accord_room_dup_name:
 * @workspace: a workspace
 *
 * A reading file is named by what the pack is, which nobody would recognise: it is called as its case is.
 *
 * Returns: (transfer full): what people call it, for the title of a window
 */
char *
accord_room_dup_name (AccordWorkspace *workspace)
{
  const char *name = g_object_get_data (G_OBJECT (workspace), NAME);

  return name != NULL ? g_strdup (name) : accord_workspace_dup_display_name (workspace);
}
