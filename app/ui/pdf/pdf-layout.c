/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-layout.h"

#include <math.h>

/**
 * accord_pdf_layout_init:
 * @self: a layout
 * @file: (nullable): a PDF
 *
 * Sets the pages of a PDF out, at a pixel for a point.
 */
void
accord_pdf_layout_init (AccordPdfLayout *self, AccordPdfFile *file)
{
  guint n = file != NULL ? accord_pdf_file_get_n_pages (file) : 0;
  double top = 0;

  *self = (AccordPdfLayout){ .scale = 1, .widest = 1, .tallest = 1 };
  self->tops = g_array_sized_new (FALSE, FALSE, sizeof (double), n + 1);
  self->widths = g_array_sized_new (FALSE, FALSE, sizeof (double), n);
  for (guint i = 0; i < n; i++)
    {
      double width, height;

      accord_pdf_file_get_page_size (file, i, &width, &height);
      g_array_append_val (self->tops, top);
      g_array_append_val (self->widths, width);
      self->widest = MAX (self->widest, width);
      self->tallest = MAX (self->tallest, height);
      top += height;
    }
  g_array_append_val (self->tops, top);
}

/**
 * accord_pdf_layout_clear:
 * @self: a layout
 *
 * Frees what it holds.
 */
void
accord_pdf_layout_clear (AccordPdfLayout *self)
{
  g_clear_pointer (&self->tops, g_array_unref);
  g_clear_pointer (&self->widths, g_array_unref);
}

/**
 * accord_pdf_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages there are
 */
guint
accord_pdf_layout_get_n_pages (const AccordPdfLayout *self)
{
  return self->widths->len;
}

/**
 * accord_pdf_layout_get_width:
 * @self: a layout
 *
 * Returns: what the widest page takes with its margins, in pixels
 */
double
accord_pdf_layout_get_width (const AccordPdfLayout *self)
{
  return ceil (self->widest * self->scale) + 2 * ACCORD_PDF_MARGIN;
}

/**
 * accord_pdf_layout_get_height:
 * @self: a layout
 *
 * Returns: what all pages take with what is between them, in pixels
 */
double
accord_pdf_layout_get_height (const AccordPdfLayout *self)
{
  guint n = self->widths->len;

  return ceil (g_array_index (self->tops, double, n) * self->scale) + (n + 1) * ACCORD_PDF_MARGIN;
}

/**
 * accord_pdf_layout_get_page:
 * @self: a layout
 * @page: counted from 0
 *
 * Returns: where the page is, in pixels from the top left of all; it begins at a whole one
 */
AccordPdfRectangle
accord_pdf_layout_get_page (const AccordPdfLayout *self, guint page)
{
  double top = g_array_index (self->tops, double, page),
         bottom = g_array_index (self->tops, double, page + 1);
  double width = round (g_array_index (self->widths, double, page) * self->scale);
  double height = round ((bottom - top) * self->scale);
  double room = MAX (self->room, accord_pdf_layout_get_width (self));
  AccordPdfRectangle place;

  place.x1 = floor ((room - width) / 2);
  place.y1 = floor (top * self->scale) + (page + 1) * ACCORD_PDF_MARGIN;
  place.x2 = place.x1 + MAX (width, 1);
  place.y2 = place.y1 + MAX (height, 1);
  return place;
}

/**
 * accord_pdf_layout_find_page:
 * @self: a layout with a page at least
 * @y: in pixels from the top of all
 *
 * Returns: the page there, or the one above that height
 */
guint
accord_pdf_layout_find_page (const AccordPdfLayout *self, double y)
{
  guint low = 0, high = self->widths->len - 1;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (accord_pdf_layout_get_page (self, middle).y1 <= y)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/**
 * accord_pdf_layout_fit_width:
 * @self: a layout
 * @room: width to show them in, in pixels
 *
 * Returns: the scale at which the widest page takes the room
 */
double
accord_pdf_layout_fit_width (const AccordPdfLayout *self, double room)
{
  return MAX (room - 2 * ACCORD_PDF_MARGIN, 1) / self->widest;
}

/**
 * accord_pdf_layout_fit_page:
 * @self: a layout
 * @width: to show a page in, in pixels
 * @height: to show it in, in pixels
 *
 * Returns: the scale at which any page can be seen whole
 */
double
accord_pdf_layout_fit_page (const AccordPdfLayout *self, double width, double height)
{
  return MIN (accord_pdf_layout_fit_width (self, width),
              MAX (height - 2 * ACCORD_PDF_MARGIN, 1) / self->tallest);
}
