/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-range.h"

/**
 * accord_grid_selection_get_range:
 * @self: a selection
 *
 * Returns: the block that is selected, of one cell at least
 */
AccordGridRange
accord_grid_selection_get_range (const AccordGridSelection *self)
{
  return (AccordGridRange){
    .row = MIN (self->row, self->anchor_row),
    .column = MIN (self->column, self->anchor_column),
    .n_rows = MAX (self->row, self->anchor_row) - MIN (self->row, self->anchor_row) + 1,
    .n_columns = MAX (self->column, self->anchor_column) - MIN (self->column, self->anchor_column) + 1,
  };
}

gboolean
accord_grid_range_has (const AccordGridRange *self, guint row, guint column)
{
  return row >= self->row && row - self->row < self->n_rows && column >= self->column
         && column - self->column < self->n_columns;
}

/**
 * accord_grid_selection_go:
 * @self: a selection
 * @extent: where the keyboard can go
 * @row: where to; beyond the ends it is the end
 * @column: likewise
 * @extend: whether the block grows up to there; else it is that cell
 *
 * Goes to a cell.
 */
void
accord_grid_selection_go (AccordGridSelection *self, const AccordGridExtent *extent, gint64 row,
                          gint64 column, gboolean extend)
{
  if (extent->n_rows == 0 || extent->n_columns == 0)
    {
      *self = (AccordGridSelection){ 0 };
      return;
    }
  self->row = (guint) CLAMP (row, 0, (gint64) extent->n_rows - 1);
  self->column = (guint) CLAMP (column, 0, (gint64) extent->n_columns - 1);
  if (!extend)
    {
      self->anchor_row = self->row;
      self->anchor_column = self->column;
    }
}

void
accord_grid_selection_move (AccordGridSelection *self, const AccordGridExtent *extent, int down, int across,
                            gboolean extend)
{
  accord_grid_selection_go (self, extent, (gint64) self->row + down, (gint64) self->column + across, extend);
}

static gboolean
step (const AccordGridExtent *extent, int down, int across, guint *row, guint *column)
{
  gint64 next_row = (gint64) *row + down, next_column = (gint64) *column + across;

  if (next_row < 0 || next_row >= extent->n_rows || next_column < 0 || next_column >= extent->n_columns)
    return FALSE;
  *row = (guint) next_row;
  *column = (guint) next_column;
  return TRUE;
}

/**
 * accord_grid_selection_jump:
 * @self: a selection
 * @extent: where the keyboard can go
 * @down: 1 down, −1 up, or 0
 * @across: 1 to the right, −1 to the left, or 0
 * @extend: whether the block grows up to there
 *
 * Goes as Ctrl and an arrow do in a spreadsheet: to the last cell of a run of filled ones, over empty cells
 * to the next filled one, or to the end.
 */
void
accord_grid_selection_jump (AccordGridSelection *self, const AccordGridExtent *extent, int down, int across,
                            gboolean extend)
{
  guint row = self->row, column = self->column, ahead_row, ahead_column;
  gboolean run;

  if (extent->n_rows == 0 || extent->n_columns == 0 || !step (extent, down, across, &row, &column))
    return;
  run = extent->is_filled (extent->data, self->row, self->column)
        && extent->is_filled (extent->data, row, column);
  ahead_row = row;
  ahead_column = column;
  while ((run || !extent->is_filled (extent->data, row, column))
         && step (extent, down, across, &ahead_row, &ahead_column))
    {
      if (run && !extent->is_filled (extent->data, ahead_row, ahead_column))
        break;
      row = ahead_row;
      column = ahead_column;
    }
  accord_grid_selection_go (self, extent, row, column, extend);
}

/**
 * accord_grid_selection_next:
 * @self: a selection
 * @extent: where the keyboard can go
 * @down: whether it goes down, as Enter does; else across, as Tab does
 * @step: 1 for the next cell, −1 for the one before
 *
 * Goes to the next cell from where the block began, which is the cell that is typed into.
 *
 * Returns: whether there is one; at the end of a row or column nothing changes
 */
gboolean
accord_grid_selection_next (AccordGridSelection *self, const AccordGridExtent *extent, gboolean down,
                            int step)
{
  gint64 row = (gint64) self->anchor_row + (down ? step : 0);
  gint64 column = (gint64) self->anchor_column + (down ? 0 : step);

  if (row < 0 || row >= extent->n_rows || column < 0 || column >= extent->n_columns)
    return FALSE;
  accord_grid_selection_go (self, extent, row, column, FALSE);
  return TRUE;
}
