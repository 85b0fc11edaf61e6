/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fold.h"

static void
add_line (AccordTextReading *self, gsize start, gsize end, guint *n_blank)
{
  AccordSpan words = accord_text_reading_trim (self, (AccordSpan){ start, end });
  AccordTextLine line = { words.start, words.end, *n_blank };

  if (accord_span_is_empty (words))
    {
      *n_blank += 1;
      return;
    }
  g_array_append_val (self->lines, line);
  *n_blank = 0;
}

/* A line ends at a line feed, a carriage return, both, or a form feed, which stands between the pages of a
 * PDF. */
static void
split (AccordTextReading *self)
{
  gsize start = 0;
  guint n_blank = 0;

  for (gsize at = 0; at < self->length; at++)
    {
      char c = self->text[at];

      if (c != '\n' && c != '\r' && c != '\f')
        continue;
      add_line (self, start, at, &n_blank);
      if (c == '\r' && self->text[at + 1] == '\n')
        at++;
      start = at + 1;
    }
  add_line (self, start, self->length, &n_blank);
}

/**
 * accord_text_reading_init:
 * @self: a reading
 * @page: a page with its text; it has to stay until the reading is cleared
 *
 * Splits a page's text into lines.
 */
void
accord_text_reading_init (AccordTextReading *self, AccordCommitteePage *page)
{
  self->page = page;
  self->text = page->text;
  self->length = strlen (page->text);
  self->lines = g_array_new (FALSE, FALSE, sizeof (AccordTextLine));
  self->claims = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  split (self);
}

/**
 * accord_text_reading_clear:
 * @self: a reading
 */
void
accord_text_reading_clear (AccordTextReading *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->claims, g_array_unref);
}

/**
 * accord_text_reading_line:
 * @self: a reading
 * @line: number of a line, from 0
 *
 * Returns: where its words are
 */
AccordSpan
accord_text_reading_line (const AccordTextReading *self, guint line)
{
  const AccordTextLine *found = &g_array_index (self->lines, AccordTextLine, line);

  return (AccordSpan){ found->start, found->end };
}

/**
 * accord_text_reading_lines:
 * @self: a reading
 * @first: number of a line
 * @end: number of the line after the last
 *
 * Returns: where they all are; nothing where @end is not after @first
 */
AccordSpan
accord_text_reading_lines (const AccordTextReading *self, guint first, guint end)
{
  if (end <= first)
    return (AccordSpan){ 0, 0 };
  return (AccordSpan){ accord_text_reading_line (self, first).start,
                       accord_text_reading_line (self, end - 1).end };
}

/**
 * accord_text_reading_n_before:
 * @self: a reading
 * @line: number of a line
 *
 * Returns: how many blank lines stand before it
 */
guint
accord_text_reading_n_before (const AccordTextReading *self, guint line)
{
  return g_array_index (self->lines, AccordTextLine, line).n_before;
}

/**
 * accord_text_reading_is_short:
 * @self: a reading
 * @line: number of a line
 *
 * Returns: whether it can be more than text by its length
 */
gboolean
accord_text_reading_is_short (const AccordTextReading *self, guint line)
{
  AccordSpan span = accord_text_reading_line (self, line);

  return span.end - span.start <= ACCORD_TEXT_SHORT;
}

/**
 * accord_text_reading_dup:
 * @self: a reading
 * @line: number of a line
 *
 * Returns: (transfer full) (nullable): its words with single spaces, or %NULL where it is too long for more
 * than text
 */
char *
accord_text_reading_dup (const AccordTextReading *self, guint line)
{
  if (!accord_text_reading_is_short (self, line))
    return NULL;
  return accord_text_reading_dup_span (self, accord_text_reading_line (self, line));
}

/**
 * accord_text_reading_dup_span:
 * @self: a reading
 * @span: a place
 *
 * Returns: (transfer full) (nullable): the words there with single spaces, or %NULL where there are none
 */
char *
accord_text_reading_dup_span (const AccordTextReading *self, AccordSpan span)
{
  g_autofree char *words = NULL;

  span = accord_text_reading_trim (self, span);
  if (accord_span_is_empty (span))
    return NULL;
  words = g_strndup (self->text + span.start, span.end - span.start);
  return accord_text_collapse (words);
}

/**
 * accord_text_reading_trim:
 * @self: a reading
 * @span: a place
 *
 * Returns: it without the white space at its ends
 */
AccordSpan
accord_text_reading_trim (const AccordTextReading *self, AccordSpan span)
{
  const char *start = self->text + span.start;
  const char *end = self->text + span.end;

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (end <= start)
    return (AccordSpan){ 0, 0 };
  return (AccordSpan){ start - self->text, end - self->text };
}

/* Whether the words lead a place, whatever the case and the white space; gives where they end. */
static gboolean
lead (const AccordTextReading *self, AccordSpan span, const char *words, gsize *end)
{
  const char *at = self->text + span.start;
  const char *last = self->text + span.end;

  for (; *words != '\0'; words++)
    {
      if (at >= last)
        return FALSE;
      if (*words == ' ')
        {
          if (!g_unichar_isspace (g_utf8_get_char (at)))
            return FALSE;
          while (at < last && g_unichar_isspace (g_utf8_get_char (at)))
            at = g_utf8_next_char (at);
          continue;
        }
      if (g_ascii_tolower (*at) != g_ascii_tolower (*words))
        return FALSE;
      at++;
    }
  *end = at - self->text;
  return TRUE;
}

/**
 * accord_text_reading_is:
 * @self: a reading
 * @line: number of a line
 * @words: ASCII words with single spaces
 *
 * Returns: whether the line says just that, whatever the case and the white space
 */
gboolean
accord_text_reading_is (const AccordTextReading *self, guint line, const char *words)
{
  AccordSpan span = accord_text_reading_line (self, line);
  gsize end;

  return lead (self, span, words, &end) && end == span.end;
}

/**
 * accord_text_reading_begins:
 * @self: a reading
 * @line: number of a line
 * @words: ASCII words with single spaces
 *
 * Returns: whether the line begins with them, whatever the case and the white space
 */
gboolean
accord_text_reading_begins (const AccordTextReading *self, guint line, const char *words)
{
  gsize end;

  return lead (self, accord_text_reading_line (self, line), words, &end);
}

/**
 * accord_text_reading_label:
 * @self: a reading
 * @line: number of a line
 * @label: a label without its colon
 * @value: (out): what stands after the colon; nothing where nothing does
 *
 * Returns: whether the line begins with that label
 */
gboolean
accord_text_reading_label (const AccordTextReading *self, guint line, const char *label, AccordSpan *value)
{
  AccordSpan span = accord_text_reading_line (self, line);
  gsize at;

  if (!lead (self, span, label, &at))
    return FALSE;
  while (at < span.end && g_unichar_isspace (g_utf8_get_char (self->text + at)))
    at = g_utf8_next_char (self->text + at) - self->text;
  if (at >= span.end || self->text[at] != ':')
    return FALSE;
  *value = accord_text_reading_trim (self, (AccordSpan){ at + 1, span.end });
  return TRUE;
}

/**
 * accord_text_reading_has:
 * @self: a reading
 * @span: a place
 * @words: ASCII words
 *
 * Returns: whether they stand there somewhere, whatever the case
 */
gboolean
accord_text_reading_has (const AccordTextReading *self, AccordSpan span, const char *words)
{
  gsize length = strlen (words);

  for (gsize at = span.start; at + length <= span.end; at++)
    if (g_ascii_strncasecmp (self->text + at, words, length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * accord_text_reading_claim:
 * @self: a reading
 * @span: a place
 *
 * Notes that what stands there was understood.
 */
void
accord_text_reading_claim (AccordTextReading *self, AccordSpan span)
{
  if (!accord_span_is_empty (span))
    g_array_append_val (self->claims, span);
}

/**
 * accord_text_reading_claim_line:
 * @self: a reading
 * @line: number of a line
 *
 * Notes that a line was understood.
 */
void
accord_text_reading_claim_line (AccordTextReading *self, guint line)
{
  accord_text_reading_claim (self, accord_text_reading_line (self, line));
}

/**
 * accord_text_reading_unread:
 * @self: a reading
 * @span: a place; nothing for the page as a whole
 * @why: what a person should know, as one sentence
 *
 * Notes that what stands there was not understood.
 */
void
accord_text_reading_unread (AccordTextReading *self, AccordSpan span, const char *why)
{
  accord_committee_page_add_unread (self->page, span, why);
}

static int
compare_spans (gconstpointer first, gconstpointer second)
{
  const AccordSpan *a = first, *b = second;

  return a->start < b->start ? -1 : a->start > b->start;
}

static int
compare_unread (gconstpointer first, gconstpointer second)
{
  const AccordPageUnread *a = *(AccordPageUnread *const *) first, *b = *(AccordPageUnread *const *) second;
  gsize at = accord_span_is_empty (a->span) ? 0 : a->span.start + 1;
  gsize bt = accord_span_is_empty (b->span) ? 0 : b->span.start + 1;

  return at < bt ? -1 : at > bt;
}

static GArray *
dup_understood (AccordTextReading *self)
{
  GArray *spans = g_array_copy (self->claims);

  for (guint i = 0; i < self->page->items->len; i++)
    g_array_append_val (spans, ((AccordPageItem *) self->page->items->pdata[i])->place);
  for (guint i = 0; i < self->page->decisions->len; i++)
    g_array_append_val (spans, ((AccordPageDecision *) self->page->decisions->pdata[i])->place);
  for (guint i = 0; i < self->page->unread->len; i++)
    g_array_append_val (spans, ((AccordPageUnread *) self->page->unread->pdata[i])->span);
  g_array_sort (spans, compare_spans);
  return spans;
}

static void
add_rest (AccordTextReading *self, gsize start, gsize end)
{
  AccordSpan rest = accord_text_reading_trim (self, (AccordSpan){ start, end });

  if (!accord_span_is_empty (rest))
    accord_committee_page_add_unread (self->page, rest, _ ("Nothing could be made of these words."));
}

/**
 * accord_text_reading_finish:
 * @self: a reading whose page has been read
 *
 * Notes as unread whatever was neither claimed nor became part of an item or a decision.
 */
void
accord_text_reading_finish (AccordTextReading *self)
{
  g_autoptr (GArray) spans = dup_understood (self);
  gsize reached = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const AccordSpan *span = &g_array_index (spans, AccordSpan, i);

      if (accord_span_is_empty (*span))
        continue;
      if (span->start > reached)
        add_rest (self, reached, span->start);
      reached = MAX (reached, span->end);
    }
  add_rest (self, reached, self->length);
  g_ptr_array_sort (self->page->unread, compare_unread);
}
