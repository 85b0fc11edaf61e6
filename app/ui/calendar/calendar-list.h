/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "calendar.h"

G_BEGIN_DECLS

GtkWidget *accord_calendar_list_new (void);
gboolean accord_calendar_list_show (GtkWidget *list, GPtrArray *entries, const char *first, guint most);
GtkWidget *accord_calendar_undated_new (void);
void accord_calendar_undated_show (GtkWidget *card, GPtrArray *entries, const char *month);

G_END_DECLS
