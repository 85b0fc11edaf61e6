/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-parts.h"

const AccordPageItem *
page_item (AccordCommitteePage *page, guint index)
{
  g_assert_cmpuint (index, <, page->items->len);
  return page->items->pdata[index];
}

const AccordPageDecision *
page_decision (AccordCommitteePage *page, guint index)
{
  g_assert_cmpuint (index, <, page->decisions->len);
  return page->decisions->pdata[index];
}

void
page_assert_words (AccordCommitteePage *page, AccordSpan span, const char *words)
{
  g_autofree char *found = accord_committee_page_dup_span (page, span);

  g_assert_cmpstr (found, ==, words);
}

void
page_assert_paper (const AccordPageDocument *paper, const char *title, const char *size, const char *address)
{
  g_assert_cmpstr (paper->title, ==, title);
  g_assert_cmpstr (paper->size_words, ==, size);
  g_assert_cmpstr (paper->address, ==, address);
}
