/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PDF_PANEL (accord_pdf_panel_get_type ())
G_DECLARE_FINAL_TYPE (AccordPdfPanel, accord_pdf_panel, ACCORD, PDF_PANEL, GtkWidget)

/*
 * A PDF to read: tools, outline, pages and search. What is set on its view before a file is open (marks, a
 * place to go to) holds once it is. Signal "opened": the pages are there, or the panel says why not.
 */
GtkWidget *accord_pdf_panel_new (void);
AccordPdfView *accord_pdf_panel_get_view (AccordPdfPanel *self);
void accord_pdf_panel_open (AccordPdfPanel *self, GFile *file);
void accord_pdf_panel_open_bytes (AccordPdfPanel *self, GBytes *bytes);
void accord_pdf_panel_close (AccordPdfPanel *self);

G_END_DECLS
