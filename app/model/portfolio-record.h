/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PORTFOLIO_RECORD (accord_portfolio_record_get_type ())

/**
 * AccordPortfolioRecord:
 *
 * A choice among business cases within the money of a fund.
 */
ACCORD_DECLARE_RECORD (AccordPortfolioRecord, accord_portfolio_record, PORTFOLIO_RECORD)

G_END_DECLS
