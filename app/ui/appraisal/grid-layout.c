/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-layout.h"

#define WIDTH(self, i) g_array_index ((self)->widths, int, i)
#define LEFT(self, i) g_array_index ((self)->lefts, int, i)

void
accord_grid_layout_init (AccordGridLayout *self)
{
  *self = (AccordGridLayout){ 0 };
  self->widths = g_array_new (FALSE, FALSE, sizeof (int));
  self->lefts = g_array_new (FALSE, TRUE, sizeof (int));
  g_array_set_size (self->lefts, 1);
}

void
accord_grid_layout_clear (AccordGridLayout *self)
{
  g_clear_pointer (&self->widths, g_array_unref);
  g_clear_pointer (&self->lefts, g_array_unref);
}

/**
 * accord_grid_layout_set_widths:
 * @self: a layout
 * @widths: (array length=n_columns): of the columns, in pixels
 * @n_columns: how many
 * @n_frozen: how many of the first do not scroll
 *
 * Sets how wide the columns are.
 */
void
accord_grid_layout_set_widths (AccordGridLayout *self, const int *widths, guint n_columns, guint n_frozen)
{
  int left = 0;

  g_array_set_size (self->widths, 0);
  g_array_set_size (self->lefts, 0);
  for (guint i = 0; i < n_columns; i++)
    {
      g_array_append_val (self->lefts, left);
      g_array_append_val (self->widths, widths[i]);
      left += widths[i];
    }
  g_array_append_val (self->lefts, left);
  self->n_frozen = MIN (n_frozen, n_columns);
}

int
accord_grid_layout_get_frozen_width (const AccordGridLayout *self)
{
  return LEFT (self, self->n_frozen);
}

int
accord_grid_layout_get_total_width (const AccordGridLayout *self)
{
  return LEFT (self, self->widths->len);
}

int
accord_grid_layout_get_total_height (const AccordGridLayout *self)
{
  return self->head_height + (int) self->n_rows * self->row_height + self->foot_height;
}

/**
 * accord_grid_layout_get_foot:
 * @self: a layout
 *
 * Returns: where the totals begin: under the last row, or at the lower edge
 */
int
accord_grid_layout_get_foot (const AccordGridLayout *self)
{
  int end = self->head_height + (int) self->n_rows * self->row_height - self->y;

  return MAX (self->head_height, MIN (end, self->height - self->foot_height));
}

/**
 * accord_grid_layout_get_cell:
 * @self: a layout
 * @row: a row
 * @column: a column
 *
 * Returns: where the cell is now, also where that is out of sight or under what does not scroll
 */
AccordGridBox
accord_grid_layout_get_cell (const AccordGridLayout *self, guint row, guint column)
{
  return (AccordGridBox){
    .x = LEFT (self, column) - (column < self->n_frozen ? 0 : self->x),
    .y = self->head_height + (int) row * self->row_height - self->y,
    .width = WIDTH (self, column),
    .height = self->row_height,
  };
}

/**
 * accord_grid_layout_get_rows:
 * @self: a layout
 * @first: (out): the first row of which something is in sight
 * @end: (out): the row after the last
 */
void
accord_grid_layout_get_rows (const AccordGridLayout *self, guint *first, guint *end)
{
  int page = MAX (0, self->height - self->head_height - self->foot_height);

  *first = MIN ((guint) MAX (0, self->y / MAX (1, self->row_height)), self->n_rows);
  *end = MIN ((guint) MAX (0, (self->y + page + self->row_height - 1) / MAX (1, self->row_height)),
              self->n_rows);
}

/* The first column that ends to the right of a place. */
static guint
column_at (const AccordGridLayout *self, int place)
{
  guint low = 0, high = self->widths->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (LEFT (self, middle + 1) > place)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * accord_grid_layout_get_columns:
 * @self: a layout
 * @first: (out): the first scrolling column of which something is in sight
 * @end: (out): the column after the last
 */
void
accord_grid_layout_get_columns (const AccordGridLayout *self, guint *first, guint *end)
{
  *first = MAX (column_at (self, self->x + accord_grid_layout_get_frozen_width (self)), self->n_frozen);
  *end = MIN (column_at (self, self->x + self->width - 1) + 1, self->widths->len);
  *end = MAX (*end, *first);
}

/**
 * accord_grid_layout_find:
 * @self: a layout
 * @x: from the left of the widget
 * @y: from its top
 * @row: (out): the row there, −1 for the heads, @n_rows for the totals
 * @column: (out): the column there
 *
 * Returns: whether there is a cell
 */
gboolean
accord_grid_layout_find (const AccordGridLayout *self, double x, double y, int *row, guint *column)
{
  int frozen = accord_grid_layout_get_frozen_width (self);

  *column = column_at (self, (int) x + (x < frozen ? 0 : self->x));
  if (x < 0 || y < 0 || *column >= self->widths->len)
    return FALSE;
  if (y < self->head_height)
    *row = -1;
  else if (y >= accord_grid_layout_get_foot (self))
    *row = (int) self->n_rows;
  else
    *row = ((int) y - self->head_height + self->y) / MAX (1, self->row_height);
  return *row < (int) self->n_rows
         || (*row == (int) self->n_rows && y < accord_grid_layout_get_foot (self) + self->foot_height);
}

/**
 * accord_grid_layout_reveal:
 * @self: a layout
 * @row: a row
 * @column: a column
 * @x: (out): how far to scroll so that the cell is in sight
 * @y: (out): likewise
 */
void
accord_grid_layout_reveal (const AccordGridLayout *self, guint row, guint column, int *x, int *y)
{
  int frozen = accord_grid_layout_get_frozen_width (self);
  int page = MAX (self->row_height, self->height - self->head_height - self->foot_height);
  int top = (int) row * self->row_height;

  *x = self->x;
  *y = CLAMP (self->y, top + self->row_height - page, top);
  if (column < self->n_frozen)
    return;
  *x = MAX (*x, LEFT (self, column + 1) - self->width);
  *x = MIN (*x, LEFT (self, column) - frozen);
}
