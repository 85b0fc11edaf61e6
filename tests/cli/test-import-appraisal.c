/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

static const char whole[] =
    "{\"title\": \"Neighbourhood team\", \"base_year\": 2017, \"horizon\": 5, \"schedule\": \"standard\","
    " \"costs\": [{\"name\": \"Team\", \"organisation\": \"Council\", \"kind\": \"revenue\", \"grade\": 3,"
    "   \"amounts_pence\": {\"0\": 15000000, \"1\": 15000000, \"2\": 15000000}}],"
    " \"outcomes\": [{\"name\": \"Fewer admissions\", \"need\": 1200, \"engagement\": 0.6, \"impact\": 0.2,"
    "   \"deadweight\": 0.25, \"unit_value_pence\": 180700, \"lag_years\": 1, \"drop_off\": 0.1, \"grade\": "
    "4,"
    "   \"cashable\": 0.5, \"class\": \"fiscal\", \"gains\": {\"Trust\": 0.6, \"Council\": 0.4}}],"
    " \"scenarios\": [{\"name\": \"Half\", \"changes\": [{\"line\": \"Fewer admissions\", \"field\": "
    "\"engagement\","
    "   \"multiply\": 0.5}]}]}";

static char *
begin (Cli *cli)
{
  cli_init (cli);
  cli_do (cli, "add", "organisation", "name=Council", NULL);
  cli_do (cli, "add", "case", "name=Neighbourhood Model", NULL);
  cli_write_file (cli, "whole.json", whole);
  return cli_path (cli, "whole.json");
}

/* What stands in the file stands in the workspace: found by name where it was there, made where not. */
static void
test_kept (Cli *cli, gconstpointer data)
{
  g_autofree char *path = begin (cli);
  g_autoptr (JsonObject) made =
      cli_ask_one (cli, "import", "appraisal", path, "--case", "Neighbourhood Model", NULL);
  g_autoptr (JsonArray) gains = NULL, organisations = NULL;
  g_autoptr (JsonObject) scenario = NULL;

  g_assert_cmpint (json_object_get_int_member (made, "lines"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (made, "organisations"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (made, "scenarios"), ==, 1);
  gains = cli_ask (cli, "list", "gain", NULL);
  g_assert_cmpuint (json_array_get_length (gains), ==, 2);
  organisations = cli_ask (cli, "list", "organisation", NULL);
  g_assert_cmpuint (json_array_get_length (organisations), ==, 2);
  scenario = cli_ask_one (cli, "show", "scenario", "1", NULL);
  g_assert_true (g_str_has_suffix (json_object_get_string_member (scenario, "changes"), " engagement × 0.5"));
  cli_do (cli, "undo", NULL);
  g_clear_pointer (&gains, json_array_unref);
  gains = cli_ask (cli, "list", "gain", NULL);
  g_assert_cmpuint (json_array_get_length (gains), ==, 0);
  assert_sound (cli);
}

/* An appraisal that is there stays unless it is said that it may go. */
static void
test_again (Cli *cli, gconstpointer data)
{
  g_autofree char *path = begin (cli);
  g_autoptr (JsonArray) costs = NULL;

  cli_do (cli, "import", "appraisal", path, "--case", "Neighbourhood Model", NULL);
  cli_expect (cli, 1, "has an appraisal already", "import", "appraisal", path, "--case",
              "Neighbourhood Model", NULL);
  cli_do (cli, "import", "appraisal", path, "--case", "Neighbourhood Model", "--update", NULL);
  costs = cli_ask (cli, "list", "cost", NULL);
  g_assert_cmpuint (json_array_get_length (costs), ==, 1);
  assert_sound (cli);
}

/* Each is one sentence that says where, and the workspace is as it was. */
static void
test_refused (Cli *cli, gconstpointer data)
{
  static const struct
  {
    const char *was;
    const char *is;
    const char *complaint;
  } wrong[] = {
    { "\"Trust\": 0.6", "\"Trust\": 0.5", "Fewer admissions" },
    { "\"need\": 1200", "\"need\": -1", "need" },
    { "\"engagement\": 0.6", "\"engagement\": 1.6", "ngagement" },
    { "\"horizon\": 5", "\"horizon\": 0", "whole.json: horizon: " },
    { "\"grade\": 4", "\"grade\": 9", "Fewer admissions" },
    { "\"1\": 15000000", "\"1\": 9223372036854775807", "costs[0].amounts_pence.1 (“" },
    { "\"base_year\": 2017, ", "", "year 0" },
  };
  g_autofree char *path = begin (cli);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (GStrv) parts = g_strsplit (whole, wrong[i].was, 2);
      g_autofree char *text = g_strjoinv (wrong[i].is, parts);
      g_autoptr (JsonArray) costs = NULL;

      cli_write_file (cli, "whole.json", text);
      g_test_message ("%s", wrong[i].is);
      cli_expect (cli, 1, wrong[i].complaint, "import", "appraisal", path, "--case", "Neighbourhood Model",
                  NULL);
      costs = cli_ask (cli, "list", "cost", NULL);
      g_assert_cmpuint (json_array_get_length (costs), ==, 0);
    }
  cli_expect (cli, 2, "--case", "import", "appraisal", path, NULL);
  cli_write_file (cli, "whole.json", "{\"flows_pence\": [-100, 50]}");
  cli_expect (cli, 1, "bare series", "import", "appraisal", path, "--case", "Neighbourhood Model", NULL);
  assert_sound (cli);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CLI_TEST ("/import-appraisal/kept", test_kept);
  CLI_TEST ("/import-appraisal/again", test_again);
  CLI_TEST ("/import-appraisal/refused", test_refused);

  return g_test_run ();
}
