/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "committee/review-sheet.h"

#include "committee/review-asks.h"
#include "committee/review-detail.h"
#include "committee/review-list.h"
#include "committee/review-model.h"
#include "committee/review-panes.h"
#include "committee/review-text.h"

G_BEGIN_DECLS

/* Pages that came together are gone through one after the other: @at is the one at hand. */
struct _AccordReviewSheet
{
  AdwWindow parent_instance;

  GtkWidget *names;
  GtkWidget *stack;
  GtkWidget *working;
  GtkWidget *progress;
  GtkWidget *refused;
  GtkWidget *title;
  GtkWidget *line;
  GtkWidget *cut;
  GtkWidget *asks;
  GtkWidget *notice;
  GtkWidget *panes;
  GtkWidget *list;
  GtkWidget *doubts;
  GtkWidget *doubt;
  GtkWidget *text;
  GtkWidget *detail;
  GtkWidget *counts;
  GtkWidget *skip;
  GtkWidget *keep;

  AccordWorkspace *workspace;
  GPtrArray *origins;
  guint at;
  AccordReviewModel *model;
  GCancellable *cancellable;
  guint late;
  guint pulse;
  AccordReviewEntry *shown;
  gboolean reading;
  gboolean keeping;
  gboolean leaving;
};

/* review-sheet-build.c: its widgets */
void accord_review_sheet_build (AccordReviewSheet *self);

/* review-sheet-work.c: reading and keeping */
void accord_review_sheet_read (AccordReviewSheet *self);
void accord_review_sheet_begin (AccordReviewSheet *self);
void accord_review_sheet_keep (AccordReviewSheet *self);
void accord_review_sheet_stop (AccordReviewSheet *self);

/* review-sheet.c: what is to be seen */
void accord_review_sheet_show_model (AccordReviewSheet *self, AccordReviewModel *model);
void accord_review_sheet_update (AccordReviewSheet *self);
void accord_review_sheet_say (AccordReviewSheet *self, const char *words);
void accord_review_sheet_tell_kept (AccordReviewSheet *self, const AccordPlanResult *result);
void accord_review_sheet_next (AccordReviewSheet *self);

G_END_DECLS
