/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordGridLayout:
 * @widths: (element-type int): of each column, in pixels
 * @lefts: (element-type int): where each column begins when nothing is scrolled, and where the last ends
 * @n_frozen: how many of the first columns do not scroll
 * @n_rows: how many rows
 * @row_height: of each row
 * @head_height: of the heads of columns
 * @foot_height: of the row of totals, or 0
 * @width: of what is seen
 * @height: of what is seen
 * @x: how far it is scrolled
 * @y: how far it is scrolled
 *
 * Where the cells of a grid are: heads at the top, totals at the bottom and the first columns at the left
 * stay in sight while the rest scrolls.
 */
typedef struct
{
  GArray *widths;
  GArray *lefts;
  guint n_frozen;
  guint n_rows;
  int row_height;
  int head_height;
  int foot_height;
  int width;
  int height;
  int x;
  int y;
} AccordGridLayout;

/**
 * AccordGridBox:
 * @x: from the left of the widget
 * @y: from its top
 * @width: in pixels
 * @height: in pixels
 *
 * Where something is.
 */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} AccordGridBox;

void accord_grid_layout_init (AccordGridLayout *self);
void accord_grid_layout_clear (AccordGridLayout *self);
void accord_grid_layout_set_widths (AccordGridLayout *self, const int *widths, guint n_columns,
                                    guint n_frozen);
int accord_grid_layout_get_frozen_width (const AccordGridLayout *self);
int accord_grid_layout_get_total_width (const AccordGridLayout *self);
int accord_grid_layout_get_total_height (const AccordGridLayout *self);
int accord_grid_layout_get_foot (const AccordGridLayout *self);
AccordGridBox accord_grid_layout_get_cell (const AccordGridLayout *self, guint row, guint column);
void accord_grid_layout_get_rows (const AccordGridLayout *self, guint *first, guint *end);
void accord_grid_layout_get_columns (const AccordGridLayout *self, guint *first, guint *end);
gboolean accord_grid_layout_find (const AccordGridLayout *self, double x, double y, int *row, guint *column);
void accord_grid_layout_reveal (const AccordGridLayout *self, guint row, guint column, int *x, int *y);

G_END_DECLS
