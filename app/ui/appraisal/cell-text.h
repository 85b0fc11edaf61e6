/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cba.h"

G_BEGIN_DECLS

/* Numbers of an appraisal as people write and read them. */

typedef enum
{
  ACCORD_CELL_OK,
  ACCORD_CELL_NOT_A_NUMBER,
  ACCORD_CELL_NOT_WHOLE,
  ACCORD_CELL_NEGATIVE,
  ACCORD_CELL_OVER_ALL,
  ACCORD_CELL_AMBIGUOUS,
  ACCORD_CELL_TOO_FINE,
  ACCORD_CELL_TOO_LARGE,
} AccordCellScan;

AccordCellScan accord_cell_scan_number (const char *text, AccordDecimal *value);
AccordCellScan accord_cell_scan_rate (const char *text, AccordDecimal *value);
AccordCellScan accord_cell_scan_count (const char *text, gint64 most, gint64 *value);
AccordCellScan accord_cell_scan_money (const char *text, gint64 *pence);
char *accord_cell_dup_number (AccordDecimal value);
char *accord_cell_dup_rate (AccordDecimal value);
char *accord_cell_dup_money (gint64 pence);
char *accord_cell_dup_money_entry (gint64 pence);
char *accord_cell_dup_why (AccordCellScan scan, const char *text);

G_END_DECLS
