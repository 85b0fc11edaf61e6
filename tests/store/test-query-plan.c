/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sql-fixture.h"

#include "derived.h"

#define TEST(path, func) g_test_add (path, SqlFixture, NULL, sql_set_up, func, sql_tear_down)

/* The order of a big list is read from its index alone, both ways round. */
static void
test_plan_of_order (SqlFixture *fixture, gconstpointer data)
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
        plan = sql_read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
        g_assert_cmpstr (plan, ==, expected);
        rows = sql_read_plan (fixture, accord_sql_rows (fixture->schema, query, 200));
        begin = g_strdup_printf ("CO-ROUTINE f; %s; SCAN f; SEARCH r USING INTEGER PRIMARY KEY", expected);
        g_assert_true (g_str_has_prefix (rows, begin));
      }
}

/* Without an index of its own an order is sorted from a scan of the table, not from a walk of some index. */
static void
test_plan_without_index (SqlFixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
  g_autofree char *added = NULL;
  g_autofree char *unindexed = NULL;
  g_autofree char *words = NULL;
  g_autofree char *ids = NULL;

  accord_query_set_sort (query, -1, FALSE);
  added = sql_read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_assert_cmpstr (added, ==, "SCAN r");
  accord_query_set_sort (query, SPENDING_CHECKED, FALSE);
  unindexed = sql_read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_assert_cmpstr (unindexed, ==, "SCAN r; USE TEMP B-TREE FOR ORDER BY");
  accord_query_set_sort (query, SPENDING_DATE, FALSE);
  accord_query_add_text (query, SPENDING_NOTE, ACCORD_OPERATOR_CONTAINS, "care");
  words = sql_read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_assert_cmpstr (words, ==, "SCAN r; USE TEMP B-TREE FOR ORDER BY");
  ids = sql_read_plan (fixture, accord_sql_ids (fixture->schema, query));
  g_assert_cmpstr (ids, ==, "SCAN r");
}

/* A filter never makes the engine look up every row in the order of another index. */
static void
test_plan_of_filters (SqlFixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
  g_autofree char *ids = NULL;
  g_autofree char *ordered = NULL;
  g_autofree char *range = NULL;
  g_autofree char *own = NULL;

  accord_query_set_sort (query, SPENDING_DATE, TRUE);
  accord_query_add_number (query, SPENDING_PLACE, ACCORD_OPERATOR_EQUAL, 3);
  ids = sql_read_plan (fixture, accord_sql_ids (fixture->schema, query));
  g_assert_cmpstr (ids, ==, "SEARCH r USING COVERING INDEX spending.place (place=?)");
  ordered = sql_read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_assert_cmpstr (ordered, ==,
                   "SEARCH r USING INDEX spending.place (place=?); USE TEMP B-TREE FOR ORDER BY");

  accord_query_clear_filters (query);
  accord_query_add_number (query, SPENDING_AMOUNT, ACCORD_OPERATOR_AT_LEAST, 0);
  range = sql_read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_assert_cmpstr (range, ==, "SCAN r; USE TEMP B-TREE FOR ORDER BY");

  accord_query_clear_filters (query);
  accord_query_add_text (query, SPENDING_DATE, ACCORD_OPERATOR_AT_LEAST, "2019-04-01");
  own = sql_read_plan (fixture, accord_sql_ordered_ids (fixture->schema, query));
  g_assert_cmpstr (own, ==, "SEARCH r USING COVERING INDEX spending.date (date>?)");
}

/* What belongs to a record is found by an index that is there also while many records are being added; a list
 * is sorted as if there were none. */
static void
test_plan_of_lookup (SqlFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "within", "source" };
  const AccordKind *place = accord_kind_for_type (TEST_TYPE_PLACE);
  g_autoptr (GPtrArray) drop = accord_derived_drop_sql (fixture->schema, place, ACCORD_DERIVED_INDEXES);

  for (guint i = 0; i < drop->len; i++)
    test_exec (fixture->db, drop->pdata[i]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const int field = accord_kind_find_field (place, names[i]);
      g_autoptr (AccordQuery) query = accord_query_new (place);
      g_autofree char *expected =
          g_strdup_printf ("SEARCH r USING COVERING INDEX place.%s.lookup (%s=?)", names[i], names[i]);
      g_autofree char *plan = NULL;

      accord_query_set_sort (query, field, FALSE);
      g_assert_false (accord_sql_is_grouped (query));
      accord_query_add_number (query, field, ACCORD_OPERATOR_EQUAL, 3);
      plan = sql_read_plan (fixture, accord_sql_ids (fixture->schema, query));
      g_assert_cmpstr (plan, ==, expected);
    }
  g_assert_false (
      accord_sql_is_looked_up (&fixture->kind->fields[accord_kind_find_field (fixture->kind, "source")]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/query-sql/plan-of-order", test_plan_of_order);
  TEST ("/query-sql/plan-without-index", test_plan_without_index);
  TEST ("/query-sql/plan-of-filters", test_plan_of_filters);
  TEST ("/query-sql/plan-of-lookup", test_plan_of_lookup);

  return g_test_run ();
}
