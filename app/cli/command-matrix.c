/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "lookup.h"
#include "matrix-report.h"
#include "report-file.h"
#include "text-table.h"

static gpointer
read_matrix (AccordReader *reader, gpointer data, GError **error)
{
  return accord_matrix_read (reader, data, error);
}

/* --- Words. */

static void
write_heading (AccordOutput *output, const AccordMatrixRow *row)
{
  const AccordKind *kind = accord_record_get_kind (row->record);
  const AccordField *field = accord_kind_get_field (kind, "stage");
  const char *stage = accord_field_choice_label (field, accord_record_get_text (row->record, "stage"));
  g_autofree char *total = accord_matrix_row_dup_total (row);
  g_autofree char *words = g_strdup_printf ("%s · %s · %s", accord_record_get_text (row->record, "name"),
                                            stage != NULL ? _ (stage) : _ ("not known"), total);
  g_autofree char *line = accord_terminal_line (words);

  accord_output_heading (output, line);
  accord_output_write (output, "\n", 1);
}

static void
write_cell (AccordTable *table, const AccordMatrixColumn *column, const AccordMatrixCell *cell)
{
  g_autofree char *name = accord_matrix_column_dup_full_name (column);
  g_autofree char *outcome = NULL, *date = NULL, *caveats = NULL, *awaited = NULL, *rest = NULL;

  accord_table_add_cell (table, name);
  if (cell->outcomes->len > 0)
    outcome = accord_matrix_dup_outcome (accord_matrix_cell_get_main (cell));
  accord_table_add_cell (table, outcome);
  accord_table_add_cell (table, date = accord_matrix_cell_dup_date (cell));
  caveats = accord_matrix_cell_dup_caveats (cell);
  awaited = accord_matrix_cell_dup_awaited (cell);
  if (caveats != NULL && awaited != NULL)
    rest = g_strdup_printf ("%s; %s", caveats, awaited);
  accord_table_add_cell (table, rest != NULL ? rest : caveats != NULL ? caveats : awaited);
}

static void
write_row (AccordOutput *output, const AccordMatrix *matrix, const AccordMatrixRow *row)
{
  g_autoptr (AccordTable) table = NULL;

  write_heading (output, row);
  if (g_hash_table_size (row->cells) > 0)
    {
      table = accord_table_new (output);
      accord_table_add_column (table, _ ("Board or committee"), FALSE);
      accord_table_add_column (table, _ ("Outcome"), FALSE);
      accord_table_add_column (table, _ ("Date"), FALSE);
      accord_table_add_column (table, _ ("Caveats"), FALSE);
      for (guint i = 0; i < matrix->columns->len; i++)
        {
          const AccordMatrixCell *cell = accord_matrix_row_get_cell (row, matrix->columns->pdata[i]);

          if (cell != NULL)
            write_cell (table, matrix->columns->pdata[i], cell);
        }
      accord_table_finish (table);
    }
  if (row->loose->len > 0)
    accord_output_printf (output,
                          ngettext ("%u caveat of which nobody knows who raised it\n",
                                    "%u caveats of which nobody knows who raised them\n", row->loose->len),
                          row->loose->len);
}

static void
write_words (AccordOutput *output, const AccordMatrix *matrix)
{
  if (matrix->rows->len == 0)
    accord_output_printf (output, "%s\n", _ ("There is no business case yet."));
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      if (i > 0)
        accord_output_write (output, "\n", 1);
      write_row (output, matrix, matrix->rows->pdata[i]);
    }
  if (matrix->n_of_options > 0)
    accord_output_printf (output,
                          ngettext ("\n%u endorsement is of an option and of no case.\n",
                                    "\n%u endorsements are of options and of no case.\n",
                                    (gulong) matrix->n_of_options),
                          (guint) matrix->n_of_options);
}

/* --- JSON. */

static void
write_id (AccordJson *json, const char *key, gint64 id)
{
  accord_json_key (json, key);
  if (id == ACCORD_UNKNOWN)
    accord_json_null (json);
  else
    accord_json_int (json, id);
}

static void
write_endorsement (AccordJson *json, AccordRecord *endorsement)
{
  accord_json_member_string (json, "outcome", accord_record_get_text (endorsement, "outcome"));
  accord_json_member_string (json, "date", accord_record_get_text (endorsement, "date"));
  accord_json_member_string (json, "date_words", accord_record_get_text (endorsement, "date-words"));
  accord_json_member_string (json, "who", accord_record_get_text (endorsement, "who"));
  write_id (json, "endorsement",
            accord_record_get_id (endorsement) != 0 ? accord_record_get_id (endorsement) : ACCORD_UNKNOWN);
  write_id (json, "review", accord_record_get_int (endorsement, "review"));
  write_id (json, "resolution", accord_record_get_int (endorsement, "resolution"));
  accord_json_member_string (json, "words", accord_record_get_text (endorsement, "words"));
}

static void
write_others (AccordJson *json, const AccordMatrixCell *cell, AccordRecord *main)
{
  accord_json_key (json, "others");
  accord_json_begin_array (json);
  for (guint i = 0; i < cell->outcomes->len; i++)
    if (cell->outcomes->pdata[i] != main)
      {
        accord_json_begin_object (json);
        write_endorsement (json, cell->outcomes->pdata[i]);
        accord_json_end_object (json);
      }
  accord_json_end_array (json);
}

static void
write_json_cell (AccordJson *json, const AccordMatrixColumn *column, const AccordMatrixCell *cell)
{
  AccordRecord *main = cell->outcomes->len > 0 ? accord_matrix_cell_get_main (cell) : NULL;

  accord_json_begin_object (json);
  accord_json_member_string (json, "name", column->name);
  write_id (json, "body", column->body);
  accord_json_member_string (json, "organisation", column->organisation);
  accord_json_key (json, "latest");
  if (main != NULL)
    {
      accord_json_begin_object (json);
      write_endorsement (json, main);
      accord_json_end_object (json);
    }
  else
    accord_json_null (json);
  accord_json_member_boolean (json, "awaited", cell->awaited != NULL);
  accord_json_member_boolean (json, "late", cell->late);
  accord_json_member_int (json, "caveats", cell->caveats->len);
  accord_json_member_int (json, "caveats_open", accord_matrix_cell_count_open (cell));
  accord_json_member_int (json, "caveats_overdue", cell->tally.n_overdue);
  write_others (json, cell, main);
  accord_json_end_object (json);
}

static void
write_json_row (AccordJson *json, const AccordMatrix *matrix, const AccordMatrixRow *row)
{
  accord_json_begin_object (json);
  accord_json_member_int (json, "id", accord_record_get_id (row->record));
  accord_json_member_string (json, "uid", accord_record_get_uid (row->record));
  accord_json_member_string (json, "name", accord_record_get_text (row->record, "name"));
  accord_json_member_string (json, "programme", accord_record_get_reference_title (row->record, "programme"));
  accord_json_member_string (json, "stage", accord_record_get_text (row->record, "stage"));
  accord_json_member_int (json, "asked", row->n_asked);
  accord_json_member_int (json, "endorsed", row->n_endorsed);
  accord_json_member_int (json, "caveats_of_nobody", row->loose->len);
  accord_json_key (json, "bodies");
  accord_json_begin_array (json);
  for (guint i = 0; i < matrix->columns->len; i++)
    {
      const AccordMatrixCell *cell = accord_matrix_row_get_cell (row, matrix->columns->pdata[i]);

      if (cell != NULL)
        write_json_cell (json, matrix->columns->pdata[i], cell);
    }
  accord_json_end_array (json);
  accord_json_end_object (json);
}

static void
write_json (AccordOutput *output, const AccordMatrix *matrix)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  for (guint i = 0; i < matrix->rows->len; i++)
    write_json_row (&json, matrix, matrix->rows->pdata[i]);
  accord_json_end_array (&json);
}

/* --- Files. */

static gboolean
write_csv (gpointer data, GOutputStream *stream, GError **error)
{
  return accord_matrix_write_csv (data, stream, error);
}

static gboolean
write_file (AccordRun *run, AccordMatrix *matrix, GError **error)
{
  g_autoptr (AccordReport) report = accord_matrix_report_new (matrix);

  return accord_cli_write_report (run, report, write_csv, matrix, error);
}

/**
 * accord_command_matrix:
 * @run: the run
 * @error: return location for an error
 *
 * Says who endorsed which business case, who has still to, and under which caveats.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_matrix (AccordRun *run, GError **error)
{
  g_autofree char *today = accord_cli_dup_today (run->options->today, error);
  g_autoptr (AccordMatrix) matrix = NULL;

  if (today == NULL)
    return ACCORD_EXIT_USAGE;
  matrix = accord_workspace_read (run->workspace, read_matrix, today, run->cancellable, error);
  if (matrix == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->output != NULL)
    write_file (run, matrix, error);
  else if (run->options->json)
    write_json (run->output, matrix);
  else
    write_words (run->output, matrix);
  return ACCORD_EXIT_DONE;
}
