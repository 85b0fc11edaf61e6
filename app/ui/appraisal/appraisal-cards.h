/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "appraisal/appraisal-work.h"
#include "appraisal/lines-card.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_APPRAISAL_CARDS (accord_appraisal_cards_get_type ())
G_DECLARE_FINAL_TYPE (AccordAppraisalCards, accord_appraisal_cards, ACCORD, APPRAISAL_CARDS, GtkWidget)

GtkWidget *accord_appraisal_cards_new (AccordWorkspace *workspace);
AccordAppraisalWork *accord_appraisal_cards_get_work (AccordAppraisalCards *self);
AccordLinesCard *accord_appraisal_cards_get_lines (AccordAppraisalCards *self, gboolean outcomes);

G_END_DECLS
