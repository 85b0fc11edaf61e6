/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_GRID_CELL (accord_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordGridCell, accord_grid_cell, ACCORD, GRID_CELL, GtkWidget)

GtkWidget *accord_grid_cell_new (void);

G_END_DECLS
