/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_COST (accord_cost_get_type ())

/**
 * AccordCost:
 *
 * A line of costs of an option: who pays what in which year.
 */
ACCORD_DECLARE_RECORD (AccordCost, accord_cost, COST)

G_END_DECLS
