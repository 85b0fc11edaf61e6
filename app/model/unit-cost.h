/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_UNIT_COST (accord_unit_cost_get_type ())

/**
 * AccordUnitCost:
 *
 * What one of something costs or is worth, as an edition of a database of unit costs says.
 */
ACCORD_DECLARE_RECORD (AccordUnitCost, accord_unit_cost, UNIT_COST)

G_END_DECLS
