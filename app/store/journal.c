/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal.h"

#include <string.h>

/*
 * A change is one commit; a journal line is one record in it (or one range of them). `state` says whether the
 * change stands (0), was undone and can be done again (1), or was undone and then left behind by a new one
 * (2), or stands for good and is not undone (3); it is no part of the hash, for it follows from the later
 * lines or, for the last, from what the workspace is.
 */
const char accord_journal_tables[] =
    "CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT) STRICT, WITHOUT ROWID;"
    "CREATE TABLE change (id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL,"
    " undoes INTEGER, redoes INTEGER, state INTEGER NOT NULL DEFAULT 0, hash TEXT NOT NULL) STRICT;"
    "CREATE INDEX change_state ON change (state, id) WHERE undoes IS NULL AND redoes IS NULL;"
    "CREATE TABLE journal (id INTEGER PRIMARY KEY, change INTEGER NOT NULL, kind TEXT NOT NULL,"
    " record INTEGER NOT NULL, last INTEGER, operation TEXT NOT NULL, before TEXT, after TEXT, digest TEXT) "
    "STRICT;"
    "CREATE INDEX journal_record ON journal (kind, record);"
    "CREATE INDEX journal_range ON journal (kind, last) WHERE last IS NOT NULL;"
    "CREATE INDEX journal_change ON journal (change);";

static char *
dup_column (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

/* Reads the row of ACCORD_JOURNAL_COLUMNS that @statement stands on. */
AccordJournalEntry *
accord_journal_entry_read (sqlite3_stmt *statement)
{
  AccordJournalEntry *self = g_new0 (AccordJournalEntry, 1);

  self->id = sqlite3_column_int64 (statement, 0);
  self->change = sqlite3_column_int64 (statement, 1);
  self->kind = dup_column (statement, 2);
  self->record = sqlite3_column_int64 (statement, 3);
  self->last = sqlite3_column_int64 (statement, 4);
  self->operation = dup_column (statement, 5);
  self->before = dup_column (statement, 6);
  self->after = dup_column (statement, 7);
  self->digest = dup_column (statement, 8);
  return self;
}

void
accord_journal_entry_free (AccordJournalEntry *self)
{
  g_free (self->kind);
  g_free (self->operation);
  g_free (self->before);
  g_free (self->after);
  g_free (self->digest);
  g_free (self);
}

/* Each part with its length before it, so that no two different lines give the same bytes. */
static void
feed (GChecksum *checksum, const char *text)
{
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT ":", text != NULL ? strlen (text) : 0);

  g_checksum_update (checksum, (const guchar *) (text != NULL ? length : "-:"), -1);
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
}

static void
feed_int (GChecksum *checksum, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  feed (checksum, text);
}

/**
 * accord_journal_chain:
 * @connection: the connection
 * @line: the change, whose journal lines are in the file already
 * @previous: the hash of the change before it, or "" for the first
 * @error: return location for an error
 *
 * Returns: (transfer full): the SHA-256, in hexadecimal, over @previous, the change and its journal lines;
 * %NULL on failure
 */
char *
accord_journal_chain (AccordConnection *connection, const AccordChangeLine *line, const char *previous,
                      GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *statement;
  gboolean row;

  feed (checksum, previous);
  feed_int (checksum, line->id);
  feed (checksum, line->at);
  feed (checksum, line->who);
  feed (checksum, line->label);
  feed_int (checksum, line->undoes);
  feed_int (checksum, line->redoes);

  statement = accord_connection_prepare (
      connection, "SELECT " ACCORD_JOURNAL_COLUMNS " FROM journal WHERE change = ?1 ORDER BY id", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, line->id);
  while (accord_connection_step (connection, statement, &row, error))
    {
      if (!row)
        {
          accord_connection_release (connection, statement);
          return g_strdup (g_checksum_get_string (checksum));
        }
      for (int column = 0; column < 9; column++)
        feed (checksum, (const char *) sqlite3_column_text (statement, column));
    }
  accord_connection_release (connection, statement);
  return NULL;
}
