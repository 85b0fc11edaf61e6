/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/axis.h"

#include "appraisal/result.h"
#include "financial-year.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Beyond it a double of pence may not fit into 64 bits once it is rounded to a tick. */
#define FARTHEST 1e18
#define MOST_STEPS 200

/* 1, 2 and 5 times the powers of ten, one after the other. */
typedef struct
{
  double power;
  guint index;
} Step;

static const double steps[] = { 1, 2, 5 };

static double
step_value (const Step *step)
{
  return steps[step->index] * step->power;
}

static void
step_next (Step *step)
{
  step->index = (step->index + 1) % G_N_ELEMENTS (steps);
  if (step->index == 0)
    step->power *= 10;
}

static double
count (double low, double high, double step)
{
  return ceil (high / step) - floor (low / step) + 1;
}

static void
place (AccordAxis *self, double low, double high, double step)
{
  double first = floor (low / step), last = ceil (high / step);

  if (last <= first)
    last = first + 1;
  self->step = step;
  self->n_ticks = (guint) CLAMP (last - first + 1, 2, ACCORD_AXIS_MAX_TICKS);
  for (guint i = 0; i < self->n_ticks; i++)
    self->ticks[i] = (first + i) * step;
  self->low = self->ticks[0];
  self->high = self->ticks[self->n_ticks - 1];
}

static void
order (double *low, double *high)
{
  *low = CLAMP (*low, -FARTHEST, FARTHEST);
  *high = CLAMP (*high, -FARTHEST, FARTHEST);
  if (*low > *high)
    {
      double other = *low;

      *low = *high;
      *high = other;
    }
}

static Step
find (double low, double high, guint most, double least_step)
{
  Step step = { least_step, 0 };

  for (guint i = 0; i < MOST_STEPS && count (low, high, step_value (&step)) > most; i++)
    step_next (&step);
  return step;
}

/**
 * accord_axis_init:
 * @self: (out caller-allocates): an axis
 * @low: the least value
 * @high: the greatest
 * @most: how many ticks at most, 3 to %ACCORD_AXIS_MAX_TICKS
 * @least_step: a power of ten that the step is not to be under
 *
 * Makes a scale of 1, 2 or 5 times a power of ten that holds both ends.
 */
void
accord_axis_init (AccordAxis *self, double low, double high, guint most, double least_step)
{
  Step step;

  g_return_if_fail (most >= 3 && most <= ACCORD_AXIS_MAX_TICKS && least_step > 0);

  order (&low, &high);
  step = find (low, high, most, least_step);
  place (self, low, high, step_value (&step));
}

/* Whether people would see that any two ticks differ: a sum in short may have one decimal or two, so that not
 * only neighbours can read alike. */
static gboolean
can_be_told_apart (const AccordAxis *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->n_ticks; i++)
    if (!g_hash_table_add (seen, accord_axis_dup_money (self->ticks[i])))
      return FALSE;
  return TRUE;
}

/**
 * accord_axis_init_money:
 * @self: (out caller-allocates): an axis
 * @low: the least value, in pence
 * @high: the greatest
 * @most: how many ticks at most, 3 to %ACCORD_AXIS_MAX_TICKS
 *
 * Makes a scale of sums: as accord_axis_init(), and no two ticks read alike.
 */
void
accord_axis_init_money (AccordAxis *self, double low, double high, guint most)
{
  Step step;

  g_return_if_fail (most >= 3 && most <= ACCORD_AXIS_MAX_TICKS);

  order (&low, &high);
  step = find (low, high, most, 1);
  place (self, low, high, step_value (&step));
  for (guint i = 0; i < MOST_STEPS && !can_be_told_apart (self); i++)
    {
      step_next (&step);
      place (self, low, high, step_value (&step));
    }
}

/**
 * accord_axis_part:
 * @self: an axis
 * @value: a value
 *
 * Returns: where it lies, 0 at the beginning of the axis and 1 at its end; not beyond them
 */
double
accord_axis_part (const AccordAxis *self, double value)
{
  /* Halved: the ends may be so far apart that their distance is no number. */
  return CLAMP ((value / 2 - self->low / 2) / (self->high / 2 - self->low / 2), 0, 1);
}

/**
 * accord_axis_pence:
 * @pence: a sum as it was worked out
 *
 * Returns: the whole pence to show, halves away from nought
 */
gint64
accord_axis_pence (double pence)
{
  return accord_cba_pence (CLAMP (pence, -FARTHEST, FARTHEST));
}

/**
 * accord_axis_dup_money:
 * @pence: a sum
 *
 * Returns: (transfer full): it in short: “£1.2m”
 */
char *
accord_axis_dup_money (double pence)
{
  return accord_money_format (accord_axis_pence (pence), ACCORD_MONEY_SHORT);
}

/**
 * accord_axis_dup_year:
 * @base_year: the financial year that is year 0, or %ACCORD_NO_YEAR where years are only numbered
 * @year: years after it
 *
 * Returns: (transfer full): the year as people say it: “2017/18”, or “year 3”
 */
char *
accord_axis_dup_year (int base_year, guint year)
{
  /* A financial year is written with four digits. */
  if (base_year == ACCORD_NO_YEAR || base_year < 0 || base_year + (gint64) year > 9998)
    /* Translators: the third year after the first of an appraisal, which is year 0. */
    return g_strdup_printf (_ ("year %u"), year);
  return accord_financial_year_format (base_year + (int) year);
}

/**
 * accord_axis_year_step:
 * @n_years: how many years there are
 * @spacing: pixels from one to the next
 * @label: how wide the widest label is, with the gap after it
 *
 * Returns: every how many years there is room for a label
 */
guint
accord_axis_year_step (guint n_years, double spacing, double label)
{
  Step step = { 1, 0 };

  while (step_value (&step) * spacing < label && step_value (&step) < n_years)
    step_next (&step);
  return (guint) step_value (&step);
}

/**
 * accord_axis_part_labels:
 * @tops: (array length=n) (inout): where labels would like to begin, ascending
 * @heights: (array length=n): how high they are
 * @n: how many
 * @top: they are not to begin above this
 * @bottom: nor to end below this, if there is room for all
 *
 * Moves labels that would overlap apart, each as little as may be.
 */
void
accord_axis_part_labels (double *tops, const double *heights, guint n, double top, double bottom)
{
  double least = top, most = bottom;

  for (guint i = 0; i < n; i++)
    {
      tops[i] = MAX (tops[i], least);
      least = tops[i] + heights[i];
    }
  for (guint i = n; i > 0; i--)
    {
      tops[i - 1] = MIN (tops[i - 1], most - heights[i - 1]);
      most = tops[i - 1];
    }
  least = top;
  for (guint i = 0; i < n; i++)
    {
      tops[i] = MAX (tops[i], least);
      least = tops[i] + heights[i];
    }
}
