/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinds.h"

#include "derived.h"

ACCORD_DEFINE_RECORD (TestPlace, test_place)
ACCORD_DEFINE_RECORD (TestSpending, test_spending)
ACCORD_DEFINE_RECORD (TestSource, test_source)

static const AccordChoice stages[] = {
  { "outline", "Outline" },
  { "full", "Full" },
  { "agreed", "Agreed" },
  { NULL, NULL },
};

static const AccordField place_fields[] = {
  { "name", ACCORD_FIELD_TEXT, "Name", ACCORD_FIELD_REQUIRED | ACCORD_FIELD_TITLE | ACCORD_FIELD_SEARCHED },
  { "within", ACCORD_FIELD_REFERENCE, "Within", ACCORD_FIELD_LOOKED_UP, "place" },
};

static const AccordField spending_fields[] = {
  { "payee", ACCORD_FIELD_TEXT, "Payee", ACCORD_FIELD_TITLE | ACCORD_FIELD_SEARCHED | ACCORD_FIELD_INDEXED },
  { "date", ACCORD_FIELD_DATE, "Date", ACCORD_FIELD_INDEXED },
  { "amount", ACCORD_FIELD_MONEY, "Amount", ACCORD_FIELD_INDEXED | ACCORD_FIELD_SIGNED },
  { "place", ACCORD_FIELD_REFERENCE, "Place", ACCORD_FIELD_INDEXED, "place" },
  { "near-places", ACCORD_FIELD_REFERENCES, "Near", 0, "place" },
  { "stage", ACCORD_FIELD_CHOICE, "Stage", ACCORD_FIELD_INDEXED, NULL, stages },
  { "share", ACCORD_FIELD_DECIMAL, "Share", ACCORD_FIELD_INDEXED },
  { "checked", ACCORD_FIELD_BOOLEAN, "Checked", 0 },
  { "note", ACCORD_FIELD_LONG_TEXT, "Note", ACCORD_FIELD_SEARCHED },
};

static void
test_place_class_init (TestPlaceClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "place", "Place", "Places", "Add a place",
                                place_fields, G_N_ELEMENTS (place_fields));
}

static void
test_spending_class_init (TestSpendingClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "spending", "Spending", "Spendings",
                                "Add a spending", spending_fields, G_N_ELEMENTS (spending_fields));
}

static void
test_source_class_init (TestSourceClass *klass)
{
  static const AccordField fields[] = {
    { "title", ACCORD_FIELD_TEXT, "Title", ACCORD_FIELD_TITLE | ACCORD_FIELD_SEARCHED },
  };

  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "source", "Source", "Sources", "Add a source",
                                fields, G_N_ELEMENTS (fields));
}

/* Places, spendings and sources, without migrations. */
AccordSchema *
test_schema_new (void)
{
  const GType types[] = { TEST_TYPE_PLACE, TEST_TYPE_SPENDING, TEST_TYPE_SOURCE };

  return accord_schema_new (types, G_N_ELEMENTS (types), "/test/migrations");
}

void
test_exec (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static void
exec_all (sqlite3 *db, GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    test_exec (db, g_ptr_array_index (statements, i));
  g_ptr_array_unref (statements);
}

/* A database in memory with a table for each kind and all the derived objects. */
sqlite3 *
test_database_new (AccordSchema *schema)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  for (guint k = 0; k < accord_schema_get_n_kinds (schema); k++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, k);
      g_autoptr (GString) sql = g_string_new (NULL);

      g_string_printf (sql,
                       "CREATE TABLE \"%s\" (id INTEGER PRIMARY KEY, uid TEXT, created TEXT, modified TEXT,"
                       " deleted TEXT",
                       kind->name);
      for (guint i = 0; i < kind->n_fields; i++)
        {
          g_autofree char *column = accord_field_column (&kind->fields[i]);
          const gboolean whole =
              accord_field_is_integer (&kind->fields[i]) || kind->fields[i].type == ACCORD_FIELD_BOOLEAN;

          g_string_append_printf (sql, ", \"%s\" %s", column, whole ? "INTEGER" : "TEXT");
        }
      g_string_append (sql, ") STRICT");
      test_exec (db, sql->str);
      for (AccordDerivedPart part = ACCORD_DERIVED_LOOKUPS; part <= ACCORD_DERIVED_SEARCH; part++)
        exec_all (db, accord_derived_sql (schema, kind, part));
    }
  return db;
}
