/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static guint
count_members (Cli *cli, const char *day)
{
  g_autofree char *on = g_strconcat ("--on=", day, NULL);
  g_autoptr (JsonObject) alliance = cli_ask_one (cli, "alliance", "The LCO", on, NULL);

  return json_array_get_length (json_object_get_array_member (alliance, "partners"));
}

static void
test_on_a_day (Cli *cli, gconstpointer data)
{
  cli_init (cli);
  cli_do (cli, "add", "organisation", "name=The LCO", "type=alliance", "role=provider", "opened=2019-04-01",
          NULL);
  cli_do (cli, "add", "organisation", "name=One", "type=council", NULL);
  cli_do (cli, "add", "organisation", "name=Two", "type=company", NULL);
  cli_do (cli, "add", "membership", "organisation=One", "alliance=The LCO", "role=partner", NULL);
  cli_do (cli, "add", "membership", "organisation=Two", "alliance=The LCO", "role=partner", "from=2020-01-01",
          "until=2021-01-01", NULL);
  g_assert_cmpuint (count_members (cli, "2019-03-31"), ==, 0);
  g_assert_cmpuint (count_members (cli, "1 Apr 2019"), ==, 1);
  g_assert_cmpuint (count_members (cli, "2020-01-01"), ==, 2);
  g_assert_cmpuint (count_members (cli, "2021-01-01"), ==, 1);
  cli_expect (cli, 2, "--on", "alliance", "The LCO", "--on=some day", NULL);
  cli_expect (cli, 1, "nobody", "alliance", "nobody", NULL);
}

/* What the documents say of Bury is answered in words. */
static void
test_sample (Cli *cli, gconstpointer data)
{
  static const char *const sentences[] = {
    "Bury Local Care Organisation on 1 Apr 2020: 7 partners",
    "Pennine Care NHS Foundation Trust",
    "Independent Chair LCO",
    "Chief Finance Officer",
    "The Strategic Commissioning Board is accountable to the Cabinet of Bury Council.",
    "Community services: transfer from Pennine Care NHS Foundation Trust to Northern Care Alliance NHS Group",
    "Bury Council stands on both sides.",
  };
  g_autoptr (Answer) answer = NULL;

  cli_do (cli, "init", "--sample", NULL);
  answer = cli_run (cli, "alliance", "Bury Local Care Organisation", "--on=2020-04-01", NULL);
  g_assert_cmpint (answer->code, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (strstr (answer->out, sentences[i]) == NULL)
      g_error ("“%s” is not said in:\n%s", sentences[i], answer->out);
}

/* A board says whom it answers to and what it decided; that nobody knows is said as well. */
static void
test_board (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) answer = NULL, silent = NULL;
  g_autoptr (JsonObject) board = NULL;
  JsonArray *lines;

  cli_do (cli, "init", "--sample", NULL);
  answer = cli_run (cli, "board", "Strategic Commissioning Board", NULL);
  g_assert_cmpint (answer->code, ==, 0);
  g_assert_nonnull (strstr (answer->out, "is accountable to Cabinet (Bury Council)."));
  board = cli_ask_one (cli, "board", "Strategic Commissioning Board", NULL);
  lines = json_object_get_array_member (board, "lines");
  g_assert_cmpuint (json_array_get_length (lines), >=, 3);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (board, "above")), >=, 3);
  cli_do (cli, "add", "body", "name=New board", NULL);
  silent = cli_run (cli, "board", "New board", NULL);
  g_assert_nonnull (strstr (silent->out, "not known"));
  cli_expect (cli, 1, "nowhere", "board", "nowhere", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/alliance/on-a-day", test_on_a_day);
  CLI_TEST ("/cli/alliance/sample", test_sample);
  CLI_TEST ("/cli/alliance/board", test_board);
  return g_test_run ();
}
