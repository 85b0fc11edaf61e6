/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "financial-year.h"
#include "fund-forecast.h"

#include <string.h>

#define POUNDS(n) (G_GINT64_CONSTANT (n) * 100)

typedef struct
{
  gint64 fund;
  const char *today;
} Asked;

static gpointer
read_forecast (AccordReader *reader, gpointer data, GError **error)
{
  const Asked *asked = data;

  return accord_fund_forecast (reader, asked->fund, asked->today, error);
}

static AccordFundForecast *
forecast_of (Fixture *fixture, gint64 fund, const char *today)
{
  Asked asked = { fund, today };
  g_autoptr (GError) error = NULL;
  AccordFundForecast *forecast =
      accord_workspace_read (fixture->workspace, read_forecast, &asked, NULL, &error);
  g_autofree char *year = NULL, *end = NULL;

  g_assert_no_error (error);
  year = accord_fund_forecast_dup_year_rule (forecast);
  end = accord_fund_forecast_dup_end_rule (forecast);
  g_assert_true (g_str_has_suffix (year, "."));
  g_assert_true (g_str_has_suffix (end, "."));
  return forecast;
}

static gint64
add_fund (Fixture *fixture, gint64 last_year)
{
  gint64 fund = fixture_add_fund (fixture, "Fund", POUNDS (1000));
  g_autoptr (AccordRecord) record = fixture_get (fixture, "fund", fund);

  accord_record_set_int (record, "last-year", last_year);
  fixture_save (fixture, record);
  return fund;
}

static void
pay (Fixture *fixture, gint64 fund, const char *date, gint64 pence)
{
  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, NULL, ACCORD_UNKNOWN, date, pence);
}

/* The months that have ended stand for those to come; the one that runs does not. */
static void
test_run_rate (Fixture *fixture, gconstpointer data)
{
  gint64 fund = add_fund (fixture, 2020);
  g_autoptr (AccordFundForecast) forecast = NULL;
  const AccordFundYear *year;
  g_autofree char *rule = NULL;

  fixture_add_allocation (fixture, fund, "service", ACCORD_UNKNOWN, 2019, POUNDS (500));
  pay (fixture, fund, "2019-03-31", POUNDS (70));
  pay (fixture, fund, "2019-04-01", POUNDS (60));
  pay (fixture, fund, "2019-07-31", POUNDS (40));
  pay (fixture, fund, "2019-08-01", POUNDS (999));
  forecast = forecast_of (fixture, fund, "2019-08-20");
  g_assert_cmpint (forecast->months, ==, 4);
  g_assert_cmpint (forecast->paid_in_months, ==, POUNDS (100));
  g_assert_cmpint (forecast->year_reason, ==, ACCORD_FORECAST_KNOWN);
  g_assert_cmpint (forecast->year_end, ==, POUNDS (300));
  g_assert_cmpint (forecast->end, ==, POUNDS (70 + 300 + 300));
  rule = accord_fund_forecast_dup_year_rule (forecast);
  g_assert_nonnull (strstr (rule, "£100 was paid in the 4 months of 2019/20"));

  g_assert_cmpuint (forecast->years->len, ==, 2);
  year = forecast->years->pdata[0];
  g_assert_cmpint (year->year, ==, 2018);
  g_assert_cmpint (year->forecast, ==, POUNDS (70));
  year = forecast->years->pdata[1];
  g_assert_cmpint (year->paid, ==, POUNDS (1099));
  g_assert_cmpint (year->variance, ==, -POUNDS (599));
  g_assert_cmpint (year->forecast, ==, POUNDS (300));
}

static void
test_not_yet (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *today;
    AccordForecastReason reason;
    int months;
  } days[] = {
    { "2019-04-01", ACCORD_FORECAST_TOO_EARLY, 0 },
    { "2019-06-30", ACCORD_FORECAST_TOO_EARLY, 2 },
    { "2019-07-01", ACCORD_FORECAST_KNOWN, 3 },
    { "2020-03-31", ACCORD_FORECAST_KNOWN, 11 },
    { "2021-01-10", ACCORD_FORECAST_NOTHING_THIS_YEAR, 9 },
  };
  gint64 fund = add_fund (fixture, ACCORD_UNKNOWN);
  g_autoptr (AccordFundForecast) none = forecast_of (fixture, fund, "2019-09-01");

  g_assert_cmpint (none->year_reason, ==, ACCORD_FORECAST_NO_PAYMENTS);
  g_assert_cmpint (none->year_end, ==, ACCORD_UNKNOWN);
  pay (fixture, fund, "2019-04-20", POUNDS (12));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (AccordFundForecast) forecast = forecast_of (fixture, fund, days[i].today);
      g_autofree char *rule = NULL, *year = NULL;

      g_assert_cmpint (forecast->months, ==, days[i].months);
      g_assert_cmpint (forecast->year_reason, ==, days[i].reason);
      g_assert_true ((forecast->year_end == ACCORD_UNKNOWN) == (days[i].reason != ACCORD_FORECAST_KNOWN));
      /* Rows of years that have ended show a figure: a refusal says which year it is about. */
      rule = accord_fund_forecast_dup_year_rule (forecast);
      year = accord_financial_year_format ((int) forecast->this_year);
      g_assert_nonnull (strstr (rule, year));
      g_assert_cmpint (forecast->end, ==, ACCORD_UNKNOWN);
      g_assert_cmpint (forecast->end_reason, ==,
                       days[i].reason == ACCORD_FORECAST_KNOWN ? ACCORD_FORECAST_NO_LAST_YEAR
                                                               : days[i].reason);
    }
}

static void
test_ended (Fixture *fixture, gconstpointer data)
{
  gint64 fund = add_fund (fixture, 2018);
  g_autoptr (AccordFundForecast) forecast = NULL;

  pay (fixture, fund, "2018-05-01", POUNDS (10));
  pay (fixture, fund, "2019-05-01", -POUNDS (1));
  forecast = forecast_of (fixture, fund, "2019-11-20");
  g_assert_cmpint (forecast->year_reason, ==, ACCORD_FORECAST_ENDED);
  g_assert_cmpint (forecast->year_end, ==, ACCORD_UNKNOWN);
  g_assert_cmpint (forecast->end, ==, POUNDS (9));
}

/* To the penny, halves away from nought. */
static void
test_rounds (Fixture *fixture, gconstpointer data)
{
  gint64 fund = add_fund (fixture, ACCORD_UNKNOWN);
  g_autoptr (AccordFundForecast) forecast = NULL;

  pay (fixture, fund, "2019-05-01", 101);
  forecast = forecast_of (fixture, fund, "2019-12-01");
  g_assert_cmpint (forecast->months, ==, 8);
  g_assert_cmpint (forecast->year_end, ==, 152);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/model/fund-forecast/run-rate", test_run_rate);
  fixture_add_test ("/model/fund-forecast/not-yet", test_not_yet);
  fixture_add_test ("/model/fund-forecast/ended", test_ended);
  fixture_add_test ("/model/fund-forecast/rounds", test_rounds);
  return g_test_run ();
}
