/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "order-reader.h"

#include "query-sql.h"
#include "reader-private.h"
#include "row-sql.h"

static GPtrArray *
read_rows (AccordReader *reader, const AccordKind *kind, AccordSql *sql, GError **error)
{
  sqlite3_stmt *statement = accord_connection_prepare (reader->connection, accord_sql_get_text (sql), error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean done, row;

  if (statement == NULL)
    return NULL;
  accord_sql_bind (sql, statement);
  while ((done = accord_connection_step (reader->connection, statement, &row, error)) && row)
    {
      AccordRecord *record = accord_record_new (kind);

      accord_row_read (statement, record);
      g_ptr_array_add (rows, record);
    }
  accord_connection_release (reader->connection, statement);
  return done ? g_steal_pointer (&rows) : NULL;
}

/**
 * accord_rows_read_first:
 * @reader: a reader
 * @query: what is asked
 * @limit: how many at most
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordRecord): the first records of @query, in order
 */
GPtrArray *
accord_rows_read_first (AccordReader *reader, AccordQuery *query, gint64 limit, GError **error)
{
  g_autoptr (AccordSql) sql = accord_sql_rows (reader->schema, query, limit);

  return read_rows (reader, accord_query_get_kind (query), sql, error);
}

/**
 * accord_rows_read_page:
 * @reader: a reader
 * @kind: a kind
 * @ids: (array length=n_ids): identifiers
 * @n_ids: how many, at most 64
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordRecord): those records that there are, in no promised order
 */
GPtrArray *
accord_rows_read_page (AccordReader *reader, const AccordKind *kind, const gint64 *ids, gsize n_ids,
                       GError **error)
{
  g_autoptr (AccordSql) sql = NULL;

  if (n_ids == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);
  sql = accord_sql_page (reader->schema, kind, ids, n_ids);
  return read_rows (reader, kind, sql, error);
}

/**
 * accord_rows_read_moment:
 * @reader: a reader
 *
 * Returns: number of the last change that the reader sees
 */
gint64
accord_rows_read_moment (AccordReader *reader)
{
  return accord_connection_int (reader->connection, "SELECT max (id) FROM change", 0);
}
