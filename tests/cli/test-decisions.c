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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/decisions/matrix", test_matrix);
  return g_test_run ();
}
