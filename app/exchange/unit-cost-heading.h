/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edition-table.h"

G_BEGIN_DECLS

/**
 * AccordUnitCostColumn:
 *
 * What a column of unit costs holds; each is a field of the record.
 */
typedef enum
{
  ACCORD_UNIT_COST_CODE,
  ACCORD_UNIT_COST_DESCRIPTION,
  ACCORD_UNIT_COST_UNIT,
  ACCORD_UNIT_COST_AMOUNT,
  ACCORD_UNIT_COST_PRICE_YEAR,
  ACCORD_UNIT_COST_CATEGORY,
  ACCORD_UNIT_COST_DETAIL,
  ACCORD_UNIT_COST_AGENCY,
  ACCORD_UNIT_COST_AGENCY_DETAIL,
  ACCORD_UNIT_COST_NOTE,
  ACCORD_UNIT_COST_N_COLUMNS,
} AccordUnitCostColumn;

const char *accord_unit_cost_column_get_field (AccordUnitCostColumn column);
guint accord_unit_cost_headings_find (const AccordEditionRow *row, int columns[ACCORD_UNIT_COST_N_COLUMNS]);

G_END_DECLS
