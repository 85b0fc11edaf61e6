/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-cba.h"

#include <math.h>

/* Figures that others have published, and those that were worked out by hand. */

static void
assert_near (double value, double expected, double within)
{
  if (!(fabs (value - expected) <= within))
    g_error ("%.10g is not within %g of %.10g", value, within, expected);
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
  g_autoptr (AccordSchedule) schedule = test_standard_schedule ();
  double factors[201];

  accord_schedule_fill (schedule, factors, G_N_ELEMENTS (factors));
  for (gsize i = 0; i < G_N_ELEMENTS (published); i++)
    assert_near (round (factors[published[i].year] * 1e4) / 1e4, published[i].factor, 1e-12);
}

static void
test_health_factors (void)
{
  g_autoptr (AccordSchedule) schedule = test_health_schedule ();
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
  g_autoptr (AccordCba) cba = test_cba (5);
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
  g_autoptr (AccordCba) cba = test_cba (10);
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
  g_autoptr (AccordSchedule) schedule = test_standard_schedule ();

  assert_near (accord_schedule_annuity (schedule, 20), 14.2124, 5e-5);
}

/* 5: optimism bias of a mixed building. (HM Treasury, Supplementary Green Book Guidance.) */
static void
test_mixed_building (void)
{
  g_autoptr (AccordBiasTable) table = test_bias_table ();
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
  g_autoptr (AccordCba) cba = test_cba (1);
  AccordCbaCost *cost =
      accord_cba_option_add_cost (accord_cba_add_option (cba, "o", "Option"), "c", "Building");
  g_autoptr (AccordCbaResult) before = NULL, after = NULL;

  cba->bias = test_bias_table ();
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
test_deflated (void)
{
  g_autoptr (AccordCba) cba = test_cba (1);
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
  g_autoptr (AccordSchedule) schedule = test_standard_schedule ();
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
  g_autoptr (AccordCba) cba = test_cba (1);
  AccordCbaCost *cost = accord_cba_option_add_cost (accord_cba_add_option (cba, "o", "Option"), "c", "Cost");
  g_autoptr (AccordCbaResult) result = NULL;

  cost->bias = 20 * PERCENT;
  cost->mitigated = 50 * PERCENT;
  accord_cba_cost_set_amount (cost, 0, 10000);
  result = accord_cba_evaluate (cba, 0, NULL);
  g_assert_cmpint (accord_cba_pence (result->net.pvc), ==, 11000);
}

/* One line of costs and one of outcomes: our own arithmetic. */
static void
test_partnership_figures (void)
{
  static const gint64 benefits[] = { 0, 16588260, 14929434, 13436491, 12092842 };
  g_autoptr (AccordCba) cba = test_partnership ();
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

/* On every machine, with every compiler: the same doubles. */
static void
test_same_bits (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  g_autoptr (AccordCbaResult) result = accord_cba_evaluate (cba, 0, NULL);

  g_assert_true (result->net.npsv == 0x1.2385929ca0e8p+22);
  g_assert_true (result->net.pvc == 0x1.6d072dc5519bp+25);
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
  g_test_add_func ("/appraisal/published/deflator", test_deflated);
  g_test_add_func ("/appraisal/published/flows", test_flows);
  g_test_add_func ("/appraisal/published/half-mitigated", test_half_mitigated);
  g_test_add_func ("/appraisal/published/partnership", test_partnership_figures);
  g_test_add_func ("/appraisal/published/same-bits", test_same_bits);
  return g_test_run ();
}
