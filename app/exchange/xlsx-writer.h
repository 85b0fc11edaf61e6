/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export-cell.h"

G_BEGIN_DECLS

/**
 * ACCORD_XLSX_MOST_ROWS:
 *
 * How many rows a sheet of a workbook holds, the headings included.
 */
#define ACCORD_XLSX_MOST_ROWS 1048576

/**
 * AccordXlsxWriter:
 *
 * Writes a workbook of one or several sheets, in which dates are dates and money is numbers.
 */
typedef struct _AccordXlsxWriter AccordXlsxWriter;

AccordXlsxWriter *accord_xlsx_writer_new (const char *path, const char *sheet, GError **error);
void accord_xlsx_writer_free (AccordXlsxWriter *self);
gboolean accord_xlsx_writer_begin_sheet (AccordXlsxWriter *self, const char *sheet, GError **error);
gboolean accord_xlsx_writer_add_heading (AccordXlsxWriter *self, const char *text, GError **error);
gboolean accord_xlsx_writer_add_cell (AccordXlsxWriter *self, const AccordCell *cell, GError **error);
gboolean accord_xlsx_writer_end_row (AccordXlsxWriter *self, GError **error);
gboolean accord_xlsx_writer_finish (AccordXlsxWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordXlsxWriter, accord_xlsx_writer_free)

G_END_DECLS
