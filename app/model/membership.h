/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_MEMBERSHIP (accord_membership_get_type ())

/**
 * AccordMembership:
 *
 * The part that one organisation has in an alliance: partner, commissioner, provider, host; with dates.
 */
ACCORD_DECLARE_RECORD (AccordMembership, accord_membership, MEMBERSHIP)

G_END_DECLS
