/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-place.h"

G_BEGIN_DECLS

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

void accord_pdf_link_free (gpointer data);
AccordPdfHeading *accord_pdf_heading_new (void);
void accord_pdf_heading_free (gpointer data);
AccordPdfContent *accord_pdf_content_new (void);
AccordPdfContent *accord_pdf_content_ref (AccordPdfContent *self);
void accord_pdf_content_unref (AccordPdfContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPdfContent, accord_pdf_content_unref)

G_END_DECLS
