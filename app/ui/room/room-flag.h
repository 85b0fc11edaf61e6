/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

void accord_room_open_async (const char *path, AccordSchema *schema, AccordOpenFlags flags,
                             GAsyncReadyCallback callback, gpointer user_data);
AccordWorkspace *accord_room_open_finish (GAsyncResult *result, GError **error);
void accord_room_look_async (AccordWorkspace *workspace, GAsyncReadyCallback callback, gpointer user_data);
gboolean accord_room_look_finish (AccordWorkspace *workspace, GAsyncResult *result);
gboolean accord_room_is_reading (AccordWorkspace *workspace);
char *accord_room_dup_name (AccordWorkspace *workspace);

G_END_DECLS
