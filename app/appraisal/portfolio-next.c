/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-open.h"

static void
keep_next (AccordPortfolio *self, const AccordOpenCases *cases, gint64 worth, gint64 limit, AccordStop *stop)
{
  AccordOpenSet set;

  accord_open_cases_solve (cases, limit, worth, FALSE, stop, &set);
  self->next_known = set.exact && set.found;
  if (self->next_known)
    {
      self->next_cost = limit - cases->limits[0];
      self->next_worth = set.worth - worth;
    }
  accord_open_set_clear (&set);
}

/* With one limit the least money is the cost of the cheapest set that is worth more. */
static void
find_by_worth (AccordPortfolio *self, const AccordOpenCases *cases, gint64 worth, AccordStop *stop)
{
  AccordOpenSet set;

  accord_open_cases_cheapest (cases, worth + 1, stop, &set);
  if (set.exact)
    keep_next (self, cases, worth, set.cost, stop);
  accord_open_set_clear (&set);
}

/* Every sum of costs is a multiple of this. */
static gint64
common_step (const AccordOpenCases *cases)
{
  gint64 step = 0;

  for (guint i = 0; i < cases->n; i++)
    for (gint64 cost = cases->weights[(gsize) i * cases->m]; cost != 0;)
      {
        const gint64 rest = step % cost;

        step = cost;
        cost = rest;
      }
  return MAX (step, 1);
}

/* With limits of years as well: money that buys more is brought down to the cost of a set that it buys, until
 * a step less buys nothing; by turns a step less and half-way to what is known to buy nothing. */
static void
find_by_limit (AccordPortfolio *self, const AccordOpenCases *cases, gint64 worth, gint64 whole,
               AccordStop *stop)
{
  const gint64 step = common_step (cases);
  gint64 low = cases->limits[0], high = whole;
  AccordOpenSet set;

  accord_open_cases_solve (cases, whole, worth, TRUE, stop, &set);
  self->next_known = !set.found && set.exact;
  high = set.found ? set.cost : low;
  accord_open_set_clear (&set);
  for (guint turn = 0; high - low > step && !stop->stopped; turn++)
    {
      const gint64 limit = turn % 2 == 0 ? high - step : low + (high - low) / 2;

      accord_open_cases_solve (cases, limit, worth, TRUE, stop, &set);
      if (set.found)
        high = set.cost;
      else if (set.exact)
        low = limit;
      else
        stop->stopped = TRUE;
      accord_open_set_clear (&set);
    }
  if (high > cases->limits[0] && !stop->stopped)
    keep_next (self, cases, worth, high, stop);
}

/**
 * accord_portfolio_find_next:
 * @self: a portfolio, whose next money is filled
 * @cases: its open cases
 * @worth: of the best set of them
 * @stop: when to give up
 *
 * Finds the least money over and above the limit that makes the best set worth more, and how much more.
 */
void
accord_portfolio_find_next (AccordPortfolio *self, const AccordOpenCases *cases, gint64 worth,
                            AccordStop *stop)
{
  gint64 whole_worth = 0, whole_cost = 0;

  for (guint i = 0; i < cases->n; i++)
    {
      whole_worth += cases->worths[i];
      whole_cost += cases->weights[(gsize) i * cases->m];
    }
  if (whole_worth == worth || whole_cost <= cases->limits[0])
    self->next_known = TRUE;
  else if (cases->m == 1)
    find_by_worth (self, cases, worth, stop);
  else
    find_by_limit (self, cases, worth, whole_cost, stop);
}
