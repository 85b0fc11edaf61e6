/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page/fold-panes.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REVIEW_PANES (accord_review_panes_get_type ())
G_DECLARE_FINAL_TYPE (AccordReviewPanes, accord_review_panes, ACCORD, REVIEW_PANES, AccordFoldPanes)

/**
 * AccordReviewPane:
 * @ACCORD_REVIEW_PANE_LIST: what was found
 * @ACCORD_REVIEW_PANE_TEXT: the page
 * @ACCORD_REVIEW_PANE_DETAIL: all about one line
 */
typedef enum
{
  ACCORD_REVIEW_PANE_LIST,
  ACCORD_REVIEW_PANE_TEXT,
  ACCORD_REVIEW_PANE_DETAIL,
} AccordReviewPane;

GtkWidget *accord_review_panes_new (GtkWidget *const *panes, GtkWidget *const *targets);
void accord_review_panes_focus (AccordReviewPanes *self, AccordReviewPane pane);
void accord_review_panes_step (AccordReviewPanes *self, int by);

G_END_DECLS
