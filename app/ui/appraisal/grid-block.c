/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-block.h"

#include "csv-reader.h"
#include "exchange-error.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* What is copied, pasted, filled and cleared: blocks of cells as text, and what they change. */

/* More is no block that a person pastes, and would hold the window up. */
#define MOST_CELLS 2000000

static char **
dup_cells (const AccordCsvRecord *record)
{
  char **cells = g_new0 (char *, record->n_fields + 1);

  for (gsize i = 0; i < record->n_fields; i++)
    cells[i] = g_strndup (record->fields[i].text, record->fields[i].len);
  return cells;
}

/**
 * accord_grid_block_parse:
 * @text: a block as spreadsheets copy it: lines of cells with tabs between
 * @error: why it is none
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): its rows, also empty ones within it
 */
GPtrArray *
accord_grid_block_parse (const char *text, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, strlen (text), NULL);
  g_autoptr (AccordCsvReader) reader = accord_csv_reader_new (stream, ACCORD_CHARSET_UTF8, '\t');
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  AccordCsvRecord record;
  AccordCsvResult result;
  gsize n_cells = 0;

  while ((result = accord_csv_reader_next (reader, &record, NULL, error)) != ACCORD_CSV_END)
    {
      if (result == ACCORD_CSV_ERROR)
        return NULL;
      if (result == ACCORD_CSV_BROKEN || (n_cells += record.n_fields) > MOST_CELLS)
        {
          g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                       result == ACCORD_CSV_BROKEN
                           ? _ ("Line %" PRIu64 " is not a row of a spreadsheet.")
                           : _ ("From line %" PRIu64 " on it is too large to be pasted."),
                       record.line);
          return NULL;
        }
      g_ptr_array_add (rows, dup_cells (&record));
    }
  while (rows->len > 0 && g_strv_length (rows->pdata[rows->len - 1]) <= 1
         && (*(char **) rows->pdata[rows->len - 1] == NULL || **(char **) rows->pdata[rows->len - 1] == '\0'))
    g_ptr_array_set_size (rows, (int) rows->len - 1);
  if (rows->len > 0)
    return g_steal_pointer (&rows);
  g_set_error_literal (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                       _ ("There is nothing to paste: the clipboard holds no text."));
  return NULL;
}

/* Spreadsheets put what would break a line or a cell between quotation marks. */
static void
append_cell (GString *text, const char *cell)
{
  if (strpbrk (cell, "\t\r\n\"") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  g_string_append_c (text, '"');
}

static char *
dup_plain (AccordGridModel *model, guint row, guint column)
{
  AccordGridColumn description;

  if (row >= accord_grid_model_get_n_rows (model))
    return g_strdup ("");
  accord_grid_model_get_column (model, column, &description);
  if (description.kind == ACCORD_GRID_WORKED_OUT)
    {
      char *text = accord_grid_model_dup_text (model, row, column);

      return text != NULL ? text : g_strdup ("");
    }
  return accord_grid_model_dup_entry (model, row, column);
}

/**
 * accord_grid_block_write:
 * @model: a model
 * @range: a block of it
 *
 * Returns: (transfer full): the block as a spreadsheet takes it
 */
char *
accord_grid_block_write (AccordGridModel *model, const AccordGridRange *range)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < range->n_rows; i++)
    for (guint j = 0; j < range->n_columns; j++)
      {
        g_autofree char *cell = dup_plain (model, range->row + i, range->column + j);

        append_cell (text, cell);
        g_string_append_c (text, j + 1 < range->n_columns ? '\t' : '\n');
      }
  return g_string_free (text, FALSE);
}

static gboolean
add_entry (AccordGridModel *model, GPtrArray *entries, guint row, guint column, const char *text, char **why)
{
  if (!accord_grid_model_can_type (model, row, column))
    return TRUE;
  if (!accord_grid_model_check (model, row, column, text, why))
    return FALSE;
  g_ptr_array_add (entries, accord_grid_entry_new (row, column, text));
  return TRUE;
}

static GPtrArray *
new_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) accord_grid_entry_free);
}

/**
 * accord_grid_block_paste:
 * @model: a model
 * @range: what is selected
 * @rows: (element-type GStrv): the block
 * @n_new: (out): how many rows have to be added for it
 * @why: (out): where it is refused, one sentence that says what and where
 *
 * What pasting comes to. One cell fills all that is selected; a block begins at the selection's first cell
 * and is as large as it is. What is beyond the last column is left out, and so is what goes into cells that
 * follow from others.
 *
 * Returns: (transfer full) (nullable) (element-type AccordGridEntry): the cells that change, or %NULL where
 * one of them cannot be
 */
GPtrArray *
accord_grid_block_paste (AccordGridModel *model, const AccordGridRange *range, GPtrArray *rows, guint *n_new,
                         char **why)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  guint n_columns = accord_grid_model_get_n_columns (model), n_rows = accord_grid_model_get_n_rows (model);
  gboolean one = rows->len == 1 && g_strv_length (rows->pdata[0]) == 1;
  guint n_down = one ? range->n_rows : rows->len;

  for (guint i = 0; i < n_down; i++)
    {
      char **cells = rows->pdata[one ? 0 : i];
      guint n_across = one ? range->n_columns : g_strv_length (cells);

      for (guint j = 0; j < n_across && range->column + j < n_columns; j++)
        {
          g_autofree char *text = g_strdup (cells[one ? 0 : j]);

          if (!add_entry (model, entries, range->row + i, range->column + j, g_strstrip (text), why))
            return NULL;
        }
    }
  *n_new = range->row + n_down > n_rows ? range->row + n_down - n_rows : 0;
  return g_steal_pointer (&entries);
}

/**
 * accord_grid_block_fill:
 * @model: a model
 * @range: what is selected
 * @down: whether its first row is repeated under itself; else its first column to the right
 * @why: (out): where it is refused, one sentence that says what and where
 *
 * What filling comes to. A selection of one row down, or one column to the right, takes what stands before
 * it, as spreadsheets do.
 *
 * Returns: (transfer full) (nullable) (element-type AccordGridEntry): the cells that change
 */
GPtrArray *
accord_grid_block_fill (AccordGridModel *model, const AccordGridRange *range, gboolean down, char **why)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  guint n_rows = accord_grid_model_get_n_rows (model);
  gboolean before = down ? range->n_rows == 1 : range->n_columns == 1;
  guint skip = before ? 0 : 1;

  if (before && (down ? range->row : range->column) == 0)
    return g_steal_pointer (&entries);
  for (guint i = down ? skip : 0; i < range->n_rows; i++)
    for (guint j = down ? 0 : skip; j < range->n_columns; j++)
      {
        guint row = down ? range->row - before : range->row + i;
        guint column = down ? range->column + j : range->column - before;
        g_autofree char *text = NULL;

        if (row >= n_rows || range->row + i >= n_rows)
          continue;
        text = dup_plain (model, row, column);
        if (!add_entry (model, entries, range->row + i, range->column + j, text, why))
          return NULL;
      }
  return g_steal_pointer (&entries);
}

/**
 * accord_grid_block_clear:
 * @model: a model
 * @range: what is selected
 * @why: (out): where it is refused, one sentence that says what and where
 *
 * What clearing comes to.
 *
 * Returns: (transfer full) (nullable) (element-type AccordGridEntry): the cells that change
 */
GPtrArray *
accord_grid_block_clear (AccordGridModel *model, const AccordGridRange *range, char **why)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  guint n_rows = accord_grid_model_get_n_rows (model);

  for (guint i = 0; i < range->n_rows && range->row + i < n_rows; i++)
    for (guint j = 0; j < range->n_columns; j++)
      {
        g_autofree char *text = dup_plain (model, range->row + i, range->column + j);

        if (*text != '\0' && !add_entry (model, entries, range->row + i, range->column + j, "", why))
          return NULL;
      }
  return g_steal_pointer (&entries);
}
