/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "record.h"

G_BEGIN_DECLS

/**
 * AccordPdfWriter:
 *
 * Writes a list as a PDF of A4 pages.
 */
typedef struct _AccordPdfWriter AccordPdfWriter;

AccordPdfWriter *accord_pdf_writer_new (GOutputStream *stream, const AccordKind *kind, const guint *fields,
                                        guint n_fields, const char *title, const char *subtitle);
void accord_pdf_writer_free (AccordPdfWriter *self);
gboolean accord_pdf_writer_add (AccordPdfWriter *self, AccordRecord *record, GError **error);
gboolean accord_pdf_writer_finish (AccordPdfWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPdfWriter, accord_pdf_writer_free)

G_END_DECLS
