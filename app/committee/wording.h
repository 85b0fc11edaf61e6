/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

void accord_wording_read_item (AccordCommitteePage *page, AccordPageItem *item);
void accord_wording_read_decision (AccordCommitteePage *page, AccordPageDecision *decision);
void accord_wording_read_page (AccordCommitteePage *page);

G_END_DECLS
