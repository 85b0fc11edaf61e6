/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_MATRIX_PANE (accord_matrix_pane_get_type ())
G_DECLARE_FINAL_TYPE (AccordMatrixPane, accord_matrix_pane, ACCORD, MATRIX_PANE, GtkWidget)

GtkWidget *accord_matrix_pane_new (void);
void accord_matrix_pane_place (AccordMatrixPane *self, GtkWidget *child, const GdkRectangle *place);
void accord_matrix_pane_hide (AccordMatrixPane *self, GtkWidget *child);
void accord_matrix_pane_scroll (AccordMatrixPane *self, int x, int y);

G_END_DECLS
