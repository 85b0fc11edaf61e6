/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-engine.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_PDF_FILE (accord_pdf_file_get_type ())
G_DECLARE_FINAL_TYPE (AccordPdfFile, accord_pdf_file, ACCORD, PDF_FILE, GObject)

void accord_pdf_file_open_async (GFile *file, const char *password, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
void accord_pdf_file_open_bytes_async (GBytes *bytes, const char *password, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
AccordPdfFile *accord_pdf_file_open_finish (GAsyncResult *result, GError **error);
AccordPdfFile *accord_pdf_file_open_sync (GFile *file, GBytes *bytes, const char *password, GError **error);

guint accord_pdf_file_get_n_pages (AccordPdfFile *self);
void accord_pdf_file_get_page_size (AccordPdfFile *self, guint page, double *width, double *height);
const char *accord_pdf_file_get_page_label (AccordPdfFile *self, guint page);
GPtrArray *accord_pdf_file_get_outline (AccordPdfFile *self);

AccordPdfEngine *accord_pdf_file_borrow (AccordPdfFile *self, GError **error);
void accord_pdf_file_give_back (AccordPdfFile *self, AccordPdfEngine *engine);

G_END_DECLS
