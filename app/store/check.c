/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history.h"

#include "derived.h"
#include "error.h"
#include "record-json.h"
#include "row-sql.h"
#include "workspace-core.h"
#include "workspace-job.h"
#include "writer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than these are counted but not spelt out. */
#define MAX_PROBLEMS 200
#define RECORDS_BETWEEN_REPORTS 4096

typedef struct
{
  AccordReader *reader;
  AccordCheckReport *report;
  AccordProgressFunc progress;
  gpointer progress_data;
  gint64 n_done;
  gint64 n_total;
  gboolean rebuild;
} Check;

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

static void G_GNUC_PRINTF (2, 3) problem (Check *self, const char *format, ...)
{
  va_list args;

  if (self->report->problems->len >= MAX_PROBLEMS)
    return;
  va_start (args, format);
  g_ptr_array_add (self->report->problems, g_strdup_vprintf (format, args));
  va_end (args);
}

static gboolean
check_file (Check *self, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (self->reader, "PRAGMA integrity_check (20)", error);
  GError *reason = NULL;

  if (rows == NULL)
    return FALSE;
  while (accord_rows_next (rows, &reason))
    if (g_strcmp0 (accord_rows_text (rows, 0), "ok") != 0)
      problem (self, _ ("The file is damaged: %s."), accord_rows_text (rows, 0));
  if (reason != NULL)
    g_propagate_error (error, reason);
  return reason == NULL;
}

/* Whether each change's hash follows from the one before and its lines. */
static gboolean
check_chain (Check *self, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      self->reader, "SELECT id, at, who, label, undoes, redoes, hash FROM change ORDER BY id", error);
  g_autofree char *previous = g_strdup ("");
  gint64 expected = 1;
  GError *reason = NULL;

  if (rows == NULL)
    return FALSE;
  while (accord_rows_next (rows, &reason))
    {
      AccordChangeLine line = { accord_rows_int (rows, 0),
                                accord_rows_text (rows, 1),
                                accord_rows_text (rows, 2),
                                accord_rows_text (rows, 3),
                                0,
                                0 };
      g_autofree char *hash = NULL;

      line.undoes = accord_rows_is_null (rows, 4) ? 0 : accord_rows_int (rows, 4);
      line.redoes = accord_rows_is_null (rows, 5) ? 0 : accord_rows_int (rows, 5);
      if (line.id != expected)
        problem (self, _ ("The journal was tampered with: change %" G_GINT64_FORMAT " is missing."),
                 expected);
      hash = accord_journal_chain (self->reader->connection, &line, previous, error);
      if (hash == NULL)
        return FALSE;
      if (strcmp (hash, accord_rows_text (rows, 6)) != 0)
        problem (self,
                 _ ("The journal was tampered with: change %" G_GINT64_FORMAT " (“%s”, %s) is not as it was "
                    "written."),
                 line.id, line.label, line.at);
      /* Go on from what stands there, so that one break is told once. */
      g_free (previous);
      previous = g_strdup (accord_rows_text (rows, 6));
      expected = line.id + 1;
      self->report->n_changes++;
    }
  if (reason != NULL)
    g_propagate_error (error, reason);
  return reason == NULL;
}

static gboolean
check_strays (Check *self, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      self->reader, "SELECT count (*) FROM journal WHERE change NOT IN (SELECT id FROM change)", error);

  if (rows == NULL || !accord_rows_next (rows, error))
    return FALSE;
  if (accord_rows_int (rows, 0) > 0)
    problem (self,
             _ ("The journal was tampered with: %" G_GINT64_FORMAT " of its lines belong to no change."),
             accord_rows_int (rows, 0));
  return TRUE;
}

static GPtrArray *
load_ranges (Check *self, const AccordKind *kind, GError **error)
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
step_back (Check *self, AccordRecord *record, AccordJournalEntry *entry, gboolean *deleted)
{
  g_autofree char *difference = NULL;
  guint64 fields;

  if (strcmp (entry->operation, "delete") == 0 || strcmp (entry->operation, "restore") == 0)
    {
      gboolean now = strcmp (entry->operation, "delete") == 0;
      gboolean fits = *deleted == now;

      *deleted = !now;
      if (!fits)
        problem (self,
                 _ ("The record %s %" G_GINT64_FORMAT " was deleted or restored behind the journal's back."),
                 accord_record_get_kind (record)->name, accord_record_get_id (record));
      return fits;
    }
  if (entry->after == NULL || accord_record_matches_json (record, entry->after, &difference))
    return entry->before == NULL || accord_record_apply_json (record, entry->before, &fields, NULL);
  problem (self,
           _ ("The record %s %" G_GINT64_FORMAT " is not as the journal says: “%s” was changed behind its "
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
check_record (Check *self, AccordRecord *record, GPtrArray *entries, GPtrArray *ranges)
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
                problem (self,
                         _ ("The record %s %" G_GINT64_FORMAT
                            " was deleted or restored behind the journal's back."),
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
            problem (self, _ ("The record %s %" G_GINT64_FORMAT " holds more than the journal says."),
                     accord_record_get_kind (record)->name, id);
          return;
        }
    }
  problem (self, _ ("The record %s %" G_GINT64_FORMAT " was added behind the journal's back."),
           accord_record_get_kind (record)->name, id);
}

static void
finish_ranges (Check *self, const AccordKind *kind, GPtrArray *ranges)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      Range *range = g_ptr_array_index (ranges, i);

      if (range->entry->digest == NULL)
        continue;
      if (range->n_seen != range->entry->last - range->entry->record + 1)
        problem (self,
                 _ ("Of the records of an import (%s %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT
                    ") some are missing."),
                 kind->name, range->entry->record, range->entry->last);
      else if (strcmp (g_checksum_get_string (range->digest), range->entry->digest) != 0)
        problem (self,
                 _ ("The records of an import (%s %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT
                    ") are not as they were read: some were changed behind the journal's back."),
                 kind->name, range->entry->record, range->entry->last);
    }
}

static void
report_progress (Check *self)
{
  if (self->progress != NULL && self->n_done % RECORDS_BETWEEN_REPORTS == 0)
    self->progress (self->n_done, self->n_total, self->progress_data);
  self->n_done++;
}

/* Two walks side by side, both in the order of the records: the records, and their lines of the journal. */
static gboolean
check_kind (Check *self, const AccordKind *kind, GError **error)
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
              problem (self, _ ("The record %s %" G_GINT64_FORMAT " was removed behind the journal's back."),
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
    problem (self, _ ("The record %s %" G_GINT64_FORMAT " was removed behind the journal's back."),
             kind->name, (gint64) sqlite3_column_int64 (lines, 3));
  accord_connection_release (connection, records);
  accord_connection_release (connection, lines);
  finish_ranges (self, kind, ranges);
  return done;
}

static gboolean
check_facts (Check *self, GError **error)
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

/* Whether every reference of a living record points to a living one. */
static gboolean
check_references (Check *self, GError **error)
{
  AccordSchema *schema = self->reader->schema;

  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, i);

      for (guint j = 0; j < kind->n_fields; j++)
        {
          const AccordField *field = &kind->fields[j];
          g_autofree char *column = accord_field_column (field), *sql = NULL;
          gint64 count;

          if (field->target == NULL)
            continue;
          if (field->type == ACCORD_FIELD_REFERENCE)
            sql = g_strdup_printf (
                "SELECT count (*) FROM \"%s\" WHERE deleted IS NULL AND \"%s\" IS NOT NULL AND"
                " \"%s\" NOT IN (SELECT id FROM \"%s\" WHERE deleted IS NULL)",
                kind->name, column, column, field->target);
          else
            sql = g_strdup_printf (
                "SELECT count (*) FROM \"%s\" r, json_each (r.\"%s\") j WHERE r.deleted IS NULL"
                " AND j.value NOT IN (SELECT id FROM \"%s\" WHERE deleted IS NULL)",
                kind->name, column, field->target);
          count = accord_connection_int (self->reader->connection, sql, 0);
          if (count > 0)
            problem (self,
                     _ ("%" G_GINT64_FORMAT " records of kind %s point with “%s” to something that is not "
                        "there."),
                     count, kind->name, _ (field->label));
        }
    }
  return TRUE;
}

static gpointer
run_check (AccordReader *reader, gpointer data, GError **error)
{
  Check *self = data;

  self->reader = reader;
  if (!check_file (self, error) || !check_chain (self, error) || !check_strays (self, error)
      || !check_facts (self, error) || !check_references (self, error))
    return NULL;
  return self->report;
}

/* Derived tables are made from the facts alone, so this changes no fact and is no line of the journal. */
static gboolean
run_rebuild (AccordWriter *writer, gpointer data, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);

  for (guint i = 0; i < accord_schema_get_n_kinds (reader->schema); i++)
    if (!accord_connection_derive_kind (reader->connection, reader->schema,
                                        accord_schema_get_kind (reader->schema, i), error))
      return FALSE;
  return TRUE;
}

/* Whether each search index agrees with the records; FTS5 looks by itself. */
static gboolean
check_search (AccordWriter *writer, gpointer data, GError **error)
{
  Check *self = data;
  AccordReader *reader = accord_writer_get_reader (writer);

  for (guint i = 0; i < accord_schema_get_n_kinds (reader->schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (reader->schema, i);
      g_autofree char *sql = accord_derived_has_search (kind) ? accord_derived_check_sql (kind) : NULL;

      if (sql != NULL && !accord_connection_exec (reader->connection, sql, NULL))
        {
          if (g_cancellable_set_error_if_cancelled (accord_reader_get_cancellable (reader), error))
            return FALSE;
          problem (self,
                   _ ("The search index of %s does not fit its records; “check --rebuild” makes it anew."),
                   kind->name);
        }
    }
  return TRUE;
}

void
accord_check_report_free (AccordCheckReport *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * accord_workspace_check:
 * @self: a workspace
 * @rebuild: also make the derived tables (indexes and search) anew
 * @progress: (nullable) (scope call): told how many records were looked at, on a worker thread
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Looks whether the file is sound: SQLite's own check, the chain of the journal's hashes, every record
 * against its journal, every reference, and the search indexes. Waits; call it from a thread of your own
 * where a window must go on.
 *
 * Returns: (transfer full): what was found; %NULL when it could not be looked at
 */
AccordCheckReport *
accord_workspace_check (AccordWorkspace *self, gboolean rebuild, AccordProgressFunc progress,
                        gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordCheckReport) report = g_new0 (AccordCheckReport, 1);
  Check check = { NULL, report, progress, progress_data, 0, 0, rebuild };
  AccordChange *change;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);

  report->problems = g_ptr_array_new_with_free_func (g_free);
  if (accord_workspace_read (self, run_check, &check, cancellable, error) == NULL)
    return NULL;
  if (accord_workspace_get_read_only (self))
    return g_steal_pointer (&report);

  change = accord_workspace_write (self, _ ("Check"), rebuild ? run_rebuild : check_search, &check,
                                   cancellable, error);
  if (change == NULL)
    return NULL;
  accord_change_unref (change);
  report->rebuilt = rebuild;
  return g_steal_pointer (&report);
}
