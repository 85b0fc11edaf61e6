/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-export.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/* A workbook with formulas: cells by sheet, row and column, each with the value that it has now. */

typedef enum
{
  ACCORD_BOOK_PLAIN,
  ACCORD_BOOK_TITLE,
  ACCORD_BOOK_NOTE,
  ACCORD_BOOK_SECTION,
  ACCORD_BOOK_HEADING,
  ACCORD_BOOK_HEADING_RIGHT,
  ACCORD_BOOK_WRAPPED,
  ACCORD_BOOK_STRONG,
  ACCORD_BOOK_MONEY,
  ACCORD_BOOK_MONEY_STRONG,
  ACCORD_BOOK_NUMBER,
  ACCORD_BOOK_RATIO,
  ACCORD_BOOK_PERCENT,
  ACCORD_BOOK_FACTOR,
  ACCORD_BOOK_RIGHT,
  ACCORD_BOOK_COUNT,
  ACCORD_BOOK_TYPED,
  ACCORD_BOOK_TYPED_MONEY,
  ACCORD_BOOK_TYPED_NUMBER,
  ACCORD_BOOK_TYPED_PERCENT,
  ACCORD_BOOK_N_STYLES,
} AccordBookStyle;

typedef enum
{
  ACCORD_REF_MOVES = 0,
  ACCORD_REF_FIXED_ROW = 1 << 0,
  ACCORD_REF_FIXED_COLUMN = 1 << 1,
  ACCORD_REF_FIXED = ACCORD_REF_FIXED_ROW | ACCORD_REF_FIXED_COLUMN,
} AccordRefFlags;

/* AccordRef: a cell or a range as formulas name it. */
typedef struct
{
  char text[192];
} AccordRef;

typedef struct
{
  char *path;
  lxw_workbook *workbook;
  lxw_format *formats[ACCORD_BOOK_N_STYLES];
  GPtrArray *sheets;
  lxw_error error;
  guint64 n_cells;
  guint64 n_expected;
  AccordProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} AccordBookFile;

/* AccordBookSheet: @rows are those that have a cell. */
typedef struct
{
  AccordBookFile *file;
  lxw_worksheet *sheet;
  char *prefix;
  GHashTable *rows;
} AccordBookSheet;

AccordBookFile *accord_book_file_new (const char *path, GError **error);
void accord_book_file_free (AccordBookFile *self);
gboolean accord_book_file_is_stopped (const AccordBookFile *self);
void accord_book_file_name (AccordBookFile *self, const char *name, AccordRef place);
gboolean accord_book_file_finish (AccordBookFile *self, GError **error);
AccordBookSheet *accord_book_file_add_sheet (AccordBookFile *self, const char *name);
void accord_book_sheet_set_up (AccordBookSheet *self, guint frozen_rows, guint frozen_columns,
                               guint n_columns);
void accord_book_sheet_heighten (AccordBookSheet *self, guint row);
void accord_book_sheet_set_widths (AccordBookSheet *self, guint first, guint last, double width);
void accord_book_sheet_offer (AccordBookSheet *self, guint row, guint column, const char *const *words);

AccordRef accord_ref (const AccordBookSheet *on, guint row, guint column, AccordRefFlags flags);
AccordRef accord_range (const AccordBookSheet *on, guint row, guint column, guint last_row, guint last_column,
                        AccordRefFlags flags);

void accord_book_text (AccordBookSheet *self, guint row, guint column, AccordBookStyle style,
                       const char *words);
void accord_book_number (AccordBookSheet *self, guint row, guint column, AccordBookStyle style, double value);
void accord_book_blank (AccordBookSheet *self, guint row, guint column, AccordBookStyle style);
void accord_book_formula (AccordBookSheet *self, guint row, guint column, AccordBookStyle style, double value,
                          const char *format, ...) G_GNUC_PRINTF (6, 7);
void accord_book_words (AccordBookSheet *self, guint row, guint column, AccordBookStyle style,
                        const char *value, const char *format, ...) G_GNUC_PRINTF (6, 7);
char *accord_book_quote (const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBookFile, accord_book_file_free)

G_END_DECLS
