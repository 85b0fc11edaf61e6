/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check.h"

G_BEGIN_DECLS

/**
 * AccordCbaChecker:
 * @cba: what is looked at
 * @faults: (nullable) (element-type AccordCbaFault): what was found; not there until there is something
 * @option: where we are: index of the option, or %ACCORD_CBA_NONE
 * @is_outcome: whether @line is an outcome
 * @line: index of the line, or %ACCORD_CBA_NONE
 *
 * Somebody going through a CBA.
 */
typedef struct
{
  const AccordCba *cba;
  GArray *faults;
  guint option;
  gboolean is_outcome;
  guint line;
} AccordCbaChecker;

void accord_cba_checker_add (AccordCbaChecker *self, AccordCbaFaultCode code, AccordCbaField field, int year,
                             double value);
void accord_cba_checker_add_decimal (AccordCbaChecker *self, AccordCbaFaultCode code, AccordCbaField field,
                                     AccordDecimal value);
void accord_cba_checker_part (AccordCbaChecker *self, AccordCbaField field, AccordDecimal part);
void accord_cba_checker_cost (AccordCbaChecker *self, const AccordCbaCost *cost);
void accord_cba_checker_sheet (AccordCbaChecker *self, const AccordBiasSheet *sheet);
void accord_cba_checker_outcome (AccordCbaChecker *self, const AccordCbaOutcome *outcome);
gboolean accord_cba_is_whole (AccordDecimal sum, guint n);
GArray *accord_cba_find_typed_faults (const AccordCba *cba);

G_END_DECLS
