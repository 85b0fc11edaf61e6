/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void accord_text_caret_add (GtkWidget *text);
gboolean accord_text_caret_is_on (GtkWidget *label);
void accord_text_caret_snapshot (GtkWidget *text, GtkSnapshot *snapshot);

G_END_DECLS
