/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sql-fixture.h"

#include "row-sql.h"

#define TEST(path, func) g_test_add (path, SqlFixture, NULL, sql_set_up, func, sql_tear_down)

static int
compare_ids (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
test_order_is_total (SqlFixture *fixture, gconstpointer data)
{
  sql_fill (fixture, 400);
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
      upward = sql_read_ids (fixture, accord_sql_ordered_ids (fixture->schema, up));
      downward = sql_read_ids (fixture, accord_sql_ordered_ids (fixture->schema, down));
      g_assert_cmpuint (upward->len, ==, 400 - 400 / 7);
      for (guint i = downward->len; i > 0; i--)
        g_array_append_val (backward, g_array_index (downward, gint64, i - 1));
      sql_assert_same_ids (upward, backward);

      first = sql_read_ids (fixture, accord_sql_rows (fixture->schema, up, 50));
      g_array_set_size (upward, 50);
      sql_assert_same_ids (first, upward);
    }
}

static void
test_order_by_known_keys (SqlFixture *fixture, gconstpointer data)
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

  sql_fill (fixture, 300);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
      g_autofree char *sql =
          g_strdup_printf ("SELECT id FROM spending s WHERE deleted IS NULL ORDER BY %s", orders[i].keys);
      g_autoptr (GArray) expected = sql_ids_of (fixture, sql);
      g_autoptr (GArray) ordered = NULL;

      accord_query_set_sort (query, orders[i].sort, FALSE);
      ordered = sql_read_ids (fixture, accord_sql_ordered_ids (fixture->schema, query));
      sql_assert_same_ids (ordered, expected);
    }
}

static void
check_filter (SqlFixture *fixture, AccordQuery *query, const char *condition)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM spending WHERE %s ORDER BY id", condition);
  g_autoptr (GArray) expected = sql_ids_of (fixture, sql);
  g_autoptr (GArray) unordered = sql_read_ids (fixture, accord_sql_ids (fixture->schema, query));
  g_autoptr (GArray) ordered = sql_read_ids (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_autoptr (GArray) count = sql_read_ids (fixture, accord_sql_count (fixture->schema, query));

  g_test_message ("%s", condition);
  g_array_sort (unordered, compare_ids);
  g_array_sort (ordered, compare_ids);
  sql_assert_same_ids (unordered, expected);
  sql_assert_same_ids (ordered, expected);
  g_assert_cmpint (g_array_index (count, gint64, 0), ==, expected->len);
}

static void
test_numbers (SqlFixture *fixture, gconstpointer data)
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

  sql_fill (fixture, 300);
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
test_texts (SqlFixture *fixture, gconstpointer data)
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

  sql_fill (fixture, 300);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
      g_autofree char *condition = g_strdup_printf ("deleted IS NULL AND %s", filters[i].condition);

      accord_query_add_text (query, filters[i].field, filters[i].op, filters[i].text);
      check_filter (fixture, query, condition);
    }
}

static void
test_together (SqlFixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);

  sql_fill (fixture, 300);
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

static gboolean
holds (AccordRecord *record, const AccordFilter *filter)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[filter->field];
  gboolean empty = accord_record_is_empty (record, filter->field);

  if (filter->op == ACCORD_OPERATOR_UNKNOWN || filter->op == ACCORD_OPERATOR_KNOWN)
    return empty == (filter->op == ACCORD_OPERATOR_UNKNOWN);
  if (accord_field_is_text (field))
    {
      int order =
          empty ? 0 : g_ascii_strcasecmp (accord_record_peek_text (record, filter->field), filter->text);

      if (filter->op == ACCORD_OPERATOR_AT_LEAST || filter->op == ACCORD_OPERATOR_AT_MOST)
        return !empty && (filter->op == ACCORD_OPERATOR_AT_LEAST ? order >= 0 : order <= 0);
      return (!empty && order == 0) == (filter->op == ACCORD_OPERATOR_EQUAL);
    }
  if (empty)
    return filter->op == ACCORD_OPERATOR_NOT_EQUAL;
  if (filter->op == ACCORD_OPERATOR_AT_LEAST)
    return accord_record_peek_int (record, filter->field) >= filter->number;
  if (filter->op == ACCORD_OPERATOR_AT_MOST)
    return accord_record_peek_int (record, filter->field) <= filter->number;
  return (accord_record_peek_int (record, filter->field) == filter->number)
         == (filter->op == ACCORD_OPERATOR_EQUAL);
}

static gboolean
answers (AccordRecord *record, AccordQuery *query)
{
  const guint n = accord_query_get_n_filters (query);

  for (guint i = 0, next; i < n; i = next)
    {
      gboolean any = holds (record, accord_query_get_filter (query, i));

      for (next = i + 1; next < n && accord_query_get_filter (query, next)->alternative; next++)
        any |= holds (record, accord_query_get_filter (query, next));
      if (!any)
        return FALSE;
    }
  return TRUE;
}

static void
add_random_run (AccordQuery *query)
{
  static const char *const stages[] = { "outline", "full", "agreed" };
  static const char *const dates[] = { "2019-01-10", "2019-06-01", "2020-01-01", "2020-03-31" };
  static const guint fields[] = { SPENDING_PLACE, SPENDING_AMOUNT, SPENDING_STAGE, SPENDING_DATE,
                                  SPENDING_PAYEE };
  const guint field = fields[g_test_rand_int_range (0, G_N_ELEMENTS (fields))];
  const gboolean ordered = field == SPENDING_AMOUNT || field == SPENDING_DATE;

  for (int n = g_test_rand_int_range (1, 4), i = 0; i < n; i++)
    {
      int roll = g_test_rand_int_range (0, ordered ? 6 : 4);
      AccordFilter filter = { field, roll < 3    ? ACCORD_OPERATOR_EQUAL
                                     : roll == 3 ? ACCORD_OPERATOR_UNKNOWN
                                     : roll == 4 ? ACCORD_OPERATOR_AT_LEAST
                                                 : ACCORD_OPERATOR_AT_MOST };

      filter.alternative = i > 0;
      filter.number =
          field == SPENDING_PLACE ? g_test_rand_int_range (1, 6) : g_test_rand_int_range (-300, 300);
      if (field == SPENDING_STAGE)
        filter.text = (char *) stages[g_test_rand_int_range (0, 3)];
      else if (field == SPENDING_DATE)
        filter.text = (char *) dates[g_test_rand_int_range (0, 4)];
      else if (field == SPENDING_PAYEE)
        filter.text = (char *) "ACME";
      accord_query_add_filter (query, &filter);
    }
}

static GPtrArray *
read_all (SqlFixture *fixture)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
  g_autoptr (AccordSql) sql = accord_sql_rows (fixture->schema, query, -1);
  sqlite3_stmt *statement = sql_prepare (fixture, sql);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      AccordRecord *record = accord_record_new (fixture->kind);

      accord_row_read (statement, record);
      g_ptr_array_add (records, record);
    }
  sqlite3_finalize (statement);
  return records;
}

/* Whatever runs of alternatives are asked for, in whatever order: the rows are those that looking at each
 * record gives. */
static void
test_alternatives (SqlFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = NULL;
  guint n_found = 0;

  sql_fill (fixture, 300);
  records = read_all (fixture);
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) unordered = NULL, ordered = NULL, rows = NULL;

      for (int n = g_test_rand_int_range (1, 4), i = 0; i < n; i++)
        add_random_run (query);
      accord_query_set_sort (query, g_test_rand_int_range (-1, SPENDING_NOTE + 1), g_test_rand_bit ());
      for (guint i = 0; i < records->len; i++)
        if (answers (records->pdata[i], query))
          {
            gint64 id = accord_record_get_id (records->pdata[i]);

            g_array_append_val (expected, id);
          }
      n_found += expected->len;
      unordered = sql_read_ids (fixture, accord_sql_ids (fixture->schema, query));
      ordered = sql_read_ids (fixture, accord_sql_ordered_ids (fixture->schema, query));
      rows = sql_read_ids (fixture, accord_sql_rows (fixture->schema, query, -1));
      sql_assert_same_ids (rows, ordered);
      g_array_sort (expected, compare_ids);
      g_array_sort (unordered, compare_ids);
      g_array_sort (ordered, compare_ids);
      sql_assert_same_ids (unordered, expected);
      sql_assert_same_ids (ordered, expected);
    }
  g_assert_cmpuint (n_found, >, 0);
}

static void
test_limit (SqlFixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) some = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) count = NULL;

  sql_fill (fixture, 100);
  all = sql_read_ids (fixture, accord_sql_ordered_ids (fixture->schema, query));
  accord_query_set_limit (query, 20);
  some = sql_read_ids (fixture, accord_sql_ordered_ids (fixture->schema, query));
  rows = sql_read_ids (fixture, accord_sql_rows (fixture->schema, query, 64));
  count = sql_read_ids (fixture, accord_sql_count (fixture->schema, query));
  g_array_set_size (all, 20);
  sql_assert_same_ids (some, all);
  sql_assert_same_ids (rows, all);
  g_assert_cmpint (g_array_index (count, gint64, 0), ==, 20);
}

static void
test_page (SqlFixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { 9, 11, 7 };
  g_autoptr (AccordSql) sql = accord_sql_page (fixture->schema, fixture->kind, ids, G_N_ELEMENTS (ids));
  g_autoptr (AccordRecord) record = accord_record_new (fixture->kind);
  sqlite3_stmt *statement;
  guint n_rows = 0;

  sql_fill (fixture, 20);
  statement = sql_prepare (fixture, sql);
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
test_sort_ids (SqlFixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { 1, 2, 3, 7, 8, 9, 10, 1000 };
  g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
  g_autoptr (GArray) expected = NULL;
  g_autoptr (GArray) sorted = NULL;

  sql_fill (fixture, 50);
  accord_query_set_sort (query, SPENDING_AMOUNT, TRUE);
  accord_query_add_number (query, SPENDING_CHECKED, ACCORD_OPERATOR_EQUAL, 1);
  expected = sql_ids_of (fixture, "SELECT id FROM spending WHERE id IN (1, 3, 9) ORDER BY amount DESC");
  sorted = sql_read_ids (fixture, accord_sql_sort_ids (fixture->schema, query, ids, G_N_ELEMENTS (ids)));
  sql_assert_same_ids (sorted, expected);
}

static void
test_groups (SqlFixture *fixture, gconstpointer data)
{
  sql_fill (fixture, 200);
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
      expected = sql_read_ids (fixture, accord_sql_ordered_ids (fixture->schema, query));
      groups = accord_sql_groups (fixture->schema, query);
      members = accord_sql_group_ids (fixture->schema, query);
      group = sql_prepare (fixture, groups);
      member = sql_prepare (fixture, members);
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
      sql_assert_same_ids (by_group, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/query-sql/order-is-total", test_order_is_total);
  TEST ("/query-sql/order-by-known-keys", test_order_by_known_keys);
  TEST ("/query-sql/numbers", test_numbers);
  TEST ("/query-sql/texts", test_texts);
  TEST ("/query-sql/together", test_together);
  TEST ("/query-sql/alternatives", test_alternatives);
  TEST ("/query-sql/limit", test_limit);
  TEST ("/query-sql/page", test_page);
  TEST ("/query-sql/sort-ids", test_sort_ids);
  TEST ("/query-sql/groups", test_groups);

  return g_test_run ();
}
