/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-private.h"

#include "content.h"
#include "derived.h"
#include "error.h"
#include "workspace-core.h"
#include "workspace-job.h"
#include "writer-private.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* More than these are counted but not spelt out. */
#define MAX_PROBLEMS 200

void
accord_check_problem (AccordCheck *self, const char *format, ...)
{
  va_list args;

  if (self->report->problems->len >= MAX_PROBLEMS)
    return;
  va_start (args, format);
  g_ptr_array_add (self->report->problems, g_strdup_vprintf (format, args));
  va_end (args);
}

static gboolean
check_file (AccordCheck *self, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (self->reader, "PRAGMA integrity_check (20)", error);
  GError *reason = NULL;

  if (rows == NULL)
    return FALSE;
  while (accord_rows_next (rows, &reason))
    if (g_strcmp0 (accord_rows_text (rows, 0), "ok") != 0)
      accord_check_problem (self, _ ("The file is damaged: %s."), accord_rows_text (rows, 0));
  if (reason != NULL)
    g_propagate_error (error, reason);
  return reason == NULL;
}

/* Whether each change's hash follows from the one before and its lines. */
static gboolean
check_chain (AccordCheck *self, GError **error)
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
        accord_check_problem (self, _ ("The journal was tampered with: change %" PRId64 " is missing."),
                              expected);
      hash = accord_journal_chain (self->reader->connection, &line, previous, error);
      if (hash == NULL)
        return FALSE;
      if (strcmp (hash, accord_rows_text (rows, 6)) != 0)
        accord_check_problem (self,
                              _ ("The journal was tampered with: change %" PRId64
                                 " (“%s”, %s) is not as it was "
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
check_strays (AccordCheck *self, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      self->reader, "SELECT count (*) FROM journal WHERE change NOT IN (SELECT id FROM change)", error);

  if (rows == NULL || !accord_rows_next (rows, error))
    return FALSE;
  if (accord_rows_int (rows, 0) > 0)
    accord_check_problem (self,
                          _ ("The journal was tampered with: %" PRId64 " of its lines belong to no change."),
                          accord_rows_int (rows, 0));
  return TRUE;
}

/* Whether every reference of a living record points to a living one. */
static gboolean
check_references (AccordCheck *self, GError **error)
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
            accord_check_problem (self,
                                  _ ("%" PRId64
                                     " records of kind %s point with “%s” to something that is not "
                                     "there."),
                                  count, kind->name, _ (field->label));
        }
    }
  return TRUE;
}

static gpointer
run_check (AccordReader *reader, gpointer data, GError **error)
{
  AccordCheck *self = data;

  self->reader = reader;
  if (!check_file (self, error) || !check_chain (self, error) || !check_strays (self, error)
      || !accord_check_facts (self, error) || !check_references (self, error)
      || !accord_check_contents (self, error))
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
  return accord_writer_collect_contents (writer, error);
}

/* Whether each search index agrees with the records; FTS5 looks by itself. */
static gboolean
check_search (AccordWriter *writer, gpointer data, GError **error)
{
  AccordCheck *self = data;
  AccordReader *reader = accord_writer_get_reader (writer);

  for (guint i = 0; i < accord_schema_get_n_kinds (reader->schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (reader->schema, i);
      g_autofree char *sql = accord_derived_has_search (kind) ? accord_derived_check_sql (kind) : NULL;

      if (sql != NULL && !accord_connection_exec (reader->connection, sql, NULL))
        {
          if (g_cancellable_set_error_if_cancelled (accord_reader_get_cancellable (reader), error))
            return FALSE;
          accord_check_problem (
              self, _ ("The search index of %s does not fit its records; “check --rebuild” makes it anew."),
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
  AccordCheck check = { NULL, report, progress, progress_data, 0, 0 };
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
