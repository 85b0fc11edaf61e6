/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

void accord_wording_read_amounts (AccordCommitteePage *page);

G_END_DECLS
