/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read.h"

#include <string.h>

#define N "\u00a0"
#define DASH "\u2013"

/* A page as it is pasted, and what is read of it, a line for each: “#number title”, and beneath it “R number
   text <lead>” for a resolution (A for an agreement, N for what was noted, ! where it may go on), “P” for
   what was asked for, “D who: text”, “Q asker: question = answerer: answer”, “T owner: task”; for decisions,
   “% title”. */
typedef struct
{
  const char *name;
  const char *text;
  const char *read;
} Page;

static void
add_statements (GString *out, GPtrArray *statements)
{
  static const char letters[] = { [ACCORD_STATEMENT_RESOLUTION] = 'R',
                                  [ACCORD_STATEMENT_AGREEMENT] = 'A',
                                  [ACCORD_STATEMENT_NOTED] = 'N',
                                  [ACCORD_STATEMENT_RECOMMENDATION] = 'P' };

  for (guint i = 0; i < statements->len; i++)
    {
      const AccordStatement *one = statements->pdata[i];

      g_string_append_printf (out, "%c %s%s%s", letters[one->type], one->number != NULL ? one->number : "",
                              one->number != NULL ? " " : "", one->text);
      if (one->lead != NULL)
        g_string_append_printf (out, " <%s>", one->lead);
      g_string_append (out, one->incomplete ? "!\n" : "\n");
      add_statements (out, one->parts);
    }
}

static const char *
or_dash (const char *words)
{
  return words != NULL ? words : "-";
}

static void
add_item (GString *out, const AccordPageItem *item)
{
  g_string_append_printf (out, "#%s %s\n", or_dash (item->number), or_dash (item->title));
  add_statements (out, item->resolutions);
  add_statements (out, item->recommendations);
  for (guint i = 0; i < item->declarations->len; i++)
    {
      const AccordPageDeclaration *one = item->declarations->pdata[i];

      g_string_append_printf (out, "D %s: %s\n", or_dash (one->who), one->text);
    }
  for (guint i = 0; i < item->questions->len; i++)
    {
      const AccordPageQuestion *one = item->questions->pdata[i];

      g_string_append_printf (out, "Q %s: %s = %s: %s\n", or_dash (one->asked_by), or_dash (one->question),
                              or_dash (one->answered_by), or_dash (one->answer));
    }
  for (guint i = 0; i < item->actions->len; i++)
    {
      const AccordPageAction *one = item->actions->pdata[i];

      g_string_append_printf (out, "T %s: %s\n", or_dash (one->owner), one->text);
    }
}

static char *
describe (AccordCommitteePage *page)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < page->items->len; i++)
    add_item (out, page->items->pdata[i]);
  for (guint i = 0; i < page->decisions->len; i++)
    {
      const AccordPageDecision *decision = page->decisions->pdata[i];

      g_string_append_printf (out, "%% %s\n", or_dash (decision->title));
      add_statements (out, decision->resolutions);
      add_statements (out, decision->recommendations);
    }
  return g_string_free (out, FALSE);
}

#define TABLE "Venue: Town Hall\nNo. | Item |\n---|---|\n"
#define ITEM "Agenda item\n\nThe plan\n\nMinutes:\n\n"

static const Page pages[] = {
  { "talk-under-decision",
    "Agenda, decisions and minutes\n\nBoard - Monday, 4 March 2019 2.00 pm\n\nItems\nNo. "
    "Item\n\n1.\n\nWelcome\n\n"
    "Decision:\n\nThe Chair welcomed everyone to a meeting that was kept by video, which meant:\n\n" N "\n\n"
    "\u00b7" N N N " Streaming;\n\n\u00b7" N N N " Noise.\n\n" N
    "\n\nMembers were requested to keep their cameras on.",
    "#1. Welcome\n" },
  { "none-under-decision",
    "Agenda and decisions\n\nBoard - Monday, 4 March 2019 2.00 pm\n\nItems\nNo. Item\n\n1.\n\nUrgent "
    "business\n\n"
    "Decision:\n\nNone.\n\n2.\n\nThe plan\n\nDecision:\n\nIt was moved, seconded and RESOLVED that the plan "
    "be kept.",
    "#1. Urgent business\n#2. The plan\nR the plan be kept.\n" },
  { "rows-without-bars",
    TABLE "Apologies Decision: Apologies were sent for Councillors\n"
          "APPOINTMENT OF CHAIR To appoint a Chair. Decision: Noted. |\n"
          "Licence PDF 12 KB Decision: The Committee received an application for a licence.\n"
          "The Committee having heard all sides, RESOLVED that the licence be refused.\n"
          "URGENT BUSINESS To consider any. Decision: None. |\n",
    "#- Apologies\n#- APPOINTMENT OF CHAIR\nR Noted.\n#- Licence\nR the licence be refused.\n#- URGENT "
    "BUSINESS\n" },
  { "columns-are-no-items",
    TABLE "* |\nThe plan Minutes: Noted by all. |\n30 mins |\nThe fund Minutes: Talk. |\n",
    "#- The plan\n#- The fund\n" },
  { "moved-and-seconded",
    ITEM "Moved by Councillor A and seconded by Councillor B RESOLVED that the plan be kept.",
    "#- The plan\nR the plan be kept.\n" },
  { "broken-behind-be", ITEM "Resolved " DASH " That the plan be\n\nkept as it is.\n\nTalk went on.",
    "#- The plan\nR the plan be kept as it is.\n" },
  { "declared-by-list",
    "Agenda item\n\nDeclarations of interest\n\nMinutes:\n\nInterests were declared by:\n\n" N "\n\n"
    "Mr A - declared a DPI in item 8 as he worked for it.\n\n" N
    "\n\nMrs B - declared an interest in item 9.",
    "#- Declarations of interest\nD Mr A: Mr A - declared a DPI in item 8 as he worked for it.\n"
    "D Mrs B: Mrs B - declared an interest in item 9.\n" },
  { "declarations-made-by",
    "Agenda item\n\nDeclarations of interest\n\nMinutes:\n\n"
    "Declarations of interest were made by Councillor A and Councillor B in relation to item 11.",
    "#- Declarations of interest\nD Councillor A and Councillor B: Declarations of interest were made by "
    "Councillor A "
    "and Councillor B in relation to item 11.\n" },
  { "proposed-is-no-action",
    ITEM "These words were proposed:\n\nThat Council:\n\n1." N N " Agrees the rules.\n\n2." N N
         " Authorises the Monitoring Officer to update the rules.\n\nRESOLVED that Council:\n\n1." N N
         " Agrees the rules.\n\n2." N N " Authorises the Monitoring Officer to update the rules.",
    "#- The plan\nR 1. Agrees the rules. <Council:>\nR 2. Authorises the Monitoring Officer to update the "
    "rules. "
    "<Council:>\n" },
  { "responded-to-nothing",
    ITEM "The Chair of the group spoke of the report.\n\nThe Cabinet Member for Transport responded to thank "
         "the group.",
    "#- The plan\n" },
  { "notice-of-a-question",
    "Agenda item\n\nQuestions from Councillors\n\nMinutes:\n\n"
    "Councillor A had given notice of the following question to Councillor B\n\n" N "\n\n"
    "\u2018What does a pass cost? Is it too much?\u2019\n\n" N "\n\nCouncillor B replied:\n\n" N "\n\n"
    "\u201cIt is not ours to say. It may be.\u201d",
    "#- Questions from Councillors\nQ Councillor A: \u2018What does a pass cost? Is it too much?\u2019 = "
    "Councillor B: "
    "\u201cIt is not ours to say. It may be.\u201d\n" },
  { "referred-and-sought",
    ITEM
    "Councillor A referred to the strategy and sought clarification if it would go on. The Manager responded "
    "that it would.",
    "#- The plan\nQ Councillor A: Councillor A referred to the strategy and sought clarification if it would "
    "go on. = "
    "Manager: The Manager responded that it would.\n" },
  { "expressed-and-clarified",
    "Agenda item\n\nQuestions\n\nMinutes:\n\nCouncillor A asked if the accounts were late. Councillor B "
    "expressed regret "
    "and clarified that they were.",
    "#- Questions\nQ Councillor A: Councillor A asked if the accounts were late. = Councillor B: Councillor "
    "B expressed "
    "regret and clarified that they were.\n" },
  { "number-in-its-own-line",
    "Board\n\nMinutes of the meeting held on 4 March 2019\n\n<AI1>\n\n535\n\nWelcome\n\nAll were "
    "welcome.\n\n</AI1>\n\n"
    "<AI2>\n\n536\n\nThe plan\n\nResolved " DASH "\n\nThat it be kept.\n\n</AI2>\n",
    "#535 Welcome\n#536 The plan\nR That it be kept.\n" },
  { "remark-is-no-title",
    "Agenda and minutes\n\nBoard - Monday, 4 March 2019 2.00 pm, NEW\n\nVenue: Town Hall\n\nItems\nNote No. "
    "Item\n\n"
    "The Provost advised that it was the last meeting of the Chief Executive, and wished all of them well "
    "for the "
    "future.\n\n1.\n\nApologies\n\nMinutes:\n\nNone.",
    "#- -\n#1. Apologies\n" },
  { "board-over-lines",
    ITEM "Talk.\n\n" N "\n\nThe Strategic Commissioning Board:\n\nNoted the report.\n\nApproved the plan:\n\n"
         "\u00b7" N N N " for a year;\n\n\u00b7" N N N " for all.\n\nThe Chair thanked all.",
    "#- The plan\nN Noted the report. <The Strategic Commissioning Board:>\n"
    "A Approved the plan: <The Strategic Commissioning Board:>\nA for a year;\nA for all.\n" },
  { "board-over-bullets",
    ITEM "The Board:-\n\n\u00b7" N N N " Received the report; and\n\n\u00b7" N N N " agreed the plan.",
    "#- The plan\nN Received the report; and <The Board:->\nA agreed the plan. <The Board:->\n" },
  { "board-below-decision",
    ITEM "Talk.\n\n" N "\n\nDecision\n\n" N "\n\nThe Council:-\n\n" N "\n\nNoted the report.",
    "#- The plan\nN Noted the report. <The Council:->\n" },
  { "board-that-speaks", ITEM "The Board:\n\nHeard a talk on the plan.\n\nThe Committee:\n\n",
    "#- The plan\n" },
  { "record-is-decided",
    "Agenda, decisions and minutes\n\nBoard - Monday, 4 March 2019 2.00 pm\n\nItems\nNo. "
    "Item\n\n1.\n\nApologies\n\n"
    "Decision:\n\nAn apology was received.\n\nMinutes:\n\nAn apology was "
    "received.\n\n2.\n\nMinutes\n\nDecision:\n\n"
    "The Minutes of 4 February 2019 were approved as a correct record of the meeting.\n\nMinutes:\n\n"
    "The Minutes of 4 February 2019 were approved as a correct record of the meeting.\n\n3.\n\nInterests\n\n"
    "Decision:\n\nThere were none.",
    "#1. Apologies\n#2. Minutes\nA The Minutes of 4 February 2019 were approved as a correct record of the "
    "meeting.\n"
    "#3. Interests\n" },
  { "letter-without-a-point",
    "Agenda item\n\nThe plan\n\nMinutes:\n\nIt was resolved to:\n\nA    Note the plan.\n\nB    Agree the "
    "fund.",
    "#- The plan\nR A Note the plan.\nR B Agree the fund.\n" },
  { "resolved-without-a-label",
    "Decision details\n\nDecision Maker: Cabinet\n\nIs Key decision?: No\n\nIs subject to call in?: Yes\n\n\n"
    "Following consideration of the report, it was RESOLVED:\n\n1.    To note the report; and\n\n2.    To "
    "keep the "
    "plan.\n\n\nPublication date: 28/07/2020\n\nDate of decision: 28/07/2020",
    "% -\nR 1. To note the report; and\nR 2. To keep the plan.\n" },
  { "decision-taken",
    "Decision status: Recommendations Approved\nIs Key decision?: No\nDecision taken\nCabinet agreed the "
    "plan.\n"
    "Reason for decision\nIt was good.\nDate of decision: 03/12/2024",
    "% -\nR Cabinet agreed the plan.\n" },
  { "passed-by-nobody",
    "Agenda and minutes\n\nBoard - Monday, 4 March 2019 2.00 pm\n\nNo. Item\n\n\nInterests\n\n\nThere were "
    "no interests "
    "declared by members.\n\n\n\nExempt information\n\n1.   To highlight the appendix.\n\n2.   If so, to "
    "formally pass "
    "the following resolution:-\n\nRESOLVED " DASH
    " That the public be excluded.\n\n\n\nThe plan\n\n\nRESOLVED " DASH " That the plan be kept.\n",
    "#- Interests\n#- Exempt information\n#- The plan\nR the plan be kept.\n" },
  { "passed-by-nobody-in-minutes",
    ITEM "Members were asked to pass the following resolution:-\n\nRESOLVED " DASH
         " That the public be excluded.",
    "#- The plan\n" },
  { "printed",
    "Northtown Council\nCabinet\nMinutes\nMonday 4 March 2013\nPRESENT\nThe Leader of the Council\n"
    "161. MINUTES OF THE LAST MEETING\nRESOLVED:\nThat the minutes be\nsigned.\n162. THE FUND AND THE\nPLAN "
    "FOR 2013\n"
    "There was a report.\n",
    "#161. MINUTES OF THE LAST MEETING\nR That the minutes be signed.\n#162. THE FUND AND THE PLAN FOR "
    "2013\n" },
  { "wrapped-between-numbers",
    "To review the plan.\nMinutes:\nThere was a report.\nRESOLVED:\n(a)\nThat the Chair review the "
    "Committee's\nWork "
    "Programme.\n(b) That the report be added.\nSupporting documents:",
    "#- -\nR (a) That the Chair review the Committee's Work Programme.\nR (b) That the report be added.\n" },
  { "documents-are-no-minutes",
    "Issue - meetings\nThe plan\nMeeting: 04/11/2024 - Board (Item 16)\n16 *The plan PDF 260 KB\nTo give an "
    "update.\n"
    "Additional documents:\n- Annex A PDF 570 KB\n- Webcast for the plan\nThe Chair introduced the item.",
    "#16 The plan\n" },
  { "heading-and-usual-title",
    "Special Meeting, Cabinet - Monday, 17th July, 2023 6.00 pm\n\nApologies For Absence\n\n\nNone were "
    "received.\n\n\n"
    "Care Provision\n\nDirector of Care to report\n\n\nConsideration was given to a report.\n\n\nRESOLVED "
    "that it be kept.",
    "#- Apologies For Absence\n#- Care Provision\nR it be kept.\n" },
  { "time-is-no-title",
    "Agenda and minutes\n\nBoard - Monday, 4 March 2019 2.00 pm\n\nItems\nNote No. "
    "Item\n\n2.00pm\n\n1.\n\nWelcome\n\n"
    "Minutes:\n\nAll were welcomed.\n\n2.05pm\n\n2.\n\nThe plan\n\nMinutes:\n\nRESOLVED that it be kept.",
    "#1. Welcome\n#2. The plan\nR it be kept.\n" },
  { "delegated-decision",
    "Issue - decisions\n\nThe plan\n\n16/04/2015 - The plan\n\nThe Leader submitted a report.\n\n\nDelegated "
    "decision:\n\n\n"
    "1.  That the report be noted.\n\n\n2.  That the plan be kept.\n\n\nReason for the decision:\n\nIt was "
    "good.\n\n\n"
    "Other option considered and rejected:\n\nTo reject it.",
    "% The plan\nR 1. That the report be noted.\nR 2. That the plan be kept.\n" },
  { "broken-in-a-name",
    TABLE "The chair Decision: RESOLVED that Councillor A be elected Vice\nChair of the Board. |\n",
    "#- The chair\nR Councillor A be elected Vice!\n" },
};

static void
test_page (gconstpointer data)
{
  const Page *one = data;
  g_autoptr (GBytes) raw = g_bytes_new_static (one->text, strlen (one->text));
  AccordReadOptions options = { .form = ACCORD_FORM_TEXT };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = accord_committee_read (raw, &options, NULL, &error);
  g_autofree char *read = NULL;

  g_assert_no_error (error);
  read = describe (page);
  g_assert_cmpstr (read, ==, one->read);
}

/* What stands behind the date of a heading is a time, and what may go with one. */
static void
test_heading (void)
{
  static const char *const times[][2] = {
    { " 2.00 pm, NEW", "14:00" }, { " 2.00 pm - 4.00 pm", "14:00" }, { " \u2013 2.00 pm", "14:00" },
    { " noon", "12:00" },         { " at 10am", "10:00" },           { ", 14:00", "14:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = g_strdup_printf ("Agenda and minutes\n\nBoard - Tuesday 5 March "
                                               "2019%s\n\nVenue: Town Hall\n\nItems\nNo. Item\n\n1.\n\n"
                                               "Apologies\n\nMinutes:\n\nNone.",
                                               times[i][0]);
      g_autoptr (GBytes) raw = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordCommitteePage) page = accord_committee_read (raw, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (page->body, ==, "Board");
      g_assert_cmpstr (page->date, ==, "2019-03-05");
      g_assert_cmpstr (page->time, ==, times[i][1]);
    }
}

/* A page that breaks off in a resolution, or in a sentence that has begun, is not whole. */
static void
test_cut (void)
{
  static const struct
  {
    const char *end;
    gboolean complete;
  } ends[] = { { "RESOLVED that the plan be kept by Tele", FALSE },
               { "Talk.\n\nThe Executive Board", FALSE },
               { "RESOLVED that the plan be kept.", TRUE },
               { "None", TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = g_strconcat (ITEM, ends[i].end, NULL);
      g_autoptr (GBytes) raw = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordCommitteePage) page = accord_committee_read (raw, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (page->complete, ==, ends[i].complete);
      g_assert_cmpint (((AccordPageItem *) page->items->pdata[0])->complete, ==, ends[i].complete);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/committee/false/%s", pages[i].name);

      g_test_add_data_func (path, &pages[i], test_page);
    }
  g_test_add_func ("/committee/false/heading", test_heading);
  g_test_add_func ("/committee/false/cut", test_cut);
  return g_test_run ();
}
