/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include <glib/gstdio.h>

static char *
read_workspace (Cli *cli, gsize *length)
{
  char *bytes;

  g_assert_true (g_file_get_contents (cli->workspace, &bytes, length, NULL));
  return bytes;
}

static void
write_workspace (Cli *cli, const char *bytes, gsize length)
{
  g_assert_true (g_file_set_contents (cli->workspace, bytes, length, NULL));
}

static void
expect_refused (Cli *cli)
{
  cli_expect (cli, 3, "test.accord", "list", "fund", NULL);
  cli_expect (cli, 3, "test.accord", "add", "fund", "name=A", "type=grant", NULL);
  cli_expect (cli, 3, "test.accord", "check", NULL);
}

static void
test_missing (Cli *cli, gconstpointer data)
{
  expect_refused (cli);
  g_assert_false (g_file_test (cli->workspace, G_FILE_TEST_EXISTS));
}

static void
test_folder (Cli *cli, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (cli->workspace, 0700), ==, 0);
  expect_refused (cli);
  cli_expect (cli, 3, "test.accord", "init", NULL);
}

static void
test_noise (Cli *cli, gconstpointer data)
{
  gsize lengths[] = { 0, 1, 15, 16, 99, 100, 4096, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *bytes = g_malloc (lengths[i] + 1);

      for (gsize at = 0; at < lengths[i]; at++)
        bytes[at] = g_test_rand_int ();
      write_workspace (cli, bytes, lengths[i]);
      expect_refused (cli);
    }
}

/* Wherever a workspace is cut short, it is refused or found to be unsound, and never changed. */
static void
test_truncated (Cli *cli, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  cli_init (cli);
  cli_do (cli, "add", "fund", "name=A", "type=grant", NULL);
  bytes = read_workspace (cli, &length);
  for (int i = 0; i < 20; i++)
    {
      gsize kept = g_test_rand_int_range (1, length);
      g_autofree char *after = NULL;
      g_autoptr (Answer) answer = NULL;
      gsize length_after;

      write_workspace (cli, bytes, kept);
      answer = cli_run (cli, "check", NULL);
      g_test_message ("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT ": %s", kept, length, answer->err);
      g_assert_cmpint (answer->code, ==, 3);
      after = read_workspace (cli, &length_after);
      g_assert_cmpmem (after, length_after, bytes, kept);
    }
}

/* Whatever bytes are turned over, the program ends with a code of its own and at most one sentence. */
static void
test_corrupt (Cli *cli, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  cli_init (cli);
  cli_do (cli, "add", "fund", "name=A", "type=grant", "description=Some words to be found", NULL);
  bytes = read_workspace (cli, &length);
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *broken = g_memdup2 (bytes, length);
      g_autoptr (Answer) listed = NULL;
      g_autoptr (Answer) checked = NULL;

      for (int n = g_test_rand_int_range (1, 400); n > 0; n--)
        broken[g_test_rand_int_range (i % 2 == 0 ? 0 : 100, length)] = g_test_rand_int ();
      write_workspace (cli, broken, length);
      listed = cli_run (cli, "list", "fund", NULL);
      checked = cli_run (cli, "check", NULL);
      g_test_message ("%d %s %d %s", listed->code, listed->err, checked->code, checked->err);
      g_assert_cmpint (listed->code, >=, 0);
      g_assert_cmpint (checked->code, >=, 0);
      if (listed->code != 0)
        g_assert_true (g_str_has_prefix (listed->err, "accordctl: "));
    }
}

static void
test_newer (Cli *cli, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  cli_init (cli);
  bytes = read_workspace (cli, &length);
  /* The user version, at 60 in the header of an SQLite file. */
  bytes[60] = 0x7f;
  write_workspace (cli, bytes, length);
  cli_expect (cli, 3, "newer", "list", "fund", NULL);
  cli_expect (cli, 3, "newer", "add", "fund", "name=A", "type=grant", NULL);
}

static void
test_another_database (Cli *cli, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  cli_init (cli);
  bytes = read_workspace (cli, &length);
  memset (bytes + 68, 0, 4);
  write_workspace (cli, bytes, length);
  expect_refused (cli);
}

static void
test_init_refuses (Cli *cli, gconstpointer data)
{
  g_autofree char *text = NULL;

  cli_write_file (cli, "test.accord", "precious");
  cli_expect (cli, 3, "test.accord", "init", NULL);
  cli_expect (cli, 3, "test.accord", "init", "--sample", NULL);
  g_assert_true (g_file_get_contents (cli->workspace, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "precious");
}

/* Runs it as nobody, for whom permissions are real even when the tests run as root. */
static Answer *
run_as_nobody (Cli *cli, const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher =
      cli_launcher (cli, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  Answer *answer = g_new0 (Answer, 1);

  if (getuid () == 0)
    for (const char *const *at =
             (const char *[]){ "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", NULL };
         *at != NULL; at++)
      g_ptr_array_add (argv, (gpointer) *at);
  g_ptr_array_add (argv, (gpointer) cli_program ());
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, NULL);
  g_assert_nonnull (process);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &answer->out, &answer->err, NULL));
  answer->code = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  return answer;
}

static gboolean
nobody_can_run (Cli *cli)
{
  g_autofree char *setpriv = g_find_program_in_path ("setpriv");
  g_autoptr (Answer) answer = NULL;

  if (getuid () == 0 && setpriv == NULL)
    return FALSE;
  answer = run_as_nobody (cli, (const char *[]){ "--version", NULL });
  return answer->code == 0;
}

static void
test_read_only (Cli *cli, gconstpointer data)
{
  const char *const list[] = { "--workspace=test.accord", "list", "fund", NULL };
  const char *const add[] = { "--workspace=test.accord", "add", "fund", "name=B", "type=grant", NULL };
  const char *const make[] = { "init", "other.accord", NULL };
  g_autoptr (Answer) listed = NULL;
  g_autoptr (Answer) added = NULL;
  g_autoptr (Answer) made = NULL;

  cli_init (cli);
  cli_do (cli, "add", "fund", "name=A", "type=grant", NULL);
  g_assert_cmpint (g_chmod (cli->workspace, 0444), ==, 0);
  g_assert_cmpint (g_chmod (cli->folder, 0555), ==, 0);
  if (!nobody_can_run (cli))
    {
      g_test_skip ("nobody else can be asked to run the program here");
      return;
    }
  listed = run_as_nobody (cli, list);
  added = run_as_nobody (cli, add);
  made = run_as_nobody (cli, make);
  g_assert_cmpint (g_chmod (cli->folder, 0755), ==, 0);
  g_test_message ("%s%s%s", listed->err, added->err, made->err);
  g_assert_cmpint (listed->code, ==, 0);
  g_assert_nonnull (strstr (listed->out, "A"));
  g_assert_cmpint (added->code, ==, 3);
  g_assert_true (g_str_has_prefix (added->err, "accordctl: "));
  g_assert_cmpint (made->code, ==, 3);
}

/* A disk of a few megabytes: what does not fit is refused as a whole, and what was there is still there. */
static void
test_full_disk (Cli *cli, gconstpointer data)
{
  g_autofree char *disk = cli_path (cli, "disk");
  g_autofree char *words = g_strnfill (100000, 'w');
  g_autofree char *note = g_strconcat ("description=", words, NULL);
  g_autofree char *bystander = g_build_filename (disk, "other.accord", NULL);
  int code = 0;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("tmpfs", disk, "tmpfs", 0, "size=3m") != 0)
    {
      g_test_skip ("no small disk can be mounted here");
      return;
    }
  g_free (cli->workspace);
  cli->workspace = g_build_filename (disk, "test.accord", NULL);
  cli_init (cli);
  cli_do (cli, "add", "fund", "name=First", "type=grant", NULL);
  for (int i = 0; i < 100 && code == 0; i++)
    {
      g_autoptr (Answer) answer = cli_run (cli, "add", "fund", "name=Big", "type=grant", note, NULL);

      code = answer->code;
      g_test_message ("%d %s", answer->code, answer->err);
    }
  g_assert_cmpint (code, ==, 3);
  {
    g_autoptr (JsonArray) first = cli_ask (cli, "list", "fund", "--where", "name=First", NULL);

    g_assert_cmpuint (json_array_get_length (first), ==, 1);
  }
  assert_sound (cli);
  cli_expect (cli, 3, "", "backup", bystander, NULL);
  g_assert_false (g_file_test (bystander, G_FILE_TEST_EXISTS));
  g_assert_cmpint (umount (disk), ==, 0);
}

static void
add_many (Cli *cli, guint n)
{
  g_autoptr (GString) csv = g_string_new ("Date,Supplier,Amount\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (csv, "%02u/04/2019,Supplier number %u,%u.50\n", i % 28 + 1, i, i + 1);
  cli_write_file (cli, "many.csv", csv->str);
  cli_do (cli, "import", "payments", "many.csv", NULL);
}

/* Reads a few bytes of a long answer and goes away. */
static void
test_reader_goes (Cli *cli, gconstpointer data)
{
  const char *const options[] = { "--no-option", "--json" };

  cli_init (cli);
  add_many (cli, 5000);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (GSubprocessLauncher) launcher =
          cli_launcher (cli, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
      g_autoptr (GSubprocess) process =
          g_subprocess_launcher_spawn (launcher, NULL, cli_program (), "--workspace=test.accord", "list",
                                       "payment", i == 0 ? NULL : options[i], NULL);
      g_autoptr (GBytes) err = NULL;
      char some[10];

      g_assert_true (g_input_stream_read_all (g_subprocess_get_stdout_pipe (process), some, sizeof some, NULL,
                                              NULL, NULL));
      g_assert_true (g_input_stream_close (g_subprocess_get_stdout_pipe (process), NULL, NULL));
      err = g_input_stream_read_bytes (g_subprocess_get_stderr_pipe (process), 1000, NULL, NULL);
      g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
      g_assert_cmpuint (g_bytes_get_size (err), ==, 0);
    }
}

static void
test_full_output (Cli *cli, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (cli, G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *err = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full here");
      return;
    }
  cli_init (cli);
  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  process =
      g_subprocess_launcher_spawn (launcher, NULL, cli_program (), "--workspace=test.accord", "kinds", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 3);
  g_assert_true (g_str_has_prefix (err, "accordctl: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/files/missing", test_missing);
  CLI_TEST ("/cli/files/folder", test_folder);
  CLI_TEST ("/cli/files/noise", test_noise);
  CLI_TEST ("/cli/files/truncated", test_truncated);
  CLI_TEST ("/cli/files/corrupt", test_corrupt);
  CLI_TEST ("/cli/files/newer", test_newer);
  CLI_TEST ("/cli/files/another-database", test_another_database);
  CLI_TEST ("/cli/files/init-refuses", test_init_refuses);
  CLI_TEST ("/cli/files/read-only", test_read_only);
  CLI_TEST ("/cli/files/full-disk", test_full_disk);
  CLI_TEST ("/cli/files/reader-goes", test_reader_goes);
  CLI_TEST ("/cli/files/full-output", test_full_output);
  return g_test_run ();
}
