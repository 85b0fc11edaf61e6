/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"

#include "cba-faults.h"
#include "result.h"
#include "uid-set.h"

static void
check_uid (AccordCbaChecker *self, AccordUidSet *met, const char *uid)
{
  if (uid != NULL && !accord_uid_set_add (met, uid))
    accord_cba_checker_add (self, ACCORD_FAULT_TWO_SAME, ACCORD_CBA_FIELD_NONE, ACCORD_NO_YEAR, 0);
}

static void
check_schedules (AccordCbaChecker *self)
{
  const GPtrArray *schedules = self->cba->schedules;

  if (schedules->len == 0)
    accord_cba_checker_add (self, ACCORD_FAULT_NO_SCHEDULE, ACCORD_CBA_FIELD_SCHEDULE, ACCORD_NO_YEAR, 0);
  for (guint i = 0; i < schedules->len; i++)
    {
      const AccordSchedule *schedule = g_ptr_array_index (schedules, i);

      if (!accord_schedule_is_sound (schedule))
        accord_cba_checker_add (self, ACCORD_FAULT_SCHEDULE, ACCORD_CBA_FIELD_SCHEDULE, ACCORD_NO_YEAR, i);
      for (guint b = 0; b < schedule->bands->len; b++)
        {
          const AccordBand *band = &g_array_index (schedule->bands, AccordBand, b);

          if (band->rate > ACCORD_DECIMAL_ONE)
            accord_cba_checker_add_decimal (self, ACCORD_FAULT_OVER_ONE, ACCORD_CBA_FIELD_RATE, band->rate);
        }
    }
}

static void
check_tables (AccordCbaChecker *self)
{
  const AccordCba *cba = self->cba;

  for (guint i = 0; i < cba->series->len; i++)
    if (!accord_price_series_is_sound (g_ptr_array_index (cba->series, i)))
      accord_cba_checker_add (self, ACCORD_FAULT_SERIES, ACCORD_CBA_FIELD_SERIES, ACCORD_NO_YEAR, i);
  for (guint i = 0; cba->grades != NULL && i < cba->grades->corrections->len; i++)
    accord_cba_checker_part (self, ACCORD_CBA_FIELD_GRADE,
                             g_array_index (cba->grades->corrections, AccordDecimal, i));
  for (guint i = 0; cba->bias != NULL && i < cba->bias->types->len; i++)
    {
      const AccordBiasType *type = g_ptr_array_index (cba->bias->types, i);
      const AccordDecimal least = MIN (type->capital_upper, type->capital_lower);

      if (least < 0)
        accord_cba_checker_add_decimal (self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_BIAS, least);
    }
  for (guint i = 0; i < cba->groups->len; i++)
    accord_cba_checker_part (self, ACCORD_CBA_FIELD_GROUP,
                             ((const AccordCbaGroup *) g_ptr_array_index (cba->groups, i))->correlation);
}

static void
check_options (AccordCbaChecker *self)
{
  g_autoptr (AccordUidSet) met = accord_uid_set_new (self->cba->options->len);
  gboolean compared = FALSE;

  for (self->option = 0; self->option < self->cba->options->len; self->option++)
    {
      const AccordCbaOption *option = g_ptr_array_index (self->cba->options, self->option);

      check_uid (self, met, option->uid);
      if (option->comparator == ACCORD_COMPARATOR_NONE)
        continue;
      if (compared)
        accord_cba_checker_add (self, ACCORD_FAULT_TWO_COMPARATORS, ACCORD_CBA_FIELD_NONE, ACCORD_NO_YEAR, 0);
      compared = TRUE;
    }
  self->option = ACCORD_CBA_NONE;
}

static void
check_lines (AccordCbaChecker *self, const AccordCbaOption *option, AccordUidSet *met)
{
  self->is_outcome = FALSE;
  for (self->line = 0; self->line < option->costs->len; self->line++)
    {
      const AccordCbaCost *cost = g_ptr_array_index (option->costs, self->line);

      check_uid (self, met, cost->uid);
      accord_cba_checker_cost (self, cost);
    }
  self->is_outcome = TRUE;
  for (self->line = 0; self->line < option->outcomes->len; self->line++)
    {
      const AccordCbaOutcome *outcome = g_ptr_array_index (option->outcomes, self->line);

      check_uid (self, met, outcome->uid);
      accord_cba_checker_outcome (self, outcome);
    }
  self->is_outcome = FALSE;
  self->line = ACCORD_CBA_NONE;
}

static gsize
count_lines (const AccordCba *cba)
{
  gsize n = 0;

  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = g_ptr_array_index (cba->options, i);

      n += (gsize) option->costs->len + option->outcomes->len;
    }
  return n;
}

/**
 * accord_cba_find_typed_faults:
 * @cba: a CBA
 *
 * Returns: (transfer full) (nullable) (element-type AccordCbaFault): what is wrong with what was typed,
 * before anything is worked out; %NULL for nothing
 */
GArray *
accord_cba_find_typed_faults (const AccordCba *cba)
{
  AccordCbaChecker self = { cba, NULL, ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE };
  g_autoptr (AccordUidSet) met = NULL;
  const gsize n_lines = count_lines (cba);

  if (cba->horizon == 0 || cba->horizon > ACCORD_CBA_MOST_YEARS)
    {
      accord_cba_checker_add (&self, ACCORD_FAULT_HORIZON, ACCORD_CBA_FIELD_HORIZON, ACCORD_NO_YEAR,
                              cba->horizon);
      return self.faults;
    }
  check_schedules (&self);
  check_tables (&self);
  check_options (&self);
  if (n_lines > ACCORD_CBA_MOST_LINES)
    {
      accord_cba_checker_add (&self, ACCORD_FAULT_TOO_MANY, ACCORD_CBA_FIELD_NONE, ACCORD_NO_YEAR,
                              (double) n_lines);
      return self.faults;
    }
  met = accord_uid_set_new (n_lines);
  for (self.option = 0; self.option < cba->options->len; self.option++)
    check_lines (&self, g_ptr_array_index (cba->options, self.option), met);
  return self.faults;
}

/**
 * accord_cba_check:
 * @self: a CBA
 *
 * Goes through a CBA: what was typed, and where nothing is wrong with that, whether any sum of it is too
 * large. Of a schedule or series that is not sound the value of the fault is its index.
 *
 * Returns: (transfer full) (element-type AccordCbaFault): what is wrong, empty where nothing is
 */
GArray *
accord_cba_check (const AccordCba *self)
{
  GArray *faults = NULL;
  AccordCbaRun *run = accord_cba_run_new (self, &faults);

  if (run == NULL)
    return faults;
  accord_cba_run_free (run);
  return g_array_new (FALSE, FALSE, sizeof (AccordCbaFault));
}
