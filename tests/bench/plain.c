/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain.h"

#include "clock.h"

#include <string.h>

/*
 * Values one after the other, row by row: a type, and for a number its eight bytes, for text its length, its
 * bytes and a final nought.
 */
struct _BenchRows
{
  char *table;
  GPtrArray *columns;
  GPtrArray *searched;
  GByteArray *values;
  gint64 n_rows;
};

static void
check (sqlite3 *db, gboolean done)
{
  if (!done)
    g_error ("Plain SQLite failed: %s", sqlite3_errmsg (db));
}

static void
run (sqlite3 *db, const char *sql)
{
  check (db, sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK);
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  check (db, sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) == SQLITE_OK);
  return statement;
}

static gint64
number (sqlite3 *db, const char *sql, const char *text)
{
  sqlite3_stmt *statement = prepare (db, sql);
  gint64 answer;

  if (text != NULL)
    sqlite3_bind_text (statement, 1, text, -1, SQLITE_STATIC);
  check (db, sqlite3_step (statement) == SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return answer;
}

/**
 * bench_plain_open:
 * @path: a file
 *
 * Returns: (transfer full): a connection as SQLite opens one, with nothing set
 */
sqlite3 *
bench_plain_open (const char *path)
{
  sqlite3 *db = NULL;

  check (db, sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK);
  return db;
}

/**
 * bench_plain_ids:
 * @db: a connection
 * @sql: a statement whose answer is identifiers
 * @text: (nullable): value of its one parameter
 *
 * Reads all identifiers into memory: the bare scan that a list is held against.
 *
 * Returns: (transfer full) (element-type gint64): them
 */
GArray *
bench_plain_ids (sqlite3 *db, const char *sql, const char *text)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = prepare (db, sql);
  int code;

  if (text != NULL)
    sqlite3_bind_text (statement, 1, text, -1, SQLITE_STATIC);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  check (db, code == SQLITE_DONE);
  sqlite3_finalize (statement);
  return ids;
}

/**
 * bench_plain_rows:
 * @db: a connection
 * @sql: a statement that answers rows
 *
 * Reads every value of every row, as whoever wants to show them must.
 *
 * Returns: how many rows there were
 */
gint64
bench_plain_rows (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = prepare (db, sql);
  gint64 n_rows = 0;
  gsize bytes = 0;

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        if (sqlite3_column_type (statement, i) == SQLITE_TEXT)
          bytes += strlen ((const char *) sqlite3_column_text (statement, i));
        else
          bytes += sqlite3_column_int64 (statement, i) != 0;
      n_rows++;
    }
  sqlite3_finalize (statement);
  g_assert (n_rows == 0 || bytes > 0);
  return n_rows;
}

/**
 * bench_plain_edit:
 * @db: a connection
 * @id: identifier of a payment
 * @pence: its new amount
 *
 * Changes one row, in a transaction of its own.
 */
void
bench_plain_edit (sqlite3 *db, gint64 id, gint64 pence)
{
  sqlite3_stmt *statement = prepare (db, "UPDATE payment SET amount = ?2 WHERE id = ?1");

  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, pence);
  check (db, sqlite3_step (statement) == SQLITE_DONE);
  sqlite3_finalize (statement);
}

/**
 * bench_plain_facts:
 * @path: a file
 * @words: an expression to search for
 *
 * Returns: what the file says in sum
 */
BenchFacts
bench_plain_facts (const char *path, const char *words)
{
  g_autoptr (sqlite3) db = bench_plain_open (path);
  BenchFacts facts;

  facts.count = number (db, "SELECT count (*) FROM payment WHERE deleted IS NULL", NULL);
  facts.pence = number (db, "SELECT total (amount) FROM payment WHERE deleted IS NULL", NULL);
  facts.hits =
      number (db, "SELECT count (*) FROM \"payment.search\" WHERE \"payment.search\" MATCH ?1", words);
  return facts;
}

static GPtrArray *
column_names (sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = prepare (db, sql);

  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  return names;
}

static void
pack (GByteArray *values, sqlite3_stmt *statement, int column)
{
  guint8 type = sqlite3_column_type (statement, column);
  gint64 integer;
  guint32 length;

  g_assert (type == SQLITE_NULL || type == SQLITE_INTEGER || type == SQLITE_TEXT);
  g_byte_array_append (values, &type, 1);
  if (type == SQLITE_INTEGER)
    {
      integer = sqlite3_column_int64 (statement, column);
      g_byte_array_append (values, (const guint8 *) &integer, sizeof integer);
    }
  else if (type == SQLITE_TEXT)
    {
      length = sqlite3_column_bytes (statement, column);
      g_byte_array_append (values, (const guint8 *) &length, sizeof length);
      g_byte_array_append (values, sqlite3_column_text (statement, column), length + 1);
    }
}

/**
 * bench_rows_load:
 * @path: a workspace
 * @table: a kind's table
 *
 * Returns: (transfer full): all its rows, in the order of their identifiers
 */
BenchRows *
bench_rows_load (const char *path, const char *table)
{
  g_autoptr (sqlite3) db = bench_plain_open (path);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id", table);
  g_autofree char *search = g_strdup_printf ("%s.search", table);
  BenchRows *self = g_new0 (BenchRows, 1);
  sqlite3_stmt *statement = prepare (db, sql);

  self->table = g_strdup (table);
  self->columns = column_names (db, table);
  self->searched = column_names (db, search);
  self->values = g_byte_array_new ();
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (guint i = 0; i < self->columns->len; i++)
        pack (self->values, statement, i);
      self->n_rows++;
    }
  sqlite3_finalize (statement);
  return self;
}

void
bench_rows_free (BenchRows *self)
{
  g_free (self->table);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->searched);
  g_byte_array_unref (self->values);
  g_free (self);
}

static sqlite3_stmt *
prepare_insert (sqlite3 *db, const char *table, const char *first, GPtrArray *columns)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  guint n_values = columns->len + (first != NULL ? 1 : 0);

  g_string_printf (sql, "INSERT INTO \"%s\" (%s", table, first != NULL ? first : "");
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 || first != NULL ? ", " : "",
                            (const char *) g_ptr_array_index (columns, i));
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < n_values; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append_c (sql, ')');
  return prepare (db, sql->str);
}

/* Where in the search table's statement a column of the row goes, or 0. */
static int
place_in_search (BenchRows *self, guint column)
{
  const char *name = g_ptr_array_index (self->columns, column);

  if (strcmp (name, "id") == 0)
    return 1;
  for (guint i = 0; i < self->searched->len; i++)
    if (strcmp (name, g_ptr_array_index (self->searched, i)) == 0)
      return i + 2;
  return 0;
}

static const guint8 *
bind_value (const guint8 *at, sqlite3_stmt *row, int parameter, sqlite3_stmt *search, int searched)
{
  const guint8 type = *at++;
  gint64 integer;
  guint32 length;

  if (type == SQLITE_NULL)
    {
      sqlite3_bind_null (row, parameter);
      if (searched != 0)
        sqlite3_bind_null (search, searched);
      return at;
    }
  if (type == SQLITE_INTEGER)
    {
      memcpy (&integer, at, sizeof integer);
      sqlite3_bind_int64 (row, parameter, integer);
      if (searched != 0)
        sqlite3_bind_int64 (search, searched, integer);
      return at + sizeof integer;
    }
  memcpy (&length, at, sizeof length);
  at += sizeof length;
  sqlite3_bind_text (row, parameter, (const char *) at, length, SQLITE_STATIC);
  if (searched != 0)
    sqlite3_bind_text (search, searched, (const char *) at, length, SQLITE_STATIC);
  return at + length + 1;
}

/* Inserts all rows of a table, and what is searched of them, in the transaction that is open. */
static void
insert_rows (BenchRows *self, sqlite3 *db)
{
  g_autofree char *search_name = g_strdup_printf ("%s.search", self->table);
  g_autofree int *places = g_new (int, self->columns->len);
  sqlite3_stmt *row = prepare_insert (db, self->table, NULL, self->columns);
  sqlite3_stmt *search = prepare_insert (db, search_name, "rowid", self->searched);
  const guint8 *at = self->values->data;

  for (guint i = 0; i < self->columns->len; i++)
    places[i] = place_in_search (self, i);
  for (gint64 i = 0; i < self->n_rows; i++)
    {
      for (guint j = 0; j < self->columns->len; j++)
        at = bind_value (at, row, j + 1, search, places[j]);
      check (db, sqlite3_step (row) == SQLITE_DONE && sqlite3_reset (row) == SQLITE_OK);
      check (db, sqlite3_step (search) == SQLITE_DONE && sqlite3_reset (search) == SQLITE_OK);
    }
  sqlite3_finalize (row);
  sqlite3_finalize (search);
}

/**
 * bench_rows_insert:
 * @self: rows
 * @path: a workspace without any, whose tables and indexes are there
 * @cache_kib: how much the connection may keep in memory, or 0 for what SQLite takes by itself
 *
 * Inserts all rows as a program without Accord would: prepared statements, row by row, table and full-text
 * index, in one transaction.
 *
 * Returns: how long it took, in milliseconds, opening and committing included
 */
double
bench_rows_insert (BenchRows *self, const char *path, int cache_kib)
{
  const double start = bench_now ();
  g_autoptr (sqlite3) db = bench_plain_open (path);
  g_autofree char *cache = g_strdup_printf ("PRAGMA cache_size = -%d", cache_kib);

  if (cache_kib > 0)
    run (db, cache);
  run (db, "BEGIN IMMEDIATE");
  insert_rows (self, db);
  run (db, "COMMIT");
  return bench_now () - start;
}

/**
 * bench_rows_insert_all:
 * @tables: (element-type BenchRows): rows of several tables
 * @path: a workspace without any, whose tables and indexes are there
 *
 * As bench_rows_insert(), for several tables in one transaction.
 *
 * Returns: how long it took, in milliseconds, opening and committing included
 */
double
bench_rows_insert_all (GPtrArray *tables, const char *path)
{
  const double start = bench_now ();
  g_autoptr (sqlite3) db = bench_plain_open (path);

  run (db, "BEGIN IMMEDIATE");
  for (guint i = 0; i < tables->len; i++)
    insert_rows (tables->pdata[i], db);
  run (db, "COMMIT");
  return bench_now () - start;
}

gint64
bench_rows_count (BenchRows *self)
{
  return self->n_rows;
}
