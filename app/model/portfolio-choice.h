/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "funds.h"
#include "portfolio-choice-case.h"
#include "portfolio.h"

G_BEGIN_DECLS

/**
 * AccordPortfolioQuestion:
 * @fund: the fund whose money left is the limit, or %ACCORD_UNKNOWN
 * @limit: how much there is, in pence, or %ACCORD_UNKNOWN for what is left of the fund
 * @year_limits: (element-type AccordYearAmount): how much there is in single financial years
 * @required: (element-type gint64): cases that must be in
 * @excluded: (element-type gint64): cases that are left out
 *
 * What is asked of a portfolio.
 */
typedef struct
{
  gint64 fund;
  gint64 limit;
  GArray *year_limits;
  GArray *required;
  GArray *excluded;
} AccordPortfolioQuestion;

/**
 * AccordPortfolioChoice:
 * @question: what was asked
 * @fund: (nullable): the fund, as it stands
 * @cases: (element-type AccordPortfolioCase): every business case, as it was ranked when it was asked
 * @limit: how much there is, in pence, or %ACCORD_UNKNOWN where neither the question nor the fund says
 * @best: (nullable): the best set, of the cases that are ready, in the order of @cases; %NULL without a limit
 * @chosen: (array): for each of @cases, whether it is in the set
 * @more: (nullable): the best set with as much more money as the least that buys anything, likewise
 * @n_ready: how many cases can be chosen by their figures
 * @n_chosen: how many are in the set
 *
 * The cases that ask for money, and the best set of them within it.
 */
typedef struct
{
  AccordPortfolioQuestion *question;
  AccordFundSummary *fund;
  GPtrArray *cases;
  gint64 limit;
  AccordPortfolio *best;
  gboolean *chosen;
  gboolean *more;
  guint n_ready;
  guint n_chosen;
} AccordPortfolioChoice;

AccordPortfolioQuestion *accord_portfolio_question_new (void);
AccordPortfolioQuestion *accord_portfolio_question_copy (const AccordPortfolioQuestion *self);
void accord_portfolio_question_free (AccordPortfolioQuestion *self);
AccordPortfolioQuestion *accord_portfolio_question_from_record (AccordRecord *portfolio, GError **error);
void accord_portfolio_question_fill_record (const AccordPortfolioQuestion *self, AccordRecord *portfolio);
gboolean accord_portfolio_question_requires (const AccordPortfolioQuestion *self, gint64 business_case);
gboolean accord_portfolio_question_excludes (const AccordPortfolioQuestion *self, gint64 business_case);
void accord_portfolio_question_set (AccordPortfolioQuestion *self, gint64 business_case, gboolean required,
                                    gboolean excluded);
void accord_portfolio_question_set_year (AccordPortfolioQuestion *self, int year, gint64 pence);

AccordPortfolioChoice *accord_portfolio_choice_read (AccordReader *reader,
                                                     const AccordPortfolioQuestion *question, GError **error);
AccordPortfolioChoice *accord_portfolio_choice_ask_again (const AccordPortfolioChoice *self,
                                                          const AccordPortfolioQuestion *question);
void accord_portfolio_choice_work_out (AccordPortfolioChoice *self, gboolean (*stop) (gpointer data),
                                       gpointer stop_data);
void accord_portfolio_choice_free (AccordPortfolioChoice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPortfolioQuestion, accord_portfolio_question_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPortfolioChoice, accord_portfolio_choice_free)

G_END_DECLS
