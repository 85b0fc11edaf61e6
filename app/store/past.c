/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "past.h"

#include "error.h"
#include "record-json.h"
#include "record-private.h"
#include "writer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
set_not_there (const AccordKind *kind, GError **error)
{
  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND,
               _ ("This %s was not in the workspace at that time."), _ (kind->label));
  return FALSE;
}

/* Takes one line of the journal away from what the record is. */
static gboolean
take_back (AccordRecord *record, const AccordHistoryEntry *entry, gboolean *there, GError **error)
{
  guint64 fields;

  if (strcmp (entry->operation, "update") == 0)
    return accord_record_apply_json (record, entry->before, &fields, error);
  *there = strcmp (entry->operation, "delete") == 0;
  return TRUE;
}

/* What the record was just after @change, and whether it was there. */
static AccordRecord *
read_at (AccordReader *self, const AccordKind *kind, gint64 id, gint64 change, gboolean *there,
         GError **error)
{
  g_autoptr (AccordRecord) record = accord_reader_get (self, kind, id, error);
  g_autoptr (GPtrArray) entries = record != NULL ? accord_reader_history (self, kind, id, error) : NULL;

  if (entries == NULL)
    return NULL;
  *there = accord_record_get_deleted (record) == NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      const AccordHistoryEntry *entry = entries->pdata[i];

      if (entry->change > change && !take_back (record, entry, there, error))
        return NULL;
    }
  return g_steal_pointer (&record);
}

/**
 * accord_reader_get_at:
 * @self: a reader
 * @kind: a kind
 * @id: identifier of a record, living or deleted
 * @change: number of a change, any of the workspace
 * @error: return location for an error
 *
 * What a record was just after a change, worked out backwards from what it is now.
 *
 * Returns: (transfer full): the record with the values of that time; %NULL when it was not in the workspace
 * then (%ACCORD_STORE_ERROR_NOT_FOUND) or cannot be read
 */
AccordRecord *
accord_reader_get_at (AccordReader *self, const AccordKind *kind, gint64 id, gint64 change, GError **error)
{
  gboolean there = FALSE;
  g_autoptr (AccordRecord) record = read_at (self, kind, id, change, &there, error);

  if (record == NULL || (!there && !set_not_there (kind, error)))
    return NULL;
  return g_steal_pointer (&record);
}

/**
 * accord_writer_go_back:
 * @self: the open change
 * @kind: a kind
 * @id: identifier of a record, living or deleted
 * @change: number of a change
 * @error: return location for an error
 *
 * Gives a record the values that it had just after a change, and brings it back where it was deleted since.
 * That is a change like any other: the journal keeps what was in between, and it can be undone.
 *
 * Returns: %FALSE when the record was not there then, when what it spoke of is gone, or when it cannot be
 * written
 */
gboolean
accord_writer_go_back (AccordWriter *self, const AccordKind *kind, gint64 id, gint64 change, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (self);
  g_autoptr (AccordRecord) then = accord_reader_get_at (reader, kind, id, change, error);
  g_autoptr (AccordRecord) now = NULL, after = NULL;

  if (then == NULL)
    return FALSE;
  now = accord_reader_get (reader, kind, id, error);
  if (now == NULL
      || (accord_record_get_deleted (now) != NULL && !accord_writer_restore (self, kind, id, error)))
    return FALSE;
  after = accord_record_copy (now);
  for (guint i = 0; i < kind->n_fields; i++)
    accord_value_copy (&kind->fields[i], &accord_record_private (then)->values[i],
                       &accord_record_private (after)->values[i]);
  return accord_writer_check_rules (self, after, error) && accord_writer_apply (self, now, after, error);
}

void
accord_past_change_free (AccordPastChange *self)
{
  g_free (self->at);
  g_free (self->who);
  g_free (self->label);
  g_free (self);
}

/* A record is counted once for each line; an import's range counts as what it holds. */
static const char changes_sql[] =
    "SELECT c.id, c.at, c.who, c.label, c.state, (SELECT coalesce (sum (coalesce (j.last - j.record + 1, "
    "1)), 0)"
    " FROM journal j WHERE j.change = c.id) FROM change c WHERE c.id < ?1 AND (?2 IS NULL"
    " OR instr (lower (c.label), ?2) > 0 OR instr (lower (c.who), ?2) > 0"
    " OR EXISTS (SELECT 1 FROM journal j WHERE j.change = c.id AND (instr (lower (j.before), ?2) > 0"
    " OR instr (lower (j.after), ?2) > 0))) ORDER BY c.id DESC LIMIT ?3";

/**
 * accord_reader_changes:
 * @self: a reader
 * @search: (nullable): words that the change's label, its author or a value in it must contain, without
 *   regard to the case of unaccented letters
 * @before: only changes with a number below this, or 0 for the newest
 * @limit: how many at most
 * @error: return location for an error
 *
 * The journal, change set by change set.
 *
 * Returns: (transfer full) (element-type AccordPastChange): the newest first; %NULL on failure
 */
GPtrArray *
accord_reader_changes (AccordReader *self, const char *search, gint64 before, guint limit, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_past_change_free);
  g_autoptr (AccordRows) rows = accord_reader_query (self, changes_sql, error);
  g_autofree char *words = search != NULL && *search != '\0' ? g_ascii_strdown (search, -1) : NULL;
  GError *reason = NULL;

  if (rows == NULL)
    return NULL;
  accord_rows_bind_int (rows, 1, before > 0 ? before : G_MAXINT64);
  accord_rows_bind_text (rows, 2, words);
  accord_rows_bind_int (rows, 3, limit);
  while (accord_rows_next (rows, &reason))
    {
      AccordPastChange *change = g_new0 (AccordPastChange, 1);

      change->id = accord_rows_int (rows, 0);
      change->at = g_strdup (accord_rows_text (rows, 1));
      change->who = g_strdup (accord_rows_text (rows, 2));
      change->label = g_strdup (accord_rows_text (rows, 3));
      change->undone = accord_rows_int (rows, 4) == 1 || accord_rows_int (rows, 4) == 2;
      change->n_records = accord_rows_int (rows, 5);
      g_ptr_array_add (changes, change);
    }
  if (reason != NULL)
    {
      g_propagate_error (error, reason);
      return NULL;
    }
  return g_steal_pointer (&changes);
}

static const char entries_sql[] =
    "SELECT c.at, c.who, c.label, j.kind, j.record, j.operation, j.before, j.after FROM journal j"
    " JOIN change c ON c.id = j.change WHERE j.change = ?1 ORDER BY j.id LIMIT ?2";

/**
 * accord_reader_change_entries:
 * @self: a reader
 * @change: number of a change
 * @limit: how many lines at most
 * @error: return location for an error
 *
 * What one change set did. The records that an import added in one go are one line, about the first of them.
 *
 * Returns: (transfer full) (element-type AccordHistoryEntry): its lines in the order in which they were
 * written; %NULL on failure
 */
GPtrArray *
accord_reader_change_entries (AccordReader *self, gint64 change, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_history_entry_free);
  g_autoptr (AccordRows) rows = accord_reader_query (self, entries_sql, error);
  GError *reason = NULL;

  if (rows == NULL)
    return NULL;
  accord_rows_bind_int (rows, 1, change);
  accord_rows_bind_int (rows, 2, limit);
  while (accord_rows_next (rows, &reason))
    {
      AccordHistoryEntry *entry = g_new0 (AccordHistoryEntry, 1);

      g_ptr_array_add (entries, entry);
      entry->change = change;
      entry->at = g_strdup (accord_rows_text (rows, 0));
      entry->who = g_strdup (accord_rows_text (rows, 1));
      entry->label = g_strdup (accord_rows_text (rows, 2));
      entry->kind =
          accord_schema_require_kind (accord_reader_get_schema (self), accord_rows_text (rows, 3), error);
      if (entry->kind == NULL)
        return NULL;
      entry->record = accord_rows_int (rows, 4);
      entry->operation = g_strdup (accord_rows_text (rows, 5));
      entry->before = g_strdup (accord_rows_text (rows, 6));
      entry->after = g_strdup (accord_rows_text (rows, 7));
    }
  if (reason != NULL)
    {
      g_propagate_error (error, reason);
      return NULL;
    }
  return g_steal_pointer (&entries);
}
