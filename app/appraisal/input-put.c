/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input-find.h"

#include <math.h>

/* Beyond it a double does not become a whole number of 64 bits. */
#define BEYOND_WHOLE 0x1p62

static gboolean
put_count (guint *count, double value)
{
  if (!(value >= 0 && value <= G_MAXINT))
    return FALSE;
  *count = (guint) llround (value);
  return TRUE;
}

static gboolean
are_amounts_within (const AccordCbaCost *cost, double times, double largest)
{
  const gint64 *amounts = (const gint64 *) cost->amounts->data;

  for (guint year = 0; year < cost->amounts->len; year++)
    if (!(fabs ((double) amounts[year] * times) <= largest))
      return FALSE;
  return TRUE;
}

static gboolean
put_amounts (AccordCbaCost *cost, double times)
{
  gint64 *amounts = (gint64 *) cost->amounts->data;

  if (!are_amounts_within (cost, times, BEYOND_WHOLE))
    return FALSE;
  for (guint year = 0; year < cost->amounts->len; year++)
    amounts[year] = llround ((double) amounts[year] * times);
  return TRUE;
}

static gboolean
put_unit_value (AccordCbaOutcome *outcome, double pence)
{
  if (!(fabs (pence) <= BEYOND_WHOLE))
    return FALSE;
  outcome->unit_value = llround (pence);
  return TRUE;
}

static gboolean
can_discount (const AccordSchedule *schedule, guint horizon)
{
  double factors[ACCORD_CBA_MOST_YEARS];

  if (!accord_schedule_is_sound (schedule))
    return FALSE;
  for (guint i = 0; i < schedule->bands->len; i++)
    if (g_array_index (schedule->bands, AccordBand, i).rate > ACCORD_DECIMAL_ONE)
      return FALSE;
  horizon = MIN (horizon, G_N_ELEMENTS (factors));
  accord_schedule_fill (schedule, factors, horizon);
  for (guint year = 0; year < horizon; year++)
    if (!(factors[year] <= (double) ACCORD_CBA_LARGEST))
      return FALSE;
  return TRUE;
}

static gboolean
put_rate (AccordSchedule *schedule, double added)
{
  AccordDecimal more;

  if (!accord_decimal_from_double (added, &more))
    return FALSE;
  for (guint i = 0; i < schedule->bands->len; i++)
    {
      AccordDecimal sum;

      if (__builtin_add_overflow (g_array_index (schedule->bands, AccordBand, i).rate, more, &sum))
        return FALSE;
    }
  for (guint i = 0; i < schedule->bands->len; i++)
    g_array_index (schedule->bands, AccordBand, i).rate += more;
  return TRUE;
}

/* Whether the rates can be used as they are, and with more added as well. */
static gboolean
can_add_rate (const AccordCba *cba, double added)
{
  const AccordSchedule *schedule = g_ptr_array_index (cba->schedules, 0);
  g_autoptr (AccordSchedule) changed = accord_schedule_copy (schedule);

  return can_discount (schedule, cba->horizon) && put_rate (changed, added)
         && can_discount (changed, cba->horizon);
}

/* What was typed for later years is left out with them. */
static void
set_horizon (AccordCba *cba, guint horizon)
{
  cba->horizon = horizon;
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = g_ptr_array_index (cba->options, i);

      for (guint line = 0; line < option->costs->len; line++)
        {
          GArray *amounts = ((AccordCbaCost *) g_ptr_array_index (option->costs, line))->amounts;

          g_array_set_size (amounts, MIN (amounts->len, horizon));
        }
    }
}

static gboolean
put_decimal (AccordDecimal *decimal, double value)
{
  AccordDecimal exact;

  if (!accord_decimal_from_double (value, &exact))
    return FALSE;
  *decimal = exact;
  return TRUE;
}

/**
 * accord_cba_input_put:
 * @cba: a CBA
 * @input: one of its typed numbers
 * @value: what it is to be; pence, grades and years are rounded to whole ones
 *
 * Puts another number in the place of a typed one, sound or not: accord_cba_check() says what is wrong then.
 *
 * Returns: %TRUE, or %FALSE and nothing is changed: where the CBA has no such number, and where @value cannot
 *   be written down as one, such as a number of years below nought
 */
gboolean
accord_cba_input_put (AccordCba *cba, const AccordCbaInput *input, double value)
{
  AccordDecimal *decimal = accord_cba_input_find_decimal (cba, input);
  guint *count = accord_cba_input_find_count (cba, input);
  AccordCbaOutcome *outcome = accord_cba_input_find_outcome (cba, input);
  AccordCbaCost *cost = accord_cba_input_find_cost (cba, input);
  guint horizon;
  double typed;

  if (!accord_cba_input_get (cba, input, &typed))
    return FALSE;
  if (decimal != NULL)
    return put_decimal (decimal, value);
  if (count != NULL)
    return put_count (count, value);
  if (outcome != NULL)
    return put_unit_value (outcome, value);
  if (cost != NULL)
    return put_amounts (cost, value);
  if (input->field == ACCORD_CBA_FIELD_RATE)
    return put_rate (g_ptr_array_index (cba->schedules, 0), value);
  if (!put_count (&horizon, value))
    return FALSE;
  set_horizon (cba, horizon);
  return TRUE;
}

static gboolean
stays_sound (const AccordCba *cba, const AccordCbaInput *input, double value)
{
  const AccordCbaCost *cost = accord_cba_input_find_cost (cba, input);

  if (input->field == ACCORD_CBA_FIELD_GRADE)
    return cba->grades != NULL && llround (value) <= cba->grades->corrections->len;
  if (input->field == ACCORD_CBA_FIELD_RATE)
    return can_add_rate (cba, value);
  return input->field != ACCORD_CBA_FIELD_AMOUNT || cost == NULL
         || are_amounts_within (cost, value, (double) ACCORD_CBA_LARGEST);
}

/**
 * accord_cba_input_set:
 * @cba: a CBA
 * @input: one of its typed numbers
 * @value: what it is to be, within accord_cba_input_range(); pence, grades and years are rounded to whole
 * ones
 *
 * Puts another number in the place of a typed one. A number that was sound stays so, and a shorter horizon
 * leaves out what was typed for the years behind it; only what lines add up to may have become too large.
 *
 * Returns: %TRUE, or %FALSE and nothing is changed: where the CBA has no such number, where @value is out of
 * range or no number, and where a rate or grade would be one that is not
 */
gboolean
accord_cba_input_set (AccordCba *cba, const AccordCbaInput *input, double value)
{
  double least, greatest, typed;

  accord_cba_input_range (input, &least, &greatest);
  return value >= least && value <= greatest && accord_cba_input_get (cba, input, &typed)
         && stays_sound (cba, input, value) && accord_cba_input_put (cba, input, value);
}
