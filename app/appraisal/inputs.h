/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "result.h"

G_BEGIN_DECLS

/**
 * AccordCbaInput:
 * @option: index of the option, or %ACCORD_CBA_NONE for what belongs to the whole CBA
 * @is_outcome: whether @line is of its outcomes
 * @line: index of the line, or %ACCORD_CBA_NONE
 * @field: which number: one of the line's; %ACCORD_CBA_FIELD_AMOUNT is a multiple of all its amounts (1 is as
 * it is); of the whole CBA %ACCORD_CBA_FIELD_RATE (added to every rate of the appraisal's own schedule, 0 is
 * as it is) or %ACCORD_CBA_FIELD_HORIZON
 *
 * A typed number that can be tried at another value.
 */
typedef struct
{
  guint option;
  gboolean is_outcome;
  guint line;
  AccordCbaField field;
} AccordCbaInput;

gboolean accord_cba_input_get (const AccordCba *cba, const AccordCbaInput *input, double *value);
gboolean accord_cba_input_put (AccordCba *cba, const AccordCbaInput *input, double value);
gboolean accord_cba_input_set (AccordCba *cba, const AccordCbaInput *input, double value);
void accord_cba_input_range (const AccordCbaInput *input, double *least, double *greatest);
GArray *accord_cba_inputs (const AccordCba *cba, guint option);

G_END_DECLS
