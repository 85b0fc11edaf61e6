/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/journal-lines.h"

#include "past.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
accord_journal_line_free (AccordJournalLine *self)
{
  g_free (self->title);
  g_clear_pointer (&self->line, accord_history_line_free);
  g_free (self);
}

/**
 * accord_journal_operation:
 * @operation: `insert`, `update`, `delete` or `restore`
 *
 * Returns: the same as people say it
 */
const char *
accord_journal_operation (const char *operation)
{
  if (strcmp (operation, "insert") == 0)
    return _ ("Added");
  if (strcmp (operation, "delete") == 0)
    return _ ("Deleted");
  if (strcmp (operation, "restore") == 0)
    return _ ("Restored");
  return _ ("Changed");
}

/* There is no way back to what a record still is. */
static gboolean
changed_since (AccordReader *reader, const AccordHistoryEntry *entry)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      reader, "SELECT 1 FROM journal WHERE kind = ?1 AND record = ?2 AND change > ?3 LIMIT 1", NULL);

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_text (rows, 1, entry->kind->name);
  accord_rows_bind_int (rows, 2, entry->record);
  accord_rows_bind_int (rows, 3, entry->change);
  return accord_rows_next (rows, NULL);
}

static AccordJournalLine *
line_new (AccordReader *reader, const AccordHistoryEntry *entry, GError **error)
{
  g_autoptr (AccordJournalLine) self = g_new0 (AccordJournalLine, 1);

  self->title = accord_reader_dup_title (reader, entry->kind, entry->record, error);
  if (self->title == NULL)
    return NULL;
  self->line = accord_history_line_new (reader, entry);
  self->back = self->line->there && changed_since (reader, entry);
  g_free (self->line->heading);
  /* Translators: what happened (“Changed”) to what kind of record. */
  self->line->heading =
      g_strdup_printf (_ ("%s · %s"), accord_journal_operation (entry->operation), _ (entry->kind->label));
  return g_steal_pointer (&self);
}

/**
 * accord_journal_lines:
 * @reader: a reader
 * @change: number of a change
 * @limit: how many records at most
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordJournalLine): what the change did; %NULL on failure
 */
GPtrArray *
accord_journal_lines (AccordReader *reader, gint64 change, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries = accord_reader_change_entries (reader, change, limit, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_journal_line_free);

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      AccordJournalLine *line = line_new (reader, entries->pdata[i], error);

      if (line == NULL)
        return NULL;
      g_ptr_array_add (lines, line);
    }
  return g_steal_pointer (&lines);
}
