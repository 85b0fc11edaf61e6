/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "made-page.h"
#include "plan-fixture.h"

#include <string.h>

static const char page_text[] =
    "5.\n\nHarbour Programme: Evaluation (Year One)\n\nMinutes:\n\n"
    "A post advised on year one of the Harbour Programme.\n\n"
    "Key learning from year one has been that:\n\n·  Rooms matter;\n\n·  Tea helps; and\n\n·  Maps help.\n\n"
    "Strengths from the work have been that we have a plan; a small team; and have kept going.\n\n"
    "Limitations were noted as needing more time, having no figures, and be in one place only\n\n"
    "Also including enabling activity, such as training, new tools and building on what is there.\n\n"
    "Comments from the Board on the findings and proposals included:\n\n·  More of it is wanted.\n\n"
    "The Board thanked the team.\n\n·  Not a finding\n";

static AccordCommitteePage *
evaluation_page (const char *title)
{
  AccordCommitteePage *page = made_page (ACCORD_PAGE_MEETING, page_text, "Joint Board", "2019-06-04");
  AccordPageItem *item = made_item (page, "5.", title, "A post advised", "Not a finding");

  item->place = made_span_between (page, "5.", "Not a finding");
  return page;
}

static void
test_findings (Fixture *fixture, gconstpointer data)
{
  static const char *const findings[] = {
    "learning: Rooms matter",
    "learning: Tea helps",
    "learning: Maps help",
    "strength: we have a plan",
    "strength: a small team",
    "strength: have kept going",
    "limitation: needing more time",
    "limitation: having no figures",
    "limitation: be in one place only",
    "enabling: training",
    "enabling: new tools",
    "enabling: building on what is there",
    "comment: More of it is wanted",
  };
  gint64 programme = fixture_add_named (fixture, "programme", "Harbour Programme");
  g_autoptr (AccordCommitteePage) page = evaluation_page ("Harbour Programme: Evaluation (Year One)");
  g_autoptr (AccordCommitteePlan) plan = plan_make (fixture, page), again = NULL;

  plan_keep (fixture, plan);
  g_assert_cmpint (plan_count (fixture, "finding"), ==, G_N_ELEMENTS (findings));
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      AccordRecord *record = plan_row (plan, "finding", i)->record;
      g_autofree char *said = g_strdup_printf ("%s: %s", accord_record_get_text (record, "type"),
                                               accord_record_get_text (record, "text"));

      g_assert_cmpstr (said, ==, findings[i]);
      g_assert_cmpint (accord_record_get_int (record, "programme"), ==, programme);
    }
  plan_assert_passages (fixture);
  again = plan_make (fixture, page);
  g_assert_cmpint (plan_count_doing (again, NULL, ACCORD_PLAN_SAME), ==, again->rows->len);
}

static void
test_no_programme (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = evaluation_page ("Harbour Programme: Evaluation (Year One)");
  g_autoptr (AccordCommitteePlan) plan = plan_make (fixture, page);

  g_assert_false (plan_row (plan, "finding", 0)->taken);
  g_assert_nonnull (plan_row (plan, "finding", 0)->why);
  plan_keep (fixture, plan);
  g_assert_cmpint (plan_count (fixture, "finding"), ==, 0);
}

/* Strengths that are spoken of elsewhere are no findings. */
static void
test_no_evaluation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = evaluation_page ("Harbour Programme");
  g_autoptr (AccordCommitteePlan) plan = plan_make (fixture, page);

  g_assert_cmpint (plan_count_doing (plan, "finding", ACCORD_PLAN_ADD), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/committee/plan-findings/findings", test_findings);
  fixture_add_test ("/committee/plan-findings/no-programme", test_no_programme);
  fixture_add_test ("/committee/plan-findings/no-evaluation", test_no_evaluation);
  return g_test_run ();
}
