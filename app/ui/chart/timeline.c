/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/timeline.h"

#include "chart/drawing-menu.h"
#include "chart/timeline-drawing.h"
#include "chart/timeline-list.h"
#include "chart/timeline-pointer.h"
#include "chart/timeline-several.h"
#include "chart/timeline-view.h"
#include "date.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP 1.5
#define PAN_STEP 0.2
/* Narrower than this, the years and labels have no room. */
#define LEAST_WIDTH 280

/* Lanes of events along an axis of days, as a picture or as a list. */
struct _AccordTimeline
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *drawing;
  GtkWidget *list;
  GtkWidget *tools;
  GtkWidget *zoom_in;
  GtkWidget *zoom_out;
  GtkWidget *zoom_fit;
  GtkWidget *zoom_box;
  GtkWidget *table_button;
  AccordTimelineSeveral *several;
  GPtrArray *lanes;
  AccordTimelineView view;
  int today;
  gboolean listed;
};

G_DEFINE_FINAL_TYPE (AccordTimeline, accord_timeline, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FROM,
  PROP_UNTIL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Draws the span that the view has come to. */
static void
show_view (AccordTimeline *self)
{
  accord_timeline_drawing_set_view (ACCORD_TIMELINE_DRAWING (self->drawing), self->view.from,
                                    self->view.until);
  gtk_widget_set_sensitive (self->zoom_in, accord_timeline_view_can_zoom_in (&self->view));
  gtk_widget_set_sensitive (self->zoom_out, accord_timeline_view_can_zoom_out (&self->view));
  gtk_widget_set_sensitive (self->zoom_fit, !accord_timeline_view_is_fit (&self->view));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FROM]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNTIL]);
}

static void
on_open_several (AccordTimelineDrawing *drawing, GPtrArray *events, const GdkRectangle *place,
                 AccordTimeline *self)
{
  accord_timeline_several_open (self->several, events, place);
}

static void
fill_list (AccordTimeline *self)
{
  if (self->listed)
    return;
  self->listed = TRUE;
  accord_timeline_list_show_lanes (self->list, self->lanes);
}

static void
on_table_toggled (GtkToggleButton *button, AccordTimeline *self)
{
  gboolean table = gtk_toggle_button_get_active (button);

  if (table)
    fill_list (self);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), table ? self->list : self->drawing);
  gtk_widget_set_visible (self->zoom_box, !table);
}

static void
on_zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  accord_timeline_zoom (ACCORD_TIMELINE (widget), ZOOM_STEP);
}

static void
on_zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  accord_timeline_zoom (ACCORD_TIMELINE (widget), 1 / ZOOM_STEP);
}

static void
on_zoom_fit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  accord_timeline_zoom_to_fit (ACCORD_TIMELINE (widget));
}

static void
on_today (GtkWidget *widget, const char *action, GVariant *parameter)
{
  accord_timeline_show_today (ACCORD_TIMELINE (widget));
}

static void
on_pan (GtkWidget *widget, const char *action, GVariant *parameter)
{
  accord_timeline_pan (ACCORD_TIMELINE (widget), g_variant_get_double (parameter));
}

static void
on_tool (GtkWidget *button, AccordTimeline *self)
{
  if (button == self->zoom_in)
    accord_timeline_zoom (self, ZOOM_STEP);
  else if (button == self->zoom_out)
    accord_timeline_zoom (self, 1 / ZOOM_STEP);
  else
    accord_timeline_zoom_to_fit (self);
}

static GtkWidget *
add_tool (AccordTimeline *self, const char *icon, const char *label)
{
  GtkWidget *button = accord_page_icon_button (icon, label);

  g_signal_connect_object (button, "clicked", G_CALLBACK (on_tool), self, 0);
  gtk_box_append (GTK_BOX (self->zoom_box), button);
  return button;
}

static GtkWidget *
make_choice (const char *label, GtkWidget *group)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  return button;
}

static void
make_tools (AccordTimeline *self)
{
  GtkWidget *choice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *picture = make_choice (_ ("Picture"), NULL);

  self->tools = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_add_css_class (self->tools, "timeline-tools");
  self->zoom_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  self->zoom_out = add_tool (self, "zoom-out-symbolic", _ ("Zoom out"));
  self->zoom_fit = add_tool (self, "zoom-fit-best-symbolic", _ ("Show everything"));
  self->zoom_in = add_tool (self, "zoom-in-symbolic", _ ("Zoom in"));
  self->table_button = make_choice (_ ("Table"), picture);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (picture), TRUE);
  gtk_widget_add_css_class (choice, "linked");
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (choice), picture);
  gtk_box_append (GTK_BOX (choice), self->table_button);
  g_signal_connect_object (self->table_button, "toggled", G_CALLBACK (on_table_toggled), self, 0);
  gtk_box_append (GTK_BOX (self->tools), self->zoom_box);
  gtk_box_append (GTK_BOX (self->tools), choice);
  gtk_box_append (GTK_BOX (self->tools), accord_drawing_menu_new (ACCORD_DRAWING (self->drawing)));
}

static void
accord_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordTimeline *self = ACCORD_TIMELINE (widget);

  gtk_widget_allocate (self->stack, width, height, baseline, NULL);
  accord_timeline_several_present (self->several);
}

static void
accord_timeline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (ACCORD_TIMELINE (widget)->stack, orientation, for_size, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
accord_timeline_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AccordTimeline *self = ACCORD_TIMELINE (object);

  switch (id)
    {
    case PROP_FROM:
      g_value_set_double (value, self->view.from);
      break;
    case PROP_UNTIL:
      g_value_set_double (value, self->view.until);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_timeline_dispose (GObject *object)
{
  AccordTimeline *self = ACCORD_TIMELINE (object);

  g_clear_pointer (&self->several, accord_timeline_several_free);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->tools);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);

  G_OBJECT_CLASS (accord_timeline_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const guint in[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint out[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  static const guint fit[] = { GDK_KEY_0, GDK_KEY_KP_0 };

  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, on_zoom_in);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, on_zoom_out);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-fit", NULL, on_zoom_fit);
  gtk_widget_class_install_action (widget_class, "timeline.pan", "d", on_pan);
  gtk_widget_class_install_action (widget_class, "timeline.today", NULL, on_today);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "timeline.today", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (in); i++)
    gtk_widget_class_add_binding_action (widget_class, in[i], GDK_CONTROL_MASK, "timeline.zoom-in", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (out); i++)
    gtk_widget_class_add_binding_action (widget_class, out[i], GDK_CONTROL_MASK, "timeline.zoom-out", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fit); i++)
    gtk_widget_class_add_binding_action (widget_class, fit[i], GDK_CONTROL_MASK, "timeline.zoom-fit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, "timeline.pan", "d",
                                       -PAN_STEP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, "timeline.pan", "d",
                                       PAN_STEP);
}

static void
accord_timeline_class_init (AccordTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = accord_timeline_get_property;
  object_class->dispose = accord_timeline_dispose;
  widget_class->measure = accord_timeline_measure;
  widget_class->size_allocate = accord_timeline_size_allocate;
  widget_class->get_request_mode = accord_timeline_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "timeline");
  bind_keys (widget_class);

  /**
   * AccordTimeline:from:
   *
   * The day at the left, in days since 1 January 1970.
   */
  properties[PROP_FROM] = g_param_spec_double ("from", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * AccordTimeline:until:
   *
   * The day at the right, in days since 1 January 1970.
   */
  properties[PROP_UNTIL] = g_param_spec_double ("until", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
accord_timeline_init (AccordTimeline *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  self->drawing = accord_timeline_drawing_new ();
  accord_drawing_set_minimum_width (ACCORD_DRAWING (self->drawing), LEAST_WIDTH);
  g_signal_connect (self->drawing, "open-several", G_CALLBACK (on_open_several), self);
  self->list = accord_timeline_list_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->drawing);
  gtk_stack_add_child (GTK_STACK (self->stack), self->list);
  self->lanes = accord_timeline_lanes_new ();
  self->today = G_MININT;
  make_tools (self);
  self->several = accord_timeline_several_new (GTK_WIDGET (self));
  accord_timeline_watch_pointer (self, ACCORD_TIMELINE_DRAWING (self->drawing));
}

/**
 * accord_timeline_new:
 *
 * Returns: (transfer floating): a timeline of nothing. Its buttons are accord_timeline_get_tools().
 */
GtkWidget *
accord_timeline_new (void)
{
  return g_object_new (ACCORD_TYPE_TIMELINE, NULL);
}

/**
 * accord_timeline_card_new:
 * @title: what the card is called
 * @timeline: (out) (transfer none): the timeline in it
 *
 * Returns: (transfer floating): a card with a timeline, its buttons in the card's head
 */
GtkWidget *
accord_timeline_card_new (const char *title, AccordTimeline **timeline)
{
  GtkWidget *head, *card = accord_page_card (&head, title);

  *timeline = ACCORD_TIMELINE (accord_timeline_new ());
  gtk_box_append (GTK_BOX (head), (*timeline)->tools);
  gtk_widget_add_css_class (GTK_WIDGET (*timeline), "in-card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (*timeline));
  return card;
}

/**
 * accord_timeline_get_tools:
 * @self: a timeline
 *
 * Returns: (transfer none): its buttons, to be put where there is room for them
 */
GtkWidget *
accord_timeline_get_tools (AccordTimeline *self)
{
  g_return_val_if_fail (ACCORD_IS_TIMELINE (self), NULL);

  return self->tools;
}

/**
 * accord_timeline_show:
 * @self: a timeline
 * @lanes: (element-type AccordTimelineLane): what to show; it is kept, so do not change it afterwards
 * @today: today as an ISO date
 *
 * Shows other lanes. The span of days stays where a person has chosen one.
 */
void
accord_timeline_show (AccordTimeline *self, GPtrArray *lanes, const char *today)
{
  double from, until;
  int day = G_MININT;

  g_return_if_fail (ACCORD_IS_TIMELINE (self));
  g_return_if_fail (lanes != NULL);

  accord_date_to_day_number (today, &day);
  accord_timeline_several_close (self->several);
  g_ptr_array_ref (lanes);
  g_ptr_array_unref (self->lanes);
  self->lanes = lanes;
  self->listed = FALSE;
  self->today = day;
  if (accord_timeline_get_table (self))
    fill_list (self);
  accord_timeline_drawing_show (ACCORD_TIMELINE_DRAWING (self->drawing), lanes, day);
  accord_timeline_fit (lanes, day, &from, &until);
  accord_timeline_view_set_fit (&self->view, from, until, day);
  show_view (self);
}

/**
 * accord_timeline_zoom:
 * @self: a timeline
 * @factor: how much larger a day is to be; under 1 for smaller
 *
 * Shows a shorter or longer span around the same middle.
 */
void
accord_timeline_zoom (AccordTimeline *self, double factor)
{
  g_return_if_fail (ACCORD_IS_TIMELINE (self));
  g_return_if_fail (factor > 0);

  accord_timeline_zoom_at (self, factor, 0.5);
}

/**
 * accord_timeline_zoom_at:
 * @self: a timeline
 * @factor: how much larger a day is to be; under 1 for smaller
 * @share: what stays where it is, from 0 at the left to 1 at the right
 *
 * Shows a shorter or longer span around what somebody points at.
 */
void
accord_timeline_zoom_at (AccordTimeline *self, double factor, double share)
{
  g_return_if_fail (ACCORD_IS_TIMELINE (self));
  g_return_if_fail (factor > 0);

  accord_timeline_view_zoom (&self->view, factor, share);
  show_view (self);
}

/**
 * accord_timeline_zoom_to_fit:
 * @self: a timeline
 *
 * Shows everything.
 */
void
accord_timeline_zoom_to_fit (AccordTimeline *self)
{
  g_return_if_fail (ACCORD_IS_TIMELINE (self));

  accord_timeline_view_set (&self->view, self->view.fit_from, self->view.fit_until);
  show_view (self);
}

/**
 * accord_timeline_pan:
 * @self: a timeline
 * @share: how far, as a share of the span shown; below nought for earlier
 *
 * Shows earlier or later days.
 */
void
accord_timeline_pan (AccordTimeline *self, double share)
{
  g_return_if_fail (ACCORD_IS_TIMELINE (self));

  accord_timeline_view_pan (&self->view, share);
  show_view (self);
}

/**
 * accord_timeline_show_today:
 * @self: a timeline
 *
 * Shows as many days as before with today in their middle, however far it is from all there is.
 */
void
accord_timeline_show_today (AccordTimeline *self)
{
  g_return_if_fail (ACCORD_IS_TIMELINE (self));

  if (self->today == G_MININT)
    return;
  accord_timeline_view_go_to (&self->view, self->today);
  show_view (self);
}

/**
 * accord_timeline_get_table:
 * @self: a timeline
 *
 * Returns: whether it is shown as a list
 */
gboolean
accord_timeline_get_table (AccordTimeline *self)
{
  g_return_val_if_fail (ACCORD_IS_TIMELINE (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button));
}

/**
 * accord_timeline_set_table:
 * @self: a timeline
 * @table: whether to show it as a list
 *
 * Shows the same as a list or as a picture.
 */
void
accord_timeline_set_table (AccordTimeline *self, gboolean table)
{
  g_return_if_fail (ACCORD_IS_TIMELINE (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->table_button), table);
}
