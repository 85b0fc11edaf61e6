/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "partnership/answer-picture.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ANSWER_CARD (accord_answer_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordAnswerCard, accord_answer_card, ACCORD, ANSWER_CARD, GtkWidget)

GtkWidget *accord_answer_card_new (const char *title);
void accord_answer_card_show (AccordAnswerCard *self, AccordAnswerPicture *picture);

G_END_DECLS
