/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "appraisal-book.h"
#include "appraisal-case.h"
#include "chance-plain.h"

#include <math.h>

#define DRAWS 10000
#define SEED 20261122

/* How many times as long as the bare loop, and as a part of what LibreOffice takes. */
#define PLAIN_TIMES 1.5
#define OFFICE_PART 0.05

#define PERCENT (ACCORD_DECIMAL_ONE / 100)

/* How often it is done for one measurement. */
#define REPEATS 20

static AccordSpread *
spread_of (const AccordCbaOption *option, guint i)
{
  if (i % 2 == 0)
    return &((AccordCbaCost *) g_ptr_array_index (option->costs, i / 2))->spread;
  return &((AccordCbaOutcome *) g_ptr_array_index (option->outcomes, i / 2))->spread;
}

/* Some lines of every shape, and two groups of five that move together. */
static void
add_spreads (AccordCba *cba, guint option)
{
  static const AccordSpreadShape shapes[] = { ACCORD_SPREAD_TRIANGULAR, ACCORD_SPREAD_PERT,
                                              ACCORD_SPREAD_NORMAL, ACCORD_SPREAD_UNIFORM,
                                              ACCORD_SPREAD_TRIANGULAR };
  const guint groups[] = { accord_cba_add_group (cba, "Staff costs", 60 * PERCENT),
                           accord_cba_add_group (cba, "Demand", 30 * PERCENT) };

  for (guint i = 0; i < BENCH_CASE_LINES; i++)
    *spread_of (g_ptr_array_index (cba->options, option), i) = (AccordSpread){
      .shape = shapes[i % G_N_ELEMENTS (shapes)],
      .low = 80 * PERCENT,
      .likely = ACCORD_DECIMAL_ONE,
      .high = shapes[i % G_N_ELEMENTS (shapes)] == ACCORD_SPREAD_NORMAL ? 15 * PERCENT : 130 * PERCENT,
      .group = i < 10 ? groups[i / 5] : ACCORD_CBA_NONE,
    };
}

static double
run_ours (const AccordCba *cba, guint option)
{
  const double start = bench_now ();

  for (guint i = 0; i < REPEATS; i++)
    accord_chance_free (accord_cba_draw (cba, option, ACCORD_DRAW_SOBOL, DRAWS, SEED, 0, NULL, NULL));
  return (bench_now () - start) / REPEATS;
}

static double
run_plain (BenchPlainChance *plain)
{
  const double start = bench_now ();

  for (guint i = 0; i < REPEATS; i++)
    bench_plain_chance_run (plain);
  return (bench_now () - start) / REPEATS;
}

/* Both sides draw from the same distribution, though not the same numbers. */
static void
compare_draws (const AccordCba *cba, guint option, BenchPlainChance *plain)
{
  g_autoptr (AccordChance) chance =
      accord_cba_draw (cba, option, ACCORD_DRAW_SOBOL, DRAWS, SEED, 0, NULL, NULL);
  double mean = 0, squares = 0;

  bench_plain_chance_run (plain);
  for (guint i = 0; i < DRAWS; i++)
    mean += plain->values[0][i] / DRAWS;
  for (guint i = 0; i < DRAWS; i++)
    squares += (plain->values[0][i] - mean) * (plain->values[0][i] - mean) / DRAWS;
  if (fabs (mean - chance->mean) > 0.02 * chance->deviation
      || fabs (sqrt (squares) - chance->deviation) > 0.02 * chance->deviation)
    g_error ("The two sides did not draw the same: %g ± %g and %g ± %g", chance->mean, chance->deviation,
             mean, sqrt (squares));
}

/* How long LibreOffice takes to convert a workbook, recalculating it or not. */
static double
convert (Bench *self, const char *soffice, const char *book, gboolean recalculating)
{
  g_autofree char *settings = g_strdup_printf (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
      "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
      "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"
      "<prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>%d</value></prop></item></oor:items>",
      recalculating ? 0 : 1);
  g_autofree char *home = g_dir_make_tmp ("accord-bench-office-XXXXXX", NULL);
  g_autofree char *user = g_build_filename (home, "user", NULL);
  g_autofree char *registry = g_build_filename (user, "registrymodifications.xcu", NULL);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s", home);
  const char *const argv[] = { soffice, profile, "--headless", "--convert-to", "csv", "--outdir",
                               home,    book,    NULL };
  const char *const remove[] = { "rm", "-rf", home, NULL };
  g_autoptr (GError) error = NULL;
  double took = G_MAXDOUBLE;
  int status;

  g_mkdir_with_parents (user, 0700);
  if (!g_file_set_contents (registry, settings, -1, &error))
    g_error ("%s", error->message);
  /* The first time it makes its profile. */
  for (guint i = 0; i < 4; i++)
    {
      const double start = bench_now ();

      if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                         NULL, NULL, NULL, NULL, &status, &error)
          || status != 0)
        g_error ("LibreOffice did not convert the workbook");
      took = i == 0 ? took : MIN (took, bench_now () - start);
    }
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return took;
}

/* One recalculation of the same model by LibreOffice, as often as there are draws. */
static void
measure_office (Bench *self, const AccordCba *cba, guint option, double ours)
{
  g_autofree char *soffice = g_find_program_in_path ("soffice");
  g_autoptr (AccordAppraisalExport) export = NULL;
  g_autofree char *path = bench_file (self, "chance.xlsx");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *how = NULL;
  double once;

  if (soffice == NULL)
    {
      bench_report_add (self->report, &(BenchResult){ "draws/office", BENCH_NONE, ours, "ms", BENCH_NONE, 1,
                                                      "not compared: LibreOffice is not installed" });
      return;
    }
  export = accord_appraisal_export_new_for_cba (cba, "2026-11-22");
  export->option = option;
  if (!accord_appraisal_export_work_out (export, NULL, NULL, NULL, &error)
      || !accord_appraisal_book_write (export, file, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  once = convert (self, soffice, path, TRUE) - convert (self, soffice, path, FALSE);
  how = g_strdup_printf (
      "%.1f ms; LibreOffice recalculates the workbook in %.0f ms: for as many draws %.0f times "
      "as long",
      ours, once, once * DRAWS / ours);
  if (once > 0)
    bench_report_add (self->report, &(BenchResult){ "draws/office", ours / (once * DRAWS),
                                                    ours / (once * DRAWS), "x", OFFICE_PART, 1, how });
  else
    bench_report_add (self->report, &(BenchResult){ "draws/office", BENCH_NONE, ours, "ms", BENCH_NONE, 1,
                                                    "LibreOffice took no longer recalculating than not" });
}

/**
 * bench_measure_chance:
 * @self: the bench
 *
 * Draws ten thousand times what may become of a case of thirty uncertain lines over sixty years and four
 * organisations: the whole of it, with the appraisal itself, all tables, sorting, quantiles and
 * contributions, in turn with the draws alone, one after the other, on two threads.
 */
void
bench_measure_chance (Bench *self)
{
  enum
  {
    OPTION = 1
  };
  g_autoptr (AccordCba) cba = bench_case_new ();
  BenchPlainChance *plain;
  BenchSeries ours = { 0 }, bare = { 0 };

  add_spreads (cba, OPTION);
  plain = bench_plain_chance_new (cba, OPTION, DRAWS);
  compare_draws (cba, OPTION, plain);
  for (guint i = 0; i < self->runs; i++)
    {
      bench_series_add (&ours, run_ours (cba, OPTION));
      bench_series_add (&bare, run_plain (plain));
    }
  bench_plain_chance_free (plain);
  bench_report_add_ratio (self->report, "10,000 draws", &ours, &bare, PLAIN_TIMES,
                          "plain: the draws alone, on two threads");
  measure_office (self, cba, OPTION, bench_series_min (&ours));
}
