/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "order-reader.h"

#include "found-set.h"
#include "query-sql.h"
#include "reader-private.h"

/* Rows between two looks of the list at what is there: the first soon, then often enough to be cheap. */
#define FIRST_CHUNK 4096
#define CHUNK 65536

/* How many of the first rows are read whole on the way. */
#define FIRST_ROWS 64

/* Up to how many it is quicker to look up the sort keys of what was found than to read the order of
 * everything, and for one how many rows an order that is known already is walked in the same time. */
#define FEW 8000
#define WALKED_FOR_ONE 2000

/* Beyond this the highest identifier says too little about how many rows there are. */
#define BELIEVABLE (32 * 1024 * 1024)

typedef struct
{
  AccordReader *reader;
  AccordQuery *query;
  AccordOrderProgressFunc progress;
  gpointer user_data;
} Walk;

static void
tell (const Walk *walk, AccordOrder *order, GPtrArray *rows)
{
  accord_order_publish (order);
  if (walk->progress != NULL)
    walk->progress (order, rows, walk->user_data);
}

static sqlite3_stmt *
prepare (const Walk *walk, AccordSql *sql, GError **error)
{
  sqlite3_stmt *statement =
      accord_connection_prepare (walk->reader->connection, accord_sql_get_text (sql), error);

  if (statement != NULL)
    accord_sql_bind (sql, statement);
  return statement;
}

/* Steps by hand: with a million rows each thing done for a row counts. */
static gboolean
append_rows (const Walk *walk, sqlite3_stmt *statement, AccordOrder *order, guint *n, GError **error)
{
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      if (!accord_order_append (order, sqlite3_column_int64 (statement, 0)))
        return TRUE;
      if (++*n % CHUNK == 0 || *n == FIRST_CHUNK)
        tell (walk, order, NULL);
    }
  return code == SQLITE_DONE || accord_connection_fail (walk->reader->connection, code, error);
}

static gsize
guess_capacity (const Walk *walk)
{
  AccordConnection *connection = walk->reader->connection;
  const char *name = accord_query_get_kind (walk->query)->name;
  g_autofree char *highest = g_strdup_printf ("SELECT max (id) FROM \"%s\"", name);
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM \"%s\"", name);
  const gint64 id = accord_connection_int (connection, highest, 0);

  return id >= 0 && id < BELIEVABLE ? id : accord_connection_int (connection, count, 0);
}

static gboolean
walk_statement (const Walk *walk, AccordOrder *order, GError **error)
{
  g_autoptr (AccordSql) sql = accord_sql_ordered_ids (walk->reader->schema, walk->query);
  sqlite3_stmt *statement = prepare (walk, sql, error);
  guint n = 0;
  gboolean done;

  if (statement == NULL)
    return FALSE;
  done = append_rows (walk, statement, order, &n, error);
  accord_connection_release (walk->reader->connection, statement);
  return done;
}

static gboolean
walk_groups (const Walk *walk, AccordOrder *order, GError **error)
{
  g_autoptr (AccordSql) group_sql = accord_sql_groups (walk->reader->schema, walk->query);
  g_autoptr (AccordSql) row_sql = accord_sql_group_ids (walk->reader->schema, walk->query);
  AccordConnection *connection = walk->reader->connection;
  sqlite3_stmt *groups = prepare (walk, group_sql, error);
  sqlite3_stmt *rows = groups != NULL ? prepare (walk, row_sql, error) : NULL;
  gboolean done = rows != NULL;
  gboolean row = TRUE;
  guint n = 0;

  while (done && !accord_order_is_full (order)
         && (done = accord_connection_step (connection, groups, &row, error)) && row)
    {
      sqlite3_reset (rows);
      sqlite3_bind_value (rows, 1, sqlite3_column_value (groups, 0));
      done = append_rows (walk, rows, order, &n, error);
    }
  if (rows != NULL)
    accord_connection_release (connection, rows);
  if (groups != NULL)
    accord_connection_release (connection, groups);
  return done;
}

static AccordOrder *
walk_all (const Walk *walk, GError **error)
{
  g_autoptr (AccordOrder) order = NULL;
  const gint64 limit = accord_query_get_limit (walk->query);
  gsize capacity = guess_capacity (walk);
  gboolean done;

  if (limit >= 0)
    capacity = MIN (capacity, (gsize) limit);
  order = accord_order_new (capacity);
  done = accord_sql_is_grouped (walk->query) ? walk_groups (walk, order, error)
                                             : walk_statement (walk, order, error);
  if (!done)
    return NULL;
  accord_order_publish (order);
  return g_steal_pointer (&order);
}

static GArray *
read_ids (const Walk *walk, AccordSql *sql, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = prepare (walk, sql, error);
  int code;

  if (statement == NULL)
    return NULL;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  if (code != SQLITE_DONE)
    accord_connection_fail (walk->reader->connection, code, error);
  accord_connection_release (walk->reader->connection, statement);
  return code == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

static gsize
pick (AccordFoundSet *found, AccordOrder *base, guint *at, AccordOrder *order, gsize most)
{
  gint64 picked[512];
  gsize n_picked = 0;
  const gint64 *ids;
  guint n_ids, n;

  ids = accord_order_peek (base, &n_ids);
  while (n_picked < most && *at < n_ids)
    {
      n = accord_found_set_pick (found, ids, n_ids, at, picked, MIN (most - n_picked, G_N_ELEMENTS (picked)));
      accord_order_append_all (order, picked, n);
      n_picked += n;
    }
  return n_picked;
}

/* The first rows are read before the rest is looked for: they are what a person waits for. */
static AccordOrder *
pick_from_base (const Walk *walk, GArray *found, AccordOrder *base, gsize most, GError **error)
{
  g_autoptr (AccordFoundSet) set = accord_found_set_new ((const gint64 *) (gpointer) found->data, found->len);
  g_autoptr (AccordOrder) order = accord_order_new (most);
  g_autoptr (GPtrArray) rows = NULL;
  const gint64 *ids;
  guint n_ids, at = 0;
  gsize n;

  n = pick (set, base, &at, order, MIN (most, FIRST_ROWS));
  accord_order_publish (order);
  ids = accord_order_peek (order, &n_ids);
  rows = accord_rows_read_page (walk->reader, accord_query_get_kind (walk->query), ids, n_ids, error);
  if (rows == NULL)
    return NULL;
  tell (walk, order, rows);
  pick (set, base, &at, order, most - n);
  accord_order_publish (order);
  return g_steal_pointer (&order);
}

static gboolean
is_few (GArray *found, AccordOrder *base)
{
  guint n_base;

  if (base == NULL)
    return found->len <= FEW;
  accord_order_peek (base, &n_base);
  return found->len <= MIN (FEW, MAX (n_base / WALKED_FOR_ONE, FIRST_ROWS));
}

/* With few rows found, or no index to walk, the engine sorts what was found. */
static AccordOrder *
sort_found (const Walk *walk, GArray *found, gboolean few, gsize most, GError **error)
{
  g_autoptr (AccordQuery) all = accord_order_base_query (walk->query);
  g_autoptr (AccordSql) sql = NULL;
  g_autoptr (GArray) sorted = NULL;
  AccordOrder *order;

  if (few)
    sql =
        accord_sql_sort_ids (walk->reader->schema, all, (const gint64 *) (gpointer) found->data, found->len);
  else
    sql = accord_sql_ordered_ids (walk->reader->schema, walk->query);
  sorted = read_ids (walk, sql, error);
  if (sorted == NULL)
    return NULL;
  order = accord_order_new (MIN (sorted->len, most));
  accord_order_append_all (order, (const gint64 *) (gpointer) sorted->data, MIN (sorted->len, most));
  accord_order_publish (order);
  return order;
}

static AccordOrder *
read_found (const Walk *walk, AccordOrder **base, GError **error)
{
  g_autoptr (AccordSql) sql = accord_sql_ids (walk->reader->schema, walk->query);
  g_autoptr (GArray) found = read_ids (walk, sql, error);
  g_autoptr (AccordQuery) all = accord_order_base_query (walk->query);
  const Walk base_walk = { walk->reader, all };
  const gint64 limit = accord_query_get_limit (walk->query);
  gboolean few;
  gsize most;

  if (found == NULL)
    return NULL;
  most = limit >= 0 ? MIN ((gsize) limit, found->len) : found->len;
  few = is_few (found, *base);
  if (few || (*base == NULL && !accord_sql_has_index (all) && !accord_sql_is_grouped (all)))
    return sort_found (walk, found, few, most, error);
  if (*base == NULL)
    *base = walk_all (&base_walk, error);
  return *base != NULL ? pick_from_base (walk, found, *base, most, error) : NULL;
}

/**
 * accord_order_read_first:
 * @reader: a reader
 * @query: a query for which accord_sql_is_grouped() holds
 * @limit: how many identifiers at most
 * @error: return location for an error
 *
 * Returns: (transfer full): the beginning of the order of @query
 */
AccordOrder *
accord_order_read_first (AccordReader *reader, AccordQuery *query, guint limit, GError **error)
{
  const Walk walk = { reader, query };
  g_autoptr (AccordOrder) order = accord_order_new (limit);

  if (!walk_groups (&walk, order, error))
    return NULL;
  accord_order_publish (order);
  return g_steal_pointer (&order);
}

/**
 * accord_order_base_query:
 * @query: a query
 *
 * Returns: (transfer full): the query for all records in the order of @query, of which @query picks some
 */
AccordQuery *
accord_order_base_query (AccordQuery *query)
{
  AccordQuery *base = accord_query_copy (query);

  accord_query_set_search (base, NULL);
  accord_query_clear_filters (base);
  accord_query_set_limit (base, -1);
  return base;
}

/**
 * accord_order_read:
 * @reader: a reader
 * @query: what is asked
 * @base: (inout) (nullable): the whole order of accord_order_base_query(), where it is known to be that of
 * the reader's moment, or %NULL; afterwards what was read of it on the way
 * @progress: (nullable): told each time more is known, on this thread
 * @user_data: for @progress
 * @error: return location for an error
 *
 * Reads the order of @query. What is searched or filtered is found first, without order, and then picked from
 * the order of everything: that is quicker than any plan of the engine's for a big table.
 *
 * Returns: (transfer full): the order, all published; %NULL with an error
 */
AccordOrder *
accord_order_read (AccordReader *reader, AccordQuery *query, AccordOrder **base,
                   AccordOrderProgressFunc progress, gpointer user_data, GError **error)
{
  const Walk walk = { reader, query, progress, user_data };

  if (accord_sql_is_bare (query) || accord_query_get_deleted (query))
    return walk_all (&walk, error);
  return read_found (&walk, base, error);
}
