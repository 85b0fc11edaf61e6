/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-place.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

#define ACCORD_PDF_ERROR (accord_pdf_error_quark ())

/**
 * AccordPdfError:
 * @ACCORD_PDF_ERROR_PASSWORD: a password is needed, or is not the right one
 * @ACCORD_PDF_ERROR_DAMAGED: it is no PDF, or one that cannot be read
 *
 * Why a PDF is not shown.
 */
typedef enum
{
  ACCORD_PDF_ERROR_PASSWORD,
  ACCORD_PDF_ERROR_DAMAGED,
} AccordPdfError;

GQuark accord_pdf_error_quark (void);

/**
 * AccordPdfTarget:
 * @page: counted from 0, or -1 if it leads out of the file or nowhere
 * @top: in points from the top of the page
 * @address: (nullable): where it leads to outside of the file; any scheme, so look before it is opened
 *
 * Where a link or a heading leads.
 */
typedef struct
{
  int page;
  double top;
  char *address;
} AccordPdfTarget;

/**
 * AccordPdfLink:
 * @area: where it is pressed
 * @target: where it leads
 *
 * A link on a page.
 */
typedef struct
{
  AccordPdfRectangle area;
  AccordPdfTarget target;
} AccordPdfLink;

/**
 * AccordPdfHeading:
 * @title: its words
 * @target: where it leads
 * @children: (element-type AccordPdfHeading): the headings beneath it
 *
 * A line of an outline.
 */
typedef struct
{
  char *title;
  AccordPdfTarget target;
  GPtrArray *children;
} AccordPdfHeading;

/**
 * AccordPdfContent:
 * @text: the words of the page
 * @glyphs: (array length=n_glyphs): where each character of @text is
 * @n_glyphs: how many characters @text has
 * @links: (element-type AccordPdfLink): the links on it
 *
 * What stands on a page, counted references.
 */
typedef struct
{
  int ref_count;
  char *text;
  AccordPdfRectangle *glyphs;
  guint n_glyphs;
  GPtrArray *links;
} AccordPdfContent;

AccordPdfContent *accord_pdf_content_ref (AccordPdfContent *self);
void accord_pdf_content_unref (AccordPdfContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPdfContent, accord_pdf_content_unref)

/* One open copy of a PDF, for one thread at a time. Nothing of it is for the window's thread. */
typedef struct _AccordPdfEngine AccordPdfEngine;

AccordPdfEngine *accord_pdf_engine_open (int fd, GBytes *bytes, const char *password, GError **error);
void accord_pdf_engine_free (AccordPdfEngine *self);
guint accord_pdf_engine_get_n_pages (AccordPdfEngine *self);
void accord_pdf_engine_measure (AccordPdfEngine *self, guint page, double *width, double *height,
                                char **label);
GPtrArray *accord_pdf_engine_read_outline (AccordPdfEngine *self);
cairo_surface_t *accord_pdf_engine_render (AccordPdfEngine *self, guint page, double scale,
                                           const cairo_rectangle_int_t *part);
AccordPdfContent *accord_pdf_engine_read_content (AccordPdfEngine *self, guint page);
GPtrArray *accord_pdf_engine_find (AccordPdfEngine *self, guint page, const char *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPdfEngine, accord_pdf_engine_free)

G_END_DECLS
