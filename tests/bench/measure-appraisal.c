/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "appraisal-case.h"
#include "appraisal-plain.h"

#include <math.h>

/* How many times as long as the bare arithmetic an appraisal may take. */
#define PLAIN_TIMES 1.5

/* It is done a hundred times at a time, which is too short for a busy machine to come between both sides of
 * every measurement; of ten such the shortest counts, and is told for a thousand times: as many milliseconds
 * as one takes microseconds. */
#define REPEATS 100
#define SLICES 10

static void
assert_same (double ours, double plain)
{
  if (!(fabs (ours - plain) <= 1e-9 * (1 + fabs (plain))))
    g_error ("The two sides did not do the same: %.12g and %.12g", ours, plain);
}

static void
assert_same_sums (const AccordCbaSums *ours, const BenchPlainSums *plain)
{
  assert_same (ours->npsv, plain->npsv);
  assert_same (ours->eac, plain->eac);
  assert_same (ours->present_cashable, plain->present_cashable);
  assert_same (ours->years.present_cumulative[BENCH_CASE_YEARS - 1],
               plain->years.present_cumulative[BENCH_CASE_YEARS - 1]);
  if (ours->payback.defined == ACCORD_DEFINED)
    assert_same (ours->payback.value, plain->payback);
  for (guint i = 0; i < BENCH_CASE_ORGANISATIONS; i++)
    {
      const AccordCbaPosition *position = &g_array_index (ours->positions, AccordCbaPosition, i);

      assert_same (position->present_net,
                   plain->positions[i].present_benefit - plain->positions[i].present_cost);
      assert_same (position->deepest_net, plain->positions[i].deepest_net);
      assert_same (position->cash_deepest_net, plain->positions[i].cash_deepest_net);
      assert_same (position->years.cumulative[BENCH_CASE_YEARS / 2],
                   plain->positions[i].years.cumulative[BENCH_CASE_YEARS / 2]);
    }
}

static void
compare_results (const AccordCba *cba, BenchPlainCase *plain)
{
  const BenchPlainOption *options = bench_plain_case_run (plain);

  for (guint i = 0; i < BENCH_CASE_OPTIONS; i++)
    {
      g_autoptr (AccordCbaResult) result = accord_cba_evaluate (cba, i, NULL);

      for (guint line = 0; line < BENCH_CASE_LINES; line++)
        assert_same (g_array_index (result->lines, AccordCbaLineSum, line).present,
                     options[i].presents[line]);
      assert_same_sums (&result->own, &options[i].own);
      assert_same_sums (&result->net, &options[i].net);
    }
}

static double
run_ours (const AccordCba *cba)
{
  const double start = bench_now ();

  for (guint repeat = 0; repeat < REPEATS; repeat++)
    {
      g_autoptr (AccordCbaRun) run = accord_cba_run_new (cba, NULL);
      AccordCbaResult *results[BENCH_CASE_OPTIONS];

      for (guint i = 0; i < BENCH_CASE_OPTIONS; i++)
        results[i] = accord_cba_run_evaluate (run, i);
      for (guint i = 0; i < BENCH_CASE_OPTIONS; i++)
        accord_cba_result_free (results[i]);
    }
  return (bench_now () - start) * SLICES;
}

static double
run_plain (BenchPlainCase *plain)
{
  const double start = bench_now ();

  for (guint repeat = 0; repeat < REPEATS; repeat++)
    bench_plain_case_run (plain);
  return (bench_now () - start) * SLICES;
}

/**
 * bench_measure_appraisal:
 * @self: the bench
 *
 * How long it takes to make a case ready, to find that nothing is wrong with it, and to work out all of its
 * options by line, by year and by organisation.
 */
void
bench_measure_appraisal (Bench *self)
{
  g_autoptr (AccordCba) cba = bench_case_new ();
  g_autoptr (BenchPlainCase) plain = bench_plain_case_new (cba);
  g_autofree char *detail = NULL;
  BenchSeries ours = { 0 }, bare = { 0 };

  compare_results (cba, plain);
  for (guint run = 0; run < self->runs; run++)
    {
      double shortest = G_MAXDOUBLE, shortest_bare = G_MAXDOUBLE;

      for (guint slice = 0; slice < SLICES; slice++)
        {
          shortest = MIN (shortest, run_ours (cba));
          shortest_bare = MIN (shortest_bare, run_plain (plain));
        }
      bench_series_add (&ours, shortest);
      bench_series_add (&bare, shortest_bare);
    }
  detail = g_strdup_printf ("%u lines × %u years, %u organisations, %u options, %u times", BENCH_CASE_LINES,
                            BENCH_CASE_YEARS, BENCH_CASE_ORGANISATIONS, BENCH_CASE_OPTIONS, REPEATS * SLICES);
  bench_report_add_ratio (self->report, "appraisal", &ours, &bare, PLAIN_TIMES, detail);
}
