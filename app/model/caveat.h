/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CAVEAT (accord_caveat_get_type ())

/**
 * AccordCaveat:
 *
 * What somebody's endorsement of a case is subject to.
 */
ACCORD_DECLARE_RECORD (AccordCaveat, accord_caveat, CAVEAT)

G_END_DECLS
