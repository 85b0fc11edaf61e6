/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ROOM_CAVEAT (accord_room_caveat_get_type ())
G_DECLARE_FINAL_TYPE (AccordRoomCaveat, accord_room_caveat, ACCORD, ROOM_CAVEAT, GtkWidget)

GtkWidget *accord_room_caveat_new (gboolean theirs_to_say);
void accord_room_caveat_show (AccordRoomCaveat *self, AccordRecord *caveat, const char *today);
gint64 accord_room_caveat_get_id (AccordRoomCaveat *self);

G_END_DECLS
