/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEGABYTE (1024 * 1024)

static void
add_case (Cli *cli)
{
  cli_init (cli);
  cli_do (cli, "add", "case", "name=Neighbourhood Model", "stage=outline", "status=endorsed-with-caveats",
          NULL);
}

static void
test_case (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) one = NULL;
  JsonObject *endorsement, *caveat;

  add_case (cli);
  cli_do (cli, "add", "endorsement", "who=Cabinet", "cases=1", "outcome=endorsed-with-caveats",
          "date=2017-07-12", NULL);
  cli_do (cli, "add", "endorsement", "who=the Boards", "cases=1", "outcome=to-come", NULL);
  cli_do (cli, "add", "caveat", "text=quality of care", "group=the need to focus on", "number=5", "cases=1",
          "state=open", "due=2017-08-01", NULL);
  one = cli_ask_one (cli, "case", "Neighbourhood Model", NULL);
  g_assert_cmpstr (json_object_get_string_member (one, "stage"), ==, "outline");
  g_assert_cmpint (json_object_get_int_member (one, "endorsed"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (one, "still_to_come"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (one, "caveats_open"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (one, "caveats_overdue"), ==, 1);
  endorsement = json_array_get_object_element (json_object_get_array_member (one, "endorsements"), 0);
  g_assert_cmpstr (json_object_get_string_member (endorsement, "who"), ==, "Cabinet");
  caveat = json_array_get_object_element (json_object_get_array_member (one, "caveats"), 0);
  g_assert_cmpstr (json_object_get_string_member (caveat, "group"), ==, "the need to focus on");
  g_assert_true (json_object_get_boolean_member (caveat, "overdue"));
  cli_expect (cli, 1, "nowhere", "case", "nowhere", NULL);
}

static void
test_attach (Cli *cli, gconstpointer data)
{
  g_autofree char *in = cli_path (cli, "The case.txt"), *out = cli_path (cli, "out.txt"), *bytes = NULL;
  g_autofree char *same = cli_path (cli, "same.txt"), *missing = cli_path (cli, "missing.txt");
  g_autoptr (JsonObject) document = NULL;

  add_case (cli);
  cli_write_file (cli, "The case.txt", "What it proposes");
  cli_write_file (cli, "same.txt", "What it proposes");
  cli_do (cli, "attach", "case", "Neighbourhood Model", in, same, NULL);
  document = cli_ask_one (cli, "show", "document", "1", NULL);
  g_assert_cmpstr (json_object_get_string_member (document, "name"), ==, "The case");
  g_assert_cmpint (json_object_get_int_member (document, "size"), ==, strlen ("What it proposes"));
  cli_do (cli, "extract", "The case", out, NULL);
  g_assert_true (g_file_get_contents (out, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "What it proposes");
  cli_expect (cli, 3, "out.txt", "extract", "The case", out, NULL);
  cli_expect (cli, 3, "missing.txt", "attach", "case", "1", missing, NULL);
  cli_expect (cli, 2, "claim", "attach", "claim", "1", in, NULL);
  assert_sound (cli);
}

/* A pipe lets a test hold the program in the middle of a file. */
static void
test_killed (Cli *cli, gconstpointer data)
{
  g_autofree char *pipe = cli_path (cli, "slow.bin"), *bytes = g_malloc0 (MEGABYTE);
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) program = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonArray) documents = NULL;
  gssize written = 0;
  int fd;

  add_case (cli);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  launcher = cli_launcher (cli, G_SUBPROCESS_FLAGS_NONE);
  program = g_subprocess_launcher_spawn (launcher, &error, cli_program (), "attach", "case", "1", pipe, NULL);
  g_assert_no_error (error);
  fd = open (pipe, O_WRONLY);
  g_assert_cmpint (fd, >=, 0);
  for (guint i = 0; i < 3; i++)
    for (gssize at = 0; at < MEGABYTE; at += written)
      {
        written = write (fd, bytes + at, MEGABYTE - at);
        g_assert_cmpint (written, >, 0);
      }
  g_subprocess_send_signal (program, SIGKILL);
  g_assert_true (g_subprocess_wait (program, NULL, NULL));
  close (fd);
  documents = cli_ask (cli, "list", "document", NULL);
  g_assert_cmpuint (json_array_get_length (documents), ==, 0);
  assert_sound (cli);
  /* It goes on as if nothing had been. */
  cli_write_file (cli, "a.txt", "a");
  {
    g_autofree char *a = cli_path (cli, "a.txt");

    cli_do (cli, "attach", "case", "1", a, NULL);
  }
  assert_sound (cli);
}

static void
test_two_at_once (Cli *cli, gconstpointer data)
{
  GSubprocess *programs[4];
  g_autoptr (JsonArray) documents = NULL;

  add_case (cli);
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *path = cli_path (cli, name);
      g_autoptr (GSubprocessLauncher) launcher = cli_launcher (cli, G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
      g_autoptr (GError) error = NULL;

      cli_write_file (cli, name, i % 2 == 0 ? "the same" : name);
      programs[i] =
          g_subprocess_launcher_spawn (launcher, &error, cli_program (), "attach", "case", "1", path, NULL);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_assert_true (g_subprocess_wait_check (programs[i], NULL, NULL));
      g_object_unref (programs[i]);
    }
  documents = cli_ask (cli, "list", "document", NULL);
  g_assert_cmpuint (json_array_get_length (documents), ==, G_N_ELEMENTS (programs));
  assert_sound (cli);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CLI_TEST ("/cli/attach/case", test_case);
  CLI_TEST ("/cli/attach/in-and-out", test_attach);
  CLI_TEST ("/cli/attach/killed", test_killed);
  CLI_TEST ("/cli/attach/two-at-once", test_two_at_once);

  return g_test_run ();
}
