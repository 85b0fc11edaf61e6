/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_RISK (accord_risk_get_type ())

/**
 * AccordRisk:
 *
 * Something that may go wrong, scored from 1 to 25.
 */
ACCORD_DECLARE_RECORD (AccordRisk, accord_risk, RISK)

G_END_DECLS
