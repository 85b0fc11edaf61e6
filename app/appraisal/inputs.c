/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs.h"

#include <math.h>

/* Multiples of what was typed, people, works and rates go no further than anybody would try. */
#define MOST_TIMES 1000
#define MOST_NEED 9e9
#define MOST_BIAS 10
#define LEAST_RATE (-0.1)
#define MOST_RATE 0.9

static AccordCbaCost *
find_cost (const AccordCba *cba, const AccordCbaInput *input)
{
  const AccordCbaOption *option;

  if (input->is_outcome || input->option >= cba->options->len)
    return NULL;
  option = g_ptr_array_index (cba->options, input->option);
  return input->line < option->costs->len ? g_ptr_array_index (option->costs, input->line) : NULL;
}

static AccordCbaOutcome *
find_outcome (const AccordCba *cba, const AccordCbaInput *input)
{
  const AccordCbaOption *option;

  if (!input->is_outcome || input->option >= cba->options->len)
    return NULL;
  option = g_ptr_array_index (cba->options, input->option);
  return input->line < option->outcomes->len ? g_ptr_array_index (option->outcomes, input->line) : NULL;
}

static gboolean
is_of_whole (const AccordCbaInput *input)
{
  return input->option == ACCORD_CBA_NONE && input->line == ACCORD_CBA_NONE;
}

/* The decimal of an outcome that a field is. */
static AccordDecimal *
decimal_of_outcome (AccordCbaOutcome *outcome, AccordCbaField field)
{
  AccordDecimal *const decimals[ACCORD_CBA_N_FIELDS] = {
    [ACCORD_CBA_FIELD_NEED] = &outcome->need,
    [ACCORD_CBA_FIELD_ENGAGEMENT] = &outcome->engagement,
    [ACCORD_CBA_FIELD_IMPACT] = &outcome->impact,
    [ACCORD_CBA_FIELD_DEADWEIGHT] = &outcome->deadweight,
    [ACCORD_CBA_FIELD_ATTRIBUTION] = &outcome->attribution,
    [ACCORD_CBA_FIELD_DISPLACEMENT] = &outcome->displacement,
    [ACCORD_CBA_FIELD_LEAKAGE] = &outcome->leakage,
    [ACCORD_CBA_FIELD_DROP_OFF] = &outcome->drop_off,
    [ACCORD_CBA_FIELD_CASHABLE] = &outcome->cashable,
  };

  return field < ACCORD_CBA_N_FIELDS ? decimals[field] : NULL;
}

/* The decimal of a cost that a field is; where a worksheet says what the bias is, there is none. */
static AccordDecimal *
decimal_of_cost (AccordCbaCost *cost, AccordCbaField field)
{
  if (cost->sheet != NULL)
    return NULL;
  return field == ACCORD_CBA_FIELD_BIAS        ? &cost->bias
         : field == ACCORD_CBA_FIELD_MITIGATED ? &cost->mitigated
                                               : NULL;
}

static AccordDecimal *
find_decimal (const AccordCba *cba, const AccordCbaInput *input)
{
  AccordCbaCost *cost = find_cost (cba, input);
  AccordCbaOutcome *outcome = find_outcome (cba, input);

  if (outcome != NULL)
    return decimal_of_outcome (outcome, input->field);
  return cost != NULL ? decimal_of_cost (cost, input->field) : NULL;
}

static guint *
find_count (const AccordCba *cba, const AccordCbaInput *input)
{
  AccordCbaCost *cost = find_cost (cba, input);
  AccordCbaOutcome *outcome = find_outcome (cba, input);

  if (input->field == ACCORD_CBA_FIELD_GRADE && cba->grades != NULL)
    return cost != NULL ? &cost->grade : outcome != NULL ? &outcome->grade : NULL;
  if (outcome == NULL)
    return NULL;
  return input->field == ACCORD_CBA_FIELD_LAG     ? &outcome->lag_years
         : input->field == ACCORD_CBA_FIELD_LASTS ? &outcome->lasts
                                                  : NULL;
}

/**
 * accord_cba_input_get:
 * @cba: a CBA
 * @input: one of its typed numbers
 * @value: (out): as it was typed; sums of money in pence
 *
 * Returns: %TRUE and @value, or %FALSE where the CBA has no such number
 */
gboolean
accord_cba_input_get (const AccordCba *cba, const AccordCbaInput *input, double *value)
{
  const AccordDecimal *decimal = find_decimal (cba, input);
  const guint *count = find_count (cba, input);
  const AccordCbaOutcome *outcome = find_outcome (cba, input);

  if (decimal != NULL)
    *value = accord_decimal_to_double (*decimal);
  else if (count != NULL)
    *value = *count;
  else if (outcome != NULL && input->field == ACCORD_CBA_FIELD_UNIT_VALUE)
    *value = (double) outcome->unit_value;
  else if (input->field == ACCORD_CBA_FIELD_AMOUNT && find_cost (cba, input) != NULL)
    *value = 1;
  else if (is_of_whole (input) && input->field == ACCORD_CBA_FIELD_RATE && cba->schedules->len > 0)
    *value = 0;
  else if (is_of_whole (input) && input->field == ACCORD_CBA_FIELD_HORIZON)
    *value = cba->horizon;
  else
    return FALSE;
  return TRUE;
}

/**
 * accord_cba_input_range:
 * @input: a typed number
 * @least: (out): the least it may be tried at
 * @greatest: (out): the greatest
 *
 * How long an outcome lasts begins at one year: the nought that stands for “until the horizon” is no number
 * of years.
 */
void
accord_cba_input_range (const AccordCbaInput *input, double *least, double *greatest)
{
  *least = 0;
  *greatest = 1;
  switch ((int) input->field)
    {
    case ACCORD_CBA_FIELD_AMOUNT:
      *greatest = MOST_TIMES;
      break;
    case ACCORD_CBA_FIELD_NEED:
      *greatest = MOST_NEED;
      break;
    case ACCORD_CBA_FIELD_UNIT_VALUE:
      *least = -(double) ACCORD_CBA_LARGEST;
      *greatest = (double) ACCORD_CBA_LARGEST;
      break;
    case ACCORD_CBA_FIELD_BIAS:
      *greatest = MOST_BIAS;
      break;
    case ACCORD_CBA_FIELD_GRADE:
      *greatest = 6;
      break;
    case ACCORD_CBA_FIELD_LASTS:
    case ACCORD_CBA_FIELD_HORIZON:
      *least = 1;
      *greatest = ACCORD_CBA_MOST_YEARS;
      break;
    case ACCORD_CBA_FIELD_LAG:
      *greatest = ACCORD_CBA_MOST_YEARS;
      break;
    case ACCORD_CBA_FIELD_RATE:
      *least = LEAST_RATE;
      *greatest = MOST_RATE;
      break;
    default:
      break;
    }
}

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
  AccordDecimal *decimal = find_decimal (cba, input);
  guint *count = find_count (cba, input);
  AccordCbaOutcome *outcome = find_outcome (cba, input);
  AccordCbaCost *cost = find_cost (cba, input);
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
  const AccordCbaCost *cost = find_cost (cba, input);

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
