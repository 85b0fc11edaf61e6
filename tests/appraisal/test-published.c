/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "result.h"

#include <math.h>

/* Figures that others have published, and those that were worked out by hand. */

#define PERCENT (ACCORD_DECIMAL_ONE / 100)
#define BASIS_POINT (ACCORD_DECIMAL_ONE / 10000)

static void
assert_near (double value, double expected, double within)
{
  if (!(fabs (value - expected) <= within))
    g_error ("%.10g is not within %g of %.10g", value, within, expected);
}

static AccordSchedule *
standard (void)
{
  AccordSchedule *self = accord_schedule_new ("standard", NULL, "HM Treasury, The Green Book");

  accord_schedule_add (self, 1, 350 * BASIS_POINT);
  accord_schedule_add (self, 31, 300 * BASIS_POINT);
  accord_schedule_add (self, 76, 250 * BASIS_POINT);
  accord_schedule_add (self, 126, 200 * BASIS_POINT);
  accord_schedule_add (self, 201, 150 * BASIS_POINT);
  accord_schedule_add (self, 301, 100 * BASIS_POINT);
  return self;
}

static AccordSchedule *
health (void)
{
  AccordSchedule *self = accord_schedule_new ("health", NULL, "HM Treasury, The Green Book");

  accord_schedule_add (self, 1, 150 * BASIS_POINT);
  accord_schedule_add (self, 31, 129 * BASIS_POINT);
  accord_schedule_add (self, 76, 107 * BASIS_POINT);
  accord_schedule_add (self, 126, 86 * BASIS_POINT);
  accord_schedule_add (self, 201, 64 * BASIS_POINT);
  accord_schedule_add (self, 301, 43 * BASIS_POINT);
  return self;
}

static AccordCba *
cba_of (guint horizon)
{
  AccordCba *self = accord_cba_new ("Test");

  self->horizon = horizon;
  g_ptr_array_add (self->schedules, standard ());
  return self;
}

/* 1: discount factors to four places. (Northern Ireland Guide to Expenditure Appraisal and Evaluation.) */
static void
test_factors (void)
{
  static const struct
  {
    guint year;
    double factor;
  } published[] = {
    { 0, 1 },      { 1, .9662 },  { 2, .9335 },   { 3, .9019 },   { 4, .8714 },   { 5, .8420 },
    { 6, .8135 },  { 7, .7860 },  { 8, .7594 },   { 9, .7337 },   { 10, .7089 },  { 15, .5969 },
    { 20, .5026 }, { 25, .4231 }, { 30, .3563 },  { 40, .2651 },  { 50, .1973 },  { 60, .1468 },
    { 75, .0942 }, { 80, .0833 }, { 100, .0508 }, { 125, .0274 }, { 150, .0167 }, { 200, .0062 },
  };
  g_autoptr (AccordSchedule) schedule = standard ();
  double factors[201];

  accord_schedule_fill (schedule, factors, G_N_ELEMENTS (factors));
  for (gsize i = 0; i < G_N_ELEMENTS (published); i++)
    assert_near (round (factors[published[i].year] * 1e4) / 1e4, published[i].factor, 1e-12);
}

static void
test_health_factors (void)
{
  g_autoptr (AccordSchedule) schedule = health ();
  double factors[77];

  accord_schedule_fill (schedule, factors, G_N_ELEMENTS (factors));
  assert_near (factors[1], .985222, 5e-7);
  assert_near (factors[10], .861667, 5e-7);
  assert_near (factors[30], .639762, 5e-7);
  assert_near (factors[31], .631615, 5e-7);
  assert_near (factors[76], .355550, 5e-7);
}

/* 2: net present cost. (The same guide, A4.6.) */
static void
test_net_present_cost (void)
{
  g_autoptr (AccordCba) cba = cba_of (5);
  AccordCbaCost *cost = accord_cba_option_add_cost (accord_cba_add_option (cba, "o", "Option"), "c", "Cost");
  g_autoptr (AccordCbaResult) result = NULL;

  accord_cba_cost_set_amount (cost, 0, 10000);
  for (guint year = 1; year < 5; year++)
    accord_cba_cost_set_amount (cost, year, 3500);
  result = accord_cba_evaluate (cba, 0, NULL);
  assert_near (result->net.npc, 22855.8, .05);
  g_assert_cmpint (result->net.bcr.defined, ==, ACCORD_DEFINED);
  g_assert_cmpint (result->net.payback.defined, ==, ACCORD_UNDEFINED_NEVER);
}

/* 3: equivalent annual cost of 100 over ten years. (The same guide, A4.9.) */
static void
test_equivalent_annual_cost (void)
{
  g_autoptr (AccordCba) cba = cba_of (10);
  AccordCbaCost *cost = accord_cba_option_add_cost (accord_cba_add_option (cba, "o", "Option"), "c", "Cost");
  g_autoptr (AccordCbaResult) result = NULL;

  accord_cba_cost_set_amount (cost, 0, 10000);
  result = accord_cba_evaluate (cba, 0, NULL);
  assert_near (result->net.eac, 1202.4, .05);
}

/* 4: an annuity over twenty years, exact. */
static void
test_annuity (void)
{
  g_autoptr (AccordSchedule) schedule = standard ();

  assert_near (accord_schedule_annuity (schedule, 20), 14.2124, 5e-5);
}

static AccordBiasTable *
bias_table (void)
{
  static const AccordBiasType types[] = {
    { "non-standard-buildings", "Non-standard buildings", 51 * PERCENT, 4 * PERCENT, 39 * PERCENT,
      2 * PERCENT },
    { "standard-buildings", "Standard buildings", 24 * PERCENT, 2 * PERCENT, 4 * PERCENT, 1 * PERCENT },
    { "outsourcing", "Outsourcing", 41 * PERCENT, 0, ACCORD_DECIMAL_UNKNOWN, ACCORD_DECIMAL_UNKNOWN, TRUE },
  };
  AccordBiasTable *self = accord_bias_table_new ("Optimism bias", NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    accord_bias_table_add (self, &types[i]);
  return self;
}

/* 5: optimism bias of a mixed building. (HM Treasury, Supplementary Green Book Guidance.) */
static void
test_mixed_building (void)
{
  g_autoptr (AccordBiasTable) table = bias_table ();
  g_autoptr (AccordBiasSheet) sheet = accord_bias_sheet_new ();
  AccordBiasOutcome outcome;

  accord_bias_sheet_add_work (sheet, "non-standard-buildings", 30 * PERCENT);
  accord_bias_sheet_add_work (sheet, "standard-buildings", 70 * PERCENT);
  g_assert_true (accord_bias_sheet_work_out (sheet, table, &outcome));
  assert_near (outcome.rate, .321, 1e-12);
  assert_near (outcome.duration, .145, 1e-12);
  g_assert_true (outcome.has_duration);
  g_assert_false (outcome.held);
}

/* 6: the same guidance: a building of £100m, mitigated by 92 % at £7m. */
static void
test_mitigated_building (void)
{
  const AccordMitigation mitigation = { "Poor project intelligence", ACCORD_DECIMAL_ONE, 92 * PERCENT,
                                        G_GINT64_CONSTANT (700000000), NULL };
  g_autoptr (AccordCba) cba = cba_of (1);
  AccordCbaCost *cost =
      accord_cba_option_add_cost (accord_cba_add_option (cba, "o", "Option"), "c", "Building");
  g_autoptr (AccordCbaResult) before = NULL, after = NULL;

  cba->bias = bias_table ();
  cost->sheet = accord_bias_sheet_new ();
  accord_bias_sheet_add_work (cost->sheet, "non-standard-buildings", ACCORD_DECIMAL_ONE);
  accord_cba_cost_set_amount (cost, 0, G_GINT64_CONSTANT (10000000000));
  before = accord_cba_evaluate (cba, 0, NULL);
  assert_near (before->net.pvc, 151e8, 1e-3);

  accord_bias_sheet_add_mitigation (cost->sheet, &mitigation);
  after = accord_cba_evaluate (cba, 0, NULL);
  assert_near (after->net.pvc, 104.08e8 + 7e8, 1e-3);
}

/* 7: GDP deflator. (HM Treasury.) */
static void
test_deflator (void)
{
  g_autoptr (AccordCba) cba = cba_of (1);
  AccordCbaCost *cost = accord_cba_option_add_cost (accord_cba_add_option (cba, "o", "Option"), "c", "Cost");
  AccordPriceSeries *series = accord_price_series_new ("GDP deflator", NULL, NULL, ACCORD_PRICES_FINANCIAL);
  g_autoptr (AccordCbaResult) result = NULL;
  double ratio;

  accord_price_series_add (series, 2003, G_GINT64_CONSTANT (102789000000));
  accord_price_series_add (series, 1998, G_GINT64_CONSTANT (91031000000));
  accord_price_series_add (series, 1997, G_GINT64_CONSTANT (88480000000));
  accord_price_series_add (series, 1999, G_GINT64_CONSTANT (93046000000));
  g_ptr_array_add (cba->series, series);
  g_assert_true (accord_price_series_is_sound (series));
  g_assert_true (accord_price_series_ratio (series, 1998, 1999, &ratio));
  assert_near (ratio, 1.0221, 5e-5);

  cba->base_year = 2003;
  cost->price_year = 1998;
  cost->series = 0;
  accord_cba_cost_set_amount (cost, 0, 740000000);
  result = accord_cba_evaluate (cba, 0, NULL);
  assert_near (result->net.pvc, 8.36e8, 500000);
}

/* 8: a bare series at 3.5 %. */
static void
test_flows (void)
{
  const gint64 flows[] = { -58000000, 25000000, 25000000, 25000000, 25000000,
                           25000000,  25000000, 25000000, 25000000 };
  g_autoptr (AccordSchedule) schedule = standard ();
  g_autoptr (AccordCbaResult) result = accord_cba_evaluate_flows (flows, G_N_ELEMENTS (flows), schedule);

  g_assert_cmpint (accord_cba_pence (result->net.npsv), ==, 113848888);
  g_assert_cmpuint (result->net.positions->len, ==, 1);
  g_assert_cmpuint (g_array_index (result->net.positions, AccordCbaPosition, 0).organisation, ==,
                    ACCORD_CBA_NONE);
  g_assert_cmpuint (result->lines->len, ==, 0);
  g_assert_cmpfloat (result->net.payback.value, ==, 3);
}

/* 9: 100 with a bias of 20 %, half mitigated. */
static void
test_half_mitigated (void)
{
  g_autoptr (AccordCba) cba = cba_of (1);
  AccordCbaCost *cost = accord_cba_option_add_cost (accord_cba_add_option (cba, "o", "Option"), "c", "Cost");
  g_autoptr (AccordCbaResult) result = NULL;

  cost->bias = 20 * PERCENT;
  cost->mitigated = 50 * PERCENT;
  accord_cba_cost_set_amount (cost, 0, 10000);
  result = accord_cba_evaluate (cba, 0, NULL);
  g_assert_cmpint (accord_cba_pence (result->net.pvc), ==, 11000);
}

/* One line of costs and one of outcomes: our own arithmetic. */
static AccordCba *
partnership (void)
{
  static const int corrections[] = { 0, 5, 10, 15, 25, 40 };
  AccordCba *cba = cba_of (5);
  const guint payer = accord_cba_add_organisation (cba, "a", "Organisation A");
  AccordCbaOption *option = accord_cba_add_option (cba, "o", "Option");
  AccordCbaCost *cost = accord_cba_option_add_cost (option, "c", "Staff");
  AccordCbaOutcome *outcome = accord_cba_option_add_outcome (option, "b", "Fewer admissions");

  cba->grades = accord_grade_table_new ("Grades", NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (corrections); i++)
    {
      const AccordDecimal correction = corrections[i] * PERCENT;

      g_array_append_val (cba->grades->corrections, correction);
    }
  cost->organisation = payer;
  cost->kind = ACCORD_COST_REVENUE;
  cost->grade = 3;
  for (guint year = 0; year < 3; year++)
    accord_cba_cost_set_amount (cost, year, 15000000);
  outcome->need = 1200 * ACCORD_DECIMAL_ONE;
  outcome->engagement = 60 * PERCENT;
  outcome->impact = 20 * PERCENT;
  outcome->deadweight = 25 * PERCENT;
  outcome->unit_value = 180700;
  outcome->grade = 4;
  outcome->lag_years = 1;
  outcome->drop_off = 10 * PERCENT;
  outcome->cashable = 50 * PERCENT;
  accord_cba_outcome_add_gain (outcome, payer, ACCORD_DECIMAL_ONE);
  return cba;
}

static void
test_partnership (void)
{
  static const gint64 benefits[] = { 0, 16588260, 14929434, 13436491, 12092842 };
  g_autoptr (AccordCba) cba = partnership ();
  g_autoptr (AccordCbaResult) result = accord_cba_evaluate (cba, 0, NULL);
  const AccordCbaSums *net = &result->net;

  for (gsize i = 0; i < G_N_ELEMENTS (benefits); i++)
    g_assert_cmpint (accord_cba_pence (net->years.benefit[i]), ==, benefits[i]);
  g_assert_cmpint (accord_cba_pence (net->pvb), ==, 52621248);
  g_assert_cmpint (accord_cba_pence (net->pvc), ==, 47844956);
  g_assert_cmpint (accord_cba_pence (net->npsv), ==, 4776293);
  assert_near (net->bcr.value, 1.0998, 5e-5);
  g_assert_cmpint (net->band, ==, ACCORD_VFM_LOW);
  g_assert_cmpint (net->discounted_payback.defined, ==, ACCORD_DEFINED);
  g_assert_cmpfloat (net->discounted_payback.value, ==, 4);
  assert_near (net->roi.value, .5499, 5e-5);
  g_assert_cmpint (accord_cba_pence (net->budget_impact), ==, -21534331);
  g_assert_cmpuint (net->positions->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/published/factors", test_factors);
  g_test_add_func ("/appraisal/published/health-factors", test_health_factors);
  g_test_add_func ("/appraisal/published/net-present-cost", test_net_present_cost);
  g_test_add_func ("/appraisal/published/equivalent-annual-cost", test_equivalent_annual_cost);
  g_test_add_func ("/appraisal/published/annuity", test_annuity);
  g_test_add_func ("/appraisal/published/mixed-building", test_mixed_building);
  g_test_add_func ("/appraisal/published/mitigated-building", test_mitigated_building);
  g_test_add_func ("/appraisal/published/deflator", test_deflator);
  g_test_add_func ("/appraisal/published/flows", test_flows);
  g_test_add_func ("/appraisal/published/half-mitigated", test_half_mitigated);
  g_test_add_func ("/appraisal/published/partnership", test_partnership);
  return g_test_run ();
}
