/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "homing.h"

#include "pack-error.h"

#include <string.h>

/* All the way there and back: outcome, comments and caveat under the partner's name. */
static void
test_circle (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = homing_answer_one (self, request);
  g_autoptr (AccordRecord) endorsement = NULL, review = NULL, caveat = NULL;
  const char *uid = accord_pack_get_manifest (answer)->from->review;

  (void) data;
  travel_merge (self->home, answer, TRUE);
  review = travel_find (self->home, "review", uid);
  g_assert_cmpstr (accord_record_get_text (review, "state"), ==, "returned");
  g_assert_cmpstr (accord_record_get_text (review, "outcome"), ==, "endorsed-with-caveats");
  g_assert_cmpstr (accord_record_get_text (review, "returned"), ==, "2017-06-21");
  g_assert_cmpstr (accord_record_get_text (review, "signed-by"), ==, "GP Federation");
  g_assert_nonnull (accord_record_get_text (review, "signing-key"));
  /* What was awaited of their board is filled, and nothing is doubled. */
  g_assert_cmpint (travel_count (self->home, "endorsement"), ==, 2);
  endorsement = travel_get (self->home, "endorsement", self->awaited);
  g_assert_cmpstr (accord_record_get_text (endorsement, "outcome"), ==, "endorsed-with-caveats");
  g_assert_cmpstr (accord_record_get_text (endorsement, "date"), ==, "2017-06-20");
  g_assert_cmpstr (accord_record_get_text (endorsement, "words"), ==, "RESOLVED: endorsed.");
  g_assert_cmpint (accord_record_get_int (review, "endorsement"), ==, self->awaited);
  g_assert_cmpint (travel_count (self->home, "comment"), ==, 2);
  g_assert_cmpint (travel_count (self->home, "caveat"), ==, 2);
  caveat = travel_get (self->home, "caveat", self->caveat + 1);
  g_assert_cmpstr (accord_record_get_text (caveat, "text"), ==, "Subject to the lease of the hub.");
  g_assert_cmpstr (accord_record_get_text (caveat, "state"), ==, "open");
  g_assert_cmpstr (accord_record_get_text (caveat, "raised-on"), ==, "2017-06-20");
  g_assert_cmpint (accord_record_get_int (caveat, "endorsement"), ==, self->awaited);
}

static void
test_again (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = homing_answer_one (self, request);
  g_autoptr (AccordHomecoming) home = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (AccordDossier) dossier_before = NULL, dossier_after = NULL;

  (void) data;
  travel_merge (self->home, answer, TRUE);
  travel_merge (self->home, answer, FALSE);
  home = travel_plan (self->home, answer);
  g_assert_true (home->known);
  /* Undone in one step, and taken in again, it is as it was. */
  dossier_before = travel_read (self->home, self->business_case);
  travel_undo (self->home);
  homing_assert_text (self->home, "endorsement", self->awaited, "outcome", "to-come");
  g_assert_cmpint (travel_count (self->home, "comment"), ==, 0);
  travel_merge (self->home, answer, TRUE);
  dossier_after = travel_read (self->home, self->business_case);
  before = accord_dossier_dup_json (dossier_before);
  after = accord_dossier_dup_json (dossier_after);
  g_assert_cmpstr (before, ==, after);
  travel_merge (self->home, answer, FALSE);
}

/* Further work and another answer; the older one arrives after the newer. */
static void
test_newest (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) first = homing_answer_one (self, request), second = NULL;
  const char *uid = accord_pack_get_manifest (first)->from->review;
  g_autoptr (AccordRecord) review = NULL;

  (void) data;
  travel_comment (&self->one, "risk", "Recruitment.");
  travel_decide (&self->one, "deferred", "Deferred to July.");
  second = travel_return (self, &self->one, "two.accordpack");
  travel_merge (self->home, second, TRUE);
  travel_merge (self->home, first, FALSE);
  review = travel_find (self->home, "review", uid);
  g_assert_cmpstr (accord_record_get_text (review, "outcome"), ==, "deferred");
  g_assert_cmpint (travel_count (self->home, "comment"), ==, 3);
  travel_merge (self->home, second, FALSE);
}

/* Two partners, in either order, after the case went on and out again. */
static void
test_order (Travel *self, gconstpointer data)
{
  const gboolean turned = GPOINTER_TO_INT (data);
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) one = homing_answer_one (self, request), two = NULL, later = NULL;
  g_autoptr (AccordHomecoming) home = NULL;

  travel_start (self, &self->two, request);
  travel_comment (&self->two, "correction", "It is four, not five.");
  travel_decide (&self->two, "not-endorsed", "Not endorsed.");
  two = travel_return (self, &self->two, "answer-two.accordpack");
  travel_set_text (self->home, "case", self->business_case, "summary", "Six neighbourhoods.");
  later = travel_send (self, "later.accordpack");
  travel_set_text (self->home, "case", self->business_case, "summary", "Seven neighbourhoods.");
  home = travel_plan (self->home, turned ? two : one);
  g_assert_cmpuint (home->n_both, ==, 0);
  /* The packs are made on the day that the test is run, long after the answer was due. */
  g_assert_cmpuint (home->remarks->len, ==, 2);
  g_assert_nonnull (strstr (home->remarks->pdata[0], "has been sent since"));
  g_assert_nonnull (strstr (home->remarks->pdata[1], "was wanted by 1 Jul 2017"));
  travel_merge (self->home, turned ? two : one, TRUE);
  travel_merge (self->home, turned ? one : two, TRUE);
  travel_merge (self->home, one, FALSE);
  travel_merge (self->home, two, FALSE);
  homing_assert_text (self->home, "case", self->business_case, "summary", "Seven neighbourhoods.");
  g_assert_cmpint (travel_count (self->home, "comment"), ==, 3);
  g_assert_cmpint (travel_count (self->home, "endorsement"), ==, 3);
  g_assert_cmpint (travel_count (self->home, "review"), ==, 4);
}

/* The case's text is not a partner's to change: shown, left, and offered again. */
static void
test_text_of_case (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack"), answer = NULL;
  g_autoptr (AccordHomecoming) home = NULL, again = NULL;
  const AccordHomeItem *item;

  (void) data;
  travel_start (self, &self->one, request);
  travel_set_text (self->one.reading, "case", travel_case (self->one.reading), "summary", "Ours to run.");
  travel_decide (&self->one, "endorsed", "Endorsed.");
  answer = travel_return (self, &self->one, "one.accordpack");
  home = travel_plan (self->home, answer);
  item = homing_find_item (home, "case", "summary");
  g_assert_nonnull (item);
  g_assert_false (item->theirs_to_say);
  g_assert_null (item->speaks_for);
  g_assert_cmpuint (home->n_left, ==, 1);
  g_assert_cmpuint (accord_homecoming_count_undecided (home), ==, 0);
  travel_take (self->home, answer, home, TRUE);
  homing_assert_text (self->home, "case", self->business_case, "summary",
                      "Teams in five neighbourhoods.\nOne front door.");
  /* It is offered for as long as nobody has decided; on purpose it is taken. */
  travel_merge (self->home, answer, FALSE);
  again = travel_plan (self->home, answer);
  g_assert_nonnull (homing_find_item (again, "case", "summary"));
  accord_homecoming_prefer (again, ACCORD_MERGE_TAKE_THEIRS);
  travel_take (self->home, answer, again, TRUE);
  homing_assert_text (self->home, "case", self->business_case, "summary", "Ours to run.");
  travel_merge (self->home, answer, FALSE);
}

/* A line that both changed: nothing is taken until somebody chooses; then either counts, for good. */
static void
test_conflict (Travel *self, gconstpointer data)
{
  const gboolean theirs = GPOINTER_TO_INT (data);
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack"), answer = NULL;
  g_autoptr (AccordHomecoming) home = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  const AccordHomeItem *item;
  const AccordMergeField *field;

  travel_start (self, &self->one, request);
  travel_set_text (self->one.reading, "case", travel_case (self->one.reading), "summary", "Theirs.");
  travel_decide (&self->one, "endorsed", "Endorsed.");
  answer = travel_return (self, &self->one, "one.accordpack");
  travel_set_text (self->home, "case", self->business_case, "summary", "Ours.");
  home = travel_plan (self->home, answer);
  g_assert_cmpuint (home->n_both, ==, 1);
  item = homing_find_item (home, "case", "summary");
  g_assert_cmpint (item->sort, ==, ACCORD_HOME_BOTH);
  field = item->fields->pdata[0];
  g_assert_true (field->base_known);
  g_assert_cmpstr (field->base, ==, "\"Teams in five neighbourhoods.\\nOne front door.\"");
  g_assert_null (accord_homecoming_apply (self->home, answer, home, TRUE, NULL, TODAY, NULL, &error));
  g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_CHANGED);
  g_assert_cmpint (travel_count (self->home, "version"), ==, 1);
  accord_homecoming_prefer (home, theirs ? ACCORD_MERGE_TAKE_THEIRS : ACCORD_MERGE_TAKE_OURS);
  travel_take (self->home, answer, home, TRUE);
  homing_assert_text (self->home, "case", self->business_case, "summary", theirs ? "Theirs." : "Ours.");
  travel_merge (self->home, answer, FALSE);
  after = travel_plan (self->home, answer);
  g_assert_true (after->known);
}

/* What was looked at is no longer what is here. */
static void
test_meanwhile (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = homing_answer_one (self, request);
  g_autoptr (AccordHomecoming) home = travel_plan (self->home, answer);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  travel_set_text (self->home, "case", self->business_case, "summary", "Meanwhile.");
  before = travel_dup_state (self->home);
  g_assert_null (accord_homecoming_apply (self->home, answer, home, FALSE, NULL, TODAY, NULL, &error));
  g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_CHANGED);
  after = travel_dup_state (self->home);
  g_assert_cmpstr (before, ==, after);
}

/* An endorsement that came to be awaited after the case had gone out is filled by the one that comes. */
static void
test_awaited_later (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = NULL, answer = NULL;
  g_autoptr (AccordRecord) awaited = travel_new (self->home, "endorsement");
  const gint64 cases[] = { self->business_case };

  (void) data;
  travel_delete (self->home, "endorsement", self->awaited);
  request = travel_send (self, "request.accordpack");
  accord_record_set_text (awaited, "who", "gp federation");
  accord_record_set_ids (awaited, "cases", cases, 1);
  travel_save (self->home, awaited);
  g_assert_cmpint (travel_count (self->home, "endorsement"), ==, 2);
  answer = homing_answer_one (self, request);
  travel_merge (self->home, answer, TRUE);
  g_assert_cmpint (travel_count (self->home, "endorsement"), ==, 2);
  travel_merge (self->home, answer, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TRAVEL_TEST ("/review/homecoming/circle", test_circle);
  TRAVEL_TEST ("/review/homecoming/again", test_again);
  TRAVEL_TEST ("/review/homecoming/newest", test_newest);
  g_test_add ("/review/homecoming/order", Travel, GINT_TO_POINTER (FALSE), travel_set_up, test_order,
              travel_tear_down);
  g_test_add ("/review/homecoming/order-turned", Travel, GINT_TO_POINTER (TRUE), travel_set_up, test_order,
              travel_tear_down);
  TRAVEL_TEST ("/review/homecoming/text-of-case", test_text_of_case);
  g_test_add ("/review/homecoming/conflict-ours", Travel, GINT_TO_POINTER (FALSE), travel_set_up,
              test_conflict, travel_tear_down);
  g_test_add ("/review/homecoming/conflict-theirs", Travel, GINT_TO_POINTER (TRUE), travel_set_up,
              test_conflict, travel_tear_down);
  TRAVEL_TEST ("/review/homecoming/meanwhile", test_meanwhile);
  TRAVEL_TEST ("/review/homecoming/awaited-later", test_awaited_later);
  return g_test_run ();
}
