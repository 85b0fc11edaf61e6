/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-list.h"

#include <string.h>

#include "line-marker.h"
#include "wording-body.h"
#include "wording-entries.h"

#define DECIDED                                                                                              \
  "approved|agreed|noted|endorsed|resolved|accepted|authorised|supported|recommended|received|delegated|"    \
  "adopted|"                                                                                                 \
  "confirmed|ratified|considered|appointed|requested|granted|deferred|refused"

/* “184/2023” by itself: some councils print the number behind the words. */
static gboolean
is_number_behind (AccordWordingPart *part, AccordWordRange range)
{
  const AccordWordToken *token;

  if (range.after - range.first != 1)
    return FALSE;
  token = accord_wording_part_token (part, range.first);
  return g_ascii_isdigit (part->text[token->start])
         && memchr (part->text + token->start, '/', token->end - token->start) != NULL;
}

static gboolean
take_number_behind (AccordWordingTree *self, guint line)
{
  AccordWordRange range = accord_wording_part_range (self->part, line);
  AccordStatement *last = accord_wording_tree_last (self);

  if (last == NULL || last->number != NULL || !is_number_behind (self->part, range))
    return FALSE;
  last->number = accord_wording_part_dup (self->part, range);
  accord_wording_tree_stretch (self, accord_words_span (self->part->tokens, range).end);
  return TRUE;
}

static gboolean
is_connector (AccordWordingPart *part, AccordWordRange range)
{
  return range.after - range.first == 1 && accord_wording_part_match (part, range, "and|or", NULL);
}

/* A line that was wrapped: it stands between an entry that has no end and the next number. */
static gboolean
goes_on_below (AccordWordingTree *self, guint line)
{
  AccordWordingPart *part = self->part;
  const AccordStatement *last = accord_wording_tree_last (self);
  const AccordLine *below;

  if (line + 1 >= part->lines->len || part->page->style != ACCORD_STYLE_SINGLE_NEWLINE
      || !accord_wording_is_open (last->text) || g_str_has_suffix (last->text, ":"))
    return FALSE;
  below = accord_wording_part_line (part, line + 1);
  return below->marker != ACCORD_LINE_PLAIN && below->marker != ACCORD_LINE_BULLET
         && accord_line_mark_value (part->text, below->mark, below->marker) > 1
         && accord_wording_tree_accepts (self, below->marker, below->mark);
}

/* Entries with a bullet or a number, from @line on. */
static guint
take_list (AccordWordingTree *self, guint line)
{
  AccordWordingPart *part = self->part;

  for (; line < part->lines->len; line++)
    {
      const AccordLine *at = accord_wording_part_line (part, line);
      AccordWordRange range = accord_wording_part_range (part, line);
      AccordStatement *last = accord_wording_tree_last (self);
      AccordWordingMarker marker;

      if (accord_wording_marker_is_stop (part, range)
          || accord_wording_marker_find (part, line, range.first, &marker))
        break;
      if (at->marker == ACCORD_LINE_PLAIN)
        {
          if (is_connector (part, range) || take_number_behind (self, line))
            {
              part->used[line] = TRUE;
              continue;
            }
          if (last != NULL && last->parts->len == 0 && goes_on_below (self, line))
            {
              accord_wording_tree_extend (self, at->words);
              part->used[line] = TRUE;
              continue;
            }
          if (last == NULL || *last->text != '\0' || last->parts->len > 0 || range.after == range.first)
            {
              /* “and that officers report back” ends what no entry holds. */
              if (last != NULL && range.after > range.first
                  && g_unichar_islower (g_utf8_get_char (part->text + at->words.start)))
                self->levels[0].statement->incomplete = TRUE;
              break;
            }
          accord_wording_tree_extend (self, at->words);
        }
      else if (accord_wording_tree_accepts (self, at->marker, at->mark))
        accord_wording_entries_add (self, at->marker, at->mark, range);
      else
        break;
      part->used[line] = TRUE;
    }
  return line;
}

/**
 * accord_wording_decides:
 * @part: a part
 * @range: the words of a paragraph
 *
 * Returns: whether they are such as a decision is told in: “That …”, “To approve …”, “… be noted”, “The
 * Cabinet approved …”
 */
gboolean
accord_wording_decides (AccordWordingPart *part, AccordWordRange range)
{
  static const char *const patterns[] = {
    "That",
    "To "
    "approve|note|agree|endorse|confirm|accept|receive|recommend|delegate|authorise|support|allocate|appoint|"
    "adopt|award|grant|proceed|enter|defer|refer|request|consider|ratify|amend|extend|commission|procure|"
    "invest",
    "the? *3 " ACCORD_WORDING_BODY " *1 " DECIDED,
    "the *3 recommendation|recommendations *6 was|were approved|agreed|accepted|endorsed|adopted",
    "approved|agreed|noted|endorsed|deferred|withdrawn .? $",
  };

  /* “Members were requested to …”, “The Committee received a report” */
  if (accord_wording_part_match (part, range, "the? *3 " ACCORD_WORDING_BODY " was|were|is|are|having", NULL)
      || accord_wording_part_match (
          part, range, "the? *3 " ACCORD_WORDING_BODY " considered|received a|an|representations", NULL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (accord_wording_part_match (part, range, patterns[i], NULL)
        && accord_words_is_capital (part->text, accord_wording_part_token (part, range.first)))
      return TRUE;
  return FALSE;
}

/* “be noted” as it is resolved, not “will be noted”. */
static gboolean
has_be (AccordWordingPart *part, AccordWordRange range)
{
  static const char *const modal =
      "to|will|would|shall|should|can|could|may|might|must|cannot|not|also|then|now|only|still|likely";

  for (guint at = range.first; at + 1 < range.after; at++)
    {
      if (!accord_words_is (part->text, accord_wording_part_token (part, at), "be"))
        continue;
      if (at == range.first
          || !accord_wording_part_match (part, (AccordWordRange){ at - 1, at }, modal, NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
ends_with_colon (AccordWordingPart *part, AccordWordRange range)
{
  guint at = range.after;

  while (at > range.first && accord_wording_part_token (part, at - 1)->kind == '-')
    at--;
  return at > range.first && accord_wording_part_token (part, at - 1)->kind == ':';
}

static gboolean
ends_open (AccordWordingPart *part, AccordWordRange range)
{
  g_autofree char *words = accord_wording_part_dup (part, range);

  return accord_wording_is_open (words);
}

static gboolean
is_list_line (AccordWordingPart *part, guint line)
{
  const AccordLine *at;

  if (line >= part->lines->len)
    return FALSE;
  at = accord_wording_part_line (part, line);
  return at->marker == ACCORD_LINE_BULLET
         || (at->marker != ACCORD_LINE_PLAIN
             && accord_line_mark_value (part->text, at->mark, at->marker) == 1);
}

static gboolean
same_beginning (AccordWordingPart *part, AccordWordRange a, AccordWordRange b)
{
  static const char *const beginnings[] = { "That", "To", "the? *3 " ACCORD_WORDING_BODY " *1 " DECIDED };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (accord_wording_part_match (part, a, beginnings[i], NULL))
      return accord_wording_part_match (part, b, beginnings[i], NULL);
  return FALSE;
}

/* Words that lead to a list in the same paragraph, and the list. */
static guint
take_inner (AccordWordingTree *self, guint line, AccordWordRange range, guint inner, AccordLineMarker marker,
            AccordSpan mark)
{
  AccordWordingPart *part = self->part;
  AccordWordRange before = { range.first, inner };
  g_autofree char *lead = accord_wording_part_dup (part, before);

  self->depth = 0;
  if (has_be (part, before))
    accord_wording_tree_add (self, ACCORD_LINE_PLAIN, (AccordSpan){ 0, 0 },
                             accord_words_span (part->tokens, before));
  else
    self->lead = lead;
  range.first = accord_wording_entries_skip_mark (part, inner, range.after, mark);
  accord_wording_entries_add (self, marker, mark, range);
  line = self->sentence ? line + 1 : take_list (self, line + 1);
  self->lead = NULL;
  return line;
}

/* A paragraph without a number: the words that entries stand under, or an entry, with those beneath it. */
static guint
take_words (AccordWordingTree *self, guint line, AccordWordRange range)
{
  AccordWordingPart *part = self->part;
  gboolean leads = ends_open (part, range) && is_list_line (part, line + 1);
  AccordStatementType type = self->type;
  g_autofree char *lead = NULL;
  AccordLineMarker marker;
  AccordSpan mark;
  guint inner;

  part->used[line] = TRUE;
  if (accord_wording_entries_find_inner (part, range, &inner, &marker, &mark))
    return take_inner (self, line, range, inner, marker, mark);
  if (!leads || has_be (part, range))
    {
      if (accord_wording_part_match (part, range, "the? *3 " ACCORD_WORDING_BODY " *1 noted", NULL))
        self->type = ACCORD_STATEMENT_NOTED;
      accord_wording_entries_add (self, ACCORD_LINE_PLAIN, (AccordSpan){ 0, 0 }, range);
      self->type = type;
      return leads ? take_list (self, line + 1) : line + 1;
    }
  lead = accord_wording_part_dup (part, range);
  self->lead = lead;
  self->depth = 0;
  line = take_list (self, line + 1);
  self->lead = NULL;
  return line;
}

/* “The report be noted; and” */
static gboolean
is_listed_on (AccordWordingTree *self)
{
  AccordStatement *last = accord_wording_tree_last (self);

  return last != NULL && self->depth == 1 && self->levels[0].marker == ACCORD_LINE_PLAIN
         && (g_str_has_suffix (last->text, "; and") || g_str_has_suffix (last->text, ";and"));
}

/* Paragraphs that begin alike: “That …” behind “That …”. */
static guint
take_alike (AccordWordingTree *self, guint line, AccordWordRange first)
{
  AccordWordingPart *part = self->part;

  while (line < part->lines->len)
    {
      AccordWordRange range = accord_wording_part_range (part, line);
      AccordWordingMarker marker;

      if (take_number_behind (self, line))
        part->used[line++] = TRUE;
      else if (accord_wording_part_line (part, line)->marker == ACCORD_LINE_PLAIN && range.after > range.first
               && (same_beginning (part, first, range) || is_listed_on (self))
               && !accord_wording_marker_is_stop (part, range)
               && !accord_wording_marker_find (part, line, range.first, &marker))
        line = take_words (self, line, range);
      else
        break;
    }
  return line;
}

/* The words behind the marker in its own paragraph. */
static guint
take_behind (AccordWordingTree *self, guint line, AccordWordRange range)
{
  AccordWordingPart *part = self->part;
  AccordSpan rest = accord_words_span (part->tokens, range);
  AccordLineMarker marker;
  AccordSpan mark;

  if (accord_line_take_marker (part->text, rest, &marker, &mark) && marker != ACCORD_LINE_BULLET)
    {
      range.first = accord_wording_entries_skip_mark (part, range.first, range.after, mark);
      accord_wording_entries_add (self, marker, mark, range);
      part->used[line] = TRUE;
      return self->sentence && accord_wording_entries_end (self, range) < range.after
                 ? line + 1
                 : take_list (self, line + 1);
    }
  if (ends_with_colon (part, range) && !has_be (part, range) && line + 1 < part->lines->len
      && accord_wording_part_line (part, line + 1)->marker == ACCORD_LINE_PLAIN
      && accord_wording_part_match (part, accord_wording_part_range (part, line + 1), "That", NULL))
    {
      g_autofree char *lead = accord_wording_part_dup (part, range);

      part->used[line] = TRUE;
      self->lead = lead;
      line = take_alike (self, line + 1, accord_wording_part_range (part, line + 1));
      self->lead = NULL;
      return line;
    }
  return take_words (self, line, range);
}

/**
 * accord_wording_list_take:
 * @part: a part
 * @line: the paragraph that @marker stands in
 * @marker: the words that say that something was decided
 * @statements: (element-type AccordStatement): where to add what was
 *
 * Takes what was decided behind a marker: the sentence, or the list with the lists in it. It ends where a
 * paragraph begins that is not numbered on; what follows is not looked at.
 *
 * Returns: the first paragraph that is not part of it
 */
guint
accord_wording_list_take (AccordWordingPart *part, guint line, const AccordWordingMarker *marker,
                          GPtrArray *statements)
{
  AccordWordRange range = accord_wording_part_range (part, line);
  guint n = statements->len;
  AccordWordingTree self = { part, marker->type, NULL, statements, marker->sentence };
  AccordWordingMarker next;

  part->used[line] = TRUE;
  range.first = MIN (marker->after, range.after);
  if (marker->end < range.after && marker->end > range.first)
    range.after = marker->end;
  if (accord_wording_part_match (part, range, "to|that|the? following? :|-|; -? $", NULL))
    range.first = range.after;
  if (range.first < range.after)
    {
      line = take_behind (&self, line, range);
      if (statements->len == n)
        return line;
      return take_alike (&self, line, range);
    }
  line++;
  if (line >= part->lines->len)
    return line;
  range = accord_wording_part_range (part, line);
  if (accord_wording_part_line (part, line)->marker != ACCORD_LINE_PLAIN)
    return take_list (&self, line);
  if (accord_wording_part_match (part, range, "that :|-|;|,? -? $", NULL))
    return take_list (&self, line + 1);
  if (accord_wording_marker_is_stop (part, range) || accord_wording_body_leads (part, line)
      || accord_wording_marker_find (part, line, range.first, &next))
    return line;
  line = take_words (&self, line, range);
  return take_alike (&self, line, range);
}

/**
 * accord_wording_list_take_entries:
 * @part: a part
 * @line: a paragraph with a bullet or a number
 * @type: what the entries are
 * @statements: (element-type AccordStatement): where to add them
 *
 * Takes a list that no words stand before, where a heading says what it is.
 *
 * Returns: the first paragraph that is not part of it; @line where it is none
 */
guint
accord_wording_list_take_entries (AccordWordingPart *part, guint line, AccordStatementType type,
                                  GPtrArray *statements)
{
  AccordWordingTree self = { part, type, NULL, statements, accord_wording_part_is_glued (part) };

  return take_list (&self, line);
}

/* Entries that all have the number one have lost theirs: an extraction counts each list anew. */
static void
renumber (GPtrArray *statements)
{
  gboolean ones = statements->len > 1;

  for (guint i = 0; i < statements->len && ones; i++)
    {
      const AccordStatement *statement = statements->pdata[i];
      g_autofree char *digits = g_strdup (statement->number != NULL ? statement->number : "");

      ones = g_strcmp0 (g_strstrip (g_strcanon (digits, "0123456789", ' ')), "1") == 0;
    }
  for (guint i = 0; i < statements->len && ones; i++)
    {
      AccordStatement *statement = statements->pdata[i];
      g_auto (GStrv) around = g_strsplit (statement->number, "1", 2);

      g_free (statement->number);
      statement->number = g_strdup_printf ("%s%u%s", around[0], i + 1, around[1]);
      statement->renumbered = TRUE;
    }
}

static gboolean
is_cut_off (const char *words)
{
  return accord_wording_is_open (words) || g_str_has_suffix (words, "...");
}

static gboolean
is_last_of_text (const char *text, gsize at)
{
  gunichar c;

  for (c = g_utf8_get_char (text + at); c != 0; c = g_utf8_get_char (text + at))
    {
      if (!accord_line_is_white (c) && c != '|')
        return FALSE;
      at = g_utf8_next_char (text + at) - text;
    }
  return TRUE;
}

/* The last entry of all, however deep it lies. */
static AccordStatement *
last_of_all (GPtrArray *statements)
{
  AccordStatement *last = statements->len > 0 ? statements->pdata[statements->len - 1] : NULL;

  while (last != NULL && last->parts->len > 0)
    last = last->parts->pdata[last->parts->len - 1];
  return last;
}

/* “… be elected Vice” over “Chair of the Board”: in run-together text a line may break anywhere. */
static gboolean
goes_on_in_capitals (AccordWordingPart *part, const AccordStatement *last)
{
  gsize word = last->span.end;

  if (part->page->style != ACCORD_STYLE_BROKEN_TABLE || last->span.end >= part->span.end
      || part->text[last->span.end] != '\n')
    return FALSE;
  while (word > last->span.start && !g_ascii_isspace (part->text[word - 1]))
    word--;
  return g_ascii_isupper (part->text[word]);
}

/**
 * accord_wording_list_finish:
 * @part: a part
 * @statements: (element-type AccordStatement): what was found at one marker
 * @complete: whether the part is known to be whole
 *
 * Numbers what lost its numbers, and marks what the end of the page cuts off.
 */
void
accord_wording_list_finish (AccordWordingPart *part, GPtrArray *statements, gboolean complete)
{
  AccordStatement *last = last_of_all (statements);

  renumber (statements);
  for (guint i = 0; i < statements->len; i++)
    {
      AccordStatement *statement = statements->pdata[i];

      renumber (statement->parts);
      if (statement->parts->len == 0 && g_str_has_suffix (statement->text, ":"))
        statement->incomplete = TRUE;
    }
  if (last == NULL)
    return;
  if (is_cut_off (last->text)
      && (goes_on_in_capitals (part, last) || is_last_of_text (part->text, last->span.end)
          || (!complete
              && last->span.end >= accord_wording_part_line (part, part->lines->len - 1)->words.end)))
    last->incomplete = TRUE;
  if (last->incomplete)
    ((AccordStatement *) statements->pdata[statements->len - 1])->incomplete = TRUE;
}
