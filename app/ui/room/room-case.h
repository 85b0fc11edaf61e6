/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "room/room-data.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ROOM_CASE (accord_room_case_get_type ())
G_DECLARE_FINAL_TYPE (AccordRoomCase, accord_room_case, ACCORD, ROOM_CASE, GtkWidget)

GtkWidget *accord_room_case_new (AccordWorkspace *workspace);
void accord_room_case_show (AccordRoomCase *self, AccordRoomData *data, const char *today);
gboolean accord_room_case_show_place (AccordRoomCase *self, AccordRecord *comment);
void accord_room_case_show_decision (AccordRoomCase *self);
void accord_room_case_show_checklist (AccordRoomCase *self);
guint accord_room_case_get_option (AccordRoomCase *self);
void accord_room_case_flush (AccordRoomCase *self);

G_END_DECLS
