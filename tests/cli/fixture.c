/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#include <glib/gstdio.h>

/* The workspace is named on the command line of every run, so that a test says so only when it is about that.
 */
static GPtrArray *
collect (Cli *cli, const char *first, va_list rest, gboolean json)
{
  GPtrArray *arguments = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (arguments, g_strconcat ("--workspace=", cli->workspace, NULL));
  if (json)
    g_ptr_array_add (arguments, g_strdup ("--json"));
  for (const char *at = first; at != NULL; at = va_arg (rest, const char *))
    g_ptr_array_add (arguments, g_strdup (at));
  g_ptr_array_add (arguments, NULL);
  return arguments;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
cli_set_up (Cli *cli, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cli->folder = g_dir_make_tmp ("accordctl-XXXXXX", &error);
  g_assert_no_error (error);
  cli->workspace = cli_path (cli, "test.accord");
}

void
cli_tear_down (Cli *cli, gconstpointer data)
{
  remove_tree (cli->folder);
  g_free (cli->folder);
  g_free (cli->workspace);
}

/* (transfer full): where a file of this name is or would be. */
char *
cli_path (Cli *cli, const char *name)
{
  return g_build_filename (cli->folder, name, NULL);
}

void
cli_write_file (Cli *cli, const char *name, const char *text)
{
  g_autofree char *path = cli_path (cli, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* The build says where the program is. */
const char *
cli_program (void)
{
  const char *program = g_getenv ("ACCORDCTL");

  g_assert_nonnull (program);
  return program;
}

GSubprocessLauncher *
cli_launcher (Cli *cli, GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);

  g_subprocess_launcher_set_cwd (launcher, cli->folder);
  g_subprocess_launcher_unsetenv (launcher, "ACCORD_WORKSPACE");
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  return launcher;
}

/* The data of no bytes is no pointer. */
static char *
dup_text (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return length > 0 ? g_strndup (text, length) : g_strdup ("");
}

/**
 * cli_runv:
 * @cli: where
 * @arguments: (array zero-terminated=1): what comes after the program's name, and nothing else
 *
 * Returns: (transfer full): how it went
 */
Answer *
cli_runv (Cli *cli, const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher =
      cli_launcher (cli, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;
  Answer *answer = g_new0 (Answer, 1);

  g_ptr_array_add (argv, (gpointer) cli_program ());
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);
  answer->code = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  answer->out = dup_text (out);
  answer->err = dup_text (err);
  /* A sanitizer ends the program with a code that means something else to us. */
  g_assert_null (strstr (answer->err, "Sanitizer"));
  g_assert_null (strstr (answer->err, "runtime error"));
  return answer;
}

/* Runs it with the test's workspace. */
Answer *
cli_run (Cli *cli, ...)
{
  g_autoptr (GPtrArray) arguments = NULL;
  va_list rest;
  const char *first;

  va_start (rest, cli);
  first = va_arg (rest, const char *);
  arguments = collect (cli, first, rest, FALSE);
  va_end (rest);
  return cli_runv (cli, (const char *const *) arguments->pdata);
}

static void
assert_done (const Answer *answer)
{
  if (answer->code != 0)
    g_test_message ("complaint: %s", answer->err);
  g_assert_cmpint (answer->code, ==, 0);
  g_assert_cmpstr (answer->err, ==, "");
}

/* Makes the test's workspace. */
void
cli_init (Cli *cli)
{
  cli_do (cli, "init", NULL);
}

/* Runs it with the test's workspace; it must succeed without a complaint. */
void
cli_do (Cli *cli, ...)
{
  g_autoptr (GPtrArray) arguments = NULL;
  g_autoptr (Answer) answer = NULL;
  va_list rest;
  const char *first;

  va_start (rest, cli);
  first = va_arg (rest, const char *);
  arguments = collect (cli, first, rest, FALSE);
  va_end (rest);
  answer = cli_runv (cli, (const char *const *) arguments->pdata);
  assert_done (answer);
}

static JsonArray *
ask (Cli *cli, const char *first, va_list rest)
{
  g_autoptr (GPtrArray) arguments = collect (cli, first, rest, TRUE);
  g_autoptr (Answer) answer = cli_runv (cli, (const char *const *) arguments->pdata);
  g_autoptr (JsonNode) root = NULL;

  assert_done (answer);
  root = answer_json (answer);
  g_assert_true (JSON_NODE_HOLDS_ARRAY (root));
  return json_array_ref (json_node_get_array (root));
}

/* Runs it with --json; it must succeed and answer with an array. */
JsonArray *
cli_ask (Cli *cli, ...)
{
  JsonArray *array;
  va_list rest;
  const char *first;

  va_start (rest, cli);
  first = va_arg (rest, const char *);
  array = ask (cli, first, rest);
  va_end (rest);
  return array;
}

/* Runs it with --json; it must succeed and answer with an array of one object. */
JsonObject *
cli_ask_one (Cli *cli, ...)
{
  g_autoptr (JsonArray) array = NULL;
  va_list rest;
  const char *first;

  va_start (rest, cli);
  first = va_arg (rest, const char *);
  array = ask (cli, first, rest);
  va_end (rest);
  g_assert_cmpuint (json_array_get_length (array), ==, 1);
  return json_object_ref (json_array_get_object_element (array, 0));
}

static void
assert_one_sentence (const char *err)
{
  g_assert_true (g_str_has_prefix (err, "accordctl: "));
  g_assert_true (g_str_has_suffix (err, "\n"));
  g_assert_true (strchr (err, '\n') == err + strlen (err) - 1);
  g_assert_null (strstr (err, "CRITICAL"));
}

/* Runs it; it must end with this code and one sentence that contains @complaint, and print nothing. */
void
cli_expect (Cli *cli, int code, const char *complaint, ...)
{
  g_autoptr (GPtrArray) arguments = NULL;
  g_autoptr (Answer) answer = NULL;
  va_list rest;
  const char *first;

  va_start (rest, complaint);
  first = va_arg (rest, const char *);
  arguments = collect (cli, first, rest, FALSE);
  va_end (rest);
  answer = cli_runv (cli, (const char *const *) arguments->pdata);
  g_test_message ("%s", answer->err);
  g_assert_cmpint (answer->code, ==, code);
  assert_one_sentence (answer->err);
  g_assert_nonnull (strstr (answer->err, complaint));
  g_assert_cmpstr (answer->out, ==, "");
}

void
answer_free (Answer *self)
{
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

/* (transfer full): what was printed, which must be JSON. */
JsonNode *
answer_json (const Answer *self)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (self->out, &error);

  if (error != NULL)
    g_test_message ("not JSON: %s", self->out);
  g_assert_no_error (error);
  g_assert_nonnull (root);
  return root;
}

/* The workspace must be whole. */
void
assert_sound (Cli *cli)
{
  g_autoptr (JsonObject) report = cli_ask_one (cli, "check", NULL);

  g_assert_true (json_object_get_boolean_member (report, "sound"));
}

const char *
cli_text_of (JsonObject *object, const char *key)
{
  g_assert_true (json_object_has_member (object, key));
  return json_object_get_string_member_with_default (object, key, NULL);
}

gint64
cli_number_of (JsonObject *object, const char *key)
{
  g_assert_true (json_object_has_member (object, key));
  g_assert_false (json_object_get_null_member (object, key));
  return json_object_get_int_member (object, key);
}

void
cli_add_place (Cli *cli)
{
  cli_init (cli);
  cli_do (cli, "add", "organisation", "name=Bury Council", "type=council", "short-name=Bury", NULL);
  cli_do (cli, "add", "organisation", "name=Bury CCG", "type=commissioning-group", NULL);
  cli_do (cli, "add", "fund", "name=Transformation Fund", "type=transformation-fund", "amount=£19.2m",
          "holder=Bury Council", NULL);
}
