/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FUND (accord_fund_get_type ())

/**
 * AccordFund:
 *
 * Money that was announced: a transformation fund, a budget, a grant; or a financial gap to be closed.
 */
ACCORD_DECLARE_RECORD (AccordFund, accord_fund, FUND)

G_END_DECLS
