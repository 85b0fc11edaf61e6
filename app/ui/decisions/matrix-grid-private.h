/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decisions/matrix-grid.h"
#include "decisions/matrix-pane.h"
#include "decisions/matrix-sizes.h"

G_BEGIN_DECLS

#define ACROSS GTK_ORIENTATION_HORIZONTAL
#define DOWN GTK_ORIENTATION_VERTICAL

/*
 * A matrix of cases and bodies whose heads stay in sight while it is scrolled. Only what is in sight has
 * widgets, and the one field that the keyboard is on. The row and the column before the first are the heads.
 */
struct _AccordMatrixGrid
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
  AccordMatrix *matrix;
  AccordMatrixSizes sizes;

  GtkWidget *corner;
  AccordMatrixPane *fields;
  AccordMatrixPane *tops;
  AccordMatrixPane *sides;
  AccordMatrixField *prototype;
  GHashTable *bound;
  GHashTable *spare;

  int row;
  int column;
  int width;
  gboolean allocating;
  guint refresh;
  gboolean remeasure;
};

int accord_matrix_grid_n_rows (AccordMatrixGrid *self);
int accord_matrix_grid_n_columns (AccordMatrixGrid *self);
AccordMatrixField *accord_matrix_grid_find_field (AccordMatrixGrid *self, int row, int column);
gboolean accord_matrix_grid_find_place (AccordMatrixGrid *self, GtkWidget *field, int *row, int *column);
GdkRectangle accord_matrix_grid_place_of (AccordMatrixGrid *self, int row, int column);
void accord_matrix_grid_bind (AccordMatrixGrid *self);
void accord_matrix_grid_forget (AccordMatrixGrid *self);

void accord_matrix_grid_set_current (AccordMatrixGrid *self, int row, int column);
void accord_matrix_grid_show_current (AccordMatrixGrid *self);
void accord_matrix_grid_add_keys (GtkWidgetClass *widget_class);

G_END_DECLS
