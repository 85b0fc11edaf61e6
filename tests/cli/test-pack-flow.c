/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* A folder of the tests' own, for reading files and keys. */
static char *data_home;

static const char *const holders[][2] = { { "council.key", "Bury Council" },
                                          { "ccg.key", "Bury CCG" },
                                          { "gp.key", "Bury GP Federation" } };

/* Sealing a key with a passphrase takes its time: they are made once. */
static void
make_keys (Cli *cli)
{
  g_autofree char *passphrase = cli_path (cli, "passphrase");

  cli_write_file (cli, "passphrase", "a long enough passphrase\n");
  g_setenv ("ACCORD_PASSPHRASE_FILE", passphrase, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    {
      g_autofree char *made = g_build_filename (data_home, holders[i][0], NULL), *key = NULL;
      g_autofree char *here = cli_path (cli, holders[i][0]);
      gsize length;

      if (!g_file_test (made, G_FILE_TEST_EXISTS))
        cli_do (cli, "key", "new", "--name", holders[i][1], "--key-file", made, NULL);
      g_assert_true (g_file_get_contents (made, &key, &length, NULL));
      g_assert_true (g_file_set_contents (here, key, (gssize) length, NULL));
    }
}

static void
make_sample (Cli *cli)
{
  cli_do (cli, "init", "--sample", NULL);
  make_keys (cli);
}

static void
send_sample (Cli *cli, const char *file)
{
  cli_do (cli, "pack", "create", "Neighbourhood Model", "--to", "Bury CCG", "--to", "Bury GP Federation",
          "--today", "2017-06-01", "--due", "2017-07-01", "--key-file", "council.key", "-o", file, NULL);
}

static JsonObject *
ask_object (Cli *cli, const char *const *words, int code)
{
  g_autoptr (Answer) answer = cli_runv (cli, words);
  g_autoptr (JsonNode) root = NULL;

  if (answer->code != code)
    g_test_message ("%s", answer->err);
  g_assert_cmpint (answer->code, ==, code);
  root = answer_json (answer);
  return json_node_dup_object (root);
}

static JsonObject *
merge (Cli *cli, const char *file, const char *more, int code)
{
  const char *const words[] = { "--workspace", cli->workspace, "--json", "pack", "merge",
                                file,          "--trust",      more,     NULL };

  return ask_object (cli, words, code);
}

static guint
count (Cli *cli, const char *kind)
{
  g_autoptr (JsonArray) rows = cli_ask (cli, "list", kind, "--json", NULL);

  return json_array_get_length (rows);
}

static const char comments[] = "[ { \"text\": \"Who runs the front door?\", \"section\": \"economic\" },\n"
                               "  { \"text\": \"Subject to sight of the lease\", \"sort\": \"caveat\" },\n"
                               "  { \"text\": \"It is in hand, we hear\", \"reply_to\": 1 } ]\n";

/* Out to two partners, and back from both, in the other order. */
static void
test_circle (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) opened = NULL, first = NULL, second = NULL, again = NULL;
  const char *const open[] = { "pack", "open", "case.accordpack", "--as", "Bury CCG", "--json", NULL };
  const guint n_endorsements = (make_sample (cli), count (cli, "endorsement"));
  const guint n_caveats = count (cli, "caveat");

  (void) data;
  send_sample (cli, "case.accordpack");
  opened = ask_object (cli, open, 0);
  g_assert_cmpstr (json_object_get_string_member (opened, "as"), ==, "Bury CCG");
  g_assert_cmpstr (json_object_get_string_member (opened, "asked_by"), ==, "Bury Council");
  g_assert_cmpint (json_object_get_int_member (opened, "questions"), >, 0);
  cli_write_file (cli, "comments.json", comments);
  cli_do (cli, "pack", "respond", "case.accordpack", "--as", "bury ccg", "--decision", "endorse-with-caveats",
          "--body", "Governing Body", "--date", "2017-06-20", "--today", "2017-06-21", "--comments",
          "comments.json", "--key-file", "ccg.key", "-o", "ccg.accordpack", NULL);
  cli_do (cli, "pack", "respond", "case.accordpack", "--as", "Bury GP Federation", "--decision", "defer",
          "--today", "2017-06-21", "--key-file", "gp.key", "-o", "gp.accordpack", NULL);
  /* Nobody has said yet whose key that is. */
  cli_expect (cli, 1, "trust it first", "pack", "merge", "gp.accordpack", NULL);
  first = merge (cli, "gp.accordpack", NULL, 0);
  g_assert_true (json_object_get_boolean_member (first, "merged"));
  second = merge (cli, "ccg.accordpack", NULL, 0);
  g_assert_true (json_object_get_boolean_member (second, "merged"));
  again = merge (cli, "ccg.accordpack", NULL, 0);
  g_assert_false (json_object_get_boolean_member (again, "merged"));
  g_assert_true (json_object_get_boolean_member (again, "known"));
  g_assert_cmpuint (count (cli, "comment"), ==, 3);
  g_assert_cmpuint (count (cli, "caveat"), ==, n_caveats + 1);
  g_assert_cmpuint (count (cli, "endorsement"), ==, n_endorsements + 2);
  /* One step back takes the whole answer back. */
  cli_do (cli, "undo", NULL);
  g_assert_cmpuint (count (cli, "comment"), ==, 0);
  g_assert_cmpuint (count (cli, "caveat"), ==, n_caveats);
  assert_sound (cli);
}

/* Answered twice with the same file of comments, there are no more of them. */
static void
test_twice (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) opened = NULL;
  const char *const open[] = { "pack", "open", "case.accordpack", "--as", "Bury CCG", "--json", NULL };

  (void) data;
  make_sample (cli);
  send_sample (cli, "case.accordpack");
  cli_write_file (cli, "comments.json", comments);
  for (guint i = 0; i < 2; i++)
    cli_do (cli, "pack", "respond", "case.accordpack", "--as", "Bury CCG", "--decision", "endorse",
            "--comments", "comments.json", "--key-file", "ccg.key", "-o", "ccg.accordpack", "--replace",
            NULL);
  opened = ask_object (cli, open, 0);
  g_assert_cmpint (json_object_get_int_member (opened, "comments"), ==, 2);
}

static void
expect_comment (Cli *cli, const char *json, const char *complaint)
{
  cli_write_file (cli, "wrong.json", json);
  cli_expect (cli, 3, complaint, "pack", "respond", "case.accordpack", "--as", "Bury CCG", "--decision",
              "endorse", "--comments", "wrong.json", "--key-file", "ccg.key", "-o", "never.accordpack", NULL);
}

/* Who signs for the first time has no key yet: it is made, and is the same from then on. */
static void
test_first_need (Cli *cli, gconstpointer data)
{
  g_autofree char *key = cli_path (cli, "first.key"), *before = NULL, *after = NULL;
  g_autoptr (Answer) made = NULL;

  (void) data;
  make_sample (cli);
  made = cli_run (cli, "pack", "create", "Enablers", "--to", "Bury CCG", "--name", "Bury Council",
                  "--key-file", "first.key", "-o", "first.accordpack", NULL);
  g_assert_cmpint (made->code, ==, 0);
  g_assert_true (g_str_has_prefix (made->err, "Your own key was made. Its words: "));
  g_assert_nonnull (strstr (made->out, "Signed by Bury Council: "));
  g_assert_true (g_file_get_contents (key, &before, NULL, NULL));
  cli_do (cli, "pack", "create", "Enablers", "--to", "Bury CCG", "--key-file", "first.key", "-o",
          "second.accordpack", NULL);
  g_assert_true (g_file_get_contents (key, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
}

/* What is wrong with a file of comments is said with its place, and there is no answer. */
static void
test_comments (Cli *cli, gconstpointer data)
{
  g_autofree char *never = cli_path (cli, "never.accordpack");
  g_autoptr (JsonObject) opened = NULL;
  const char *const open[] = { "pack", "open", "case.accordpack", "--as", "Bury CCG", "--json", NULL };

  (void) data;
  make_sample (cli);
  send_sample (cli, "case.accordpack");
  expect_comment (cli, "[{\"text\":\"a\"},{\"sort\":\"risk\"}]", "wrong.json, comment 2: ");
  expect_comment (cli, "[{\"text\":\"a\",\"sort\":\"praise\"}]", "no sort “praise”");
  expect_comment (cli, "[{\"text\":\"a\",\"figure\":\"luck\"}]", "no figure “luck”");
  expect_comment (cli, "[{\"text\":\"a\",\"document\":\"x.pdf\"}]", "no document “x.pdf”");
  expect_comment (cli, "[{\"text\":\"a\",\"page\":3}]", "no document");
  expect_comment (cli, "[{\"text\":\"a\",\"reply_to\":1}]", "none of the comments before it");
  expect_comment (cli, "[{\"text\":", "cannot be read as JSON");
  g_assert_false (g_file_test (never, G_FILE_TEST_EXISTS));
  opened = ask_object (cli, open, 0);
  g_assert_cmpint (json_object_get_int_member (opened, "comments"), ==, 0);
  g_assert_true (json_object_get_null_member (opened, "outcome"));
}

static char *
dup_reading (Cli *cli)
{
  g_autoptr (JsonObject) opened = NULL;
  const char *const open[] = { "pack", "open", "case.accordpack", "--as", "Bury CCG", "--json", NULL };

  opened = ask_object (cli, open, 0);
  return g_strdup (json_object_get_string_member (opened, "workspace"));
}

/* A line that both changed is listed, and nothing is done, until somebody says which counts. */
static void
test_conflict (Cli *cli, gconstpointer data)
{
  const char *prefer = data;
  const gboolean theirs = strcmp (prefer, "--prefer=theirs") == 0;
  g_autoptr (JsonObject) stopped = NULL, merged = NULL, record = NULL;
  g_autofree char *reading = NULL, *id = NULL;
  g_autoptr (JsonArray) rows = NULL;

  make_sample (cli);
  rows = cli_ask (cli, "list", "case", "--where", "name=Neighbourhood Model", "--json", NULL);
  id = g_strdup_printf ("%" G_GINT64_FORMAT,
                        json_object_get_int_member (json_array_get_object_element (rows, 0), "id"));
  send_sample (cli, "case.accordpack");
  reading = dup_reading (cli);
  {
    const char *const edit[] = { "--workspace", reading, "edit", "case", "1", "summary=Theirs", NULL };
    g_autoptr (Answer) answer = cli_runv (cli, edit);

    g_assert_cmpint (answer->code, ==, 0);
  }
  cli_do (cli, "pack", "respond", "case.accordpack", "--as", "Bury CCG", "--decision", "endorse",
          "--key-file", "ccg.key", "-o", "ccg.accordpack", NULL);
  cli_do (cli, "edit", "case", id, "summary=Ours", NULL);
  stopped = merge (cli, "ccg.accordpack", NULL, 1);
  g_assert_false (json_object_get_boolean_member (stopped, "merged"));
  g_assert_cmpint (json_object_get_int_member (stopped, "undecided"), ==, 1);
  g_assert_cmpuint (count (cli, "version"), ==, 1);
  merged = merge (cli, "ccg.accordpack", prefer, 0);
  g_assert_true (json_object_get_boolean_member (merged, "merged"));
  record = cli_ask_one (cli, "show", "case", id, "--json", NULL);
  g_assert_cmpstr (json_object_get_string_member (record, "summary"), ==, theirs ? "Theirs" : "Ours");
}

/* Sealed with a passphrase, and sealed to keys, there and back. */
static void
test_sealed (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) merged = NULL, other = NULL;

  (void) data;
  make_sample (cli);
  cli_write_file (cli, "shared", "what we said on the telephone\n");
  cli_do (cli, "pack", "create", "Neighbourhood Model", "--to", "Bury CCG", "--passphrase-file", "shared",
          "--key-file", "council.key", "-o", "locked.accordpack", NULL);
  cli_expect (cli, 1, "passphrase", "pack", "open", "locked.accordpack", NULL);
  cli_do (cli, "pack", "open", "locked.accordpack", "--passphrase-file", "shared", NULL);
  cli_do (cli, "pack", "respond", "locked.accordpack", "--passphrase-file", "shared", "--decision", "endorse",
          "--key-file", "ccg.key", "-o", "answer.accordpack", NULL);
  cli_expect (cli, 1, "passphrase", "pack", "merge", "answer.accordpack", NULL);
  merged = merge (cli, "answer.accordpack", "--passphrase-file=shared", 0);
  g_assert_true (json_object_get_boolean_member (merged, "merged"));

  cli_do (cli, "key", "export", "ccg.pub", "--key-file", "ccg.key", NULL);
  cli_do (cli, "key", "trust", "Bury CCG", "ccg.pub", NULL);
  cli_do (cli, "pack", "create", "Neighbourhood Model", "--to", "Bury CCG", "--seal", "--key-file",
          "council.key", "-o", "sealed.accordpack", NULL);
  cli_expect (cli, 1, "sealed", "pack", "open", "sealed.accordpack", "--key-file", "gp.key", NULL);
  cli_do (cli, "pack", "respond", "sealed.accordpack", "--decision", "defer", "--key-file", "ccg.key", "-o",
          "back.accordpack", NULL);
  cli_expect (cli, 1, "sealed", "pack", "merge", "back.accordpack", "--key-file", "gp.key", NULL);
  other = merge (cli, "back.accordpack", "--key-file=council.key", 0);
  g_assert_cmpstr (json_object_get_string_member (other, "trust"), ==, "trusted");
}

/* A changed key is refused, whatever is preferred; a wrong case and nonsense are, too. */
static void
test_refused (Cli *cli, gconstpointer data)
{
  (void) data;
  make_sample (cli);
  send_sample (cli, "case.accordpack");
  cli_do (cli, "key", "export", "gp.pub", "--key-file", "gp.key", NULL);
  cli_do (cli, "key", "trust", "Bury CCG", "gp.pub", NULL);
  cli_do (cli, "pack", "respond", "case.accordpack", "--as", "Bury CCG", "--decision", "endorse",
          "--key-file", "ccg.key", "-o", "ccg.accordpack", NULL);
  cli_expect (cli, 1, "Bury CCG", "pack", "merge", "ccg.accordpack", "--prefer", "theirs", NULL);
  g_assert_cmpuint (count (cli, "version"), ==, 1);
  cli_expect (cli, 2, "neither", "pack", "merge", "ccg.accordpack", "--prefer", "neither", NULL);
  cli_expect (cli, 2, "no decision “maybe”", "pack", "respond", "case.accordpack", "--decision", "maybe",
              "-o", "x.accordpack", NULL);
  cli_expect (cli, 1, "It asks", "pack", "open", "case.accordpack", "--as", "Nobody at all", NULL);
  cli_expect (cli, 1, "", "pack", "create", "No such case", "--to", "Bury CCG", "--key-file", "council.key",
              "-o", "x.accordpack", NULL);
  cli_expect (cli, 2, "-o", "pack", "create", "Neighbourhood Model", "--to", "Bury CCG", NULL);
  /* What does not go together is refused as such, and not called a file that cannot be written. */
  cli_expect (cli, 1, "is past", "pack", "create", "Neighbourhood Model", "--to", "Bury CCG", "--due",
              "2017-07-01", "--today", "2017-08-01", "--key-file", "council.key", "-o", "x.accordpack", NULL);
  cli_expect (cli, 1, "Nobody is asked", "pack", "create", "Neighbourhood Model", "--key-file", "council.key",
              "-o", "x.accordpack", NULL);
  cli_expect (cli, 1, "not both", "pack", "create", "Neighbourhood Model", "--to", "Bury CCG", "--seal",
              "--passphrase-file", "passphrase", "--key-file", "council.key", "-o", "x.accordpack", NULL);
  cli_expect (cli, 2, "mistyped", "pack", "create", "Neighbourhood Model", "--to", "Bury CCG", "--recipient",
              "age1xyz", "--key-file", "council.key", "-o", "x.accordpack", NULL);
  cli_expect (cli, 2, "is not a date", "pack", "create", "Neighbourhood Model", "--to", "Bury CCG", "--due",
              "31/02/2017", "--key-file", "council.key", "-o", "x.accordpack", NULL);
  cli_expect (cli, 1, "asks several", "pack", "open", "case.accordpack", NULL);
  cli_expect (cli, 1, "is an answer", "pack", "open", "ccg.accordpack", NULL);
  cli_do (cli, "undo", NULL);
  cli_do (cli, "undo", NULL);
  cli_expect (cli, 1, "never sent", "pack", "merge", "ccg.accordpack", NULL);
}

/* The day by which an answer was wanted is past: said to who reads, and to who takes the answer in. */
static void
test_late (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) opened = NULL, answered = NULL;
  g_autoptr (JsonObject) merged = NULL;
  JsonArray *remarks;

  (void) data;
  make_sample (cli);
  send_sample (cli, "case.accordpack");
  opened =
      cli_run (cli, "pack", "open", "case.accordpack", "--as", "Bury CCG", "--today", "2017-08-01", NULL);
  g_assert_nonnull (strstr (opened->out, "is past"));
  answered = cli_run (cli, "pack", "respond", "case.accordpack", "--as", "Bury CCG", "--decision", "endorse",
                      "--today", "2017-08-01", "--date", "2017-08-02", "--key-file", "ccg.key", "-o",
                      "ccg.accordpack", NULL);
  g_assert_cmpint (answered->code, ==, 0);
  g_assert_nonnull (strstr (answered->out, "wanted by 1 Jul 2017."));
  g_assert_nonnull (strstr (answered->out, "2 Aug 2017, which is still to come."));
  merged = merge (cli, "ccg.accordpack", NULL, 0);
  remarks = json_object_get_array_member (merged, "remarks");
  g_assert_cmpuint (json_array_get_length (remarks), ==, 1);
  g_assert_nonnull (strstr (json_array_get_string_element (remarks, 0), "1 Jul 2017"));
}

/* A case with an appraisal: comments on its figures, with another assumption worked out. */
static void
test_appraisal (Cli *cli, gconstpointer data)
{
  g_autofree char *example = g_test_build_filename (G_TEST_DIST, "outside", "worked-example.json", NULL);
  g_autoptr (JsonObject) merged = NULL;
  g_autoptr (JsonArray) rows = NULL;
  JsonObject *row;

  (void) data;
  cli_init (cli);
  make_keys (cli);
  cli_do (cli, "add", "organisation", "name=Bury CCG", "type=commissioning-group", NULL);
  cli_do (cli, "add", "case", "name=Teams", "stage=outline", NULL);
  cli_do (cli, "import", "appraisal", example, "--case", "Teams", NULL);
  cli_do (cli, "pack", "create", "Teams", "--to", "Bury CCG", "--key-file", "council.key", "-o",
          "case.accordpack", NULL);
  cli_write_file (
      cli, "comments.json",
      "{\"comments\":[{\"text\":\"Half as many would come\",\"sort\":\"risk\",\"figure\":\"npsv\","
      "\"what_if\":\"* need × 0.5\"}]}");
  cli_do (cli, "pack", "respond", "case.accordpack", "--decision", "do-not-endorse", "--comments",
          "comments.json", "--key-file", "ccg.key", "-o", "answer.accordpack", NULL);
  merged = merge (cli, "answer.accordpack", NULL, 0);
  g_assert_true (json_object_get_boolean_member (merged, "merged"));
  rows = cli_ask (cli, "list", "comment", "--json", NULL);
  row = json_array_get_object_element (rows, 0);
  g_assert_cmpstr (json_object_get_string_member (row, "figure"), ==, "npsv");
  g_assert_nonnull (strstr (json_object_get_string_member (row, "what_if"), "\"npsv\""));
  assert_sound (cli);
}

int
main (int argc, char *argv[])
{
  g_autofree char *remove = NULL;
  int code;

  g_test_init (&argc, &argv, NULL);
  data_home = g_dir_make_tmp ("accord-data-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  CLI_TEST ("/cli/pack-flow/circle", test_circle);
  CLI_TEST ("/cli/pack-flow/twice", test_twice);
  CLI_TEST ("/cli/pack-flow/first-need", test_first_need);
  CLI_TEST ("/cli/pack-flow/comments", test_comments);
  g_test_add ("/cli/pack-flow/conflict-ours", Cli, "--prefer=ours", cli_set_up, test_conflict, cli_tear_down);
  g_test_add ("/cli/pack-flow/conflict-theirs", Cli, "--prefer=theirs", cli_set_up, test_conflict,
              cli_tear_down);
  CLI_TEST ("/cli/pack-flow/sealed", test_sealed);
  CLI_TEST ("/cli/pack-flow/refused", test_refused);
  CLI_TEST ("/cli/pack-flow/late", test_late);
  CLI_TEST ("/cli/pack-flow/appraisal", test_appraisal);
  code = g_test_run ();
  remove = g_strdup_printf ("rm -rf %s", data_home);
  g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL);
  g_free (data_home);
  return code;
}
