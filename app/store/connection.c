/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "connection.h"

#include "error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* How many steps of SQLite's machine go between two looks at the cancellable: well under a millisecond. */
#define STEPS_BETWEEN_LOOKS 2000
/* How long to wait for another process that is writing, in milliseconds, and how often to ask. */
#define BUSY_LIMIT 15000
#define BUSY_PAUSE 5
#define MAX_STATEMENTS 256

struct _AccordConnection
{
  sqlite3 *db;
  char *name;
  GCancellable *cancellable;
  GHashTable *statements;
  GHashTable *in_use;
  /* The log as it was when it was opened; 0 where none is kept. */
  guint64 log_device;
  guint64 log_inode;
};

static int
on_progress (void *data)
{
  AccordConnection *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static int
on_busy (void *data, int count)
{
  AccordConnection *self = data;

  if (count * BUSY_PAUSE > BUSY_LIMIT || g_cancellable_is_cancelled (self->cancellable))
    return 0;
  g_usleep (BUSY_PAUSE * 1000);
  return 1;
}

static void
statement_free (gpointer data)
{
  sqlite3_finalize (data);
}

/**
 * accord_connection_fail:
 * @self: a connection
 * @code: a result code of SQLite that is not success
 * @error: return location for an error
 *
 * The one place where SQLite's codes become our errors and sentences.
 *
 * Returns: %FALSE
 */
gboolean
accord_connection_fail (AccordConnection *self, int code, GError **error)
{
  const int system = self->db != NULL ? sqlite3_system_errno (self->db) : 0;
  AccordStoreError kind = ACCORD_STORE_ERROR_FAILED;
  g_autofree char *message = NULL;

  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The work was cancelled."));
      return FALSE;
    case SQLITE_FULL:
      kind = ACCORD_STORE_ERROR_FULL;
      break;
    case SQLITE_IOERR:
      if (system == ENOSPC || system == EDQUOT)
        kind = ACCORD_STORE_ERROR_FULL;
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      kind = ACCORD_STORE_ERROR_CORRUPT;
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      kind = system == ENOSPC ? ACCORD_STORE_ERROR_FULL : ACCORD_STORE_ERROR_OPEN;
      break;
    case SQLITE_READONLY:
      kind = ACCORD_STORE_ERROR_READ_ONLY;
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      kind = ACCORD_STORE_ERROR_BUSY;
      break;
    default:
      break;
    }

  switch (kind)
    {
    case ACCORD_STORE_ERROR_FULL:
      message = g_strdup_printf (_ ("The disk that holds “%s” is full; nothing was changed."), self->name);
      break;
    case ACCORD_STORE_ERROR_CORRUPT:
      message = g_strdup_printf (_ ("“%s” is damaged. Restore it from a backup."), self->name);
      break;
    case ACCORD_STORE_ERROR_OPEN:
      message = g_strdup_printf (_ ("“%s” cannot be opened: %s."), self->name,
                                 system != 0 ? g_strerror (system) : sqlite3_errstr (code));
      break;
    case ACCORD_STORE_ERROR_READ_ONLY:
      message = g_strdup_printf (_ ("“%s” can be read but not changed."), self->name);
      break;
    case ACCORD_STORE_ERROR_BUSY:
      message =
          g_strdup_printf (_ ("Another program is writing to “%s”; try again in a moment."), self->name);
      break;
    default:
      message = g_strdup_printf (_ ("“%s” could not be used: %s."), self->name,
                                 self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (code));
      break;
    }
  g_set_error_literal (error, ACCORD_STORE_ERROR, kind, message);
  return FALSE;
}

static AccordConnection *
open_name (const char *path, const char *name, int flags, GError **error)
{
  g_autoptr (AccordConnection) self = g_new0 (AccordConnection, 1);
  int code;

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, statement_free);
  self->in_use = g_hash_table_new (NULL, NULL);
  self->name = g_filename_display_basename (path);
  code = sqlite3_open_v2 (name, &self->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      accord_connection_fail (self, code, error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_handler (self->db, on_busy, self);
  sqlite3_progress_handler (self->db, STEPS_BETWEEN_LOOKS, on_progress, self);
  return g_steal_pointer (&self);
}

/**
 * accord_connection_open:
 * @path: an absolute file name
 * @flags: SQLite's open flags
 * @error: return location for an error
 *
 * Returns: (transfer full): a connection, or %NULL
 */
AccordConnection *
accord_connection_open (const char *path, int flags, GError **error)
{
  return open_name (path, path, flags, error);
}

/**
 * accord_connection_open_immutable:
 * @path: an absolute file name
 * @error: return location for an error
 *
 * Opens a file that nobody changes, without locks and without the log beside it.
 *
 * Returns: (transfer full): a connection for reading, or %NULL
 */
AccordConnection *
accord_connection_open_immutable (const char *path, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", escaped);

  return open_name (path, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
}

/**
 * accord_connection_peek:
 * @self: a connection
 * @bytes: (out caller-allocates): room for the first bytes of the file
 * @length: how many
 * @size: (out): how long the file is
 * @error: return location for an error
 *
 * Reads the beginning of the file as it stands, through SQLite: a descriptor of our own must not be opened on
 * a workspace, because closing it takes away the locks that this process holds on the file.
 *
 * Returns: %FALSE when it cannot be read; a short file is filled up with zeros
 */
gboolean
accord_connection_peek (AccordConnection *self, guchar *bytes, int length, gint64 *size, GError **error)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 found = 0;
  int code = sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  if (code == SQLITE_OK)
    code = file->pMethods->xFileSize (file, &found);
  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, bytes, length, 0);
  *size = found;
  return code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ || accord_connection_fail (self, code, error);
}

static gboolean
look_at_log (AccordConnection *self, GStatBuf *info)
{
  return g_stat (sqlite3_filename_wal (sqlite3_db_filename (self->db, "main")), info) == 0;
}

/* Takes note of the log that the connection has just opened. */
void
accord_connection_note_log (AccordConnection *self)
{
  GStatBuf info;

  if (!look_at_log (self, &info))
    return;
  self->log_device = info.st_dev;
  self->log_inode = info.st_ino;
}

/**
 * accord_connection_has_moved:
 * @self: a connection
 *
 * The file loses its name when it is moved, deleted or replaced; its log also when something in this process
 * (a file chooser that looks what the file is) has closed a descriptor on it and with that the locks, and
 * another program then closes the workspace as if it were the last.
 *
 * Returns: whether what is written from now on would be lost
 */
gboolean
accord_connection_has_moved (AccordConnection *self)
{
  int moved = FALSE;
  GStatBuf info;

  if (sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved)
    return TRUE;
  return self->log_inode != 0
         && (!look_at_log (self, &info) || info.st_dev != self->log_device || info.st_ino != self->log_inode);
}

/* What the file is called for people. */
const char *
accord_connection_get_name (AccordConnection *self)
{
  return self->name;
}

void
accord_connection_free (AccordConnection *self)
{
  g_assert (g_hash_table_size (self->in_use) == 0);
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->in_use);
  g_clear_object (&self->cancellable);
  sqlite3_close_v2 (self->db);
  g_free (self->name);
  g_free (self);
}

sqlite3 *
accord_connection_get_db (AccordConnection *self)
{
  return self->db;
}

/* What stops the statements that run from now on. */
void
accord_connection_set_cancellable (AccordConnection *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

GCancellable *
accord_connection_get_cancellable (AccordConnection *self)
{
  return self->cancellable;
}

gboolean
accord_connection_exec (AccordConnection *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || accord_connection_fail (self, code, error);
}

/* Runs one statement after the other; stops at the first that fails. */
gboolean
accord_connection_exec_all (AccordConnection *self, GPtrArray *statements, GError **error)
{
  for (guint i = 0; i < statements->len; i++)
    if (!accord_connection_exec (self, g_ptr_array_index (statements, i), error))
      return FALSE;
  return TRUE;
}

/**
 * accord_connection_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: return location for an error
 *
 * Prepares a statement or takes it from those kept from before.
 *
 * Returns: (transfer none): the statement, to be given back with accord_connection_release(); %NULL on
 * failure
 */
sqlite3_stmt *
accord_connection_prepare (AccordConnection *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL && !g_hash_table_contains (self->in_use, statement))
    {
      g_hash_table_add (self->in_use, statement);
      return statement;
    }
  code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      accord_connection_fail (self, code, error);
      return NULL;
    }
  g_assert (statement != NULL);
  /* A statement already lent out is prepared a second time and not kept. */
  if (!g_hash_table_contains (self->statements, sql))
    {
      if (g_hash_table_size (self->statements) >= MAX_STATEMENTS && g_hash_table_size (self->in_use) == 0)
        g_hash_table_remove_all (self->statements);
      g_hash_table_insert (self->statements, g_strdup (sql), statement);
    }
  g_hash_table_add (self->in_use, statement);
  return statement;
}

/**
 * accord_connection_release:
 * @self: a connection
 * @statement: (transfer full): a statement of accord_connection_prepare()
 *
 * Gives a statement back.
 */
void
accord_connection_release (AccordConnection *self, sqlite3_stmt *statement)
{
  gpointer kept = g_hash_table_lookup (self->statements, sqlite3_sql (statement));

  g_hash_table_remove (self->in_use, statement);
  if (kept != statement)
    {
      sqlite3_finalize (statement);
      return;
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/* Runs a statement that answers nothing and gives it back. */
gboolean
accord_connection_run (AccordConnection *self, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);
  gboolean done = code == SQLITE_DONE || code == SQLITE_ROW;

  if (!done)
    accord_connection_fail (self, code, error);
  accord_connection_release (self, statement);
  return done;
}

/* Goes to the next row; @row is %FALSE after the last. */
gboolean
accord_connection_step (AccordConnection *self, sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  return code == SQLITE_ROW || code == SQLITE_DONE || accord_connection_fail (self, code, error);
}

/* The one number that @sql answers with, or @otherwise. */
gint64
accord_connection_int (AccordConnection *self, const char *sql, gint64 otherwise)
{
  sqlite3_stmt *statement = accord_connection_prepare (self, sql, NULL);

  if (statement == NULL)
    return otherwise;
  if (sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    otherwise = sqlite3_column_int64 (statement, 0);
  accord_connection_release (self, statement);
  return otherwise;
}
