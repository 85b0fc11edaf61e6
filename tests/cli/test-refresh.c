/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <signal.h>
#include <string.h>

#include "../committee/council.h"

/* A workspace that follows one committee with two meetings, 41 and 42, and the council's site. */
static void
start (Cli *cli, Council *council)
{
  g_autofree char *address = NULL;
  g_autofree char *site = NULL;

  council_add (council, "41", "31", "2019-02-05", "Confirmed",
               "&lt;p&gt;RESOLVED: That the report be noted.&lt;/p&gt;");
  council_add (council, "42", "31", "2019-03-05", "Confirmed", "");
  council_start (council);
  address = council_address (council, "/mgListCommittees.aspx");
  site = g_strconcat ("committee-site=", address, NULL);
  cli_init (cli);
  cli_do (cli, "add", "organisation", "name=Middle Council", "type=council", site, NULL);
  cli_do (cli, "add", "body", "name=Audit Committee", "organisation=Middle Council", "committee-code=31",
          NULL);
}

static JsonObject *
refresh (Cli *cli, int code)
{
  g_autoptr (Answer) answer =
      cli_run (cli, "--json", "refresh", "Middle Council", "--from=2019-01-01", "--until=2019-12-31", NULL);
  g_autoptr (JsonNode) root = NULL;

  g_test_message ("%s%s", answer->out, answer->err);
  g_assert_cmpint (answer->code, ==, code);
  root = answer_json (answer);
  return json_object_ref (json_node_get_object (root));
}

static guint
count_meetings (Cli *cli)
{
  g_autoptr (JsonArray) meetings = cli_ask (cli, "list", "meeting", NULL);

  return json_array_get_length (meetings);
}

static void
test_refresh (Cli *cli, gconstpointer data)
{
  Council council = { .broken = "42", .broken_mood = ERROR_PAGE };
  g_autoptr (JsonObject) first = NULL;
  g_autoptr (Answer) second = NULL;

  start (cli, &council);
  first = refresh (cli, 1);
  g_assert_cmpint (json_object_get_int_member (first, "listed"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (first, "added"), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (first, "failed")), ==, 1);
  g_assert_true (json_object_get_boolean_member (first, "complete"));
  council.broken = NULL;
  second = cli_run (cli, "refresh", "1", "--from=1 January 2019", "--until=31/12/2019", "--all", NULL);
  g_test_message ("%s%s", second->out, second->err);
  g_assert_cmpint (second->code, ==, 0);
  g_assert_nonnull (strstr (second->out, "1 new, 0 updated, 0 unchanged, 1 that needed no fetching"));
  g_assert_cmpuint (count_meetings (cli), ==, 2);
  assert_sound (cli);
  council_stop (&council);
}

/* Killed in the middle, it goes on where it was, and what was kept is whole. */
static void
test_killed (Cli *cli, gconstpointer data)
{
  Council council = { .hang_at = 3 };
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (cli, G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (JsonObject) rest = NULL;

  start (cli, &council);
  process = g_subprocess_launcher_spawn (launcher, NULL, cli_program (), "--workspace=test.accord", "refresh",
                                         "Middle Council", "--from=2019-01-01", "--until=2019-12-31", NULL);
  while (!council_was_asked (&council, "lMeetingId=42"))
    g_usleep (10 * 1000);
  g_subprocess_send_signal (process, SIGKILL);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  assert_sound (cli);
  g_assert_cmpuint (count_meetings (cli), ==, 1);
  council.hang_at = 0;
  council_forget (&council);
  rest = refresh (cli, 0);
  g_assert_cmpint (json_object_get_int_member (rest, "added"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (rest, "skipped"), ==, 1);
  g_assert_false (council_was_asked (&council, "lMeetingId=41"));
  g_assert_cmpuint (count_meetings (cli), ==, 2);
  assert_sound (cli);
  council_stop (&council);
}

/* Ctrl+C ends it by the signal; what was kept is told, and stays. */
static void
test_interrupted (Cli *cli, gconstpointer data)
{
  Council council = { .hang_at = 3 };
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (cli, G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *out = NULL;

  start (cli, &council);
  process = g_subprocess_launcher_spawn (launcher, NULL, cli_program (), "--workspace=test.accord", "refresh",
                                         "Middle Council", "--from=2019-01-01", "--until=2019-12-31", NULL);
  while (!council_was_asked (&council, "lMeetingId=42"))
    g_usleep (10 * 1000);
  g_subprocess_send_signal (process, SIGINT);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_nonnull (strstr (out, "1 new"));
  g_assert_cmpuint (count_meetings (cli), ==, 1);
  council_stop (&council);
}

static void
test_refused (Cli *cli, gconstpointer data)
{
  Council council = { .mood = HAS_NONE };

  start (cli, &council);
  cli_expect (cli, 1, "switched it off", "refresh", "Middle Council", NULL);
  cli_expect (cli, 2, "before the first", "refresh", "Middle Council", "--from=2019-02-01",
              "--until=2019-01-01", NULL);
  cli_do (cli, "add", "organisation", "name=Upper Council", "type=council", NULL);
  cli_expect (cli, 1, "is not known", "refresh", "Upper Council", NULL);
  cli_expect (cli, 1, "", "refresh", "No Council", NULL);
  council_stop (&council);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/refresh/refresh", test_refresh);
  CLI_TEST ("/cli/refresh/killed", test_killed);
  CLI_TEST ("/cli/refresh/interrupted", test_interrupted);
  CLI_TEST ("/cli/refresh/refused", test_refused);
  return g_test_run ();
}
