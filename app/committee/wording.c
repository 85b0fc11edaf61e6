/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording.h"

/**
 * accord_wording_read_item:
 * @page: a page
 * @item: an item of it whose places are known
 *
 * Finds what the item's texts say: resolutions, recommendations, declarations, questions, actions, options.
 */
void
accord_wording_read_item (AccordCommitteePage *page, AccordPageItem *item)
{
}

/**
 * accord_wording_read_decision:
 * @page: a page
 * @decision: a decision of it whose places are known
 *
 * Finds what the decision's texts say.
 */
void
accord_wording_read_decision (AccordCommitteePage *page, AccordPageDecision *decision)
{
}

/**
 * accord_wording_read_page:
 * @page: a page whose items have been read
 *
 * Finds what is said anywhere on a page: sums of money, the next meeting.
 */
void
accord_wording_read_page (AccordCommitteePage *page)
{
}
