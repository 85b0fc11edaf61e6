/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static JsonObject *
overview_of (Cli *cli, JsonNode **node, const char *today, const char *since)
{
  g_autoptr (Answer) answer = cli_run (cli, "overview", "--json", today, since, NULL);

  g_assert_cmpint (answer->code, ==, 0);
  *node = answer_json (answer);
  return json_node_get_object (*node);
}

static void
test_day (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL, later = NULL;
  JsonObject *overview;

  cli_init (cli);
  cli_do (cli, "add", "action", "text=Report back", "due=1 June 2019", "state=open", NULL);
  overview = overview_of (cli, &node, "--today=1 June 2019", NULL);
  g_assert_cmpstr (json_object_get_string_member (overview, "today"), ==, "2019-06-01");
  g_assert_cmpint (json_object_get_int_member (overview, "actions_open"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (overview, "actions_overdue"), ==, 0);

  overview = overview_of (cli, &later, "--today=2019-06-02", NULL);
  g_assert_cmpint (json_object_get_int_member (overview, "actions_overdue"), ==, 1);
}

static void
test_since (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL, later = NULL;
  g_autofree char *since = NULL;
  JsonObject *overview;
  gint64 last;

  cli_init (cli);
  cli_do (cli, "add", "fund", "name=One", "type=grant", NULL);
  overview = overview_of (cli, &node, NULL, NULL);
  last = json_object_get_int_member (overview, "last_change");
  g_assert_cmpint (json_object_get_int_member (overview, "changes_since"), ==, 1);

  cli_do (cli, "add", "fund", "name=Two", "type=grant", NULL);
  since = g_strdup_printf ("--since=%" G_GINT64_FORMAT, last);
  overview = overview_of (cli, &later, since, NULL);
  g_assert_cmpint (json_object_get_int_member (overview, "changes_since"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (overview, "last_change"), ==, last + 1);
}

static void
test_text (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) empty = NULL, filled = NULL;

  cli_init (cli);
  empty = cli_run (cli, "overview", NULL);
  g_assert_cmpint (empty->code, ==, 0);
  g_assert_nonnull (strstr (empty->out, "Nothing is on record yet."));

  cli_do (cli, "add", "question", "text=Is every partner sustainable?", NULL);
  filled = cli_run (cli, "overview", NULL);
  g_assert_nonnull (strstr (filled->out, "Questions without an answer"));
  g_assert_nonnull (strstr (filled->out, "Is every partner sustainable?"));
}

static void
test_wrong (Cli *cli, gconstpointer data)
{
  cli_init (cli);
  cli_expect (cli, 2, "soon", "overview", "--today=soon", NULL);
  cli_expect (cli, 2, "not the number of a change", "overview", "--since=yesterday", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/overview/day", test_day);
  CLI_TEST ("/overview/since", test_since);
  CLI_TEST ("/overview/text", test_text);
  CLI_TEST ("/overview/wrong", test_wrong);
  return g_test_run ();
}
