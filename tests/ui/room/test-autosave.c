/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../../model/fixture.h"

#include "room/autosave.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char *self_path;

static gint64
add_case (Fixture *fixture)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "case");

  accord_record_set_text (record, "name", "Neighbourhood teams");
  accord_record_set_text (record, "stage", "outline");
  accord_record_set_text (record, "status", "draft");
  return fixture_save (fixture, record);
}

static AccordRecord *
new_comment (AccordWorkspace *workspace, gint64 business_case)
{
  AccordRecord *record =
      accord_record_new (accord_schema_find_kind (accord_workspace_get_schema (workspace), "comment"));

  accord_record_fill_in (record);
  accord_record_set_int (record, "case", business_case);
  return record;
}

static gboolean
has_text (AccordRecord *record)
{
  return accord_record_get_text (record, "text") != NULL;
}

static gboolean
on_late (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean late = FALSE;

  g_timeout_add (ms, on_late, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
list_all (AccordReader *reader, gpointer data, GError **error)
{
  g_autoptr (AccordQuery) query =
      accord_query_new (accord_schema_find_kind (accord_reader_get_schema (reader), "comment"));

  return accord_reader_list (reader, query, error);
}

static GPtrArray *
comments_of (AccordWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = accord_workspace_read (workspace, list_all, NULL, NULL, &error);

  g_assert_no_error (error);
  return all;
}

static void
count (gpointer object, guint *n)
{
  (*n)++;
}

/* Somebody who never pauses has it kept all the same, as one record. */
static void
test_no_pause (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordRecord) comment = new_comment (fixture->workspace, add_case (fixture));
  g_autoptr (AccordAutosave) autosave =
      accord_autosave_new (fixture->workspace, comment, "Write a comment", has_text);
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autoptr (GPtrArray) all = NULL, last = NULL;
  guint n = 0;

  g_signal_connect (autosave, "kept", G_CALLBACK (count), &n);
  for (guint i = 0; i < 60; i++)
    {
      g_string_append_c (typed, (char) ('a' + i % 26));
      accord_autosave_put_text (autosave, "text", typed->str);
      wait_ms (25);
    }
  g_assert_cmpuint (n, >=, 1);
  all = comments_of (fixture->workspace);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_true (g_str_has_prefix (typed->str, accord_record_get_text (all->pdata[0], "text")));
  accord_autosave_flush (autosave);
  while (accord_autosave_get_waiting (autosave))
    g_main_context_iteration (NULL, TRUE);
  last = comments_of (fixture->workspace);
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_cmpstr (accord_record_get_text (last->pdata[0], "text"), ==, typed->str);
  g_assert_cmpint (accord_autosave_get_id (autosave), ==, accord_record_get_id (last->pdata[0]));
  g_assert_true (accord_autosave_is_quiet ("Write a comment"));
  g_assert_false (accord_autosave_is_quiet ("Delete a comment"));
}

/* Nothing but white space is no comment; what an undo took away is there again with the next key. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordRecord) comment = new_comment (fixture->workspace, add_case (fixture));
  g_autoptr (AccordAutosave) autosave = accord_autosave_new (fixture->workspace, comment, "Write", has_text);
  g_autoptr (GPtrArray) none = NULL, gone = NULL, again = NULL;
  g_autoptr (AccordChange) undone = NULL;

  accord_autosave_put_text (autosave, "sort", "risk");
  accord_autosave_flush (autosave);
  none = comments_of (fixture->workspace);
  g_assert_cmpuint (none->len, ==, 0);
  accord_autosave_put_text (autosave, "text", "One");
  wait_ms (ACCORD_AUTOSAVE_MS + 300);
  undone = accord_workspace_undo (fixture->workspace, NULL, NULL);
  gone = comments_of (fixture->workspace);
  g_assert_cmpuint (gone->len, ==, 0);
  accord_autosave_put_text (autosave, "text", "One, two");
  wait_ms (ACCORD_AUTOSAVE_MS + 300);
  again = comments_of (fixture->workspace);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpstr (accord_record_get_text (again->pdata[0], "text"), ==, "One, two");
  g_assert_cmpstr (accord_record_get_text (again->pdata[0], "sort"), ==, "risk");
}

/* Fields that somebody else changed meanwhile stay as they made them. */
static void
test_other_fields (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordRecord) comment = new_comment (fixture->workspace, add_case (fixture)), now = NULL;
  g_autoptr (AccordAutosave) autosave = NULL;
  g_autoptr (AccordRecord) other = NULL;

  accord_record_set_text (comment, "text", "One");
  fixture_save (fixture, comment);
  autosave = accord_autosave_new (fixture->workspace, comment, "Write", has_text);
  other = fixture_get (fixture, "comment", accord_record_get_id (comment));
  accord_record_set_text (other, "state", "answered");
  fixture_save (fixture, other);
  accord_autosave_put_text (autosave, "text", "Two");
  wait_ms (ACCORD_AUTOSAVE_MS + 300);
  now = fixture_get (fixture, "comment", accord_record_get_id (comment));
  g_assert_cmpstr (accord_record_get_text (now, "text"), ==, "Two");
  g_assert_cmpstr (accord_record_get_text (now, "state"), ==, "answered");
  g_assert_true (accord_autosave_follow (autosave, now));
  g_assert_false (accord_autosave_follow (autosave, now));
}

/* --- Killed while typing. */

/* Types a letter every 20 ms, and says which it typed last, until it is killed. */
static int
write_forever (const char *path, gint64 business_case)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  g_autoptr (AccordWorkspace) workspace = accord_workspace_open (path, schema, 0, NULL, NULL);
  g_autoptr (AccordRecord) comment = new_comment (workspace, business_case);
  g_autoptr (AccordAutosave) autosave = accord_autosave_new (workspace, comment, "Write", has_text);
  g_autoptr (GString) typed = g_string_new (NULL);

  for (;;)
    {
      gint64 now = g_get_monotonic_time ();

      g_string_append_c (typed, (char) ('a' + typed->len % 26));
      accord_autosave_put_text (autosave, "text", typed->str);
      if (write (STDOUT_FILENO, &now, sizeof now) != sizeof now)
        return 1;
      wait_ms (20);
    }
}

/* When each letter was typed. */
static GArray *
kill_after (const char *path, gint64 business_case, guint ms, gint64 *killed)
{
  g_autofree char *number = g_strdup_printf ("%d", (int) business_case);
  const char *const arguments[] = { self_path, "--write", path, number, NULL };
  g_autoptr (GError) error = NULL;
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPid pid;
  gint64 at;
  int out;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &out, NULL, &error);
  g_assert_no_error (error);
  while (read (out, &at, sizeof at) == sizeof at)
    {
      g_array_append_val (times, at);
      if (at - g_array_index (times, gint64, 0) > (gint64) ms * 1000)
        break;
    }
  *killed = g_get_monotonic_time ();
  kill (pid, SIGKILL);
  while (read (out, &at, sizeof at) == sizeof at)
    g_array_append_val (times, at);
  close (out);
  waitpid (pid, NULL, 0);
  return times;
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture), killed = 0;
  g_autoptr (GArray) times = kill_after (fixture->path, id, 2600, &killed);
  g_autoptr (GPtrArray) all = NULL;
  const char *text;
  guint due = 0;

  fixture_reopen (fixture);
  all = comments_of (fixture->workspace);
  g_assert_cmpuint (all->len, ==, 1);
  text = accord_record_get_text (all->pdata[0], "text");
  for (guint i = 0; text[i] != '\0'; i++)
    g_assert_cmpint (text[i], ==, 'a' + (int) (i % 26));
  /* Half a second until it is written, and as long again for a machine that is busy to write it. */
  for (guint i = 0; i < times->len; i++)
    due += g_array_index (times, gint64, i) < killed - 2 * ACCORD_AUTOSAVE_MS * 1000;
  g_assert_cmpuint (strlen (text), >=, due);
  g_test_message ("%u letters typed, %u kept", times->len, (guint) strlen (text));
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "--write") == 0)
    return write_forever (argv[2], g_ascii_strtoll (argv[3], NULL, 10));
  self_path = g_file_read_link ("/proc/self/exe", NULL);
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/autosave/no-pause", test_no_pause);
  fixture_add_test ("/autosave/undo", test_undo);
  fixture_add_test ("/autosave/other-fields", test_other_fields);
  fixture_add_test ("/autosave/killed", test_killed);

  return g_test_run ();
}
