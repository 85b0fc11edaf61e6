/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-content.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

#define ACCORD_PDF_ERROR (accord_pdf_error_quark ())

/**
 * AccordPdfError:
 * @ACCORD_PDF_ERROR_PASSWORD: a password is needed, or is not the right one
 * @ACCORD_PDF_ERROR_DAMAGED: it is no PDF, or one that cannot be read
 * @ACCORD_PDF_ERROR_FAILED: reading it ended badly or took too long
 *
 * Why a PDF is not shown.
 */
typedef enum
{
  ACCORD_PDF_ERROR_PASSWORD,
  ACCORD_PDF_ERROR_DAMAGED,
  ACCORD_PDF_ERROR_FAILED,
} AccordPdfError;

GQuark accord_pdf_error_quark (void);

/**
 * AccordPdfPage:
 * @width: as it is shown, in points
 * @height: as it is shown, in points
 * @label: (nullable): its number as it is printed on it, such as "iv"
 *
 * How large a page is.
 */
typedef struct
{
  double width;
  double height;
  char *label;
} AccordPdfPage;

/* One open copy of a PDF, for one thread at a time. Nothing of it is for the window's thread. */
typedef struct _AccordPdfEngine AccordPdfEngine;

AccordPdfEngine *accord_pdf_engine_open (int fd, const char *password, GError **error);
void accord_pdf_engine_free (AccordPdfEngine *self);
gboolean accord_pdf_engine_is_alive (AccordPdfEngine *self);
gboolean accord_pdf_engine_read_pages (AccordPdfEngine *self, GArray *pages, GError **error);
GPtrArray *accord_pdf_engine_read_outline (AccordPdfEngine *self, GError **error);
GBytes *accord_pdf_engine_render (AccordPdfEngine *self, guint page, double scale,
                                  const cairo_rectangle_int_t *part, GError **error);
AccordPdfContent *accord_pdf_engine_read_content (AccordPdfEngine *self, guint page, GError **error);
GPtrArray *accord_pdf_engine_find (AccordPdfEngine *self, guint page, const char *words, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPdfEngine, accord_pdf_engine_free)

G_END_DECLS
