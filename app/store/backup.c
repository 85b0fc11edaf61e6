/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history.h"

#include "error.h"
#include "reader-private.h"
#include "workspace-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A megabyte at a time: often enough to cancel, seldom enough not to count. */
#define PAGES_PER_STEP 256

typedef struct
{
  char *path;
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
  g_autoptr (AccordConnection) to = accord_connection_open (path, SQLITE_OPEN_READWRITE, error);
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

static void
fail (Backup *self, AccordStoreError code, int reason, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  g_set_error (error, ACCORD_STORE_ERROR, code, _ ("The backup “%s” cannot be written: %s."), name,
               g_strerror (reason));
}

/* A file of a name that nobody uses, beside the one that it will become. */
static char *
make_part (Backup *self, GError **error)
{
  g_autofree char *part = g_strconcat (self->path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0666);

  if (fd < 0)
    {
      fail (self, errno == ENOSPC || errno == EDQUOT ? ACCORD_STORE_ERROR_FULL : ACCORD_STORE_ERROR_OPEN,
            errno, error);
      return NULL;
    }
  close (fd);
  return g_steal_pointer (&part);
}

static gpointer
run_backup (AccordReader *reader, gpointer data, GError **error)
{
  Backup *self = data;
  g_autofree char *part = make_part (self, error);
  g_autoptr (GError) reason = NULL;

  if (part == NULL)
    return NULL;
  /* The first question holds the moment that is copied; without it each step would begin anew after a change.
   */
  if (accord_connection_exec (reader->connection, "SELECT count (*) FROM sqlite_master", &reason)
      && write_copy (self, part, reader->connection, accord_reader_get_cancellable (reader), &reason))
    {
      if (g_rename (part, self->path) == 0)
        return self;
      fail (self, ACCORD_STORE_ERROR_FAILED, errno, &reason);
    }
  g_unlink (part);
  if (g_error_matches (reason, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL))
    fail (self, ACCORD_STORE_ERROR_FULL, ENOSPC, error);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
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
  g_autofree char *full_path = NULL;
  Backup backup = { NULL, progress, progress_data };

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self) && path != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_OPEN, _ ("“%s” exists already."), name);
      return FALSE;
    }
  /* Absolute, because SQLite takes a name that begins with "file:" for something else. */
  backup.path = full_path = g_canonicalize_filename (path, NULL);
  return accord_workspace_read (self, run_backup, &backup, cancellable, error) != NULL;
}
