/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_OUTCOME (accord_outcome_get_type ())

/**
 * AccordOutcome:
 *
 * A line of outcomes of an option: for how many people it makes which difference, what that is worth, and
 * from when.
 */
ACCORD_DECLARE_RECORD (AccordOutcome, accord_outcome, OUTCOME)

G_END_DECLS
