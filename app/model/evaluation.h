/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "finding-groups.h"
#include "meeting-context.h"

G_BEGIN_DECLS

/**
 * AccordEvaluationFinding:
 * @record: what was found
 * @context: the sentence it rests on, where that is kept
 *
 * A finding with its place in the source.
 */
typedef struct
{
  AccordRecord *record;
  AccordPassageContext *context;
} AccordEvaluationFinding;

/**
 * AccordEvaluation:
 * @programme: the programme
 * @workstreams: (element-type AccordRecord): its parts, in its own order
 * @findings: (element-type AccordEvaluationFinding): what was found, as it is on record
 * @groups: (element-type AccordFindingGroup): the same by year and sort; see accord_evaluation_find()
 * @benefits: (element-type AccordBenefitStanding): what was measured
 *
 * The evaluation of a programme, each finding with its sentence.
 */
typedef struct
{
  AccordRecord *programme;
  GPtrArray *workstreams;
  GPtrArray *findings;
  GPtrArray *groups;
  GPtrArray *benefits;
} AccordEvaluation;

AccordEvaluation *accord_evaluation_read (AccordReader *reader, gint64 programme, const char *today,
                                          GError **error);
void accord_evaluation_free (AccordEvaluation *self);
const AccordEvaluationFinding *accord_evaluation_find (const AccordEvaluation *self, AccordRecord *finding);
char *accord_evaluation_dup_title (const AccordEvaluation *self);
char *accord_evaluation_finding_dup_sentence (const AccordEvaluationFinding *finding);
char *accord_evaluation_finding_dup_place (const AccordEvaluationFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordEvaluation, accord_evaluation_free)

G_END_DECLS
