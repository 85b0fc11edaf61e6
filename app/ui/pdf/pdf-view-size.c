/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-view-private.h"

#include <math.h>

#define LEAST_ZOOM 0.1
#define MOST_ZOOM 6.4
#define LEAST_WIDTH 120
#define LEAST_HEIGHT 160
/* How far from the top a place is shown that is gone to, of the height. */
#define ABOVE 0.25

/**
 * accord_pdf_view_get_scale:
 * @self: a view
 *
 * Returns: pixels of the window for a point
 */
double
accord_pdf_view_get_scale (AccordPdfView *self)
{
  return self->zoom * PIXELS_A_POINT;
}

/**
 * accord_pdf_view_measure:
 * @widget: a view
 * @orientation: which way
 * @for_size: not looked at
 * @minimum: (out): least size
 * @natural: (out): best size
 * @minimum_baseline: (out): none
 * @natural_baseline: (out): none
 *
 * The pages scroll, so that any size will do.
 */
void
accord_pdf_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == ACROSS ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = orientation == ACROSS ? 640 : 480;
}

/* --- Where things are. */

/**
 * accord_pdf_view_get_offset:
 * @self: a view
 * @orientation: which way
 *
 * Returns: how far it is scrolled, in whole pixels
 */
double
accord_pdf_view_get_offset (AccordPdfView *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment)) : 0;
}

/**
 * accord_pdf_view_find_page_at:
 * @self: a view with a file
 * @y: in pixels from its top
 *
 * Returns: the page there, or the nearest above
 */
guint
accord_pdf_view_find_page_at (AccordPdfView *self, double y)
{
  return accord_pdf_layout_find_page (&self->layout, y + accord_pdf_view_get_offset (self, DOWN));
}

/**
 * accord_pdf_view_find_point:
 * @self: a view with a file
 * @x: in pixels from its left
 * @y: in pixels from its top
 * @page: the page it is to be on
 * @page_x: (out): in points from the page's left
 * @page_y: (out): in points from the page's top
 *
 * Finds a point of a page.
 *
 * Returns: whether it is on the page, and not beside it
 */
gboolean
accord_pdf_view_find_point (AccordPdfView *self, double x, double y, guint page, double *page_x,
                            double *page_y)
{
  AccordPdfRectangle place = accord_pdf_layout_get_page (&self->layout, page);
  double scale = accord_pdf_view_get_scale (self);

  x += accord_pdf_view_get_offset (self, ACROSS);
  y += accord_pdf_view_get_offset (self, DOWN);
  *page_x = (x - place.x1) / scale;
  *page_y = (y - place.y1) / scale;
  return x >= place.x1 && x < place.x2 && y >= place.y1 && y < place.y2;
}

/* --- Scrolling. */

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AccordPdfView *self = ACCORD_PDF_VIEW (widget);

  self->tick = 0;
  accord_pdf_view_update_sheets (self);
  return G_SOURCE_REMOVE;
}

static void
update_soon (AccordPdfView *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
on_scrolled (AccordPdfView *self)
{
  if (!self->allocating)
    accord_pdf_view_update_sheets (self);
}

/**
 * accord_pdf_view_set_adjustment:
 * @self: a view
 * @orientation: which way
 * @adjustment: (nullable): where it is scrolled to
 *
 * Scrolls by another adjustment.
 */
void
accord_pdf_view_set_adjustment (AccordPdfView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **mine = &self->adjustments[orientation];

  if (adjustment != NULL && *mine == adjustment)
    return;
  if (*mine != NULL)
    g_signal_handlers_disconnect_by_func (*mine, on_scrolled, self);
  g_clear_object (mine);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *mine = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_scrolled), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * accord_pdf_view_scroll_by:
 * @self: a view
 * @orientation: which way
 * @by: in pixels
 *
 * Scrolls as far as there is something.
 */
void
accord_pdf_view_scroll_by (AccordPdfView *self, GtkOrientation orientation, double by)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static void
configure (AccordPdfView *self, GtkOrientation orientation, double value, double reach, double size)
{
  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_configure (self->adjustments[orientation], CLAMP (value, 0, MAX (reach - size, 0)), 0,
                              MAX (reach, size), size * 0.1, size * 0.9, size);
}

static double
fit_zoom (AccordPdfView *self, int width, int height)
{
  double zoom = self->zoom;

  if (self->fit == ACCORD_PDF_FIT_WIDTH)
    zoom = accord_pdf_layout_fit_width (&self->layout, width) / PIXELS_A_POINT;
  else if (self->fit == ACCORD_PDF_FIT_PAGE)
    zoom = accord_pdf_layout_fit_page (&self->layout, width, height) / PIXELS_A_POINT;
  return CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
}

/* Makes pages that large, and has a point of a page where it was. */
static void
settle (AccordPdfView *self, double zoom, guint page, double page_x, double page_y, double x, double y,
        int width, int height)
{
  AccordPdfRectangle place;
  double scale;

  self->zoom = zoom;
  scale = accord_pdf_view_get_scale (self);
  self->layout.scale = scale;
  self->layout.room = width;
  place = accord_pdf_layout_get_page (&self->layout, page);
  self->allocating = TRUE;
  configure (self, ACROSS, round (place.x1 + page_x * scale - x), accord_pdf_layout_get_width (&self->layout),
             width);
  configure (self, DOWN, round (place.y1 + page_y * scale - y), accord_pdf_layout_get_height (&self->layout),
             height);
  self->allocating = FALSE;
}

/**
 * accord_pdf_view_zoom_at:
 * @self: a view
 * @zoom: 1 is 100 %; not looked at if it is to fit
 * @fit: whether it fits from now on
 * @x: a point of the view that stays where it is
 * @y: of the point
 *
 * Shows pages in another size.
 */
void
accord_pdf_view_zoom_at (AccordPdfView *self, double zoom, AccordPdfFit fit, double x, double y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean other_fit = fit != self->fit;
  double page_x, page_y;
  guint page;

  self->fit = fit;
  if (self->file == NULL || width <= 0 || height <= 0)
    {
      self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
      g_object_notify (G_OBJECT (self), "zoom");
    }
  else
    {
      page = accord_pdf_view_find_page_at (self, y);
      accord_pdf_view_find_point (self, x, y, page, &page_x, &page_y);
      if (fit == ACCORD_PDF_FIT_NONE)
        zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
      else
        zoom = fit_zoom (self, width, height);
      settle (self, zoom, page, page_x, page_y, x, y, width, height);
      accord_pdf_view_update_sheets (self);
    }
  if (other_fit)
    g_object_notify (G_OBJECT (self), "fit");
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * accord_pdf_view_reveal:
 * @self: a view with a file
 * @page: counted from 0
 * @part: what of the page, in points
 * @reveal: how
 *
 * Scrolls to a part of a page.
 */
void
accord_pdf_view_reveal (AccordPdfView *self, guint page, const AccordPdfRectangle *part,
                        AccordPdfReveal reveal)
{
  AccordPdfRectangle place = accord_pdf_layout_get_page (&self->layout, page);
  double scale = accord_pdf_view_get_scale (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double left = accord_pdf_view_get_offset (self, ACROSS), top = accord_pdf_view_get_offset (self, DOWN);
  double x1 = place.x1 + part->x1 * scale, x2 = place.x1 + part->x2 * scale;
  double y1 = place.y1 + part->y1 * scale, y2 = place.y1 + part->y2 * scale;

  if (reveal == ACCORD_PDF_REVEAL_AT_TOP)
    top = y1 - ACCORD_PDF_MARGIN;
  else if (reveal == ACCORD_PDF_REVEAL_IN_MIDDLE)
    top = y1 - MAX (MIN (ABOVE * height, height - (y2 - y1)), 0);
  else if (y1 < top)
    top = y1 - ACCORD_PDF_MARGIN;
  else if (y2 > top + height)
    top = y2 + ACCORD_PDF_MARGIN - height;
  if (x1 < left || x2 > left + width)
    left = MAX (x1 - ACCORD_PDF_MARGIN, 0);
  if (self->adjustments[ACROSS] != NULL)
    gtk_adjustment_set_value (self->adjustments[ACROSS], left);
  if (self->adjustments[DOWN] != NULL)
    gtk_adjustment_set_value (self->adjustments[DOWN], top);
}

static void
go_to_pending (AccordPdfView *self)
{
  g_autoptr (AccordPdfPlace) place = g_steal_pointer (&self->pending);
  AccordPdfRectangle bounds = accord_pdf_place_get_bounds (place);

  self->allocating = TRUE;
  accord_pdf_view_reveal (self, place->page, &bounds, self->pending_reveal);
  self->allocating = FALSE;
  update_soon (self);
}

static void
place_sheets (AccordPdfView *self)
{
  double left = accord_pdf_view_get_offset (self, ACROSS), top = accord_pdf_view_get_offset (self, DOWN);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      AccordPdfSheet *sheet = self->sheets->pdata[i];
      AccordPdfRectangle place =
          accord_pdf_layout_get_page (&self->layout, accord_pdf_sheet_get_page (sheet));
      GtkAllocation allocation = { (int) (place.x1 - left), (int) (place.y1 - top),
                                   (int) (place.x2 - place.x1), (int) (place.y2 - place.y1) };
      int least;

      accord_pdf_sheet_set_scale (sheet, accord_pdf_view_get_scale (self));
      gtk_widget_measure (GTK_WIDGET (sheet), ACROSS, -1, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (GTK_WIDGET (sheet), &allocation, -1);
    }
}

/**
 * accord_pdf_view_size_allocate:
 * @widget: a view
 * @width: in pixels
 * @height: in pixels
 * @baseline: not looked at
 *
 * Fits pages to the size if they are to fit, keeping what was at the top there, and places them.
 */
void
accord_pdf_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordPdfView *self = ACCORD_PDF_VIEW (widget);
  double page_x = 0, page_y = 0, zoom;
  guint page, first, last;

  if (self->file == NULL || accord_pdf_layout_get_n_pages (&self->layout) == 0)
    {
      configure (self, ACROSS, 0, width, width);
      configure (self, DOWN, 0, height, height);
      return;
    }
  zoom = fit_zoom (self, width, height);
  page = accord_pdf_view_find_page_at (self, 0);
  accord_pdf_view_find_point (self, 0, 0, page, &page_x, &page_y);
  settle (self, zoom, page, page_x, page_y, 0, 0, width, height);
  if (self->pending != NULL)
    go_to_pending (self);
  place_sheets (self);
  accord_pdf_view_place_comment (self);
  first = accord_pdf_view_find_page_at (self, 0);
  last = accord_pdf_view_find_page_at (self, height);
  if (accord_pdf_view_find_sheet (self, first) == NULL || accord_pdf_view_find_sheet (self, last) == NULL
      || self->sheets->len != last - first + 1 || self->asked_zoom != self->zoom || self->asked_width != width
      || self->asked_height != height)
    update_soon (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->address != NULL)
    gtk_popover_present (GTK_POPOVER (self->address));
}
