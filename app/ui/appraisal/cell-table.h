/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/grid-model.h"

G_BEGIN_DECLS

/**
 * AccordCellKind:
 * @ACCORD_CELL_WORDS: any words
 * @ACCORD_CELL_RATE: a part of a whole, 0 to 100 %
 * @ACCORD_CELL_MONEY: a sum
 * @ACCORD_CELL_CHOICE: one of the choices
 *
 * What stands in a column of a small table.
 */
typedef enum
{
  ACCORD_CELL_WORDS,
  ACCORD_CELL_RATE,
  ACCORD_CELL_MONEY,
  ACCORD_CELL_CHOICE,
} AccordCellKind;

/**
 * AccordCellColumn:
 * @title: what stands at its head
 * @kind: what stands in it
 * @chars: how many characters it has room for
 *
 * A column of a small table.
 */
typedef struct
{
  const char *title;
  AccordCellKind kind;
  guint chars;
} AccordCellColumn;

#define ACCORD_TYPE_CELL_TABLE (accord_cell_table_get_type ())
G_DECLARE_FINAL_TYPE (AccordCellTable, accord_cell_table, ACCORD, CELL_TABLE, GObject)

AccordCellTable *accord_cell_table_new (const AccordCellColumn *columns, guint n_columns,
                                        const char *const *choices);
void accord_cell_table_add_row (AccordCellTable *self, const char *const *cells);
guint accord_cell_table_get_n_rows (AccordCellTable *self);
const char *accord_cell_table_get (AccordCellTable *self, guint row, guint column);
gint64 accord_cell_table_get_number (AccordCellTable *self, guint row, guint column);
gint64 accord_cell_table_sum (AccordCellTable *self, guint column);

G_END_DECLS
