/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cba.h"

G_BEGIN_DECLS

/**
 * AccordCandidate:
 * @cost: what it asks of the fund over all years, in pence; not below nought
 * @years: (array) (nullable): the same by year, as many as there are yearly limits
 * @worth: what it adds: its NPSV, in pence; may be below nought
 * @must: whether it is in whatever it costs
 * @excluded: whether it is out
 *
 * A case that asks for money.
 */
typedef struct
{
  gint64 cost;
  const gint64 *years;
  gint64 worth;
  gboolean must;
  gboolean excluded;
} AccordCandidate;

/**
 * AccordPortfolioStatus:
 * @ACCORD_PORTFOLIO_EXACT: no better set exists
 * @ACCORD_PORTFOLIO_IMPOSSIBLE: what must be in exceeds the limit, or the limit of the year in `year`
 * @ACCORD_PORTFOLIO_STOPPED: it was stopped, or went beyond what memory there is; the best set found so far,
 * and how much better one could be
 */
typedef enum
{
  ACCORD_PORTFOLIO_EXACT,
  ACCORD_PORTFOLIO_IMPOSSIBLE,
  ACCORD_PORTFOLIO_STOPPED,
} AccordPortfolioStatus;

/**
 * AccordPortfolio:
 * @status: whether the set is the best
 * @chosen: (array): for each candidate, whether it is in the set
 * @n_candidates: how many there are
 * @cost: of the set, in pence
 * @worth: of the set, in pence
 * @bound: no set is worth more than this
 * @left: limit − @cost
 * @next_known: whether the two below were found; not when it was stopped before
 * @next_worth: how much more the best set would be worth for the least more money that buys anything, within
 * the limits of the years as they are
 * @next_cost: that money, in pence, over and above the limit; 0 when no money would buy more
 * @year: the year whose limit what must be in exceeds, or %ACCORD_NO_YEAR
 *
 * The best set of cases within the money.
 */
typedef struct
{
  AccordPortfolioStatus status;
  gboolean *chosen;
  guint n_candidates;
  gint64 cost;
  gint64 worth;
  gint64 bound;
  gint64 left;
  gboolean next_known;
  gint64 next_worth;
  gint64 next_cost;
  int year;
} AccordPortfolio;

AccordPortfolio *accord_portfolio_choose (const AccordCandidate *candidates, guint n_candidates, gint64 limit,
                                          const gint64 *year_limits, guint n_years,
                                          gboolean (*stop) (gpointer data), gpointer stop_data);
void accord_portfolio_free (AccordPortfolio *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPortfolio, accord_portfolio_free)

G_END_DECLS
