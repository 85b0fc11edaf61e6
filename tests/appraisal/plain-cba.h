/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "result.h"

G_BEGIN_DECLS

/* The method as the design writes it, line by line and year by year, with no thought of speed or order. */

double test_plain_cost (const AccordCba *cba, const AccordCbaCost *cost, guint year);
double test_plain_outcome (const AccordCba *cba, const AccordCbaOutcome *outcome, guint year);
double test_plain_factor (const AccordCba *cba, guint schedule, guint year);

AccordCbaResult *test_evaluate (const AccordCba *cba, guint option);
void test_assert_near (double a, double b);

G_END_DECLS
