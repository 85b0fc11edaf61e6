/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/fold.h"

/* Content narrower than this is cramped: the sidebar then leaves its place and comes over the content when
 * asked. */
#define COMFORTABLE_CONTENT 560

struct _AccordFold
{
  GtkWidget parent_instance;

  GtkWidget *sidebar;
  GtkWidget *content;
  gboolean show_sidebar;
  gboolean folded;
  gboolean over;
};

G_DEFINE_FINAL_TYPE (AccordFold, accord_fold, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIDEBAR,
  PROP_CONTENT,
  PROP_SHOW_SIDEBAR,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static int
sidebar_width (AccordFold *self)
{
  int minimum, natural;

  if (self->sidebar == NULL)
    return 0;

  gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return minimum;
}

static gboolean
tell_folded (gpointer data)
{
  AccordFold *self = data;

  if (self->sidebar != NULL)
    {
      gtk_widget_remove_css_class (self->sidebar, self->folded ? "edge" : "over");
      gtk_widget_add_css_class (self->sidebar, self->folded ? "over" : "edge");
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);

  return G_SOURCE_REMOVE;
}

static void
set_over (AccordFold *self, gboolean over)
{
  if (self->over == over)
    return;

  self->over = over;
  gtk_widget_set_can_target (self->content, !over);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (over)
    gtk_widget_child_focus (self->sidebar, GTK_DIR_TAB_FORWARD);
}

static gboolean
sidebar_is_seen (AccordFold *self)
{
  return self->sidebar != NULL && (self->folded ? self->over : self->show_sidebar);
}

static void
on_shade_pressed (GtkGestureClick *gesture, int n_press, double x, double y, AccordFold *self)
{
  graphene_rect_t bounds;

  if (!self->folded || !self->over || !gtk_widget_compute_bounds (self->sidebar, GTK_WIDGET (self), &bounds)
      || graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  set_over (self, FALSE);
}

static void
on_focus_left (GtkEventControllerFocus *controller, AccordFold *self)
{
  if (self->folded)
    set_over (self, FALSE);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordFold *self = ACCORD_FOLD (widget);

  if (!self->folded || !self->over)
    return FALSE;

  set_over (self, FALSE);
  gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);

  return TRUE;
}

static void
accord_fold_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  AccordFold *self = ACCORD_FOLD (widget);
  int side_min = 0, side_nat = 0, content_min = 0, content_nat = 0;

  if (self->content != NULL)
    gtk_widget_measure (self->content, orientation, -1, &content_min, &content_nat, NULL, NULL);
  if (self->sidebar != NULL)
    gtk_widget_measure (self->sidebar, orientation, -1, &side_min, &side_nat, NULL, NULL);

  *minimum = MAX (content_min, side_min);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, content_nat + side_nat);
  else
    *natural = MAX (*minimum, MAX (content_nat, side_nat));
}

static void
accord_fold_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordFold *self = ACCORD_FOLD (widget);
  int side = sidebar_width (self);
  int content_min = 0;
  gboolean folded, beside, mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->content != NULL)
    gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &content_min, NULL, NULL, NULL);

  folded = width < side + MAX (content_min, COMFORTABLE_CONTENT);
  if (folded != self->folded)
    {
      self->folded = folded;
      self->over = FALSE;
      if (self->content != NULL)
        gtk_widget_set_can_target (self->content, TRUE);
      g_idle_add_full (G_PRIORITY_HIGH, tell_folded, g_object_ref (self), g_object_unref);
    }

  beside = !folded && self->show_sidebar;
  if (self->sidebar != NULL)
    {
      gtk_widget_set_child_visible (self->sidebar, sidebar_is_seen (self));
      if (sidebar_is_seen (self))
        gtk_widget_size_allocate (self->sidebar,
                                  &(GtkAllocation){ mirrored ? width - side : 0, 0, side, height }, -1);
    }
  if (self->content != NULL)
    {
      int taken = beside ? side : 0;

      gtk_widget_size_allocate (self->content,
                                &(GtkAllocation){ mirrored ? 0 : taken, 0, width - taken, height }, baseline);
    }
}

static void
accord_fold_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AccordFold *self = ACCORD_FOLD (widget);

  if (self->content != NULL)
    gtk_widget_snapshot_child (widget, self->content, snapshot);
  if (!sidebar_is_seen (self))
    return;

  if (self->folded)
    gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0, 0, 0, 0.32f },
                               &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                    (float) gtk_widget_get_height (widget)));
  gtk_widget_snapshot_child (widget, self->sidebar, snapshot);
}

static void
set_child (AccordFold *self, GtkWidget **place, GtkWidget *child, GtkWidget *before)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), before);
}

static void
set_sidebar (AccordFold *self, GtkWidget *sidebar)
{
  GtkEventController *focus;

  set_child (self, &self->sidebar, sidebar, self->content);
  if (sidebar == NULL)
    return;

  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (sidebar, focus);
  gtk_widget_add_css_class (sidebar, "edge");
}

static void
accord_fold_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AccordFold *self = ACCORD_FOLD (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->show_sidebar);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_fold_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AccordFold *self = ACCORD_FOLD (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      set_sidebar (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      set_child (self, &self->content, g_value_get_object (value), NULL);
      break;
    case PROP_SHOW_SIDEBAR:
      accord_fold_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_fold_dispose (GObject *object)
{
  AccordFold *self = ACCORD_FOLD (object);

  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_fold_parent_class)->dispose (object);
}

static void
accord_fold_class_init (AccordFoldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = accord_fold_get_property;
  object_class->set_property = accord_fold_set_property;
  object_class->dispose = accord_fold_dispose;
  widget_class->measure = accord_fold_measure;
  widget_class->size_allocate = accord_fold_size_allocate;
  widget_class->snapshot = accord_fold_snapshot;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean (
      "show-sidebar", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] =
      g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
accord_fold_init (AccordFold *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->show_sidebar = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_shade_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * accord_fold_get_folded:
 * @self: a fold
 *
 * Returns: whether there is no room for the sidebar beside the content
 */
gboolean
accord_fold_get_folded (AccordFold *self)
{
  g_return_val_if_fail (ACCORD_IS_FOLD (self), FALSE);

  return self->folded;
}

/**
 * accord_fold_get_show_sidebar:
 * @self: a fold
 *
 * Returns: whether the sidebar stands beside the content where there is room
 */
gboolean
accord_fold_get_show_sidebar (AccordFold *self)
{
  g_return_val_if_fail (ACCORD_IS_FOLD (self), FALSE);

  return self->show_sidebar;
}

/**
 * accord_fold_set_show_sidebar:
 * @self: a fold
 * @show: whether the sidebar is to stand beside the content where there is room
 *
 * Shows or hides the sidebar.
 */
void
accord_fold_set_show_sidebar (AccordFold *self, gboolean show)
{
  g_return_if_fail (ACCORD_IS_FOLD (self));

  if (self->show_sidebar == show)
    return;

  self->show_sidebar = show;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

/**
 * accord_fold_toggle:
 * @self: a fold
 *
 * Shows the sidebar if it is not to be seen, hides it if it is: beside the content, or over it where there is
 * no room.
 */
void
accord_fold_toggle (AccordFold *self)
{
  g_return_if_fail (ACCORD_IS_FOLD (self));

  if (!self->folded)
    {
      accord_fold_set_show_sidebar (self, !self->show_sidebar);
      return;
    }

  if (!self->over)
    gtk_widget_set_child_visible (self->sidebar, TRUE);
  set_over (self, !self->over);
}

/**
 * accord_fold_close_over:
 * @self: a fold
 *
 * Takes the sidebar away if it lies over the content.
 */
void
accord_fold_close_over (AccordFold *self)
{
  g_return_if_fail (ACCORD_IS_FOLD (self));

  if (self->folded)
    set_over (self, FALSE);
}
