/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_MILESTONE (accord_milestone_get_type ())

/**
 * AccordMilestone:
 *
 * Something that is to have happened by a date.
 */
ACCORD_DECLARE_RECORD (AccordMilestone, accord_milestone, MILESTONE)

G_END_DECLS
