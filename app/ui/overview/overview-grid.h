/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_OVERVIEW_GRID (accord_overview_grid_get_type ())
G_DECLARE_FINAL_TYPE (AccordOverviewGrid, accord_overview_grid, ACCORD, OVERVIEW_GRID, GtkWidget)

GtkWidget *accord_overview_grid_new (void);
void accord_overview_grid_append (AccordOverviewGrid *self, GtkWidget *child, gboolean whole);

G_END_DECLS
