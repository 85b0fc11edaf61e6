/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-sql.h"

#include "record-private.h"

/* id, uid, created, modified, deleted */
#define N_IDENTITY 5

/**
 * accord_row_reference_title:
 * @schema: the schema
 * @field: a reference or a list of references
 * @alias: what the table with @field is called in the statement
 *
 * Returns: (transfer full): an SQL expression for what the records that @field points to are called
 */
char *
accord_row_reference_title (AccordSchema *schema, const AccordField *field, const char *alias)
{
  const AccordKind *target = accord_schema_find_kind (schema, field->target);
  g_autofree char *column = accord_field_column (field);
  g_autofree char *title = NULL;

  g_assert (target != NULL);
  title = accord_schema_dup_title_sql (schema, target, "q");
  if (field->type == ACCORD_FIELD_REFERENCE)
    return g_strdup_printf ("(SELECT %s FROM \"%s\" q WHERE q.id = %s.\"%s\")", title, target->name, alias,
                            column);
  return g_strdup_printf (
      "(SELECT group_concat(title, '; ') FROM (SELECT %s AS title FROM json_each(%s.\"%s\") j"
      " JOIN \"%s\" q ON q.id = j.value ORDER BY j.key))",
      title, alias, column, target->name);
}

/**
 * accord_row_columns:
 * @schema: the schema
 * @kind: a kind of it
 * @alias: what the kind's table is called in the statement
 *
 * Returns: (transfer full): the list of columns that accord_row_read() reads
 */
char *
accord_row_columns (AccordSchema *schema, const AccordKind *kind, const char *alias)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "%s.id, %s.uid, %s.created, %s.modified, %s.deleted", alias, alias, alias, alias,
                   alias);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *column = accord_field_column (&kind->fields[i]);

      g_string_append_printf (sql, ", %s.\"%s\"", alias, column);
    }
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].target != NULL)
      {
        g_autofree char *title = accord_row_reference_title (schema, &kind->fields[i], alias);

        g_string_append_printf (sql, ", %s", title);
      }
  return g_string_free (sql, FALSE);
}

/* Identifiers are kept as "[1,2,3]", which SQLite's json_each() reads. */
static void
read_ids (const char *text, AccordRecord *record, guint index)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (const char *p = text; p != NULL && *p != '\0';)
    {
      if (g_ascii_isdigit (*p))
        {
          char *end;
          gint64 id = g_ascii_strtoll (p, &end, 10);

          g_array_append_val (ids, id);
          p = end;
        }
      else
        p++;
    }
  accord_record_put_ids (record, index, (gint64 *) (gpointer) ids->data, ids->len);
}

/**
 * accord_row_read:
 * @statement: a statement that stands on a row of accord_row_columns()
 * @record: (inout): an empty or used record of the kind
 *
 * Fills @record with the row. Nothing in it counts as changed afterwards.
 */
void
accord_row_read (sqlite3_stmt *statement, AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  int title = N_IDENTITY + kind->n_fields;

#define TEXT(column) ((const char *) sqlite3_column_text (statement, column))
  accord_record_set_identity (record, sqlite3_column_int64 (statement, 0), TEXT (1), TEXT (2), TEXT (3),
                              TEXT (4));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const AccordField *field = &kind->fields[i];
      int column = N_IDENTITY + i;

      if (accord_field_is_text (field))
        accord_record_put_text (record, i, TEXT (column), -1);
      else if (field->type == ACCORD_FIELD_REFERENCES)
        read_ids (TEXT (column), record, i);
      else if (sqlite3_column_type (statement, column) == SQLITE_NULL)
        accord_record_put_int (record, i, field->type == ACCORD_FIELD_BOOLEAN ? 0 : ACCORD_UNKNOWN);
      else
        accord_record_put_int (record, i, sqlite3_column_int64 (statement, column));
      if (field->target != NULL)
        accord_record_set_reference_title (record, i, TEXT (title++));
    }
#undef TEXT
  accord_record_clear_touched (record);
}

/**
 * accord_row_bind:
 * @statement: a statement
 * @parameter: number of a parameter, from 1
 * @record: a record, which must stay as it is until the statement was run
 * @index: index of a field
 *
 * Returns: SQLite's result code
 */
int
accord_row_bind (sqlite3_stmt *statement, int parameter, AccordRecord *record, guint index)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[index];
  g_autoptr (GString) list = NULL;
  const gint64 *ids;
  gsize n_ids;

  if (accord_record_is_empty (record, index))
    return sqlite3_bind_null (statement, parameter);
  if (accord_field_is_text (field))
    return sqlite3_bind_text (statement, parameter, accord_record_peek_text (record, index), -1,
                              SQLITE_STATIC);
  if (field->type != ACCORD_FIELD_REFERENCES)
    return sqlite3_bind_int64 (statement, parameter, accord_record_peek_int (record, index));

  list = g_string_new ("[");
  ids = accord_record_peek_ids (record, index, &n_ids);
  for (gsize i = 0; i < n_ids; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
  g_string_append_c (list, ']');
  return sqlite3_bind_text (statement, parameter, list->str, list->len, SQLITE_TRANSIENT);
}
