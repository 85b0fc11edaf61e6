/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader-private.h"

#include "query-sql.h"
#include "row-sql.h"

static sqlite3_stmt *
prepare (AccordReader *self, AccordSql *sql, GError **error)
{
  sqlite3_stmt *statement = accord_connection_prepare (self->connection, accord_sql_get_text (sql), error);
  int code;

  if (statement == NULL)
    return NULL;
  code = accord_sql_bind (sql, statement);
  if (code == SQLITE_OK)
    return statement;
  accord_connection_fail (self->connection, code, error);
  accord_connection_release (self->connection, statement);
  return NULL;
}

/**
 * accord_reader_walk:
 * @self: a reader
 * @query: which records, in which order
 * @func: takes each record
 * @data: for @func
 * @error: return location for an error
 *
 * Walks over the answer to @query in constant memory.
 *
 * Returns: %FALSE when the walk failed, was cancelled, or @func ended it with an error
 */
gboolean
accord_reader_walk (AccordReader *self, AccordQuery *query, AccordRecordFunc func, gpointer data,
                    GError **error)
{
  g_autoptr (AccordSql) sql = accord_sql_rows (self->schema, query, accord_query_get_limit (query));
  g_autoptr (AccordRecord) record = accord_record_new (accord_query_get_kind (query));
  sqlite3_stmt *statement = prepare (self, sql, error);
  GError *reason = NULL;
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  while (accord_connection_step (self->connection, statement, &row, &reason) && row)
    {
      accord_row_read (statement, record);
      if (!func (record, data, &reason))
        break;
    }
  accord_connection_release (self->connection, statement);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, reason);
  return FALSE;
}

static gboolean
keep_copy (AccordRecord *record, gpointer data, GError **error)
{
  g_ptr_array_add (data, accord_record_copy (record));
  return TRUE;
}

/**
 * accord_reader_list:
 * @self: a reader
 * @query: which records, in which order
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordRecord): the answer to @query, all of it; %NULL on failure.
 * For an answer of any size use accord_reader_walk().
 */
GPtrArray *
accord_reader_list (AccordReader *self, AccordQuery *query, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (!accord_reader_walk (self, query, keep_copy, records, error))
    return NULL;
  return g_steal_pointer (&records);
}

/**
 * accord_reader_count:
 * @self: a reader
 * @query: which records
 * @error: return location for an error
 *
 * Returns: how many records answer @query; -1 on failure
 */
gint64
accord_reader_count (AccordReader *self, AccordQuery *query, GError **error)
{
  g_autoptr (AccordSql) sql = accord_sql_count (self->schema, query);
  sqlite3_stmt *statement = prepare (self, sql, error);
  gboolean row = FALSE;
  gint64 count = -1;

  if (statement == NULL)
    return -1;
  if (accord_connection_step (self->connection, statement, &row, error) && row)
    count = sqlite3_column_int64 (statement, 0);
  accord_connection_release (self->connection, statement);
  return count;
}
