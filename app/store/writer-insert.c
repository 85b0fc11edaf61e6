/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "writer-private.h"

#include "error.h"
#include "record-json.h"
#include "record-private.h"
#include "row-sql.h"
#include "uid.h"

#include <glib/gi18n-lib.h>

/* Lent by the connection until the change ends: looking it up by its text costs as much as the row. */
static sqlite3_stmt *
insert_statement (AccordWriter *self, const AccordKind *kind, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->inserts, kind);
  g_autoptr (GString) sql = NULL;
  g_autoptr (GString) values = NULL;

  if (statement != NULL)
    return statement;
  sql = g_string_new (NULL);
  values = g_string_new (NULL);
  g_string_printf (sql, "INSERT INTO \"%s\" (uid, created, modified", kind->name);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *column = accord_field_column (&kind->fields[i]);

      g_string_append_printf (sql, ", \"%s\"", column);
      g_string_append (values, ", ?");
    }
  g_string_append_printf (sql, ") VALUES (?, ?, ?%s)", values->str);
  statement = accord_connection_prepare (self->reader.connection, sql->str, error);
  if (statement != NULL)
    g_hash_table_insert (self->inserts, (gpointer) kind, statement);
  return statement;
}

static gboolean
insert_row (AccordWriter *self, AccordRecord *record, const char *uid, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (record);
  sqlite3_stmt *statement = insert_statement (self, kind, error);
  int code;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, uid, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, self->at, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, self->at, -1, SQLITE_STATIC);
  for (guint i = 0; i < kind->n_fields; i++)
    accord_row_bind (statement, i + 4, record, i);
  code = sqlite3_step (statement);
  if (code == SQLITE_CONSTRAINT_UNIQUE)
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONFLICT,
                 /* Translators: the first %s is a kind of record, the second its unique identifier */
                 _ ("There is a %s “%s” already."), kind->name, uid);
  else if (code != SQLITE_DONE)
    accord_connection_fail (self->reader.connection, code, error);
  sqlite3_reset (statement);
  return code == SQLITE_DONE;
}

static guint64
known_fields (AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  guint64 fields = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    if (!accord_record_is_empty (record, i))
      fields |= G_GUINT64_CONSTANT (1) << i;
  return fields;
}

/**
 * accord_writer_insert:
 * @self: the open change
 * @record: a record that no workspace keeps yet; it gets its identifier
 * @error: return location for an error
 *
 * Adds a record. A record that already has a unique identifier (from a file of another workspace) keeps it.
 * When the change is not kept, @record is new again unless it was one of a bulk.
 *
 * Returns: %FALSE when @record does not meet its rules (%ACCORD_STORE_ERROR_INVALID), when there is one with
 *   its unique identifier already (%ACCORD_STORE_ERROR_CONFLICT) or it cannot be written
 */
gboolean
accord_writer_insert (AccordWriter *self, AccordRecord *record, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (record);
  AccordBulk *bulk = accord_writer_find_bulk (self, kind);
  char made[ACCORD_UID_LENGTH + 1];
  g_autofree char *json = NULL, *kept = g_strdup (accord_record_get_uid (record));
  const char *uid = kept;

  g_return_val_if_fail (accord_record_get_id (record) == 0, FALSE);

  if (!accord_writer_check_rules (self, record, error))
    return FALSE;
  if (uid == NULL)
    {
      accord_uid_make (made);
      uid = made;
    }
  if (!insert_row (self, record, uid, error))
    return FALSE;
  /* Of a bulk nobody tries one record again, and its records are often one object used over and over. */
  if (bulk == NULL && !g_hash_table_contains (self->added, record))
    g_hash_table_insert (self->added, g_object_ref (record), g_steal_pointer (&kept));
  accord_record_set_identity (record,
                              sqlite3_last_insert_rowid (accord_connection_get_db (self->reader.connection)),
                              uid, self->at, self->at, NULL);
  accord_record_clear_touched (record);
  self->n_changes++;
  if (!accord_writer_follow_in_search (self, NULL, record, error))
    return FALSE;
  if (bulk != NULL)
    return accord_bulk_note (bulk, record);
  json = accord_record_dup_json (record, known_fields (record));
  return accord_writer_journal (self, kind, accord_record_get_id (record), 0, "insert", NULL, json, error);
}
