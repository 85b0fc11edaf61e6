/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PDF_FIND_BAR (accord_pdf_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (AccordPdfFindBar, accord_pdf_find_bar, ACCORD, PDF_FIND_BAR, GtkWidget)

/* The line to search the pages with. Signal "closed". */
GtkWidget *accord_pdf_find_bar_new (AccordPdfView *view);
void accord_pdf_find_bar_open (AccordPdfFindBar *self);
void accord_pdf_find_bar_close (AccordPdfFindBar *self);
void accord_pdf_find_bar_step (AccordPdfFindBar *self, int by);

G_END_DECLS
