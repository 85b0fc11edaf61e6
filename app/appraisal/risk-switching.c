/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-trial.h"

#include <math.h>

/* Rates are scanned in steps of half a point, and beyond ten points in steps of two. */
#define FINE_STEP 0.005
#define FINE_STEPS 20
#define COARSE_STEP 0.02

/* Typed decimals go no further than this. */
#define FINEST 1e-9
#define MOST_STEPS 100

static const AccordCbaValue nowhere = { ACCORD_UNDEFINED_NO_EFFECT, 0 };

/* What NPSV hangs on in a straight line. */
static gboolean
is_straight (AccordCbaField field)
{
  switch ((int) field)
    {
    case ACCORD_CBA_FIELD_AMOUNT:
    case ACCORD_CBA_FIELD_BIAS:
    case ACCORD_CBA_FIELD_MITIGATED:
    case ACCORD_CBA_FIELD_NEED:
    case ACCORD_CBA_FIELD_ENGAGEMENT:
    case ACCORD_CBA_FIELD_IMPACT:
    case ACCORD_CBA_FIELD_DEADWEIGHT:
    case ACCORD_CBA_FIELD_UNIT_VALUE:
    case ACCORD_CBA_FIELD_ATTRIBUTION:
    case ACCORD_CBA_FIELD_DISPLACEMENT:
    case ACCORD_CBA_FIELD_LEAKAGE:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_nought (double npsv)
{
  return accord_cba_pence (npsv) == 0;
}

/* A value other than the base that is written down without rounding, and far enough from it: of a part nought
 * or one; of amounts twice as much, for what mitigates their bias costs the same until there are none; of
 * anything else nought, or where that is the base one (of money a pound). */
static double
other_value (const AccordCbaInput *input, double base)
{
  double least, greatest;

  accord_cba_input_range (input, &least, &greatest);
  if (greatest <= 1)
    return base < 0.5 ? 1 : 0;
  if (input->field == ACCORD_CBA_FIELD_AMOUNT)
    return 2;
  return base != 0 ? 0 : input->field == ACCORD_CBA_FIELD_UNIT_VALUE ? 100 : 1;
}

static AccordCbaValue
find_straight (const AccordTrial *trial, double base, double npsv)
{
  const double other = other_value (&trial->input, base);
  double there, slope, value, least, greatest;

  accord_cba_input_range (&trial->input, &least, &greatest);
  if (!accord_trial_at (trial, other, &there) || there == npsv)
    return nowhere;
  slope = (there - npsv) / (other - base);
  value = base - npsv / slope;
  if (!(value >= least && value <= greatest) || !accord_trial_at (trial, value, &there))
    return nowhere;
  return (AccordCbaValue){ ACCORD_DEFINED, value };
}

/* Where NPSV is nought between two values at which it has different signs: by false position, the end that
 * stays counting half each time (the Illinois method). */
static double
close_in (const AccordTrial *trial, double low, double at_low, double high, double at_high)
{
  for (guint i = 0; i < MOST_STEPS && fabs (high - low) > FINEST; i++)
    {
      const double value = high - at_high * (high - low) / (at_high - at_low);
      double npsv;

      if (!accord_trial_at (trial, value, &npsv) || is_nought (npsv))
        return value;
      if ((npsv < 0) == (at_high < 0))
        at_low *= 0.5;
      else
        {
          low = high;
          at_low = at_high;
        }
      high = value;
      at_high = npsv;
    }
  return high;
}

/* The value after so many steps from the base to one side; the last one is the end of the range. */
static double
step_to (const AccordTrial *trial, double base, int side, guint step)
{
  double least, greatest, distance = step;

  accord_cba_input_range (&trial->input, &least, &greatest);
  if (trial->input.field == ACCORD_CBA_FIELD_RATE)
    distance =
        step <= FINE_STEPS ? step * FINE_STEP : FINE_STEPS * FINE_STEP + (step - FINE_STEPS) * COARSE_STEP;
  else if (trial->input.field == ACCORD_CBA_FIELD_DROP_OFF)
    distance = greatest - least;
  return CLAMP (base + side * distance, least, greatest);
}

/* Years beyond the horizon change nothing. */
static gboolean
is_behind_horizon (const AccordTrial *trial, double value)
{
  return (trial->input.field == ACCORD_CBA_FIELD_LAG || trial->input.field == ACCORD_CBA_FIELD_LASTS)
         && value > (double) trial->cba->horizon;
}

static gboolean
is_whole (AccordCbaField field)
{
  return field == ACCORD_CBA_FIELD_LAG || field == ACCORD_CBA_FIELD_LASTS || field == ACCORD_CBA_FIELD_GRADE
         || field == ACCORD_CBA_FIELD_HORIZON;
}

/* Goes to one side until NPSV is nought or has another sign. */
static AccordCbaValue
scan (const AccordTrial *trial, double base, double npsv, int side)
{
  double before = base, at_before = npsv;

  for (guint step = 1;; step++)
    {
      const double value = step_to (trial, base, side, step);
      double there;

      if (value == before || is_behind_horizon (trial, value) || !accord_trial_at (trial, value, &there))
        return nowhere;
      if (is_nought (there) || (is_whole (trial->input.field) && (there < 0) != (npsv < 0)))
        return (AccordCbaValue){ ACCORD_DEFINED, value };
      if ((there < 0) != (npsv < 0))
        return (AccordCbaValue){ ACCORD_DEFINED, close_in (trial, before, at_before, value, there) };
      before = value;
      at_before = there;
    }
}

static AccordCbaValue
find_nearest (const AccordTrial *trial, double base, double npsv)
{
  const AccordCbaValue below = scan (trial, base, npsv, -1), above = scan (trial, base, npsv, 1);

  if (below.defined != ACCORD_DEFINED)
    return above;
  if (above.defined != ACCORD_DEFINED)
    return below;
  return base - below.value <= above.value - base ? below : above;
}

/**
 * accord_trial_switch:
 * @self: a trial
 * @base: the number as it was typed
 * @npsv: NPSV then
 *
 * Returns: where NPSV is nought, as accord_cba_switching_value()
 */
AccordCbaValue
accord_trial_switch (const AccordTrial *self, double base, double npsv)
{
  if (is_nought (npsv))
    return (AccordCbaValue){ ACCORD_DEFINED, base };
  return is_straight (self->input.field) ? find_straight (self, base, npsv) : find_nearest (self, base, npsv);
}

/**
 * accord_cba_switching_value:
 * @cba: a CBA
 * @option: index of an option of it
 * @input: one of its typed numbers
 *
 * Finds the value of the number, within its range, at which NPSV (against the comparator) is nought,
 * everything else being as it is: the nearest to what was typed, where there are several. NPSV hangs on most
 * numbers in a straight line; a rate is tried in steps of half a point, a number of years or a grade at every
 * value, of which the nearest counts at which NPSV is nought or has changed its sign.
 *
 * Returns: the value, or why there is none
 */
AccordCbaValue
accord_cba_switching_value (const AccordCba *cba, guint option, const AccordCbaInput *input)
{
  AccordTrial trial = { NULL };
  AccordCbaValue found = nowhere;
  double base, npsv;

  if (accord_trial_npsv (cba, option, &npsv) && accord_cba_input_get (cba, input, &base)
      && accord_trial_init (&trial, cba, option, input, npsv))
    found = accord_trial_switch (&trial, base, npsv);
  accord_trial_clear (&trial);
  return found;
}
