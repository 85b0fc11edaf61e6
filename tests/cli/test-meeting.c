/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meetings on the command line. */
#include "fixture.h"

#include <string.h>

static JsonObject *
element (JsonObject *object, const char *member, guint index)
{
  return json_array_get_object_element (json_object_get_array_member (object, member), index);
}

static void
add_meeting (Cli *cli)
{
  cli_init (cli);
  cli_do (cli, "add", "source", "title=Minutes page", "type=committee-page", NULL);
  cli_do (cli, "add", "meeting", "name=Cabinet", "date=2017-07-12", "source=1", NULL);
  cli_do (cli, "add", "item", "title=Café rents", "number=5", "position=1", "meeting=1", "source=1",
          "minutes=The café was discussed – at length. RESOLVED that rents stay. The officer will write",
          NULL);
  cli_do (cli, "add", "item", "title=Any other business", "number=6", "position=2", "meeting=1",
          "minutes=None raised", NULL);
  cli_do (cli, "add", "resolution", "text=rents stay", "type=resolution", "meeting=1", "item=1", "source=1",
          "passage=RESOLVED that  rents stay.", NULL);
  cli_do (cli, "add", "action", "text=Write to tenants", "owner=The officer", "state=open", "meeting=1",
          "item=1", "due=2017-08-01", "source=1", "passage=Words that nobody wrote in these minutes", NULL);
}

/* The place of a passage is in characters of the text that is told with it. */
static void
test_meeting (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) meeting = NULL;
  JsonObject *item, *passage, *lost, *owed;
  const char *text, *start, *end;
  g_autofree char *words = NULL;

  add_meeting (cli);
  meeting = cli_ask_one (cli, "meeting", "Cabinet", NULL);
  g_assert_cmpint (json_object_get_int_member (meeting, "items_on_agenda"), ==, 2);
  item = element (meeting, "items", 0);
  text = json_object_get_string_member (item, "text");
  passage = element (item, "passages", 0);
  start = g_utf8_offset_to_pointer (text, json_object_get_int_member (passage, "start"));
  end = g_utf8_offset_to_pointer (text, json_object_get_int_member (passage, "end"));
  words = g_strndup (start, end - start);
  g_assert_cmpstr (words, ==, "RESOLVED that rents stay.");
  g_assert_cmpstr (json_object_get_string_member (passage, "match"), ==, "like");
  g_assert_cmpstr (json_object_get_string_member (element (passage, "records", 0), "kind"), ==, "resolution");
  lost = element (item, "passages", 1);
  g_assert_cmpstr (json_object_get_string_member (lost, "match"), ==, "not-found");
  g_assert_true (json_object_get_null_member (lost, "start"));
  g_assert_cmpint (json_object_get_int_member (item, "records_not_found"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (element (meeting, "items", 1), "outcome"), ==,
                   "None raised");
  owed = element (meeting, "owed", 0);
  g_assert_cmpstr (json_object_get_string_member (owed, "owner"), ==, "The officer");
  g_assert_cmpstr (json_object_get_string_member (element (owed, "actions", 0), "due"), ==, "2017-08-01");
}

static void
test_meeting_text (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) told = NULL;

  add_meeting (cli);
  told = cli_run (cli, "meeting", "1", NULL);
  g_assert_cmpint (told->code, ==, 0);
  g_assert_nonnull (strstr (told->out, "5  Café rents: 1 decision, 1 action"));
  g_assert_nonnull (strstr (told->out, "Resolution 1: rents stay"));
  g_assert_nonnull (strstr (told->out, "The officer: Write to tenants"));
  cli_expect (cli, 1, "meeting", "meeting", "Parliament", NULL);
}

static void
test_passage (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) passage = NULL;
  g_autoptr (JsonObject) lost = NULL;
  g_autoptr (Answer) told = NULL;

  add_meeting (cli);
  passage = cli_ask_one (cli, "passage", "resolution", "rents stay", NULL);
  g_assert_cmpstr (json_object_get_string_member (passage, "before"), ==,
                   "The café was discussed – at length.");
  g_assert_cmpstr (json_object_get_string_member (passage, "words"), ==, "RESOLVED that rents stay.");
  g_assert_cmpstr (json_object_get_string_member (passage, "after"), ==, "The officer will write");
  g_assert_cmpstr (json_object_get_string_member (passage, "in_kind"), ==, "item");
  g_assert_cmpint (json_object_get_int_member (passage, "start"), ==, 36);
  lost = cli_ask_one (cli, "passage", "action", "1", NULL);
  g_assert_cmpstr (json_object_get_string_member (lost, "match"), ==, "not-found");
  g_assert_cmpstr (json_object_get_string_member (lost, "words"), ==,
                   "Words that nobody wrote in these minutes");
  told = cli_run (cli, "passage", "resolution", "1", NULL);
  g_assert_nonnull (strstr (told->out, "> RESOLVED that rents stay."));
  cli_expect (cli, 2, "nonsense", "passage", "nonsense", "1", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/meeting/json", test_meeting);
  CLI_TEST ("/cli/meeting/text", test_meeting_text);
  CLI_TEST ("/cli/meeting/passage", test_passage);
  return g_test_run ();
}
