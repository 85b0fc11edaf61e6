/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "date.h"
#include "html-decision.h"
#include "html-paper.h"

#define MOST_COLUMNS 16

/* What a column of a table of decisions holds. */
typedef enum
{
  COLUMN_UNKNOWN,
  COLUMN_TITLE,
  COLUMN_PUBLISHED,
  COLUMN_DECIDED,
  COLUMN_EFFECTIVE,
  COLUMN_CALL_IN,
  COLUMN_MAKER,
  COLUMN_STATUS,
} Column;

static const struct
{
  const char *heading;
  Column column;
} columns[] = {
  { "title", COLUMN_TITLE },
  { "published", COLUMN_PUBLISHED },
  { "date published", COLUMN_PUBLISHED },
  { "publication date", COLUMN_PUBLISHED },
  { "date of decision", COLUMN_DECIDED },
  { "decision date", COLUMN_DECIDED },
  { "effective from", COLUMN_EFFECTIVE },
  { "applies", COLUMN_EFFECTIVE },
  { "call-ins", COLUMN_CALL_IN },
  { "decision maker", COLUMN_MAKER },
  { "status", COLUMN_STATUS },
  { "decision status", COLUMN_STATUS },
};

static Column
find_named (const char *heading)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_ascii_strcasecmp (heading, columns[i].heading) == 0)
      return columns[i].column;
  return COLUMN_UNKNOWN;
}

/* A column is called by its heading; where that says no more than “Date”, by its short name in the markup. */
static Column
find_column (const AccordHtmlReading *self, const AccordHtmlBlock *heading)
{
  const AccordHtmlMark *mark = accord_html_find_mark (self->html, heading, ACCORD_HTML_MARK_ABBREVIATION);
  g_autofree char *words = accord_html_dup_words (self->html, heading->span);
  Column column = find_named (words);

  return column == COLUMN_UNKNOWN && mark != NULL ? find_named (mark->value) : column;
}

static gboolean
read_title (const AccordHtmlReading *self, AccordPageDecision *decision, const AccordHtmlBlock *cell)
{
  const AccordHtmlMark *link = accord_html_find_mark (self->html, cell, ACCORD_HTML_MARK_LINK);
  const AccordHtmlMark *hidden = accord_html_find_mark (self->html, cell, ACCORD_HTML_MARK_HIDDEN);
  g_autofree char *code =
      link != NULL ? accord_html_find_code (link->value, "ieDecisionDetails.aspx", "ID") : NULL;
  g_autofree char *reference = hidden != NULL ? accord_html_dup_words (self->html, hidden->span) : NULL;

  if (code == NULL)
    return FALSE;
  decision->title = accord_html_dup_words (self->html, accord_html_paper_find_title (self->html, cell));
  decision->code = g_steal_pointer (&code);
  if (reference != NULL && g_str_has_prefix (reference, "ref: "))
    decision->reference = g_strdup (reference + strlen ("ref: "));
  return TRUE;
}

/* Of two columns of one kind the first counts. */
static void
take_date (const char *words, char **field)
{
  if (*field == NULL)
    accord_date_parse (words, field, NULL);
}

static void
take_words (char **words, char **field)
{
  if (*field == NULL && **words != '\0')
    *field = g_steal_pointer (words);
}

static void
read_cell (const AccordHtmlReading *self, AccordPageDecision *decision, const AccordHtmlBlock *cell,
           Column column)
{
  g_autofree char *words = accord_html_dup_words (self->html, cell->span);

  switch (column)
    {
    case COLUMN_PUBLISHED:
      take_date (words, &decision->published);
      break;
    case COLUMN_DECIDED:
      take_date (words, &decision->date);
      break;
    case COLUMN_EFFECTIVE:
      take_date (words, &decision->effective);
      break;
    case COLUMN_CALL_IN:
      if (g_ascii_strcasecmp (words, "Not for call-in") == 0)
        decision->call_in = ACCORD_STATED_NO;
      break;
    case COLUMN_MAKER:
      take_words (&words, &decision->maker);
      break;
    case COLUMN_STATUS:
      take_words (&words, &decision->status);
      break;
    case COLUMN_UNKNOWN:
    case COLUMN_TITLE:
    default:
      break;
    }
}

static guint
find_row_end (const AccordHtmlReading *self, guint from)
{
  guint row = accord_html_get_block (self->html, from)->row;

  while (from < self->html->blocks->len && accord_html_get_block (self->html, from)->row == row)
    from++;
  return from;
}

static void
read_row (const AccordHtmlReading *self, guint from, guint end, const Column *of)
{
  const AccordHtmlBlock *first = accord_html_get_block (self->html, from);
  AccordSpan place = { first->span.start, accord_html_get_block (self->html, end - 1)->span.end };
  AccordPageDecision *decision = accord_committee_page_add_decision (self->page);

  decision->place = place;
  if (of[first->column] != COLUMN_TITLE || !read_title (self, decision, first))
    {
      g_ptr_array_set_size (self->page->decisions, self->page->decisions->len - 1);
      accord_text_reading_unread (self->text, place, _ ("This row of the list leads to no decision."));
      return;
    }
  for (guint i = from + 1; i < end; i++)
    {
      const AccordHtmlBlock *cell = accord_html_get_block (self->html, i);

      if (cell->column < MOST_COLUMNS)
        read_cell (self, decision, cell, of[cell->column]);
    }
}

/**
 * accord_html_decision_read_table:
 * @self: a reading of a page of decisions
 *
 * Reads a table of decisions: rows whose title leads to the details of a decision, under headings that say
 * which column is the title.
 *
 * Returns: whether the page has such a table
 */
gboolean
accord_html_decision_read_table (const AccordHtmlReading *self)
{
  Column of[MOST_COLUMNS] = { COLUMN_UNKNOWN };
  gboolean found = FALSE;

  for (guint i = 0; i < self->html->blocks->len && self->page->decisions->len < ACCORD_TEXT_MOST_PARTS;)
    {
      const AccordHtmlBlock *block = accord_html_get_block (self->html, i);
      guint end = block->row != 0 ? find_row_end (self, i) : i + 1;
      gboolean heads = block->row != 0 && block->header && block->column < MOST_COLUMNS;

      if (heads)
        {
          memset (of, 0, sizeof of);
          for (guint at = i; at < end; at++)
            if (accord_html_get_block (self->html, at)->column < MOST_COLUMNS)
              of[accord_html_get_block (self->html, at)->column] =
                  find_column (self, accord_html_get_block (self->html, at));
          found |= of[1] == COLUMN_TITLE;
        }
      if (found && block->row != 0 && !heads && block->column < MOST_COLUMNS)
        read_row (self, i, end, of);
      else if (heads || (!found && block->row == 0 && self->page->decisions->len == 0))
        accord_text_reading_claim (
            self->text,
            (AccordSpan){ block->span.start, accord_html_get_block (self->html, end - 1)->span.end });
      i = end;
    }
  return found;
}
