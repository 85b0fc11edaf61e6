/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_BODY (accord_body_get_type ())

/**
 * AccordBody:
 *
 * A board or committee, with whom it is accountable to and who scrutinises it.
 */
ACCORD_DECLARE_RECORD (AccordBody, accord_body, BODY)

G_END_DECLS
