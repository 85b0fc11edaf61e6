/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rejection.h"
#include "spend-reader.h"

G_BEGIN_DECLS

/**
 * ACCORD_SPEND_MOST_REJECTIONS:
 *
 * How many rejected rows are kept by line and reason; those beyond are only counted.
 */
#define ACCORD_SPEND_MOST_REJECTIONS 10000

/**
 * AccordSpendSample:
 * @line: the physical line
 * @texts: the texts by #AccordSpendColumn; %NULL for date and amount
 * @date: the date, ISO
 * @pence: the amount
 * @redacted: whether the payee is withheld
 *
 * A payment of the preview.
 */
typedef struct
{
  guint64 line;
  char *texts[ACCORD_SPEND_N_COLUMNS];
  char date[ACCORD_DATE_ISO_SIZE];
  gint64 pence;
  gboolean redacted;
} AccordSpendSample;

/**
 * AccordSpendPreview:
 * @layout: how the columns are read
 * @dates: how the dates are read
 * @date_form: the form in which most dates are written
 * @tally: counts over the whole file
 * @paying_body: who paid most of the rows, or %NULL if the file does not say
 * @samples: (element-type AccordSpendSample): the first payments
 * @rejections: (element-type AccordRejection): rejected rows, the first %ACCORD_SPEND_MOST_REJECTIONS of them
 *
 * What an import would do, found by reading the whole file.
 */
typedef struct
{
  AccordSpendLayout *layout;
  AccordSpendDates dates;
  AccordDateForm date_form;
  AccordSpendTally tally;
  char *paying_body;
  GPtrArray *samples;
  GPtrArray *rejections;
} AccordSpendPreview;

AccordSpendPreview *accord_spend_preview (GFile *file, const AccordCsvProbe *probe, AccordSpendLayout *layout,
                                          guint n_samples, AccordProgressFunc progress,
                                          gpointer progress_data, GCancellable *cancellable, GError **error);
void accord_spend_preview_free (AccordSpendPreview *self);
char *accord_spend_preview_dup_date_form (const AccordSpendPreview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSpendPreview, accord_spend_preview_free)

G_END_DECLS
