/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * accord_case_stages:
 *
 * The stages of a business case as the choices of a field, in their order.
 */
extern const AccordChoice accord_case_stages[];

#define ACCORD_TYPE_CASE (accord_case_get_type ())

/**
 * AccordCase:
 *
 * A business case, from strategic outline to full.
 */
ACCORD_DECLARE_RECORD (AccordCase, accord_case, CASE)

G_END_DECLS
