/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordMatch:
 * @ACCORD_MATCH_NONE: it is not what is looked for
 * @ACCORD_MATCH_TEXT: it speaks of it, further down
 * @ACCORD_MATCH_ANYWHERE: each word occurs in its name
 * @ACCORD_MATCH_WORDS: each word begins a word of its name
 * @ACCORD_MATCH_START: its name begins with what is looked for
 * @ACCORD_MATCH_EXACT: its name is what is looked for
 *
 * How well something answers to words that are typed, the better the greater.
 */
typedef enum
{
  ACCORD_MATCH_NONE,
  ACCORD_MATCH_TEXT,
  ACCORD_MATCH_ANYWHERE,
  ACCORD_MATCH_WORDS,
  ACCORD_MATCH_START,
  ACCORD_MATCH_EXACT,
} AccordMatch;

#define ACCORD_NEVER_SEEN G_MAXUINT

/**
 * AccordRank:
 * @match: how well it answers
 * @seen: how many others were seen since it was, or %ACCORD_NEVER_SEEN
 * @sort: the sort of thing it is, the more likely the less
 * @order: where it stood among its like, different for each
 *
 * Where something stands among what is found.
 */
typedef struct
{
  AccordMatch match;
  guint seen;
  guint sort;
  guint order;
} AccordRank;

AccordMatch accord_match_words (const char *words, const char *text);
int accord_rank_compare (const AccordRank *a, const AccordRank *b);

G_END_DECLS
