/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "committee/review-model.h"
#include "status.h"

G_BEGIN_DECLS

const char *accord_review_get_type_label (AccordPageType type);
char *accord_review_dup_page_title (AccordCommitteePage *page);
char *accord_review_dup_page_line (AccordCommitteePage *page);

char *accord_review_dup_row_title (const AccordPlanRow *row);
const AccordStatus *accord_review_get_status (const AccordPlanRow *row, const char **words);
char *accord_review_dup_row_line (const AccordPlanRow *row);
char *accord_review_dup_counts (const AccordReviewCounts *counts);

G_END_DECLS
