/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clock.h"

#include <stdlib.h>
#include <time.h>

/* Longer than anything here takes on a slow machine, in milliseconds. */
#define PATIENCE 600000

/*
 * The main loop is stalled while it dispatches: from the moment poll() returns until it is called again.
 * Watched where the loop calls poll(), so that nothing is added to the loop and nothing in it is missed.
 */
static struct
{
  GPollFunc poll;
  gboolean watching;
  double since;
  double cpu_since;
  double longest;
  double longest_cpu;
} stall;

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/**
 * bench_now:
 *
 * Returns: a moment, in milliseconds
 */
double
bench_now (void)
{
  return read_clock (CLOCK_MONOTONIC);
}

void
bench_series_add (BenchSeries *self, double value)
{
  g_assert (self->n < G_N_ELEMENTS (self->values));
  self->values[self->n++] = value;
}

double
bench_series_min (const BenchSeries *self)
{
  double least = self->values[0];

  g_assert (self->n > 0);
  for (guint i = 1; i < self->n; i++)
    least = MIN (least, self->values[i]);
  return least;
}

static int
compare (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
bench_series_median (const BenchSeries *self)
{
  BenchSeries sorted = *self;

  g_assert (self->n > 0);
  qsort (sorted.values, sorted.n, sizeof (double), compare);
  return (sorted.values[(sorted.n - 1) / 2] + sorted.values[sorted.n / 2]) / 2;
}

/**
 * bench_loop_wait:
 * @condition: asked after every round of the main loop
 * @data: for @condition
 * @what: what is waited for, for the message when it never comes
 *
 * Runs the main loop until @condition holds.
 */
void
bench_loop_wait (BenchCondition condition, gpointer data, const char *what)
{
  const double start = bench_now ();

  while (!condition (data))
    {
      g_main_context_iteration (NULL, TRUE);
      if (bench_now () - start > PATIENCE)
        g_error ("Waited in vain for %s", what);
    }
}

/* Does what the main loop has to do at once. */
void
bench_loop_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gint
watched_poll (GPollFD *fds, guint n_fds, gint timeout)
{
  gint answer;

  if (stall.watching)
    {
      const double took = bench_now () - stall.since;

      if (took > stall.longest)
        {
          stall.longest = took;
          stall.longest_cpu = read_clock (CLOCK_THREAD_CPUTIME_ID) - stall.cpu_since;
        }
    }
  answer = stall.poll (fds, n_fds, timeout);
  if (stall.watching)
    {
      stall.cpu_since = read_clock (CLOCK_THREAD_CPUTIME_ID);
      stall.since = bench_now ();
    }
  return answer;
}

/* To be called once. */
void
bench_stall_watch (void)
{
  stall.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, watched_poll);
}

void
bench_stall_begin (void)
{
  stall.watching = TRUE;
  stall.longest = stall.longest_cpu = 0;
  stall.cpu_since = read_clock (CLOCK_THREAD_CPUTIME_ID);
  stall.since = bench_now ();
}

/**
 * bench_stall_end:
 * @cpu: (out): how much of it the thread computed, in milliseconds; the rest it waited for a core
 *
 * Returns: the longest time since bench_stall_begin() in which the main loop looked at nothing new, in
 * milliseconds
 */
double
bench_stall_end (double *cpu)
{
  stall.watching = FALSE;
  *cpu = stall.longest_cpu;
  return stall.longest;
}
