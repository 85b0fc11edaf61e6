/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/form-figures.h"
#include "fund/fund-data.h"

G_BEGIN_DECLS

GPtrArray *accord_fund_figures (AccordRecord *fund, const AccordFundData *data, const char *today);
gboolean accord_fund_has_money (const AccordFundData *data);
AccordQuery *accord_fund_query (const char *kind, gint64 fund);

G_END_DECLS
