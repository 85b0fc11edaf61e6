/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-view-private.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_ZOOM,
  PROP_FIT,
  PROP_HAS_SELECTION,
  N_PROPS,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  PLACE_CHOSEN,
  COMMENT_REQUESTED,
  MARK_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordPdfView, accord_pdf_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
accord_pdf_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AccordPdfView *self = ACCORD_PDF_VIEW (widget);
  static const GdkRGBA shadows[] = { { 0, 0, 0, 0.13f }, { 0, 0, 0, 0.06f }, { 0, 0, 0, 0.03f } };

  for (guint i = 0; i < self->sheets->len; i++)
    {
      graphene_rect_t place;

      /* A soft edge, lower below, that costs three rectangles and no blurring. */
      if (!gtk_widget_compute_bounds (self->sheets->pdata[i], widget, &place))
        continue;
      for (guint ring = G_N_ELEMENTS (shadows); ring > 0; ring--)
        {
          graphene_rect_t around = place;

          graphene_rect_inset (&around, -(float) ring, -(float) ring);
          around.origin.y += ring > 1 ? 1 : 0;
          gtk_snapshot_append_color (snapshot, &shadows[ring - 1], &around);
        }
    }
  GTK_WIDGET_CLASS (accord_pdf_view_parent_class)->snapshot (widget, snapshot);
}

static void
on_ready (AccordPdfRender *render, guint page, AccordPdfView *self)
{
  AccordPdfSheet *sheet = accord_pdf_view_find_sheet (self, page);

  if (sheet != NULL)
    accord_pdf_sheet_refresh (sheet);
}

static void
on_scale_factor (AccordPdfView *self)
{
  accord_pdf_view_update_sheets (self);
}

static void
accord_pdf_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  AccordPdfView *self = ACCORD_PDF_VIEW (object);

  switch (property_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_FIT:
      g_value_set_int (value, self->fit);
      break;
    case PROP_HAS_SELECTION:
      g_value_set_boolean (value, accord_pdf_view_has_selection (self));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[property_id == PROP_HADJUSTMENT ? ACROSS : DOWN]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[property_id == PROP_HSCROLL_POLICY ? ACROSS : DOWN]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
accord_pdf_view_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  AccordPdfView *self = ACCORD_PDF_VIEW (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      accord_pdf_view_set_adjustment (self, property_id == PROP_HADJUSTMENT ? ACROSS : DOWN,
                                      g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[property_id == PROP_HSCROLL_POLICY ? ACROSS : DOWN] = g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
close_render (AccordPdfView *self)
{
  if (self->render == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->render, self);
  /* It ends even if a sheet on its way out holds it still. */
  g_object_run_dispose (G_OBJECT (self->render));
  g_clear_object (&self->render);
}

static void
accord_pdf_view_dispose (GObject *object)
{
  AccordPdfView *self = ACCORD_PDF_VIEW (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  accord_pdf_view_drop_sheets (self);
  close_render (self);
  g_clear_pointer (&self->comment, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->address, gtk_widget_unparent);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (accord_pdf_view_parent_class)->dispose (object);
}

static void
accord_pdf_view_finalize (GObject *object)
{
  AccordPdfView *self = ACCORD_PDF_VIEW (object);

  g_ptr_array_unref (self->sheets);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->pending, accord_pdf_place_free);
  accord_pdf_layout_clear (&self->layout);
  accord_pdf_selection_clear (&self->selection);

  G_OBJECT_CLASS (accord_pdf_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_PAGE] =
      g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] =
      g_param_spec_double ("zoom", NULL, NULL, 0, 100, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIT] = g_param_spec_int ("fit", NULL, NULL, ACCORD_PDF_FIT_NONE, ACCORD_PDF_FIT_PAGE,
                                           ACCORD_PDF_FIT_WIDTH, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_SELECTION] =
      g_param_spec_boolean ("has-selection", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
accord_pdf_view_class_init (AccordPdfViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = accord_pdf_view_get_property;
  object_class->set_property = accord_pdf_view_set_property;
  object_class->dispose = accord_pdf_view_dispose;
  object_class->finalize = accord_pdf_view_finalize;
  widget_class->measure = accord_pdf_view_measure;
  widget_class->size_allocate = accord_pdf_view_size_allocate;
  widget_class->snapshot = accord_pdf_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pdfview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);

  install_properties (object_class);
  signals[PLACE_CHOSEN] = g_signal_new ("place-chosen", ACCORD_TYPE_PDF_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, ACCORD_TYPE_PDF_PLACE);
  signals[COMMENT_REQUESTED] = g_signal_new ("comment-requested", ACCORD_TYPE_PDF_VIEW, G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 1, ACCORD_TYPE_PDF_PLACE);
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", ACCORD_TYPE_PDF_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  accord_pdf_view_install_keys (widget_class);
}

static void
accord_pdf_view_init (AccordPdfView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->zoom = 1;
  self->fit = ACCORD_PDF_FIT_WIDTH;
  self->hit = -1;
  accord_pdf_selection_init (&self->selection);
  accord_pdf_layout_init (&self->layout, NULL);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
  accord_pdf_view_add_comment_button (self);
  accord_pdf_view_add_pointer (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_scale_factor), NULL);
}

/**
 * accord_pdf_view_new:
 *
 * Returns: (transfer floating): a view of no PDF yet, to be put into a scrolled window
 */
GtkWidget *
accord_pdf_view_new (void)
{
  return g_object_new (ACCORD_TYPE_PDF_VIEW, NULL);
}

/**
 * accord_pdf_view_set_file:
 * @self: a view
 * @file: (nullable): a PDF, or %NULL for none
 *
 * Shows another PDF from its first page, or from where accord_pdf_view_go_to() was told before. Marks stay,
 * so that they can be set first.
 */
void
accord_pdf_view_set_file (AccordPdfView *self, AccordPdfFile *file)
{
  g_return_if_fail (ACCORD_IS_PDF_VIEW (self));

  if (self->file == file)
    return;
  accord_pdf_view_clear_selection (self);
  accord_pdf_view_drop_sheets (self);
  close_render (self);
  accord_pdf_layout_clear (&self->layout);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_set_object (&self->file, file);
  accord_pdf_layout_init (&self->layout, file);
  self->page = 0;
  self->hit = -1;
  if (file != NULL)
    {
      self->render = accord_pdf_render_new (file);
      g_signal_connect (self->render, "ready", G_CALLBACK (on_ready), self);
      if (self->pending == NULL)
        self->pending = accord_pdf_place_new (0);
      if (self->pending->rectangles->len == 0)
        self->pending_reveal = ACCORD_PDF_REVEAL_AT_TOP;
      self->pending->page = MIN (self->pending->page, accord_pdf_file_get_n_pages (file) - 1);
    }
  g_object_notify (G_OBJECT (self), "page");
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * accord_pdf_view_get_file:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the PDF that it shows
 */
AccordPdfFile *
accord_pdf_view_get_file (AccordPdfView *self)
{
  g_return_val_if_fail (ACCORD_IS_PDF_VIEW (self), NULL);

  return self->file;
}

/* --- What is on the pages. */

/**
 * accord_pdf_view_dress:
 * @self: a view
 * @sheet: one of its sheets
 *
 * Shows the marks, the hits and the selection of its page on a sheet.
 */
void
accord_pdf_view_dress (AccordPdfView *self, AccordPdfSheet *sheet)
{
  guint page = accord_pdf_sheet_get_page (sheet);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pdf_place_free);
  int current = -1;

  for (guint i = 0; self->hits != NULL && i < self->hits->len; i++)
    {
      const AccordPdfPlace *hit = self->hits->pdata[i];

      if (hit->page != page)
        continue;
      if ((int) i == self->hit)
        current = (int) hits->len;
      g_ptr_array_add (hits, accord_pdf_place_copy (hit));
    }
  accord_pdf_sheet_set_marks (sheet, self->marks);
  accord_pdf_sheet_set_hits (sheet, g_steal_pointer (&hits), current);
  accord_pdf_view_show_selection (self, sheet);
}

/**
 * accord_pdf_view_set_marks:
 * @self: a view
 * @marks: (nullable) (transfer none) (element-type AccordPdfMark): marks on any of its pages; it is kept, and
 * not to be changed afterwards
 *
 * Shows other marks. A mark that is pressed is told by "mark-activated".
 */
void
accord_pdf_view_set_marks (AccordPdfView *self, GPtrArray *marks)
{
  g_return_if_fail (ACCORD_IS_PDF_VIEW (self));

  if (marks != NULL)
    g_ptr_array_ref (marks);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  self->marks = marks;
  for (guint i = 0; i < self->sheets->len; i++)
    accord_pdf_sheet_set_marks (self->sheets->pdata[i], marks);
}

/**
 * accord_pdf_view_set_hits:
 * @self: a view
 * @hits: (nullable) (element-type AccordPdfPlace): what was found
 * @current: the one that is looked at, or -1
 *
 * Shows what was found. It may have grown since: it is looked at again.
 */
void
accord_pdf_view_set_hits (AccordPdfView *self, GPtrArray *hits, int current)
{
  g_return_if_fail (ACCORD_IS_PDF_VIEW (self));

  if (hits != NULL)
    g_ptr_array_ref (hits);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  self->hits = hits;
  self->hit = current;
  for (guint i = 0; i < self->sheets->len; i++)
    accord_pdf_view_dress (self, self->sheets->pdata[i]);
}

/**
 * accord_pdf_view_set_commentable:
 * @self: a view
 * @commentable: whether words that are selected can be commented on
 *
 * Offers comments, by a button beside what is selected, the menu and Ctrl+M; "comment-requested" tells of
 * one.
 */
void
accord_pdf_view_set_commentable (AccordPdfView *self, gboolean commentable)
{
  g_return_if_fail (ACCORD_IS_PDF_VIEW (self));

  self->commentable = commentable;
  gtk_widget_set_visible (self->comment,
                          commentable && accord_pdf_view_has_selection (self) && !self->selecting);
}
