/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-export.h"

G_BEGIN_DECLS

/**
 * ACCORD_APPRAISAL_BOOK_MOST_CELLS:
 *
 * A workbook with more formulas than these opens in no spreadsheet in reasonable time.
 */
#define ACCORD_APPRAISAL_BOOK_MOST_CELLS 2000000

gboolean accord_appraisal_book_write (const AccordAppraisalExport *appraisal, GFile *file,
                                      AccordProgressFunc progress, gpointer progress_data,
                                      GCancellable *cancellable, GError **error);

G_END_DECLS
