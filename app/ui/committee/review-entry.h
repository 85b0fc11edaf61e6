/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AccordReviewPart:
 * @ACCORD_REVIEW_HEADING: words above what follows
 * @ACCORD_REVIEW_GROUP: words of the page that the records below them stand under
 * @ACCORD_REVIEW_RECORD: a record that would be made or changed
 * @ACCORD_REVIEW_UNREAD: a passage that was not read
 *
 * What a line of the review sheet is.
 */
typedef enum
{
  ACCORD_REVIEW_HEADING,
  ACCORD_REVIEW_GROUP,
  ACCORD_REVIEW_RECORD,
  ACCORD_REVIEW_UNREAD,
} AccordReviewPart;

#define ACCORD_TYPE_REVIEW_ENTRY (accord_review_entry_get_type ())
G_DECLARE_FINAL_TYPE (AccordReviewEntry, accord_review_entry, ACCORD, REVIEW_ENTRY, GObject)

AccordReviewEntry *accord_review_entry_new (AccordReviewPart part, guint index, guint depth,
                                            const char *words);
AccordReviewPart accord_review_entry_get_part (AccordReviewEntry *self);
guint accord_review_entry_get_index (AccordReviewEntry *self);
guint accord_review_entry_get_depth (AccordReviewEntry *self);
const char *accord_review_entry_get_words (AccordReviewEntry *self);
void accord_review_entry_changed (AccordReviewEntry *self);

G_END_DECLS
