/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "room/room-data.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ROOM_CAVEATS (accord_room_caveats_get_type ())
G_DECLARE_FINAL_TYPE (AccordRoomCaveats, accord_room_caveats, ACCORD, ROOM_CAVEATS, GtkWidget)

GtkWidget *accord_room_caveats_new (gboolean writable);
void accord_room_caveats_show (AccordRoomCaveats *self, const AccordRoomData *data, const char *today);

G_END_DECLS
