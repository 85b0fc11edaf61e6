/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cba.h"

/* A year that a caller names by mistake does not fill the memory with years before it. */
#define MOST_AMOUNTS 10000

static void
organisation_free (gpointer data)
{
  AccordCbaOrganisation *self = data;

  g_free (self->uid);
  g_free (self->name);
  g_free (self);
}

static void
group_free (gpointer data)
{
  AccordCbaGroup *self = data;

  g_free (self->name);
  g_free (self);
}

static void
cost_free (gpointer data)
{
  AccordCbaCost *self = data;

  g_free (self->uid);
  g_free (self->name);
  g_array_unref (self->amounts);
  accord_bias_sheet_free (self->sheet);
  g_free (self->source);
  g_free (self);
}

static void
outcome_free (gpointer data)
{
  AccordCbaOutcome *self = data;

  g_free (self->uid);
  g_free (self->name);
  g_clear_pointer (&self->phasing, g_array_unref);
  g_array_unref (self->gains);
  g_free (self->source);
  g_free (self);
}

static void
option_free (gpointer data)
{
  AccordCbaOption *self = data;

  g_free (self->uid);
  g_free (self->name);
  g_ptr_array_unref (self->costs);
  g_ptr_array_unref (self->outcomes);
  g_free (self);
}

static void
schedule_free (gpointer data)
{
  accord_schedule_free (data);
}

static void
series_free (gpointer data)
{
  accord_price_series_free (data);
}

/**
 * accord_cba_new:
 * @title: what it is of
 *
 * Returns: (transfer full): a CBA with nothing in it and a horizon of one year. Schedules and series are
 * appended to its arrays, which own them.
 */
AccordCba *
accord_cba_new (const char *title)
{
  AccordCba *self = g_new0 (AccordCba, 1);

  self->title = g_strdup (title);
  self->base_year = ACCORD_NO_YEAR;
  self->price_year = ACCORD_NO_YEAR;
  self->horizon = 1;
  self->organisations = g_ptr_array_new_with_free_func (organisation_free);
  self->options = g_ptr_array_new_with_free_func (option_free);
  self->schedules = g_ptr_array_new_with_free_func (schedule_free);
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  return self;
}

void
accord_cba_free (AccordCba *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->organisations);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->schedules);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->groups);
  accord_grade_table_free (self->grades);
  accord_bias_table_free (self->bias);
  g_free (self);
}

/**
 * accord_cba_add_option:
 * @self: a CBA
 * @uid: (nullable): what the caller knows it by
 * @name: what it is called
 *
 * Returns: (transfer none): an option without lines, behind the others
 */
AccordCbaOption *
accord_cba_add_option (AccordCba *self, const char *uid, const char *name)
{
  AccordCbaOption *option = g_new0 (AccordCbaOption, 1);

  option->uid = g_strdup (uid);
  option->name = g_strdup (name);
  option->costs = g_ptr_array_new_with_free_func (cost_free);
  option->outcomes = g_ptr_array_new_with_free_func (outcome_free);
  g_ptr_array_add (self->options, option);
  return option;
}

/**
 * accord_cba_add_organisation:
 * @self: a CBA
 * @uid: (nullable): what the caller knows it by
 * @name: what it is called
 *
 * Returns: its index
 */
guint
accord_cba_add_organisation (AccordCba *self, const char *uid, const char *name)
{
  AccordCbaOrganisation *organisation = g_new0 (AccordCbaOrganisation, 1);

  organisation->uid = g_strdup (uid);
  organisation->name = g_strdup (name);
  g_ptr_array_add (self->organisations, organisation);
  return self->organisations->len - 1;
}

/**
 * accord_cba_find_organisation:
 * @self: a CBA
 * @uid: (nullable): what the caller knows it by
 *
 * Returns: its index, or %ACCORD_CBA_NONE
 */
guint
accord_cba_find_organisation (const AccordCba *self, const char *uid)
{
  for (guint i = 0; i < self->organisations->len; i++)
    {
      const AccordCbaOrganisation *organisation = g_ptr_array_index (self->organisations, i);

      if (uid != NULL && g_strcmp0 (organisation->uid, uid) == 0)
        return i;
    }
  return ACCORD_CBA_NONE;
}

/**
 * accord_cba_find_option:
 * @self: a CBA
 * @uid: (nullable): what the caller knows it by
 *
 * Returns: its index, or %ACCORD_CBA_NONE
 */
guint
accord_cba_find_option (const AccordCba *self, const char *uid)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      const AccordCbaOption *option = g_ptr_array_index (self->options, i);

      if (uid != NULL && g_strcmp0 (option->uid, uid) == 0)
        return i;
    }
  return ACCORD_CBA_NONE;
}

/**
 * accord_cba_add_group:
 * @self: a CBA
 * @name: what its lines have in common
 * @correlation: between any two of them, 0 to 1
 *
 * Returns: its index
 */
guint
accord_cba_add_group (AccordCba *self, const char *name, AccordDecimal correlation)
{
  AccordCbaGroup *group = g_new0 (AccordCbaGroup, 1);

  group->name = g_strdup (name);
  group->correlation = correlation;
  g_ptr_array_add (self->groups, group);
  return self->groups->len - 1;
}

/**
 * accord_cba_find_comparator:
 * @self: a CBA
 *
 * Returns: index of the option the others are measured against, or %ACCORD_CBA_NONE
 */
guint
accord_cba_find_comparator (const AccordCba *self)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      const AccordCbaOption *option = g_ptr_array_index (self->options, i);

      if (option->comparator != ACCORD_COMPARATOR_NONE)
        return i;
    }
  return ACCORD_CBA_NONE;
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
