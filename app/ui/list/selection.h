/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "record-list.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SELECTION (accord_selection_get_type ())
G_DECLARE_FINAL_TYPE (AccordSelection, accord_selection, ACCORD, SELECTION, GObject)

AccordSelection *accord_selection_new (AccordRecordList *list);

guint accord_selection_get_n_selected (AccordSelection *self);
gint64 accord_selection_get_selected_id (AccordSelection *self);
GArray *accord_selection_get_selected_ids (AccordSelection *self);
void accord_selection_select_id (AccordSelection *self, gint64 id);

G_END_DECLS
