/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "case/checklist-row.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CHECKLIST_PART (accord_checklist_part_get_type ())
G_DECLARE_FINAL_TYPE (AccordChecklistPart, accord_checklist_part, ACCORD, CHECKLIST_PART, GtkWidget)

GtkWidget *accord_checklist_part_new (AccordWorkspace *workspace, AccordFiveCase five);
void accord_checklist_part_show (AccordChecklistPart *self, AccordCaseReview *review, const char *today);
void accord_checklist_part_set_open (AccordChecklistPart *self, gboolean open);
void accord_checklist_part_forget (AccordChecklistPart *self);
AccordChecklistRow *accord_checklist_part_find_edited (AccordChecklistPart *self);
gboolean accord_checklist_part_get_dirty (AccordChecklistPart *self);
void accord_checklist_part_close_others (AccordChecklistPart *self, AccordChecklistRow *row);

G_END_DECLS
