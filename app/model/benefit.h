/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_BENEFIT (accord_benefit_get_type ())

/**
 * AccordBenefit:
 *
 * A measure that a programme is to move, with its baseline, target and actual values.
 */
ACCORD_DECLARE_RECORD (AccordBenefit, accord_benefit, BENEFIT)

G_END_DECLS
