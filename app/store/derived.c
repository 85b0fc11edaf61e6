/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "derived.h"

#include "query-sql.h"

/* Words in a title weigh this many times more than words elsewhere. */
#define TITLE_WEIGHT 10

/* Memory that the engine may fill with words before it writes them out, while a whole index is made. */
#define FILL_BYTES (64 * 1024 * 1024)
#define USUAL_BYTES (1024 * 1024)

static char *
dup_searched_columns (const AccordKind *kind)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (accord_sql_is_searched (&kind->fields[i]))
      {
        g_autofree char *column = accord_sql_dup_column (NULL, &kind->fields[i]);

        g_string_append_printf (columns, ", %s", column);
      }
  return g_string_free (g_steal_pointer (&columns), FALSE);
}

static char *
dup_weights (const AccordKind *kind)
{
  g_autoptr (GString) weights = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (accord_sql_is_searched (&kind->fields[i]))
      g_string_append_printf (weights, "%s%d.0", weights->len > 0 ? ", " : "",
                              i == kind->title_field ? TITLE_WEIGHT : 1);
  return g_string_free (g_steal_pointer (&weights), FALSE);
}

/*
 * The identifier makes the index give the order of a list to the last row, and `deleted` makes it cover the
 * question "which records are live", so that the table itself is never read for an order.
 */
static char *
dup_index_sql (const AccordKind *kind, const AccordField *field)
{
  g_autofree char *column = accord_sql_dup_column (NULL, field);

  return g_strdup_printf ("CREATE INDEX IF NOT EXISTS \"%s.%s\" ON \"%s\" (%s%s, \"id\", \"deleted\")"
                          " WHERE \"deleted\" IS NULL",
                          kind->name, field->name, kind->name, column, accord_sql_collation (field));
}

/* Records that belong to another are few and always asked for all at once, deleted ones now and then too. */
static char *
dup_lookup_sql (const AccordKind *kind, const AccordField *field)
{
  g_autofree char *column = accord_sql_dup_column (NULL, field);

  return g_strdup_printf ("CREATE INDEX IF NOT EXISTS \"%s.%s.lookup\" ON \"%s\" (%s, \"id\", \"deleted\")",
                          kind->name, field->name, kind->name, column);
}

static void
add_search_sql (const AccordKind *kind, GPtrArray *statements)
{
  g_autofree char *columns = dup_searched_columns (kind);
  g_autofree char *weights = dup_weights (kind);

  g_ptr_array_add (statements,
                   g_strdup_printf ("CREATE VIEW IF NOT EXISTS \"%s.live\" AS SELECT \"id\"%s FROM"
                                    " \"%s\" WHERE \"deleted\" IS NULL",
                                    kind->name, columns, kind->name));
  g_ptr_array_add (statements,
                   g_strdup_printf ("CREATE VIRTUAL TABLE IF NOT EXISTS \"%s.search\" USING fts5 (%s,"
                                    " content='%s.live', content_rowid='id',"
                                    " tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
                                    kind->name, columns + 2, kind->name));
  g_ptr_array_add (statements, g_strdup_printf ("INSERT INTO \"%s.search\" (\"%s.search\", rank)"
                                                " VALUES ('rank', 'bm25(%s)')",
                                                kind->name, kind->name, weights));
}

static GPtrArray *
new_statements (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/**
 * accord_derived_has_search:
 * @kind: a kind
 *
 * Returns: whether records of @kind can be found by their words
 */
gboolean
accord_derived_has_search (const AccordKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (accord_sql_is_searched (&kind->fields[i]))
      return TRUE;
  return FALSE;
}

/**
 * accord_derived_sql:
 * @schema: the kinds
 * @kind: one of them
 * @part: which objects
 *
 * Returns: (transfer full) (element-type utf8): the statements, in order, that make the objects. Indexes are
 * full at once; the full-text index is empty until accord_derived_fill_sql() is run
 */
GPtrArray *
accord_derived_sql (AccordSchema *schema, const AccordKind *kind, AccordDerivedPart part)
{
  GPtrArray *statements = new_statements ();

  if (part == ACCORD_DERIVED_SEARCH && accord_derived_has_search (kind))
    add_search_sql (kind, statements);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (part == ACCORD_DERIVED_LOOKUPS && accord_sql_is_looked_up (&kind->fields[i]))
        g_ptr_array_add (statements, dup_lookup_sql (kind, &kind->fields[i]));
      if (part == ACCORD_DERIVED_INDEXES && accord_sql_is_indexed (&kind->fields[i]))
        g_ptr_array_add (statements, dup_index_sql (kind, &kind->fields[i]));
    }
  return statements;
}

/**
 * accord_derived_drop_sql:
 * @schema: the kinds
 * @kind: one of them
 * @part: which objects
 *
 * Returns: (transfer full) (element-type utf8): the statements, in order, that take the objects away, whether
 * or not they are there
 */
GPtrArray *
accord_derived_drop_sql (AccordSchema *schema, const AccordKind *kind, AccordDerivedPart part)
{
  GPtrArray *statements = new_statements ();

  if (part == ACCORD_DERIVED_SEARCH && accord_derived_has_search (kind))
    {
      g_ptr_array_add (statements, g_strdup_printf ("DROP TABLE IF EXISTS \"%s.search\"", kind->name));
      g_ptr_array_add (statements, g_strdup_printf ("DROP VIEW IF EXISTS \"%s.live\"", kind->name));
    }
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *name = kind->fields[i].name;

      if (part == ACCORD_DERIVED_LOOKUPS && accord_sql_is_looked_up (&kind->fields[i]))
        g_ptr_array_add (statements,
                         g_strdup_printf ("DROP INDEX IF EXISTS \"%s.%s.lookup\"", kind->name, name));
      if (part == ACCORD_DERIVED_INDEXES && accord_sql_is_indexed (&kind->fields[i]))
        g_ptr_array_add (statements, g_strdup_printf ("DROP INDEX IF EXISTS \"%s.%s\"", kind->name, name));
    }
  return statements;
}

/**
 * accord_derived_fill_sql:
 * @schema: the kinds
 * @kind: one of them
 * @part: which objects
 *
 * Returns: (transfer full) (element-type utf8): the statements, in order, that make the contents of existing
 *   objects anew from the live records
 */
GPtrArray *
accord_derived_fill_sql (AccordSchema *schema, const AccordKind *kind, AccordDerivedPart part)
{
  GPtrArray *statements = new_statements ();

  if (part == ACCORD_DERIVED_SEARCH && accord_derived_has_search (kind))
    {
      g_ptr_array_add (statements, g_strdup_printf ("INSERT INTO \"%s.search\" (\"%s.search\", rank)"
                                                    " VALUES ('hashsize', %d)",
                                                    kind->name, kind->name, FILL_BYTES));
      g_ptr_array_add (statements, g_strdup_printf ("INSERT INTO \"%s.search\" (\"%s.search\")"
                                                    " VALUES ('rebuild')",
                                                    kind->name, kind->name));
      g_ptr_array_add (statements, g_strdup_printf ("INSERT INTO \"%s.search\" (\"%s.search\", rank)"
                                                    " VALUES ('hashsize', %d)",
                                                    kind->name, kind->name, USUAL_BYTES));
    }
  return statements;
}

/**
 * accord_derived_check_sql:
 * @kind: a kind for which accord_derived_has_search() holds
 *
 * Returns: (transfer full): a statement that fails with SQLITE_CORRUPT_VTAB when the full-text index does not
 * agree with the records
 */
char *
accord_derived_check_sql (const AccordKind *kind)
{
  return g_strdup_printf ("INSERT INTO \"%s.search\" (\"%s.search\", rank) VALUES ('integrity-check', 1)",
                          kind->name, kind->name);
}
