/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editions.h"
#include "fixture.h"

#include <string.h>

static AccordRecord *
find (GPtrArray *editions, const char *sort, const char *code)
{
  for (guint i = 0; i < editions->len; i++)
    if (g_str_equal (accord_record_get_text (editions->pdata[i], "sort"), sort)
        && g_strcmp0 (accord_record_get_text (editions->pdata[i], "code"), code) == 0)
      return editions->pdata[i];
  return NULL;
}

static AccordRecord *
require (GPtrArray *editions, const char *sort, const char *code)
{
  AccordRecord *found = find (editions, sort, code);

  g_assert_nonnull (found);
  return found;
}

/* Each of them can be used by the engine, and says where it is from. */
static void
test_shipped_are_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) editions = accord_editions_shipped (fixture->schema);

  g_assert_cmpuint (editions->len, >=, 7);
  for (guint i = 0; i < editions->len; i++)
    {
      AccordRecord *edition = editions->pdata[i];
      const char *sort = accord_record_get_text (edition, "sort");
      g_autoptr (GError) error = NULL;

      g_assert_true (accord_record_validate (edition, &error));
      g_assert_no_error (error);
      g_assert_true (accord_record_get_boolean (edition, "shipped"));
      g_assert_nonnull (accord_record_get_text (edition, "edition"));
      g_assert_nonnull (accord_record_get_text (edition, "note"));
      if (g_str_equal (sort, "schedule"))
        {
          g_autoptr (AccordSchedule) schedule = accord_edition_get_schedule (edition, &error);

          g_assert_no_error (error);
          g_assert_true (accord_schedule_is_sound (schedule));
          g_assert_cmpstr (schedule->source, ==, "HM Treasury");
        }
      else if (g_str_equal (sort, "deflator"))
        {
          g_autoptr (AccordPriceSeries) series = accord_edition_get_series (edition, &error);

          g_assert_no_error (error);
          g_assert_true (accord_price_series_is_sound (series));
        }
      else if (g_str_equal (sort, "bias"))
        {
          g_autoptr (AccordBiasTable) table = accord_edition_get_bias (edition, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (table->types->len, ==, 6);
        }
      else
        {
          g_autoptr (AccordGradeTable) table = accord_edition_get_grades (edition, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (table->corrections->len, ==, 6);
          g_assert_nonnull (strstr (accord_record_get_text (edition, "note"), "Check against your edition"));
        }
    }
}

typedef struct
{
  const char *code;
  AccordDecimal rates[6];
} Rates;

/* HM Treasury, Green Book, as the Department for Transport lists it. */
static void
test_rates (Fixture *fixture, gconstpointer data)
{
  static const guint firsts[] = { 1, 31, 76, 126, 201, 301 };
  static const Rates published[] = {
    { "standard", { 35000000, 30000000, 25000000, 20000000, 15000000, 10000000 } },
    { "health", { 15000000, 12900000, 10700000, 8600000, 6400000, 4300000 } },
    { "lower-rate", { 30000000, 25700000, 21400000, 17100000, 12900000, 8600000 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordSchedule) schedule = accord_editions_shipped_schedule (published[i].code, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (schedule->name, ==, published[i].code);
      for (guint band = 0; band < G_N_ELEMENTS (firsts); band++)
        {
          g_assert_cmpint (accord_schedule_get_rate (schedule, firsts[band]), ==, published[i].rates[band]);
          if (band > 0)
            g_assert_cmpint (accord_schedule_get_rate (schedule, firsts[band] - 1), ==,
                             published[i].rates[band - 1]);
        }
    }
}

/* The factors of the Northern Ireland guide, to the four places it prints. */
static void
test_factors (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint year;
    double factor;
  } published[] = {
    { 1, .9662 },  { 2, .9335 },   { 3, .9019 },   { 4, .8714 },   { 5, .8420 },   { 6, .8135 },
    { 7, .7860 },  { 8, .7594 },   { 9, .7337 },   { 10, .7089 },  { 15, .5969 },  { 20, .5026 },
    { 25, .4231 }, { 30, .3563 },  { 40, .2651 },  { 50, .1973 },  { 60, .1468 },  { 75, .0942 },
    { 80, .0833 }, { 100, .0508 }, { 125, .0274 }, { 150, .0167 }, { 200, .0062 },
  };
  g_autoptr (AccordSchedule) schedule = accord_editions_shipped_schedule ("standard", NULL);
  double factors[201];

  accord_schedule_fill (schedule, factors, G_N_ELEMENTS (factors));
  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    g_assert_cmpfloat_with_epsilon (factors[published[i].year], published[i].factor, .00005);
}

/* The worked example of the Treasury's annex: £7.4m of 1998-99 is £8.36m in 2003-04. */
static void
test_deflator (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) editions = accord_editions_shipped (fixture->schema);
  g_autoptr (AccordPriceSeries) series =
      accord_edition_get_series (require (editions, "deflator", "gdp-financial"), NULL);
  g_autoptr (AccordPriceSeries) calendar =
      accord_edition_get_series (require (editions, "deflator", "gdp-calendar"), NULL);
  double ratio;

  g_assert_cmpint (series->years, ==, ACCORD_PRICES_FINANCIAL);
  g_assert_true (accord_price_series_ratio (series, 1998, 2003, &ratio));
  g_assert_cmpfloat_with_epsilon (7.4 * ratio, 8.36, .005);
  g_assert_true (accord_price_series_ratio (series, 1998, 1999, &ratio));
  g_assert_cmpfloat_with_epsilon (ratio - 1, .0221, .00005);
  g_assert_cmpint (calendar->years, ==, ACCORD_PRICES_CALENDAR);
  g_assert_true (accord_price_series_ratio (calendar, 2013, 2024, &ratio));
  g_assert_cmpfloat_with_epsilon (ratio, 100 / 73.4795, 1e-12);
}

static void
test_bias (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) editions = accord_editions_shipped (fixture->schema);
  g_autoptr (AccordBiasTable) table =
      accord_edition_get_bias (require (editions, "bias", "optimism-bias"), NULL);
  const AccordBiasType *outsourcing = accord_bias_table_find (table, "outsourcing");
  const AccordBiasType *buildings = accord_bias_table_find (table, "non-standard-buildings");

  g_assert_cmpint (buildings->capital_upper, ==, 510000000);
  g_assert_cmpint (buildings->duration_lower, ==, 20000000);
  g_assert_false (buildings->operating);
  g_assert_true (outsourcing->operating);
  g_assert_cmpint (outsourcing->capital_lower, ==, 0);
  g_assert_cmpint (outsourcing->duration_upper, ==, ACCORD_DECIMAL_UNKNOWN);
}

typedef struct
{
  const char *sort;
  const char *content;
  const char *says;
} Wrong;

/* What somebody else wrote may hold anything: it is refused in a sentence that says where. */
static void
test_wrong_content (Fixture *fixture, gconstpointer data)
{
  static const Wrong wrong[] = {
    { "schedule", NULL, "no figures" },
    { "schedule", "{\"bands\":[]}", "no figures" },
    { "schedule", "[1,2]", "not an object" },
    { "schedule", "{\n\"bands\":[}", "Line 2" },
    { "schedule", "\xff", "UTF-8" },
    { "schedule", "{\"bands\":[{\"from\":2,\"rate\":0.035}]}", "band 1" },
    { "schedule", "{\"bands\":[{\"from\":1,\"rate\":0.035},{\"from\":1,\"rate\":0.03}]}", "band 2" },
    { "schedule", "{\"bands\":[{\"from\":1,\"rate\":\"a\"}]}", "band 1 has no rate" },
    { "schedule", "{\"bands\":[{\"from\":1,\"rate\":1e300}]}", "band 1 has no rate" },
    { "schedule", "{\"bands\":[{\"from\":1,\"rate\":-1}]}", "band 1 has no rate" },
    { "schedule", "{\"bands\":[7]}", "band 1" },
    { "deflator", "{\"indices\":[{\"year\":2000,\"index\":1}]}", "financial or calendar" },
    { "deflator", "{\"years\":\"financial\",\"indices\":[{\"year\":2000,\"index\":0}]}", "2000" },
    { "deflator",
      "{\"years\":\"financial\",\"indices\":[{\"year\":2000,\"index\":1},{\"year\":2000,\"index\":2}]}",
      "2000 twice" },
    { "deflator", "{\"years\":\"financial\",\"indices\":[{\"year\":2000.5,\"index\":1}]}", "index 1" },
    { "bias", "{\"types\":[{\"code\":\"a\"}]}", "works 1" },
    { "bias", "{\"types\":[{\"code\":\"a\",\"name\":\"A\",\"costs\":{\"upper\":0.1,\"lower\":0.2}}]}",
      "“A”" },
    { "bias", "{\"types\":[{\"code\":\"a\",\"name\":\"A\",\"costs\":null}]}", "“A”" },
    { "grades", "{\"grades\":[{\"grade\":2,\"correction\":0}]}", "grade 1" },
    { "grades", "{\"grades\":[{\"grade\":1,\"correction\":5}]}", "grade 1" },
    { "unit-costs", "{}", "another kind" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (AccordRecord) edition = fixture_new (fixture, "edition");
      g_autoptr (GError) error = NULL;
      gpointer read = NULL;

      accord_record_set_text (edition, "name", "Table of somebody");
      accord_record_set_text (edition, "sort", wrong[i].sort);
      accord_record_set_text (edition, "content", wrong[i].content);
      if (g_str_equal (wrong[i].sort, "deflator"))
        read = accord_edition_get_series (edition, &error);
      else if (g_str_equal (wrong[i].sort, "bias"))
        read = accord_edition_get_bias (edition, &error);
      else if (g_str_equal (wrong[i].sort, "grades"))
        read = accord_edition_get_grades (edition, &error);
      else
        read = accord_edition_get_schedule (edition, &error);
      g_assert_null (read);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "Table of somebody"));
      if (strstr (error->message, wrong[i].says) == NULL)
        g_error ("“%s” does not say “%s”", error->message, wrong[i].says);
    }
}

static void
test_deep_content (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordRecord) edition = fixture_new (fixture, "edition");
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autoptr (GError) error = NULL;

  accord_record_set_text (edition, "name", "Deep");
  accord_record_set_text (edition, "sort", "schedule");
  accord_record_set_text (edition, "content", deep);
  g_assert_null (accord_edition_get_schedule (edition, &error));
  g_assert_nonnull (strstr (error->message, "nested"));
}

static gboolean
settle (AccordWriter *writer, gpointer data, GError **error)
{
  AccordRecord *appraisal = data;

  return accord_editions_settle (writer, appraisal, error)
         && (appraisal == NULL || accord_record_get_id (appraisal) != 0
             || accord_writer_insert (writer, appraisal, error));
}

static void
settle_now (Fixture *fixture, AccordRecord *appraisal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (fixture->workspace, "Begin an appraisal", settle, appraisal, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
}

static gpointer
list (AccordReader *reader, gpointer data, GError **error)
{
  g_autoptr (AccordQuery) query = accord_query_new (data);

  return accord_reader_list (reader, query, error);
}

static GPtrArray *
list_editions (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *editions = accord_workspace_read (fixture->workspace, list,
                                               (gpointer) fixture_kind (fixture, "edition"), NULL, &error);

  g_assert_no_error (error);
  return editions;
}

static AccordRecord *
new_appraisal (Fixture *fixture, gint64 year, const char *prices)
{
  AccordRecord *appraisal = fixture_new (fixture, "appraisal");

  accord_record_set_int (appraisal, "case", fixture_add_named (fixture, "case", "Intermediate tier"));
  accord_record_set_int (appraisal, "base-year", year);
  accord_record_set_int (appraisal, "horizon", 5);
  accord_record_set_text (appraisal, "price-year", prices);
  return appraisal;
}

/* Once put in the workspace they are not put there again; undoing the change takes them out. */
static void
test_settle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordRecord) appraisal = new_appraisal (fixture, 2004, NULL);
  g_autoptr (AccordRecord) other = new_appraisal (fixture, 2017, "2017");
  g_autoptr (AccordRecord) late = new_appraisal (fixture, 2017, NULL);
  g_autoptr (GPtrArray) shipped = accord_editions_shipped (fixture->schema);
  g_autoptr (GPtrArray) first = NULL, second = NULL, none = NULL;

  settle_now (fixture, appraisal);
  first = list_editions (fixture);
  g_assert_cmpuint (first->len, ==, shipped->len);
  g_assert_cmpint (accord_record_get_int (appraisal, "schedule"), ==,
                   accord_record_get_id (require (first, "schedule", "standard")));
  g_assert_cmpint (accord_record_get_int (appraisal, "lower"), ==,
                   accord_record_get_id (require (first, "schedule", "lower-rate")));
  g_assert_cmpint (accord_record_get_int (appraisal, "deflator"), ==,
                   accord_record_get_id (require (first, "deflator", "gdp-financial")));

  /* Prices of a calendar year ask for another series; where none knows the year none is chosen. */
  accord_record_set_int (other, "schedule", accord_record_get_id (require (first, "schedule", "health")));
  settle_now (fixture, other);
  settle_now (fixture, late);
  second = list_editions (fixture);
  g_assert_cmpuint (second->len, ==, shipped->len);
  g_assert_cmpint (accord_record_get_int (other, "schedule"), ==,
                   accord_record_get_id (require (first, "schedule", "health")));
  g_assert_cmpint (accord_record_get_int (other, "deflator"), ==,
                   accord_record_get_id (require (first, "deflator", "gdp-calendar")));
  g_assert_cmpint (accord_record_get_int (late, "deflator"), ==, ACCORD_UNKNOWN);

  for (guint i = 0; i < 3; i++)
    accord_change_unref (accord_workspace_undo (fixture->workspace, NULL, NULL));
  none = list_editions (fixture);
  g_assert_cmpuint (none->len, ==, 0);
}

static int
compare (Fixture *fixture, const char *edition, const char *published, const char *other,
         const char *other_published)
{
  g_autoptr (AccordRecord) a = fixture_new (fixture, "edition"), b = fixture_new (fixture, "edition");

  accord_record_set_text (a, "edition", edition);
  accord_record_set_text (a, "published", published);
  accord_record_set_text (b, "edition", other);
  accord_record_set_text (b, "published", other_published);
  g_assert_cmpint (accord_edition_compare (a, b), ==, -accord_edition_compare (b, a));
  return accord_edition_compare (a, b);
}

static void
test_compare (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (compare (fixture, "December 2025", NULL, "March 2026", NULL), <, 0);
  g_assert_cmpint (compare (fixture, "December 2025", "2026-01-05", "Second", "2025-12-23"), >, 0);
  g_assert_cmpint (compare (fixture, "Unit Cost Database v1.4", NULL, "v2.0", NULL), <, 0);
  g_assert_cmpint (compare (fixture, "1.10", NULL, "1.9", NULL), >, 0);
  g_assert_cmpint (compare (fixture, "One", NULL, "Two", NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/editions/shipped-are-sound", test_shipped_are_sound);
  fixture_add_test ("/editions/rates", test_rates);
  fixture_add_test ("/editions/factors", test_factors);
  fixture_add_test ("/editions/deflator", test_deflator);
  fixture_add_test ("/editions/bias", test_bias);
  fixture_add_test ("/editions/wrong-content", test_wrong_content);
  fixture_add_test ("/editions/deep-content", test_deep_content);
  fixture_add_test ("/editions/settle", test_settle);
  fixture_add_test ("/editions/compare", test_compare);
  return g_test_run ();
}
