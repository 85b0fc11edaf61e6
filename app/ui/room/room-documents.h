/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "room/room-data.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ROOM_DOCUMENTS (accord_room_documents_get_type ())
G_DECLARE_FINAL_TYPE (AccordRoomDocuments, accord_room_documents, ACCORD, ROOM_DOCUMENTS, GtkWidget)

GtkWidget *accord_room_documents_new (AccordWorkspace *workspace);
void accord_room_documents_show (AccordRoomDocuments *self, AccordRoomData *data, gint64 selected);
gboolean accord_room_documents_show_place (AccordRoomDocuments *self, AccordRecord *comment);

G_END_DECLS
