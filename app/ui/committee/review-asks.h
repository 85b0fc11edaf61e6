/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "plan.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REVIEW_ASKS (accord_review_asks_get_type ())
G_DECLARE_FINAL_TYPE (AccordReviewAsks, accord_review_asks, ACCORD, REVIEW_ASKS, GtkWidget)

GtkWidget *accord_review_asks_new (AccordWorkspace *workspace);
void accord_review_asks_clear (AccordReviewAsks *self);
void accord_review_asks_show (AccordReviewAsks *self, AccordCommitteePlan *plan);
const char *accord_review_asks_get_body (AccordReviewAsks *self, gint64 *id);
const char *accord_review_asks_get_date (AccordReviewAsks *self);
gboolean accord_review_asks_get_kept_anyway (AccordReviewAsks *self);

G_END_DECLS
