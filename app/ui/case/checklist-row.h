/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "five-case-review.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CHECKLIST_ROW (accord_checklist_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordChecklistRow, accord_checklist_row, ACCORD, CHECKLIST_ROW, GtkWidget)

GtkWidget *accord_checklist_row_new (AccordWorkspace *workspace);
void accord_checklist_row_show (AccordChecklistRow *self, AccordCaseReview *review,
                                const AccordReviewAnswer *answer, const char *today);
void accord_checklist_row_close (AccordChecklistRow *self);
gboolean accord_checklist_row_save (AccordChecklistRow *self);
gboolean accord_checklist_row_cancel (AccordChecklistRow *self);
gboolean accord_checklist_row_is_editing (AccordChecklistRow *self);
gboolean accord_checklist_row_get_dirty (AccordChecklistRow *self);

G_END_DECLS
