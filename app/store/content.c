/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content.h"

#include "check-private.h"
#include "error.h"
#include "reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Files that are kept are cut into parts of this size: small enough to cancel between two of them and to be
 * held in memory, large enough not to count. */
#define PART (1024 * 1024)

/* Whether the tables of this schema keep files at all. */
static gboolean
has_contents (AccordReader *self)
{
  return accord_connection_int (
             self->connection,
             "SELECT count (*) FROM sqlite_master WHERE name = 'content' AND type = 'table'", 0)
         > 0;
}

static gboolean
fail_read (const char *name, GError *reason, GError **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, reason);
  else
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_OPEN, _ ("“%s” cannot be read: %s."), name,
                   reason->message);
      g_error_free (reason);
    }
  return FALSE;
}

static gboolean
fail_large (const char *name, GError **error)
{
  g_autofree char *limit = g_format_size_full (ACCORD_CONTENT_LIMIT, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID,
               _ ("“%s” is too large: a workspace takes in files of up to %s."), name, limit);
  return FALSE;
}

static gboolean
insert_part (AccordReader *self, gint64 content, gint64 position, const guchar *bytes, gsize size,
             GError **error)
{
  sqlite3_stmt *statement = accord_connection_prepare (
      self->connection, "INSERT INTO content_part (content, position, bytes) VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, content);
  sqlite3_bind_int64 (statement, 2, position);
  sqlite3_bind_blob (statement, 3, bytes, (int) size, SQLITE_STATIC);
  return accord_connection_run (self->connection, statement, error);
}

typedef struct
{
  AccordReader *reader;
  const char *name;
  gint64 content;
  gint64 size;
  GChecksum *checksum;
} Taking;

static gboolean
take_parts (Taking *self, GInputStream *stream, gint64 expected, AccordProgressFunc progress,
            gpointer progress_data, GError **error)
{
  g_autofree guchar *bytes = g_malloc (PART);
  GCancellable *cancellable = accord_reader_get_cancellable (self->reader);

  for (gint64 position = 0;; position++)
    {
      GError *reason = NULL;
      gsize size;

      if (!g_input_stream_read_all (stream, bytes, PART, &size, cancellable, &reason))
        return fail_read (self->name, reason, error);
      if (size == 0)
        return TRUE;
      self->size += size;
      if (self->size > ACCORD_CONTENT_LIMIT)
        return fail_large (self->name, error);
      g_checksum_update (self->checksum, bytes, size);
      if (!insert_part (self->reader, self->content, position, bytes, size, error))
        return FALSE;
      if (progress != NULL)
        progress (self->size, MAX (expected, self->size), progress_data);
    }
}

static gboolean
run_with (AccordReader *self, const char *sql, gint64 content, const char *digest, gint64 size,
          GError **error)
{
  sqlite3_stmt *statement = accord_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, content);
  if (digest != NULL)
    {
      sqlite3_bind_text (statement, 2, digest, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (statement, 3, size);
    }
  return accord_connection_run (self->connection, statement, error);
}

/**
 * accord_writer_add_content:
 * @self: the open change
 * @stream: the bytes of a file
 * @expected: how many there will be, for @progress; 0 when nobody knows
 * @name: what the file is called, for messages
 * @progress: (nullable) (scope call): told bytes of bytes
 * @progress_data: for @progress
 * @digest: (out): the SHA-256 of the bytes, in hexadecimal
 * @size: (out): how many they were
 * @error: return location for an error
 *
 * Takes a file in, part by part. Bytes that the workspace has already are kept once. What is taken in is part
 * of the change: when that is not kept, nothing of it is.
 *
 * Returns: %FALSE when it cannot be read, is too large, was cancelled or cannot be written
 */
gboolean
accord_writer_add_content (AccordWriter *self, GInputStream *stream, gint64 expected, const char *name,
                           AccordProgressFunc progress, gpointer progress_data, char **digest, gint64 *size,
                           GError **error)
{
  AccordReader *reader = accord_writer_get_reader (self);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  Taking taking = { reader, name, 0, 0, checksum };

  if (expected > ACCORD_CONTENT_LIMIT)
    return fail_large (name, error);
  taking.content = accord_connection_int (reader->connection, "SELECT max (id) FROM content", 0) + 1;
  if (!take_parts (&taking, stream, expected, progress, progress_data, error))
    return FALSE;
  *digest = g_strdup (g_checksum_get_string (checksum));
  *size = taking.size;
  if (accord_reader_content_size (reader, *digest) != ACCORD_UNKNOWN)
    return run_with (reader, "DELETE FROM content_part WHERE content = ?1", taking.content, NULL, 0, error);
  return run_with (reader, "INSERT INTO content (id, digest, size) VALUES (?1, ?2, ?3)", taking.content,
                   *digest, taking.size, error);
}

static gint64
find_content (AccordReader *self, const char *digest, gint64 *size)
{
  sqlite3_stmt *statement =
      accord_connection_prepare (self->connection, "SELECT id, size FROM content WHERE digest = ?1", NULL);
  gint64 id = 0;

  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 1, digest, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      id = sqlite3_column_int64 (statement, 0);
      *size = sqlite3_column_int64 (statement, 1);
    }
  accord_connection_release (self->connection, statement);
  return id;
}

/**
 * accord_reader_content_size:
 * @self: a reader
 * @digest: a SHA-256
 *
 * Returns: how many bytes the file with this digest has, or %ACCORD_UNKNOWN when the workspace has none
 */
gint64
accord_reader_content_size (AccordReader *self, const char *digest)
{
  gint64 size = ACCORD_UNKNOWN;

  return find_content (self, digest, &size) != 0 ? size : ACCORD_UNKNOWN;
}

static gboolean
fail_damaged (const char *digest, GError **error)
{
  g_set_error (
      error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CORRUPT,
      _ ("The file with the digest %.12s… is damaged in the workspace: its bytes are not those that were "
         "taken in."),
      digest);
  return FALSE;
}

static gboolean
copy_parts (AccordReader *self, gint64 content, gint64 size, GOutputStream *stream, GChecksum *checksum,
            AccordProgressFunc progress, gpointer progress_data, GError **error)
{
  sqlite3_stmt *statement = accord_connection_prepare (
      self->connection, "SELECT bytes FROM content_part WHERE content = ?1 ORDER BY position", error);
  gboolean row = FALSE, done;
  gint64 copied = 0;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, content);
  while ((done = accord_connection_step (self->connection, statement, &row, error)) && row)
    {
      const guchar *bytes = sqlite3_column_blob (statement, 0);
      gsize length = sqlite3_column_bytes (statement, 0);

      g_checksum_update (checksum, bytes, length);
      done = stream == NULL
             || g_output_stream_write_all (stream, bytes, length, NULL, accord_reader_get_cancellable (self),
                                           error);
      if (!done)
        break;
      copied += length;
      if (progress != NULL)
        progress (copied, size, progress_data);
    }
  accord_connection_release (self->connection, statement);
  return done;
}

/**
 * accord_reader_copy_content:
 * @self: a reader
 * @digest: a SHA-256
 * @stream: (nullable): where the bytes go, or %NULL only to look whether they are whole
 * @progress: (nullable) (scope call): told bytes of bytes
 * @progress_data: for @progress
 * @error: return location for an error
 *
 * Writes a file that the workspace keeps, and holds its bytes against the digest.
 *
 * Returns: %FALSE when it is not there, is damaged, was cancelled or cannot be written; what was written by
 *   then is of no use
 */
gboolean
accord_reader_copy_content (AccordReader *self, const char *digest, GOutputStream *stream,
                            AccordProgressFunc progress, gpointer progress_data, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 size = 0;
  gint64 content = find_content (self, digest, &size);

  if (content == 0)
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND,
                   _ ("The workspace has no file with the digest %.12s…."), digest);
      return FALSE;
    }
  if (!copy_parts (self, content, size, stream, checksum, progress, progress_data, error))
    return FALSE;
  return strcmp (g_checksum_get_string (checksum), digest) == 0 || fail_damaged (digest, error);
}

/* What every column that names a content holds, also of deleted records, and what the journal says that it
 * held: a record can be restored, and go back to any point of its past. */
static char *
dup_needed_sql (AccordSchema *schema)
{
  g_autoptr (GString) sql = g_string_new ("SELECT '' AS digest WHERE 0");

  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, i);

      for (guint j = 0; j < kind->n_fields; j++)
        if (kind->fields[j].flags & ACCORD_FIELD_CONTENT)
          {
            g_autofree char *column = accord_field_column (&kind->fields[j]);
            g_autofree char *key = accord_field_json_key (&kind->fields[j]);

            g_string_append_printf (
                sql,
                " UNION SELECT \"%s\" FROM \"%s\""
                " UNION SELECT json_extract (before, '$.%s') FROM journal WHERE kind = '%s'"
                " UNION SELECT json_extract (after, '$.%s') FROM journal WHERE kind = '%s'",
                column, kind->name, key, kind->name, key, kind->name);
          }
    }
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * accord_writer_collect_contents:
 * @self: the open change
 * @error: return location for an error
 *
 * Removes the files that nothing can need any more: those that no record names, living or deleted, and that
 * no line of the journal says a record ever named. This changes no fact and is no line of the journal.
 *
 * Returns: %FALSE on failure
 */
gboolean
accord_writer_collect_contents (AccordWriter *self, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (self);
  g_autofree char *needed = NULL, *contents = NULL;

  if (!has_contents (reader))
    return TRUE;
  needed = dup_needed_sql (reader->schema);
  contents = g_strdup_printf (
      "DELETE FROM content WHERE digest NOT IN (SELECT digest FROM (%s) WHERE digest IS NOT NULL)", needed);
  return accord_connection_exec (reader->connection, contents, error)
         && accord_connection_exec (reader->connection,
                                    "DELETE FROM content_part WHERE content NOT IN (SELECT id FROM content)",
                                    error);
}

static gboolean
check_digests (AccordCheck *self, GError **error)
{
  g_autoptr (AccordRows) rows =
      accord_reader_query (self->reader, "SELECT digest FROM content ORDER BY id", error);
  GError *reason = NULL;

  if (rows == NULL)
    return FALSE;
  while (accord_rows_next (rows, &reason))
    {
      const char *digest = accord_rows_text (rows, 0);
      g_autoptr (GError) problem = NULL;

      if (accord_reader_copy_content (self->reader, digest, NULL, NULL, NULL, &problem))
        continue;
      if (!g_error_matches (problem, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      accord_check_problem (self, "%s", problem->message);
    }
  if (reason != NULL)
    g_propagate_error (error, reason);
  return reason == NULL;
}

static gboolean
check_missing (AccordCheck *self, GError **error)
{
  g_autofree char *needed = dup_needed_sql (self->reader->schema);
  g_autofree char *sql = g_strdup_printf (
      "SELECT digest FROM (%s) WHERE digest IS NOT NULL AND digest NOT IN (SELECT digest FROM "
      "content)",
      needed);
  g_autoptr (AccordRows) rows = accord_reader_query (self->reader, sql, error);
  GError *reason = NULL;

  if (rows == NULL)
    return FALSE;
  while (accord_rows_next (rows, &reason))
    accord_check_problem (self, _ ("A document names the file with the digest %.12s…, which is not there."),
                          accord_rows_text (rows, 0));
  if (reason != NULL)
    g_propagate_error (error, reason);
  return reason == NULL;
}

/* Holds every file that is kept against its digest, and looks for those that are named and not there. */
gboolean
accord_check_contents (AccordCheck *self, GError **error)
{
  return !has_contents (self->reader) || (check_digests (self, error) && check_missing (self, error));
}
