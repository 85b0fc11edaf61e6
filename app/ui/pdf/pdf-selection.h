/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-render.h"
#include "pdf/pdf-text.h"

G_BEGIN_DECLS

#define ACCORD_PDF_NO_PAGE G_MAXUINT

/**
 * AccordPdfPoint:
 * @page: counted from 0
 * @at: a place between the characters of the page
 *
 * A place between the characters of a file.
 */
typedef struct
{
  guint page;
  guint at;
} AccordPdfPoint;

/**
 * AccordPdfSelection:
 * @anchor: where it begins; its page is %ACCORD_PDF_NO_PAGE where nothing is selected
 * @caret: where it ends, before or behind @anchor
 * @contents: what stands on its pages, which stays as long as they are selected
 *
 * What is selected in a file, from one page to another.
 */
typedef struct
{
  AccordPdfPoint anchor;
  AccordPdfPoint caret;
  GHashTable *contents;
} AccordPdfSelection;

void accord_pdf_selection_init (AccordPdfSelection *self);
void accord_pdf_selection_clear (AccordPdfSelection *self);
void accord_pdf_selection_set (AccordPdfSelection *self, AccordPdfRender *render, AccordPdfPoint anchor,
                               AccordPdfPoint caret);
gboolean accord_pdf_selection_is_empty (const AccordPdfSelection *self);
gboolean accord_pdf_selection_has_page (const AccordPdfSelection *self, guint page);
AccordPdfContent *accord_pdf_selection_get_content (const AccordPdfSelection *self, guint page);
AccordPdfPlace *accord_pdf_selection_dup_part (const AccordPdfSelection *self, guint page);
AccordPdfPlace *accord_pdf_selection_dup_end (const AccordPdfSelection *self);
AccordPdfPlace *accord_pdf_selection_dup_place (const AccordPdfSelection *self);
char *accord_pdf_selection_dup_text (const AccordPdfSelection *self);
AccordPdfPoint accord_pdf_selection_step (const AccordPdfSelection *self, AccordPdfRender *render,
                                          AccordPdfStep step, gboolean on);

G_END_DECLS
