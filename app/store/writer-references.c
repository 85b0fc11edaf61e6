/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "writer-private.h"

#include "error.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

/* Kinds are few and identifiers far below 2^57, so that both fit in one pointer-sized key. */
static gpointer
key_for (AccordSchema *schema, const AccordKind *kind, gint64 id)
{
  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    if (accord_schema_get_kind (schema, i) == kind)
      return GSIZE_TO_POINTER (((gsize) id << 6) | i);
  g_assert_not_reached ();
}

static gboolean
check_one (AccordWriter *self, const AccordField *field, gint64 id, GError **error)
{
  AccordConnection *connection = self->reader.connection;
  const AccordKind *target = accord_schema_find_kind (self->reader.schema, field->target);
  gpointer key = key_for (self->reader.schema, target, id);
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  gboolean row = FALSE, deleted = FALSE, done;

  if (g_hash_table_contains (self->verified, key))
    return TRUE;
  sql = g_strdup_printf ("SELECT deleted IS NOT NULL FROM \"%s\" WHERE id = ?1", target->name);
  statement = accord_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  done = accord_connection_step (connection, statement, &row, error);
  if (row)
    deleted = sqlite3_column_int (statement, 0);
  accord_connection_release (connection, statement);
  if (!done)
    return FALSE;
  if (row && !deleted)
    {
      g_hash_table_add (self->verified, key);
      return TRUE;
    }
  if (row)
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID,
                 /* Translators: the first %s is a field's label, the second a kind of record */
                 _ ("%s: The %s it points to was deleted."), _ (field->label), target->name);
  else
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID,
                 _ ("%s: There is no %s with number %" PRId64 "."), _ (field->label), target->name, id);
  return FALSE;
}

/* Whether everything that @record points to is there and alive. */
gboolean
accord_writer_check_references (AccordWriter *self, AccordRecord *record, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const AccordField *field = &kind->fields[i];
      const gint64 *ids;
      gsize n_ids;

      if (field->type == ACCORD_FIELD_REFERENCE && !accord_record_is_empty (record, i)
          && !check_one (self, field, accord_record_peek_int (record, i), error))
        return FALSE;
      if (field->type != ACCORD_FIELD_REFERENCES)
        continue;
      ids = accord_record_peek_ids (record, i, &n_ids);
      for (gsize j = 0; j < n_ids; j++)
        if (!check_one (self, field, ids[j], error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
count_references (AccordWriter *self, const AccordKind *from, const AccordField *field, gint64 id,
                  gint64 *count, GError **error)
{
  g_autofree char *column = accord_field_column (field);
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  gboolean row = FALSE, done;

  if (field->type == ACCORD_FIELD_REFERENCE)
    sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE \"%s\" = ?1 AND deleted IS NULL", from->name,
                           column);
  else
    sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" r, json_each (r.\"%s\") j WHERE j.value = ?1"
                           " AND r.deleted IS NULL",
                           from->name, column);
  statement = accord_connection_prepare (self->reader.connection, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  done = accord_connection_step (self->reader.connection, statement, &row, error);
  if (row)
    *count += sqlite3_column_int64 (statement, 0);
  accord_connection_release (self->reader.connection, statement);
  return done;
}

/* "3 allocations, 1 claim"; "" when no living record speaks of this one; %NULL when it cannot be told. */
static char *
describe_references (AccordWriter *self, const AccordKind *kind, gint64 id, GError **error)
{
  AccordSchema *schema = self->reader.schema;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    {
      const AccordKind *from = accord_schema_get_kind (schema, i);
      gint64 count = 0;

      for (guint j = 0; j < from->n_fields; j++)
        if (g_strcmp0 (from->fields[j].target, kind->name) == 0
            && !count_references (self, from, &from->fields[j], id, &count, error))
          return NULL;
      if (count > 0)
        {
          g_autofree char *name = g_utf8_strdown (count == 1 ? _ (from->label) : _ (from->plural), -1);

          g_string_append_printf (text, "%s%" G_GINT64_FORMAT " %s", text->len > 0 ? ", " : "", count, name);
        }
    }
  return g_strdup (text->str);
}

/* Asked at the end of a change: nothing that lives may speak of what was deleted. */
gboolean
accord_writer_check_deleted (AccordWriter *self, GError **error)
{
  for (guint i = 0; !self->trusted && i < self->deleted->len; i++)
    {
      const AccordDeleted *entry = g_ptr_array_index (self->deleted, i);
      g_autofree char *others = NULL, *title = NULL;

      others = describe_references (self, entry->kind, entry->id, error);
      if (others == NULL)
        return FALSE;
      if (*others == '\0')
        continue;
      title = accord_reader_dup_title (&self->reader, entry->kind, entry->id, NULL);
      g_set_error (
          error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_REFERENCED,
          /* Translators: the first %s is a title, the second a list such as "3 allocations, 1 claim" */
          _ ("“%s” cannot be deleted while others speak of it: %s."), title, others);
      return FALSE;
    }
  return TRUE;
}

/* Asked at the end of a change: what came back speaks of nothing that is gone. */
gboolean
accord_writer_check_restored (AccordWriter *self, GError **error)
{
  for (guint i = 0; !self->trusted && i < self->restored->len; i++)
    {
      const AccordDeleted *entry = g_ptr_array_index (self->restored, i);
      g_autoptr (AccordRecord) record = accord_reader_get (&self->reader, entry->kind, entry->id, error);

      if (record == NULL
          || (accord_record_get_deleted (record) == NULL
              && !accord_writer_check_references (self, record, error)))
        return FALSE;
    }
  return TRUE;
}
