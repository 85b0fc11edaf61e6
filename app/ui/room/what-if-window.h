/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "room/room-data.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_WHAT_IF_WINDOW (accord_what_if_window_get_type ())
G_DECLARE_FINAL_TYPE (AccordWhatIfWindow, accord_what_if_window, ACCORD, WHAT_IF_WINDOW, AdwWindow)

GtkWidget *accord_what_if_window_new (AccordRoomData *data, guint option, const char *changes,
                                      gboolean again);

G_END_DECLS
