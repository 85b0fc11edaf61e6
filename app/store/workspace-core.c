/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace-core.h"

#include "error.h"
#include "journal.h"
#include "person.h"
#include "writer-private.h"

#include <glib/gi18n-lib.h>

void
accord_core_init (AccordCore *self, AccordSchema *schema)
{
  self->schema = g_object_ref (schema);
  self->author = accord_person_dup ();
  g_mutex_init (&self->mutex);
  g_mutex_init (&self->collecting);
  g_queue_init (&self->untold);
}

void
accord_core_clear (AccordCore *self)
{
  g_queue_clear_full (&self->untold, (GDestroyNotify) accord_change_unref);
  g_mutex_clear (&self->mutex);
  g_mutex_clear (&self->collecting);
  g_clear_pointer (&self->own_change, accord_change_unref);
  g_clear_object (&self->schema);
  g_free (self->author);
  g_free (self->undo_label);
  g_free (self->redo_label);
}

static char *
dup_label (AccordConnection *connection, const char *sql)
{
  sqlite3_stmt *statement = accord_connection_prepare (connection, sql, NULL);
  char *label = NULL;

  if (statement == NULL)
    return NULL;
  if (sqlite3_step (statement) == SQLITE_ROW)
    label = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  accord_connection_release (connection, statement);
  return label;
}

static void
read_labels (AccordCore *self, AccordConnection *connection)
{
  char *undo_label = dup_label (connection, accord_undo_target);
  char *redo_label = dup_label (connection, accord_redo_target);

  g_mutex_lock (&self->mutex);
  g_free (self->undo_label);
  g_free (self->redo_label);
  self->undo_label = undo_label;
  self->redo_label = redo_label;
  g_mutex_unlock (&self->mutex);
}

static gint64
count_settings (AccordConnection *connection)
{
  return accord_connection_int (connection,
                                "SELECT value FROM setting WHERE key = '" ACCORD_SETTINGS_CHANGED "'", 0);
}

/* Everything up to now counts as told: whoever opens a workspace reads it as it is. */
void
accord_core_start (AccordCore *self, AccordConnection *connection)
{
  self->last_told = accord_connection_int (connection, "SELECT max (id) FROM change", 0);
  self->settings = count_settings (connection);
  read_labels (self, connection);
}

/* Settings are in no journal; how often they were changed is kept beside them. */
static void
collect_settings (AccordCore *self, AccordConnection *connection)
{
  gint64 settings = count_settings (connection);

  if (settings == self->settings)
    return;
  self->settings = settings;
  g_mutex_lock (&self->mutex);
  self->settings_untold = TRUE;
  g_mutex_unlock (&self->mutex);
}

static void
add_lines (AccordCore *self, AccordConnection *connection, AccordChange *change)
{
  sqlite3_stmt *statement = accord_connection_prepare (
      connection, "SELECT kind, record, last FROM journal WHERE change = ?1 ORDER BY id", NULL);

  if (statement == NULL)
    return;
  sqlite3_bind_int64 (statement, 1, accord_change_get_id (change));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const AccordKind *kind =
          accord_schema_find_kind (self->schema, (const char *) sqlite3_column_text (statement, 0));

      if (kind == NULL)
        continue;
      if (sqlite3_column_type (statement, 2) == SQLITE_NULL)
        accord_change_add (change, kind, sqlite3_column_int64 (statement, 1));
      else
        accord_change_add_range (change, kind, sqlite3_column_int64 (statement, 1),
                                 sqlite3_column_int64 (statement, 2));
    }
  accord_connection_release (connection, statement);
  accord_change_seal (change);
}

/**
 * accord_core_collect:
 * @self: the core
 * @connection: a connection of the thread at hand
 *
 * Reads the changes that were made since the last look, by whomever, and queues them to be told. A change can
 * be read as soon as it is committed, so that a look on another thread may come before the thread that made
 * it; the number of that change is known to all before.
 */
void
accord_core_collect (AccordCore *self, AccordConnection *connection)
{
  sqlite3_stmt *statement;
  gboolean any = FALSE;

  /* One at a time, or a change would be told twice; but the main loop, which takes from the queue, never
   * waits for SQL. */
  g_mutex_lock (&self->collecting);
  statement =
      accord_connection_prepare (connection, "SELECT id, label FROM change WHERE id > ?1 ORDER BY id", NULL);
  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, self->last_told);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          gint64 id = sqlite3_column_int64 (statement, 0);
          AccordChange *change =
              accord_change_new (id, (const char *) sqlite3_column_text (statement, 1), id == self->own);

          add_lines (self, connection, change);
          self->last_told = id;
          any = TRUE;
          if (id == self->own)
            self->own_change = accord_change_ref (change);
          g_mutex_lock (&self->mutex);
          g_queue_push_tail (&self->untold, change);
          g_mutex_unlock (&self->mutex);
        }
      accord_connection_release (connection, statement);
    }
  if (any)
    read_labels (self, connection);
  collect_settings (self, connection);
  g_mutex_unlock (&self->collecting);
}

/* The next change to be told on the main loop, or %NULL. */
AccordChange *
accord_core_take (AccordCore *self)
{
  AccordChange *change;

  g_mutex_lock (&self->mutex);
  change = g_queue_pop_head (&self->untold);
  g_mutex_unlock (&self->mutex);
  return change;
}

/* Whether settings were changed since this was asked the last time. */
gboolean
accord_core_take_settings (AccordCore *self)
{
  gboolean untold;

  g_mutex_lock (&self->mutex);
  untold = self->settings_untold;
  self->settings_untold = FALSE;
  g_mutex_unlock (&self->mutex);
  return untold;
}

/* The change that this process just made, whichever thread came to collect it; %NULL when there is none. */
static AccordChange *
take_own (AccordCore *self)
{
  AccordChange *change;

  g_mutex_lock (&self->collecting);
  change = g_steal_pointer (&self->own_change);
  self->own = 0;
  g_mutex_unlock (&self->collecting);
  return change;
}

static void
roll_back (AccordConnection *connection)
{
  accord_connection_set_cancellable (connection, NULL);
  if (!sqlite3_get_autocommit (accord_connection_get_db (connection)))
    sqlite3_exec (accord_connection_get_db (connection), "ROLLBACK", NULL, NULL, NULL);
}

/* What is written to a file without a name is gone when the last program closes it. */
static gboolean
check_place (AccordConnection *connection, GError **error)
{
  if (!accord_connection_has_moved (connection))
    return TRUE;
  g_set_error (
      error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_OPEN,
      _ ("“%s” or its log was moved, deleted or replaced while it was open, so nothing more is kept: "
         "save a copy if you need one, and open it again."),
      accord_connection_get_name (connection));
  return FALSE;
}

static void
expect_own (AccordCore *self, gint64 change)
{
  g_mutex_lock (&self->collecting);
  self->own = change;
  g_mutex_unlock (&self->collecting);
}

static gboolean
write_in_transaction (AccordCore *self, AccordWriter *writer, AccordConnection *connection,
                      AccordCommitFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  GError *reason = NULL;

  if (!check_place (connection, error) || !accord_connection_exec (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (func (writer, data, &reason) && accord_writer_finish (writer, &reason)
      && !g_cancellable_set_error_if_cancelled (cancellable, &reason))
    {
      /* From here on it is kept or it fails; a cancellation comes too late. */
      accord_connection_set_cancellable (connection, NULL);
      expect_own (self, writer->change);
      if (accord_connection_exec (connection, "COMMIT", &reason))
        return TRUE;
    }
  if (reason == NULL)
    g_set_error_literal (&reason, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FAILED,
                         _ ("The change was given up; nothing of it was kept."));
  g_propagate_error (error, reason);
  return FALSE;
}

/**
 * accord_core_write:
 * @self: the core
 * @connection: the writing connection
 * @label: what the change is called
 * @func: what makes it
 * @data: for @func
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Runs one change in one transaction, on the writing thread.
 *
 * Returns: (transfer full): the change; one with number 0 when nothing was written; %NULL when nothing was
 * kept
 */
AccordChange *
accord_core_write (AccordCore *self, AccordConnection *connection, const char *label, AccordCommitFunc func,
                   gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordWriter) writer = NULL;
  AccordChange *change = NULL;
  g_autofree char *author = NULL;
  gboolean kept;

  g_mutex_lock (&self->mutex);
  author = g_strdup (self->author);
  g_mutex_unlock (&self->mutex);

  accord_connection_set_cancellable (connection, cancellable);
  writer = accord_writer_new (self->schema, connection, author, label);
  kept = write_in_transaction (self, writer, connection, func, data, cancellable, error);
  if (!kept)
    {
      expect_own (self, 0);
      roll_back (connection);
      accord_writer_take_back (writer);
    }
  accord_connection_set_cancellable (connection, NULL);
  if (!kept)
    return NULL;

  accord_core_collect (self, connection);
  change = take_own (self);
  return change != NULL ? change : accord_change_new (0, writer->label, TRUE);
}

/**
 * accord_core_read:
 * @self: the core
 * @connection: a reading connection
 * @func: what asks
 * @data: for @func
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Asks questions of one moment of the workspace, on a reading thread.
 *
 * Returns: the answer
 */
gpointer
accord_core_read (AccordCore *self, AccordConnection *connection, AccordReadFunc func, gpointer data,
                  GCancellable *cancellable, GError **error)
{
  AccordReader reader = { self->schema, connection };
  gpointer answer;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  accord_connection_set_cancellable (connection, cancellable);
  if (!accord_connection_exec (connection, "BEGIN", error))
    return NULL;
  answer = func (&reader, data, error);
  accord_connection_set_cancellable (connection, NULL);
  sqlite3_exec (accord_connection_get_db (connection), "COMMIT", NULL, NULL, NULL);
  return answer;
}
