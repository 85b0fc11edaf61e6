/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "error.h"
#include "history.h"
#include "workspace-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
assert_cannot_open (Fixture *self, const char *path, AccordStoreError code, const char *word)
{
  g_autoptr (GError) error = NULL;
  AccordWorkspace *workspace = accord_workspace_open (path, self->schema, ACCORD_OPEN_EXISTING, NULL, &error);

  g_assert_null (workspace);
  g_assert_error (error, ACCORD_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, word));
}

static char *
write_file (Fixture *self, const char *name, const void *bytes, gsize length)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  return path;
}

static void
test_strange_files (Fixture *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->folder, "missing.accord", NULL);
  g_autofree char *empty = write_file (self, "empty.accord", "", 0);
  g_autofree char *text = write_file (self, "text.accord", "Dear Sir or Madam", 17);
  g_autofree guchar *noise = g_malloc (200000);
  g_autofree char *noisy = NULL, *other = g_build_filename (self->folder, "other.accord", NULL);
  sqlite3 *db = NULL;

  for (guint i = 0; i < 200000; i++)
    noise[i] = g_test_rand_int_range (0, 256);
  noisy = write_file (self, "noise.accord", noise, 200000);
  g_assert_cmpint (sqlite3_open (other, &db), ==, SQLITE_OK);
  test_exec (db, "CREATE TABLE somebody_elses (x)");
  sqlite3_close (db);

  assert_cannot_open (self, missing, ACCORD_STORE_ERROR_OPEN, "missing.accord");
  assert_cannot_open (self, empty, ACCORD_STORE_ERROR_CORRUPT, "empty");
  assert_cannot_open (self, text, ACCORD_STORE_ERROR_CORRUPT, "text.accord");
  assert_cannot_open (self, noisy, ACCORD_STORE_ERROR_CORRUPT, "noise.accord");
  assert_cannot_open (self, other, ACCORD_STORE_ERROR_CORRUPT, "other.accord");
  assert_cannot_open (self, self->folder, ACCORD_STORE_ERROR_OPEN, "folder");
}

static void
test_newer (Fixture *self, gconstpointer data)
{
  sqlite3 *db = NULL;

  g_clear_object (&self->workspace);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  test_exec (db, "PRAGMA user_version = 99");
  sqlite3_close (db);
  assert_cannot_open (self, self->path, ACCORD_STORE_ERROR_NEWER, "newer Accord");
}

/* Cut anywhere, a file is refused or, where only free pages were lost, whole; it never crashes. */
static void
test_cut_short (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_import (self, 2000, 0);
  g_clear_object (&self->workspace);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  for (guint i = 0; i < 25; i++)
    {
      gsize cut = i < 3 ? i * 60 : (gsize) g_test_rand_int_range (100, length - 1);
      g_autofree char *path = write_file (self, "cut.accord", bytes, cut);

      assert_cannot_open (self, path, ACCORD_STORE_ERROR_CORRUPT, "cut.accord");
    }
}

/* Bytes flipped anywhere: refused, found by check, or in a place that does not count; it never crashes. */
static void
test_flipped (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_import (self, 2000, 0);
  g_clear_object (&self->workspace);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *copy = g_memdup2 (bytes, length);
      g_autofree char *path = NULL;
      g_autoptr (AccordWorkspace) workspace = NULL;
      g_autoptr (GError) error = NULL;
      gsize at = g_test_rand_int_range (100, length - 64);

      for (guint j = 0; j < 64; j++)
        copy[at + j] ^= g_test_rand_int_range (1, 256);
      path = write_file (self, "flipped.accord", copy, length);
      workspace = accord_workspace_open (path, self->schema, ACCORD_OPEN_EXISTING, NULL, &error);
      if (workspace != NULL)
        {
          g_autoptr (AccordCheckReport) report =
              accord_workspace_check (workspace, FALSE, NULL, NULL, NULL, &error);

          g_assert_true ((report != NULL) == (error == NULL));
        }
      g_assert_true (error == NULL || error->domain == ACCORD_STORE_ERROR);
    }
}

static void
become_nobody (void)
{
  if (geteuid () == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
}

static void
become_root (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_read_only_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRecord) record = accord_record_new (self->place);
  g_autoptr (AccordChange) change = NULL;

  fixture_add_place (self, "Bury");
  g_clear_object (&self->workspace);
  g_chmod (self->path, 0444);
  g_chmod (self->folder, 0555);
  become_nobody ();
  self->workspace = accord_workspace_open (self->path, self->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (accord_workspace_get_read_only (self->workspace));
  g_assert_nonnull (accord_workspace_get_notice (self->workspace));
  g_assert_cmpint (fixture_count (self, self->place), ==, 1);
  accord_record_set_text (record, "name", "Oldham");
  change = accord_workspace_save (self->workspace, record, NULL, &error);
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_READ_ONLY);
  g_clear_object (&self->workspace);
  become_root ();
  g_chmod (self->folder, 0755);
}

/* A child imports and edits without end and is killed at a moment of chance. */
static void
child_works (Fixture *self)
{
  g_autoptr (AccordWorkspace) workspace =
      accord_workspace_open (self->path, self->schema, ACCORD_OPEN_EXISTING, NULL, NULL);

  self->workspace = workspace;
  for (guint i = 0;; i++)
    {
      fixture_import (self, 3000, 0);
      fixture_add_place (self, "One place for each import");
      if (i % 3 == 2)
        accord_change_unref (accord_workspace_undo (workspace, NULL, NULL));
    }
}

static void
test_killed (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->workspace);
  for (guint i = 0; i < 12; i++)
    {
      gint64 n_spendings;
      pid_t child;

      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          child_works (self);
          _exit (1);
        }
      g_usleep (g_test_rand_int_range (5, 250) * 1000);
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

      fixture_reopen (self);
      n_spendings = fixture_count (self, self->spending);
      g_assert_cmpint (n_spendings % 3000, ==, 0);
      fixture_assert_sound (self);
      g_clear_object (&self->workspace);
    }
  fixture_reopen (self);
}

static void
test_full_disk (Fixture *self, gconstpointer data)
{
  g_autofree char *mountpoint = g_build_filename (self->folder, "small", NULL);
  g_autofree char *path = g_build_filename (mountpoint, "full.accord", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean full = FALSE;

  g_mkdir (mountpoint, 0700);
  if (mount ("tmpfs", mountpoint, "tmpfs", 0, "size=1m") != 0)
    {
      g_rmdir (mountpoint);
      g_test_skip ("No small file system can be mounted here");
      return;
    }
  g_clear_object (&self->workspace);
  self->workspace = accord_workspace_open (path, self->schema, ACCORD_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  fixture_add_place (self, "Bury");
  for (guint i = 0; i < 5000 && !full; i++)
    {
      g_autoptr (AccordRecord) record = accord_record_new (self->spending);
      g_autoptr (AccordChange) change = NULL;
      g_autofree char *note = g_strnfill (2000, 'x');

      g_free (before);
      before = fixture_dump (self);
      accord_record_set_text (record, "note", note);
      change = accord_workspace_save (self->workspace, record, NULL, &error);
      full = change == NULL;
    }
  g_assert_true (full);
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL);
  g_test_message ("%s", error->message);
  after = fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
  g_clear_object (&self->workspace);

  /* Room is made by letting the file system grow; nothing was lost. */
  g_assert_cmpint (mount ("tmpfs", mountpoint, "tmpfs", MS_REMOUNT, "size=8m"), ==, 0);
  g_free (self->path);
  self->path = g_strdup (path);
  fixture_reopen (self);
  g_free (after);
  after = fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
  fixture_add_place (self, "Goes on");
  fixture_assert_sound (self);
  g_clear_object (&self->workspace);
  g_assert_cmpint (umount (mountpoint), ==, 0);
  g_rmdir (mountpoint);
}

static void
fill_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "filler", NULL);
  static const char bytes[4096];
  int fd = g_creat (path, 0600);

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, bytes, sizeof bytes) > 0)
    ;
  close (fd);
}

/* Without room for SQLite's log a workspace can still be looked at, and says why it cannot be changed. */
static void
test_read_on_full_disk (Fixture *self, gconstpointer data)
{
  g_autofree char *mountpoint = g_build_filename (self->folder, "small", NULL);
  g_autoptr (AccordRecord) record = accord_record_new (self->place);
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (mountpoint, 0700);
  if (mount ("tmpfs", mountpoint, "tmpfs", 0, "size=1m") != 0)
    {
      g_rmdir (mountpoint);
      g_test_skip ("No small file system can be mounted here");
      return;
    }
  g_clear_object (&self->workspace);
  g_free (self->path);
  self->path = g_build_filename (mountpoint, "full.accord", NULL);
  self->workspace = accord_workspace_open (self->path, self->schema, ACCORD_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  fixture_add_place (self, "Bury");
  g_clear_object (&self->workspace);
  fill_disk (mountpoint);

  fixture_reopen (self);
  g_assert_true (accord_workspace_get_read_only (self->workspace));
  g_assert_nonnull (strstr (accord_workspace_get_notice (self->workspace), "full"));
  g_assert_cmpint (fixture_count (self, self->place), ==, 1);
  accord_record_set_text (record, "name", "Oldham");
  change = accord_workspace_save (self->workspace, record, NULL, &error);
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "full"));
  g_clear_object (&self->workspace);
  g_assert_cmpint (umount (mountpoint), ==, 0);
  g_rmdir (mountpoint);
}

static void
test_network (void)
{
  g_assert_true (accord_file_system_is_network (0x6969));
  g_assert_true (accord_file_system_is_network (0xFF534D42));
  g_assert_true (accord_file_system_is_network (0x65735546));
  g_assert_false (accord_file_system_is_network (0xEF53));
  g_assert_false (accord_file_system_is_network (0x01021994));
  g_assert_false (accord_file_system_is_network (0x9123683E));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/store/recovery/strange-files", test_strange_files);
  TEST ("/store/recovery/newer", test_newer);
  TEST ("/store/recovery/cut-short", test_cut_short);
  TEST ("/store/recovery/flipped", test_flipped);
  TEST ("/store/recovery/read-only-folder", test_read_only_folder);
  TEST ("/store/recovery/killed", test_killed);
  TEST ("/store/recovery/full-disk", test_full_disk);
  TEST ("/store/recovery/read-on-full-disk", test_read_on_full_disk);
  g_test_add_func ("/store/recovery/network", test_network);
  return g_test_run ();
}
