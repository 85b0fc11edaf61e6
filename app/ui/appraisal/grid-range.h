/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordGridRange:
 * @row: the first row
 * @column: the first column
 * @n_rows: how many rows, at least one
 * @n_columns: how many columns, at least one
 *
 * A block of cells.
 */
typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} AccordGridRange;

/**
 * AccordGridSelection:
 * @row: where the keyboard is
 * @column: where the keyboard is
 * @anchor_row: where the block began
 * @anchor_column: where the block began
 *
 * The cell that the keyboard is on, and the block from where it was begun up to there.
 */
typedef struct
{
  guint row;
  guint column;
  guint anchor_row;
  guint anchor_column;
} AccordGridSelection;

/**
 * AccordGridExtent:
 * @n_rows: how many rows the keyboard can go to
 * @n_columns: how many columns
 * @is_filled: whether something stands in a cell
 * @data: for @is_filled
 *
 * Where the keyboard can go.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  gboolean (*is_filled) (gpointer data, guint row, guint column);
  gpointer data;
} AccordGridExtent;

AccordGridRange accord_grid_selection_get_range (const AccordGridSelection *self);
gboolean accord_grid_range_has (const AccordGridRange *self, guint row, guint column);
void accord_grid_selection_go (AccordGridSelection *self, const AccordGridExtent *extent, gint64 row,
                               gint64 column, gboolean extend);
void accord_grid_selection_move (AccordGridSelection *self, const AccordGridExtent *extent, int down,
                                 int across, gboolean extend);
void accord_grid_selection_jump (AccordGridSelection *self, const AccordGridExtent *extent, int down,
                                 int across, gboolean extend);
gboolean accord_grid_selection_next (AccordGridSelection *self, const AccordGridExtent *extent, gboolean down,
                                     int step);

G_END_DECLS
