/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query-sql-private.h"

#include <string.h>

typedef struct
{
  char *text;
  gint64 number;
} Value;

static void
value_clear (gpointer data)
{
  g_free (((Value *) data)->text);
}

static gboolean
has_no_value (const AccordField *field, const AccordFilter *filter)
{
  return accord_field_is_text (field) ? filter->text == NULL || *filter->text == '\0'
                                      : filter->number == ACCORD_UNKNOWN;
}

/* A comparison with nothing is a question whether there is something. */
static AccordOperator
effective_operator (const AccordField *field, const AccordFilter *filter)
{
  const AccordOperator op = filter->op == ACCORD_OPERATOR_IN_EFFECT ? ACCORD_OPERATOR_EQUAL : filter->op;

  if (!has_no_value (field, filter))
    return op;
  if (op == ACCORD_OPERATOR_EQUAL)
    return ACCORD_OPERATOR_UNKNOWN;
  return op == ACCORD_OPERATOR_NOT_EQUAL ? ACCORD_OPERATOR_KNOWN : op;
}

static void
add_filter_value (AccordSql *self, const AccordField *field, const AccordFilter *filter)
{
  if (accord_field_is_text (field))
    accord_sql_add_text (self, filter->text);
  else
    accord_sql_add_number (self, filter->number);
}

static char *
dup_like_pattern (const char *text)
{
  GString *pattern = g_string_new ("%");

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '_' || *p == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *p);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

static void
append_like (AccordSql *self, const char *column, const char *text)
{
  g_autofree char *pattern = dup_like_pattern (text);

  g_string_append_printf (self->text, "coalesce (%s, '') LIKE ? ESCAPE '\\'", column);
  accord_sql_add_text (self, pattern);
}

static void
append_list_condition (AccordSql *self, const char *column, AccordOperator op, const AccordFilter *filter)
{
  g_string_append_printf (self->text, "%sEXISTS (SELECT 1 FROM json_each (%s) j WHERE j.\"value\" = ?)",
                          op == ACCORD_OPERATOR_NOT_EQUAL ? "NOT " : "", column);
  accord_sql_add_number (self, filter->number);
}

/* What holds of a record: what it says itself, or what the record says that it refers to. */
static void
append_in_effect (AccordSql *self, const AccordKind *kind, const AccordFilter *filter, const char *column)
{
  const AccordField *field = &kind->fields[filter->field];
  const AccordField *through = accord_kind_get_field (kind, field->through);
  g_autofree char *way = accord_sql_dup_column ("r", through);
  g_autofree char *other = accord_sql_dup_column ("t", field);

  if (!(field->flags & ACCORD_FIELD_OVERRULED) && !has_no_value (field, filter))
    {
      /* Each side has an index that picks its rows, for which it must say that it wants living ones. */
      g_string_append_printf (
          self->text,
          "((%s%s = ? AND r.\"deleted\" IS NULL) OR (+%s IS NULL AND r.\"deleted\" IS NULL"
          " AND %s IN (SELECT t.\"id\" FROM \"%s\" t WHERE %s%s = ?"
          " AND t.\"deleted\" IS NULL)))",
          column, accord_sql_collation (field), column, way, through->target, other,
          accord_sql_collation (field));
      add_filter_value (self, field, filter);
      add_filter_value (self, field, filter);
      return;
    }
  {
    g_autofree char *there =
        g_strdup_printf ("(SELECT %s FROM \"%s\" t WHERE t.\"id\" = %s AND t.\"deleted\" IS NULL)", other,
                         through->target, way);
    const gboolean overruled = (field->flags & ACCORD_FIELD_OVERRULED) != 0;

    g_string_append_printf (self->text, "coalesce (%s, %s)%s IS ", overruled ? there : column,
                            overruled ? column : there, accord_sql_collation (field));
  }
  if (has_no_value (field, filter))
    {
      g_string_append (self->text, "NULL");
      return;
    }
  g_string_append_c (self->text, '?');
  add_filter_value (self, field, filter);
}

static void
append_comparison (AccordSql *self, const AccordField *field, const char *column, AccordOperator op,
                   const AccordFilter *filter, gboolean hide_ranges)
{
  static const char *const signs[] = { "=", "IS NOT", ">=", "<=", "=" };
  const gboolean range = op == ACCORD_OPERATOR_AT_LEAST || op == ACCORD_OPERATOR_AT_MOST;

  if (field->type == ACCORD_FIELD_DECIMAL)
    g_string_append_printf (self->text, "CAST (%s AS REAL) %s CAST (? AS REAL)", column, signs[op]);
  else if (field->type == ACCORD_FIELD_BOOLEAN)
    g_string_append_printf (self->text, "coalesce (%s, 0) %s ?", column, signs[op]);
  else
    g_string_append_printf (self->text, "%s%s%s %s ?", range && hide_ranges ? "+" : "", column,
                            accord_sql_collation (field), signs[op]);
  add_filter_value (self, field, filter);
}

static void
append_filter (AccordSql *self, const AccordKind *kind, const AccordFilter *filter, gboolean hide_ranges)
{
  const AccordField *field = &kind->fields[filter->field];
  const AccordOperator op = effective_operator (field, filter);
  g_autofree char *column = accord_sql_dup_column ("r", field);

  if (filter->op == ACCORD_OPERATOR_IN_EFFECT && field->through != NULL)
    append_in_effect (self, kind, filter, column);
  else if (op == ACCORD_OPERATOR_UNKNOWN)
    g_string_append_printf (self->text, "%s IS NULL", column);
  else if (op == ACCORD_OPERATOR_KNOWN)
    g_string_append_printf (self->text, "%s IS NOT NULL", column);
  else if (field->type == ACCORD_FIELD_REFERENCES)
    append_list_condition (self, column, op, filter);
  else if (op == ACCORD_OPERATOR_CONTAINS && accord_field_is_text (field))
    append_like (self, column, filter->text);
  else
    append_comparison (self, field, column, op, filter, hide_ranges);
}

static gboolean
is_alternative (AccordQuery *query, guint index)
{
  return index < accord_query_get_n_filters (query) && accord_query_get_filter (query, index)->alternative;
}

/* All hold, but of a run of alternatives one is enough. */
static void
append_filters (AccordSql *self, AccordQuery *query, gboolean hide_ranges)
{
  for (guint i = 0; i < accord_query_get_n_filters (query); i++)
    {
      const gboolean joined = is_alternative (query, i);
      const gboolean goes_on = is_alternative (query, i + 1);

      g_string_append (self->text, joined ? " OR " : goes_on ? " AND (" : " AND ");
      append_filter (self, accord_query_get_kind (query), accord_query_get_filter (query, i), hide_ranges);
      if (joined && !goes_on)
        g_string_append_c (self->text, ')');
    }
}

/* Deleted records are not in the full-text index; they are few, and their words are looked at one by one. */
static void
append_words (AccordSql *self, const AccordKind *kind, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) words = g_strsplit_set (valid, " \t\n", -1);

  for (guint w = 0; words[w] != NULL; w++)
    {
      const char *separator = " AND (";

      if (*words[w] == '\0')
        continue;
      for (guint i = 0; i < kind->n_fields; i++)
        if (accord_sql_is_searched (&kind->fields[i]))
          {
            g_autofree char *column = accord_sql_dup_column ("r", &kind->fields[i]);

            g_string_append (self->text, separator);
            append_like (self, column, words[w]);
            separator = " OR ";
          }
      g_string_append_c (self->text, ')');
    }
}

AccordSql *
accord_sql_new (void)
{
  AccordSql *self = g_new0 (AccordSql, 1);

  self->text = g_string_sized_new (256);
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  g_array_set_clear_func (self->values, value_clear);
  return self;
}

void
accord_sql_free (AccordSql *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->values);
  g_free (self);
}

void
accord_sql_add_number (AccordSql *self, gint64 number)
{
  Value value = { NULL, number };

  g_array_append_val (self->values, value);
}

void
accord_sql_add_text (AccordSql *self, const char *text)
{
  Value value = { g_strdup (text != NULL ? text : ""), 0 };

  g_array_append_val (self->values, value);
}

const char *
accord_sql_get_text (AccordSql *self)
{
  return self->text->str;
}

/**
 * accord_sql_bind:
 * @self: a statement, which must outlive the use of @statement
 * @statement: it, prepared
 *
 * Returns: an SQLite result code
 */
int
accord_sql_bind (AccordSql *self, sqlite3_stmt *statement)
{
  int code = SQLITE_OK;

  for (guint i = 0; i < self->values->len && code == SQLITE_OK; i++)
    {
      const Value *value = &g_array_index (self->values, Value, i);

      if (value->text != NULL)
        code = sqlite3_bind_text (statement, (int) i + 1, value->text, -1, SQLITE_STATIC);
      else
        code = sqlite3_bind_int64 (statement, (int) i + 1, value->number);
    }
  return code;
}

/* Whether the words of a query ask for anything. */
gboolean
accord_sql_has_search (AccordQuery *query)
{
  g_autofree char *expression = accord_search_expression (accord_query_get_search (query));
  const AccordKind *kind = accord_query_get_kind (query);

  for (guint i = 0; expression != NULL && i < kind->n_fields; i++)
    if (accord_sql_is_searched (&kind->fields[i]))
      return TRUE;
  return FALSE;
}

/* Whether all that is asked of the records is about one indexed field, so that its index answers it alone. */
static gboolean
is_about_field (AccordQuery *query, int field)
{
  if (field < 0 || accord_sql_has_search (query) || accord_query_get_deleted (query)
      || !accord_sql_is_indexed (&accord_query_get_kind (query)->fields[field]))
    return FALSE;
  for (guint i = 0; i < accord_query_get_n_filters (query); i++)
    if ((int) accord_query_get_filter (query, i)->field != field
        || accord_query_get_filter (query, i)->op == ACCORD_OPERATOR_IN_EFFECT)
      return FALSE;
  return TRUE;
}

static gboolean
is_indexed_value (AccordQuery *query, guint index)
{
  const AccordFilter *filter = accord_query_get_filter (query, index);
  const AccordField *field = &accord_query_get_kind (query)->fields[filter->field];
  const AccordOperator op = effective_operator (field, filter);

  if (filter->op == ACCORD_OPERATOR_IN_EFFECT && field->through != NULL
      && (field->flags & ACCORD_FIELD_OVERRULED || accord_query_get_deleted (query)))
    return FALSE;
  if (op == ACCORD_OPERATOR_EQUAL && accord_sql_is_looked_up (field))
    return TRUE;
  return accord_sql_is_indexed (field) && (op == ACCORD_OPERATOR_EQUAL || op == ACCORD_OPERATOR_UNKNOWN);
}

/* Whether a filter, or a run of alternatives, picks the rows of single values from an index. */
static gboolean
has_indexed_value (AccordQuery *query)
{
  const guint n = accord_query_get_n_filters (query);

  for (guint i = 0, next; i < n; i = next)
    {
      gboolean indexed = is_indexed_value (query, i);

      for (next = i + 1; is_alternative (query, next); next++)
        indexed &= is_indexed_value (query, next);
      if (indexed)
        return TRUE;
    }
  return FALSE;
}

/**
 * accord_sql_append_from:
 * @self: a statement, as far as `SELECT …`
 * @query: what is asked
 * @order: index of the field that the rows are wanted in order of, or -1
 *
 * Adds the table, called `r`, and the conditions. The engine believes that walking an index and looking every
 * row up is cheap; for a big table it takes twenty times as long as a scan. So it may only use an index that
 * answers everything alone, or one that picks a single value.
 *
 * Returns: whether the order of the rows may come from the index too
 */
gboolean
accord_sql_append_from (AccordSql *self, AccordQuery *query, int order)
{
  const AccordKind *kind = accord_query_get_kind (query);
  const gboolean deleted = accord_query_get_deleted (query);
  const int first =
      accord_query_get_n_filters (query) > 0 ? (int) accord_query_get_filter (query, 0)->field : -1;
  const gboolean natural =
      (accord_sql_is_bare (query) && (order < 0 || accord_sql_is_indexed (&kind->fields[order])))
      || is_about_field (query, order >= 0 ? order : first);
  g_autofree char *expression = accord_search_expression (accord_query_get_search (query));

  g_string_append_printf (self->text, " FROM \"%s\" r%s WHERE r.\"deleted\" IS %sNULL", kind->name,
                          natural || has_indexed_value (query) ? "" : " NOT INDEXED", deleted ? "NOT " : "");
  append_filters (self, query, !natural);
  if (!accord_sql_has_search (query))
    return natural;
  if (deleted)
    {
      append_words (self, kind, accord_query_get_search (query));
      return FALSE;
    }
  g_string_append_printf (self->text,
                          " AND r.\"id\" IN (SELECT rowid FROM \"%s.search\" WHERE \"%s.search\" MATCH ?)",
                          kind->name, kind->name);
  accord_sql_add_text (self, expression);
  return FALSE;
}

/**
 * accord_sql_is_bare:
 * @query: a query
 *
 * Returns: whether @query asks for all live records of its kind
 */
gboolean
accord_sql_is_bare (AccordQuery *query)
{
  return accord_query_get_n_filters (query) == 0 && !accord_query_get_deleted (query)
         && !accord_sql_has_search (query);
}

/**
 * accord_sql_is_grouped:
 * @query: a query
 *
 * Returns: whether the order of @query is best read group by group (accord_sql_groups()), because it goes by
 * the titles of what an indexed field refers to
 */
gboolean
accord_sql_is_grouped (AccordQuery *query)
{
  const int sort = accord_query_get_sort (query);
  const AccordField *field = sort < 0 ? NULL : &accord_query_get_kind (query)->fields[sort];

  return field != NULL && field->type == ACCORD_FIELD_REFERENCE && accord_sql_is_indexed (field)
         && accord_sql_is_bare (query);
}

/**
 * accord_sql_has_index:
 * @query: a query
 *
 * Returns: whether an index (or the table itself) has the order of @query, so that it can be walked without
 * sorting
 */
gboolean
accord_sql_has_index (AccordQuery *query)
{
  const int sort = accord_query_get_sort (query);
  const AccordField *field = sort < 0 ? NULL : &accord_query_get_kind (query)->fields[sort];

  return field == NULL
         || (accord_sql_is_indexed (field) && field->type != ACCORD_FIELD_REFERENCE
             && field->type != ACCORD_FIELD_CHOICE);
}

/**
 * accord_sql_is_indexed:
 * @field: a field
 *
 * Returns: whether @field has an index among the derived objects
 */
gboolean
accord_sql_is_indexed (const AccordField *field)
{
  return (field->flags & ACCORD_FIELD_INDEXED) != 0 && field->type != ACCORD_FIELD_REFERENCES
         && field->type != ACCORD_FIELD_DECIMAL && field->type != ACCORD_FIELD_LONG_TEXT;
}

/**
 * accord_sql_is_looked_up:
 * @field: a field
 *
 * Returns: whether the records that refer to one other by @field are found by an index
 */
gboolean
accord_sql_is_looked_up (const AccordField *field)
{
  return (field->flags & ACCORD_FIELD_LOOKED_UP) != 0 && field->type == ACCORD_FIELD_REFERENCE;
}

/**
 * accord_sql_is_searched:
 * @field: a field
 *
 * Returns: whether the words of @field are in the full-text index
 */
gboolean
accord_sql_is_searched (const AccordField *field)
{
  return (field->flags & ACCORD_FIELD_SEARCHED) != 0 && accord_field_is_text (field);
}

gboolean
accord_sql_is_reference (const AccordField *field)
{
  return field->type == ACCORD_FIELD_REFERENCE || field->type == ACCORD_FIELD_REFERENCES;
}

/**
 * accord_sql_collation:
 * @field: a field
 *
 * Returns: what follows the column of @field in indexes, orders and comparisons: text goes without regard to
 * case
 */
const char *
accord_sql_collation (const AccordField *field)
{
  const gboolean words = field->type == ACCORD_FIELD_TEXT || field->type == ACCORD_FIELD_LONG_TEXT
                         || field->type == ACCORD_FIELD_CODE;

  return words ? " COLLATE NOCASE" : "";
}

/**
 * accord_sql_dup_column:
 * @alias: (nullable): what the table is called in the statement
 * @field: a field
 *
 * Returns: (transfer full): the column that keeps @field, in quotes
 */
char *
accord_sql_dup_column (const char *alias, const AccordField *field)
{
  g_autofree char *column = accord_field_column (field);

  return alias != NULL ? g_strdup_printf ("%s.\"%s\"", alias, column) : g_strdup_printf ("\"%s\"", column);
}
