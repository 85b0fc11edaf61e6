/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions/matrix-grid-private.h"

/* Which fields of a matrix have widgets: those in sight, and the one that the keyboard is on. */

int
accord_matrix_grid_n_rows (AccordMatrixGrid *self)
{
  return self->matrix != NULL ? (int) self->matrix->rows->len : 0;
}

int
accord_matrix_grid_n_columns (AccordMatrixGrid *self)
{
  return self->matrix != NULL ? (int) self->matrix->columns->len : 0;
}

static gpointer
key_of (AccordMatrixGrid *self, int row, int column)
{
  return GINT_TO_POINTER ((row + 1) * (accord_matrix_grid_n_columns (self) + 1) + column + 1);
}

static int
row_of (AccordMatrixGrid *self, gpointer key)
{
  return GPOINTER_TO_INT (key) / (accord_matrix_grid_n_columns (self) + 1) - 1;
}

static int
column_of (AccordMatrixGrid *self, gpointer key)
{
  return GPOINTER_TO_INT (key) % (accord_matrix_grid_n_columns (self) + 1) - 1;
}

static AccordMatrixPane *
pane_of (AccordMatrixGrid *self, int row, int column)
{
  return row < 0 ? self->tops : column < 0 ? self->sides : self->fields;
}

GdkRectangle
accord_matrix_grid_place_of (AccordMatrixGrid *self, int row, int column)
{
  const AccordMatrixSizes *sizes = &self->sizes;
  GdkRectangle place = { 0, 0, sizes->side_width, sizes->top_height };

  if (column >= 0)
    {
      place.x = column * sizes->column_width;
      place.width = sizes->column_width;
    }
  if (row >= 0)
    {
      place.y = g_array_index (sizes->tops, int, row);
      place.height = g_array_index (sizes->tops, int, row + 1) - place.y;
    }
  return place;
}

/* What was in use in a pane is used there again. */
static AccordMatrixField *
take_field (AccordMatrixGrid *self, AccordMatrixPane *pane)
{
  GHashTableIter iter;
  gpointer field;

  g_hash_table_iter_init (&iter, self->spare);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    if (gtk_widget_get_parent (field) == GTK_WIDGET (pane))
      {
        g_hash_table_iter_remove (&iter);
        return field;
      }
  return ACCORD_MATRIX_FIELD (accord_matrix_field_new ());
}

static AccordMatrixField *
need_field (AccordMatrixGrid *self, int row, int column)
{
  AccordMatrixPane *pane = pane_of (self, row, column);
  AccordMatrixField *field = g_hash_table_lookup (self->bound, key_of (self, row, column));
  GdkRectangle place = accord_matrix_grid_place_of (self, row, column);

  if (field == NULL)
    {
      field = take_field (self, pane);
      accord_matrix_field_show (field, row < 0 ? NULL : self->matrix->rows->pdata[row],
                                column < 0 ? NULL : self->matrix->columns->pdata[column]);
      accord_matrix_field_focus (field, row == self->row && column == self->column);
      g_hash_table_insert (self->bound, key_of (self, row, column), field);
    }
  accord_matrix_pane_place (pane, GTK_WIDGET (field), &place);
  return field;
}

AccordMatrixField *
accord_matrix_grid_find_field (AccordMatrixGrid *self, int row, int column)
{
  return g_hash_table_lookup (self->bound, key_of (self, row, column));
}

/* Which row and column a field shows at present. */
gboolean
accord_matrix_grid_find_place (AccordMatrixGrid *self, GtkWidget *field, int *row, int *column)
{
  GHashTableIter iter;
  gpointer key, bound;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &key, &bound))
    if (bound == field)
      {
        *row = row_of (self, key);
        *column = column_of (self, key);
        return TRUE;
      }
  return FALSE;
}

/* The fields in sight, and one more on each side. */
static void
find_window (AccordMatrixGrid *self, GdkRectangle *window)
{
  double x = gtk_adjustment_get_value (self->adjustments[ACROSS]);
  double y = gtk_adjustment_get_value (self->adjustments[DOWN]);
  double right = x + gtk_adjustment_get_page_size (self->adjustments[ACROSS]);
  double bottom = y + gtk_adjustment_get_page_size (self->adjustments[DOWN]);
  int width = MAX (1, self->sizes.column_width);

  window->x = MAX (0, (int) (x / width) - 1);
  window->width = MIN (accord_matrix_grid_n_columns (self), (int) (right / width) + 2) - window->x;
  window->y = MAX (0, (int) accord_matrix_sizes_find_row (&self->sizes, y) - 1);
  window->height =
      MIN (accord_matrix_grid_n_rows (self), (int) accord_matrix_sizes_find_row (&self->sizes, bottom) + 2)
      - window->y;
}

static gboolean
is_wanted (AccordMatrixGrid *self, const GdkRectangle *window, int row, int column)
{
  if (row == self->row && column == self->column)
    return TRUE;
  return (row < 0 || (row >= window->y && row < window->y + window->height))
         && (column < 0 || (column >= window->x && column < window->x + window->width));
}

static void
let_go_of_others (AccordMatrixGrid *self, const GdkRectangle *window)
{
  GHashTableIter iter;
  gpointer key, field;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &key, &field))
    {
      if (is_wanted (self, window, row_of (self, key), column_of (self, key)))
        continue;
      g_hash_table_iter_remove (&iter);
      accord_matrix_pane_hide (ACCORD_MATRIX_PANE (gtk_widget_get_parent (field)), field);
      g_hash_table_add (self->spare, field);
    }
}

void
accord_matrix_grid_bind (AccordMatrixGrid *self)
{
  GdkRectangle window;

  if (accord_matrix_grid_n_rows (self) == 0 || accord_matrix_grid_n_columns (self) == 0)
    return;
  find_window (self, &window);
  let_go_of_others (self, &window);
  for (int column = window.x; column < window.x + window.width; column++)
    need_field (self, -1, column);
  for (int row = window.y; row < window.y + window.height; row++)
    for (int column = -1; column < window.x + window.width; column = MAX (column + 1, window.x))
      need_field (self, row, column);
  need_field (self, self->row, self->column);
}

void
accord_matrix_grid_forget (AccordMatrixGrid *self)
{
  GHashTableIter iter;
  gpointer key, field;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &key, &field))
    {
      accord_matrix_pane_hide (ACCORD_MATRIX_PANE (gtk_widget_get_parent (field)), field);
      g_hash_table_add (self->spare, field);
    }
  g_hash_table_remove_all (self->bound);
}
