/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history.h"

#include "error.h"
#include "reader-private.h"
#include "workspace-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A megabyte at a time: often enough to cancel, seldom enough not to count. */
#define PAGES_PER_STEP 256

typedef struct
{
  const char *path;
  AccordProgressFunc progress;
  gpointer progress_data;
} Backup;

static int
copy_pages (Backup *self, sqlite3_backup *backup, GCancellable *cancellable)
{
  int code;

  do
    {
      code = sqlite3_backup_step (backup, PAGES_PER_STEP);
      if (self->progress != NULL)
        self->progress (sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup),
                        sqlite3_backup_pagecount (backup), self->progress_data);
      if (g_cancellable_is_cancelled (cancellable))
        return SQLITE_INTERRUPT;
    }
  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED);
  return code;
}

static gboolean
write_copy (Backup *self, const char *path, AccordConnection *from, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordConnection) to =
      accord_connection_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  sqlite3_backup *backup;
  int code;

  if (to == NULL)
    return FALSE;
  backup =
      sqlite3_backup_init (accord_connection_get_db (to), "main", accord_connection_get_db (from), "main");
  if (backup == NULL)
    return accord_connection_fail (to, sqlite3_errcode (accord_connection_get_db (to)), error);
  code = copy_pages (self, backup, cancellable);
  if (code == SQLITE_DONE)
    code = sqlite3_backup_finish (backup);
  else
    sqlite3_backup_finish (backup);
  if (code != SQLITE_OK)
    return accord_connection_fail (to, code, error);
  /* The copy is one file: no log beside it. */
  return accord_connection_exec (to, "PRAGMA journal_mode = DELETE", error);
}

static gpointer
run_backup (AccordReader *reader, gpointer data, GError **error)
{
  Backup *self = data;
  g_autofree char *part = g_strconcat (self->path, ".part", NULL);

  g_unlink (part);
  if (!write_copy (self, part, reader->connection, accord_reader_get_cancellable (reader), error))
    {
      g_unlink (part);
      return NULL;
    }
  if (g_rename (part, self->path) != 0)
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FAILED,
                   _ ("The backup “%s” cannot be written."), self->path);
      g_unlink (part);
      return NULL;
    }
  return self;
}

/**
 * accord_workspace_backup:
 * @self: a workspace
 * @path: file name of the copy, which must not be there yet
 * @progress: (nullable) (scope call): told pages of pages, on a worker thread
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up; no file is left then
 * @error: return location for an error
 *
 * Writes a copy of the workspace as it is at one moment, while it goes on being used. The copy appears under
 * its name only when it is whole. Waits.
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
accord_workspace_backup (AccordWorkspace *self, const char *path, AccordProgressFunc progress,
                         gpointer progress_data, GCancellable *cancellable, GError **error)
{
  Backup backup = { path, progress, progress_data };

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self) && path != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_OPEN, _ ("“%s” exists already."), path);
      return FALSE;
    }
  return accord_workspace_read (self, run_backup, &backup, cancellable, error) != NULL;
}
