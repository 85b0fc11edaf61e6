/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "funds.h"

#include "output.h"

G_BEGIN_DECLS

void accord_funds_text_all (AccordOutput *output, GPtrArray *funds);
gboolean accord_funds_text_one (AccordOutput *output, const AccordFundSummary *fund, AccordReader *reader,
                                const char *today, GError **error);

G_END_DECLS
