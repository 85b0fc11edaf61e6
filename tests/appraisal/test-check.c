/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-cba.h"

#include <math.h>

/* Every fault that a CBA can have, one at a time. */

#define LARGE (ACCORD_CBA_LARGEST + 1)

typedef struct
{
  AccordCba *cba;
  AccordCbaCost *cost;       /* line 1 of option 1 */
  AccordCbaOutcome *outcome; /* line 0 of option 1 */
} Fixture;

/* Two options: the partnership, and one with two costs and an outcome, on which faults are tried. */
static void
set_up (Fixture *self)
{
  AccordCbaOption *option;

  self->cba = test_partnership ();
  self->cba->base_year = 2024;
  self->cba->bias = test_bias_table ();
  g_ptr_array_add (self->cba->series, test_deflator (2020, 2026));
  accord_cba_add_group (self->cba, "Staff", PERCENT);
  option = accord_cba_add_option (self->cba, "p", "Other");
  accord_cba_option_add_cost (option, "d", "Nothing");
  self->cost = accord_cba_option_add_cost (option, "e", "Works");
  accord_cba_cost_set_amount (self->cost, 1, 100000);
  self->outcome = accord_cba_option_add_outcome (option, "f", "Fewer falls");
  self->outcome->need = 10 * ACCORD_DECIMAL_ONE;
  self->outcome->unit_value = 5000;
}

static void
clear (Fixture *self)
{
  accord_cba_free (self->cba);
}

/* That there is one fault, and which. */
static void
assert_fault (Fixture *self, const AccordCbaFault *expected)
{
  g_autoptr (GArray) faults = accord_cba_check (self->cba);
  const AccordCbaFault *found = &g_array_index (faults, AccordCbaFault, 0);
  g_autoptr (GArray) of_run = NULL;
  AccordCbaRun *run = accord_cba_run_new (self->cba, &of_run);

  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpint (found->code, ==, expected->code);
  g_assert_cmpuint (found->option, ==, expected->option);
  g_assert_cmpint (found->is_outcome, ==, expected->is_outcome);
  g_assert_cmpuint (found->line, ==, expected->line);
  g_assert_cmpint (found->field, ==, expected->field);
  g_assert_cmpint (found->year, ==, expected->year);
  g_assert_cmpfloat (fabs (found->value - expected->value), <, 1e-9);
  g_assert_null (run);
  g_assert_cmpuint (of_run->len, ==, 1);
}

static void
assert_whole_fault (Fixture *self, AccordCbaFaultCode code, AccordCbaField field, double value)
{
  const AccordCbaFault fault = {
    code, ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, field, ACCORD_NO_YEAR, value
  };

  assert_fault (self, &fault);
}

static void
assert_cost_fault (Fixture *self, AccordCbaFaultCode code, AccordCbaField field, int year, double value)
{
  const AccordCbaFault fault = { code, 1, FALSE, 1, field, year, value };

  assert_fault (self, &fault);
}

static void
assert_outcome_fault (Fixture *self, AccordCbaFaultCode code, AccordCbaField field, int year, double value)
{
  const AccordCbaFault fault = { code, 1, TRUE, 0, field, year, value };

  assert_fault (self, &fault);
}

static void
assert_sound (Fixture *self)
{
  g_autoptr (GArray) faults = accord_cba_check (self->cba);
  AccordCbaResult *result = accord_cba_evaluate (self->cba, 1, NULL);

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_nonnull (result);
  accord_cba_result_free (result);
}

static void
test_horizon (void)
{
  static const guint wrong[] = { 0, ACCORD_CBA_MOST_YEARS + 1, G_MAXUINT };
  Fixture self;

  set_up (&self);
  assert_sound (&self);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      self.cba->horizon = wrong[i];
      assert_whole_fault (&self, ACCORD_FAULT_HORIZON, ACCORD_CBA_FIELD_HORIZON, wrong[i]);
    }
  self.cba->horizon = 2;
  accord_cba_cost_set_amount (g_ptr_array_index (((AccordCbaOption *) self.cba->options->pdata[0])->costs, 0),
                              2, 0);
  assert_sound (&self);
  accord_cba_cost_set_amount (self.cost, 700, -4);
  assert_cost_fault (&self, ACCORD_FAULT_BEYOND_HORIZON, ACCORD_CBA_FIELD_AMOUNT, 700, -4);
  clear (&self);
}

static void
test_schedules (void)
{
  Fixture self;
  AccordSchedule *schedule = accord_schedule_new ("odd", NULL, NULL);

  set_up (&self);
  g_ptr_array_add (self.cba->schedules, schedule);
  assert_whole_fault (&self, ACCORD_FAULT_SCHEDULE, ACCORD_CBA_FIELD_SCHEDULE, 1);
  accord_schedule_add (schedule, 2, PERCENT);
  assert_whole_fault (&self, ACCORD_FAULT_SCHEDULE, ACCORD_CBA_FIELD_SCHEDULE, 1);
  g_array_index (schedule->bands, AccordBand, 0).first = 1;
  assert_sound (&self);
  accord_schedule_add (schedule, 1, PERCENT);
  assert_whole_fault (&self, ACCORD_FAULT_SCHEDULE, ACCORD_CBA_FIELD_SCHEDULE, 1);
  g_array_index (schedule->bands, AccordBand, 1).first = 9;
  g_array_index (schedule->bands, AccordBand, 1).rate = -ACCORD_DECIMAL_ONE;
  assert_whole_fault (&self, ACCORD_FAULT_SCHEDULE, ACCORD_CBA_FIELD_SCHEDULE, 1);
  g_array_index (schedule->bands, AccordBand, 1).rate = 150 * PERCENT;
  assert_whole_fault (&self, ACCORD_FAULT_OVER_ONE, ACCORD_CBA_FIELD_RATE, 1.5);
  g_ptr_array_set_size (self.cba->schedules, 0);
  assert_whole_fault (&self, ACCORD_FAULT_NO_SCHEDULE, ACCORD_CBA_FIELD_SCHEDULE, 0);
  clear (&self);
}

/* Rates so far below nought that a penny becomes a fortune. */
static void
test_negative_rates (void)
{
  Fixture self;
  const AccordCbaFault fault = {
    ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_RATE, 8, 0
  };

  set_up (&self);
  self.cba->horizon = ACCORD_CBA_MOST_YEARS;
  g_array_index (((AccordSchedule *) self.cba->schedules->pdata[0])->bands, AccordBand, 0).rate =
      -99 * PERCENT;
  assert_fault (&self, &fault);
  clear (&self);
}

static void
test_tables (void)
{
  Fixture self;
  AccordPriceSeries *series;

  set_up (&self);
  series = self.cba->series->pdata[0];
  g_array_index (series->indices, AccordPriceIndex, 2).index = 0;
  assert_whole_fault (&self, ACCORD_FAULT_SERIES, ACCORD_CBA_FIELD_SERIES, 0);
  g_array_index (series->indices, AccordPriceIndex, 2).index = 1;
  assert_sound (&self);
  accord_price_series_add (series, 2024, ACCORD_DECIMAL_ONE);
  assert_whole_fault (&self, ACCORD_FAULT_SERIES, ACCORD_CBA_FIELD_SERIES, 0);
  g_array_set_size (series->indices, 0);
  assert_whole_fault (&self, ACCORD_FAULT_SERIES, ACCORD_CBA_FIELD_SERIES, 0);
  clear (&self);

  set_up (&self);
  g_array_index (self.cba->grades->corrections, AccordDecimal, 5) = 101 * PERCENT;
  assert_whole_fault (&self, ACCORD_FAULT_OVER_ONE, ACCORD_CBA_FIELD_GRADE, 1.01);
  g_array_index (self.cba->grades->corrections, AccordDecimal, 5) = -PERCENT;
  assert_whole_fault (&self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_GRADE, -.01);
  clear (&self);

  set_up (&self);
  ((AccordBiasType *) self.cba->bias->types->pdata[1])->capital_lower = ACCORD_DECIMAL_UNKNOWN;
  assert_whole_fault (&self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_BIAS, 0);
  clear (&self);

  set_up (&self);
  ((AccordCbaGroup *) self.cba->groups->pdata[0])->correlation = 2 * ACCORD_DECIMAL_ONE;
  assert_whole_fault (&self, ACCORD_FAULT_OVER_ONE, ACCORD_CBA_FIELD_GROUP, 2);
  clear (&self);
}

static void
test_options (void)
{
  const AccordCbaFault second = {
    ACCORD_FAULT_TWO_COMPARATORS, 1, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_NONE, ACCORD_NO_YEAR, 0
  };
  const AccordCbaFault same = { ACCORD_FAULT_TWO_SAME, 1, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_NONE,
                                ACCORD_NO_YEAR,        0 };
  Fixture self;
  AccordCbaOption *options[2];

  set_up (&self);
  for (guint i = 0; i < 2; i++)
    {
      options[i] = self.cba->options->pdata[i];
      options[i]->comparator = ACCORD_COMPARATOR_DO_NOTHING;
    }
  assert_fault (&self, &second);
  options[0]->comparator = ACCORD_COMPARATOR_NONE;
  assert_sound (&self);
  g_free (options[1]->uid);
  options[1]->uid = g_strdup ("o");
  assert_fault (&self, &same);
  g_clear_pointer (&options[1]->uid, g_free);
  g_clear_pointer (&options[0]->uid, g_free);
  assert_sound (&self);
  g_free (self.outcome->uid);
  self.outcome->uid = g_strdup ("c");
  assert_outcome_fault (&self, ACCORD_FAULT_TWO_SAME, ACCORD_CBA_FIELD_NONE, ACCORD_NO_YEAR, 0);
  clear (&self);
}

static void
test_too_many (void)
{
  Fixture self;
  AccordCbaOption *option;

  set_up (&self);
  option = self.cba->options->pdata[0];
  while (option->costs->len < ACCORD_CBA_MOST_LINES - 4)
    accord_cba_option_add_cost (option, NULL, "Cost");
  assert_sound (&self);
  accord_cba_option_add_cost (option, NULL, "Cost");
  assert_whole_fault (&self, ACCORD_FAULT_TOO_MANY, ACCORD_CBA_FIELD_NONE, ACCORD_CBA_MOST_LINES + 1);
  clear (&self);
}

static void
test_prices (void)
{
  Fixture self;

  set_up (&self);
  self.cost->price_year = 2024;
  assert_sound (&self);
  self.cost->price_year = 2023;
  assert_cost_fault (&self, ACCORD_FAULT_NO_SERIES, ACCORD_CBA_FIELD_PRICE_YEAR, 2023, 0);
  self.cost->series = 0;
  assert_sound (&self);
  self.cost->price_year = 2019;
  assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, 2019, 0);
  self.cost->price_year = 2023;
  self.cba->price_year = 2031;
  assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, 2031, 0);
  self.cba->price_year = ACCORD_NO_YEAR;
  self.cba->base_year = ACCORD_NO_YEAR;
  assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, ACCORD_NO_YEAR, 0);
  self.cost->series = 1;
  assert_cost_fault (&self, ACCORD_FAULT_REFERENCE, ACCORD_CBA_FIELD_SERIES, ACCORD_NO_YEAR, 1);
  clear (&self);

  set_up (&self);
  self.outcome->price_year = 2001;
  assert_outcome_fault (&self, ACCORD_FAULT_NO_SERIES, ACCORD_CBA_FIELD_PRICE_YEAR, 2001, 0);
  self.outcome->series = 0;
  assert_outcome_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, 2001, 0);
  clear (&self);
}

/* Nominal amounts need an index of each year in which there is one, and no other. */
static void
test_nominal (void)
{
  Fixture self;

  set_up (&self);
  self.cost->nominal = TRUE;
  assert_cost_fault (&self, ACCORD_FAULT_NO_SERIES, ACCORD_CBA_FIELD_PRICE_YEAR, 2025, 0);
  self.cost->series = 0;
  assert_sound (&self);
  accord_cba_cost_set_amount (self.cost, 4, 1);
  assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, 2028, 0);
  accord_cba_cost_set_amount (self.cost, 4, 0);
  g_array_set_size (self.cost->amounts, 3);
  g_array_remove_index (((AccordPriceSeries *) self.cba->series->pdata[0])->indices, 5);
  assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, 2025, 0);
  accord_cba_cost_set_amount (self.cost, 2, 1);
  accord_cba_cost_set_amount (self.cost, 1, 0);
  assert_sound (&self);
  self.cba->base_year = G_MAXINT;
  self.cba->price_year = 2024;
  assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, ACCORD_NO_YEAR, 0);
  self.cba->base_year = ACCORD_NO_YEAR;
  assert_cost_fault (&self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, ACCORD_NO_YEAR, 0);
  clear (&self);
}

/* Every number of a line that is a part of something. */
static void
test_parts (void)
{
  static const struct
  {
    AccordCbaField field;
    gsize offset;
  } parts[] = {
    { ACCORD_CBA_FIELD_ENGAGEMENT, G_STRUCT_OFFSET (AccordCbaOutcome, engagement) },
    { ACCORD_CBA_FIELD_IMPACT, G_STRUCT_OFFSET (AccordCbaOutcome, impact) },
    { ACCORD_CBA_FIELD_DEADWEIGHT, G_STRUCT_OFFSET (AccordCbaOutcome, deadweight) },
    { ACCORD_CBA_FIELD_ATTRIBUTION, G_STRUCT_OFFSET (AccordCbaOutcome, attribution) },
    { ACCORD_CBA_FIELD_DISPLACEMENT, G_STRUCT_OFFSET (AccordCbaOutcome, displacement) },
    { ACCORD_CBA_FIELD_LEAKAGE, G_STRUCT_OFFSET (AccordCbaOutcome, leakage) },
    { ACCORD_CBA_FIELD_DROP_OFF, G_STRUCT_OFFSET (AccordCbaOutcome, drop_off) },
    { ACCORD_CBA_FIELD_CASHABLE, G_STRUCT_OFFSET (AccordCbaOutcome, cashable) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      Fixture self;
      AccordDecimal *part;

      set_up (&self);
      part = (AccordDecimal *) G_STRUCT_MEMBER_P (self.outcome, parts[i].offset);
      *part = -PERCENT;
      assert_outcome_fault (&self, ACCORD_FAULT_NEGATIVE, parts[i].field, ACCORD_NO_YEAR, -.01);
      *part = ACCORD_DECIMAL_ONE + 1;
      assert_outcome_fault (&self, ACCORD_FAULT_OVER_ONE, parts[i].field, ACCORD_NO_YEAR, 1.000000001);
      *part = ACCORD_DECIMAL_UNKNOWN;
      assert_outcome_fault (&self, ACCORD_FAULT_NEGATIVE, parts[i].field, ACCORD_NO_YEAR, 0);
      *part = ACCORD_DECIMAL_ONE;
      assert_sound (&self);
      clear (&self);
    }
}

static void
test_outcome_numbers (void)
{
  const AccordDecimal parts[] = { ACCORD_DECIMAL_ONE, 0, -1, 2 * ACCORD_DECIMAL_ONE };
  Fixture self;

  set_up (&self);
  self.outcome->need = -ACCORD_DECIMAL_ONE;
  assert_outcome_fault (&self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_NEED, ACCORD_NO_YEAR, -1);
  self.outcome->need = ACCORD_DECIMAL_ONE;
  self.outcome->unit_value = -ACCORD_CBA_LARGEST / 10;
  assert_sound (&self);
  self.outcome->unit_value = -LARGE;
  assert_outcome_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_UNIT_VALUE, ACCORD_NO_YEAR,
                        -(double) LARGE);
  self.outcome->unit_value = 1;
  self.outcome->phasing = g_array_new (FALSE, FALSE, sizeof (AccordDecimal));
  assert_sound (&self);
  g_array_append_vals (self.outcome->phasing, parts, 2);
  assert_sound (&self);
  g_array_append_vals (self.outcome->phasing, parts + 2, 1);
  assert_outcome_fault (&self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_PHASING, 2, -1e-9);
  g_array_index (self.outcome->phasing, AccordDecimal, 2) = 2 * ACCORD_DECIMAL_ONE;
  assert_outcome_fault (&self, ACCORD_FAULT_OVER_ONE, ACCORD_CBA_FIELD_PHASING, 2, 2);
  clear (&self);
}

static void
test_gains (void)
{
  Fixture self;
  AccordCbaGain *gain;

  set_up (&self);
  accord_cba_outcome_add_gain (self.outcome, 0, 60 * PERCENT);
  assert_outcome_fault (&self, ACCORD_FAULT_SHARES, ACCORD_CBA_FIELD_SHARE, ACCORD_NO_YEAR, .6);
  accord_cba_outcome_add_gain (self.outcome, 0, 40 * PERCENT);
  assert_sound (&self);
  gain = &g_array_index (self.outcome->gains, AccordCbaGain, 1);
  gain->share = 41 * PERCENT;
  assert_outcome_fault (&self, ACCORD_FAULT_SHARES, ACCORD_CBA_FIELD_SHARE, ACCORD_NO_YEAR, 1.01);
  gain->share = 40 * PERCENT;
  gain->organisation = 1;
  assert_outcome_fault (&self, ACCORD_FAULT_REFERENCE, ACCORD_CBA_FIELD_ORGANISATION, ACCORD_NO_YEAR, 1);
  clear (&self);

  /* Thirds, as near as they can be typed. */
  set_up (&self);
  for (guint i = 0; i < 3; i++)
    accord_cba_outcome_add_gain (self.outcome, 0, ACCORD_DECIMAL_ONE / 3);
  assert_sound (&self);
  clear (&self);
}

static void
test_grade_numbers (void)
{
  Fixture self;

  set_up (&self);
  self.cost->grade = 7;
  assert_cost_fault (&self, ACCORD_FAULT_GRADE, ACCORD_CBA_FIELD_GRADE, ACCORD_NO_YEAR, 7);
  self.cost->grade = 0;
  self.outcome->grade = G_MAXUINT;
  assert_outcome_fault (&self, ACCORD_FAULT_GRADE, ACCORD_CBA_FIELD_GRADE, ACCORD_NO_YEAR, G_MAXUINT);
  self.outcome->grade = 6;
  assert_sound (&self);
  clear (&self);

  set_up (&self);
  g_ptr_array_remove_index (self.cba->options, 0);
  g_clear_pointer (&self.cba->grades, accord_grade_table_free);
  self.cost->grade = 1;
  assert_fault (&self, &(AccordCbaFault){ ACCORD_FAULT_NO_GRADES, 0, FALSE, 1, ACCORD_CBA_FIELD_GRADE,
                                          ACCORD_NO_YEAR, 1 });
  clear (&self);
}

static void
test_references (void)
{
  Fixture self;

  set_up (&self);
  self.cost->organisation = 1;
  assert_cost_fault (&self, ACCORD_FAULT_REFERENCE, ACCORD_CBA_FIELD_ORGANISATION, ACCORD_NO_YEAR, 1);
  self.cost->organisation = 0;
  self.cost->schedule = 3;
  assert_cost_fault (&self, ACCORD_FAULT_REFERENCE, ACCORD_CBA_FIELD_SCHEDULE, ACCORD_NO_YEAR, 3);
  self.cost->schedule = 0;
  self.cost->spread.group = 1;
  assert_cost_fault (&self, ACCORD_FAULT_REFERENCE, ACCORD_CBA_FIELD_GROUP, ACCORD_NO_YEAR, 1);
  self.cost->spread.group = 0;
  assert_sound (&self);
  self.outcome->schedule = 1;
  assert_outcome_fault (&self, ACCORD_FAULT_REFERENCE, ACCORD_CBA_FIELD_SCHEDULE, ACCORD_NO_YEAR, 1);
  clear (&self);
}

static void
test_bias (void)
{
  const AccordMitigation half = { "Cause", 50 * PERCENT, ACCORD_DECIMAL_ONE, 5, NULL };
  Fixture self;
  AccordMitigation *done;

  set_up (&self);
  self.cost->bias = -PERCENT;
  assert_cost_fault (&self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_BIAS, ACCORD_NO_YEAR, -.01);
  self.cost->bias = 200 * PERCENT;
  assert_sound (&self);
  self.cost->mitigated = 101 * PERCENT;
  assert_cost_fault (&self, ACCORD_FAULT_OVER_ONE, ACCORD_CBA_FIELD_MITIGATED, ACCORD_NO_YEAR, 1.01);
  self.cost->mitigated = 0;

  self.cost->sheet = accord_bias_sheet_new ();
  assert_cost_fault (&self, ACCORD_FAULT_BIAS_SHARES, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, 0);
  accord_bias_sheet_add_work (self.cost->sheet, "standard-buildings", 70 * PERCENT);
  assert_cost_fault (&self, ACCORD_FAULT_BIAS_SHARES, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, .7);
  accord_bias_sheet_add_work (self.cost->sheet, "palaces", 30 * PERCENT);
  assert_cost_fault (&self, ACCORD_FAULT_BIAS_CODE, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, 0);
  g_ptr_array_remove_index (self.cost->sheet->works, 1);
  accord_bias_sheet_add_work (self.cost->sheet, "non-standard-buildings", 30 * PERCENT);
  assert_sound (&self);
  for (guint i = 0; i < 2; i++)
    accord_bias_sheet_add_mitigation (self.cost->sheet, &half);
  assert_sound (&self);
  done = self.cost->sheet->mitigations->pdata[1];
  done->share = 51 * PERCENT;
  assert_cost_fault (&self, ACCORD_FAULT_BIAS_SHARES, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, 1.01);
  done->share = 50 * PERCENT;
  done->mitigated = 2 * ACCORD_DECIMAL_ONE;
  assert_cost_fault (&self, ACCORD_FAULT_OVER_ONE, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, 2);
  done->mitigated = 0;
  done->cost = -1;
  assert_cost_fault (&self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, -1);
  done->cost = LARGE;
  assert_cost_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR,
                     (double) LARGE);
  done->cost = 0;
  g_clear_pointer (&self.cba->bias, accord_bias_table_free);
  assert_cost_fault (&self, ACCORD_FAULT_BIAS_CODE, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, 0);
  clear (&self);
}

static void
test_spread (void)
{
  static const struct
  {
    AccordSpreadShape shape;
    int low;
    int likely;
    int high;
    gboolean sound;
  } spreads[] = {
    { ACCORD_SPREAD_NONE, 3, 2, 1, TRUE },
    { ACCORD_SPREAD_TRIANGULAR, 80, 100, 130, TRUE },
    { ACCORD_SPREAD_TRIANGULAR, 100, 100, 130, TRUE },
    { ACCORD_SPREAD_TRIANGULAR, 80, 130, 130, TRUE },
    { ACCORD_SPREAD_TRIANGULAR, 100, 100, 100, FALSE },
    { ACCORD_SPREAD_TRIANGULAR, 80, 131, 130, FALSE },
    { ACCORD_SPREAD_PERT, 80, 79, 130, FALSE },
    { ACCORD_SPREAD_PERT, -80, -79, 130, TRUE },
    { ACCORD_SPREAD_NORMAL, 80, 100, 0, TRUE },
    { ACCORD_SPREAD_NORMAL, 80, 100, -1, FALSE },
    { ACCORD_SPREAD_UNIFORM, 80, 1000, 81, TRUE },
    { ACCORD_SPREAD_UNIFORM, 80, 80, 80, FALSE },
  };
  Fixture self;

  set_up (&self);
  for (gsize i = 0; i < G_N_ELEMENTS (spreads); i++)
    {
      self.cost->spread =
          (AccordSpread){ spreads[i].shape,          spreads[i].low * PERCENT, spreads[i].likely * PERCENT,
                          spreads[i].high * PERCENT, ACCORD_CBA_NONE,          FALSE };
      if (spreads[i].sound)
        assert_sound (&self);
      else
        assert_cost_fault (&self, ACCORD_FAULT_SPREAD, ACCORD_CBA_FIELD_SPREAD, ACCORD_NO_YEAR, 0);
    }
  self.cost->spread.low = ACCORD_DECIMAL_UNKNOWN;
  assert_cost_fault (&self, ACCORD_FAULT_SPREAD, ACCORD_CBA_FIELD_SPREAD, ACCORD_NO_YEAR, 0);
  clear (&self);
}

/* A typed amount, what corrections make of one, what years and lines add up to, and what an option and its
 * comparator are apart. */
static void
test_too_large (void)
{
  Fixture self;
  AccordCbaOption *first;

  set_up (&self);
  accord_cba_cost_set_amount (self.cost, 1, LARGE);
  assert_cost_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_AMOUNT, 1, (double) LARGE);
  accord_cba_cost_set_amount (self.cost, 1, G_MININT64);
  assert_cost_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_AMOUNT, 1, (double) G_MININT64);
  accord_cba_cost_set_amount (self.cost, 1, ACCORD_CBA_LARGEST / 2);
  assert_sound (&self);
  self.cost->bias = 200 * PERCENT;
  assert_cost_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_AMOUNT, 1,
                     3 * (double) (ACCORD_CBA_LARGEST / 2));
  self.cost->bias = 0;
  accord_cba_cost_set_amount (self.cost, 3, ACCORD_CBA_LARGEST / 2 - 1000000);
  assert_sound (&self);
  accord_cba_cost_set_amount (self.cost, 3, -ACCORD_CBA_LARGEST / 2 - 1);
  assert_cost_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_AMOUNT, 3,
                     (double) (-ACCORD_CBA_LARGEST / 2 - 1));
  accord_cba_cost_set_amount (self.cost, 3, 0);
  self.outcome->need = ACCORD_CBA_LARGEST / 10;
  self.outcome->unit_value = 1000000010;
  assert_outcome_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_UNIT_VALUE, 4, 1.00000001e14);

  self.outcome->need = 0;
  first = self.cba->options->pdata[0];
  accord_cba_cost_set_amount (first->costs->pdata[0], 0, ACCORD_CBA_LARGEST / 2);
  assert_sound (&self);
  first->comparator = ACCORD_COMPARATOR_DO_MINIMUM;
  assert_cost_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_AMOUNT, 1,
                     (double) (ACCORD_CBA_LARGEST / 2));
  clear (&self);
}

/* Several faults are told together, each with its line. */
static void
test_several (void)
{
  Fixture self;
  g_autoptr (GArray) faults = NULL;

  set_up (&self);
  self.cost->organisation = 9;
  self.cost->grade = 9;
  self.outcome->need = -1;
  self.outcome->impact = 2 * ACCORD_DECIMAL_ONE;
  faults = accord_cba_check (self.cba);
  g_assert_cmpuint (faults->len, ==, 4);
  g_assert_null (accord_cba_evaluate (self.cba, 0, NULL));
  clear (&self);
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
  g_test_add_func ("/appraisal/check/parts", test_parts);
  g_test_add_func ("/appraisal/check/outcome-numbers", test_outcome_numbers);
  g_test_add_func ("/appraisal/check/gains", test_gains);
  g_test_add_func ("/appraisal/check/grades", test_grade_numbers);
  g_test_add_func ("/appraisal/check/references", test_references);
  g_test_add_func ("/appraisal/check/bias", test_bias);
  g_test_add_func ("/appraisal/check/spread", test_spread);
  g_test_add_func ("/appraisal/check/too-large", test_too_large);
  g_test_add_func ("/appraisal/check/several", test_several);
  return g_test_run ();
}
