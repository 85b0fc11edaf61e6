/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_OPTION (accord_option_get_type ())

/**
 * AccordOption:
 *
 * One of the ways forward that a case or a report weighs.
 */
ACCORD_DECLARE_RECORD (AccordOption, accord_option, OPTION)

G_END_DECLS
