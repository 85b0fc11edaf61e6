/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "matrix.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_MATRIX_GRID (accord_matrix_grid_get_type ())
G_DECLARE_FINAL_TYPE (AccordMatrixGrid, accord_matrix_grid, ACCORD, MATRIX_GRID, GtkWidget)

GtkWidget *accord_matrix_grid_new (void);
void accord_matrix_grid_take (AccordMatrixGrid *self, AccordMatrix *matrix);
void accord_matrix_grid_go_to (AccordMatrixGrid *self, int row, int column);
guint accord_matrix_grid_count_fields (AccordMatrixGrid *self);

G_END_DECLS
