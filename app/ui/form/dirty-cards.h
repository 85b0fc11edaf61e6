/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean accord_dirty_cards_any (GtkWidget *within);
void accord_dirty_cards_watch (GtkWidget *within, GCallback callback, gpointer object);

G_END_DECLS
