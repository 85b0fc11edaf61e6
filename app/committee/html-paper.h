/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-markup.h"
#include "page.h"

G_BEGIN_DECLS

AccordSpan accord_html_paper_find_title (const AccordHtml *html, const AccordHtmlBlock *block);
gboolean accord_html_paper_add (AccordCommitteePage *page, const AccordHtml *html,
                                const AccordHtmlBlock *block, GPtrArray *papers);
char *accord_html_find_code (const char *address, const char *file, const char *name);
void accord_html_paper_link_all (AccordCommitteePage *page, const AccordHtml *html);

G_END_DECLS
