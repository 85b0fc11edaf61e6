/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-spot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BADGE_GAP 4
#define LINE 2.0f

static const struct
{
  const char *css;
  const char *icon;
  const char *word;
} styles[] = {
  [ACCORD_PDF_MARK_QUESTION] = { "question", "accord-question-symbolic", N_ ("Question") },
  [ACCORD_PDF_MARK_CORRECTION] = { "correction", "accord-correction-symbolic", N_ ("Correction") },
  [ACCORD_PDF_MARK_RISK] = { "risk", "accord-risk-symbolic", N_ ("Risk") },
  [ACCORD_PDF_MARK_CAVEAT] = { "caveat", "accord-caveat-symbolic", N_ ("Caveat") },
};

/* A link or a mark on a page. The sheet that it is on says where it is. */
struct _AccordPdfSpot
{
  GtkWidget parent_instance;

  GArray *rectangles;
  AccordPdfRectangle bounds;
  AccordPdfTarget target;
  char *id;
  AccordPdfMarkStyle style;
  gboolean selected;
  GtkWidget *badge;

  double scale;
  double left;
  double top;
  int badge_x;
  int badge_y;
};

G_DEFINE_FINAL_TYPE (AccordPdfSpot, accord_pdf_spot, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  FOCUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static graphene_rect_t
find_rectangle (AccordPdfSpot *self, guint index)
{
  const AccordPdfRectangle *one = &g_array_index (self->rectangles, AccordPdfRectangle, index);

  return GRAPHENE_RECT_INIT (one->x1 * self->scale - self->left, one->y1 * self->scale - self->top,
                             (one->x2 - one->x1) * self->scale, (one->y2 - one->y1) * self->scale);
}

/* --- How marks are told apart without their colour: by the line beneath the words. */

static void
draw_dashes (GtkSnapshot *snapshot, const graphene_rect_t *rectangle, const GdkRGBA *colour, float dash,
             float gap)
{
  float end = rectangle->origin.x + rectangle->size.width, y = rectangle->origin.y + rectangle->size.height;

  /* A line of tiny dashes is a line. */
  if (rectangle->size.width / (dash + gap) > 2000)
    dash = rectangle->size.width;
  for (float x = rectangle->origin.x; x < end; x += dash + gap)
    gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, MIN (dash, end - x), LINE));
}

static void
draw_line (AccordPdfSpot *self, GtkSnapshot *snapshot, const graphene_rect_t *rectangle,
           const GdkRGBA *colour)
{
  graphene_rect_t other = *rectangle;

  switch (self->style)
    {
    case ACCORD_PDF_MARK_QUESTION:
      draw_dashes (snapshot, rectangle, colour, LINE, LINE);
      return;
    case ACCORD_PDF_MARK_RISK:
      draw_dashes (snapshot, rectangle, colour, 9, 4);
      return;
    case ACCORD_PDF_MARK_CAVEAT:
      other.size.height += LINE + 1;
      draw_dashes (snapshot, &other, colour, rectangle->size.width, 1);
      break;
    case ACCORD_PDF_MARK_CORRECTION:
    default:
      break;
    }
  draw_dashes (snapshot, rectangle, colour, rectangle->size.width, 1);
}

static void
accord_pdf_spot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AccordPdfSpot *self = ACCORD_PDF_SPOT (widget);
  GtkStateFlags state = gtk_widget_get_state_flags (widget);
  gboolean hot = (state & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0;
  GdkRGBA colour, tint;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  tint = colour;
  tint.alpha *= self->selected ? 0.34f : hot ? 0.26f : 0.15f;
  for (guint i = 0; i < self->rectangles->len; i++)
    {
      graphene_rect_t rectangle = find_rectangle (self, i);

      if (self->badge != NULL)
        {
          gtk_snapshot_append_color (snapshot, &tint, &rectangle);
          draw_line (self, snapshot, &rectangle, &colour);
        }
      else if (hot)
        draw_dashes (snapshot, &rectangle, &colour, rectangle.size.width, 1);
    }
  GTK_WIDGET_CLASS (accord_pdf_spot_parent_class)->snapshot (widget, snapshot);
}

static gboolean
accord_pdf_spot_contains (GtkWidget *widget, double x, double y)
{
  AccordPdfSpot *self = ACCORD_PDF_SPOT (widget);

  for (guint i = 0; i < self->rectangles->len; i++)
    {
      graphene_rect_t rectangle = find_rectangle (self, i);

      if (graphene_rect_contains_point (&rectangle, &GRAPHENE_POINT_INIT (x, y)))
        return TRUE;
    }
  return FALSE;
}

static void
accord_pdf_spot_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
accord_pdf_spot_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordPdfSpot *self = ACCORD_PDF_SPOT (widget);
  GtkRequisition size;

  if (self->badge == NULL)
    return;
  gtk_widget_get_preferred_size (self->badge, &size, NULL);
  gtk_widget_size_allocate (self->badge,
                            &(GtkAllocation){ self->badge_x, self->badge_y, size.width, size.height }, -1);
}

static gboolean
activate (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
  return TRUE;
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, AccordPdfSpot *self)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y)
      || (self->badge != NULL && gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) == self->badge))
    activate (GTK_WIDGET (self), NULL, NULL);
}

static void
on_focused (AccordPdfSpot *self)
{
  g_signal_emit (self, signals[FOCUSED], 0);
}

static void
accord_pdf_spot_dispose (GObject *object)
{
  AccordPdfSpot *self = ACCORD_PDF_SPOT (object);

  g_clear_pointer (&self->badge, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_pdf_spot_parent_class)->dispose (object);
}

static void
accord_pdf_spot_finalize (GObject *object)
{
  AccordPdfSpot *self = ACCORD_PDF_SPOT (object);

  g_array_unref (self->rectangles);
  g_free (self->target.address);
  g_free (self->id);

  G_OBJECT_CLASS (accord_pdf_spot_parent_class)->finalize (object);
}

static void
accord_pdf_spot_class_init (AccordPdfSpotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_pdf_spot_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_pdf_spot_finalize;
  widget_class->snapshot = accord_pdf_spot_snapshot;
  widget_class->contains = accord_pdf_spot_contains;
  widget_class->measure = accord_pdf_spot_measure;
  widget_class->size_allocate = accord_pdf_spot_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "spot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);

  signals[ACTIVATED] = g_signal_new ("activated", ACCORD_TYPE_PDF_SPOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
  signals[FOCUSED] =
      g_signal_new ("focused", ACCORD_TYPE_PDF_SPOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATED]);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate, NULL);
}

static void
accord_pdf_spot_init (AccordPdfSpot *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->rectangles = accord_pdf_rectangles_new ();
  self->target.page = -1;
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focused), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

static void
name (AccordPdfSpot *self, const char *label)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * accord_pdf_spot_new_link:
 * @link: a link on a page
 *
 * Returns: (transfer floating): where it can be pressed
 */
GtkWidget *
accord_pdf_spot_new_link (const AccordPdfLink *link)
{
  AccordPdfSpot *self =
      g_object_new (ACCORD_TYPE_PDF_SPOT, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, NULL);
  g_autofree char *label = NULL;

  g_array_append_val (self->rectangles, link->area);
  self->bounds = link->area;
  self->target = link->target;
  self->target.address = g_strdup (link->target.address);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page-link");
  if (link->target.page >= 0)
    /* Translators: %'d is a page's number. */
    label = g_strdup_printf (_ ("Go to page %'d"), link->target.page + 1);
  name (self, label != NULL ? label : link->target.address);
  return GTK_WIDGET (self);
}

/**
 * accord_pdf_spot_new_mark:
 * @mark: a mark
 *
 * Returns: (transfer floating): where it can be pressed
 */
GtkWidget *
accord_pdf_spot_new_mark (const AccordPdfMark *mark)
{
  AccordPdfSpot *self = g_object_new (ACCORD_TYPE_PDF_SPOT, NULL);
  GtkWidget *widget = GTK_WIDGET (self);

  if (mark->place->rectangles->len > 0)
    g_array_append_vals (self->rectangles, mark->place->rectangles->data, mark->place->rectangles->len);
  self->bounds = accord_pdf_place_get_bounds (mark->place);
  self->style = MIN (mark->style, ACCORD_PDF_N_MARK_STYLES - 1);
  self->selected = mark->selected;
  self->id = g_strdup (mark->id);
  self->badge = gtk_image_new_from_icon_name (styles[self->style].icon);
  gtk_widget_add_css_class (self->badge, "badge");
  gtk_widget_set_parent (self->badge, widget);
  gtk_widget_add_css_class (widget, "mark");
  gtk_widget_add_css_class (widget, styles[self->style].css);
  if (mark->selected)
    gtk_widget_add_css_class (widget, "chosen");
  name (self, mark->label != NULL ? mark->label : accord_pdf_mark_style_get_word (self->style));
  return widget;
}

/**
 * accord_pdf_mark_style_get_word:
 * @style: what a mark is for
 *
 * Returns: (transfer none): what people call it
 */
const char *
accord_pdf_mark_style_get_word (AccordPdfMarkStyle style)
{
  return _ (styles[style].word);
}

/**
 * accord_pdf_spot_get_target:
 * @self: a link
 *
 * Returns: (transfer none): where it leads
 */
const AccordPdfTarget *
accord_pdf_spot_get_target (AccordPdfSpot *self)
{
  return &self->target;
}

/**
 * accord_pdf_spot_get_id:
 * @self: a spot
 *
 * Returns: (transfer none) (nullable): what a mark is told by; %NULL for a link
 */
const char *
accord_pdf_spot_get_id (AccordPdfSpot *self)
{
  return self->id;
}

/**
 * accord_pdf_spot_get_bounds:
 * @self: a spot
 *
 * Returns: where it is on its page, in points
 */
AccordPdfRectangle
accord_pdf_spot_get_bounds (AccordPdfSpot *self)
{
  return self->bounds;
}

/**
 * accord_pdf_spot_get_badge_height:
 * @self: a spot
 *
 * Returns: how high a mark's sign is, in pixels; 0 for a link
 */
int
accord_pdf_spot_get_badge_height (AccordPdfSpot *self)
{
  int height = 0;

  if (self->badge != NULL)
    gtk_widget_measure (self->badge, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

/**
 * accord_pdf_spot_place:
 * @self: a spot
 * @scale: pixels for a point
 * @page_width: in pixels
 * @badge_top: where a mark's sign is, in pixels from the top of the page
 *
 * Settles where a spot is on its sheet. The sign of a mark stands in the right margin of the page.
 *
 * Returns: what of the sheet it takes, in pixels
 */
GdkRectangle
accord_pdf_spot_place (AccordPdfSpot *self, double scale, double page_width, double badge_top)
{
  double left = floor (self->bounds.x1 * scale), top = floor (self->bounds.y1 * scale);
  double right = ceil (self->bounds.x2 * scale), bottom = ceil (self->bounds.y2 * scale) + 6;
  int badge_left = 0, width = 0, height = 0;

  if (self->badge != NULL)
    {
      gtk_widget_measure (self->badge, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      height = accord_pdf_spot_get_badge_height (self);
      badge_left = (int) MAX (page_width - width - BADGE_GAP, 0);
      if (self->rectangles->len == 0)
        left = badge_left, top = badge_top, right = left, bottom = top;
      left = MIN (left, badge_left);
      top = MIN (top, badge_top);
      right = MAX (right, badge_left + width);
      bottom = MAX (bottom, badge_top + height);
    }
  self->scale = scale;
  self->left = left;
  self->top = top;
  self->badge_x = (int) (badge_left - left);
  self->badge_y = (int) (badge_top - top);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return (GdkRectangle){ (int) left, (int) top, (int) (right - left), (int) (bottom - top) };
}
