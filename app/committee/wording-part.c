/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-part.h"

/**
 * accord_wording_part_new:
 * @page: a page
 * @span: a place in its text; may be nothing
 *
 * Returns: (transfer full): the part, split into paragraphs and words
 */
AccordWordingPart *
accord_wording_part_new (AccordCommitteePage *page, AccordSpan span)
{
  AccordWordingPart *self = g_new0 (AccordWordingPart, 1);

  if (page->text == NULL || accord_span_is_empty (span))
    span = (AccordSpan){ 0, 0 };
  self->page = page;
  self->text = page->text != NULL ? page->text : "";
  self->span = span;
  self->lines = accord_lines_split (self->text, span, page->style);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (AccordWordToken));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (AccordWordRange));
  for (guint i = 0; i < self->lines->len; i++)
    {
      AccordWordRange range = { self->tokens->len, 0 };

      accord_words_split (self->text, accord_wording_part_line (self, i)->words, self->tokens);
      range.after = self->tokens->len;
      g_array_append_val (self->ranges, range);
    }
  self->used = g_new0 (gboolean, self->lines->len + 1);
  return self;
}

/**
 * accord_wording_part_free:
 * @self: (nullable) (transfer full): a part
 */
void
accord_wording_part_free (AccordWordingPart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_array_unref (self->tokens);
  g_array_unref (self->ranges);
  g_free (self->used);
  g_free (self);
}

/**
 * accord_wording_part_line:
 * @self: a part
 * @line: which paragraph
 *
 * Returns: (transfer none): the paragraph
 */
const AccordLine *
accord_wording_part_line (AccordWordingPart *self, guint line)
{
  return &g_array_index (self->lines, AccordLine, line);
}

/**
 * accord_wording_part_range:
 * @self: a part
 * @line: which paragraph
 *
 * Returns: its words
 */
AccordWordRange
accord_wording_part_range (AccordWordingPart *self, guint line)
{
  return g_array_index (self->ranges, AccordWordRange, line);
}

/**
 * accord_wording_part_token:
 * @self: a part
 * @token: which word or sign
 *
 * Returns: (transfer none): it
 */
const AccordWordToken *
accord_wording_part_token (AccordWordingPart *self, guint token)
{
  return &g_array_index (self->tokens, AccordWordToken, token);
}

/**
 * accord_wording_part_match:
 * @self: a part
 * @range: where to look
 * @pattern: as for accord_words_match()
 * @after: (out) (optional): the token after what matched
 *
 * Returns: whether the words at the beginning of @range are those
 */
gboolean
accord_wording_part_match (AccordWordingPart *self, AccordWordRange range, const char *pattern, guint *after)
{
  return accord_words_match (self->text, self->tokens, range, pattern, after);
}

/**
 * accord_wording_part_find:
 * @self: a part
 * @range: where to look
 * @pattern: as for accord_words_match()
 * @found: (out) (optional): where the words stand
 *
 * Returns: whether the words stand somewhere in @range
 */
gboolean
accord_wording_part_find (AccordWordingPart *self, AccordWordRange range, const char *pattern,
                          AccordWordRange *found)
{
  return accord_words_find (self->text, self->tokens, range, pattern, found);
}

/**
 * accord_wording_part_sentence_end:
 * @self: a part
 * @range: from the beginning of a sentence to the end of its paragraph
 *
 * Returns: the token after the sentence
 */
guint
accord_wording_part_sentence_end (AccordWordingPart *self, AccordWordRange range)
{
  return accord_words_sentence_end (self->text, self->tokens, range);
}

/**
 * accord_wording_part_dup:
 * @self: a part
 * @range: some of its words
 *
 * Returns: (transfer full) (nullable): them in one line
 */
char *
accord_wording_part_dup (AccordWordingPart *self, AccordWordRange range)
{
  return accord_lines_dup_words (self->text, accord_words_span (self->tokens, range));
}

/**
 * accord_wording_part_is_glued:
 * @self: a part
 *
 * Returns: whether its paragraphs may have been run together, so that only a full stop ends what was said
 */
gboolean
accord_wording_part_is_glued (AccordWordingPart *self)
{
  return self->page->style == ACCORD_STYLE_BROKEN_TABLE || self->page->style == ACCORD_STYLE_PRINTED;
}
