/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordExportFormat:
 * @ACCORD_EXPORT_CSV: separated values, for any program
 * @ACCORD_EXPORT_XLSX: a workbook, in which dates and money are typed
 * @ACCORD_EXPORT_PDF: pages to print or to send
 *
 * How a list leaves the program.
 */
typedef enum
{
  ACCORD_EXPORT_CSV,
  ACCORD_EXPORT_XLSX,
  ACCORD_EXPORT_PDF,
} AccordExportFormat;

/**
 * ACCORD_EXPORT_PDF_MOST_ROWS:
 *
 * More rows than anybody reads on paper.
 */
#define ACCORD_EXPORT_PDF_MOST_ROWS 20000

gboolean accord_export_format_for_name (const char *name, AccordExportFormat *format, GError **error);

gint64 accord_export_list (AccordWorkspace *workspace, AccordQuery *query, const guint *fields,
                           gsize n_fields, GFile *file, AccordExportFormat format, const char *title,
                           AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                           GError **error);
void accord_export_list_async (AccordWorkspace *workspace, AccordQuery *query, const guint *fields,
                               gsize n_fields, GFile *file, AccordExportFormat format, const char *title,
                               AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
gint64 accord_export_list_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error);

gboolean accord_export_rejections (GPtrArray *rejections, GFile *file, GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
