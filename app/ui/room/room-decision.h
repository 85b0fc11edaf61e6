/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "room/room-data.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ROOM_DECISION (accord_room_decision_get_type ())
G_DECLARE_FINAL_TYPE (AccordRoomDecision, accord_room_decision, ACCORD, ROOM_DECISION, GtkWidget)

GtkWidget *accord_room_decision_new (AccordWorkspace *workspace);
void accord_room_decision_show (AccordRoomDecision *self, AccordRoomData *data);
void accord_room_decision_flush (AccordRoomDecision *self);
void accord_room_decision_focus (AccordRoomDecision *self);

G_END_DECLS
