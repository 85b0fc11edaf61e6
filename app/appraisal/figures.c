/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

#include <math.h>

/* How far, as a part of itself, a sum may be from the decimal that it stands for: some sixty roundings. */
#define NOISE 0x1p-47

/* What cannot be told from a penny's fraction, in pence. */
#define SAME 0x1p-8

/**
 * accord_cba_pence:
 * @pence: a figure
 *
 * Rounds a figure to show it: to the nearest penny, a half away from nought. What is a half in decimals and a
 * hair under it as a double counts as a half, as it does for who adds up by hand.
 *
 * Returns: whole pence
 */
gint64
accord_cba_pence (double pence)
{
  const double size = fabs (pence);

  return (gint64) copysign (floor (size + 0.5 + MIN (size * NOISE, SAME)), pence);
}

static gboolean
is_below_nought (double pence)
{
  return pence < 0 && accord_cba_pence (pence) < 0;
}

/* The first year from which the sum stays at or above nought: year 0 where its benefits cover the costs of
 * each year from the beginning. */
static AccordCbaValue
find_payback (const double *cumulative, double costs, guint horizon)
{
  guint after = horizon;

  while (after > 0 && !is_below_nought (cumulative[after - 1]))
    after--;
  if (after == 0 && accord_cba_pence (costs) <= 0)
    return (AccordCbaValue){ ACCORD_UNDEFINED_NOTHING_PAID, 0 };
  if (after == horizon)
    return (AccordCbaValue){ ACCORD_UNDEFINED_NEVER, 0 };
  return (AccordCbaValue){ ACCORD_DEFINED, after };
}

static AccordCbaValue
divide_by_costs (double pence, double costs)
{
  const gint64 rounded = accord_cba_pence (costs);

  if (rounded == 0)
    return (AccordCbaValue){ ACCORD_UNDEFINED_NO_COSTS, 0 };
  if (rounded < 0)
    return (AccordCbaValue){ ACCORD_UNDEFINED_NET_SAVER, 0 };
  return (AccordCbaValue){ ACCORD_DEFINED, pence / costs };
}

/**
 * accord_cba_band:
 * @bcr: a benefit–cost ratio
 *
 * Returns: its value-for-money band; a boundary belongs to the band above, also where the ratio is a hair
 * under it because doubles are
 */
AccordMoneyBand
accord_cba_band (AccordCbaValue bcr)
{
  static const double boundaries[] = { 0, 1, 1.5, 2, 4 };
  guint band = ACCORD_VFM_VERY_POOR;

  if (bcr.defined != ACCORD_DEFINED)
    return ACCORD_VFM_NOT_DEFINED;
  for (guint i = 0; i < G_N_ELEMENTS (boundaries); i++)
    if (bcr.value >= boundaries[i] - 1e-9)
      band = i + 1;
  return (AccordMoneyBand) band;
}

/* The lowest of a sum, four years at a time. */
static double
find_lowest (const double *sums, guint stride)
{
  double lowest[4] = { sums[0], sums[1], sums[2], sums[3] };

  for (const double *at = sums + 4; at < sums + stride; at += 4)
    for (guint lane = 0; lane < 4; lane++)
      lowest[lane] = at[lane] < lowest[lane] ? at[lane] : lowest[lane];
  return MIN (MIN (lowest[0], lowest[1]), MIN (lowest[2], lowest[3]));
}

/* The first year in which a sum is as low as it gets, but for what cannot be seen. */
static guint
find_deepest (const double *sums, double lowest)
{
  guint year = 0;

  while (sums[year] > lowest + SAME)
    year++;
  return year;
}

static void
finish_position (AccordCbaPosition *self, const AccordCbaRun *run)
{
  const double *cash = accord_sums_get_cash (&self->years, run->stride);
  const double lowest = find_lowest (self->years.cumulative, run->stride);
  const double cash_lowest = find_lowest (cash, run->stride);

  self->present_net = self->present_benefit - self->present_cost;
  self->present_cash_net = self->present_cashable - self->present_cost;
  self->payback = find_payback (self->years.cumulative, self->present_cost, run->horizon);
  self->deepest = find_deepest (self->years.cumulative, lowest);
  self->deepest_net = is_below_nought (lowest) ? lowest : 0;
  self->cash_deepest = find_deepest (cash, cash_lowest);
  self->cash_deepest_net = is_below_nought (cash_lowest) ? cash_lowest : 0;
}

/**
 * accord_sums_finish:
 * @self: sums whose lines have been added up
 * @run: the run they are of
 *
 * Works out what follows from sums.
 */
void
accord_sums_finish (AccordCbaSums *self, const AccordCbaRun *run)
{
  self->npsv = self->pvb - self->pvc;
  self->bcr = divide_by_costs (self->pvb, self->pvc);
  self->band = accord_cba_band (self->bcr);
  self->npc = self->pvc;
  self->eac = self->npc / run->annuity;
  self->roi = divide_by_costs (self->present_cashable, self->pvc);
  self->budget_impact = self->present_cashable - self->pvc;
  self->payback = find_payback (self->years.cumulative, self->pvc, run->horizon);
  self->discounted_payback = find_payback (self->years.present_cumulative, self->pvc, run->horizon);
  for (guint i = 0; i < self->positions->len; i++)
    finish_position (&g_array_index (self->positions, AccordCbaPosition, i), run);
}

typedef struct
{
  gint64 left; /* of a penny, in steps too coarse for what doubles make of equal parts */
  guint index;
} Remainder;

static int
compare_remainders (gconstpointer a, gconstpointer b)
{
  const Remainder *one = a, *other = b;

  if (one->left != other->left)
    return one->left > other->left ? -1 : 1;
  return one->index < other->index ? -1 : 1;
}

/**
 * accord_cba_apportion:
 * @parts: (array length=n_parts): parts of a figure
 * @n_parts: how many
 * @pence: (out) (array length=n_parts): the same in whole pence, which add up to the figure in whole pence
 *
 * Rounds parts so that they add up: each down, and then those up that have lost most by it; of several that
 * have lost the same, the first. (Method of largest remainders.)
 */
void
accord_cba_apportion (const double *parts, guint n_parts, gint64 *pence)
{
  g_autofree Remainder *remainders = g_new (Remainder, n_parts);
  double sum = 0;
  gint64 given = 0, missing;

  for (guint i = 0; i < n_parts; i++)
    {
      pence[i] = (gint64) floor (parts[i] + SAME * SAME);
      remainders[i] = (Remainder){ llround ((parts[i] - (double) pence[i]) / (SAME * SAME)), i };
      sum += parts[i];
      given += pence[i];
    }
  missing = accord_cba_pence (sum) - given;
  if (n_parts > 0)
    qsort (remainders, n_parts, sizeof *remainders, compare_remainders);
  for (gint64 i = 0; i < missing && i < n_parts; i++)
    pence[remainders[i].index]++;
}
