/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-cell.h"

/*
 * What the keyboard is on in a grid, see-through: cells are drawn and are no widgets, but a screen reader
 * hears of widgets only. A grid has two, and goes from one to the other, so that every cell is a new focus to
 * be told of.
 */
struct _AccordGridCell
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AccordGridCell, accord_grid_cell, GTK_TYPE_WIDGET)

static void
accord_grid_cell_class_init (AccordGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "gridcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
accord_grid_cell_init (AccordGridCell *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * accord_grid_cell_new:
 *
 * Returns: (transfer floating): a cell that says nothing yet
 */
GtkWidget *
accord_grid_cell_new (void)
{
  return g_object_new (ACCORD_TYPE_GRID_CELL, NULL);
}
