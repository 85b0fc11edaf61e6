/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

/* Runs it with exactly these words. */
static Answer *
run_words (Cli *cli, const char *words)
{
  g_auto (GStrv) arguments = g_strsplit (words, " ", -1);

  if (*words == '\0')
    g_clear_pointer (&arguments[0], g_free);
  return cli_runv (cli, (const char *const *) arguments);
}

static void
test_help (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) all = run_words (cli, "--help");
  g_autoptr (Answer) bare = run_words (cli, "help");
  g_autoptr (Answer) one = run_words (cli, "help import");
  g_autoptr (Answer) same = run_words (cli, "import --help");
  g_autoptr (Answer) version = run_words (cli, "--version");

  g_assert_cmpint (all->code, ==, 0);
  g_assert_nonnull (strstr (all->out, "backup FILE"));
  g_assert_cmpstr (bare->out, ==, all->out);
  g_assert_cmpint (one->code, ==, 0);
  g_assert_nonnull (strstr (one->out, "--dry-run"));
  g_assert_null (strstr (one->out, "--sort"));
  g_assert_cmpstr (same->out, ==, one->out);
  g_assert_cmpint (version->code, ==, 0);
  g_assert_true (g_str_has_prefix (version->out, "accordctl "));
}

/* Every command that `--help` lists has help of its own, and its page of the manual. */
static void
test_help_complete (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) all = run_words (cli, "--help");
  g_auto (GStrv) lines = g_strsplit (all->out, "\n", -1);
  g_autofree char *manual_path = g_test_build_filename (G_TEST_DIST, "..", "data", "accordctl.1", NULL);
  g_autofree char *manual = NULL;
  g_autoptr (GString) plain = NULL;
  guint n_commands = 0;

  g_assert_true (g_file_get_contents (manual_path, &manual, NULL, NULL));
  /* A dash that belongs to a word is escaped there. */
  plain = g_string_new (manual);
  g_string_replace (plain, "\\-", "-", 0);
  for (char **line = lines; *line != NULL; line++)
    {
      /* What a command does may go on for lines, further in. */
      const gboolean begins = g_str_has_prefix (*line, "  ") && g_ascii_islower ((*line)[2]);
      g_auto (GStrv) words = g_strsplit (g_strchug (*line), " ", 2);
      g_autofree char *ask = g_strconcat ("help ", words[0], NULL);
      g_autoptr (Answer) help = NULL;
      g_autofree char *entry = NULL;

      if (g_str_has_prefix (*line, "Options"))
        break;
      if (!begins || line < lines + 4)
        continue;
      help = run_words (cli, ask);
      g_assert_cmpint (help->code, ==, 0);
      entry = g_strdup_printf ("(?m)^\\.(B|BI|BR) \"?%s\\b", words[0]);
      g_assert_true (g_regex_match_simple (entry, plain->str, 0, 0));
      n_commands++;
    }
  g_assert_cmpuint (n_commands, >=, 18);
}

/* Of a command with parts each has help of its own, with what means something to it and nothing else; and its
 * own entry in the manual. */
static void
test_help_parts (Cli *cli, gconstpointer data)
{
  static const char *const whole[] = { "pack", "key" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "accordctl.1", NULL);
  g_autofree char *manual = NULL;
  g_autoptr (Answer) create = run_words (cli, "help pack create"),
                     same = run_words (cli, "pack create --help");
  g_autoptr (Answer) list = run_words (cli, "help pack");
  guint n_parts = 0;

  g_assert_true (g_file_get_contents (path, &manual, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autofree char *ask = g_strconcat ("help ", whole[i], NULL);
      g_autoptr (Answer) all = run_words (cli, ask);
      const char *at = strstr (all->out, "\nCommands\n");
      g_auto (GStrv) lines = g_strsplit (at != NULL ? at + strlen ("\nCommands\n") : "", "\n", -1);

      for (char **line = lines; *line != NULL && **line != '\0'; line++)
        {
          g_auto (GStrv) words = g_strsplit (*line + 2, " ", 2);
          g_autofree char *part = g_strdup_printf ("help %s %s", whole[i], words[0]);
          g_autofree char *entry = g_strdup_printf ("(?m)^\\.(B|BI|BR) \"?%s %s\\b", whole[i], words[0]);
          g_autoptr (Answer) help = NULL;

          if (!g_ascii_islower (words[0][0]))
            continue;
          help = run_words (cli, part);
          g_assert_cmpint (help->code, ==, 0);
          g_assert_true (g_regex_match_simple (entry, manual, 0, 0));
          n_parts++;
        }
    }
  g_assert_cmpuint (n_parts, >=, 13);
  g_assert_cmpstr (create->out, ==, same->out);
  g_assert_nonnull (strstr (create->out, "--due=DATE"));
  g_assert_null (strstr (create->out, "--decision"));
  g_assert_null (strstr (list->out, "--due"));
}

/* The manual names every kind of record, and every variable that is heeded, in the section on them. */
static void
test_manual (Cli *cli, gconstpointer data)
{
  static const char *const variables[] = { "ACCORD_AUTHOR", "ACCORD_KEY_FILE", "ACCORD_PASSPHRASE_FILE",
                                           "ACCORD_WORKSPACE", "NO_COLOR" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "accordctl.1", NULL);
  g_autofree char *manual = NULL;
  g_autoptr (Answer) kinds = run_words (cli, "kinds");
  g_auto (GStrv) lines = g_strsplit (kinds->out, "\n", -1);
  const char *environment;
  guint n_kinds = 0;

  g_assert_true (g_file_get_contents (path, &manual, NULL, NULL));
  for (char **line = lines + 1; *line != NULL && **line != '\0'; line++)
    {
      g_auto (GStrv) words = g_strsplit (*line, " ", 2);
      g_auto (GStrv) parts = g_strsplit (words[0], "-", -1);
      g_autofree char *name = g_strjoinv ("\\\\-", parts);
      g_autofree char *told = g_strdup_printf ("(?s)\\.I KIND\nis one of [^;]*\\b%s\\b[^;]*;", name);

      g_assert_true (g_regex_match_simple (told, manual, 0, 0));
      n_kinds++;
    }
  g_assert_cmpuint (n_kinds, >=, 40);
  environment = strstr (manual, ".SH ENVIRONMENT");
  g_assert_nonnull (environment);
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      g_autofree char *entry = g_strdup_printf (".TP\n.B %s\n", variables[i]);

      g_assert_nonnull (strstr (environment, entry));
    }
}

static void
test_nonsense (Cli *cli, gconstpointer data)
{
  static const char *const nonsense[] = {
    "",
    "frobnicate",
    "--frobnicate",
    "list",
    "list fund extra",
    "list zebra",
    "list fund --where",
    "list fund --where amount",
    "list fund --where =5",
    "list fund --where nothing=5",
    "list fund --where amount=lots",
    "list fund --where amount_pence=1.5",
    "list fund --where name_pence=1",
    "list fund --where name>=A",
    "list fund --where amount~1",
    "list fund --where amount<5",
    "list fund --sort nothing",
    "list fund --limit many",
    "list fund --limit -1",
    "list fund --rebuild",
    "show fund",
    "show fund 1 2",
    "add fund",
    "add fund name",
    "add fund =x",
    "add fund nothing=1",
    "add fund id=1",
    "add fund name=a name=b",
    "add fund name=a amount=1 amount_pence=1",
    "set fund 1",
    "undo 1",
    "kinds zebra",
    "help zebra",
    "help list fund",
    "help pack zebra",
    "pack zebra",
    "key show --replace",
    "import",
    "import zebra file.csv",
    "import committee --output=page.pdf page.xml",
    "matrix --case=A",
    "evaluation --output=out.pdf --case=A B",
    "backup",
    "search",
    "init one.accord two.accord",
    "init one.accord",
  };

  cli_init (cli);
  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autofree char *words =
          g_strdup_printf ("%s%s", nonsense[i], *nonsense[i] != '\0' ? " --workspace=test.accord" : "");
      g_autoptr (Answer) answer = run_words (cli, words);

      g_test_message ("%s: %d %s", nonsense[i], answer->code, answer->err);
      g_assert_cmpint (answer->code, ==, 2);
      g_assert_true (g_str_has_prefix (answer->err, "accordctl: "));
      g_assert_true (strchr (answer->err, '\n') == answer->err + strlen (answer->err) - 1);
      g_assert_cmpstr (answer->out, ==, "");
    }
}

/* Words from a hostile shell: none of them crashes it, and none of them is a success. */
static void
test_hostile (Cli *cli, gconstpointer data)
{
  static const char *const words[] = {
    "",
    " ",
    "=",
    "==",
    "%s%n",
    "\xff\xfe",
    "a\nb",
    "\033[31m",
    "-",
    "--",
    "-=",
    "🏥",
    "name=\xff",
    "99999999999999999999",
    "-1",
    "0",
    "1.0",
    "1e1",
    "'; DROP TABLE fund; --",
    "../..",
    "'",
    "\"",
  };

  cli_init (cli);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *lists[][6] = {
        { words[i], NULL },
        { "list", words[i], NULL },
        { "show", "fund", words[i], NULL },
        { "show", words[i], words[i], NULL },
        { "add", "fund", words[i], NULL },
        { "set", "fund", words[i], "name=x", NULL },
        { "delete", "fund", words[i], NULL },
        { "list", "fund", "--where", words[i], NULL },
        { "list", "fund", "--sort", words[i], NULL },
        { "history", "fund", words[i], NULL },
      };

      for (guint j = 0; j < G_N_ELEMENTS (lists); j++)
        {
          g_autoptr (GPtrArray) all = g_ptr_array_new ();
          g_autoptr (Answer) answer = NULL;

          g_ptr_array_add (all, (gpointer) "--workspace=test.accord");
          for (guint k = 0; lists[j][k] != NULL; k++)
            g_ptr_array_add (all, (gpointer) lists[j][k]);
          g_ptr_array_add (all, NULL);
          answer = cli_runv (cli, (const char *const *) all->pdata);
          g_test_message ("%u/%u: %d %s", i, j, answer->code, answer->err);
          g_assert_true (answer->code == 1 || answer->code == 2);
          g_assert_true (g_str_has_prefix (answer->err, "accordctl: "));
          g_assert_true (strchr (answer->err, '\n') == answer->err + strlen (answer->err) - 1);
          g_assert_null (strchr (answer->err, '\033'));
          g_assert_true (g_utf8_validate (answer->err, -1, NULL));
        }
    }
  assert_sound (cli);
}

/* Searching for anything at all is no mistake; there is only nothing to be found. */
static void
test_hostile_search (Cli *cli, gconstpointer data)
{
  static const char *const words[] = { "",    "\"",    "*",  "a*b", "NEAR(", "-",    "'",
                                       "AND", "name:", "^x", "🏥",   "(",     "{a b}" };

  cli_init (cli);
  cli_do (cli, "add", "fund", "name=Grant", "type=grant", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (Answer) all = cli_run (cli, "search", "--", words[i], NULL);
      g_autoptr (Answer) listed = cli_run (cli, "list", "fund", "--search", words[i], NULL);

      g_test_message ("%s: %s%s", words[i], all->err, listed->err);
      g_assert_cmpint (all->code, ==, 0);
      g_assert_cmpint (listed->code, ==, 0);
    }
}

/* After `--` a word that looks like an option is a value. */
static void
test_separator (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) added = NULL;
  g_autoptr (JsonObject) fund = NULL;

  cli_init (cli);
  added = cli_run (cli, "add", "fund", "type=grant", "name=a = b", "--", "description=--x", NULL);
  g_assert_cmpint (added->code, ==, 0);
  fund = cli_ask_one (cli, "show", "fund", "--", "1", NULL);
  g_assert_cmpstr (json_object_get_string_member (fund, "name"), ==, "a = b");
  g_assert_cmpstr (json_object_get_string_member (fund, "description"), ==, "--x");
}

/* A locale that knows no pound sign does not keep anybody from writing one. */
static void
test_plain_locale (Cli *cli, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (cli, G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *out = NULL;

  cli_init (cli);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  process = g_subprocess_launcher_spawn (launcher, NULL, cli_program (), "--workspace=test.accord", "--json",
                                         "add", "fund", "name=Fünds", "type=grant", "amount=£5", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (process));
  g_assert_nonnull (strstr (out, "\"amount_pence\":500,"));
  g_assert_nonnull (strstr (out, "Fünds"));
}

static void
test_which_workspace (Cli *cli, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (Answer) none = run_words (cli, "list fund");
  g_autoptr (Answer) made = run_words (cli, "init one.accord");
  g_autoptr (Answer) only = run_words (cli, "add fund name=A type=grant");
  g_autoptr (Answer) second = run_words (cli, "init two.accord");
  g_autoptr (Answer) several = run_words (cli, "list fund");
  g_autoptr (Answer) named = run_words (cli, "-w one.accord list fund");
  g_autoptr (Answer) empty = run_words (cli, "--workspace= list fund");

  g_assert_cmpint (none->code, ==, 2);
  g_assert_cmpint (made->code, ==, 0);
  g_assert_cmpint (only->code, ==, 0);
  g_assert_cmpint (second->code, ==, 0);
  g_assert_cmpint (several->code, ==, 2);
  g_assert_cmpint (named->code, ==, 0);
  g_assert_cmpint (empty->code, ==, 2);
  launcher = cli_launcher (cli, G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_subprocess_launcher_setenv (launcher, "ACCORD_WORKSPACE", "one.accord", TRUE);
  process = g_subprocess_launcher_spawn (launcher, NULL, cli_program (), "show", "fund", "1", NULL);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/arguments/help", test_help);
  CLI_TEST ("/cli/arguments/help-complete", test_help_complete);
  CLI_TEST ("/cli/arguments/help-parts", test_help_parts);
  CLI_TEST ("/cli/arguments/manual", test_manual);
  CLI_TEST ("/cli/arguments/nonsense", test_nonsense);
  CLI_TEST ("/cli/arguments/hostile", test_hostile);
  CLI_TEST ("/cli/arguments/hostile-search", test_hostile_search);
  CLI_TEST ("/cli/arguments/separator", test_separator);
  CLI_TEST ("/cli/arguments/plain-locale", test_plain_locale);
  CLI_TEST ("/cli/arguments/which-workspace", test_which_workspace);
  return g_test_run ();
}
