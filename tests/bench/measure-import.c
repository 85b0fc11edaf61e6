/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "payments-import.h"
#include "plain.h"

#include <glib/gstdio.h>

/* How many times as long as plain inserts an import may take. */
#define INSERT_TIMES 1.0

/* The cache of the workspace's writing connection, so that the other side can be given the same. */
#define CACHE_KIB 65536

static const char words[] = "morb* OR care";

/* What was there before goes, so that each run begins with an empty file. */
static char *
make_target (Bench *self, const char *name)
{
  const char *endings[] = { "", "-wal", "-shm" };
  char *path = bench_file (self, name);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
  bench_close (bench_open (self, path, ACCORD_OPEN_CREATE));
  return path;
}

static double
import_file (Bench *self, const char *csv, const char *target)
{
  AccordWorkspace *workspace = bench_open (self, target, ACCORD_OPEN_EXISTING);
  const double start = bench_now ();
  g_autoptr (GFile) file = g_file_new_for_path (csv);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPaymentsFile) payments =
      accord_payments_file_open (file, workspace, NULL, NULL, NULL, NULL, &error);
  const double opened = bench_now ();
  g_autoptr (AccordPaymentsResult) result = NULL;
  double took;

  if (payments != NULL)
    result = accord_payments_import (workspace, payments, NULL, NULL, NULL, NULL, &error);
  took = bench_now () - start;
  if (result == NULL)
    g_error ("The import failed: %s", error->message);
  if (result->added != (guint64) self->size.n_payments || result->n_rejected != 0)
    g_error ("The import took %" G_GUINT64_FORMAT " rows and rejected %" G_GUINT64_FORMAT, result->added,
             result->n_rejected);
  g_debug ("Looked through in %.0f ms, imported in %.0f", opened - start, took - (opened - start));
  bench_close (workspace);
  return took;
}

/* Both files must say the same, or one side did less. */
static void
compare (const char *ours, const char *plain)
{
  BenchFacts a = bench_plain_facts (ours, words);
  BenchFacts b = bench_plain_facts (plain, words);

  if (a.count != b.count || a.pence != b.pence || a.hits != b.hits || a.hits == 0)
    g_error ("The import and the plain inserts differ: %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT
             " payments, "
             "%" G_GINT64_FORMAT " and %" G_GINT64_FORMAT " hits",
             a.count, b.count, a.hits, b.hits);
}

/**
 * bench_measure_import:
 * @self: the bench
 *
 * Imports a council's spend file into an empty workspace, looking through it for the preview included, in
 * turn with plain inserts of the same values into the same tables and indexes.
 */
void
bench_measure_import (Bench *self)
{
  g_autofree char *csv = bench_file (self, "spend.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (BenchRows) rows = NULL;
  BenchSeries ours = { 0 }, plain = { 0 }, cached = { 0 };
  g_autofree char *how = NULL;

  if (!bench_write_csv (&self->size, csv, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < self->import_runs; i++)
    {
      g_autofree char *ours_path = make_target (self, "import.accord");
      g_autofree char *plain_path = NULL, *cached_path = NULL;

      bench_series_add (&ours, import_file (self, csv, ours_path));
      if (rows == NULL)
        rows = bench_rows_load (ours_path, "payment");
      plain_path = make_target (self, "plain.accord");
      bench_series_add (&plain, bench_rows_insert (rows, plain_path, 0));
      compare (ours_path, plain_path);
      /* Told beside, so once is enough. */
      if (i > 0)
        continue;
      cached_path = make_target (self, "plain.accord");
      bench_series_add (&cached, bench_rows_insert (rows, cached_path, CACHE_KIB));
      compare (ours_path, cached_path);
    }
  how = g_strdup_printf ("with Accord's 64 MB of cache plain takes %.1f (%.2f)", bench_series_min (&cached),
                         bench_series_min (&ours) / bench_series_min (&cached));
  bench_report_add_ratio (self->report, "import", &ours, &plain, INSERT_TIMES, how);
}
