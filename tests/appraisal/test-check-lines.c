/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-fixture.h"

/* Every fault that a line of costs or of outcomes can have, one at a time. */

#define LARGE (ACCORD_CBA_LARGEST + 1)

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
      CheckFixture self;
      AccordDecimal *part;

      check_set_up (&self);
      part = (AccordDecimal *) G_STRUCT_MEMBER_P (self.outcome, parts[i].offset);
      *part = -PERCENT;
      check_assert_outcome_fault (&self, ACCORD_FAULT_NEGATIVE, parts[i].field, ACCORD_NO_YEAR, -.01);
      *part = ACCORD_DECIMAL_ONE + 1;
      check_assert_outcome_fault (&self, ACCORD_FAULT_OVER_ONE, parts[i].field, ACCORD_NO_YEAR, 1.000000001);
      *part = ACCORD_DECIMAL_UNKNOWN;
      check_assert_outcome_fault (&self, ACCORD_FAULT_NEGATIVE, parts[i].field, ACCORD_NO_YEAR, 0);
      *part = ACCORD_DECIMAL_ONE;
      check_assert_sound (&self);
      check_clear (&self);
    }
}

static void
test_outcome_numbers (void)
{
  const AccordDecimal parts[] = { ACCORD_DECIMAL_ONE, 0, -1, 2 * ACCORD_DECIMAL_ONE };
  CheckFixture self;

  check_set_up (&self);
  self.outcome->need = -ACCORD_DECIMAL_ONE;
  check_assert_outcome_fault (&self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_NEED, ACCORD_NO_YEAR, -1);
  self.outcome->need = ACCORD_DECIMAL_ONE;
  self.outcome->unit_value = -ACCORD_CBA_LARGEST / 10;
  check_assert_sound (&self);
  self.outcome->unit_value = -LARGE;
  check_assert_outcome_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_UNIT_VALUE, ACCORD_NO_YEAR,
                              -(double) LARGE);
  self.outcome->unit_value = 1;
  self.outcome->phasing = g_array_new (FALSE, FALSE, sizeof (AccordDecimal));
  check_assert_sound (&self);
  g_array_append_vals (self.outcome->phasing, parts, 2);
  check_assert_sound (&self);
  g_array_append_vals (self.outcome->phasing, parts + 2, 1);
  check_assert_outcome_fault (&self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_PHASING, 2, -1e-9);
  g_array_index (self.outcome->phasing, AccordDecimal, 2) = 2 * ACCORD_DECIMAL_ONE;
  check_assert_outcome_fault (&self, ACCORD_FAULT_OVER_ONE, ACCORD_CBA_FIELD_PHASING, 2, 2);
  check_clear (&self);
}

static void
test_gains (void)
{
  CheckFixture self;
  AccordCbaGain *gain;

  check_set_up (&self);
  accord_cba_outcome_add_gain (self.outcome, 0, 60 * PERCENT);
  check_assert_outcome_fault (&self, ACCORD_FAULT_SHARES, ACCORD_CBA_FIELD_SHARE, ACCORD_NO_YEAR, .6);
  accord_cba_outcome_add_gain (self.outcome, 0, 40 * PERCENT);
  check_assert_sound (&self);
  gain = &g_array_index (self.outcome->gains, AccordCbaGain, 1);
  gain->share = 41 * PERCENT;
  check_assert_outcome_fault (&self, ACCORD_FAULT_SHARES, ACCORD_CBA_FIELD_SHARE, ACCORD_NO_YEAR, 1.01);
  gain->share = 40 * PERCENT;
  gain->organisation = 1;
  check_assert_outcome_fault (&self, ACCORD_FAULT_REFERENCE, ACCORD_CBA_FIELD_ORGANISATION, ACCORD_NO_YEAR,
                              1);
  check_clear (&self);

  /* Thirds, as near as they can be typed. */
  check_set_up (&self);
  for (guint i = 0; i < 3; i++)
    accord_cba_outcome_add_gain (self.outcome, 0, ACCORD_DECIMAL_ONE / 3);
  check_assert_sound (&self);
  check_clear (&self);
}

static void
test_grade_numbers (void)
{
  CheckFixture self;

  check_set_up (&self);
  self.cost->grade = 7;
  check_assert_cost_fault (&self, ACCORD_FAULT_GRADE, ACCORD_CBA_FIELD_GRADE, ACCORD_NO_YEAR, 7);
  self.cost->grade = 0;
  self.outcome->grade = G_MAXUINT;
  check_assert_outcome_fault (&self, ACCORD_FAULT_GRADE, ACCORD_CBA_FIELD_GRADE, ACCORD_NO_YEAR, G_MAXUINT);
  self.outcome->grade = 6;
  check_assert_sound (&self);
  check_clear (&self);

  check_set_up (&self);
  g_ptr_array_remove_index (self.cba->options, 0);
  g_clear_pointer (&self.cba->grades, accord_grade_table_free);
  self.cost->grade = 1;
  check_assert_fault (&self, &(AccordCbaFault){ ACCORD_FAULT_NO_GRADES, 0, FALSE, 1, ACCORD_CBA_FIELD_GRADE,
                                                ACCORD_NO_YEAR, 1 });
  check_clear (&self);
}

static void
test_references (void)
{
  CheckFixture self;

  check_set_up (&self);
  self.cost->organisation = 1;
  check_assert_cost_fault (&self, ACCORD_FAULT_REFERENCE, ACCORD_CBA_FIELD_ORGANISATION, ACCORD_NO_YEAR, 1);
  self.cost->organisation = 0;
  self.cost->schedule = 3;
  check_assert_cost_fault (&self, ACCORD_FAULT_REFERENCE, ACCORD_CBA_FIELD_SCHEDULE, ACCORD_NO_YEAR, 3);
  self.cost->schedule = 0;
  self.cost->spread.group = 1;
  check_assert_cost_fault (&self, ACCORD_FAULT_REFERENCE, ACCORD_CBA_FIELD_GROUP, ACCORD_NO_YEAR, 1);
  self.cost->spread.group = 0;
  check_assert_sound (&self);
  self.outcome->schedule = 1;
  check_assert_outcome_fault (&self, ACCORD_FAULT_REFERENCE, ACCORD_CBA_FIELD_SCHEDULE, ACCORD_NO_YEAR, 1);
  check_clear (&self);
}

static void
test_bias (void)
{
  const AccordMitigation half = { "Cause", 50 * PERCENT, ACCORD_DECIMAL_ONE, 5, NULL };
  CheckFixture self;
  AccordMitigation *done;

  check_set_up (&self);
  self.cost->bias = -PERCENT;
  check_assert_cost_fault (&self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_BIAS, ACCORD_NO_YEAR, -.01);
  self.cost->bias = 200 * PERCENT;
  check_assert_sound (&self);
  self.cost->mitigated = 101 * PERCENT;
  check_assert_cost_fault (&self, ACCORD_FAULT_OVER_ONE, ACCORD_CBA_FIELD_MITIGATED, ACCORD_NO_YEAR, 1.01);
  self.cost->mitigated = 0;

  self.cost->sheet = accord_bias_sheet_new ();
  check_assert_cost_fault (&self, ACCORD_FAULT_BIAS_SHARES, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, 0);
  accord_bias_sheet_add_work (self.cost->sheet, "standard-buildings", 70 * PERCENT);
  check_assert_cost_fault (&self, ACCORD_FAULT_BIAS_SHARES, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, .7);
  accord_bias_sheet_add_work (self.cost->sheet, "palaces", 30 * PERCENT);
  check_assert_cost_fault (&self, ACCORD_FAULT_BIAS_CODE, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, 0);
  g_ptr_array_remove_index (self.cost->sheet->works, 1);
  accord_bias_sheet_add_work (self.cost->sheet, "non-standard-buildings", 30 * PERCENT);
  check_assert_sound (&self);
  for (guint i = 0; i < 2; i++)
    accord_bias_sheet_add_mitigation (self.cost->sheet, &half);
  check_assert_sound (&self);
  done = self.cost->sheet->mitigations->pdata[1];
  done->share = 51 * PERCENT;
  check_assert_cost_fault (&self, ACCORD_FAULT_BIAS_SHARES, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, 1.01);
  done->share = 50 * PERCENT;
  done->mitigated = 2 * ACCORD_DECIMAL_ONE;
  check_assert_cost_fault (&self, ACCORD_FAULT_OVER_ONE, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, 2);
  done->mitigated = 0;
  done->cost = -1;
  check_assert_cost_fault (&self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, -1);
  done->cost = LARGE;
  check_assert_cost_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR,
                           (double) LARGE);
  done->cost = 0;
  g_clear_pointer (&self.cba->bias, accord_bias_table_free);
  check_assert_cost_fault (&self, ACCORD_FAULT_BIAS_CODE, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, 0);
  check_clear (&self);
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
  CheckFixture self;

  check_set_up (&self);
  for (gsize i = 0; i < G_N_ELEMENTS (spreads); i++)
    {
      self.cost->spread =
          (AccordSpread){ spreads[i].shape,          spreads[i].low * PERCENT, spreads[i].likely * PERCENT,
                          spreads[i].high * PERCENT, ACCORD_CBA_NONE,          FALSE };
      if (spreads[i].sound)
        check_assert_sound (&self);
      else
        check_assert_cost_fault (&self, ACCORD_FAULT_SPREAD, ACCORD_CBA_FIELD_SPREAD, ACCORD_NO_YEAR, 0);
    }
  self.cost->spread.low = ACCORD_DECIMAL_UNKNOWN;
  check_assert_cost_fault (&self, ACCORD_FAULT_SPREAD, ACCORD_CBA_FIELD_SPREAD, ACCORD_NO_YEAR, 0);
  check_clear (&self);
}

/* A typed amount, what corrections make of one, what years and lines add up to, and what an option and its
 * comparator are apart. */
static void
test_too_large (void)
{
  CheckFixture self;
  AccordCbaOption *first;

  check_set_up (&self);
  accord_cba_cost_set_amount (self.cost, 1, LARGE);
  check_assert_cost_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_AMOUNT, 1, (double) LARGE);
  accord_cba_cost_set_amount (self.cost, 1, G_MININT64);
  check_assert_cost_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_AMOUNT, 1, (double) G_MININT64);
  accord_cba_cost_set_amount (self.cost, 1, ACCORD_CBA_LARGEST / 2);
  check_assert_sound (&self);
  self.cost->bias = 200 * PERCENT;
  check_assert_cost_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_AMOUNT, 1,
                           3 * (double) (ACCORD_CBA_LARGEST / 2));
  self.cost->bias = 0;
  accord_cba_cost_set_amount (self.cost, 3, ACCORD_CBA_LARGEST / 2 - 1000000);
  check_assert_sound (&self);
  accord_cba_cost_set_amount (self.cost, 3, -ACCORD_CBA_LARGEST / 2 - 1);
  check_assert_cost_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_AMOUNT, 3,
                           (double) (-ACCORD_CBA_LARGEST / 2 - 1));
  accord_cba_cost_set_amount (self.cost, 3, 0);
  self.outcome->need = ACCORD_CBA_LARGEST / 10;
  self.outcome->unit_value = 1000000010;
  check_assert_outcome_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_UNIT_VALUE, 4, 1.00000001e14);

  self.outcome->need = 0;
  first = self.cba->options->pdata[0];
  accord_cba_cost_set_amount (first->costs->pdata[0], 0, ACCORD_CBA_LARGEST / 2);
  check_assert_sound (&self);
  first->comparator = ACCORD_COMPARATOR_DO_MINIMUM;
  check_assert_cost_fault (&self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_AMOUNT, 1,
                           (double) (ACCORD_CBA_LARGEST / 2));
  check_clear (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/check-lines/parts", test_parts);
  g_test_add_func ("/appraisal/check-lines/outcome-numbers", test_outcome_numbers);
  g_test_add_func ("/appraisal/check-lines/gains", test_gains);
  g_test_add_func ("/appraisal/check-lines/grades", test_grade_numbers);
  g_test_add_func ("/appraisal/check-lines/references", test_references);
  g_test_add_func ("/appraisal/check-lines/bias", test_bias);
  g_test_add_func ("/appraisal/check-lines/spread", test_spread);
  g_test_add_func ("/appraisal/check-lines/too-large", test_too_large);
  return g_test_run ();
}
