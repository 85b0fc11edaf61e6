/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *accord_owed_card_new (void);
void accord_owed_card_show (GtkWidget *card, GPtrArray *owed, guint n_actions, const char *today);

G_END_DECLS
