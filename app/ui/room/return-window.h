/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "room/room-data.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_RETURN_WINDOW (accord_return_window_get_type ())
G_DECLARE_FINAL_TYPE (AccordReturnWindow, accord_return_window, ACCORD, RETURN_WINDOW, AdwWindow)

GtkWidget *accord_return_window_new (AccordWorkspace *workspace, AccordRoomData *data);

G_END_DECLS
