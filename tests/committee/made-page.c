/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "made-page.h"

#include <string.h>

AccordCommitteePage *
made_page (AccordPageType type, const char *text, const char *body, const char *date)
{
  g_autoptr (GBytes) raw = g_bytes_new (text, strlen (text));
  AccordCommitteePage *page = accord_committee_page_new (ACCORD_FORM_TEXT, raw);

  page->type = type;
  page->style = ACCORD_STYLE_FULL;
  page->text = g_strdup (text);
  page->body = g_strdup (body);
  page->date = g_strdup (date);
  return page;
}

AccordSpan
made_span (AccordCommitteePage *page, const char *words)
{
  const char *at = strstr (page->text, words);

  if (at == NULL)
    g_error ("“%s” is not in the page", words);
  return (AccordSpan){ at - page->text, at - page->text + strlen (words) };
}

AccordSpan
made_span_between (AccordCommitteePage *page, const char *first, const char *last)
{
  AccordSpan start = made_span (page, first), end = made_span (page, last);

  g_assert_cmpuint (start.start, <, end.end);
  return (AccordSpan){ start.start, end.end };
}

/* An item whose minutes go from the first words to the last. */
AccordPageItem *
made_item (AccordCommitteePage *page, const char *number, const char *title, const char *first,
           const char *last)
{
  AccordPageItem *item = accord_committee_page_add_item (page);

  item->number = g_strdup (number);
  item->title = g_strdup (title);
  item->place = made_span_between (page, title, last);
  item->minutes = made_span_between (page, first, last);
  return item;
}

/* A statement that goes on to its last words; they may be its own. */
AccordStatement *
made_statement (AccordCommitteePage *page, GPtrArray *statements, AccordStatementType type,
                const char *number, const char *text, const char *last)
{
  AccordStatement *statement = accord_statement_new (type, made_span_between (page, text, last));

  statement->number = g_strdup (number);
  statement->text = g_strdup (text);
  g_ptr_array_add (statements, statement);
  return statement;
}
