/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio.h"

#include "portfolio-open.h"

static gint64
year_cost (const AccordCandidate *candidate, guint year)
{
  return candidate->years != NULL ? MAX (candidate->years[year], 0) : 0;
}

static void
add_candidate (AccordPortfolio *self, const AccordCandidate *candidates, guint i)
{
  self->chosen[i] = TRUE;
  self->cost += candidates[i].cost;
  self->worth += candidates[i].worth;
}

/* Takes what must be in. Returns: whether there is money for it */
static gboolean
take_musts (AccordPortfolio *self, const AccordCandidate *candidates, gint64 *limits, guint m)
{
  for (guint i = 0; i < self->n_candidates; i++)
    if (candidates[i].must)
      {
        add_candidate (self, candidates, i);
        limits[0] -= MAX (candidates[i].cost, 0);
        for (guint row = 1; row < m; row++)
          limits[row] -= year_cost (&candidates[i], row - 1);
      }
  for (guint row = 0; row < m; row++)
    if (limits[row] < 0)
      {
        self->status = ACCORD_PORTFOLIO_IMPOSSIBLE;
        self->year = row == 0 ? ACCORD_NO_YEAR : (int) row - 1;
        return FALSE;
      }
  return TRUE;
}

static gboolean
costs_something (const AccordCandidate *candidate, guint m)
{
  gboolean some = candidate->cost > 0;

  for (guint row = 1; row < m; row++)
    some = some || year_cost (candidate, row - 1) > 0;
  return some;
}

/* Takes what is worth something and costs nothing; what costs something is open. */
static void
fill_open (AccordPortfolio *self, const AccordCandidate *candidates, AccordOpenCases *cases)
{
  const guint m = cases->m;

  cases->cases = g_new (guint, self->n_candidates + 1);
  cases->worths = g_new (gint64, self->n_candidates + 1);
  cases->weights = g_new (gint64, ((gsize) self->n_candidates + 1) * m);
  for (guint i = 0; i < self->n_candidates; i++)
    {
      const AccordCandidate *candidate = &candidates[i];
      gint64 *weights = cases->weights + (gsize) cases->n * m;

      if (candidate->must || candidate->excluded || candidate->worth <= 0)
        continue;
      if (!costs_something (candidate, m))
        {
          add_candidate (self, candidates, i);
          continue;
        }
      weights[0] = MAX (candidate->cost, 0);
      for (guint row = 1; row < m; row++)
        weights[row] = year_cost (candidate, row - 1);
      cases->worths[cases->n] = candidate->worth;
      cases->cases[cases->n++] = i;
    }
}

static void
open_cases_clear (AccordOpenCases *self)
{
  g_free (self->cases);
  g_free (self->worths);
  g_free (self->weights);
  g_free (self->limits);
}

/* Of sets worth the same the cheapest, where there is one limit. */
static void
make_cheapest (const AccordOpenCases *cases, AccordOpenSet *best, AccordStop *stop)
{
  AccordOpenSet set;

  accord_open_cases_cheapest (cases, best->worth, stop, &set);
  if (set.exact && set.worth == best->worth && set.cost < best->cost)
    {
      AccordOpenSet swap = *best;

      *best = set;
      best->bound = swap.bound;
      set = swap;
    }
  accord_open_set_clear (&set);
}

static void
choose_open (AccordPortfolio *self, const AccordCandidate *candidates, const AccordOpenCases *cases,
             AccordStop *stop)
{
  AccordOpenSet set;

  accord_open_cases_solve (cases, cases->limits[0], -1, FALSE, stop, &set);
  self->bound = self->worth + set.bound;
  self->status = set.exact ? ACCORD_PORTFOLIO_EXACT : ACCORD_PORTFOLIO_STOPPED;
  if (set.exact && cases->m == 1)
    make_cheapest (cases, &set, stop);
  for (guint i = 0; i < cases->n; i++)
    if (set.chosen[i])
      add_candidate (self, candidates, cases->cases[i]);
  if (set.exact)
    accord_portfolio_find_next (self, cases, set.worth, stop);
  accord_open_set_clear (&set);
}

/**
 * accord_portfolio_choose:
 * @candidates: (array length=n_candidates): cases that ask for money; sums of their costs and of their worth
 * must be within 62 bits
 * @n_candidates: how many
 * @limit: how much money there is, in pence
 * @year_limits: (array length=n_years) (nullable): how much there is in each year
 * @n_years: how many years have a limit; each candidate's years are as many
 * @stop: (nullable): asked now and then whether to give up
 * @stop_data: for @stop
 *
 * Finds the set of candidates that is worth most within all limits, exactly: with what must be in, without
 * what is excluded (unless it must be in), and with nothing that is worth nought or less. Of sets worth the
 * same it is the cheapest where no years have limits. Amounts below nought count as nought against a limit.
 *
 * Cases whose worth goes along with their cost to the penny, and whose costs have no common step, can need
 * more memory than there is: it then gives up as if it had been stopped.
 *
 * Returns: (transfer full): the best set
 */
AccordPortfolio *
accord_portfolio_choose (const AccordCandidate *candidates, guint n_candidates, gint64 limit,
                         const gint64 *year_limits, guint n_years, gboolean (*stop) (gpointer data),
                         gpointer stop_data)
{
  AccordPortfolio *self = g_new0 (AccordPortfolio, 1);
  AccordOpenCases cases = { .m = 1 + (year_limits != NULL ? n_years : 0) };
  AccordStop asking = { .func = stop, .data = stop_data };

  self->chosen = g_new0 (gboolean, n_candidates + 1);
  self->n_candidates = n_candidates;
  self->year = ACCORD_NO_YEAR;
  cases.limits = g_new (gint64, cases.m);
  cases.limits[0] = limit;
  for (guint row = 1; row < cases.m; row++)
    cases.limits[row] = year_limits[row - 1];
  if (take_musts (self, candidates, cases.limits, cases.m))
    {
      fill_open (self, candidates, &cases);
      choose_open (self, candidates, &cases, &asking);
    }
  else
    self->bound = self->worth;
  self->left = limit - self->cost;
  open_cases_clear (&cases);
  return self;
}

/**
 * accord_portfolio_free:
 * @self: (nullable) (transfer full): a portfolio
 */
void
accord_portfolio_free (AccordPortfolio *self)
{
  if (self == NULL)
    return;
  g_free (self->chosen);
  g_free (self);
}
