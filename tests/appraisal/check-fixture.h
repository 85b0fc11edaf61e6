/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "random-cba.h"

/* A CBA on which faults are tried, one at a time. */

typedef struct
{
  AccordCba *cba;
  AccordCbaCost *cost;       /* line 1 of option 1 */
  AccordCbaOutcome *outcome; /* line 0 of option 1 */
} CheckFixture;

void check_set_up (CheckFixture *self);
void check_clear (CheckFixture *self);
void check_assert_fault (CheckFixture *self, const AccordCbaFault *expected);
void check_assert_whole_fault (CheckFixture *self, AccordCbaFaultCode code, AccordCbaField field,
                               double value);
void check_assert_cost_fault (CheckFixture *self, AccordCbaFaultCode code, AccordCbaField field, int year,
                              double value);
void check_assert_outcome_fault (CheckFixture *self, AccordCbaFaultCode code, AccordCbaField field, int year,
                                 double value);
void check_assert_sound (CheckFixture *self);
