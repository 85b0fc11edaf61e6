/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#define ROW(code, name, closed)                                                                              \
  "\"" code "\",\"" name                                                                                     \
  "\",\"Y62\",\"Q84\",\"1 HIGH STREET\",\"\",\"\",\"BURY\",\"\",\"BL9 0SW\",\"19740401\",\"" closed          \
  "\",\"A\",\"B\",\"00V\",\"20130401\",\"\",\"\",\"\",\"\",\"\",\"0\",\"\",\"00X\",\"\",\"4\",\"\"\r\n"

/* With a rejected row the answer comes all the same, and the exit code says that not all was well. */
static JsonArray *
import_again (Cli *cli, const char *path)
{
  g_autoptr (Answer) answer = cli_run (cli, "--json", "import", "organisations", "--known", path, NULL);
  g_autoptr (JsonNode) node = answer_json (answer);

  g_assert_cmpint (answer->code, ==, 1);
  return json_array_ref (json_node_get_array (node));
}

static void
test_import (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "epraccur.csv");
  g_autoptr (JsonArray) first = NULL, organisations = NULL, pairs = NULL;
  g_autoptr (Answer) answer = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *one;

  cli_init (cli);
  cli_do (cli, "add", "organisation", "name=North Surgery", "type=gp-practice", NULL);
  g_file_set_contents (path,
                       ROW ("P1001", "NORTH SURGERY", "") ROW ("P1002", "SOUTH SURGERY", "20190331") "x\r\n",
                       -1, &error);
  g_assert_no_error (error);
  answer = cli_run (cli, "import", "organisations", path, NULL);
  g_assert_cmpint (answer->code, ==, 1);
  g_assert_nonnull (strstr (answer->out, "Line 3: The row has 1 column"));
  g_assert_nonnull (strstr (answer->out, "2 added"));
  organisations = cli_ask (cli, "list", "organisation", NULL);
  g_assert_cmpuint (json_array_get_length (organisations), ==, 3);
  first = import_again (cli, path);
  one = json_array_get_object_element (first, 0);
  g_assert_cmpint (json_object_get_int_member (one, "same"), ==, 2);
  pairs = cli_ask (cli, "duplicates", NULL);
  g_assert_cmpuint (json_array_get_length (pairs), ==, 1);
  cli_do (cli, "merge", "organisation", "2", "1", NULL);
  g_clear_pointer (&pairs, json_array_unref);
  pairs = cli_ask (cli, "duplicates", "organisation", NULL);
  g_assert_cmpuint (json_array_get_length (pairs), ==, 0);
  cli_expect (cli, 2, "--fund means nothing", "import", "organisations", "--fund", "1", path, NULL);
  cli_expect (cli, 3, "cannot be opened", "import", "organisations", "/nowhere/etr.csv", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/organisations/import", test_import);
  return g_test_run ();
}
