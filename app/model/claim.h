/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CLAIM (accord_claim_get_type ())

/**
 * AccordClaim:
 *
 * A sentence on record about a figure, with what would prove it.
 */
ACCORD_DECLARE_RECORD (AccordClaim, accord_claim, CLAIM)

G_END_DECLS
