/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../../review/travel.h"
#include "../fixture.h"

#include "case/checklist-editor.h"
#include "comments.h"
#include "room/comment-card.h"
#include "room/room-flag.h"
#include "room/return-window.h"
#include "room/room-decision.h"
#include "room/room-page.h"
#include "room/room-part.h"
#include "room/room-go.h"
#include "room/what-if-window.h"

#include <string.h>

/* The reading room of a partner in a window. */
typedef struct
{
  Travel travel;
  GtkWidget *window;
  GtkWidget *page;
} Room;

static void
room_set_up (Room *self, gconstpointer data)
{
  g_autoptr (AccordPack) pack = NULL;

  travel_set_up (&self->travel, NULL);
  travel_set_text (self->travel.home, "case", self->travel.business_case, "economic",
                   "Ten years are counted.\n\n# Appraisal\nIt rests on **six in ten** of those in need.");
  pack = travel_send (&self->travel, "request.accordpack");
  travel_start (&self->travel, &self->travel.one, pack);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  self->page = accord_room_page_new (self->travel.one.reading);
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
room_tear_down (Room *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_drain ();
  travel_tear_down (&self->travel, NULL);
}

#define ROOM_TEST(path, func) g_test_add (path, Room, NULL, room_set_up, func, room_tear_down)

/* --- Looking. */

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_is_visible (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

typedef struct
{
  GtkWidget *within;
  const char *words;
  gboolean gone;
} Wanted;

static gboolean
is_there (gpointer data)
{
  const Wanted *wanted = data;

  return says (wanted->within, wanted->words) != wanted->gone;
}

static void
await (GtkWidget *within, const char *words)
{
  Wanted wanted = { within, words, FALSE };

  if (!ui_wait_until (is_there, &wanted))
    g_error ("“%s” is not there", words);
}

static void
await_gone (GtkWidget *within, const char *words)
{
  Wanted wanted = { within, words, TRUE };

  if (!ui_wait_until (is_there, &wanted))
    g_error ("“%s” is still there", words);
}

static GtkWidget *
find_type (GtkWidget *within, GType type, guint nth)
{
  static guint left;

  if (nth != G_MAXUINT)
    left = nth;
  if (g_type_is_a (G_OBJECT_TYPE (within), type) && left-- == 0)
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, G_MAXUINT);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_class (GtkWidget *within, const char *style_class)
{
  if (gtk_widget_has_css_class (within, style_class))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_class (child, style_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  AccordWorkspace *workspace;
  const char *kind;
  gint64 n;
} Counted;

static gboolean
is_counted (gpointer data)
{
  const Counted *counted = data;

  return travel_count (counted->workspace, counted->kind) == counted->n;
}

static void
await_count (Room *self, const char *kind, gint64 n)
{
  Counted counted = { self->travel.one.reading, kind, n };

  g_assert_true (ui_wait_until (is_counted, &counted));
}

static GtkTextBuffer *
buffer_of (GtkWidget *within)
{
  GtkWidget *view = find_type (within, GTK_TYPE_TEXT_VIEW, 0);

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

/* --- Tests. */

static void
test_shows (Room *self, gconstpointer data)
{
  await (self->page, "Checklist: 0 of 41");
  await (self->page, "No decision yet");
  await (self->page, "no comments yet");
  await (self->page, "six in ten");
  await (self->page, "NPSV");
  await (self->page, "There is no decision yet.");
  g_assert_nonnull (find_type (self->page, ACCORD_TYPE_ROOM_PART, 0));
}

/* What is written is in the reading file within a second, without a button being pressed. */
static void
test_comment_is_kept (Room *self, gconstpointer data)
{
  GtkWidget *card;
  g_autoptr (AccordRecord) kept = NULL;

  await (self->page, "six in ten");
  accord_room_comment_on (self->page, "section", "economic/appraisal", "six in ten");
  card = find_type (self->page, ACCORD_TYPE_COMMENT_CARD, 0);
  g_assert_nonnull (card);
  await (card, "Economic case: Appraisal");
  gtk_text_buffer_set_text (buffer_of (card), "Of the pilot, or of all?", -1);
  await_count (self, "comment", 1);
  await (card, "Kept");
  await (self->page, "1 question");
  kept = travel_get (self->travel.one.reading, "comment",
                     accord_comment_card_get_id (ACCORD_COMMENT_CARD (card)));
  g_assert_cmpstr (accord_record_get_text (kept, "text"), ==, "Of the pilot, or of all?");
  g_assert_cmpstr (accord_record_get_text (kept, "quote"), ==, "six in ten");
  g_assert_cmpint (accord_record_get_int (kept, "review"), ==, travel_review (&self->travel.one));
  /* The same card goes on being written in. */
  gtk_text_buffer_set_text (buffer_of (card), "Of all?", -1);
  await (card, "Kept");
  g_assert_true (find_type (self->page, ACCORD_TYPE_COMMENT_CARD, 0) == card);
  g_assert_null (find_type (self->page, ACCORD_TYPE_COMMENT_CARD, 1));
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

  await (self->page, "six in ten");
  part = gtk_widget_get_ancestor (find_label (self->page, "six in ten"), ACCORD_TYPE_ROOM_PART);
  label = find_label (part, "six in ten");
  gtk_widget_grab_focus (label);
  ui_wait_frame (self->window);
  gtk_label_select_region (GTK_LABEL (label), 12, 22);
  g_assert_true (press (label, GDK_KEY_m, GDK_CONTROL_MASK));
  card = find_type (self->page, ACCORD_TYPE_COMMENT_CARD, 0);
  await (card, "Economic case: Appraisal");
  await (card, "six in ten");
  g_assert_true (press (part, GDK_KEY_F6, 0));
  g_assert_true (press (self->page, GDK_KEY_m, GDK_CONTROL_MASK));
  await (find_type (self->page, ACCORD_TYPE_COMMENT_CARD, 0), "The whole case");
}

/* What somebody writes in stays in sight where it is, wherever its place will be. */
static void
test_draft_stays (Room *self, gconstpointer data)
{
  GtkWidget *card;

  add_comment (self, "Which ten?", "summary", NULL);
  add_comment (self, "Of what?", "strategic", NULL);
  await (self->page, "Of what?");
  accord_room_comment_on (self->page, "section", "management", NULL);
  card = find_type (self->page, ACCORD_TYPE_COMMENT_CARD, 0);
  gtk_text_buffer_set_text (buffer_of (card), "Who leads it?", -1);
  await_count (self, "comment", 3);
  await (card, "Kept");
  await (self->page, "3 questions");
  g_assert_true (find_type (self->page, ACCORD_TYPE_COMMENT_CARD, 0) == card);
}

/* One without words is none. */
static void
test_empty_comment (Room *self, gconstpointer data)
{
  GtkWidget *card;

  await (self->page, "six in ten");
  accord_room_comment_on (self->page, NULL, NULL, NULL);
  card = find_type (self->page, ACCORD_TYPE_COMMENT_CARD, 0);
  gtk_text_buffer_set_text (buffer_of (card), "  \n", -1);
  gtk_widget_activate (find_type (find_type (card, GTK_TYPE_TEXT_VIEW, 0), GTK_TYPE_WIDGET, 0));
  ui_drain ();
  g_assert_cmpint (travel_count (self->travel.one.reading, "comment"), ==, 0);
}

static void
test_marks (Room *self, gconstpointer data)
{
  gint64 quoted, gone;

  await (self->page, "six in ten");
  quoted = add_comment (self, "Which ten?", "economic", "six in ten");
  gone = add_comment (self, "Nowhere", "economic", "words that are not there");
  await (self->page, "Which ten?");
  g_assert_nonnull (find_class (find_type (self->page, ACCORD_TYPE_ROOM_PART, 0), "comment-mark") != NULL
                            || find_class (self->page, "comment-mark") != NULL
                        ? self->page
                        : NULL);
  accord_room_show_place (self->page, quoted);
  accord_room_show_comment (self->page, gone);
  await (find_class (self->page, "selected"), "Nowhere");
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
  await (self->page, "The pilot’s.");
  accord_room_delete (self->page, id);
  await_gone (self->page, "Which ten?");
  g_assert_cmpint (travel_count (self->travel.one.reading, "comment"), ==, 0);
  travel_undo (self->travel.one.reading);
  await (self->page, "The pilot’s.");
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
  await (self->page, "130 questions");
  await (self->page, "Comment number 3.");
  g_assert_null (find_type (self->page, ACCORD_TYPE_COMMENT_CARD, 60));
  /* Their marks do not take the room of what they are on. */
  await (self->page, "+127");
  gtk_widget_measure (self->page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 1200);
  accord_room_show_comment (self->page, last);
  await (self->page, "Comment number 129.");
}

static void
test_decision (Room *self, gconstpointer data)
{
  GtkWidget *caveats;

  await (self->page, "six in ten");
  caveats = find_type (self->page, GTK_TYPE_CHECK_BUTTON, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (caveats), TRUE);
  await (self->page, "none of the comments is a caveat");
  {
    g_autoptr (AccordRecord) record = travel_new (self->travel.one.reading, "comment");

    accord_record_set_text (record, "text", "Nobody pays after year three.");
    accord_record_set_text (record, "sort", "caveat");
    accord_record_set_int (record, "case", travel_case (self->travel.one.reading));
    accord_record_set_int (record, "review", travel_review (&self->travel.one));
    travel_save (self->travel.one.reading, record);
  }
  await_gone (self->page, "none of the comments is a caveat");
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

  await (self->page, "There is no decision yet.");
  decision = find_type (self->page, ACCORD_TYPE_ROOM_DECISION, 0);
  gtk_editable_set_text (GTK_EDITABLE (find_type (decision, GTK_TYPE_ENTRY, 1)), "4 December 2999");
  await (decision, "The decision is dated 4 Dec 2999, which is still to come.");
  gtk_editable_set_text (GTK_EDITABLE (find_type (decision, GTK_TYPE_ENTRY, 1)), "4 December 1999");
  await_gone (decision, "which is still to come");
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
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_type (editor, GTK_TYPE_TOGGLE_BUTTON, 0)), TRUE);
  await_count (self, "answer", 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_type (editor, GTK_TYPE_TOGGLE_BUTTON, 1)), TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
  await (self->page, "Checklist: 1 of 41");
  await_count (self, "answer", 1);
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
  await (window, "In the case");
  await (window, "▼");
  attach = find_class (window, "suggested-action");
  g_signal_emit_by_name (attach, "clicked");
  g_assert_nonnull (json);
  g_assert_nonnull (strstr (json, "need"));
  ui_drain ();
  after = travel_dup_state (self->travel.one.reading);
  g_assert_cmpstr (before, ==, after);
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
  ROOM_TEST ("/room/decision", test_decision);
  ROOM_TEST ("/room/day-to-come", test_day_to_come);
  ROOM_TEST ("/room/checklist", test_checklist);
  ROOM_TEST ("/room/return-fits", test_return_fits);
  ROOM_TEST ("/room/what-if", test_what_if);
  ROOM_TEST ("/room/flag", test_flag);

  return g_test_run ();
}
