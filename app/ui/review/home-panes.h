/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_HOME_PANES (accord_home_panes_get_type ())
G_DECLARE_FINAL_TYPE (AccordHomePanes, accord_home_panes, ACCORD, HOME_PANES, GtkWidget)

GtkWidget *accord_home_panes_new (GtkWidget *list, GtkWidget *detail);
void accord_home_panes_show_detail (AccordHomePanes *self, gboolean detail);
gboolean accord_home_panes_get_folded (AccordHomePanes *self);

G_END_DECLS
