/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/timeline-pointer.h"

#include <math.h>

#define SCROLL_ZOOM 1.25
#define SCROLL_PAN 0.05

/* What a pointer does over a timeline: Ctrl and scrolling zooms, Shift and scrolling or dragging goes along.
 */
typedef struct
{
  AccordTimeline *timeline;
  AccordTimelineDrawing *drawing;
  double x;
  double dragged;
} Pointer;

/* How far across the axis the pointer is, from 0 to 1, and how wide the axis is. */
static double
find_share (Pointer *self, double *width)
{
  const AccordTimelineLayout *layout = accord_timeline_drawing_get_layout (self->drawing);

  *width = layout != NULL ? layout->axis_right - layout->axis_left : 1;
  return layout != NULL ? CLAMP ((self->x - layout->axis_left) / *width, 0, 1) : 0.5;
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, Pointer *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  double width;

  if (state & GDK_CONTROL_MASK && dy != 0)
    accord_timeline_zoom_at (self->timeline, pow (SCROLL_ZOOM, -dy), find_share (self, &width));
  else if (state & GDK_SHIFT_MASK && dx + dy != 0)
    accord_timeline_pan (self->timeline, (dx + dy) * SCROLL_PAN);
  else if (fabs (dx) > fabs (dy))
    accord_timeline_pan (self->timeline, dx * SCROLL_PAN);
  else
    return FALSE;
  return TRUE;
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, Pointer *self)
{
  self->x = x;
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, Pointer *self)
{
  self->dragged = 0;
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, Pointer *self)
{
  double width;

  if (self->dragged == 0 && !gtk_drag_check_threshold (GTK_WIDGET (self->drawing), 0, 0, (int) dx, 0))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  find_share (self, &width);
  accord_timeline_pan (self->timeline, (self->dragged - dx) / width);
  self->dragged = dx;
}

/**
 * accord_timeline_watch_pointer:
 * @self: a timeline
 * @drawing: its drawing
 *
 * Lets a pointer zoom and go along the days.
 */
void
accord_timeline_watch_pointer (AccordTimeline *self, AccordTimelineDrawing *drawing)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  Pointer *pointer = g_new0 (Pointer, 1);

  pointer->timeline = self;
  pointer->drawing = drawing;
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), pointer);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), pointer);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), pointer);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), pointer);
  gtk_widget_add_controller (GTK_WIDGET (drawing), scroll);
  gtk_widget_add_controller (GTK_WIDGET (drawing), motion);
  gtk_widget_add_controller (GTK_WIDGET (drawing), GTK_EVENT_CONTROLLER (drag));
  /* The controllers go with the drawing. */
  g_object_set_data_full (G_OBJECT (drawing), "pointer", pointer, g_free);
}
