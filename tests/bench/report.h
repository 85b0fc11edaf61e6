/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "clock.h"

G_BEGIN_DECLS

/* What has no limit, or no other side to be held against. */
#define BENCH_NONE (-1.0)

/**
 * BenchResult:
 * @name: what was measured
 * @ratio: ours to plain SQLite's, or %BENCH_NONE
 * @value: what is held against the limit, in @unit
 * @unit: of @value and @limit
 * @limit: how much @value may be at most, or %BENCH_NONE for what is only reported
 * @runs: how often it was measured
 * @detail: how it came about, for the table
 *
 * One line of the report.
 */
typedef struct
{
  const char *name;
  double ratio;
  double value;
  const char *unit;
  double limit;
  guint runs;
  const char *detail;
} BenchResult;

/**
 * BenchReport:
 *
 * What was measured, as a table for people and as JSON for programs.
 */
typedef struct _BenchReport BenchReport;

BenchReport *bench_report_new (void);
void bench_report_free (BenchReport *self);
void bench_report_add (BenchReport *self, const BenchResult *result);
void bench_report_add_ratio (BenchReport *self, const char *name, const BenchSeries *ours,
                             const BenchSeries *plain, double limit, const char *detail);
void bench_report_print (BenchReport *self);
gboolean bench_report_save (BenchReport *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchReport, bench_report_free)

G_END_DECLS
