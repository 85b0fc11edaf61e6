/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FINDING (accord_finding_get_type ())

/**
 * AccordFinding:
 *
 * What an evaluation found: an outcome, a strength, a limitation, something learned.
 */
ACCORD_DECLARE_RECORD (AccordFinding, accord_finding, FINDING)

G_END_DECLS
