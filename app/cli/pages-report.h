/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json.h"
#include "plan.h"

G_BEGIN_DECLS

/**
 * AccordPagesReport:
 *
 * What has become of committee pages that were to be imported: counts for each, what was left for a person to
 * decide, what was refused and why.
 */
typedef struct _AccordPagesReport AccordPagesReport;

AccordPagesReport *accord_pages_report_new (gboolean details);
void accord_pages_report_free (AccordPagesReport *self);
void accord_pages_report_add (AccordPagesReport *self, const char *file, AccordCommitteePlan *plan,
                              const AccordPlanResult *result);
void accord_pages_report_refuse (AccordPagesReport *self, const char *file, const char *reason);
guint accord_pages_report_get_n_taken (AccordPagesReport *self);
guint accord_pages_report_get_n_refused (AccordPagesReport *self);
void accord_pages_report_write_json (AccordPagesReport *self, AccordOutput *output);
void accord_pages_report_write_text (AccordPagesReport *self, AccordOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPagesReport, accord_pages_report_free)

G_END_DECLS
