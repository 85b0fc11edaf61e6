/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-json.h"

#include "exchange-error.h"
#include "appraisal-json-private.h"
#include "random-cba.h"
#include "result.h"

#include <string.h>

/* The method's own example, as a file. */
#define COSTS                                                                                                \
  "\"costs\":[{\"name\":\"Team costs\",\"organisation\":\"The Council\",\"kind\":\"revenue\","               \
  "\"amounts_pence\":{\"0\":15000000,\"1\":15000000,\"2\":15000000},\"grade\":3}]"
#define OUTCOMES                                                                                             \
  "\"outcomes\":[{\"name\":\"Fewer admissions\",\"need\":1200,\"engagement\":0.6,\"impact\":0.2,"            \
  "\"deadweight\":0.25,\"unit_value_pence\":180700,\"lag_years\":1,\"drop_off\":0.1,\"grade\":4,"            \
  "\"cashable\":0.5,\"class\":\"fiscal\",\"gains\":{\"An Acute Trust\":0.7,\"The Council\":0.3}}]"
#define EXAMPLE "{\"base_year\":2017,\"horizon\":5,\"schedule\":\"standard\"," COSTS "," OUTCOMES "}"

static AccordAppraisalJson *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  AccordAppraisalJson *file = accord_appraisal_json_read (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);
  return file;
}

static AccordCbaResult *
evaluate (const AccordCba *cba, guint option)
{
  g_autoptr (GArray) faults = NULL;
  AccordCbaResult *result = accord_cba_evaluate (cba, option, &faults);

  if (result == NULL)
    g_error ("fault %d", g_array_index (faults, AccordCbaFault, 0).code);
  return result;
}

static void
test_example (void)
{
  g_autoptr (AccordAppraisalJson) file = read_text (EXAMPLE);
  g_autoptr (AccordCbaResult) result = evaluate (file->cba, 0);

  g_assert_cmpuint (file->warnings->len, ==, 0);
  g_assert_cmpint (file->cba->base_year, ==, 2017);
  g_assert_cmpint (accord_cba_pence (result->net.pvb), ==, 52621248);
  g_assert_cmpint (accord_cba_pence (result->net.pvc), ==, 47844956);
  g_assert_cmpint (accord_cba_pence (result->net.npsv), ==, 4776293);
  g_assert_cmpuint (result->net.positions->len, ==, 2);
}

static gboolean
same_bits (const double *a, const double *b, gsize n)
{
  return memcmp (a, b, n * sizeof *a) == 0;
}

/* Written and read again, an analysis gives the same bits, and is written the same from then on. */
static void
assert_round_trip (const AccordCba *cba)
{
  g_autoptr (AccordAppraisalJson) out = accord_appraisal_json_new (), back = NULL, third = NULL;
  g_autofree char *text = NULL, *again = NULL;

  out->cba = accord_cba_copy (cba);
  text = accord_appraisal_json_write (out);
  back = read_text (text);
  /* A worksheet may be of another kind of costs than its line. */
  for (guint i = 0; i < back->warnings->len; i++)
    if (!g_str_has_suffix (back->warnings->pdata[i], "no optimism bias is added.")
        && strstr (back->warnings->pdata[i], "is preferred as well as") == NULL)
      g_error ("%s", (char *) back->warnings->pdata[i]);
  /* Schedules that nothing uses are not kept. */
  again = accord_appraisal_json_write (back);
  third = read_text (again);
  g_free (text);
  text = accord_appraisal_json_write (third);
  if (!g_str_equal (again, text))
    {
      gsize at = 0;

      while (again[at] == text[at])
        at++;
      g_error ("written again it differs at “%.60s”, which was “%.60s”", again + at, text + at);
    }
  g_assert_cmpuint (back->cba->options->len, ==, cba->options->len);
  for (guint i = 0; i < cba->options->len; i++)
    {
      g_autoptr (AccordCbaResult) one = evaluate (cba, i), other = evaluate (back->cba, i);

      g_assert_true (same_bits (&one->net.npsv, &other->net.npsv, 1));
      g_assert_true (same_bits (&one->net.pvc, &other->net.pvc, 1));
      g_assert_true (same_bits (&one->net.pvb, &other->net.pvb, 1));
      g_assert_true (same_bits (one->net.years.cumulative, other->net.years.cumulative, one->horizon));
      g_assert_cmpuint (one->net.positions->len, ==, other->net.positions->len);
      for (guint p = 0; p < one->net.positions->len; p++)
        {
          const AccordCbaPosition *a = &g_array_index (one->net.positions, AccordCbaPosition, p);
          const AccordCbaPosition *b = &g_array_index (other->net.positions, AccordCbaPosition, p);

          g_assert_true (same_bits (&a->present_net, &b->present_net, 1));
          g_assert_true (same_bits (a->years.cumulative, b->years.cumulative, one->horizon));
        }
    }
}

static void
test_round_trip (void)
{
  g_autoptr (AccordCba) partnership = test_partnership ();

  assert_round_trip (partnership);
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (i % 10 == 0 ? 500 : 40);
      g_autoptr (GArray) faults = accord_cba_check (cba);

      if (faults->len == 0)
        assert_round_trip (cba);
    }
}

static void
test_flows (void)
{
  g_autoptr (AccordAppraisalJson) file =
      read_text ("{\"flows_pence\":[-58000000,25000000,25000000,25000000,25000000,25000000,25000000,25000000,"
                 "25000000]}");
  g_autoptr (AccordCbaResult) result =
      accord_cba_evaluate_flows ((gint64 *) file->flows->data, file->flows->len, file->schedule);
  g_autofree char *text = accord_appraisal_json_write (file);
  g_autoptr (AccordAppraisalJson) again = read_text (text);

  g_assert_null (file->cba);
  g_assert_cmpint (accord_cba_pence (result->net.npsv), ==, 113848888);
  g_assert_cmpuint (again->flows->len, ==, 9);
}

/* A decimal is exactly what was typed, however it was written. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *written;
    AccordDecimal decimal;
    gboolean whole;
  } cases[] = {
    { "0.1", 100000000, FALSE },
    { "0.30000000000000004", 300000000, FALSE },
    { "1e-1", 100000000, FALSE },
    { "25E-2", 250000000, FALSE },
    { "1.5e3", 1500000000000, TRUE },
    { "-0.000000001", -1, FALSE },
    { "0", 0, TRUE },
    { "-0.0", 0, TRUE },
    { "1e-500", 0, TRUE },
    { "0e999999999999", 0, TRUE },
    { "12.50", 12500000000, FALSE },
    { "0.333333333333", 333333333, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordJsonTree) tree =
          accord_json_tree_read (cases[i].written, strlen (cases[i].written), 1, &error);
      AccordDecimal decimal;
      gint64 whole;

      g_assert_no_error (error);
      g_assert_true (accord_json_node_get_decimal (accord_json_tree_get_root (tree), &decimal));
      g_assert_cmpint (decimal, ==, cases[i].decimal);
      g_assert_cmpint (accord_json_node_get_whole (accord_json_tree_get_root (tree), &whole), ==,
                       cases[i].whole);
    }
}

/* One clear sentence with the place. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *start;
  } cases[] = {
    { "", "This is not JSON: line 1: " },
    { "{", "This is not JSON: line 1: " },
    { "{\"horizon\":5,\n\"horizon\":6}", "This is not JSON: line 2: “horizon” stands twice" },
    { "{\"a\":NaN}", "This is not JSON: line 1: " },
    { "{\"a\":01}", "This is not JSON: line 1: " },
    { "{\"a\":1,}", "This is not JSON: line 1: " },
    { "{\"a\":\"\\ud800\"}", "This is not JSON: line 1: " },
    { "{} {}", "This is not JSON: line 1: there is more" },
    { "\xff", "This is not JSON: line 1: this is no text in UTF-8" },
    { "[]", "This must be an object" },
    { "{}", "“horizon” is missing." },
    { "{\"horizon\":0}", "horizon: This must be a whole number from 1 to 500." },
    { "{\"horizon\":501}", "horizon: This must be a whole number from 1 to 500." },
    { "{\"horizon\":2.5}", "horizon: This must be a whole number" },
    { "{\"horizon\":\"5\"}", "horizon: This must be a whole number" },
    { "{\"horizon\":5}", "“costs” is missing." },
    { "{\"horizon\":5,\"costs\":{}}", "costs: This must be an array" },
    { "{\"horizon\":5,\"costs\":[5]}", "costs[0]: This must be an object" },
    { "{\"horizon\":5,\"costs\":[{\"name\":\"A\"}]}", "costs[0] (“A”): “amounts_pence” is missing." },
    { "{\"horizon\":5,\"costs\":[{\"amounts_pence\":[1],\"kind\":5,\"name\":\"Team\"}]}",
      "costs[0].kind (“Team”): This must be one of" },
    { "{\"horizon\":5,\"costs\":[{\"amounts_pence\":{\"3\":1.5}}]}",
      "costs[0].amounts_pence.3: This must be a whole number of pence." },
    { "{\"horizon\":5,\"costs\":[{\"amounts_pence\":{\"3\":1e400}}]}",
      "costs[0].amounts_pence.3: This is more than can be counted in pennies." },
    { "{\"horizon\":5,\"costs\":[{\"amounts_pence\":{\"3\":1000000000000001}}]}",
      "costs[0].amounts_pence.3: This is more than can be counted in pennies." },
    { "{\"horizon\":5,\"costs\":[{\"amounts_pence\":{\"x\":1}}]}",
      "costs[0].amounts_pence.x: Its name must be" },
    { "{\"horizon\":5,\"costs\":[{\"amounts_pence\":{\"2017/18\":1}}]}", "costs[0].amounts_pence.2017/18: " },
    { "{\"horizon\":5,\"base_year\":2018,\"costs\":[{\"amounts_pence\":{\"2017/18\":1}}]}",
      "costs[0].amounts_pence.2017/18: This year is before year 0." },
    { "{\"horizon\":5,\"costs\":[{\"amounts_pence\":[1],\"kind\":\"capitol\"}]}",
      "costs[0].kind: This must be one of “capital”, “revenue”, “in-kind”." },
    { "{\"horizon\":5,\"costs\":[{\"amounts_pence\":[1],\"grade\":\"A\"}]}",
      "costs[0].grade: There is no confidence grade “A”" },
    { "{\"horizon\":5,\"costs\":[{\"amounts_pence\":[1],\"grade\":-1}]}",
      "costs[0].grade: There is no confidence grade “-1”" },
    { "{\"horizon\":5,\"costs\":[{\"amounts_pence\":[1],\"grade\":true}]}",
      "costs[0].grade: A confidence grade is a number" },
    { "{\"horizon\":5,\"costs\":[{\"amounts_pence\":[1],\"schedule\":0.035}]}",
      "costs[0].schedule: This must be the name of a discount schedule, or its rates." },
    { "{\"horizon\":5,\"costs\":[{\"amounts_pence\":[1],\"schedule\":\"mine\"}]}",
      "costs[0].schedule: There is no discount schedule “mine”." },
    { "{\"horizon\":5,\"outcomes\":[{\"need\":1}]}", "outcomes[0]: “unit_value_pence” is missing." },
    { "{\"horizon\":5,\"outcomes\":[{\"need\":\"1\",\"unit_value_pence\":1}]}",
      "outcomes[0].need: This must be a" },
    { "{\"horizon\":5,\"outcomes\":[{\"need\":1e30,\"unit_value_pence\":1}]}",
      "outcomes[0].need: This number is larger" },
    { "{\"horizon\":5,\"outcomes\":[],\"schedule\":{\"2\":0.035}}",
      "schedule: A schedule begins with year 1" },
    { "{\"horizon\":5,\"outcomes\":[],\"schedule\":[{\"from\":1,\"to\":30,\"rate\":0.1},{\"from\":32,"
      "\"rate\":0}]}",
      "schedule[1]: This band does not begin where" },
    { "{\"horizon\":5,\"outcomes\":[],\"deflator\":{\"years\":\"calendar\",\"indices\":{\"2013/14\":1}}}",
      "deflator.indices.2013/14: This is a financial year" },
    { "{\"horizon\":5,\"price_year\":\"2013\",\"outcomes\":[],\"deflator\":{\"indices\":{\"2013/14\":1}}}",
      "price_year: 2013 is a calendar year, but “deflator” goes by financial years." },
    { "{\"flows_pence\":[]}", "flows_pence: This must be an array of pence" },
    { "{\"flows_pence\":[1,\"2\"]}", "flows_pence[1]: This must be a number of pence." },
    { "{\"horizon\":5,\"outcomes\":[],\"scenarios\":[{\"name\":\"A\",\"changes\":[{\"field\":\"wish\","
      "\"set\":1}]}]}",
      "scenarios[0].changes[0].field (“A”): No number" },
    { "{\"horizon\":5,\"outcomes\":[],\"scenarios\":[{\"name\":\"A\",\"changes\":[{\"field\":\"need\","
      "\"line\":\"B\","
      "\"set\":1}]}]}",
      "scenarios[0].changes[0].line (“A”): No line" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_appraisal_json_read (cases[i].text, strlen (cases[i].text), &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == ACCORD_EXCHANGE_ERROR);
      if (!g_str_has_prefix (error->message, cases[i].start))
        g_error ("%s: “%s” does not begin with “%s”", cases[i].text, error->message, cases[i].start);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* A misspelt name is told, with its place; the rest is read. */
static void
test_strange_names (void)
{
  g_autoptr (AccordAppraisalJson) file = read_text (
      "{\"$schema\":\"x\",\"horizon\":5,\"horizen\":6,\"schedules\":{\"unused\":{\"1\":0.03}},"
      "\"outcomes\":[{\"need\":1,\"unit_value_pence\":1,\"engagment\":0.5,\"gains\":{\"Anybody\":1}}]}");

  g_assert_cmpuint (file->warnings->len, ==, 2);
  g_assert_cmpstr (file->warnings->pdata[0], ==, "“horizen” means nothing here and was left out.");
  g_assert_cmpstr (file->warnings->pdata[1], ==,
                   "“outcomes[0].engagment” means nothing here and was left out.");
}

/* A worksheet that adds nothing to its line is not passed over in silence. */
static void
test_idle_sheet (void)
{
  static const char *const form =
      "{\"horizon\":1,\"costs\":[{\"name\":\"Hub\",\"kind\":\"%s\",\"amounts_pence\":[1],"
      "\"worksheet\":{\"works\":[{\"code\":\"%s\"}]}}]}";
  static const struct
  {
    const char *kind;
    const char *code;
    guint n_warnings;
  } cases[] = {
    { "capital", "standard-buildings", 0 },
    { "revenue", "standard-buildings", 1 },
    { "in-kind", "standard-buildings", 1 },
    { "revenue", "outsourcing", 0 },
    { "capital", "outsourcing", 1 },
    /* The analysis is refused for it. */
    { "revenue", "castles", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (form, cases[i].kind, cases[i].code);
      g_autoptr (AccordAppraisalJson) file = accord_appraisal_json_read (text, strlen (text), NULL);

      g_assert_nonnull (file);
      g_assert_cmpuint (file->warnings->len, ==, cases[i].n_warnings);
      if (cases[i].n_warnings > 0)
        g_assert_true (g_str_has_prefix (file->warnings->pdata[0], "“Hub” is of the kind “"));
    }
}

/* Per cent typed where a part of one is meant are told; the Treasury's largest bound is none. */
static void
test_bias_in_per_cent (void)
{
  static const char *const form = "{\"horizon\":1,\"costs\":[{\"name\":\"Hub\",\"amounts_pence\":[1],"
                                  "\"optimism_bias\":%s}]}";
  static const struct
  {
    const char *bias;
    guint n_warnings;
  } cases[] = { { "0.24", 0 }, { "2.0", 0 }, { "24", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (form, cases[i].bias);
      g_autoptr (AccordAppraisalJson) file = read_text (text);

      g_assert_cmpuint (file->warnings->len, ==, cases[i].n_warnings);
      if (cases[i].n_warnings > 0)
        g_assert_nonnull (strstr (file->warnings->pdata[0], "24 % is 0.24"));
    }
}

/* Two options cannot both be the one that is proposed: it is told, and the file is read. */
static void
test_two_preferred (void)
{
  g_autoptr (AccordAppraisalJson) file =
      read_text ("{\"horizon\":1,\"options\":[{\"name\":\"A\",\"preferred\":true},{\"name\":\"B\"},"
                 "{\"name\":\"C\",\"preferred\":true}]}");

  g_assert_cmpuint (file->warnings->len, ==, 1);
  g_assert_true (g_str_has_prefix (file->warnings->pdata[0], "“C” is preferred as well as “A”"));
}

static void
test_forms (void)
{
  g_autoptr (AccordAppraisalJson) file = read_text (
      "{\"base_year\":\"2017/18\",\"horizon\":40,\"price_year\":\"2016/17\",\"title\":\"Hub\","
      "\"schedule\":{\"name\":\"own\",\"bands\":[{\"from\":1,\"to\":30,\"rate\":0.03},{\"from\":31,\"rate\":"
      "0.02}]},"
      "\"deflator\":{\"name\":\"GDP\",\"indices\":{\"2013/"
      "14\":95.5,\"2016\":99,\"2017-18\":100,\"2018\":102}},"
      "\"grades\":[0,0.05],\"groups\":{\"Staff\":0.5},"
      "\"costs\":[{\"amounts_pence\":[1,0,3],\"kind\":\"in "
      "kind\",\"price_year\":2013,\"grade\":\"2\","
      "\"spread\":{\"shape\":\"pert\",\"low\":0.8,\"high\":1.3,\"group\":\"Staff\"}},"
      "{\"amounts_pence\":{\"2018/19\":7},\"prices\":\"nominal\",\"schedule\":\"Health\"}],"
      "\"options\":[{\"name\":\"Nothing\",\"comparator\":\"do-nothing\",\"outcomes\":[{\"need\":1,"
      "\"unit_value_pence\":1,\"phasing\":{\"1\":0.5,\"3\":1},\"cashable\":true}]}],"
      "\"scenarios\":[{\"name\":\"Dear\",\"changes\":[{\"field\":\"amounts_pence\",\"multiply\":1.2},"
      "{\"field\":\"rate\",\"add\":0.01}]}],\"draws\":500,\"seed\":7,\"method\":\"random\"}");
  const AccordCba *cba = file->cba;
  const AccordCbaOption *own = cba->options->pdata[0], *nothing = cba->options->pdata[1];
  const AccordCbaCost *first = own->costs->pdata[0], *second = own->costs->pdata[1];
  const AccordCbaOutcome *outcome = nothing->outcomes->pdata[0];
  g_autoptr (GArray) faults = accord_cba_check (cba);

  g_assert_cmpuint (file->warnings->len, ==, 0);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpint (cba->base_year, ==, 2017);
  g_assert_cmpint (cba->price_year, ==, 2016);
  g_assert_cmpstr (own->name, ==, "Hub");
  g_assert_cmpstr (first->name, ==, "costs[0]");
  g_assert_cmpint (first->kind, ==, ACCORD_COST_IN_KIND);
  g_assert_cmpint (first->price_year, ==, 2013);
  g_assert_cmpuint (first->grade, ==, 2);
  g_assert_cmpuint (first->series, ==, 0);
  g_assert_cmpuint (first->spread.group, ==, 0);
  g_assert_cmpint (accord_cba_cost_get_amount (first, 2), ==, 3);
  g_assert_true (second->nominal);
  g_assert_cmpuint (second->schedule, ==, 1);
  g_assert_cmpint (accord_cba_cost_get_amount (second, 1), ==, 7);
  g_assert_cmpuint (accord_cba_find_comparator (cba), ==, 1);
  g_assert_cmpuint (outcome->phasing->len, ==, 4);
  g_assert_cmpint (g_array_index (outcome->phasing, AccordDecimal, 2), ==, 500000000);
  g_assert_cmpint (outcome->cashable, ==, ACCORD_DECIMAL_ONE);
  g_assert_cmpuint (((AccordJsonScenario *) file->scenarios->pdata[0])->changes->len, ==, 3);
  g_assert_cmpuint (file->n_draws, ==, 500);
  g_assert_cmpint (file->method, ==, ACCORD_DRAW_RANDOM);
}

/* What the schema describes can be read to the last member, and is an analysis. */
static void
test_examples (void)
{
  static const char *const names[] = { "everything.json", "partnership.json", "flows.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path =
          g_test_build_filename (G_TEST_DIST, "exchange", "fixtures", "appraisal", names[i], NULL);
      g_autofree char *text = NULL;
      g_autoptr (AccordAppraisalJson) file = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      file = read_text (text);
      if (file->warnings->len > 0)
        g_error ("%s: %s", names[i], (char *) file->warnings->pdata[0]);
      if (file->cba != NULL)
        {
          assert_round_trip (file->cba);
        }
    }
}

/* However a file is broken, there is an answer. */
static void
test_noise (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *text = g_strdup (EXAMPLE);
      gsize length = strlen (text);
      g_autoptr (AccordAppraisalJson) file = NULL;
      g_autoptr (GError) error = NULL;

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        text[g_test_rand_int_range (0, (int) length)] = (char) g_test_rand_int_range (32, 127);
      if (round % 3 == 0)
        length = (gsize) g_test_rand_int_range (0, (int) length);
      file = accord_appraisal_json_read (text, length, &error);
      g_assert_true ((file == NULL) == (error != NULL));
      if (file != NULL && file->cba != NULL)
        {
          g_autoptr (GArray) faults = NULL;
          g_autoptr (AccordCbaResult) result = accord_cba_evaluate (file->cba, 0, &faults);

          g_assert_true (result != NULL || faults->len > 0);
        }
    }
}

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (NULL), large = g_string_new ("{\"horizon\":1,\"costs\":[");
  g_autoptr (GError) too_deep = NULL, too_large = NULL, too_many = NULL;
  g_autoptr (GString) many = g_string_new ("{\"flows_pence\":[0");

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "[");
  g_assert_null (accord_appraisal_json_read (deep->str, deep->len, &too_deep));
  g_assert_cmpstr (too_deep->message, ==, "This is not JSON: line 1: it is nested deeper than can be read.");
  while (large->len < 50 * 1024 * 1024)
    g_string_append (large, "{\"name\":\"A\",\"amounts_pence\":{\"0\":1}},");
  g_assert_null (accord_appraisal_json_read (large->str, large->len, &too_large));
  g_assert_cmpstr (too_large->message, ==, "This file is larger than 32 MB, which no appraisal is.");
  while (many->len < 30 * 1024 * 1024)
    g_string_append (many, ",0");
  g_assert_null (accord_appraisal_json_read (many->str, many->len, &too_many));
  g_assert_nonnull (strstr (too_many->message, "more values"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal-json/example", test_example);
  g_test_add_func ("/appraisal-json/round-trip", test_round_trip);
  g_test_add_func ("/appraisal-json/flows", test_flows);
  g_test_add_func ("/appraisal-json/numbers", test_numbers);
  g_test_add_func ("/appraisal-json/refused", test_refused);
  g_test_add_func ("/appraisal-json/strange-names", test_strange_names);
  g_test_add_func ("/appraisal-json/bias-in-per-cent", test_bias_in_per_cent);
  g_test_add_func ("/appraisal-json/two-preferred", test_two_preferred);
  g_test_add_func ("/appraisal-json/forms", test_forms);
  g_test_add_func ("/appraisal-json/idle-sheet", test_idle_sheet);
  g_test_add_func ("/appraisal-json/examples", test_examples);
  g_test_add_func ("/appraisal-json/noise", test_noise);
  g_test_add_func ("/appraisal-json/hostile", test_hostile);
  return g_test_run ();
}
