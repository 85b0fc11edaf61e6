/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the sample what the systems that it describes have to answer. */
#include "sample-fixture.h"

#include "claim-check.h"
#include "exchange-error.h"
#include "history.h"
#include "sample.h"

#include <string.h>

static void
assert_titles (Sample *sample, const char *kind, const char *conditions, const char *sort,
               const char *expected)
{
  g_autofree char *titles = sample_titles (sample, kind, conditions, sort);

  g_assert_cmpstr (titles, ==, expected);
}

static void
test_commissioning (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordRecord) oco = sample_one (sample, "organisation", "short-name=Bury OCO");
  g_autoptr (AccordRecord) board = sample_one (sample, "body", "name=Strategic Commissioning Board");
  g_autoptr (AccordRecord) cabinet = sample_follow (sample, board, "accountable-to");
  g_autoptr (AccordRecord) council = sample_follow (sample, cabinet, "organisation");
  g_autoptr (AccordRecord) gap = sample_one (sample, "fund", "type=financial-gap");
  g_autoptr (AccordRecord) benefit = sample_one (sample, "benefit", "measure=Financial gap closed");
  g_autoptr (GPtrArray) posts = sample_select (sample, "post", "organisations=Bury CCG");
  gsize n_committees;

  assert_text (oco, "alliance-type", "one-commissioning-organisation");
  assert_titles (sample, "membership", "alliance=Bury OCO", "organisation", "Bury CCG · Bury Council");
  assert_text (board, "from", "2019-10-01");
  assert_text (cabinet, "name", "Cabinet");
  assert_text (council, "name", "Bury Council");
  accord_record_get_ids (board, "scrutinised-by", &n_committees);
  g_assert_cmpuint (n_committees, ==, 2);

  assert_titles (sample, "post", "organisations=Bury CCG", "name",
                 "Chief Accountable Officer · Chief Finance Officer · Head of Communications");
  for (guint i = 0; i < posts->len; i++)
    {
      gsize n_organisations;

      accord_record_get_ids (g_ptr_array_index (posts, i), "organisations", &n_organisations);
      g_assert_cmpuint (n_organisations, ==, 2);
      g_assert_null (accord_record_get_text (g_ptr_array_index (posts, i), "holder"));
    }
  g_assert_cmpuint (sample_count (sample, "post", "holder=Geoff Little"), ==, 2);

  g_assert_cmpuint (sample_count (sample, "milestone", "organisation=Bury OCO|date=2019-10-01"), ==, 1);
  g_assert_cmpuint (sample_count (sample, "milestone", "organisation=Bury OCO|date=2020-04-01"), ==, 1);
  assert_int (gap, "amount", 2500000000);
  assert_text (benefit, "target", "25");
}

static void
test_care (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordRecord) lco = sample_one (sample, "organisation", "short-name=Bury LCO");
  g_autoptr (AccordRecord) council = sample_one (sample, "organisation", "name=Bury Council");
  g_autoptr (AccordRecord) federation = sample_one (sample, "organisation", "name=Bury GP Federation");
  g_autoptr (AccordRecord) alliance = sample_one (sample, "organisation", "short-name=NCA");
  g_autoptr (AccordRecord) transfer = sample_one (sample, "transfer", "service=Community services");
  g_autoptr (AccordRecord) from = sample_follow (sample, transfer, "from-organisation");
  g_autoptr (AccordRecord) to = sample_follow (sample, transfer, "to-organisation");

  assert_text (lco, "opened", "2019-04-01");
  assert_int (lco, "staff", 600);
  assert_int (lco, "neighbourhoods", 5);
  assert_int (lco, "operating-budget", 2700000000);
  assert_titles (sample, "membership", "alliance=Bury LCO|role=partner", "organisation",
                 "BARDOC Ltd · Bury Council · Bury GP Federation · Bury Voluntary, Community and Faith "
                 "Alliance · Northern Care Alliance NHS Group · Pennine Care NHS Foundation Trust · Persona "
                 "Care and Support Ltd");
  assert_int (council, "population", 187500);
  assert_contains (council, "what-it-does", "six towns");
  assert_int (federation, "practices", 25);
  assert_int (federation, "practices-of", 26);
  assert_int (federation, "population", 205000);
  assert_int (federation, "coverage", 9700);
  assert_int (alliance, "staff", 17500);
  assert_int (alliance, "population", 1100000);
  assert_contains (alliance, "what-it-does", "five hospitals");
  assert_titles (sample, "workstream", "type=priority-area", "position",
                 "Integrated neighbourhood teams · The intermediate tier · End of life care · Community "
                 "stroke/neurorehabilitation · The rapid response service · Urgent care and care home "
                 "support");
  assert_text (from, "short-name", "Pennine Care");
  assert_text (to, "short-name", "NCA");
  g_assert_cmpuint (sample_count (sample, "post", "organisations=Bury LCO|status=recruiting"), ==, 2);
  g_assert_cmpuint (sample_count (sample, "milestone", "date=2019-06-24|organisation=Bury LCO"), ==, 1);
}

static void
test_money (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordRecord) share =
      sample_one (sample, "fund", "name=Bury’s share of the Greater Manchester Transformation Fund");
  g_autoptr (AccordRecord) fund = sample_follow (sample, share, "part-of");
  g_autoptr (AccordRecord) budget = sample_follow (sample, fund, "part-of");
  g_autoptr (AccordRecord) stockport =
      sample_one (sample, "fund", "name=Greater Manchester Transformation Funding in Stockport");
  g_autoptr (AccordRecord) operating = sample_one (sample, "fund", "holder=Bury LCO");

  assert_int (share, "amount", 1920000000);
  assert_int (fund, "amount", ACCORD_UNKNOWN);
  assert_int (budget, "amount", 600000000000);
  assert_int (stockport, "amount", ACCORD_UNKNOWN);
  assert_int (stockport, "part-of", accord_record_get_id (fund));
  assert_int (operating, "amount", 2700000000);
  g_assert_cmpuint (sample_count (sample, "allocation", ""), ==, 0);
  g_assert_cmpuint (sample_count (sample, "payment", ""), ==, 0);
}

static gpointer
check_claim (AccordReader *reader, gpointer data, GError **error)
{
  return accord_claim_check (reader, *(gint64 *) data, error);
}

/* What a claim's record says of its state is what the figures say. */
static void
test_claims (Sample *sample, gconstpointer data)
{
  g_autoptr (GPtrArray) claims = sample_select (sample, "claim", "");
  g_autoptr (AccordRecord) majority = sample_one (sample, "claim", "measure=share-to-organisation");
  g_autoptr (AccordRecord) little = sample_one (sample, "claim", "measure=share-to-category");
  g_autoptr (AccordRecord) million = sample_one (sample, "claim", "measure=fund-amount");
  g_autoptr (AccordRecord) lco = sample_follow (sample, majority, "organisation");

  g_assert_cmpuint (claims->len, >, 10);
  for (guint i = 0; i < claims->len; i++)
    {
      AccordRecord *claim = g_ptr_array_index (claims, i);
      gint64 id = accord_record_get_id (claim);
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordClaimCheck) check =
          accord_workspace_read (sample->workspace, check_claim, &id, NULL, &error);

      g_assert_no_error (error);
      assert_text (claim, "state", accord_claim_verdict_get_state (check->verdict));
      g_assert_nonnull (accord_record_get_text (claim, "proof"));
    }
  assert_text (lco, "short-name", "Bury LCO");
  assert_int (majority, "threshold", 5000);
  assert_text (majority, "comparison", "at-least");
  assert_text (little, "category", "organisational-structure");
  assert_int (little, "threshold", ACCORD_UNKNOWN);
  assert_int (million, "amount", 1900000000);
  assert_text (million, "state", "confirmed");
}

static void
test_invest_to_save (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordRecord) question = sample_one (sample, "question", "answered-by=The LCO Chair");

  assert_contains (question, "text", "all the affected organisations would remain financially sustainable");
  assert_contains (question, "answer", "cost benefit analysis");
  assert_contains (question, "answer", "two to three years");
  g_assert_cmpuint (sample_count (sample, "benefit", "measure=Savings generated from the Acute Sector"), ==,
                    1);
  g_assert_cmpuint (sample_count (sample, "claim", "organisation=Bury LCO|said-by=The LCO Chair"), ==, 2);
}

/* The committee and the date of Bury's meeting are not in its page, and so nowhere. */
static void
test_unknown_meeting (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordRecord) meeting = sample_one (sample, "meeting", "page-kind=Agenda item");
  g_autofree char *agreements =
      g_strdup_printf ("type=agreement|meeting=%" G_GINT64_FORMAT, accord_record_get_id (meeting));

  assert_text (meeting, "date", NULL);
  assert_int (meeting, "body", ACCORD_UNKNOWN);
  assert_contains (meeting, "note", "not known");
  g_assert_cmpuint (sample_count (sample, "resolution", agreements), ==, 2);
}

static void
test_executive (Sample *sample, gconstpointer data)
{
  static const struct
  {
    const char *type;
    guint count;
  } findings[] = { { "outcome", 2 },   { "learning", 4 }, { "strength", 3 }, { "limitation", 3 },
                   { "next-year", 4 }, { "enabling", 3 }, { "comment", 9 } };
  g_autoptr (AccordRecord) meeting = sample_one (sample, "meeting", "date=2016-09-27");
  g_autoptr (AccordRecord) evaluation = sample_one (sample, "item", "number=43b");
  g_autofree char *items = g_strdup_printf ("meeting=%" G_GINT64_FORMAT, accord_record_get_id (meeting));
  g_autoptr (GPtrArray) agenda = sample_select (sample, "item", items);
  g_autoptr (GPtrArray) actions = sample_select (sample, "action", items);

  assert_text (meeting, "next-meeting", "2016-11-22");
  g_assert_true (accord_record_get_boolean (meeting, "incomplete"));
  g_assert_true (accord_record_get_boolean (evaluation, "incomplete"));
  g_assert_cmpuint (agenda->len, ==, 6);
  assert_titles (
      sample, "item", items, "position",
      "Welcome and apologies for absence · Minutes and Matters arising from Executive Meeting held "
      "on 19th July 2016 · Overview Evaluation (Year One) · Partnership Updates · Any other "
      "business · Date of next meeting");
  g_assert_cmpuint (actions->len, ==, 4);
  for (guint i = 0; i < actions->len; i++)
    {
      AccordRecord *action = g_ptr_array_index (actions, i);

      assert_text (action, "state", "done");
      assert_contains (action, "updates", "2016-09-27 ");
      g_assert_nonnull (accord_record_get_text (action, "owner"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      g_autofree char *conditions =
          g_strdup_printf ("programme=Chorley Public Service Reform Strategy|type=%s", findings[i].type);

      g_assert_cmpuint (sample_count (sample, "finding", conditions), ==, findings[i].count);
    }
  assert_titles (sample, "workstream", "programme=Chorley Public Service Reform Strategy", "position",
                 "Placed based service integration · Effective MDT working · Resilient Communities");
}

static void
test_programmes (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordRecord) care = sample_one (sample, "programme", "name=Our Health, Our Care");
  g_autoptr (AccordRecord) assets = sample_one (sample, "programme", "name=Asset Review");
  g_autoptr (AccordRecord) consultation =
      sample_one (sample, "engagement", "type=consultation|programme=Asset Review");
  g_autoptr (AccordRecord) full = sample_one (sample, "milestone", "name=Full status");

  assert_text (care, "until-words", "up to 2020");
  assert_text (care, "until", NULL);
  assert_contains (care, "standards", "prevention standards");
  g_assert_cmpuint (sample_count (sample, "milestone", "programme=Our Health, Our Care|status=under-way"), ==,
                    2);
  assert_int (assets, "buildings", 22);
  assert_int (consultation, "responses", 8000);
  assert_text (consultation, "until", NULL);
  assert_text (consultation, "until-words", "14th August");
  g_assert_cmpuint (sample_count (sample, "transfer", "status=offered"), ==, 1);
  assert_text (full, "date-words", "in Spring 2017");
}

static void
test_footprints (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordRecord) preferred = sample_one (sample, "option", "preferred=yes");
  g_autoptr (AccordRecord) item = sample_follow (sample, preferred, "item");
  g_autoptr (AccordRecord) resolution = sample_one (sample, "resolution", "type=resolution|meeting=");
  g_autoptr (AccordRecord) endorsement = sample_one (sample, "endorsement", "who=The Board");
  g_autofree char *options = g_strdup_printf ("item=%" G_GINT64_FORMAT, accord_record_get_id (item));

  assert_text (preferred, "letter", "c");
  assert_contains (preferred, "name", "using wards as building blocks");
  g_assert_cmpuint (sample_count (sample, "option", options), ==, 3);
  assert_int (item, "meeting", ACCORD_UNKNOWN);
  assert_int (resolution, "item", accord_record_get_id (item));
  assert_int (endorsement, "option", accord_record_get_id (preferred));
  assert_text (endorsement, "date", NULL);
  assert_titles (sample, "workstream", "programme=Geographical alignment of public services", "position",
                 "Primary Care Networks · Community Health and Adult Social Care IMDTs · Council Districts · "
                 "Police beats · Housing management");
  g_assert_cmpuint (
      sample_count (sample, "milestone", "programme=Geographical alignment of public services|status=done"),
      ==, 4);
  g_assert_cmpuint (sample_count (sample, "milestone", "organisation=Greater Manchester Police"), ==, 1);
  g_assert_cmpuint (sample_count (sample, "resolution", "type=recommendation|meeting="), ==, 2);
}

static void
test_caveats (Sample *sample, gconstpointer data)
{
  g_autoptr (GPtrArray) caveats = sample_select (sample, "caveat", "");
  g_autoptr (AccordRecord) resolution = sample_one (sample, "resolution", "type=resolution|number=1");

  assert_titles (sample, "case", "stage=outline|status=endorsed-with-caveats", "name",
                 "Enablers · Intermediate Care · Neighbourhood Model · Summary Economic");
  g_assert_cmpuint (caveats->len, ==, 8);
  g_assert_cmpuint (sample_count (sample, "caveat", "group=the need to focus on"), ==, 5);
  g_assert_cmpuint (sample_count (sample, "caveat", "group=further consideration of"), ==, 3);
  g_assert_cmpuint (sample_count (sample, "caveat", "cases=Intermediate Care|state=open"), ==, 8);
  for (guint i = 0; i < caveats->len; i++)
    {
      AccordRecord *caveat = g_ptr_array_index (caveats, i);
      g_autoptr (AccordRecord) body = sample_follow (sample, caveat, "raised-by");
      g_autoptr (AccordRecord) council = sample_follow (sample, body, "organisation");
      gsize n_cases;

      accord_record_get_ids (caveat, "cases", &n_cases);
      g_assert_cmpuint (n_cases, ==, 4);
      assert_text (body, "name", "Cabinet");
      assert_text (council, "name", "Stockport Council");
      assert_int (caveat, "resolution", accord_record_get_id (resolution));
    }
}

static void
test_endorsements (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordRecord) cabinet =
      sample_one (sample, "endorsement", "cases=Enablers|outcome=endorsed-with-caveats|date=2017-07-12");
  g_autoptr (AccordRecord) partners =
      sample_one (sample, "endorsement", "outcome=endorsed-with-caveats|body=");
  g_autoptr (AccordRecord) scrutiny = sample_one (sample, "endorsement", "outcome=comment");
  g_autoptr (AccordRecord) boards = sample_one (sample, "endorsement", "outcome=to-come");

  assert_text (cabinet, "who", "Cabinet");
  assert_contains (partners, "words", "various caveats");
  assert_contains (scrutiny, "words", "supportive");
  assert_text (boards, "date-words", "late 2017");
  assert_text (boards, "date", NULL);
}

static void
test_cabinet (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordRecord) meeting = sample_one (sample, "meeting", "date=2017-07-12");
  g_autoptr (AccordRecord) second = sample_one (sample, "resolution", "type=resolution|number=2");
  g_autoptr (AccordRecord) question = sample_one (sample, "question", "asked-by=The questioner");
  g_autoptr (AccordRecord) decision = sample_one (sample, "item", "key-decision=yes");
  g_autofree char *items = g_strdup_printf ("meeting=%" G_GINT64_FORMAT, accord_record_get_id (meeting));
  g_autofree char *invited = g_strconcat ("type=recommendation|", items, NULL);
  g_autofree char *resolved = g_strconcat ("type=resolution|", items, NULL);

  assert_text (meeting, "type", "Extraordinary Meeting");
  assert_titles (sample, "item", items, "position",
                 "Minutes · Declarations of Interest · Urgent Decisions · Public Question Time · Stockport "
                 "Together Outline Business Cases · To consider recommendations of Scrutiny Committees");
  assert_text (decision, "number", "5");
  g_assert_true (accord_record_get_boolean (decision, "incomplete"));
  g_assert_cmpuint (sample_count (sample, "resolution", invited), ==, 3);
  g_assert_cmpuint (sample_count (sample, "resolution", resolved), ==, 2);
  g_assert_true (accord_record_get_boolean (second, "incomplete"));
  assert_text (question, "answered-by", "the Cabinet Member for Health");
  assert_contains (question, "text", "why Council representatives were not present");
  g_assert_cmpuint (sample_count (sample, "engagement", "type=listening-event"), ==, 1);
}

static void
test_undo (Sample *sample, gconstpointer data)
{
  g_autofree char *before = sample_dump (sample), *after = NULL;
  guint count = sample_count_all (sample);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) undone = NULL, redone = NULL;

  g_assert_cmpuint (count, >, 200);
  g_assert_cmpstr (accord_workspace_get_undo_label (sample->workspace), ==, "Load the sample");
  undone = accord_workspace_undo (sample->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sample_count_all (sample), ==, 0);
  g_assert_null (accord_workspace_get_undo_label (sample->workspace));

  redone = accord_workspace_redo (sample->workspace, NULL, &error);
  g_assert_no_error (error);
  after = sample_dump (sample);
  g_assert_cmpstr (after, ==, before);
}

static void
test_check (Sample *sample, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCheckReport) report =
      accord_workspace_check (sample->workspace, FALSE, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < report->problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (report->problems, i));
  g_assert_cmpuint (report->problems->len, ==, 0);
  g_assert_cmpint (report->n_records, ==, sample_count_all (sample));
  g_assert_cmpint (report->n_changes, ==, 1);
}

static void
test_again (Sample *sample, gconstpointer data)
{
  guint count = sample_count_all (sample);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) undone = NULL;

  g_assert_false (accord_sample_load (sample->workspace, NULL, &error));
  g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_AGAIN);
  g_clear_error (&error);
  g_assert_cmpuint (sample_count_all (sample), ==, count);

  undone = accord_workspace_undo (sample->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (accord_sample_load (sample->workspace, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sample_count_all (sample), ==, count);
}

static void
test_cancelled (Sample *sample, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (accord_sample_load (sample->workspace, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (sample_count_all (sample), ==, 0);
}

static void
note_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = user_data;

  *done = accord_sample_load_finish (ACCORD_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
}

static void
test_async (Sample *sample, gconstpointer data)
{
  gboolean done = FALSE;

  accord_sample_load_async (sample->workspace, NULL, note_loaded, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (sample_count (sample, "caveat", "state=open"), ==, 8);
}

#define QUESTION(path, test) g_test_add ("/sample/" path, Sample, NULL, sample_set_up, test, sample_tear_down)
#define LOADING(path, test)                                                                                  \
  g_test_add ("/sample/" path, Sample, NULL, sample_set_up_empty, test, sample_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  QUESTION ("commissioning", test_commissioning);
  QUESTION ("care", test_care);
  QUESTION ("money", test_money);
  QUESTION ("claims", test_claims);
  QUESTION ("invest-to-save", test_invest_to_save);
  QUESTION ("unknown-meeting", test_unknown_meeting);
  QUESTION ("executive", test_executive);
  QUESTION ("programmes", test_programmes);
  QUESTION ("footprints", test_footprints);
  QUESTION ("caveats", test_caveats);
  QUESTION ("endorsements", test_endorsements);
  QUESTION ("cabinet", test_cabinet);
  QUESTION ("undo", test_undo);
  QUESTION ("check", test_check);
  QUESTION ("again", test_again);
  LOADING ("cancelled", test_cancelled);
  LOADING ("async", test_async);
  return g_test_run ();
}
