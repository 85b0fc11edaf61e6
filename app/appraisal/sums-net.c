/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

/* How years lie in memory: the arrays of AccordCbaYears one after another, then the cumulative cash, which is
 * not shown by year; first those of the whole, then those of each slot. */
#define ARRAYS 9

void
accord_sums_point (AccordCbaYears *years, double *values, guint n)
{
  const gsize stride = n;

  years->cost = values;
  years->benefit = values + stride;
  years->cashable = values + stride * 2;
  years->present_cost = values + stride * 3;
  years->present_benefit = values + stride * 4;
  years->present_cashable = values + stride * 5;
  years->cumulative = values + stride * 6;
  years->present_cumulative = values + stride * 7;
}

/* Of cashable benefits less costs, added up. */
double *
accord_sums_get_cash (const AccordCbaYears *years, guint stride)
{
  return years->present_cumulative + stride;
}

/**
 * accord_run_count_values:
 * @self: a run
 *
 * Returns: how many numbers all years of an option take
 */
gsize
accord_run_count_values (const AccordCbaRun *self)
{
  return (gsize) self->stride * ARRAYS * (self->n_slots + 1);
}

/* Where the years of a slot begin; the years of the whole come before them all. */
double *
accord_run_get_slot (const AccordCbaRun *self, double *values, guint slot)
{
  return values + (gsize) self->stride * ARRAYS * (slot + 1);
}

/**
 * accord_sums_point_all:
 * @sums: (inout): sums, which get positions
 * @values: memory of accord_run_count_values() numbers
 * @run: the run
 * @nameless: whether some of it is nobody's
 */
void
accord_sums_point_all (AccordCbaSums *sums, double *values, const AccordCbaRun *run, gboolean nameless)
{
  const guint n_organisations = run->cba->organisations->len;
  const guint n = n_organisations + (nameless ? 1 : 0);

  accord_sums_point (&sums->years, values, run->stride);
  sums->positions = g_array_sized_new (FALSE, TRUE, sizeof (AccordCbaPosition), n);
  g_array_set_size (sums->positions, n);
  for (guint i = 0; i < n; i++)
    {
      AccordCbaPosition *position = &g_array_index (sums->positions, AccordCbaPosition, i);

      position->organisation = i == n_organisations ? ACCORD_CBA_NONE : i;
      accord_sums_point (&position->years, accord_run_get_slot (run, values, i), run->stride);
    }
}

static void
subtract (double *restrict net, const double *restrict from, const double *restrict less, gsize n)
{
  for (gsize i = 0; i < n; i++)
    net[i] = from[i] - less[i];
}

static void
subtract_position (AccordCbaPosition *net, const AccordCbaPosition *from, const AccordCbaPosition *less)
{
  net->present_cost = (from != NULL ? from->present_cost : 0) - (less != NULL ? less->present_cost : 0);
  net->present_benefit =
      (from != NULL ? from->present_benefit : 0) - (less != NULL ? less->present_benefit : 0);
  net->present_cashable =
      (from != NULL ? from->present_cashable : 0) - (less != NULL ? less->present_cashable : 0);
}

/**
 * accord_sums_subtract:
 * @self: a run
 * @from: what an option alone comes to
 * @less: what its comparator does
 * @net: (out): the one less the other
 * @values: memory for its years
 */
void
accord_sums_subtract (const AccordCbaRun *self, const AccordRunSums *from, const AccordRunSums *less,
                      AccordCbaSums *net, double *values)
{
  const AccordCbaSums *a = &from->sums, *b = &less->sums;

  accord_sums_point_all (net, values, self,
                         MAX (a->positions->len, b->positions->len) > self->cba->organisations->len);
  subtract (values, from->values, less->values, accord_run_count_values (self));
  net->pvc = a->pvc - b->pvc;
  net->pvb = a->pvb - b->pvb;
  net->present_cashable = a->present_cashable - b->present_cashable;
  subtract (net->by_class, a->by_class, b->by_class, 3);
  subtract (net->cashable_by_class, a->cashable_by_class, b->cashable_by_class, 3);
  subtract (net->by_kind, a->by_kind, b->by_kind, 3);
  subtract (net->costs_by_timing, a->costs_by_timing, b->costs_by_timing, 2);
  subtract (net->benefits_by_timing, a->benefits_by_timing, b->benefits_by_timing, 2);
  subtract (net->cashable_by_timing, a->cashable_by_timing, b->cashable_by_timing, 2);
  for (guint i = 0; i < net->positions->len; i++)
    subtract_position (&g_array_index (net->positions, AccordCbaPosition, i),
                       i < a->positions->len ? &g_array_index (a->positions, AccordCbaPosition, i) : NULL,
                       i < b->positions->len ? &g_array_index (b->positions, AccordCbaPosition, i) : NULL);
  accord_sums_finish (net, self);
}
