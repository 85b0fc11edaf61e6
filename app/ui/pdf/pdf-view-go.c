/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-view-private.h"

/* The steps of zoom, as people know them. */
static const double steps[] = { 0.1,  0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1,
                                1.25, 1.5,  1.75, 2,   2.5,  3,    4,   5, 6.4 };

static void
go_to (AccordPdfView *self, const AccordPdfPlace *place, AccordPdfReveal reveal)
{
  g_autoptr (AccordPdfPlace) kept = accord_pdf_place_copy (place);
  AccordPdfRectangle bounds = accord_pdf_place_get_bounds (kept);

  g_clear_pointer (&self->pending, accord_pdf_place_free);
  if (self->file != NULL)
    kept->page = MIN (kept->page, accord_pdf_file_get_n_pages (self->file) - 1);
  if (self->file != NULL && gtk_widget_get_height (GTK_WIDGET (self)) > 0)
    {
      accord_pdf_view_reveal (self, kept->page, &bounds, reveal);
      return;
    }
  self->pending = g_steal_pointer (&kept);
  self->pending_reveal = reveal;
}

/**
 * accord_pdf_view_go_to:
 * @self: a view
 * @place: a place in the PDF
 *
 * Goes to a place, at once or as soon as the PDF is there.
 */
void
accord_pdf_view_go_to (AccordPdfView *self, const AccordPdfPlace *place)
{
  g_return_if_fail (ACCORD_IS_PDF_VIEW (self));
  g_return_if_fail (place != NULL);

  go_to (self, place, place->rectangles->len > 0 ? ACCORD_PDF_REVEAL_IN_MIDDLE : ACCORD_PDF_REVEAL_AT_TOP);
}

/**
 * accord_pdf_view_go_to_target:
 * @self: a view
 * @target: where a link or a heading leads
 *
 * Goes there if that is in the PDF.
 */
void
accord_pdf_view_go_to_target (AccordPdfView *self, const AccordPdfTarget *target)
{
  g_autoptr (AccordPdfPlace) place = accord_pdf_place_new (MAX (target->page, 0));
  const AccordPdfRectangle there = { 0, target->top, 0, target->top };

  g_return_if_fail (ACCORD_IS_PDF_VIEW (self));

  if (target->page < 0)
    return;
  g_array_append_val (place->rectangles, there);
  go_to (self, place, ACCORD_PDF_REVEAL_AT_TOP);
}

/**
 * accord_pdf_view_go_to_page:
 * @self: a view
 * @page: counted from 0
 *
 * Goes to the top of a page.
 */
void
accord_pdf_view_go_to_page (AccordPdfView *self, guint page)
{
  g_autoptr (AccordPdfPlace) place = accord_pdf_place_new (page);

  accord_pdf_view_go_to (self, place);
}

/**
 * accord_pdf_view_get_page:
 * @self: a view
 *
 * Returns: the page that is read, from 0
 */
guint
accord_pdf_view_get_page (AccordPdfView *self)
{
  g_return_val_if_fail (ACCORD_IS_PDF_VIEW (self), 0);

  return self->page;
}

/* --- Zooming. */

/**
 * accord_pdf_view_get_zoom:
 * @self: a view
 *
 * Returns: how large pages are; 1 is 100 %
 */
double
accord_pdf_view_get_zoom (AccordPdfView *self)
{
  g_return_val_if_fail (ACCORD_IS_PDF_VIEW (self), 1);

  return self->zoom;
}

/**
 * accord_pdf_view_set_zoom:
 * @self: a view
 * @zoom: 1 is 100 %
 *
 * Shows pages in that size, whatever the room.
 */
void
accord_pdf_view_set_zoom (AccordPdfView *self, double zoom)
{
  g_return_if_fail (ACCORD_IS_PDF_VIEW (self));

  accord_pdf_view_zoom_at (self, zoom, ACCORD_PDF_FIT_NONE, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                           gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/**
 * accord_pdf_view_zoom_step:
 * @self: a view
 * @by: 1 for larger, -1 for smaller
 *
 * Shows pages in the next size.
 */
void
accord_pdf_view_zoom_step (AccordPdfView *self, int by)
{
  double zoom = self->zoom;

  g_return_if_fail (ACCORD_IS_PDF_VIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      guint at = by > 0 ? i : G_N_ELEMENTS (steps) - 1 - i;

      if (by > 0 ? steps[at] > self->zoom * 1.01 : steps[at] < self->zoom * 0.99)
        {
          zoom = steps[at];
          break;
        }
    }
  accord_pdf_view_set_zoom (self, zoom);
}

/**
 * accord_pdf_view_get_fit:
 * @self: a view
 *
 * Returns: whether pages fit the room
 */
AccordPdfFit
accord_pdf_view_get_fit (AccordPdfView *self)
{
  g_return_val_if_fail (ACCORD_IS_PDF_VIEW (self), ACCORD_PDF_FIT_NONE);

  return self->fit;
}

/**
 * accord_pdf_view_set_fit:
 * @self: a view
 * @fit: whether pages fit the room
 *
 * Has pages fit the room from now on.
 */
void
accord_pdf_view_set_fit (AccordPdfView *self, AccordPdfFit fit)
{
  g_return_if_fail (ACCORD_IS_PDF_VIEW (self));

  accord_pdf_view_zoom_at (self, self->zoom, fit, 0, 0);
}
