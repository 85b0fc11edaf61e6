/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "travel.h"

#include "caveat-verdict.h"
#include "comments-file.h"
#include "merge.h"
#include "pack-error.h"

#include <string.h>

#define SAID "2017-06-20"

static void
assert_text (AccordWorkspace *workspace, gint64 id, const char *field, const char *text)
{
  g_autoptr (AccordRecord) record = travel_get (workspace, "caveat", id);

  g_assert_cmpstr (accord_record_get_text (record, field), ==, text);
}

/* The second partner’s caveat is answered, as the window that asks has it: with a day, and by whom. */
static void
answer (Travel *self, const char *response, const char *day)
{
  g_autoptr (AccordRecord) caveat = travel_get (self->home, "caveat", self->caveat);

  accord_record_set_text (caveat, "response", response);
  accord_record_set_text (caveat, "state", "answered");
  accord_record_set_text (caveat, "answered-on", day);
  accord_record_set_text (caveat, "answered-by", "Director of Finance");
  travel_save (self->home, caveat);
}

static gint64
read_id (Travel *self, Partner *partner)
{
  g_autofree char *uid = travel_dup_uid (self->home, "caveat", self->caveat);
  g_autoptr (AccordRecord) caveat = travel_find (partner->reading, "caveat", uid);

  return accord_record_get_id (caveat);
}

typedef struct
{
  gint64 review;
  gint64 caveat;
  const char *state;
  gboolean by_file;
} Saying;

static gboolean
say_it (AccordWriter *writer, gpointer data, GError **error)
{
  const Saying *saying = data;
  const AccordCommentsFile file = { saying->review, "A post", SAID, "said.json" };
  AccordReader *reader = accord_writer_get_reader (writer);
  AccordSchema *schema = accord_reader_get_schema (reader);
  g_autoptr (AccordRecord) review =
      accord_reader_get (reader, accord_schema_find_kind (schema, "review"), saying->review, error);
  g_autoptr (AccordRecord) caveat =
      accord_reader_get (reader, accord_schema_find_kind (schema, "caveat"), saying->caveat, error);
  g_autofree char *json = g_strdup_printf ("{\"caveats\":[{\"caveat\":\"%s\",\"state\":\"%s\"}]}",
                                           accord_record_get_uid (caveat), saying->state);

  return saying->by_file ? accord_comments_file_write (writer, &file, json, -1, NULL, error)
                         : accord_caveat_verdict_write (writer, review, caveat, saying->state, SAID, error);
}

/* What is wrong with it, or %NULL. */
static char *
say (Travel *self, Partner *partner, const char *state, gboolean by_file)
{
  Saying saying = { travel_review (partner), read_id (self, partner), state, by_file };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (partner->reading, "Say", say_it, &saying, NULL, &error);

  g_assert_true ((change == NULL) == (error != NULL));
  return error != NULL ? g_strdup (error->message) : NULL;
}

static void
start (Travel *self, const char *name)
{
  g_autoptr (AccordPack) request = travel_send (self, name);

  travel_start (self, &self->two, request);
}

static AccordPack *
return_two (Travel *self, const char *name)
{
  travel_decide (&self->two, "endorsed", "Endorsed.");
  return travel_return (self, &self->two, name);
}

/* The file and the window keep the same, and undo takes it back. */
static void
test_both_ways (Travel *self, gconstpointer data)
{
  const gboolean by_file = GPOINTER_TO_INT (data);
  gint64 id;

  answer (self, "From the hub.", "2017-05-20");
  start (self, "request.accordpack");
  id = read_id (self, &self->two);
  g_assert_null (say (self, &self->two, "accepted", by_file));
  assert_text (self->two.reading, id, "state", "accepted");
  assert_text (self->two.reading, id, "accepted-on", SAID);
  assert_text (self->two.reading, id, "accepted-by", "Community Trust");
  travel_undo (self->two.reading);
  assert_text (self->two.reading, id, "state", "answered");
  assert_text (self->two.reading, id, "accepted-on", NULL);
  g_assert_null (say (self, &self->two, "open", by_file));
  assert_text (self->two.reading, id, "state", "open");
  assert_text (self->two.reading, id, "answered-on", NULL);
  assert_text (self->two.reading, id, "response", "From the hub.");
  travel_check (self->two.reading);
}

static void
test_not_theirs (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack"), later = NULL;
  g_autofree char *early = NULL, *other = NULL, *before = NULL, *after = NULL;

  travel_start (self, &self->two, request);
  early = say (self, &self->two, "accepted", FALSE);
  g_assert_cmpstr (early, ==, "“Show where the staff come from” has no answer yet that could be accepted.");
  answer (self, "From the hub.", "2017-05-20");
  later = travel_send (self, "later.accordpack");
  travel_start (self, &self->one, later);
  before = travel_dup_state (self->one.reading);
  other = say (self, &self->one, "accepted", FALSE);
  g_assert_nonnull (strstr (other, "raised by somebody else"));
  after = travel_dup_state (self->one.reading);
  g_assert_cmpstr (before, ==, after);
}

/* One that was opened again comes home open, with its answer and without the day; and can be merged twice. */
static void
test_open_again (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) back = NULL;

  answer (self, "From the hub.", "2017-05-20");
  start (self, "request.accordpack");
  g_assert_null (say (self, &self->two, "open", TRUE));
  back = return_two (self, "two.accordpack");
  travel_merge (self->home, back, TRUE);
  assert_text (self->home, self->caveat, "state", "open");
  assert_text (self->home, self->caveat, "answered-on", NULL);
  assert_text (self->home, self->caveat, "answered-by", "Director of Finance");
  assert_text (self->home, self->caveat, "response", "From the hub.");
  travel_merge (self->home, back, FALSE);
  travel_check (self->home);
  travel_undo (self->home);
  assert_text (self->home, self->caveat, "state", "answered");
  assert_text (self->home, self->caveat, "answered-on", "2017-05-20");
}

/* Who first opens it again and then accepts it leaves no trace of the first. */
static void
test_second_thoughts (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) back = NULL, again = NULL;
  g_autoptr (AccordHomecoming) home = NULL;
  gint64 id;

  answer (self, "From the hub.", "2017-05-20");
  start (self, "request.accordpack");
  id = read_id (self, &self->two);
  g_assert_null (say (self, &self->two, "open", FALSE));
  g_assert_null (say (self, &self->two, "accepted", FALSE));
  assert_text (self->two.reading, id, "answered-on", "2017-05-20");
  back = return_two (self, "two.accordpack");
  home = travel_plan (self->home, back);
  g_assert_cmpuint (home->n_left, ==, 0);
  travel_take (self->home, back, home, TRUE);
  assert_text (self->home, self->caveat, "state", "accepted");
  assert_text (self->home, self->caveat, "answered-on", "2017-05-20");
  /* Returned and thought over once more. */
  g_assert_null (say (self, &self->two, "open", FALSE));
  again = return_two (self, "again.accordpack");
  travel_merge (self->home, again, TRUE);
  assert_text (self->home, self->caveat, "state", "open");
  assert_text (self->home, self->caveat, "accepted-on", NULL);
  travel_check (self->home);
}

/* Another answer stands here by now: that the one before was not enough is not said of it. */
static void
test_newer_answer (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) back = NULL;
  g_autoptr (AccordHomecoming) home = NULL;
  gboolean said = FALSE;

  answer (self, "From the hub.", "2017-05-20");
  start (self, "request.accordpack");
  g_assert_null (say (self, &self->two, "open", FALSE));
  back = return_two (self, "two.accordpack");
  answer (self, "From three hubs, by name.", "2017-06-22");
  home = travel_plan (self->home, back);
  for (guint i = 0; i < home->remarks->len; i++)
    said |= strstr (home->remarks->pdata[i], "it is not the one here") != NULL;
  g_assert_true (said);
  travel_take (self->home, back, home, TRUE);
  assert_text (self->home, self->caveat, "state", "answered");
  assert_text (self->home, self->caveat, "answered-on", "2017-06-22");
  travel_check (self->home);
}

/* The day is another here, or it was accepted here in their name: whatever a person chooses is a caveat that
 * holds together. */
static void
test_both_changed (Travel *self, gconstpointer data)
{
  const gboolean accepted = GPOINTER_TO_INT (data) & 1, theirs = (GPOINTER_TO_INT (data) & 2) != 0;
  g_autoptr (AccordPack) back = NULL;
  g_autoptr (AccordHomecoming) home = NULL;
  g_autoptr (AccordRecord) caveat = NULL;

  answer (self, "From the hub.", "2017-05-20");
  start (self, "request.accordpack");
  g_assert_null (say (self, &self->two, "open", FALSE));
  back = return_two (self, "two.accordpack");
  caveat = travel_get (self->home, "caveat", self->caveat);
  accord_record_set_text (caveat, "answered-on", "2017-05-21");
  if (accepted)
    {
      accord_record_set_text (caveat, "state", "accepted");
      accord_record_set_text (caveat, "accepted-on", "2017-06-22");
      accord_record_set_text (caveat, "accepted-by", "Governing Body");
    }
  travel_save (self->home, caveat);
  home = travel_plan (self->home, back);
  accord_homecoming_prefer (home, theirs ? ACCORD_MERGE_TAKE_THEIRS : ACCORD_MERGE_TAKE_OURS);
  travel_take (self->home, back, home, TRUE);
  if (accepted && !theirs)
    {
      assert_text (self->home, self->caveat, "state", "accepted");
      assert_text (self->home, self->caveat, "answered-on", "2017-05-21");
      assert_text (self->home, self->caveat, "accepted-by", "Governing Body");
      return;
    }
  assert_text (self->home, self->caveat, "state", "open");
  assert_text (self->home, self->caveat, "answered-on", NULL);
  assert_text (self->home, self->caveat, "accepted-on", NULL);
  assert_text (self->home, self->caveat, "accepted-by", NULL);
  travel_check (self->home);
  travel_merge (self->home, back, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define WITH(path, data, func)                                                                               \
  g_test_add (path, Travel, GINT_TO_POINTER (data), travel_set_up, func, travel_tear_down)
  WITH ("/review/caveat-verdict/by-window", FALSE, test_both_ways);
  WITH ("/review/caveat-verdict/by-file", TRUE, test_both_ways);
  TRAVEL_TEST ("/review/caveat-verdict/not-theirs", test_not_theirs);
  TRAVEL_TEST ("/review/caveat-verdict/open-again", test_open_again);
  TRAVEL_TEST ("/review/caveat-verdict/second-thoughts", test_second_thoughts);
  TRAVEL_TEST ("/review/caveat-verdict/newer-answer", test_newer_answer);
  WITH ("/review/caveat-verdict/other-day/ours", 0, test_both_changed);
  WITH ("/review/caveat-verdict/other-day/theirs", 2, test_both_changed);
  WITH ("/review/caveat-verdict/accepted-here/ours", 1, test_both_changed);
  WITH ("/review/caveat-verdict/accepted-here/theirs", 3, test_both_changed);

  return g_test_run ();
}
