/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-writer.h"

#include "exchange-error.h"
#include "xlsx-check.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

/* A spreadsheet keeps fifteen figures of a number; longer ones go as words. */
#define LARGEST_NUMBER G_GINT64_CONSTANT (999999999999999)

/* The most characters of one cell, and of a sheet's name. */
#define LONGEST_CELL 32767
#define LONGEST_NAME 31

/* A column is as wide as its widest cell, within reason. */
#define NARROWEST 8
#define WIDEST 60

/* Spreadsheets count days from 1900. */
#define FIRST_YEAR 1900

struct _AccordXlsxWriter
{
  char *path;
  lxw_workbook *workbook;
  lxw_worksheet *worksheet;
  lxw_format *heading;
  lxw_format *date;
  lxw_format *money;
  lxw_format *count;
  lxw_format *percent;
  GArray *widths;
  GArray *n_rows_of_sheets;
  lxw_row_t row;
  lxw_col_t column;
  lxw_col_t n_columns;
  gboolean filled;
  guint64 n_filled;
};

static gboolean
check (lxw_error code, GError **error)
{
  if (code == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
               _ ("The workbook cannot be written: %s"), lxw_strerror (code));
  return FALSE;
}

static lxw_format *
add_number_format (AccordXlsxWriter *self, const char *pattern)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_num_format (format, pattern);
  return format;
}

/* A name that a sheet may have: some characters may not be in it, and it must be short. */
static char *
dup_sheet_name (const char *text)
{
  g_autofree char *name = g_strdelimit (g_strdup (text), "[]:*?/\\'", ' ');

  if (g_utf8_strlen (name, -1) <= LONGEST_NAME)
    return g_steal_pointer (&name);
  return g_utf8_substring (name, 0, LONGEST_NAME);
}

/* Makes room for a cell that is about to be written. */
static void
widen (AccordXlsxWriter *self, gsize width)
{
  guint8 wanted = CLAMP (width + 2, NARROWEST, WIDEST);

  if (self->column >= self->widths->len)
    g_array_set_size (self->widths, self->column + 1);
  if (g_array_index (self->widths, guint8, self->column) < wanted)
    g_array_index (self->widths, guint8, self->column) = wanted;
  self->filled = TRUE;
}

static gsize
text_width (const char *text)
{
  return g_utf8_strlen (text, strcspn (text, "\r\n"));
}

static lxw_error
write_text (AccordXlsxWriter *self, const char *text, lxw_format *format)
{
  g_autofree char *cut = NULL;

  if (strlen (text) > LONGEST_CELL && g_utf8_strlen (text, -1) > LONGEST_CELL)
    {
      g_autofree char *start = g_utf8_substring (text, 0, LONGEST_CELL - 1);

      text = cut = g_strconcat (start, "…", NULL);
    }
  widen (self, text_width (text));
  return worksheet_write_string (self->worksheet, self->row, self->column, text, format);
}

static lxw_error
write_number (AccordXlsxWriter *self, gint64 number, double divisor, lxw_format *format)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  widen (self, g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number) * 4 / 3);
  if (number > LARGEST_NUMBER || number < -LARGEST_NUMBER)
    return worksheet_write_string (self->worksheet, self->row, self->column, text, format);
  return worksheet_write_number (self->worksheet, self->row, self->column, (double) number / divisor, format);
}

static lxw_error
write_date (AccordXlsxWriter *self, const char *iso)
{
  lxw_datetime date = { 0 };

  if (sscanf (iso, "%4d-%2d-%2d", &date.year, &date.month, &date.day) != 3 || date.year < FIRST_YEAR)
    return write_text (self, iso, NULL);
  widen (self, strlen ("27 Sep 2016"));
  return worksheet_write_datetime (self->worksheet, self->row, self->column, &date, self->date);
}

static lxw_error
write_decimal (AccordXlsxWriter *self, const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (*end != '\0' || strlen (text) > 16)
    return write_text (self, text, NULL);
  widen (self, strlen (text));
  return worksheet_write_number (self->worksheet, self->row, self->column, number, NULL);
}

/**
 * accord_xlsx_writer_new:
 * @path: the file to make
 * @sheet: what the sheet is called
 * @error: return location for a #GError
 *
 * Returns: (transfer full): a writer, or %NULL with %ACCORD_EXCHANGE_ERROR_WRITE
 */
AccordXlsxWriter *
accord_xlsx_writer_new (const char *path, const char *sheet, GError **error)
{
  g_autoptr (AccordXlsxWriter) self = g_new0 (AccordXlsxWriter, 1);
  g_autofree char *name = dup_sheet_name (sheet);
  g_autofree char *folder = g_path_get_dirname (path);
  /* Rows go to a file beside the workbook: if its disk is full, the other's is too, and that is noticed. */
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder, .use_zip64 = LXW_FALSE };

  self->path = g_strdup (path);
  self->widths = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->n_rows_of_sheets = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->workbook = workbook_new_opt (path, &options);
  if (self->workbook == NULL)
    {
      check (LXW_ERROR_CREATING_XLSX_FILE, error);
      return NULL;
    }
  self->worksheet = workbook_add_worksheet (self->workbook, name);
  if (self->worksheet == NULL)
    self->worksheet = workbook_add_worksheet (self->workbook, NULL);
  self->heading = workbook_add_format (self->workbook);
  format_set_bold (self->heading);
  format_set_bottom (self->heading, LXW_BORDER_THIN);
  self->date = add_number_format (self, "d mmm yyyy");
  self->money = add_number_format (self, "#,##0.00");
  self->count = add_number_format (self, "#,##0");
  self->percent = add_number_format (self, "0.00%");
  return g_steal_pointer (&self);
}

/**
 * accord_xlsx_writer_free:
 * @self: (nullable) (transfer full): a writer; a workbook that was not finished is worth nothing
 */
void
accord_xlsx_writer_free (AccordXlsxWriter *self)
{
  if (self == NULL)
    return;
  if (self->workbook != NULL)
    lxw_workbook_free (self->workbook);
  g_array_unref (self->widths);
  g_array_unref (self->n_rows_of_sheets);
  g_free (self->path);
  g_free (self);
}

/**
 * accord_xlsx_writer_add_heading:
 * @self: a writer
 * @text: the heading of a column
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %ACCORD_EXCHANGE_ERROR_WRITE if it cannot be written
 */
gboolean
accord_xlsx_writer_add_heading (AccordXlsxWriter *self, const char *text, GError **error)
{
  gboolean written = check (write_text (self, text, self->heading), error);

  self->column++;
  return written;
}

/**
 * accord_xlsx_writer_add_cell:
 * @self: a writer
 * @cell: a cell
 * @error: return location for a #GError
 *
 * Adds a cell of the type that it has. Words are never formulas.
 *
 * Returns: %FALSE with %ACCORD_EXCHANGE_ERROR_WRITE if it cannot be written
 */
gboolean
accord_xlsx_writer_add_cell (AccordXlsxWriter *self, const AccordCell *cell, GError **error)
{
  lxw_error code = LXW_NO_ERROR;

  switch (cell->type)
    {
    case ACCORD_CELL_TEXT:
      code = write_text (self, cell->text, NULL);
      break;
    case ACCORD_CELL_DATE:
      code = write_date (self, cell->text);
      break;
    case ACCORD_CELL_DECIMAL:
      code = write_decimal (self, cell->text);
      break;
    case ACCORD_CELL_MONEY:
      code = write_number (self, cell->number, 100, self->money);
      break;
    case ACCORD_CELL_COUNT:
      code = write_number (self, cell->number, 1, self->count);
      break;
    case ACCORD_CELL_PERCENT:
      code = write_number (self, cell->number, 10000, self->percent);
      break;
    case ACCORD_CELL_EMPTY:
    default:
      break;
    }
  self->column++;
  return check (code, error);
}

/**
 * accord_xlsx_writer_end_row:
 * @self: a writer
 * @error: return location for a #GError
 *
 * Ends a row.
 *
 * Returns: %FALSE with %ACCORD_EXCHANGE_ERROR_WRITE if a sheet holds no more
 */
gboolean
accord_xlsx_writer_end_row (AccordXlsxWriter *self, GError **error)
{
  self->n_columns = MAX (self->n_columns, self->column);
  self->n_filled += self->filled;
  self->filled = FALSE;
  self->column = 0;
  if (++self->row <= ACCORD_XLSX_MOST_ROWS)
    return TRUE;
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
               _ ("A workbook holds %d rows and no more: export this list as CSV."), ACCORD_XLSX_MOST_ROWS);
  return FALSE;
}

/* The headings stay in sight, the columns are wide enough and the rows can be filtered. */
static void
end_sheet (AccordXlsxWriter *self)
{
  worksheet_freeze_panes (self->worksheet, 1, 0);
  for (guint i = 0; i < self->widths->len; i++)
    worksheet_set_column (self->worksheet, i, i, g_array_index (self->widths, guint8, i), NULL);
  if (self->n_columns > 0)
    worksheet_autofilter (self->worksheet, 0, 0, MAX (self->row, 1) - 1, self->n_columns - 1);
  g_array_append_val (self->n_rows_of_sheets, self->n_filled);
}

/**
 * accord_xlsx_writer_begin_sheet:
 * @self: a writer
 * @sheet: what the next sheet is called
 * @error: return location for a #GError
 *
 * Ends the sheet at hand and begins another behind it, with headings of its own.
 *
 * Returns: %FALSE with %ACCORD_EXCHANGE_ERROR_WRITE if it cannot be added
 */
gboolean
accord_xlsx_writer_begin_sheet (AccordXlsxWriter *self, const char *sheet, GError **error)
{
  g_autofree char *name = dup_sheet_name (sheet);

  end_sheet (self);
  self->worksheet = workbook_add_worksheet (self->workbook, name);
  if (self->worksheet == NULL)
    return check (LXW_ERROR_SHEETNAME_ALREADY_USED, error);
  g_array_set_size (self->widths, 0);
  self->row = 0;
  self->column = self->n_columns = 0;
  self->n_filled = 0;
  self->filled = FALSE;
  return TRUE;
}

/**
 * accord_xlsx_writer_finish:
 * @self: a writer
 * @error: return location for a #GError
 *
 * Makes the headings stay in sight, the columns wide enough and the rows filterable, and writes the file.
 *
 * Returns: %FALSE with %ACCORD_EXCHANGE_ERROR_WRITE if it cannot be written
 */
gboolean
accord_xlsx_writer_finish (AccordXlsxWriter *self, GError **error)
{
  end_sheet (self);
  if (!check (workbook_close (g_steal_pointer (&self->workbook)), error))
    return FALSE;
  for (guint i = 0; i < self->n_rows_of_sheets->len; i++)
    if (!accord_xlsx_check_sheet (self->path, i + 1, g_array_index (self->n_rows_of_sheets, guint64, i),
                                  error))
      return FALSE;
  return TRUE;
}
