/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *accord_timeline_list_new (void);
void accord_timeline_list_show_lanes (GtkWidget *list, GPtrArray *lanes);
void accord_timeline_list_show_events (GtkWidget *list, GPtrArray *events);

G_END_DECLS
