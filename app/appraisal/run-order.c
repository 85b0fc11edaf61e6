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
 * Adds up its years, discounted and not, with their signs and without.
 */
void
accord_run_line_measure (AccordRunLine *self, guint stride)
{
  double total[4] = { 0 }, present[4] = { 0 }, size[4] = { 0 }, present_size[4] = { 0 };
  const double *years = self->years, *factors = self->factors;

  for (guint year = 0; year < stride; year += 4)
    for (guint lane = 0; lane < 4; lane++)
      {
        const double pence = years[year + lane];
        const double discounted = pence * factors[year + lane];

        total[lane] += pence;
        present[lane] += discounted;
        size[lane] += fabs (pence);
        present_size[lane] += fabs (discounted);
      }
  self->total = fold (total);
  self->present = fold (present);
  self->size = fold (size);
  self->present_size = fold (present_size);
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

static int
compare_lines (const AccordRunLine *a, const AccordRunLine *b, guint horizon)
{
  int order = compare_doubles (a->total, b->total);

  if (order == 0)
    order = compare_doubles (a->present, b->present);
  if (order == 0)
    order = compare_arrays (a->years, b->years, horizon);
  if (order == 0)
    order = compare_arrays (a->factors, b->factors, horizon);
  if (order == 0)
    order = compare_doubles (a->cashable, b->cashable);
  return order != 0 ? order : compare_shares (a, b);
}

typedef struct
{
  const AccordRunLine *lines;
  guint horizon;
} Sorting;

static int
compare_indices (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;

  return compare_lines (&sorting->lines[*(const guint *) a], &sorting->lines[*(const guint *) b],
                        sorting->horizon);
}

/**
 * accord_run_option_sort:
 * @self: an option whose lines are measured
 * @horizon: years counted
 *
 * Settles in which order its lines are added up.
 */
void
accord_run_option_sort (AccordRunOption *self, guint horizon)
{
  Sorting sorting = { self->lines, horizon };

  for (guint i = 0; i < self->n_lines; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (int) self->n_costs, sizeof (guint), compare_indices, &sorting);
  g_qsort_with_data (self->order + self->n_costs, (int) (self->n_lines - self->n_costs), sizeof (guint),
                     compare_indices, &sorting);
}
