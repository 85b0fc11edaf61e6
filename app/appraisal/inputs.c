/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input-find.h"

/* Multiples of what was typed, people, works and rates go no further than anybody would try. */
#define MOST_TIMES 1000
#define MOST_NEED 9e9
#define MOST_BIAS 10
#define LEAST_RATE (-0.1)
#define MOST_RATE 0.9

AccordCbaCost *
accord_cba_input_find_cost (const AccordCba *cba, const AccordCbaInput *input)
{
  const AccordCbaOption *option;

  if (input->is_outcome || input->option >= cba->options->len)
    return NULL;
  option = g_ptr_array_index (cba->options, input->option);
  return input->line < option->costs->len ? g_ptr_array_index (option->costs, input->line) : NULL;
}

AccordCbaOutcome *
accord_cba_input_find_outcome (const AccordCba *cba, const AccordCbaInput *input)
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

AccordDecimal *
accord_cba_input_find_decimal (const AccordCba *cba, const AccordCbaInput *input)
{
  AccordCbaCost *cost = accord_cba_input_find_cost (cba, input);
  AccordCbaOutcome *outcome = accord_cba_input_find_outcome (cba, input);

  if (outcome != NULL)
    return decimal_of_outcome (outcome, input->field);
  return cost != NULL ? decimal_of_cost (cost, input->field) : NULL;
}

guint *
accord_cba_input_find_count (const AccordCba *cba, const AccordCbaInput *input)
{
  AccordCbaCost *cost = accord_cba_input_find_cost (cba, input);
  AccordCbaOutcome *outcome = accord_cba_input_find_outcome (cba, input);

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
  const AccordDecimal *decimal = accord_cba_input_find_decimal (cba, input);
  const guint *count = accord_cba_input_find_count (cba, input);
  const AccordCbaOutcome *outcome = accord_cba_input_find_outcome (cba, input);

  if (decimal != NULL)
    *value = accord_decimal_to_double (*decimal);
  else if (count != NULL)
    *value = *count;
  else if (outcome != NULL && input->field == ACCORD_CBA_FIELD_UNIT_VALUE)
    *value = (double) outcome->unit_value;
  else if (input->field == ACCORD_CBA_FIELD_AMOUNT && accord_cba_input_find_cost (cba, input) != NULL)
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
