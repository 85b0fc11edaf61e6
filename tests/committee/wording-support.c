/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

#include <string.h>

static AccordSpan
append (GString *text, const char *label, const char *words)
{
  AccordSpan span = { 0, 0 };

  if (words == NULL)
    return span;
  g_string_append (text, label);
  span.start = text->len;
  g_string_append (text, words);
  span.end = text->len;
  return span;
}

AccordCommitteePage *
wording_page_new (AccordPageStyle style, const char *proposed, const char *decision, const char *minutes)
{
  AccordCommitteePage *page = accord_committee_page_new (ACCORD_FORM_TEXT, NULL);
  AccordPageItem *item = accord_committee_page_add_item (page);
  GString *text = g_string_new ("1.\n\nTitle\n\n");

  page->style = style;
  item->title = g_strdup ("Title");
  item->proposed = append (text, "", proposed);
  item->decision = append (text, "\n\nDecision:\n\n", decision);
  item->minutes = append (text, "\n\nMinutes:\n\n", minutes);
  item->place = (AccordSpan){ 0, text->len };
  page->text = g_string_free (text, FALSE);
  return page;
}

static void
describe_into (GString *out, GPtrArray *statements, const char *between)
{
  static const char types[] = "RANC";

  for (guint i = 0; i < statements->len; i++)
    {
      const AccordStatement *statement = statements->pdata[i];

      g_string_append (out, i > 0 ? between : "");
      if (*between == '|')
        g_string_append_c (out, types[statement->type]);
      if (statement->number != NULL)
        g_string_append_printf (out, "%s ", statement->number);
      g_string_append (out, statement->text);
      if (statement->lead != NULL)
        g_string_append_printf (out, "<%s>", statement->lead);
      if (statement->parts->len > 0)
        {
          g_string_append_c (out, '{');
          describe_into (out, statement->parts, " + ");
          g_string_append_c (out, '}');
        }
      g_string_append (out, statement->incomplete ? "!" : "");
      g_string_append (out, statement->renumbered ? "#" : "");
    }
}

char *
wording_describe (GPtrArray *statements)
{
  GString *out = g_string_new (NULL);

  describe_into (out, statements, "|");
  return g_string_free (out, FALSE);
}

static void
check_span (AccordCommitteePage *page, AccordSpan span, AccordSpan within)
{
  g_assert_cmpuint (span.start, >=, within.start);
  g_assert_cmpuint (span.end, <=, within.end);
  g_assert_cmpuint (span.start, <, span.end);
  g_assert_true (g_utf8_validate (page->text + span.start, span.end - span.start, NULL));
  g_assert_true (g_utf8_validate (page->text, span.start, NULL));
}

static void
check_statements (AccordCommitteePage *page, GPtrArray *statements, AccordSpan within)
{
  gsize at = within.start;

  for (guint i = 0; i < statements->len; i++)
    {
      const AccordStatement *statement = statements->pdata[i];

      check_span (page, statement->span, within);
      g_assert_cmpuint (statement->span.start, >=, at);
      g_assert_nonnull (statement->text);
      g_assert_true (g_utf8_validate (statement->text, -1, NULL));
      g_assert_null (strchr (statement->text, '\n'));
      check_statements (page, statement->parts, statement->span);
      at = statement->span.end;
    }
}

void
wording_check_item (AccordCommitteePage *page, AccordPageItem *item)
{
  for (guint i = 0; i < item->declarations->len; i++)
    check_span (page, ((AccordPageDeclaration *) item->declarations->pdata[i])->span, item->place);
  for (guint i = 0; i < item->questions->len; i++)
    check_span (page, ((AccordPageQuestion *) item->questions->pdata[i])->span, item->place);
  for (guint i = 0; i < item->actions->len; i++)
    check_span (page, ((AccordPageAction *) item->actions->pdata[i])->span, item->place);
  for (guint i = 0; i < item->options->len; i++)
    check_span (page, ((AccordPageOption *) item->options->pdata[i])->span, item->place);
  check_statements (page, item->resolutions, item->place);
  check_statements (page, item->recommendations, item->place);
}
