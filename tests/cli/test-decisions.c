/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static JsonObject *
find_named (JsonArray *array, const char *name)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (strcmp (json_object_get_string_member (object, "name"), name) == 0)
        return object;
    }
  g_error ("Nothing is named “%s”", name);
}

static void
test_matrix (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) cases = NULL, late = NULL;
  g_autoptr (Answer) words = NULL;
  JsonObject *one, *cell;

  cli_init (cli);
  cli_do (cli, "add", "case", "name=Enablers", "stage=outline", "status=draft", NULL);
  cli_do (cli, "add", "body", "name=Cabinet", NULL);
  cli_do (cli, "add", "endorsement", "who=Cabinet", "body=Cabinet", "cases=Enablers",
          "outcome=endorsed-with-caveats", "date=2017-07-12", NULL);
  cli_do (cli, "add", "endorsement", "who=the Trust", "cases=Enablers", "outcome=to-come",
          "date=1 October 2017", NULL);
  cli_do (cli, "add", "caveat", "text=quality of care", "cases=Enablers", "raised-by=Cabinet", NULL);

  cases = cli_ask (cli, "matrix", "--today=2017-10-01", NULL);
  one = find_named (cases, "Enablers");
  g_assert_cmpint (json_object_get_int_member (one, "asked"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (one, "endorsed"), ==, 1);
  cell = find_named (json_object_get_array_member (one, "bodies"), "Cabinet");
  g_assert_cmpint (json_object_get_int_member (cell, "caveats_open"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (cell, "latest"), "date"), ==,
                   "2017-07-12");
  cell = find_named (json_object_get_array_member (one, "bodies"), "The Trust");
  g_assert_true (json_object_get_boolean_member (cell, "awaited"));
  g_assert_false (json_object_get_boolean_member (cell, "late"));

  late = cli_ask (cli, "matrix", "--today=2017-10-02", NULL);
  cell = find_named (json_object_get_array_member (find_named (late, "Enablers"), "bodies"), "The Trust");
  g_assert_true (json_object_get_boolean_member (cell, "late"));

  words = cli_run (cli, "matrix", NULL);
  g_assert_cmpint (words->code, ==, 0);
  g_assert_nonnull (strstr (words->out, "Endorsed by 1 of 2"));
  g_assert_nonnull (strstr (words->out, "1 open caveat"));
  cli_expect (cli, 2, "yesterday", "matrix", "--today=yesterday", NULL);
}

static void
test_evaluation (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) one = NULL;
  g_autoptr (Answer) words = NULL;
  g_autofree char *pdf = cli_path (cli, "evaluation.pdf");
  g_autofree char *csv = cli_path (cli, "evaluation.csv");
  JsonArray *findings;
  JsonObject *finding;

  cli_init (cli);
  cli_do (cli, "add", "programme", "name=Reform", NULL);
  cli_do (cli, "add", "workstream", "name=Resilience", "programme=Reform", "type=workstream", NULL);
  cli_do (cli, "add", "finding", "text=Pace and agility", "type=strength", "programme=Reform", "year=2016/17",
          NULL);
  one = cli_ask_one (cli, "evaluation", "Reform", NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (one, "workstreams")), ==, 1);
  findings = json_object_get_array_member (one, "findings");
  g_assert_cmpuint (json_array_get_length (findings), ==, 1);
  finding = json_array_get_object_element (findings, 0);
  g_assert_cmpstr (json_object_get_string_member (finding, "year"), ==, "2016/17");
  g_assert_false (json_object_get_boolean_member (finding, "in_text"));

  words = cli_run (cli, "evaluation", "Reform", NULL);
  g_assert_nonnull (strstr (words->out, "Reform: Evaluation of 2016/17"));
  g_assert_nonnull (strstr (words->out, "Strengths"));
  cli_do (cli, "evaluation", "Reform", "-o", pdf, NULL);
  g_assert_true (g_file_test (pdf, G_FILE_TEST_IS_REGULAR));
  cli_expect (cli, 2, "does not end in .pdf", "evaluation", "Reform", "-o", csv, NULL);
  cli_expect (cli, 1, "nowhere", "evaluation", "nowhere", NULL);
}

static void
test_matrix_files (Cli *cli, gconstpointer data)
{
  g_autofree char *pdf = cli_path (cli, "matrix.PDF");
  g_autofree char *csv = cli_path (cli, "matrix.csv");
  g_autofree char *text = NULL;

  cli_init (cli);
  cli_do (cli, "add", "case", "name=Enablers", "stage=outline", "status=draft", NULL);
  cli_do (cli, "matrix", "--output", pdf, NULL);
  cli_do (cli, "matrix", "-o", csv, NULL);
  g_assert_true (g_file_test (pdf, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_get_contents (csv, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Enablers,,Outline Business Case,0,0"));
  cli_expect (cli, 2, "neither", "matrix", "-o", "matrix.doc", NULL);
}

static void
test_accountability (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) all = NULL;
  g_autoptr (JsonObject) one = NULL;
  g_autoptr (Answer) words = NULL;

  cli_init (cli);
  cli_do (cli, "add", "body", "name=Cabinet", NULL);
  cli_do (cli, "add", "body", "name=Board", "accountable-to=Cabinet", NULL);
  all = cli_ask (cli, "accountability", NULL);
  g_assert_cmpuint (json_array_get_length (all), ==, 2);
  one = cli_ask_one (cli, "accountability", "Board", NULL);
  g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (one, "accountable_to"), "name"), ==,
      "Cabinet");
  words = cli_run (cli, "accountability", "Cabinet", NULL);
  g_assert_nonnull (strstr (words->out, "Whom it answers to is not known."));
  g_assert_nonnull (strstr (words->out, "no decision on record"));
  cli_expect (cli, 1, "nowhere", "accountability", "nowhere", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/decisions/matrix", test_matrix);
  CLI_TEST ("/cli/decisions/matrix-files", test_matrix_files);
  CLI_TEST ("/cli/decisions/evaluation", test_evaluation);
  CLI_TEST ("/cli/decisions/accountability", test_accountability);
  return g_test_run ();
}
