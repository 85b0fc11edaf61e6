/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_QUESTION_CARD (accord_question_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordQuestionCard, accord_question_card, ACCORD, QUESTION_CARD, GtkWidget)

GtkWidget *accord_question_card_new (AccordWorkspace *workspace);
void accord_question_card_show (AccordQuestionCard *self, AccordRecord *question, const char *today);

G_END_DECLS
