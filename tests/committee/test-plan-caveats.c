/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "made-page.h"
#include "plan-fixture.h"
#include "plan-outcome.h"

#include <string.h>

static const char page_text[] =
    "Joint Board - Tuesday, 4th June 2019 2.00 pm\n\n"
    "3.\n\nHarbour Programme Business Cases\n\nMinutes:\n\n"
    "The Board looked at the outline business cases:\n\n·  Night Service\n\n·  Day Service\n\n"
    "RESOLVED – That in relation to the Harbour Programme business cases:-\n\n"
    "(1)  the cases be endorsed, subject to the following caveats:-\n\n"
    "(i)  the need to look at\n·  staffing at night\n·  transport\n\n"
    "(ii)  and further work on\n·  the costs\n\n"
    "(2)  the Night Service be noted.\n";

static AccordStatement *
add_part (AccordCommitteePage *page, AccordStatement *parent, const char *number, const char *text,
          const char *last)
{
  return made_statement (page, parent->parts, ACCORD_STATEMENT_RESOLUTION, number, text, last);
}

static AccordCommitteePage *
cases_page (void)
{
  AccordCommitteePage *page = made_page (ACCORD_PAGE_MEETING, page_text, "Joint Board", "2019-06-04");
  AccordPageItem *item =
      made_item (page, "3.", "Harbour Programme Business Cases", "The Board looked", "be noted.");
  AccordStatement *first =
      made_statement (page, item->resolutions, ACCORD_STATEMENT_RESOLUTION, "(1)",
                      "the cases be endorsed, subject to the following caveats:-", "the costs");
  AccordStatement *part = add_part (page, first, "(i)", "the need to look at", "transport");

  first->lead = g_strdup ("in relation to the Harbour Programme business cases:-");
  add_part (page, part, NULL, "staffing at night", "staffing at night");
  add_part (page, part, NULL, "transport", "transport");
  part = add_part (page, first, "(ii)", "and further work on", "the costs");
  add_part (page, part, NULL, "the costs", "the costs");
  made_statement (page, item->resolutions, ACCORD_STATEMENT_RESOLUTION, "(2)", "the Night Service be noted.",
                  "the Night Service be noted.");
  return page;
}

static void
test_caveats (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "staffing at night", "transport", "the costs" };
  static const char *const groups[] = { "the need to look at", "the need to look at", "further work on" };
  gint64 night = fixture_add_named (fixture, "case", "Night Service");
  gint64 day = fixture_add_named (fixture, "case", "Day Service");
  g_autoptr (AccordCommitteePage) page = cases_page ();
  g_autoptr (AccordCommitteePlan) plan = plan_make (fixture, page), again = NULL;
  g_autoptr (AccordRecord) endorsement = NULL, meeting = NULL;
  const gint64 *ids;
  gsize n_ids;

  plan_keep (fixture, plan);
  endorsement = plan_only (fixture, "endorsement");
  meeting = plan_only (fixture, "meeting");
  g_assert_cmpstr (accord_record_get_text (endorsement, "outcome"), ==, "endorsed-with-caveats");
  g_assert_cmpstr (accord_record_get_text (endorsement, "who"), ==, "Joint Board");
  g_assert_cmpstr (accord_record_get_text (endorsement, "date"), ==, "2019-06-04");
  g_assert_cmpint (accord_record_get_int (endorsement, "meeting"), ==, accord_record_get_id (meeting));
  g_assert_cmpint (plan_count (fixture, "caveat"), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      AccordRecord *caveat = plan_row (plan, "caveat", i)->record;

      g_assert_cmpstr (accord_record_get_text (caveat, "text"), ==, texts[i]);
      g_assert_cmpstr (accord_record_get_text (caveat, "group"), ==, groups[i]);
      g_assert_cmpstr (accord_record_get_text (caveat, "state"), ==, "open");
      g_assert_cmpint (accord_record_get_int (caveat, "number"), ==, i + 1);
      ids = accord_record_get_ids (caveat, "cases", &n_ids);
      g_assert_cmpuint (n_ids, ==, 2);
      g_assert_cmpint (ids[0], ==, night);
      g_assert_cmpint (ids[1], ==, day);
    }
  plan_assert_passages (fixture);
  again = plan_make (fixture, page);
  g_assert_cmpint (plan_count_doing (again, NULL, ACCORD_PLAN_SAME), ==, again->rows->len);
}

/* Without a case in the workspace nothing is made up: it is shown, and kept only when somebody names one. */
static void
test_no_case (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = cases_page ();
  g_autoptr (AccordCommitteePlan) plan = plan_make (fixture, page);

  g_assert_false (plan_row (plan, "endorsement", 0)->taken);
  g_assert_nonnull (plan_row (plan, "endorsement", 0)->why);
  g_assert_false (plan_row (plan, "caveat", 2)->taken);
  plan_keep (fixture, plan);
  g_assert_cmpint (plan_count (fixture, "endorsement"), ==, 0);
  g_assert_cmpint (plan_count (fixture, "resolution"), ==, 2);
}

/* A caveat that was answered stays answered, however often the page is read. */
static void
test_answered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = cases_page ();
  g_autoptr (AccordCommitteePlan) plan = NULL, again = NULL;
  g_autoptr (AccordRecord) caveat = NULL, after = NULL;

  fixture_add_named (fixture, "case", "Night Service");
  plan = plan_make (fixture, page);
  plan_keep (fixture, plan);
  caveat = fixture_get (fixture, "caveat", accord_record_get_id (plan_row (plan, "caveat", 0)->record));
  accord_record_set_text (caveat, "state", "answered");
  accord_record_set_text (caveat, "response", "Two more nurses.");
  fixture_save (fixture, caveat);
  g_bytes_unref (page->raw);
  page->raw = g_bytes_new ("another capture", 15);
  again = plan_make (fixture, page);
  plan_keep (fixture, again);
  after = fixture_get (fixture, "caveat", accord_record_get_id (caveat));
  g_assert_cmpstr (accord_record_get_text (after, "state"), ==, "answered");
}

static void
test_outcomes (void)
{
  static const struct
  {
    const char *words;
    const char *outcome;
  } cases[] = {
    { "the business case be endorsed", "endorsed" },
    { "Approve the business case", "endorsed" },
    { "the case be approved subject to (a) a review; and (b) a date", "endorsed-with-caveats" },
    { "the case be approved, subject to call-in", "endorsed" },
    { "the case be not approved", "not-endorsed" },
    { "the case not be endorsed subject to costs", "not-endorsed" },
    { "consideration of the business case be deferred", "deferred" },
    { "officers look at whether it could be a good thing", NULL },
    { "a paper on how cases are endorsed elsewhere be written", NULL },
    { "the final cases would be approved in the autumn", NULL },
    { "the case go on to be endorsed by others", NULL },
    { "the endorsement of others be noted", NULL },
    { "", NULL },
  };
  const char *condition;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *about = NULL;

      g_assert_cmpstr (accord_plan_outcome (cases[i].words, &condition, &about), ==, cases[i].outcome);
    }
}

static void
test_conditions (void)
{
  const char *condition;
  g_autoptr (GPtrArray) two = NULL, one = NULL;
  g_autofree char *about = NULL, *other = NULL;

  accord_plan_outcome ("the Night Service be noted and the terms of reference be approved", &condition,
                       &other);
  g_assert_null (strstr (other, "Night"));
  accord_plan_outcome ("it be endorsed, subject to (a) a review of costs; and (b) a date.", &condition,
                       &about);
  g_assert_cmpstr (about, ==, "it ");
  two = accord_plan_split_condition (condition);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpstr (two->pdata[0], ==, "a review of costs");
  g_assert_cmpstr (two->pdata[1], ==, "a date");
  one = accord_plan_split_condition (" the outcome of the consultation.");
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (one->pdata[0], ==, "the outcome of the consultation");
  g_assert_true (accord_plan_condition_leads (" the following caveats:-"));
  g_assert_true (accord_plan_condition_leads (":"));
  g_assert_false (accord_plan_condition_leads (" the outcome of the consultation:"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/committee/plan-caveats/caveats", test_caveats);
  fixture_add_test ("/committee/plan-caveats/no-case", test_no_case);
  fixture_add_test ("/committee/plan-caveats/answered", test_answered);
  g_test_add_func ("/committee/plan-caveats/outcomes", test_outcomes);
  g_test_add_func ("/committee/plan-caveats/conditions", test_conditions);
  return g_test_run ();
}
