/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-fixture.h"

/* Every fault that a CBA can have, one at a time. */

static void
test_horizon (void)
{
  static const guint wrong[] = { 0, ACCORD_CBA_MOST_YEARS + 1, G_MAXUINT };
  CheckFixture self;

  check_set_up (&self);
  check_assert_sound (&self);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      self.cba->horizon = wrong[i];
      check_assert_whole_fault (&self, ACCORD_FAULT_HORIZON, ACCORD_CBA_FIELD_HORIZON, wrong[i]);
    }
  self.cba->horizon = 2;
  accord_cba_cost_set_amount (g_ptr_array_index (((AccordCbaOption *) self.cba->options->pdata[0])->costs, 0),
                              2, 0);
  check_assert_sound (&self);
  accord_cba_cost_set_amount (self.cost, 700, -4);
  check_assert_cost_fault (&self, ACCORD_FAULT_BEYOND_HORIZON, ACCORD_CBA_FIELD_AMOUNT, 700, -4);
  check_clear (&self);
}

static void
test_schedules (void)
{
  CheckFixture self;
  AccordSchedule *schedule = accord_schedule_new ("odd", NULL, NULL);

  check_set_up (&self);
  g_ptr_array_add (self.cba->schedules, schedule);
  check_assert_whole_fault (&self, ACCORD_FAULT_SCHEDULE, ACCORD_CBA_FIELD_SCHEDULE, 1);
  accord_schedule_add (schedule, 2, PERCENT);
  check_assert_whole_fault (&self, ACCORD_FAULT_SCHEDULE, ACCORD_CBA_FIELD_SCHEDULE, 1);
  g_array_index (schedule->bands, AccordBand, 0).first = 1;
  check_assert_sound (&self);
  accord_schedule_add (schedule, 1, PERCENT);
  check_assert_whole_fault (&self, ACCORD_FAULT_SCHEDULE, ACCORD_CBA_FIELD_SCHEDULE, 1);
  g_array_index (schedule->bands, AccordBand, 1).first = 9;
  g_array_index (schedule->bands, AccordBand, 1).rate = -ACCORD_DECIMAL_ONE;
  check_assert_whole_fault (&self, ACCORD_FAULT_SCHEDULE, ACCORD_CBA_FIELD_SCHEDULE, 1);
  g_array_index (schedule->bands, AccordBand, 1).rate = 150 * PERCENT;
  check_assert_whole_fault (&self, ACCORD_FAULT_OVER_ONE, ACCORD_CBA_FIELD_RATE, 1.5);
  g_ptr_array_set_size (self.cba->schedules, 0);
  check_assert_whole_fault (&self, ACCORD_FAULT_NO_SCHEDULE, ACCORD_CBA_FIELD_SCHEDULE, 0);
  check_clear (&self);
}

/* Rates so far below nought that a penny becomes a fortune. */
static void
test_negative_rates (void)
{
  CheckFixture self;
  const AccordCbaFault fault = {
    ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_RATE, 8, 0
  };

  check_set_up (&self);
  self.cba->horizon = ACCORD_CBA_MOST_YEARS;
  g_array_index (((AccordSchedule *) self.cba->schedules->pdata[0])->bands, AccordBand, 0).rate =
      -99 * PERCENT;
  check_assert_fault (&self, &fault);
  check_clear (&self);
}

static void
test_tables (void)
{
  CheckFixture self;
  AccordPriceSeries *series;

  check_set_up (&self);
  series = self.cba->series->pdata[0];
  g_array_index (series->indices, AccordPriceIndex, 2).index = 0;
  check_assert_whole_fault (&self, ACCORD_FAULT_SERIES, ACCORD_CBA_FIELD_SERIES, 0);
  g_array_index (series->indices, AccordPriceIndex, 2).index = 1;
  check_assert_sound (&self);
  accord_price_series_add (series, 2024, ACCORD_DECIMAL_ONE);
  check_assert_whole_fault (&self, ACCORD_FAULT_SERIES, ACCORD_CBA_FIELD_SERIES, 0);
  g_array_set_size (series->indices, 0);
  check_assert_whole_fault (&self, ACCORD_FAULT_SERIES, ACCORD_CBA_FIELD_SERIES, 0);
  check_clear (&self);

  check_set_up (&self);
  g_array_index (self.cba->grades->corrections, AccordDecimal, 5) = 101 * PERCENT;
  check_assert_whole_fault (&self, ACCORD_FAULT_OVER_ONE, ACCORD_CBA_FIELD_GRADE, 1.01);
  g_array_index (self.cba->grades->corrections, AccordDecimal, 5) = -PERCENT;
  check_assert_whole_fault (&self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_GRADE, -.01);
  check_clear (&self);

  check_set_up (&self);
  ((AccordBiasType *) self.cba->bias->types->pdata[1])->capital_lower = ACCORD_DECIMAL_UNKNOWN;
  check_assert_whole_fault (&self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_BIAS, 0);
  check_clear (&self);

  check_set_up (&self);
  ((AccordCbaGroup *) self.cba->groups->pdata[0])->correlation = 2 * ACCORD_DECIMAL_ONE;
  check_assert_whole_fault (&self, ACCORD_FAULT_OVER_ONE, ACCORD_CBA_FIELD_GROUP, 2);
  check_clear (&self);
}

static void
test_options (void)
{
  const AccordCbaFault second = {
    ACCORD_FAULT_TWO_COMPARATORS, 1, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_NONE, ACCORD_NO_YEAR, 0
  };
  const AccordCbaFault same = { ACCORD_FAULT_TWO_SAME, 1, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_NONE,
                                ACCORD_NO_YEAR,        0 };
  CheckFixture self;
  AccordCbaOption *options[2];

  check_set_up (&self);
  for (guint i = 0; i < 2; i++)
    {
      options[i] = self.cba->options->pdata[i];
      options[i]->comparator = ACCORD_COMPARATOR_DO_NOTHING;
    }
  check_assert_fault (&self, &second);
  options[0]->comparator = ACCORD_COMPARATOR_NONE;
  check_assert_sound (&self);
  g_free (options[1]->uid);
  options[1]->uid = g_strdup ("o");
  check_assert_fault (&self, &same);
  g_clear_pointer (&options[1]->uid, g_free);
  g_clear_pointer (&options[0]->uid, g_free);
  check_assert_sound (&self);
  g_free (self.outcome->uid);
  self.outcome->uid = g_strdup ("c");
  check_assert_outcome_fault (&self, ACCORD_FAULT_TWO_SAME, ACCORD_CBA_FIELD_NONE, ACCORD_NO_YEAR, 0);
  check_clear (&self);
}

static void
test_too_many (void)
{
  CheckFixture self;
  AccordCbaOption *option;

  check_set_up (&self);
  option = self.cba->options->pdata[0];
  while (option->costs->len < ACCORD_CBA_MOST_LINES - 4)
    accord_cba_option_add_cost (option, NULL, "Cost");
  check_assert_sound (&self);
  accord_cba_option_add_cost (option, NULL, "Cost");
  check_assert_whole_fault (&self, ACCORD_FAULT_TOO_MANY, ACCORD_CBA_FIELD_NONE, ACCORD_CBA_MOST_LINES + 1);
  check_clear (&self);
}

static void
test_prices (void)
{
  CheckFixture self;

  check_set_up (&self);
  self.cost->price_year = 2024;
  check_assert_sound (&self);
  self.cost->price_year = 2023;
  check_assert_cost_fault (&self, ACCORD_FAULT_NO_SERIES, ACCORD_CBA_FIELD_PRICE_YEAR, 2023, 0);
  self.cost->series = 0;
  check_assert_sound (&self);
  self.cost->price_year = 2019;
  check_assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, 2019, 0);
  self.cost->price_year = 2023;
  self.cba->price_year = 2031;
  check_assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, 2031, 0);
  self.cba->price_year = ACCORD_NO_YEAR;
  self.cba->base_year = ACCORD_NO_YEAR;
  check_assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, ACCORD_NO_YEAR, 0);
  self.cost->series = 1;
  check_assert_cost_fault (&self, ACCORD_FAULT_REFERENCE, ACCORD_CBA_FIELD_SERIES, ACCORD_NO_YEAR, 1);
  check_clear (&self);

  check_set_up (&self);
  self.outcome->price_year = 2001;
  check_assert_outcome_fault (&self, ACCORD_FAULT_NO_SERIES, ACCORD_CBA_FIELD_PRICE_YEAR, 2001, 0);
  self.outcome->series = 0;
  check_assert_outcome_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, 2001, 0);
  check_clear (&self);
}

/* Nominal amounts need an index of each year in which there is one, and no other. */
static void
test_nominal (void)
{
  CheckFixture self;

  check_set_up (&self);
  self.cost->nominal = TRUE;
  check_assert_cost_fault (&self, ACCORD_FAULT_NO_SERIES, ACCORD_CBA_FIELD_PRICE_YEAR, 2025, 0);
  self.cost->series = 0;
  check_assert_sound (&self);
  accord_cba_cost_set_amount (self.cost, 4, 1);
  check_assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, 2028, 0);
  accord_cba_cost_set_amount (self.cost, 4, 0);
  g_array_set_size (self.cost->amounts, 3);
  g_array_remove_index (((AccordPriceSeries *) self.cba->series->pdata[0])->indices, 5);
  check_assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, 2025, 0);
  accord_cba_cost_set_amount (self.cost, 2, 1);
  accord_cba_cost_set_amount (self.cost, 1, 0);
  check_assert_sound (&self);
  self.cba->base_year = G_MAXINT;
  self.cba->price_year = 2024;
  check_assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, ACCORD_NO_YEAR, 0);
  self.cba->base_year = ACCORD_NO_YEAR;
  check_assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, ACCORD_NO_YEAR, 0);
  check_clear (&self);
}

/* Several faults are told together, each with its line. */
static void
test_several (void)
{
  CheckFixture self;
  g_autoptr (GArray) faults = NULL;

  check_set_up (&self);
  self.cost->organisation = 9;
  self.cost->grade = 9;
  self.outcome->need = -1;
  self.outcome->impact = 2 * ACCORD_DECIMAL_ONE;
  faults = accord_cba_check (self.cba);
  g_assert_cmpuint (faults->len, ==, 4);
  g_assert_null (accord_cba_evaluate (self.cba, 0, NULL));
  check_clear (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/check/horizon", test_horizon);
  g_test_add_func ("/appraisal/check/schedules", test_schedules);
  g_test_add_func ("/appraisal/check/negative-rates", test_negative_rates);
  g_test_add_func ("/appraisal/check/tables", test_tables);
  g_test_add_func ("/appraisal/check/options", test_options);
  g_test_add_func ("/appraisal/check/too-many", test_too_many);
  g_test_add_func ("/appraisal/check/prices", test_prices);
  g_test_add_func ("/appraisal/check/nominal", test_nominal);
  g_test_add_func ("/appraisal/check/several", test_several);
  return g_test_run ();
}
