/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room-fixture.h"

#include "room/comment-card.h"
#include "room/earlier-rounds.h"
#include "room/room-data.h"
#include "room/room-go.h"
#include "room/room-page.h"

#include <string.h>

#define ASKED_BEFORE "Who runs the front door?"
#define REPLIED "The Council does."
#define OTHERS "In confidence: we would not."
#define TITLE "Said before, in the review returned on 21 Jun 2017"

static AccordPack *
send_to (Room *self, gboolean both, const char *name)
{
  const gint64 to[] = { self->travel.one.organisation, self->travel.two.organisation };

  return travel_send_from (&self->travel, self->travel.home, self->travel.business_case, 0, to, both ? 2 : 1,
                           self->travel.key, name);
}

static void
take_in (Room *self, Partner *partner, const char *name)
{
  g_autoptr (AccordPack) answer = NULL;

  travel_decide (partner, "deferred", "Deferred.");
  answer = travel_return (&self->travel, partner, name);
  travel_merge (self->travel.home, answer, TRUE);
}

/* The case’s own people reply: of no review are their words. */
static void
reply (Room *self, gint64 to)
{
  g_autoptr (AccordRecord) record = travel_new (self->travel.home, "comment");

  accord_record_set_text (record, "text", REPLIED);
  accord_record_set_text (record, "author", "Programme Director");
  accord_record_set_int (record, "case", self->travel.business_case);
  accord_record_set_int (record, "reply-to", to);
  travel_save (self->travel.home, record);
}

/* Both have said something in the round before, and the first has its reply. */
static void
first_round (Room *self)
{
  g_autoptr (AccordPack) pack = send_to (self, TRUE, "first.accordpack");
  g_autoptr (AccordRecord) question = NULL;
  g_autofree char *uid = NULL;
  gint64 id;

  travel_start (&self->travel, &self->travel.one, pack);
  id = travel_comment (&self->travel.one, "question", ASKED_BEFORE);
  uid = travel_dup_uid (self->travel.one.reading, "comment", id);
  take_in (self, &self->travel.one, "one.accordpack");
  travel_start (&self->travel, &self->travel.two, pack);
  travel_comment (&self->travel.two, "risk", OTHERS);
  take_in (self, &self->travel.two, "two.accordpack");
  question = travel_find (self->travel.home, "comment", uid);
  reply (self, accord_record_get_id (question));
}

/* The room of a partner who is asked for the second time. */
static void
open_room (Room *self, AccordPack *pack)
{
  travel_start (&self->travel, &self->travel.one, pack);
  room_open (self, self->travel.one.reading);
}

#define ROUND_TEST(path, func) g_test_add (path, Room, NULL, room_set_up_home, func, room_tear_down)

/* --- Looking. */

/* The first that is seen and says so, as its label or its tooltip. */
static GtkWidget *
find (GtkWidget *within, GType type, const char *words)
{
  const char *text =
      GTK_IS_LABEL (within) ? gtk_label_get_text (GTK_LABEL (within)) : gtk_widget_get_tooltip_text (within);

  if (!gtk_widget_get_visible (within))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (within), type) && (words == NULL || (text != NULL && strstr (text, words))))
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
  const char *words;
} Wanted;

static gboolean
is_there (gpointer data)
{
  const Wanted *wanted = data;

  return find (wanted->within, GTK_TYPE_LABEL, wanted->words) != NULL;
}

static GtkWidget *
await (Room *self, const char *words)
{
  Wanted wanted = { self->page, words };

  if (!ui_wait_until (is_there, &wanted))
    g_error ("“%s” is not there", words);
  return find (self->page, GTK_TYPE_LABEL, words);
}

static gint64
add_comment (Room *self, const char *text)
{
  return travel_comment (&self->travel.one, "correction", text);
}

/* --- Tests. */

/* What was said before is there with its reply, to be read; what is said now stands before it, and goes home
 * alone. */
static void
test_own (Room *self, gconstpointer data)
{
  g_autoptr (AccordPack) pack = NULL, answer = NULL;
  g_autoptr (AccordHomecoming) home = NULL;
  GtkWidget *earlier, *card;

  first_round (self);
  pack = send_to (self, FALSE, "second.accordpack");
  open_room (self, pack);
  await (self, TITLE);
  card = gtk_widget_get_ancestor (await (self, ASKED_BEFORE), ACCORD_TYPE_COMMENT_CARD);
  earlier = gtk_widget_get_ancestor (card, ACCORD_TYPE_EARLIER_ROUNDS);
  g_assert_nonnull (earlier);
  g_assert_nonnull (find (card, GTK_TYPE_LABEL, REPLIED));
  g_assert_nonnull (find (card, GTK_TYPE_LABEL, "Answered"));
  g_assert_null (find (card, GTK_TYPE_LABEL, "Reply"));
  g_assert_null (find (card, GTK_TYPE_BUTTON, "Edit"));
  g_assert_null (find (card, GTK_TYPE_BUTTON, "Delete"));
  await (self, "no comments yet");
  add_comment (self, "It was five in ten.");
  g_assert_null (gtk_widget_get_ancestor (await (self, "It was five in ten."), ACCORD_TYPE_EARLIER_ROUNDS));
  /* The card before it is the one that it was. */
  g_assert_true (gtk_widget_get_ancestor (await (self, ASKED_BEFORE), ACCORD_TYPE_COMMENT_CARD) == card);
  travel_decide (&self->travel.one, "endorsed", "Endorsed.");
  answer = travel_return (&self->travel, &self->travel.one, "again.accordpack");
  home = travel_plan (self->travel.home, answer);
  g_assert_cmpuint (home->n_left, ==, 0);
  travel_take (self->travel.home, answer, home, TRUE);
  g_assert_cmpint (travel_count (self->travel.home, "comment"), ==, 4);
}

/* What others said is no round of theirs, also where it was sent along. */
static void
test_not_of_others (Room *self, gconstpointer data)
{
  g_autoptr (GFile) file = travel_file (&self->travel, "all.accordpack");
  const AccordSend send = { .business_case = self->travel.business_case,
                            .organisations = &self->travel.one.organisation,
                            .n_organisations = 1,
                            .signer = self->travel.key,
                            .with_comments = TRUE,
                            .file = file,
                            .today = TODAY };
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (AccordPack) pack = NULL;
  g_autoptr (GError) error = NULL;

  first_round (self);
  change = accord_review_send (self->travel.home, &send, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  pack = travel_open_pack (file);
  open_room (self, pack);
  g_assert_cmpint (travel_count (self->travel.one.reading, "comment"), ==, 3);
  await (self, TITLE);
  g_assert_null (find (self->page, GTK_TYPE_LABEL, OTHERS));
}

static void
test_none (Room *self, gconstpointer data)
{
  g_autoptr (AccordPack) pack = send_to (self, FALSE, "first.accordpack");

  open_room (self, pack);
  await (self, "Nothing has been said in this review yet.");
  g_assert_null (find (self->page, GTK_TYPE_LABEL, "Said before"));
}

static gpointer
read_room (AccordReader *reader, gpointer data, GError **error)
{
  return accord_room_data_read (reader, error);
}

/* Hundreds are shown some at a time. */
static void
test_many (Room *self, gconstpointer data)
{
  g_autoptr (AccordPack) first = send_to (self, FALSE, "first.accordpack"), second = NULL;
  g_autoptr (AccordRoomData) room = NULL;
  const AccordEarlierRound *round;

  travel_start (&self->travel, &self->travel.one, first);
  for (guint i = 0; i < 70; i++)
    {
      g_autofree char *text = g_strdup_printf ("Comment number %u.", i);

      add_comment (self, text);
    }
  take_in (self, &self->travel.one, "one.accordpack");
  second = send_to (self, FALSE, "second.accordpack");
  open_room (self, second);
  await (self, "Show 10 more");
  room = accord_workspace_read (self->travel.one.reading, read_room, NULL, NULL, NULL);
  g_assert_cmpuint (room->earlier->len, ==, 1);
  round = room->earlier->pdata[0];
  g_assert_cmpuint (round->comments->threads->len, ==, 70);
  g_assert_cmpuint (room->comments->threads->len, ==, 0);
  gtk_widget_activate (gtk_widget_get_ancestor (await (self, "Show 10 more"), GTK_TYPE_BUTTON));
  await (self, "Comment number 69.");
  await (self, "Comment number 0.");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

  ROUND_TEST ("/room/earlier/own", test_own);
  ROUND_TEST ("/room/earlier/not-of-others", test_not_of_others);
  ROUND_TEST ("/room/earlier/none", test_none);
  ROUND_TEST ("/room/earlier/many", test_many);

  return g_test_run ();
}
