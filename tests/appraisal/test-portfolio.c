/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-core.h"
#include "portfolio.h"

#include <string.h>

#define MOST 18
#define YEARS 5

typedef gint64 Years[YEARS];

typedef struct
{
  AccordCandidate candidates[MOST];
  gint64 years[MOST][YEARS];
  guint n;
  gint64 limit;
  gint64 year_limits[YEARS];
  guint n_years;
} Problem;

/* What trying every set finds. */
typedef struct
{
  gboolean possible;
  gint64 worth;
  gint64 cost;
  gint64 next_cost;
  gint64 next_worth;
} Found;

static gint64
rand_below (gint64 n)
{
  return (gint64) (g_test_rand_double () * (double) n);
}

static void
make_problem (Problem *self, guint n, guint n_years, gint64 scale)
{
  gint64 whole = 0;

  self->n = n;
  self->n_years = n_years;
  memset (self->year_limits, 0, sizeof self->year_limits);
  for (guint i = 0; i < n; i++)
    {
      AccordCandidate *candidate = &self->candidates[i];

      candidate->cost = 0;
      for (guint year = 0; year < YEARS; year++)
        {
          self->years[i][year] = rand_below (3) > 0 ? rand_below (scale) : 0;
          candidate->cost += self->years[i][year];
          self->year_limits[year] += self->years[i][year];
        }
      candidate->years = n_years > 0 ? self->years[i] : NULL;
      candidate->worth = rand_below (2) ? candidate->cost + rand_below (scale) - scale / 4
                                        : rand_below (3 * scale) - scale / 2;
      candidate->must = rand_below (12) == 0;
      candidate->excluded = rand_below (12) == 0;
      whole += candidate->cost;
    }
  self->limit = rand_below (whole + 1);
  for (guint year = 0; year < YEARS; year++)
    self->year_limits[year] = rand_below (self->year_limits[year] + self->year_limits[year] / 4 + 1);
}

/* Returns: whether a set is allowed but for the limit of the whole */
static gboolean
measure_set (const Problem *self, guint set, gint64 *cost, gint64 *worth)
{
  gint64 years[YEARS] = { 0 };

  *cost = *worth = 0;
  for (guint i = 0; i < self->n; i++)
    {
      const AccordCandidate *candidate = &self->candidates[i];
      const gboolean in = set >> i & 1;

      if (candidate->must ? !in : in && candidate->excluded)
        return FALSE;
      if (!in)
        continue;
      *cost += candidate->cost;
      *worth += candidate->worth;
      for (guint year = 0; year < self->n_years; year++)
        years[year] += self->years[i][year];
    }
  for (guint year = 0; year < self->n_years; year++)
    if (years[year] > self->year_limits[year])
      return FALSE;
  return TRUE;
}

static Found
try_all (const Problem *self)
{
  Found found = { 0 };
  gint64 cost, worth, least = G_MAXINT64;

  for (guint set = 0; set < 1u << self->n; set++)
    if (measure_set (self, set, &cost, &worth) && cost <= self->limit
        && (!found.possible || worth > found.worth || (worth == found.worth && cost < found.cost)))
      found = (Found){ TRUE, worth, cost, 0, 0 };
  for (guint set = 0; found.possible && set < 1u << self->n; set++)
    if (measure_set (self, set, &cost, &worth) && worth > found.worth && cost <= least)
      {
        found.next_worth = cost < least ? worth - found.worth : MAX (found.next_worth, worth - found.worth);
        found.next_cost = cost - self->limit;
        least = cost;
      }
  return found;
}

static AccordPortfolio *
choose (const Problem *self)
{
  return accord_portfolio_choose (self->candidates, self->n, self->limit,
                                  self->n_years > 0 ? self->year_limits : NULL, self->n_years, NULL, NULL);
}

static void
check_against_all (const Problem *problem)
{
  const Found found = try_all (problem);
  g_autoptr (AccordPortfolio) portfolio = choose (problem);
  gint64 cost, worth;
  guint set = 0;

  if (!found.possible)
    {
      g_assert_cmpint (portfolio->status, ==, ACCORD_PORTFOLIO_IMPOSSIBLE);
      return;
    }
  for (guint i = 0; i < problem->n; i++)
    {
      set |= portfolio->chosen[i] ? 1u << i : 0;
      if (portfolio->chosen[i] && !problem->candidates[i].must)
        g_assert_cmpint (problem->candidates[i].worth, >, 0);
    }
  g_assert_cmpint (portfolio->status, ==, ACCORD_PORTFOLIO_EXACT);
  g_assert_true (measure_set (problem, set, &cost, &worth));
  g_assert_cmpint (portfolio->worth, ==, found.worth);
  g_assert_cmpint (portfolio->worth, ==, worth);
  g_assert_cmpint (portfolio->bound, ==, worth);
  g_assert_cmpint (portfolio->cost, ==, cost);
  g_assert_cmpint (portfolio->left, ==, problem->limit - cost);
  g_assert_cmpint (portfolio->left, >=, 0);
  if (problem->n_years == 0)
    g_assert_cmpint (portfolio->cost, ==, found.cost);
  g_assert_true (portfolio->next_known);
  g_assert_cmpint (portfolio->next_cost, ==, found.next_cost);
  g_assert_cmpint (portfolio->next_worth, ==, found.next_worth);
}

static void
test_all_sets (void)
{
  for (guint i = 0; i < 1500; i++)
    {
      Problem problem;

      make_problem (&problem, i % 150 == 0 ? MOST : 1 + rand_below (11), i % 2 ? 1 + rand_below (YEARS) : 0,
                    G_GINT64_CONSTANT (1) << (2 + rand_below (40)));
      for (guint k = 0; k < problem.n; k++)
        problem.candidates[k].must = problem.candidates[k].must && !problem.candidates[k].excluded;
      check_against_all (&problem);
    }
}

/* The best worth within each sum of money up to a limit, by the table that everybody learns. */
static gint64
fill_table (const AccordCandidate *candidates, guint n, gint64 limit)
{
  g_autofree gint64 *best = g_new0 (gint64, limit + 1);

  for (guint i = 0; i < n; i++)
    for (gint64 money = limit; money >= candidates[i].cost; money--)
      best[money] = MAX (best[money], best[money - candidates[i].cost] + candidates[i].worth);
  return best[limit];
}

static void
test_table (void)
{
  for (guint i = 0; i < 60; i++)
    {
      AccordCandidate candidates[200] = { 0 };
      const guint n = 50 + rand_below (150);
      const gint64 limit = 500 + rand_below (5000);
      g_autoptr (AccordPortfolio) portfolio = NULL;

      for (guint k = 0; k < n; k++)
        {
          candidates[k].cost = 1 + rand_below (200);
          candidates[k].worth = i % 3 == 0 ? 1 + rand_below (500) : candidates[k].cost + (i % 3) * 20;
        }
      portfolio = accord_portfolio_choose (candidates, n, limit, NULL, 0, NULL, NULL);
      g_assert_cmpint (portfolio->status, ==, ACCORD_PORTFOLIO_EXACT);
      g_assert_cmpint (portfolio->worth, ==, fill_table (candidates, n, limit));
      if (portfolio->next_cost > 0)
        {
          const gint64 next = limit + portfolio->next_cost;

          g_assert_cmpint (fill_table (candidates, n, next - 1), ==, portfolio->worth);
          g_assert_cmpint (fill_table (candidates, n, next), ==, portfolio->worth + portfolio->next_worth);
        }
    }
}

/* No set is worth more than the bound by how many items it can have, whatever is known already. */
static void
test_count_bound (void)
{
  for (guint t = 0; t < 2000; t++)
    {
      AccordItem items[10];
      const guint n = 1 + rand_below (10);
      gint64 whole = 0, capacity, best = 0, known;

      for (guint i = 0; i < n; i++)
        {
          items[i].weight = 1 + rand_below (50);
          items[i].profit = t % 2 ? items[i].weight + 20 : MAX (1, items[i].weight - 20);
          whole += items[i].weight;
        }
      capacity = rand_below (whole + 1);
      for (guint set = 0; set < 1u << n; set++)
        {
          gint64 weight = 0, profit = 0;

          for (guint i = 0; i < n; i++)
            {
              weight += set >> i & 1 ? items[i].weight : 0;
              profit += set >> i & 1 ? items[i].profit : 0;
            }
          best = weight <= capacity ? MAX (best, profit) : best;
        }
      known = rand_below (best + 1);
      g_assert_cmpint (accord_count_bound (items, n, capacity, known), >=, best);
      g_assert_cmpint (accord_count_bound (items, n, capacity, best), >=, best);
    }
}

/* Worth that goes along with cost to the penny: with a sum beside it for each case, or less one, or as it is.
 * There are far too many sets to keep, and yet the best is found and known to be. */
static void
test_alike (void)
{
  enum
  {
    N = 1000
  };
  g_autofree AccordCandidate *candidates = g_new0 (AccordCandidate, N);

  for (int kind = -1; kind <= 1; kind++)
    {
      g_autoptr (AccordPortfolio) portfolio = NULL;
      gint64 limit = 0, cost = 0, worth = 0;

      for (guint i = 0; i < N; i++)
        {
          candidates[i].cost = 100000001 + rand_below (1000000000);
          candidates[i].worth = candidates[i].cost + kind * 100000000;
          limit += candidates[i].cost / 3;
        }
      portfolio = accord_portfolio_choose (candidates, N, limit, NULL, 0, NULL, NULL);
      for (guint i = 0; i < N; i++)
        {
          cost += portfolio->chosen[i] ? candidates[i].cost : 0;
          worth += portfolio->chosen[i] ? candidates[i].worth : 0;
        }
      g_assert_cmpint (cost, ==, portfolio->cost);
      g_assert_cmpint (worth, ==, portfolio->worth);
      g_assert_cmpint (cost, <=, limit);
      g_assert_cmpint (portfolio->status, ==, ACCORD_PORTFOLIO_EXACT);
      if (kind == 0)
        g_assert_cmpint (worth, ==, limit);
    }
}

static void
test_musts (void)
{
  const gint64 first[] = { 600, 100 }, second[] = { 100, 600 };
  const gint64 limits[] = { 650, 650 };
  AccordCandidate candidates[] = {
    { .cost = 700, .years = first, .worth = -50, .must = TRUE },
    { .cost = 700, .years = second, .worth = 900 },
    { .cost = 10, .worth = 900, .excluded = TRUE },
    { .cost = 0, .worth = 5 },
    { .cost = 0, .worth = -5 },
    { .cost = 100, .worth = 0 },
  };
  g_autoptr (AccordPortfolio) rich = accord_portfolio_choose (candidates, 6, 1400, NULL, 0, NULL, NULL);
  g_autoptr (AccordPortfolio) poor = accord_portfolio_choose (candidates, 6, 1399, NULL, 0, NULL, NULL);
  g_autoptr (AccordPortfolio) yearly = accord_portfolio_choose (candidates, 6, 9999, limits, 2, NULL, NULL);
  g_autoptr (AccordPortfolio) less = accord_portfolio_choose (candidates, 6, 699, NULL, 0, NULL, NULL);
  const gint64 tight[] = { 600, 99 };
  g_autoptr (AccordPortfolio) late = accord_portfolio_choose (candidates, 6, 9999, tight, 2, NULL, NULL);

  g_assert_cmpint (rich->worth, ==, 855);
  g_assert_cmpint (rich->left, ==, 0);
  g_assert_true (rich->chosen[0] && rich->chosen[1] && !rich->chosen[2] && rich->chosen[3]);
  g_assert_false (rich->chosen[4] || rich->chosen[5]);
  g_assert_cmpint (rich->next_cost, ==, 0);
  g_assert_cmpint (poor->worth, ==, -45);
  g_assert_cmpint (poor->next_cost, ==, 1);
  g_assert_cmpint (poor->next_worth, ==, 900);
  g_assert_cmpint (yearly->worth, ==, -45);
  g_assert_true (yearly->next_known);
  g_assert_cmpint (yearly->next_cost, ==, 0);
  g_assert_cmpint (less->status, ==, ACCORD_PORTFOLIO_IMPOSSIBLE);
  g_assert_cmpint (less->year, ==, ACCORD_NO_YEAR);
  g_assert_cmpint (less->left, ==, -1);
  g_assert_cmpint (late->status, ==, ACCORD_PORTFOLIO_IMPOSSIBLE);
  g_assert_cmpint (late->year, ==, 1);
}

static void
test_nothing (void)
{
  const AccordCandidate dear = { .cost = 100, .worth = 1 };
  g_autoptr (AccordPortfolio) none = accord_portfolio_choose (NULL, 0, 100, NULL, 0, NULL, NULL);
  g_autoptr (AccordPortfolio) one = accord_portfolio_choose (&dear, 1, 0, NULL, 0, NULL, NULL);

  g_assert_cmpint (none->status, ==, ACCORD_PORTFOLIO_EXACT);
  g_assert_cmpint (none->worth, ==, 0);
  g_assert_cmpint (none->left, ==, 100);
  g_assert_true (none->next_known && none->next_cost == 0);
  g_assert_false (one->chosen[0]);
  g_assert_cmpint (one->next_cost, ==, 100);
  g_assert_cmpint (one->next_worth, ==, 1);
}

/* Sums of money as they come: from ten thousand pounds to ten million, worth up to four times the cost. */
static void
make_cases (AccordCandidate *candidates, guint n, Years *years)
{
  for (guint i = 0; i < n; i++)
    {
      gint64 cost = 0;

      for (guint year = 0; year < YEARS; year++)
        cost += years[i][year] = rand_below (3) == 0 ? 0 : (1 + rand_below (1000)) * 100000;
      candidates[i] = (AccordCandidate){ .cost = cost, .years = years[i] };
      candidates[i].worth = (gint64) ((double) cost * (g_test_rand_double () * 4 - 0.5));
    }
}

static gboolean
count_down (gpointer data)
{
  gint *left = data;

  return (*left)-- <= 0;
}

/* Two thousand cases are solved exactly; stopped at once, there is a set all the same, and no set is worth
 * more than what is said. */
static void
test_many (void)
{
  enum
  {
    N = 2000
  };
  g_autofree AccordCandidate *candidates = g_new0 (AccordCandidate, N);
  g_autofree Years *years = g_new0 (Years, N);
  gint64 limits[YEARS], limit = 0;
  g_autoptr (AccordPortfolio) single = NULL;
  g_autoptr (AccordPortfolio) yearly = NULL;
  g_autoptr (AccordPortfolio) stopped = NULL;
  gint left = 0;

  make_cases (candidates, N, years);
  for (guint i = 0; i < N; i++)
    limit += candidates[i].cost / 4;
  for (guint year = 0; year < YEARS; year++)
    limits[year] = limit / YEARS;
  single = accord_portfolio_choose (candidates, N, limit, NULL, 0, NULL, NULL);
  g_assert_cmpint (single->status, ==, ACCORD_PORTFOLIO_EXACT);
  g_assert_true (single->next_known);
  g_assert_cmpint (single->cost, <=, limit);
  stopped = accord_portfolio_choose (candidates, N, limit, limits, YEARS, count_down, &left);
  g_assert_cmpint (stopped->status, ==, ACCORD_PORTFOLIO_STOPPED);
  g_assert_false (stopped->next_known);
  left = 2000;
  yearly = accord_portfolio_choose (candidates, N, limit, limits, YEARS, count_down, &left);
  g_assert_cmpint (yearly->worth, <=, single->worth);
  g_assert_cmpint (yearly->worth, <=, stopped->bound);
  g_assert_cmpint (stopped->worth, <=, yearly->worth);
  g_assert_cmpint (stopped->worth, <, stopped->bound);
  g_test_message ("yearly: status %d, worth %" G_GINT64_FORMAT ", bound %" G_GINT64_FORMAT, yearly->status,
                  yearly->worth, yearly->bound);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/portfolio/all-sets", test_all_sets);
  g_test_add_func ("/appraisal/portfolio/table", test_table);
  g_test_add_func ("/appraisal/portfolio/count-bound", test_count_bound);
  g_test_add_func ("/appraisal/portfolio/alike", test_alike);
  g_test_add_func ("/appraisal/portfolio/musts", test_musts);
  g_test_add_func ("/appraisal/portfolio/nothing", test_nothing);
  g_test_add_func ("/appraisal/portfolio/many", test_many);
  return g_test_run ();
}
