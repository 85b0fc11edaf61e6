/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_FIGURES_GRID (accord_figures_grid_get_type ())
G_DECLARE_FINAL_TYPE (AccordFiguresGrid, accord_figures_grid, ACCORD, FIGURES_GRID, GtkWidget)

GtkWidget *accord_figures_grid_new (void);
void accord_figures_grid_append (AccordFiguresGrid *self, GtkWidget *cell);
void accord_figures_grid_clear (AccordFiguresGrid *self);
int accord_figures_grid_columns (int n_cells, int width, int cell_width);

G_END_DECLS
