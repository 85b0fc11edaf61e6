/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "page.h"

G_BEGIN_DECLS

/**
 * AccordReviewTone:
 * @ACCORD_REVIEW_TONE_SURE: what a record was read from
 * @ACCORD_REVIEW_TONE_DOUBT: the same, where the reader is not sure
 * @ACCORD_REVIEW_TONE_UNREAD: what was not read
 *
 * How a passage is marked.
 */
typedef enum
{
  ACCORD_REVIEW_TONE_SURE,
  ACCORD_REVIEW_TONE_DOUBT,
  ACCORD_REVIEW_TONE_UNREAD,
} AccordReviewTone;

#define ACCORD_TYPE_REVIEW_TEXT (accord_review_text_get_type ())
G_DECLARE_FINAL_TYPE (AccordReviewText, accord_review_text, ACCORD, REVIEW_TEXT, GtkTextView)

GtkWidget *accord_review_text_new (void);
void accord_review_text_show (AccordReviewText *self, const char *text);
void accord_review_text_mark (AccordReviewText *self, AccordSpan span, AccordReviewTone tone);
gboolean accord_review_text_get_marked (AccordReviewText *self, GtkTextIter *start, GtkTextIter *end);

G_END_DECLS
