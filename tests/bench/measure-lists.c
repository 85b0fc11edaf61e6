/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "plain.h"
#include "query.h"
#include "screen.h"

#include <string.h>

/* Limits: how much over SQLite's own query, in milliseconds; how many times as long as the bare scan. */
#define FIRST_OVER 1.0
#define SCAN_TIMES 1.3

#define FIRST_ROWS 200

static const char first_sql[] = "SELECT * FROM payment WHERE deleted IS NULL ORDER BY date, id LIMIT 200";
static const char by_date_sql[] = "SELECT id FROM payment WHERE deleted IS NULL ORDER BY date, id";
static const char by_amount_sql[] = "SELECT id FROM payment WHERE deleted IS NULL ORDER BY amount, id";
static const char by_payee_sql[] =
    "SELECT id FROM payment WHERE deleted IS NULL ORDER BY payee COLLATE NOCASE, id";

typedef struct
{
  BenchSeries first_ours;
  BenchSeries first_plain;
  BenchSeries open_ours;
  BenchSeries open_plain;
  BenchSeries sort_ours;
  BenchSeries sort_plain;
} Series;

static double
time_plain_rows (sqlite3 *db)
{
  const double start = bench_now ();
  gint64 n = bench_plain_rows (db, first_sql);

  g_assert (n <= FIRST_ROWS);
  return bench_now () - start;
}

static double
time_plain_scan (sqlite3 *db, const char *sql, GArray **ids)
{
  const double start = bench_now ();

  *ids = bench_plain_ids (db, sql, NULL);
  return bench_now () - start;
}

/* Both sides must have found the same records in the same order. */
static void
compare_order (BenchScreen *screen, GArray *plain)
{
  guint n_ids;
  const gint64 *ids = accord_record_list_get_order (bench_screen_get_list (screen), &n_ids);

  if (n_ids != plain->len || memcmp (ids, plain->data, n_ids * sizeof (gint64)) != 0)
    g_error ("The list is not in the order that SQLite gives");
}

static double
time_sort (Bench *self, BenchScreen *screen, const char *field)
{
  g_autoptr (AccordQuery) query = bench_query (self, field, NULL);

  bench_screen_ask (screen, query);
  return bench_screen_await_order (screen);
}

static void
measure_once (Bench *self, AccordWorkspace *workspace, sqlite3 *db, Series *series)
{
  g_autoptr (AccordQuery) query = bench_query (self, "date", NULL);
  g_autoptr (BenchScreen) screen = bench_screen_new (workspace, query);
  g_autoptr (GArray) by_date = NULL, by_amount = NULL, by_payee = NULL;
  double ours, plain;

  bench_series_add (&series->first_ours, bench_screen_await_rows (screen, FIRST_ROWS));
  bench_series_add (&series->open_ours, bench_screen_await_order (screen));
  bench_series_add (&series->first_plain, time_plain_rows (db));
  bench_series_add (&series->open_plain, time_plain_scan (db, by_date_sql, &by_date));
  compare_order (screen, by_date);
  bench_loop_settle ();

  ours = time_sort (self, screen, "amount");
  plain = time_plain_scan (db, by_amount_sql, &by_amount);
  compare_order (screen, by_amount);
  bench_loop_settle ();
  ours += time_sort (self, screen, "payee");
  plain += time_plain_scan (db, by_payee_sql, &by_payee);
  compare_order (screen, by_payee);
  bench_loop_settle ();
  bench_series_add (&series->sort_ours, ours);
  bench_series_add (&series->sort_plain, plain);
}

static void
report_first (Bench *self, const Series *series)
{
  const double ours = bench_series_min (&series->first_ours);
  const double plain = bench_series_min (&series->first_plain);
  g_autofree char *how = g_strdup_printf (
      "%d rows in the model after %.2f ms, LIMIT query %.2f; medians %.2f, %.2f", FIRST_ROWS, ours, plain,
      bench_series_median (&series->first_ours), bench_series_median (&series->first_plain));

  bench_report_add (self->report, &(BenchResult){ "list-first", ours / plain, ours - plain, "ms", FIRST_OVER,
                                                  series->first_ours.n, how });
}

/**
 * bench_measure_lists:
 * @self: the bench
 *
 * Opens the list of all payments by date, and sorts it anew, in turn with the same questions asked of SQLite.
 */
void
bench_measure_lists (Bench *self)
{
  AccordWorkspace *workspace = bench_open (self, self->large, ACCORD_OPEN_EXISTING);
  g_autoptr (sqlite3) db = bench_plain_open (self->large);
  Series warm_up = { 0 }, series = { 0 };

  measure_once (self, workspace, db, &warm_up);
  for (guint i = 0; i < self->runs; i++)
    measure_once (self, workspace, db, &series);
  report_first (self, &series);
  bench_report_add_ratio (self->report, "list-open", &series.open_ours, &series.open_plain, SCAN_TIMES,
                          "all identifiers by date");
  bench_report_add_ratio (self->report, "list-sort", &series.sort_ours, &series.sort_plain, SCAN_TIMES,
                          "by amount and by payee");
  bench_close (workspace);
}
