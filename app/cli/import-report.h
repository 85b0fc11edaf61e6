/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json.h"
#include "payments-import.h"

G_BEGIN_DECLS

/**
 * AccordImportReport:
 *
 * What has become of one or several files that were to be imported: counts, and what was rejected, with the
 * file, the line and the reason.
 */
typedef struct _AccordImportReport AccordImportReport;

AccordImportReport *accord_import_report_new (void);
void accord_import_report_free (AccordImportReport *self);
void accord_import_report_add (AccordImportReport *self, const char *file,
                               const AccordPaymentsResult *result);
void accord_import_report_refuse (AccordImportReport *self, const char *file, const char *reason);

guint accord_import_report_get_n_taken (AccordImportReport *self);
gboolean accord_import_report_is_clean (AccordImportReport *self);
void accord_import_report_write_json (AccordImportReport *self, AccordOutput *output);
void accord_import_report_write_text (AccordImportReport *self, AccordOutput *output);
gboolean accord_import_report_save (AccordImportReport *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordImportReport, accord_import_report_free)

G_END_DECLS
