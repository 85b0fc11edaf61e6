/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static char *
key_of (Cli *cli, const char *name)
{
  g_autoptr (JsonObject) shown =
      cli_ask_one (cli, "key", "show", "--key-file", name, "--passphrase-file", "passphrase", NULL);

  return g_strdup (json_object_get_string_member (shown, "key"));
}

static void
make_key (Cli *cli, const char *name, const char *holder)
{
  g_autofree char *named = g_strconcat ("--name=", holder, NULL);

  cli_write_file (cli, "passphrase", "correct horse battery\n");
  cli_do (cli, "key", "new", named, "--key-file", name, "--passphrase-file", "passphrase", NULL);
}

static void
test_own (Cli *cli, gconstpointer data)
{
  g_autofree char *key = NULL;
  g_autofree char *again = NULL;
  g_autofree char *path = cli_path (cli, "own.key");
  g_autofree char *exported = cli_path (cli, "public");
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  make_key (cli, "own.key", "Bury GP Federation");
  key = key_of (cli, "own.key");
  g_assert_true (g_str_has_prefix (key, "accord-key-1 RW"));
  g_assert_true (g_str_has_suffix (key, " Bury GP Federation"));
  cli_expect (cli, 1, "not overwritten", "key", "new", "--key-file", "own.key", "--passphrase-file",
              "passphrase", NULL);
  again = key_of (cli, "own.key");
  g_assert_cmpstr (key, ==, again);
  cli_do (cli, "key", "export", "public", "--key-file", "own.key", "--passphrase-file", "passphrase", NULL);
  g_assert_true (g_file_get_contents (exported, &line, NULL, NULL));
  g_strchomp (line);
  g_assert_cmpstr (line, ==, key);
  cli_expect (cli, 1, "there already", "key", "export", "public", "--key-file", "own.key",
              "--passphrase-file", "passphrase", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "age-encryption.org/v1\n-> scrypt "));
}

/* A person moves to another computer, and is the same there. */
static void
test_moved (Cli *cli, gconstpointer data)
{
  g_autofree char *key = NULL, *there = NULL, *path = cli_path (cli, "copy"), *text = NULL;

  make_key (cli, "own.key", "Bury GP Federation");
  key = key_of (cli, "own.key");
  cli_expect (cli, 2, "--passphrase-file", "key", "copy", "copy", "--key-file", "own.key", NULL);
  cli_do (cli, "key", "copy", "copy", "--key-file", "own.key", "--passphrase-file", "passphrase", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "age-encryption.org/v1\n-> scrypt "));
  cli_expect (cli, 1, "not written over", "key", "copy", "copy", "--key-file", "own.key", "--passphrase-file",
              "passphrase", NULL);
  cli_do (cli, "key", "take", "copy", "--key-file", "there.key", "--passphrase-file", "passphrase", NULL);
  there = key_of (cli, "there.key");
  g_assert_cmpstr (there, ==, key);
  /* Again is nothing new; another key stays. */
  cli_do (cli, "key", "take", "copy", "--key-file", "there.key", "--passphrase-file", "passphrase", NULL);
  make_key (cli, "other.key", "Somebody");
  cli_expect (cli, 1, "not overwritten", "key", "take", "copy", "--key-file", "other.key",
              "--passphrase-file", "passphrase", NULL);
  cli_write_file (cli, "wrong", "incorrect\n");
  cli_expect (cli, 1, "not the right one", "key", "take", "copy", "--key-file", "new.key",
              "--passphrase-file", "wrong", NULL);
}

/* Each of these is one sentence, and leaves nothing behind. */
static void
test_refused (Cli *cli, gconstpointer data)
{
  g_autofree char *absent = cli_path (cli, "absent.key");

  make_key (cli, "own.key", "Somebody");
  cli_write_file (cli, "wrong", "incorrect\n");
  cli_write_file (cli, "empty", "\n");
  cli_expect (cli, 1, "not the right one", "key", "show", "--key-file", "own.key", "--passphrase-file",
              "wrong", NULL);
  cli_expect (cli, 1, "no passphrase", "key", "show", "--key-file", "own.key", "--passphrase-file", "empty",
              NULL);
  cli_expect (cli, 1, "$ACCORD_PASSPHRASE_FILE", "key", "show", "--key-file", "own.key", NULL);
  cli_expect (cli, 1, "key new", "key", "show", "--key-file", "absent.key", "--passphrase-file", "passphrase",
              NULL);
  cli_expect (cli, 1, "needs a passphrase", "key", "new", "--key-file", "absent.key", NULL);
  g_assert_false (g_file_test (absent, G_FILE_TEST_EXISTS));
  cli_expect (cli, 3, "", "key", "show", "--key-file", "passphrase", "--passphrase-file", "passphrase", NULL);
  cli_expect (cli, 2, "new, show, export, copy, take, trust, open", "key", "make", NULL);
  cli_expect (cli, 2, "key trust ORGANISATION KEY", "key", "trust", "somebody", NULL);
}

static char *
trusted (Cli *cli)
{
  g_autoptr (JsonObject) shown = cli_ask_one (cli, "show", "organisation", "1", NULL);

  return g_strdup (json_object_get_string_member_with_default (shown, "signing_key", ""));
}

static void
test_trust (Cli *cli, gconstpointer data)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (JsonObject) told = NULL;
  g_autoptr (JsonObject) organisation = NULL;

  cli_init (cli);
  cli_do (cli, "add", "organisation", "name=Bury GP Federation", NULL);
  make_key (cli, "one.key", "Bury GP Federation");
  make_key (cli, "two.key", "Bury GP Federation");
  one = key_of (cli, "one.key");
  two = key_of (cli, "two.key");
  told = cli_ask_one (cli, "key", "trust", "Bury GP Federation", one, "--name=programme office",
                      "--today=2019-05-03", NULL);
  g_assert_true (json_object_get_boolean_member (told, "changed"));
  organisation = cli_ask_one (cli, "show", "organisation", "1", NULL);
  g_assert_cmpstr (json_object_get_string_member (organisation, "key_trusted"), ==, "2019-05-03");
  g_assert_cmpstr (json_object_get_string_member (organisation, "key_trusted_by"), ==, "programme office");
  kept = trusted (cli);
  g_assert_nonnull (strstr (one, kept));

  cli_expect (cli, 1, "not the key of Bury GP Federation that is trusted since 3 May 2019", "key", "trust",
              "1", two, NULL);
  cli_write_file (cli, "two", two);
  cli_do (cli, "key", "trust", "1", "two", "--replace", NULL);
  replaced = trusted (cli);
  g_assert_nonnull (strstr (two, replaced));
  cli_do (cli, "undo", NULL);
  undone = trusted (cli);
  g_assert_cmpstr (undone, ==, kept);

  cli_expect (cli, 3, "no public key", "key", "trust", "1", "accord-key-1 nothing", NULL);
  cli_expect (cli, 3, "", "key", "trust", "1", "nowhere", NULL);
  assert_sound (cli);
}

static void
run_age (Cli *cli, const char *recipient)
{
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (cli, G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) age =
      g_subprocess_launcher_spawn (launcher, &error, "age", "-r", recipient, "-o", "sealed", "plain", NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (age, NULL, &error));
}

static void
test_open (Cli *cli, gconstpointer data)
{
  g_autofree char *key = NULL;
  g_autofree char *opened = cli_path (cli, "opened");
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *path = g_find_program_in_path ("age");

  if (path == NULL)
    {
      g_test_skip ("age is not installed here");
      return;
    }
  make_key (cli, "own.key", "Somebody");
  key = key_of (cli, "own.key");
  words = g_strsplit (key, " ", -1);
  cli_write_file (cli, "plain", "what was sealed");
  run_age (cli, words[2]);
  g_setenv ("ACCORD_KEY_FILE", "own.key", TRUE);
  g_setenv ("ACCORD_PASSPHRASE_FILE", "passphrase", TRUE);
  cli_do (cli, "key", "open", "sealed", "--output=opened", NULL);
  g_assert_true (g_file_get_contents (opened, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "what was sealed");
  cli_expect (cli, 1, "--replace", "key", "open", "sealed", "--output=opened", NULL);
  cli_do (cli, "key", "open", "sealed", "--output=opened", "--replace", NULL);
  cli_do (cli, "key", "open", "own.key", "--output=bare", "--passphrase-file=passphrase", NULL);
  cli_expect (cli, 1, "--passphrase-file", "key", "open", "own.key", "--output=other", NULL);
  cli_write_file (cli, "identity",
                  "# the example of the specification\n"
                  "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX\n");
  run_age (cli, "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj");
  cli_do (cli, "key", "open", "sealed", "--key-file=identity", "--output=opened", "--replace", NULL);
  cli_expect (cli, 1, "none of the keys", "key", "open", "sealed", "--output=other", NULL);
  cli_expect (cli, 1, "holds no secret key", "key", "open", "sealed", "--key-file=plain", "--output=other",
              NULL);
  cli_expect (cli, 2, "--output", "key", "open", "sealed", NULL);
  cli_expect (cli, 3, "plain", "key", "open", "plain", "--output=other", NULL);
  g_unsetenv ("ACCORD_KEY_FILE");
  g_unsetenv ("ACCORD_PASSPHRASE_FILE");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CLI_TEST ("/cli/key/own", test_own);
  CLI_TEST ("/cli/key/moved", test_moved);
  CLI_TEST ("/cli/key/refused", test_refused);
  CLI_TEST ("/cli/key/trust", test_trust);
  CLI_TEST ("/cli/key/open", test_open);

  return g_test_run ();
}
