/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room-fixture.h"

#include "room/room-caveat.h"
#include "room/room-data.h"
#include "room/room-page.h"

#include <string.h>

#define HINT "waits for you"
#define LONG_WORDS 300

/* The reading room of the partner who raised the caveat of the case. */
typedef struct
{
  Room room;
  AccordWorkspace *reading;
  gint64 caveat; /* in the reading file */
} Raised;

static void
answer (Raised *self, const char *response)
{
  g_autoptr (AccordRecord) caveat = travel_get (self->room.travel.home, "caveat", self->room.travel.caveat);

  accord_record_set_text (caveat, "response", response);
  accord_record_set_text (caveat, "state", "answered");
  accord_record_set_text (caveat, "answered-on", "2017-05-20");
  travel_save (self->room.travel.home, caveat);
}

static void
open_room (Raised *self, Partner *partner)
{
  g_autoptr (AccordPack) pack = travel_send (&self->room.travel, "request.accordpack");

  travel_start (&self->room.travel, partner, pack);
  self->reading = partner->reading;
  if (travel_count (self->reading, "caveat") > 0)
    {
      g_autofree char *uid = travel_dup_uid (self->room.travel.home, "caveat", self->room.travel.caveat);
      g_autoptr (AccordRecord) caveat = travel_find (self->reading, "caveat", uid);

      self->caveat = accord_record_get_id (caveat);
    }
  room_open (&self->room, self->reading);
}

static void
set_up (Raised *self, gconstpointer data)
{
  room_set_up_home (&self->room, data);
}

static void
tear_down (Raised *self, gconstpointer data)
{
  room_tear_down (&self->room, data);
}

#define RAISED_TEST(path, func) g_test_add (path, Raised, NULL, set_up, func, tear_down)

/* --- Looking. */

static gboolean
is_seen (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_visible (widget))
      return FALSE;
  return TRUE;
}

static GtkWidget *
find (GtkWidget *within, GType type, const char *words)
{
  const char *text = GTK_IS_LABEL (within)    ? gtk_label_get_text (GTK_LABEL (within))
                     : GTK_IS_BUTTON (within) ? gtk_button_get_label (GTK_BUTTON (within))
                                              : NULL;

  if (g_type_is_a (G_OBJECT_TYPE (within), type) && (words == NULL || (text != NULL && strstr (text, words)))
      && is_seen (within))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  GtkWidget *within;
  GType type;
  const char *words;
  gboolean gone;
} Wanted;

static gboolean
is_there (gpointer data)
{
  const Wanted *wanted = data;

  return (find (wanted->within, wanted->type, wanted->words) != NULL) != wanted->gone;
}

static GtkWidget *
await (Raised *self, GType type, const char *words)
{
  Wanted wanted = { self->room.page, type, words, FALSE };

  if (!ui_wait_until (is_there, &wanted))
    g_error ("“%s” is not there", words);
  return find (self->room.page, type, words);
}

static void
await_gone (Raised *self, GType type, const char *words)
{
  Wanted wanted = { self->room.page, type, words, TRUE };

  if (!ui_wait_until (is_there, &wanted))
    g_error ("“%s” is still there", words);
}

static void
assert_text (AccordWorkspace *workspace, gint64 id, const char *field, const char *text)
{
  g_autoptr (AccordRecord) caveat = travel_get (workspace, "caveat", id);

  g_assert_cmpstr (accord_record_get_text (caveat, field), ==, text);
}

/* As the space bar does. */
static void
press (Raised *self, const char *words)
{
  GtkWidget *button = await (self, GTK_TYPE_BUTTON, words);

  g_assert_true (gtk_widget_grab_focus (button));
  g_assert_true (gtk_widget_activate (button));
}

typedef struct
{
  GtkWidget *window;
  const char *words;
} Focused;

static gboolean
has_focus (gpointer data)
{
  const Focused *focused = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (focused->window));

  return GTK_IS_BUTTON (focus) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (focus)), focused->words) == 0;
}

/* --- Tests. */

/* Accepted, taken back, opened again and accepted after all, by the keyboard; then it goes home. */
static void
test_accept (Raised *self, gconstpointer data)
{
  Focused focused = { NULL, "Not enough: open again" };
  g_autoptr (AccordPack) back = NULL;

  answer (self, "From the hub.");
  open_room (self, &self->room.travel.two);
  focused.window = self->room.window;
  await (self, GTK_TYPE_LABEL, "Raised by Community Trust: yours to accept");
  await (self, GTK_TYPE_LABEL, "Answer: From the hub.");
  await (self, GTK_TYPE_LABEL, HINT);
  press (self, "Accept answer");
  await_gone (self, GTK_TYPE_BUTTON, "Accept answer");
  await_gone (self, GTK_TYPE_LABEL, HINT);
  await (self, GTK_TYPE_LABEL, "recorded by Community Trust on behalf of Governing Body");
  /* The keyboard goes on from where it was. */
  g_assert_true (ui_wait_until (has_focus, &focused));
  assert_text (self->reading, self->caveat, "state", "accepted");
  assert_text (self->reading, self->caveat, "accepted-by", "Community Trust");
  travel_undo (self->reading);
  await (self, GTK_TYPE_LABEL, HINT);
  assert_text (self->reading, self->caveat, "state", "answered");
  press (self, "Not enough");
  await_gone (self, GTK_TYPE_BUTTON, "Not enough");
  await (self, GTK_TYPE_LABEL, "It is open although there is an answer.");
  await_gone (self, GTK_TYPE_LABEL, HINT);
  assert_text (self->reading, self->caveat, "state", "open");
  press (self, "Accept answer");
  await (self, GTK_TYPE_LABEL, "Answered on 20 May 2017 · Accepted, recorded by Community Trust");
  travel_decide (&self->room.travel.two, "endorsed", "Endorsed.");
  back = travel_return (&self->room.travel, &self->room.travel.two, "two.accordpack");
  travel_merge (self->room.travel.home, back, TRUE);
  assert_text (self->room.travel.home, self->room.travel.caveat, "state", "accepted");
  assert_text (self->room.travel.home, self->room.travel.caveat, "accepted-by", "Community Trust");
  assert_text (self->room.travel.home, self->room.travel.caveat, "answered-on", "2017-05-20");
}

/* To who did not raise it, it is there to be read. */
static void
test_of_others (Raised *self, gconstpointer data)
{
  answer (self, "From the hub.");
  open_room (self, &self->room.travel.one);
  await (self, GTK_TYPE_LABEL, "Answer: From the hub.");
  g_assert_null (find (self->room.page, GTK_TYPE_LABEL, "yours to accept"));
  g_assert_null (find (self->room.page, GTK_TYPE_BUTTON, "Accept answer"));
  g_assert_null (find (self->room.page, GTK_TYPE_LABEL, HINT));
  /* Also the action of the page refuses it. */
  gtk_widget_activate_action (self->room.page, "room.settle-caveat", "(xs)", self->caveat, "accepted");
  ui_drain ();
  assert_text (self->reading, self->caveat, "state", "answered");
}

static void
test_no_answer (Raised *self, gconstpointer data)
{
  open_room (self, &self->room.travel.two);
  await (self, GTK_TYPE_LABEL, "No answer yet");
  await (self, GTK_TYPE_LABEL, "yours to accept");
  g_assert_null (find (self->room.page, GTK_TYPE_BUTTON, "Accept answer"));
  g_assert_null (find (self->room.page, GTK_TYPE_BUTTON, "Not enough"));
  g_assert_null (find (self->room.page, GTK_TYPE_LABEL, HINT));
}

static void
test_none (Raised *self, gconstpointer data)
{
  travel_delete (self->room.travel.home, "caveat", self->room.travel.caveat);
  open_room (self, &self->room.travel.two);
  await (self, GTK_TYPE_LABEL, "Nobody has raised one.");
  g_assert_null (find (self->room.page, ACCORD_TYPE_ROOM_CAVEAT, NULL));
}

/* Long words push nothing out of a narrow window, and the hint says only how they begin. */
static void
test_long (Raised *self, gconstpointer data)
{
  g_autoptr (GString) words = g_string_new ("Subject to");
  GtkWidget *row, *hint;
  int least;

  while (words->len < LONG_WORDS)
    g_string_append (words, " arrangements");
  travel_set_text (self->room.travel.home, "caveat", self->room.travel.caveat, "text", words->str);
  answer (self, words->str);
  open_room (self, &self->room.travel.two);
  row = gtk_widget_get_ancestor (await (self, GTK_TYPE_BUTTON, "Accept answer"), ACCORD_TYPE_ROOM_CAVEAT);
  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 340);
  hint = await (self, GTK_TYPE_LABEL, HINT);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (hint)), "arrangements…”"));
  g_assert_cmpint (g_utf8_strlen (gtk_label_get_text (GTK_LABEL (hint)), -1), <, 180);
}

static gpointer
read_room (AccordReader *reader, gpointer data, GError **error)
{
  return accord_room_data_read (reader, error);
}

/* Three are named; of more there is a number. */
static void
test_many (Raised *self, gconstpointer data)
{
  g_autoptr (AccordRoomData) room = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  guint named = 0, counted = 0;

  answer (self, "From the hub.");
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (AccordRecord) first =
          travel_get (self->room.travel.home, "caveat", self->room.travel.caveat);
      g_autoptr (AccordRecord) more = travel_new (self->room.travel.home, "caveat");
      const gint64 cases[] = { self->room.travel.business_case };

      accord_record_set_text (more, "text", "Show who pays");
      accord_record_set_text (more, "response", "The Council.");
      accord_record_set_text (more, "state", "answered");
      accord_record_set_int (more, "raised-by", accord_record_get_int (first, "raised-by"));
      accord_record_set_ids (more, "cases", cases, G_N_ELEMENTS (cases));
      travel_save (self->room.travel.home, more);
    }
  open_room (self, &self->room.travel.two);
  await (self, GTK_TYPE_LABEL, "2 more answers to caveats of yours wait for you.");
  room = accord_workspace_read (self->reading, read_room, NULL, NULL, NULL);
  missing = accord_room_data_list_missing (room);
  for (guint i = 0; i < missing->len; i++)
    {
      named += strstr (missing->pdata[i], "The answer to your caveat “") != NULL;
      counted += strstr (missing->pdata[i], "2 more answers") != NULL;
    }
  g_assert_cmpuint (named, ==, 3);
  g_assert_cmpuint (counted, ==, 1);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

  RAISED_TEST ("/room/caveats/accept", test_accept);
  RAISED_TEST ("/room/caveats/of-others", test_of_others);
  RAISED_TEST ("/room/caveats/no-answer", test_no_answer);
  RAISED_TEST ("/room/caveats/none", test_none);
  RAISED_TEST ("/room/caveats/long", test_long);
  RAISED_TEST ("/room/caveats/many", test_many);

  return g_test_run ();
}
