/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "five-case-review.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FIVE_CASE_CARD (accord_five_case_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordFiveCaseCard, accord_five_case_card, ACCORD, FIVE_CASE_CARD, GtkWidget)

GtkWidget *accord_five_case_card_new (AccordWorkspace *workspace);
void accord_five_case_card_show (AccordFiveCaseCard *self, AccordCaseReview *review, const char *today);
gboolean accord_five_case_card_get_dirty (AccordFiveCaseCard *self);

G_END_DECLS
