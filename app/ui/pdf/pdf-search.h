/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-file.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PDF_SEARCH (accord_pdf_search_get_type ())
G_DECLARE_FINAL_TYPE (AccordPdfSearch, accord_pdf_search, ACCORD, PDF_SEARCH, GObject)

/* Words looked for in a PDF, on a thread of its own. Signal "changed": more was found, or all was looked at.
 */
AccordPdfSearch *accord_pdf_search_new (void);
void accord_pdf_search_start (AccordPdfSearch *self, AccordPdfFile *file, const char *words, guint page);
void accord_pdf_search_stop (AccordPdfSearch *self);
GPtrArray *accord_pdf_search_get_hits (AccordPdfSearch *self);
int accord_pdf_search_get_current (AccordPdfSearch *self);
const AccordPdfPlace *accord_pdf_search_step (AccordPdfSearch *self, int by);
gboolean accord_pdf_search_is_done (AccordPdfSearch *self);
gboolean accord_pdf_search_is_full (AccordPdfSearch *self);
char *accord_pdf_search_dup_words (AccordPdfSearch *self);

G_END_DECLS
