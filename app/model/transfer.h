/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_TRANSFER (accord_transfer_get_type ())

/**
 * AccordTransfer:
 *
 * A service, team or building that moves from one organisation to another.
 */
ACCORD_DECLARE_RECORD (AccordTransfer, accord_transfer, TRANSFER)

G_END_DECLS
