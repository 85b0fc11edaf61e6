/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "derived.h"
#include "kinds.h"
#include "query-sql.h"
#include "record-private.h"
#include "row-sql.h"

#include <string.h>

typedef struct
{
  AccordSchema *schema;
  const AccordKind *kind;
  sqlite3 *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->schema = test_schema_new ();
  fixture->kind = accord_schema_find_kind (fixture->schema, "spending");
  fixture->db = test_database_new (fixture->schema);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sqlite3_close (fixture->db);
  g_object_unref (fixture->schema);
}

/* Rows of every sort: equal keys, unknown ones, names that differ in case only, some deleted. */
static void
fill (Fixture *fixture, guint n_rows)
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

static sqlite3_stmt *
prepare (Fixture *fixture, AccordSql *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (fixture->db, accord_sql_get_text (sql), -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", accord_sql_get_text (sql), sqlite3_errmsg (fixture->db));
  g_assert_cmpint (accord_sql_bind (sql, statement), ==, SQLITE_OK);
  return statement;
}

static GArray *
read_ids (Fixture *fixture, AccordSql *sql)
{
  g_autoptr (AccordSql) owned = sql;
  sqlite3_stmt *statement = prepare (fixture, sql);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  return ids;
}

static char *
read_plan (Fixture *fixture, AccordSql *sql)
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

static void
assert_same_ids (GArray *a, GArray *b)
{
  g_autofree char *left = join_ids (a);
  g_autofree char *right = join_ids (b);

  g_assert_cmpstr (left, ==, right);
}

static GArray *
ids_of (Fixture *fixture, const char *sql)
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

static int
compare_ids (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
test_order_is_total (Fixture *fixture, gconstpointer data)
{
  fill (fixture, 400);
  for (int sort = -1; sort < (int) fixture->kind->n_fields; sort++)
    {
      g_autoptr (AccordQuery) up = accord_query_new (fixture->kind);
      g_autoptr (AccordQuery) down = accord_query_new (fixture->kind);
      g_autoptr (GArray) upward = NULL;
      g_autoptr (GArray) downward = NULL;
      g_autoptr (GArray) backward = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) first = NULL;

      accord_query_set_sort (up, sort, FALSE);
      accord_query_set_sort (down, sort, TRUE);
      upward = read_ids (fixture, accord_sql_ordered_ids (fixture->schema, up));
      downward = read_ids (fixture, accord_sql_ordered_ids (fixture->schema, down));
      g_assert_cmpuint (upward->len, ==, 400 - 400 / 7);
      for (guint i = downward->len; i > 0; i--)
        g_array_append_val (backward, g_array_index (downward, gint64, i - 1));
      assert_same_ids (upward, backward);

      first = read_ids (fixture, accord_sql_rows (fixture->schema, up, 50));
      g_array_set_size (upward, 50);
      assert_same_ids (first, upward);
    }
}

static void
test_order_by_known_keys (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int sort;
    const char *keys;
  } orders[] = {
    { -1, "id" },
    { SPENDING_PAYEE, "lower (payee), id" },
    { SPENDING_DATE, "date, id" },
    { SPENDING_AMOUNT, "amount, id" },
    { SPENDING_PLACE, "lower ((SELECT name FROM place p WHERE p.id = s.place)), place, id" },
    { SPENDING_PLACES, "lower ((SELECT name FROM place p WHERE p.id = substr (near_places, 2, 1))),"
                       " substr (near_places, 2, 1), id" },
    { SPENDING_STAGE, "instr ('outline full agreed', stage), id" },
    { SPENDING_SHARE, "CAST (share AS REAL), id" },
    { SPENDING_CHECKED, "checked, id" },
  };

  fill (fixture, 300);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
      g_autofree char *sql =
          g_strdup_printf ("SELECT id FROM spending s WHERE deleted IS NULL ORDER BY %s", orders[i].keys);
      g_autoptr (GArray) expected = ids_of (fixture, sql);
      g_autoptr (GArray) ordered = NULL;

      accord_query_set_sort (query, orders[i].sort, FALSE);
      ordered = read_ids (fixture, accord_sql_ordered_ids (fixture->schema, query));
      assert_same_ids (ordered, expected);
    }
}

static void
check_filter (Fixture *fixture, AccordQuery *query, const char *condition)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM spending WHERE %s ORDER BY id", condition);
  g_autoptr (GArray) expected = ids_of (fixture, sql);
  g_autoptr (GArray) unordered = read_ids (fixture, accord_sql_ids (fixture->schema, query));
  g_autoptr (GArray) ordered = read_ids (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_autoptr (GArray) count = read_ids (fixture, accord_sql_count (fixture->schema, query));

  g_test_message ("%s", condition);
  g_array_sort (unordered, compare_ids);
  g_array_sort (ordered, compare_ids);
  assert_same_ids (unordered, expected);
  assert_same_ids (ordered, expected);
  g_assert_cmpint (g_array_index (count, gint64, 0), ==, expected->len);
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint field;
    AccordOperator op;
    gint64 number;
    const char *condition;
  } filters[] = {
    { SPENDING_AMOUNT, ACCORD_OPERATOR_EQUAL, 229, "amount = 229" },
    { SPENDING_AMOUNT, ACCORD_OPERATOR_NOT_EQUAL, 229, "amount <> 229" },
    { SPENDING_AMOUNT, ACCORD_OPERATOR_AT_LEAST, 100, "amount >= 100" },
    { SPENDING_AMOUNT, ACCORD_OPERATOR_AT_MOST, -100, "amount <= -100" },
    { SPENDING_PLACE, ACCORD_OPERATOR_EQUAL, 3, "place = 3" },
    { SPENDING_PLACE, ACCORD_OPERATOR_NOT_EQUAL, 3, "coalesce (place, 0) <> 3" },
    { SPENDING_PLACE, ACCORD_OPERATOR_EQUAL, ACCORD_UNKNOWN, "place IS NULL" },
    { SPENDING_PLACE, ACCORD_OPERATOR_NOT_EQUAL, ACCORD_UNKNOWN, "place IS NOT NULL" },
    { SPENDING_PLACE, ACCORD_OPERATOR_UNKNOWN, 0, "place IS NULL" },
    { SPENDING_PLACES, ACCORD_OPERATOR_CONTAINS, 2, "near_places LIKE '%2%'" },
    { SPENDING_PLACES, ACCORD_OPERATOR_NOT_EQUAL, 2, "coalesce (near_places, '') NOT LIKE '%2%'" },
    { SPENDING_CHECKED, ACCORD_OPERATOR_EQUAL, 1, "checked" },
  };

  fill (fixture, 300);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    for (int sort = -1; sort < 3; sort++)
      {
        g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
        g_autofree char *condition = g_strdup_printf ("deleted IS NULL AND %s", filters[i].condition);

        accord_query_set_sort (query, sort, FALSE);
        accord_query_add_number (query, filters[i].field, filters[i].op, filters[i].number);
        check_filter (fixture, query, condition);
      }
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint field;
    AccordOperator op;
    const char *text;
    const char *condition;
  } filters[] = {
    { SPENDING_PAYEE, ACCORD_OPERATOR_EQUAL, "ACME", "payee IN ('acme', 'Acme')" },
    { SPENDING_PAYEE, ACCORD_OPERATOR_NOT_EQUAL, "ACME", "coalesce (payee, '') NOT IN ('acme', 'Acme')" },
    { SPENDING_PAYEE, ACCORD_OPERATOR_CONTAINS, "IRM 1", "payee LIKE 'Firm 1%'" },
    { SPENDING_PAYEE, ACCORD_OPERATOR_CONTAINS, "%", "0" },
    { SPENDING_PAYEE, ACCORD_OPERATOR_CONTAINS, "_\\'\"", "0" },
    { SPENDING_PAYEE, ACCORD_OPERATOR_EQUAL, "", "payee IS NULL" },
    { SPENDING_PAYEE, ACCORD_OPERATOR_KNOWN, NULL, "payee IS NOT NULL" },
    { SPENDING_DATE, ACCORD_OPERATOR_AT_LEAST, "2020-01-01", "date >= '2020-01-01'" },
    { SPENDING_DATE, ACCORD_OPERATOR_AT_MOST, "2020-01-01", "date <= '2020-01-01'" },
    { SPENDING_SHARE, ACCORD_OPERATOR_AT_LEAST, "9", "CAST (share AS REAL) >= 9" },
    { SPENDING_STAGE, ACCORD_OPERATOR_EQUAL, "full", "stage = 'full'" },
  };

  fill (fixture, 300);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
      g_autofree char *condition = g_strdup_printf ("deleted IS NULL AND %s", filters[i].condition);

      accord_query_add_text (query, filters[i].field, filters[i].op, filters[i].text);
      check_filter (fixture, query, condition);
    }
}

static void
test_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);

  fill (fixture, 300);
  accord_query_add_number (query, SPENDING_PLACE, ACCORD_OPERATOR_EQUAL, 2);
  accord_query_add_text (query, SPENDING_DATE, ACCORD_OPERATOR_AT_LEAST, "2019-06-01");
  check_filter (fixture, query, "deleted IS NULL AND place = 2 AND date >= '2019-06-01'");
  accord_query_set_search (query, "acm");
  check_filter (fixture, query,
                "deleted IS NULL AND place = 2 AND date >= '2019-06-01' AND lower (payee) = 'acme'");
  accord_query_clear_filters (query);
  check_filter (fixture, query, "deleted IS NULL AND lower (payee) = 'acme'");
  accord_query_set_search (query, "CAFE not 1");
  check_filter (fixture, query, "deleted IS NULL AND (note LIKE 'note 1%' OR payee LIKE 'Firm 1%')");
  accord_query_set_search (query, " *** ");
  check_filter (fixture, query, "deleted IS NULL");
  accord_query_set_deleted (query, TRUE);
  check_filter (fixture, query, "deleted IS NOT NULL");
  accord_query_set_search (query, "acme 1");
  check_filter (fixture, query, "deleted IS NOT NULL AND lower (payee) = 'acme' AND note LIKE '%1%'");
}

static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) some = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) count = NULL;

  fill (fixture, 100);
  all = read_ids (fixture, accord_sql_ordered_ids (fixture->schema, query));
  accord_query_set_limit (query, 20);
  some = read_ids (fixture, accord_sql_ordered_ids (fixture->schema, query));
  rows = read_ids (fixture, accord_sql_rows (fixture->schema, query, 64));
  count = read_ids (fixture, accord_sql_count (fixture->schema, query));
  g_array_set_size (all, 20);
  assert_same_ids (some, all);
  assert_same_ids (rows, all);
  g_assert_cmpint (g_array_index (count, gint64, 0), ==, 20);
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { 9, 11, 7 };
  g_autoptr (AccordSql) sql = accord_sql_page (fixture->schema, fixture->kind, ids, G_N_ELEMENTS (ids));
  g_autoptr (AccordRecord) record = accord_record_new (fixture->kind);
  sqlite3_stmt *statement;
  guint n_rows = 0;

  fill (fixture, 20);
  statement = prepare (fixture, sql);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      accord_row_read (statement, record);
      n_rows++;
      if (accord_record_get_id (record) == 9)
        {
          g_assert_cmpstr (accord_record_get_reference_title (record, "place"), ==, "Bury");
          g_assert_cmpstr (accord_record_get_reference_title (record, "near-places"), ==,
                           "Ramsbottom; Ramsbottom");
          g_assert_null (accord_record_get_reference_title (record, "source"));
          g_assert_cmpstr (accord_record_get_uid (record), ==, "u9");
        }
      g_assert_true ((accord_record_get_id (record) == 7) == (accord_record_get_deleted (record) != NULL));
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  g_assert_cmpuint (n_rows, ==, 3);
}

static void
test_sort_ids (Fixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { 1, 2, 3, 7, 8, 9, 10, 1000 };
  g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
  g_autoptr (GArray) expected = NULL;
  g_autoptr (GArray) sorted = NULL;

  fill (fixture, 50);
  accord_query_set_sort (query, SPENDING_AMOUNT, TRUE);
  accord_query_add_number (query, SPENDING_CHECKED, ACCORD_OPERATOR_EQUAL, 1);
  expected = ids_of (fixture, "SELECT id FROM spending WHERE id IN (1, 3, 9) ORDER BY amount DESC");
  sorted = read_ids (fixture, accord_sql_sort_ids (fixture->schema, query, ids, G_N_ELEMENTS (ids)));
  assert_same_ids (sorted, expected);
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  fill (fixture, 200);
  /* What is referred to need not be there. */
  test_exec (fixture->db, "UPDATE spending SET place = 77 WHERE id IN (12, 18)");
  for (int descending = 0; descending < 2; descending++)
    {
      g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
      g_autoptr (GArray) expected = NULL;
      g_autoptr (GArray) by_group = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (AccordSql) groups = NULL;
      g_autoptr (AccordSql) members = NULL;
      sqlite3_stmt *group, *member;

      accord_query_set_sort (query, SPENDING_PLACE, descending);
      g_assert_true (accord_sql_is_grouped (query));
      expected = read_ids (fixture, accord_sql_ordered_ids (fixture->schema, query));
      groups = accord_sql_groups (fixture->schema, query);
      members = accord_sql_group_ids (fixture->schema, query);
      group = prepare (fixture, groups);
      member = prepare (fixture, members);
      while (sqlite3_step (group) == SQLITE_ROW)
        {
          sqlite3_bind_value (member, 1, sqlite3_column_value (group, 0));
          while (sqlite3_step (member) == SQLITE_ROW)
            {
              gint64 id = sqlite3_column_int64 (member, 0);

              g_array_append_val (by_group, id);
            }
          sqlite3_reset (member);
        }
      sqlite3_finalize (group);
      sqlite3_finalize (member);
      assert_same_ids (by_group, expected);
    }
}

/* The order of a big list is read from its index alone, both ways round. */
static void
test_plan_of_order (Fixture *fixture, gconstpointer data)
{
  const int sorts[] = { SPENDING_PAYEE, SPENDING_DATE, SPENDING_AMOUNT };

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    for (int descending = 0; descending < 2; descending++)
      {
        g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
        g_autofree char *expected =
            g_strdup_printf ("SCAN r USING COVERING INDEX spending.%s", fixture->kind->fields[sorts[i]].name);
        g_autofree char *plan = NULL;
        g_autofree char *rows = NULL;
        g_autofree char *begin = NULL;

        accord_query_set_sort (query, sorts[i], descending);
        plan = read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
        g_assert_cmpstr (plan, ==, expected);
        rows = read_plan (fixture, accord_sql_rows (fixture->schema, query, 200));
        begin = g_strdup_printf ("CO-ROUTINE f; %s; SCAN f; SEARCH r USING INTEGER PRIMARY KEY", expected);
        g_assert_true (g_str_has_prefix (rows, begin));
      }
}

/* Without an index of its own an order is sorted from a scan of the table, not from a walk of some index. */
static void
test_plan_without_index (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
  g_autofree char *added = NULL;
  g_autofree char *unindexed = NULL;
  g_autofree char *words = NULL;
  g_autofree char *ids = NULL;

  accord_query_set_sort (query, -1, FALSE);
  added = read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_assert_cmpstr (added, ==, "SCAN r");
  accord_query_set_sort (query, SPENDING_CHECKED, FALSE);
  unindexed = read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_assert_cmpstr (unindexed, ==, "SCAN r; USE TEMP B-TREE FOR ORDER BY");
  accord_query_set_sort (query, SPENDING_DATE, FALSE);
  accord_query_add_text (query, SPENDING_NOTE, ACCORD_OPERATOR_CONTAINS, "care");
  words = read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_assert_cmpstr (words, ==, "SCAN r; USE TEMP B-TREE FOR ORDER BY");
  ids = read_plan (fixture, accord_sql_ids (fixture->schema, query));
  g_assert_cmpstr (ids, ==, "SCAN r");
}

/* A filter never makes the engine look up every row in the order of another index. */
static void
test_plan_of_filters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
  g_autofree char *ids = NULL;
  g_autofree char *ordered = NULL;
  g_autofree char *range = NULL;
  g_autofree char *own = NULL;

  accord_query_set_sort (query, SPENDING_DATE, TRUE);
  accord_query_add_number (query, SPENDING_PLACE, ACCORD_OPERATOR_EQUAL, 3);
  ids = read_plan (fixture, accord_sql_ids (fixture->schema, query));
  g_assert_cmpstr (ids, ==, "SEARCH r USING COVERING INDEX spending.place (place=?)");
  ordered = read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_assert_cmpstr (ordered, ==,
                   "SEARCH r USING INDEX spending.place (place=?); USE TEMP B-TREE FOR ORDER BY");

  accord_query_clear_filters (query);
  accord_query_add_number (query, SPENDING_AMOUNT, ACCORD_OPERATOR_AT_LEAST, 0);
  range = read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_assert_cmpstr (range, ==, "SCAN r; USE TEMP B-TREE FOR ORDER BY");

  accord_query_clear_filters (query);
  accord_query_add_text (query, SPENDING_DATE, ACCORD_OPERATOR_AT_LEAST, "2019-04-01");
  own = read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_assert_cmpstr (own, ==, "SEARCH r USING COVERING INDEX spending.date (date>?)");
}

static AccordRecord *
spending_with (gint64 id, const char *payee, const char *note)
{
  AccordRecord *record = g_object_new (TEST_TYPE_SPENDING, NULL);

  accord_record_set_identity (record, id, "u", NULL, NULL, NULL);
  g_object_set (record, "payee", payee, "note", note, NULL);
  return record;
}

static void
test_search_expression (void)
{
  static const char *const cases[][2] = {
    { "care home", "\"care\"* AND \"home\"*" },
    { "  Café\tO'Brien ", "\"Café\"* AND \"O'Brien\"*" },
    { "a OR b NOT c NEAR(d)", "\"a\"* AND \"OR\"* AND \"b\"* AND \"NOT\"* AND \"c\"* AND \"NEAR(d)\"*" },
    { "say \"yes\" \"", "\"say\"* AND \"\"\"yes\"\"\"*" },
    { "payee:x ^y -z {w}", "\"payee:x\"* AND \"^y\"* AND \"-z\"* AND \"{w}\"*" },
    { "*", NULL },
    { "\" ( ) - +", NULL },
    { "", NULL },
    { NULL, NULL },
    { "\xff", NULL },
    { "½", "\"½\"*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expression = accord_search_expression (cases[i][0]);

      g_assert_cmpstr (expression, ==, cases[i][1]);
    }
}

/* Whatever is typed, the engine takes the expression, and one that can find something does. */
static void
test_search_never_fails (Fixture *fixture, gconstpointer data)
{
  static const char alphabet[] = "ab \"'*()^-+:{}\\,.\t\n%_;~é½";

  fill (fixture, 20);
  for (guint n = 0; n < 2000; n++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
      g_autoptr (GArray) ids = NULL;
      const int length = g_test_rand_int_range (0, 40);

      for (int i = 0; i < length; i++)
        g_string_append_c (typed, alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)]);
      accord_query_set_search (query, typed->str);
      ids = read_ids (fixture, accord_sql_ids (fixture->schema, query));
      g_assert_cmpuint (ids->len, <=, 20);
    }
}

static guint
count_found (Fixture *fixture, const char *words)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
  g_autoptr (GArray) ids = NULL;

  accord_query_set_search (query, words);
  ids = read_ids (fixture, accord_sql_ids (fixture->schema, query));
  return ids->len;
}

static void
check_index (Fixture *fixture)
{
  g_autofree char *sql = accord_derived_check_sql (fixture->kind);

  test_exec (fixture->db, sql);
}

static void
test_search_writer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordSearchWriter) writer = accord_search_writer_new (fixture->db);
  g_autoptr (AccordRecord) first = spending_with (4, "Persona Care", NULL);
  g_autoptr (AccordRecord) second = spending_with (4, "Persona Care", "Crêche in Radcliffe");
  g_autoptr (AccordRecord) third = spending_with (4, "Bealey", NULL);

  test_exec (fixture->db, "INSERT INTO spending (id, payee) VALUES (4, 'Persona Care')");
  g_assert_cmpint (accord_search_writer_update (writer, NULL, first), ==, SQLITE_OK);
  check_index (fixture);
  g_assert_cmpuint (count_found (fixture, "pers"), ==, 1);

  test_exec (fixture->db, "UPDATE spending SET note = 'Crêche in Radcliffe' WHERE id = 4");
  g_assert_cmpint (accord_search_writer_update (writer, first, second), ==, SQLITE_OK);
  check_index (fixture);
  g_assert_cmpuint (count_found (fixture, "creche care"), ==, 1);

  test_exec (fixture->db, "UPDATE spending SET payee = 'Bealey', note = NULL WHERE id = 4");
  g_assert_cmpint (accord_search_writer_update (writer, second, third), ==, SQLITE_OK);
  check_index (fixture);
  g_assert_cmpuint (count_found (fixture, "creche"), ==, 0);
  g_assert_cmpuint (count_found (fixture, "bea"), ==, 1);

  test_exec (fixture->db, "UPDATE spending SET deleted = '2019-04-01' WHERE id = 4");
  g_assert_cmpint (accord_search_writer_update (writer, third, NULL), ==, SQLITE_OK);
  check_index (fixture);
  g_assert_cmpuint (count_found (fixture, "bea"), ==, 0);

  test_exec (fixture->db, "UPDATE spending SET deleted = NULL WHERE id = 4");
  g_assert_cmpint (accord_search_writer_update (writer, NULL, third), ==, SQLITE_OK);
  check_index (fixture);
  g_assert_cmpuint (count_found (fixture, "bea"), ==, 1);
}

static void
run_all (Fixture *fixture, GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    test_exec (fixture->db, g_ptr_array_index (statements, i));
  g_ptr_array_unref (statements);
}

static void
test_derived_again (Fixture *fixture, gconstpointer data)
{
  fill (fixture, 100);
  for (int part = ACCORD_DERIVED_INDEXES; part <= ACCORD_DERIVED_SEARCH; part++)
    {
      run_all (fixture, accord_derived_drop_sql (fixture->schema, fixture->kind, part));
      run_all (fixture, accord_derived_drop_sql (fixture->schema, fixture->kind, part));
      run_all (fixture, accord_derived_sql (fixture->schema, fixture->kind, part));
      run_all (fixture, accord_derived_sql (fixture->schema, fixture->kind, part));
      run_all (fixture, accord_derived_fill_sql (fixture->schema, fixture->kind, part));
    }
  check_index (fixture);
  g_assert_cmpuint (count_found (fixture, "acme"), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/query-sql/order-is-total", test_order_is_total);
  ADD ("/query-sql/order-by-known-keys", test_order_by_known_keys);
  ADD ("/query-sql/numbers", test_numbers);
  ADD ("/query-sql/texts", test_texts);
  ADD ("/query-sql/together", test_together);
  ADD ("/query-sql/limit", test_limit);
  ADD ("/query-sql/page", test_page);
  ADD ("/query-sql/sort-ids", test_sort_ids);
  ADD ("/query-sql/groups", test_groups);
  ADD ("/query-sql/plan-of-order", test_plan_of_order);
  ADD ("/query-sql/plan-without-index", test_plan_without_index);
  ADD ("/query-sql/plan-of-filters", test_plan_of_filters);
  g_test_add_func ("/search/expression", test_search_expression);
  ADD ("/search/never-fails", test_search_never_fails);
  ADD ("/search/writer", test_search_writer);
  ADD ("/derived/made-again", test_derived_again);
#undef ADD

  return g_test_run ();
}
