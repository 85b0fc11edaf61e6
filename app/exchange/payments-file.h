/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv-probe.h"
#include "spend-preview.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordPaymentsFile:
 *
 * A council's spend file that has been read through and can be shown and imported. It never changes: reading
 * its columns in another way gives another object. The blocking calls may be made on any thread.
 */
#define ACCORD_TYPE_PAYMENTS_FILE (accord_payments_file_get_type ())
G_DECLARE_FINAL_TYPE (AccordPaymentsFile, accord_payments_file, ACCORD, PAYMENTS_FILE, GObject)

AccordPaymentsFile *accord_payments_file_open (GFile *file, AccordWorkspace *workspace,
                                               const char *paying_body, AccordProgressFunc progress,
                                               gpointer progress_data, GCancellable *cancellable,
                                               GError **error);
void accord_payments_file_open_async (GFile *file, AccordWorkspace *workspace, const char *paying_body,
                                      AccordProgressFunc progress, gpointer progress_data,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
AccordPaymentsFile *accord_payments_file_open_finish (GAsyncResult *result, GError **error);

AccordPaymentsFile *accord_payments_file_remap (AccordPaymentsFile *self, AccordSpendLayout *layout,
                                                AccordProgressFunc progress, gpointer progress_data,
                                                GCancellable *cancellable, GError **error);
void accord_payments_file_remap_async (AccordPaymentsFile *self, AccordSpendLayout *layout,
                                       AccordProgressFunc progress, gpointer progress_data,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
AccordPaymentsFile *accord_payments_file_remap_finish (AccordPaymentsFile *self, GAsyncResult *result,
                                                       GError **error);

GFile *accord_payments_file_get_file (AccordPaymentsFile *self);
const AccordCsvProbe *accord_payments_file_get_probe (AccordPaymentsFile *self);
AccordSpendLayout *accord_payments_file_get_layout (AccordPaymentsFile *self);
const AccordSpendPreview *accord_payments_file_get_preview (AccordPaymentsFile *self);
const GError *accord_payments_file_get_problem (AccordPaymentsFile *self);
const char *accord_payments_file_get_paying_body (AccordPaymentsFile *self);
gboolean accord_payments_file_get_remembered (AccordPaymentsFile *self);

G_END_DECLS
