/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* The method's own example, as a file. */
static const char example[] =
    "{\"base_year\":2017,\"horizon\":5,\"schedule\":\"standard\",\"costs\":[{\"name\":\"Team costs\","
    "\"organisation\":\"The Council\",\"kind\":\"revenue\",\"amounts_pence\":{\"0\":15000000,"
    "\"1\":15000000,\"2\":15000000},\"grade\":3}],\"outcomes\":[{\"name\":\"Fewer admissions\","
    "\"need\":1200,\"engagement\":0.6,\"impact\":0.2,\"deadweight\":0.25,\"unit_value_pence\":180700,"
    "\"lag_years\":1,\"drop_off\":0.1,\"grade\":4,\"cashable\":0.5,\"class\":\"fiscal\","
    "\"gains\":{\"An Acute Trust\":0.7,\"The Council\":0.3},"
    "\"spread\":{\"shape\":\"triangular\",\"low\":0.7,\"high\":1.2}}],"
    "\"scenarios\":[{\"name\":\"Half the need\",\"changes\":[{\"field\":\"need\",\"multiply\":0.5}]},"
    "{\"name\":\"Sooner than now\",\"changes\":[{\"field\":\"lag_years\",\"set\":-1}]}]}";

static JsonNode *
ask (Cli *cli, const char *const *words)
{
  g_autoptr (Answer) answer = cli_runv (cli, words);

  g_assert_cmpint (answer->code, ==, 0);
  return answer_json (answer);
}

#define ASK(...) ask (cli, (const char *const[]){ __VA_ARGS__, "--json", NULL })

static gint64
pence (JsonObject *object, const char *key)
{
  return json_object_get_int_member (object, key);
}

static void
assert_figures (JsonObject *object)
{
  g_assert_cmpint (pence (object, "pvb_pence"), ==, 52621248);
  g_assert_cmpint (pence (object, "pvc_pence"), ==, 47844956);
  g_assert_cmpint (pence (object, "npsv_pence"), ==, 4776293);
  g_assert_cmpint (pence (object, "net_budget_impact_pence"), ==, -21534331);
  g_assert_cmpint (pence (object, "discounted_payback_year"), ==, 4);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (object, "bcr"), 1.0998, 5e-5);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (object, "roi"), 0.5499, 5e-5);
}

static gint64
sum_of (JsonArray *array, const char *key)
{
  gint64 sum = 0;

  for (guint i = 0; i < json_array_get_length (array); i++)
    sum += pence (json_array_get_object_element (array, i), key);
  return sum;
}

/* A file needs no workspace. */
static void
test_file (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;
  JsonArray *years;

  cli_write_file (cli, "example.json", example);
  root = ASK ("appraise", "example.json");
  object = json_node_get_object (root);
  assert_figures (object);
  years = json_object_get_array_member (object, "by_year");
  g_assert_cmpuint (json_array_get_length (years), ==, 5);
  g_assert_cmpint (pence (json_array_get_object_element (years, 1), "benefit_pence"), ==, 16588260);
  g_assert_cmpint (sum_of (json_object_get_array_member (object, "by_organisation"), "net_pence"), ==,
                   4776293);
  g_assert_cmpint (sum_of (json_object_get_array_member (object, "by_class"), "benefit_pence"), ==, 52621248);
}

static void
test_choices (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonNode) half = NULL, health = NULL, one = NULL, same = NULL;
  JsonObject *chance, *again;

  cli_write_file (cli, "example.json", example);
  half = ASK ("appraise", "example.json", "--scenario=half the need");
  g_assert_cmpint (pence (json_node_get_object (half), "pvb_pence"), ==, 26310624);
  health = ASK ("appraise", "example.json", "--schedule=health");
  g_assert_cmpint (pence (json_node_get_object (health), "pvb_pence"), >, 52621248);
  one = ASK ("appraise", "example.json", "--draws=2000", "--seed=7");
  same = ASK ("appraise", "example.json", "--draws=2000", "--seed=7");
  chance = json_object_get_object_member (json_node_get_object (one), "chance");
  again = json_object_get_object_member (json_node_get_object (same), "chance");
  g_assert_cmpint (pence (chance, "p10_pence"), <, pence (chance, "p90_pence"));
  g_assert_cmpint (pence (chance, "p50_pence"), ==, pence (again, "p50_pence"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (chance, "by_organisation")), ==, 2);
  cli_expect (cli, 1, "There is no discount schedule “mine”", "appraise", "example.json", "--schedule=mine",
              NULL);
  cli_expect (cli, 1, "no scenario “mine”", "appraise", "example.json", "--scenario=mine", NULL);
  cli_expect (cli, 1, "or to what it cannot be", "appraise", "example.json", "--scenario=sooner than now",
              NULL);
  cli_expect (cli, 1, "no option “mine”", "appraise", "example.json", "--option=mine", NULL);
  cli_expect (cli, 2, "--draws needs a whole number", "appraise", "example.json", "--draws=0", NULL);
}

/* Each thing that is wrong is told with its line, and nothing is worked out. */
static void
test_bad (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) answer = NULL;

  cli_write_file (cli, "bad.json",
                  "{\"horizon\":2,\"costs\":[{\"name\":\"Teams\",\"amounts_pence\":[1,2,3],\"grade\":9}],"
                  "\"outcomes\":[{\"name\":\"Calm\",\"need\":-1,\"engagement\":1.5,\"unit_value_pence\":1,"
                  "\"gains\":{\"A\":0.5,\"B\":0.4}}],\"wish\":1}");
  answer = cli_run (cli, "appraise", "bad.json", "--json", NULL);
  g_assert_cmpint (answer->code, ==, 1);
  g_assert_cmpstr (answer->out, ==, "");
  g_assert_nonnull (strstr (answer->err, "“wish” means nothing here"));
  g_assert_nonnull (strstr (answer->err, "“Teams”: There is no confidence grade 9."));
  g_assert_nonnull (strstr (answer->err, "“Teams”: There is an amount in year 2"));
  g_assert_nonnull (strstr (answer->err, "“Calm”: Population in need is below nought: −1."));
  g_assert_nonnull (strstr (answer->err, "“Calm”: Engagement is over 100%: 150%."));
  g_assert_nonnull (strstr (answer->err, "“Calm”: The shares of who gains add up to 90%, not to 100%."));
  cli_write_file (cli, "broken.json", "{\"horizon\":");
  cli_expect (cli, 3, "broken.json: This is not JSON: line 1", "appraise", "broken.json", NULL);
  cli_write_file (cli, "zero.json", "{\"horizon\":0,\"costs\":[]}");
  cli_expect (cli, 1, "zero.json: horizon: This must be", "appraise", "zero.json", NULL);
  cli_expect (cli, 3, "cannot be opened", "appraise", "nowhere.json", NULL);
}

/* What is no file is not replaced by one: a device or a pipe stays what it is. */
static void
test_pipe (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "pipe");
  GStatBuf is;

  cli_write_file (cli, "example.json", example);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  cli_expect (cli, 3, "cannot be written", "appraise", "example.json", "-o", "pipe", NULL);
  g_assert_cmpint (g_stat (path, &is), ==, 0);
  g_assert_true (S_ISFIFO (is.st_mode));
  cli_expect (cli, 3, "cannot be written", "appraise", "example.json", "-o", "nowhere/x.json", NULL);
}

/* What is no number is null, and words say why. */
static void
test_undefined (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonNode) root = NULL, bare = NULL;
  JsonObject *object;

  cli_write_file (cli, "free.json", "{\"horizon\":2,\"outcomes\":[{\"need\":1,\"unit_value_pence\":100}]}");
  root = ASK ("appraise", "free.json");
  object = json_node_get_object (root);
  g_assert_true (json_object_get_null_member (object, "bcr"));
  g_assert_true (json_object_get_null_member (object, "band"));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (object, "undefined"), "bcr"),
                   ==, "not defined: there are no costs");
  cli_write_file (
      cli, "flows.json",
      "{\"flows_pence\":[-58000000,25000000,25000000,25000000,25000000,25000000,25000000,25000000,"
      "25000000]}");
  bare = ASK ("appraise", "flows.json");
  object = json_node_get_object (bare);
  g_assert_cmpint (pence (object, "npv_pence"), ==, 113848888);
  g_assert_true (json_object_get_null_member (object, "roi"));
}

static void
test_factors (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonNode) root = ASK ("discount-factors", "--schedule=standard", "--years=200");
  g_autoptr (Answer) text = NULL;
  JsonArray *factors = json_node_get_array (root);

  g_assert_cmpuint (json_array_get_length (factors), ==, 201);
  for (guint i = 0; i < 201; i++)
    g_assert_cmpint (pence (json_array_get_object_element (factors, i), "year"), ==, i);
  g_assert_cmpfloat (json_object_get_double_member (json_array_get_object_element (factors, 0), "factor"), ==,
                     1);
  g_assert_cmpfloat_with_epsilon (
      json_object_get_double_member (json_array_get_object_element (factors, 75), "factor"), 0.0942, 5e-5);
  text = cli_run (cli, "discount-factors", "--schedule=health", "--years=31", NULL);
  g_assert_nonnull (strstr (text->out, "0.631615"));
  cli_expect (cli, 1, "standard, health and lower-rate", "discount-factors", "--schedule=mine", NULL);
  cli_expect (cli, 2, "--years needs a whole number", "discount-factors", "--years=-1", NULL);
}

/* A case of the workspace comes to the same as the file it is written to. */
static void
test_case (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonNode) kept = NULL, file = NULL;
  g_autoptr (Answer) text = NULL;

  cli_init (cli);
  cli_do (cli, "add", "case", "name=Neighbourhood teams", "stage=outline", "status=draft", NULL);
  cli_do (cli, "add", "organisation", "name=The Council", "type=council", NULL);
  cli_expect (cli, 1, "“Neighbourhood teams” has no appraisal yet.", "appraise", "Neighbourhood teams", NULL);
  cli_do (cli, "add", "appraisal", "case=Neighbourhood teams", "base-year=2017/18", "horizon=5", NULL);
  cli_expect (cli, 1, "no options yet", "appraise", "Neighbourhood teams", NULL);
  cli_do (cli, "add", "option", "name=Teams", "case=Neighbourhood teams", "letter=b", NULL);
  cli_do (cli, "add", "cost", "name=Team costs", "option=Teams", "organisation=The Council",
          "amounts=2017/18 150000\n2018/19 150000\n2019/20 150000", "grade=3", NULL);
  cli_do (cli, "add", "outcome", "name=Fewer admissions", "option=Teams", "need=1200", "engagement=0.6",
          "impact=0.2", "deadweight=0.25", "unit-value=£1,807", "lag-years=1", "drop-off=0.1", "grade=4",
          "cashable=0.5", NULL);
  cli_do (cli, "add", "gain", "outcome=Fewer admissions", "organisation=The Council", "share=1", NULL);
  cli_expect (cli, 1, "Line 2", "set", "cost", "1", "amounts=2017/18 1\n2018/19 x", NULL);
  kept = ASK ("appraise", "Neighbourhood teams", "--option=b");
  assert_figures (json_node_get_object (kept));
  text = cli_run (cli, "appraise", "Neighbourhood teams", "-o", "case.json", NULL);
  g_assert_cmpint (text->code, ==, 0);
  g_assert_nonnull (strstr (text->out, "£47,762.93"));
  g_assert_nonnull (strstr (text->out, "£215,343.31 net cost"));
  file = ASK ("appraise", "case.json");
  assert_figures (json_node_get_object (file));
}

static double
number (JsonObject *object, const char *key)
{
  return json_object_get_double_member (object, key);
}

/* A tree of an answer, worked out again by whoever reads it: sums, differences and products. */
static double
work_out (JsonObject *tree)
{
  const char *rule = json_object_get_string_member (tree, "rule");
  JsonArray *children =
      json_object_has_member (tree, "children") ? json_object_get_array_member (tree, "children") : NULL;
  double value = 0;

  if (children == NULL || strcmp (rule, "factor") == 0 || strcmp (rule, "power") == 0)
    return number (tree, "value");
  for (guint i = 0; i < json_array_get_length (children); i++)
    {
      double next = work_out (json_array_get_object_element (children, i));

      if (i == 0)
        value = next;
      else if (strcmp (rule, "sum") == 0)
        value += next;
      else if (strcmp (rule, "difference") == 0)
        value -= next;
      else if (strcmp (rule, "quotient") == 0)
        value /= next;
      else
        value *= next;
    }
  if (strcmp (rule, "complement") == 0)
    return 1 - value;
  return strcmp (rule, "uplift") == 0 ? 1 + value : value;
}

static void
test_explain (Cli *cli, gconstpointer data)
{
  static const char *const figures[] = { "npsv",   "bcr",    "pvc_pence", "roi", "net_budget_impact_pence",
                                         "fiscal", "revenue" };
  g_autoptr (Answer) line = NULL, npsv = NULL;

  cli_write_file (cli, "example.json", example);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (JsonNode) root = ASK ("explain", "example.json", figures[i]);
      JsonObject *tree = json_object_get_object_member (json_node_get_object (root), "trace");

      g_assert_cmpfloat_with_epsilon (work_out (tree), number (tree, "value"), 1e-6);
    }
  line = cli_run (cli, "explain", "example.json", "line-year", "--line=fewer admissions", "--year=2018/19",
                  NULL);
  g_assert_cmpint (line->code, ==, 0);
  g_assert_true (g_str_has_prefix (
      line->out, "£165,882.60 in 2018/19: 1,200 people × 60% engaged × 20% impact × (1 − 25% deadweight) × "
                 "£1,807.00 × (1 − 15% for grade 4).\n"));
  npsv = cli_run (cli, "explain", "example.json", "npsv", NULL);
  g_assert_nonnull (strstr (npsv->out, "Amount in 2017/18: £150,000.00\n"));
  cli_expect (cli, 2, "There is no figure “wish”", "explain", "example.json", "wish", NULL);
  cli_expect (cli, 2, "--year needs", "explain", "example.json", "year-cost", NULL);
  cli_expect (cli, 2, "--year needs", "explain", "example.json", "year-cost", "--year=5", NULL);
  cli_expect (cli, 2, "--organisation has to name", "explain", "example.json", "organisation-net", NULL);
  cli_expect (cli, 1, "No organisation", "explain", "example.json", "organisation-net", "--organisation=X",
              NULL);
  cli_expect (cli, 1, "No line", "explain", "example.json", "line", "--line=X", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/appraise/file", test_file);
  CLI_TEST ("/appraise/choices", test_choices);
  CLI_TEST ("/appraise/bad", test_bad);
  CLI_TEST ("/appraise/pipe", test_pipe);
  CLI_TEST ("/appraise/undefined", test_undefined);
  CLI_TEST ("/appraise/factors", test_factors);
  CLI_TEST ("/appraise/case", test_case);
  CLI_TEST ("/appraise/explain", test_explain);
  return g_test_run ();
}
