/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "room/room-data.h"
#include "workspace.h"

G_BEGIN_DECLS

AccordRecord *accord_room_comment_new (AccordWorkspace *workspace, const AccordRoomData *data,
                                       GVariant *fields, const char *today);
char *accord_room_comment_dup_place (const AccordRoomData *data, AccordRecord *comment);
char *accord_room_dup_changes (AccordRecord *comment);
GArray *accord_room_list_deleted (const AccordCommentThread *thread, gint64 comment);
gboolean accord_room_delete_write (AccordWriter *writer, gpointer ids, GError **error);
gpointer accord_room_attach_new (gint64 comment, const char *json);
void accord_room_attach_free (gpointer data);
gboolean accord_room_attach_write (AccordWriter *writer, gpointer data, GError **error);

gpointer accord_room_settle_new (const AccordRoomData *data, gint64 caveat, const char *state,
                                 const char *today);
void accord_room_settle_free (gpointer data);
gboolean accord_room_settle_write (AccordWriter *writer, gpointer data, GError **error);

char *accord_room_tried_read (AccordReader *reader);
char *accord_room_tried_dup (const char *about, const char *changes);
char *accord_room_tried_dup_changes (const char *kept, const char *about);
gboolean accord_room_tried_write (AccordWriter *writer, gpointer kept, GError **error);

G_END_DECLS
