/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "output.h"
#include "page.h"

G_BEGIN_DECLS

void accord_cli_write_page (AccordOutput *output, AccordCommitteePage *page);

G_END_DECLS
