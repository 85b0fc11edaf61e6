/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "inputs.h"

G_BEGIN_DECLS

/* What an input is of, and where its number is kept; NULL where it is of something else, or of nothing. */

AccordCbaCost *accord_cba_input_find_cost (const AccordCba *cba, const AccordCbaInput *input);
AccordCbaOutcome *accord_cba_input_find_outcome (const AccordCba *cba, const AccordCbaInput *input);
AccordDecimal *accord_cba_input_find_decimal (const AccordCba *cba, const AccordCbaInput *input);
guint *accord_cba_input_find_count (const AccordCba *cba, const AccordCbaInput *input);

G_END_DECLS
