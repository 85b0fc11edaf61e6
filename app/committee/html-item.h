/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-markup.h"
#include "page.h"
#include "text-reading.h"

G_BEGIN_DECLS

/**
 * AccordHtmlReading:
 * @page: the page
 * @html: what it holds, laid out
 * @text: the reading of its words, for what is understood of them and what is not
 *
 * The reading of a page with its markup.
 */
typedef struct
{
  AccordCommitteePage *page;
  const AccordHtml *html;
  AccordTextReading *text;
} AccordHtmlReading;

gboolean accord_html_item_is_number (const AccordHtmlReading *self, guint block);
guint accord_html_item_read (const AccordHtmlReading *self, guint from);
void accord_html_item_read_body (const AccordHtmlReading *self, AccordPageItem *item, guint from, guint end);

G_END_DECLS
