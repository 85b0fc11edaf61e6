/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "window.h"

#include <gio/gio.h>
#include <stdio.h>

/* In megabytes of a million bytes. */
#define MOST 16.0

#define MEGABYTE 1e6

/* Each list is opened in so many processes of its own. */
#define ROUNDS 3

static gint64
read_memory (const char *name)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gint64 kib = 0;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    g_error ("The system does not tell how much memory is used");
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], name))
      kib = g_ascii_strtoll (lines[i] + strlen (name), NULL, 10);
  return kib * 1024;
}

/**
 * bench_memory_show:
 * @self: the bench, with a schema
 * @path: a workspace
 *
 * In a process of its own: opens the list of payments of @path in a window and prints how much memory that
 * takes.
 */
void
bench_memory_show (Bench *self, const char *path)
{
  AccordWorkspace *workspace = bench_open (self, path, ACCORD_OPEN_EXISTING);
  g_autoptr (AccordQuery) query = bench_query (self, "date", NULL);
  g_autoptr (BenchWindow) window = bench_window_new ();

  bench_window_show (window, workspace, query);
  bench_window_await_order (window);
  bench_loop_settle ();
  bench_window_await_frame (window);
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", read_memory ("Pss:"), read_memory ("Rss:"));
  g_clear_pointer (&window, bench_window_free);
  bench_close (workspace);
}

static void
measure_once (const char *path, BenchSeries *pss, BenchSeries *rss)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "--memory-of", path, NULL);
  g_autofree char *text = NULL;
  long long a, b;

  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error))
    g_error ("%s", error->message);
  if (!g_subprocess_get_successful (process) || sscanf (text, "%lld %lld", &a, &b) != 2)
    g_error ("The process whose memory is measured failed");
  bench_series_add (pss, a / MEGABYTE);
  bench_series_add (rss, b / MEGABYTE);
}

/**
 * bench_measure_memory:
 * @self: the bench
 *
 * Opens the list of the large, the small and the empty workspace in processes of their own, in turn.
 */
void
bench_measure_memory (Bench *self)
{
  BenchSeries large = { 0 }, small = { 0 }, empty = { 0 };
  BenchSeries large_rss = { 0 }, small_rss = { 0 }, empty_rss = { 0 };
  g_autofree char *how = NULL;
  double over;

  for (guint i = 0; i < ROUNDS; i++)
    {
      measure_once (self->large, &large, &large_rss);
      measure_once (self->small, &small, &small_rss);
      measure_once (self->empty, &empty, &empty_rss);
    }
  over = bench_series_median (&large) - bench_series_median (&empty);
  how = g_strdup_printf (
      "PSS %.1f, with the small workspace's rows %.1f, with none %.1f; RSS %.1f, %.1f, %.1f",
      bench_series_median (&large), bench_series_median (&small), bench_series_median (&empty),
      bench_series_median (&large_rss), bench_series_median (&small_rss), bench_series_median (&empty_rss));
  bench_report_add (self->report, &(BenchResult){ "list-memory", BENCH_NONE, over, "MB", MOST, ROUNDS, how });
}
