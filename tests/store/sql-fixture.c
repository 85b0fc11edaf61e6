/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sql-fixture.h"

void
sql_set_up (SqlFixture *fixture, gconstpointer data)
{
  fixture->schema = test_schema_new ();
  fixture->kind = accord_schema_find_kind (fixture->schema, "spending");
  fixture->db = test_database_new (fixture->schema);
}

void
sql_tear_down (SqlFixture *fixture, gconstpointer data)
{
  sqlite3_close (fixture->db);
  g_object_unref (fixture->schema);
}

/* Rows of every sort: equal keys, unknown ones, names that differ in case only, some deleted. */
void
sql_fill (SqlFixture *fixture, guint n_rows)
{
  g_autofree char *sql = NULL;

  test_exec (fixture->db, "INSERT INTO place (id, name) VALUES (1, 'Ramsbottom'), (2, 'bury'), (3, 'Bury'),"
                          " (4, 'Prestwich'), (5, NULL)");
  sql = g_strdup_printf (
      "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
      " INSERT INTO spending (id, uid, deleted, payee, date, amount, place, near_places, stage, share, "
      "checked, note)"
      " SELECT i, 'u' || i, CASE WHEN i %% 7 = 0 THEN '2019-04-01T00:00:00Z' END,"
      " CASE i %% 5 WHEN 0 THEN NULL WHEN 1 THEN 'acme' WHEN 2 THEN 'Acme' ELSE 'Firm ' || (i %% 11) END,"
      " CASE WHEN i %% 3 > 0 THEN date ('2019-01-01', '+' || (i * 7919 %% 900) || ' days') END,"
      " i * 104729 %% 1000 - 500, CASE WHEN i %% 6 > 0 THEN i %% 6 END,"
      " CASE WHEN i %% 4 > 0 THEN '[' || (i %% 4) || ',' || (i %% 3 + 1) || ']' END,"
      " CASE i %% 4 WHEN 0 THEN 'outline' WHEN 1 THEN 'full' WHEN 2 THEN 'agreed' END,"
      " CAST (i %% 13 AS TEXT) || '.5', i %% 2, 'note ' || i || ' café' FROM n",
      n_rows);
  test_exec (fixture->db, sql);
  test_exec (fixture->db, "INSERT INTO \"spending.search\" (\"spending.search\") VALUES ('rebuild')");
}

sqlite3_stmt *
sql_prepare (SqlFixture *fixture, AccordSql *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (fixture->db, accord_sql_get_text (sql), -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", accord_sql_get_text (sql), sqlite3_errmsg (fixture->db));
  g_assert_cmpint (accord_sql_bind (sql, statement), ==, SQLITE_OK);
  return statement;
}

GArray *
sql_read_ids (SqlFixture *fixture, AccordSql *sql)
{
  g_autoptr (AccordSql) owned = sql;
  sqlite3_stmt *statement = sql_prepare (fixture, sql);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  return ids;
}

char *
sql_read_plan (SqlFixture *fixture, AccordSql *sql)
{
  g_autoptr (AccordSql) owned = sql;
  g_autofree char *text = g_strconcat ("EXPLAIN QUERY PLAN ", accord_sql_get_text (sql), NULL);
  GString *plan = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (fixture->db, text, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (plan, "%s%s", plan->len > 0 ? "; " : "", sqlite3_column_text (statement, 3));
  sqlite3_finalize (statement);
  return g_string_free (plan, FALSE);
}

static char *
join_ids (GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

void
sql_assert_same_ids (GArray *a, GArray *b)
{
  g_autofree char *left = join_ids (a);
  g_autofree char *right = join_ids (b);

  g_assert_cmpstr (left, ==, right);
}

GArray *
sql_ids_of (SqlFixture *fixture, const char *sql)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (fixture->db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (fixture->db));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_finalize (statement);
  return ids;
}
