/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-case.h"

G_BEGIN_DECLS

/* The other side of the appraisal's ratios: the bare arithmetic, as anyone would write it in C for a case
 * whose size is known. It looks at nothing twice, checks nothing, and allocates nothing while it works. */

/**
 * BenchPlainYears:
 *
 * Pence by year, as AccordCbaYears.
 */
typedef struct
{
  double cost[BENCH_CASE_YEARS];
  double benefit[BENCH_CASE_YEARS];
  double cashable[BENCH_CASE_YEARS];
  double present_cost[BENCH_CASE_YEARS];
  double present_benefit[BENCH_CASE_YEARS];
  double present_cashable[BENCH_CASE_YEARS];
  double cumulative[BENCH_CASE_YEARS];
  double present_cumulative[BENCH_CASE_YEARS];
} BenchPlainYears;

/**
 * BenchPlainSums:
 *
 * Of all, and then of each organisation.
 */
typedef struct
{
  BenchPlainYears years;
  double pvc;
  double pvb;
  double npsv;
  double bcr;
  double eac;
  double present_cashable;
  double roi;
  int payback;
  int discounted_payback;
  double by_class[3];
  double cashable_by_class[3];
  double by_kind[3];
  double costs_by_timing[2];
  double benefits_by_timing[2];
  double cashable_by_timing[2];
  struct
  {
    BenchPlainYears years;
    double present_cost;
    double present_benefit;
    double present_cashable;
    double deepest_net;
    double cash_deepest_net;
    int deepest;
    int cash_deepest;
    int payback;
  } positions[BENCH_CASE_ORGANISATIONS];
} BenchPlainSums;

/**
 * BenchPlainOption:
 *
 * What an option comes to.
 */
typedef struct
{
  double lines[BENCH_CASE_LINES][BENCH_CASE_YEARS];
  double totals[BENCH_CASE_LINES];
  double presents[BENCH_CASE_LINES];
  BenchPlainSums own;
  BenchPlainSums net;
} BenchPlainOption;

typedef struct _BenchPlainCase BenchPlainCase;

BenchPlainCase *bench_plain_case_new (const AccordCba *cba);
void bench_plain_case_free (BenchPlainCase *self);
const BenchPlainOption *bench_plain_case_run (BenchPlainCase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchPlainCase, bench_plain_case_free)

G_END_DECLS
