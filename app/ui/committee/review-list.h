/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "committee/review-model.h"
#include "list/take-list.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REVIEW_LIST (accord_review_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordReviewList, accord_review_list, ACCORD, REVIEW_LIST, AccordTakeList)

GtkWidget *accord_review_list_new (void);
void accord_review_list_show (AccordReviewList *self, AccordReviewModel *model);
AccordReviewEntry *accord_review_list_get_chosen (AccordReviewList *self);
void accord_review_list_choose_entry (AccordReviewList *self, AccordReviewEntry *entry);
void accord_review_list_next_doubt (AccordReviewList *self);

G_END_DECLS
