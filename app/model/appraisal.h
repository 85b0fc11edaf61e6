/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_APPRAISAL (accord_appraisal_get_type ())

/**
 * AccordAppraisal:
 *
 * The cost-benefit analysis of a business case: what is counted, over how long, by which editions. Its lines
 * belong to the options of the case.
 */
ACCORD_DECLARE_RECORD (AccordAppraisal, accord_appraisal, APPRAISAL)

G_END_DECLS
