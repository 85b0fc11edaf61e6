/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee-error.h"
#include "content.h"
#include "made-page.h"
#include "plan-fixture.h"

#include <string.h>

static const char page_text[] =
    "Agenda and minutes\n\n"
    "Joint Board - Tuesday, 4th June 2019 2.00 pm\n\n"
    "Venue: The Town Hall\n\n"
    "1.\n\nMinutes\n\nMinutes:\n\nRESOLVED – That the minutes be signed.\n\n"
    "2a\n\nFour footprints\n\nMinutes:\n\nThe Board looked at a map.\n\n"
    "It was agreed that:\n\n(1) the map be kept, with\n\n(a) its names\n\n(b) its "
    "numbers\n\n(2) it be printed.\n";

static AccordCommitteePage *
board_page (void)
{
  AccordCommitteePage *page = made_page (ACCORD_PAGE_MEETING, page_text, "Joint Board", "2019-06-04");
  AccordPageItem *item;
  AccordStatement *statement;

  page->kind_words = g_strdup ("Agenda and minutes");
  page->time = g_strdup ("14:00");
  page->venue = g_strdup ("The Town Hall");
  item = made_item (page, "1.", "Minutes", "RESOLVED", "be signed.");
  made_statement (page, item->resolutions, ACCORD_STATEMENT_RESOLUTION, NULL, "the minutes be signed.",
                  "the minutes be signed.");
  item = made_item (page, "2a", "Four footprints", "The Board looked", "be printed.");
  statement = made_statement (page, item->resolutions, ACCORD_STATEMENT_AGREEMENT, "(1)",
                              "the map be kept, with", "numbers");
  made_statement (page, statement->parts, ACCORD_STATEMENT_AGREEMENT, "(a)", "its names", "its names");
  made_statement (page, statement->parts, ACCORD_STATEMENT_AGREEMENT, "(b)", "its numbers", "its numbers");
  made_statement (page, item->resolutions, ACCORD_STATEMENT_AGREEMENT, "(2)", "it be printed.",
                  "it be printed.");
  return page;
}

/* The same page in the other way in which it is captured: no numbers, no blank lines, no heading. */
static AccordCommitteePage *
board_page_in_other_style (void)
{
  AccordCommitteePage *page =
      made_page (ACCORD_PAGE_MEETING,
                 "Minutes\nRESOLVED - That the minutes be signed.\nFour footprints\nThe Board  looked at a "
                 "map.\nIt was agreed that:\nthe map be kept, with its names its numbers\nit be printed.\n",
                 "Joint Board", "2019-06-04");
  AccordPageItem *item;

  page->style = ACCORD_STYLE_LABELS_LOST;
  item = made_item (page, NULL, "Minutes", "RESOLVED", "be signed.");
  made_statement (page, item->resolutions, ACCORD_STATEMENT_RESOLUTION, NULL, "the minutes be signed.",
                  "the minutes be signed.");
  item = made_item (page, NULL, "Four footprints", "The Board", "be printed.");
  made_statement (page, item->resolutions, ACCORD_STATEMENT_AGREEMENT, NULL,
                  "the map be kept, with its names its numbers", "its numbers");
  made_statement (page, item->resolutions, ACCORD_STATEMENT_AGREEMENT, NULL, "it be printed.",
                  "it be printed.");
  return page;
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = board_page ();
  g_autoptr (AccordCommitteePlan) plan = plan_make (fixture, page);
  g_autoptr (AccordRecord) meeting = NULL, body = NULL, source = NULL, resolution = NULL;
  AccordPlanResult result;

  g_assert_cmpuint (plan->needs, ==, ACCORD_PLAN_NEEDS_NOTHING);
  g_assert_true (plan->source == ACCORD_UNKNOWN);
  g_assert_cmpint (plan_count_doing (plan, NULL, ACCORD_PLAN_ADD), ==, plan->rows->len);
  result = plan_keep (fixture, plan);
  g_assert_cmpuint (result.added, ==, 8);
  g_assert_cmpint (result.change, >, 0);
  g_assert_cmpstr (result.main_kind, ==, "meeting");
  meeting = plan_only (fixture, "meeting");
  g_assert_cmpint (result.main, ==, accord_record_get_id (meeting));
  body = plan_only (fixture, "body");
  g_assert_cmpint (accord_record_get_int (meeting, "body"), ==, accord_record_get_id (body));
  g_assert_cmpstr (accord_record_get_text (meeting, "date"), ==, "2019-06-04");
  source = plan_only (fixture, "source");
  g_assert_cmpstr (accord_record_get_text (source, "text"), ==, page_text);
  g_assert_cmpstr (accord_record_get_text (source, "page"), ==, accord_record_get_text (source, "digest"));
  g_assert_cmpint (plan_count (fixture, "item"), ==, 2);
  g_assert_cmpint (plan_count (fixture, "resolution"), ==, 3);
  resolution = g_object_ref (plan_row (plan, "resolution", 1)->record);
  g_assert_cmpstr (accord_record_get_text (resolution, "text"), ==,
                   "the map be kept, with\n(a) its names\n(b) its numbers");
  g_assert_cmpstr (accord_record_get_text (resolution, "type"), ==, "agreement");
  plan_assert_passages (fixture);
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = board_page ();
  g_autoptr (AccordCommitteePlan) plan = NULL;
  AccordPlanResult result;

  plan_import (fixture, page);
  plan = plan_make (fixture, page);
  g_assert_true (plan->source != ACCORD_UNKNOWN);
  g_assert_cmpint (plan_count_doing (plan, NULL, ACCORD_PLAN_SAME), ==, plan->rows->len);
  result = plan_keep (fixture, plan);
  g_assert_cmpuint (result.added + result.updated, ==, 0);
  g_assert_cmpint (result.change, ==, 0);
  g_assert_cmpint (plan_count (fixture, "item"), ==, 2);
}

static void
test_undone (Fixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = { "source", "body", "meeting", "item", "resolution" };
  g_autoptr (AccordCommitteePage) page = board_page ();
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  plan_import (fixture, page);
  change = accord_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (plan_count (fixture, kinds[i]), ==, 0);
  plan_import (fixture, page);
  g_assert_cmpint (plan_count (fixture, "meeting"), ==, 1);
}

static void
test_other_style (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = board_page (), other = board_page_in_other_style ();
  g_autoptr (AccordRecord) meeting = NULL;
  AccordPlanResult result;

  plan_import (fixture, page);
  result = plan_import (fixture, other);
  g_assert_cmpuint (result.added, ==, 0);
  g_assert_cmpint (plan_count (fixture, "source"), ==, 1);
  g_assert_cmpint (plan_count (fixture, "item"), ==, 2);
  g_assert_cmpint (plan_count (fixture, "resolution"), ==, 3);
  meeting = plan_only (fixture, "meeting");
  g_assert_cmpstr (accord_record_get_text (meeting, "venue"), ==, "The Town Hall");
  plan_assert_passages (fixture);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = board_page (), changed = board_page ();
  g_autoptr (AccordCommitteePlan) plan = NULL;
  g_autoptr (AccordRecord) meeting = NULL;
  AccordPlanResult result;

  plan_import (fixture, page);
  g_free (changed->venue);
  changed->venue = g_strdup ("The Library");
  g_bytes_unref (changed->raw);
  changed->raw = g_bytes_new ("other", 5);
  g_ptr_array_remove_index (((AccordPageItem *) changed->items->pdata[0])->resolutions, 0);
  memset (strstr (changed->text, "the minutes be signed."), '-', strlen ("the minutes be signed."));
  plan = plan_make (fixture, changed);
  g_assert_cmpint (plan_row (plan, "meeting", 0)->doing, ==, ACCORD_PLAN_UPDATE);
  g_assert_cmpint (plan_count_doing (plan, "resolution", ACCORD_PLAN_GONE), ==, 1);
  result = plan_keep (fixture, plan);
  g_assert_cmpuint (result.updated, ==, 3);
  meeting = plan_only (fixture, "meeting");
  g_assert_cmpstr (accord_record_get_text (meeting, "venue"), ==, "The Library");
  g_assert_cmpint (plan_count (fixture, "resolution"), ==, 3);
}

/* What a person wrote stays unless the page has changed too, and then it is asked about. */
static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = board_page (), changed = board_page ();
  g_autoptr (AccordRecord) meeting = NULL, after = NULL;
  g_autoptr (AccordCommitteePlan) same = NULL, plan = NULL;

  plan_import (fixture, page);
  meeting = plan_only (fixture, "meeting");
  accord_record_set_text (meeting, "venue", "The Annexe");
  fixture_save (fixture, meeting);
  same = plan_make (fixture, page);
  g_assert_cmpint (plan_count_doing (same, NULL, ACCORD_PLAN_SAME), ==, same->rows->len);

  g_free (changed->venue);
  changed->venue = g_strdup ("The Library");
  changed->time = (g_free (changed->time), g_strdup ("15:00"));
  plan = plan_make (fixture, changed);
  g_assert_cmpint (plan_count_doing (plan, "meeting", ACCORD_PLAN_UPDATE), ==, 2);
  g_assert_true (plan_row (plan, "meeting", 0)->taken);
  g_assert_false (plan_row (plan, "meeting", 1)->taken);
  g_assert_nonnull (plan_row (plan, "meeting", 1)->why);
  plan_keep (fixture, plan);
  after = plan_only (fixture, "meeting");
  g_assert_cmpstr (accord_record_get_text (after, "venue"), ==, "The Annexe");
  g_assert_cmpstr (accord_record_get_text (after, "time"), ==, "15:00");
}

static void
test_needs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = board_page (),
                                  other = made_page (ACCORD_PAGE_OTHER, "Cakes.", NULL, NULL);
  g_autoptr (AccordCommitteePlan) no_body = NULL, no_date = NULL, no_kind = NULL;

  g_clear_pointer (&page->body, g_free);
  no_body = plan_make (fixture, page);
  g_assert_cmpuint (no_body->needs, ==, ACCORD_PLAN_NEEDS_BODY);
  plan_refused (fixture, no_body, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_BODY);
  page->body = g_strdup ("Joint Board");
  g_clear_pointer (&page->date, g_free);
  no_date = plan_make (fixture, page);
  g_assert_cmpuint (no_date->needs, ==, ACCORD_PLAN_NEEDS_DATE);
  plan_refused (fixture, no_date, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_DATE);
  no_kind = plan_make (fixture, other);
  g_assert_cmpuint (no_kind->needs, ==, ACCORD_PLAN_NEEDS_KIND);
  plan_refused (fixture, no_kind, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE);
  g_assert_cmpint (plan_count (fixture, "source"), ==, 0);
  no_kind->needs = ACCORD_PLAN_NEEDS_NOTHING;
  plan_keep (fixture, no_kind);
  g_assert_cmpint (plan_count (fixture, "source"), ==, 1);
  g_assert_cmpint (plan_count (fixture, "meeting"), ==, 0);
}

static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = board_page ();
  g_autoptr (AccordCommitteePlan) plan = plan_make (fixture, page);

  for (guint i = 0; i < plan->rows->len; i++)
    if (plan->rows->pdata[i] == plan_row (plan, "item", 1))
      g_assert_true (accord_committee_plan_take (plan, i, FALSE));
  g_assert_false (plan_row (plan, "resolution", 2)->taken);
  plan_keep (fixture, plan);
  g_assert_cmpint (plan_count (fixture, "item"), ==, 1);
  g_assert_cmpint (plan_count (fixture, "resolution"), ==, 1);
}

static void
test_other_work (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = board_page ();
  g_autoptr (AccordCommitteePlan) late = plan_make (fixture, page), fine = NULL;

  fixture_add_named (fixture, "body", "Cabinet");
  plan_refused (fixture, late, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_CHANGED);
  fine = plan_make (fixture, page);
  fixture_add_fund (fixture, "A fund", 100);
  plan_keep (fixture, fine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/committee/plan/new", test_new);
  fixture_add_test ("/committee/plan/again", test_again);
  fixture_add_test ("/committee/plan/undone", test_undone);
  fixture_add_test ("/committee/plan/other-style", test_other_style);
  fixture_add_test ("/committee/plan/changed", test_changed);
  fixture_add_test ("/committee/plan/by-hand", test_by_hand);
  fixture_add_test ("/committee/plan/needs", test_needs);
  fixture_add_test ("/committee/plan/dropped", test_dropped);
  fixture_add_test ("/committee/plan/other-work", test_other_work);
  return g_test_run ();
}
