/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "payments-file.h"
#include "rejection.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordPaymentsOptions:
 * @paying_body: (nullable): who paid, for rows that do not say; %NULL for what the file was opened with
 * @fund: the fund that the payments are from, or %ACCORD_UNKNOWN
 * @update: whether a file that was imported before is to be brought up to date rather than refused
 * @dry_run: whether to keep nothing and only find out what would be done
 *
 * How a file is imported.
 */
typedef struct
{
  const char *paying_body;
  gint64 fund;
  gboolean update;
  gboolean dry_run;
} AccordPaymentsOptions;

/**
 * AccordPaymentsResult:
 * @added: payments that are new
 * @updated: payments of an earlier import that the file says otherwise
 * @skipped: rows that mean to be no payments (blank, totals, headings again), and payments that are as they
 * were
 * @n_rejected: rows that could not be taken in
 * @rejected: (element-type AccordRejection): the first %ACCORD_SPEND_MOST_REJECTIONS of them
 * @left: payments of an earlier import that the file no longer has; they stay
 * @source: the source document that stands for the file
 * @change: number of the change in the journal; 0 if nothing was to be done or it was a dry run
 *
 * What an import did.
 */
typedef struct
{
  guint64 added;
  guint64 updated;
  guint64 skipped;
  guint64 n_rejected;
  GPtrArray *rejected;
  guint64 left;
  gint64 source;
  gint64 change;
} AccordPaymentsResult;

#define ACCORD_TYPE_PAYMENTS_RESULT (accord_payments_result_get_type ())

GType accord_payments_result_get_type (void);
AccordPaymentsResult *accord_payments_result_copy (const AccordPaymentsResult *self);
void accord_payments_result_free (AccordPaymentsResult *self);

AccordPaymentsResult *accord_payments_import (AccordWorkspace *workspace, AccordPaymentsFile *file,
                                              const AccordPaymentsOptions *options,
                                              AccordProgressFunc progress, gpointer progress_data,
                                              GCancellable *cancellable, GError **error);
void accord_payments_import_async (AccordWorkspace *workspace, AccordPaymentsFile *file,
                                   const AccordPaymentsOptions *options, AccordProgressFunc progress,
                                   gpointer progress_data, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
AccordPaymentsResult *accord_payments_import_finish (AccordWorkspace *workspace, GAsyncResult *result,
                                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPaymentsResult, accord_payments_result_free)

G_END_DECLS
