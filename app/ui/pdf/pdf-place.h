/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AccordPdfRectangle:
 * @x1: left
 * @y1: top
 * @x2: right
 * @y2: bottom
 *
 * A part of a page in points (1/72 inch). The origin is the top left corner of the page as it is shown: what
 * is cropped away is outside of it, and a page that is kept turned is turned first.
 */
typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} AccordPdfRectangle;

/**
 * AccordPdfPlace:
 * @page: counted from 0
 * @rectangles: (element-type AccordPdfRectangle): one for each line, in reading order; none for the whole
 * page
 * @quote: (nullable): the words there
 *
 * A place in a PDF.
 */
typedef struct
{
  guint page;
  GArray *rectangles;
  char *quote;
} AccordPdfPlace;

#define ACCORD_TYPE_PDF_PLACE (accord_pdf_place_get_type ())
GType accord_pdf_place_get_type (void);
AccordPdfPlace *accord_pdf_place_new (guint page);
AccordPdfPlace *accord_pdf_place_copy (const AccordPdfPlace *self);
void accord_pdf_place_free (AccordPdfPlace *self);
AccordPdfRectangle accord_pdf_place_get_bounds (const AccordPdfPlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPdfPlace, accord_pdf_place_free)

/**
 * AccordPdfMarkStyle:
 * @ACCORD_PDF_MARK_QUESTION: something is asked
 * @ACCORD_PDF_MARK_CORRECTION: something is wrong
 * @ACCORD_PDF_MARK_RISK: something may go wrong
 * @ACCORD_PDF_MARK_CAVEAT: something must be answered
 *
 * What a mark on a page is for. Each has a colour, a kind of line and a sign of its own.
 */
typedef enum
{
  ACCORD_PDF_MARK_QUESTION,
  ACCORD_PDF_MARK_CORRECTION,
  ACCORD_PDF_MARK_RISK,
  ACCORD_PDF_MARK_CAVEAT,
} AccordPdfMarkStyle;
#define ACCORD_PDF_N_MARK_STYLES (ACCORD_PDF_MARK_CAVEAT + 1)

/**
 * AccordPdfMark:
 * @id: what it is told by
 * @place: where
 * @style: what it is for
 * @label: what it says, for a pointer over it and for assistive technology
 * @selected: whether it is the one that is being read
 *
 * A mark on a page.
 */
typedef struct
{
  char *id;
  AccordPdfPlace *place;
  AccordPdfMarkStyle style;
  char *label;
  gboolean selected;
} AccordPdfMark;

AccordPdfMark *accord_pdf_mark_new (const char *id, const AccordPdfPlace *place, AccordPdfMarkStyle style,
                                    const char *label, gboolean selected);
void accord_pdf_mark_free (AccordPdfMark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPdfMark, accord_pdf_mark_free)

GArray *accord_pdf_rectangles_new (void);
char *accord_pdf_rectangles_to_text (const GArray *rectangles);
GArray *accord_pdf_rectangles_from_text (const char *text, GError **error);
GArray *accord_pdf_rectangles_merge (const AccordPdfRectangle *glyphs, guint n_glyphs);
AccordPdfRectangle accord_pdf_rectangle_flip (const AccordPdfRectangle *self, double page_height);

G_END_DECLS
