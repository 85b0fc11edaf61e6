/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "homing.h"

#include "comments-file.h"

#include <string.h>

/* Another's caveat is not accepted for them, whatever is preferred; their own is, by who raised it. */
static void
test_caveats (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = NULL, one = NULL, two = NULL;
  g_autofree char *uid = travel_dup_uid (self->home, "caveat", self->caveat);
  g_autoptr (AccordHomecoming) home = NULL;
  g_autoptr (AccordRecord) caveat = travel_get (self->home, "caveat", self->caveat);
  const AccordHomeItem *item;

  (void) data;
  accord_record_set_text (caveat, "response", "From the hub.");
  accord_record_set_text (caveat, "state", "answered");
  travel_save (self->home, caveat);
  g_clear_object (&caveat);
  request = travel_send (self, "request.accordpack");
  travel_start (self, &self->one, request);
  caveat = travel_find (self->one.reading, "caveat", uid);
  travel_set_text (self->one.reading, "caveat", accord_record_get_id (caveat), "state", "accepted");
  travel_decide (&self->one, "endorsed", "Endorsed.");
  one = travel_return (self, &self->one, "one.accordpack");
  home = travel_plan (self->home, one);
  item = homing_find_item (home, "caveat", "state");
  g_assert_nonnull (item);
  g_assert_false (item->theirs_to_say);
  g_assert_cmpstr (item->speaks_for, ==, "Governing Body");
  accord_homecoming_prefer (home, ACCORD_MERGE_TAKE_THEIRS);
  travel_take (self->home, one, home, TRUE);
  homing_assert_text (self->home, "caveat", self->caveat, "state", "answered");

  travel_start (self, &self->two, request);
  g_clear_object (&caveat);
  caveat = travel_find (self->two.reading, "caveat", uid);
  travel_set_text (self->two.reading, "caveat", accord_record_get_id (caveat), "state", "accepted");
  travel_set_text (self->two.reading, "caveat", accord_record_get_id (caveat), "response", "We put this in.");
  travel_decide (&self->two, "endorsed", "Endorsed.");
  two = travel_return (self, &self->two, "two.accordpack");
  travel_merge (self->home, two, TRUE);
  homing_assert_text (self->home, "caveat", self->caveat, "state", "accepted");
  homing_assert_text (self->home, "caveat", self->caveat, "response", "From the hub.");
}

/* Who raised a caveat accepted the answer that they were given. It is another one here by now, or none: that
 * they accepted is not taken for it, the rest of what they say is. */
static void
test_other_answer (Travel *self, gconstpointer data)
{
  const gboolean none = GPOINTER_TO_INT (data);
  g_autoptr (AccordRecord) caveat = travel_get (self->home, "caveat", self->caveat), now = NULL, read = NULL;
  g_autoptr (AccordPack) request = NULL, answer = NULL;
  g_autoptr (AccordHomecoming) home = NULL;

  accord_record_set_text (caveat, "response", "From the hub.");
  accord_record_set_text (caveat, "state", "answered");
  travel_save (self->home, caveat);
  request = travel_send (self, "request.accordpack");
  travel_start (self, &self->two, request);
  read = travel_find (self->two.reading, "caveat", accord_record_get_uid (caveat));
  travel_set_text (self->two.reading, "caveat", accord_record_get_id (read), "state", "accepted");
  travel_decide (&self->two, "endorsed", "Endorsed.");
  answer = travel_return (self, &self->two, "two.accordpack");
  now = travel_get (self->home, "caveat", self->caveat);
  accord_record_set_text (now, "response", none ? NULL : "From three hubs.");
  accord_record_set_text (now, "state", none ? "open" : "answered");
  travel_save (self->home, now);
  home = travel_plan (self->home, answer);
  g_assert_false (homing_find_item (home, "caveat", "state")->theirs_to_say);
  g_assert_nonnull (strstr (home->remarks->pdata[1], "that is not the one here"));
  accord_homecoming_prefer (home, ACCORD_MERGE_TAKE_OURS);
  travel_take (self->home, answer, home, TRUE);
  homing_assert_text (self->home, "caveat", self->caveat, "state", none ? "open" : "answered");
  g_assert_cmpint (travel_count (self->home, "review"), ==, 2);
  travel_check (self->home);
}

typedef struct
{
  gint64 review;
  const char *json;
} Saying;

static gboolean
say (AccordWriter *writer, gpointer data, GError **error)
{
  const Saying *saying = data;
  const AccordCommentsFile file = { saying->review, "A post", "2017-06-20", "said.json" };

  return accord_comments_file_write (writer, &file, saying->json, -1, NULL, error);
}

/* Says in a file what a partner thinks of answers; what is wrong with it, or %NULL. */
static char *
say_in_file (Partner *partner, const char *json)
{
  Saying saying = { travel_review (partner), json };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (partner->reading, "Say", say, &saying, NULL, &error);

  return error != NULL ? g_strdup (error->message) : NULL;
}

/* From raised to answered to accepted by the one who raised it, over two rounds; by nobody else; and open
 * again in a third. */
static void
test_accepted (Travel *self, gconstpointer data)
{
  static const char accept[] =
      "{\"caveats\":[{\"caveat\":\"Subject to the lease of the hub.\",\"state\":\"accepted\"}]}";
  static const char reopen[] =
      "{\"caveats\":[{\"caveat\":\"Subject to the lease of the hub.\",\"state\":\"open\"}]}";
  g_autoptr (AccordPack) first = travel_send (self, "first.accordpack"), second = NULL, third = NULL;
  g_autoptr (AccordPack) one = homing_answer_one (self, first), two = NULL, three = NULL;
  g_autoptr (AccordRecord) caveat = NULL;
  g_autofree char *early = NULL, *other = NULL, *wrong = NULL;
  const gint64 id = self->caveat + 1;

  (void) data;
  early = say_in_file (&self->one, accept);
  g_assert_nonnull (strstr (early, "no answer yet"));
  travel_merge (self->home, one, TRUE);
  second = travel_send (self, "second.accordpack");
  travel_start (self, &self->one, second);
  wrong = say_in_file (&self->one, accept);
  g_assert_cmpstr (wrong, ==,
                   "said.json, caveat 1: “Subject to the lease of the hub.” has no answer yet that could be "
                   "accepted.");
  caveat = travel_get (self->home, "caveat", id);
  accord_record_set_text (caveat, "response", "It is signed.");
  accord_record_set_text (caveat, "state", "answered");
  travel_save (self->home, caveat);
  third = travel_send (self, "third.accordpack");
  travel_start (self, &self->two, third);
  other = say_in_file (&self->two, accept);
  g_assert_nonnull (strstr (other, "raised by somebody else"));
  travel_start (self, &self->one, third);
  g_assert_null (say_in_file (&self->one, accept));
  travel_decide (&self->one, "endorsed", "Endorsed.");
  two = travel_return (self, &self->one, "two.accordpack");
  travel_merge (self->home, two, TRUE);
  homing_assert_text (self->home, "caveat", id, "state", "accepted");
  homing_assert_text (self->home, "caveat", id, "accepted-by", "GP Federation");
  homing_assert_text (self->home, "caveat", id, "accepted-on", "2017-06-20");
  g_assert_null (say_in_file (&self->one, reopen));
  three = travel_return (self, &self->one, "three.accordpack");
  travel_merge (self->home, three, TRUE);
  homing_assert_text (self->home, "caveat", id, "state", "open");
  homing_assert_text (self->home, "caveat", id, "accepted-by", NULL);
  homing_assert_text (self->home, "caveat", id, "response", "It is signed.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TRAVEL_TEST ("/review/homecoming/caveats", test_caveats);
  TRAVEL_TEST ("/review/homecoming/other-answer", test_other_answer);
  g_test_add ("/review/homecoming/no-answer", Travel, GINT_TO_POINTER (TRUE), travel_set_up,
              test_other_answer, travel_tear_down);
  TRAVEL_TEST ("/review/homecoming/accepted", test_accepted);
  return g_test_run ();
}
