/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee-error.h"
#include "corpus.h"
#include "page-parts.h"
#include "shared.h"

#include <string.h>

#define SITE "https://democracy.example.org/ieListDocuments.aspx?CId=3&MId=88"

static void
test_meeting (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = corpus_read ("html/meeting.html", SITE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (page->form, ==, ACCORD_FORM_HTML);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_MEETING);
  g_assert_cmpint (page->style, ==, ACCORD_STYLE_NONE);
  g_assert_cmpstr (page->kind_words, ==, "Agenda and minutes");
  g_assert_cmpstr (page->body, ==, "Health Board");
  g_assert_cmpstr (page->prefix, ==, "Extraordinary Meeting");
  g_assert_cmpstr (page->date, ==, "2021-02-09");
  g_assert_cmpstr (page->time, ==, "14:00");
  g_assert_cmpstr (page->venue, ==, "Room 4");
  g_assert_cmpstr (page->contact, ==, "The Clerk 0161 496 0000 Email: clerk@example.org");
  g_assert_cmpstr (page->note, ==, "Extraordinary Meeting");
  g_assert_cmpuint (page->documents->len, ==, 1);
  page_assert_paper (page->documents->pdata[0], "Agenda frontsheet", "PDF 205 KB",
                     "https://democracy.example.org/documents/g88/Agenda%20frontsheet.pdf?T=0");
  g_assert_cmpuint (page->items->len, ==, 3);
  g_assert_cmpuint (page->unread->len, ==, 0);
  g_assert_null (strstr (page->text, "Committees"));
  g_assert_null (strstr (page->text, "No item"));
}

static void
test_items (void)
{
  g_autoptr (AccordCommitteePage) page = corpus_read ("html/meeting.html", SITE, NULL);
  const AccordPageItem *item = page->items->pdata[0];

  g_assert_cmpstr (item->number, ==, "1.");
  g_assert_cmpstr (item->title, ==, "Declarations of Interest");
  g_assert_cmpstr (item->code, ==, "501");
  corpus_assert_span (page, item->proposed,
                      "To receive any declarations of interest.\n\nCouncillors' papers are attached.");
  g_assert_true (item->complete);
  item = page->items->pdata[1];
  g_assert_null (item->number);
  g_assert_cmpstr (item->title, ==, "Key Decisions");
  item = page->items->pdata[2];
  g_assert_cmpstr (item->number, ==, "2a");
  g_assert_cmpstr (item->title, ==, "Pooled fund");
  g_assert_cmpuint (item->documents->len, ==, 2);
  page_assert_paper (item->documents->pdata[0], "Pooled fund", "PDF 301 KB",
                     "https://democracy.example.org/documents/s77/Pooled%20fund%20report.pdf");
  g_assert_cmpstr (((AccordPageDocument *) item->documents->pdata[0])->code, ==, "77");
  page_assert_paper (item->documents->pdata[1], "Appendix", "PDF 1 MB",
                     "https://democracy.example.org/documents/s78/Appendix.pdf");
  g_assert_false (item->complete);
  g_assert_false (page->complete);
}

/* What was proposed is not what was decided, and lists and tables keep their shape. */
static void
test_parts (void)
{
  g_autoptr (AccordCommitteePage) page = corpus_read ("html/meeting.html", NULL, NULL);
  const AccordPageItem *item = page->items->pdata[2];
  g_autofree char *minutes = accord_committee_page_dup_span (page, item->minutes);

  corpus_assert_span (page, item->proposed, "RESOLVED – That the press and public be excluded.");
  g_assert_cmpuint (item->resolutions->len, ==, 0);
  g_assert_true (
      g_str_has_prefix (minutes, "The report was noted.\n\na. First part\n\nb. Second part\n\n    · of it\n\n"
                                 "Councillor | Interest\n\nCouncillor A | Personal"));
  g_assert_null (((AccordPageDocument *) item->documents->pdata[0])->address);
}

/* The same meeting gives the same items, in whatever form it comes. */
static void
test_three_forms (void)
{
  static const char *const files[] = { "html/meeting.html", "xml/meeting.xml", "text/meeting.txt" };
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_committee_page_unref);
  AccordCommitteePage **pages;

  for (guint i = 0; i < 3; i++)
    {
      g_ptr_array_add (read, corpus_read (files[i], NULL, NULL));
      pages = (AccordCommitteePage **) read->pdata;
      g_test_message ("%s", files[i]);
      g_assert_cmpstr (pages[i]->body, ==, "Health Board");
      g_assert_cmpstr (pages[i]->date, ==, "2021-02-09");
      g_assert_cmpstr (pages[i]->time, ==, "14:00");
      g_assert_cmpstr (pages[i]->venue, ==, "Room 4");
      g_assert_cmpuint (pages[i]->items->len, ==, 3);
      for (guint j = 0; i > 0 && j < 3; j++)
        {
          const AccordPageItem *first = pages[0]->items->pdata[j];
          const AccordPageItem *item = pages[i]->items->pdata[j];
          g_autofree char *proposed = accord_committee_page_dup_span (pages[0], first->proposed);
          g_autofree char *minutes = accord_committee_page_dup_span (pages[i], item->minutes);

          g_assert_cmpstr (item->number, ==, first->number);
          g_assert_cmpstr (item->title, ==, first->title);
          corpus_assert_span (pages[i], item->proposed, proposed);
          g_assert_cmpint (minutes == NULL, ==, j == 1);
          g_assert_true (j != 0 || g_str_equal (minutes, "No interests were declared."));
          g_assert_true (j != 2 || g_str_has_prefix (minutes, "The report was noted.\n\na. First part"));
          g_assert_cmpuint (item->resolutions->len, ==, first->resolutions->len);
        }
    }
}

static void
test_item_page (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = corpus_read ("html/item.html", SITE, &error);
  const AccordPageItem *item;

  g_assert_no_error (error);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_ITEM);
  g_assert_cmpstr (page->body, ==, "Health Board");
  g_assert_cmpstr (page->date, ==, "2021-02-09");
  g_assert_cmpstr (page->meeting_code, ==, "9");
  g_assert_cmpuint (page->items->len, ==, 1);
  item = page->items->pdata[0];
  g_assert_cmpstr (item->number, ==, "5.");
  g_assert_cmpstr (item->title, ==, "Neighbourhood teams");
  corpus_assert_span (page, item->proposed, "To consider the report.");
  g_assert_cmpuint (item->documents->len, ==, 1);
  g_assert_cmpuint (page->unread->len, ==, 0);
}

/* Words that somebody wrote are no labels, whatever they look like. */
static void
test_decision (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = corpus_read ("html/decision.html", SITE, &error);
  const AccordPageDecision *decision;

  g_assert_no_error (error);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_DECISION);
  g_assert_cmpuint (page->decisions->len, ==, 1);
  decision = page->decisions->pdata[0];
  g_assert_cmpstr (decision->title, ==, "Grant from the pooled fund - 2020/21");
  g_assert_cmpstr (decision->maker, ==, "Director of Public Health");
  g_assert_cmpstr (decision->status, ==, "Recommendations Approved");
  g_assert_cmpint (decision->key, ==, ACCORD_STATED_YES);
  g_assert_cmpint (decision->call_in, ==, ACCORD_STATED_NO);
  corpus_assert_span (page, decision->purpose,
                      "To allocate £95,000.\n\nPublication date: is what the letter says.");
  corpus_assert_span (page, decision->text, "That the grant be made.\n\nDecision: nothing else.");
  g_assert_cmpstr (decision->published, ==, "2020-12-10");
  g_assert_cmpstr (decision->date, ==, "2020-12-09");
  g_assert_cmpstr (decision->effective, ==, "2020-12-18");
  g_assert_cmpstr (decision->issue_code, ==, "65");
  g_assert_cmpuint (decision->documents->len, ==, 1);
  page_assert_paper (decision->documents->pdata[0], "Grant report", "PDF 119 KB",
                     "https://democracy.example.org/documents/s42/Grant%20report.pdf");
  g_assert_true (page->complete);
}

static void
test_decisions (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = corpus_read ("html/decisions.html", SITE, &error);
  const AccordPageDecision *decision;

  g_assert_no_error (error);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_DECISIONS);
  g_assert_cmpuint (page->decisions->len, ==, 2);
  decision = page->decisions->pdata[0];
  g_assert_cmpstr (decision->title, ==, "Lease of a clinic");
  g_assert_cmpstr (decision->reference, ==, "501");
  g_assert_cmpstr (decision->code, ==, "501");
  g_assert_cmpstr (decision->published, ==, "2021-04-01");
  g_assert_cmpstr (decision->effective, ==, "2021-04-09");
  g_assert_cmpint (decision->call_in, ==, ACCORD_STATED_NO);
  decision = page->decisions->pdata[1];
  g_assert_cmpstr (decision->title, ==, "Fees");
  g_assert_null (decision->reference);
  g_assert_null (decision->published);
  g_assert_null (decision->effective);
  g_assert_cmpint (decision->call_in, ==, ACCORD_NOT_STATED);
  g_assert_cmpuint (page->unread->len, ==, 1);
  g_assert_nonnull (strstr (page->text, "Fees |  | 31/02/2021 | Call-in expired"));
}

/* A list of decisions that is no table is read by its words; its links say which decisions they are. */
static void
test_decisions_told (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = corpus_read ("html/decisions-told.html", SITE, &error);
  const AccordPageDecision *decision;

  g_assert_no_error (error);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_DECISIONS);
  g_assert_cmpint (page->style, ==, ACCORD_STYLE_NONE);
  g_assert_cmpuint (page->decisions->len, ==, 2);
  decision = page->decisions->pdata[0];
  g_assert_cmpstr (decision->title, ==, "Contract variation");
  g_assert_cmpstr (decision->reference, ==, "5423");
  g_assert_cmpstr (decision->code, ==, "5423");
  g_assert_cmpstr (decision->status, ==, "Recommendations Approved");
  g_assert_cmpstr (decision->published, ==, "2025-05-12");
  decision = page->decisions->pdata[1];
  g_assert_cmpstr (decision->code, ==, "5421");
  g_assert_cmpstr (decision->status, ==, "For Determination");
  g_assert_cmpuint (decision->resolutions->len, ==, 0);
}

static void
test_issue (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = corpus_read ("html/issue.html", SITE, &error);
  const AccordPageItem *item;

  g_assert_no_error (error);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_ISSUE);
  g_assert_cmpuint (page->items->len, ==, 1);
  item = page->items->pdata[0];
  g_assert_cmpstr (item->number, ==, "6");
  g_assert_cmpstr (item->title, ==, "Establishment of the Board");
  g_assert_cmpstr (item->meeting_body, ==, "Cabinet");
  g_assert_cmpstr (item->meeting_date, ==, "2022-11-01");
  g_assert_cmpuint (item->documents->len, ==, 2);
  page_assert_paper (item->documents->pdata[1], "App", "PDF 1 MB",
                     "https://democracy.example.org/documents/s2/App.pdf");
  g_assert_null (strstr (page->text, "Issue details"));
}

/* What is not decided yet has no decision. */
static void
test_plan (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = corpus_read ("html/plan.html", SITE, &error);
  const AccordPageDecision *decision;

  g_assert_no_error (error);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_PLAN);
  g_assert_cmpuint (page->decisions->len, ==, 1);
  decision = page->decisions->pdata[0];
  g_assert_cmpstr (decision->title, ==, "Winter beds");
  corpus_assert_span (page, decision->purpose, "To agree the scheme.");
  g_assert_true (accord_span_is_empty (decision->text));
  g_assert_cmpuint (decision->resolutions->len, ==, 0);
  g_assert_cmpint (decision->key, ==, ACCORD_STATED_YES);
  g_assert_cmpint (decision->urgent, ==, ACCORD_STATED_YES);
  g_assert_cmpstr (decision->due, ==, "2018-11-30");
  g_assert_cmpstr (decision->notice, ==, "2018-11-28");
  g_assert_cmpstr (decision->status, ==, "For Determination");
}

/* Pages that somebody escaped and put in a document of their own, and cut. */
static void
test_wrapped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = corpus_read ("html/wrapped.json", NULL, &error);
  const AccordPageItem *item;

  g_assert_no_error (error);
  g_assert_cmpstr (page->venue, ==, "Room 1");
  g_assert_nonnull (strstr (page->text, "Room\u00a01"));
  g_assert_false (page->complete);
  g_assert_cmpuint (page->items->len, ==, 1);
  item = page->items->pdata[0];
  g_assert_cmpstr (item->number, ==, "7.");
  g_assert_cmpstr (item->title, ==, "Apologies’ list");
  g_assert_cmpstr (item->code, ==, "71");
  g_assert_false (item->complete);
  corpus_assert_span (page, item->minutes, "There were no");
  g_assert_cmpuint (page->documents->len, ==, 1);
  page_assert_paper (page->documents->pdata[0], "Agenda frontsheet", "PDF 83 KB",
                     "http://democracy.example.org/mgConvert2PDF.aspx?ID=7&T=0");
  g_clear_pointer (&page, accord_committee_page_unref);
  page = corpus_read ("xml/wrapped.xml", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->items->len, ==, 1);
  g_assert_cmpstr (((AccordPageItem *) page->items->pdata[0])->number, ==, "105.");
  g_assert_false (page->complete);
}

/* Without modern.gov's classes a page is read by its words. */
static void
test_plain (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = corpus_read ("html/plain.html", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_MEETING);
  g_assert_cmpstr (page->body, ==, "Health Board");
  g_assert_cmpstr (page->date, ==, "2021-02-09");
  g_assert_cmpuint (page->items->len, ==, 2);
  g_assert_cmpstr (((AccordPageItem *) page->items->pdata[1])->title, ==, "Fund");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/html/meeting", test_meeting);
  g_test_add_func ("/committee/html/items", test_items);
  g_test_add_func ("/committee/html/parts", test_parts);
  g_test_add_func ("/committee/html/three-forms", test_three_forms);
  g_test_add_func ("/committee/html/item-page", test_item_page);
  g_test_add_func ("/committee/html/decision", test_decision);
  g_test_add_func ("/committee/html/decisions", test_decisions);
  g_test_add_func ("/committee/html/decisions-told", test_decisions_told);
  g_test_add_func ("/committee/html/issue", test_issue);
  g_test_add_func ("/committee/html/plan", test_plan);
  g_test_add_func ("/committee/html/wrapped", test_wrapped);
  g_test_add_func ("/committee/html/plain", test_plain);
  return g_test_run ();
}
