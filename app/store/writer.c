/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "writer-private.h"

#include "error.h"
#include "journal.h"
#include "record-json.h"
#include "record-private.h"
#include "row-sql.h"

#include <glib/gi18n-lib.h>
#include <string.h>

AccordWriter *
accord_writer_new (AccordSchema *schema, AccordConnection *connection, const char *who, const char *label)
{
  AccordWriter *self = g_new0 (AccordWriter, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  self->reader.schema = g_object_ref (schema);
  self->reader.connection = connection;
  self->search = accord_search_writer_new (accord_connection_get_db (connection));
  self->at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  self->who = g_strdup (who);
  self->label = g_strdup (label);
  self->touched = g_hash_table_new (NULL, NULL);
  self->deleted = g_ptr_array_new_with_free_func (g_free);
  self->restored = g_ptr_array_new_with_free_func (g_free);
  self->verified = g_hash_table_new (NULL, NULL);
  self->bulks = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_bulk_free);
  self->late = g_hash_table_new (NULL, NULL);
  self->inserts = g_hash_table_new (NULL, NULL);
  self->added = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  return self;
}

void
accord_writer_free (AccordWriter *self)
{
  GHashTableIter iter;
  gpointer statement;

  g_hash_table_iter_init (&iter, self->inserts);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    accord_connection_release (self->reader.connection, statement);
  accord_search_writer_free (self->search);
  g_object_unref (self->reader.schema);
  g_free (self->at);
  g_free (self->who);
  g_free (self->label);
  g_hash_table_unref (self->touched);
  g_ptr_array_unref (self->deleted);
  g_ptr_array_unref (self->restored);
  g_hash_table_unref (self->verified);
  g_ptr_array_unref (self->bulks);
  g_hash_table_unref (self->late);
  g_hash_table_unref (self->inserts);
  g_hash_table_unref (self->added);
  g_free (self);
}

/* The change was not kept: the records that were added in it are new again, so that they can be tried once
 * more. */
void
accord_writer_take_back (AccordWriter *self)
{
  GHashTableIter iter;
  gpointer record, uid;

  g_hash_table_iter_init (&iter, self->added);
  while (g_hash_table_iter_next (&iter, &record, &uid))
    accord_record_set_identity (record, 0, uid, NULL, NULL, NULL);
}

/* "" before the first change. */
static char *
dup_last_hash (AccordConnection *connection, GError **error)
{
  sqlite3_stmt *statement =
      accord_connection_prepare (connection, "SELECT hash FROM change ORDER BY id DESC LIMIT 1", error);
  char *hash = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  if (accord_connection_step (connection, statement, &row, error))
    hash = g_strdup (row ? (const char *) sqlite3_column_text (statement, 0) : "");
  accord_connection_release (connection, statement);
  return hash;
}

static gboolean
write_change_line (AccordWriter *self, GError **error)
{
  AccordConnection *connection = self->reader.connection;
  AccordChangeLine line = { self->change, self->at, self->who, self->label, self->undoes, self->redoes };
  g_autofree char *previous = dup_last_hash (connection, error);
  g_autofree char *hash = previous != NULL ? accord_journal_chain (connection, &line, previous, error) : NULL;
  sqlite3_stmt *statement;

  if (hash == NULL)
    return FALSE;
  statement = accord_connection_prepare (connection,
                                         "INSERT INTO change (id, at, who, label, undoes, redoes, hash)"
                                         " VALUES (?1, ?2, ?3, ?4, nullif (?5, 0), nullif (?6, 0), ?7)",
                                         error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->change);
  sqlite3_bind_text (statement, 2, self->at, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, self->who, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, self->label, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 5, self->undoes);
  sqlite3_bind_int64 (statement, 6, self->redoes);
  sqlite3_bind_text (statement, 7, hash, -1, SQLITE_STATIC);
  return accord_connection_run (connection, statement, error);
}

/* Undo and redo pass over it. */
static gboolean
write_lasting (AccordWriter *self, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE change SET state = 3 WHERE id = %" G_GINT64_FORMAT, self->change);

  return accord_connection_exec (self->reader.connection, sql, error);
}

/* Ends the change: late indexes, the rules about deleted records, what follows from it, the line with the
 * hash.
 */
gboolean
accord_writer_finish (AccordWriter *self, GError **error)
{
  AccordSettleFunc settle = accord_schema_get_settle (self->reader.schema);

  if (!accord_writer_end_bulks (self, error) || !accord_writer_check_deleted (self, error)
      || !accord_writer_check_restored (self, error))
    return FALSE;
  if (self->change == 0)
    return TRUE;
  if (settle != NULL && !settle (self, error))
    return FALSE;
  /* Something new was done: what had been undone before can no longer be done again. */
  if (self->undoes == 0 && self->redoes == 0
      && !accord_connection_exec (self->reader.connection, "UPDATE change SET state = 2 WHERE state = 1",
                                  error))
    return FALSE;
  return write_change_line (self, error) && (!self->lasting || write_lasting (self, error));
}

/* Writes one line of the journal; the first one gives the change its number. */
gboolean
accord_writer_journal (AccordWriter *self, const AccordKind *kind, gint64 record, gint64 last,
                       const char *operation, const char *before, const char *after, GError **error)
{
  AccordConnection *connection = self->reader.connection;
  sqlite3_stmt *statement;

  g_hash_table_add (self->touched, (gpointer) kind);
  if (self->change == 0)
    self->change = accord_connection_int (connection, "SELECT max (id) FROM change", 0) + 1;
  statement =
      accord_connection_prepare (connection,
                                 "INSERT INTO journal (change, kind, record, last, operation, before, after)"
                                 " VALUES (?1, ?2, ?3, nullif (?4, 0), ?5, ?6, ?7)",
                                 error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->change);
  sqlite3_bind_text (statement, 2, kind->name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, record);
  sqlite3_bind_int64 (statement, 4, last);
  sqlite3_bind_text (statement, 5, operation, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 6, before, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 7, after, -1, SQLITE_STATIC);
  return accord_connection_run (connection, statement, error);
}

/* What is asked of a record before it is written. */
gboolean
accord_writer_check_rules (AccordWriter *self, AccordRecord *record, GError **error)
{
  AccordRecordClass *klass = ACCORD_RECORD_GET_CLASS (record);

  return accord_record_validate (record, error) && accord_writer_check_references (self, record, error)
         && (klass->check == NULL || klass->check (record, &self->reader, error));
}

/* Makes the search index follow a record, unless it is to be made anew at the end of the change. */
gboolean
accord_writer_follow_in_search (AccordWriter *self, AccordRecord *before, AccordRecord *after, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (before != NULL ? before : after);
  int code;

  if (g_hash_table_contains (self->late, kind))
    return TRUE;
  code = accord_search_writer_update (self->search, before, after);
  return code == SQLITE_OK || accord_connection_fail (self->reader.connection, code, error);
}

/* Writes the fields in which @after differs from @before, which is how the record stands in the file. */
gboolean
accord_writer_apply (AccordWriter *self, AccordRecord *before, AccordRecord *after, GError **error)
{
  AccordConnection *connection = self->reader.connection;
  const AccordKind *kind = accord_record_get_kind (before);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autofree char *old_json = NULL, *new_json = NULL;
  sqlite3_stmt *statement;
  guint64 changed = 0;
  int parameter = 3;

  g_string_printf (sql, "UPDATE \"%s\" SET modified = ?2", kind->name);
  for (guint i = 0; i < kind->n_fields; i++)
    if (!accord_record_field_equal (before, after, i))
      {
        g_autofree char *column = accord_field_column (&kind->fields[i]);

        g_string_append_printf (sql, ", \"%s\" = ?%u", column, i + 3);
        changed |= G_GUINT64_CONSTANT (1) << i;
      }
  if (changed == 0)
    return TRUE;

  g_string_append (sql, " WHERE id = ?1");
  statement = accord_connection_prepare (connection, sql->str, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, accord_record_get_id (before));
  sqlite3_bind_text (statement, 2, self->at, -1, SQLITE_STATIC);
  for (guint i = 0; i < kind->n_fields; i++, parameter++)
    if ((changed >> i) & 1)
      accord_row_bind (statement, parameter, after, i);
  if (!accord_connection_run (connection, statement, error)
      || !accord_writer_follow_in_search (self, before, after, error))
    return FALSE;
  self->n_changes++;
  old_json = accord_record_dup_json (before, changed);
  new_json = accord_record_dup_json (after, changed);
  return accord_writer_journal (self, kind, accord_record_get_id (before), 0, "update", old_json, new_json,
                                error);
}

/**
 * accord_writer_update:
 * @self: the open change
 * @record: a record that the workspace keeps
 * @error: return location for an error
 *
 * Writes the fields of @record that were set since it was read; all others stay as they are in the file,
 * whoever changed them meanwhile.
 *
 * Returns: %FALSE when the record is gone (%ACCORD_STORE_ERROR_NOT_FOUND), does not meet its rules
 *   (%ACCORD_STORE_ERROR_INVALID) or cannot be written
 */
gboolean
accord_writer_update (AccordWriter *self, AccordRecord *record, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (record);
  g_autoptr (AccordRecord) before = NULL, after = NULL;

  before = accord_reader_get (&self->reader, kind, accord_record_get_id (record), error);
  if (before == NULL)
    return FALSE;
  if (accord_record_get_deleted (before) != NULL)
    {
      g_autofree char *title = accord_record_dup_title (before);

      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND,
                   _ ("“%s” was deleted meanwhile; restore it first."), title);
      return FALSE;
    }
  after = accord_record_copy (before);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      AccordRecordPrivate *from = accord_record_private (record);
      AccordRecordPrivate *to = accord_record_private (after);

      if (accord_record_is_touched (record, i))
        accord_value_copy (&kind->fields[i], &from->values[i], &to->values[i]);
    }
  return accord_writer_check_rules (self, after, error) && accord_writer_apply (self, before, after, error);
}

/* What is deleted is asked about at the end of the change, unless it was restored meanwhile; and what speaks
 * of it is looked at anew. What is restored is asked about then as well, so that records that speak of each
 * other can come back together. */
static void
note_deleted (AccordWriter *self, const AccordKind *kind, gint64 id, gboolean deleted)
{
  AccordDeleted entry = { kind, id };

  if (deleted)
    {
      g_ptr_array_add (self->deleted, g_memdup2 (&entry, sizeof entry));
      g_hash_table_remove_all (self->verified);
      return;
    }
  g_ptr_array_add (self->restored, g_memdup2 (&entry, sizeof entry));
  for (guint i = self->deleted->len; i > 0; i--)
    {
      const AccordDeleted *noted = g_ptr_array_index (self->deleted, i - 1);

      if (noted->kind == kind && noted->id == id)
        g_ptr_array_remove_index_fast (self->deleted, i - 1);
    }
}

/* The two ways of a soft deletion: the row stays, and lists, search and sums no longer see it. */
gboolean
accord_writer_set_deleted (AccordWriter *self, const AccordKind *kind, gint64 id, gboolean deleted,
                           GError **error)
{
  AccordConnection *connection = self->reader.connection;
  g_autoptr (AccordRecord) record = accord_reader_get (&self->reader, kind, id, error);
  g_autofree char *sql = NULL, *moment = NULL, *title = NULL;
  sqlite3_stmt *statement;

  if (record == NULL)
    return FALSE;
  if ((accord_record_get_deleted (record) != NULL) == deleted)
    {
      title = accord_record_dup_title (record);
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND,
                   deleted ? _ ("“%s” is deleted already.") : _ ("“%s” is not deleted."), title);
      return FALSE;
    }
  sql = g_strdup_printf ("UPDATE \"%s\" SET deleted = ?2, modified = ?3 WHERE id = ?1", kind->name);
  statement = accord_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, deleted ? self->at : NULL, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, self->at, -1, SQLITE_STATIC);
  if (!accord_connection_run (connection, statement, error)
      || !accord_writer_follow_in_search (self, deleted ? record : NULL, deleted ? NULL : record, error))
    return FALSE;
  self->n_changes++;
  note_deleted (self, kind, id, deleted);
  moment = g_strdup_printf ("{\"deleted\":\"%s\"}", deleted ? self->at : accord_record_get_deleted (record));
  return accord_writer_journal (self, kind, id, 0, deleted ? "delete" : "restore",
                                deleted ? "{\"deleted\":null}" : moment,
                                deleted ? moment : "{\"deleted\":null}", error);
}

/**
 * accord_writer_delete:
 * @self: the open change
 * @kind: a kind
 * @id: identifier of a record
 * @error: return location for an error
 *
 * Deletes a record; it can be restored. Whether others still speak of it is asked when the change ends, so
 * that a fund and its allocations can go together.
 *
 * Returns: %FALSE when there is no such living record
 */
gboolean
accord_writer_delete (AccordWriter *self, const AccordKind *kind, gint64 id, GError **error)
{
  return accord_writer_set_deleted (self, kind, id, TRUE, error);
}

/**
 * accord_writer_restore:
 * @self: the open change
 * @kind: a kind
 * @id: identifier of a deleted record
 * @error: return location for an error
 *
 * Brings a deleted record back. Whether what it speaks of lives is asked when the change ends, so that
 * records that speak of each other can come back together.
 *
 * Returns: %FALSE when there is no such deleted record
 */
gboolean
accord_writer_restore (AccordWriter *self, const AccordKind *kind, gint64 id, GError **error)
{
  return accord_writer_set_deleted (self, kind, id, FALSE, error);
}

/**
 * accord_writer_get_reader:
 * @self: the open change
 *
 * Returns: (transfer none): a reader that sees what this change has written so far
 */
AccordReader *
accord_writer_get_reader (AccordWriter *self)
{
  return &self->reader;
}

/**
 * accord_writer_set_label:
 * @self: the open change
 * @label: what the change is called in the journal and beside "Undo"
 *
 * Gives the change another label than it was begun with.
 */
void
accord_writer_set_label (AccordWriter *self, const char *label)
{
  g_return_if_fail (label != NULL);
  g_free (self->label);
  self->label = g_strdup (label);
}

/**
 * accord_writer_set_lasting:
 * @self: the open change
 *
 * Makes the change one that is not undone: what a workspace is there for, without which it would be none.
 */
void
accord_writer_set_lasting (AccordWriter *self)
{
  self->lasting = TRUE;
}

/**
 * accord_writer_get_n_changes:
 * @self: the open change
 *
 * Returns: how many records were added, changed, deleted or restored so far
 */
guint64
accord_writer_get_n_changes (AccordWriter *self)
{
  return self->n_changes;
}

/**
 * accord_writer_touches:
 * @self: the open change
 * @kind: a kind
 *
 * Returns: whether records of @kind were added, changed, deleted or restored so far; of records that are
 * added in bulk that is known when the change ends
 */
gboolean
accord_writer_touches (AccordWriter *self, const AccordKind *kind)
{
  return g_hash_table_contains (self->touched, kind);
}

/**
 * accord_writer_set_setting:
 * @self: the open change
 * @key: what is remembered
 * @value: (nullable): its value; %NULL forgets it
 * @error: return location for an error
 *
 * Remembers something about the workspace that is no record: it is not in the journal and not undone. It is
 * told with #AccordWorkspace::settings-changed.
 *
 * Returns: %FALSE when it cannot be written
 */
gboolean
accord_writer_set_setting (AccordWriter *self, const char *key, const char *value, GError **error)
{
  AccordConnection *connection = self->reader.connection;
  sqlite3_stmt *statement = accord_connection_prepare (
      connection,
      value != NULL
          ? "INSERT INTO setting VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
          : "DELETE FROM setting WHERE key = ?1",
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  if (value != NULL)
    sqlite3_bind_text (statement, 2, value, -1, SQLITE_STATIC);
  return accord_connection_run (connection, statement, error)
         && accord_connection_exec (connection,
                                    "INSERT INTO setting VALUES ('" ACCORD_SETTINGS_CHANGED "', 1)"
                                    " ON CONFLICT (key) DO UPDATE SET value = CAST (value AS INTEGER) + 1",
                                    error);
}
