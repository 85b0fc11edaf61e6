/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "portfolio-choice.h"

G_BEGIN_DECLS

/* A portfolio in the user's language. */

const char *accord_portfolio_standing_get_code (AccordPortfolioStanding standing);
char *accord_portfolio_case_dup_standing (const AccordPortfolioCase *self);
char *accord_portfolio_case_dup_per_pound (const AccordPortfolioCase *self);
const char *accord_portfolio_get_rule (void);
char *accord_portfolio_choice_dup_limit (const AccordPortfolioChoice *self);
char *accord_portfolio_choice_dup_result (const AccordPortfolioChoice *self);
char *accord_portfolio_choice_dup_more (const AccordPortfolioChoice *self);
GPtrArray *accord_portfolio_choice_list_remarks (const AccordPortfolioChoice *self);

G_END_DECLS
