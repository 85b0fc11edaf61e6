/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/overview-model.h"

#include "chart/timeline-data.h"
#include "form/form-figures.h"
#include "kinds.h"

#include <string.h>

#define TODAY "2019-06-15"
#define POUNDS(n) (G_GINT64_CONSTANT (n) * 100)

/* An overview with nothing in it, to be filled by a test. */
typedef struct
{
  AccordSchema *schema;
  AccordOverview *overview;
} Fixture;

static void
free_thing (AccordOverviewThing *thing)
{
  g_free (thing->title);
  g_free (thing->who);
  g_free (thing->where);
  g_free (thing->date);
  g_free (thing->words);
  g_free (thing->state);
  g_free (thing->number);
  g_free (thing);
}

static void
free_change (AccordOverviewChange *change)
{
  g_free (change->at);
  g_free (change->who);
  g_free (change->label);
  g_ptr_array_unref (change->parts);
  g_free (change);
}

static GPtrArray *
things_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_thing);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  AccordOverview *overview = fixture->overview = g_new0 (AccordOverview, 1);

  fixture->schema = accord_model_schema_new ();
  overview->caveats = g_ptr_array_new_with_free_func (g_free);
  overview->cases = g_ptr_array_new ();
  overview->claims = things_new ();
  overview->questions = things_new ();
  overview->actions = things_new ();
  overview->minutes = things_new ();
  overview->reviews = things_new ();
  overview->comments = things_new ();
  overview->funds = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_fund_summary_free);
  overview->decisions = things_new ();
  overview->dates = things_new ();
  overview->passed = g_ptr_array_new ();
  overview->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_change);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  accord_overview_free (fixture->overview);
  g_object_unref (fixture->schema);
}

static AccordOverviewThing *
add_thing (GPtrArray *things, const char *kind, const char *title, const char *date)
{
  AccordOverviewThing *thing = g_new0 (AccordOverviewThing, 1);

  thing->kind = kind;
  thing->id = things->len + 1;
  thing->title = g_strdup (title);
  thing->date = g_strdup (date);
  g_ptr_array_add (things, thing);
  return thing;
}

static AccordFundSummary *
add_fund (Fixture *fixture, const char *name, const char *type, gint64 award, gint64 paid, gint64 n_payments)
{
  AccordFundSummary *fund = g_new0 (AccordFundSummary, 1);

  fund->fund = fixture->overview->funds->len + 1;
  fund->name = g_strdup (name);
  fund->type = g_strdup (type);
  fund->award = award;
  fund->paid = paid;
  fund->left = award != ACCORD_UNKNOWN ? award - paid : ACCORD_UNKNOWN;
  fund->n_payments = n_payments;
  g_ptr_array_add (fixture->overview->funds, fund);
  return fund;
}

static const AccordOverviewRow *
row_at (GPtrArray *rows, guint index)
{
  g_assert_cmpuint (index, <, rows->len);
  return rows->pdata[index];
}

static AccordOverviewPicture *
picture_of (Fixture *fixture)
{
  return accord_overview_picture_new (fixture->overview, fixture->schema, TODAY);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordOverviewPicture) picture = picture_of (fixture);

  g_assert_cmpuint (picture->figures->len, ==, 0);
  g_assert_cmpuint (picture->needs->len, ==, 0);
  g_assert_cmpuint (picture->money->len, ==, 0);
  g_assert_null (picture->money_note);
  g_assert_false (picture->no_payments);
  g_assert_cmpstr (picture->changes_note, ==, "Nothing has changed since you last looked.");
  g_assert_cmpuint (picture->lanes->len, ==, 0);
}

/* A few overdue actions are named; many are one row that opens the list of them. */
static void
test_actions (Fixture *fixture, gconstpointer data)
{
  AccordOverview *overview = fixture->overview;

  add_thing (overview->actions, "action", "Report back", "2019-06-01")->who = g_strdup ("Dr Khandavalli");
  overview->n_actions_open = 9;
  overview->n_actions_overdue = 1;
  {
    g_autoptr (AccordOverviewPicture) picture = picture_of (fixture);
    const AccordOverviewRow *row = row_at (picture->needs, 0);

    g_assert_cmpstr (row->title, ==, "Report back");
    g_assert_cmpstr (row->detail, ==, "Dr Khandavalli. Due 1 Jun 2019, 2 weeks ago.");
    g_assert_cmpstr (row->status->style_class, ==, "overdue");
    g_assert_cmpstr (row->kind, ==, "action");
    g_assert_cmpint (row->id, ==, 1);
  }
  overview->n_actions_overdue = 1200;
  {
    g_autoptr (AccordOverviewPicture) picture = picture_of (fixture);
    const AccordOverviewRow *row = row_at (picture->needs, 0);
    const AccordFilter *due;

    g_assert_cmpuint (picture->needs->len, ==, 1);
    g_assert_cmpstr (row->title, ==, "1,200 actions are overdue");
    g_assert_null (row->kind);
    g_assert_cmpuint (accord_query_get_n_filters (row->rows), ==, 2);
    due = accord_query_get_filter (row->rows, 1);
    g_assert_cmpint (due->op, ==, ACCORD_OPERATOR_AT_MOST);
    g_assert_cmpstr (due->text, ==, "2019-06-14");
  }
}

static void
test_caveats (Fixture *fixture, gconstpointer data)
{
  AccordOverview *overview = fixture->overview;
  AccordOverviewCaveats *group = g_new0 (AccordOverviewCaveats, 1);

  group->raised_by = g_strdup ("Cabinet");
  group->said_on = g_strdup ("2017-07-12");
  group->programme = g_strdup ("Stockport Together");
  group->due_words = g_strdup ("late 2017");
  group->n_cases = 4;
  group->n_total = overview->n_caveats = 8;
  group->n_open = overview->n_caveats_open = 5;
  g_ptr_array_set_free_func (overview->caveats, NULL);
  g_ptr_array_add (overview->caveats, group);
  {
    g_autoptr (AccordOverviewPicture) picture = picture_of (fixture);
    const AccordOverviewRow *row = row_at (picture->needs, 0);
    const AccordFormFigure *figure = picture->figures->pdata[0];

    g_assert_cmpstr (row->title, ==, "Caveats on the cases of Stockport Together");
    g_assert_cmpstr (row->detail, ==, "Cabinet, 12 Jul 2017. Answer due: late 2017.");
    g_assert_cmpstr (row->words, ==, "5 open");
    g_assert_cmpstr (figure->text, ==, "5 of 8");
    g_assert_true (figure->urgent);
    g_assert_nonnull (figure->rule);
    g_assert_nonnull (figure->rows);
  }
  group->n_open = overview->n_caveats_open = 0;
  {
    g_autoptr (AccordOverviewPicture) picture = picture_of (fixture);

    g_assert_cmpuint (picture->needs->len, ==, 0);
    g_assert_false (((AccordFormFigure *) picture->figures->pdata[0])->urgent);
  }
  g_free (group->raised_by);
  g_free (group->said_on);
  g_free (group->programme);
  g_free (group->due_words);
  g_free (group);
}

static void
test_money (Fixture *fixture, gconstpointer data)
{
  add_fund (fixture, "Budget", "budget", POUNDS (27000000), 0, 0);
  add_fund (fixture, "Unknown", "grant", ACCORD_UNKNOWN, 0, 0);
  add_fund (fixture, "Share", "transformation-fund", POUNDS (19200000), 0, 0);
  {
    g_autoptr (AccordOverviewPicture) picture = picture_of (fixture);

    g_assert_cmpuint (picture->money->len, ==, 2);
    g_assert_cmpstr (row_at (picture->money, 0)->title, ==, "Share");
    g_assert_cmpstr (row_at (picture->money, 0)->words, ==, "£19.2m");
    g_assert_cmpfloat (row_at (picture->money, 0)->share, <, 0);
    g_assert_true (picture->no_payments);
    g_assert_nonnull (strstr (picture->money_note, "No payments are recorded"));
    g_assert_cmpstr (((AccordFormFigure *) picture->figures->pdata[0])->label, ==, "Awarded");
  }
  add_fund (fixture, "Paid", "grant", POUNDS (1000), POUNDS (250), 3);
  add_fund (fixture, "Overspent", "grant", POUNDS (100), POUNDS (250), 3);
  {
    g_autoptr (AccordOverviewPicture) picture = picture_of (fixture);
    const AccordOverviewRow *paid = row_at (picture->money, 0), *over = row_at (picture->money, 1);

    g_assert_cmpstr (paid->title, ==, "Paid");
    g_assert_cmpstr (paid->words, ==, "£750 left");
    g_assert_nonnull (strstr (paid->detail, "25% paid"));
    g_assert_nonnull (strstr (over->detail, "250% paid"));
    g_assert_cmpfloat (paid->share, ==, 0.25);
    g_assert_cmpstr (over->words, ==, "£150 too much");
    g_assert_cmpstr (over->status->style_class, ==, "overdue");
    g_assert_cmpfloat (over->share, ==, 1);
    g_assert_false (picture->no_payments);
    g_assert_cmpstr (((AccordFormFigure *) picture->figures->pdata[0])->text, ==, "£750");
  }
}

/* While payments are being added up, the place of the sum is kept and nothing is said of it. */
static void
test_money_to_come (Fixture *fixture, gconstpointer data)
{
  accord_overview_set_funds (fixture->overview, NULL);
  {
    g_autoptr (AccordOverviewPicture) picture = picture_of (fixture);

    g_assert_cmpuint (picture->figures->len, ==, 1);
    g_assert_cmpuint (picture->money->len, ==, 0);
    g_assert_nonnull (picture->money_note);
    g_assert_false (picture->no_payments);
  }
}

static AccordOverviewChange *
add_change (Fixture *fixture, const char *label, const char *at)
{
  AccordOverviewChange *change = g_new0 (AccordOverviewChange, 1);

  change->label = g_strdup (label);
  change->at = g_strdup (at);
  change->who = g_strdup ("A Person");
  change->parts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (fixture->overview->changes, change);
  fixture->overview->n_changes++;
  return change;
}

static void
add_part (AccordOverviewChange *change, const char *kind, const char *operation, const char *state, gint64 n)
{
  AccordOverviewPart *part = g_new0 (AccordOverviewPart, 1);

  part->kind = kind;
  part->operation = (char *) operation;
  part->state = (char *) state;
  part->n = n;
  part->record = 7;
  change->n_records += n;
  g_ptr_array_add (change->parts, part);
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordOverviewPicture) picture = NULL;
  AccordOverviewChange *change = add_change (fixture, "Edit 5 caveats", "2019-06-14T12:00:00Z");

  add_part (change, "caveat", "update", "answered", 5);
  change = add_change (fixture, "Add an action", "2018-01-02T12:00:00Z");
  add_part (change, "action", "insert", "open", 1);
  change = add_change (fixture, "Delete a fund", "2019-06-15T12:00:00Z");
  add_part (change, "fund", "delete", NULL, 1);
  for (guint i = 0; i < 3; i++)
    add_part (add_change (fixture, "Add a payment", "2019-06-13T12:00:00Z"), "payment", "insert", NULL, 1);
  for (guint i = 0; i < 4; i++)
    add_change (fixture, "Load the sample", "2019-06-14T12:00:00Z");
  picture = picture_of (fixture);
  g_assert_cmpuint (picture->changes->len, ==, 6);
  g_assert_cmpstr (row_at (picture->changes, 0)->title, ==, "5 caveats answered");
  g_assert_true (
      g_str_has_prefix (row_at (picture->changes, 0)->detail, "Edit 5 caveats · A Person · yesterday"));
  g_assert_nonnull (row_at (picture->changes, 0)->rows);
  g_assert_cmpstr (row_at (picture->changes, 1)->title, ==, "Add an action");
  g_assert_true (g_str_has_prefix (row_at (picture->changes, 1)->detail, "Action added · A Person"));
  g_assert_cmpstr (row_at (picture->changes, 1)->kind, ==, "action");
  g_assert_cmpint (row_at (picture->changes, 1)->id, ==, 7);
  g_assert_nonnull (strstr (row_at (picture->changes, 1)->detail, "2 Jan 2018"));
  /* What was deleted cannot be opened. */
  g_assert_null (row_at (picture->changes, 2)->kind);
  /* What reads alike is one row, and opens no single record. */
  g_assert_cmpstr (row_at (picture->changes, 3)->title, ==, "Add a payment × 3");
  g_assert_null (row_at (picture->changes, 3)->kind);
  g_assert_nonnull (row_at (picture->changes, 3)->rows);
  g_assert_cmpstr (row_at (picture->changes, 4)->title, ==, "Load the sample");
  g_assert_cmpstr (row_at (picture->changes, 5)->title, ==, "3 more changes");
  g_assert_cmpstr (row_at (picture->changes, 5)->action, ==, "win.changes");
  g_assert_null (picture->changes_note);
}

static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordOverviewPicture) picture = NULL;
  const AccordTimelineLane *lane;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Programme %02u", i);
      g_autofree char *date = i % 2 == 0 ? g_strdup_printf ("20%02u-01-01", 30 - i) : NULL;
      AccordOverviewThing *thing = add_thing (fixture->overview->dates, "milestone", "It happens", date);

      thing->where = g_strdup (name);
      thing->other = i + 1;
      thing->state = g_strdup ("planned");
    }
  add_thing (fixture->overview->dates, "milestone", "It happens too", "2019-01-01")->other = 5;
  ((AccordOverviewThing *) fixture->overview->dates->pdata[12])->where = g_strdup ("Programme 04");
  picture = picture_of (fixture);
  g_assert_cmpuint (picture->lanes->len, ==, 8);
  lane = picture->lanes->pdata[0];
  g_assert_cmpstr (lane->label, ==, "Programme 04");
  g_assert_cmpuint (lane->events->len, ==, 2);
  g_assert_cmpint (((AccordTimelineEvent *) lane->events->pdata[1])->state, ==, ACCORD_TIMELINE_OVERDUE);
  g_assert_nonnull (strstr (picture->lanes_note, "Programme 11"));
}

/* The day that partners' answers are due is one event, and may be the next. */
static void
test_answers_due (Fixture *fixture, gconstpointer data)
{
  AccordOverviewThing *thing = add_thing (fixture->overview->dates, "review", "Falls response", "2030-01-01");
  g_autoptr (AccordOverviewPicture) picture = NULL;
  const AccordTimelineLane *lane;
  const AccordTimelineEvent *event;
  const AccordFormFigure *figure;

  thing->state = g_strdup ("planned");
  thing->number = g_strdup ("2");
  fixture->overview->next = thing;
  picture = picture_of (fixture);
  lane = picture->lanes->pdata[0];
  event = lane->events->pdata[0];
  g_assert_cmpstr (event->label, ==, "Answers due on Falls response");
  g_assert_cmpstr (event->kind, ==, "review");
  figure = picture->figures->pdata[picture->figures->len - 1];
  g_assert_true (g_str_has_suffix (figure->note, "Answers due on Falls response"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/overview-model/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("actions", test_actions);
  ADD ("caveats", test_caveats);
  ADD ("money", test_money);
  ADD ("money-to-come", test_money_to_come);
  ADD ("changes", test_changes);
  ADD ("lanes", test_lanes);
  ADD ("answers-due", test_answers_due);
  return g_test_run ();
}
