/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PDF_TOOLS (accord_pdf_tools_get_type ())
G_DECLARE_FINAL_TYPE (AccordPdfTools, accord_pdf_tools, ACCORD, PDF_TOOLS, GtkWidget)

/* The bar above the pages: which page, how large, outline and search. */
GtkWidget *accord_pdf_tools_new (AccordPdfView *view);
GtkWidget *accord_pdf_tools_get_outline_button (AccordPdfTools *self);
GtkWidget *accord_pdf_tools_get_search_button (AccordPdfTools *self);
void accord_pdf_tools_set_file (AccordPdfTools *self, AccordPdfFile *file);

G_END_DECLS
