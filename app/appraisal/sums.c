/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

/* Every loop here goes over years and adds to each its own, so that a compiler may take several at once
 * without a change to any bit. */

/**
 * accord_sums_point:
 * @years: (out): arrays by year
 * @values: memory of %ACCORD_RUN_ARRAYS times @stride numbers
 * @stride: how long each is
 */
void
accord_sums_point (AccordCbaYears *years, double *values, guint stride)
{
  years->cost = values;
  years->benefit = values + (gsize) stride;
  years->cashable = values + (gsize) stride * 2;
  years->present_cost = values + (gsize) stride * 3;
  years->present_benefit = values + (gsize) stride * 4;
  years->present_cashable = values + (gsize) stride * 5;
  years->cumulative = values + (gsize) stride * 6;
  years->present_cumulative = values + (gsize) stride * 7;
}

static void
point_positions (AccordCbaSums *sums, double *values, const AccordCbaRun *run, gboolean nameless)
{
  const guint n = run->n_slots - (nameless ? 0 : 1);
  const gsize size = (gsize) run->stride * ACCORD_RUN_ARRAYS;

  accord_sums_point (&sums->years, values, run->stride);
  sums->positions = g_array_sized_new (FALSE, TRUE, sizeof (AccordCbaPosition), n);
  g_array_set_size (sums->positions, n);
  for (guint i = 0; i < n; i++)
    {
      AccordCbaPosition *position = &g_array_index (sums->positions, AccordCbaPosition, i);

      position->organisation = i == run->n_slots - 1 ? ACCORD_CBA_NONE : i;
      accord_sums_point (&position->years, values + size * (i + 1), run->stride);
    }
}

static void
add_cost_years (const AccordCbaYears *to, const double *restrict pence, const double *restrict factors,
                guint n)
{
  double *restrict cost = to->cost, *restrict present = to->present_cost;

  for (guint year = 0; year < n; year++)
    {
      cost[year] += pence[year];
      present[year] += pence[year] * factors[year];
    }
}

static void
add_benefit_years (const AccordCbaYears *to, const double *restrict pence, const double *restrict factors,
                   double cash, guint n)
{
  double *restrict benefit = to->benefit, *restrict present = to->present_benefit;
  double *restrict cashable = to->cashable, *restrict present_cashable = to->present_cashable;

  for (guint year = 0; year < n; year++)
    {
      const double discounted = pence[year] * factors[year];

      benefit[year] += pence[year];
      present[year] += discounted;
      cashable[year] += pence[year] * cash;
      present_cashable[year] += discounted * cash;
    }
}

/* Takes @share of @left for itself. */
static void
part_years (double *restrict part, double *restrict left, const double *restrict pence, double share, guint n)
{
  for (guint year = 0; year < n; year++)
    {
      part[year] = pence[year] * share;
      left[year] -= part[year];
    }
}

static AccordCbaPosition *
position_of (AccordCbaSums *sums, guint slot)
{
  return &g_array_index (sums->positions, AccordCbaPosition, slot);
}

static void
add_cost (AccordCbaSums *sums, const AccordRunLine *line, guint n)
{
  AccordCbaPosition *position = position_of (sums, line->shares[0].slot);

  add_cost_years (&sums->years, line->years, line->factors, n);
  add_cost_years (&position->years, line->years, line->factors, n);
  position->present_cost += line->present;
  sums->pvc += line->present;
  sums->by_kind[line->part] += line->present;
  sums->costs_by_timing[line->timing] += line->present;
}

static void
add_gain (AccordCbaSums *sums, const AccordRunLine *line, const AccordRunShare *share, const double *pence,
          double present, guint n)
{
  AccordCbaPosition *position = position_of (sums, share->slot);

  add_benefit_years (&position->years, pence, line->factors, line->cashable, n);
  position->present_benefit += present;
  position->present_cashable += present * line->cashable;
}

/* The last of those who gain has what is left of the line, so that their parts are the line again. */
static void
add_gains (AccordCbaSums *sums, const AccordRunLine *line, double *scratch, guint n)
{
  const AccordRunShare *last = &line->shares[line->n_shares - 1];
  double *part = scratch, *left = scratch + n;
  double present_left = line->present;

  for (guint year = 0; year < n; year++)
    left[year] = line->years[year];
  for (const AccordRunShare *share = line->shares; share < last; share++)
    {
      const double present = line->present * share->share;

      part_years (part, left, line->years, share->share, n);
      present_left -= present;
      add_gain (sums, line, share, part, present, n);
    }
  add_gain (sums, line, last, left, present_left, n);
}

static void
add_outcome (AccordCbaSums *sums, const AccordRunLine *line, double *scratch, guint n)
{
  const double cash = line->present * line->cashable;

  add_benefit_years (&sums->years, line->years, line->factors, line->cashable, n);
  if (line->n_shares == 1)
    add_gain (sums, line, line->shares, line->years, line->present, n);
  else
    add_gains (sums, line, scratch, n);
  sums->pvb += line->present;
  sums->present_cashable += cash;
  sums->by_class[line->part] += line->present;
  sums->cashable_by_class[line->part] += cash;
  sums->benefits_by_timing[line->timing] += line->present;
  sums->cashable_by_timing[line->timing] += cash;
}

static void
accumulate (const AccordCbaYears *years, guint n)
{
  double sum = 0, present = 0;

  for (guint year = 0; year < n; year++)
    {
      sum += years->benefit[year] - years->cost[year];
      present += years->present_benefit[year] - years->present_cost[year];
      years->cumulative[year] = sum;
      years->present_cumulative[year] = present;
    }
}

static GArray *
list_lines (const AccordRunOption *lines, const AccordCbaOption *option)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (AccordCbaLineSum), lines->n_lines);

  for (guint i = 0; i < lines->n_lines; i++)
    {
      const AccordRunLine *line = &lines->lines[i];
      const gboolean is_outcome = i >= lines->n_costs;
      const guint index = is_outcome ? i - lines->n_costs : i;
      const char *uid = is_outcome ? ((AccordCbaOutcome *) g_ptr_array_index (option->outcomes, index))->uid
                                   : ((AccordCbaCost *) g_ptr_array_index (option->costs, index))->uid;
      const AccordCbaLineSum sum = { uid, is_outcome, index, line->total, line->present, line->years };

      g_array_append_val (list, sum);
    }
  return list;
}

/**
 * accord_run_add_up:
 * @self: a run
 * @option: index of an option
 *
 * Returns: (transfer full): what the option alone comes to
 */
AccordRunSums *
accord_run_add_up (const AccordCbaRun *self, guint option)
{
  const AccordRunOption *lines = &self->options[option];
  const gsize n_values = (gsize) self->stride * ACCORD_RUN_ARRAYS * (self->n_slots + 1);
  AccordRunSums *own = g_malloc0 (sizeof *own + sizeof (double) * n_values);
  g_autofree double *scratch = g_new (double, (gsize) self->stride * 2);
  AccordCbaSums *sums = &own->sums;

  point_positions (sums, own->values, self, lines->nameless);
  own->lines = list_lines (lines, g_ptr_array_index (self->cba->options, option));
  for (guint i = 0; i < lines->n_costs; i++)
    add_cost (sums, &lines->lines[lines->order[i]], self->stride);
  for (guint i = lines->n_costs; i < lines->n_lines; i++)
    add_outcome (sums, &lines->lines[lines->order[i]], scratch, self->stride);
  accumulate (&sums->years, self->stride);
  for (guint i = 0; i < sums->positions->len; i++)
    accumulate (&position_of (sums, i)->years, self->stride);
  accord_sums_finish (sums, self->horizon, self->annuity);
  return own;
}

void
accord_run_sums_free (AccordRunSums *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->sums.positions);
  g_array_unref (self->lines);
  g_free (self);
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
 * @net: (out): what the option comes to less its comparator
 * @values: memory for its years
 * @option: index of the option, which is not the comparator
 *
 * Both options have been added up.
 */
void
accord_sums_subtract (const AccordCbaRun *self, AccordCbaSums *net, double *values, guint option)
{
  AccordRunSums *from = self->options[option].own, *less = self->options[self->comparator].own;
  const AccordCbaSums *a = &from->sums, *b = &less->sums;

  point_positions (net, values, self, MAX (a->positions->len, b->positions->len) == self->n_slots);
  subtract (values, from->values, less->values,
            (gsize) self->stride * ACCORD_RUN_ARRAYS * (self->n_slots + 1));
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
    subtract_position (position_of (net, i),
                       i < a->positions->len ? &g_array_index (a->positions, AccordCbaPosition, i) : NULL,
                       i < b->positions->len ? &g_array_index (b->positions, AccordCbaPosition, i) : NULL);
  accord_sums_finish (net, self->horizon, self->annuity);
}
