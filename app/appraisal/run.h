/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "result.h"

G_BEGIN_DECLS

/* What a run keeps, for the files that make it and count with it. */

/**
 * AccordRunShare:
 * @slot: index of the organisation, or of what no organisation was named for, behind them all
 * @rank: where the organisation comes in an order of their own contents
 * @share: of the line; the last of a line gets what is left
 */
typedef struct
{
  guint slot;
  guint rank;
  double share;
} AccordRunShare;

/**
 * AccordRunLine:
 * @years: its amounts by year, real, corrected, in pence
 * @factors: by year, what it is discounted by
 * @total: its amounts added up
 * @present: the same discounted
 * @peak: the largest of them, without its sign
 * @cashable: how much of it is cash; of costs nought
 * @part: its #AccordCostKind or #AccordOutcomeClass
 * @timing: whether it comes every year or once
 * @shares: (array length=n_shares): who pays or gains, at least one
 * @n_shares: how many
 *
 * A line made ready.
 */
typedef struct
{
  const double *years;
  const double *factors;
  double total;
  double present;
  double peak;
  double cashable;
  guint part;
  AccordTiming timing;
  const AccordRunShare *shares;
  guint n_shares;
} AccordRunLine;

/**
 * AccordRunSums:
 * @sums: of one option alone
 * @lines: (element-type AccordCbaLineSum): its lines
 * @values: the years of @sums
 *
 * What an option alone comes to.
 */
typedef struct
{
  AccordCbaSums sums;
  GArray *lines;
  double values[];
} AccordRunSums;

/**
 * AccordRunOption:
 * @lines: (array): costs, then outcomes, in their order
 * @order: (array): indices of @lines: costs, then outcomes, in an order of their contents
 * @n_costs: how many of them are costs
 * @n_lines: how many there are
 * @nameless: whether some of it is nobody's
 * @own: (nullable): what it comes to, once somebody has asked
 */
typedef struct
{
  AccordRunLine *lines;
  guint *order;
  guint n_costs;
  guint n_lines;
  gboolean nameless;
  AccordRunSums *own;
} AccordRunOption;

struct _AccordCbaRun
{
  gatomicrefcount references;
  const AccordCba *cba;
  guint horizon;
  guint stride;  /* the horizon, rounded up so that years can be added four at a time */
  guint n_slots; /* organisations, and one more where some line of any option is nobody's */
  guint *slots;  /* in an order of what they are */
  guint n_options;
  guint comparator;
  double annuity;
  double *factors; /* by schedule, then by year */
  AccordRunOption *options;
  void *memory;
};

void accord_run_line_measure (AccordRunLine *self, guint stride);
void accord_run_rank (const GPtrArray *organisations, guint *order, guint *ranks);
void accord_run_option_sort (AccordRunOption *self, const AccordCbaRun *run);
AccordCbaRun *accord_cba_run_ref (const AccordCbaRun *self);
GArray *accord_run_find_large (const AccordCbaRun *self);

AccordRunSums *accord_run_add_up (const AccordCbaRun *self, guint option);
void accord_run_sums_free (AccordRunSums *self);
gsize accord_run_count_values (const AccordCbaRun *self);
double *accord_run_get_slot (const AccordCbaRun *self, double *values, guint slot);
void accord_sums_point (AccordCbaYears *years, double *values, guint n);
void accord_sums_point_all (AccordCbaSums *sums, double *values, const AccordCbaRun *run, gboolean nameless);
double *accord_sums_get_cash (const AccordCbaYears *years, guint stride);
void accord_sums_subtract (const AccordCbaRun *self, const AccordRunSums *from, const AccordRunSums *less,
                           AccordCbaSums *net, double *values);
void accord_sums_finish (AccordCbaSums *self, const AccordCbaRun *run);

G_END_DECLS
