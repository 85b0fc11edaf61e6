/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

/* What the readers' tests ask of a page that was read. */

const AccordPageItem *page_item (AccordCommitteePage *page, guint index);
const AccordPageDecision *page_decision (AccordCommitteePage *page, guint index);
void page_assert_words (AccordCommitteePage *page, AccordSpan span, const char *words);
void page_assert_paper (const AccordPageDocument *paper, const char *title, const char *size,
                        const char *address);
