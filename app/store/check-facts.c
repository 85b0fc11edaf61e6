/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-private.h"

#include "journal.h"
#include "record-json.h"
#include "row-sql.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RECORDS_BETWEEN_REPORTS 4096

/* An import's line while its records go by. */
typedef struct
{
  AccordJournalEntry *entry;
  GChecksum *digest;
  gint64 n_seen;
} Range;

static void
range_free (gpointer data)
{
  Range *range = data;

  accord_journal_entry_free (range->entry);
  g_checksum_free (range->digest);
  g_free (range);
}

static GPtrArray *
load_ranges (AccordCheck *self, const AccordKind *kind, GError **error)
{
  g_autoptr (GPtrArray) ranges = g_ptr_array_new_with_free_func (range_free);
  AccordConnection *connection = self->reader->connection;
  sqlite3_stmt *statement = accord_connection_prepare (
      connection,
      "SELECT " ACCORD_JOURNAL_COLUMNS " FROM journal WHERE kind = ?1 AND last IS NOT NULL ORDER BY id DESC",
      error);
  gboolean row = FALSE, done;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, kind->name, -1, SQLITE_STATIC);
  while ((done = accord_connection_step (connection, statement, &row, error)) && row)
    {
      Range *range = g_new0 (Range, 1);

      range->entry = accord_journal_entry_read (statement);
      range->digest = g_checksum_new (G_CHECKSUM_SHA256);
      g_ptr_array_add (ranges, range);
    }
  accord_connection_release (connection, statement);
  return done ? g_steal_pointer (&ranges) : NULL;
}

/* Goes back over one line of the journal; says what does not fit. */
static gboolean
step_back (AccordCheck *self, AccordRecord *record, AccordJournalEntry *entry, gboolean *deleted)
{
  g_autofree char *difference = NULL;
  guint64 fields;

  if (strcmp (entry->operation, "delete") == 0 || strcmp (entry->operation, "restore") == 0)
    {
      gboolean now = strcmp (entry->operation, "delete") == 0;
      gboolean fits = *deleted == now;

      *deleted = !now;
      if (!fits)
        accord_check_problem (
            self, _ ("The record %s %" PRId64 " was deleted or restored behind the journal's back."),
            accord_record_get_kind (record)->name, accord_record_get_id (record));
      return fits;
    }
  if (entry->after == NULL || accord_record_matches_json (record, entry->after, &difference))
    return entry->before == NULL || accord_record_apply_json (record, entry->before, &fields, NULL);
  accord_check_problem (self,
                        _ ("The record %s %" PRId64
                           " is not as the journal says: “%s” was changed behind its "
                           "back."),
                        accord_record_get_kind (record)->name, accord_record_get_id (record), difference);
  return FALSE;
}

static gboolean
is_only_insert (AccordRecord *record, AccordJournalEntry *entry)
{
  const AccordKind *kind = accord_record_get_kind (record);
  g_autoptr (AccordRecord) original = accord_record_new (kind);
  guint64 fields;

  if (entry->after == NULL || !accord_record_apply_json (original, entry->after, &fields, NULL))
    return entry->after == NULL;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!accord_record_field_equal (record, original, i))
      return FALSE;
  return TRUE;
}

/* Whether a record as it stands follows from its journal: from the newest line back to the one that added it.
 */
static void
check_record (AccordCheck *self, AccordRecord *record, GPtrArray *entries, GPtrArray *ranges)
{
  const gint64 id = accord_record_get_id (record);
  gboolean deleted = accord_record_get_deleted (record) != NULL;
  guint next_range = 0;

  for (guint i = 0; i <= entries->len; i++)
    {
      AccordJournalEntry *entry = i < entries->len ? g_ptr_array_index (entries, i) : NULL;

      /* The ranges that come before this line on the way back. */
      for (; next_range < ranges->len; next_range++)
        {
          Range *range = g_ptr_array_index (ranges, next_range);

          if (entry != NULL && range->entry->id < entry->id)
            break;
          if (id < range->entry->record || id > range->entry->last)
            continue;
          if (range->entry->digest != NULL)
            {
              g_autoptr (GString) bytes = g_string_new (NULL);

              accord_record_append_digest (record, bytes);
              g_checksum_update (range->digest, (const guchar *) bytes->str, bytes->len);
              range->n_seen++;
              if (deleted)
                accord_check_problem (
                    self, _ ("The record %s %" PRId64 " was deleted or restored behind the journal's back."),
                    accord_record_get_kind (record)->name, id);
              return;
            }
          if (!step_back (self, record, range->entry, &deleted))
            return;
        }
      if (entry == NULL)
        break;
      if (!step_back (self, record, entry, &deleted))
        return;
      if (strcmp (entry->operation, "insert") == 0)
        {
          if (deleted || !is_only_insert (record, entry))
            accord_check_problem (self, _ ("The record %s %" PRId64 " holds more than the journal says."),
                                  accord_record_get_kind (record)->name, id);
          return;
        }
    }
  accord_check_problem (self, _ ("The record %s %" PRId64 " was added behind the journal's back."),
                        accord_record_get_kind (record)->name, id);
}

static void
finish_ranges (AccordCheck *self, const AccordKind *kind, GPtrArray *ranges)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      Range *range = g_ptr_array_index (ranges, i);

      if (range->entry->digest == NULL)
        continue;
      if (range->n_seen != range->entry->last - range->entry->record + 1)
        accord_check_problem (
            self, _ ("Of the records of an import (%s %" PRId64 " to %" PRId64 ") some are missing."),
            kind->name, range->entry->record, range->entry->last);
      else if (strcmp (g_checksum_get_string (range->digest), range->entry->digest) != 0)
        accord_check_problem (self,
                              _ ("The records of an import (%s %" PRId64 " to %" PRId64
                                 ") are not as they were read: some were changed behind the journal's back."),
                              kind->name, range->entry->record, range->entry->last);
    }
}

static void
report_progress (AccordCheck *self)
{
  if (self->progress != NULL && self->n_done % RECORDS_BETWEEN_REPORTS == 0)
    self->progress (self->n_done, self->n_total, self->progress_data);
  self->n_done++;
}

/* Two walks side by side, both in the order of the records: the records, and their lines of the journal. */
static gboolean
check_kind (AccordCheck *self, const AccordKind *kind, GError **error)
{
  AccordConnection *connection = self->reader->connection;
  g_autofree char *columns = accord_row_columns (self->reader->schema, kind, "r");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" r ORDER BY r.id", columns, kind->name);
  g_autoptr (GPtrArray) ranges = load_ranges (self, kind, error);
  g_autoptr (AccordRecord) record = accord_record_new (kind);
  sqlite3_stmt *records = NULL, *lines = NULL;
  gboolean record_left = FALSE, line_left = FALSE, done = FALSE;

  if (ranges == NULL)
    return FALSE;
  records = accord_connection_prepare (connection, sql, error);
  if (records == NULL)
    return FALSE;
  lines =
      accord_connection_prepare (connection,
                                 "SELECT " ACCORD_JOURNAL_COLUMNS
                                 " FROM journal WHERE kind = ?1 AND last IS NULL ORDER BY record, id DESC",
                                 error);
  if (lines == NULL)
    {
      accord_connection_release (connection, records);
      return FALSE;
    }
  sqlite3_bind_text (lines, 1, kind->name, -1, SQLITE_STATIC);
  done = accord_connection_step (connection, lines, &line_left, error);
  while (done && (done = accord_connection_step (connection, records, &record_left, error)) && record_left)
    {
      g_autoptr (GPtrArray) entries =
          g_ptr_array_new_with_free_func ((GDestroyNotify) accord_journal_entry_free);
      gint64 id;

      accord_row_read (records, record);
      id = accord_record_get_id (record);
      while (done && line_left && sqlite3_column_int64 (lines, 3) <= id)
        {
          AccordJournalEntry *entry = accord_journal_entry_read (lines);

          if (entry->record == id)
            g_ptr_array_add (entries, entry);
          else
            {
              accord_check_problem (self,
                                    _ ("The record %s %" PRId64 " was removed behind the journal's back."),
                                    kind->name, entry->record);
              accord_journal_entry_free (entry);
            }
          done = accord_connection_step (connection, lines, &line_left, error);
        }
      check_record (self, record, entries, ranges);
      self->report->n_records++;
      report_progress (self);
    }
  if (done && line_left)
    accord_check_problem (self, _ ("The record %s %" PRId64 " was removed behind the journal's back."),
                          kind->name, (gint64) sqlite3_column_int64 (lines, 3));
  accord_connection_release (connection, records);
  accord_connection_release (connection, lines);
  finish_ranges (self, kind, ranges);
  return done;
}

/* Holds every record against its journal. */
gboolean
accord_check_facts (AccordCheck *self, GError **error)
{
  AccordSchema *schema = self->reader->schema;

  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT count (*) FROM \"%s\"", accord_schema_get_kind (schema, i)->name);

      self->n_total += accord_connection_int (self->reader->connection, sql, 0);
    }
  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    if (!check_kind (self, accord_schema_get_kind (schema, i), error))
      return FALSE;
  return TRUE;
}
