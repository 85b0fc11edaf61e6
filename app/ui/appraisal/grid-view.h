/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "appraisal/grid-model.h"
#include "appraisal/grid-range.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_GRID_VIEW (accord_grid_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordGridView, accord_grid_view, ACCORD, GRID_VIEW, GtkWidget)

GtkWidget *accord_grid_view_new (const char *label, const char *new_row);

void accord_grid_view_set_model (AccordGridView *self, AccordGridModel *model);
void accord_grid_view_set_most_height (AccordGridView *self, int height);
AccordGridModel *accord_grid_view_get_model (AccordGridView *self);
const char *accord_grid_view_get_message (AccordGridView *self);
guint accord_grid_view_get_n_faults (AccordGridView *self);
AccordGridSelection accord_grid_view_get_selection (AccordGridView *self);
void accord_grid_view_go_to (AccordGridView *self, guint row, guint column);
void accord_grid_view_edit (AccordGridView *self, const char *text);
gboolean accord_grid_view_is_editing (AccordGridView *self);
gboolean accord_grid_view_enter (AccordGridView *self);
void accord_grid_view_paste_text (AccordGridView *self, const char *text);
GdkRectangle accord_grid_view_get_place (AccordGridView *self, guint row, guint column);

G_END_DECLS
