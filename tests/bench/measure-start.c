/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gio/gio.h>
#include <signal.h>
#include <string.h>

/* How many times as long the large workspace may take. */
#define SMALL_TIMES 1.2

/* A window with fewer colours shows nothing yet. */
#define COLOURS 24

/* Every so many lines of the screen one is looked at: a few thousand points, which costs the X server little.
 */
#define LINE_STEP 24

#define PATIENCE 60000

static gboolean
note_colour (guint32 *seen, guint *n_seen, guint32 colour)
{
  for (guint i = 0; i < *n_seen; i++)
    if (seen[i] == colour)
      return FALSE;
  seen[(*n_seen)++] = colour;
  return *n_seen >= COLOURS;
}

static gboolean
is_painted (Display *display)
{
  Window root = DefaultRootWindow (display);
  const int width = DisplayWidth (display, DefaultScreen (display));
  const int height = DisplayHeight (display, DefaultScreen (display));
  guint32 seen[COLOURS];
  guint n_seen = 0;
  gboolean painted = FALSE;

  for (int y = 0; y < height && !painted; y += LINE_STEP)
    {
      XImage *image = XGetImage (display, root, 0, y, width, 1, AllPlanes, ZPixmap);

      if (image == NULL)
        return FALSE;
      for (int x = 0; x < width && !painted; x++)
        painted = note_colour (seen, &n_seen, XGetPixel (image, x, 0));
      XDestroyImage (image);
    }
  return painted;
}

static void
await_screen (Display *display, gboolean painted)
{
  const double start = bench_now ();

  while (is_painted (display) != painted)
    {
      g_usleep (1000);
      if (bench_now () - start > PATIENCE)
        g_error (painted ? "Accord painted no window" : "Accord's window does not go away");
    }
}

static double
start_once (Display *display, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  const double start = bench_now ();
  double took;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, ACCORD_PROGRAM, path, NULL);
  if (process == NULL)
    g_error ("%s", error->message);
  await_screen (display, TRUE);
  took = bench_now () - start;
  g_subprocess_send_signal (process, SIGTERM);
  g_subprocess_wait (process, NULL, NULL);
  await_screen (display, FALSE);
  return took;
}

/**
 * bench_measure_start:
 * @self: the bench
 *
 * Starts Accord itself with the small and with the large workspace, in turn, and looks at the screen until
 * its window is painted.
 */
void
bench_measure_start (Bench *self)
{
  Display *display = XOpenDisplay (NULL);
  BenchSeries small = { 0 }, large = { 0 };
  g_autofree char *small_how = NULL, *large_how = NULL;
  double ratio;

  if (display == NULL || is_painted (display))
    g_error ("Starting can only be measured on an empty X display");
  start_once (display, self->small);
  start_once (display, self->large);
  for (guint i = 0; i < self->runs; i++)
    {
      bench_series_add (&small, start_once (display, self->small));
      bench_series_add (&large, start_once (display, self->large));
    }
  XCloseDisplay (display);

  ratio = bench_series_min (&large) / bench_series_min (&small);
  small_how = g_strdup_printf ("to the painted window; median %.1f", bench_series_median (&small));
  large_how =
      g_strdup_printf ("%.1f ms, the small one's %.1f; medians %.1f, %.1f (%.2f)", bench_series_min (&large),
                       bench_series_min (&small), bench_series_median (&large), bench_series_median (&small),
                       bench_series_median (&large) / bench_series_median (&small));
  bench_report_add (self->report, &(BenchResult){ "start-small", BENCH_NONE, bench_series_min (&small), "ms",
                                                  BENCH_NONE, small.n, small_how });
  bench_report_add (self->report,
                    &(BenchResult){ "start-large", BENCH_NONE, ratio, "x", SMALL_TIMES, large.n, large_how });
}
