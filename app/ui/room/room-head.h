/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "room/room-data.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ROOM_HEAD (accord_room_head_get_type ())
G_DECLARE_FINAL_TYPE (AccordRoomHead, accord_room_head, ACCORD, ROOM_HEAD, GtkWidget)

GtkWidget *accord_room_head_new (void);
void accord_room_head_show (AccordRoomHead *self, AccordRoomData *data, const char *today);

G_END_DECLS
