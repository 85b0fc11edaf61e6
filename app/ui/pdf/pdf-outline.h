/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-file.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_PDF_OUTLINE (accord_pdf_outline_get_type ())
G_DECLARE_FINAL_TYPE (AccordPdfOutline, accord_pdf_outline, ACCORD, PDF_OUTLINE, GtkWidget)

/* The headings of a PDF, to go to them. Signal "target-chosen" (const AccordPdfTarget *). */
GtkWidget *accord_pdf_outline_new (void);
void accord_pdf_outline_set_file (AccordPdfOutline *self, AccordPdfFile *file);
void accord_pdf_outline_set_page (AccordPdfOutline *self, guint page);

G_END_DECLS
