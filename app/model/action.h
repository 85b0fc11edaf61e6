/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ACTION (accord_action_get_type ())

/**
 * AccordAction:
 *
 * Something that somebody undertook to do, with dated updates.
 */
ACCORD_DECLARE_RECORD (AccordAction, accord_action, ACTION)

G_END_DECLS
