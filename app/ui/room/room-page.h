/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ROOM_PAGE (accord_room_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordRoomPage, accord_room_page, ACCORD, ROOM_PAGE, GtkWidget)

GtkWidget *accord_room_page_new (AccordWorkspace *workspace);

G_END_DECLS
