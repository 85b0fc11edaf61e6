/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"
#include "read.h"

#include <string.h>

#define PAGES 120
#define MOST_LINES 60

/* Lines as they stand on committee pages, in no order. */
static const char *const lines[] = {
  "Agenda and minutes",
  "Agenda item",
  "Issue - items at meetings - Harbour",
  "Decision details",
  "Venue: The Town Hall",
  "Items",
  "No. Item",
  "No. | Item |",
  "|",
  "1.",
  "2.",
  "2a",
  "(1)",
  "Harbour Programme Business Cases pdf icon PDF 301 KB",
  "Year one evaluation",
  "Minutes",
  "Minutes:",
  "Decision:",
  "Additional documents:",
  "RESOLVED – That the report be noted.",
  "RESOLVED that:-",
  "(1) the business cases be endorsed, subject to the following caveats:-",
  "(i) the need to look at",
  "·         staffing at night",
  "(2) the Night Service be approved subject to (a) a review; and (b) a date.",
  "It was agreed:",
  "Key learning from year one has been that:",
  "Strengths have been that we have a plan; a team; and a room.",
  "Action – The Clerk to write to the Director by 4 June 2019",
  "Update – cleared",
  "A member of the public asked why the bridge was closed.",
  "In response, the Chair said that it was old.",
  "Councillor A declared a personal interest in item 2 as a governor.",
  "Options considered:",
  "a) do nothing",
  "b) build a bridge (preferred option)",
  "£19.2 million was available from the Night Service fund.",
  "The Cabinet is invited to",
  "1. endorse the cases",
  "To be held on 2nd July 2019",
  "…  view the full minutes text for item 2.",
  "\xc2\xa0",
  "",
  "",
  "",
  "\xef\xbf\xbd\xc3\xa9\xe2\x80\x8b",
};

static char *
make_text (void)
{
  GString *text = g_string_new ("Agenda and minutes\n\n");
  guint n = g_test_rand_int_range (1, MOST_LINES);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", lines[g_test_rand_int_range (0, G_N_ELEMENTS (lines))],
                            g_test_rand_int_range (0, 3) > 0 ? "\n\n" : "\n");
  return g_string_free (text, FALSE);
}

/* Whatever a page looks like: what is made of it is found in it again, and reading it again changes nothing.
 */
static void
test_any_page (Fixture *fixture, gconstpointer data)
{
  guint n_kept = 0;

  fixture_add_named (fixture, "case", "Night Service");
  fixture_add_named (fixture, "programme", "Harbour Programme");
  for (guint i = 0; i < PAGES; i++)
    {
      g_autofree char *text = make_text (), *body = g_strdup_printf ("Board %u", i);
      const AccordReadOptions options = { .form = ACCORD_FORM_TEXT, .body = body, .date = "2019-06-04" };
      g_autoptr (GBytes) raw = g_bytes_new (text, strlen (text));
      g_autoptr (AccordCommitteePage) page = accord_committee_read (raw, &options, NULL, NULL);
      g_autoptr (AccordCommitteePlan) plan = NULL, again = NULL;
      guint n_left = 0;

      g_test_message ("%s", text);
      g_assert_nonnull (page);
      plan = plan_make (fixture, page);
      if (plan->needs != ACCORD_PLAN_NEEDS_NOTHING)
        continue;
      for (guint k = 0; k < plan->rows->len; k++)
        n_left += plan_row_is_new (plan, k) && !((AccordPlanRow *) plan->rows->pdata[k])->taken;
      plan_keep (fixture, plan);
      n_kept++;
      again = plan_make (fixture, page);
      g_assert_cmpint (plan_count_doing (again, NULL, ACCORD_PLAN_ADD), ==, n_left);
      /* What a person is asked about is asked again; nothing else is left to be done. */
      for (guint k = 0; k < again->rows->len; k++)
        if (((AccordPlanRow *) again->rows->pdata[k])->doing == ACCORD_PLAN_UPDATE)
          g_assert_false (((AccordPlanRow *) again->rows->pdata[k])->taken);
    }
  g_assert_cmpuint (n_kept, >, 0);
  plan_assert_passages (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/committee/plan-noise/any-page", test_any_page);
  return g_test_run ();
}
