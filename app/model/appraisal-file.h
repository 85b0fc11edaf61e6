/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "uncertainty.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordAppraisalScenario:
 * @record: the scenario
 * @changes: (element-type AccordScenarioChange): what it changes
 * @problem: (nullable): a sentence on what of it could not be read; then it must not be tried
 *
 * A named scenario of an appraisal, ready to be tried.
 */
typedef struct
{
  AccordRecord *record;
  GArray *changes;
  char *problem;
} AccordAppraisalScenario;

/**
 * AccordAppraisalFile:
 * @appraisal: (nullable): the record, or %NULL where the case has none yet
 * @business_case: the case
 * @options: (element-type AccordRecord): the case's options, in the order of @cba's options
 * @costs: (element-type GPtrArray): for each option, its cost records (#AccordRecord), in the order of the
 * lines
 * @outcomes: (element-type GPtrArray): for each option, its outcome records, likewise
 * @gains: (element-type GPtrArray): for each option, for each outcome, a #GPtrArray of gain records
 * @editions: (element-type AccordRecord): the editions it stands on, each once
 * @scenarios: (element-type AccordAppraisalScenario): by name
 * @cba: (nullable): the analysis, ready for accord_cba_evaluate(): uids of lines, options and organisations
 * are those of the records; %NULL without @appraisal, and while there are @problems
 * @problems: (element-type utf8): a sentence on each thing that could not be read
 * @remarks: (element-type utf8): a sentence on each line that leaves out what its worth depends on, and what
 * was counted instead
 * @organisations: (element-type gint64): the records of @cba's organisations, in its order
 * @schedules: (element-type gint64): the editions of @cba's schedules, in its order
 * @method: how draws are made
 * @n_draws: how many
 * @seed: of the draws
 *
 * The appraisal of a case as it stands in the workspace, of one moment.
 */
typedef struct
{
  AccordRecord *appraisal;
  AccordRecord *business_case;
  GPtrArray *options;
  GPtrArray *costs;
  GPtrArray *outcomes;
  GPtrArray *gains;
  GPtrArray *editions;
  GPtrArray *scenarios;
  AccordCba *cba;
  GPtrArray *problems;
  GPtrArray *remarks;
  GArray *organisations;
  GArray *schedules;
  AccordDrawMethod method;
  guint n_draws;
  guint64 seed;
} AccordAppraisalFile;

AccordAppraisalFile *accord_appraisal_file_read (AccordReader *reader, gint64 business_case, GError **error);
GPtrArray *accord_appraisal_files_read (AccordReader *reader, GError **error);
AccordAppraisalFile *accord_appraisal_file_new_from (AccordRecord *business_case, GHashTable *records,
                                                     GError **error);
void accord_appraisal_file_free (AccordAppraisalFile *self);
guint accord_appraisal_file_get_shown_option (const AccordAppraisalFile *self);
guint accord_appraisal_file_find_organisation (const AccordAppraisalFile *self, gint64 organisation);
guint accord_appraisal_file_find_schedule (const AccordAppraisalFile *self, gint64 edition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAppraisalFile, accord_appraisal_file_free)

G_END_DECLS
