/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-frame.h"

/* A page that scrolls gives what is in it the least room that it takes. So a table that is not too high does
 * not scroll downwards, which leaves it its own height; a higher one does. */
static void
on_height (GtkWidget *view, GParamSpec *pspec, GtkScrolledWindow *frame)
{
  int most = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (frame), "accord-most-height")), height;

  g_object_get (view, "content-height", &height, NULL);
  gtk_scrolled_window_set_policy (frame, GTK_POLICY_AUTOMATIC,
                                  height > most ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_scrolled_window_set_min_content_height (frame, height > most ? most : -1);
}

/**
 * accord_grid_frame_new:
 * @view: (transfer floating): a table
 * @most_height: how high it is at most, in pixels; what is higher scrolls
 *
 * Returns: (transfer floating): the table in a frame that scrolls
 */
GtkWidget *
accord_grid_frame_new (GtkWidget *view, int most_height)
{
  GtkWidget *frame = gtk_scrolled_window_new ();

  g_object_set_data (G_OBJECT (frame), "accord-most-height", GINT_TO_POINTER (most_height));
  accord_grid_view_set_most_height (ACCORD_GRID_VIEW (view), most_height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), view);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (frame), FALSE);
  gtk_widget_set_focusable (frame, FALSE);
  gtk_widget_add_css_class (frame, "sheet-frame");
  g_signal_connect_object (view, "notify::content-height", G_CALLBACK (on_height), frame, 0);
  on_height (view, NULL, GTK_SCROLLED_WINDOW (frame));
  return frame;
}
