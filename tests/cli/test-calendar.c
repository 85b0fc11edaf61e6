/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static void
add_some (Cli *cli)
{
  cli_init (cli);
  cli_do (cli, "add", "organisation", "name=A Council", "type=council", "call-in-days=5",
          "call-in-counting=clear-working-days", "call-in-signatories=3", NULL);
  cli_do (cli, "add", "body", "name=Cabinet", "organisation=A Council", NULL);
  cli_do (cli, "add", "meeting", "name=Cabinet in July", "body=Cabinet", "date=2017-07-12", "time=6.00 pm",
          NULL);
  cli_do (cli, "add", "decision", "title=To go on", "body=Cabinet", "date=2017-07-12", "published=2017-07-12",
          "call-in=yes", NULL);
  cli_do (cli, "add", "milestone", "name=Boards decide", "date-words=late 2017", "status=planned", NULL);
  cli_do (cli, "add", "milestone", "name=Some day", "date-words=in October", "status=planned", NULL);
}

static JsonArray *
entries_of (Cli *cli, JsonNode **node, const char *first, const char *second)
{
  g_autoptr (Answer) answer = cli_run (cli, "calendar", "--json", first, second, NULL);

  g_assert_cmpint (answer->code, ==, 0);
  *node = answer_json (answer);
  return json_object_get_array_member (json_node_get_object (*node), "entries");
}

static const char *
member (JsonArray *entries, guint index, const char *name)
{
  return json_object_get_string_member_with_default (json_array_get_object_element (entries, index), name,
                                                     NULL);
}

static void
test_days (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonNode) all = NULL, july = NULL, later = NULL;
  JsonArray *entries;

  add_some (cli);
  entries = entries_of (cli, &all, NULL, NULL);
  g_assert_cmpuint (json_array_get_length (entries), ==, 3);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (all), "undated"), ==, 1);
  entries = entries_of (cli, &july, "--from=1 July 2017", "--until=31/07/2017");
  g_assert_cmpuint (json_array_get_length (entries), ==, 2);
  g_assert_cmpstr (member (entries, 0, "what"), ==, "meeting");
  g_assert_cmpstr (member (entries, 0, "time"), ==, "6.00 pm");
  g_assert_cmpstr (member (entries, 1, "what"), ==, "call-in-ends");
  g_assert_cmpstr (member (entries, 1, "from"), ==, "2017-07-19");
  entries = entries_of (cli, &later, "--from=2017-12-31", NULL);
  g_assert_cmpuint (json_array_get_length (entries), ==, 1);
  g_assert_cmpstr (member (entries, 0, "words"), ==, "late 2017");
  g_assert_false (json_object_get_boolean_member (json_array_get_object_element (entries, 0), "exact"));
}

static void
test_text (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) all = NULL, none = NULL;

  add_some (cli);
  all = cli_run (cli, "calendar", "--today=2017-07-14", NULL);
  g_assert_cmpint (all->code, ==, 0);
  g_assert_nonnull (
      strstr (all->out, "Wed 12 Jul 2017  Meeting: Cabinet in July, 6.00 pm — Cabinet, A Council\n"));
  g_assert_nonnull (strstr (all->out, "Wed 19 Jul 2017  Last day for call-in: To go on"));
  g_assert_nonnull (strstr (all->out, "1 more is stated without a year"));
  none = cli_run (cli, "calendar", "--from=2090-01-01", NULL);
  g_assert_nonnull (strstr (none->out, "There is nothing in the calendar for these days."));
}

static void
test_file (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "all.ics");
  g_autofree char *option = g_strconcat ("--ics=", path, NULL);
  g_autofree char *text = NULL;
  g_autoptr (Answer) answer = NULL;

  add_some (cli);
  answer = cli_run (cli, "calendar", option, NULL);
  g_assert_cmpint (answer->code, ==, 0);
  g_assert_nonnull (strstr (answer->out, "(events: 2)"));
  g_assert_nonnull (strstr (answer->out, "Left out 2 whose days are not known."));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "DTSTART;TZID=Europe/London:20170712T180000\r\n"));
}

static void
test_decision (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) answer = NULL, told = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *call_in;

  add_some (cli);
  answer = cli_run (cli, "decision", "To go on", "--today=2017-07-14", "--json", NULL);
  g_assert_cmpint (answer->code, ==, 0);
  node = answer_json (answer);
  call_in = json_object_get_object_member (json_node_get_object (node), "call_in");
  g_assert_cmpstr (json_object_get_string_member (call_in, "state"), ==, "open");
  g_assert_cmpstr (json_object_get_string_member (call_in, "last"), ==, "2017-07-19");
  g_assert_cmpstr (json_object_get_string_member (call_in, "carried_out"), ==, "2017-07-20");
  g_assert_cmpint (json_object_get_int_member (call_in, "signatories"), ==, 3);
  told = cli_run (cli, "decision", "1", "--today=2017-07-20", NULL);
  g_assert_nonnull (strstr (told->out, "Closed after Wed 19 Jul 2017"));
  g_assert_nonnull (strstr (told->out, "does not say whether it is a key decision"));
  cli_expect (cli, 1, "99", "decision", "99", NULL);
}

static void
test_wrong (Cli *cli, gconstpointer data)
{
  cli_init (cli);
  cli_expect (cli, 2, "soon", "calendar", "--from=soon", NULL);
  cli_expect (cli, 2, "before the first", "calendar", "--from=2017-07-12", "--until=2017-07-11", NULL);
  cli_expect (cli, 3, "all.ics", "calendar", "--ics=/nowhere/at/all.ics", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/calendar/days", test_days);
  CLI_TEST ("/calendar/text", test_text);
  CLI_TEST ("/calendar/file", test_file);
  CLI_TEST ("/calendar/decision", test_decision);
  CLI_TEST ("/calendar/wrong", test_wrong);
  return g_test_run ();
}
