/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "plain.h"
#include "query.h"
#include "screen.h"

/* How many times as long as the bare scan of the full-text index. */
#define SCAN_TIMES 1.3

/* What a window shows at once. */
#define SHOWN 40

static const char search_sql[] = "SELECT rowid FROM \"payment.search\" WHERE \"payment.search\" MATCH ?1";

static const char *const typed[] = { "m", "mo", "mor", "morb" };

typedef struct
{
  BenchSeries ours;
  BenchSeries plain;
} Letter;

static void
type_letter (Bench *self, BenchScreen *screen, sqlite3 *db, const char *text, Letter *letter)
{
  g_autoptr (AccordQuery) query = bench_query (self, "date", text);
  g_autofree char *expression = accord_search_expression (text);
  g_autoptr (GArray) ids = NULL;
  double start;

  bench_screen_ask (screen, query);
  bench_series_add (&letter->ours, bench_screen_await_rows (screen, SHOWN));
  bench_screen_await_order (screen);
  bench_loop_settle ();

  start = bench_now ();
  ids = bench_plain_ids (db, search_sql, expression);
  bench_series_add (&letter->plain, bench_now () - start);
  if (ids->len != accord_record_list_get_total (bench_screen_get_list (screen)))
    g_error ("A search for “%s” found other records than SQLite", text);
}

static void
type_word (Bench *self, BenchScreen *screen, sqlite3 *db, Letter *letters)
{
  g_autoptr (AccordQuery) all = bench_query (self, "date", NULL);

  bench_screen_ask (screen, all);
  bench_screen_await_order (screen);
  bench_loop_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    type_letter (self, screen, db, typed[i], &letters[i]);
}

/* The word is typed as fast as each of its letters was once answered. */
static void
report (Bench *self, const Letter *letters)
{
  g_autoptr (GString) how = g_string_new (NULL);
  double ours = 0, plain = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const double letter = bench_series_min (&letters[i].ours);
      const double scan = bench_series_min (&letters[i].plain);

      g_string_append_printf (how, "%s%s %.1f ms, plain %.1f (medians %.1f, %.1f)", i > 0 ? "; " : "",
                              typed[i], letter, scan, bench_series_median (&letters[i].ours),
                              bench_series_median (&letters[i].plain));
      ours += letter;
      plain += scan;
    }
  bench_report_add (self->report, &(BenchResult){ "search", ours / plain, ours / plain, "x", SCAN_TIMES,
                                                  self->runs, how->str });
}

/**
 * bench_measure_search:
 * @self: the bench
 *
 * Types a word into the search of the list of all payments, letter by letter, and waits each time for what a
 * window shows, in turn with the bare scan of the full-text index.
 */
void
bench_measure_search (Bench *self)
{
  AccordWorkspace *workspace = bench_open (self, self->large, ACCORD_OPEN_EXISTING);
  g_autoptr (sqlite3) db = bench_plain_open (self->large);
  g_autoptr (AccordQuery) all = bench_query (self, "date", NULL);
  g_autoptr (BenchScreen) screen = bench_screen_new (workspace, all);
  Letter warm_up[G_N_ELEMENTS (typed)] = { 0 }, letters[G_N_ELEMENTS (typed)] = { 0 };

  bench_screen_await_order (screen);
  type_word (self, screen, db, warm_up);
  for (guint i = 0; i < self->runs; i++)
    type_word (self, screen, db, letters);
  report (self, letters);
  g_clear_pointer (&screen, bench_screen_free);
  bench_close (workspace);
}
