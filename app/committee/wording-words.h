/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-parts.h"

G_BEGIN_DECLS

/**
 * AccordWordToken:
 * @start: first byte in the text
 * @end: the byte after the last
 * @kind: 'w' for a word or a number; otherwise the sign, all dashes being '-' and all quotation marks '"'
 *   where they open and '\'' where they close or cannot be told
 * @hash: what accord_words_hash() says of it
 *
 * A word or a sign of a text. Offsets are 32 bits wide: no page is longer.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  char kind;
  guint32 hash;
} AccordWordToken;

/**
 * AccordWordRange:
 * @first: the first token
 * @after: the token after the last
 */
typedef struct
{
  guint first;
  guint after;
} AccordWordRange;

guint32 accord_words_hash (const char *word, gsize length);
void accord_words_split (const char *text, AccordSpan span, GArray *tokens);

gboolean accord_words_match (const char *text, GArray *tokens, AccordWordRange range, const char *pattern,
                             guint *after);
gboolean accord_words_find (const char *text, GArray *tokens, AccordWordRange range, const char *pattern,
                            AccordWordRange *found);
gboolean accord_words_is (const char *text, const AccordWordToken *token, const char *word);
gboolean accord_words_is_upper (const char *text, const AccordWordToken *token);
gboolean accord_words_is_capital (const char *text, const AccordWordToken *token);
gboolean accord_words_is_sentence (const char *text, GArray *tokens, guint first, guint at);
guint accord_words_sentence_end (const char *text, GArray *tokens, AccordWordRange range);
AccordSpan accord_words_span (GArray *tokens, AccordWordRange range);

G_END_DECLS
