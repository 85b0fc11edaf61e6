/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_DECISION (accord_decision_get_type ())

/**
 * AccordDecision:
 *
 * A decision that was taken, or is to be, by a body or an officer, with the dates on which that is so.
 */
ACCORD_DECLARE_RECORD (AccordDecision, accord_decision, DECISION)

G_END_DECLS
