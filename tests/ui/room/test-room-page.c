/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room-fixture.h"

#include "comments.h"
#include "room/comment-card.h"
#include "room/room-flag.h"
#include "room/room-go.h"
#include "room/room-page.h"
#include "room/room-part.h"

#include <string.h>

static GtkTextBuffer *
buffer_of (GtkWidget *within)
{
  GtkWidget *view = ui_find_type (within, GTK_TYPE_TEXT_VIEW);

  g_assert_nonnull (view);
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static gint64
add_comment (Room *self, const char *text, const char *section, const char *quote)
{
  AccordWorkspace *reading = self->travel.one.reading;
  g_autoptr (AccordRecord) record = travel_new (reading, "comment");

  accord_record_set_text (record, "text", text);
  accord_record_set_int (record, "case", travel_case (reading));
  accord_record_set_int (record, "review", travel_review (&self->travel.one));
  accord_record_set_text (record, "section", section);
  accord_record_set_text (record, "quote", quote);
  return travel_save (reading, record);
}

static void
test_shows (Room *self, gconstpointer data)
{
  room_await (self->page, "Checklist: 0 of 41");
  room_await (self->page, "No decision yet");
  room_await (self->page, "no comments yet");
  room_await (self->page, "six in ten");
  room_await (self->page, "NPSV");
  room_await (self->page, "There is no decision yet.");
  g_assert_nonnull (ui_find_type (self->page, ACCORD_TYPE_ROOM_PART));
}

/* What is written is in the reading file within a second, without a button being pressed. */
static void
test_comment_is_kept (Room *self, gconstpointer data)
{
  GtkWidget *card;
  g_autoptr (AccordRecord) kept = NULL;

  room_await (self->page, "six in ten");
  accord_room_comment_on (self->page, "section", "economic/appraisal", "six in ten");
  card = ui_find_type (self->page, ACCORD_TYPE_COMMENT_CARD);
  g_assert_nonnull (card);
  room_await (card, "Economic case: Appraisal");
  gtk_text_buffer_set_text (buffer_of (card), "Of the pilot, or of all?", -1);
  room_await_count (self, "comment", 1);
  room_await (card, "Kept");
  room_await (self->page, "1 question");
  kept = travel_get (self->travel.one.reading, "comment",
                     accord_comment_card_get_id (ACCORD_COMMENT_CARD (card)));
  g_assert_cmpstr (accord_record_get_text (kept, "text"), ==, "Of the pilot, or of all?");
  g_assert_cmpstr (accord_record_get_text (kept, "quote"), ==, "six in ten");
  g_assert_cmpint (accord_record_get_int (kept, "review"), ==, travel_review (&self->travel.one));
  /* The same card goes on being written in. */
  gtk_text_buffer_set_text (buffer_of (card), "Of all?", -1);
  room_await (card, "Kept");
  g_assert_true (ui_find_type (self->page, ACCORD_TYPE_COMMENT_CARD) == card);
  g_assert_null (ui_find_nth (self->page, ACCORD_TYPE_COMMENT_CARD, 1));
}

/* Presses a key that the class of a widget, or of what it is in, has bound. */
static gboolean
press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);
          guint n = GTK_IS_SHORTCUT_CONTROLLER (one) ? g_list_model_get_n_items (G_LIST_MODEL (one)) : 0;

          for (guint k = 0; k < n; k++)
            {
              g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (one), k);
              GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

              if (GTK_IS_KEYVAL_TRIGGER (trigger)
                  && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
                  && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
                  && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                   gtk_shortcut_get_arguments (shortcut)))
                return TRUE;
            }
        }
    }
  return FALSE;
}

static GtkWidget *
find_label (GtkWidget *within, const char *words)
{
  if (GTK_IS_LABEL (within) && strstr (gtk_label_get_text (GTK_LABEL (within)), words) != NULL)
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* One key comments on the words that are selected, on what has the keyboard, or on the case. */
static void
test_by_key (Room *self, gconstpointer data)
{
  GtkWidget *part, *label, *card;

  room_await (self->page, "six in ten");
  part = gtk_widget_get_ancestor (find_label (self->page, "six in ten"), ACCORD_TYPE_ROOM_PART);
  label = find_label (part, "six in ten");
  gtk_widget_grab_focus (label);
  ui_wait_frame (self->window);
  gtk_label_select_region (GTK_LABEL (label), 12, 22);
  g_assert_true (press (label, GDK_KEY_m, GDK_CONTROL_MASK));
  card = ui_find_type (self->page, ACCORD_TYPE_COMMENT_CARD);
  room_await (card, "Economic case: Appraisal");
  room_await (card, "six in ten");
  g_assert_true (press (part, GDK_KEY_F6, 0));
  g_assert_true (press (self->page, GDK_KEY_m, GDK_CONTROL_MASK));
  room_await (ui_find_type (self->page, ACCORD_TYPE_COMMENT_CARD), "The whole case");
}

/* What somebody writes in stays in sight where it is, wherever its place will be. */
static void
test_draft_stays (Room *self, gconstpointer data)
{
  GtkWidget *card;

  add_comment (self, "Which ten?", "summary", NULL);
  add_comment (self, "Of what?", "strategic", NULL);
  room_await (self->page, "Of what?");
  accord_room_comment_on (self->page, "section", "management", NULL);
  card = ui_find_type (self->page, ACCORD_TYPE_COMMENT_CARD);
  gtk_text_buffer_set_text (buffer_of (card), "Who leads it?", -1);
  room_await_count (self, "comment", 3);
  room_await (card, "Kept");
  room_await (self->page, "3 questions");
  g_assert_true (ui_find_type (self->page, ACCORD_TYPE_COMMENT_CARD) == card);
}

/* One without words is none. */
static void
test_empty_comment (Room *self, gconstpointer data)
{
  GtkWidget *card;

  room_await (self->page, "six in ten");
  accord_room_comment_on (self->page, NULL, NULL, NULL);
  card = ui_find_type (self->page, ACCORD_TYPE_COMMENT_CARD);
  gtk_text_buffer_set_text (buffer_of (card), "  \n", -1);
  gtk_widget_activate (ui_find_type (ui_find_type (card, GTK_TYPE_TEXT_VIEW), GTK_TYPE_WIDGET));
  ui_drain ();
  g_assert_cmpint (travel_count (self->travel.one.reading, "comment"), ==, 0);
}

static void
test_marks (Room *self, gconstpointer data)
{
  gint64 quoted, gone;

  room_await (self->page, "six in ten");
  quoted = add_comment (self, "Which ten?", "economic", "six in ten");
  gone = add_comment (self, "Nowhere", "economic", "words that are not there");
  room_await (self->page, "Which ten?");
  g_assert_nonnull (room_find_class (ui_find_type (self->page, ACCORD_TYPE_ROOM_PART), "comment-mark") != NULL
                            || room_find_class (self->page, "comment-mark") != NULL
                        ? self->page
                        : NULL);
  accord_room_show_place (self->page, quoted);
  accord_room_show_comment (self->page, gone);
  room_await (room_find_class (self->page, "selected"), "Nowhere");
}

/* A comment goes with its replies, and comes back with one undo. */
static void
test_delete (Room *self, gconstpointer data)
{
  gint64 id = add_comment (self, "Which ten?", "economic", NULL);
  g_autoptr (AccordRecord) reply = travel_new (self->travel.one.reading, "comment");

  accord_record_set_text (reply, "text", "The pilot’s.");
  accord_record_set_int (reply, "case", travel_case (self->travel.one.reading));
  accord_record_set_int (reply, "review", travel_review (&self->travel.one));
  accord_record_set_int (reply, "reply-to", id);
  travel_save (self->travel.one.reading, reply);
  room_await (self->page, "The pilot’s.");
  accord_room_delete (self->page, id);
  room_await_gone (self->page, "Which ten?");
  g_assert_cmpint (travel_count (self->travel.one.reading, "comment"), ==, 0);
  travel_undo (self->travel.one.reading);
  room_await (self->page, "The pilot’s.");
}

/* Hundreds are shown some at a time, and one that is gone to is among them. */
static void
test_many (Room *self, gconstpointer data)
{
  gint64 last = 0;
  int least;

  for (guint i = 0; i < 130; i++)
    {
      g_autofree char *text = g_strdup_printf ("Comment number %u.", i);

      last = add_comment (self, text, "summary", NULL);
    }
  room_await (self->page, "130 questions");
  room_await (self->page, "Comment number 3.");
  g_assert_null (ui_find_nth (self->page, ACCORD_TYPE_COMMENT_CARD, 60));
  /* Their marks do not take the room of what they are on. */
  room_await (self->page, "+127");
  gtk_widget_measure (self->page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 1200);
  accord_room_show_comment (self->page, last);
  room_await (self->page, "Comment number 129.");
}

typedef struct
{
  gboolean done;
  gboolean reading;
} Looked;

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  Looked *looked = data;

  looked->reading = accord_room_look_finish (ACCORD_WORKSPACE (source), result);
  looked->done = TRUE;
}

static gboolean
look (AccordWorkspace *workspace)
{
  Looked looked = { FALSE, FALSE };

  accord_room_look_async (workspace, on_looked, &looked);
  while (!looked.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (looked.reading == accord_room_is_reading (workspace));
  return looked.reading;
}

static void
test_flag (Room *self, gconstpointer data)
{
  g_autoptr (AccordRecord) read = NULL;
  g_autofree char *name = NULL, *other = NULL, *file = NULL;

  g_assert_true (look (self->travel.one.reading));
  g_assert_false (look (self->travel.home));
  /* It is called as its case is; any other workspace as its file. */
  read = travel_get (self->travel.one.reading, "case", travel_case (self->travel.one.reading));
  name = accord_room_dup_name (self->travel.one.reading);
  g_assert_cmpstr (name, ==, accord_record_get_text (read, "name"));
  other = accord_room_dup_name (self->travel.home);
  file = accord_workspace_dup_display_name (self->travel.home);
  g_assert_cmpstr (other, ==, file);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

  ROOM_TEST ("/room/shows", test_shows);
  ROOM_TEST ("/room/comment-is-kept", test_comment_is_kept);
  ROOM_TEST ("/room/by-key", test_by_key);
  ROOM_TEST ("/room/draft-stays", test_draft_stays);
  ROOM_TEST ("/room/empty-comment", test_empty_comment);
  ROOM_TEST ("/room/marks", test_marks);
  ROOM_TEST ("/room/delete", test_delete);
  ROOM_TEST ("/room/many", test_many);
  ROOM_TEST ("/room/flag", test_flag);

  return g_test_run ();
}
