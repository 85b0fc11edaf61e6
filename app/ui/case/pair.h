/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_PAIR (accord_pair_get_type ())
G_DECLARE_FINAL_TYPE (AccordPair, accord_pair, ACCORD, PAIR, GtkWidget)

GtkWidget *accord_pair_new (GtkWidget *first, GtkWidget *second);
void accord_pair_set_share (AccordPair *self, int part, int parts);
gboolean accord_pair_is_beside (int first, int second, int part, int parts, int width);

G_END_DECLS
