/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "travel.h"

#include "comments-file.h"
#include "merge.h"
#include "pack-error.h"

#include <string.h>

static const AccordHomeItem *
find_item (const AccordHomecoming *home, const char *kind, const char *field)
{
  for (guint i = 0; i < home->items->len; i++)
    {
      const AccordHomeItem *item = home->items->pdata[i];

      for (guint j = 0; strcmp (item->kind->name, kind) == 0 && j < item->fields->len; j++)
        if (strcmp (((AccordMergeField *) item->fields->pdata[j])->field, field) == 0)
          return item;
    }
  return NULL;
}

static void
assert_refused (AccordWorkspace *workspace, AccordPack *pack, int code)
{
  g_autofree char *before = travel_dup_state (workspace), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (
      accord_workspace_read (workspace, (AccordReadFunc) accord_homecoming_read, pack, NULL, &error));
  g_assert_error (error, ACCORD_PACK_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  after = travel_dup_state (workspace);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_text (AccordWorkspace *workspace, const char *kind, gint64 id, const char *field, const char *text)
{
  g_autoptr (AccordRecord) record = travel_get (workspace, kind, id);

  g_assert_cmpstr (accord_record_get_text (record, field), ==, text);
}

/* The first partner reads, comments, raises a caveat and decides. */
static AccordPack *
answer_one (Travel *self, AccordPack *request)
{
  travel_start (self, &self->one, request);
  travel_comment (&self->one, "question", "Who runs the front door?");
  travel_comment (&self->one, "caveat", "Subject to the lease\nof the hub.");
  travel_decide (&self->one, "endorsed-with-caveats", "RESOLVED: endorsed.");
  return travel_return (self, &self->one, "one.accordpack");
}

/* All the way there and back: outcome, comments and caveat under the partner's name. */
static void
test_circle (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = answer_one (self, request);
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
  g_autoptr (AccordPack) answer = answer_one (self, request);
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
  assert_text (self->home, "endorsement", self->awaited, "outcome", "to-come");
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
  g_autoptr (AccordPack) first = answer_one (self, request), second = NULL;
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
  g_autoptr (AccordPack) one = answer_one (self, request), two = NULL, later = NULL;
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
  assert_text (self->home, "case", self->business_case, "summary", "Seven neighbourhoods.");
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
  item = find_item (home, "case", "summary");
  g_assert_nonnull (item);
  g_assert_false (item->theirs_to_say);
  g_assert_null (item->speaks_for);
  g_assert_cmpuint (home->n_left, ==, 1);
  g_assert_cmpuint (accord_homecoming_count_undecided (home), ==, 0);
  travel_take (self->home, answer, home, TRUE);
  assert_text (self->home, "case", self->business_case, "summary",
               "Teams in five neighbourhoods.\nOne front door.");
  /* It is offered for as long as nobody has decided; on purpose it is taken. */
  travel_merge (self->home, answer, FALSE);
  again = travel_plan (self->home, answer);
  g_assert_nonnull (find_item (again, "case", "summary"));
  accord_homecoming_prefer (again, ACCORD_MERGE_TAKE_THEIRS);
  travel_take (self->home, answer, again, TRUE);
  assert_text (self->home, "case", self->business_case, "summary", "Ours to run.");
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
  item = find_item (home, "case", "summary");
  g_assert_cmpint (item->sort, ==, ACCORD_HOME_BOTH);
  field = item->fields->pdata[0];
  g_assert_true (field->base_known);
  g_assert_cmpstr (field->base, ==, "\"Teams in five neighbourhoods.\\nOne front door.\"");
  g_assert_null (accord_homecoming_apply (self->home, answer, home, TRUE, NULL, TODAY, NULL, &error));
  g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_CHANGED);
  g_assert_cmpint (travel_count (self->home, "version"), ==, 1);
  accord_homecoming_prefer (home, theirs ? ACCORD_MERGE_TAKE_THEIRS : ACCORD_MERGE_TAKE_OURS);
  travel_take (self->home, answer, home, TRUE);
  assert_text (self->home, "case", self->business_case, "summary", theirs ? "Theirs." : "Ours.");
  travel_merge (self->home, answer, FALSE);
  after = travel_plan (self->home, answer);
  g_assert_true (after->known);
}

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
  item = find_item (home, "caveat", "state");
  g_assert_nonnull (item);
  g_assert_false (item->theirs_to_say);
  g_assert_cmpstr (item->speaks_for, ==, "Governing Body");
  accord_homecoming_prefer (home, ACCORD_MERGE_TAKE_THEIRS);
  travel_take (self->home, one, home, TRUE);
  assert_text (self->home, "caveat", self->caveat, "state", "answered");

  travel_start (self, &self->two, request);
  g_clear_object (&caveat);
  caveat = travel_find (self->two.reading, "caveat", uid);
  travel_set_text (self->two.reading, "caveat", accord_record_get_id (caveat), "state", "accepted");
  travel_set_text (self->two.reading, "caveat", accord_record_get_id (caveat), "response", "We put this in.");
  travel_decide (&self->two, "endorsed", "Endorsed.");
  two = travel_return (self, &self->two, "two.accordpack");
  travel_merge (self->home, two, TRUE);
  assert_text (self->home, "caveat", self->caveat, "state", "accepted");
  assert_text (self->home, "caveat", self->caveat, "response", "From the hub.");
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
  g_assert_false (find_item (home, "caveat", "state")->theirs_to_say);
  g_assert_nonnull (strstr (home->remarks->pdata[1], "that is not the one here"));
  accord_homecoming_prefer (home, ACCORD_MERGE_TAKE_OURS);
  travel_take (self->home, answer, home, TRUE);
  assert_text (self->home, "caveat", self->caveat, "state", none ? "open" : "answered");
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
  g_autoptr (AccordPack) one = answer_one (self, first), two = NULL, three = NULL;
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
  assert_text (self->home, "caveat", id, "state", "accepted");
  assert_text (self->home, "caveat", id, "accepted-by", "GP Federation");
  assert_text (self->home, "caveat", id, "accepted-on", "2017-06-20");
  g_assert_null (say_in_file (&self->one, reopen));
  three = travel_return (self, &self->one, "three.accordpack");
  travel_merge (self->home, three, TRUE);
  assert_text (self->home, "caveat", id, "state", "open");
  assert_text (self->home, "caveat", id, "accepted-by", NULL);
  assert_text (self->home, "caveat", id, "response", "It is signed.");
}

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
  answer = answer_one (self, request);
  assert_refused (other, answer, ACCORD_PACK_ERROR_WRONG_CASE);
  /* Nothing was sent any more once the sending is undone. */
  travel_undo (self->home);
  assert_refused (self->home, answer, ACCORD_PACK_ERROR_WRONG_CASE);
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
  g_autoptr (AccordPack) answer = answer_one (self, request);
  Pinning pinning = { self, self->two.key };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write (self->home, "Trust", pin, &pinning, NULL, &error);

  (void) data;
  g_assert_no_error (error);
  assert_refused (self->home, answer, ACCORD_PACK_ERROR_KEY);
}

/* The workspace was put back from a backup of before the sending, or the sending was undone: a partner whose
 * key is trusted here has answered all the same, and their words are not lost. */
static void
test_sending_unknown (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = answer_one (self, request), other = NULL;
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
  assert_refused (self->home, answer, ACCORD_PACK_ERROR_WRONG_CASE);
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
  assert_refused (self->home, other, ACCORD_PACK_ERROR_WRONG_CASE);
  travel_check (self->home);
}

/* Who was asked was made one with another record of the same partner since: the answer is theirs. */
static void
test_merged_organisation (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = answer_one (self, request);
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
  g_assert_true (find_item (home, "review", "outcome")->theirs_to_say);
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
  assert_refused (self->home, answer, ACCORD_PACK_ERROR_KEY);
}

/* What a key signed that nobody has trusted is not taken in; the key is pinned in the same step. */
static void
test_trust (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = answer_one (self, request);
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
  assert_text (self->home, "organisation", self->one.organisation, "signing-key", NULL);
  g_assert_cmpint (travel_count (self->home, "comment"), ==, 0);
}

/* What was looked at is no longer what is here. */
static void
test_meanwhile (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = answer_one (self, request);
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
  answer = answer_one (self, request);
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
  TRAVEL_TEST ("/review/homecoming/caveats", test_caveats);
  TRAVEL_TEST ("/review/homecoming/other-answer", test_other_answer);
  g_test_add ("/review/homecoming/no-answer", Travel, GINT_TO_POINTER (TRUE), travel_set_up,
              test_other_answer, travel_tear_down);
  TRAVEL_TEST ("/review/homecoming/accepted", test_accepted);
  TRAVEL_TEST ("/review/homecoming/impostor", test_impostor);
  TRAVEL_TEST ("/review/homecoming/wrong-case", test_wrong_case);
  TRAVEL_TEST ("/review/homecoming/changed-key", test_changed_key);
  TRAVEL_TEST ("/review/homecoming/sending-unknown", test_sending_unknown);
  TRAVEL_TEST ("/review/homecoming/merged-organisation", test_merged_organisation);
  TRAVEL_TEST ("/review/homecoming/key-of-another", test_key_of_another);
  TRAVEL_TEST ("/review/homecoming/trust", test_trust);
  TRAVEL_TEST ("/review/homecoming/meanwhile", test_meanwhile);
  TRAVEL_TEST ("/review/homecoming/awaited-later", test_awaited_later);
  return g_test_run ();
}
