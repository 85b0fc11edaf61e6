/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording.h"

/* A page with one item of which only the three places are known, made of three texts; any may be %NULL. */
AccordCommitteePage *wording_page_new (AccordPageStyle style, const char *proposed, const char *decision,
                                       const char *minutes);

/* Statements in one line: “R(1) text<lead>{parts}!#|…”; ! is incomplete, # is renumbered. */
char *wording_describe (GPtrArray *statements);

/* What has been read of an item stands in it, in order, and no two resolutions share words. */
void wording_check_item (AccordCommitteePage *page, AccordPageItem *item);

#define N "\xc2\xa0"
#define DASH "\xe2\x80\x93"
#define DOT "\xc2\xb7" N N N N N N N N " "
