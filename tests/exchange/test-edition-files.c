/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-fixture.h"

#include "editions.h"
#include "support.h"

#include <string.h>

/* The Treasury's page, as its CSV has it and as two captures of it do; the figures are made up. */
static const char treasury_csv[] =
    "\"GDP DEFLATORS AT MARKET PRICES, AND MONEY GDP\",,,,,,,,,\n"
    ",,,,,,,,,\n"
    "Outturn data are the latest National Accounts figures - last updated 29 September 2017.,,,,,,,,,\n"
    "Forecast data are consistent with data as at 22 November 2017,,,,,,,,,\n"
    "Financial year,,,,,,Calendar year,,,\n"
    ",GDP deflator at market prices,,Money GDP,,,,GDP deflator at market prices,,Money GDP\n"
    "Financial year,2016-17 = 100,per cent change on previous year,Cash £ million,Cash,,"
    "Calendar year,2016 = 100,per cent change on previous year,Cash\n"
    "2014-15,96.5,,\"1,816\",\"1,829\",,2014,96.2,,\"1,815\"\n"
    "2015-16,97.4,1.1,\"1,816\",\"1,829\",,2015,97.1,1.0,\"1,815\"\n"
    "2016-17 (2),100.000,2.5,\"1,816\",\"1,829\",,2016,100,3,\"1,815\"\n"
    "2017-18,101.6,1.6,Not set,Not set,,2017,Not set,,\n"
    ",,,,,,,,,\n"
    "Sources and footnotes:,,,,,,,,,\n";

static const char treasury_bars[] =
    "GDP deflators at market prices, and money GDP\nUpdated 28 November 2017\n"
    "GDP DEFLATORS AT MARKET PRICES, AND MONEY GDP | |||||||||\n---|---|---|---|---|---|---|---|---|---|\n"
    "Not set | Not set | Not set | Not set | Not set | Not set | Not set | Not set | Not set | Not set |\n"
    "Not set | GDP deflator at market prices | Not set | Money GDP | Not set | Not set | Not set | GDP "
    "deflator at market prices | Not set | Money GDP |\n"
    "Financial year | 2016-17 = 100 | per cent change | Cash £ million | Cash | Not set | Calendar year | "
    "2016 "
    "= 100 | per cent change | Cash |\n"
    "2014-15 | 96.5 | Not set | 19,816 | 19,829 | Not set | 2014 | 96.2 | Not set | 19,415 |\n"
    "2015-16 | 97.4 | 6.3 | 21,412 | 21,387 | Not set | 2015 | 97.1 | 6.89 | 21,088 |\n"
    "2016-17 | 100 | 4.68 | 22,771 | 22,788 | Not set | 2016 | 100 | 4.07 | 22,365 |\n"
    "2017-18 | 101.6 | 4.68 | 22,771 | 22,788 | Not set | Not set | Not set | Not set | Not set |\n";

static const char treasury_bare[] =
    "GDP DEFLATORS AT MARKET PRICES, AND MONEY GDP\n"
    "Financial year Not set Not set Not set Not set Calendar year Not set Not set Not set\n"
    "Financial year 2016-17 = 100 per cent change Cash £ million Not set Calendar year 2016 = 100 Cash\n"
    "2014-15 96.5 Not set 19,686 Not set 2014 96.2 Not set 19,291\n"
    "2015-16 97.4 6.16 21,251 Not set 2015 97.1 6.77 20,933\n"
    "2016-17 100 4.59 22,575 Not set 2016 100 3.97 22,180\n"
    "2017-18 101.6 4.59 22,575 Not set Not set Not set Not set Not set\n";

static void
assert_index (AccordPriceSeries *series, int year, AccordDecimal index)
{
  AccordDecimal found;

  g_assert_true (accord_price_series_lookup (series, year, &found));
  g_assert_cmpint (found, ==, index);
}

/* One file gives a series of financial and one of calendar years, and they are never one. */
static void
test_treasury (gconstpointer data)
{
  g_autoptr (AccordEditionFile) file = edition_require (data);
  g_autoptr (AccordPriceSeries) financial = accord_edition_get_series (edition_get (file, 0), NULL);
  g_autoptr (AccordPriceSeries) calendar = accord_edition_get_series (edition_get (file, 1), NULL);

  g_assert_cmpuint (file->drafts->len, ==, 2);
  g_assert_cmpint (financial->years, ==, ACCORD_PRICES_FINANCIAL);
  g_assert_cmpint (calendar->years, ==, ACCORD_PRICES_CALENDAR);
  g_assert_cmpuint (financial->indices->len, ==, 4);
  g_assert_cmpuint (calendar->indices->len, ==, 3);
  assert_index (financial, 2014, 96 * ACCORD_DECIMAL_ONE + ACCORD_DECIMAL_ONE / 2);
  assert_index (financial, 2017, 101600000000);
  assert_index (calendar, 2015, 97100000000);
  g_assert_cmpstr (accord_record_get_text (edition_get (file, 0), "code"), ==, "gdp-financial");
  g_assert_cmpstr (accord_record_get_text (edition_get (file, 1), "code"), ==, "gdp-calendar");
  g_assert_cmpstr (accord_record_get_text (edition_get (file, 0), "publisher"), ==, "HM Treasury");
  g_assert_nonnull (strstr (accord_record_get_text (edition_get (file, 0), "content"), "\"base\":2016"));
}

static void
test_series (void)
{
  g_autoptr (AccordEditionFile) calendar = edition_require ("\"year\",\"value\"\n2023,96.2507\n2024,100\n");
  g_autoptr (AccordEditionFile) financial =
      edition_require ("Year;Index\n2013/14;98.5\n2014-15;\"1,100.25\"\n2015–16;n/a\n");
  g_autoptr (AccordEditionFile) json =
      edition_require ("{\"series\":[{\"year\":2019,\"value\":90.5},{\"year\":2018,\"value\":89}]}");
  g_autoptr (AccordPriceSeries) series = accord_edition_get_series (edition_get (calendar, 0), NULL);
  g_autoptr (AccordPriceSeries) grouped = accord_edition_get_series (edition_get (financial, 0), NULL);
  g_autoptr (AccordPriceSeries) turned = accord_edition_get_series (edition_get (json, 0), NULL);

  assert_index (series, 2023, 96250700000);
  g_assert_cmpint (series->years, ==, ACCORD_PRICES_CALENDAR);
  g_assert_cmpint (grouped->years, ==, ACCORD_PRICES_FINANCIAL);
  g_assert_cmpuint (grouped->indices->len, ==, 2);
  assert_index (grouped, 2014, 1100250000000);
  g_assert_true (edition_has_remark (financial, "1 year has no index"));
  assert_index (turned, 2018, 89 * ACCORD_DECIMAL_ONE);
}

static void
assert_rates (AccordEditionFile *file, guint index, const char *code, AccordDecimal first,
              AccordDecimal second)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSchedule) schedule = accord_edition_get_schedule (edition_get (file, index), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (accord_record_get_text (edition_get (file, index), "code"), ==, code);
  g_assert_cmpint (accord_schedule_get_rate (schedule, 1), ==, first);
  g_assert_cmpint (accord_schedule_get_rate (schedule, 30), ==, first);
  g_assert_cmpint (accord_schedule_get_rate (schedule, 31), ==, second);
  g_assert_cmpuint (schedule->bands->len, ==, 2);
}

/* However the spans and rates are written. */
static void
test_schedules (void)
{
  static const char *const same[] = {
    "Years,Rate (standard)\n1-30,3.50%\n31+,3.00%\n",
    "years,standard rate\n0–30,0.035\n31 to 75,0.03\n",
    "Year from,Year to,STPR\n0,30,3.5\n31,,3.0\n",
    "A title of the sheet;\n\nPeriod;Discount rate, standard\n0-30;3.5 %\n31 onwards;3 %\n",
    "{\"label\":\"Standard\",\"schedule\":[{\"years_from\":0,\"years_to\":30,\"rate\":0.035},"
    "{\"years_from\":31,\"years_to\":null,\"rate\":0.03}],\"components\":{\"pure\":0.005}}",
  };
  g_autoptr (AccordEditionFile) three =
      edition_require ("year_from,year_to,standard,health,catastrophic\n0,30,0.035,"
                       "0.015,0.030\n31,1000,0.030,0.0129,0.0257\n");
  g_autoptr (AccordEditionFile) own = edition_require (
      "{\"name\":\"Mine\",\"sort\":\"schedule\",\"code\":\"mine\",\"edition\":\"1\",\"content\":"
      "{\"bands\":[{\"from\":1,\"rate\":0.035},{\"from\":31,\"rate\":0.03}]}}");

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (AccordEditionFile) file = edition_require (same[i]);

      g_assert_cmpuint (file->drafts->len, ==, 1);
      assert_rates (file, 0, "standard", 35000000, 30000000);
    }
  g_assert_cmpuint (three->drafts->len, ==, 3);
  assert_rates (three, 0, "standard", 35000000, 30000000);
  assert_rates (three, 1, "health", 15000000, 12900000);
  assert_rates (three, 2, "lower-rate", 30000000, 25700000);
  assert_rates (own, 0, "mine", 35000000, 30000000);
}

static void
test_single_years (void)
{
  g_autoptr (GString) text = g_string_new ("Year,Standard rate,Discount factor\n");
  g_autoptr (AccordEditionFile) file = NULL;

  for (guint year = 0; year <= 40; year++)
    g_string_append_printf (text, "%u,%s,0.5\n", year, year <= 30 ? "3.5%" : "3.0%");
  file = edition_require (text->str);
  g_assert_cmpuint (file->drafts->len, ==, 1);
  assert_rates (file, 0, "standard", 35000000, 30000000);
}

typedef struct
{
  const char *text;
  const char *says;
} Wrong;

/* What is wrong is said in one sentence, with its place. */
static void
test_wrong (void)
{
  static const Wrong wrong[] = {
    { "", "empty" },
    { "a,b\n1,2\n", "none of the tables" },
    { "{}", "no table" },
    { "{\"a\":\n[1,", "Line 2" },
    { "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "nested" },
    { "{\"sort\":\"zebra\",\"content\":{\"a\":1}}", "zebra" },
    { "{\"sort\":\"schedule\",\"content\":{\"bands\":[]}}", "no figures" },
    { "year,value\n2013,100\n2014,abc\n", "Line 3: “abc”" },
    { "year,value\n2013,100\n2013,101\n", "Line 3" },
    { "year,value\n2013,100\n2014,-3\n", "Line 3" },
    { "year,value\n2012,99\n2013,100\nzebra,101\n2015,102\n", "Line 4: “zebra”" },
    { "Financial year,index\n2013,100\n2014,101\n", "2013/14" },
    { "years,rate\n1-30,3.5%\n32-75,3%\n", "Line 3: Year 32" },
    { "years,rate\n5-30,3.5%\n", "Line 2" },
    { "years,rate\n1-30,zebra\n", "Line 2: “zebra”" },
    { "years,rate\n30-1,3%\n", "Line 2" },
    { "years,rate\n1-30,350%\n", "Line 2" },
    { "grade,correction\n1,0\n3,0.1\n", "Line 3: Grade 2" },
    { "grade,correction\n1,0\n2,500%\n", "Line 3" },
    { "grade,costs,benefits\n1,0,0\n2,5%,6%\n", "different" },
    { "type,capex upper,capex lower\nA,0.2,0.4\n", "Line 2" },
    { "type,capex upper,capex lower\nA,0.5,0.4\na,0.5,0.4\n", "Line 3" },
    { "type,capex upper,capex lower\nA,zebra,0.4\n", "Line 2: “zebra”" },
    { "code,description,unit,cost\nA,One,each,zebra\n", "Line 2: “zebra”" },
    { "code,description,unit,cost\nA,,each,5\n", "Line 2" },
    { "code,description,unit,cost\n", "Line 1" },
    { "code,description,unit,cost\nA,\"One,each,5\n", "quotation" },
    { "PK\x03\x04zebra", "workbook" },
    { "<!doctype html><p>x", "web page" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordEditionFile) file = edition_open_text (wrong[i].text, ACCORD_EDITION_ANY, &error);

      if (file != NULL)
        g_error ("“%s” was read", wrong[i].text);
      g_assert_nonnull (error);
      if (strstr (error->message, wrong[i].says) == NULL)
        g_error ("“%s” does not say “%s”", error->message, wrong[i].says);
      g_assert_true (g_str_has_suffix (error->message, ".") || g_str_has_suffix (error->message, ")"));
    }
}

static void
test_wanted (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordEditionFile) none =
      edition_open_text ("year,value\n2013,100\n2014,101\n", ACCORD_EDITION_UNIT_COSTS, &error);
  g_autoptr (AccordEditionFile) few =
      edition_open_text ("description,cost\nOne,5\n", ACCORD_EDITION_UNIT_COSTS, NULL);

  g_assert_null (none);
  g_assert_nonnull (strstr (error->message, "no unit costs"));
  g_assert_nonnull (few);
}

/* Whatever a file holds: it is read or refused, and nothing else happens. */
static void
test_noise (void)
{
  static const char alphabet[] = "0123456789,;|\"\n\n.%-/£yearsrategradecostdescription{}[]:";
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GString) text = g_string_new (i % 3 == 0   ? "years,rate,standard\n"
                                               : i % 3 == 1 ? "[{\"code\":"
                                                            : NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordEditionFile) file = NULL;
      const int length = g_rand_int_range (random, 1, 400);

      for (int j = 0; j < length; j++)
        g_string_append_c (text, alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)]);
      if (!g_utf8_validate (text->str, -1, NULL))
        continue;
      file =
          edition_open_text (text->str, i % 2 == 0 ? ACCORD_EDITION_ANY : ACCORD_EDITION_UNIT_COSTS, &error);
      g_assert_true ((file != NULL) != (error != NULL));
    }
}

static guint
sniff_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info;
  GFile *child;
  guint n = 0;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    if (g_str_has_suffix (g_file_info_get_name (info), ".csv"))
      {
        if (accord_edition_file_sniff (child, NULL))
          g_error ("“%s” was taken for published figures", g_file_info_get_name (info));
        n++;
      }
  return n;
}

/* What was paid to whom is handed to those who read payments. */
static void
test_sniff (void)
{
  g_autoptr (GFile) fixture = test_fixture ("two-dates.csv"), folder = g_file_get_parent (fixture);
  g_autoptr (GFile) shared = test_shared ("data/payments");
  GFile *rates = test_file_new ("years,rate\n1+,3%\n", strlen ("years,rate\n1+,3%\n"));

  g_assert_cmpuint (sniff_folder (folder), >, 5);
  if (shared != NULL)
    g_assert_cmpuint (sniff_folder (shared), >, 5);
  g_assert_true (accord_edition_file_sniff (rates, NULL));
  test_file_free (rates);
}

static void
test_real_deflator (void)
{
  g_autoptr (AccordEditionFile) file = edition_open_shared ("greenbook_gdp_deflator.csv");
  g_autoptr (AccordPriceSeries) series = NULL;

  if (file == NULL)
    return;
  series = accord_edition_get_series (edition_get (file, 0), NULL);
  g_assert_cmpint (series->years, ==, ACCORD_PRICES_CALENDAR);
  g_assert_cmpuint (series->indices->len, ==, 35);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/edition-files/treasury-csv", treasury_csv, test_treasury);
  g_test_add_data_func ("/edition-files/treasury-bars", treasury_bars, test_treasury);
  g_test_add_data_func ("/edition-files/treasury-bare", treasury_bare, test_treasury);
  g_test_add_func ("/edition-files/series", test_series);
  g_test_add_func ("/edition-files/schedules", test_schedules);
  g_test_add_func ("/edition-files/single-years", test_single_years);
  g_test_add_func ("/edition-files/wrong", test_wrong);
  g_test_add_func ("/edition-files/wanted", test_wanted);
  g_test_add_func ("/edition-files/noise", test_noise);
  g_test_add_func ("/edition-files/sniff", test_sniff);
  g_test_add_func ("/edition-files/real-deflator", test_real_deflator);
  return g_test_run ();
}
