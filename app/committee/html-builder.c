/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-builder.h"

#include <string.h>

#include "decode.h"

#define NO_BREAK_SPACE "\xc2\xa0"
#define A_CIRCUMFLEX "\xc3\x82"
/* A mark is worth its words only up to here; links around a whole page say nothing about each paragraph. */
#define MOST_OPEN_MARKS 8

/**
 * accord_html_builder_init:
 * @self: a builder
 * @html: where to write
 */
void
accord_html_builder_init (AccordHtmlBuilder *self, AccordHtml *html)
{
  *self = (AccordHtmlBuilder){ .html = html };
  self->open_marks = g_array_new (FALSE, FALSE, sizeof (AccordHtmlMark));
}

/**
 * accord_html_builder_clear:
 * @self: a builder
 */
void
accord_html_builder_clear (AccordHtmlBuilder *self)
{
  g_array_unref (self->open_marks);
}

static void
begin_words (AccordHtmlBuilder *self)
{
  GString *text = self->html->text;

  if (!self->open)
    {
      self->open = TRUE;
      self->block.span.start = text->len;
      self->block.first_mark = self->html->marks->len;
      self->block.n_marks = 0;
      for (guint i = 0; i < self->open_marks->len; i++)
        g_array_index (self->open_marks, AccordHtmlMark, i).span.start = text->len;
    }
  else if (self->blank)
    g_string_append_c (text, ' ');
  self->blank = FALSE;
  if (self->anchor != NULL)
    {
      AccordHtmlMark mark = { ACCORD_HTML_MARK_ANCHOR, { text->len, text->len }, self->anchor };

      g_array_append_val (self->html->marks, mark);
      self->anchor = NULL;
    }
}

/* Blanks that do not break are kept as they came, but for those at a paragraph's ends. A page whose charset
 * was once mistaken has an “Â” before each. */
static void
write_no_break_space (AccordHtmlBuilder *self)
{
  GString *text = self->html->text;

  if (!self->open && !self->keeps_indent)
    return;
  if (self->open && !self->blank && text->len >= self->block.span.start + 2
      && memcmp (text->str + text->len - 2, A_CIRCUMFLEX, 2) == 0)
    g_string_truncate (text, text->len - 2);
  begin_words (self);
  g_string_append_len (text, NO_BREAK_SPACE, 2);
}

/* How many bytes of @at are no common word, and what they are is done; nought for a common word. */
static gsize
write_special (AccordHtmlBuilder *self, const guchar *at, gsize left)
{
  if (left >= 2 && at[0] == 0xc2 && at[1] == 0xa0)
    {
      write_no_break_space (self);
      return 2;
    }
  if (left >= 2 && at[0] == 0xc2 && at[1] == 0xad)
    return 2;
  if (left >= 2 && at[0] == 0xc2 && at[1] < 0xa0)
    {
      begin_words (self);
      g_string_append_unichar (self->html->text, accord_decode_windows_1252 (at[1]));
      return 2;
    }
  if (left >= 3 && (memcmp (at, "\xe2\x80\x8b", 3) == 0 || memcmp (at, "\xef\xbb\xbf", 3) == 0))
    return 3;
  return 0;
}

static gsize
write_white (AccordHtmlBuilder *self, const guchar *at, gsize left)
{
  gsize n = 0;

  while (n < left && at[n] <= ' ')
    {
      if (at[n] == '\n' && self->keeps_lines)
        accord_html_builder_break (self);
      n++;
    }
  self->blank = self->open;
  return n;
}

/* As far as the words are common ones: no white space, and none of the bytes that write_special() looks at.
 */
static gsize
count_common (const guchar *at, gsize left)
{
  gsize n = 0;

  while (n < left && at[n] > ' ' && at[n] != 0xc2 && at[n] != 0xe2 && at[n] != 0xef)
    n++;
  return n;
}

/**
 * accord_html_builder_write:
 * @self: a builder
 * @words: valid UTF-8
 * @length: its length in bytes
 *
 * Writes words; every run of white space becomes a blank. Soft hyphens and what has no width are dropped.
 */
void
accord_html_builder_write (AccordHtmlBuilder *self, const char *words, gsize length)
{
  const guchar *at = (const guchar *) words;
  const guchar *end = at + length;

  while (at < end)
    {
      gsize n;

      if (*at <= ' ')
        {
          at += write_white (self, at, end - at);
          continue;
        }
      n = count_common (at, end - at);
      if (n == 0)
        {
          n = write_special (self, at, end - at);
          if (n > 0)
            {
              at += n;
              continue;
            }
          n = MIN (g_utf8_skip[*at], end - at);
        }
      begin_words (self);
      g_string_append_len (self->html->text, (const char *) at, n);
      at += n;
    }
}

static gboolean
ends_with (const GString *text, gsize from, const char *words)
{
  gsize length = strlen (words);

  return text->len >= from + length && memcmp (text->str + text->len - length, words, length) == 0;
}

static void
add_mark (AccordHtmlBuilder *self, AccordHtmlMark mark)
{
  mark.span.end = self->html->text->len;
  if (mark.span.end > mark.span.start)
    g_array_append_val (self->html->marks, mark);
}

/**
 * accord_html_builder_break:
 * @self: a builder
 *
 * Ends a paragraph. One of nothing but white space is none.
 */
void
accord_html_builder_break (AccordHtmlBuilder *self)
{
  AccordHtml *html = self->html;

  self->blank = FALSE;
  if (!self->open)
    return;
  while (ends_with (html->text, self->block.span.start, NO_BREAK_SPACE)
         || ends_with (html->text, self->block.span.start, " "))
    g_string_truncate (html->text, html->text->len - (html->text->str[html->text->len - 1] == ' ' ? 1 : 2));
  self->open = FALSE;
  self->block.span.end = html->text->len;
  for (guint i = self->block.first_mark; i < html->marks->len; i++)
    {
      AccordSpan *span = &g_array_index (html->marks, AccordHtmlMark, i).span;

      span->start = MIN (span->start, html->text->len);
      span->end = MIN (span->end, html->text->len);
    }
  if (accord_span_is_empty (self->block.span))
    {
      g_array_set_size (html->marks, self->block.first_mark);
      return;
    }
  for (guint i = 0; i < self->open_marks->len; i++)
    add_mark (self, g_array_index (self->open_marks, AccordHtmlMark, i));
  self->block.n_marks = html->marks->len - self->block.first_mark;
  g_array_append_val (html->blocks, self->block);
  self->block.list = '\0';
}

/**
 * accord_html_builder_begin_mark:
 * @self: a builder
 * @kind: what begins
 * @value: (nullable): what its element says besides
 *
 * Begins a mark; it ends with accord_html_builder_end_marks().
 *
 * Returns: how many marks are open with it
 */
guint
accord_html_builder_begin_mark (AccordHtmlBuilder *self, AccordHtmlMarkKind kind, const char *value)
{
  AccordHtmlMark mark = { kind, { self->html->text->len + (self->open && self->blank), 0 } };

  if (self->open_marks->len >= MOST_OPEN_MARKS)
    return self->open_marks->len;
  if (value != NULL)
    mark.value = g_string_chunk_insert (self->html->values, value);
  g_array_append_val (self->open_marks, mark);
  return self->open_marks->len;
}

/**
 * accord_html_builder_set_anchor:
 * @self: a builder
 * @anchor: the number of an agenda item
 *
 * Says which agenda item the next words are about.
 */
void
accord_html_builder_set_anchor (AccordHtmlBuilder *self, const char *anchor)
{
  self->anchor = g_string_chunk_insert (self->html->values, anchor);
}

/**
 * accord_html_builder_end_marks:
 * @self: a builder
 * @n_left: how many marks stay open
 */
void
accord_html_builder_end_marks (AccordHtmlBuilder *self, guint n_left)
{
  for (guint i = n_left; self->open && i < self->open_marks->len; i++)
    add_mark (self, g_array_index (self->open_marks, AccordHtmlMark, i));
  if (n_left < self->open_marks->len)
    g_array_set_size (self->open_marks, n_left);
}
