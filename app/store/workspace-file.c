/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace-file.h"

#include "error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#define HEADER_SIZE 100

/* Those of linux/magic.h and of file systems outside the kernel's tree whose locks or shared memory cannot be
 * relied on between machines. FUSE is among them: what stands behind it cannot be known. */
static const guint32 network_file_systems[] = {
  0x00006969, /* NFS */
  0x0000517B, /* SMB */
  0xFE534D42, /* SMB2 */
  0xFF534D42, /* CIFS */
  0x5346414F, /* AFS */
  0x6B414653, /* kAFS */
  0x73757245, /* Coda */
  0x0000564C, /* NCP */
  0x01021997, /* 9P */
  0x00C36400, /* Ceph */
  0x01161970, /* GFS2 */
  0x7461636F, /* OCFS2 */
  0x0BD00BD0, /* Lustre */
  0x65735546, /* FUSE */
};

/**
 * accord_file_system_is_network:
 * @type: `f_type` of statfs()
 *
 * Returns: whether a file there may be opened from several machines, so that a write-ahead log, which needs
 * shared memory, would not be safe
 */
gboolean
accord_file_system_is_network (glong type)
{
  for (guint i = 0; i < G_N_ELEMENTS (network_file_systems); i++)
    if (network_file_systems[i] == (guint32) type)
      return TRUE;
  return FALSE;
}

static gboolean
path_is_on_network (const char *path)
{
  struct statfs info;

  return statfs (path, &info) == 0 && accord_file_system_is_network (info.f_type);
}

static gboolean
fail (GError **error, AccordStoreError code, const char *path, const char *format)
{
  g_autofree char *name = g_filename_display_basename (path);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, ACCORD_STORE_ERROR, code, format, name);
#pragma GCC diagnostic pop
  return FALSE;
}

static guint32
read_number (const guchar *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/**
 * accord_workspace_file_dup_log_name:
 * @path: the file, or a link to it
 *
 * Returns: (transfer full): where SQLite keeps its log: beside the file itself, not beside a link to it
 */
char *
accord_workspace_file_dup_log_name (const char *path)
{
  g_autofree char *file = realpath (path, NULL);

  return g_strconcat (file != NULL ? file : path, "-wal", NULL);
}

/* A log beside the file holds what the file does not have yet: Accord was stopped while it was folded in. */
static gboolean
has_log (const char *path)
{
  g_autofree char *log = accord_workspace_file_dup_log_name (path);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

/* What is no file, or an empty one, is told apart before anything is opened. */
static gboolean
check_is_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_OPEN, _ ("“%s” cannot be opened: %s."), name,
                   g_strerror (errno));
      return FALSE;
    }
  if (S_ISDIR (info.st_mode))
    return fail (error, ACCORD_STORE_ERROR_OPEN, path, _ ("“%s” is a folder, not a workspace."));
  if (!S_ISREG (info.st_mode))
    return fail (error, ACCORD_STORE_ERROR_OPEN, path, _ ("“%s” is not a file."));
  if (info.st_size == 0)
    return fail (error, ACCORD_STORE_ERROR_CORRUPT, path, _ ("“%s” is empty; it is not a workspace."));
  return TRUE;
}

/* Looks at the first bytes before SQLite makes use of them, because SQLite notices a file that was cut short
 * only when it comes to the missing pages. */
static gboolean
check_header (const char *path, GError **error)
{
  g_autoptr (AccordConnection) connection = NULL;
  guchar header[HEADER_SIZE];
  guint32 page_size;
  gint64 size;

  if (!check_is_file (path, error))
    return FALSE;
  connection = accord_connection_open (path, SQLITE_OPEN_READONLY, error);
  if (connection == NULL || !accord_connection_peek (connection, header, sizeof header, &size, error))
    return FALSE;
  if (size < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0
      || read_number (header + 68) != ACCORD_APPLICATION_ID)
    return fail (error, ACCORD_STORE_ERROR_CORRUPT, path, _ ("“%s” is not an Accord workspace."));

  page_size = header[16] << 8 | header[17];
  if (page_size == 1)
    page_size = 65536;
  if (memcmp (header + 24, header + 92, 4) == 0 && !has_log (path)
      && (gint64) read_number (header + 28) * page_size > size)
    return fail (error, ACCORD_STORE_ERROR_CORRUPT, path,
                 _ ("“%s” is damaged: it was cut short. Restore it from a backup."));
  return TRUE;
}

static gboolean
set_up (AccordConnection *connection, gboolean writing, GError **error)
{
  const char *sql = writing ? "PRAGMA cache_size = -65536; PRAGMA synchronous = FULL;"
                              "PRAGMA journal_size_limit = 16777216; PRAGMA foreign_keys = OFF;"
                            : "PRAGMA cache_size = -2048; PRAGMA query_only = ON;";

  /* The file is somebody else's input: its views and triggers may call nothing that could do harm. */
  sqlite3_db_config (accord_connection_get_db (connection), SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (accord_connection_get_db (connection), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  return accord_connection_exec (connection, sql, error);
}

static gboolean
create_tables (AccordConnection *connection, AccordSchema *schema, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", ACCORD_APPLICATION_ID);

  return accord_connection_exec (connection, mark, error)
         && accord_connection_migrate (connection, schema, error)
         && accord_connection_derive (connection, schema, error);
}

static gboolean
check_version (AccordConnection *connection, AccordSchema *schema, const char *path, GError **error)
{
  sqlite3_stmt *statement = accord_connection_prepare (connection, "PRAGMA user_version", error);
  gint64 version;
  gboolean row = FALSE;

  if (statement == NULL || !accord_connection_step (connection, statement, &row, error))
    {
      if (statement != NULL)
        accord_connection_release (connection, statement);
      return FALSE;
    }
  version = sqlite3_column_int64 (statement, 0);
  accord_connection_release (connection, statement);
  if (version > accord_schema_get_version (schema))
    return fail (error, ACCORD_STORE_ERROR_NEWER, path,
                 _ ("“%s” was written by a newer Accord; update Accord to open it."));
  if (version == 0)
    return fail (error, ACCORD_STORE_ERROR_CORRUPT, path, _ ("“%s” is not a complete Accord workspace."));
  return TRUE;
}

/* A walk over the table of contents and the journal's end: what a damaged file most often fails at. */
static gboolean
probe (AccordConnection *connection, GError **error)
{
  return accord_connection_exec (
      connection,
      "SELECT count (*) FROM sqlite_master; SELECT max (id) FROM journal;"
      "SELECT hash FROM change ORDER BY id DESC LIMIT 1; SELECT count (*) FROM setting;",
      error);
}

static gboolean
open_writer (AccordWorkspaceFile *self, const char *path, AccordSchema *schema, gboolean create,
             GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  self->writer = accord_connection_open (path, SQLITE_OPEN_READWRITE, error);
  if (self->writer == NULL || !set_up (self->writer, TRUE, error))
    return FALSE;
  if (!create && (!check_version (self->writer, schema, path, error) || !probe (self->writer, error)))
    return FALSE;
  /* Before the log begins, so that the first page, which says what the file is, stands in the file itself. */
  if (create && !create_tables (self->writer, schema, error))
    return FALSE;
  if (path_is_on_network (path))
    {
      self->notice = g_strdup_printf (_ ("“%s” is on a network drive. Accord keeps it safe with a slower "
                                         "kind of journal; let one person at a "
                                         "time change it."),
                                      name);
      if (!accord_connection_exec (self->writer, "PRAGMA journal_mode = DELETE", error))
        return FALSE;
    }
  else if (!accord_connection_exec (self->writer, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  if (!accord_connection_migrate (self->writer, schema, error)
      || !accord_connection_derive (self->writer, schema, error))
    return FALSE;
  accord_connection_note_log (self->writer);
  return TRUE;
}

/* In a folder that cannot be written SQLite has no place for the log's index: there it is @immutable. */
static AccordConnection *
open_reader (const char *path, gboolean immutable, GError **error)
{
  g_autoptr (AccordConnection) connection = immutable
                                                ? accord_connection_open_immutable (path, error)
                                                : accord_connection_open (path, SQLITE_OPEN_READONLY, error);

  if (connection == NULL || !set_up (connection, FALSE, error))
    return NULL;
  return g_steal_pointer (&connection);
}

static gboolean
open_readers (AccordWorkspaceFile *self, const char *path, AccordSchema *schema, GError **error)
{
  gboolean immutable = FALSE;

  self->pages = open_reader (path, FALSE, self->read_only ? NULL : error);
  if (self->read_only && (self->pages == NULL || !probe (self->pages, NULL)))
    {
      g_clear_pointer (&self->pages, accord_connection_free);
      immutable = TRUE;
      self->pages = open_reader (path, TRUE, error);
    }
  if (self->pages == NULL)
    return FALSE;
  if (!check_version (self->pages, schema, path, error) || !probe (self->pages, error))
    return FALSE;
  if (self->read_only
      && accord_connection_int (self->pages, "PRAGMA user_version", 0) < accord_schema_get_version (schema))
    return fail (
        error, ACCORD_STORE_ERROR_READ_ONLY, path,
        _ ("“%s” was written by an older Accord and must be brought up to date first, but it cannot be "
           "written."));
  self->orders = open_reader (path, immutable, error);
  if (self->orders == NULL)
    return FALSE;
  self->sums = open_reader (path, immutable, error);
  return self->sums != NULL;
}

/* The system also answers here for a file system that is mounted for reading. */
static gboolean
is_writable (const char *path)
{
  g_autofree char *log = accord_workspace_file_dup_log_name (path);
  g_autofree char *folder = g_path_get_dirname (log);

  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0
         && faccessat (AT_FDCWD, folder, W_OK, AT_EACCESS) == 0;
}

/* Makes the file before SQLite sees it, so that of two programs that make it at once one is told, and so that
 * the reason is told that SQLite would lose. */
static gboolean
reserve (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  int saved = errno;

  if (fd >= 0)
    return g_close (fd, error);
  if (saved == EEXIST)
    return fail (error, ACCORD_STORE_ERROR_OPEN, path, _ ("“%s” exists already."));
  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_OPEN, _ ("“%s” cannot be made: %s."), name,
               g_strerror (saved));
  return FALSE;
}

/* An SQLite file made but not finished (a full disk) is of no use to anyone. */
static void
remove_file (const char *path)
{
  const char *endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

/**
 * accord_workspace_file_open:
 * @self: (out caller-allocates): what was opened, to be cleared also on failure
 * @path: the file
 * @schema: the kinds
 * @flags: how
 * @cancellable: (nullable): to stop waiting
 * @error: return location for an error
 *
 * Opens or makes a workspace: looks at the file, brings its tables up to date, and opens its three
 * connections, one after the other.
 *
 * Returns: %FALSE with a sentence about what is wrong with the file
 */
gboolean
accord_workspace_file_open (AccordWorkspaceFile *self, const char *path, AccordSchema *schema,
                            AccordOpenFlags flags, GCancellable *cancellable, GError **error)
{
  const gboolean create = (flags & ACCORD_OPEN_CREATE) != 0;
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) reason = NULL;

  memset (self, 0, sizeof *self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (create && !reserve (path, error))
    return FALSE;
  if (!create && !check_header (path, error))
    return FALSE;

  self->read_only = !create && ((flags & ACCORD_OPEN_READ_ONLY) || !is_writable (path));
  if (self->read_only && !(flags & ACCORD_OPEN_READ_ONLY))
    self->notice = g_strdup_printf (_ ("“%s” can be read but not changed here."), name);
  if (!self->read_only && !open_writer (self, path, schema, create, &reason))
    {
      g_clear_pointer (&self->writer, accord_connection_free);
      if (create)
        remove_file (path);
      if (create || !g_error_matches (reason, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL) || has_log (path))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      /* Without room for a log it can still be looked at and copied elsewhere, unless a log holds a part. */
      self->read_only = TRUE;
      g_free (self->notice);
      self->notice = g_strdup_printf (
          _ ("The disk that holds “%s” is full: it can be read but not changed until there is room."), name);
    }
  return open_readers (self, path, schema, error);
}

void
accord_workspace_file_clear (AccordWorkspaceFile *self)
{
  g_clear_pointer (&self->pages, accord_connection_free);
  g_clear_pointer (&self->orders, accord_connection_free);
  g_clear_pointer (&self->sums, accord_connection_free);
  g_clear_pointer (&self->writer, accord_connection_free);
  g_clear_pointer (&self->notice, g_free);
}
