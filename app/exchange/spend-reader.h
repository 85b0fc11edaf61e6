/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv-probe.h"
#include "spend-layout.h"
#include "spend-row.h"

G_BEGIN_DECLS

/**
 * AccordSpendDates:
 * @ACCORD_SPEND_DATES_WRITTEN: dates as people write them, the day before the month
 * @ACCORD_SPEND_DATES_SERIAL: the day numbers of a spreadsheet
 *
 * How the dates of a file are read.
 */
typedef enum
{
  ACCORD_SPEND_DATES_WRITTEN,
  ACCORD_SPEND_DATES_SERIAL,
} AccordSpendDates;

/**
 * AccordSpendTally:
 * @n_rows: payments read
 * @n_rejected: rows rejected
 * @n_blank: blank rows skipped
 * @n_totals: rows of totals skipped
 * @n_headings: repeated rows of headings skipped
 * @pence: what the payments add up to, or %ACCORD_MONEY_UNKNOWN if that cannot be kept
 * @first_date: the earliest date, or an empty text
 * @last_date: the latest
 * @n_forms: cells of the date column by their #AccordDateForm, blank ones left out
 * @n_serials: cells that a spreadsheet could show as a date
 * @n_day_sure: dates that can only have the day first
 * @month_first_line: the first line whose date can only have the month first, or 0
 * @month_first: that date
 *
 * What has been read so far.
 */
typedef struct
{
  guint64 n_rows;
  guint64 n_rejected;
  guint64 n_blank;
  guint64 n_totals;
  guint64 n_headings;
  gint64 pence;
  char first_date[ACCORD_DATE_ISO_SIZE];
  char last_date[ACCORD_DATE_ISO_SIZE];
  guint64 n_forms[ACCORD_DATE_FORM_ANY];
  guint64 n_serials;
  guint64 n_day_sure;
  guint64 month_first_line;
  char month_first[24];
} AccordSpendTally;

/**
 * AccordSpendResult:
 * @ACCORD_SPEND_ROW: a payment
 * @ACCORD_SPEND_REJECTED: a row that is none, with line and reason
 * @ACCORD_SPEND_SKIPPED: a row that means to be none: blank, a total, or the headings again
 * @ACCORD_SPEND_END: there are no more
 * @ACCORD_SPEND_ERROR: reading failed
 */
typedef enum
{
  ACCORD_SPEND_ROW,
  ACCORD_SPEND_REJECTED,
  ACCORD_SPEND_SKIPPED,
  ACCORD_SPEND_END,
  ACCORD_SPEND_ERROR,
} AccordSpendResult;

/**
 * AccordSpendReader:
 *
 * Turns the rows of a spend file into payments, one by one, for use on one thread at a time.
 */
typedef struct _AccordSpendReader AccordSpendReader;

AccordSpendReader *accord_spend_reader_new (GFile *file, const AccordCsvProbe *probe,
                                            AccordSpendLayout *layout, AccordSpendDates dates,
                                            GCancellable *cancellable, GError **error);
void accord_spend_reader_free (AccordSpendReader *self);
void accord_spend_reader_set_progress (AccordSpendReader *self, AccordProgressFunc progress, gpointer data);
AccordSpendResult accord_spend_reader_next (AccordSpendReader *self, AccordSpendRow *row,
                                            GCancellable *cancellable, GError **error);
const AccordSpendTally *accord_spend_reader_get_tally (AccordSpendReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSpendReader, accord_spend_reader_free)

G_END_DECLS
