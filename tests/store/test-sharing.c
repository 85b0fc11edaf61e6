/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "error.h"
#include "history.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
#define OTHER_PROGRAM "/store/sharing/subprocess/other-program"

/* What another program does meanwhile, in a process of its own: locks are of a process. */
static void
other_program (void)
{
  Fixture other = { .path = (char *) g_getenv ("ACCORD_TEST_PATH"), .schema = test_schema_new () };

  other.place = accord_schema_find_kind (other.schema, "place");
  fixture_reopen (&other);
  fixture_add_place (&other, "Added by another program");
  g_assert_finalize_object (g_steal_pointer (&other.workspace));
  g_object_unref (other.schema);
}

static void
run_other_program (const char *path)
{
  g_setenv ("ACCORD_TEST_PATH", path, TRUE);
  g_test_trap_subprocess (OTHER_PROGRAM, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* A file that is open is opened again, and looked at, by the same program. The system drops all locks of a
 * process on a file when any of its descriptors is closed; without them the last to close elsewhere would
 * take the log away from under the one that writes. */
static void
test_twice_in_one_program (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  AccordWorkspace *second;

  fixture_add_place (self, "Before");
  second = accord_workspace_open (self->path, self->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (second);
  run_other_program (self->path);
  fixture_add_place (self, "After");
  run_other_program (self->path);
  fixture_reopen (self);
  g_assert_cmpint (fixture_count (self, self->place), ==, 4);
  fixture_assert_sound (self);
}

static void
note_change (AccordWorkspace *workspace, AccordChange *change, gpointer data)
{
  guint *n_changes = data;

  *n_changes += 1;
}

/* A link to a workspace is that workspace: its log stands beside the file, not beside the link. */
static void
test_through_a_link (Fixture *self, gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->folder, "link.accord", NULL);
  guint n_changes = 0;

  g_assert_cmpint (symlink (self->path, link), ==, 0);
  g_free (self->path);
  self->path = g_strdup (link);
  fixture_reopen (self);
  g_signal_connect (self->workspace, "changed", G_CALLBACK (note_change), &n_changes);
  run_other_program (link);
  fixture_wait (n_changes > 0);
  g_assert_cmpint (fixture_count (self, self->place), ==, 1);
}

static void
assert_refused (Fixture *self, AccordStoreError code)
{
  g_autoptr (AccordRecord) record = accord_record_new (self->place);
  g_autoptr (GError) error = NULL;
  AccordChange *change;

  accord_record_set_text (record, "name", "Into nowhere");
  change = accord_workspace_save (self->workspace, record, NULL, &error);
  g_assert_null (change);
  g_assert_error (error, ACCORD_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
}

/* What is written to a file that has lost its name would be gone with the program; a copy can still be
 * made. */
static void
test_taken_away (Fixture *self, gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (self->folder, "elsewhere.accord", NULL);
  g_autofree char *copy = g_build_filename (self->folder, "copy.accord", NULL);
  g_autoptr (GError) error = NULL;

  fixture_add_place (self, "Bury");
  g_assert_cmpint (g_rename (self->path, elsewhere), ==, 0);
  assert_refused (self, ACCORD_STORE_ERROR_OPEN);
  g_assert_true (g_file_set_contents (self->path, "another", -1, NULL));
  assert_refused (self, ACCORD_STORE_ERROR_OPEN);
  g_assert_true (accord_workspace_backup (self->workspace, copy, NULL, NULL, NULL, &error));
  g_assert_no_error (error);

  g_assert_cmpint (g_rename (elsewhere, self->path), ==, 0);
  fixture_add_place (self, "Put back");
  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  fixture_reopen (self);
  g_assert_cmpint (fixture_count (self, self->place), ==, 1);
  fixture_assert_sound (self);
}

/* Names that mean something to SQLite, to URIs or to printf, and one that is no UTF-8. */
static void
test_odd_names (Fixture *self, gconstpointer data)
{
  const char *names[] = { "50% of it?.accord",        "#1 & file:a=b;c.accord", "Bury\xe9\xff.accord",
                          " leading and %s%n.accord", "new\nline.accord",       "a'b\"c].accord" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint read_only = 0; read_only < 2; read_only++)
      {
        g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
        g_autofree char *shown = g_filename_display_basename (path), *log = NULL;
        g_autoptr (GError) error = NULL;
        AccordOpenFlags flags = read_only ? ACCORD_OPEN_READ_ONLY : ACCORD_OPEN_CREATE;
        AccordWorkspace *made = accord_workspace_open (path, self->schema, flags, NULL, &error);

        g_assert_no_error (error);
        g_assert_finalize_object (made);
        if (!read_only)
          continue;
        g_assert_cmpint (truncate (path, 1000), ==, 0);
        made = accord_workspace_open (path, self->schema, flags, NULL, &error);
        g_assert_null (made);
        g_assert_true (g_utf8_validate (error->message, -1, NULL));
        g_assert_nonnull (strstr (error->message, shown));
      }
}

/* Something else in this program looked into the file, as a file chooser does, and took the locks away with
 * it. The log goes with the next program that closes the file; what would be written to it is refused. */
static void
test_log_taken_away (Fixture *self, gconstpointer data)
{
  int fd;

  fixture_add_place (self, "Before");
  fd = g_open (self->path, O_RDONLY, 0);
  g_assert_true (g_close (fd, NULL));
  run_other_program (self->path);
  assert_refused (self, ACCORD_STORE_ERROR_OPEN);
  fixture_reopen (self);
  fixture_add_place (self, "After");
  g_assert_cmpint (fixture_count (self, self->place), ==, 3);
  fixture_assert_sound (self);
}

static gpointer
work_beside_others (gpointer data)
{
  Fixture mine = *(Fixture *) data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (g_thread_self ()));

  mine.workspace = NULL;
  fixture_reopen (&mine);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (AccordChange) change = NULL;
      g_autoptr (GError) error = NULL;
      int choice = g_rand_int_range (rand, 0, 5);

      if (choice == 0)
        change = accord_workspace_undo (mine.workspace, NULL, &error);
      else if (choice == 1)
        change = accord_workspace_redo (mine.workspace, NULL, &error);
      else
        fixture_add_spending (&mine, "Persona", choice, 0);
      if (error != NULL)
        g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOTHING);
    }
  g_clear_object (&mine.workspace);
  return NULL;
}

/* Several add, take back and do again what others did, all at once: the journal stays whole, and the way back
 * leads to where all began. */
static void
test_undo_among_others (Fixture *self, gconstpointer data)
{
  g_autofree char *before = fixture_dump (self), *after = NULL;
  GThread *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("other", work_beside_others, self);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  fixture_reopen (self);
  fixture_assert_sound (self);
  while (accord_workspace_get_undo_label (self->workspace) != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordChange) change = accord_workspace_undo (self->workspace, NULL, &error);

      g_assert_no_error (error);
    }
  after = fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
  fixture_assert_sound (self);
}

/* A backup goes where it is told to, whatever SQLite would make of the name, and touches no other file. */
static void
test_backup_beside_others (Fixture *self, gconstpointer data)
{
  const char *names[] = { "file:copy.accord", "copy?mode=memory", "nowhere/copy.accord" };
  g_autofree char *mine = g_build_filename (self->folder, "file:copy.accord.part", NULL);
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (self->folder), ==, 0);
  g_assert_true (g_file_set_contents (mine, "mine", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean made = accord_workspace_backup (self->workspace, names[i], NULL, NULL, NULL, &error);

      g_assert_cmpint (made, ==, i < 2);
      g_assert_cmpint (g_file_test (names[i], G_FILE_TEST_EXISTS), ==, made);
      if (!made)
        g_assert_cmpstr (error->message, ==,
                         "The backup “copy.accord” cannot be written: No such file or directory.");
    }
  g_assert_true (g_file_test (mine, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_chdir (before), ==, 0);
}

static gboolean
add_while_looked_at (AccordWriter *writer, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autoptr (AccordRecord) record = accord_record_new (self->place);

  accord_record_set_text (record, "name", "One of many");
  for (guint i = 0; i < 1000; i++)
    accord_workspace_look_for_changes (self->workspace);
  return accord_writer_insert (writer, record, error);
}

/* Others look for changes at the moment when one is being kept: it is this program's own all the same. */
static void
test_own_change (Fixture *self, gconstpointer data)
{
  guint n_changes = 0;

  g_signal_connect (self->workspace, "changed", G_CALLBACK (note_change), &n_changes);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordChange) change =
          accord_workspace_write (self->workspace, "Add", add_while_looked_at, self, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (accord_change_get_id (change), >, 0);
      g_assert_true (accord_change_is_local (change));
      g_assert_true (accord_change_touches (change, self->place, i + 1));
    }
  g_assert_cmpuint (n_changes, ==, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func (OTHER_PROGRAM, other_program);
  TEST ("/store/sharing/twice-in-one-program", test_twice_in_one_program);
  TEST ("/store/sharing/through-a-link", test_through_a_link);
  TEST ("/store/sharing/taken-away", test_taken_away);
  TEST ("/store/sharing/log-taken-away", test_log_taken_away);
  TEST ("/store/sharing/undo-among-others", test_undo_among_others);
  TEST ("/store/sharing/odd-names", test_odd_names);
  TEST ("/store/sharing/backup-beside-others", test_backup_beside_others);
  TEST ("/store/sharing/own-change", test_own_change);
  return g_test_run ();
}
