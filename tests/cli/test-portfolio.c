/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static JsonObject *
ask (Cli *cli, const char *first, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (Answer) answer = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  va_list more;

  g_ptr_array_add (words, (gpointer) first);
  va_start (more, first);
  for (const char *word = va_arg (more, const char *); word != NULL; word = va_arg (more, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (more);
  g_ptr_array_add (words, (gpointer) "--json");
  g_ptr_array_add (words, NULL);
  answer = cli_runv (cli, (const char *const *) words->pdata);
  g_assert_cmpint (answer->code, ==, 0);
  json_parser_load_from_data (parser, answer->out, -1, &error);
  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static void
test_checklist (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) before = NULL, after = NULL, back = NULL;
  g_autoptr (Answer) words = NULL;

  cli_init (cli);
  cli_do (cli, "add", "case", "name=Home first", "stage=outline", "status=draft",
          "strategic=# Scope\nFive wards.\n", NULL);
  before = ask (cli, "checklist", "Home first", NULL);
  g_assert_cmpint (json_object_get_int_member (before, "written"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (before, "answered"), ==, 0);
  after = ask (cli, "checklist", "Home first", "--answer=strategic-scope=partly", "--note=One is missing.",
               "--reviewer=Cabinet", "--date=2019-04-01", NULL);
  g_assert_cmpint (json_object_get_int_member (after, "answered"), ==, 1);
  words = cli_run (cli, "checklist", "Home first", NULL);
  g_assert_nonnull (strstr (words->out, "Partly met, Cabinet, 1 Apr 2019 – One is missing."));
  back = ask (cli, "checklist", "Home first", "--answer=strategic-scope=", NULL);
  g_assert_cmpint (json_object_get_int_member (back, "answered"), ==, 0);
  cli_expect (cli, 2, "is no answer", "checklist", "Home first", "--answer=strategic-weather=met", NULL);
  cli_expect (cli, 2, "is no answer", "checklist", "Home first", "--answer=strategic-scope=perhaps", NULL);
  cli_expect (cli, 2, "--answer is missing", "checklist", "Home first", "--note=Alone", NULL);
  cli_expect (cli, 1, "nowhere", "checklist", "nowhere", NULL);
}

static void
test_portfolio (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) open = NULL, limited = NULL;

  cli_init (cli);
  cli_do (cli, "add", "case", "name=Home first", "stage=outline", "status=draft", NULL);
  open = ask (cli, "portfolio", NULL);
  g_assert_cmpstr (json_object_get_string_member (open, "status"), ==, "no-limit");
  g_assert_true (json_object_get_null_member (open, "limit_pence"));
  limited = ask (cli, "portfolio", "--limit=100000", "--year=2019/20=5000", "--must=Home first", NULL);
  g_assert_cmpint (json_object_get_int_member (limited, "limit_pence"), ==, 100000);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (limited, "chosen")), ==, 0);
  g_assert_cmpstr (
      json_object_get_string_member (
          json_array_get_object_element (json_object_get_array_member (limited, "cases"), 0), "standing"),
      ==, "no-appraisal");
  cli_expect (cli, 2, "whole pence", "portfolio", "--limit=lots", NULL);
  cli_expect (cli, 2, "whole pence", "portfolio", "--limit=-1", NULL);
  cli_expect (cli, 2, "2019/20=PENCE", "portfolio", "--limit=1", "--year=2019", NULL);
  cli_expect (cli, 2, "cannot both", "portfolio", "--limit=1", "--must=Home first", "--exclude=Home first",
              NULL);
  cli_expect (cli, 1, "nowhere", "portfolio", "--limit=1", "--must=nowhere", NULL);
}

static void
test_benefits (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) bare = NULL;

  cli_init (cli);
  cli_do (cli, "add", "case", "name=Home first", "stage=outline", "status=draft", NULL);
  cli_do (cli, "add", "benefit", "measure=Fewer falls", "case=Home first", "realised=2019/20 12.50", NULL);
  bare = ask (cli, "benefits", "Home first", NULL);
  g_assert_cmpstr (json_object_get_string_member (bare, "problem"), ==, "The case has no appraisal yet.");
  g_assert_true (json_object_get_null_member (bare, "realised_bcr"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (bare, "benefits")), ==, 1);
  cli_expect (cli, 3, "no appraisal yet", "benefits", "Home first", "--update", NULL);
  cli_expect (cli, 2, "neither", "benefits", "Home first", "-o", "benefits.doc", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/portfolio/checklist", test_checklist);
  CLI_TEST ("/cli/portfolio/portfolio", test_portfolio);
  CLI_TEST ("/cli/portfolio/benefits", test_benefits);
  return g_test_run ();
}
