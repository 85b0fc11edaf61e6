/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader-private.h"

#include "error.h"
#include "row-sql.h"
#include "uid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _AccordRows
{
  AccordConnection *connection;
  sqlite3_stmt *statement;
};

/**
 * accord_reader_get_schema:
 * @self: a reader
 *
 * Returns: (transfer none): the kinds of record there are
 */
AccordSchema *
accord_reader_get_schema (AccordReader *self)
{
  return self->schema;
}

/**
 * accord_reader_get_cancellable:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): what cancels the work at hand; statements look at it by themselves
 */
GCancellable *
accord_reader_get_cancellable (AccordReader *self)
{
  return accord_connection_get_cancellable (self->connection);
}

/**
 * accord_reader_query:
 * @self: a reader
 * @sql: one SELECT statement
 * @error: return location for an error
 *
 * Asks a question in SQL. Tables are called as the kinds, columns as the fields in snake_case, all in double
 * quotes; living records are those where `deleted IS NULL`. Bind parameters before the first
 * accord_rows_next().
 *
 * Returns: (transfer full): the answer, or %NULL
 */
AccordRows *
accord_reader_query (AccordReader *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = accord_connection_prepare (self->connection, sql, error);
  AccordRows *rows;

  if (statement == NULL)
    return NULL;
  rows = g_new0 (AccordRows, 1);
  rows->connection = self->connection;
  rows->statement = statement;
  return rows;
}

void
accord_rows_free (AccordRows *self)
{
  accord_connection_release (self->connection, self->statement);
  g_free (self);
}

/**
 * accord_rows_bind_int:
 * @self: an answer not yet walked
 * @parameter: number of the parameter, from 1
 * @value: its value; %ACCORD_UNKNOWN binds NULL
 */
void
accord_rows_bind_int (AccordRows *self, int parameter, gint64 value)
{
  if (value == G_MININT64)
    sqlite3_bind_null (self->statement, parameter);
  else
    sqlite3_bind_int64 (self->statement, parameter, value);
}

/**
 * accord_rows_bind_text:
 * @self: an answer not yet walked
 * @parameter: number of the parameter, from 1
 * @value: (nullable): its value, which is copied
 */
void
accord_rows_bind_text (AccordRows *self, int parameter, const char *value)
{
  sqlite3_bind_text (self->statement, parameter, value, -1, SQLITE_TRANSIENT);
}

/**
 * accord_rows_next:
 * @self: an answer
 * @error: return location for an error
 *
 * Goes to the next row.
 *
 * Returns: %FALSE after the last row, and when the walk failed or was cancelled, with @error set
 */
gboolean
accord_rows_next (AccordRows *self, GError **error)
{
  gboolean row;

  return accord_connection_step (self->connection, self->statement, &row, error) && row;
}

gint64
accord_rows_int (AccordRows *self, int column)
{
  if (sqlite3_column_type (self->statement, column) == SQLITE_NULL)
    return G_MININT64;
  return sqlite3_column_int64 (self->statement, column);
}

/**
 * accord_rows_text:
 * @self: an answer that stands on a row
 * @column: number of the column, from 0
 *
 * Returns: (nullable): its text, valid until the next row
 */
const char *
accord_rows_text (AccordRows *self, int column)
{
  return (const char *) sqlite3_column_text (self->statement, column);
}

gboolean
accord_rows_is_null (AccordRows *self, int column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

static gboolean
fail_not_found (const AccordKind *kind, const char *words, GError **error)
{
  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND,
               /* Translators: the first %s is a kind of record, the second what was asked for */
               _ ("There is no %s “%s”."), kind->name, words);
  return FALSE;
}

/**
 * accord_reader_get:
 * @self: a reader
 * @kind: a kind
 * @id: identifier of a record, living or deleted
 * @error: return location for an error
 *
 * Returns: (transfer full): a record of its own, or %NULL with %ACCORD_STORE_ERROR_NOT_FOUND
 */
AccordRecord *
accord_reader_get (AccordReader *self, const AccordKind *kind, gint64 id, GError **error)
{
  g_autofree char *columns = accord_row_columns (self->schema, kind, "r");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" r WHERE r.id = ?1", columns, kind->name);
  g_autofree char *words = NULL;
  sqlite3_stmt *statement = accord_connection_prepare (self->connection, sql, error);
  AccordRecord *record = NULL;
  gboolean row = FALSE, done;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  done = accord_connection_step (self->connection, statement, &row, error);
  if (row)
    {
      record = accord_record_new (kind);
      accord_row_read (statement, record);
    }
  accord_connection_release (self->connection, statement);
  if (done && record == NULL)
    {
      words = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      fail_not_found (kind, words, error);
    }
  return record;
}

static gint64
find_one (AccordReader *self, const char *sql, const char *words, gboolean *several)
{
  g_autoptr (AccordRows) rows = accord_reader_query (self, sql, NULL);
  gint64 id = 0;

  *several = FALSE;
  if (rows == NULL)
    return 0;
  accord_rows_bind_text (rows, 1, words);
  while (accord_rows_next (rows, NULL))
    {
      *several = id != 0;
      id = accord_rows_int (rows, 0);
    }
  return id;
}

/**
 * accord_reader_find:
 * @self: a reader
 * @kind: a kind
 * @id_or_uid: a record's identifier, the local or the unique one
 * @error: return location for an error
 *
 * Returns: the local identifier of the record, living or deleted; 0 with %ACCORD_STORE_ERROR_NOT_FOUND
 */
gint64
accord_reader_find (AccordReader *self, const AccordKind *kind, const char *id_or_uid, GError **error)
{
  const char *column = strlen (id_or_uid) == ACCORD_UID_LENGTH ? "uid" : "id";
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE %s = ?1", kind->name, column);
  gboolean several;
  gint64 id = find_one (self, sql, id_or_uid, &several);

  if (id == 0)
    fail_not_found (kind, id_or_uid, error);
  return id;
}

/**
 * accord_reader_resolve:
 * @self: a reader
 * @kind: a kind
 * @words: a record's identifier, unique identifier, title or short name
 * @error: return location for an error
 *
 * Finds the living record that a person means.
 *
 * Returns: its local identifier; 0 with %ACCORD_STORE_ERROR_NOT_FOUND when there is none or more than one
 */
gint64
accord_reader_resolve (AccordReader *self, const AccordKind *kind, const char *words, GError **error)
{
  g_autofree char *title = accord_schema_dup_title_sql (self->schema, kind, "r");
  const gboolean short_names = accord_kind_find_field (kind, "short-name") >= 0;
  g_autofree char *by_id = NULL, *by_title = NULL;
  gboolean several = FALSE;
  gint64 id;

  by_id = g_strdup_printf ("SELECT id FROM \"%s\" WHERE deleted IS NULL AND %s = ?1", kind->name,
                           strlen (words) == ACCORD_UID_LENGTH ? "uid" : "id");
  id = find_one (self, by_id, words, &several);
  if (id != 0)
    return id;
  by_title =
      g_strdup_printf ("SELECT id FROM \"%s\" r WHERE deleted IS NULL AND (%s = ?1 COLLATE NOCASE%s) LIMIT 2",
                       kind->name, title, short_names ? " OR short_name = ?1 COLLATE NOCASE" : "");
  id = find_one (self, by_title, words, &several);
  if (id == 0)
    fail_not_found (kind, words, error);
  if (several)
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND,
                   _ ("More than one %s is called “%s”; give its number."), kind->name, words);
      id = 0;
    }
  return id;
}

/**
 * accord_reader_dup_title:
 * @self: a reader
 * @kind: a kind
 * @id: identifier of a record
 * @error: return location for an error
 *
 * Returns: (transfer full): what the record is called, or %NULL
 */
char *
accord_reader_dup_title (AccordReader *self, const AccordKind *kind, gint64 id, GError **error)
{
  g_autoptr (AccordRecord) record = accord_reader_get (self, kind, id, error);

  return record != NULL ? accord_record_dup_title (record) : NULL;
}

/**
 * accord_reader_dup_setting:
 * @self: a reader
 * @key: what was remembered with accord_writer_set_setting()
 *
 * Returns: (transfer full) (nullable): its value, or %NULL
 */
char *
accord_reader_dup_setting (AccordReader *self, const char *key)
{
  g_autoptr (AccordRows) rows = accord_reader_query (self, "SELECT value FROM setting WHERE key = ?1", NULL);

  if (rows == NULL)
    return NULL;
  accord_rows_bind_text (rows, 1, key);
  return accord_rows_next (rows, NULL) ? g_strdup (accord_rows_text (rows, 0)) : NULL;
}
