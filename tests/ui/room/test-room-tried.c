/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room-fixture.h"

#include "room/room-data.h"
#include "room/room-page.h"
#include "room/room-write.h"
#include "room/what-if-window.h"

#include <string.h>

static gpointer
read_room (AccordReader *reader, gpointer data, GError **error)
{
  return accord_room_data_read (reader, error);
}

static char *
dup_tried (Room *self)
{
  g_autoptr (AccordRoomData) room =
      accord_workspace_read (self->travel.one.reading, read_room, NULL, NULL, NULL);

  return g_strdup (room->tried);
}

static gboolean
has_tried (gpointer data)
{
  g_autofree char *tried = dup_tried (data);

  return strstr (tried, "need × 0.5") != NULL;
}

static gboolean
has_none (gpointer data)
{
  g_autofree char *tried = dup_tried (data);

  return *tried == '\0';
}

static GtkWidget *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ACCORD_IS_WHAT_IF_WINDOW (window))
        return window;
    }
  return NULL;
}

static gboolean
is_open (gpointer data)
{
  Room *self = data;

  gtk_widget_activate_action (self->page, "room.try", "(xs)", (gint64) 0, "npsv");
  return find_window () != NULL;
}

static GtkWidget *
find_attach (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_attach (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Something is assumed otherwise, and what comes of it was worked out. */
static gboolean
has_something (gpointer window)
{
  return gtk_widget_get_sensitive (find_attach (window));
}

/* What is tried is kept as it is typed, without being a change of anything, and is there in a room that is
 * opened anew, as after the program was ended in the middle of it. What is attached is tried no more. */
static void
test_kept (Room *self, gconstpointer data)
{
  g_autofree char *before = travel_dup_state (self->travel.one.reading), *after = NULL;
  GtkWidget *window;

  g_assert_true (ui_wait_until (is_open, self));
  g_signal_emit_by_name (find_window (), "tried", "* need × 0.5");
  g_assert_true (ui_wait_until (has_tried, self));
  after = travel_dup_state (self->travel.one.reading);
  g_assert_cmpstr (before, ==, after);
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_drain ();
  g_assert_null (find_window ());

  room_open (self, self->travel.one.reading);
  g_assert_true (ui_wait_until (is_open, self));
  window = find_window ();
  g_assert_true (ui_wait_until (has_something, window));
  g_signal_emit_by_name (find_attach (window), "clicked");
  g_assert_true (ui_wait_until (has_none, self));
  ui_drain ();
}

/* It is told of what it was tried for, and of nothing else. */
static void
test_about (void)
{
  g_autofree char *kept = accord_room_tried_dup ("01A", "* need × 0.5\nNurses × 2");
  g_autofree char *same = accord_room_tried_dup_changes (kept, "01A");
  g_autofree char *none = accord_room_tried_dup ("01A", "");

  g_assert_cmpstr (same, ==, "* need × 0.5\nNurses × 2");
  g_assert_null (accord_room_tried_dup_changes (kept, "01"));
  g_assert_null (accord_room_tried_dup_changes (kept, "01AB"));
  g_assert_null (accord_room_tried_dup_changes (none, "01A"));
  g_assert_null (accord_room_tried_dup_changes (NULL, "01A"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/room/tried/kept", Room, NULL, room_set_up, test_kept, room_tear_down);
  g_test_add_func ("/room/tried/about", test_about);
  return g_test_run ();
}
