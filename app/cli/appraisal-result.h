/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-source.h"
#include "json.h"
#include "result.h"

G_BEGIN_DECLS

/**
 * AccordAppraisalAnswer:
 * @source: what was asked about
 * @results: (element-type AccordCbaResult): what each option comes to; of a bare series one
 * @shown: that of the option that was asked about; one of @results
 * @chance: (nullable): what came of the draws, where they were asked for
 *
 * What an appraisal comes to.
 */
typedef struct
{
  const AccordAppraisalSource *source;
  GPtrArray *results;
  const AccordCbaResult *shown;
  AccordChance *chance;
} AccordAppraisalAnswer;

void accord_appraisal_answer_write_json (const AccordAppraisalAnswer *self, AccordOutput *output);
void accord_appraisal_answer_write_text (const AccordAppraisalAnswer *self, AccordOutput *output);

void accord_appraisal_json_chance (const AccordAppraisalAnswer *self, AccordJson *json);
void accord_appraisal_text_chance (const AccordAppraisalAnswer *self, AccordOutput *output);
const char *accord_appraisal_answer_get_position_name (const AccordAppraisalAnswer *self,
                                                       const AccordCbaPosition *position);
const char *accord_appraisal_answer_get_line_name (const AccordAppraisalAnswer *self, guint option,
                                                   gboolean is_outcome, guint line);
void accord_json_member_number (AccordJson *json, const char *key, double value);

G_END_DECLS
