/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-markup.h"

#include <string.h>

#define BULLET "·"
#define CELL " | "
#define PARAGRAPH "\n\n"
/* How far an entry of a list within a list is set in, for each list around it. */
#define INDENT "    "
#define MOST_INDENTS 8
/* Roman numerals go no further than lists in minutes do. */
#define MOST_ROMAN 399

static void
append_roman (GString *text, guint value, gboolean capital)
{
  static const struct
  {
    guint value;
    const char *figures;
  } parts[] = { { 100, "c" }, { 90, "xc" }, { 50, "l" }, { 40, "xl" }, { 10, "x" },
                { 9, "ix" },  { 5, "v" },   { 4, "iv" }, { 1, "i" } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; value >= parts[i].value; value -= parts[i].value)
      for (const char *at = parts[i].figures; *at != '\0'; at++)
        g_string_append_c (text, capital ? g_ascii_toupper (*at) : *at);
}

/* What a list's entry shows before its words. */
static void
append_bullet (GString *text, char list, guint ordinal)
{
  if (list == 'u')
    g_string_append (text, BULLET);
  else if ((list == 'a' || list == 'A') && ordinal <= 26)
    g_string_append_printf (text, "%c.", list + (char) ordinal - 1);
  else if ((list == 'i' || list == 'I') && ordinal <= MOST_ROMAN)
    {
      append_roman (text, ordinal, list == 'I');
      g_string_append_c (text, '.');
    }
  else
    g_string_append_printf (text, "%u.", ordinal);
  g_string_append_c (text, ' ');
}

/* Whether the paragraphs from @from on that stand in one row of a table are cells of a line each: no cell has
 * two of them, and the row is none that modern.gov lays an agenda out with. */
static guint
find_row_end (const AccordHtml *self, guint from, gboolean *is_line)
{
  const AccordHtmlBlock *first = accord_html_get_block (self, from);
  guint end = from;

  *is_line = first->row != 0 && !g_hash_table_contains (self->layout_rows, GUINT_TO_POINTER (first->row));
  for (const AccordHtmlBlock *block = first; block != NULL && block->row == first->row;
       block = accord_html_get_block (self, ++end))
    {
      if (first->row == 0)
        return from + 1;
      *is_line &= block->role != ACCORD_HTML_ITEM_TITLE && block->role != ACCORD_HTML_LABEL && !block->number
                  && (end == from || block->column > accord_html_get_block (self, end - 1)->column);
    }
  return end;
}

static void
shift (AccordSpan *span, gssize by)
{
  span->start += by;
  span->end += by;
}

static void
append_block (AccordHtml *self, AccordHtmlBlock *block, const char *words, GString *text)
{
  gsize start = text->len;
  gssize by;

  if (block->list != '\0' && (block->role == ACCORD_HTML_WORDS || self->n_classes == 0))
    {
      for (guint i = 1; i < MIN (block->depth, MOST_INDENTS); i++)
        g_string_append (text, INDENT);
      append_bullet (text, block->list, block->ordinal);
    }
  by = (gssize) text->len - (gssize) block->span.start;
  g_string_append_len (text, words + block->span.start, block->span.end - block->span.start);
  block->words = block->span;
  shift (&block->words, by);
  block->span = (AccordSpan){ start, text->len };
  for (guint i = block->first_mark; i < block->first_mark + block->n_marks; i++)
    shift (&g_array_index (self->marks, AccordHtmlMark, i).span, by);
}

/* Cells that hold nothing keep their place. */
static void
append_row (AccordHtml *self, guint from, guint end, const char *words, GString *text)
{
  guint column = 1;

  for (guint i = from; i < end; i++)
    {
      AccordHtmlBlock *block = &g_array_index (self->blocks, AccordHtmlBlock, i);

      for (; column < block->column && column < 100; column++)
        g_string_append (text, CELL);
      column = block->column;
      append_block (self, block, words, text);
    }
}

/* What a page leads to from its top: only its papers, and the meeting that it belongs to, say something of
 * it. */
static gboolean
leads_away (AccordHtml *self, const AccordHtmlBlock *block)
{
  const AccordHtmlMark *link = accord_html_find_mark (self, block, ACCORD_HTML_MARK_LINK);

  if (block->role != ACCORD_HTML_ACTIONS || link == NULL
      || strstr (link->value, "ieListDocuments.aspx") != NULL
      || accord_html_find_mark (self, block, ACCORD_HTML_MARK_SIZE) != NULL)
    return FALSE;
  if (self->issue == NULL && strstr (link->value, "mgIssueHistoryHome.aspx") != NULL)
    self->issue = link->value;
  return TRUE;
}

/* Where a page says what part of it is its own, the rest of it is left out. */
static void
keep_content (AccordHtml *self)
{
  gboolean has_content = FALSE;
  guint n = 0;

  for (guint i = 0; i < self->blocks->len && !has_content; i++)
    has_content = accord_html_get_block (self, i)->content;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const AccordHtmlBlock *block = accord_html_get_block (self, i);

      if (block->content == has_content && !leads_away (self, block))
        g_array_index (self->blocks, AccordHtmlBlock, n++) = *block;
    }
  g_array_set_size (self->blocks, n);
}

/**
 * accord_html_lay_out:
 * @self: what a page holds, not laid out yet
 *
 * Puts the words of the page's own part in lines: one paragraph a line with a blank line between, a bullet or
 * number before the entries of a list that somebody wrote, bars between the cells of a table.
 */
void
accord_html_lay_out (AccordHtml *self)
{
  g_autoptr (GString) words = self->text;
  GString *text = g_string_sized_new (words->len + words->len / 8);

  keep_content (self);
  for (guint i = 0; i < self->blocks->len;)
    {
      gboolean is_line;
      guint end = find_row_end (self, i, &is_line);

      for (guint at = i; at < end; at = is_line ? end : at + 1)
        {
          if (text->len > 0)
            g_string_append (text, PARAGRAPH);
          if (is_line)
            append_row (self, at, end, words->str, text);
          else
            append_block (self, &g_array_index (self->blocks, AccordHtmlBlock, at), words->str, text);
        }
      i = end;
    }
  if (text->len > 0)
    g_string_append_c (text, '\n');
  self->text = text;
}
