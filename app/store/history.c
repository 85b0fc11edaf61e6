/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history.h"

#include "reader-private.h"
#include "record-json.h"

#include <string.h>

void
accord_history_entry_free (AccordHistoryEntry *self)
{
  g_free (self->at);
  g_free (self->who);
  g_free (self->label);
  g_free (self->operation);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static AccordHistoryEntry *
read_entry (AccordRows *rows, const AccordKind *kind, gint64 id)
{
  AccordHistoryEntry *entry = g_new0 (AccordHistoryEntry, 1);

  entry->change = accord_rows_int (rows, 0);
  entry->at = g_strdup (accord_rows_text (rows, 1));
  entry->who = g_strdup (accord_rows_text (rows, 2));
  entry->label = g_strdup (accord_rows_text (rows, 3));
  entry->operation = g_strdup (accord_rows_text (rows, 4));
  entry->kind = kind;
  entry->record = id;
  entry->before = g_strdup (accord_rows_text (rows, 5));
  entry->after = g_strdup (accord_rows_text (rows, 6));
  return entry;
}

/* The lines about one record, and those about a range of records that it is in. */
static const char history_sql[] =
    "SELECT c.id, c.at, c.who, c.label, j.operation, j.before, j.after, j.id FROM journal j"
    " JOIN change c ON c.id = j.change WHERE j.kind = ?1 AND j.record = ?2 AND j.last IS NULL"
    " UNION ALL "
    "SELECT c.id, c.at, c.who, c.label, j.operation, j.before, j.after, j.id FROM journal j"
    " JOIN change c ON c.id = j.change WHERE j.kind = ?1 AND j.last >= ?2 AND j.record <= ?2"
    " ORDER BY 8 DESC";

/* An import keeps no line for each of its records; what the record was then follows from what it is now and
 * the lines since. */
static void
complete_insert (AccordReader *reader, GPtrArray *entries, const AccordKind *kind, gint64 id)
{
  g_autoptr (AccordRecord) record = NULL;
  AccordHistoryEntry *first;
  guint64 fields = 0;

  if (entries->len == 0)
    return;
  first = g_ptr_array_index (entries, entries->len - 1);
  if (strcmp (first->operation, "insert") != 0 || first->after != NULL)
    return;
  record = accord_reader_get (reader, kind, id, NULL);
  if (record == NULL)
    return;
  for (guint i = 0; i + 1 < entries->len; i++)
    {
      AccordHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (strcmp (entry->operation, "update") == 0
          && !accord_record_apply_json (record, entry->before, &fields, NULL))
        return;
    }
  fields = 0;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!accord_record_is_empty (record, i))
      fields |= G_GUINT64_CONSTANT (1) << i;
  first->after = accord_record_dup_json (record, fields);
}

/**
 * accord_reader_history:
 * @reader: a reader
 * @kind: a kind
 * @id: identifier of a record, living or deleted
 * @error: return location for an error
 *
 * Who changed a record, when, and what it was before and after: the newest line first.
 *
 * Returns: (transfer full) (element-type AccordHistoryEntry): the lines; %NULL on failure
 */
GPtrArray *
accord_reader_history (AccordReader *reader, const AccordKind *kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_history_entry_free);
  g_autoptr (AccordRows) rows = accord_reader_query (reader, history_sql, error);
  GError *reason = NULL;

  if (rows == NULL)
    return NULL;
  accord_rows_bind_text (rows, 1, kind->name);
  accord_rows_bind_int (rows, 2, id);
  while (accord_rows_next (rows, &reason))
    g_ptr_array_add (entries, read_entry (rows, kind, id));
  if (reason != NULL)
    {
      g_propagate_error (error, reason);
      return NULL;
    }
  complete_insert (reader, entries, kind, id);
  return g_steal_pointer (&entries);
}
