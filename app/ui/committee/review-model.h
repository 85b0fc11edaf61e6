/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "committee/review-entry.h"
#include "plan.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REVIEW_MODEL (accord_review_model_get_type ())
G_DECLARE_FINAL_TYPE (AccordReviewModel, accord_review_model, ACCORD, REVIEW_MODEL, GObject)

/**
 * AccordReviewCounts:
 * @added: new records that are taken
 * @updated: changes that are taken
 * @same: records that are as they were
 * @gone: records that the page no longer has
 * @left: new records and changes that are not taken
 * @unread: passages that were not read
 *
 * What keeping a plan would do.
 */
typedef struct
{
  guint added;
  guint updated;
  guint same;
  guint gone;
  guint left;
  guint unread;
} AccordReviewCounts;

static inline guint
accord_review_count_links (const AccordPlanRow *row)
{
  return row->links != NULL ? row->links->len : 0;
}

AccordReviewModel *accord_review_model_new (AccordCommitteePlan *plan);

AccordCommitteePlan *accord_review_model_get_plan (AccordReviewModel *self);
AccordPlanRow *accord_review_model_get_row (AccordReviewModel *self, AccordReviewEntry *entry);
AccordReviewEntry *accord_review_model_get_entry (AccordReviewModel *self, guint row);
AccordPageUnread *accord_review_model_get_unread (AccordReviewModel *self, AccordReviewEntry *entry);
AccordSpan accord_review_model_get_span (AccordReviewModel *self, AccordReviewEntry *entry);
guint accord_review_model_find_place (AccordReviewModel *self, gsize place);
guint accord_review_model_count_doubts (AccordReviewModel *self);
guint accord_review_model_find_doubt (AccordReviewModel *self, guint after);

gboolean accord_review_model_can_take (AccordReviewModel *self, AccordReviewEntry *entry);
gboolean accord_review_model_get_taken (AccordReviewModel *self, AccordReviewEntry *entry);
void accord_review_model_set_taken (AccordReviewModel *self, AccordReviewEntry *entry, gboolean taken);
void accord_review_model_note_edit (AccordReviewModel *self, AccordReviewEntry *entry, int field);

gboolean accord_review_model_get_touched (AccordReviewModel *self);
gboolean accord_review_model_get_turned (AccordReviewModel *self, guint row);
guint64 accord_review_model_get_edited (AccordReviewModel *self, guint row);
AccordReviewCounts accord_review_model_count (AccordReviewModel *self);

G_END_DECLS
