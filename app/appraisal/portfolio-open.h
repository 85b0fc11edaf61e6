/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "portfolio-stop.h"
#include "portfolio.h"

G_BEGIN_DECLS

/**
 * AccordOpenCases:
 * @n: how many there are
 * @m: how many limits: that of the whole, then those of the years
 * @cases: (array length=n): which candidates they are
 * @worths: (array length=n): above nought
 * @weights: (array): of each case, its cost, then that of every year, n × m; not below nought
 * @limits: (array length=m): what is left for them; not below nought
 *
 * The candidates that can be in or out, and cost something.
 */
typedef struct
{
  guint n;
  guint m;
  guint *cases;
  gint64 *worths;
  gint64 *weights;
  gint64 *limits;
} AccordOpenCases;

/**
 * AccordOpenSet:
 * @chosen: (array): for each case, whether it is in
 * @found: whether there is a set worth more than was asked for
 * @worth: of the set
 * @cost: of the set
 * @bound: no set is worth more
 * @exact: whether no better set exists
 *
 * A set of open cases.
 */
typedef struct
{
  gboolean *chosen;
  gboolean found;
  gint64 worth;
  gint64 cost;
  gint64 bound;
  gboolean exact;
} AccordOpenSet;

void accord_open_cases_solve (const AccordOpenCases *self, gint64 limit, gint64 floor, gboolean any,
                              AccordStop *stop, AccordOpenSet *set);
void accord_open_cases_cheapest (const AccordOpenCases *self, gint64 worth, AccordStop *stop,
                                 AccordOpenSet *set);
void accord_open_set_clear (AccordOpenSet *self);

void accord_portfolio_find_next (AccordPortfolio *self, const AccordOpenCases *cases, gint64 worth,
                                 AccordStop *stop);

G_END_DECLS
