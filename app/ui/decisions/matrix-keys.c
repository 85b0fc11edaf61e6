/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions/matrix-grid-private.h"

/* The keyboard in a matrix: arrows go from field to field, and Tab leaves it. */

static void
scroll_to (GtkAdjustment *adjustment, int from, int size)
{
  gtk_adjustment_clamp_page (adjustment, from, from + size);
}

void
accord_matrix_grid_show_current (AccordMatrixGrid *self)
{
  GdkRectangle place;

  if (accord_matrix_grid_n_rows (self) == 0 || accord_matrix_grid_n_columns (self) == 0)
    return;
  place = accord_matrix_grid_place_of (self, self->row, self->column);
  if (self->column >= 0)
    scroll_to (self->adjustments[ACROSS], place.x, place.width);
  if (self->row >= 0)
    scroll_to (self->adjustments[DOWN], place.y, place.height);
}

static void
make_reachable (AccordMatrixGrid *self, gboolean reachable)
{
  AccordMatrixField *field = accord_matrix_grid_find_field (self, self->row, self->column);

  if (field != NULL)
    accord_matrix_field_focus (field, reachable);
}

void
accord_matrix_grid_set_current (AccordMatrixGrid *self, int row, int column)
{
  row = CLAMP (row, -1, accord_matrix_grid_n_rows (self) - 1);
  column = CLAMP (column, -1, accord_matrix_grid_n_columns (self) - 1);
  /* In the corner there is nothing to go to. */
  if (row < 0 && column < 0)
    return;
  if (row != self->row || column != self->column)
    {
      make_reachable (self, FALSE);
      self->row = row;
      self->column = column;
    }
  accord_matrix_grid_bind (self);
  make_reachable (self, TRUE);
}

/**
 * accord_matrix_grid_go_to:
 * @self: a matrix
 * @row: a row, or -1 for the heads of the columns
 * @column: a column, or -1 for the heads of the rows
 *
 * Takes the keyboard there, or as near as can be.
 */
void
accord_matrix_grid_go_to (AccordMatrixGrid *self, int row, int column)
{
  g_return_if_fail (ACCORD_IS_MATRIX_GRID (self));

  if (accord_matrix_grid_n_rows (self) == 0 || accord_matrix_grid_n_columns (self) == 0)
    return;
  accord_matrix_grid_set_current (self, row, column);
  accord_matrix_grid_show_current (self);
  gtk_widget_grab_focus (GTK_WIDGET (accord_matrix_grid_find_field (self, self->row, self->column)));
}

static gboolean
on_step (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordMatrixGrid *self = ACCORD_MATRIX_GRID (widget);
  int across, down;

  g_variant_get (args, "(ii)", &across, &down);
  accord_matrix_grid_go_to (self, self->row + down, self->column + across);
  return TRUE;
}

static gboolean
on_page (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordMatrixGrid *self = ACCORD_MATRIX_GRID (widget);
  double page = gtk_adjustment_get_page_size (self->adjustments[DOWN]);
  int row = MAX (0, self->row), way;
  double y;

  if (accord_matrix_grid_n_rows (self) == 0)
    return FALSE;
  g_variant_get (args, "(i)", &way);
  y = g_array_index (self->sizes.tops, int, row) + way * page * 0.9;
  accord_matrix_grid_go_to (self, (int) accord_matrix_sizes_find_row (&self->sizes, y), self->column);
  return TRUE;
}

/* The ends of a row, or of all. */
static gboolean
on_end (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordMatrixGrid *self = ACCORD_MATRIX_GRID (widget);
  gboolean last, all;

  g_variant_get (args, "(bb)", &last, &all);
  accord_matrix_grid_go_to (self,
                            !all   ? self->row
                            : last ? accord_matrix_grid_n_rows (self) - 1
                                   : 0,
                            last                   ? accord_matrix_grid_n_columns (self) - 1
                            : all || self->row < 0 ? 0
                                                   : -1);
  return TRUE;
}

/*
 * accord_matrix_grid_add_keys:
 * @widget_class: the class of the matrix
 *
 * Gives it the keys that grids have.
 */
void
accord_matrix_grid_add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_step, "(ii)", -1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_step, "(ii)", 1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, on_step, "(ii)", 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_step, "(ii)", 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, on_page, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, on_page, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_end, "(bb)", FALSE, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, on_end, "(bb)", TRUE, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, GDK_CONTROL_MASK, on_end, "(bb)", FALSE, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, GDK_CONTROL_MASK, on_end, "(bb)", TRUE, TRUE);
}
