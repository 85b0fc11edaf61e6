/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "writer-private.h"

#include "error.h"
#include "record-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The change that "undo" would take back, and the one that "redo" would do again. A change that was undone
 * keeps its place, so the one undone last is the oldest of those. */
const char accord_undo_target[] = "SELECT id, label FROM change WHERE state = 0 AND undoes IS NULL AND "
                                  "redoes IS NULL ORDER BY id DESC LIMIT 1";
const char accord_redo_target[] =
    "SELECT id, label FROM change WHERE state = 1 AND undoes IS NULL AND redoes IS NULL ORDER BY id LIMIT 1";

static GPtrArray *
load_entries (AccordWriter *self, gint64 change, GError **error)
{
  AccordConnection *connection = self->reader.connection;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_journal_entry_free);
  sqlite3_stmt *statement;
  gboolean row = TRUE, done = TRUE;

  statement = accord_connection_prepare (
      connection, "SELECT " ACCORD_JOURNAL_COLUMNS " FROM journal WHERE change = ?1 ORDER BY id DESC", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, change);
  while ((done = accord_connection_step (connection, statement, &row, error)) && row)
    g_ptr_array_add (entries, accord_journal_entry_read (statement));
  accord_connection_release (connection, statement);
  return done ? g_steal_pointer (&entries) : NULL;
}

static gboolean
invert_update (AccordWriter *self, const AccordKind *kind, AccordJournalEntry *entry, GError **error)
{
  g_autoptr (AccordRecord) now = accord_reader_get (&self->reader, kind, entry->record, error);
  g_autoptr (AccordRecord) then = NULL;
  guint64 fields;

  if (now == NULL)
    return FALSE;
  then = accord_record_copy (now);
  return accord_record_apply_json (then, entry->before, &fields, error)
         && accord_writer_apply (self, now, then, error);
}

/* Makes one line of the journal undone. */
static gboolean
invert (AccordWriter *self, AccordJournalEntry *entry, GError **error)
{
  const AccordKind *kind = accord_schema_require_kind (self->reader.schema, entry->kind, error);
  gboolean adds;

  if (kind == NULL)
    return FALSE;
  if (strcmp (entry->operation, "update") == 0)
    return invert_update (self, kind, entry, error);
  adds = strcmp (entry->operation, "delete") != 0;
  if (entry->last != 0)
    return accord_writer_set_range_deleted (self, kind, entry->record, entry->last, adds, error);
  return accord_writer_set_deleted (self, kind, entry->record, adds, error);
}

static gboolean
find_target (AccordWriter *self, const char *sql, gint64 *id, char **label, GError **error)
{
  AccordConnection *connection = self->reader.connection;
  sqlite3_stmt *statement = accord_connection_prepare (connection, sql, error);
  gboolean row = FALSE, done;

  if (statement == NULL)
    return FALSE;
  done = accord_connection_step (connection, statement, &row, error);
  if (row)
    {
      *id = sqlite3_column_int64 (statement, 0);
      *label = g_strdup ((const char *) sqlite3_column_text (statement, 1));
    }
  accord_connection_release (connection, statement);
  if (done && !row)
    g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOTHING,
                         sql == accord_undo_target ? _ ("There is nothing to undo.")
                                                   : _ ("There is nothing to redo."));
  return done && row;
}

static gboolean
set_state (AccordWriter *self, gint64 change, int state, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE change SET state = %d WHERE id = %" G_GINT64_FORMAT, state, change);

  return accord_connection_exec (self->reader.connection, sql, error);
}

static gboolean
invert_change (AccordWriter *self, gint64 change, GError **error)
{
  g_autoptr (GPtrArray) entries = load_entries (self, change, error);

  if (entries == NULL)
    return FALSE;
  /* What stood before the change met its rules then; it is put back as it was. */
  self->trusted = TRUE;
  for (guint i = 0; i < entries->len; i++)
    if (!invert (self, g_ptr_array_index (entries, i), error))
      return FALSE;
  return TRUE;
}

/* Takes the last standing change back. The taking back is itself a change in the journal. */
gboolean
accord_writer_undo (AccordWriter *self, GError **error)
{
  g_autofree char *label = NULL, *text = NULL;
  gint64 target;

  if (!find_target (self, accord_undo_target, &target, &label, error))
    return FALSE;
  text = g_strdup_printf (_ ("Undo: %s"), label);
  accord_writer_set_label (self, text);
  self->undoes = target;
  return invert_change (self, target, error) && set_state (self, target, 1, error);
}

/* Does again what was taken back last, by taking the taking back back. */
gboolean
accord_writer_redo (AccordWriter *self, GError **error)
{
  g_autofree char *label = NULL, *text = NULL, *sql = NULL;
  gint64 target, undo;

  if (!find_target (self, accord_redo_target, &target, &label, error))
    return FALSE;
  sql = g_strdup_printf ("SELECT max (id) FROM change WHERE undoes = %" G_GINT64_FORMAT, target);
  undo = accord_connection_int (self->reader.connection, sql, 0);
  text = g_strdup_printf (_ ("Redo: %s"), label);
  accord_writer_set_label (self, text);
  self->redoes = target;
  return invert_change (self, undo, error) && set_state (self, target, 0, error);
}
