/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "committee/review-model.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REVIEW_CELL (accord_review_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordReviewCell, accord_review_cell, ACCORD, REVIEW_CELL, GtkWidget)

GtkWidget *accord_review_cell_new (void);
void accord_review_cell_show (AccordReviewCell *self, AccordReviewModel *model, AccordReviewEntry *entry);
AccordReviewEntry *accord_review_cell_get_entry (AccordReviewCell *self);
void accord_review_cell_clear (AccordReviewCell *self);

G_END_DECLS
