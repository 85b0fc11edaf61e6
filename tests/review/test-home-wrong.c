/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apart.h"
#include "pack-fixture.h"
#include "whole.h"

#include "comments.h"
#include "compare.h"
#include "pack-error.h"
#include <stdlib.h>
#include <string.h>

/* How many are tried: ACCORD_WRONG says another number. */
#define N_WRONG 150

typedef struct
{
  Travel *travel;
  AccordPack *answer;
  GRand *rand;
  char *digest;
  char *living;
  char *of_others;
  guint n_refused;
  guint n_taken;
  guint n_nothing;
} Trying;

static guint
get_number (void)
{
  const char *wanted = g_getenv ("ACCORD_WRONG");

  return wanted != NULL ? (guint) atoi (wanted) : N_WRONG;
}

static gpointer
ask_of_others (AccordReader *reader, gpointer data, GError **error)
{
  static const char *const questions[] = {
    "SELECT uid || name || coalesce (summary, '') || coalesce (economic, '') || stage FROM \"case\" WHERE "
    "deleted IS"
    " NULL ORDER BY id",
    "SELECT uid || name || \"case\" FROM option WHERE deleted IS NULL ORDER BY id",
    "SELECT uid || name || coalesce (amounts, '') FROM cost WHERE deleted IS NULL ORDER BY id",
    "SELECT uid || text || state || coalesce (response, '') || coalesce (accepted_by, '') FROM caveat WHERE "
    "id = ?1",
    "SELECT e.uid || e.who || e.outcome || coalesce (e.words, '') || coalesce (e.date, '') FROM endorsement "
    "e JOIN"
    " body b ON e.body = b.id WHERE b.organisation = ?2 AND e.deleted IS NULL ORDER BY e.id",
    "SELECT uid || who || state || coalesce (outcome, '') || coalesce (words, '') FROM review WHERE "
    "organisation ="
    " ?2 AND deleted IS NULL ORDER BY id",
    "SELECT uid || name || coalesce (signing_key, '') FROM organisation WHERE deleted IS NULL AND id <> ?3 "
    "ORDER BY"
    " id LIMIT 2",
  };
  Travel *travel = data;
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (AccordRows) rows = accord_reader_query (reader, questions[i], error);

      g_assert_nonnull (rows);
      if (strstr (questions[i], "?1") != NULL)
        accord_rows_bind_int (rows, 1, travel->caveat);
      if (strstr (questions[i], "?2") != NULL)
        accord_rows_bind_int (rows, 2, travel->two.organisation);
      if (strstr (questions[i], "?3") != NULL)
        accord_rows_bind_int (rows, 3, travel->one.organisation);
      while (accord_rows_next (rows, NULL))
        g_string_append_printf (all, "%s\n", accord_rows_text (rows, 0));
    }
  return g_string_free (all, FALSE);
}

/* What the first partner has no say in: the case, and what the second said. */
static char *
dup_of_others (Travel *travel)
{
  g_autoptr (GError) error = NULL;
  char *text = accord_workspace_read (travel->home, ask_of_others, travel, NULL, &error);

  g_assert_no_error (error);
  return text;
}

static void
take_everything (AccordHomecoming *home)
{
  for (guint i = 0; i < home->merge->fields->len; i++)
    ((AccordMergeField *) home->merge->fields->pdata[i])->choice = ACCORD_MERGE_TAKE_THEIRS;
}

/* What is shown of it is text that can be shown. */
static void
assert_shown (const AccordHomecoming *home)
{
  g_assert_true (g_utf8_validate (home->sentence, -1, NULL));
  for (guint i = 0; i < home->items->len; i++)
    {
      const AccordHomeItem *item = home->items->pdata[i];

      g_assert_nonnull (item->title);
      g_assert_true (g_utf8_validate (item->title, -1, NULL));
    }
  for (guint i = 0; i < home->remarks->len; i++)
    g_assert_true (g_utf8_validate (home->remarks->pdata[i], -1, NULL));
}

static gpointer
ask_all (AccordReader *reader, gpointer data, GError **error)
{
  Travel *travel = data;
  g_autoptr (AccordComments) comments = accord_comments_read (reader, travel->business_case, 0, error);

  g_assert_nonnull (comments);
  return comments != NULL ? g_strdup ("read") : NULL;
}

/* What was taken in can be worked with: it is read, compared with what it was, and sent on. */
static void
assert_usable (Trying *self, const AccordDossier *before)
{
  Travel *travel = self->travel;
  g_autoptr (AccordDossier) now = travel_read (travel->home, travel->business_case);
  g_autoptr (AccordComparison) comparison = accord_compare_dossiers (travel->schema, before, now);
  g_autofree char *json = accord_dossier_dup_json (now);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDossier) again = accord_dossier_parse (json, -1, &error);
  g_autofree char *read = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (comparison);
  read = accord_workspace_read (travel->home, ask_all, travel, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_undone (Trying *self)
{
  g_autofree char *living = NULL;

  travel_undo (self->travel->home);
  living = whole_dup_living (self->travel->home);
  g_assert_cmpstr (living, ==, self->living);
  travel_check (self->travel->home);
  g_free (self->digest);
  self->digest = whole_dup_digest (self->travel->home);
}

/* Brings nothing a second time. */
static void
assert_known (Trying *self, AccordPack *pack, guint mode)
{
  g_autoptr (AccordHomecoming) home = travel_plan (self->travel->home, pack);
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (mode == 2)
    take_everything (home);
  else
    accord_homecoming_prefer (home, mode == 0 ? ACCORD_MERGE_TAKE_OURS : ACCORD_MERGE_TAKE_THEIRS);
  change = accord_homecoming_apply (self->travel->home, pack, home, TRUE, NULL, "2017-06-25", NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; change != NULL && i < home->merge->fields->len; i++)
    {
      const AccordMergeField *field = home->merge->fields->pdata[i];

      g_test_message ("Offered again in mode %u: %s %s.%s: %s, %s, choice %d", mode, field->kind, field->uid,
                      field->field, field->ours, field->theirs, field->choice);
    }
  g_assert_null (change);
}

/* @mode: all that is theirs to say, and of the rest what is here; the same and the case itself; all of it. */
static void
take (Trying *self, AccordPack *pack, AccordHomecoming *home, Apart *apart, guint mode)
{
  g_test_message ("mode %u", mode);
  g_autoptr (AccordDossier) before = travel_read (self->travel->home, self->travel->business_case);
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  if (mode == 2)
    take_everything (home);
  else
    accord_homecoming_prefer (home, mode == 0 ? ACCORD_MERGE_TAKE_OURS : ACCORD_MERGE_TAKE_THEIRS);
  change = accord_homecoming_apply (self->travel->home, pack, home, TRUE, NULL, "2017-06-25", NULL, &error);
  if (change != NULL)
    {
      self->n_taken++;
      travel_check (self->travel->home);
      assert_usable (self, before);
      if (mode == 0)
        {
          g_autofree char *of_others = dup_of_others (self->travel);

          g_assert_cmpstr (of_others, ==, self->of_others);
        }
      assert_known (self, pack, mode);
      assert_undone (self);
      return;
    }
  if (error != NULL)
    apart_assert_told (error, apart);
  self->n_refused += error != NULL;
  self->n_nothing += error == NULL;
  after = whole_dup_digest (self->travel->home);
  g_assert_cmpstr (after, ==, self->digest);
}

static gpointer
ask_plan (AccordReader *reader, gpointer data, GError **error)
{
  return accord_homecoming_read (reader, data, error);
}

static void
try_one (Trying *self)
{
  g_autoptr (Apart) apart = apart_new (self->answer, self->travel, self->travel->home);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPack) pack = NULL;
  g_autoptr (AccordHomecoming) home = NULL;

  apart_mutate (apart, self->rand);
  g_test_message ("%s", apart->done->str);
  pack = apart_sign (apart, self->travel, self->travel->one.key, &error);
  if (pack != NULL)
    home = accord_workspace_read (self->travel->home, ask_plan, pack, NULL, &error);
  if (home == NULL)
    {
      apart_assert_told (error, apart);
      self->n_refused++;
      return;
    }
  assert_shown (home);
  if (g_test_verbose ())
    for (guint i = 0; i < home->merge->fields->len; i++)
      {
        const AccordMergeField *field = home->merge->fields->pdata[i];

        g_test_message ("  %s %s.%s: %s, %s", field->kind, field->uid, field->field, field->ours,
                        field->theirs);
      }
  take (self, pack, home, apart, (guint) g_rand_int_range (self->rand, 0, 3));
}

static AccordPack *
answer (Travel *travel, Partner *partner, AccordPack *request, const char *name)
{
  travel_start (travel, partner, request);
  travel_comment (partner, "question", "Who runs the front door?");
  travel_comment (partner, "caveat", "Subject to the lease of the hub.");
  travel_decide (partner, "endorsed-with-caveats", "RESOLVED: endorsed.");
  return travel_return (travel, partner, name);
}

/* A partner whose key is trusted and whose program writes nonsense: refused in a sentence, or taken in such
 * that all of it holds together, can be worked with, and can be undone. Nobody else is spoken for. */
static void
test_answers (Travel *travel, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (travel, "request.accordpack");
  g_autoptr (AccordPack) one = answer (travel, &travel->one, request, "one.accordpack");
  g_autoptr (AccordPack) two = answer (travel, &travel->two, request, "two.accordpack");
  Trying self = { .travel = travel, .answer = one };

  travel_merge (travel->home, two, TRUE);
  if (data != NULL)
    travel_merge (travel->home, one, TRUE);
  self.digest = whole_dup_digest (travel->home);
  self.living = whole_dup_living (travel->home);
  self.of_others = dup_of_others (travel);
  for (guint i = 0; i < get_number (); i++)
    {
      const guint32 seed = g_test_rand_int ();

      g_test_message ("%u: %u", i, seed);
      self.rand = g_rand_new_with_seed (seed);
      try_one (&self);
      g_rand_free (self.rand);
    }
  g_test_message ("%u were refused, %u taken, %u brought nothing", self.n_refused, self.n_taken,
                  self.n_nothing);
  g_free (self.digest);
  g_free (self.living);
  g_free (self.of_others);
}

/* What the second partner said, and who asked, by uid. */
typedef struct
{
  char *caveat;
  char *review;
  char *endorsement;
} Foreign;

static void
lean_on_caveat (JsonObject *fields, const Foreign *foreign)
{
  json_object_set_string_member (fields, "caveat", foreign->caveat);
}

static void
unmake_caveat (JsonObject *fields, const Foreign *foreign)
{
  json_object_set_string_member (fields, "caveat", foreign->caveat);
  json_object_set_string_member (fields, "sort", "question");
}

static void
move_caveat (JsonObject *fields, const Foreign *foreign)
{
  json_object_set_string_member (fields, "review", foreign->review);
}

static void
lean_on_endorsement (JsonObject *fields, const Foreign *foreign)
{
  json_object_set_string_member (fields, "endorsement", foreign->endorsement);
}

static void
answer_oneself (JsonObject *fields, const Foreign *foreign)
{
  json_object_set_string_member (fields, "response", "The Council agrees to everything.");
  json_object_set_string_member (fields, "answered-by", "Chief Executive");
}

static JsonObject *
find_own (Apart *apart, const char *kind, Foreign *foreign)
{
  JsonArray *records = apart_get_records (apart);

  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *record = json_array_get_object_element (records, i);
      JsonObject *fields = json_object_get_object_member (record, "fields");
      const char *review = json_object_get_string_member_with_default (fields, "review", NULL);

      if (g_str_equal (json_object_get_string_member (record, "kind"), kind)
          && (g_str_equal (kind, "review")
                  ? !g_str_equal (json_object_get_string_member (record, "uid"), foreign->review)
                  : review != NULL && !g_str_equal (review, foreign->review))
          && (!g_str_equal (kind, "comment")
              || g_str_equal (json_object_get_string_member (fields, "sort"), "caveat")))
        return fields;
    }
  g_assert_not_reached ();
}

/* The plan says of such a field that it is not theirs to say. */
static void
assert_not_theirs (const AccordHomecoming *home, const char *kind, const char *field)
{
  gboolean found = FALSE;

  for (guint i = 0; i < home->items->len; i++)
    {
      const AccordHomeItem *item = home->items->pdata[i];

      for (guint j = 0; j < item->fields->len; j++)
        if (g_str_equal (item->kind->name, kind)
            && g_str_equal (((AccordMergeField *) item->fields->pdata[j])->field, field))
          {
            g_assert_false (item->theirs_to_say);
            found = TRUE;
          }
    }
  g_assert_true (found);
}

/* Nobody leans what they say on what another said: by default such a field stays out, and the other's caveat
 * is as it was. */
static void
test_foreign (Travel *travel, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *field;
    void (*spoil) (JsonObject *fields, const Foreign *foreign);
  } ways[] = {
    { "comment", "caveat", lean_on_caveat },
    { "comment", "caveat", unmake_caveat },
    { "caveat", "review", move_caveat },
    { "caveat", "endorsement", lean_on_endorsement },
    { "review", "endorsement", lean_on_endorsement },
    { "caveat", "response", answer_oneself },
  };
  g_autoptr (AccordPack) request = travel_send (travel, "request.accordpack");
  g_autoptr (AccordPack) one = answer (travel, &travel->one, request, "one.accordpack");
  g_autofree char *caveat = travel_dup_uid (travel->home, "caveat", travel->caveat),
                  *endorsement = travel_dup_uid (travel->home, "endorsement", travel->awaited + 1);
  Foreign foreign = { caveat, NULL, endorsement };

  for (guint i = 0; i < accord_pack_get_manifest (request)->to->len; i++)
    {
      const AccordPackParty *to = accord_pack_get_manifest (request)->to->pdata[i];

      if (!g_str_equal (to->review, accord_pack_get_manifest (one)->from->review))
        foreign.review = to->review;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (Apart) apart = apart_new (one, travel, NULL);
      g_autofree char *before = dup_of_others (travel), *after = NULL;
      g_autoptr (AccordHomecoming) home = NULL;
      g_autoptr (AccordPack) pack = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      ways[i].spoil (find_own (apart, ways[i].kind, &foreign), &foreign);
      pack = apart_sign (apart, travel, travel->one.key, &error);
      g_assert_no_error (error);
      home = travel_plan (travel->home, pack);
      assert_not_theirs (home, ways[i].kind, ways[i].field);
      accord_homecoming_prefer (home, ACCORD_MERGE_TAKE_OURS);
      travel_take (travel->home, pack, home, TRUE);
      after = dup_of_others (travel);
      g_assert_cmpstr (before, ==, after);
      travel_undo (travel->home);
    }
}

/* What stands in names is shown among words of ours, and in terminals. */
static void
test_names (Travel *travel, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (travel, "request.accordpack");
  g_autoptr (AccordPack) one = answer (travel, &travel->one, request, "one.accordpack");
  g_autoptr (Apart) apart = apart_new (one, travel, NULL);
  JsonObject *manifest = json_node_get_object (apart->manifest);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPack) pack = NULL;

  json_object_set_string_member (manifest, "case_name",
                                 " Neigh\u202ebour\u2066hood\033[31m\r\nModel\xc2\x85 ");
  json_object_set_string_member (json_object_get_object_member (manifest, "from"), "person", "\033\u202e ");
  pack = apart_sign (apart, travel, travel->one.key, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (accord_pack_get_manifest (pack)->case_name, ==, "Neighbourhood[31m Model");
  g_assert_null (accord_pack_get_manifest (pack)->from->person);
}

/* Versions are counted here, whatever an answer says of them. */
static void
test_numbers (Travel *travel, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (travel, "request.accordpack");
  g_autoptr (AccordPack) one = answer (travel, &travel->one, request, "one.accordpack"), next = NULL;
  g_autoptr (Apart) apart = apart_new (one, travel, NULL);
  JsonObject *manifest = json_node_get_object (apart->manifest);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPack) pack = NULL;

  json_object_set_int_member (manifest, "version_number", G_MAXINT64);
  g_assert_null (apart_sign (apart, travel, travel->one.key, &error));
  g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT);
  apart_assert_told (error, apart);
  g_clear_error (&error);
  json_object_set_int_member (manifest, "version_number", 99999);
  json_object_set_string_member (manifest, "stage", "full");
  pack = apart_sign (apart, travel, travel->one.key, &error);
  g_assert_no_error (error);
  travel_merge (travel->home, pack, TRUE);
  next = travel_send (travel, "next.accordpack");
  g_assert_cmpint (accord_pack_get_manifest (next)->version_number, ==, 2);
  g_assert_cmpstr (accord_pack_get_manifest (next)->stage, ==, "outline");
}

int
main (int argc, char **argv)
{
  packing_init (&argc, &argv);

  TRAVEL_TEST ("/home-wrong/foreign", test_foreign);
  TRAVEL_TEST ("/home-wrong/names", test_names);
  TRAVEL_TEST ("/home-wrong/numbers", test_numbers);
  TRAVEL_TEST ("/home-wrong/answers", test_answers);
  g_test_add ("/home-wrong/answers-again", Travel, "taken", travel_set_up, test_answers, travel_tear_down);

  return packing_run ();
}
