/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "connection.h"
#include "record.h"
#include "schema.h"

G_BEGIN_DECLS

/* The store's own tables; the records' tables come from the schema's migrations. */
extern const char accord_journal_tables[];

/* The key under which is counted how often settings were changed, so that others see that they were. */
#define ACCORD_SETTINGS_CHANGED "settings-changed"

/*
 * AccordJournalEntry: one line of the journal as it stands in the file. @last is 0 for a line about one
 * record; else the line is about all records from @record to @last, added by one import, and @digest is over
 * their values.
 */
typedef struct
{
  gint64 id;
  gint64 change;
  char *kind;
  gint64 record;
  gint64 last;
  char *operation;
  char *before;
  char *after;
  char *digest;
} AccordJournalEntry;

AccordJournalEntry *accord_journal_entry_read (sqlite3_stmt *statement);
void accord_journal_entry_free (AccordJournalEntry *self);
#define ACCORD_JOURNAL_COLUMNS "id, change, kind, record, last, operation, before, after, digest"

/* The line of the change itself. */
typedef struct
{
  gint64 id;
  const char *at;
  const char *who;
  const char *label;
  gint64 undoes;
  gint64 redoes;
} AccordChangeLine;

char *accord_journal_chain (AccordConnection *connection, const AccordChangeLine *line, const char *previous,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordJournalEntry, accord_journal_entry_free)

G_END_DECLS
