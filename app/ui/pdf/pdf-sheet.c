/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-sheet.h"

#include <glib/gi18n-lib.h>
#include <gsk/gsk.h>
#include <math.h>

#define LONGEST_SPOKEN 20000
#define MOST_LINKS 300

/* The colours of what is on white paper, in every look. */
static const GdkRGBA paper = { 1, 1, 1, 1 };
static const GdkRGBA selection_colour = { 0.10f, 0.37f, 0.71f, 0.28f };
static const GdkRGBA hit_colour = { 1.0f, 0.82f, 0.0f, 0.38f };
static const GdkRGBA current_colour = { 1.0f, 0.52f, 0.0f, 0.5f };
static const GdkRGBA current_ring = { 0.65f, 0.27f, 0.0f, 1 };
static const GdkRGBA caret_colour = { 0.06f, 0.25f, 0.52f, 1 };

/* One page: what is drawn of it, and what can be pressed on it. */
struct _AccordPdfSheet
{
  GtkWidget parent_instance;

  AccordPdfRender *render;
  guint page;
  double scale;
  GPtrArray *marks; /* spots */
  GPtrArray *links; /* spots */
  gboolean has_content;
  GtkWidget *fault;
  GPtrArray *hits;
  int current;
  GArray *selection;
  AccordPdfRectangle caret;
  gboolean has_caret;
};

G_DEFINE_FINAL_TYPE (AccordPdfSheet, accord_pdf_sheet, GTK_TYPE_WIDGET)

enum
{
  LINK_ACTIVATED,
  MARK_ACTIVATED,
  SPOT_FOCUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- Drawing. */

static graphene_rect_t
scale_up (AccordPdfSheet *self, const AccordPdfRectangle *one)
{
  return GRAPHENE_RECT_INIT (one->x1 * self->scale, one->y1 * self->scale, (one->x2 - one->x1) * self->scale,
                             (one->y2 - one->y1) * self->scale);
}

static void
draw_rectangles (AccordPdfSheet *self, GtkSnapshot *snapshot, GArray *rectangles, const GdkRGBA *colour)
{
  for (guint i = 0; i < rectangles->len; i++)
    {
      graphene_rect_t place = scale_up (self, &g_array_index (rectangles, AccordPdfRectangle, i));

      gtk_snapshot_append_color (snapshot, colour, &place);
    }
}

static void
draw_ring (AccordPdfSheet *self, GtkSnapshot *snapshot, GArray *rectangles)
{
  for (guint i = 0; i < rectangles->len; i++)
    {
      graphene_rect_t place = scale_up (self, &g_array_index (rectangles, AccordPdfRectangle, i));
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline, &place, 2);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1.5f, 1.5f, 1.5f, 1.5f },
                                  (GdkRGBA[4]){ current_ring, current_ring, current_ring, current_ring });
    }
}

static void
draw_hits (AccordPdfSheet *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; self->hits != NULL && i < self->hits->len; i++)
    {
      const AccordPdfPlace *hit = self->hits->pdata[i];

      draw_rectangles (self, snapshot, hit->rectangles,
                       (int) i == self->current ? &current_colour : &hit_colour);
      if ((int) i == self->current)
        draw_ring (self, snapshot, hit->rectangles);
    }
}

/* Drawn by cairo, only what is in sight of a picture is touched, and nothing is copied. */
static void
draw_picture (AccordPdfSheet *self, GtkSnapshot *snapshot, GdkTexture *texture, const graphene_rect_t *place)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  cairo_surface_t *surface = g_object_get_data (G_OBJECT (texture), ACCORD_PDF_SURFACE);
  cairo_t *cairo;

  if (surface == NULL || native == NULL || !GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    {
      gtk_snapshot_append_texture (snapshot, texture, place);
      return;
    }
  cairo = gtk_snapshot_append_cairo (snapshot, place);
  cairo_translate (cairo, place->origin.x, place->origin.y);
  cairo_scale (cairo, place->size.width / gdk_texture_get_width (texture),
               place->size.height / gdk_texture_get_height (texture));
  cairo_set_source_surface (cairo, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cairo), CAIRO_EXTEND_PAD);
  cairo_set_operator (cairo, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cairo);
  cairo_destroy (cairo);
}

static void
draw_tiles (AccordPdfSheet *self, GtkSnapshot *snapshot, int width, int height)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  AccordPdfTile tile = { .page = self->page, .scale = self->scale * factor };
  AccordPdfTiling tiling = accord_pdf_render_get_tiling (self->render, self->page, tile.scale);
  GdkTexture *stand_in = NULL;
  gboolean looked = FALSE;

  for (tile.row = 0; tile.row < tiling.n_rows; tile.row++)
    for (tile.column = 0; tile.column < tiling.n_columns; tile.column++)
      {
        GdkTexture *texture = accord_pdf_render_get (self->render, &tile);
        cairo_rectangle_int_t part = accord_pdf_tiling_get_part (&tiling, tile.column, tile.row);

        if (texture == NULL && !looked)
          {
            /* Less sharp, until the right one is there; sharp tiles go over it. */
            looked = TRUE;
            stand_in = accord_pdf_render_get_stand_in (self->render, self->page);
            if (stand_in != NULL)
              draw_picture (self, snapshot, stand_in, &GRAPHENE_RECT_INIT (0, 0, width, height));
          }
        if (texture != NULL)
          draw_picture (self, snapshot, texture,
                        &GRAPHENE_RECT_INIT ((float) part.x / factor, (float) part.y / factor,
                                             (float) part.width / factor, (float) part.height / factor));
      }
}

static void
accord_pdf_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AccordPdfSheet *self = ACCORD_PDF_SHEET (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  gtk_snapshot_append_color (snapshot, &paper, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_tiles (self, snapshot, width, height);
  draw_hits (self, snapshot);
  if (self->selection != NULL)
    draw_rectangles (self, snapshot, self->selection, &selection_colour);
  if (self->has_caret)
    {
      graphene_rect_t place = scale_up (self, &self->caret);

      place.origin.x -= 1;
      place.size.width = 2;
      gtk_snapshot_append_color (snapshot, &caret_colour, &place);
    }
  gtk_snapshot_pop (snapshot);
  GTK_WIDGET_CLASS (accord_pdf_sheet_parent_class)->snapshot (widget, snapshot);
}

/* --- Size. */

static void
accord_pdf_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
place_spot (AccordPdfSheet *self, AccordPdfSpot *spot, int width, double badge_top)
{
  GdkRectangle place = accord_pdf_spot_place (spot, self->scale, width, badge_top);
  int least;

  gtk_widget_measure (GTK_WIDGET (spot), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (spot), &place, -1);
}

/* Signs that would be on top of each other stand below each other. */
static void
accord_pdf_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordPdfSheet *self = ACCORD_PDF_SHEET (widget);
  double free_from = 0;

  for (guint i = 0; i < self->links->len; i++)
    place_spot (self, self->links->pdata[i], width, 0);
  for (guint i = 0; i < self->marks->len; i++)
    {
      AccordPdfSpot *spot = self->marks->pdata[i];
      double top = MAX (accord_pdf_spot_get_bounds (spot).y1 * self->scale - 3, free_from);

      place_spot (self, spot, width, floor (top));
      free_from = top + accord_pdf_spot_get_badge_height (spot) + 2;
    }
  if (self->fault != NULL)
    {
      int least;

      gtk_widget_measure (self->fault, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->fault, &(GtkAllocation){ 0, 0, width, MAX (height, least) }, -1);
    }
}

/* --- What is on it. */

static void
on_link (AccordPdfSpot *spot, AccordPdfSheet *self)
{
  g_signal_emit (self, signals[LINK_ACTIVATED], 0, spot);
}

static void
on_mark (AccordPdfSpot *spot, AccordPdfSheet *self)
{
  g_autofree char *id = g_strdup (accord_pdf_spot_get_id (spot));

  g_signal_emit (self, signals[MARK_ACTIVATED], 0, id);
}

static void
on_focused (AccordPdfSpot *spot, AccordPdfSheet *self)
{
  g_signal_emit (self, signals[SPOT_FOCUSED], 0, spot);
}

static void
read_content (AccordPdfSheet *self)
{
  AccordPdfContent *content = accord_pdf_render_get_content (self->render, self->page);
  g_autofree char *spoken = NULL;

  if (content == NULL || self->has_content)
    return;
  self->has_content = TRUE;
  spoken = g_utf8_strlen (content->text, -1) > LONGEST_SPOKEN
               ? g_utf8_substring (content->text, 0, LONGEST_SPOKEN)
               : g_strdup (content->text);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      *spoken != '\0' ? spoken : _ ("No words can be read on this page: it is a picture."), -1);
  for (guint i = 0; i < MIN (content->links->len, MOST_LINKS); i++)
    {
      GtkWidget *spot = accord_pdf_spot_new_link (content->links->pdata[i]);

      g_signal_connect (spot, "activated", G_CALLBACK (on_link), self);
      g_signal_connect (spot, "focused", G_CALLBACK (on_focused), self);
      gtk_widget_set_parent (spot, GTK_WIDGET (self));
      g_ptr_array_add (self->links, spot);
    }
}

static void
say_fault (AccordPdfSheet *self)
{
  const char *fault = accord_pdf_render_get_fault (self->render, self->page);

  if (fault == NULL || self->fault != NULL)
    return;
  self->fault = gtk_label_new (fault);
  gtk_label_set_wrap (GTK_LABEL (self->fault), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->fault), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->fault, "page-fault");
  gtk_widget_set_parent (self->fault, GTK_WIDGET (self));
}

static void
accord_pdf_sheet_dispose (GObject *object)
{
  AccordPdfSheet *self = ACCORD_PDF_SHEET (object);

  g_ptr_array_set_size (self->marks, 0);
  g_ptr_array_set_size (self->links, 0);
  g_clear_pointer (&self->fault, gtk_widget_unparent);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->selection, g_array_unref);
  g_clear_object (&self->render);

  G_OBJECT_CLASS (accord_pdf_sheet_parent_class)->dispose (object);
}

static void
accord_pdf_sheet_finalize (GObject *object)
{
  AccordPdfSheet *self = ACCORD_PDF_SHEET (object);

  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->links);

  G_OBJECT_CLASS (accord_pdf_sheet_parent_class)->finalize (object);
}

static void
accord_pdf_sheet_class_init (AccordPdfSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_pdf_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_pdf_sheet_finalize;
  widget_class->snapshot = accord_pdf_sheet_snapshot;
  widget_class->measure = accord_pdf_sheet_measure;
  widget_class->size_allocate = accord_pdf_sheet_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[LINK_ACTIVATED] = g_signal_new ("link-activated", ACCORD_TYPE_PDF_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, ACCORD_TYPE_PDF_SPOT);
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", ACCORD_TYPE_PDF_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SPOT_FOCUSED] = g_signal_new ("spot-focused", ACCORD_TYPE_PDF_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, ACCORD_TYPE_PDF_SPOT);
}

static void
accord_pdf_sheet_init (AccordPdfSheet *self)
{
  self->scale = 1;
  self->current = -1;
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
}

/**
 * accord_pdf_sheet_new:
 * @render: what draws it
 * @page: counted from 0
 * @n_pages: how many there are
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
accord_pdf_sheet_new (AccordPdfRender *render, guint page, guint n_pages)
{
  AccordPdfSheet *self = g_object_new (ACCORD_TYPE_PDF_SHEET, NULL);
  /* Translators: the first is a page's number, the second how many there are. */
  g_autofree char *label = g_strdup_printf (_ ("Page %'u of %'u"), page + 1, n_pages);

  self->render = g_object_ref (render);
  self->page = page;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  accord_pdf_sheet_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * accord_pdf_sheet_get_page:
 * @self: a page
 *
 * Returns: which one it is, from 0
 */
guint
accord_pdf_sheet_get_page (AccordPdfSheet *self)
{
  return self->page;
}

/**
 * accord_pdf_sheet_set_scale:
 * @self: a page
 * @scale: pixels of the window for a point
 *
 * Says how large it is shown, just before it is given its size.
 */
void
accord_pdf_sheet_set_scale (AccordPdfSheet *self, double scale)
{
  if (self->scale == scale)
    return;
  self->scale = scale;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * accord_pdf_sheet_refresh:
 * @self: a page
 *
 * Takes up what has been read or drawn of it.
 */
void
accord_pdf_sheet_refresh (AccordPdfSheet *self)
{
  read_content (self);
  say_fault (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  double one = accord_pdf_spot_get_bounds (*(gpointer *) a).y1,
         other = accord_pdf_spot_get_bounds (*(gpointer *) b).y1;

  return (one > other) - (one < other);
}

/**
 * accord_pdf_sheet_set_marks:
 * @self: a page
 * @marks: (nullable) (element-type AccordPdfMark): marks, of which it shows its own
 *
 * Shows other marks. The one that has the focus keeps it if it is still there.
 */
void
accord_pdf_sheet_set_marks (AccordPdfSheet *self, GPtrArray *marks)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  g_autofree char *kept =
      ACCORD_IS_PDF_SPOT (focus) ? g_strdup (accord_pdf_spot_get_id (ACCORD_PDF_SPOT (focus))) : NULL;
  GtkWidget *again = NULL;

  g_ptr_array_set_size (self->marks, 0);
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const AccordPdfMark *mark = marks->pdata[i];
      GtkWidget *spot;

      if (mark->place->page != self->page)
        continue;
      spot = accord_pdf_spot_new_mark (mark);
      g_signal_connect (spot, "activated", G_CALLBACK (on_mark), self);
      g_signal_connect (spot, "focused", G_CALLBACK (on_focused), self);
      gtk_widget_set_parent (spot, GTK_WIDGET (self));
      g_ptr_array_add (self->marks, spot);
      if (kept != NULL && g_strcmp0 (kept, mark->id) == 0)
        again = spot;
    }
  g_ptr_array_sort (self->marks, compare_tops);
  if (again != NULL)
    gtk_widget_grab_focus (again);
}

/**
 * accord_pdf_sheet_set_hits:
 * @self: a page
 * @hits: (nullable) (transfer full) (element-type AccordPdfPlace): what was found on it
 * @current: the one that is looked at, or -1
 *
 * Shows what was found.
 */
void
accord_pdf_sheet_set_hits (AccordPdfSheet *self, GPtrArray *hits, int current)
{
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  self->hits = hits;
  self->current = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * accord_pdf_sheet_set_selection:
 * @self: a page
 * @rectangles: (nullable) (transfer full) (element-type AccordPdfRectangle): what is selected
 * @caret: (nullable): where the caret is
 *
 * Shows what is selected.
 */
void
accord_pdf_sheet_set_selection (AccordPdfSheet *self, GArray *rectangles, const AccordPdfRectangle *caret)
{
  g_clear_pointer (&self->selection, g_array_unref);
  self->selection = rectangles;
  self->has_caret = caret != NULL;
  if (caret != NULL)
    self->caret = *caret;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
