/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "overview-passed.h"
#include "total.h"

#include <string.h>

#define TODAY "2019-06-15"
#define POUNDS(n) (G_GINT64_CONSTANT (n) * 100)

typedef struct
{
  const char *today;
  gint64 since;
} Asked;

static gpointer
read_overview (AccordReader *reader, gpointer data, GError **error)
{
  const Asked *asked = data;

  return accord_overview_read (reader, asked->today, asked->since, error);
}

static AccordOverview *
overview_on (Fixture *fixture, const char *today, gint64 since)
{
  Asked asked = { today, since };
  g_autoptr (GError) error = NULL;
  AccordOverview *overview = accord_workspace_read (fixture->workspace, read_overview, &asked, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (overview);
  return overview;
}

static gint64
save (Fixture *fixture, AccordRecord *record)
{
  gint64 id = fixture_save (fixture, record);

  g_object_unref (record);
  return id;
}

static gint64
add_caveat (Fixture *fixture, const char *text, gint64 a_case, const char *due, const char *state)
{
  AccordRecord *record = fixture_new (fixture, "caveat");

  accord_record_set_text (record, "text", text);
  accord_record_set_ids (record, "cases", &a_case, 1);
  accord_record_set_text (record, "due", due);
  accord_record_set_text (record, "state", state);
  if (strcmp (state, "open") != 0)
    accord_record_set_text (record, "response", "Done as asked.");
  return save (fixture, record);
}

static gint64
add_action (Fixture *fixture, const char *text, const char *due, const char *state)
{
  AccordRecord *record = fixture_new (fixture, "action");

  accord_record_set_text (record, "text", text);
  accord_record_set_text (record, "due", due);
  accord_record_set_text (record, "state", state);
  return save (fixture, record);
}

static gint64
add_case (Fixture *fixture, const char *name, gint64 programme, const char *stage)
{
  AccordRecord *record = fixture_new (fixture, "case");

  accord_record_set_text (record, "name", name);
  accord_record_set_text (record, "stage", stage);
  accord_record_set_text (record, "status", "draft");
  if (programme != 0)
    accord_record_set_int (record, "programme", programme);
  return save (fixture, record);
}

static void
add_endorsement (Fixture *fixture, const char *who, const gint64 *cases, gsize n, const char *outcome)
{
  AccordRecord *record = fixture_new (fixture, "endorsement");

  accord_record_set_text (record, "who", who);
  accord_record_set_ids (record, "cases", cases, n);
  accord_record_set_text (record, "outcome", outcome);
  save (fixture, record);
}

static void
add_milestone (Fixture *fixture, const char *name, const char *date, const char *words, const char *status)
{
  AccordRecord *record = fixture_new (fixture, "milestone");

  accord_record_set_text (record, "name", name);
  accord_record_set_text (record, "date", date);
  accord_record_set_text (record, "date-words", words);
  accord_record_set_text (record, "status", status);
  save (fixture, record);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordOverview) before = overview_on (fixture, TODAY, 0);
  g_autoptr (AccordOverview) after = NULL;
  gint64 id;

  g_assert_true (before->empty);
  g_assert_cmpint (before->last_change, ==, 0);
  g_assert_cmpuint (before->changes->len + before->dates->len + before->funds->len, ==, 0);

  id = fixture_add_named (fixture, "organisation", "Bury Council");
  after = overview_on (fixture, TODAY, 0);
  g_assert_false (after->empty);
  fixture_delete (fixture, "organisation", id);
  g_clear_pointer (&after, accord_overview_free);
  after = overview_on (fixture, TODAY, 0);
  g_assert_true (after->empty);
}

static void
test_caveats (Fixture *fixture, gconstpointer data)
{
  gint64 one = add_case (fixture, "Neighbourhood Model", 0, "outline");
  gint64 other = add_case (fixture, "Enablers", 0, "outline");
  g_autoptr (AccordOverview) overview = NULL;
  const AccordOverviewCaveats *group;
  gint64 deleted;

  add_caveat (fixture, "reducing health inequalities", one, "2019-06-14", "open");
  add_caveat (fixture, "quality of care", one, TODAY, "open");
  add_caveat (fixture, "prevention", one, "2019-01-01", "answered");
  add_caveat (fixture, "capacity", other, NULL, "open");
  deleted = add_caveat (fixture, "a mistake", other, "2019-01-01", "open");
  fixture_delete (fixture, "caveat", deleted);

  overview = overview_on (fixture, TODAY, 0);
  g_assert_cmpint (overview->n_caveats, ==, 4);
  g_assert_cmpint (overview->n_caveats_open, ==, 3);
  /* What is due today is not late yet, and what is answered never is. */
  g_assert_cmpint (overview->n_caveats_overdue, ==, 1);
  g_assert_cmpuint (overview->caveats->len, ==, 2);
  group = overview->caveats->pdata[0];
  g_assert_cmpint (group->n_overdue, ==, 1);
  g_assert_cmpint (group->n_open, ==, 2);
  g_assert_cmpint (group->n_total, ==, 3);
  g_assert_cmpint (group->n_cases, ==, 1);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordOverview) overview = NULL;

  add_action (fixture, "second", "2019-06-01", "open");
  add_action (fixture, "first", "2018-06-01", "open");
  add_action (fixture, "today", TODAY, "open");
  add_action (fixture, "no day", NULL, "open");
  add_action (fixture, "done", "2018-01-01", "done");
  overview = overview_on (fixture, TODAY, 0);
  g_assert_cmpint (overview->n_actions_open, ==, 4);
  g_assert_cmpint (overview->n_actions_overdue, ==, 2);
  g_assert_cmpuint (overview->actions->len, ==, 2);
  g_assert_cmpstr (((AccordOverviewThing *) overview->actions->pdata[0])->title, ==, "first");

  g_clear_pointer (&overview, accord_overview_free);
  overview = overview_on (fixture, "2019-06-16", 0);
  g_assert_cmpint (overview->n_actions_overdue, ==, 3);
}

static gint64
add_review (Fixture *fixture, const char *who, const char *state, const char *due, gint64 id)
{
  AccordRecord *record = fixture_new (fixture, "review");

  accord_record_set_text (record, "who", who);
  accord_record_set_text (record, "state", state);
  accord_record_set_text (record, "due", due);
  accord_record_set_int (record, "case", id);
  return save (fixture, record);
}

static gint64
add_comment (Fixture *fixture, const char *text, const char *state, gint64 review, gint64 id)
{
  AccordRecord *record = fixture_new (fixture, "comment");

  accord_record_set_text (record, "text", text);
  accord_record_set_text (record, "sort", "question");
  accord_record_set_text (record, "state", state);
  accord_record_set_int (record, "case", id);
  accord_record_set_int (record, "review", review);
  return save (fixture, record);
}

/* Partners who are late, and what they said that nobody has replied to. */
static void
test_reviews (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture, "A", fixture_add_named (fixture, "programme", "P"), "outline");
  gint64 back = add_review (fixture, "Back", "returned", "2019-01-01", id), open;
  g_autoptr (AccordOverview) overview = NULL;

  open = add_review (fixture, "Late", "under-way", "2019-06-14", id);
  add_review (fixture, "In time", "asked", TODAY, id);
  add_review (fixture, "Whenever", "asked", NULL, id);
  add_comment (fixture, "Who pays?", "open", back, id);
  add_comment (fixture, "Said", "answered", back, id);
  add_comment (fixture, "Not sent yet", "open", open, id);
  overview = overview_on (fixture, TODAY, 0);
  g_assert_cmpint (overview->n_reviews_awaited, ==, 3);
  g_assert_cmpint (overview->n_reviews_overdue, ==, 1);
  g_assert_cmpstr (((AccordOverviewThing *) overview->reviews->pdata[0])->title, ==, "Late");
  g_assert_cmpint (overview->n_comments, ==, 1);
  g_assert_cmpstr (((AccordOverviewThing *) overview->comments->pdata[0])->title, ==, "Who pays?");
  /* Those that are due are dates; that one is late is said above, and not twice. */
  g_assert_cmpuint (overview->dates->len, ==, 2);
  g_assert_cmpstr (((AccordOverviewThing *) overview->dates->pdata[0])->who, ==, "Late");
  g_assert_cmpstr (overview->next->who, ==, "In time");
  g_assert_cmpint (overview->n_dates_passed, ==, 0);
}

/* Who was asked again is waited for once; their own further words are no reply, those of somebody else are;
 * what became a caveat is counted as one. */
static void
test_rounds (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture, "A", fixture_add_named (fixture, "programme", "P"), "outline");
  gint64 partner = fixture_add_named (fixture, "organisation", "GP Federation");
  gint64 reviews[3], asked, alone, subject;
  g_autoptr (AccordOverview) overview = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reviews); i++)
    {
      AccordRecord *record;

      reviews[i] = add_review (fixture, "GP Federation", i == 0 ? "returned" : "asked",
                               i == 2 ? "2019-06-14" : "2019-01-01", id);
      record = fixture_get (fixture, "review", reviews[i]);
      accord_record_set_int (record, "organisation", partner);
      save (fixture, record);
    }
  asked = add_comment (fixture, "Who pays?", "open", reviews[0], id);
  alone = add_comment (fixture, "Who runs it?", "open", reviews[0], id);
  subject = add_comment (fixture, "The lease", "open", reviews[0], id);
  for (guint i = 0; i < 2; i++)
    {
      gint64 reply = add_comment (fixture, "Said to that", "open", i == 0 ? ACCORD_UNKNOWN : reviews[0], id);
      AccordRecord *record = fixture_get (fixture, "comment", reply);

      accord_record_set_int (record, "reply-to", i == 0 ? asked : alone);
      save (fixture, record);
    }
  {
    AccordRecord *caveat = fixture_new (fixture, "caveat"), *comment;

    accord_record_set_text (caveat, "text", "The lease");
    accord_record_set_text (caveat, "state", "open");
    accord_record_set_int (caveat, "review", reviews[0]);
    accord_record_set_ids (caveat, "cases", &id, 1);
    id = save (fixture, caveat);
    comment = fixture_get (fixture, "comment", subject);
    accord_record_set_int (comment, "caveat", id);
    save (fixture, comment);
  }
  overview = overview_on (fixture, TODAY, 0);
  g_assert_cmpint (overview->n_reviews_awaited, ==, 1);
  g_assert_cmpint (overview->n_reviews_overdue, ==, 1);
  g_assert_cmpstr (((AccordOverviewThing *) overview->reviews->pdata[0])->date, ==, "2019-06-14");
  g_assert_cmpint (overview->n_comments, ==, 1);
  g_assert_cmpstr (((AccordOverviewThing *) overview->comments->pdata[0])->title, ==, "Who runs it?");
  g_assert_cmpuint (overview->caveats->len, ==, 1);
  g_assert_cmpstr (((AccordOverviewCaveats *) overview->caveats->pdata[0])->raised_by, ==, "GP Federation");
}

static void
test_cases (Fixture *fixture, gconstpointer data)
{
  gint64 programme = fixture_add_named (fixture, "programme", "Stockport Together");
  gint64 cases[] = { add_case (fixture, "A", programme, "outline"),
                     add_case (fixture, "B", programme, "outline"),
                     add_case (fixture, "C", programme, "full") };
  g_autoptr (AccordOverview) overview = NULL;
  const AccordOverviewCases *group;

  add_endorsement (fixture, "the Boards", cases, 2, "to-come");
  add_endorsement (fixture, "Cabinet", cases, 3, "endorsed");
  overview = overview_on (fixture, TODAY, 0);
  g_assert_cmpuint (overview->cases->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      group = overview->cases->pdata[i];
      g_assert_cmpstr (group->programme, ==, "Stockport Together");
      if (strcmp (group->stage, "outline") == 0)
        {
          g_assert_cmpuint (group->cases->len, ==, 2);
          g_assert_cmpuint (group->awaited->len, ==, 1);
          g_assert_cmpstr (((AccordOverviewThing *) group->awaited->pdata[0])->title, ==, "the Boards");
        }
      else
        {
          g_assert_cmpuint (group->cases->len, ==, 1);
          g_assert_cmpuint (group->awaited->len, ==, 0);
        }
    }

  /* Who was sent C and has not answered is named once, though an endorsement of theirs is awaited as well. */
  add_endorsement (fixture, "the Federation", &cases[2], 1, "to-come");
  add_review (fixture, "the Federation", "asked", "2019-07-01", cases[2]);
  add_review (fixture, "the Council", "under-way", "2019-06-30", cases[2]);
  add_review (fixture, "the Charity", "returned", "2019-06-30", cases[2]);
  g_clear_pointer (&overview, accord_overview_free);
  overview = overview_on (fixture, TODAY, 0);
  for (guint i = 0; i < 2; i++)
    {
      group = overview->cases->pdata[i];
      if (strcmp (group->stage, "full") != 0)
        continue;
      g_assert_cmpuint (group->awaited->len, ==, 2);
      g_assert_cmpstr (((AccordOverviewThing *) group->awaited->pdata[0])->title, ==, "the Council");
      g_assert_cmpstr (((AccordOverviewThing *) group->awaited->pdata[1])->title, ==, "the Federation");
      g_assert_cmpstr (((AccordOverviewThing *) group->awaited->pdata[1])->date, ==, "2019-07-01");
    }

  /* One that only A waits for sets A apart from B. */
  add_endorsement (fixture, "the Trust", cases, 1, "to-come");
  g_clear_pointer (&overview, accord_overview_free);
  overview = overview_on (fixture, TODAY, 0);
  g_assert_cmpuint (overview->cases->len, ==, 3);
}

typedef struct
{
  AccordQuery *query;
  AccordTotal total;
} Counted;

static gpointer
read_count (AccordReader *reader, gpointer data, GError **error)
{
  Counted *counted = data;

  return accord_reader_total (reader, counted->query, -1, &counted->total, error) ? counted : NULL;
}

/* The list of what has passed holds as many records as the overview says. */
static void
assert_passed (Fixture *fixture, const AccordOverview *overview, const char *kind, const char *today,
               gint64 n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordQuery) query =
      accord_overview_passed_rows (overview, accord_workspace_get_schema (fixture->workspace), kind, today);
  Counted counted = { query };

  g_assert_cmpint (accord_overview_count_passed (overview, kind), ==, n);
  accord_workspace_read (fixture->workspace, read_count, &counted, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (counted.total.count, ==, n);
}

static void
add_due_case (Fixture *fixture, const char *name, gint64 programme, const char *words, const char *status)
{
  g_autoptr (AccordRecord) record =
      fixture_get (fixture, "case", add_case (fixture, name, programme, "outline"));

  accord_record_set_text (record, "decision-due-words", words);
  accord_record_set_text (record, "status", status);
  fixture_save (fixture, record);
}

static void
test_passed (Fixture *fixture, gconstpointer data)
{
  gint64 programme = fixture_add_named (fixture, "programme", "Stockport Together");
  g_autoptr (AccordOverview) overview = NULL;

  add_milestone (fixture, "done", "2019-04-01", NULL, "done");
  add_milestone (fixture, "missed", NULL, "in Spring 2019", "missed");
  add_milestone (fixture, "passed", "2019-04-01", NULL, "planned");
  add_milestone (fixture, "today", TODAY, NULL, "planned");
  add_milestone (fixture, "in words", NULL, "in Spring 2019", "planned");
  add_milestone (fixture, "in other words", NULL, "late 2017", "under-way");
  add_milestone (fixture, "no day in them", NULL, "at relevant stages", "planned");
  /* The words alone have passed, but the day has not come. */
  add_milestone (fixture, "put off", "2020-04-01", "in Spring 2019", "planned");
  add_due_case (fixture, "A", programme, "late 2017", "draft");
  add_due_case (fixture, "B", programme, "late 2017", "endorsed-with-caveats");
  add_due_case (fixture, "C", programme, "late 2017", "approved");
  overview = overview_on (fixture, TODAY, 0);
  assert_passed (fixture, overview, "milestone", TODAY, 3);
  assert_passed (fixture, overview, "case", TODAY, 2);
  assert_passed (fixture, overview, "transfer", TODAY, 0);
  assert_passed (fixture, overview, "endorsement", TODAY, 0);
}

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordOverview) overview = NULL;

  add_milestone (fixture, "done", "2019-04-01", NULL, "done");
  add_milestone (fixture, "passed", "2019-04-01", NULL, "planned");
  add_milestone (fixture, "passed in words", NULL, "in Spring 2019", "planned");
  add_milestone (fixture, "this year in words", NULL, "2019", "planned");
  add_milestone (fixture, "never", NULL, "at relevant stages", "planned");
  add_milestone (fixture, "later", "2020-04-01", NULL, "planned");
  add_milestone (fixture, "next", "2019-10-01", NULL, "planned");
  overview = overview_on (fixture, TODAY, 0);
  g_assert_cmpuint (overview->dates->len, ==, 7);
  g_assert_cmpint (overview->n_dates_passed, ==, 2);
  g_assert_nonnull (overview->next);
  g_assert_cmpstr (overview->next->title, ==, "next");

  g_clear_pointer (&overview, accord_overview_free);
  overview = overview_on (fixture, "2030-01-01", 0);
  g_assert_null (overview->next);
  g_assert_cmpint (overview->n_dates_passed, ==, 5);
}

static void
test_money (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Transformation fund", POUNDS (19200000));
  g_autoptr (AccordOverview) overview = NULL;
  const AccordFundSummary *summary;

  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, NULL, ACCORD_UNKNOWN, "2019-04-02", POUNDS (200000));
  overview = overview_on (fixture, TODAY, 0);
  g_assert_cmpuint (overview->funds->len, ==, 1);
  summary = overview->funds->pdata[0];
  g_assert_cmpint (summary->left, ==, POUNDS (19000000));
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordOverview) overview = NULL;
  g_autoptr (AccordRecord) caveat = NULL;
  const AccordOverviewChange *change;
  const AccordOverviewPart *part;
  gint64 id =
      add_caveat (fixture, "quality of care", add_case (fixture, "Enablers", 0, "outline"), NULL, "open");
  gint64 seen;

  overview = overview_on (fixture, TODAY, 0);
  g_assert_cmpint (overview->n_changes, ==, 2);
  seen = overview->last_change;

  g_clear_pointer (&overview, accord_overview_free);
  overview = overview_on (fixture, TODAY, seen);
  g_assert_cmpint (overview->n_changes, ==, 0);
  g_assert_cmpuint (overview->changes->len, ==, 0);

  caveat = fixture_get (fixture, "caveat", id);
  accord_record_set_text (caveat, "state", "answered");
  accord_record_set_text (caveat, "response", "As the plan says.");
  fixture_save (fixture, caveat);
  g_clear_pointer (&overview, accord_overview_free);
  overview = overview_on (fixture, TODAY, seen);
  g_assert_cmpint (overview->n_changes, ==, 1);
  g_assert_cmpint (overview->last_change, >, seen);
  change = overview->changes->pdata[0];
  g_assert_cmpuint (change->parts->len, ==, 1);
  part = change->parts->pdata[0];
  g_assert_cmpstr (part->kind, ==, "caveat");
  g_assert_cmpstr (part->operation, ==, "update");
  g_assert_cmpstr (part->state, ==, "answered");
  g_assert_cmpint (part->n, ==, 1);
  g_assert_cmpint (part->record, ==, id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/overview/empty", test_empty);
  fixture_add_test ("/overview/caveats", test_caveats);
  fixture_add_test ("/overview/actions", test_actions);
  fixture_add_test ("/overview/reviews", test_reviews);
  fixture_add_test ("/overview/rounds", test_rounds);
  fixture_add_test ("/overview/cases", test_cases);
  fixture_add_test ("/overview/dates", test_dates);
  fixture_add_test ("/overview/passed", test_passed);
  fixture_add_test ("/overview/money", test_money);
  fixture_add_test ("/overview/changes", test_changes);
  return g_test_run ();
}
