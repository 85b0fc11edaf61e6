/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "matrix-report.h"

#include "csv-writer.h"
#include "date.h"
#include "today.h"

#include <glib/gi18n-lib.h>

/* So many bodies stand beside each other on paper; the others come below, with the cases again. */
#define BODIES_A_BAND 5

static void
append_line (GString *words, char *line, const char *between)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? between : "", line);
  g_free (line);
}

/* What a field of the matrix says, in lines or in one. */
static char *
dup_cell (const AccordMatrixRow *row, const AccordMatrixColumn *column, const char *between)
{
  const AccordMatrixCell *cell = accord_matrix_row_get_cell (row, column);
  GString *words = g_string_new (NULL);

  if (cell == NULL)
    return g_string_free (words, FALSE);
  if (cell->outcomes->len > 0)
    {
      char *date = accord_matrix_cell_dup_date (cell);

      append_line (words, accord_matrix_dup_outcome (accord_matrix_cell_get_main (cell)), between);
      append_line (words, date != NULL ? date : g_strdup (_ ("date not known")), between);
    }
  append_line (words, accord_matrix_cell_dup_awaited (cell), between);
  append_line (words, accord_matrix_cell_dup_caveats (cell), between);
  return g_string_free (words, FALSE);
}

static const char *
stage_of (const AccordMatrixRow *row)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (row->record), "stage");
  const char *stage = accord_field_choice_label (field, accord_record_get_text (row->record, "stage"));

  return stage != NULL ? _ (stage) : _ ("not known");
}

static void
add_band (AccordReport *report, const AccordMatrix *matrix, guint first)
{
  guint n = MIN (BODIES_A_BAND, matrix->columns->len - first);
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (headings, g_strdup (_ ("Business case")));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (headings, accord_matrix_column_dup_full_name (matrix->columns->pdata[first + i]));
  g_ptr_array_add (headings, NULL);
  accord_report_begin_table (report, (const char *const *) headings->pdata);
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      const AccordMatrixRow *row = matrix->rows->pdata[i];
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *total = accord_matrix_row_dup_total (row);

      g_ptr_array_add (cells,
                       g_strdup_printf ("%s\n%s", accord_record_get_text (row->record, "name"), total));
      for (guint j = 0; j < n; j++)
        {
          g_autofree char *words = dup_cell (row, matrix->columns->pdata[first + j], "\n");

          g_ptr_array_add (cells, *words != '\0' ? g_steal_pointer (&words) : g_strdup ("–"));
        }
      g_ptr_array_add (cells, NULL);
      accord_report_add_row (report, (const char *const *) cells->pdata);
    }
}

/**
 * accord_matrix_report_new:
 * @matrix: who said what of which business case
 *
 * Returns: (transfer full): the same for paper
 */
AccordReport *
accord_matrix_report_new (const AccordMatrix *matrix)
{
  g_autofree char *today = accord_today_dup ();
  g_autofree char *day = accord_date_format (today);
  AccordReport *report = accord_report_new (_ ("Endorsement matrix"), day);

  accord_report_set_landscape (report, TRUE);
  for (guint i = 0; i < matrix->columns->len; i += BODIES_A_BAND)
    add_band (report, matrix, i);
  if (matrix->columns->len == 0)
    accord_report_add_text (report, _ ("Nobody’s view is on record yet."));
  return report;
}

static void
write_head (AccordCsvWriter *writer, const AccordMatrix *matrix)
{
  accord_csv_writer_add_text (writer, _ ("Business case"));
  accord_csv_writer_add_text (writer, _ ("Programme"));
  accord_csv_writer_add_text (writer, _ ("Stage"));
  accord_csv_writer_add_text (writer, _ ("Endorsed by"));
  accord_csv_writer_add_text (writer, _ ("Asked"));
  for (guint i = 0; i < matrix->columns->len; i++)
    {
      g_autofree char *name = accord_matrix_column_dup_full_name (matrix->columns->pdata[i]);

      accord_csv_writer_add_text (writer, name);
    }
}

static void
write_row (AccordCsvWriter *writer, const AccordMatrix *matrix, const AccordMatrixRow *row)
{
  const char *programme = accord_record_get_reference_title (row->record, "programme");
  g_autofree char *n_endorsed = g_strdup_printf ("%u", row->n_endorsed);
  g_autofree char *n_asked = g_strdup_printf ("%u", row->n_asked);

  accord_csv_writer_add_text (writer, accord_record_get_text (row->record, "name"));
  accord_csv_writer_add_text (writer, programme != NULL ? programme : "");
  accord_csv_writer_add_text (writer, stage_of (row));
  accord_csv_writer_add_text (writer, n_endorsed);
  accord_csv_writer_add_text (writer, n_asked);
  for (guint i = 0; i < matrix->columns->len; i++)
    {
      g_autofree char *words = dup_cell (row, matrix->columns->pdata[i], ", ");

      accord_csv_writer_add_text (writer, words);
    }
}

/**
 * accord_matrix_write_csv:
 * @matrix: who said what of which business case
 * @stream: where it goes
 * @error: return location for an error
 *
 * Writes a row for each case, with a column for each body.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_matrix_write_csv (const AccordMatrix *matrix, GOutputStream *stream, GError **error)
{
  g_autoptr (AccordCsvWriter) writer = accord_csv_writer_new (stream);

  write_head (writer, matrix);
  if (!accord_csv_writer_end_row (writer, NULL, error))
    return FALSE;
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      write_row (writer, matrix, matrix->rows->pdata[i]);
      if (!accord_csv_writer_end_row (writer, NULL, error))
        return FALSE;
    }
  return accord_csv_writer_finish (writer, NULL, error);
}
