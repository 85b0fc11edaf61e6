/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ITEM (accord_item_get_type ())

/**
 * AccordItem:
 *
 * An item on a meeting's agenda, with what was proposed and what was minuted.
 */
ACCORD_DECLARE_RECORD (AccordItem, accord_item, ITEM)

G_END_DECLS
