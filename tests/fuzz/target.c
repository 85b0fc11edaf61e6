/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "target.h"

#include <string.h>

#include "committee-error.h"
#include "read.h"

static void
check_span (AccordCommitteePage *page, gsize length, AccordSpan span)
{
  if (accord_span_is_empty (span))
    return;
  g_assert_cmpuint (span.end, <=, length);
  g_assert_true ((page->text[span.start] & 0xc0) != 0x80);
  g_assert_true ((page->text[span.end] & 0xc0) != 0x80);
}

static void
check_statements (AccordCommitteePage *page, gsize length, GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    {
      const AccordStatement *statement = statements->pdata[i];

      g_assert_nonnull (statement->text);
      check_span (page, length, statement->span);
      check_statements (page, length, statement->parts);
    }
}

static void
check_item (AccordCommitteePage *page, gsize length, const AccordPageItem *item)
{
  check_span (page, length, item->place);
  check_span (page, length, item->proposed);
  check_span (page, length, item->decision);
  check_span (page, length, item->minutes);
  check_statements (page, length, item->resolutions);
  check_statements (page, length, item->recommendations);
  for (guint i = 0; i < item->actions->len; i++)
    check_span (page, length, ((AccordPageAction *) item->actions->pdata[i])->span);
  for (guint i = 0; i < item->questions->len; i++)
    check_span (page, length, ((AccordPageQuestion *) item->questions->pdata[i])->span);
  for (guint i = 0; i < item->documents->len; i++)
    check_span (page, length, ((AccordPageDocument *) item->documents->pdata[i])->span);
}

static void
check_page (AccordCommitteePage *page)
{
  gsize length = strlen (page->text);
  g_autofree char *json = accord_committee_page_to_json (page);

  g_assert_nonnull (json);
  g_assert_true (g_utf8_validate (page->text, length, NULL));
  for (guint i = 0; i < page->items->len; i++)
    check_item (page, length, page->items->pdata[i]);
  for (guint i = 0; i < page->decisions->len; i++)
    {
      const AccordPageDecision *decision = page->decisions->pdata[i];

      check_span (page, length, decision->place);
      check_span (page, length, decision->purpose);
      check_span (page, length, decision->text);
      check_span (page, length, decision->alternatives);
      check_statements (page, length, decision->resolutions);
    }
  for (guint i = 0; i < page->unread->len; i++)
    check_span (page, length, ((AccordPageUnread *) page->unread->pdata[i])->span);
  for (guint i = 0; i < page->amounts->len; i++)
    check_span (page, length, ((AccordPageAmount *) page->amounts->pdata[i])->span);
}

/* Reads bytes as a page: whatever they are, they are read or refused in words, and every place is one. */
void
target_read (const uint8_t *data, size_t size, AccordPageForm form)
{
  g_autoptr (GBytes) raw = g_bytes_new (data, size);
  const AccordReadOptions options = { .form = form,
                                      .address =
                                          "https://democracy.example.org/ieListDocuments.aspx?CId=1&MId=2" };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = accord_committee_read (raw, &options, NULL, &error);

  if (page != NULL)
    check_page (page);
  else
    g_assert_true (error != NULL && error->domain == ACCORD_COMMITTEE_ERROR
                   && g_utf8_validate (error->message, -1, NULL));
}
