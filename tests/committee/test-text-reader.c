/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-parts.h"
#include "read.h"
#include "text-property.h"

#include <string.h>

static const char full[] =
    "Northtown Borough Council\n\n"
    "Agenda and draft minutes\n\nAgenda and draft minutes\n\n"
    "Extraordinary Meeting, Health, Care and Ageing Board - Tuesday, 27th September 2016 4.00 pm\n\n"
    "modern.gov app available\n"
    "View upcoming public committee documents on your iPad with the free modern.gov app.\n\n"
    "Venue: Room 1, Town Hall. View directions\n\n"
    "Contact: The Clerk\u00a0 01234 567890 Email:\u00a0\n\nItems\nNo. Item\n\n"
    "6.\n\nApologies\n\nMinutes:\n\nNone raised\n\n\u00a0\n\n"
    "6a\n\nMinutes pdf icon PDF 301 KB\n\nTo approve the minutes of 19th July 2016.\n\n"
    "Additional documents:\n\nMinutes:\n\nThe minutes were approved.\n\n1.\u00a0 first\n\n"
    "Key Decisions\n\nAdditional documents:\n\n"
    "7.\n\n5TH FEBRUARY, 2018;\n\nDecision:\n\nThat it be noted.\n\nMinutes:\n\n"
    "It was noted\u00a0 ...\u00a0 view the full minutes text for item 7.\n\n"
    "8.\n\nMinutes:\n\nMinutes:\n\nAgreed.";

/* Everything is there: the body and its date come from the heading, numbers as printed, and the parts of an
 * item by their labels. */
static void
test_full (void)
{
  g_autoptr (AccordCommitteePage) page = text_read (full, "http://x/ieListDocuments.aspx?CId=12&MID=345");

  text_check (page);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_MEETING);
  g_assert_cmpint (page->style, ==, ACCORD_STYLE_FULL);
  g_assert_cmpstr (page->council, ==, "Northtown Borough Council");
  g_assert_cmpstr (page->body, ==, "Health, Care and Ageing Board");
  g_assert_cmpstr (page->prefix, ==, "Extraordinary Meeting");
  g_assert_cmpstr (page->date, ==, "2016-09-27");
  g_assert_cmpstr (page->time, ==, "16:00");
  g_assert_cmpstr (page->venue, ==, "Room 1, Town Hall");
  g_assert_cmpstr (page->contact, ==, "The Clerk 01234 567890");
  g_assert_cmpstr (page->meeting_code, ==, "345");
  g_assert_cmpstr (page->committee_code, ==, "12");
  g_assert_cmpuint (page->items->len, ==, 5);
  g_assert_cmpstr (page_item (page, 0)->number, ==, "6.");
  g_assert_cmpstr (page_item (page, 1)->number, ==, "6a");
  g_assert_cmpstr (page_item (page, 1)->title, ==, "Minutes");
  g_assert_cmpuint (page_item (page, 1)->documents->len, ==, 1);
  page_assert_words (page, page_item (page, 1)->proposed, "To approve the minutes of 19th July 2016.");
  g_assert_null (page_item (page, 2)->number);
  g_assert_cmpstr (page_item (page, 2)->title, ==, "Key Decisions");
  g_assert_cmpstr (page_item (page, 3)->title, ==, "5TH FEBRUARY, 2018;");
  page_assert_words (page, page_item (page, 3)->decision, "That it be noted.");
  page_assert_words (page, page_item (page, 3)->minutes, "It was noted");
  g_assert_false (page_item (page, 3)->complete);
  g_assert_false (page->complete);
  g_assert_cmpstr (page_item (page, 4)->title, ==, "Minutes:");
  page_assert_words (page, page_item (page, 4)->minutes, "Agreed.");
}

/* Headings in every shape that councils print them; what is none makes neither a body nor a date. */
static void
test_headings (void)
{
  static const struct
  {
    const char *lines, *prefix, *body, *date, *time, *status;
  } cases[] = {
    { "Cabinet - Wednesday, 12th July, 2017 6.00 pm", NULL, "Cabinet", "2017-07-12", "18:00", NULL },
    { "Joint Committee - Monday, 28 March 2022 5:30 pm", NULL, "Joint Committee", "2022-03-28", "17:30",
      NULL },
    { "Moved from 9th October 2018, Cabinet - Tuesday, 2nd October, 2018 2.00 pm",
      "Moved from 9th October 2018", "Cabinet", "2018-10-02", "14:00", NULL },
    { "Moved to 9th November 2018, Cabinet - Tuesday, 2nd October, 2018 2.00 pm",
      "Moved to 9th November 2018", "Cabinet", "2018-10-02", "14:00", "moved" },
    { "Virtual, Health Committee\nThursday, 14th May, 2020 6.30 pm", "Virtual", "Health Committee",
      "2020-05-14", "18:30", NULL },
    { "Budget Council, Council - Thursday, 1st March, 2018 10.00 am app available", "Budget Council",
      "Council", "2018-03-01", "10:00", NULL },
    { "Special Educational Needs, Disability Board - Monday, 1st October, 2018 12 noon", NULL,
      "Special Educational Needs, Disability Board", "2018-10-01", "12:00", NULL },
    { "Thursday, 28th April, 2016 7.00 pm, CANCELLED", NULL, NULL, "2016-04-28", "19:00", "cancelled" },
    { "Minutes of the meeting held on Tuesday, 2nd October, 2018 2.00 pm", NULL, NULL, NULL, NULL, NULL },
    { "Reports due - 2nd October 2018", NULL, NULL, NULL, NULL, NULL },
    { "Cabinet - Tuesday, 31st February, 2018 2.00 pm", NULL, NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("Agenda\n\n%s\n\nVenue: Hall\n\nNo. Item\n\n1.\n\nOne\n\n"
                           "Minutes of the meeting held on Monday, 1 January 2001 9.00 am\n",
                           cases[i].lines);
      g_autoptr (AccordCommitteePage) page = text_read (text, NULL);

      text_check (page);
      g_assert_cmpstr (page->prefix, ==, cases[i].prefix);
      g_assert_cmpstr (page->body, ==, cases[i].body);
      g_assert_cmpstr (page->date, ==, cases[i].date);
      g_assert_cmpstr (page->time, ==, cases[i].time);
      g_assert_cmpstr (page->status, ==, cases[i].status);
      g_assert_cmpuint (page->items->len, ==, 1);
    }
}

/* A heading that contradicts itself is kept, and said. */
static void
test_wrong_weekday (void)
{
  g_autoptr (AccordCommitteePage) page =
      text_read ("Agenda\n\nCabinet - Monday, 27th September 2016 4.00 pm\n\nVenue: Hall\n", NULL);

  g_assert_cmpstr (page->date, ==, "2016-09-27");
  g_assert_cmpuint (page->unread->len, ==, 1);
}

static const char lost[] =
    "Agenda and minutes\n\nHealth Scrutiny\nTuesday, 1st September, 2020 6.00 pm\n\nNo. Item\n\n\n"
    "Apologies For Absence\n\n\nApologies were received from Councillor A.\n\n\n\n"
    "Urgent Business\n\nUrgent business, if any, introduced by the Chair\n\n\n"
    "There were no items of urgent business.\n\n\n\n"
    "Exempt Information\n\nTo pass the following resolution:-\n\n\n"
    "RESOLVED – That the press be excluded.\n\n\nAdditional documents:\n\n\n"
    "There was none.\n\n\n\n"
    "Urgent Care Review pdf icon PDF 194 KB\n\n\nThe Committee received a report.\n\n\n"
    "LCC Asset Review\n\nIt was advised that the period had clo";

/* Numbers and labels are lost: no number is made up, and what an agenda proposes is not taken for minutes. */
static void
test_labels_lost (void)
{
  g_autoptr (AccordCommitteePage) page = text_read (lost, NULL);

  text_check (page);
  g_assert_cmpint (page->style, ==, ACCORD_STYLE_LABELS_LOST);
  g_assert_cmpstr (page->body, ==, "Health Scrutiny");
  g_assert_cmpuint (page->items->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_null (page_item (page, i)->number);
  page_assert_words (page, page_item (page, 1)->proposed, "Urgent business, if any, introduced by the Chair");
  page_assert_words (page, page_item (page, 1)->minutes, "There were no items of urgent business.");
  page_assert_words (page, page_item (page, 2)->minutes, "There was none.");
  g_assert_cmpuint (page_item (page, 2)->resolutions->len, ==, 0);
  g_assert_cmpstr (page_item (page, 3)->title, ==, "Urgent Care Review");
  g_assert_false (page_item (page, 3)->complete);
  g_assert_cmpuint (page->unread->len, >, 0);
}

static const char table[] =
    "Venue: Hall. View directions\nNo. | Item | ||||\n---|---|---|---|---|---|\n"
    "Apologies for Absence Minutes:None. |\n|\n"
    "DECLARATIONS OF INTEREST Members are asked to declare. Minutes: None.\nMatters arising: none |\n||||\n"
    "Urgent Business Urgent business, if any Minutes: A table:\nA | 1 | 2 |\nB | 3 | 4 |\n|\n"
    "To approve the minutes. Additional documents:Decision:RESOLVED:\n1. That it be. Minutes: RESOLVED |\n|\n"
    "Review of Things PDF 2 MB Any member may ask. Minutes: The Board was told of the com";

/* A table of bars: each cell is an item; a table inside one stays in it. */
static void
test_broken_table (void)
{
  g_autoptr (AccordCommitteePage) page = text_read (table, NULL);

  text_check (page);
  g_assert_cmpint (page->style, ==, ACCORD_STYLE_BROKEN_TABLE);
  g_assert_null (page->body);
  g_assert_null (page->date);
  g_assert_cmpuint (page->items->len, ==, 5);
  g_assert_cmpstr (page_item (page, 1)->title, ==, "DECLARATIONS OF INTEREST");
  page_assert_words (page, page_item (page, 1)->proposed, "Members are asked to declare.");
  page_assert_words (page, page_item (page, 1)->minutes, "None.\nMatters arising: none");
  g_assert_cmpstr (page_item (page, 2)->title, ==, "Urgent Business");
  g_assert_null (page_item (page, 3)->title);
  page_assert_words (page, page_item (page, 3)->decision, "RESOLVED:\n1. That it be.");
  page_assert_words (page, page_item (page, 3)->minutes, "RESOLVED");
  g_assert_cmpstr (page_item (page, 4)->title, ==, "Review of Things");
  g_assert_false (page_item (page, 4)->complete);
}

/* The page of one item, on which no line may be taken for a date or a body. */
static void
test_item (void)
{
  g_autoptr (AccordCommitteePage) named = text_read (
      "Agenda item\n\nWork Programme\n\nTo note it.\n\nMinutes:\n\nRESOLVED – That it be noted.\n\n"
      "Supporting documents:\n\n- Report of the Clerk PDF 93 KB View as HTML (64/2) 102 KB\n",
      NULL);
  g_autoptr (AccordCommitteePage) nameless =
      text_read ("Report of the Clerk\nThe Clerk submitted a report.\nRESOLVED – (a) That it be noted.\n"
                 "Supporting documents:",
                 NULL);

  text_check (named);
  g_assert_cmpint (named->type, ==, ACCORD_PAGE_ITEM);
  g_assert_cmpstr (page_item (named, 0)->title, ==, "Work Programme");
  page_assert_words (named, page_item (named, 0)->minutes, "RESOLVED – That it be noted.");
  g_assert_cmpuint (page_item (named, 0)->documents->len, ==, 1);
  text_check (nameless);
  g_assert_cmpint (nameless->type, ==, ACCORD_PAGE_ITEM);
  g_assert_cmpint (nameless->style, ==, ACCORD_STYLE_SINGLE_NEWLINE);
  g_assert_null (page_item (nameless, 0)->title);
  page_assert_words (nameless, page_item (nameless, 0)->proposed, "Report of the Clerk");
}

static const char issue[] =
    "Issue - meetings\n\nThe Issue\n\n"
    "Meeting: 09/12/2009 - Cabinet (Item 24)\n\n24 The Item pdf icon PDF 3 KB\n\nMinutes:\n\nNoted.\n\n\n"
    "Meeting: 08/12/2009 - Board (Item 3)\n\n2020 Vision\n\nMinutes:\n\nAgreed.\n";

static void
test_issue (void)
{
  g_autoptr (AccordCommitteePage) page = text_read (issue, NULL);

  text_check (page);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_ISSUE);
  g_assert_null (page->body);
  g_assert_cmpuint (page->items->len, ==, 2);
  g_assert_cmpstr (page_item (page, 0)->number, ==, "24");
  g_assert_cmpstr (page_item (page, 0)->title, ==, "The Item");
  g_assert_cmpstr (page_item (page, 0)->meeting_body, ==, "Cabinet");
  g_assert_cmpstr (page_item (page, 0)->meeting_date, ==, "2009-12-09");
  g_assert_cmpstr (page_item (page, 1)->number, ==, "3");
  g_assert_cmpstr (page_item (page, 1)->title, ==, "2020 Vision");
}

static const char details[] =
    "Decision details\n\nChanges to the Scheme\n\nDecision Maker: The Clerk\n\n"
    "Decision status: Recommendations Approved (subject to call-in)\n\nIs Key decision?: No\n\n"
    "Is subject to call in?: Yes\n\nPurpose:\n\nTo change it.\n\nDecision:\n\n1. To change it.\n\n2. To say "
    "so.\n\n"
    "Reasons for the decision:\n\nIt was old.\n\nAlternative options considered:\n\nNone.\n\n"
    "Publication date: 22/01/21\n\nDate of decision: 20/01/2021\n\nDecided at meeting: 20/01/2021 - "
    "Cabinet\n\n"
    "Effective from: 29/01/2021\n\nLead officer: The Clerk Email:\n\nAccompanying Documents:\n\n- Report PDF "
    "3 KB\n";

static void
test_decision (void)
{
  g_autoptr (AccordCommitteePage) page = text_read (details, NULL);
  const AccordPageDecision *decision = page_decision (page, 0);

  text_check (page);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_DECISION);
  g_assert_cmpstr (decision->title, ==, "Changes to the Scheme");
  g_assert_cmpstr (decision->status, ==, "Recommendations Approved (subject to call-in)");
  g_assert_cmpint (decision->key, ==, ACCORD_STATED_NO);
  g_assert_cmpint (decision->call_in, ==, ACCORD_STATED_YES);
  page_assert_words (page, decision->purpose, "To change it.");
  page_assert_words (page, decision->text, "1. To change it.\n\n2. To say so.");
  page_assert_words (page, decision->alternatives, "None.");
  g_assert_cmpstr (decision->published, ==, "2021-01-22");
  g_assert_cmpstr (decision->date, ==, "2021-01-20");
  g_assert_cmpstr (decision->made_on, ==, "2021-01-20");
  g_assert_cmpstr (decision->made_at, ==, "Cabinet");
  g_assert_cmpstr (decision->effective, ==, "2021-01-29");
  g_assert_cmpstr (decision->officer, ==, "The Clerk");
  g_assert_cmpuint (decision->documents->len, ==, 1);
}

static const char plan[] =
    "Issue details\n\nWinter Funding\n\nWhat it is for.\n\nDecision type: Key\n\nDecision status: For "
    "Determination\n\n"
    "Notice of proposed decision first published: 28/11/2018\n\n"
    "This decision will be taken under urgency procedures.\n\nReason for urgency:\nIt was agreed to.\n\n"
    "Decision due: Not before 30th Nov 2018 by Executive Member\n\nContact: The Clerk Email:";

/* What is planned is not decided, whatever its words say. */
static void
test_plan (void)
{
  g_autoptr (AccordCommitteePage) page = text_read (plan, NULL);
  g_autoptr (AccordCommitteePage) vague =
      text_read ("Decision type: Non-key\nDecision due: November 2023 by Cabinet\n", NULL);
  const AccordPageDecision *decision = page_decision (page, 0);

  text_check (page);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_PLAN);
  page_assert_words (page, decision->purpose, "What it is for.");
  page_assert_words (page, decision->text, NULL);
  g_assert_cmpuint (decision->resolutions->len, ==, 0);
  g_assert_cmpstr (decision->due, ==, "2018-11-30");
  g_assert_cmpstr (decision->maker, ==, "Executive Member");
  g_assert_cmpstr (decision->notice, ==, "2018-11-28");
  g_assert_cmpint (decision->urgent, ==, ACCORD_STATED_YES);
  g_assert_null (page_decision (vague, 0)->due);
  g_assert_cmpstr (page_decision (vague, 0)->due_words, ==, "November 2023 by Cabinet");
  g_assert_cmpint (page_decision (vague, 0)->key, ==, ACCORD_STATED_NO);
}

static const char list[] =
    "Decisions\n\nUse the below search options at the bottom of the page.\n\nDecisions published\n\n"
    "24/11/2023 - A Loan ref: 2375\u00a0\u00a0\u00a0 For Determination\n\nWhy it is.\n\nDecision Maker: The "
    "Board\n\n"
    "Made at meeting: 24/11/2023 - The Board\n\nDecision published: 27/11/2023\n\nEffective from: "
    "24/11/2023\n\n"
    "Decision:\n\n  1. That one be.\n\n  1. That two be.\n\n\n"
    "24/11/2023 - Another ref: 2376\u00a0 Recommendations Approved\n\nDecision Maker: The Board\n";
static const char untitled[] =
    "Use the below search options at the bottom of the page.\nDecision Maker: The Director\n"
    "Decision published: 05/09/2024\nDecision:\nOne is\nwrapped.\nLead officer: The Clerk\n"
    "Decision Maker: The Council\nDecision published: 04/09/2024\nDecision:\nTwo.\n";
static const char rows[] =
    "Decisions to be called in\nTitle Date Effective from Call-ins\n"
    "A School ref: 101829/07/202107/08/20210\nA Road ref: 45614/02/201714/02/2017Not for call-in\n";

static void
test_lists (void)
{
  g_autoptr (AccordCommitteePage) titled = text_read (list, NULL);
  g_autoptr (AccordCommitteePage) bare = text_read (untitled, NULL);
  g_autoptr (AccordCommitteePage) glued = text_read (rows, NULL);

  text_check (titled);
  g_assert_cmpint (titled->type, ==, ACCORD_PAGE_DECISIONS);
  g_assert_cmpuint (titled->decisions->len, ==, 2);
  g_assert_cmpstr (page_decision (titled, 0)->reference, ==, "2375");
  g_assert_cmpstr (page_decision (titled, 0)->status, ==, "For Determination");
  g_assert_cmpstr (page_decision (titled, 0)->date, ==, "2023-11-24");
  page_assert_words (titled, page_decision (titled, 0)->purpose, "Why it is.");
  page_assert_words (titled, page_decision (titled, 1)->text, NULL);
  text_check (bare);
  g_assert_cmpuint (bare->decisions->len, ==, 2);
  g_assert_null (page_decision (bare, 0)->title);
  g_assert_null (page_decision (bare, 0)->date);
  page_assert_words (bare, page_decision (bare, 0)->text, "One is\nwrapped.");
  text_check (glued);
  g_assert_cmpuint (glued->decisions->len, ==, 2);
  g_assert_cmpstr (page_decision (glued, 0)->reference, ==, "1018");
  g_assert_cmpstr (page_decision (glued, 0)->effective, ==, "2021-08-07");
  g_assert_cmpstr (page_decision (glued, 1)->reference, ==, "456");
  g_assert_cmpint (page_decision (glued, 1)->call_in, ==, ACCORD_STATED_NO);
}

/* The date over the decision of an issue is not said to be that of the decision. */
static void
test_issue_decisions (void)
{
  g_autoptr (AccordCommitteePage) page =
      text_read ("Issue - decisions\n\nThe Issue\n\n29/11/2019 - The Issue\n\n1. To note it.\n", NULL);

  text_check (page);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_DECISIONS);
  g_assert_null (page_decision (page, 0)->date);
  page_assert_words (page, page_decision (page, 0)->text, "1. To note it.");
}

static const char printed[] =
    "Northtown Council Minutes 5 November 2019\n\nScrutiny Committee\n\n"
    "Minutes of the meeting held on Tuesday, 5 November 2019\n\nPresent: Councillor A Councillors B and C\n\n"
    "SC/19/60 Minutes\n\nDecision\n\nTo approve the minutes of the meeting held on Tuesday, 8 October "
    "2019.\n\n"
    "SC/19/61 Report\n\n1. That it be.\n";

static void
test_printed (void)
{
  g_autoptr (AccordCommitteePage) page = text_read (printed, NULL);

  text_check (page);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_MINUTES);
  g_assert_cmpint (page->style, ==, ACCORD_STYLE_PRINTED);
  g_assert_cmpstr (page->body, ==, "Scrutiny Committee");
  g_assert_cmpstr (page->date, ==, "2019-11-05");
  g_assert_cmpuint (page->items->len, ==, 2);
  g_assert_cmpstr (page_item (page, 0)->number, ==, "SC/19/60");
  g_assert_cmpuint (page->attendance->len, ==, 0);
}

/* What the site calls things by is in the address; what is no number there is none. */
static void
test_addresses (void)
{
  g_autoptr (AccordCommitteePage) item =
      text_read ("Agenda item\n\nA title\n\nMinutes:\n\nNone.\n", "https://x/mgAi.aspx?ID=4978");
  g_autoptr (AccordCommitteePage) planned =
      text_read (plan, "https://x/mgIssueHistoryHome.aspx?IId=10894&Opt=0");
  g_autoptr (AccordCommitteePage) decision =
      text_read (details, "https://x/ieDecisionDetails.aspx?AIId=7&ID=x");

  g_assert_cmpstr (page_item (item, 0)->code, ==, "4978");
  g_assert_cmpstr (page_decision (planned, 0)->issue_code, ==, "10894");
  g_assert_null (page_decision (decision, 0)->code);
}

/* Wherever a page is cut, and with whatever line ends, nothing is lost, and the parts stay where they are. */
static void
test_cut_anywhere (void)
{
  static const char *const texts[] = {
    full, lost, table, issue, details, plan, list, untitled, rows, printed
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gsize length = strlen (texts[i]);

      for (gsize n = 0; n <= length; n++)
        {
          g_autofree char *part = g_strndup (texts[i], n);
          g_autoptr (AccordCommitteePage) page = text_read (part, NULL);

          text_check (page);
        }
    }
}

static void
test_line_ends (void)
{
  g_auto (GStrv) lines = g_strsplit (full, "\n", -1);
  g_autofree char *windows = g_strjoinv ("\r\n", lines);
  g_autoptr (AccordCommitteePage) page = text_read (windows, NULL);

  g_assert_cmpstr (page->body, ==, "Health, Care and Ageing Board");
  g_assert_cmpuint (page->items->len, ==, 5);
  page_assert_words (page, page_item (page, 1)->proposed, "To approve the minutes of 19th July 2016.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/text/full", test_full);
  g_test_add_func ("/committee/text/headings", test_headings);
  g_test_add_func ("/committee/text/wrong-weekday", test_wrong_weekday);
  g_test_add_func ("/committee/text/labels-lost", test_labels_lost);
  g_test_add_func ("/committee/text/broken-table", test_broken_table);
  g_test_add_func ("/committee/text/item", test_item);
  g_test_add_func ("/committee/text/issue", test_issue);
  g_test_add_func ("/committee/text/decision", test_decision);
  g_test_add_func ("/committee/text/plan", test_plan);
  g_test_add_func ("/committee/text/lists", test_lists);
  g_test_add_func ("/committee/text/issue-decisions", test_issue_decisions);
  g_test_add_func ("/committee/text/printed", test_printed);
  g_test_add_func ("/committee/text/addresses", test_addresses);
  g_test_add_func ("/committee/text/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/committee/text/line-ends", test_line_ends);
  return g_test_run ();
}
