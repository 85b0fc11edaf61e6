/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-file.h"
#include "appraisal/line-change.h"
#include "result.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordWorkOrganisation:
 * @id: the record
 * @uid: its unique identifier
 * @name: what it is called
 * @short_name: (nullable): what people call it
 *
 * Somebody who can pay or gain.
 */
typedef struct
{
  gint64 id;
  char *uid;
  char *name;
  char *short_name;
} AccordWorkOrganisation;

#define ACCORD_TYPE_APPRAISAL_WORK (accord_appraisal_work_get_type ())
G_DECLARE_FINAL_TYPE (AccordAppraisalWork, accord_appraisal_work, ACCORD, APPRAISAL_WORK, GObject)

AccordAppraisalWork *accord_appraisal_work_new (AccordWorkspace *workspace);

void accord_appraisal_work_show (AccordAppraisalWork *self, gint64 business_case);
AccordWorkspace *accord_appraisal_work_get_workspace (AccordAppraisalWork *self);
const AccordAppraisalFile *accord_appraisal_work_get_file (AccordAppraisalWork *self);
GPtrArray *accord_appraisal_work_get_offers (AccordAppraisalWork *self);
gboolean accord_appraisal_work_get_may_change (AccordAppraisalWork *self);
gboolean accord_appraisal_work_is_settled (AccordAppraisalWork *self);

guint accord_appraisal_work_get_option (AccordAppraisalWork *self);
void accord_appraisal_work_set_option (AccordAppraisalWork *self, guint option);
GPtrArray *accord_appraisal_work_get_lines (AccordAppraisalWork *self, gboolean outcomes);
GPtrArray *accord_appraisal_work_get_gains (AccordAppraisalWork *self, guint row);

const AccordCba *accord_appraisal_work_get_cba (AccordAppraisalWork *self);
const AccordCbaResult *accord_appraisal_work_get_result (AccordAppraisalWork *self, guint option);
const GArray *accord_appraisal_work_get_faults (AccordAppraisalWork *self);

const GPtrArray *accord_appraisal_work_get_organisations (AccordAppraisalWork *self);
const AccordWorkOrganisation *accord_appraisal_work_find_organisation (AccordAppraisalWork *self, gint64 id);

AccordRecord *accord_appraisal_work_new_line (AccordAppraisalWork *self, gboolean outcomes, guint row);
void accord_appraisal_work_preview (AccordAppraisalWork *self, gboolean outcomes, guint row,
                                    AccordRecord *line, GPtrArray *gains);
void accord_appraisal_work_put (AccordAppraisalWork *self, gboolean outcomes, guint row, AccordRecord *line,
                                GPtrArray *gains, AccordLineChanges *changes);
void accord_appraisal_work_remove (AccordAppraisalWork *self, gboolean outcomes, guint first, guint n,
                                   AccordLineChanges *changes);
void accord_appraisal_work_write (AccordAppraisalWork *self, const char *label, AccordLineChanges *changes);
void accord_appraisal_work_lines_changed (AccordAppraisalWork *self);
void accord_appraisal_work_do (AccordAppraisalWork *self, const char *label, AccordWriteFunc func,
                               gpointer data, GDestroyNotify destroy);

G_END_DECLS
