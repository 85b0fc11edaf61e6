/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-cba.h"
#include "uncertainty.h"

#include <math.h>

#define NONE ACCORD_CBA_NONE

static const AccordCbaInput rate = { NONE, FALSE, NONE, ACCORD_CBA_FIELD_RATE };
static const AccordCbaInput horizon = { NONE, FALSE, NONE, ACCORD_CBA_FIELD_HORIZON };

static AccordCbaInput
of_outcome (AccordCbaField field)
{
  return (AccordCbaInput){ 0, TRUE, 0, field };
}

static AccordCbaInput
of_cost (AccordCbaField field)
{
  return (AccordCbaInput){ 0, FALSE, 0, field };
}

static double
npsv_of (const AccordCba *cba, guint option)
{
  g_autoptr (AccordCbaResult) result = accord_cba_evaluate (cba, option, NULL);

  g_assert_nonnull (result);
  return result->net.npsv;
}

static double
npsv_at (const AccordCba *cba, guint option, const AccordCbaInput *input, double value)
{
  g_autoptr (AccordCba) copy = accord_cba_copy (cba);

  g_assert_true (accord_cba_input_set (copy, input, value));
  return npsv_of (copy, option);
}

static void
assert_near (double value, double expected, double within)
{
  if (!(fabs (value - expected) <= within))
    g_error ("%.12g is not within %g of %.12g", value, within, expected);
}

static AccordCbaValue
switching (const AccordCba *cba, AccordCbaInput input)
{
  return accord_cba_switching_value (cba, 0, &input);
}

/* PVB 526,212.48 and PVC 478,449.56 of the design: what must come out by dividing the one by the other. */
static void
test_by_hand (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  g_autoptr (AccordCbaResult) result = accord_cba_evaluate (cba, 0, NULL);
  const double ratio = result->net.pvc / result->net.pvb;

  assert_near (switching (cba, of_cost (ACCORD_CBA_FIELD_AMOUNT)).value, 1 / ratio, 1e-9);
  assert_near (switching (cba, of_outcome (ACCORD_CBA_FIELD_NEED)).value, 1200 * ratio, 1e-6);
  assert_near (switching (cba, of_outcome (ACCORD_CBA_FIELD_ENGAGEMENT)).value, 0.6 * ratio, 1e-9);
  assert_near (switching (cba, of_outcome (ACCORD_CBA_FIELD_UNIT_VALUE)).value, 180700 * ratio, 1e-4);
  assert_near (switching (cba, of_outcome (ACCORD_CBA_FIELD_DEADWEIGHT)).value, 1 - 0.75 * ratio, 1e-9);
  assert_near (switching (cba, of_outcome (ACCORD_CBA_FIELD_LEAKAGE)).value, 1 - ratio, 1e-9);
  g_assert_cmpint (switching (cba, of_outcome (ACCORD_CBA_FIELD_CASHABLE)).defined, ==,
                   ACCORD_UNDEFINED_NO_EFFECT);
  g_assert_cmpfloat (switching (cba, horizon).value, ==, 4);
  g_assert_cmpfloat (switching (cba, of_outcome (ACCORD_CBA_FIELD_LAG)).value, ==, 2);
  g_assert_cmpfloat (switching (cba, of_outcome (ACCORD_CBA_FIELD_GRADE)).value, ==, 5);
  assert_near (npsv_at (cba, 0, &rate, switching (cba, rate).value), 0, 2);
  {
    const AccordCbaInput drop_off = of_outcome (ACCORD_CBA_FIELD_DROP_OFF);

    assert_near (npsv_at (cba, 0, &drop_off, switching (cba, drop_off).value), 0, 2);
  }
}

/* Nothing lies between two years; and where NPSV is nought as it is, that is where it switches. */
static void
test_special (void)
{
  g_autoptr (AccordCba) cba = test_cba (4);
  AccordCbaOption *option = accord_cba_add_option (cba, "o", "Option");
  AccordCbaCost *cost = accord_cba_option_add_cost (option, "c", "Cost");
  AccordCbaInput amount = of_cost (ACCORD_CBA_FIELD_AMOUNT);
  AccordCbaInput nowhere = { 0, TRUE, 3, ACCORD_CBA_FIELD_NEED };

  g_assert_cmpfloat (switching (cba, amount).value, ==, 1);
  accord_cba_cost_set_amount (cost, 0, 1000);
  g_assert_cmpfloat (switching (cba, amount).value, ==, 0);
  g_assert_cmpint (switching (cba, rate).defined, ==, ACCORD_UNDEFINED_NO_EFFECT);
  g_assert_cmpint (switching (cba, horizon).defined, ==, ACCORD_UNDEFINED_NO_EFFECT);
  g_assert_cmpint (switching (cba, nowhere).defined, ==, ACCORD_UNDEFINED_NO_EFFECT);
}

/* −100 now, 230 next year, −132 the year after: NPSV is nought at 10 % and at 20 %; the nearer one is told.
 */
static void
test_two_roots (void)
{
  static const gint64 amounts[] = { 10000000, -23000000, 13200000 };
  static const struct
  {
    int base;
    double root;
  } cases[] = { { 2, 10 }, { 11, 10 }, { 14, 10 }, { 17, 20 }, { 30, 20 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordCba) cba = test_cba (3);
      AccordCbaOption *option = accord_cba_add_option (cba, "o", "Option");
      AccordCbaCost *cost = accord_cba_option_add_cost (option, "c", "Cost");
      AccordSchedule *schedule = accord_schedule_new ("flat", NULL, NULL);

      accord_schedule_add (schedule, 1, cases[i].base * PERCENT);
      accord_schedule_free (cba->schedules->pdata[0]);
      cba->schedules->pdata[0] = schedule;
      for (guint year = 0; year < 3; year++)
        accord_cba_cost_set_amount (cost, year, amounts[year]);
      assert_near (switching (cba, rate).value, (cases[i].root - cases[i].base) / 100, 1e-6);
    }
}

static gboolean
is_whole (AccordCbaField field)
{
  return field == ACCORD_CBA_FIELD_LAG || field == ACCORD_CBA_FIELD_LASTS || field == ACCORD_CBA_FIELD_GRADE
         || field == ACCORD_CBA_FIELD_HORIZON;
}

/* At the switching value NPSV is nought, but for what rounding the number itself makes of it. */
static void
check_switching (const AccordCba *cba, guint option, const AccordSwing *swing)
{
  const double npsv = npsv_of (cba, option);
  double least, greatest, there;

  if (swing->switching.defined != ACCORD_DEFINED)
    {
      g_assert_cmpint (swing->switching.defined, ==, ACCORD_UNDEFINED_NO_EFFECT);
      g_assert_cmpfloat (swing->switching.value, ==, 0);
      return;
    }
  accord_cba_input_range (&swing->input, &least, &greatest);
  g_assert_cmpfloat (swing->switching.value, >=, least);
  g_assert_cmpfloat (swing->switching.value, <=, greatest);
  there = npsv_at (cba, option, &swing->input, swing->switching.value);
  if (is_whole (swing->input.field))
    g_assert_true (fabs (there) < 1 || (there < 0) != (npsv < 0));
  else
    {
      const double slope = fabs (npsv / (swing->switching.value - swing->base + 1e-300));
      const double quantum = swing->input.field == ACCORD_CBA_FIELD_UNIT_VALUE ? 1 : 1e-9;

      assert_near (there, 0, 100 + 1e-9 * fabs (npsv) + 4 * slope * quantum);
    }
}

static void
test_random (void)
{
  guint n_swings = 0, n_switching = 0;

  for (guint t = 0; t < 60; t++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (12);
      const guint option = test_below (cba->options->len);
      g_autoptr (GArray) swings = accord_cba_swings (cba, option, 0.2);
      g_autoptr (AccordCbaResult) result = accord_cba_evaluate (cba, option, NULL);
      const double size =
          1e6 + 10 * (fabs (result->own.pvb) + fabs (result->own.pvc) + fabs (result->net.npsv));
      double last = G_MAXDOUBLE;

      for (guint i = 0; i < swings->len; i++)
        {
          const AccordSwing *swing = &g_array_index (swings, AccordSwing, i);
          const double width = fabs (swing->npsv_high - swing->npsv_low);
          double base;

          g_assert_cmpfloat (width, <=, last);
          last = width;
          g_assert_true (accord_cba_input_get (cba, &swing->input, &base));
          g_assert_cmpfloat (swing->base, ==, base);
          g_assert_true (swing->low <= base && base <= swing->high && swing->low < swing->high);
          assert_near (npsv_at (cba, option, &swing->input, swing->low), swing->npsv_low, 1e-12 * size);
          assert_near (npsv_at (cba, option, &swing->input, swing->high), swing->npsv_high, 1e-12 * size);
          check_switching (cba, option, swing);
          n_switching += swing->switching.defined == ACCORD_DEFINED;
        }
      n_swings += swings->len;
    }
  g_test_message ("%u swings, %u with a switching value", n_swings, n_switching);
  g_assert_cmpuint (n_switching, >, 0);
}

/* One point, one year and one grade to either side; a fifth of money, people and parts; and what changes
 * nothing, or belongs to another option, is left out. */
static void
test_reach (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  g_autoptr (GArray) swings = NULL;
  AccordCbaOption *other = accord_cba_add_option (cba, "p", "Another");
  guint seen = 0;

  accord_cba_cost_set_amount (accord_cba_option_add_cost (other, "pc", "Cost"), 0, 100);
  swings = accord_cba_swings (cba, 0, 0.2);
  for (guint i = 0; i < swings->len; i++)
    {
      const AccordSwing *swing = &g_array_index (swings, AccordSwing, i);
      const double reach = swing->high - swing->base;

      g_assert_true (swing->input.option == 0 || swing->input.option == NONE);
      g_assert_cmpint (swing->input.field, !=, ACCORD_CBA_FIELD_CASHABLE);
      g_assert_cmpint (swing->input.field, !=, ACCORD_CBA_FIELD_DISPLACEMENT);
      if (is_whole (swing->input.field))
        g_assert_cmpfloat (reach, ==, 1);
      else if (swing->input.field == ACCORD_CBA_FIELD_RATE)
        g_assert_cmpfloat (reach, ==, 0.01);
      else
        assert_near (reach, swing->input.field == ACCORD_CBA_FIELD_ATTRIBUTION ? 0 : 0.2 * swing->base,
                     1e-12);
      seen |= 1u << swing->input.field;
    }
  g_assert_true (seen & 1u << ACCORD_CBA_FIELD_RATE && seen & 1u << ACCORD_CBA_FIELD_GRADE);
  g_assert_true (seen & 1u << ACCORD_CBA_FIELD_DEADWEIGHT && seen & 1u << ACCORD_CBA_FIELD_AMOUNT);
  cba->horizon = 0;
  g_assert_null (accord_cba_swings (cba, 0, 0.2));
}

static void
test_apply (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  const AccordScenarioChange changes[] = {
    { of_cost (ACCORD_CBA_FIELD_AMOUNT), TRUE, 1.5 },
    { of_outcome (ACCORD_CBA_FIELD_NEED), FALSE, 900 },
    { of_outcome (ACCORD_CBA_FIELD_ENGAGEMENT), TRUE, 0.5 },
  };
  const AccordScenarioChange too_much = { of_outcome (ACCORD_CBA_FIELD_ENGAGEMENT), TRUE, 2 };
  const AccordScenarioChange no_grade = { of_outcome (ACCORD_CBA_FIELD_GRADE), FALSE, 9 };
  const AccordScenarioChange no_years = { horizon, FALSE, 0 };
  const AccordScenarioChange no_line = { { 0, TRUE, 1, ACCORD_CBA_FIELD_NEED }, FALSE, 9 };
  const AccordScenarioChange before = { of_outcome (ACCORD_CBA_FIELD_LAG), FALSE, -1 };
  const AccordScenarioChange no_number = { of_outcome (ACCORD_CBA_FIELD_NEED), FALSE, NAN };
  const AccordScenarioChange all_gone = { rate, FALSE, -1.5 };
  const double typed = npsv_of (cba, 0);
  g_autoptr (AccordCba) changed = accord_cba_apply (cba, changes, G_N_ELEMENTS (changes));
  g_autoptr (AccordCba) same = accord_cba_apply (cba, NULL, 0);
  g_autoptr (AccordCbaResult) result = accord_cba_evaluate (cba, 0, NULL);
  const AccordScenarioChange *unsound[] = { &too_much, &no_grade, &no_years, &all_gone };

  assert_near (npsv_of (changed, 0), result->net.pvb * 0.75 * 0.5 - result->net.pvc * 1.5, 1e-3);
  g_assert_cmpfloat (npsv_of (same, 0), ==, typed);
  g_assert_cmpfloat (npsv_of (cba, 0), ==, typed);
  for (guint i = 0; i < G_N_ELEMENTS (unsound); i++)
    {
      g_autoptr (AccordCba) applied = accord_cba_apply (cba, unsound[i], 1);
      g_autoptr (GArray) faults = accord_cba_check (applied);

      g_assert_nonnull (applied);
      g_assert_cmpuint (faults->len, >, 0);
    }
  g_assert_null (accord_cba_apply (cba, &no_line, 1));
  g_assert_null (accord_cba_apply (cba, &before, 1));
  g_assert_null (accord_cba_apply (cba, &no_number, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/swings/by-hand", test_by_hand);
  g_test_add_func ("/appraisal/swings/special", test_special);
  g_test_add_func ("/appraisal/swings/two-roots", test_two_roots);
  g_test_add_func ("/appraisal/swings/random", test_random);
  g_test_add_func ("/appraisal/swings/reach", test_reach);
  g_test_add_func ("/appraisal/swings/apply", test_apply);
  return g_test_run ();
}
