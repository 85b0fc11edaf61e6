/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "committee/review-model.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REVIEW_DETAIL (accord_review_detail_get_type ())
G_DECLARE_FINAL_TYPE (AccordReviewDetail, accord_review_detail, ACCORD, REVIEW_DETAIL, GtkWidget)

GtkWidget *accord_review_detail_new (AccordWorkspace *workspace);
void accord_review_detail_show (AccordReviewDetail *self, AccordReviewModel *model, AccordReviewEntry *entry);
void accord_review_detail_edit (AccordReviewDetail *self);
gboolean accord_review_detail_leave (AccordReviewDetail *self);

G_END_DECLS
