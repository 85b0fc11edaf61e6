/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/appraisal-work.h"

G_BEGIN_DECLS

/*
 * An appraisal that is being worked on. What a person enters is in it at once and is written in the
 * background; what others change is read when nothing of that is under way any more, so that no older state
 * comes back.
 */
struct _AccordAppraisalWork
{
  GObject parent_instance;

  AccordWorkspace *workspace;
  gint64 business_case;
  AccordAppraisalFile *file;
  GPtrArray *offers;
  GPtrArray *organisations;
  GHashTable *by_id;
  GPtrArray *handles; /* of lines that were added here */
  guint next_key;

  guint option;
  char *option_uid;
  AccordCba *previewed;
  GPtrArray *results; /* of AccordCbaResult or NULL, by option */
  GArray *faults;

  guint n_pending;
  gboolean reading;
  gboolean again;
  GCancellable *cancellable;
};

void accord_appraisal_work_out (AccordAppraisalWork *self);
void accord_appraisal_work_fill (AccordAppraisalWork *self, AccordCba *cba, gboolean outcomes, guint row,
                                 AccordRecord *line, GPtrArray *gains);
void accord_appraisal_work_refresh (AccordAppraisalWork *self);
void accord_appraisal_work_emit_figures (AccordAppraisalWork *self);
void accord_appraisal_work_emit_failed (AccordAppraisalWork *self, const char *message);

G_END_DECLS
