/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "portfolio.h"

#define CASES 2000
#define YEARS 5
#define SEED 20261122

/* No portfolio is waited for longer than this, in milliseconds. */
#define PATIENCE 10000.0

typedef gint64 Years[YEARS];

typedef struct
{
  AccordCandidate candidates[CASES];
  Years years[CASES];
  gint64 limit;
  Years limits;
} Portfolio;

/* How worth goes along with cost. */
typedef enum
{
  UNRELATED,
  RELATED,
  ALIKE,
  LIKE_MONEY,
} Worth;

static gint64
worth_of (GRand *rand, Worth worth, gint64 cost)
{
  switch (worth)
    {
    case UNRELATED:
      return (gint64) ((double) cost * g_rand_double_range (rand, -0.5, 3.5));
    case RELATED:
      return cost + g_rand_int_range (rand, -50000000, 50000000);
    case ALIKE:
      return cost + 50000000;
    case LIKE_MONEY:
    default:
      return cost;
    }
}

/* Costs of up to five million pounds: in whole thousands of pounds, or to the penny. */
static Portfolio *
make_portfolio (Worth worth, gint64 step)
{
  Portfolio *self = g_new0 (Portfolio, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + worth);

  for (guint i = 0; i < CASES; i++)
    {
      AccordCandidate *candidate = &self->candidates[i];

      for (guint year = 0; year < YEARS; year++)
        {
          const gint64 cost =
              g_rand_int_range (rand, 0, 3) == 0 ? 0 : g_rand_int_range (rand, 1, 100000000) / step * step;

          self->years[i][year] = cost;
          self->limits[year] += cost / 4;
          candidate->cost += cost;
        }
      candidate->worth = worth_of (rand, worth, candidate->cost);
      candidate->must = i % 100 == 0;
      candidate->excluded = i % 100 == 1;
      self->limit += candidate->cost / 4;
    }
  return self;
}

static gboolean
is_late (gpointer data)
{
  return bench_now () > *(double *) data;
}

static void
measure (Bench *self, const char *name, Worth worth, gint64 step, gboolean yearly)
{
  g_autofree Portfolio *made = make_portfolio (worth, step);
  BenchSeries series = { 0 };
  g_autofree char *how = NULL;
  g_autoptr (AccordPortfolio) found = NULL;

  for (guint i = 0; i < CASES; i++)
    made->candidates[i].years = yearly ? made->years[i] : NULL;
  for (guint i = 0; i < self->import_runs; i++)
    {
      const double start = bench_now ();
      double end = start + PATIENCE;

      g_clear_pointer (&found, accord_portfolio_free);
      found = accord_portfolio_choose (made->candidates, CASES, made->limit, yearly ? made->limits : NULL,
                                       yearly ? YEARS : 0, is_late, &end);
      bench_series_add (&series, bench_now () - start);
    }
  how = g_strdup_printf ("%s; the best is known to within %.2g of it; the next pound %s",
                         found->status == ACCORD_PORTFOLIO_EXACT ? "exact" : "stopped",
                         (double) (found->bound - found->worth) / (double) found->worth,
                         found->next_known ? "known" : "not known");
  bench_report_add (self->report, &(BenchResult){ name, BENCH_NONE, bench_series_min (&series), "ms",
                                                  BENCH_NONE, series.n, how });
}

/**
 * bench_measure_portfolio:
 * @self: the bench
 *
 * Chooses the best of two thousand cases that are within the money, and what the next pound would buy: where
 * worth has little to do with cost, where it goes along with it, with one sum beside it for all, and where it
 * is the cost; and within limits of five years as well. Costs to the penny are harder than those in
 * thousands.
 */
void
bench_measure_portfolio (Bench *self)
{
  measure (self, "2,000 cases", UNRELATED, 100000, FALSE);
  measure (self, "penny costs", UNRELATED, 1, FALSE);
  measure (self, "related", RELATED, 1, FALSE);
  measure (self, "alike", ALIKE, 1, FALSE);
  measure (self, "like money", LIKE_MONEY, 1, FALSE);
  measure (self, "five years", UNRELATED, 100000, TRUE);
  measure (self, "related, 5", RELATED, 1, TRUE);
}
