/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs.h"
#include "random-cba.h"

#include <math.h>

static double
get (const AccordCba *cba, const AccordCbaInput *input)
{
  double value;

  g_assert_true (accord_cba_input_get (cba, input, &value));
  return value;
}

static double
npsv_of (const AccordCba *cba, guint option)
{
  g_autoptr (AccordCbaResult) result = accord_cba_evaluate (cba, option, NULL);

  g_assert_nonnull (result);
  return result->net.npsv;
}

/* Every number that is listed lies in its range, can be put in its own place, and changes nothing then. */
static void
test_in_place (void)
{
  for (guint model = 0; model < 100; model++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (25);
      g_autoptr (GArray) inputs = accord_cba_inputs (cba, 0);
      const double before = npsv_of (cba, 0);

      g_assert_cmpuint (inputs->len, >=, 2);
      for (guint i = 0; i < inputs->len; i++)
        {
          const AccordCbaInput *input = &g_array_index (inputs, AccordCbaInput, i);
          double least, greatest;

          accord_cba_input_range (input, &least, &greatest);
          g_assert_cmpfloat (least, <=, get (cba, input));
          g_assert_cmpfloat (get (cba, input), <=, greatest);
          g_assert_true (accord_cba_input_set (cba, input, get (cba, input)));
        }
      g_assert_cmpfloat (npsv_of (cba, 0), ==, before);
    }
}

/* Whatever is put in the place of a number, from anywhere in its range, leaves no fault but sums too large.
 */
static void
test_sound (void)
{
  for (guint model = 0; model < 100; model++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (25);
      g_autoptr (GArray) inputs = accord_cba_inputs (cba, 0);

      for (guint i = 0; i < inputs->len; i++)
        {
          const AccordCbaInput *input = &g_array_index (inputs, AccordCbaInput, i);
          g_autoptr (AccordCba) changed = accord_cba_copy (cba);
          g_autoptr (GArray) faults = NULL;
          double least, greatest, value;

          accord_cba_input_range (input, &least, &greatest);
          value = test_below (3) == 0   ? least
                  : test_below (2) == 0 ? greatest
                                        : g_test_rand_double_range (least, greatest);
          if (!accord_cba_input_set (changed, input, value))
            {
              g_assert_cmpfloat (npsv_of (changed, 0), ==, npsv_of (cba, 0));
              continue;
            }
          faults = accord_cba_check (changed);
          for (guint f = 0; f < faults->len; f++)
            g_assert_cmpint (g_array_index (faults, AccordCbaFault, f).code, ==, ACCORD_FAULT_TOO_LARGE);
          if (input->field != ACCORD_CBA_FIELD_AMOUNT && input->field != ACCORD_CBA_FIELD_RATE)
            g_assert_cmpfloat (fabs (get (changed, input) - value), <=, .5);
        }
    }
}

static void
test_refused (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  static const struct
  {
    AccordCbaInput input;
    double value;
  } refused[] = {
    { { 0, TRUE, 0, ACCORD_CBA_FIELD_NEED }, -1 },
    { { 0, TRUE, 0, ACCORD_CBA_FIELD_NEED }, NAN },
    { { 0, TRUE, 0, ACCORD_CBA_FIELD_NEED }, INFINITY },
    { { 0, TRUE, 0, ACCORD_CBA_FIELD_IMPACT }, 1.01 },
    { { 0, TRUE, 0, ACCORD_CBA_FIELD_GRADE }, 7 },
    { { 0, TRUE, 0, ACCORD_CBA_FIELD_AMOUNT }, 1 },
    { { 0, TRUE, 1, ACCORD_CBA_FIELD_NEED }, 1 },
    { { 1, TRUE, 0, ACCORD_CBA_FIELD_NEED }, 1 },
    { { 0, FALSE, 0, ACCORD_CBA_FIELD_NEED }, 1 },
    { { 0, FALSE, 0, ACCORD_CBA_FIELD_SCHEDULE }, 0 },
    { { 0, FALSE, 0, ACCORD_CBA_FIELD_AMOUNT }, -1 },
    { { 0, FALSE, 0, ACCORD_CBA_FIELD_RATE }, 0 },
    { { 0, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_RATE }, 0 },
    { { ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_RATE }, 1 },
    { { ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_HORIZON }, 0 },
    { { ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_HORIZON }, 501 },
    { { ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_NEED }, 1 },
  };
  const double before = npsv_of (cba, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (accord_cba_input_set (cba, &refused[i].input, refused[i].value));
  g_assert_cmpfloat (npsv_of (cba, 0), ==, before);
}

/* What its range allows and this CBA does not. */
static void
test_refused_here (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  const AccordCbaInput grade = { 0, TRUE, 0, ACCORD_CBA_FIELD_GRADE };
  const AccordCbaInput amount = { 0, FALSE, 0, ACCORD_CBA_FIELD_AMOUNT };
  const AccordCbaInput rate = { ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_RATE };
  const AccordCbaCost *cost = ((AccordCbaOption *) cba->options->pdata[0])->costs->pdata[0];
  GArray *bands = ((AccordSchedule *) cba->schedules->pdata[0])->bands;

  g_array_set_size (cba->grades->corrections, 4);
  g_assert_false (accord_cba_input_set (cba, &grade, 5));
  g_assert_true (accord_cba_input_set (cba, &grade, 4));
  g_array_index (cost->amounts, gint64, 0) = ACCORD_CBA_LARGEST / 4;
  g_assert_false (accord_cba_input_set (cba, &amount, 5));
  g_assert_cmpint (accord_cba_cost_get_amount (cost, 1), ==, 15000000);
  g_assert_true (accord_cba_input_set (cba, &rate, .9));
  g_assert_false (accord_cba_input_set (cba, &rate, .9));
  g_array_set_size (bands, 1);
  g_array_index (bands, AccordBand, 0).rate = 0;
  cba->horizon = ACCORD_CBA_MOST_YEARS;
  g_assert_false (accord_cba_input_set (cba, &rate, -.1));
  g_assert_cmpint (g_array_index (bands, AccordBand, 0).rate, ==, 0);
  cba->horizon = 5;
  g_assert_true (accord_cba_input_set (cba, &rate, -.1));
}

static void
test_effects (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  const AccordCbaInput amounts = { 0, FALSE, 0, ACCORD_CBA_FIELD_AMOUNT };
  const AccordCbaInput lag = { 0, TRUE, 0, ACCORD_CBA_FIELD_LAG };
  const AccordCbaInput rate = { ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_RATE };
  const AccordCbaInput horizon = { ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_HORIZON };
  const AccordCbaCost *cost = ((AccordCbaOption *) cba->options->pdata[0])->costs->pdata[0];

  g_assert_true (accord_cba_input_set (cba, &amounts, 1.5));
  g_assert_cmpint (accord_cba_cost_get_amount (cost, 2), ==, 22500000);
  g_assert_cmpfloat (get (cba, &amounts), ==, 1);
  g_assert_true (accord_cba_input_set (cba, &lag, 1.6));
  g_assert_cmpfloat (get (cba, &lag), ==, 2);
  g_assert_true (accord_cba_input_set (cba, &rate, .01));
  g_assert_cmpint (accord_schedule_get_rate (cba->schedules->pdata[0], 1), ==, 450 * BASIS_POINT);
  g_assert_cmpint (accord_schedule_get_rate (cba->schedules->pdata[0], 40), ==, 400 * BASIS_POINT);

  /* What was typed for a year that is no longer counted is gone. */
  g_assert_true (accord_cba_input_set (cba, &horizon, 2));
  g_assert_cmpint (accord_cba_cost_get_amount (cost, 1), ==, 22500000);
  g_assert_cmpint (accord_cba_cost_get_amount (cost, 2), ==, 0);
  npsv_of (cba, 0);
}

static guint
count_field (const GArray *inputs, AccordCbaField field)
{
  guint n = 0;

  for (guint i = 0; i < inputs->len; i++)
    n += g_array_index (inputs, AccordCbaInput, i).field == field;
  return n;
}

/* What cannot change anything is not listed; what the comparator hangs on is. */
static void
test_list (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  AccordCbaOption *option = cba->options->pdata[0];
  AccordCbaOutcome *outcome = option->outcomes->pdata[0];
  AccordCbaCost *cost = option->costs->pdata[0];
  g_autoptr (GArray) inputs = accord_cba_inputs (cba, 0);
  g_autoptr (GArray) changed = NULL, with_other = NULL;

  g_assert_cmpuint (count_field (inputs, ACCORD_CBA_FIELD_LASTS), ==, 0);
  g_assert_cmpuint (count_field (inputs, ACCORD_CBA_FIELD_MITIGATED), ==, 0);
  g_assert_cmpuint (count_field (inputs, ACCORD_CBA_FIELD_BIAS), ==, 1);
  g_assert_cmpuint (count_field (inputs, ACCORD_CBA_FIELD_DROP_OFF), ==, 1);
  g_assert_cmpuint (count_field (inputs, ACCORD_CBA_FIELD_RATE), ==, 1);
  outcome->lasts = 2;
  outcome->timing = ACCORD_TIMING_ONE_OFF;
  cost->bias = PERCENT;
  changed = accord_cba_inputs (cba, 0);
  g_assert_cmpuint (count_field (changed, ACCORD_CBA_FIELD_LASTS), ==, 0);
  g_assert_cmpuint (count_field (changed, ACCORD_CBA_FIELD_DROP_OFF), ==, 0);
  g_assert_cmpuint (count_field (changed, ACCORD_CBA_FIELD_MITIGATED), ==, 1);
  option->comparator = ACCORD_COMPARATOR_DO_NOTHING;
  accord_cba_add_option (cba, "p", "Other");
  with_other = accord_cba_inputs (cba, 1);
  g_assert_cmpuint (with_other->len, ==, changed->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/inputs/in-place", test_in_place);
  g_test_add_func ("/appraisal/inputs/sound", test_sound);
  g_test_add_func ("/appraisal/inputs/refused", test_refused);
  g_test_add_func ("/appraisal/inputs/refused-here", test_refused_here);
  g_test_add_func ("/appraisal/inputs/effects", test_effects);
  g_test_add_func ("/appraisal/inputs/list", test_list);
  return g_test_run ();
}
