/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-entries.h"

#include "line-marker.h"
#include "wording-marker.h"

/* Where the words “view the full minutes text” cut a page short. */
static gboolean
find_cut (AccordWordingPart *part, AccordWordRange range, guint *before)
{
  AccordWordRange found;

  if (!accord_wording_part_find (part, range, "view the full minutes|decision|agenda text", &found))
    return FALSE;
  *before = found.first;
  while (*before > range.first && accord_wording_part_token (part, *before - 1)->kind == '.')
    (*before)--;
  return TRUE;
}

/**
 * accord_wording_entries_end:
 * @self: a tree
 * @range: from the beginning of an entry to the end of its paragraph
 *
 * Behind a full stop reasons, votes and the like may follow in the same paragraph; and in run-together text
 * anything may.
 *
 * Returns: the token after what belongs to the entry
 */
guint
accord_wording_entries_end (AccordWordingTree *self, AccordWordRange range)
{
  guint at = range.first;

  while (at < range.after)
    {
      guint end = accord_wording_part_sentence_end (self->part, (AccordWordRange){ at, range.after });
      AccordWordRange next = { end, range.after };

      if (end >= range.after || accord_wording_marker_is_stop (self->part, next))
        return end;
      if (self->sentence && !accord_wording_part_match (self->part, next, "That", NULL))
        return end;
      at = end;
    }
  return range.after;
}

/* What a number in brackets stands behind where it numbers nothing here: “section (2)”. */
static const char *const refers =
    "section|sections|paragraph|paragraphs|clause|item|items|schedule|regulation|part|"
    "option|options|recommendation|recommendations|resolution|resolutions|minute|no|"
    "appendix|table|figure|rule|article|sub|or|to|at|in|of";

/* The number that a list in one paragraph goes on with: “…; (2) that …”, “… 2. That …”. */
static gboolean
is_next_number (AccordWordingPart *part, guint at, AccordWordRange range, AccordLineMarker kind, guint value,
                gboolean bracket, AccordSpan *mark)
{
  AccordSpan rest = { accord_wording_part_token (part, at)->start,
                      accord_wording_part_token (part, range.after - 1)->end };
  const AccordWordToken *before = accord_wording_part_token (part, at - 1);
  AccordLineMarker marker;

  if (!accord_line_take_marker (part->text, rest, &marker, mark) || marker == ACCORD_LINE_BULLET
      || (part->text[mark->start] == '(') != bracket)
    return FALSE;
  if (marker == ACCORD_LINE_ROMAN && kind == ACCORD_LINE_LETTER)
    marker = ACCORD_LINE_LETTER;
  if (marker != kind || accord_line_mark_value (part->text, *mark, marker) != value)
    return FALSE;
  if (before->kind == ';' || before->kind == '.' || before->kind == ':')
    return TRUE;
  if (accord_words_is (part->text, before, "and"))
    return bracket || (at > range.first + 1 && before[-1].kind != 'w');
  return bracket
         && (before->kind == ','
             || (kind == ACCORD_LINE_ARABIC
                 && !accord_wording_part_match (part, (AccordWordRange){ at - 1, at }, refers, NULL)));
}

/**
 * accord_wording_entries_find_inner:
 * @part: a part
 * @range: the words of a paragraph
 * @inner: (out): the token that the first entry begins with
 * @marker: (out): what it begins with
 * @mark: (out): where that stands
 *
 * Finds a list within a paragraph that has words before it: “that the Committee: (a) …; (b) …”.
 *
 * Returns: whether there is one, of two entries at least
 */
gboolean
accord_wording_entries_find_inner (AccordWordingPart *part, AccordWordRange range, guint *inner,
                                   AccordLineMarker *marker, AccordSpan *mark)
{
  AccordSpan end = accord_words_span (part->tokens, range), next;
  guint sentence = accord_wording_part_sentence_end (part, range);

  for (*inner = range.first + 1; *inner + 1 < sentence; (*inner)++)
    {
      AccordSpan rest = { accord_wording_part_token (part, *inner)->start, end.end };
      guint before = *inner - 1;

      if (accord_wording_part_token (part, before)->kind == '-' && before > range.first)
        before--;
      if (accord_wording_part_token (part, before)->kind == ':'
          && accord_line_take_marker (part->text, rest, marker, mark) && *marker != ACCORD_LINE_BULLET
          && accord_line_mark_value (part->text, *mark, *marker) == 1)
        break;
    }
  for (guint at = *inner + 1; *inner + 1 < sentence && at + 1 < range.after; at++)
    if (is_next_number (part, at, range, *marker, 2, part->text[mark->start] == '(', &next))
      return TRUE;
  return FALSE;
}

/**
 * accord_wording_entries_skip_mark:
 * @part: a part
 * @at: a token
 * @end: where to stop
 * @mark: a number that begins at @at
 *
 * Returns: the token after it
 */
guint
accord_wording_entries_skip_mark (AccordWordingPart *part, guint at, guint end, AccordSpan mark)
{
  while (at < end && accord_wording_part_token (part, at)->start < mark.end)
    at++;
  return at;
}

/* An entry's words, and the entries behind it where the list stands in one paragraph. */
static void
add_entries (AccordWordingTree *self, AccordLineMarker marker, AccordSpan mark, AccordWordRange range)
{
  AccordWordingPart *part = self->part;
  gboolean numbered = marker != ACCORD_LINE_PLAIN && marker != ACCORD_LINE_BULLET;
  gboolean bracket = numbered && part->text[mark.start] == '(';
  guint value = accord_line_mark_value (part->text, mark, marker);
  guint before = range.after;
  gboolean cut = find_cut (part, range, &before);
  guint from = range.first;

  range.after = before;
  for (guint at = range.first + 1; numbered && at + 1 < range.after; at++)
    {
      AccordSpan next;

      if (!is_next_number (part, at, range, marker, value + 1, bracket, &next))
        continue;
      accord_wording_tree_add (self, marker, mark,
                               accord_words_span (part->tokens, (AccordWordRange){ from, at }));
      mark = next;
      value++;
      at = from = accord_wording_entries_skip_mark (part, at, range.after, next);
    }
  range.first = from;
  if (!cut)
    range.after = accord_wording_entries_end (self, range);
  if (marker == ACCORD_LINE_PLAIN && range.after <= range.first)
    return;
  accord_wording_tree_add (self, marker, mark, accord_words_span (part->tokens, range));
  if (cut)
    accord_wording_tree_last (self)->incomplete = TRUE;
}

/**
 * accord_wording_entries_add:
 * @self: a tree
 * @marker: what a paragraph begins with
 * @mark: where that stands; nothing for none
 * @range: the words behind it
 *
 * Adds the entries that a paragraph holds: one, or several where the list stands in one paragraph. “(1) (a)
 * …” is the first entry of a list beneath the first entry of a list.
 */
void
accord_wording_entries_add (AccordWordingTree *self, AccordLineMarker marker, AccordSpan mark,
                            AccordWordRange range)
{
  AccordSpan rest = accord_words_span (self->part->tokens, range);
  AccordLineMarker inner;
  AccordSpan inner_mark;

  if (marker != ACCORD_LINE_PLAIN && !accord_span_is_empty (rest)
      && accord_line_take_marker (self->part->text, rest, &inner, &inner_mark) && inner != ACCORD_LINE_BULLET
      && inner != marker && accord_line_mark_value (self->part->text, inner_mark, inner) == 1)
    {
      accord_wording_tree_add (self, marker, mark, (AccordSpan){ mark.end, mark.end });
      marker = inner;
      mark = inner_mark;
      range.first = accord_wording_entries_skip_mark (self->part, range.first, range.after, mark);
    }
  add_entries (self, marker, mark, range);
}
