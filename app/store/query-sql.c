/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query-sql-private.h"

#include "row-sql.h"

/* A page is asked for with a statement of one shape, so that it is prepared once. */
#define PAGE_PARAMETERS 64

/* What stands before a sort key to keep an index from being chosen for it. */
#define HIDDEN "+"

static void
append_reference_keys (AccordSchema *schema, const AccordField *field, GString *keys, const char *direction)
{
  const AccordKind *target = accord_schema_find_kind (schema, field->target);
  g_autofree char *column = accord_sql_dup_column ("r", field);
  g_autofree char *title = accord_schema_dup_title_sql (schema, target, "o");
  g_autofree char *first = field->type == ACCORD_FIELD_REFERENCES
                               ? g_strdup_printf ("json_extract (%s, '$[0]')", column)
                               : g_strdup (column);

  g_string_append_printf (keys, "(SELECT %s FROM \"%s\" o WHERE o.\"id\" = %s) COLLATE NOCASE%s, %s%s, ",
                          title, target->name, first, direction, first, direction);
}

static void
append_choice_key (const AccordField *field, GString *keys, const char *direction)
{
  g_autofree char *column = accord_sql_dup_column ("r", field);

  g_string_append_printf (keys, "CASE %s", column);
  for (guint i = 0; field->choices[i].value != NULL; i++)
    {
      char *value = sqlite3_mprintf ("%Q", field->choices[i].value);

      g_string_append_printf (keys, " WHEN %s THEN %u", value, i);
      sqlite3_free (value);
    }
  g_string_append_printf (keys, " END%s, ", direction);
}

/* What stands alike is in the order of the first day in the table: of open actions those that are late come
 * first. What has no day comes after what has. */
static void
append_day_key (const AccordKind *kind, const AccordField *field, GString *keys, const char *direction)
{
  if (!(field->flags & ACCORD_FIELD_REQUIRED))
    return;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == ACCORD_FIELD_DATE)
      {
        g_autofree char *column = accord_sql_dup_column ("r", &kind->fields[i]);

        g_string_append_printf (keys, "%s IS NULL%s, %s%s, ", column, direction, column, direction);
        return;
      }
}

/*
 * The identifier ends every order, in the direction of the whole, so that an order is one way round only, and
 * read backwards it is the opposite one.
 */
static void
append_order (AccordSql *self, AccordSchema *schema, AccordQuery *query, gboolean hide_keys)
{
  const int sort = accord_query_get_sort (query);
  const AccordField *field = sort < 0 ? NULL : &accord_query_get_kind (query)->fields[sort];
  const char *direction = accord_query_get_descending (query) ? " DESC" : "";
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autofree char *column = NULL;

  if (field != NULL && accord_sql_is_reference (field))
    append_reference_keys (schema, field, keys, direction);
  else if (field != NULL && field->type == ACCORD_FIELD_CHOICE)
    {
      append_choice_key (field, keys, direction);
      append_day_key (accord_query_get_kind (query), field, keys, direction);
    }
  else if (field != NULL)
    {
      column = accord_sql_dup_column ("r", field);
      if (field->type == ACCORD_FIELD_DECIMAL)
        g_string_append_printf (keys, "CAST (%s AS REAL)%s, ", column, direction);
      else
        g_string_append_printf (keys, "%s%s%s%s, ", hide_keys ? HIDDEN : "", column,
                                accord_sql_collation (field), direction);
    }
  g_string_append_printf (self->text, " ORDER BY %sr.\"id\"%s", keys->str, direction);
}

static void
append_limit (AccordSql *self, AccordQuery *query, gint64 limit)
{
  const gint64 own = accord_query_get_limit (query);

  if (own >= 0 && (limit < 0 || own < limit))
    limit = own;
  if (limit < 0)
    return;
  g_string_append (self->text, " LIMIT ?");
  accord_sql_add_number (self, limit);
}

/* Where the engine could choose the index of the order for a filter that few rows meet, the keys are hidden.
 */
static void
append_ordered (AccordSql *self, AccordSchema *schema, AccordQuery *query, gint64 limit)
{
  gboolean natural;

  g_string_append (self->text, "SELECT r.\"id\" AS \"id\"");
  natural = accord_sql_append_from (self, query, accord_query_get_sort (query));
  append_order (self, schema, query, !natural);
  append_limit (self, query, limit);
}

static void
append_columns (AccordSql *self, AccordSchema *schema, const AccordKind *kind)
{
  g_autofree char *columns = accord_row_columns (schema, kind, "r");

  g_string_append_printf (self->text, "SELECT %s", columns);
}

/**
 * accord_sql_ordered_ids:
 * @schema: the kinds
 * @query: what is asked
 *
 * Returns: (transfer full): a statement for the identifiers of the records, in their order
 */
AccordSql *
accord_sql_ordered_ids (AccordSchema *schema, AccordQuery *query)
{
  AccordSql *self = accord_sql_new ();

  append_ordered (self, schema, query, -1);
  return self;
}

/**
 * accord_sql_ids:
 * @schema: the kinds
 * @query: what is asked; its order and its limit are left aside
 *
 * Returns: (transfer full): a statement for the identifiers of the records in whatever order is fastest
 */
AccordSql *
accord_sql_ids (AccordSchema *schema, AccordQuery *query)
{
  AccordSql *self = accord_sql_new ();
  g_autofree char *expression = accord_search_expression (accord_query_get_search (query));
  const char *name = accord_query_get_kind (query)->name;

  if (expression != NULL && accord_query_get_n_filters (query) == 0 && accord_sql_has_search (query)
      && !accord_query_get_deleted (query))
    {
      g_string_append_printf (self->text, "SELECT rowid FROM \"%s.search\" WHERE \"%s.search\" MATCH ?", name,
                              name);
      accord_sql_add_text (self, expression);
      return self;
    }
  g_string_append (self->text, "SELECT r.\"id\"");
  accord_sql_append_from (self, query, -1);
  return self;
}

/**
 * accord_sql_count:
 * @schema: the kinds
 * @query: what is asked
 *
 * Returns: (transfer full): a statement for the number of records that @query gives
 */
AccordSql *
accord_sql_count (AccordSchema *schema, AccordQuery *query)
{
  AccordSql *self = accord_sql_new ();
  const gint64 limit = accord_query_get_limit (query);

  g_string_append (self->text, limit < 0 ? "SELECT count (*)" : "SELECT min (count (*), ?)");
  if (limit >= 0)
    accord_sql_add_number (self, limit);
  accord_sql_append_from (self, query, -1);
  return self;
}

static void
append_sums (AccordSql *self, const AccordKind *kind, int field)
{
  g_autofree char *column = field >= 0 ? accord_sql_dup_column ("r", &kind->fields[field]) : NULL;

  if (column == NULL)
    g_string_append (self->text, "SELECT count (*), 0, count (*)");
  else
    g_string_append_printf (self->text, "SELECT count (*), sum (%s), count (*) - count (%s)", column, column);
}

/**
 * accord_sql_total:
 * @schema: the kinds
 * @query: what is asked
 * @field: index of a field that holds a whole number, or -1
 *
 * Returns: (transfer full): a statement for one row: how many records there are, the sum of @field over them,
 * and for how many it is not known
 */
AccordSql *
accord_sql_total (AccordSchema *schema, AccordQuery *query, int field)
{
  AccordSql *self = accord_sql_new ();
  const AccordKind *kind = accord_query_get_kind (query);

  append_sums (self, kind, field);
  if (accord_query_get_limit (query) < 0)
    {
      accord_sql_append_from (self, query, -1);
      return self;
    }
  g_string_append (self->text, " FROM (");
  append_ordered (self, schema, query, -1);
  g_string_append_printf (self->text, ") f CROSS JOIN \"%s\" r ON r.\"id\" = f.\"id\"", kind->name);
  return self;
}

static void
add_id_list (AccordSql *self, const gint64 *ids, gsize n_ids)
{
  g_autoptr (GString) list = g_string_sized_new (8 * n_ids + 2);

  for (gsize i = 0; i < n_ids; i++)
    g_string_append_printf (list, "%c%" G_GINT64_FORMAT, i == 0 ? '[' : ',', ids[i]);
  g_string_append (list, n_ids == 0 ? "[]" : "]");
  accord_sql_add_text (self, list->str);
}

/**
 * accord_sql_total_ids:
 * @kind: a kind
 * @field: index of a field that holds a whole number, or -1
 * @ids: (array length=n_ids): identifiers
 * @n_ids: how many
 *
 * Returns: (transfer full): as accord_sql_total(), over those records, deleted ones too
 */
AccordSql *
accord_sql_total_ids (const AccordKind *kind, int field, const gint64 *ids, gsize n_ids)
{
  AccordSql *self = accord_sql_new ();

  append_sums (self, kind, field);
  g_string_append_printf (self->text, " FROM json_each (?) j CROSS JOIN \"%s\" r ON r.\"id\" = j.\"value\"",
                          kind->name);
  add_id_list (self, ids, n_ids);
  return self;
}

/**
 * accord_sql_rows:
 * @schema: the kinds
 * @query: what is asked
 * @limit: how many rows at most, or -1 for as many as @query gives
 *
 * Returns: (transfer full): a statement for the first records in their order, as accord_row_read() reads them
 */
AccordSql *
accord_sql_rows (AccordSchema *schema, AccordQuery *query, gint64 limit)
{
  AccordSql *self = accord_sql_new ();
  const AccordKind *kind = accord_query_get_kind (query);

  append_columns (self, schema, kind);
  /* The identifiers come in order, and a cross join keeps its left side outermost. */
  g_string_append (self->text, " FROM (");
  append_ordered (self, schema, query, limit);
  if (limit < 0 && accord_query_get_limit (query) < 0)
    g_string_append (self->text, " LIMIT -1");
  g_string_append_printf (self->text, ") f CROSS JOIN \"%s\" r ON r.\"id\" = f.\"id\"", kind->name);
  return self;
}

/**
 * accord_sql_page:
 * @schema: the kinds
 * @kind: one of them
 * @ids: (array length=n_ids): identifiers
 * @n_ids: how many, at least one and at most 64
 *
 * Returns: (transfer full): a statement for those records, as accord_row_read() reads them, in no promised
 * order; deleted ones too
 */
AccordSql *
accord_sql_page (AccordSchema *schema, const AccordKind *kind, const gint64 *ids, gsize n_ids)
{
  AccordSql *self = accord_sql_new ();

  g_return_val_if_fail (n_ids > 0 && n_ids <= PAGE_PARAMETERS, self);

  append_columns (self, schema, kind);
  g_string_append_printf (self->text, " FROM \"%s\" r WHERE r.\"id\" IN (", kind->name);
  for (gsize i = 0; i < PAGE_PARAMETERS; i++)
    {
      g_string_append (self->text, i > 0 ? ", ?" : "?");
      accord_sql_add_number (self, ids[MIN (i, n_ids - 1)]);
    }
  g_string_append_c (self->text, ')');
  return self;
}

/**
 * accord_sql_sort_ids:
 * @schema: the kinds
 * @query: what is asked; its limit is left aside
 * @ids: (array length=n_ids): identifiers
 * @n_ids: how many
 *
 * Returns: (transfer full): a statement for those of @ids that @query gives, in its order
 */
AccordSql *
accord_sql_sort_ids (AccordSchema *schema, AccordQuery *query, const gint64 *ids, gsize n_ids)
{
  AccordSql *self = accord_sql_new ();

  g_string_append (self->text, "SELECT r.\"id\"");
  accord_sql_append_from (self, query, -1);
  g_string_append (self->text, " AND r.\"id\" IN (SELECT \"value\" FROM json_each (?))");
  add_id_list (self, ids, n_ids);
  append_order (self, schema, query, TRUE);
  return self;
}

/**
 * accord_sql_groups:
 * @schema: the kinds
 * @query: a query for which accord_sql_is_grouped() holds
 *
 * Returns: (transfer full): a statement for what the records refer to by the field they are sorted by: each
 *   identifier once, in order of title, and a NULL for those that refer to nothing, whether or not there are
 * any
 */
AccordSql *
accord_sql_groups (AccordSchema *schema, AccordQuery *query)
{
  AccordSql *self = accord_sql_new ();
  const AccordKind *kind = accord_query_get_kind (query);
  const AccordField *field = &kind->fields[accord_query_get_sort (query)];
  const AccordKind *target = accord_schema_find_kind (schema, field->target);
  const char *direction = accord_query_get_descending (query) ? " DESC" : "";
  g_autofree char *column = accord_sql_dup_column (NULL, field);
  g_autofree char *title = accord_schema_dup_title_sql (schema, target, "o");

  /* Steps through the index from one value to the next instead of reading every row of it. */
  g_string_append_printf (
      self->text,
      "WITH RECURSIVE g (k) AS (SELECT min (%s) FROM \"%s\" WHERE \"deleted\" IS NULL"
      " UNION ALL SELECT (SELECT min (%s) FROM \"%s\" WHERE \"deleted\" IS NULL AND %s > g.k)"
      " FROM g WHERE g.k IS NOT NULL)"
      " SELECT g.k FROM g ORDER BY (SELECT %s FROM \"%s\" o WHERE o.\"id\" = g.k)"
      " COLLATE NOCASE%s, g.k%s",
      column, kind->name, column, kind->name, column, title, target->name, direction, direction);
  return self;
}

/**
 * accord_sql_group_ids:
 * @schema: the kinds
 * @query: a query for which accord_sql_is_grouped() holds
 *
 * Returns: (transfer full): a statement for the records of one group, in their order; its one parameter,
 * which the caller binds, is an answer of accord_sql_groups()
 */
AccordSql *
accord_sql_group_ids (AccordSchema *schema, AccordQuery *query)
{
  AccordSql *self = accord_sql_new ();
  const AccordKind *kind = accord_query_get_kind (query);
  g_autofree char *column = accord_sql_dup_column (NULL, &kind->fields[accord_query_get_sort (query)]);

  g_string_append_printf (self->text,
                          "SELECT \"id\" FROM \"%s\" WHERE \"deleted\" IS NULL AND %s IS ? ORDER BY \"id\"%s",
                          kind->name, column, accord_query_get_descending (query) ? " DESC" : "");
  return self;
}
