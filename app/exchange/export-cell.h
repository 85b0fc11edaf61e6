/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * AccordCellType:
 * @ACCORD_CELL_EMPTY: nothing is known
 * @ACCORD_CELL_TEXT: words
 * @ACCORD_CELL_DATE: an ISO date
 * @ACCORD_CELL_MONEY: pence
 * @ACCORD_CELL_COUNT: a whole number
 * @ACCORD_CELL_PERCENT: hundredths of one per cent
 * @ACCORD_CELL_DECIMAL: an exact decimal number as text
 *
 * What stands in one cell of a table that leaves the program.
 */
typedef enum
{
  ACCORD_CELL_EMPTY,
  ACCORD_CELL_TEXT,
  ACCORD_CELL_DATE,
  ACCORD_CELL_MONEY,
  ACCORD_CELL_COUNT,
  ACCORD_CELL_PERCENT,
  ACCORD_CELL_DECIMAL,
} AccordCellType;

/**
 * AccordCell:
 * @type: what it is
 * @text: its text, for words, dates and decimals; for a percentage as people read it
 * @number: its number, for the others
 * @owned: @text where it had to be made
 *
 * One cell. Put on the stack, and cleared after use.
 */
typedef struct
{
  AccordCellType type;
  const char *text;
  gint64 number;
  char *owned;
} AccordCell;

void accord_cell_read (AccordCell *self, AccordRecord *record, guint field);
void accord_cell_clear (AccordCell *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordCell, accord_cell_clear)

G_END_DECLS
