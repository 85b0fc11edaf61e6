/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

/* Pages as a reader would hand them over, made of a text and of what stands where in it. Words that are not
 * in the text fail the test. */

AccordCommitteePage *made_page (AccordPageType type, const char *text, const char *body, const char *date);
AccordSpan made_span (AccordCommitteePage *page, const char *words);
AccordSpan made_span_between (AccordCommitteePage *page, const char *first, const char *last);

AccordPageItem *made_item (AccordCommitteePage *page, const char *number, const char *title,
                           const char *first, const char *last);
AccordStatement *made_statement (AccordCommitteePage *page, GPtrArray *statements, AccordStatementType type,
                                 const char *number, const char *text, const char *last);
