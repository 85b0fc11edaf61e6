/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

static gint64
change_at (JsonArray *changes, guint index)
{
  return json_object_get_int_member (json_array_get_object_element (changes, index), "change");
}

static void
test_go_back (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) changes = NULL, found = NULL, one = NULL;
  g_autoptr (JsonObject) record = NULL, forward = NULL;
  g_autofree char *number = NULL;

  cli_init (cli);
  cli_do (cli, "add", "fund", "name=The fund", "amount=£1", NULL);
  cli_do (cli, "set", "fund", "1", "amount=£2", "description=Heywood", NULL);
  changes = cli_ask (cli, "changes", NULL);
  g_assert_cmpuint (json_array_get_length (changes), ==, 2);
  found = cli_ask (cli, "changes", "--search", "heywood", NULL);
  g_assert_cmpuint (json_array_get_length (found), ==, 1);
  g_assert_cmpint (change_at (found, 0), ==, change_at (changes, 0));
  one = cli_ask (cli, "changes", "--limit", "1", NULL);
  g_assert_cmpuint (json_array_get_length (one), ==, 1);

  number = g_strdup_printf ("%" G_GINT64_FORMAT, change_at (changes, 1));
  cli_do (cli, "go-back", "fund", "1", number, NULL);
  record = cli_ask_one (cli, "show", "fund", "1", NULL);
  g_assert_cmpint (json_object_get_int_member (record, "amount_pence"), ==, 100);
  g_assert_true (json_object_get_null_member (record, "description"));
  cli_do (cli, "undo", NULL);
  forward = cli_ask_one (cli, "show", "fund", "1", NULL);
  g_assert_cmpint (json_object_get_int_member (forward, "amount_pence"), ==, 200);
  assert_sound (cli);
}

static void
test_refused (Cli *cli, gconstpointer data)
{
  cli_init (cli);
  cli_do (cli, "add", "fund", "name=The fund", NULL);
  cli_do (cli, "add", "fund", "name=Another", NULL);
  cli_expect (cli, 2, "“then”", "go-back", "fund", "1", "then", NULL);
  cli_expect (cli, 1, "not in the workspace at that time", "go-back", "fund", "2", "1", NULL);
  cli_expect (cli, 1, "77", "go-back", "fund", "77", "1", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CLI_TEST ("/cli/changes/go-back", test_go_back);
  CLI_TEST ("/cli/changes/refused", test_refused);

  return g_test_run ();
}
