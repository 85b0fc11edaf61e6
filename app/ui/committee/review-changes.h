/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "plan.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REVIEW_CHANGES (accord_review_changes_get_type ())
G_DECLARE_FINAL_TYPE (AccordReviewChanges, accord_review_changes, ACCORD, REVIEW_CHANGES, GtkWidget)

GtkWidget *accord_review_changes_new (AccordWorkspace *workspace);
void accord_review_changes_show (AccordReviewChanges *self, const AccordPlanRow *row);

G_END_DECLS
