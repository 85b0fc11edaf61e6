/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static void
add_place (Cli *cli)
{
  cli_init (cli);
  cli_do (cli, "add", "organisation", "name=Bury Council", "type=council", NULL);
  cli_do (cli, "add", "organisation", "name=Persona", "type=company", NULL);
  cli_do (cli, "add", "organisation", "name=Pennine Care", "type=nhs-trust", NULL);
}

static const char *
title_at (JsonArray *pins, guint index)
{
  return json_object_get_string_member (json_array_get_object_element (pins, index), "title");
}

static void
test_pins (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) none = NULL;
  g_autoptr (JsonArray) two = NULL;
  g_autoptr (JsonArray) one = NULL;
  g_autoptr (Answer) table = NULL;

  add_place (cli);
  none = cli_ask (cli, "pins", NULL);
  g_assert_cmpuint (json_array_get_length (none), ==, 0);

  cli_do (cli, "pin", "organisation", "2", NULL);
  cli_do (cli, "save", "Names with P", "organisation", "--where", "name~P", "--sort", "-name", NULL);
  two = cli_ask (cli, "pins", NULL);
  g_assert_cmpuint (json_array_get_length (two), ==, 2);
  g_assert_cmpstr (title_at (two, 0), ==, "Persona");
  g_assert_cmpstr (title_at (two, 1), ==, "Names with P");

  table = cli_run (cli, "pins", NULL);
  g_assert_cmpint (table->code, ==, 0);
  g_assert_nonnull (strstr (table->out, "saved search"));

  cli_do (cli, "unpin", "persona", NULL);
  one = cli_ask (cli, "pins", NULL);
  g_assert_cmpuint (json_array_get_length (one), ==, 1);
  cli_expect (cli, 1, "called “persona”", "unpin", "persona", NULL);
  assert_sound (cli);
}

static void
test_saved_search (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) all = NULL;
  g_autoptr (JsonArray) narrowed = NULL;

  add_place (cli);
  cli_do (cli, "save", "Names with P", "organisations", "--where", "name~P", "--sort", "-name", NULL);
  cli_do (cli, "pin", "organisation", "1", NULL);

  all = cli_ask (cli, "list", "--saved", "names with p", NULL);
  g_assert_cmpuint (json_array_get_length (all), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (all, 0), "name"), ==,
                   "Persona");
  narrowed =
      cli_ask (cli, "list", "organisation", "--saved", "Names with P", "--where", "type=nhs-trust", NULL);
  g_assert_cmpuint (json_array_get_length (narrowed), ==, 1);

  cli_expect (cli, 2, "list KIND", "list", NULL);
  cli_expect (cli, 2, "does not list", "list", "fund", "--saved", "Names with P", NULL);
  cli_expect (cli, 2, "no saved search", "list", "--saved", "Bury Council", NULL);
  cli_expect (cli, 1, "called “Nothing”", "list", "--saved", "Nothing", NULL);
  cli_expect (cli, 2, "no field", "save", "x", "organisation", "--where", "nonsense=1", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CLI_TEST ("/cli/pins/pins", test_pins);
  CLI_TEST ("/cli/pins/saved-search", test_saved_search);

  return g_test_run ();
}
