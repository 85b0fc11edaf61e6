/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "case-file.h"
#include "case-track.h"
#include "caveat-steps.h"

#include <string.h>

#define TODAY "2017-10-01"

static gpointer
read_file (AccordReader *reader, gpointer data, GError **error)
{
  return accord_case_file_read (reader, *(gint64 *) data, error);
}

static AccordCaseFile *
file_of (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AccordCaseFile *file = accord_workspace_read (fixture->workspace, read_file, &id, NULL, &error);

  g_assert_no_error (error);
  return file;
}

static gint64
add_case (Fixture *fixture, const char *name, const char *stage, const char *status)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "case");

  accord_record_set_text (record, "name", name);
  accord_record_set_text (record, "stage", stage);
  accord_record_set_text (record, "status", status);
  return fixture_save (fixture, record);
}

static gint64
add_caveat (Fixture *fixture, gint64 number, const char *state, const char *due, const gint64 *cases,
            gsize n_cases)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "caveat");

  accord_record_set_text (record, "text", "quality of care");
  accord_record_set_int (record, "number", number);
  accord_record_set_text (record, "state", state);
  accord_record_set_text (record, "due", due);
  accord_record_set_text (record, "response", strcmp (state, "open") != 0 ? "It is in the plan." : NULL);
  accord_record_set_ids (record, "cases", cases, n_cases);
  return fixture_save (fixture, record);
}

static gint64
add_endorsement (Fixture *fixture, const char *who, const char *outcome, const char *date, gint64 id)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "endorsement");

  accord_record_set_text (record, "who", who);
  accord_record_set_text (record, "outcome", outcome);
  accord_record_set_text (record, "date", date);
  accord_record_set_ids (record, "cases", &id, 1);
  return fixture_save (fixture, record);
}

static const AccordCaseStep *
step_of (GPtrArray *steps, const char *name)
{
  for (guint i = 0; i < steps->len; i++)
    if (strcmp (((AccordCaseStep *) steps->pdata[i])->name, name) == 0)
      return steps->pdata[i];
  g_error ("No step “%s”", name);
}

static void
test_caveats (Fixture *fixture, gconstpointer data)
{
  gint64 ids[3];
  g_autoptr (AccordCaseFile) file = NULL, other = NULL;
  AccordCaveatTally tally;

  ids[0] = add_case (fixture, "Neighbourhood Model", "outline", "endorsed-with-caveats");
  ids[1] = add_case (fixture, "Enablers", "outline", "endorsed-with-caveats");
  ids[2] = add_case (fixture, "Intermediate Care", "outline", "endorsed-with-caveats");
  add_caveat (fixture, 2, "answered", NULL, ids, 3);
  add_caveat (fixture, 1, "open", TODAY, ids, 2);
  add_caveat (fixture, ACCORD_UNKNOWN, "open", "2017-09-30", ids, 2);
  add_caveat (fixture, 3, "accepted", "2017-01-01", ids, 2);

  file = file_of (fixture, ids[0]);
  g_assert_cmpuint (file->caveats->len, ==, 4);
  for (gint64 i = 0; i < 3; i++)
    g_assert_cmpint (accord_record_get_int (file->caveats->pdata[i], "number"), ==, i + 1);
  tally = accord_caveat_tally (file->caveats, TODAY);
  /* What is due today is not late yet; what was answered cannot be. */
  g_assert_cmpuint (tally.n_open, ==, 1);
  g_assert_cmpuint (tally.n_answered, ==, 1);
  g_assert_cmpuint (tally.n_accepted, ==, 1);
  g_assert_cmpuint (tally.n_overdue, ==, 1);
  /* Only one of the others has them all. */
  g_assert_cmpuint (file->alongside->len, ==, 1);
  g_assert_cmpint (accord_record_get_id (file->alongside->pdata[0]), ==, ids[1]);
  other = file_of (fixture, ids[2]);
  g_assert_cmpuint (other->alongside->len, ==, 2);
}

static void
test_endorsements (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture, "Neighbourhood Model", "outline", "endorsed-with-caveats");
  const char *const order[] = { "Cabinet", "Trust", "Scrutiny", "Board" };
  g_autoptr (AccordCaseFile) file = NULL;
  AccordEndorsementTally tally;

  add_endorsement (fixture, "Board", "to-come", "2017-05-01", id);
  add_endorsement (fixture, "Trust", "not-endorsed", "2017-09-01", id);
  add_endorsement (fixture, "Scrutiny", "comment", NULL, id);
  add_endorsement (fixture, "Cabinet", "endorsed-with-caveats", "2017-07-12", id);
  file = file_of (fixture, id);
  g_assert_cmpuint (file->endorsements->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (accord_record_get_text (file->endorsements->pdata[i], "who"), ==, order[i]);
  tally = accord_endorsement_tally (file->standing);
  g_assert_cmpuint (tally.n_endorsed, ==, 1);
  g_assert_cmpuint (tally.n_to_come, ==, 1);
  g_assert_cmpuint (tally.n_refused, ==, 1);
  g_assert_cmpuint (tally.n_comments, ==, 1);
}

static void
test_track (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture, "Neighbourhood Model", "outline", "endorsed-with-caveats");
  g_autoptr (AccordCaseFile) file = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  const AccordCaseStep *step;

  add_endorsement (fixture, "Cabinet", "endorsed-with-caveats", "2017-07-12", id);
  add_endorsement (fixture, "the Boards", "to-come", NULL, id);
  file = file_of (fixture, id);
  steps = accord_case_track (file, TODAY);
  g_assert_cmpuint (steps->len, ==, 4);
  /* Nothing is made up of what the register does not hold. */
  g_assert_cmpint (step_of (steps, "Strategic outline")->state, ==, ACCORD_STEP_UNKNOWN);
  step = step_of (steps, "Outline case");
  g_assert_cmpint (step->state, ==, ACCORD_STEP_DONE);
  g_assert_cmpstr (step->detail, ==, "Cabinet, 12 Jul 2017");
  g_assert_cmpstr (step->kind, ==, "endorsement");
  step = step_of (steps, "Final case");
  g_assert_cmpint (step->state, ==, ACCORD_STEP_AHEAD);
  g_assert_cmpstr (step->detail, ==, "The Boards");
  g_assert_cmpint (step_of (steps, "Delivery")->state, ==, ACCORD_STEP_UNKNOWN);
}

static gint64
add_review (Fixture *fixture, gint64 organisation, const char *who, const char *state, gint64 id)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "review");

  accord_record_set_text (record, "who", who);
  accord_record_set_text (record, "state", state);
  accord_record_set_int (record, "organisation", organisation);
  accord_record_set_int (record, "case", id);
  return fixture_save (fixture, record);
}

static void
answer (Fixture *fixture, gint64 review, const char *who, const char *outcome, const char *date, gint64 id)
{
  g_autoptr (AccordRecord) record =
      fixture_get (fixture, "endorsement", add_endorsement (fixture, who, outcome, date, id));

  accord_record_set_int (record, "review", review);
  fixture_save (fixture, record);
}

/* Of a partner's answers the latest counts, whichever committee gave it; two partners whose boards are called
 * the same are two; who is asked anew is waited for, and has said what they said. */
static void
test_rounds (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture, "Neighbourhood Model", "outline", "draft");
  gint64 ccg = fixture_add_named (fixture, "organisation", "Bury CCG");
  gint64 gp = fixture_add_named (fixture, "organisation", "GP Federation");
  gint64 trust = fixture_add_named (fixture, "organisation", "The Trust");
  g_autoptr (AccordCaseFile) file = NULL;
  g_autofree char *first = NULL, *waited = NULL;
  AccordEndorsementTally tally;

  answer (fixture, add_review (fixture, ccg, "Bury CCG", "returned", id), "Board", "deferred", "2017-06-20",
          id);
  answer (fixture, add_review (fixture, gp, "GP Federation", "returned", id), "Board", "not-endorsed",
          "2017-06-21", id);
  answer (fixture, add_review (fixture, ccg, "Bury CCG", "returned", id), "Governing Body", "endorsed",
          "2017-07-20", id);
  add_review (fixture, gp, "GP Federation", "asked", id);
  add_review (fixture, trust, "The Trust", "under-way", id);
  add_review (fixture, trust, "The Trust", "asked", id);
  file = file_of (fixture, id);
  g_assert_cmpuint (file->endorsements->len, ==, 3);
  g_assert_cmpuint (file->standing->len, ==, 3);
  tally = accord_endorsement_tally (file->standing);
  g_assert_cmpuint (tally.n_endorsed, ==, 1);
  g_assert_cmpuint (tally.n_refused, ==, 1);
  g_assert_cmpuint (tally.n_to_come, ==, 1);
  g_assert_cmpuint (file->awaited->len, ==, 2);
  first = accord_case_file_dup_who (file, file->endorsements->pdata[0]);
  g_assert_cmpstr (first, ==, "Board, Bury CCG");
  g_assert_true (accord_case_file_is_earlier (file, file->endorsements->pdata[0]));
  g_assert_false (accord_case_file_is_earlier (file, file->endorsements->pdata[1]));
  waited = accord_case_file_dup_who (file, file->awaited->pdata[1]);
  g_assert_cmpstr (waited, ==, "The Trust");
}

/* What partners answered to the outline case is no step of the final one, and not the decision that was
 * taken where somebody else took it. */
static void
test_track_reviews (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture, "Neighbourhood Model", "outline", "endorsed-with-caveats");
  gint64 review = add_review (fixture, ACCORD_UNKNOWN, "GP Federation", "returned", id);
  g_autoptr (AccordCaseFile) file = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  add_endorsement (fixture, "Cabinet", "endorsed-with-caveats", "2017-07-12", id);
  add_endorsement (fixture, "the Boards", "to-come", NULL, id);
  answer (fixture, review, "GP Federation", "deferred", "2017-07-05", id);
  answer (fixture, review, "GP Federation", "endorsed", "2017-08-05", id);
  file = file_of (fixture, id);
  steps = accord_case_track (file, TODAY);
  g_assert_cmpstr (step_of (steps, "Outline case")->detail, ==, "Cabinet, 12 Jul 2017");
  g_assert_cmpstr (step_of (steps, "Final case")->detail, ==, "The Boards");
}

static void
test_track_stages (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *stage;
    const char *status;
    const char *step;
    AccordStepState state;
  } cases[] = {
    { "strategic-outline", "draft", "Strategic outline", ACCORD_STEP_NOW },
    { "strategic-outline", "draft", "Final case", ACCORD_STEP_UNKNOWN },
    { "outline", "engagement", "Outline case", ACCORD_STEP_NOW },
    { "outline", "withdrawn", "Outline case", ACCORD_STEP_STOPPED },
    { "outline", "withdrawn", "Final case", ACCORD_STEP_UNKNOWN },
    { "outline", "deferred", "Outline case", ACCORD_STEP_NOW },
    { "full", "approved", "Final case", ACCORD_STEP_DONE },
    { "full", "approved", "Delivery", ACCORD_STEP_NOW },
    { "full", "not-endorsed", "Final case", ACCORD_STEP_STOPPED },
    { "full", "draft", "Outline case", ACCORD_STEP_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = add_case (fixture, "A case", cases[i].stage, cases[i].status);
      g_autoptr (AccordCaseFile) file = file_of (fixture, id);
      g_autoptr (GPtrArray) steps = accord_case_track (file, TODAY);

      g_assert_cmpint (step_of (steps, cases[i].step)->state, ==, cases[i].state);
    }
}

static void
test_track_engagement (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *until;
    AccordStepState state;
  } times[] = {
    { NULL, NULL, ACCORD_STEP_NOW },
    { "2017-08-01", "2017-09-30", ACCORD_STEP_DONE },
    { "2017-08-01", TODAY, ACCORD_STEP_NOW },
    { "2017-10-02", NULL, ACCORD_STEP_AHEAD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 id = add_case (fixture, "A case", "outline", "endorsed");
      g_autoptr (AccordRecord) event = fixture_new (fixture, "engagement");
      g_autoptr (AccordCaseFile) file = NULL;
      g_autoptr (GPtrArray) steps = NULL;

      accord_record_set_text (event, "name", "Events");
      accord_record_set_text (event, "type", "listening-event");
      accord_record_set_text (event, "from", times[i].from);
      accord_record_set_text (event, "until", times[i].until);
      accord_record_set_int (event, "case", id);
      fixture_save (fixture, event);
      file = file_of (fixture, id);
      steps = accord_case_track (file, TODAY);
      g_assert_cmpuint (steps->len, ==, 5);
      g_assert_cmpint (step_of (steps, "Listening events")->state, ==, times[i].state);
    }
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plain = accord_sentence_case ("quality of care");
  g_autofree char *accent = accord_sentence_case ("équipe");
  g_autofree char *quote = accord_sentence_case ("‘doing nothing’");
  g_autofree char *nothing = accord_sentence_case ("");

  g_assert_cmpstr (plain, ==, "Quality of care");
  g_assert_cmpstr (accent, ==, "Équipe");
  g_assert_cmpstr (quote, ==, "‘doing nothing’");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordRecord) caveat = fixture_new (fixture, "caveat");
  g_autofree char *unnumbered = NULL, *answer = NULL, *accept = NULL, *change = NULL, *open = NULL;

  accord_record_set_text (caveat, "text", "quality of care");
  accord_record_set_text (caveat, "state", "open");
  unnumbered = accord_caveat_dup_change_label (caveat, "answered");
  accord_record_set_int (caveat, "number", 3);
  answer = accord_caveat_dup_change_label (caveat, "answered");
  accept = accord_caveat_dup_change_label (caveat, "accepted");
  change = accord_caveat_dup_change_label (caveat, "open");
  accord_record_set_text (caveat, "state", "answered");
  open = accord_caveat_dup_change_label (caveat, "open");
  g_assert_cmpstr (unnumbered, ==, "Answer caveat quality of care");
  g_assert_cmpstr (answer, ==, "Answer caveat 3");
  g_assert_cmpstr (accept, ==, "Accept the answer to caveat 3");
  g_assert_cmpstr (change, ==, "Change caveat 3");
  g_assert_cmpstr (open, ==, "Open caveat 3 again");
}

static void
check_steps (Fixture *fixture, const char *fields, const char *expected)
{
  g_autoptr (AccordRecord) caveat = fixture_new (fixture, "caveat");
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);
  g_autofree char *words = NULL;

  accord_record_set_text (caveat, "text", "quality of care");
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      accord_record_set_text (caveat, pair[0], pair[1]);
    }
  words = accord_caveat_dup_steps (caveat);
  g_assert_cmpstr (words, ==, expected);
}

/* From raised to answered to accepted by who raised it; what is not known is said to be so. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordRecord) body = fixture_new (fixture, "body"), caveat = fixture_new (fixture, "caveat");
  g_autoptr (AccordRecord) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL, *behalf = NULL;
  gint64 id, business_case = add_case (fixture, "Enablers", "full", "draft");

  check_steps (fixture, "state=open", "Raised; by whom and when is not known · Not answered yet");
  check_steps (fixture, "state=open|raised-on=2026-02-01", "Raised on 1 Feb 2026 · Not answered yet");
  check_steps (fixture, "state=answered|response=Yes|answered-by=The Director",
               "Raised; by whom and when is not known · Answered by The Director · Not accepted yet");
  check_steps (fixture, "state=accepted|response=Yes",
               "Raised; by whom and when is not known · Answered; by whom and when is not known · Accepted; "
               "by whom and when is not known");

  accord_record_set_text (body, "name", "Cabinet");
  accord_record_set_text (caveat, "text", "quality of care");
  accord_record_set_ids (caveat, "cases", &business_case, 1);
  accord_record_set_int (caveat, "raised-by", fixture_save (fixture, body));
  accord_record_set_text (caveat, "state", "accepted");
  accord_record_set_text (caveat, "response", "It is in the plan.");
  accord_record_set_text (caveat, "answered-on", "2026-03-01");
  accord_record_set_text (caveat, "accepted-on", "2026-03-02");
  accord_record_set_text (caveat, "accepted-by", "The Cabinet, Stockport Council");
  id = fixture_save (fixture, caveat);
  saved = fixture_get (fixture, "caveat", id);
  words = accord_caveat_dup_steps (saved);
  g_assert_cmpstr (words, ==,
                   "Raised by Cabinet · Answered on 1 Mar 2026 · Accepted by The Cabinet, Stockport Council "
                   "on 2 Mar 2026");
  accord_record_set_text (saved, "accepted-by", "Programme office");
  behalf = accord_caveat_dup_steps (saved);
  g_assert_true (
      g_str_has_suffix (behalf, "Accepted, recorded by Programme office on behalf of Cabinet on 2 Mar 2026"));
  accord_record_set_text (saved, "accepted-on", "2026-02-02");
  g_assert_false (accord_record_validate (saved, &error));
  g_clear_error (&error);
  accord_record_set_text (saved, "accepted-on", "2026-03-02");
  accord_record_set_text (saved, "state", "answered");
  g_assert_false (accord_record_validate (saved, &error));
}

/* A full case with caveats that are not settled is told; another is not. */
static void
test_warning (Fixture *fixture, gconstpointer data)
{
  gint64 full = add_case (fixture, "Full", "full", "draft");
  gint64 outline = add_case (fixture, "Outline", "outline", "draft"), cases[] = { full, outline };
  g_autoptr (AccordCaseFile) file = NULL, other = NULL, settled = NULL;
  g_autofree char *warning = NULL;

  add_caveat (fixture, 1, "accepted", NULL, &full, 1);
  settled = file_of (fixture, full);
  g_assert_null (accord_case_file_dup_caveats_warning (settled, TODAY));
  add_caveat (fixture, 2, "answered", NULL, cases, 2);
  add_caveat (fixture, 3, "open", "2017-01-01", cases, 2);
  add_caveat (fixture, 4, "open", NULL, cases, 2);
  file = file_of (fixture, full);
  other = file_of (fixture, outline);
  warning = accord_case_file_dup_caveats_warning (file, TODAY);
  g_assert_cmpstr (warning, ==,
                   "This is the full business case: 2 caveats are not answered (1 overdue), and 1 answer "
                   "is not accepted by who raised the caveat.");
  g_assert_null (accord_case_file_dup_caveats_warning (other, TODAY));
}

/* Who was sent the case to be reviewed and is silent is waited for; who answered or was let off is not. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  static const char *const states[] = { "asked", "under-way", "returned", "withdrawn" };
  gint64 id = add_case (fixture, "Enablers", "outline", "draft");
  gint64 other = add_case (fixture, "Front door", "outline", "draft");
  g_autoptr (AccordCaseFile) file = NULL, none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (AccordRecord) review = fixture_new (fixture, "review");

      accord_record_set_text (review, "who", "GP Federation");
      accord_record_set_int (review, "case", id);
      accord_record_set_text (review, "state", states[i]);
      fixture_save (fixture, review);
    }
  file = file_of (fixture, id);
  none = file_of (fixture, other);
  g_assert_cmpuint (file->awaited->len, ==, 2);
  g_assert_cmpuint (none->awaited->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/case-file/caveats", test_caveats);
  fixture_add_test ("/case-file/endorsements", test_endorsements);
  fixture_add_test ("/case-file/rounds", test_rounds);
  fixture_add_test ("/case-file/track", test_track);
  fixture_add_test ("/case-file/track/stages", test_track_stages);
  fixture_add_test ("/case-file/track/reviews", test_track_reviews);
  fixture_add_test ("/case-file/track/engagement", test_track_engagement);
  fixture_add_test ("/case-file/words", test_words);
  fixture_add_test ("/case-file/labels", test_labels);
  fixture_add_test ("/case-file/steps", test_steps);
  fixture_add_test ("/case-file/warning", test_warning);
  fixture_add_test ("/case-file/waiting", test_waiting);

  return g_test_run ();
}
