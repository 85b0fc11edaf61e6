/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-content.h"

G_BEGIN_DECLS

/**
 * AccordPdfStep:
 * @ACCORD_PDF_STEP_CHARACTER: one character
 * @ACCORD_PDF_STEP_WORD: one word
 * @ACCORD_PDF_STEP_LINE: one line up or down
 * @ACCORD_PDF_STEP_LINE_END: to the end of the line
 * @ACCORD_PDF_STEP_PAGE_END: to the end of the page
 *
 * How far a caret goes at once.
 */
typedef enum
{
  ACCORD_PDF_STEP_CHARACTER,
  ACCORD_PDF_STEP_WORD,
  ACCORD_PDF_STEP_LINE,
  ACCORD_PDF_STEP_LINE_END,
  ACCORD_PDF_STEP_PAGE_END,
} AccordPdfStep;

/* Places between the characters of a page, from 0 to n_glyphs. */
int accord_pdf_text_find (const AccordPdfContent *content, double x, double y, double reach);
guint accord_pdf_text_step (const AccordPdfContent *content, guint from, AccordPdfStep step, gboolean on);
void accord_pdf_text_get_word (const AccordPdfContent *content, guint at, guint *from, guint *to);
void accord_pdf_text_get_line (const AccordPdfContent *content, guint at, guint *from, guint *to);
AccordPdfRectangle accord_pdf_text_get_caret (const AccordPdfContent *content, guint at);
char *accord_pdf_text_dup (const AccordPdfContent *content, guint from, guint to);
AccordPdfPlace *accord_pdf_text_dup_place (const AccordPdfContent *content, guint page, guint from, guint to);

G_END_DECLS
