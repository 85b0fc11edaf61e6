/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "homing.h"

#include "merge.h"
#include "pack-error.h"

#include <string.h>

/* A partner who answers in another's name has nothing to say in it. */
static void
test_impostor (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack"), answer = NULL;
  g_autoptr (AccordHomecoming) home = NULL;
  g_autoptr (AccordRecord) review = NULL;
  g_autofree char *uid = NULL;

  (void) data;
  travel_start (self, &self->one, request);
  travel_decide (&self->one, "endorsed", "Endorsed.");
  /* In their own file they decide for the other as well. */
  uid = g_strdup (((AccordPackParty *) accord_pack_get_manifest (request)->to->pdata[1])->review);
  review = travel_find (self->one.reading, "review", uid);
  accord_record_set_text (review, "outcome", "endorsed");
  accord_record_set_text (review, "state", "returned");
  travel_save (self->one.reading, review);
  answer = travel_return (self, &self->one, "one.accordpack");
  home = travel_plan (self->home, answer);
  g_assert_cmpuint (home->n_left, ==, 1);
  accord_homecoming_prefer (home, ACCORD_MERGE_TAKE_THEIRS);
  travel_take (self->home, answer, home, TRUE);
  g_clear_object (&review);
  review = travel_find (self->home, "review", uid);
  g_assert_cmpstr (accord_record_get_text (review, "state"), ==, "asked");
  g_assert_null (accord_record_get_text (review, "outcome"));
}

static void
test_wrong_case (Travel *self, gconstpointer data)
{
  g_autoptr (AccordWorkspace) other = travel_make_workspace (self, "other.accord");
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack"), answer = NULL;

  (void) data;
  answer = homing_answer_one (self, request);
  homing_assert_refused (other, answer, ACCORD_PACK_ERROR_WRONG_CASE);
  /* Nothing was sent any more once the sending is undone. */
  travel_undo (self->home);
  homing_assert_refused (self->home, answer, ACCORD_PACK_ERROR_WRONG_CASE);
  accord_workspace_close (other);
}

typedef struct
{
  Travel *travel;
  AccordKeyPair *key;
} Pinning;

static gboolean
pin (AccordWriter *writer, gpointer data, GError **error)
{
  Pinning *pinning = data;

  return accord_trust_pin (writer, pinning->travel->one.organisation,
                           accord_key_pair_get_public (pinning->key), TODAY, "A person", FALSE, error);
}

static void
test_changed_key (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = homing_answer_one (self, request);
  Pinning pinning = { self, self->two.key };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write (self->home, "Trust", pin, &pinning, NULL, &error);

  (void) data;
  g_assert_no_error (error);
  homing_assert_refused (self->home, answer, ACCORD_PACK_ERROR_KEY);
}

/* The workspace was put back from a backup of before the sending, or the sending was undone: a partner whose
 * key is trusted here has answered all the same, and their words are not lost. */
static void
test_sending_unknown (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = homing_answer_one (self, request), other = NULL;
  const char *uid = accord_pack_get_manifest (answer)->from->review;
  Pinning pinning = { self, self->one.key };
  g_autoptr (AccordHomecoming) home = NULL;
  g_autoptr (AccordRecord) review = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  travel_start (self, &self->two, request);
  travel_decide (&self->two, "endorsed", NULL);
  other = travel_return (self, &self->two, "two.accordpack");
  travel_undo (self->home);
  homing_assert_refused (self->home, answer, ACCORD_PACK_ERROR_WRONG_CASE);
  change = accord_workspace_write (self->home, "Trust", pin, &pinning, NULL, &error);
  g_assert_no_error (error);
  home = travel_plan (self->home, answer);
  g_assert_true (home->unasked);
  g_assert_nonnull (strstr (home->remarks->pdata[0], "knows nothing of having sent"));
  /* They speak for themselves; of the other partner's review they say nothing that is taken. */
  for (guint i = 0; i < home->items->len; i++)
    {
      const AccordHomeItem *item = home->items->pdata[i];

      g_assert_true (item->theirs_to_say
                     == (strcmp (item->kind->name, "review") != 0 || g_str_equal (item->uid, uid)));
    }
  travel_take (self->home, answer, home, TRUE);
  review = travel_find (self->home, "review", uid);
  g_assert_cmpstr (accord_record_get_text (review, "outcome"), ==, "endorsed-with-caveats");
  g_assert_cmpstr (accord_record_get_text (review, "signed-by"), ==, "GP Federation");
  g_assert_cmpint (accord_record_get_int (review, "organisation"), ==, self->one.organisation);
  g_assert_cmpint (travel_count (self->home, "review"), ==, 1);
  g_assert_cmpint (travel_count (self->home, "comment"), ==, 2);
  g_assert_cmpint (travel_count (self->home, "caveat"), ==, 2);
  travel_merge (self->home, answer, FALSE);
  homing_assert_refused (self->home, other, ACCORD_PACK_ERROR_WRONG_CASE);
  travel_check (self->home);
}

/* Who was asked was made one with another record of the same partner since: the answer is theirs. */
static void
test_merged_organisation (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = homing_answer_one (self, request);
  const char *uid = accord_pack_get_manifest (answer)->from->review;
  g_autoptr (AccordRecord) other = travel_new (self->home, "organisation"), review = NULL;
  AccordMerge merge = { accord_record_get_kind (other), 0, self->one.organisation, 0 };
  g_autoptr (AccordHomecoming) home = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;

  (void) data;
  accord_record_set_text (other, "name", "The Federation of Practices");
  accord_record_set_text (other, "type", "gp-federation");
  merge.keep = travel_save (self->home, other);
  change = accord_workspace_write (self->home, "Merge", accord_merge_write, &merge, NULL, &error);
  g_assert_no_error (error);
  home = travel_plan (self->home, answer);
  g_assert_cmpint (home->organisation, ==, merge.keep);
  g_assert_true (homing_find_item (home, "review", "outcome")->theirs_to_say);
  travel_take (self->home, answer, home, TRUE);
  review = travel_find (self->home, "review", uid);
  g_assert_cmpint (accord_record_get_int (review, "organisation"), ==, merge.keep);
  g_assert_cmpstr (accord_record_get_text (review, "outcome"), ==, "endorsed-with-caveats");
  travel_merge (self->home, answer, FALSE);
  travel_check (self->home);
}

/* One partner's key under another's name. */
static void
test_key_of_another (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack"), answer = NULL;
  Pinning pinning = { self, self->two.key };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write (self->home, "Trust", pin, &pinning, NULL, &error);

  g_assert_no_error (error);
  /* The second's key is trusted for the first: what it signs for the second is refused. */
  travel_start (self, &self->two, request);
  travel_decide (&self->two, "endorsed", NULL);
  answer = travel_return (self, &self->two, "two.accordpack");
  homing_assert_refused (self->home, answer, ACCORD_PACK_ERROR_KEY);
}

/* What a key signed that nobody has trusted is not taken in; the key is pinned in the same step. */
static void
test_trust (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = homing_answer_one (self, request);
  g_autoptr (AccordHomecoming) home = travel_plan (self->home, answer), again = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;

  (void) data;
  g_assert_cmpint (home->trust, ==, ACCORD_TRUST_NEW);
  before = travel_dup_state (self->home);
  g_assert_null (accord_homecoming_apply (self->home, answer, home, FALSE, NULL, TODAY, NULL, &error));
  g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_KEY);
  g_clear_error (&error);
  after = travel_dup_state (self->home);
  g_assert_cmpstr (before, ==, after);
  change = accord_homecoming_apply (self->home, answer, home, TRUE, "A person", TODAY, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (change);
  again = travel_plan (self->home, answer);
  g_assert_cmpint (again->trust, ==, ACCORD_TRUST_TRUSTED);
  travel_undo (self->home);
  homing_assert_text (self->home, "organisation", self->one.organisation, "signing-key", NULL);
  g_assert_cmpint (travel_count (self->home, "comment"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TRAVEL_TEST ("/review/homecoming/impostor", test_impostor);
  TRAVEL_TEST ("/review/homecoming/wrong-case", test_wrong_case);
  TRAVEL_TEST ("/review/homecoming/changed-key", test_changed_key);
  TRAVEL_TEST ("/review/homecoming/sending-unknown", test_sending_unknown);
  TRAVEL_TEST ("/review/homecoming/merged-organisation", test_merged_organisation);
  TRAVEL_TEST ("/review/homecoming/key-of-another", test_key_of_another);
  TRAVEL_TEST ("/review/homecoming/trust", test_trust);
  return g_test_run ();
}
