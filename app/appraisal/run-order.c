/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

#include <math.h>

/* Sums of doubles depend on the order in which they are taken. It is settled by what is added alone, so that
 * a line may stand wherever its owner likes, and organisations may be numbered in any way: lines that are
 * equal here add the same numbers to the same sums. */

/* Four sums at a time, always the same four: no sum waits for the one before it. */
static double
fold (const double *lanes)
{
  return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}

/**
 * accord_run_line_measure:
 * @self: a line whose years and factors are there
 * @stride: how many of them there are: a multiple of four
 *
 * Adds up its years, discounted and not, and finds the largest.
 */
void
accord_run_line_measure (AccordRunLine *self, guint stride)
{
  double total[4] = { 0 }, present[4] = { 0 }, peak[4] = { 0 };
  const double *years = self->years, *factors = self->factors;

  for (guint year = 0; year < stride; year += 4, years += 4, factors += 4)
    for (guint lane = 0; lane < 4; lane++)
      {
        const double size = fabs (years[lane]);

        total[lane] += years[lane];
        present[lane] += years[lane] * factors[lane];
        peak[lane] = size > peak[lane] ? size : peak[lane];
      }
  self->total = fold (total);
  self->present = fold (present);
  self->peak = MAX (MAX (peak[0], peak[1]), MAX (peak[2], peak[3]));
}

static int
compare_doubles (double a, double b)
{
  return (a > b) - (a < b);
}

static int
compare_arrays (const double *a, const double *b, guint n)
{
  int order = 0;

  for (guint i = 0; i < n && a != b && order == 0; i++)
    order = compare_doubles (a[i], b[i]);
  return order;
}

static int
compare_shares (const AccordRunLine *a, const AccordRunLine *b)
{
  int order = (a->n_shares > b->n_shares) - (a->n_shares < b->n_shares);

  for (guint i = 0; i < a->n_shares && order == 0; i++)
    {
      const AccordRunShare *one = &a->shares[i], *other = &b->shares[i];

      order = (one->rank > other->rank) - (one->rank < other->rank);
      if (order == 0)
        order = compare_doubles (one->share, other->share);
    }
  return order;
}

typedef struct
{
  const AccordRunLine *lines;
  const double *factors; /* of the CBA's own schedule */
  guint horizon;
} Sorting;

/* Those of the CBA's own schedule come first, as they are added up first. */
static int
compare_lines (const AccordRunLine *a, const AccordRunLine *b, const Sorting *sorting)
{
  int order = (a->factors != sorting->factors) - (b->factors != sorting->factors);

  if (order == 0)
    order = compare_doubles (a->total, b->total);
  if (order == 0)
    order = compare_doubles (a->present, b->present);
  if (order == 0)
    order = compare_arrays (a->years, b->years, sorting->horizon);
  if (order == 0)
    order = compare_arrays (a->factors, b->factors, sorting->horizon);
  if (order == 0)
    order = compare_doubles (a->cashable, b->cashable);
  return order != 0 ? order : compare_shares (a, b);
}

static int
compare_indices (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;

  return compare_lines (&sorting->lines[*(const guint *) a], &sorting->lines[*(const guint *) b], sorting);
}

/**
 * accord_run_option_sort:
 * @self: an option whose lines are measured
 * @run: its run
 *
 * Settles in which order its lines are added up.
 */
void
accord_run_option_sort (AccordRunOption *self, const AccordCbaRun *run)
{
  Sorting sorting = { self->lines, run->factors, run->horizon };

  for (guint i = 0; i < self->n_lines; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (int) self->n_costs, sizeof (guint), compare_indices, &sorting);
  g_qsort_with_data (self->order + self->n_costs, (int) (self->n_lines - self->n_costs), sizeof (guint),
                     compare_indices, &sorting);
}

static int
compare_organisations (gconstpointer a, gconstpointer b, gpointer data)
{
  const GPtrArray *organisations = data;
  const AccordCbaOrganisation *one = g_ptr_array_index (organisations, *(const guint *) a);
  const AccordCbaOrganisation *other = g_ptr_array_index (organisations, *(const guint *) b);
  int order = g_strcmp0 (one->name, other->name);

  return order != 0 ? order : g_strcmp0 (one->uid, other->uid);
}

/**
 * accord_run_rank:
 * @organisations: the organisations of a CBA
 * @order: (out) (array): their indices in an order of what they are and not of how they are numbered, and
 * last what stands behind them all: nobody
 * @ranks: (out) (array): where each comes in that order
 */
void
accord_run_rank (const GPtrArray *organisations, guint *order, guint *ranks)
{
  for (guint i = 0; i <= organisations->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) organisations->len, sizeof (guint), compare_organisations,
                     (gpointer) organisations);
  for (guint i = 0; i <= organisations->len; i++)
    ranks[order[i]] = i;
}
