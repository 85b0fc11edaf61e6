/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-flag.h"

#include "reading.h"

/* Whether a workspace is a reading file is asked once, when it was opened: every window on it has its places
 * by the answer. */
#define FLAG "accord-reading"

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
  return reading != NULL;
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
