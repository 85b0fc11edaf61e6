/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-book.h"

#include "book/book.h"
#include "exchange-error.h"
#include "safe-file.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

static void
set_properties (AccordBookFile *file, const AccordCba *cba)
{
  lxw_doc_properties properties = { .title = cba->title };

  workbook_set_properties (file->workbook, &properties);
}

/* Assumptions come first, because the others point to them; the tabs keep their order. */
static void
write_sheets (AccordBook *book)
{
  accord_book_write_assumptions (book);
  accord_book_write_years (book);
  accord_book_write_bias (book);
  accord_book_write_costs (book);
  accord_book_write_outcomes (book);
  for (guint i = 0; i < book->cba->options->len && !accord_book_file_is_stopped (book->file); i++)
    {
      accord_book_write_calculation (book, i);
      accord_book_write_by_year (book, i);
      accord_book_write_figures (book, i);
    }
  accord_book_write_organisations (book);
  accord_book_write_summary (book);
  accord_book_write_sensitivity (book);
  accord_book_write_checks (book);
}

static gboolean
write_file (const AccordAppraisalExport *appraisal, const char *path, AccordProgressFunc progress,
            gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordBookFile) file = accord_book_file_new (path, error);
  g_autoptr (AccordBook) book = NULL;

  if (file == NULL)
    return FALSE;
  file->progress = progress;
  file->progress_data = progress_data;
  file->cancellable = cancellable;
  set_properties (file, appraisal->cba);
  book = accord_book_new (file, appraisal);
  if (file->n_expected > ACCORD_APPRAISAL_BOOK_MOST_CELLS)
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
                   _ ("This appraisal comes to some %" PRIu64
                      " formulas, which no spreadsheet opens in reasonable time; %d is the most."),
                   file->n_expected, ACCORD_APPRAISAL_BOOK_MOST_CELLS);
      return FALSE;
    }
  write_sheets (book);
  return accord_book_file_finish (file, error);
}

/**
 * accord_appraisal_book_write:
 * @appraisal: an appraisal without faults, worked out
 * @file: the file to write, on a local disk
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Writes a workbook in which every figure is a formula on the typed numbers. What stands in the cells until
 * somebody recalculates it are the figures of @appraisal. The file is there whole or, if anything goes wrong,
 * as it was before.
 *
 * Returns: %FALSE with %ACCORD_EXCHANGE_ERROR_WRITE if it cannot be written, or if it was cancelled
 */
gboolean
accord_appraisal_book_write (const AccordAppraisalExport *appraisal, GFile *file, AccordProgressFunc progress,
                             gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordSafeFile) place = NULL;

  g_return_val_if_fail (appraisal->results->len == appraisal->cba->options->len, FALSE);

  place = accord_safe_file_new (file, error);
  return place != NULL
         && write_file (appraisal, accord_safe_file_get_path (place), progress, progress_data, cancellable,
                        error)
         && accord_safe_file_finish (place, error);
}
