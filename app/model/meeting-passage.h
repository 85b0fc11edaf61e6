/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordPassageMatch:
 * @ACCORD_PASSAGE_NOT_FOUND: the words are not in the text
 * @ACCORD_PASSAGE_PART: a run of the words is, the rest is not
 * @ACCORD_PASSAGE_LIKE: the words are, with other white space, quotation marks, dashes, bullets or capitals
 * @ACCORD_PASSAGE_EXACT: the words are, letter for letter
 *
 * How well words that somebody noted agree with a text; more is better.
 */
typedef enum
{
  ACCORD_PASSAGE_NOT_FOUND,
  ACCORD_PASSAGE_PART,
  ACCORD_PASSAGE_LIKE,
  ACCORD_PASSAGE_EXACT,
} AccordPassageMatch;

/**
 * AccordPassageRange:
 * @start: first byte in the text
 * @end: the byte after the last; both are at the edges of characters
 * @match: how well it agrees; the rest says nothing when it is %ACCORD_PASSAGE_NOT_FOUND
 *
 * Where words stand in a text.
 */
typedef struct
{
  gsize start;
  gsize end;
  AccordPassageMatch match;
} AccordPassageRange;

/**
 * AccordPassageText:
 *
 * A text made ready for passages to be found in it. Immutable but for what it works out when first asked, so
 * use it on one thread at a time.
 */
typedef struct _AccordPassageText AccordPassageText;

AccordPassageText *accord_passage_text_new (const char *text);
void accord_passage_text_free (AccordPassageText *self);
const char *accord_passage_text_get (AccordPassageText *self);

AccordPassageRange accord_passage_text_find (AccordPassageText *self, const char *words, gsize from,
                                             AccordPassageMatch least);
AccordPassageRange accord_passage_text_around (AccordPassageText *self, AccordPassageRange range,
                                               guint n_sentences);
char *accord_passage_fold (const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPassageText, accord_passage_text_free)

G_END_DECLS
