/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "programme-progress.h"
#include "store/error.h"

#define TODAY "2026-11-22"

typedef struct
{
  gint64 id;
  const char *today;
} Wanted;

static gpointer
read_progress (AccordReader *reader, gpointer data, GError **error)
{
  const Wanted *wanted = data;

  return accord_programme_progress_read (reader, wanted->id, wanted->today, error);
}

static AccordProgrammeProgress *
progress_on (Fixture *fixture, gint64 programme, const char *today)
{
  Wanted wanted = { programme, today };
  g_autoptr (GError) error = NULL;
  AccordProgrammeProgress *progress =
      accord_workspace_read (fixture->workspace, read_progress, &wanted, NULL, &error);

  g_assert_no_error (error);
  return progress;
}

static gint64
add_milestone (Fixture *fixture, const char *name, const char *date, const char *words, const char *status,
               gint64 programme, gint64 workstream)
{
  g_autoptr (AccordRecord) milestone = fixture_new (fixture, "milestone");

  accord_record_set_text (milestone, "name", name);
  accord_record_set_text (milestone, "date", date);
  accord_record_set_text (milestone, "date-words", words);
  accord_record_set_text (milestone, "status", status);
  accord_record_set_int (milestone, "programme", programme);
  accord_record_set_int (milestone, "workstream", workstream);
  return fixture_save (fixture, milestone);
}

static gint64
add_workstream (Fixture *fixture, const char *name, gint64 programme, gint64 position)
{
  g_autoptr (AccordRecord) workstream = fixture_new (fixture, "workstream");

  accord_record_set_text (workstream, "name", name);
  accord_record_set_text (workstream, "type", "workstream");
  accord_record_set_int (workstream, "programme", programme);
  accord_record_set_int (workstream, "position", position);
  return fixture_save (fixture, workstream);
}

static void
assert_named (AccordRecord *record, const char *name)
{
  g_autofree char *title = accord_record_dup_title (record);

  g_assert_cmpstr (title, ==, name);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add_named (fixture, "programme", "Nothing yet");
  g_autoptr (AccordProgrammeProgress) progress = progress_on (fixture, id, TODAY);

  g_assert_cmpuint (progress->count.all, ==, 0);
  g_assert_cmpuint (progress->workstreams->len + progress->transfers->len + progress->actions->len
                        + progress->engagements->len + progress->findings->len + progress->risks->len
                        + progress->benefits->len,
                    ==, 0);
  g_assert_null (progress->count.next);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  Wanted wanted = { 4711, TODAY };
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_workspace_read (fixture->workspace, read_progress, &wanted, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND);
}

static void
test_milestones (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add_named (fixture, "programme", "Together");
  gint64 other = fixture_add_named (fixture, "programme", "Another");

  add_milestone (fixture, "Without a day", NULL, "at relevant stages", "planned", id, ACCORD_UNKNOWN);
  add_milestone (fixture, "Today", TODAY, NULL, "planned", id, ACCORD_UNKNOWN);
  add_milestone (fixture, "Yesterday", "2026-11-21", NULL, "under-way", id, ACCORD_UNKNOWN);
  add_milestone (fixture, "Done late", "2026-01-01", NULL, "done", id, ACCORD_UNKNOWN);
  add_milestone (fixture, "In words", NULL, "Spring 2017", "planned", id, ACCORD_UNKNOWN);
  add_milestone (fixture, "Somebody else's", "2020-01-01", NULL, "planned", other, ACCORD_UNKNOWN);
  {
    g_autoptr (AccordProgrammeProgress) progress = progress_on (fixture, id, TODAY);

    g_assert_cmpuint (progress->count.all, ==, 5);
    g_assert_cmpuint (progress->count.done, ==, 1);
    g_assert_cmpuint (progress->count.under_way, ==, 1);
    g_assert_cmpuint (progress->count.overdue, ==, 2);
    g_assert_cmpuint (progress->count.overdue_in_words, ==, 1);
    g_assert_cmpuint (progress->count.undated, ==, 1);
    assert_named (progress->count.next, "Today");
    assert_named (progress->milestones->pdata[0], "In words");
    assert_named (progress->milestones->pdata[4], "Without a day");
  }
  {
    g_autoptr (AccordProgrammeProgress) progress = progress_on (fixture, id, "2017-01-01");

    g_assert_cmpuint (progress->count.overdue, ==, 0);
    assert_named (progress->count.next, "In words");
  }
}

/* What is to be from some day on has no day by which it is late, and is not next once it has begun. */
static void
test_open_ended (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add_named (fixture, "programme", "Together");

  add_milestone (fixture, "Infrastructure", NULL, "for April 2020 onwards", "planned", id, ACCORD_UNKNOWN);
  {
    g_autoptr (AccordProgrammeProgress) progress = progress_on (fixture, id, TODAY);

    g_assert_cmpuint (progress->count.all, ==, 1);
    g_assert_cmpuint (progress->count.overdue, ==, 0);
    g_assert_null (progress->count.next);
  }
  {
    g_autoptr (AccordProgrammeProgress) progress = progress_on (fixture, id, "2020-01-01");

    assert_named (progress->count.next, "Infrastructure");
  }
}

/* A milestone of a workstream counts for the programme even when it does not name it; once. */
static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add_named (fixture, "programme", "Together");
  gint64 workstream = add_workstream (fixture, "Teams", id, ACCORD_UNKNOWN);

  add_milestone (fixture, "Named twice", "2026-12-01", NULL, "done", id, workstream);
  add_milestone (fixture, "Named by its part", "2026-12-02", NULL, "planned", ACCORD_UNKNOWN, workstream);
  {
    g_autoptr (AccordProgrammeProgress) progress = progress_on (fixture, id, TODAY);
    const AccordWorkstreamProgress *part = progress->workstreams->pdata[0];

    g_assert_cmpuint (progress->count.all, ==, 2);
    g_assert_cmpuint (progress->n_elsewhere, ==, 1);
    g_assert_cmpuint (part->count.all, ==, 2);
    g_assert_cmpuint (part->count.done, ==, 1);
    assert_named (part->count.next, "Named by its part");
  }
}

static void
test_workstreams (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add_named (fixture, "programme", "Together");
  gint64 fund = fixture_add_fund (fixture, "Fund", 100);
  gint64 last = add_workstream (fixture, "Without a number", id, ACCORD_UNKNOWN);
  const gint64 sums[] = { 250, 150 };

  add_workstream (fixture, "Second", id, 2);
  add_workstream (fixture, "First", id, 1);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      gint64 allocation = fixture_add_allocation (fixture, fund, "service", ACCORD_UNKNOWN, 2019, sums[i]);
      g_autoptr (AccordRecord) record = fixture_get (fixture, "allocation", allocation);

      accord_record_set_int (record, "workstream", last);
      fixture_save (fixture, record);
    }
  {
    g_autoptr (AccordProgrammeProgress) progress = progress_on (fixture, id, TODAY);
    const AccordWorkstreamProgress *parts[3];

    for (guint i = 0; i < 3; i++)
      parts[i] = progress->workstreams->pdata[i];
    assert_named (parts[0]->record, "First");
    assert_named (parts[1]->record, "Second");
    assert_named (parts[2]->record, "Without a number");
    g_assert_cmpint (parts[0]->allocated, ==, ACCORD_UNKNOWN);
    g_assert_cmpint (parts[2]->allocated, ==, 400);
  }
}

static void
add_transfer (Fixture *fixture, const char *service, gint64 from, gint64 to, gint64 overseer)
{
  g_autoptr (AccordRecord) transfer = fixture_new (fixture, "transfer");

  accord_record_set_text (transfer, "service", service);
  accord_record_set_text (transfer, "status", "planned");
  accord_record_set_int (transfer, "from-organisation", from);
  accord_record_set_int (transfer, "to-organisation", to);
  accord_record_set_int (transfer, "overseen-by", overseer);
  fixture_save (fixture, transfer);
}

static void
test_transfers (Fixture *fixture, gconstpointer data)
{
  gint64 leader = fixture_add_named (fixture, "organisation", "Leader");
  gint64 giver = fixture_add_named (fixture, "organisation", "Giver");
  gint64 taker = fixture_add_named (fixture, "organisation", "Taker");
  gint64 id = fixture_add_named (fixture, "programme", "Together");
  g_autoptr (AccordRecord) programme = fixture_get (fixture, "programme", id);

  add_transfer (fixture, "Overseen", giver, taker, leader);
  add_transfer (fixture, "Given and overseen", leader, taker, leader);
  add_transfer (fixture, "Taken", giver, leader, ACCORD_UNKNOWN);
  add_transfer (fixture, "Not its business", giver, taker, ACCORD_UNKNOWN);
  {
    g_autoptr (AccordProgrammeProgress) progress = progress_on (fixture, id, TODAY);

    g_assert_cmpuint (progress->transfers->len, ==, 0);
  }
  accord_record_set_int (programme, "organisation", leader);
  fixture_save (fixture, programme);
  {
    g_autoptr (AccordProgrammeProgress) progress = progress_on (fixture, id, TODAY);

    g_assert_cmpuint (progress->transfers->len, ==, 3);
  }
}

static void
add_action (Fixture *fixture, const char *text, const char *due, const char *state, gint64 programme)
{
  g_autoptr (AccordRecord) action = fixture_new (fixture, "action");

  accord_record_set_text (action, "text", text);
  accord_record_set_text (action, "due", due);
  accord_record_set_text (action, "state", state);
  accord_record_set_int (action, "programme", programme);
  fixture_save (fixture, action);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add_named (fixture, "programme", "Together");

  add_action (fixture, "Done long ago", "2019-01-01", "done", id);
  add_action (fixture, "Whenever", NULL, "open", id);
  add_action (fixture, "Due today", TODAY, "open", id);
  add_action (fixture, "Late", "2026-11-21", "open", id);
  {
    g_autoptr (AccordProgrammeProgress) progress = progress_on (fixture, id, TODAY);

    g_assert_cmpuint (progress->n_actions_open, ==, 3);
    g_assert_cmpuint (progress->n_actions_overdue, ==, 1);
    assert_named (progress->actions->pdata[0], "Late");
    assert_named (progress->actions->pdata[1], "Due today");
    assert_named (progress->actions->pdata[2], "Whenever");
    assert_named (progress->actions->pdata[3], "Done long ago");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/programme-progress/empty", test_empty);
  fixture_add_test ("/programme-progress/missing", test_missing);
  fixture_add_test ("/programme-progress/milestones", test_milestones);
  fixture_add_test ("/programme-progress/open-ended", test_open_ended);
  fixture_add_test ("/programme-progress/elsewhere", test_elsewhere);
  fixture_add_test ("/programme-progress/workstreams", test_workstreams);
  fixture_add_test ("/programme-progress/transfers", test_transfers);
  fixture_add_test ("/programme-progress/actions", test_actions);
  return g_test_run ();
}
