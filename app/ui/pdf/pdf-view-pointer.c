/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How far the pointer goes before it is a drag, in pixels, and how near words must be for the text cursor, in
 * points. */
#define DRAG 4
#define NEAR 3
#define EDGE 24

/* --- Selecting. */

static int
find_text (AccordPdfView *self, double x, double y, guint page, double reach)
{
  AccordPdfContent *content = accord_pdf_render_get_content (self->render, page);
  double page_x, page_y;
  gboolean on = accord_pdf_view_find_point (self, x, y, page, &page_x, &page_y);

  if (content == NULL || (reach >= 0 && !on))
    return -1;
  return accord_pdf_text_find (content, page_x, page_y, reach);
}

static void
stop_autoscroll (AccordPdfView *self)
{
  if (self->autoscroll != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->autoscroll);
  self->autoscroll = 0;
}

static void
extend_to (AccordPdfView *self, double x, double y)
{
  double within = CLAMP (y, 0, gtk_widget_get_height (GTK_WIDGET (self)) - 1);
  guint page = accord_pdf_view_find_page_at (self, within);
  int at = find_text (self, x, within, page, -1);

  /* A page without words is passed over; one whose words were not read yet is waited for. */
  if (at >= 0 || accord_pdf_render_get_content (self->render, page) != NULL)
    accord_pdf_view_select (self, self->selection.anchor, (AccordPdfPoint){ page, (guint) MAX (at, 0) },
                            FALSE);
}

static gboolean
on_autoscroll (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AccordPdfView *self = ACCORD_PDF_VIEW (widget);
  double height = gtk_widget_get_height (widget), by = 0;

  if (self->pointer_y < EDGE)
    by = self->pointer_y - EDGE;
  else if (self->pointer_y > height - EDGE)
    by = self->pointer_y - (height - EDGE);
  if (by != 0)
    {
      accord_pdf_view_scroll_by (self, DOWN, by / 2);
      extend_to (self, self->pointer_x, self->pointer_y);
    }
  return G_SOURCE_CONTINUE;
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, AccordPdfView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->press_x = x;
  self->press_y = y;
  self->selecting = FALSE;
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, AccordPdfView *self)
{
  if (self->file == NULL)
    return;
  self->pointer_x = self->press_x + dx;
  self->pointer_y = self->press_y + dy;
  if (!self->selecting)
    {
      guint page = accord_pdf_view_find_page_at (self, self->press_y);
      int at = hypot (dx, dy) >= DRAG ? find_text (self, self->press_x, self->press_y, page, -1) : -1;

      if (at < 0)
        return;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_hide (self->comment);
      accord_pdf_view_select (self, (AccordPdfPoint){ page, (guint) at },
                              (AccordPdfPoint){ page, (guint) at }, FALSE);
      self->selecting = TRUE;
      self->autoscroll = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_autoscroll, NULL, NULL);
    }
  extend_to (self, self->pointer_x, self->pointer_y);
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, AccordPdfView *self)
{
  stop_autoscroll (self);
  if (self->selecting)
    accord_pdf_view_selection_settled (self);
  self->selecting = FALSE;
}

/* Twice selects a word, three times a line; once nothing. */
static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, AccordPdfView *self)
{
  AccordPdfContent *content;
  guint page, from, to;
  int at;

  if (self->file == NULL)
    return;
  page = accord_pdf_view_find_page_at (self, y);
  content = accord_pdf_render_get_content (self->render, page);
  at = find_text (self, x, y, page, 2 * NEAR);
  if (n_press == 1 || at < 0 || content == NULL)
    {
      accord_pdf_view_clear_selection (self);
      return;
    }
  if (n_press == 2)
    accord_pdf_text_get_word (content, (guint) at, &from, &to);
  else
    accord_pdf_text_get_line (content, (guint) at, &from, &to);
  accord_pdf_view_select (self, (AccordPdfPoint){ page, from }, (AccordPdfPoint){ page, to }, FALSE);
  accord_pdf_view_selection_settled (self);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, AccordPdfView *self)
{
  gboolean text =
      self->file != NULL
      && (self->selecting || find_text (self, x, y, accord_pdf_view_find_page_at (self, y), NEAR) >= 0);

  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), text ? "text" : NULL);
}

/* --- Zooming. */

static gboolean
on_wheel (GtkEventControllerScroll *scroll, double dx, double dy, AccordPdfView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  accord_pdf_view_zoom_at (self, self->zoom * pow (1.15, -CLAMP (dy, -4, 4)), ACCORD_PDF_FIT_NONE,
                           self->pointer_x, self->pointer_y);
  return TRUE;
}

static void
on_pinch_begin (GtkGesture *pinch, GdkEventSequence *sequence, AccordPdfView *self)
{
  /* The zoom that the fingers began at. */
  g_object_set_data_full (G_OBJECT (pinch), "accord-zoom", g_memdup2 (&self->zoom, sizeof (double)), g_free);
}

static void
on_pinch (GtkGestureZoom *pinch, double factor, AccordPdfView *self)
{
  const double *begun = g_object_get_data (G_OBJECT (pinch), "accord-zoom");
  double x, y;

  if (begun != NULL && gtk_gesture_get_bounding_box_center (GTK_GESTURE (pinch), &x, &y))
    accord_pdf_view_zoom_at (self, *begun * factor, ACCORD_PDF_FIT_NONE, x, y);
}

/* --- The menu. */

static void
on_menu_pressed (GtkGestureClick *click, int n_press, double x, double y, AccordPdfView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  accord_pdf_view_open_menu (self, x, y);
}

/**
 * accord_pdf_view_open_menu:
 * @self: a view
 * @x: where
 * @y: where
 *
 * Opens what can be done with the words: copy them, select the page, comment.
 */
void
accord_pdf_view_open_menu (AccordPdfView *self, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  gboolean selected = accord_pdf_view_has_selection (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.copy", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.comment", selected && self->commentable);
  g_menu_append (menu, _ ("_Copy"), "pdf.copy");
  g_menu_append (menu, _ ("_Select the page"), "pdf.select-page");
  if (self->commentable)
    g_menu_append (menu, _ ("Co_mment"), "pdf.comment");
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * accord_pdf_view_add_pointer:
 * @self: a view
 *
 * Takes what the pointer does.
 */
void
accord_pdf_view_add_pointer (AccordPdfView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new (),
             *menu = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (wheel, "scroll", G_CALLBACK (on_wheel), self);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, wheel);
}
