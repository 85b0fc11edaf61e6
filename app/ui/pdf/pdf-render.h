/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-worker.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PDF_RENDER (accord_pdf_render_get_type ())
G_DECLARE_FINAL_TYPE (AccordPdfRender, accord_pdf_render, ACCORD, PDF_RENDER, GObject)

AccordPdfRender *accord_pdf_render_new (AccordPdfFile *file);
void accord_pdf_render_set_limit (AccordPdfRender *self, gsize limit);
gsize accord_pdf_render_get_size (AccordPdfRender *self);
void accord_pdf_render_want (AccordPdfRender *self, const AccordPdfTile *tiles, guint n_tiles);
guint accord_pdf_render_get_n_waiting (AccordPdfRender *self);
GdkTexture *accord_pdf_render_get (AccordPdfRender *self, const AccordPdfTile *tile);
AccordPdfTiling accord_pdf_render_get_tiling (AccordPdfRender *self, guint page, double scale);
GdkTexture *accord_pdf_render_get_stand_in (AccordPdfRender *self, guint page);
AccordPdfContent *accord_pdf_render_get_content (AccordPdfRender *self, guint page);
const char *accord_pdf_render_get_fault (AccordPdfRender *self, guint page);

G_END_DECLS
