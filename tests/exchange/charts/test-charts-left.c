/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts-fixture.h"
#include "charts/burn-down-course.h"
#include "charts/burn-down.h"

#define ROUNDS 40

static void
year_free (gpointer data)
{
  g_free (data);
}

static void
add_year (AccordFundForecast *forecast, gint64 year, gint64 allocated, gint64 paid)
{
  AccordFundYear *one = g_new0 (AccordFundYear, 1);

  one->year = year;
  one->allocated = allocated;
  one->n_allocations = allocated != 0;
  one->paid = paid;
  g_ptr_array_add (forecast->years, one);
}

static void
add_month (GArray *months, int year, int month, gint64 paid)
{
  AccordFundMonth one = { year * 12 + month - 1, paid };

  g_array_append_val (months, one);
}

/* A fund of £1,200 for two years: £300 was paid in the first three months of the first. */
static void
test_left (void)
{
  AccordFundSummary fund = { .award = 120000 };
  AccordFundForecast forecast = { .years = g_ptr_array_new_with_free_func (year_free),
                                  .this_year = 2019,
                                  .last_year = 2020,
                                  .months = 3,
                                  .paid_in_months = 30000,
                                  .year_end = 120000,
                                  .end = 240000 };
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (AccordFundMonth));
  g_autoptr (AccordBurnDown) course = NULL;
  g_autoptr (AccordChart) chart = NULL;
  double left;

  add_year (&forecast, 2019, 60000, 30000);
  add_year (&forecast, 2020, 60000, 0);
  for (int month = 4; month <= 6; month++)
    add_month (months, 2019, month, 10000);
  course = accord_burn_down_new (&fund, &forecast, months, "2019-07-15");
  g_assert_cmpint (course->from, ==, 2019 * 12 + 2);
  g_assert_cmpint (course->until, ==, 2021 * 12 + 2);
  g_assert_true (accord_burn_down_find (course->actual, 2019 * 12 + 5, &left));
  g_assert_cmpfloat (left, ==, 90000);
  g_assert_true (accord_burn_down_find (course->planned, 2020 * 12 + 2, &left));
  g_assert_cmpfloat (left, ==, 60000);
  g_assert_true (accord_burn_down_find (course->planned, 2021 * 12 + 2, &left));
  g_assert_cmpfloat (left, ==, 0);
  g_assert_true (course->has_end);
  g_assert_cmpfloat (course->end, ==, -120000);
  g_assert_cmpint (course->used_up, ==, 2020 * 12 + 2);
  chart = accord_burn_down_chart_new (&fund, &forecast, months, "2019-07-15");
  g_assert_cmpstr (
      accord_chart_get_summary (chart), ==,
      "£900 of £1.2k is left. At the rate of this year it is used up in Mar 2020; the fund ends in Mar "
      "2021.");
  charts_assert_sound (chart);
  g_ptr_array_unref (forecast.years);
}

/* A fund whose amount nobody wrote down has nothing left that could be drawn. */
static void
test_left_unknown (void)
{
  AccordFundSummary fund = { .award = ACCORD_UNKNOWN };
  AccordFundForecast forecast = { .years = g_ptr_array_new_with_free_func (year_free),
                                  .this_year = 2019,
                                  .last_year = ACCORD_UNKNOWN,
                                  .year_reason = ACCORD_FORECAST_NO_PAYMENTS,
                                  .end_reason = ACCORD_FORECAST_NO_PAYMENTS };
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (AccordFundMonth));
  g_autoptr (AccordChart) unknown = accord_burn_down_chart_new (&fund, &forecast, months, "2019-07-15");
  g_autoptr (AccordChart) whole = NULL;

  g_assert_nonnull (accord_chart_get_empty (unknown));
  charts_assert_sound (unknown);
  fund.award = 100;
  whole = accord_burn_down_chart_new (&fund, &forecast, months, "2019-07-15");
  g_assert_null (accord_chart_get_empty (whole));
  charts_assert_sound (whole);
  g_ptr_array_unref (forecast.years);
}

/* Any payments, at any time, also without a date: the line ends at what is left of all of them. */
static void
test_left_any (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      AccordFundSummary fund = { .award = g_test_rand_int_range (1, 1 << 30) * 100LL };
      AccordFundForecast forecast = { .years = g_ptr_array_new_with_free_func (year_free),
                                      .this_year = 2019,
                                      .last_year = g_test_rand_bit () ? g_test_rand_int_range (2015, 2030)
                                                                      : ACCORD_UNKNOWN };
      g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (AccordFundMonth));
      g_autoptr (AccordBurnDown) course = NULL;
      g_autoptr (AccordChart) chart = NULL;
      double left = (double) fund.award;

      forecast.year_reason = g_test_rand_bit () ? ACCORD_FORECAST_KNOWN : ACCORD_FORECAST_TOO_EARLY;
      forecast.end_reason =
          forecast.last_year == ACCORD_UNKNOWN && forecast.year_reason == ACCORD_FORECAST_KNOWN
              ? ACCORD_FORECAST_NO_LAST_YEAR
              : forecast.year_reason;
      forecast.year_end = forecast.end = g_test_rand_int_range (1, 1 << 30) * 100LL;
      if (g_test_rand_bit ())
        g_array_append_val (months, ((AccordFundMonth){ ACCORD_NO_MONTH, 5000 }));
      for (int month = 2010 * 12 + g_test_rand_int_range (0, 100); month < 2021 * 12;
           month += g_test_rand_int_range (1, 20))
        add_month (months, month / 12, month % 12 + 1, g_test_rand_int_range (-(1 << 20), 1 << 28) * 10LL);
      for (guint j = 0; j < months->len; j++)
        left -= (double) g_array_index (months, AccordFundMonth, j).paid;
      for (gint64 year = 2012; year < 2024; year++)
        if (g_test_rand_bit ())
          add_year (&forecast, year, g_test_rand_bit () ? fund.award / 5 : 0, 0);
      if (g_test_rand_bit ())
        add_year (&forecast, ACCORD_UNKNOWN, 700, 900);
      course = accord_burn_down_new (&fund, &forecast, months, "2019-07-15");
      g_assert_cmpfloat (g_array_index (course->actual, AccordBurnPoint, course->actual->len - 1).left, ==,
                         left);
      chart = accord_burn_down_chart_new (&fund, &forecast, months, "2019-07-15");
      charts_assert_sound (chart);
      g_ptr_array_unref (forecast.years);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/left", test_left);
  g_test_add_func ("/charts/left-unknown", test_left_unknown);
  g_test_add_func ("/charts/left-any", test_left_any);
  return g_test_run ();
}
