/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "list/row-text.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ROW_CELL (accord_row_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordRowCell, accord_row_cell, ACCORD, ROW_CELL, GtkWidget)

GtkWidget *accord_row_cell_new (GtkListItem *item);
guint accord_row_cell_get_position (AccordRowCell *self);
void accord_row_cell_show_text (AccordRowCell *self, const char *text, const AccordStatus *status,
                                gboolean missing);
void accord_row_cell_show_summary (AccordRowCell *self, const AccordRowSummary *summary);
void accord_row_cell_set_figure (AccordRowCell *self, gboolean figure);
void accord_row_cell_set_figure_width (AccordRowCell *self, guint n_chars);

G_END_DECLS
