/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/timeline-several.h"

#include "chart/timeline-list.h"

#include <glib/gi18n-lib.h>

#define WIDTH 420
#define MOST_HEIGHT 360
/* The page may have to scroll to the mark first, which takes a moment where it is animated. */
#define LOOK_MS 34
#define MOST_LOOKS 15

struct _AccordTimelineSeveral
{
  GtkWidget *timeline;
  GtkWidget *popover;
  GtkWidget *list;
  GdkRectangle place;
  guint look;
  guint n_looks;
};

/* A popover that points out of the window confuses GTK. */
static gboolean
is_in_view (AccordTimelineSeveral *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (self->timeline));
  double x, top, bottom;

  if (root == NULL
      || !gtk_widget_translate_coordinates (self->timeline, root, self->place.x, self->place.y, &x, &top))
    return FALSE;
  bottom = top + self->place.height;
  return top >= 0 && bottom <= gtk_widget_get_height (root);
}

static gboolean
on_look (gpointer data)
{
  AccordTimelineSeveral *self = data;

  if (!is_in_view (self) && ++self->n_looks < MOST_LOOKS)
    return G_SOURCE_CONTINUE;
  self->look = 0;
  if (is_in_view (self))
    gtk_popover_popup (GTK_POPOVER (self->popover));
  return G_SOURCE_REMOVE;
}

/**
 * accord_timeline_several_new:
 * @timeline: a timeline, whose child the popover becomes
 *
 * Returns: (transfer full): the popover, closed
 */
AccordTimelineSeveral *
accord_timeline_several_new (GtkWidget *timeline)
{
  AccordTimelineSeveral *self = g_new0 (AccordTimelineSeveral, 1);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->timeline = timeline;
  self->list = accord_timeline_list_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_widget_set_size_request (scrolled, WIDTH, -1);
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "timeline-several");
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Events"),
                                  -1);
  gtk_widget_set_parent (self->popover, timeline);
  return self;
}

void
accord_timeline_several_free (AccordTimelineSeveral *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  gtk_widget_unparent (self->popover);
  g_free (self);
}

/**
 * accord_timeline_several_open:
 * @self: the popover
 * @events: (element-type AccordTimelineEvent): what to list
 * @place: what it points to
 *
 * Lists events, once the place is in view.
 */
void
accord_timeline_several_open (AccordTimelineSeveral *self, GPtrArray *events, const GdkRectangle *place)
{
  accord_timeline_list_show_events (self->list, events);
  self->place = *place;
  self->n_looks = 0;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  if (self->look == 0)
    self->look = g_timeout_add (LOOK_MS, on_look, self);
}

void
accord_timeline_several_close (AccordTimelineSeveral *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/**
 * accord_timeline_several_present:
 * @self: the popover
 *
 * Puts the popover where it belongs, whenever the timeline has got another size.
 */
void
accord_timeline_several_present (AccordTimelineSeveral *self)
{
  gtk_popover_present (GTK_POPOVER (self->popover));
}
