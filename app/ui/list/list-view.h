/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "record-list.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_LIST_VIEW (accord_list_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordListView, accord_list_view, ACCORD, LIST_VIEW, GtkWidget)

AccordListView *accord_list_view_new (AccordWorkspace *workspace, AccordQuery *base_query);
AccordListView *accord_list_view_new_named (AccordWorkspace *workspace, AccordQuery *base_query,
                                            const char *name);
AccordListView *accord_list_view_new_embedded (AccordWorkspace *workspace, AccordQuery *base_query);

AccordWorkspace *accord_list_view_get_workspace (AccordListView *self);
const AccordKind *accord_list_view_get_kind (AccordListView *self);
AccordRecordList *accord_list_view_get_list (AccordListView *self);
AccordQuery *accord_list_view_get_query (AccordListView *self);
const guint *accord_list_view_get_fields (AccordListView *self, guint *n_fields);
void accord_list_view_set_query (AccordListView *self, AccordQuery *query);
void accord_list_view_set_words (AccordListView *self, const char *plural, const char *add_label,
                                 const char *icon_name);

gboolean accord_list_view_get_compact (AccordListView *self);
void accord_list_view_set_compact (AccordListView *self, gboolean compact);

const char *accord_list_view_get_sentence (AccordListView *self);
const char *accord_list_view_get_total_words (AccordListView *self);
guint accord_list_view_get_n_selected (AccordListView *self);
gint64 accord_list_view_get_selected_id (AccordListView *self);
GArray *accord_list_view_get_selected_ids (AccordListView *self);
void accord_list_view_select_id (AccordListView *self, gint64 id);

GtkAdjustment *accord_list_view_get_vadjustment (AccordListView *self);
AccordQuery *accord_list_view_get_base_query (AccordListView *self);
void accord_list_view_focus_search (AccordListView *self);
void accord_list_view_focus_rows (AccordListView *self);

G_END_DECLS
