/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-content.h"
#include "pdf/pdf-wire.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _AccordPdfPoppler AccordPdfPoppler;

AccordPdfPoppler *accord_pdf_poppler_open (int fd, const char *password, AccordPdfFault *fault);
void accord_pdf_poppler_free (AccordPdfPoppler *self);
guint accord_pdf_poppler_get_n_pages (AccordPdfPoppler *self);
void accord_pdf_poppler_measure (AccordPdfPoppler *self, guint page, double *width, double *height,
                                 char **label);
GPtrArray *accord_pdf_poppler_read_outline (AccordPdfPoppler *self);
gboolean accord_pdf_poppler_render (AccordPdfPoppler *self, guint page, double scale,
                                    const cairo_rectangle_int_t *part, guchar *pixels);
AccordPdfContent *accord_pdf_poppler_read_content (AccordPdfPoppler *self, guint page);
GPtrArray *accord_pdf_poppler_find (AccordPdfPoppler *self, guint page, const char *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPdfPoppler, accord_pdf_poppler_free)

G_END_DECLS
