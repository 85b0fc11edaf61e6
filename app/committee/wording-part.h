/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lines.h"
#include "wording-words.h"

G_BEGIN_DECLS

/**
 * AccordWordingPart:
 * @page: (unowned): the page
 * @text: (unowned): its text
 * @span: the part of it that is read
 * @lines: (element-type AccordLine): the paragraphs of that part
 * @tokens: (element-type AccordWordToken): the words and signs of all of them, without their markers
 * @ranges: (element-type AccordWordRange): for each paragraph, its tokens
 * @used: (array): for each paragraph, whether something was made of it
 *
 * One part of an item, or of a decision, made ready for its wordings to be found: what was proposed, what was
 * decided, the minutes.
 */
typedef struct
{
  AccordCommitteePage *page;
  const char *text;
  AccordSpan span;
  GArray *lines;
  GArray *tokens;
  GArray *ranges;
  gboolean *used;
} AccordWordingPart;

AccordWordingPart *accord_wording_part_new (AccordCommitteePage *page, AccordSpan span);
void accord_wording_part_free (AccordWordingPart *self);

const AccordLine *accord_wording_part_line (AccordWordingPart *self, guint line);
AccordWordRange accord_wording_part_range (AccordWordingPart *self, guint line);
const AccordWordToken *accord_wording_part_token (AccordWordingPart *self, guint token);
gboolean accord_wording_part_match (AccordWordingPart *self, AccordWordRange range, const char *pattern,
                                    guint *after);
gboolean accord_wording_part_find (AccordWordingPart *self, AccordWordRange range, const char *pattern,
                                   AccordWordRange *found);
guint accord_wording_part_sentence_end (AccordWordingPart *self, AccordWordRange range);
char *accord_wording_part_dup (AccordWordingPart *self, AccordWordRange range);
gboolean accord_wording_part_is_glued (AccordWordingPart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordWordingPart, accord_wording_part_free)

/**
 * ACCORD_WORDING_BODY:
 *
 * The last word of what a meeting calls itself, for patterns.
 */
#define ACCORD_WORDING_BODY                                                                                  \
  "board|cabinet|committee|council|executive|panel|authority|forum|partnership|group|members|commission|"    \
  "gmca|"                                                                                                    \
  "subcommittee|assembly"

G_END_DECLS
