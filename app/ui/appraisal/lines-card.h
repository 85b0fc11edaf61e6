/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/appraisal-work.h"
#include "appraisal/grid-view.h"
#include "appraisal/line-grid.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_LINES_CARD (accord_lines_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordLinesCard, accord_lines_card, ACCORD, LINES_CARD, GtkWidget)

GtkWidget *accord_lines_card_new (AccordAppraisalWork *work, gboolean outcomes);
AccordGridView *accord_lines_card_get_view (AccordLinesCard *self);
void accord_lines_card_go_to (AccordLinesCard *self, guint row, AccordCbaField field, int year);

G_END_DECLS
