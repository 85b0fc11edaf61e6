/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cba-line.h"

/* A year that a caller names by mistake does not fill the memory with years before it. */
#define MOST_AMOUNTS 10000

void
accord_cba_cost_free (gpointer data)
{
  AccordCbaCost *self = data;

  g_free (self->uid);
  g_free (self->name);
  g_array_unref (self->amounts);
  accord_bias_sheet_free (self->sheet);
  g_free (self->source);
  g_free (self);
}

void
accord_cba_outcome_free (gpointer data)
{
  AccordCbaOutcome *self = data;

  g_free (self->uid);
  g_free (self->name);
  g_clear_pointer (&self->phasing, g_array_unref);
  g_array_unref (self->gains);
  g_free (self->source);
  g_free (self);
}

/* Certain, and moving with no other line. */
static const AccordSpread certain = { .likely = ACCORD_DECIMAL_ONE,
                                      .low = ACCORD_DECIMAL_ONE,
                                      .high = ACCORD_DECIMAL_ONE,
                                      .group = ACCORD_CBA_NONE };

/**
 * accord_cba_option_add_cost:
 * @self: an option
 * @uid: (nullable): what the caller knows it by
 * @name: what it is for
 *
 * Returns: (transfer none): a capital cost without amounts, payer, grade or bias, behind the others
 */
AccordCbaCost *
accord_cba_option_add_cost (AccordCbaOption *self, const char *uid, const char *name)
{
  AccordCbaCost *cost = g_new0 (AccordCbaCost, 1);

  cost->uid = g_strdup (uid);
  cost->name = g_strdup (name);
  cost->organisation = ACCORD_CBA_NONE;
  cost->amounts = g_array_new (FALSE, TRUE, sizeof (gint64));
  cost->price_year = ACCORD_NO_YEAR;
  cost->series = ACCORD_CBA_NONE;
  cost->schedule = ACCORD_CBA_NONE;
  cost->spread = certain;
  g_ptr_array_add (self->costs, cost);
  return cost;
}

/**
 * accord_cba_cost_set_amount:
 * @self: a cost
 * @year: counted from 0, below 10,000; beyond the horizon it is a fault of the CBA, not of the caller
 * @pence: the amount
 */
void
accord_cba_cost_set_amount (AccordCbaCost *self, guint year, gint64 pence)
{
  g_return_if_fail (year < MOST_AMOUNTS);

  if (year >= self->amounts->len)
    g_array_set_size (self->amounts, year + 1);
  g_array_index (self->amounts, gint64, year) = pence;
}

/**
 * accord_cba_cost_get_amount:
 * @self: a cost
 * @year: counted from 0
 *
 * Returns: its amount of that year, in pence, as typed; nought where none is typed
 */
gint64
accord_cba_cost_get_amount (const AccordCbaCost *self, guint year)
{
  return year < self->amounts->len ? g_array_index (self->amounts, gint64, year) : 0;
}

/**
 * accord_cba_option_add_outcome:
 * @self: an option
 * @uid: (nullable): what the caller knows it by
 * @name: what comes of it
 *
 * Returns: (transfer none): a fiscal outcome of nobody's and of no worth, behind the others: its multipliers
 * are neutral, nobody gains, and it lasts from year 0 until the horizon
 */
AccordCbaOutcome *
accord_cba_option_add_outcome (AccordCbaOption *self, const char *uid, const char *name)
{
  AccordCbaOutcome *outcome = g_new0 (AccordCbaOutcome, 1);

  outcome->uid = g_strdup (uid);
  outcome->name = g_strdup (name);
  outcome->engagement = ACCORD_DECIMAL_ONE;
  outcome->impact = ACCORD_DECIMAL_ONE;
  outcome->attribution = ACCORD_DECIMAL_ONE;
  outcome->price_year = ACCORD_NO_YEAR;
  outcome->series = ACCORD_CBA_NONE;
  outcome->gains = g_array_new (FALSE, FALSE, sizeof (AccordCbaGain));
  outcome->schedule = ACCORD_CBA_NONE;
  outcome->spread = certain;
  g_ptr_array_add (self->outcomes, outcome);
  return outcome;
}

/**
 * accord_cba_outcome_add_gain:
 * @self: an outcome
 * @organisation: index of who gains
 * @share: of the line, 0 to 1
 */
void
accord_cba_outcome_add_gain (AccordCbaOutcome *self, guint organisation, AccordDecimal share)
{
  const AccordCbaGain gain = { organisation, share };

  g_array_append_val (self->gains, gain);
}
