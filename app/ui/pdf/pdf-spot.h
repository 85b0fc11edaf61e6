/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-content.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_PDF_SPOT (accord_pdf_spot_get_type ())
G_DECLARE_FINAL_TYPE (AccordPdfSpot, accord_pdf_spot, ACCORD, PDF_SPOT, GtkWidget)

/* What can be pressed on a page: a link or a mark. Signals "activated" and "focused". */
GtkWidget *accord_pdf_spot_new_link (const AccordPdfLink *link);
GtkWidget *accord_pdf_spot_new_mark (const AccordPdfMark *mark);
const AccordPdfTarget *accord_pdf_spot_get_target (AccordPdfSpot *self);
const char *accord_pdf_spot_get_id (AccordPdfSpot *self);
AccordPdfRectangle accord_pdf_spot_get_bounds (AccordPdfSpot *self);
int accord_pdf_spot_get_badge_height (AccordPdfSpot *self);
GdkRectangle accord_pdf_spot_place (AccordPdfSpot *self, double scale, double page_width, double badge_top);
const char *accord_pdf_mark_style_get_word (AccordPdfMarkStyle style);

G_END_DECLS
