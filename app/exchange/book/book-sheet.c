/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book-sheet.h"

#include "exchange-error.h"
#include "xlsx-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The most characters of one cell, and of a sheet's name. */
#define LONGEST_CELL 32767
#define LONGEST_NAME 31

#define A4 9

/* A row of headings holds three lines; a printed page so many columns of years. */
#define HEADING_HEIGHT 45
#define COLUMNS_A_PAGE 18

/* How often it is looked whether to go on. */
#define STEP 4096

typedef struct
{
  const char *number;
  gboolean typed;
  gboolean strong;
  gboolean right;
} Look;

/* A dash is easier to look over than a nought. */
#define POUNDS "£#,##0.00;[Red]-£#,##0.00;\"–\""

static const Look looks[ACCORD_BOOK_N_STYLES] = {
  [ACCORD_BOOK_TITLE] = { .strong = TRUE },
  [ACCORD_BOOK_SECTION] = { .strong = TRUE },
  [ACCORD_BOOK_HEADING] = { .strong = TRUE },
  [ACCORD_BOOK_HEADING_RIGHT] = { .strong = TRUE, .right = TRUE },
  [ACCORD_BOOK_STRONG] = { .strong = TRUE },
  [ACCORD_BOOK_MONEY] = { .number = POUNDS },
  [ACCORD_BOOK_MONEY_STRONG] = { .number = POUNDS, .strong = TRUE },
  [ACCORD_BOOK_NUMBER] = { .number = "General", .right = TRUE },
  [ACCORD_BOOK_RATIO] = { .number = "0.00", .right = TRUE },
  [ACCORD_BOOK_PERCENT] = { .number = "0.0#%" },
  [ACCORD_BOOK_FACTOR] = { .number = "0.000000" },
  [ACCORD_BOOK_RIGHT] = { .right = TRUE },
  [ACCORD_BOOK_TYPED] = { .typed = TRUE },
  [ACCORD_BOOK_TYPED_MONEY] = { .number = POUNDS, .typed = TRUE },
  [ACCORD_BOOK_TYPED_NUMBER] = { .number = "General", .typed = TRUE },
  [ACCORD_BOOK_TYPED_PERCENT] = { .number = "0.0########%", .typed = TRUE },
};

static lxw_format *
make_format (lxw_workbook *workbook, AccordBookStyle style)
{
  const Look *look = &looks[style];
  lxw_format *format = workbook_add_format (workbook);

  if (look->number != NULL)
    format_set_num_format (format, look->number);
  if (look->strong)
    format_set_bold (format);
  if (look->right)
    format_set_align (format, LXW_ALIGN_RIGHT);
  if (look->typed)
    {
      format_set_font_color (format, 0x123C82);
      format_set_bg_color (format, 0xFFF7DC);
      format_set_border (format, LXW_BORDER_THIN);
      format_set_border_color (format, 0xD8CFAF);
    }
  switch (style)
    {
    case ACCORD_BOOK_COUNT:
      format_set_align (format, LXW_ALIGN_LEFT);
      break;
    case ACCORD_BOOK_TITLE:
      format_set_font_size (format, 16);
      break;
    case ACCORD_BOOK_NOTE:
      format_set_font_color (format, 0x555555);
      format_set_indent (format, 1);
      break;
    case ACCORD_BOOK_SECTION:
      format_set_font_size (format, 12);
      break;
    case ACCORD_BOOK_HEADING:
    case ACCORD_BOOK_HEADING_RIGHT:
      format_set_bottom (format, LXW_BORDER_THIN);
      format_set_text_wrap (format);
      format_set_align (format, LXW_ALIGN_VERTICAL_BOTTOM);
      break;
    case ACCORD_BOOK_WRAPPED:
      format_set_text_wrap (format);
      format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
      break;
    default:
      break;
    }
  return format;
}

static void
sheet_free (gpointer data)
{
  AccordBookSheet *self = data;

  g_free (self->prefix);
  g_hash_table_unref (self->rows);
  g_free (self);
}

static gboolean
fail (lxw_error code, GError **error)
{
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
               _ ("The workbook cannot be written: %s"), lxw_strerror (code));
  return FALSE;
}

/* The first thing that went wrong is what is told. */
static void
note (AccordBookFile *self, lxw_error code)
{
  if (self->error == LXW_NO_ERROR)
    self->error = code;
}

/**
 * accord_book_file_new:
 * @path: the file to make
 * @error: return location for an error
 *
 * Returns: (transfer full): a workbook without a sheet
 */
AccordBookFile *
accord_book_file_new (const char *path, GError **error)
{
  g_autoptr (AccordBookFile) self = g_new0 (AccordBookFile, 1);
  g_autofree char *folder = g_path_get_dirname (path);
  /* Its working files lie beside it: if its disk is full, that is noticed. */
  lxw_workbook_options options = { .constant_memory = LXW_FALSE, .tmpdir = folder, .use_zip64 = LXW_FALSE };

  self->path = g_strdup (path);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->workbook = workbook_new_opt (path, &options);
  if (self->workbook == NULL)
    {
      fail (LXW_ERROR_CREATING_XLSX_FILE, error);
      return NULL;
    }
  for (guint i = 0; i < ACCORD_BOOK_N_STYLES; i++)
    self->formats[i] = make_format (self->workbook, i);
  return g_steal_pointer (&self);
}

/**
 * accord_book_file_free:
 * @self: (nullable) (transfer full): a workbook; one that was not finished is worth nothing
 */
void
accord_book_file_free (AccordBookFile *self)
{
  if (self == NULL)
    return;
  if (self->workbook != NULL)
    lxw_workbook_free (self->workbook);
  g_ptr_array_unref (self->sheets);
  g_free (self->path);
  g_free (self);
}

/**
 * accord_book_file_is_stopped:
 * @self: a workbook
 *
 * Returns: whether there is no point in going on
 */
gboolean
accord_book_file_is_stopped (const AccordBookFile *self)
{
  return self->error != LXW_NO_ERROR || g_cancellable_is_cancelled (self->cancellable);
}

/**
 * accord_book_file_name:
 * @self: a workbook
 * @name: a name that a formula may have: letters, digits and underscores
 * @place: a cell of it, fixed, with its sheet
 *
 * Gives a cell a name.
 */
void
accord_book_file_name (AccordBookFile *self, const char *name, AccordRef place)
{
  g_autofree char *formula = g_strdup_printf ("=%s", place.text);

  note (self, workbook_define_name (self->workbook, name, formula));
}

/* The library does not notice when its own working files are cut short by a full disk. */
static gboolean
check_rows (AccordBookFile *self, GError **error)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const AccordBookSheet *sheet = self->sheets->pdata[i];

      if (!accord_xlsx_check_sheet (self->path, i + 1, g_hash_table_size (sheet->rows), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * accord_book_file_finish:
 * @self: a workbook
 * @error: return location for an error
 *
 * Writes the file and reads it over.
 *
 * Returns: %FALSE if it could not be written whole, or somebody gave up
 */
gboolean
accord_book_file_finish (AccordBookFile *self, GError **error)
{
  lxw_error code;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->error != LXW_NO_ERROR)
    return fail (self->error, error);
  code = workbook_close (g_steal_pointer (&self->workbook));
  if (code != LXW_NO_ERROR)
    return fail (code, error);
  return check_rows (self, error);
}

/**
 * accord_book_file_add_sheet:
 * @self: a workbook
 * @name: of the sheet; what may not be in one is left out
 *
 * Returns: (transfer none): a sheet behind the others
 */
AccordBookSheet *
accord_book_file_add_sheet (AccordBookFile *self, const char *name)
{
  AccordBookSheet *sheet = g_new0 (AccordBookSheet, 1);
  g_autofree char *allowed = g_strdelimit (g_strdup (name), "[]:*?/\\'", ' ');
  g_autofree char *cut = g_utf8_substring (allowed, 0, MIN (g_utf8_strlen (allowed, -1), LONGEST_NAME));

  sheet->file = self;
  sheet->rows = g_hash_table_new (NULL, NULL);
  sheet->prefix = g_strdup_printf ("'%s'!", cut);
  sheet->sheet = workbook_add_worksheet (self->workbook, cut);
  g_assert (sheet->sheet != NULL);
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

/**
 * accord_book_sheet_set_up:
 * @self: a sheet
 * @frozen_rows: so many rows stay in sight; the last of them has the headings
 * @frozen_columns: so many columns likewise
 * @n_columns: how many columns the sheet has, or 0 for as many as a page holds
 *
 * Says how a sheet is looked at and printed: A4 on its side, what stays in sight again on every page.
 */
void
accord_book_sheet_set_up (AccordBookSheet *self, guint frozen_rows, guint frozen_columns, guint n_columns)
{
  worksheet_set_paper (self->sheet, A4);
  worksheet_set_landscape (self->sheet);
  worksheet_set_margins (self->sheet, 0.5, 0.5, 0.6, 0.6);
  worksheet_set_footer (self->sheet, "&L&F · &A&R&P / &N");
  worksheet_freeze_panes (self->sheet, frozen_rows, (lxw_col_t) frozen_columns);
  worksheet_gridlines (self->sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_fit_to_pages (self->sheet,
                          (uint16_t) (1 + (n_columns > 0 ? (n_columns - 1) / COLUMNS_A_PAGE : 0)), 0);
  worksheet_repeat_rows (self->sheet, 0, frozen_rows - 1);
  if (frozen_columns > 0)
    worksheet_repeat_columns (self->sheet, 0, (lxw_col_t) (frozen_columns - 1));
}

/**
 * accord_book_sheet_heighten:
 * @self: a sheet
 * @row: of headings
 *
 * Makes room for headings of several lines.
 */
void
accord_book_sheet_heighten (AccordBookSheet *self, guint row)
{
  worksheet_set_row (self->sheet, row, HEADING_HEIGHT, NULL);
}

void
accord_book_sheet_set_widths (AccordBookSheet *self, guint first, guint last, double width)
{
  worksheet_set_column (self->sheet, (lxw_col_t) first, (lxw_col_t) last, width, NULL);
}

/**
 * accord_book_sheet_offer:
 * @self: a sheet
 * @row: of a cell
 * @column: of the cell
 * @words: (array zero-terminated=1): what may stand in it
 *
 * Lets a cell be one of some words, because formulas ask for them.
 */
void
accord_book_sheet_offer (AccordBookSheet *self, guint row, guint column, const char *const *words)
{
  lxw_data_validation offer = { .validate = LXW_VALIDATION_TYPE_LIST, .value_list = (char **) words };

  note (self->file, worksheet_data_validation_cell (self->sheet, row, (lxw_col_t) column, &offer));
}

static void
append_place (GString *text, guint row, guint column, AccordRefFlags flags)
{
  char name[LXW_MAX_COL_NAME_LENGTH];

  lxw_col_to_name (name, (lxw_col_t) column, (flags & ACCORD_REF_FIXED_COLUMN) != 0);
  g_string_append_printf (text, "%s%s%u", name, (flags & ACCORD_REF_FIXED_ROW) != 0 ? "$" : "", row + 1);
}

/**
 * accord_ref:
 * @on: (nullable): the sheet that it is on, or %NULL for that of the formula
 * @row: from 0
 * @column: from 0
 * @flags: what of it stays when the formula is copied
 *
 * Returns: a cell as formulas name it
 */
AccordRef
accord_ref (const AccordBookSheet *on, guint row, guint column, AccordRefFlags flags)
{
  g_autoptr (GString) text = g_string_new (on != NULL ? on->prefix : NULL);
  AccordRef ref;

  append_place (text, row, column, flags);
  g_strlcpy (ref.text, text->str, sizeof ref.text);
  return ref;
}

/**
 * accord_range:
 * @on: (nullable): the sheet that it is on, or %NULL for that of the formula
 * @row: the first, from 0
 * @column: the first, from 0
 * @last_row: the last
 * @last_column: the last
 * @flags: what of it stays when the formula is copied
 *
 * Returns: a range as formulas name it
 */
AccordRef
accord_range (const AccordBookSheet *on, guint row, guint column, guint last_row, guint last_column,
              AccordRefFlags flags)
{
  g_autoptr (GString) text = g_string_new (on != NULL ? on->prefix : NULL);
  AccordRef ref;

  append_place (text, row, column, flags);
  g_string_append_c (text, ':');
  append_place (text, last_row, last_column, flags);
  g_strlcpy (ref.text, text->str, sizeof ref.text);
  return ref;
}

/* Says that a cell was written, and how. */
static void
count (AccordBookSheet *self, guint row, lxw_error code)
{
  AccordBookFile *file = self->file;

  note (file, code);
  g_hash_table_add (self->rows, GUINT_TO_POINTER (row));
  if (++file->n_cells % STEP == 0 && file->progress != NULL)
    file->progress ((gint64) MIN (file->n_cells, file->n_expected), (gint64) file->n_expected,
                    file->progress_data);
}

/**
 * accord_book_text:
 * @self: a sheet
 * @row: of the cell
 * @column: of the cell
 * @style: how it looks
 * @words: (nullable): what it says; never a formula, whatever it begins with
 *
 * Writes words.
 */
void
accord_book_text (AccordBookSheet *self, guint row, guint column, AccordBookStyle style, const char *words)
{
  g_autofree char *cut = NULL;

  if (words == NULL || *words == '\0')
    {
      accord_book_blank (self, row, column, style);
      return;
    }
  if (strlen (words) > LONGEST_CELL && g_utf8_strlen (words, -1) > LONGEST_CELL)
    {
      g_autofree char *start = g_utf8_substring (words, 0, LONGEST_CELL - 1);

      words = cut = g_strconcat (start, "…", NULL);
    }
  count (self, row,
         worksheet_write_string (self->sheet, row, (lxw_col_t) column, words, self->file->formats[style]));
}

void
accord_book_number (AccordBookSheet *self, guint row, guint column, AccordBookStyle style, double value)
{
  count (self, row,
         worksheet_write_number (self->sheet, row, (lxw_col_t) column, value, self->file->formats[style]));
}

/* A cell without a value that looks like those beside it: somebody may type one. */
void
accord_book_blank (AccordBookSheet *self, guint row, guint column, AccordBookStyle style)
{
  count (self, row, worksheet_write_blank (self->sheet, row, (lxw_col_t) column, self->file->formats[style]));
}

/**
 * accord_book_formula:
 * @self: a sheet
 * @row: of the cell
 * @column: of the cell
 * @style: how it looks
 * @value: what it comes to now
 * @format: the formula, without the equals sign, as for printf()
 *
 * Writes a formula that comes to a number.
 */
void
accord_book_formula (AccordBookSheet *self, guint row, guint column, AccordBookStyle style, double value,
                     const char *format, ...)
{
  g_autoptr (GString) formula = g_string_new ("=");
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (formula, format, arguments);
  va_end (arguments);
  count (self, row,
         worksheet_write_formula_num (self->sheet, row, (lxw_col_t) column, formula->str,
                                      self->file->formats[style], value));
}

/**
 * accord_book_words:
 * @self: a sheet
 * @row: of the cell
 * @column: of the cell
 * @style: how it looks
 * @value: what it comes to now
 * @format: the formula, without the equals sign, as for printf()
 *
 * Writes a formula that comes to words.
 */
void
accord_book_words (AccordBookSheet *self, guint row, guint column, AccordBookStyle style, const char *value,
                   const char *format, ...)
{
  g_autoptr (GString) formula = g_string_new ("=");
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (formula, format, arguments);
  va_end (arguments);
  count (self, row,
         worksheet_write_formula_str (self->sheet, row, (lxw_col_t) column, formula->str,
                                      self->file->formats[style], value != NULL ? value : ""));
}

/**
 * accord_book_quote:
 * @words: words, at most 255 characters
 *
 * Returns: (transfer full): the same as they stand in a formula
 */
char *
accord_book_quote (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"", doubled);
}
