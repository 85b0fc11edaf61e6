/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ALLOCATION (accord_allocation_get_type ())

/**
 * AccordAllocation:
 *
 * A part of a fund set aside for a purpose in one financial year.
 */
ACCORD_DECLARE_RECORD (AccordAllocation, accord_allocation, ALLOCATION)

G_END_DECLS
