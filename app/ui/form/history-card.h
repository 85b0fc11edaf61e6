/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *accord_history_card_new (GtkWidget **lines);
void accord_history_card_show (GtkWidget *lines, GPtrArray *history);

G_END_DECLS
