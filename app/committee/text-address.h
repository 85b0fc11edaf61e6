/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

void accord_text_address_read (AccordCommitteePage *page);
void accord_text_address_read_parts (AccordCommitteePage *page);

G_END_DECLS
