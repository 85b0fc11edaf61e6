/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *accord_overview_list_new (const char *label);
void accord_overview_list_show (GtkWidget *list, GPtrArray *rows);

G_END_DECLS
