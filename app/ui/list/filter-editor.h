/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FILTER_EDITOR (accord_filter_editor_get_type ())
G_DECLARE_FINAL_TYPE (AccordFilterEditor, accord_filter_editor, ACCORD, FILTER_EDITOR, GtkWidget)

GtkWidget *accord_filter_editor_new (AccordWorkspace *workspace, AccordQuery *base);
void accord_filter_editor_set_query (AccordFilterEditor *self, AccordQuery *query, GHashTable *titles);
void accord_filter_editor_show_fields (AccordFilterEditor *self);
void accord_filter_editor_show_field (AccordFilterEditor *self, guint field);

G_END_DECLS
