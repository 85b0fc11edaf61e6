/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window.h"

#include "clock.h"
#include "query.h"

#include <adwaita.h>

struct _BenchWindow
{
  GtkWidget *window;
  AccordListView *view;
  gboolean painted;
};

static void
on_after_paint (GdkFrameClock *clock, gpointer data)
{
  ((BenchWindow *) data)->painted = TRUE;
}

static gboolean
is_painted (gpointer data)
{
  return ((BenchWindow *) data)->painted;
}

/**
 * bench_window_init:
 *
 * Starts GTK, with Accord's look and without animations.
 *
 * Returns: whether there is a display
 */
gboolean
bench_window_init (void)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  if (!gtk_init_check ())
    return FALSE;
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, ACCORD_RESOURCES "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    ACCORD_RESOURCES "/icons");
  return TRUE;
}

/**
 * bench_window_new:
 *
 * Returns: (transfer full): a window with nothing in it, painted
 */
BenchWindow *
bench_window_new (void)
{
  BenchWindow *self = g_new0 (BenchWindow, 1);

  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_connect (gtk_widget_get_frame_clock (self->window), "after-paint", G_CALLBACK (on_after_paint),
                    self);
  bench_window_await_frame (self);
  return self;
}

void
bench_window_free (BenchWindow *self)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (self->window), self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  bench_loop_settle ();
  g_free (self);
}

/* Shows the list of what @query asks. */
void
bench_window_show (BenchWindow *self, AccordWorkspace *workspace, AccordQuery *query)
{
  self->view = accord_list_view_new (workspace, query);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->view));
}

void
bench_window_ask (BenchWindow *self, AccordQuery *query)
{
  accord_list_view_set_query (self->view, query);
}

AccordRecordList *
bench_window_get_list (BenchWindow *self)
{
  return accord_list_view_get_list (self->view);
}

GtkWidget *
bench_window_get_top (BenchWindow *self)
{
  return self->window;
}

const guint *
bench_window_get_fields (BenchWindow *self, guint *n_fields)
{
  return accord_list_view_get_fields (self->view, n_fields);
}

/* Waits until what is known now has been painted. */
void
bench_window_await_frame (BenchWindow *self)
{
  self->painted = FALSE;
  gtk_widget_queue_draw (self->window);
  bench_loop_wait (is_painted, self, "a frame");
}

static gboolean
has_first_row (gpointer data)
{
  BenchWindow *self = data;
  GListModel *model = G_LIST_MODEL (bench_window_get_list (self));
  g_autoptr (AccordRecordSlot) slot = g_list_model_get_item (model, 0);

  return slot != NULL && accord_record_slot_get_record (slot) != NULL;
}

/* Waits until the first rows are there and painted. */
void
bench_window_await_rows (BenchWindow *self)
{
  bench_loop_wait (has_first_row, self, "rows in the window");
  bench_window_await_frame (self);
}

static gboolean
is_whole (gpointer data)
{
  BenchWindow *self = data;
  AccordRecordList *list = bench_window_get_list (self);

  return accord_record_list_get_complete (list)
         && g_list_model_get_n_items (G_LIST_MODEL (list)) == accord_record_list_get_total (list);
}

/* Waits until the list has all its rows, and the first of them are painted. */
void
bench_window_await_order (BenchWindow *self)
{
  bench_loop_wait (is_whole, self, "the whole list");
  bench_window_await_frame (self);
}
