/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-file.h"
#include "case-file.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordAppraisalExport:
 * @cba: the analysis, with the scenario in it
 * @file: (nullable): the appraisal as it stands in the workspace; %NULL for one that was read from a file
 * @case_file: (nullable): the case that it is of, likewise
 * @option: index of the option that the paper is about
 * @scenario: (nullable): the name of the scenario, or %NULL for the figures as they were typed
 * @today: the day, as ISO text
 * @method: how draws are made
 * @n_draws: how many; 0 for none
 * @seed: of the draws
 * @results: (element-type AccordCbaResult): what each option comes to; empty until
 *   accord_appraisal_export_work_out()
 * @swings: (nullable) (element-type AccordSwing): of @option, the widest first
 * @chance: (nullable): what came of the draws; %NULL where no line of it is uncertain
 *
 * An appraisal on its way out of the workspace: what it says, and what that comes to.
 */
typedef struct
{
  AccordCba *cba;
  AccordAppraisalFile *file;
  AccordCaseFile *case_file;
  guint option;
  char *scenario;
  char *today;
  AccordDrawMethod method;
  guint n_draws;
  guint64 seed;
  GPtrArray *results;
  GArray *swings;
  AccordChance *chance;
} AccordAppraisalExport;

AccordAppraisalExport *accord_appraisal_export_read (AccordReader *reader, gint64 business_case,
                                                     const char *today, GError **error);
AccordAppraisalExport *accord_appraisal_export_new_for_cba (const AccordCba *cba, const char *today);
gboolean accord_appraisal_export_check_name (const char *name, GError **error);
void accord_appraisal_export_free (AccordAppraisalExport *self);
gboolean accord_appraisal_export_choose (AccordAppraisalExport *self, const char *option,
                                         const char *scenario, GError **error);
gboolean accord_appraisal_export_work_out (AccordAppraisalExport *self, AccordProgressFunc progress,
                                           gpointer progress_data, GCancellable *cancellable, GError **error);
gboolean accord_appraisal_export_write (AccordAppraisalExport *self, GFile *file, AccordProgressFunc progress,
                                        gpointer progress_data, GCancellable *cancellable, GError **error);

void accord_appraisal_export_write_async (AccordWorkspace *workspace, gint64 business_case,
                                          const char *option, const char *scenario, GFile *file,
                                          AccordProgressFunc progress, gpointer progress_data,
                                          GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean accord_appraisal_export_write_finish (AccordWorkspace *workspace, GAsyncResult *result,
                                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAppraisalExport, accord_appraisal_export_free)

G_END_DECLS
