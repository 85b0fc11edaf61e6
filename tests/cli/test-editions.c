/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#define COSTS                                                                                                \
  "Code,Description,Unit,Cost,Price year,Agency\nHE1,Attendance,Each,100,2003/04,NHS\n"                      \
  "HE2,=cmd,Each,\"1,000.50\",2009,Council\n"

static const char *
get (JsonArray *array, guint index, const char *member)
{
  return json_object_get_string_member (json_array_get_object_element (array, index), member);
}

static void
test_import (Cli *cli, gconstpointer data)
{
  g_autofree char *schedule = cli_path (cli, "rates.csv"), *bad = cli_path (cli, "bad.csv");
  g_autoptr (JsonArray) dry = NULL, first = NULL, again = NULL, editions = NULL;
  g_autoptr (Answer) words = NULL;
  JsonObject *made;

  cli_init (cli);
  cli_write_file (cli, "rates.csv", "years,standard,health\n1-30,3.50%,1.50%\n31+,3.00%,1.29%\n");
  cli_write_file (cli, "bad.csv", "years,standard\n1-30,3.50%\n40+,3.00%\n");
  dry = cli_ask (cli, "import", "editions", "--dry-run", schedule, NULL);
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (dry, 0), "new"), ==, 2);
  g_assert_true (json_object_get_null_member (json_array_get_object_element (dry, 0), "change"));
  first = cli_ask (cli, "import", "editions", schedule, NULL);
  g_assert_false (json_object_get_null_member (json_array_get_object_element (first, 0), "change"));
  made = json_array_get_object_element (
      json_object_get_array_member (json_array_get_object_element (first, 0), "editions"), 1);
  g_assert_cmpstr (json_object_get_string_member (made, "code"), ==, "health");
  g_assert_cmpint (json_object_get_int_member (made, "figures"), ==, 2);
  again = cli_ask (cli, "import", "editions", schedule, NULL);
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (again, 0), "new"), ==, 0);
  cli_expect (cli, 1, "Line 3", "import", "editions", bad, NULL);
  cli_expect (cli, 2, "Name a file", "import", "editions", NULL);
  cli_expect (cli, 2, "--update", "import", "editions", "--update", schedule, NULL);

  editions = cli_ask (cli, "editions", NULL);
  g_assert_cmpuint (json_array_get_length (editions), ==, 2);
  g_assert_cmpstr (get (editions, 0, "sort"), ==, "schedule");
  words = cli_run (cli, "editions", "Discount rates: health effects", NULL);
  g_assert_cmpint (words->code, ==, 0);
  g_assert_nonnull (strstr (words->out, "1.29"));
  assert_sound (cli);
}

static void
test_unit_costs (Cli *cli, gconstpointer data)
{
  g_autofree char *costs = cli_path (cli, "costs-v1.4.csv"), *prices = cli_path (cli, "prices.csv");
  g_autofree char *out = cli_path (cli, "out.csv"), *written = NULL;
  g_autoptr (JsonArray) found = NULL, all = NULL;
  g_autoptr (Answer) words = NULL;
  JsonObject *line;

  cli_init (cli);
  cli_write_file (cli, "costs-v1.4.csv", COSTS);
  cli_write_file (cli, "prices.csv", "year,gdp deflator\n2003/04,80\n2017/18,100\n");
  cli_do (cli, "import", "unit-costs", costs, NULL);
  cli_do (cli, "import", "editions", prices, NULL);
  cli_expect (cli, 1, "no unit costs", "import", "unit-costs", prices, NULL);
  found = cli_ask (cli, "unit-costs", "attendance", "--prices=2017/18", NULL);
  g_assert_cmpuint (json_array_get_length (found), ==, 1);
  line = json_array_get_object_element (found, 0);
  g_assert_cmpint (json_object_get_int_member (line, "amount_pence"), ==, 10000);
  g_assert_cmpstr (json_object_get_string_member (line, "price_year"), ==, "2003/04");
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (line, "rebased"), "amount_pence"), ==,
      12500);

  /* A calendar year is not re-based by financial years. */
  all = cli_ask (cli, "unit-costs", "--prices=2017/18", NULL);
  g_assert_cmpuint (json_array_get_length (all), ==, 2);
  for (guint i = 0; i < 2; i++)
    if (strcmp (get (all, i, "code"), "HE2") == 0)
      g_assert_true (json_object_get_null_member (json_array_get_object_element (all, i), "rebased"));
  words = cli_run (cli, "unit-costs", "attendance", "--prices=2017/18", NULL);
  g_assert_nonnull (strstr (words->out, "125.00"));
  cli_expect (cli, 2, "zebra", "unit-costs", "--prices=zebra", NULL);

  /* What a spreadsheet would work out is words in a file that leaves the program. */
  cli_do (cli, "export", "unit-cost", out, NULL);
  g_assert_true (g_file_get_contents (out, &written, NULL, NULL));
  g_assert_nonnull (strstr (written, "'=cmd"));
  cli_do (cli, "undo", NULL);
  cli_do (cli, "undo", NULL);
  assert_sound (cli);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/editions/import", test_import);
  CLI_TEST ("/cli/editions/unit-costs", test_unit_costs);
  return g_test_run ();
}
