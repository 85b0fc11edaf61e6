/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lines.h"

#include <string.h>

#include "line-marker.h"

/* An indentation less deep than this is a slip. */
#define BULLET_INDENT 3
/* A paragraph that a blank line has broken is longer than any title. */
#define BROKEN_LENGTH 80
/* How wide text is that was wrapped by a program, and how much of it shows so. */
#define MIN_WRAP 60
#define MAX_WRAP 110
#define MIN_WRAPPED_LINES 3

/* A line as it stands in the text, between two line ends or symbols of a list. */
typedef struct
{
  AccordSpan whole;
  AccordSpan words;
  guint n_before;
  guint indent;
} Physical;

typedef struct
{
  const char *text;
  AccordSpan within;
  AccordPageStyle style;
  GArray *physical;
  GArray *lines;
  gsize wrap;
} Split;

static gboolean
is_furniture (Split *self, gunichar c)
{
  return self->style != ACCORD_STYLE_NONE && c == '|';
}

static void
trim (Split *self, AccordSpan *words)
{
  while (words->start < words->end)
    {
      gunichar c = g_utf8_get_char (self->text + words->start);

      if (!accord_line_is_white (c) && !is_furniture (self, c))
        break;
      words->start = g_utf8_next_char (self->text + words->start) - self->text;
    }
  while (words->end > words->start)
    {
      const char *last = g_utf8_prev_char (self->text + words->end);
      gunichar c = g_utf8_get_char (last);

      if (!accord_line_is_white (c) && !is_furniture (self, c))
        break;
      words->end = last - self->text;
    }
}

/* Where the line that begins at @at ends: at its line end, or before a symbol font's bullet within it. */
static gsize
find_line_end (Split *self, gsize at)
{
  const char *feed = memchr (self->text + at, '\n', self->within.end - at);
  gsize end = feed != NULL ? (gsize) (feed - self->text) : self->within.end;
  gsize first = accord_line_skip_white (self->text, at, end);

  /* The bullets of symbol fonts lie between U+F020 and U+F0FF, which begin with the byte EF. */
  for (gsize i = first < end ? first + 1 : end; i < end; i++)
    if ((guchar) self->text[i] == 0xef)
      {
        gunichar c = g_utf8_get_char (self->text + i);

        if (c >= 0xf020 && c <= 0xf0ff)
          return i;
      }
  return end;
}

static guint
count_indent (Split *self, gsize start, gsize end)
{
  guint n = 0;

  for (gsize at = start; at < end; at = g_utf8_next_char (self->text + at) - self->text)
    n++;
  return n;
}

static void
find_physical (Split *self)
{
  gsize at = self->within.start;
  guint n_blank = 0;

  while (at < self->within.end)
    {
      Physical line = { { at, find_line_end (self, at) } };

      line.words = line.whole;
      trim (self, &line.words);
      at = line.whole.end;
      if (at < self->within.end && self->text[at] == '\n')
        at++;
      if (accord_span_is_empty (line.words))
        {
          n_blank++;
          continue;
        }
      line.n_before = n_blank;
      line.indent = count_indent (self, line.whole.start, line.words.start);
      n_blank = 0;
      g_array_append_val (self->physical, line);
    }
}

/* A program that wraps lines leaves several of a like length; a person who types does not. */
static void
find_wrap (Split *self)
{
  gsize widest = 0;

  for (guint i = 0; i < self->physical->len; i++)
    {
      const Physical *line = &g_array_index (self->physical, Physical, i);

      widest = MAX (widest, line->words.end - line->words.start);
    }
  if (self->style != ACCORD_STYLE_NONE && widest >= MIN_WRAP && widest <= MAX_WRAP
      && self->physical->len >= MIN_WRAPPED_LINES)
    self->wrap = widest;
}

static gunichar
last_char (const char *text, AccordSpan words)
{
  gsize end = words.end;
  gunichar c = 0;

  while (end > words.start)
    {
      const char *last = g_utf8_prev_char (text + end);

      c = g_utf8_get_char (last);
      if (c != ')' && c != ']' && c != '"' && c != '\'' && c != 0x2019 && c != 0x201d)
        break;
      end = last - text;
    }
  return c;
}

static gboolean
is_open (const char *text, AccordSpan words)
{
  gunichar c = last_char (text, words);

  return c != '.' && c != ';' && c != ':' && c != '?' && c != '!' && c != 0x2026 && c != '-' && c != 0x2013
         && c != 0x2014 && c != '|';
}

static AccordSpan
last_word (const char *text, AccordSpan words)
{
  AccordSpan word = { words.end, words.end };

  while (word.start > words.start && g_ascii_isalpha (text[word.start - 1]))
    word.start--;
  return word;
}

/* A line does not end with such a word unless it was wrapped there. */
static gboolean
ends_leaning (const char *text, AccordSpan words)
{
  static const char *const leaning[] = { "the", "of",   "and", "a",    "an", "to",  "in",   "for",
                                         "by",  "with", "at",  "from", "or", "its", "their" };
  AccordSpan word = last_word (text, words);
  gsize length = word.end - word.start;

  if (length == 0 || word.start == words.start)
    return FALSE;
  /* “Councillor A; and” is an entry of a list. */
  if (word.start >= words.start + 2 && (text[word.start - 2] == ';' || text[word.start - 2] == '.'))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (leaning); i++)
    if (strlen (leaning[i]) == length && strncmp (text + word.start, leaning[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* “… that the minutes be”: what is to be follows. */
static gboolean
ends_with_be (const char *text, AccordSpan words)
{
  AccordSpan word = last_word (text, words);

  return word.end - word.start == 2 && strncmp (text + word.start, "be", 2) == 0;
}

static gsize
first_word_length (const char *text, AccordSpan words)
{
  gsize at = words.start;

  while (at < words.end && !accord_line_is_white (g_utf8_get_char (text + at)))
    at = g_utf8_next_char (text + at) - text;
  return at - words.start;
}

/* “Lead officer: …” begins something of its own. */
static gboolean
is_label (const char *text, AccordSpan words)
{
  gsize limit = MIN (words.end, words.start + 40);
  const char *colon = memchr (text + words.start, ':', limit - words.start);

  return colon != NULL;
}

static gboolean
has_small_letter (const char *text, AccordSpan words)
{
  for (gsize at = words.start; at < words.end; at = g_utf8_next_char (text + at) - text)
    if (g_unichar_islower (g_utf8_get_char (text + at)))
      return TRUE;
  return FALSE;
}

static gboolean
has_blank (const char *text, AccordSpan words)
{
  return first_word_length (text, words) < words.end - words.start;
}

/* Whether a line goes on where the one before it stopped. */
static gboolean
continues (Split *self, const AccordLine *line, const Physical *last, const Physical *next)
{
  const char *text = self->text;
  gunichar first = g_utf8_get_char (text + next->words.start);
  AccordLineMarker marker;
  AccordSpan mark;

  if (self->style == ACCORD_STYLE_NONE || next->n_before > 1
      || (self->style == ACCORD_STYLE_BROKEN_TABLE && next->n_before > 0)
      || accord_span_is_empty (line->words) || !is_open (text, last->words)
      || accord_line_take_marker (text, next->words, &marker, &mark) || accord_line_is_bullet (first))
    return FALSE;
  if (next->n_before == 1)
    return self->style != ACCORD_STYLE_SINGLE_NEWLINE && g_unichar_islower (first)
           && (last->words.end - line->words.start >= BROKEN_LENGTH || ends_with_be (text, last->words))
           && !g_unichar_islower (g_utf8_get_char (text + line->words.start));
  if (!has_blank (text, line->words) || !has_small_letter (text, line->words))
    return FALSE;
  if (g_unichar_islower (first) || last_char (text, last->words) == ',' || ends_leaning (text, last->words))
    return TRUE;
  return self->wrap > 0 && self->style != ACCORD_STYLE_BROKEN_TABLE && !is_label (text, next->words)
         && has_small_letter (text, next->words)
         && last->words.end - last->words.start + 1 + first_word_length (text, next->words) > self->wrap;
}

static void
add_line (Split *self, const Physical *physical)
{
  AccordLine line = { .span = physical->whole,
                      .words = physical->words,
                      .n_before = physical->n_before,
                      .indent = physical->indent };

  if (accord_line_take_marker (self->text, physical->words, &line.marker, &line.mark))
    {
      line.words.start = line.mark.end;
      trim (self, &line.words);
    }
  g_array_append_val (self->lines, line);
}

static void
join_lines (Split *self)
{
  for (guint i = 0; i < self->physical->len; i++)
    {
      const Physical *next = &g_array_index (self->physical, Physical, i);
      AccordLine *line = i > 0 ? &g_array_index (self->lines, AccordLine, self->lines->len - 1) : NULL;

      if (line != NULL && continues (self, line, next - 1, next))
        {
          line->span.end = next->whole.end;
          line->words.end = next->words.end;
        }
      else
        add_line (self, next);
    }
}

static gboolean
is_indented_alike (const AccordLine *a, const AccordLine *b)
{
  return a->indent == b->indent && b->n_before <= 1;
}

/* Word's lists lose their bullets and keep the blanks behind them. One line that stands in so is no list,
   and a text that is indented throughout is none either. */
static void
find_indent_bullets (Split *self)
{
  guint least = G_MAXUINT;

  for (guint i = 0; i < self->lines->len; i++)
    least = MIN (least, g_array_index (self->lines, AccordLine, i).indent);
  for (guint i = 0; i < self->lines->len; i++)
    {
      AccordLine *line = &g_array_index (self->lines, AccordLine, i);

      if (line->marker != ACCORD_LINE_PLAIN || line->indent < BULLET_INDENT || line->indent == least)
        continue;
      if ((i > 0 && is_indented_alike (line - 1, line))
          || (i + 1 < self->lines->len && is_indented_alike (line, line + 1)))
        {
          line->marker = ACCORD_LINE_BULLET;
          line->mark = (AccordSpan){ line->span.start, line->words.start };
        }
    }
}

/* How a marker is dressed, so that “(i)” is compared with “(h)” and not with “h.” */
static int
dress_of (const char *text, const AccordLine *line)
{
  return text[line->mark.start] == '(' ? '(' : text[line->mark.end - 1];
}

/* Whether a single i, v or x is the letter: it follows h, u or w, and no second of the small numbers follows.
 */
static gboolean
is_letter (Split *self, guint index, const AccordLine *before, guint last_value)
{
  const AccordLine *line = &g_array_index (self->lines, AccordLine, index);
  char c = g_ascii_tolower (self->text[line->mark.start + (self->text[line->mark.start] == '(')]);

  if (before == NULL || dress_of (self->text, before) != dress_of (self->text, line)
      || last_value != (guint) (c - 'a'))
    return FALSE;
  for (guint i = index + 1; c == 'i' && i < self->lines->len && i <= index + 1; i++)
    {
      const AccordLine *next = &g_array_index (self->lines, AccordLine, i);

      if (next->marker == ACCORD_LINE_ROMAN
          && accord_line_mark_value (self->text, next->mark, next->marker) == 2)
        return FALSE;
    }
  return TRUE;
}

static void
tell_letters (Split *self)
{
  const AccordLine *letter = NULL;
  guint value = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      AccordLine *line = &g_array_index (self->lines, AccordLine, i);
      gsize length = line->mark.end - line->mark.start;

      if (line->marker == ACCORD_LINE_ROMAN && length <= 3
          && length == (dress_of (self->text, line) == '(' ? 3u : 2u) && is_letter (self, i, letter, value))
        line->marker = ACCORD_LINE_LETTER;
      if (line->marker != ACCORD_LINE_LETTER)
        continue;
      letter = line;
      value = accord_line_mark_value (self->text, line->mark, line->marker);
    }
}

/**
 * accord_lines_split:
 * @text: a text in UTF-8
 * @within: the part of it to split; it must not reach beyond the text's end
 * @style: how the text had been captured
 *
 * Splits a text into its paragraphs. Lines that were wrapped are joined, also where an empty line broke a
 * sentence of a page that is otherwise whole; where it is not certain that a line goes on they are not.
 * Lines that show nothing are counted only, and so are rows of bars that a table has left.
 *
 * Returns: (transfer full) (element-type AccordLine): the paragraphs
 */
GArray *
accord_lines_split (const char *text, AccordSpan within, AccordPageStyle style)
{
  g_autoptr (GArray) physical = g_array_new (FALSE, FALSE, sizeof (Physical));
  Split self = { text, within, style, physical, NULL, 0 };

  g_return_val_if_fail (text != NULL || accord_span_is_empty (within), NULL);

  self.lines = g_array_new (FALSE, FALSE, sizeof (AccordLine));
  find_physical (&self);
  find_wrap (&self);
  join_lines (&self);
  find_indent_bullets (&self);
  tell_letters (&self);
  return self.lines;
}

/**
 * accord_lines_dup_words:
 * @text: a text in UTF-8
 * @span: a place in it
 *
 * Returns: (transfer full) (nullable): the words that stand there in one line, every run of white space a
 * blank; %NULL where there are none
 */
char *
accord_lines_dup_words (const char *text, AccordSpan span)
{
  g_autoptr (GString) words = NULL;
  gboolean blank = FALSE;

  if (text == NULL || accord_span_is_empty (span))
    return NULL;
  words = g_string_sized_new (span.end - span.start);
  for (gsize at = span.start; at < span.end;)
    {
      gsize next = g_utf8_next_char (text + at) - text;

      if (accord_line_is_white (g_utf8_get_char (text + at)))
        blank = words->len > 0;
      else
        {
          if (blank)
            g_string_append_c (words, ' ');
          blank = FALSE;
          g_string_append_len (words, text + at, next - at);
        }
      at = next;
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
