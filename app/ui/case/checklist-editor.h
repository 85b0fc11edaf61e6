/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "five-case-review.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CHECKLIST_EDITOR (accord_checklist_editor_get_type ())
G_DECLARE_FINAL_TYPE (AccordChecklistEditor, accord_checklist_editor, ACCORD, CHECKLIST_EDITOR, GtkWidget)

GtkWidget *accord_checklist_editor_new (AccordWorkspace *workspace, const AccordCaseReview *review,
                                        const AccordReviewAnswer *answer, const char *today);
gboolean accord_checklist_editor_get_dirty (AccordChecklistEditor *self);
void accord_checklist_editor_focus (AccordChecklistEditor *self);
void accord_checklist_editor_save (AccordChecklistEditor *self);
void accord_checklist_editor_cancel (AccordChecklistEditor *self);

G_END_DECLS
