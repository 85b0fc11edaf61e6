/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-tree.h"

#include <string.h>

#include "line-marker.h"

static gunichar
dress_of (const char *text, AccordLineMarker marker, AccordSpan mark)
{
  gsize start = accord_line_skip_white (text, mark.start, mark.end);

  if (marker == ACCORD_LINE_PLAIN || start >= mark.end)
    return 0;
  if (marker == ACCORD_LINE_BULLET || text[start] == '(')
    return g_utf8_get_char (text + start);
  if (g_ascii_isalpha (text[mark.end - 1]))
    return 'A';
  return g_ascii_isdigit (text[mark.end - 1]) ? '0' : (guchar) text[mark.end - 1];
}

/**
 * accord_wording_is_open:
 * @words: (nullable): words in one line
 *
 * Returns: whether they go on: nothing ends them, or a colon or a semicolon does
 */
gboolean
accord_wording_is_open (const char *words)
{
  gsize length = words != NULL ? strlen (words) : 0;
  const char *end = words + length;
  gunichar c;

  if (length == 0)
    return TRUE;
  do
    {
      end = g_utf8_prev_char (end);
      c = g_utf8_get_char (end);
    }
  while (end > words && (c == ')' || c == ']' || c == '"' || c == 0x2019 || c == 0x201d));
  return c != '.' && c != '?' && c != '!';
}

static gboolean
is_separated (const char *words)
{
  return g_str_has_suffix (words, ";") || g_str_has_suffix (words, ",") || g_str_has_suffix (words, "; and");
}

/* Whether a list goes on with this number: the next, a later one, or “1.” where every entry has it. A bullet
   goes on unless the entry before it was the last. */
static gboolean
goes_on (const AccordWordingLevel *level, AccordLineMarker marker, gunichar dress, guint value)
{
  if (level->marker != marker || level->dress != dress)
    return FALSE;
  if (marker == ACCORD_LINE_BULLET)
    return !level->separated || accord_wording_is_open (level->statement->text);
  return value > level->value || (value == 1 && level->value == 1);
}

static int
find_level (AccordWordingTree *self, AccordLineMarker marker, gunichar dress, guint value)
{
  for (int i = (int) self->depth - 1; i >= 0; i--)
    if (goes_on (&self->levels[i], marker, dress, value))
      return i;
  return -1;
}

static gboolean
has_list_of (AccordWordingTree *self, AccordLineMarker marker, gunichar dress)
{
  for (guint i = 0; i < self->depth; i++)
    if (self->levels[i].marker == marker && self->levels[i].dress == dress)
      return TRUE;
  return FALSE;
}

/**
 * accord_wording_tree_last:
 * @self: a tree
 *
 * Returns: (transfer none) (nullable): the entry that was found last, or %NULL before the first
 */
AccordStatement *
accord_wording_tree_last (AccordWordingTree *self)
{
  return self->depth > 0 ? self->levels[self->depth - 1].statement : NULL;
}

/**
 * accord_wording_tree_accepts:
 * @self: a tree
 * @marker: what a paragraph begins with
 * @mark: where that stands
 *
 * A list ends where the numbers begin anew. Bullets stand beneath an entry only where its words lead to them:
 * after a full stop they belong to what comes next. “13.4” numbers a paragraph of the minutes, unless the
 * list began so.
 *
 * Returns: whether the paragraph is the next entry, of this list or of one beneath
 */
gboolean
accord_wording_tree_accepts (AccordWordingTree *self, AccordLineMarker marker, AccordSpan mark)
{
  const char *text = self->part->text;
  gunichar dress = dress_of (text, marker, mark);
  guint value = accord_line_mark_value (text, mark, marker);
  AccordStatement *last = accord_wording_tree_last (self);

  if (marker == ACCORD_LINE_PLAIN)
    return FALSE;
  if (last == NULL || find_level (self, marker, dress, value) >= 0)
    return TRUE;
  if (has_list_of (self, marker, dress) || dress == '0')
    return FALSE;
  return accord_wording_is_open (last->text) || (marker != ACCORD_LINE_BULLET && value == 1);
}

static AccordStatement *
new_statement (AccordWordingTree *self, AccordLineMarker marker, AccordSpan mark, AccordSpan words)
{
  AccordSpan span = { accord_span_is_empty (mark) ? words.start : mark.start, MAX (words.end, mark.end) };
  AccordStatement *statement = accord_statement_new (self->type, span);

  if (marker != ACCORD_LINE_BULLET && marker != ACCORD_LINE_PLAIN)
    statement->number = accord_lines_dup_words (self->part->text, mark);
  statement->text = accord_lines_dup_words (self->part->text, words);
  if (statement->text == NULL)
    statement->text = g_strdup ("");
  return statement;
}

/**
 * accord_wording_tree_stretch:
 * @self: a tree
 * @end: where what belongs to the last entry ends
 *
 * Makes the last entry, and those it stands beneath, reach to @end.
 */
void
accord_wording_tree_stretch (AccordWordingTree *self, gsize end)
{
  for (guint i = 0; i < self->depth; i++)
    self->levels[i].statement->span.end = MAX (self->levels[i].statement->span.end, end);
}

/**
 * accord_wording_tree_add:
 * @self: a tree
 * @marker: what the entry begins with
 * @mark: where that stands; nothing for none
 * @words: its words
 *
 * Adds the next entry, where the marker says.
 */
void
accord_wording_tree_add (AccordWordingTree *self, AccordLineMarker marker, AccordSpan mark, AccordSpan words)
{
  const char *text = self->part->text;
  gunichar dress = dress_of (text, marker, mark);
  guint value = accord_line_mark_value (text, mark, marker);
  int level = marker == ACCORD_LINE_PLAIN ? 0 : find_level (self, marker, dress, value);
  AccordStatement *statement = new_statement (self, marker, mark, words);
  gboolean separated;

  if (level < 0)
    level = MIN (self->depth, ACCORD_WORDING_DEPTH - 1);
  separated =
      is_separated (statement->text) || ((guint) level < self->depth && self->levels[level].separated);
  self->depth = level + 1;
  if (level == 0)
    {
      statement->lead = g_strdup (self->lead);
      g_ptr_array_add (self->statements, statement);
    }
  else
    g_ptr_array_add (self->levels[level - 1].statement->parts, statement);
  self->levels[level] = (AccordWordingLevel){ marker, dress, value, separated, statement };
  accord_wording_tree_stretch (self, statement->span.end);
}

/**
 * accord_wording_tree_extend:
 * @self: a tree with an entry
 * @words: words that go on where the last entry stopped
 */
void
accord_wording_tree_extend (AccordWordingTree *self, AccordSpan words)
{
  AccordStatement *last = accord_wording_tree_last (self);
  g_autofree char *more = accord_lines_dup_words (self->part->text, words);
  char *whole;

  if (more == NULL)
    return;
  whole = *last->text == '\0' ? g_strdup (more) : g_strjoin (" ", last->text, more, NULL);
  g_free (last->text);
  last->text = whole;
  accord_wording_tree_stretch (self, words.end);
}
