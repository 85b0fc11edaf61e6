/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sql-fixture.h"

#include "derived.h"
#include "record-private.h"

#define TEST(path, func) g_test_add (path, SqlFixture, NULL, sql_set_up, func, sql_tear_down)

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
test_search_never_fails (SqlFixture *fixture, gconstpointer data)
{
  static const char alphabet[] = "ab \"'*()^-+:{}\\,.\t\n%_;~é½";

  sql_fill (fixture, 20);
  for (guint n = 0; n < 2000; n++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
      g_autoptr (GArray) ids = NULL;
      const int length = g_test_rand_int_range (0, 40);

      for (int i = 0; i < length; i++)
        g_string_append_c (typed, alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)]);
      accord_query_set_search (query, typed->str);
      ids = sql_read_ids (fixture, accord_sql_ids (fixture->schema, query));
      g_assert_cmpuint (ids->len, <=, 20);
    }
}

static guint
count_found (SqlFixture *fixture, const char *words)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->kind);
  g_autoptr (GArray) ids = NULL;

  accord_query_set_search (query, words);
  ids = sql_read_ids (fixture, accord_sql_ids (fixture->schema, query));
  return ids->len;
}

static void
check_index (SqlFixture *fixture)
{
  g_autofree char *sql = accord_derived_check_sql (fixture->kind);

  test_exec (fixture->db, sql);
}

static void
test_search_writer (SqlFixture *fixture, gconstpointer data)
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
run_all (SqlFixture *fixture, GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    test_exec (fixture->db, g_ptr_array_index (statements, i));
  g_ptr_array_unref (statements);
}

static void
test_derived_again (SqlFixture *fixture, gconstpointer data)
{
  sql_fill (fixture, 100);
  for (int part = ACCORD_DERIVED_LOOKUPS; part <= ACCORD_DERIVED_SEARCH; part++)
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

  g_test_add_func ("/search/expression", test_search_expression);
  TEST ("/search/never-fails", test_search_never_fails);
  TEST ("/search/writer", test_search_writer);
  TEST ("/derived/made-again", test_derived_again);

  return g_test_run ();
}
