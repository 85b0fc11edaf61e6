/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "committee/review-model.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REVIEW_FIELDS (accord_review_fields_get_type ())
G_DECLARE_FINAL_TYPE (AccordReviewFields, accord_review_fields, ACCORD, REVIEW_FIELDS, GtkWidget)

GtkWidget *accord_review_fields_new (AccordWorkspace *workspace);
void accord_review_fields_show (AccordReviewFields *self, AccordReviewModel *model, AccordReviewEntry *entry);
void accord_review_fields_edit (AccordReviewFields *self);
gboolean accord_review_fields_leave (AccordReviewFields *self);
GArray *accord_review_fields_list (const AccordPlanRow *row);

G_END_DECLS
