/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-file.h"
#include "appraisal-json.h"
#include "command.h"

G_BEGIN_DECLS

/**
 * AccordAppraisalSource:
 * @file: (nullable): the appraisal of a case of the workspace
 * @json: (nullable): an appraisal that was read from a file of its own
 * @cba: (nullable): the analysis that is asked about, with the schedule and the scenario that were asked for;
 *   %NULL for a bare series
 * @option: index of the option that is asked about
 * @scenario: (nullable): the name of the scenario in it
 * @method: how draws are made
 * @n_draws: how many
 * @seed: of the draws
 *
 * What a command line asks about: an appraisal from one place or another.
 */
typedef struct
{
  AccordAppraisalFile *file;
  AccordAppraisalJson *json;
  AccordCba *cba;
  guint option;
  char *scenario;
  AccordDrawMethod method;
  guint n_draws;
  guint64 seed;
} AccordAppraisalSource;

AccordAppraisalSource *accord_appraisal_source_open (AccordRun *run, GError **error);
void accord_appraisal_source_free (AccordAppraisalSource *self);
gboolean accord_appraisal_source_complain (const AccordAppraisalSource *self);
char *accord_appraisal_source_dup_json (const AccordAppraisalSource *self);
gboolean accord_cli_count (const char *text, const char *option, guint64 least, guint64 most, guint64 *value,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAppraisalSource, accord_appraisal_source_free)

G_END_DECLS
