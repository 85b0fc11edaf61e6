/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history.h"
#include "made-page.h"
#include "plan-address.h"
#include "plan-fixture.h"
#include "plan-import.h"
#include "plan-words.h"
#include "store/error.h"

#include <string.h>

static void
test_addresses (void)
{
  static const struct
  {
    const char *one;
    const char *other;
    gboolean same;
  } pairs[] = {
    { "https://democracy.north.gov.uk/ieListDocuments.aspx?CId=1&MId=22",
      "http://DEMOCRACY.north.gov.uk/ieListDocuments.aspx?MID=22&Ver=4", TRUE },
    { "https://democracy.north.gov.uk/ieListDocuments.aspx?MeetingId=22",
      "https://democracy.north.gov.uk/mgWebService.asmx/GetMeeting?lMeetingId=22", TRUE },
    { "https://www.north.gov.uk/mgAi.aspx?ID=5#x", "https://north.gov.uk/mgAi.aspx?id=5", TRUE },
    { "https://north.gov.uk/ieListDocuments.aspx?MId=22", "https://north.gov.uk/ieListDocuments.aspx?MId=23",
      FALSE },
    { "https://north.gov.uk/mgAi.aspx?ID=22", "https://north.gov.uk/ieListDocuments.aspx?MId=22", FALSE },
    { "https://north.gov.uk/ieListDocuments.aspx?MId=22", "https://south.gov.uk/ieListDocuments.aspx?MId=22",
      FALSE },
    { "https://north.gov.uk/page?n=1", "https://north.gov.uk/page?n=2", FALSE },
    { "https://north.gov.uk/mgDelegatedDecisions.aspx?bcr=1&DR=x",
      "https://north.gov.uk/mgDelegatedDecisions.aspx?DR=x&bcr=2", TRUE },
  };
  static const char *const none[] = { "", "no address", "file:///etc/hosts", "https://", "//", "\xff\xfe" };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *one = accord_plan_address_key (pairs[i].one);
      g_autofree char *other = accord_plan_address_key (pairs[i].other);

      g_assert_nonnull (one);
      g_test_message ("%s, %s", one, other);
      g_assert_cmpint (strcmp (one, other) == 0, ==, pairs[i].same);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (accord_plan_address_key (none[i]));
  g_assert_null (accord_plan_address_key (NULL));
}

static void
test_times (void)
{
  static const char *const times[][2] = {
    { "18:00", "18:00" }, { "6.00 pm", "18:00" }, { "6pm", "18:00" },        { "12.30 am", "00:30" },
    { "16.00", "16:00" }, { "9.05", "09:05" },    { "10.00 a.m.", "10:00" },
  };
  static const char *const none[] = { "", "noon", "25:00", "10:75", "x10" };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *key = accord_plan_time_key (times[i][0]);

      g_assert_cmpstr (key, ==, times[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (accord_plan_time_key (none[i]));
}

static const char text[] =
    "Cabinet - Tuesday, 4th June 2019\n\n1. Harbour\n\nThe Cabinet looked at a map "
    "and  ...  view the full minutes text for item 1.\n\n2. Bridges\n\nNothing was said.\n";

static AccordCommitteePage *
cabinet_page (const char *address)
{
  AccordCommitteePage *page = made_page (ACCORD_PAGE_MEETING, text, "Cabinet", "2019-06-04");
  AccordPageItem *item = made_item (page, "1.", "Harbour", "The Cabinet looked", "a map and");

  item->complete = FALSE;
  made_item (page, "2.", "Bridges", "Nothing", "said.");
  page->complete = FALSE;
  page->address = g_strdup (address);
  return page;
}

/* Two councils have a Cabinet, and it met on one day in both. */
static void
test_two_councils (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) north = cabinet_page ("https://north.gov.uk/ieListDocuments.aspx?MId=7");
  g_autoptr (AccordCommitteePage) south = cabinet_page ("https://south.gov.uk/ieListDocuments.aspx?MId=7");
  g_autoptr (AccordCommitteePage) pasted = cabinet_page (NULL);
  g_autoptr (AccordCommitteePlan) again = NULL, unsure = NULL;

  north->meeting_code = g_strdup ("7");
  south->meeting_code = g_strdup ("7");
  g_clear_pointer (&pasted->raw, g_bytes_unref);
  pasted->raw = g_bytes_new ("pasted", 6);
  plan_import (fixture, north);
  plan_import (fixture, south);
  g_assert_cmpint (plan_count (fixture, "body"), ==, 2);
  g_assert_cmpint (plan_count (fixture, "meeting"), ==, 2);
  g_assert_cmpint (plan_count (fixture, "source"), ==, 2);
  again = plan_make (fixture, south);
  g_assert_cmpint (plan_count_doing (again, NULL, ACCORD_PLAN_SAME), ==, again->rows->len);
  unsure = plan_make (fixture, pasted);
  g_assert_cmpuint (unsure->needs, ==, ACCORD_PLAN_NEEDS_BODY);
}

/* The page of an item joins the meeting that is there, and fills in what was cut; nothing goes to a wrong
 * one. */
static void
test_item_page (Fixture *fixture, gconstpointer data)
{
  static const char whole[] = "Agenda item\n\nHarbour\n\nThe Cabinet looked at a map and found it good.\n";
  g_autoptr (AccordCommitteePage) page = cabinet_page (NULL);
  g_autoptr (AccordCommitteePage) item_page = made_page (ACCORD_PAGE_ITEM, whole, NULL, NULL);
  g_autoptr (AccordCommitteePlan) nowhere = NULL, plan = NULL, other_day = NULL;
  g_autoptr (AccordRecord) meeting = NULL, item = NULL;
  g_autoptr (AccordCommitteePage) again = cabinet_page (NULL);

  plan_import (fixture, page);
  meeting = plan_only (fixture, "meeting");
  made_item (item_page, NULL, "Harbour", "The Cabinet looked", "it good.");
  nowhere = plan_make (fixture, item_page);
  g_assert_cmpuint (nowhere->needs, ==, ACCORD_PLAN_NEEDS_BODY | ACCORD_PLAN_NEEDS_DATE);
  item_page->body = g_strdup ("Cabinet");
  item_page->date = g_strdup ("2019-06-05");
  other_day = plan_make (fixture, item_page);
  g_assert_cmpint (plan_row (other_day, "meeting", 0)->doing, ==, ACCORD_PLAN_ADD);
  item_page->date[9] = '4';
  plan = plan_make (fixture, item_page);
  g_assert_cmpint (plan_row (plan, "meeting", 0)->doing, ==, ACCORD_PLAN_SAME);
  g_assert_cmpint (plan_row (plan, "item", 0)->doing, ==, ACCORD_PLAN_UPDATE);
  plan_keep (fixture, plan);
  g_assert_cmpint (plan_count (fixture, "item"), ==, 2);
  g_assert_cmpint (plan_count (fixture, "source"), ==, 2);
  item = fixture_get (fixture, "item", accord_record_get_id (plan_row (plan, "item", 0)->record));
  g_assert_false (accord_record_get_boolean (item, "incomplete"));
  g_assert_nonnull (strstr (accord_record_get_text (item, "minutes"), "found it good"));
  plan_assert_passages (fixture);
  /* The cut page again takes nothing away. */
  plan_import (fixture, again);
  g_clear_object (&item);
  item = fixture_get (fixture, "item", accord_record_get_id (plan_row (plan, "item", 0)->record));
  g_assert_false (accord_record_get_boolean (item, "incomplete"));
}

static AccordPageDecision *
add_decision (AccordCommitteePage *page, const char *title, const char *code)
{
  AccordPageDecision *decision = accord_committee_page_add_decision (page);

  decision->title = g_strdup (title);
  decision->code = g_strdup (code);
  decision->maker = g_strdup ("The Director");
  decision->date = g_strdup ("2019-06-01");
  decision->place = made_span (page, title);
  decision->key = ACCORD_STATED_NO;
  return decision;
}

static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) list =
      made_page (ACCORD_PAGE_DECISIONS, "Decisions\n\nA bridge\n\nA harbour\n", NULL, NULL);
  g_autoptr (AccordCommitteePage) one = made_page (ACCORD_PAGE_DECISION, "A harbour\n", NULL, NULL);
  g_autoptr (AccordCommitteePage) nobody = made_page (ACCORD_PAGE_DECISION, "A ferry\n", NULL, NULL);
  g_autoptr (AccordCommitteePlan) plan = NULL, lost = NULL;
  AccordPageDecision *decision;

  list->address = g_strdup ("https://north.gov.uk/mgDelegatedDecisions.aspx");
  add_decision (list, "A bridge", "31");
  add_decision (list, "A harbour", "32");
  plan_import (fixture, list);
  g_assert_cmpint (plan_count (fixture, "decision"), ==, 2);
  g_assert_cmpint (plan_count (fixture, "meeting"), ==, 0);
  g_assert_cmpint (plan_count (fixture, "body"), ==, 0);

  one->address = g_strdup ("https://north.gov.uk/ieDecisionDetails.aspx?ID=32");
  add_decision (one, "A harbour", "32")->officer = g_strdup ("The Clerk");
  plan = plan_make (fixture, one);
  g_assert_cmpint (plan_row (plan, "decision", 0)->doing, ==, ACCORD_PLAN_UPDATE);
  plan_keep (fixture, plan);
  g_assert_cmpint (plan_count (fixture, "decision"), ==, 2);

  decision = add_decision (nobody, "A ferry", NULL);
  g_clear_pointer (&decision->maker, g_free);
  g_clear_pointer (&decision->date, g_free);
  lost = plan_make (fixture, nobody);
  g_assert_cmpuint (lost->needs, ==, ACCORD_PLAN_NEEDS_BODY | ACCORD_PLAN_NEEDS_DATE);
}

/* Each item of an issue goes to the meeting that dealt with it. */
static void
test_issue (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { "2019-06-04", "2019-07-02" };
  g_autoptr (AccordCommitteePage) meeting = cabinet_page (NULL);
  g_autoptr (AccordCommitteePage) issue =
      made_page (ACCORD_PAGE_ISSUE, "Harbour\n\nA map was shown.\n\nThe map was kept.\n", NULL, NULL);
  g_autoptr (AccordCommitteePlan) plan = NULL, lost = NULL;
  AccordPageItem *item;

  plan_import (fixture, meeting);
  for (guint i = 0; i < 2; i++)
    {
      const char *words = i == 0 ? "A map was shown." : "The map was kept.";

      item = made_item (issue, NULL, "Harbour", words, words);
      item->meeting_body = g_strdup ("Cabinet");
      item->meeting_date = g_strdup (days[i]);
    }
  plan = plan_make (fixture, issue);
  g_assert_cmpuint (plan->needs, ==, ACCORD_PLAN_NEEDS_NOTHING);
  g_assert_cmpint (plan_count_doing (plan, "meeting", ACCORD_PLAN_SAME), ==, 1);
  g_assert_cmpint (plan_count_doing (plan, "meeting", ACCORD_PLAN_ADD), ==, 1);
  plan_keep (fixture, plan);
  g_assert_cmpint (plan_count (fixture, "meeting"), ==, 2);
  g_clear_pointer (&item->meeting_date, g_free);
  lost = plan_make (fixture, issue);
  g_assert_cmpuint (lost->needs, ==, ACCORD_PLAN_NEEDS_DATE);
}

static const AccordPlanLink *
find_link (const AccordPlanRow *row, const char *kind)
{
  for (guint i = 0; i < row->links->len; i++)
    if (strcmp (((AccordPlanLink *) row->links->pdata[i])->kind, kind) == 0)
      return row->links->pdata[i];
  return NULL;
}

/* What the words of an item name is tied to it; a sum that a fund has is only shown, a name of two is not
 * taken. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page =
      made_page (ACCORD_PAGE_MEETING,
                 "1. Money\n\nHarbour Trust has £500 of it. The Clerk to ask Twin House about "
                 "the Bridge Programme.\n\n2. Other\n\nNothing.\n",
                 "Cabinet", "2019-06-04");
  AccordPageItem *item = made_item (page, "1.", "Money", "Harbour", "Bridge Programme.");
  AccordPageAction *action =
      accord_page_action_new (made_span (page, "The Clerk to ask Twin House about the Bridge Programme."));
  gint64 programme = fixture_add_named (fixture, "programme", "Bridge Programme");
  g_autoptr (AccordCommitteePlan) plan = NULL;
  g_autoptr (AccordRecord) kept = NULL;
  const AccordPlanLink *link;

  made_item (page, "2.", "Other", "Nothing", "Nothing.");
  action->text = g_strdup ("The Clerk to ask Twin House about the Bridge Programme.");
  action->state = "open";
  g_ptr_array_add (item->actions, action);
  g_ptr_array_add (page->amounts, accord_page_amount_new (made_span (page, "£500"), 50000));
  fixture_add_named (fixture, "organisation", "Harbour Trust");
  fixture_add_named (fixture, "organisation", "Twin House");
  fixture_add_named (fixture, "organisation", "Twin House");
  fixture_add_fund (fixture, "A fund", 50000);
  plan = plan_make (fixture, page);
  link = find_link (plan_row (plan, "item", 0), "organisation");
  g_assert_cmpstr (link->words, ==, "Harbour Trust");
  g_assert_true (link->taken);
  g_assert_null (link->field);
  link = find_link (plan_row (plan, "item", 0), "fund");
  g_assert_cmpstr (link->words, ==, "£500");
  g_assert_false (link->taken);
  g_assert_cmpuint (plan_row (plan, "item", 1)->links->len, ==, 0);
  link = find_link (plan_row (plan, "action", 0), "organisation");
  g_assert_cmpstr (link->words, ==, "Twin House");
  g_assert_false (link->taken);
  plan_keep (fixture, plan);
  kept = plan_only (fixture, "action");
  g_assert_cmpint (accord_record_get_int (kept, "programme"), ==, programme);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = cabinet_page (NULL);
  g_autoptr (AccordCommitteePlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  accord_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
  fixture->workspace =
      accord_workspace_open (fixture->path, fixture->schema, ACCORD_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  plan = plan_make (fixture, page);
  plan_refused (fixture, plan, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_READ_ONLY);
}

typedef struct
{
  GPtrArray *pages;
  guint at;
  guint n_told;
} Handing;

static AccordCommitteePage *
next_page (AccordPlanOptions *options, gpointer data)
{
  Handing *self = data;

  return self->at < self->pages->len ? accord_committee_page_ref (self->pages->pdata[self->at++]) : NULL;
}

static void
on_told (AccordCommitteePlan *plan, const AccordPlanResult *result, const GError *problem, gpointer data)
{
  Handing *self = data;

  g_assert_true ((result != NULL) != (problem != NULL));
  self->n_told++;
}

/* So many pages that they are written in bulk: as many records as one by one, and one undo. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_committee_page_unref);
  Handing handing = { pages, 0, 0 };
  AccordPagesImport import = { 1200, FALSE, FALSE, next_page, on_told, &handing };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) undone = NULL;
  g_autoptr (AccordCheckReport) report = NULL;
  gint64 change = 0;

  for (guint i = 0; i < 1200; i++)
    {
      g_autofree char *address = g_strdup_printf ("https://north.gov.uk/ieListDocuments.aspx?MId=%u", i);
      AccordCommitteePage *page = cabinet_page (address);

      g_free (page->date);
      page->date = g_strdup_printf ("%u-%02u-%02u", 2000 + i / 336, i / 28 % 12 + 1, i % 28 + 1);
      page->meeting_code = g_strdup_printf ("%u", i);
      g_ptr_array_add (pages, page);
    }
  g_assert_true (accord_committee_import (fixture->workspace, &import, &change, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (handing.n_told, ==, 1200);
  g_assert_cmpint (plan_count (fixture, "meeting"), ==, 1200);
  g_assert_cmpint (plan_count (fixture, "item"), ==, 2400);
  g_assert_cmpint (plan_count (fixture, "body"), ==, 1);
  report = accord_workspace_check (fixture->workspace, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->problems->len, ==, 0);
  undone = accord_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan_count (fixture, "meeting"), ==, 0);
  g_assert_cmpint (plan_count (fixture, "body"), ==, 0);
}

/* The same page twice in one import is one page. */
static void
test_twice_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_committee_page_unref);
  Handing handing = { pages, 0, 0 };
  AccordPagesImport import = { 2, FALSE, FALSE, next_page, on_told, &handing };
  g_autoptr (AccordRecord) meeting = NULL;
  g_autoptr (GError) error = NULL;
  gint64 change = 0;

  for (guint i = 0; i < 2; i++)
    {
      AccordCommitteePage *page = cabinet_page ("https://north.gov.uk/ieListDocuments.aspx?MId=1");

      page->venue = g_strdup (i == 0 ? "The Town Hall" : "The Library");
      g_ptr_array_add (pages, page);
    }
  g_assert_true (accord_committee_import (fixture->workspace, &import, &change, NULL, &error));
  g_assert_no_error (error);
  meeting = plan_only (fixture, "meeting");
  g_assert_cmpstr (accord_record_get_text (meeting, "venue"), ==, "The Library");
  g_assert_cmpint (plan_count (fixture, "item"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/plan-match/addresses", test_addresses);
  g_test_add_func ("/committee/plan-match/times", test_times);
  fixture_add_test ("/committee/plan-match/two-councils", test_two_councils);
  fixture_add_test ("/committee/plan-match/item-page", test_item_page);
  fixture_add_test ("/committee/plan-match/decisions", test_decisions);
  fixture_add_test ("/committee/plan-match/issue", test_issue);
  fixture_add_test ("/committee/plan-match/links", test_links);
  fixture_add_test ("/committee/plan-match/read-only", test_read_only);
  fixture_add_test ("/committee/plan-match/many", test_many);
  fixture_add_test ("/committee/plan-match/twice-at-once", test_twice_at_once);
  return g_test_run ();
}
