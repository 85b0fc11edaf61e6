/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>

/* How often each command is ended. */
#define N_KILLED 4

/* Folders of the test's own, for reading files and keys, and for what is unpacked. */
static char *data_home;
static char *temporary;

static void
make_all (Cli *cli)
{
  g_autofree char *passphrase = cli_path (cli, "passphrase");

  cli_do (cli, "init", "--sample", NULL);
  cli_write_file (cli, "passphrase", "a long enough passphrase\n");
  g_setenv ("ACCORD_PASSPHRASE_FILE", passphrase, TRUE);
  cli_do (cli, "key", "new", "--name", "Bury Council", "--key-file", "council.key", NULL);
  cli_do (cli, "key", "new", "--name", "Bury CCG", "--key-file", "ccg.key", NULL);
  cli_write_file (cli, "comments.json",
                  "[ { \"text\": \"Who runs the front door?\", \"section\": \"economic\" },\n"
                  "  { \"text\": \"Subject to sight of the lease\", \"sort\": \"caveat\" } ]\n");
  cli_do (cli, "pack", "create", "Neighbourhood Model", "--to", "Bury CCG", "--today", "2017-06-01",
          "--key-file", "council.key", "-o", "case.accordpack", NULL);
}

/* Runs a command, and ends it at a moment that is drawn and not waited for. Returns: whether it was ended. */
static gboolean
kill_one (Cli *cli, const char *const *words, gint64 longest)
{
  g_autoptr (GSubprocessLauncher) launcher =
      cli_launcher (cli, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;

  g_ptr_array_add (arguments, (gpointer) cli_program ());
  g_ptr_array_add (arguments, (gpointer) "--workspace=test.accord");
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (arguments, (gpointer) words[i]);
  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, NULL);
  if (longest > 0)
    {
      g_usleep ((gulong) g_test_rand_int_range (0, (gint32) longest));
      g_subprocess_force_exit (process);
    }
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  return g_subprocess_get_if_signaled (process);
}

static gint64
measure (Cli *cli, const char *const *words)
{
  const gint64 start = g_get_monotonic_time ();

  g_assert_false (kill_one (cli, words, 0));
  return g_get_monotonic_time () - start;
}

static guint
count (Cli *cli, const char *kind)
{
  g_autoptr (JsonArray) rows = cli_ask (cli, "list", kind, "--json", NULL);

  return json_array_get_length (rows);
}

/* A file that is there is a whole pack. */
static gboolean
is_whole_or_none (Cli *cli, const char *name)
{
  g_autofree char *path = cli_path (cli, name);
  const char *const words[] = { "pack", "inspect", path, "--json", NULL };
  g_autoptr (Answer) answer = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;
  answer = cli_runv (cli, words);
  g_assert_cmpint (answer->code, ==, 0);
  return TRUE;
}

/* Nothing is in a folder whose name begins so. */
static void
assert_none (const char *folder, const char *beginning)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, beginning))
      g_error ("%s was left in %s", name, folder);
}

/* A case that is sent: the version is kept only where its pack is there, and the workspace is sound. */
static void
test_create (Cli *cli, gconstpointer data)
{
  const char *const words[] = { "pack",       "create",     "Neighbourhood Model", "--to",
                                "Bury CCG",   "--key-file", "council.key",         "--today",
                                "2017-06-02", "-o",         "again.accordpack",    NULL };
  g_autofree char *path = NULL;
  guint n_killed = 0;
  gint64 longest;

  make_all (cli);
  path = cli_path (cli, "again.accordpack");
  longest = measure (cli, words);
  cli_do (cli, "undo", NULL);
  for (guint i = 0; i < N_KILLED; i++)
    {
      const guint before = count (cli, "version");

      g_unlink (path);
      n_killed += kill_one (cli, words, longest);
      assert_sound (cli);
      if (!is_whole_or_none (cli, "again.accordpack"))
        g_assert_cmpuint (count (cli, "version"), ==, before);
    }
  g_assert_cmpuint (n_killed, >, 0);
  assert_none (cli->folder, ".");
}

/* Read and answered: whatever was ended, the next answer is made as if nothing had been. */
static void
test_respond (Cli *cli, gconstpointer data)
{
  const char *const words[] = {
    "pack",    "respond",    "case.accordpack",   "--decision",    "endorse-with-caveats",
    "--today", "2017-06-21", "--comments",        "comments.json", "--key-file",
    "ccg.key", "-o",         "answer.accordpack", "--replace",     NULL
  };
  g_autofree char *reviews = g_build_filename (data_home, "accord", "reviews", NULL), *path = NULL;
  guint n_killed = 0;
  gint64 longest;

  make_all (cli);
  path = cli_path (cli, "answer.accordpack");
  longest = measure (cli, words);
  for (guint i = 0; i < N_KILLED; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (reviews, 0, NULL);
      const char *name;

      /* Every second time it begins without a reading file. */
      while (i % 2 == 0 && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *file = g_build_filename (reviews, name, NULL);

          g_unlink (file);
        }
      g_unlink (path);
      n_killed += kill_one (cli, words, longest);
      is_whole_or_none (cli, "answer.accordpack");
      assert_sound (cli);
    }
  g_assert_cmpuint (n_killed, >, 0);
  measure (cli, words);
  g_assert_true (is_whole_or_none (cli, "answer.accordpack"));
  cli_do (cli, "pack", "merge", "answer.accordpack", "--trust", NULL);
  g_assert_cmpuint (count (cli, "comment"), ==, 2);
  assert_none (temporary, "accord-pack-");
}

/* Taken in: all of it or nothing, at whatever moment it was ended. */
static void
test_merge (Cli *cli, gconstpointer data)
{
  const char *const respond[] = { "pack",
                                  "respond",
                                  "case.accordpack",
                                  "--decision",
                                  "endorse-with-caveats",
                                  "--today",
                                  "2017-06-21",
                                  "--comments",
                                  "comments.json",
                                  "--key-file",
                                  "ccg.key",
                                  "-o",
                                  "answer.accordpack",
                                  NULL };
  const char *const words[] = { "pack", "merge", "answer.accordpack", "--trust", NULL };
  guint n_killed = 0, n_caveats;
  gint64 longest;

  make_all (cli);
  n_caveats = count (cli, "caveat");
  measure (cli, respond);
  longest = measure (cli, words);
  cli_do (cli, "undo", NULL);
  for (guint i = 0; i < 2 * N_KILLED; i++)
    {
      guint n_comments;

      n_killed += kill_one (cli, words, longest);
      assert_sound (cli);
      n_comments = count (cli, "comment");
      g_assert_true (n_comments == 0 || n_comments == 2);
      g_assert_cmpuint (count (cli, "caveat"), ==, n_caveats + n_comments / 2);
      if (n_comments > 0)
        cli_do (cli, "undo", NULL);
    }
  g_assert_cmpuint (n_killed, >, 0);
  measure (cli, words);
  assert_none (temporary, "accord-pack-");
}

/* No room for a reading file: said in a sentence, and nothing of it stays. */
static void
test_no_room (Cli *cli, gconstpointer data)
{
  g_autofree char *disk = cli_path (cli, "disk"),
                  *reviews = g_build_filename (disk, "accord", "reviews", NULL);

  make_all (cli);
  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("tmpfs", disk, "tmpfs", 0, "size=200k") != 0)
    {
      g_test_skip ("No small file system can be mounted here");
      return;
    }
  g_setenv ("XDG_DATA_HOME", disk, TRUE);
  cli_expect (cli, 3, "no room", "pack", "open", "case.accordpack", NULL);
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  assert_none (reviews, "");
  g_assert_cmpint (umount (disk), ==, 0);
  cli_do (cli, "pack", "open", "case.accordpack", NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

int
main (int argc, char **argv)
{
  int code;

  g_test_init (&argc, &argv, NULL);
  data_home = g_dir_make_tmp ("accord-data-XXXXXX", NULL);
  temporary = g_dir_make_tmp ("accord-killed-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  g_setenv ("TMPDIR", temporary, TRUE);

  CLI_TEST ("/cli/pack-killed/create", test_create);
  CLI_TEST ("/cli/pack-killed/respond", test_respond);
  CLI_TEST ("/cli/pack-killed/merge", test_merge);
  CLI_TEST ("/cli/pack-killed/no-room", test_no_room);

  code = g_test_run ();
  remove_tree (data_home);
  remove_tree (temporary);
  g_free (data_home);
  g_free (temporary);
  return code;
}
