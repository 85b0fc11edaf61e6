/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-render.h"
#include "pdf/pdf-spot.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PDF_SHEET (accord_pdf_sheet_get_type ())
G_DECLARE_FINAL_TYPE (AccordPdfSheet, accord_pdf_sheet, ACCORD, PDF_SHEET, GtkWidget)

/* One page that is in sight. Signals "link-activated" (AccordPdfSpot), "mark-activated" (const char *id),
 * "spot-focused" (AccordPdfSpot). */
GtkWidget *accord_pdf_sheet_new (AccordPdfRender *render, guint page, guint n_pages);
guint accord_pdf_sheet_get_page (AccordPdfSheet *self);
void accord_pdf_sheet_set_scale (AccordPdfSheet *self, double scale);
void accord_pdf_sheet_refresh (AccordPdfSheet *self);
void accord_pdf_sheet_set_marks (AccordPdfSheet *self, GPtrArray *marks);
void accord_pdf_sheet_set_hits (AccordPdfSheet *self, GPtrArray *hits, int current);
void accord_pdf_sheet_set_selection (AccordPdfSheet *self, GArray *rectangles,
                                     const AccordPdfRectangle *caret);

G_END_DECLS
