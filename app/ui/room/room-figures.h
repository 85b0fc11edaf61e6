/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "room/room-data.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ROOM_FIGURES (accord_room_figures_get_type ())
G_DECLARE_FINAL_TYPE (AccordRoomFigures, accord_room_figures, ACCORD, ROOM_FIGURES, GtkWidget)

GtkWidget *accord_room_figures_new (gboolean writable);
void accord_room_figures_show (AccordRoomFigures *self, AccordRoomData *data);
guint accord_room_figures_get_option (AccordRoomFigures *self);
GtkWidget *accord_room_figures_find (AccordRoomFigures *self, AccordRecord *comment);

G_END_DECLS
