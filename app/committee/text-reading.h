/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

/**
 * ACCORD_TEXT_SHORT:
 *
 * Bytes in the longest line that can be a heading, a title, a label or a number. A longer one is text.
 */
#define ACCORD_TEXT_SHORT 400

/**
 * ACCORD_TEXT_MOST_PARTS:
 *
 * How many items or decisions are made of a page at most. No page has as many; what comes after stays unread.
 */
#define ACCORD_TEXT_MOST_PARTS 2000

/**
 * AccordTextLine:
 * @start: first byte of its words
 * @end: the byte after them
 * @n_before: how many blank lines stand before it; one that holds only white space is blank
 *
 * A line that is not blank. White space at its ends is not part of it.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 n_before;
} AccordTextLine;

/**
 * AccordTextReading:
 * @page: the page that is being read
 * @text: its text
 * @length: how long that is, in bytes
 * @lines: (element-type AccordTextLine): its lines
 * @claims: (element-type AccordSpan): what was understood as something other than an item or a decision
 *
 * The reading of one page.
 */
typedef struct
{
  AccordCommitteePage *page;
  const char *text;
  gsize length;
  GArray *lines;
  GArray *claims;
} AccordTextReading;

void accord_text_reading_init (AccordTextReading *self, AccordCommitteePage *page);
void accord_text_reading_clear (AccordTextReading *self);
void accord_text_reading_finish (AccordTextReading *self);

AccordSpan accord_text_reading_line (const AccordTextReading *self, guint line);
AccordSpan accord_text_reading_lines (const AccordTextReading *self, guint first, guint end);
guint accord_text_reading_n_before (const AccordTextReading *self, guint line);
gboolean accord_text_reading_is_short (const AccordTextReading *self, guint line);
char *accord_text_reading_dup (const AccordTextReading *self, guint line);
char *accord_text_reading_dup_span (const AccordTextReading *self, AccordSpan span);
AccordSpan accord_text_reading_trim (const AccordTextReading *self, AccordSpan span);
gboolean accord_text_reading_is (const AccordTextReading *self, guint line, const char *words);
gboolean accord_text_reading_begins (const AccordTextReading *self, guint line, const char *words);
gboolean accord_text_reading_label (const AccordTextReading *self, guint line, const char *label,
                                    AccordSpan *value);
gboolean accord_text_reading_has (const AccordTextReading *self, AccordSpan span, const char *words);

void accord_text_reading_claim (AccordTextReading *self, AccordSpan span);
void accord_text_reading_claim_line (AccordTextReading *self, guint line);
void accord_text_reading_unread (AccordTextReading *self, AccordSpan span, const char *why);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordTextReading, accord_text_reading_clear)

G_END_DECLS
