/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CASE (accord_case_get_type ())

/**
 * AccordCase:
 *
 * A business case, from strategic outline to full.
 */
ACCORD_DECLARE_RECORD (AccordCase, accord_case, CASE)

G_END_DECLS
