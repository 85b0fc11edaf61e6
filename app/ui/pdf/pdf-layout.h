/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-file.h"

G_BEGIN_DECLS

/* Around and between pages, in pixels. */
#define ACCORD_PDF_MARGIN 12

/**
 * AccordPdfLayout:
 * @tops: (element-type double): how much of the pages' heights is above each, and in the end of all, in
 * points
 * @widths: (element-type double): of each page, in points
 * @widest: page, in points
 * @tallest: page, in points
 * @scale: pixels for a point
 * @room: width of what there is to show them in, in pixels
 *
 * Pages below each other. All but @tops and @widths may change at any time: nothing is worked out for each
 * page then.
 */
typedef struct
{
  GArray *tops;
  GArray *widths;
  double widest;
  double tallest;
  double scale;
  double room;
} AccordPdfLayout;

void accord_pdf_layout_init (AccordPdfLayout *self, AccordPdfFile *file);
void accord_pdf_layout_clear (AccordPdfLayout *self);
guint accord_pdf_layout_get_n_pages (const AccordPdfLayout *self);
double accord_pdf_layout_get_width (const AccordPdfLayout *self);
double accord_pdf_layout_get_height (const AccordPdfLayout *self);
AccordPdfRectangle accord_pdf_layout_get_page (const AccordPdfLayout *self, guint page);
guint accord_pdf_layout_find_page (const AccordPdfLayout *self, double y);
double accord_pdf_layout_fit_width (const AccordPdfLayout *self, double room);
double accord_pdf_layout_fit_page (const AccordPdfLayout *self, double width, double height);

G_END_DECLS
