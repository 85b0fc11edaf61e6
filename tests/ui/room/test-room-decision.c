/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room-fixture.h"

#include "case/checklist-editor.h"
#include "room/return-window.h"
#include "room/room-data.h"
#include "room/room-decision.h"
#include "room/what-if-window.h"

#include <string.h>

static void
test_decision (Room *self, gconstpointer data)
{
  GtkWidget *caveats;

  room_await (self->page, "six in ten");
  caveats = ui_find_nth (self->page, GTK_TYPE_CHECK_BUTTON, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (caveats), TRUE);
  room_await (self->page, "none of the comments is a caveat");
  {
    g_autoptr (AccordRecord) record = travel_new (self->travel.one.reading, "comment");

    accord_record_set_text (record, "text", "Nobody pays after year three.");
    accord_record_set_text (record, "sort", "caveat");
    accord_record_set_int (record, "case", travel_case (self->travel.one.reading));
    accord_record_set_int (record, "review", travel_review (&self->travel.one));
    travel_save (self->travel.one.reading, record);
  }
  room_await_gone (self->page, "none of the comments is a caveat");
  {
    g_autoptr (AccordRecord) review =
        travel_get (self->travel.one.reading, "review", travel_review (&self->travel.one));

    g_assert_cmpstr (accord_record_get_text (review, "outcome"), ==, "endorsed-with-caveats");
  }
}

/* A year that is mistyped is said; it is kept all the same. */
static void
test_day_to_come (Room *self, gconstpointer data)
{
  GtkWidget *decision;

  room_await (self->page, "There is no decision yet.");
  decision = ui_find_type (self->page, ACCORD_TYPE_ROOM_DECISION);
  gtk_editable_set_text (GTK_EDITABLE (ui_find_nth (decision, GTK_TYPE_ENTRY, 1)), "4 December 2999");
  room_await (decision, "The decision is dated 4 Dec 2999, which is still to come.");
  gtk_editable_set_text (GTK_EDITABLE (ui_find_nth (decision, GTK_TYPE_ENTRY, 1)), "4 December 1999");
  room_await_gone (decision, "which is still to come");
}

static gpointer
read_room (AccordReader *reader, gpointer data, GError **error)
{
  return accord_room_data_read (reader, error);
}

/* An answer of the checklist is kept as it is given, too. */
static void
test_checklist (Room *self, gconstpointer data)
{
  g_autoptr (AccordRoomData) room =
      accord_workspace_read (self->travel.one.reading, read_room, NULL, NULL, NULL);
  const AccordReviewAnswer *answer = accord_case_review_find (room->checklist, "strategic-scope");
  GtkWidget *editor =
      accord_checklist_editor_new (self->travel.one.reading, room->checklist, answer, "2017-06-10");
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), editor);
  gtk_window_present (GTK_WINDOW (window));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_type (editor, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  room_await_count (self, "answer", 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_nth (editor, GTK_TYPE_TOGGLE_BUTTON, 1)), TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
  room_await (self->page, "Checklist: 1 of 41");
  room_await_count (self, "answer", 1);
}

static void
take_json (GtkWidget *window, const char *json, char **out)
{
  *out = g_strdup (json);
}

/* However long the name of who asked is, the buttons stay within the screen. */
static void
test_return_fits (Room *self, gconstpointer data)
{
  AccordRoomData *room = accord_workspace_read (self->travel.one.reading, read_room, NULL, NULL, NULL);
  g_autoptr (GString) name = g_string_new (NULL);
  GtkWidget *window;
  int least, usual;

  g_assert_nonnull (room);
  while (name->len < 300)
    g_string_append (name, "integrated neighbourhood partnership ");
  g_free (room->reading->asked_by);
  room->reading->asked_by = g_strdup (name->str);
  window = g_object_ref_sink (accord_return_window_new (self->travel.one.reading, room));
  gtk_widget_measure (adw_window_get_content (ADW_WINDOW (window)), GTK_ORIENTATION_HORIZONTAL, -1, &least,
                      &usual, NULL, NULL);
  g_assert_cmpint (least, <, 480);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
  accord_room_data_unref (room);
}

/* What is tried changes nothing; what is attached is what was tried. */
static void
test_what_if (Room *self, gconstpointer data)
{
  g_autofree char *before = travel_dup_state (self->travel.one.reading), *after = NULL, *json = NULL;
  g_autoptr (AccordRoomData) room =
      accord_workspace_read (self->travel.one.reading, read_room, NULL, NULL, NULL);
  GtkWidget *window;
  GtkWidget *attach;

  g_assert_nonnull (room);
  window = accord_what_if_window_new (room, accord_room_data_get_option (room), "* need × 0.5", TRUE);
  g_signal_connect (window, "attached", G_CALLBACK (take_json), &json);
  gtk_window_present (GTK_WINDOW (window));
  room_await (window, "In the case");
  room_await (window, "▼");
  attach = room_find_class (window, "suggested-action");
  g_signal_emit_by_name (attach, "clicked");
  g_assert_nonnull (json);
  g_assert_nonnull (strstr (json, "need"));
  ui_drain ();
  after = travel_dup_state (self->travel.one.reading);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

  ROOM_TEST ("/room/decision", test_decision);
  ROOM_TEST ("/room/day-to-come", test_day_to_come);
  ROOM_TEST ("/room/checklist", test_checklist);
  ROOM_TEST ("/room/return-fits", test_return_fits);
  ROOM_TEST ("/room/what-if", test_what_if);

  return g_test_run ();
}
