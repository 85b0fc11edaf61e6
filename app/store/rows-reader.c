/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "order-reader.h"

#include "query-sql.h"
#include "reader-private.h"
#include "row-sql.h"

/* As many as accord_sql_page() takes. */
#define PAGE 64

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

/* In the order asked for, those that there are. */
static GPtrArray *
in_order (GPtrArray *rows, const gint64 *ids, guint n_ids)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *keys = g_new (gint64, rows->len + 1);
  GPtrArray *ordered = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      keys[i] = accord_record_get_id (g_ptr_array_index (rows, i));
      g_hash_table_insert (by_id, &keys[i], g_ptr_array_index (rows, i));
    }
  for (guint i = 0; i < n_ids; i++)
    if (g_hash_table_contains (by_id, &ids[i]))
      g_ptr_array_add (ordered, g_object_ref (g_hash_table_lookup (by_id, &ids[i])));
  return ordered;
}

static GPtrArray *
read_first_of_groups (AccordReader *reader, AccordQuery *query, guint limit, GError **error)
{
  g_autoptr (AccordOrder) order = accord_order_read_first (reader, query, limit, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const gint64 *ids;
  guint n_ids;

  if (order == NULL)
    return NULL;
  ids = accord_order_peek (order, &n_ids);
  for (guint from = 0; from < n_ids; from += PAGE)
    {
      g_autoptr (GPtrArray) page = accord_rows_read_page (reader, accord_query_get_kind (query), ids + from,
                                                          MIN (n_ids - from, PAGE), error);

      if (page == NULL)
        return NULL;
      for (guint i = 0; i < page->len; i++)
        g_ptr_array_add (rows, g_object_ref (g_ptr_array_index (page, i)));
    }
  return in_order (rows, ids, n_ids);
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
accord_rows_read_first (AccordReader *reader, AccordQuery *query, guint limit, GError **error)
{
  const gint64 own = accord_query_get_limit (query);
  g_autoptr (AccordSql) sql = NULL;

  if (accord_sql_is_grouped (query))
    return read_first_of_groups (reader, query, own >= 0 && own < limit ? own : limit, error);
  sql = accord_sql_rows (reader->schema, query, limit);
  return read_rows (reader, accord_query_get_kind (query), sql, error);
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
