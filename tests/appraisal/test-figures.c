/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-cba.h"

#include <math.h>

/* Decimals, rounding, paybacks, bands and the words for what is not a number. */

static void
test_decimals (void)
{
  static const struct
  {
    const char *text;
    AccordDecimal value;
    const char *shown;
  } read[] = {
    { "0.1", 100000000, "0.1" },
    { "-0.035", -35000000, "-0.035" },
    { "+12", 12 * ACCORD_DECIMAL_ONE, "12" },
    { ".5", 500000000, "0.5" },
    { "7.", 7 * ACCORD_DECIMAL_ONE, "7" },
    { "0", 0, "0" },
    { "-0", 0, "0" },
    { "100", 100 * ACCORD_DECIMAL_ONE, "100" },
    { "0.0000000014", 1, "0.000000001" },
    { "0.3333333335", 333333334, "0.333333334" },
    { "9223372036.854775807", G_MAXINT64, "9223372036.854775807" },
  };
  static const char *const refused[] = { "",
                                         "-",
                                         ".",
                                         "1e3",
                                         "1,000",
                                         " 1",
                                         "1 ",
                                         "0x1",
                                         "1.2.3",
                                         "--1",
                                         "nan",
                                         "½",
                                         "9223372036.854775808",
                                         "1.-5",
                                         "inf",
                                         "10000000000" };
  AccordDecimal value = 42;

  for (gsize i = 0; i < G_N_ELEMENTS (read); i++)
    {
      g_autofree char *shown = NULL;

      g_assert_true (accord_decimal_parse (read[i].text, &value));
      g_assert_cmpint (value, ==, read[i].value);
      shown = accord_decimal_format (value);
      g_assert_cmpstr (shown, ==, read[i].shown);
    }
  value = 42;
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (accord_decimal_parse (refused[i], &value));
  g_assert_false (accord_decimal_parse (NULL, &value));
  g_assert_false (accord_decimal_from_double (NAN, &value));
  g_assert_false (accord_decimal_from_double (-INFINITY, &value));
  g_assert_false (accord_decimal_from_double (1e10, &value));
  g_assert_cmpint (value, ==, 42);
}

static void
test_decimal_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      const gint64 bits =
          (gint64) (((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ());
      const AccordDecimal decimal = bits >> test_below (63);
      g_autofree char *text = decimal == ACCORD_DECIMAL_UNKNOWN ? NULL : accord_decimal_format (decimal);
      AccordDecimal back = 0;

      if (text == NULL)
        continue;
      g_assert_true (accord_decimal_parse (text, &back));
      g_assert_cmpint (back, ==, decimal);
      if (ABS (decimal) > 9000000 * ACCORD_DECIMAL_ONE / 1000)
        continue;
      g_assert_true (accord_decimal_from_double (accord_decimal_to_double (decimal), &back));
      g_assert_cmpint (back, ==, decimal);
    }
}

static void
test_pence (void)
{
  static const struct
  {
    double pence;
    gint64 rounded;
  } figures[] = {
    { 0, 0 },
    { -1e-9, 0 },
    { .49, 0 },
    { .5, 1 },
    { -.5, -1 },
    { 2.5, 3 },
    { .3 + .2 - .1 + .1, 1 },
    { 1e15, ACCORD_CBA_LARGEST },
    { -1e15, -ACCORD_CBA_LARGEST },
    { 100000000.25, 100000000 },
    /* A half in decimals, and a hair under it as a double. */
    { 0x1.3ffffffffffffp+1, 3 },
    { -0x1.3ffffffffffffp+1, -3 },
    { 1.15 * 1e6 * 1.45, 1667500 },
    { 2.499, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    g_assert_cmpint (accord_cba_pence (figures[i].pence), ==, figures[i].rounded);
}

static void
test_apportion (void)
{
  const double thirds[] = { 100 / 3., 100 / 3., 100 - 200 / 3. };
  const double mixed[] = { 10.6, -3.6, .2, 0 };
  const double ends[] = { 1.9999999999, 2.0000000001, 3 };
  gint64 pence[4];

  accord_cba_apportion (thirds, 3, pence);
  g_assert_cmpint (pence[0], ==, 34);
  g_assert_cmpint (pence[1], ==, 33);
  g_assert_cmpint (pence[2], ==, 33);
  accord_cba_apportion (mixed, 4, pence);
  g_assert_cmpint (pence[0] + pence[1] + pence[2] + pence[3], ==, 7);
  g_assert_cmpint (pence[0], ==, 11);
  g_assert_cmpint (pence[1], ==, -4);
  g_assert_cmpint (pence[3], ==, 0);
  accord_cba_apportion (ends, 3, pence);
  g_assert_cmpint (pence[0], ==, 2);
  g_assert_cmpint (pence[1], ==, 2);
  g_assert_cmpint (pence[2], ==, 3);
  accord_cba_apportion (NULL, 0, pence);
}

/* Rounded parts add up to the rounded sum, and none is a penny or more from where it was. */
static void
test_apportion_any (void)
{
  for (guint model = 0; model < 2000; model++)
    {
      double parts[12], sum = 0;
      gint64 pence[12], rounded = 0;
      const guint n = 1 + test_below (G_N_ELEMENTS (parts));

      for (guint i = 0; i < n; i++)
        sum += parts[i] = g_test_rand_double_range (-1e6, 1e6);
      accord_cba_apportion (parts, n, pence);
      for (guint i = 0; i < n; i++)
        {
          rounded += pence[i];
          g_assert_cmpfloat (fabs ((double) pence[i] - parts[i]), <, 1.001);
        }
      g_assert_cmpint (rounded, ==, accord_cba_pence (sum));
    }
}

static void
test_bands (void)
{
  static const struct
  {
    double bcr;
    AccordMoneyBand band;
  } bands[] = {
    { -.01, ACCORD_VFM_VERY_POOR }, { 0, ACCORD_VFM_POOR },     { .9999, ACCORD_VFM_POOR },
    { 1, ACCORD_VFM_LOW },          { 1.5, ACCORD_VFM_MEDIUM }, { 1.5 - 2.3e-16, ACCORD_VFM_MEDIUM },
    { 1.9999, ACCORD_VFM_MEDIUM },  { 2, ACCORD_VFM_HIGH },     { 4, ACCORD_VFM_VERY_HIGH },
    { 1e12, ACCORD_VFM_VERY_HIGH },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bands); i++)
    g_assert_cmpint (accord_cba_band ((AccordCbaValue){ ACCORD_DEFINED, bands[i].bcr }), ==, bands[i].band);
  g_assert_cmpint (accord_cba_band ((AccordCbaValue){ ACCORD_UNDEFINED_NO_COSTS, 0 }), ==,
                   ACCORD_VFM_NOT_DEFINED);
}

typedef struct
{
  gint64 flows[5];
  AccordDefined defined;
  double year;
  guint deepest;
  gint64 deepest_net;
} Flows;

/* Undiscounted: when it pays back, and when it is deepest under water. */
static void
test_payback (void)
{
  static const Flows cases[] = {
    { { -100, 50, 50, 0, 0 }, ACCORD_DEFINED, 2, 0, -100 },
    { { -100, 150, -100, 50, 0 }, ACCORD_DEFINED, 3, 0, -100 },
    { { -100, 150, -200, 200, -10 }, ACCORD_DEFINED, 3, 2, -150 },
    { { -100, 0, 0, -20, 20 }, ACCORD_UNDEFINED_NEVER, 0, 3, -120 },
    { { -100, 100, 0, 0, -1 }, ACCORD_UNDEFINED_NEVER, 0, 0, -100 },
    { { 0, 0, 0, 0, 0 }, ACCORD_UNDEFINED_NOTHING_PAID, 0, 0, 0 },
    { { 10, -10, 5, 0, 0 }, ACCORD_DEFINED, 0, 1, 0 },
    { { 10, 0, 5, 0, 0 }, ACCORD_UNDEFINED_NOTHING_PAID, 0, 0, 0 },
    { { 0, 0, -5, 5, 0 }, ACCORD_DEFINED, 3, 2, -5 },
    { { 0, 0, 0, 0, -5 }, ACCORD_UNDEFINED_NEVER, 0, 4, -5 },
  };
  g_autoptr (AccordSchedule) schedule = accord_schedule_new ("none", NULL, NULL);

  accord_schedule_add (schedule, 1, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordCbaResult) result = accord_cba_evaluate_flows (cases[i].flows, 5, schedule);
      const AccordCbaPosition *position = &g_array_index (result->net.positions, AccordCbaPosition, 0);

      g_assert_cmpint (result->net.payback.defined, ==, cases[i].defined);
      g_assert_cmpfloat (result->net.payback.value, ==, cases[i].year);
      g_assert_cmpint (position->payback.defined, ==, cases[i].defined);
      g_assert_cmpuint (position->deepest, ==, cases[i].deepest);
      g_assert_cmpint (accord_cba_pence (position->deepest_net), ==, cases[i].deepest_net);
    }
}

/* Costs of a pence's fraction that are paid back to the last of it have been paid back. */
static void
test_payback_of_fractions (void)
{
  g_autoptr (AccordCba) cba = test_cba (12);
  AccordCbaOption *option = accord_cba_add_option (cba, "o", "Option");
  AccordCbaCost *cost = accord_cba_option_add_cost (option, "c", "Cost");
  AccordCbaOutcome *outcome = accord_cba_option_add_outcome (option, "b", "Outcome");
  g_autoptr (AccordCbaResult) result = NULL;

  accord_cba_cost_set_amount (cost, 0, 100);
  outcome->need = ACCORD_DECIMAL_ONE;
  outcome->engagement = ACCORD_DECIMAL_ONE / 10;
  outcome->unit_value = 100;
  outcome->lag_years = 1;
  result = accord_cba_evaluate (cba, 0, NULL);
  g_assert_cmpfloat (result->net.payback.value, ==, 10);
}

/* What rises and falls by the same again and again is deepest when it first was. */
static void
test_deepest_of_several (void)
{
  static const gint64 values[] = { -99999999, 77777777, 22222222 };

  for (guint model = 0; model < 200; model++)
    {
      g_autoptr (AccordCba) cba = test_cba (40);
      AccordCbaOption *option = accord_cba_add_option (cba, "o", "Option");
      AccordCbaCost *cost = accord_cba_option_add_cost (option, "c", "Cost");
      const AccordDecimal part = test_below (G_MAXINT32) % ACCORD_DECIMAL_ONE;
      g_autoptr (AccordCbaResult) result = NULL;
      const AccordCbaPosition *position;

      accord_cba_cost_set_amount (cost, 0, 1 + test_below (1000));
      for (guint year = 1; year < 40; year++)
        {
          AccordCbaOutcome *outcome = accord_cba_option_add_outcome (option, NULL, "Outcome");

          outcome->need = ACCORD_DECIMAL_ONE;
          outcome->impact = part;
          outcome->cashable = ACCORD_DECIMAL_ONE;
          outcome->unit_value = values[year % 3];
          outcome->timing = ACCORD_TIMING_ONE_OFF;
          outcome->lag_years = year;
        }
      result = accord_cba_evaluate (cba, 0, NULL);
      position = &g_array_index (result->net.positions, AccordCbaPosition, 0);
      g_assert_cmpuint (position->deepest, ==, 0);
      g_assert_cmpuint (position->cash_deepest, ==, 0);
    }
}

static void
test_undefined (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  AccordCbaOption *option = accord_cba_add_option (cba, "p", "Do nothing");
  AccordCbaCost *cost = accord_cba_option_add_cost (option, "n", "Beds");
  g_autoptr (AccordCbaResult) saver = NULL, nothing = NULL;

  option->comparator = ACCORD_COMPARATOR_DO_NOTHING;
  accord_cba_cost_set_amount (cost, 0, 90000000);
  saver = accord_cba_evaluate (cba, 0, NULL);
  g_assert_cmpint (saver->net.bcr.defined, ==, ACCORD_UNDEFINED_NET_SAVER);
  g_assert_cmpfloat (saver->net.bcr.value, ==, 0);
  g_assert_cmpint (saver->net.roi.defined, ==, ACCORD_UNDEFINED_NET_SAVER);
  g_assert_cmpint (saver->net.band, ==, ACCORD_VFM_NOT_DEFINED);
  g_assert_cmpint (saver->own.bcr.defined, ==, ACCORD_DEFINED);

  accord_cba_cost_set_amount (cost, 0, 0);
  nothing = accord_cba_evaluate (cba, 1, NULL);
  g_assert_cmpint (nothing->net.bcr.defined, ==, ACCORD_UNDEFINED_NO_COSTS);
  g_assert_cmpint (nothing->net.payback.defined, ==, ACCORD_UNDEFINED_NOTHING_PAID);
  g_assert_cmpuint (nothing->comparator, ==, ACCORD_CBA_NONE);
}

static void
test_flows_refused (void)
{
  g_autoptr (AccordSchedule) schedule = test_standard_schedule ();
  g_autoptr (AccordSchedule) unsound = accord_schedule_new ("none", NULL, NULL);
  g_autofree gint64 *many = g_new0 (gint64, ACCORD_CBA_MOST_YEARS + 1);
  const gint64 large[] = { ACCORD_CBA_LARGEST, -1, 0 }, least = G_MININT64, most = G_MAXINT64;
  AccordCbaResult *result;

  g_assert_null (accord_cba_evaluate_flows (NULL, 0, schedule));
  g_assert_null (accord_cba_evaluate_flows (many, ACCORD_CBA_MOST_YEARS + 1, schedule));
  g_assert_null (accord_cba_evaluate_flows (many, 5, unsound));
  g_assert_null (accord_cba_evaluate_flows (large, 2, schedule));
  g_assert_null (accord_cba_evaluate_flows (&least, 1, schedule));
  g_assert_null (accord_cba_evaluate_flows (&most, 1, schedule));
  result = accord_cba_evaluate_flows (many, ACCORD_CBA_MOST_YEARS, schedule);
  g_assert_cmpint (result->net.bcr.defined, ==, ACCORD_UNDEFINED_NO_COSTS);
  accord_cba_result_free (result);
}

/* A worksheet's lower bound holds without evidence; bounds of outsourcing are of operating costs. */
static void
test_bias (void)
{
  const AccordMitigation all = { "Everything", ACCORD_DECIMAL_ONE, ACCORD_DECIMAL_ONE, 300, NULL };
  g_autoptr (AccordCba) cba = test_cba (3);
  AccordCbaCost *cost = accord_cba_option_add_cost (accord_cba_add_option (cba, "o", "Option"), "c", "Cost");
  static const struct
  {
    const char *code;
    AccordCostKind kind;
    gboolean evidenced;
    gint64 pence;
  } cases[] = {
    { "standard-buildings", ACCORD_COST_CAPITAL, FALSE, 10200 + 300 },
    { "standard-buildings", ACCORD_COST_CAPITAL, TRUE, 10000 + 300 },
    { "non-standard-buildings", ACCORD_COST_CAPITAL, FALSE, 10400 + 300 },
    { "non-standard-buildings", ACCORD_COST_REVENUE, FALSE, 10000 + 300 },
    { "non-standard-buildings", ACCORD_COST_IN_KIND, FALSE, 10000 + 300 },
  };

  cba->bias = test_bias_table ();
  accord_cba_cost_set_amount (cost, 1, 10000);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordCbaResult) result = NULL;

      accord_bias_sheet_free (cost->sheet);
      cost->sheet = accord_bias_sheet_new ();
      accord_bias_sheet_add_work (cost->sheet, cases[i].code, ACCORD_DECIMAL_ONE);
      accord_bias_sheet_add_mitigation (cost->sheet, &all);
      cost->sheet->evidenced = cases[i].evidenced;
      cost->kind = cases[i].kind;
      result = accord_cba_evaluate (cba, 0, NULL);
      g_assert_cmpint (accord_cba_pence (result->net.years.cost[1]), ==, cases[i].pence);
    }
  g_ptr_array_set_size (cost->sheet->mitigations, 0);
  g_ptr_array_set_size (cost->sheet->works, 0);
  accord_bias_sheet_add_work (cost->sheet, "outsourcing", ACCORD_DECIMAL_ONE);
  for (int kind = ACCORD_COST_CAPITAL; kind <= ACCORD_COST_REVENUE; kind++)
    {
      g_autoptr (AccordCbaResult) result = NULL;

      cost->kind = (AccordCostKind) kind;
      result = accord_cba_evaluate (cba, 0, NULL);
      g_assert_cmpint (accord_cba_pence (result->net.years.cost[1]), ==,
                       kind == ACCORD_COST_REVENUE ? 14100 : 10000);
    }
}

/* A nominal amount is divided by what prices rose since; one in later prices is brought back. */
static void
test_prices (void)
{
  g_autoptr (AccordCba) cba = test_cba (3);
  AccordCbaOption *option = accord_cba_add_option (cba, "o", "Option");
  AccordCbaCost *cost = accord_cba_option_add_cost (option, "c", "Cost");
  AccordCbaOutcome *outcome = accord_cba_option_add_outcome (option, "b", "Outcome");
  AccordPriceSeries *series = accord_price_series_new ("Prices", NULL, NULL, ACCORD_PRICES_CALENDAR);
  g_autoptr (AccordCbaResult) base = NULL, later = NULL;

  cba->base_year = 2024;
  for (int year = 0; year < 3; year++)
    accord_price_series_add (series, 2024 + year, (100 + 10 * year) * ACCORD_DECIMAL_ONE);
  g_ptr_array_add (cba->series, series);
  cost->nominal = TRUE;
  cost->series = outcome->series = 0;
  for (guint year = 0; year < 3; year++)
    accord_cba_cost_set_amount (cost, year, 13200);
  outcome->need = ACCORD_DECIMAL_ONE;
  outcome->unit_value = 13200;
  outcome->price_year = 2026;
  base = accord_cba_evaluate (cba, 0, NULL);
  g_assert_cmpint (accord_cba_pence (base->net.years.cost[0]), ==, 13200);
  g_assert_cmpint (accord_cba_pence (base->net.years.cost[1]), ==, 12000);
  g_assert_cmpint (accord_cba_pence (base->net.years.cost[2]), ==, 11000);
  g_assert_cmpint (accord_cba_pence (base->net.years.benefit[2]), ==, 11000);
  cba->price_year = 2026;
  later = accord_cba_evaluate (cba, 0, NULL);
  g_assert_cmpint (accord_cba_pence (later->net.years.cost[0]), ==, 15840);
  g_assert_cmpint (accord_cba_pence (later->net.years.cost[2]), ==, 13200);
  g_assert_cmpint (accord_cba_pence (later->net.years.benefit[0]), ==, 13200);
}

static void
test_annuities (void)
{
  g_autoptr (AccordSchedule) schedule = test_standard_schedule ();
  double factors[ACCORD_CBA_MOST_YEARS], sum = 0;

  accord_schedule_fill (schedule, factors, G_N_ELEMENTS (factors));
  for (guint year = 1; year < G_N_ELEMENTS (factors); year++)
    {
      sum += factors[year];
      g_assert_cmpfloat (accord_schedule_annuity (schedule, year), ==, sum);
      g_assert_cmpfloat (factors[year], <, factors[year - 1]);
    }
  g_assert_cmpfloat (accord_schedule_annuity (schedule, 0), ==, 0);
  g_assert_cmpint (accord_schedule_get_rate (schedule, 0), ==, 0);
  g_assert_cmpint (accord_schedule_get_rate (schedule, 30), ==, 350 * BASIS_POINT);
  g_assert_cmpint (accord_schedule_get_rate (schedule, 31), ==, 300 * BASIS_POINT);
  g_assert_cmpint (accord_schedule_get_rate (schedule, 4000), ==, 100 * BASIS_POINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/figures/decimals", test_decimals);
  g_test_add_func ("/appraisal/figures/decimal-round-trip", test_decimal_round_trip);
  g_test_add_func ("/appraisal/figures/pence", test_pence);
  g_test_add_func ("/appraisal/figures/apportion", test_apportion);
  g_test_add_func ("/appraisal/figures/apportion-any", test_apportion_any);
  g_test_add_func ("/appraisal/figures/bands", test_bands);
  g_test_add_func ("/appraisal/figures/payback", test_payback);
  g_test_add_func ("/appraisal/figures/payback-of-fractions", test_payback_of_fractions);
  g_test_add_func ("/appraisal/figures/deepest-of-several", test_deepest_of_several);
  g_test_add_func ("/appraisal/figures/undefined", test_undefined);
  g_test_add_func ("/appraisal/figures/flows-refused", test_flows_refused);
  g_test_add_func ("/appraisal/figures/bias", test_bias);
  g_test_add_func ("/appraisal/figures/prices", test_prices);
  g_test_add_func ("/appraisal/figures/annuities", test_annuities);
  return g_test_run ();
}
