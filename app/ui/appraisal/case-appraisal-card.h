/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "appraisal-file.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CASE_APPRAISAL_CARD (accord_case_appraisal_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordCaseAppraisalCard, accord_case_appraisal_card, ACCORD, CASE_APPRAISAL_CARD,
                      GtkWidget)

GtkWidget *accord_case_appraisal_card_new (AccordWorkspace *workspace);
void accord_case_appraisal_card_show (AccordCaseAppraisalCard *self, const AccordAppraisalFile *file);

G_END_DECLS
