/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/list-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SUB_LIST (accord_sub_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordSubList, accord_sub_list, ACCORD, SUB_LIST, GtkWidget)

GtkWidget *accord_sub_list_new (AccordWorkspace *workspace, const char *title);
void accord_sub_list_show (AccordSubList *self, AccordQuery *query);
int accord_sub_list_estimate_height (GtkWidget *widget, gint64 n_rows);
GtkWidget *accord_sub_list_get_head (AccordSubList *self);
AccordListView *accord_sub_list_get_view (AccordSubList *self);

G_END_DECLS
