/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BENCH_MOST_RUNS 64

/**
 * BenchSeries:
 *
 * What was measured in several runs.
 */
typedef struct
{
  double values[BENCH_MOST_RUNS];
  guint n;
} BenchSeries;

/**
 * BenchCondition:
 * @data: what was given with it
 *
 * Returns: whether what is waited for is there
 */
typedef gboolean (*BenchCondition) (gpointer data);

double bench_now (void);
void bench_series_add (BenchSeries *self, double value);
double bench_series_min (const BenchSeries *self);
double bench_series_median (const BenchSeries *self);

void bench_loop_wait (BenchCondition condition, gpointer data, const char *what);
void bench_loop_settle (void);
void bench_stall_watch (void);
void bench_stall_begin (void);
double bench_stall_end (double *cpu);

G_END_DECLS
