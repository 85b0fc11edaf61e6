/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query.h"

G_BEGIN_DECLS

AccordQuery *accord_fund_payments (gint64 fund);
AccordQuery *accord_fund_payments_of_category (gint64 fund, const char *category);
AccordQuery *accord_fund_payments_of_year (gint64 fund, gint64 year);

G_END_DECLS
