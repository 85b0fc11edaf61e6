/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

#include <string.h>

/* Every loop here goes over years and adds to each its own, so that a compiler may take several at once
 * without a change to any bit. */

static void
add (double *restrict to, const double *restrict pence, guint n)
{
  for (guint year = 0; year < n; year++)
    to[year] += pence[year];
}

static void
add_benefit (double *restrict to, double *restrict cashable, const double *restrict pence, double cash,
             guint n)
{
  for (guint year = 0; year < n; year++)
    {
      to[year] += pence[year];
      cashable[year] += pence[year] * cash;
    }
}

static void
add_discounted (double *restrict to, const double *restrict pence, const double *restrict factors,
                double times, guint n)
{
  for (guint year = 0; year < n; year++)
    to[year] += pence[year] * factors[year] * times;
}

static void
discount (double *restrict present, const double *restrict pence, const double *restrict factors, guint n)
{
  for (guint year = 0; year < n; year++)
    present[year] = pence[year] * factors[year];
}

/* Takes @share of @whole out of @rest. */
static void
part_years (double *restrict part, double *restrict left, const double *restrict rest,
            const double *restrict whole, double share, guint n)
{
  for (guint year = 0; year < n; year++)
    {
      part[year] = whole[year] * share;
      left[year] = rest[year] - part[year];
    }
}

static AccordCbaPosition *
position_of (AccordCbaSums *sums, guint slot)
{
  return &g_array_index (sums->positions, AccordCbaPosition, slot);
}

/* Where the years of a line are added: with the discounting of the CBA's own schedule still to be done, for
 * all such lines at once, or with that of its own. */
typedef struct
{
  const AccordRunLine *line;
  gboolean discounts;
  guint n;
  double *scratch; /* three times as many years */
} Adding;

static void
add_cost_years (const Adding *adding, const AccordCbaYears *to)
{
  add (to->cost, adding->line->years, adding->n);
  if (adding->discounts)
    add_discounted (to->present_cost, adding->line->years, adding->line->factors, 1, adding->n);
}

static void
add_benefit_years (const Adding *adding, const AccordCbaYears *to, const double *pence)
{
  const AccordRunLine *line = adding->line;

  add_benefit (to->benefit, to->cashable, pence, line->cashable, adding->n);
  if (!adding->discounts)
    return;
  add_discounted (to->present_benefit, pence, line->factors, 1, adding->n);
  add_discounted (to->present_cashable, pence, line->factors, line->cashable, adding->n);
}

static void
add_cost (AccordCbaSums *sums, const Adding *adding)
{
  const AccordRunLine *line = adding->line;
  AccordCbaPosition *position = position_of (sums, line->shares[0].slot);

  add_cost_years (adding, &position->years);
  position->present_cost += line->present;
  sums->pvc += line->present;
  sums->by_kind[line->part] += line->present;
  sums->costs_by_timing[line->timing] += line->present;
}

static void
add_gain (AccordCbaSums *sums, const Adding *adding, const AccordRunShare *share, const double *pence,
          double present)
{
  AccordCbaPosition *position = position_of (sums, share->slot);

  add_benefit_years (adding, &position->years, pence);
  position->present_benefit += present;
  position->present_cashable += present * adding->line->cashable;
}

/* The last of those who gain has what is left of the line, so that their parts are the line again. */
static void
add_gains (AccordCbaSums *sums, const Adding *adding)
{
  const AccordRunLine *line = adding->line;
  const AccordRunShare *last = &line->shares[line->n_shares - 1];
  double *part = adding->scratch, *left = part + adding->n, *other = left + adding->n;
  const double *rest = line->years;
  double present_left = line->present;

  for (const AccordRunShare *share = line->shares; share < last; share++)
    {
      const double present = line->present * share->share;

      part_years (part, left, rest, line->years, share->share, adding->n);
      rest = left;
      left = other;
      other = (double *) rest;
      present_left -= present;
      add_gain (sums, adding, share, part, present);
    }
  add_gain (sums, adding, last, rest, present_left);
}

static void
add_outcome (AccordCbaSums *sums, const Adding *adding)
{
  const AccordRunLine *line = adding->line;
  const double cash = line->present * line->cashable;

  add_gains (sums, adding);
  sums->pvb += line->present;
  sums->present_cashable += cash;
  sums->by_class[line->part] += line->present;
  sums->cashable_by_class[line->part] += cash;
  sums->benefits_by_timing[line->timing] += line->present;
  sums->cashable_by_timing[line->timing] += cash;
}

/* The lines that the CBA's own schedule discounts, or those that another does. */
static void
add_lines (AccordCbaSums *sums, const AccordCbaRun *run, const AccordRunOption *lines, gboolean others,
           double *scratch)
{
  Adding adding = { .discounts = others, .n = run->stride, .scratch = scratch };

  for (guint i = 0; i < lines->n_lines; i++)
    {
      adding.line = &lines->lines[lines->order[i]];
      if ((adding.line->factors != run->factors) != others)
        continue;
      if (i < lines->n_costs)
        add_cost (sums, &adding);
      else
        add_outcome (sums, &adding);
    }
}

/* The six arrays by year that are not cumulative lie one after another: the first three as they are, then
 * discounted. */
#define PLAIN 3
#define SUMMED 6

static void
discount_slot (double *slot, const AccordCbaRun *run)
{
  for (guint array = 0; array < PLAIN; array++)
    discount (slot + (gsize) run->stride * (PLAIN + array), slot + (gsize) run->stride * array, run->factors,
              run->stride);
}

/* The whole is the sum of its parts, in an order of what organisations are and not of how they are numbered.
 */
static void
total_slots (double *values, const AccordCbaRun *run)
{
  memset (values, 0, sizeof *values * run->stride * SUMMED);
  for (guint i = 0; i < run->n_slots; i++)
    add (values, accord_run_get_slot (run, values, run->slots[i]), run->stride * SUMMED);
}

/* Three sums that do not wait for each other. */
static void
accumulate (double *slot, guint n)
{
  AccordCbaYears years;
  double *cash_cumulative;
  double sum = 0, present = 0, cash = 0;

  accord_sums_point (&years, slot, n);
  cash_cumulative = accord_sums_get_cash (&years, n);
  for (guint year = 0; year < n; year++)
    {
      sum += years.benefit[year] - years.cost[year];
      present += years.present_benefit[year] - years.present_cost[year];
      cash += years.cashable[year] - years.cost[year];
      years.cumulative[year] = sum;
      years.present_cumulative[year] = present;
      cash_cumulative[year] = cash;
    }
}

static AccordCbaLineSum
line_sum (const AccordRunOption *lines, const AccordCbaOption *option, guint i)
{
  const AccordRunLine *line = &lines->lines[i];
  const gboolean is_outcome = i >= lines->n_costs;
  const guint index = is_outcome ? i - lines->n_costs : i;
  const char *uid = is_outcome ? ((AccordCbaOutcome *) g_ptr_array_index (option->outcomes, index))->uid
                               : ((AccordCbaCost *) g_ptr_array_index (option->costs, index))->uid;

  return (AccordCbaLineSum){ uid, is_outcome, index, line->total, line->present, line->years };
}

static GArray *
list_lines (const AccordRunOption *lines, const AccordCbaOption *option)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (AccordCbaLineSum), lines->n_lines);

  g_array_set_size (list, lines->n_lines);
  for (guint i = 0; i < lines->n_lines; i++)
    g_array_index (list, AccordCbaLineSum, i) = line_sum (lines, option, i);
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
  AccordRunSums *own = g_malloc (sizeof *own + sizeof (double) * accord_run_count_values (self));
  g_autofree double *scratch = g_new (double, (gsize) self->stride * 3);

  own->sums = (AccordCbaSums){ 0 };
  accord_sums_point_all (&own->sums, own->values, self, lines->nameless);
  own->lines = list_lines (lines, g_ptr_array_index (self->cba->options, option));
  for (guint slot = 0; slot < self->n_slots; slot++)
    memset (accord_run_get_slot (self, own->values, slot), 0, sizeof (double) * self->stride * PLAIN);
  add_lines (&own->sums, self, lines, FALSE, scratch);
  for (guint slot = 0; slot < self->n_slots; slot++)
    discount_slot (accord_run_get_slot (self, own->values, slot), self);
  add_lines (&own->sums, self, lines, TRUE, scratch);
  total_slots (own->values, self);
  accumulate (own->values, self->stride);
  for (guint slot = 0; slot < self->n_slots; slot++)
    accumulate (accord_run_get_slot (self, own->values, slot), self->stride);
  accord_sums_finish (&own->sums, self);
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
