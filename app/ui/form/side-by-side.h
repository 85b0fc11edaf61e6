/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_SIDE_BY_SIDE (accord_side_by_side_get_type ())
G_DECLARE_FINAL_TYPE (AccordSideBySide, accord_side_by_side, ACCORD, SIDE_BY_SIDE, GtkWidget)

GtkWidget *accord_side_by_side_new (int least, int spacing);
void accord_side_by_side_append (AccordSideBySide *self, GtkWidget *child);

G_END_DECLS
