/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "workspace-file.h"

#include <string.h>
#include <sys/vfs.h>

/* This program believes every file to be on a network drive: its own statfs() stands before the C library's.
 */
#define NFS 0x6969

int
statfs (const char *path, struct statfs *info)
{
  memset (info, 0, sizeof *info);
  info->f_type = NFS;
  return 0;
}

static void
test_says_so (Fixture *self, gconstpointer data)
{
  const char *notice = accord_workspace_get_notice (self->workspace);

  g_assert_nonnull (notice);
  g_test_message ("%s", notice);
  g_assert_nonnull (strstr (notice, "network drive"));
}

static char *
journal_mode (Fixture *self)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;
  char *mode;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA journal_mode", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  mode = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return mode;
}

/* No write-ahead log, and all goes on as usual, also with the file open twice. */
static void
test_rollback_journal (Fixture *self, gconstpointer data)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *mode = journal_mode (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordWorkspace) other = NULL;
  g_autoptr (AccordRecord) record = accord_record_new (self->place);
  g_autoptr (AccordChange) change = NULL, undone = NULL;

  g_assert_cmpstr (mode, ==, "delete");
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  fixture_import (self, 3000, 0);

  other = accord_workspace_open (self->path, self->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  accord_record_set_text (record, "name", "Elsewhere");
  change = accord_workspace_save (other, record, NULL, &error);
  g_assert_no_error (error);
  fixture_wait (g_strcmp0 (accord_workspace_get_undo_label (self->workspace), "Add “Elsewhere”") == 0);
  undone = accord_workspace_undo (self->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (self, self->place), ==, 0);
  fixture_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/network/says-so", Fixture, NULL, fixture_set_up, test_says_so, fixture_tear_down);
  g_test_add ("/store/network/rollback-journal", Fixture, NULL, fixture_set_up, test_rollback_journal,
              fixture_tear_down);
  return g_test_run ();
}
