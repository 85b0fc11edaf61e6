/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-view-private.h"

/**
 * accord_pdf_view_find_sheet:
 * @self: a view
 * @page: counted from 0
 *
 * Returns: (nullable): the sheet of the page if it is in sight
 */
AccordPdfSheet *
accord_pdf_view_find_sheet (AccordPdfView *self, guint page)
{
  for (guint i = 0; i < self->sheets->len; i++)
    if (accord_pdf_sheet_get_page (self->sheets->pdata[i]) == page)
      return self->sheets->pdata[i];
  return NULL;
}

/**
 * accord_pdf_view_drop_sheets:
 * @self: a view
 *
 * Takes all sheets away.
 */
void
accord_pdf_view_drop_sheets (AccordPdfView *self)
{
  g_ptr_array_set_size (self->sheets, 0);
}

static void
want_page (AccordPdfView *self, GArray *tiles, guint page, double from, double to)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  AccordPdfTile tile = { .page = page, .scale = accord_pdf_view_get_scale (self) * factor };
  AccordPdfTiling tiling = accord_pdf_render_get_tiling (self->render, page, tile.scale);
  AccordPdfRectangle place = accord_pdf_layout_get_page (&self->layout, page);
  double left = accord_pdf_view_get_offset (self, ACROSS),
         right = left + gtk_widget_get_width (GTK_WIDGET (self));

  for (tile.row = 0; tile.row < tiling.n_rows; tile.row++)
    for (tile.column = 0; tile.column < tiling.n_columns; tile.column++)
      {
        cairo_rectangle_int_t part = accord_pdf_tiling_get_part (&tiling, tile.column, tile.row);
        double x = place.x1 + (double) part.x / factor, y = place.y1 + (double) part.y / factor;

        if (y < to && y + (double) part.height / factor > from && x < right
            && x + (double) part.width / factor > left)
          g_array_append_val (tiles, tile);
      }
}

static void
want_words (GArray *tiles, guint page)
{
  const AccordPdfTile tile = { .page = page, .words = TRUE };

  g_array_append_val (tiles, tile);
}

/* What is in sight, first what is in the middle; then the words of it; then a screen further on, and one
 * back. */
static void
want (AccordPdfView *self, guint first, guint last, double top, double height)
{
  g_autoptr (GArray) tiles = g_array_new (FALSE, TRUE, sizeof (AccordPdfTile));
  guint n_pages = accord_pdf_layout_get_n_pages (&self->layout), middle;

  middle = accord_pdf_layout_find_page (&self->layout, top + height / 2);
  want_page (self, tiles, middle, top, top + height);
  for (guint page = first; page <= last; page++)
    if (page != middle)
      want_page (self, tiles, page, top, top + height);
  want_words (tiles, middle);
  for (guint page = first; page <= last; page++)
    if (page != middle)
      want_words (tiles, page);
  if (last + 1 < n_pages)
    want_page (self, tiles, last + 1, top, top + 2 * height);
  if (first > 0)
    want_page (self, tiles, first - 1, top - height, top + height);
  /* The caret may go on to the page below or above. */
  if (last + 1 < n_pages)
    want_words (tiles, last + 1);
  if (first > 0)
    want_words (tiles, first - 1);
  accord_pdf_render_want (self->render, (AccordPdfTile *) (gpointer) tiles->data, tiles->len);
}

static void
on_link (AccordPdfSheet *sheet, AccordPdfSpot *spot, AccordPdfView *self)
{
  accord_pdf_view_follow (self, spot);
}

static void
on_mark (AccordPdfSheet *sheet, const char *id, AccordPdfView *self)
{
  g_signal_emit_by_name (self, "mark-activated", id);
}

/* What the keyboard comes to is brought into sight. */
static void
on_spot_focused (AccordPdfSheet *sheet, AccordPdfSpot *spot, AccordPdfView *self)
{
  const AccordPdfRectangle bounds = accord_pdf_spot_get_bounds (spot);

  accord_pdf_view_reveal (self, accord_pdf_sheet_get_page (sheet), &bounds, ACCORD_PDF_REVEAL_GENTLY);
}

static AccordPdfSheet *
add_sheet (AccordPdfView *self, guint page, guint at)
{
  AccordPdfSheet *sheet = ACCORD_PDF_SHEET (
      accord_pdf_sheet_new (self->render, page, accord_pdf_layout_get_n_pages (&self->layout)));
  GtkWidget *before = at > 0 ? self->sheets->pdata[at - 1] : NULL;

  g_signal_connect (sheet, "link-activated", G_CALLBACK (on_link), self);
  g_signal_connect (sheet, "mark-activated", G_CALLBACK (on_mark), self);
  g_signal_connect (sheet, "spot-focused", G_CALLBACK (on_spot_focused), self);
  g_ptr_array_insert (self->sheets, (int) at, sheet);
  gtk_widget_insert_after (GTK_WIDGET (sheet), GTK_WIDGET (self), before);
  accord_pdf_view_dress (self, sheet);
  return sheet;
}

static void
note_page (AccordPdfView *self, double top, double height)
{
  guint page = accord_pdf_layout_find_page (&self->layout, top + height / 3);

  if (page == self->page)
    return;
  self->page = page;
  g_object_notify (G_OBJECT (self), "page");
}

/**
 * accord_pdf_view_update_sheets:
 * @self: a view
 *
 * Has a sheet for each page in sight and for no other, and says what is to be drawn. Not while sizes are
 * given.
 */
void
accord_pdf_view_update_sheets (AccordPdfView *self)
{
  double top = accord_pdf_view_get_offset (self, DOWN), height = gtk_widget_get_height (GTK_WIDGET (self));
  guint first, last;
  gboolean rezoomed;

  if (self->file == NULL || height <= 0)
    return;
  first = accord_pdf_layout_find_page (&self->layout, top);
  last = accord_pdf_layout_find_page (&self->layout, top + height);
  for (guint i = self->sheets->len; i > 0; i--)
    {
      guint page = accord_pdf_sheet_get_page (self->sheets->pdata[i - 1]);

      if (page < first || page > last)
        g_ptr_array_remove_index (self->sheets, i - 1);
    }
  for (guint page = first; page <= last; page++)
    if (page - first >= self->sheets->len
        || accord_pdf_sheet_get_page (self->sheets->pdata[page - first]) != page)
      add_sheet (self, page, page - first);
  rezoomed = self->asked_zoom != self->zoom;
  self->asked_zoom = self->zoom;
  self->asked_width = gtk_widget_get_width (GTK_WIDGET (self));
  self->asked_height = (int) height;
  want (self, first, last, top, height);
  note_page (self, top, height);
  /* Not while sizes are given: who is told changes what it shows. */
  if (rezoomed)
    g_object_notify (G_OBJECT (self), "zoom");
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
is_page_drawn (AccordPdfView *self, GArray *tiles)
{
  for (guint i = 0; i < tiles->len; i++)
    {
      const AccordPdfTile *tile = &g_array_index (tiles, AccordPdfTile, i);

      if (accord_pdf_render_get (self->render, tile) == NULL
          && accord_pdf_render_get_fault (self->render, tile->page) == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * accord_pdf_view_is_drawn:
 * @self: a view
 *
 * Returns: whether all that is in sight is drawn as sharply as it will be
 */
gboolean
accord_pdf_view_is_drawn (AccordPdfView *self)
{
  double top = accord_pdf_view_get_offset (self, DOWN), height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (GArray) tiles = g_array_new (FALSE, TRUE, sizeof (AccordPdfTile));

  g_return_val_if_fail (ACCORD_IS_PDF_VIEW (self), FALSE);

  if (self->file == NULL || self->sheets->len == 0 || self->asked_zoom != self->zoom)
    return FALSE;
  for (guint i = 0; i < self->sheets->len; i++)
    want_page (self, tiles, accord_pdf_sheet_get_page (self->sheets->pdata[i]), top, top + height);
  return tiles->len > 0 && is_page_drawn (self, tiles);
}
