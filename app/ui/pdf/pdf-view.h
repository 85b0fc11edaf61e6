/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-file.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_PDF_VIEW (accord_pdf_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordPdfView, accord_pdf_view, ACCORD, PDF_VIEW, GtkWidget)

/**
 * AccordPdfFit:
 * @ACCORD_PDF_FIT_NONE: as large as a person made it
 * @ACCORD_PDF_FIT_WIDTH: as wide as there is room
 * @ACCORD_PDF_FIT_PAGE: one page at a time
 *
 * How large pages are shown.
 */
typedef enum
{
  ACCORD_PDF_FIT_NONE,
  ACCORD_PDF_FIT_WIDTH,
  ACCORD_PDF_FIT_PAGE,
} AccordPdfFit;

/*
 * The pages of a PDF below each other. Signals:
 *   "place-chosen" (AccordPdfPlace *or NULL): words were selected, or are no longer
 *   "comment-requested" (AccordPdfPlace *): a comment is wanted on what is selected; needs "commentable"
 *   "mark-activated" (const char *id): a mark was pressed
 * Properties: "page" (guint, from 0), "zoom" (double, 1 is 100 %), "fit" (int, AccordPdfFit),
 * "has-selection".
 */
GtkWidget *accord_pdf_view_new (void);
void accord_pdf_view_set_file (AccordPdfView *self, AccordPdfFile *file);
AccordPdfFile *accord_pdf_view_get_file (AccordPdfView *self);
gboolean accord_pdf_view_is_drawn (AccordPdfView *self);

AccordPdfPlace *accord_pdf_view_dup_selection (AccordPdfView *self);
void accord_pdf_view_clear_selection (AccordPdfView *self);
void accord_pdf_view_select_page (AccordPdfView *self);
void accord_pdf_view_copy (AccordPdfView *self);
void accord_pdf_view_set_marks (AccordPdfView *self, GPtrArray *marks);
void accord_pdf_view_set_commentable (AccordPdfView *self, gboolean commentable);
void accord_pdf_view_go_to (AccordPdfView *self, const AccordPdfPlace *place);
void accord_pdf_view_go_to_target (AccordPdfView *self, const AccordPdfTarget *target);

guint accord_pdf_view_get_page (AccordPdfView *self);
void accord_pdf_view_go_to_page (AccordPdfView *self, guint page);
double accord_pdf_view_get_zoom (AccordPdfView *self);
void accord_pdf_view_set_zoom (AccordPdfView *self, double zoom);
void accord_pdf_view_zoom_step (AccordPdfView *self, int steps);
AccordPdfFit accord_pdf_view_get_fit (AccordPdfView *self);
void accord_pdf_view_set_fit (AccordPdfView *self, AccordPdfFit fit);
void accord_pdf_view_set_hits (AccordPdfView *self, GPtrArray *hits, int current);

G_END_DECLS
