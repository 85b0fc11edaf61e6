/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-decision.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "html-paper.h"
#include "page-writer.h"
#include "text-field.h"

/* The line of the text that a paragraph is; lines and paragraphs come in the same order. */
static guint
find_line (const AccordHtmlReading *self, guint line, AccordSpan span)
{
  while (line < self->text->lines->len && accord_text_reading_line (self->text, line).end <= span.start)
    line++;
  return line;
}

/* A label is one by its class; what somebody wrote never is. One sentence is always of the page itself. */
static AccordTextField
find_field (const AccordHtmlReading *self, const AccordHtmlBlock *block, guint line, AccordSpan *value)
{
  if (block->role != ACCORD_HTML_SECTION && block->role != ACCORD_HTML_LABEL
      && accord_html_find_mark (self->html, block, ACCORD_HTML_MARK_LABEL) == NULL)
    return block->role == ACCORD_HTML_PLAIN
                   && accord_text_field_find (self->text, line, value) == ACCORD_TEXT_FIELD_URGENT
               ? ACCORD_TEXT_FIELD_URGENT
               : ACCORD_TEXT_FIELD_NONE;
  return accord_text_field_find (self->text, line, value);
}

static void
read_meeting_codes (const AccordHtmlReading *self, const AccordHtmlBlock *block)
{
  const AccordHtmlMark *link = accord_html_find_mark (self->html, block, ACCORD_HTML_MARK_LINK);

  if (link == NULL)
    return;
  if (self->page->meeting_code == NULL)
    {
      self->page->meeting_code = accord_html_find_code (link->value, "ieListDocuments.aspx", "MID");
      self->page->committee_code = accord_html_find_code (link->value, "ieListDocuments.aspx", "CId");
    }
}

/* One field after another: a label, and what belongs to it. What stands before the first is the purpose. */
static void
read_fields (const AccordHtmlReading *self, AccordPageDecision *decision, guint from)
{
  AccordTextField field = ACCORD_TEXT_FIELD_PURPOSE;
  AccordSpan value = { 0, 0 };
  guint line = 0;

  for (guint i = from; i <= self->html->blocks->len; i++)
    {
      const AccordHtmlBlock *block = accord_html_get_block (self->html, i);
      AccordTextField next = ACCORD_TEXT_FIELD_NONE;
      AccordSpan next_value = { 0, 0 };

      if (block != NULL)
        {
          line = find_line (self, line, block->span);
          next = find_field (self, block, line, &next_value);
          read_meeting_codes (self, block);
        }
      if (block != NULL && next == ACCORD_TEXT_FIELD_NONE)
        {
          if (block->role == ACCORD_HTML_ACTIONS)
            continue;
          if (block->role != ACCORD_HTML_WORDS
              && accord_html_paper_add (self->page, self->html, block, decision->documents))
            continue;
          if (accord_text_field_goes_on (field)
              || (field != ACCORD_TEXT_FIELD_NONE && accord_span_is_empty (value)))
            accord_page_writer_extend (&value, block->span);
          else
            accord_text_reading_unread (self->text, block->span,
                                        _ ("No label says what this is of the decision."));
          continue;
        }
      if (field != ACCORD_TEXT_FIELD_PURPOSE || !accord_span_is_empty (value))
        accord_text_field_set (self->text, decision, field, value);
      field = next;
      value = next_value;
    }
}

/**
 * accord_html_decision_read:
 * @self: a reading of the page of one decision, taken or still to be taken
 *
 * Reads the decision by the classes of its elements.
 *
 * Returns: whether the page has them
 */
gboolean
accord_html_decision_read (const AccordHtmlReading *self)
{
  AccordPageDecision *decision;
  guint title = 0;

  while (title < self->html->blocks->len
         && accord_html_get_block (self->html, title)->role != ACCORD_HTML_SUB_TITLE)
    title++;
  if (title == self->html->blocks->len)
    return FALSE;
  for (guint i = 0; i < title; i++)
    if (accord_html_get_block (self->html, i)->role == ACCORD_HTML_MAIN_TITLE)
      {
        AccordSpan span = accord_html_get_block (self->html, i)->span;

        g_free (self->page->kind_words);
        self->page->kind_words = accord_html_dup_words (self->html, span);
        accord_text_reading_claim (self->text, span);
      }
  decision = accord_committee_page_add_decision (self->page);
  decision->title = accord_html_dup_words (self->html, accord_html_get_block (self->html, title)->span);
  decision->place = (AccordSpan){ accord_html_get_block (self->html, title)->span.start, self->text->length };
  decision->place = accord_text_reading_trim (self->text, decision->place);
  if (self->html->issue != NULL)
    decision->issue_code = accord_html_find_code (self->html->issue, "mgIssueHistoryHome.aspx", "IId");
  read_fields (self, decision, title + 1);
  if (self->page->type == ACCORD_PAGE_PLAN)
    decision->text = (AccordSpan){ 0, 0 };
  return TRUE;
}
