/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "server.h"

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

/* The register, as far as it knows anything. */
static void
answer (Request *request, gpointer data)
{
  if (g_str_has_suffix (request->path, "/P1001"))
    request_answer (request, "200 OK", "Content-Type: application/json\r\n",
                    "{\"Organisation\":{\"Name\":\"NORTH SURGERY\",\"OrgId\":{\"extension\":\"P1001\"},"
                    "\"Date\":[{\"Type\":\"Operational\",\"Start\":\"1974-04-01\",\"End\":\"2024-03-31\"}],"
                    "\"Status\":\"Inactive\"}}");
  else
    request_answer (request, "404 Not Found", "Content-Type: text/html\r\n", "<html>Sorry</html>");
}

/* The register is asked about each organisation with a code; one that it does not know is told. */
static void
test_live (Cli *cli, gconstpointer data)
{
  g_autoptr (Server) server = server_new (answer, NULL);
  g_autofree char *service = server_address (server, "/ORD/2-0-0/organisations");
  g_autofree char *one = server_address (server, "/ORD/2-0-0/organisations/P1001");
  g_autoptr (Answer) known = NULL;
  g_autoptr (JsonObject) record = NULL;

  cli_init (cli);
  cli_expect (cli, 2, "--known", "import", "organisations", NULL);
  cli_expect (cli, 1, "has an ODS code", "import", "organisations", "--known", service, NULL);
  cli_do (cli, "add", "organisation", "name=North Surgery", "type=gp-practice", "ods-code=P1001", NULL);
  cli_do (cli, "add", "organisation", "name=Lost Surgery", "type=gp-practice", "ods-code=P9999", NULL);
  known = cli_run (cli, "import", "organisations", "--known", service, NULL);
  g_assert_cmpint (known->code, ==, 1);
  g_assert_nonnull (strstr (known->out, "1 updated"));
  g_assert_nonnull (strstr (known->out, "P9999"));
  g_assert_cmpuint (server_most_at_once (server), ==, 1);
  record = cli_ask_one (cli, "show", "organisation", "1", NULL);
  g_assert_cmpstr (json_object_get_string_member (record, "closed"), ==, "2024-03-31");
  cli_do (cli, "import", "organisations", one, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/organisations/import", test_import);
  CLI_TEST ("/cli/organisations/live", test_live);
  return g_test_run ();
}
