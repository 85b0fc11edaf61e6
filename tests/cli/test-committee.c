/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

/* An answer of a council's web service: a meeting of one committee with two items. */
static char *
make_meeting (const char *body, const char *date, const char *venue)
{
  return g_strdup_printf (
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<meeting>\n"
      "<meetingid>1%.2s</meetingid><meetingdate>%s</meetingdate><meetingstatus>Confirmed</meetingstatus>\n"
      "<meetingtime>2.00 pm</meetingtime><meetinglocation>%s</meetinglocation>\n"
      "%s%s%s<agendaitems>\n"
      "<agendaitem><agendaitemid>71</agendaitemid><agendaitemtitle>Minutes</agendaitemtitle>\n"
      "<fulldisplaynumberformat>1.</fulldisplaynumberformat><agendaitemnumber>1</agendaitemnumber>\n"
      "<minutesnonemptyhtmlbody>&lt;p&gt;RESOLVED that the minutes be signed.&lt;/p&gt;"
      "</minutesnonemptyhtmlbody></agendaitem>\n"
      "<agendaitem><agendaitemid>72</agendaitemid><agendaitemtitle>Harbour Programme</agendaitemtitle>\n"
      "<fulldisplaynumberformat>2.</fulldisplaynumberformat><agendaitemnumber>2</agendaitemnumber>\n"
      "<agendatext>&lt;p&gt;A report on the Night Service.&lt;/p&gt;</agendatext></agendaitem>\n"
      "</agendaitems></meeting>\n",
      date + 3, date, venue, body != NULL ? "<committeetitle>" : "", body != NULL ? body : "",
      body != NULL ? "</committeetitle>" : "");
}

static void
write_meeting (Cli *cli, const char *file, const char *body, const char *date, const char *venue)
{
  g_autofree char *text = make_meeting (body, date, venue);

  cli_write_file (cli, file, text);
}

/* The report of an import that answers with a code. */
static JsonObject *
import (Cli *cli, int code, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (Answer) answer = NULL;
  g_autoptr (JsonNode) root = NULL;
  va_list list;

  g_ptr_array_add (arguments, "--workspace=test.accord");
  g_ptr_array_add (arguments, "--json");
  g_ptr_array_add (arguments, "import");
  g_ptr_array_add (arguments, "committee");
  va_start (list, code);
  for (char *one = va_arg (list, char *); one != NULL; one = va_arg (list, char *))
    g_ptr_array_add (arguments, one);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  answer = cli_runv (cli, (const char *const *) arguments->pdata);
  g_test_message ("%s%s", answer->out, answer->err);
  g_assert_cmpint (answer->code, ==, code);
  root = answer_json (answer);
  return json_object_ref (json_node_get_object (root));
}

static guint
count (Cli *cli, const char *kind)
{
  g_autoptr (JsonArray) records = cli_ask (cli, "list", kind, NULL);

  return json_array_get_length (records);
}

static void
assert_counts (JsonObject *report, guint added, guint updated, guint same)
{
  g_assert_cmpint (json_object_get_int_member (report, "added"), ==, added);
  g_assert_cmpint (json_object_get_int_member (report, "updated"), ==, updated);
  g_assert_cmpint (json_object_get_int_member (report, "same"), ==, same);
}

static void
test_import (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) first = NULL, again = NULL, changed = NULL, meeting = NULL;
  guint n_records;

  cli_init (cli);
  write_meeting (cli, "page.xml", "Joint Board", "04/06/2019", "The Town Hall");
  first = import (cli, 0, "page.xml", NULL);
  n_records = json_object_get_int_member (first, "added");
  g_assert_cmpuint (n_records, >=, 5);
  g_assert_cmpuint (count (cli, "item"), ==, 2);
  meeting = cli_ask_one (cli, "show", "meeting", "1", NULL);
  g_assert_cmpstr (json_object_get_string_member (meeting, "date"), ==, "2019-06-04");
  g_assert_cmpstr (json_object_get_string_member (meeting, "venue"), ==, "The Town Hall");
  again = import (cli, 0, "page.xml", NULL);
  assert_counts (again, 0, 0, n_records);
  write_meeting (cli, "page.xml", "Joint Board", "04/06/2019", "The Library");
  changed = import (cli, 0, "page.xml", NULL);
  assert_counts (changed, 0, 2, n_records - 2);
  g_assert_cmpuint (count (cli, "meeting"), ==, 1);
  g_assert_cmpuint (count (cli, "source"), ==, 1);
  cli_do (cli, "undo", NULL);
  cli_do (cli, "undo", NULL);
  g_assert_cmpuint (count (cli, "meeting"), ==, 0);
  g_assert_cmpuint (count (cli, "body"), ==, 0);
  assert_sound (cli);
}

static void
test_missing (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) given = NULL, meeting = NULL;

  cli_init (cli);
  write_meeting (cli, "page.xml", NULL, "04/06/2019", "The Town Hall");
  cli_expect (cli, 1, "give it with --body", "import", "committee", "page.xml", NULL);
  cli_expect (cli, 2, "", "import", "committee", "page.xml", "--body=Joint Board", "--date=no day", NULL);
  cli_expect (cli, 2, "is no form of a page", "import", "committee", "page.xml", "--form=cake", NULL);
  cli_expect (cli, 2, "A file is missing", "import", "committee", NULL);
  cli_expect (cli, 2, "--fund means nothing", "import", "committee", "--fund=1", "page.xml", NULL);
  cli_expect (cli, 1, "", "import", "committee", "--body=99", "page.xml", NULL);
  g_assert_cmpuint (count (cli, "source"), ==, 0);
  given = import (cli, 0, "--body=Joint Board", "page.xml", NULL);
  meeting = cli_ask_one (cli, "show", "meeting", "1", NULL);
  g_assert_cmpstr (json_object_get_string_member (meeting, "name"), ==, "Joint Board");
  /* What was said once of a page need not be said again. */
  cli_do (cli, "import", "committee", "page.xml", NULL);
  g_assert_cmpuint (count (cli, "meeting"), ==, 1);
  assert_sound (cli);
}

/* Two councils have a body of the same name: nobody guesses which one is meant. */
static void
test_two_bodies (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) report = NULL, meeting = NULL;

  cli_init (cli);
  cli_do (cli, "add", "organisation", "name=Northport Council", "type=council", NULL);
  cli_do (cli, "add", "organisation", "name=Southport Council", "type=council", NULL);
  cli_do (cli, "add", "body", "name=Cabinet", "organisation=Northport Council", NULL);
  cli_do (cli, "add", "body", "name=Cabinet", "organisation=Southport Council", NULL);
  write_meeting (cli, "page.xml", "Cabinet", "04/06/2019", "The Town Hall");
  cli_expect (cli, 1, "give the number", "import", "committee", "page.xml", NULL);
  cli_expect (cli, 1, "give the number", "import", "committee", "--body=Cabinet", "page.xml", NULL);
  report = import (cli, 0, "--body=2", "page.xml", NULL);
  meeting = cli_ask_one (cli, "show", "meeting", "1", NULL);
  g_assert_cmpuint (count (cli, "body"), ==, 2);
  cli_do (cli, "import", "committee", "page.xml", NULL);
  g_assert_cmpuint (count (cli, "meeting"), ==, 1);
  assert_sound (cli);
}

static void
test_several (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) report = NULL;

  cli_init (cli);
  write_meeting (cli, "june.xml", "Joint Board", "04/06/2019", "The Town Hall");
  cli_write_file (cli, "cake.txt", "Cakes were sold on Tuesday.\n");
  write_meeting (cli, "july.xml", "Joint Board", "02/07/2019", "The Town Hall");
  report = import (cli, 1, "june.xml", "nowhere.xml", "cake.txt", "july.xml", NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (report, "pages")), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (report, "rejected")), ==, 2);
  g_assert_cmpuint (count (cli, "meeting"), ==, 2);
  g_assert_cmpuint (count (cli, "body"), ==, 1);
  cli_do (cli, "undo", NULL);
  g_assert_cmpuint (count (cli, "meeting"), ==, 0);
  cli_do (cli, "import", "committee", "--others", "cake.txt", NULL);
  g_assert_cmpuint (count (cli, "source"), ==, 1);
  g_assert_cmpuint (count (cli, "meeting"), ==, 0);
  assert_sound (cli);
}

static void
test_dry_run (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) report = NULL;
  g_autoptr (Answer) words = NULL;

  cli_init (cli);
  write_meeting (cli, "page.xml", "Joint Board", "04/06/2019", "The Town Hall");
  report = import (cli, 0, "--dry-run", "page.xml", NULL);
  g_assert_cmpint (json_object_get_int_member (report, "added"), >=, 5);
  g_assert_cmpuint (count (cli, "source"), ==, 0);
  words = cli_run (cli, "import", "committee", "--dry-run", "page.xml", NULL);
  g_assert_nonnull (strstr (words->out, "+ Meeting: Joint Board"));
  cli_expect (cli, 1, "nothing to undo", "undo", NULL);
  assert_sound (cli);
}

static void
test_read (Cli *cli, gconstpointer data)
{
  const char *const arguments[] = { "--json", "read", "committee", "page.xml", "--body=Joint Board", NULL };
  const char *const plain[] = { "read", "committee", "page.xml", NULL };
  g_autoptr (Answer) answer = NULL, words = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *page;

  write_meeting (cli, "page.xml", NULL, "04/06/2019", "The Town Hall");
  answer = cli_runv (cli, arguments);
  g_assert_cmpstr (answer->err, ==, "");
  g_assert_cmpint (answer->code, ==, 0);
  root = answer_json (answer);
  page = json_node_get_object (root);
  g_assert_cmpstr (json_object_get_string_member (page, "body"), ==, "Joint Board");
  g_assert_cmpstr (json_object_get_string_member (page, "date"), ==, "2019-06-04");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (page, "items")), ==, 2);
  words = cli_runv (cli, plain);
  g_assert_cmpint (words->code, ==, 0);
  g_assert_nonnull (strstr (words->out, "2. Harbour Programme"));
  g_assert_nonnull (strstr (words->out, "not on the page"));
  cli_expect (cli, 2, "cannot be read", "read", "payments", "page.xml", NULL);
  cli_expect (cli, 3, "cannot be opened", "read", "committee", "nowhere.xml", NULL);
}

/* A page from a pipe is read as a file is. */
static void
test_pipe (Cli *cli, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher =
      cli_launcher (cli, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *page = make_meeting ("Joint Board", "04/06/2019", "The Town Hall");
  g_autofree char *out = NULL;

  cli_init (cli);
  process = g_subprocess_launcher_spawn (launcher, &error, cli_program (), "--workspace=test.accord",
                                         "import", "committee", "-", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, page, NULL, &out, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_nonnull (strstr (out, "standard input"));
  g_assert_cmpuint (count (cli, "item"), ==, 2);
}

/* Whenever an import is killed, all of its pages are there or none. */
static void
test_killed (Cli *cli, gconstpointer data)
{
  const guint n = 40;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  gint64 longest = 0;
  guint n_killed = 0;

  cli_init (cli);
  g_ptr_array_add (arguments, g_strdup (cli_program ()));
  g_ptr_array_add (arguments, g_strdup ("--workspace=test.accord"));
  g_ptr_array_add (arguments, g_strdup ("import"));
  g_ptr_array_add (arguments, g_strdup ("committee"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *date = g_strdup_printf ("%02u/06/%u", i % 28 + 1, 2000 + i);
      char *file = g_strdup_printf ("page-%u.xml", i);
      g_autofree char *body = g_strdup_printf ("Board %u", i);

      write_meeting (cli, file, body, date, "The Town Hall");
      g_ptr_array_add (arguments, file);
    }
  g_ptr_array_add (arguments, NULL);
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (GSubprocessLauncher) launcher = cli_launcher (cli, G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
      const gint64 start = g_get_monotonic_time ();
      g_autoptr (GSubprocess) process =
          g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, NULL);
      guint n_meetings;

      /* The moment of the kill is what is tested, so it is drawn and not waited for. */
      if (i > 0)
        g_usleep (g_test_rand_int_range (0, longest));
      if (i > 0)
        g_subprocess_force_exit (process);
      g_assert_true (g_subprocess_wait (process, NULL, NULL));
      longest = i == 0 ? g_get_monotonic_time () - start : longest;
      n_killed += g_subprocess_get_if_signaled (process);
      assert_sound (cli);
      n_meetings = count (cli, "meeting");
      g_assert_true (n_meetings == 0 || n_meetings == n);
      if (n_meetings > 0)
        cli_do (cli, "undo", NULL);
    }
  g_assert_cmpuint (n_killed, >, 0);
}

/* Of which case a caveat is, a person says where the page does not; read again, it is still that one. */
static void
test_case (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) caveats = NULL;
  JsonObject *one;

  cli_init (cli);
  cli_do (cli, "add", "case", "name=Night Service", "stage=outline", "status=draft", NULL);
  cli_write_file (
      cli, "page.txt",
      "Agenda and minutes\n\nCabinet - Wednesday, 12th July, 2017 6.00 pm\n\nItems\nNo. Item\n\n1.\n\n"
      "Outline Business Case\n\nMinutes:\n\nRESOLVED – (1) That the Outline Business Case be endorsed, "
      "subject to the following caveats:-\n\n(i) the need to focus on\n\n·         quality of care\n\n"
      "·         prevention\n\n(2) That the report be noted.\n");
  json_object_unref (import (cli, 0, "page.txt", NULL));
  caveats = cli_ask (cli, "list", "caveat", NULL);
  g_assert_cmpuint (json_array_get_length (caveats), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      json_object_unref (import (cli, 0, "--case=Night Service", "page.txt", NULL));
      g_clear_pointer (&caveats, json_array_unref);
      caveats = cli_ask (cli, "list", "caveat", NULL);
      g_assert_cmpuint (json_array_get_length (caveats), ==, 2);
    }
  one = json_array_get_object_element (caveats, 0);
  g_assert_cmpstr (json_object_get_string_member (one, "group"), ==, "the need to focus on");
  cli_expect (cli, 1, "Day Service", "import", "committee", "--case=Day Service", "page.txt", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/committee/import", test_import);
  CLI_TEST ("/cli/committee/missing", test_missing);
  CLI_TEST ("/cli/committee/two-bodies", test_two_bodies);
  CLI_TEST ("/cli/committee/several", test_several);
  CLI_TEST ("/cli/committee/dry-run", test_dry_run);
  CLI_TEST ("/cli/committee/read", test_read);
  CLI_TEST ("/cli/committee/pipe", test_pipe);
  CLI_TEST ("/cli/committee/case", test_case);
  CLI_TEST ("/cli/committee/killed", test_killed);
  return g_test_run ();
}
