/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-file.h"
#include "editions.h"
#include "exchange-error.h"
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

static AccordEditionFile *
open_text (const char *text, AccordEditionWanted wanted, GError **error)
{
  GFile *file = test_file_new (text, strlen (text));
  AccordEditionFile *read = accord_edition_file_open (file, wanted, NULL, error);

  test_file_free (file);
  return read;
}

static AccordEditionFile *
require (const char *text)
{
  g_autoptr (GError) error = NULL;
  AccordEditionFile *file = open_text (text, ACCORD_EDITION_ANY, &error);

  g_assert_no_error (error);
  g_assert_nonnull (file->form);
  return file;
}

static AccordRecord *
get_edition (AccordEditionFile *file, guint index)
{
  g_assert_cmpuint (file->drafts->len, >, index);
  return ((AccordEditionDraft *) file->drafts->pdata[index])->edition;
}

static gboolean
has_remark (AccordEditionFile *file, const char *words)
{
  for (guint i = 0; i < file->remarks->len; i++)
    if (strstr (file->remarks->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
}

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
  g_autoptr (AccordEditionFile) file = require (data);
  g_autoptr (AccordPriceSeries) financial = accord_edition_get_series (get_edition (file, 0), NULL);
  g_autoptr (AccordPriceSeries) calendar = accord_edition_get_series (get_edition (file, 1), NULL);

  g_assert_cmpuint (file->drafts->len, ==, 2);
  g_assert_cmpint (financial->years, ==, ACCORD_PRICES_FINANCIAL);
  g_assert_cmpint (calendar->years, ==, ACCORD_PRICES_CALENDAR);
  g_assert_cmpuint (financial->indices->len, ==, 4);
  g_assert_cmpuint (calendar->indices->len, ==, 3);
  assert_index (financial, 2014, 96 * ACCORD_DECIMAL_ONE + ACCORD_DECIMAL_ONE / 2);
  assert_index (financial, 2017, 101600000000);
  assert_index (calendar, 2015, 97100000000);
  g_assert_cmpstr (accord_record_get_text (get_edition (file, 0), "code"), ==, "gdp-financial");
  g_assert_cmpstr (accord_record_get_text (get_edition (file, 1), "code"), ==, "gdp-calendar");
  g_assert_cmpstr (accord_record_get_text (get_edition (file, 0), "publisher"), ==, "HM Treasury");
  g_assert_nonnull (strstr (accord_record_get_text (get_edition (file, 0), "content"), "\"base\":2016"));
}

static void
test_series (void)
{
  g_autoptr (AccordEditionFile) calendar = require ("\"year\",\"value\"\n2023,96.2507\n2024,100\n");
  g_autoptr (AccordEditionFile) financial =
      require ("Year;Index\n2013/14;98.5\n2014-15;\"1,100.25\"\n2015–16;n/a\n");
  g_autoptr (AccordEditionFile) json =
      require ("{\"series\":[{\"year\":2019,\"value\":90.5},{\"year\":2018,\"value\":89}]}");
  g_autoptr (AccordPriceSeries) series = accord_edition_get_series (get_edition (calendar, 0), NULL);
  g_autoptr (AccordPriceSeries) grouped = accord_edition_get_series (get_edition (financial, 0), NULL);
  g_autoptr (AccordPriceSeries) turned = accord_edition_get_series (get_edition (json, 0), NULL);

  assert_index (series, 2023, 96250700000);
  g_assert_cmpint (series->years, ==, ACCORD_PRICES_CALENDAR);
  g_assert_cmpint (grouped->years, ==, ACCORD_PRICES_FINANCIAL);
  g_assert_cmpuint (grouped->indices->len, ==, 2);
  assert_index (grouped, 2014, 1100250000000);
  g_assert_true (has_remark (financial, "1 year has no index"));
  assert_index (turned, 2018, 89 * ACCORD_DECIMAL_ONE);
}

static void
assert_rates (AccordEditionFile *file, guint index, const char *code, AccordDecimal first,
              AccordDecimal second)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSchedule) schedule = accord_edition_get_schedule (get_edition (file, index), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (accord_record_get_text (get_edition (file, index), "code"), ==, code);
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
  g_autoptr (AccordEditionFile) three = require ("year_from,year_to,standard,health,catastrophic\n0,30,0.035,"
                                                 "0.015,0.030\n31,1000,0.030,0.0129,0.0257\n");
  g_autoptr (AccordEditionFile) own =
      require ("{\"name\":\"Mine\",\"sort\":\"schedule\",\"code\":\"mine\",\"edition\":\"1\",\"content\":"
               "{\"bands\":[{\"from\":1,\"rate\":0.035},{\"from\":31,\"rate\":0.03}]}}");

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (AccordEditionFile) file = require (same[i]);

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
  file = require (text->str);
  g_assert_cmpuint (file->drafts->len, ==, 1);
  assert_rates (file, 0, "standard", 35000000, 30000000);
}

static void
test_bias (void)
{
  g_autoptr (AccordEditionFile) staged =
      require ("{\"matrix\":{\"standard_buildings\":{\"label\":\"Standard "
               "buildings\",\"capex\":{\"soc\":0.24,\"obc\":0.04,"
               "\"fbc\":0.02},\"duration\":{\"soc\":0.04,\"obc\":0.02,\"fbc\":0.01}},\"outsourced_it\":{"
               "\"label\":\"Outsourced "
               "IT\",\"capex\":{\"soc\":2.0,\"obc\":0.38,\"fbc\":0.1},\"duration\":{\"soc\":null,\"obc\":"
               "null,\"fbc\":null}}},"
               "\"stages\":{\"soc\":\"A\",\"obc\":\"B\",\"fbc\":\"C\"},\"source\":{\"publisher\":\"HM "
               "Treasury\",\"date\":\"2022\"}}");
  g_autoptr (AccordEditionFile) upper =
      require ("category,description,capex_upper,duration_upper\nstandard_buildings,Schools,0.24,0.04\n"
               "outsourcing,Services,0.41,\n");
  g_autoptr (AccordEditionFile) percent = require (
      "Project type,Capital: upper (%),Capital: lower (%),Works duration: upper,Works duration: lower\n"
      "Non-standard buildings,51,4,39,2\nEquipment/development,200,10,54,10\n");
  g_autoptr (AccordBiasTable) by_stage = accord_edition_get_bias (get_edition (staged, 0), NULL);
  g_autoptr (AccordBiasTable) without_lower = accord_edition_get_bias (get_edition (upper, 0), NULL);
  g_autoptr (AccordBiasTable) whole = accord_edition_get_bias (get_edition (percent, 0), NULL);
  const AccordBiasType *type = accord_bias_table_find (by_stage, "outsourced-it");

  g_assert_cmpstr (accord_record_get_text (get_edition (staged, 0), "code"), ==, "optimism-bias-by-stage");
  g_assert_cmpint (type->capital_upper, ==, 2 * ACCORD_DECIMAL_ONE);
  g_assert_cmpint (type->capital_lower, ==, 100000000);
  g_assert_cmpint (type->duration_upper, ==, ACCORD_DECIMAL_UNKNOWN);
  g_assert_nonnull (strstr (accord_record_get_text (get_edition (staged, 0), "content"), "\"obc\":0.38"));
  g_assert_true (has_remark (staged, "outline case"));

  type = accord_bias_table_find (without_lower, "outsourcing");
  g_assert_cmpint (type->capital_upper, ==, 410000000);
  g_assert_cmpint (type->capital_lower, ==, 0);
  g_assert_true (has_remark (upper, "no lower bounds"));

  type = accord_bias_table_find (whole, "non-standard-buildings");
  g_assert_cmpint (type->capital_upper, ==, 510000000);
  g_assert_cmpint (type->duration_lower, ==, 20000000);
}

static void
test_grades (void)
{
  static const char *const same[] = {
    "Grade,Correction\n1,0%\n2,5%\n3,10%\n",
    "grade,correction\n1,0\n2,0.05\n3,0.1\n",
    "Confidence grade,Costs,Benefits\n1,0,0\n2,+5,-5\n3,10,-10\n",
    "{\"grades\":[{\"grade\":1,\"correction\":0},{\"grade\":2,\"correction\":0.05},{\"grade\":3,"
    "\"correction\":0.1}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (AccordEditionFile) file = require (same[i]);
      g_autoptr (AccordGradeTable) table = accord_edition_get_grades (get_edition (file, 0), NULL);

      g_assert_cmpuint (table->corrections->len, ==, 3);
      g_assert_cmpint (g_array_index (table->corrections, AccordDecimal, 1), ==, 50000000);
    }
}

static AccordRecord *
get_line (AccordEditionFile *file, guint index)
{
  AccordEditionDraft *draft = file->drafts->pdata[0];

  g_assert_nonnull (draft->unit_costs);
  g_assert_cmpuint (draft->unit_costs->len, >, index);
  return draft->unit_costs->pdata[index];
}

static void
test_unit_costs_json (void)
{
  g_autoptr (AccordEditionFile) file = require (
      "{\"source\":\"Database of Somewhere v1.4 (made "
      "there)\",\"price_base\":\"Various\",\"publisher\":\"Research "
      "Team\",\"categories\":{"
      "\"a\":{\"count\":2,\"entries\":[{\"code\":\"A1.0\",\"category\":\"A\",\"detail\":\"-\","
      "\"description\":\"One "
      "thing\",\"unit\":\"Per "
      "incident\",\"cost_gbp\":59.28,\"agency\":null,\"agency_detail\":null,\"source_detail\":"
      "\"2002/"
      "03\",\"notes\":\"=IF(H3>0,1)\"},{\"code\":\"A1.1\",\"description\":\"=HYPERLINK(1)\",\"cost_gbp\":"
      "1000,"
      "\"notes\":\"Said by "
      "somebody\"}]},\"b\":{\"entries\":[{\"code\":\"B1.0\",\"description\":\"Another\",\"cost_gbp\":"
      "null,\"source_detail\":\"2013/14\"}]}}}");
  AccordRecord *edition = get_edition (file, 0), *line = get_line (file, 0);

  g_assert_cmpstr (accord_record_get_text (edition, "name"), ==, "Database of Somewhere");
  g_assert_cmpstr (accord_record_get_text (edition, "edition"), ==, "v1.4");
  g_assert_cmpstr (accord_record_get_text (edition, "publisher"), ==, "Research Team");
  g_assert_cmpstr (accord_record_get_text (edition, "code"), ==, "database-of-somewhere");
  g_assert_cmpint (accord_record_get_int (line, "amount"), ==, 5928);
  g_assert_cmpstr (accord_record_get_text (line, "price-year"), ==, "2002/03");
  g_assert_null (accord_record_get_text (line, "note"));
  g_assert_null (accord_record_get_text (line, "agency"));
  g_assert_null (accord_record_get_text (line, "detail"));
  line = get_line (file, 1);
  g_assert_cmpstr (accord_record_get_text (line, "note"), ==, "Said by somebody");
  g_assert_cmpint (accord_record_get_int (get_line (file, 2), "amount"), ==, ACCORD_UNKNOWN);
  g_assert_true (has_remark (file, "1 note is a formula"));
  g_assert_false (has_remark (file, "Various"));
  g_assert_true (has_remark (file, "1 line states no cost"));
}

/* Columns of any order, a title before them, and cells that people write. */
static void
test_unit_costs_csv (void)
{
  g_autoptr (AccordEditionFile) file =
      require ("Unit costs of somewhere,,,,,,\n\nPrice year,Unit cost (£),Description,Who bears the "
               "cost,Unit,Ref,Notes\n"
               "2009/10,\"£1,807.50\",Attendance,NHS,Each,HE1,@x\nHEALTH,,,,,,\n2013-14,12.345,\"Visit, at "
               "home\",,,HE2,\n"
               "about 2010,0,Third,,,HE3,\n");
  AccordRecord *line = get_line (file, 0);

  g_assert_cmpint (accord_record_get_int (line, "amount"), ==, 180750);
  g_assert_cmpstr (accord_record_get_text (line, "code"), ==, "HE1");
  g_assert_cmpstr (accord_record_get_text (line, "agency"), ==, "NHS");
  g_assert_null (accord_record_get_text (line, "note"));
  line = get_line (file, 1);
  g_assert_cmpint (accord_record_get_int (line, "amount"), ==, 1235);
  g_assert_cmpstr (accord_record_get_text (line, "description"), ==, "Visit, at home");
  g_assert_cmpstr (accord_record_get_text (line, "price-year"), ==, "2013-14");
  g_assert_cmpint (accord_record_get_int (get_line (file, 2), "amount"), ==, 0);
  g_assert_true (has_remark (file, "rounded to the penny"));
  g_assert_true (has_remark (file, "“about 2010”"));
}

/* By name within domains, with the year of the prices once for all. */
static void
test_unit_costs_named (void)
{
  g_autoptr (AccordEditionFile) file =
      require ("{\"label\":\"Costs\",\"price_base_year\":2023,\"domains\":{\"crime\":{\"theft\":{\"value\":"
               "1600,\"label\":\"Cost per "
               "theft\",\"source_detail\":\"Somebody 2024-25\"},\"order\":{\"value\":3800,\"label\":\"Cost "
               "per order\"}},\"health\":{"
               "\"visit\":{\"value\":49,\"label\":\"Cost per "
               "visit\",\"price_year\":2019},\"stay\":{\"value\":415,\"label\":\"Cost "
               "per day\"}}}}");
  AccordEditionDraft *draft = file->drafts->pdata[0];

  g_assert_cmpuint (draft->unit_costs->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (accord_record_get_text (get_line (file, i), "price-year"), ==,
                     g_str_equal (accord_record_get_text (get_line (file, i), "code"), "visit") ? "2019"
                                                                                                : "2023");
  g_assert_true (has_remark (file, "Prices are of 2023"));
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
      g_autoptr (AccordEditionFile) file = open_text (wrong[i].text, ACCORD_EDITION_ANY, &error);

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
      open_text ("year,value\n2013,100\n2014,101\n", ACCORD_EDITION_UNIT_COSTS, &error);
  g_autoptr (AccordEditionFile) few =
      open_text ("description,cost\nOne,5\n", ACCORD_EDITION_UNIT_COSTS, NULL);

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
      file = open_text (text->str, i % 2 == 0 ? ACCORD_EDITION_ANY : ACCORD_EDITION_UNIT_COSTS, &error);
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

static AccordEditionFile *
open_shared (const char *name)
{
  g_autofree char *path = g_build_filename ("data/unit-costs", name, NULL);
  g_autoptr (GFile) file = test_shared (path);
  g_autoptr (GError) error = NULL;
  AccordEditionFile *read = NULL;

  if (file == NULL || !g_file_query_exists (file, NULL))
    {
      g_test_skip_printf ("%s is not here", name);
      return NULL;
    }
  read = accord_edition_file_open (file, ACCORD_EDITION_ANY, NULL, &error);
  g_assert_no_error (error);
  return read;
}

static void
test_real_unit_costs (void)
{
  g_autoptr (AccordEditionFile) file = open_shared ("gmca-unit-costs-full.json");
  guint n_formulas = 0;

  if (file == NULL)
    return;
  g_assert_cmpuint (((AccordEditionDraft *) file->drafts->pdata[0])->unit_costs->len, ==, 674);
  g_assert_cmpstr (accord_record_get_text (get_edition (file, 0), "name"), ==, "GMCA Unit Cost Database");
  g_assert_cmpstr (accord_record_get_text (get_edition (file, 0), "edition"), ==, "v1.4");
  for (guint i = 0; i < 674; i++)
    {
      AccordRecord *line = get_line (file, i);
      const char *note = accord_record_get_text (line, "note");

      g_assert_nonnull (accord_record_get_text (line, "code"));
      g_assert_nonnull (accord_record_get_text (line, "price-year"));
      g_assert_cmpint (accord_record_get_int (line, "amount"), !=, ACCORD_UNKNOWN);
      g_assert_true (accord_record_validate (line, NULL));
      n_formulas += note != NULL && *note == '=';
    }
  g_assert_cmpuint (n_formulas, ==, 0);
}

static void
test_real_deflator (void)
{
  g_autoptr (AccordEditionFile) file = open_shared ("greenbook_gdp_deflator.csv");
  g_autoptr (AccordPriceSeries) series = NULL;

  if (file == NULL)
    return;
  series = accord_edition_get_series (get_edition (file, 0), NULL);
  g_assert_cmpint (series->years, ==, ACCORD_PRICES_CALENDAR);
  g_assert_cmpuint (series->indices->len, ==, 35);
}

static void
test_real_bias (void)
{
  g_autoptr (AccordEditionFile) file = open_shared ("optimism-bias.json");
  g_autoptr (AccordBiasTable) table = NULL;

  if (file == NULL)
    return;
  table = accord_edition_get_bias (get_edition (file, 0), NULL);
  g_assert_cmpuint (table->types->len, ==, 6);
  g_assert_cmpint (accord_bias_table_find (table, "non-standard-buildings")->capital_upper, ==, 510000000);
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
  g_test_add_func ("/edition-files/bias", test_bias);
  g_test_add_func ("/edition-files/grades", test_grades);
  g_test_add_func ("/edition-files/unit-costs-json", test_unit_costs_json);
  g_test_add_func ("/edition-files/unit-costs-csv", test_unit_costs_csv);
  g_test_add_func ("/edition-files/unit-costs-named", test_unit_costs_named);
  g_test_add_func ("/edition-files/wrong", test_wrong);
  g_test_add_func ("/edition-files/wanted", test_wanted);
  g_test_add_func ("/edition-files/noise", test_noise);
  g_test_add_func ("/edition-files/sniff", test_sniff);
  g_test_add_func ("/edition-files/real-unit-costs", test_real_unit_costs);
  g_test_add_func ("/edition-files/real-deflator", test_real_deflator);
  g_test_add_func ("/edition-files/real-bias", test_real_bias);
  return g_test_run ();
}
