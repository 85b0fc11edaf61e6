/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee-error.h"
#include "corpus.h"
#include "shared.h"

#include <string.h>

#define SITE "https://democracy.example.org/ieListDocuments.aspx?CId=3&MId=88"

static void
assert_paper (const AccordPageDocument *paper, const char *title, const char *size, const char *address)
{
  g_assert_cmpstr (paper->title, ==, title);
  g_assert_cmpstr (paper->size_words, ==, size);
  g_assert_cmpstr (paper->address, ==, address);
}

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
  assert_paper (page->documents->pdata[0], "Agenda frontsheet", "PDF 205 KB",
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
  assert_paper (item->documents->pdata[0], "Pooled fund", "PDF 301 KB",
                "https://democracy.example.org/documents/s77/Pooled%20fund%20report.pdf");
  g_assert_cmpstr (((AccordPageDocument *) item->documents->pdata[0])->code, ==, "77");
  assert_paper (item->documents->pdata[1], "Appendix", "PDF 1 MB",
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
  assert_paper (decision->documents->pdata[0], "Grant report", "PDF 119 KB",
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
  assert_paper (item->documents->pdata[1], "App", "PDF 1 MB",
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
  assert_paper (page->documents->pdata[0], "Agenda frontsheet", "PDF 83 KB",
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

static void
test_refused (void)
{
  static const struct
  {
    const char *file;
    AccordCommitteeError code;
    const char *words;
  } refused[] = {
    { "html/search.html", ACCORD_COMMITTEE_ERROR_NOT_A_PAGE, "search page" },
    { "html/redirect.html", ACCORD_COMMITTEE_ERROR_NOT_A_PAGE, "leads elsewhere" },
    { "html/error.html", ACCORD_COMMITTEE_ERROR_NOT_A_PAGE, "error page" },
    { "html/cmis.html", ACCORD_COMMITTEE_ERROR_NOT_A_PAGE, "CMIS" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (corpus_read (refused[i].file, NULL, &error));
      g_assert_error (error, ACCORD_COMMITTEE_ERROR, (int) refused[i].code);
      g_assert_nonnull (strstr (error->message, refused[i].words));
    }
}

static void
test_refused_words (void)
{
  static const struct
  {
    const char *markup;
    AccordCommitteeError code;
  } refused[] = {
    { "<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1></body></html>",
      ACCORD_COMMITTEE_ERROR_REFUSED },
    { "<html><head><title>Just a moment...</title></head><body><p>Checking</p></body></html>",
      ACCORD_COMMITTEE_ERROR_REFUSED },
    { "<html><head><title>x</title><meta http-equiv=\"Refresh\" content=\"0; "
      "URL=/y\"></head><body><p>a</p></body>",
      ACCORD_COMMITTEE_ERROR_NOT_A_PAGE },
    { "<html><body></body></html>", ACCORD_COMMITTEE_ERROR_NOT_A_PAGE },
    { "<html><head><title>Server Error in '/' Application.</title></head><body><h1>Server "
      "Error</h1></body></html>",
      ACCORD_COMMITTEE_ERROR_NOT_A_PAGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (corpus_read_text (refused[i].markup, -1, &error));
      g_assert_error (error, ACCORD_COMMITTEE_ERROR, (int) refused[i].code);
    }
}

/* Cut at any byte: never more items than there are, never a number or title that is not the page's, and
 * nothing that is cut counts as whole. */
static void
test_cut (void)
{
  g_autoptr (GBytes) whole = corpus_load ("html/meeting.html");
  g_autoptr (AccordCommitteePage) full = corpus_read ("html/meeting.html", NULL, NULL);
  gsize size;
  const char *data = g_bytes_get_data (whole, &size);
  gsize end = strstr (data, "</html>") - data;

  for (gsize length = 0; length < end; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordCommitteePage) page = corpus_read_text (data, length, &error);

      if (page == NULL || page->form != ACCORD_FORM_HTML)
        continue;
      g_assert_cmpuint (page->items->len, <=, 3);
      g_assert_false (page->complete);
      for (guint i = 0; i < page->items->len; i++)
        {
          const AccordPageItem *item = page->items->pdata[i];
          const AccordPageItem *known = full->items->pdata[i];

          if (item->complete)
            {
              g_assert_cmpstr (item->number, ==, known->number);
              g_assert_cmpstr (item->title, ==, known->title);
            }
        }
    }
}

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new ("<html><body>");
  g_autoptr (GString) wide = g_string_new ("<html><body>");
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<div>");
  g_assert_null (corpus_read_text (deep->str, deep->len, &error));
  g_assert_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_TOO_LARGE);
  g_clear_error (&error);
  for (guint i = 0; i < 300000; i++)
    g_string_append (wide, "<p>a");
  g_assert_null (corpus_read_text (wide->str, wide->len, &error));
  g_assert_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_string_assign (wide, "<html><body><p ");
  for (guint i = 0; i < 400000; i++)
    g_string_append_printf (wide, "a%x ", i);
  g_assert_null (corpus_read_text (wide->str, wide->len, &error));
  g_assert_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_string_assign (wide, "<html><body><p ");
  for (guint i = 0; i < 400000; i++)
    g_string_append_printf (wide, "a%x <b ", i);
  g_assert_null (corpus_read_text (wide->str, wide->len, &error));
  g_assert_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_string_assign (wide, "<html><head><script>if (a <b) {");
  for (guint i = 0; i < 400; i++)
    g_string_append (wide, " c = d;");
  g_string_append (wide, "}</script><!-- <p");
  for (guint i = 0; i < 400; i++)
    g_string_append (wide, " c = d;");
  g_string_append (wide, "--></head><body title=\"");
  for (guint i = 0; i < 400; i++)
    g_string_append (wide, " word");
  g_string_append (wide, "\"><p>words</p></body></html>");
  page = corpus_read_text (wide->str, wide->len, &error);
  g_assert_no_error (error);
  g_clear_pointer (&page, accord_committee_page_unref);
  page = corpus_read_text ("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body>"
                           "<p>&x; stays</p></body></html>",
                           -1, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (page->text, "root:"));
}

/* Bytes that break off or make no sense are refused or read, and nothing worse. */
static void
test_noise (void)
{
  static const char *const files[] = { "html/meeting.html", "html/decision.html", "html/decisions.html",
                                       "html/wrapped.json", "xml/wrapped.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) raw = corpus_load (files[i]);
      gsize size;
      const char *data = g_bytes_get_data (raw, &size);

      for (guint round = 0; round < 400; round++)
        {
          g_autofree char *changed = g_memdup2 (data, size);
          g_autoptr (AccordCommitteePage) page = NULL;

          for (guint n = g_test_rand_int_range (1, 12); n > 0; n--)
            changed[g_test_rand_int_range (0, size)] = g_test_rand_int_range (-128, 128);
          page = corpus_read_text (changed, size, NULL);
          for (guint j = 0; page != NULL && j < page->items->len; j++)
            {
              const AccordPageItem *item = page->items->pdata[j];

              g_assert_cmpuint (item->place.end, <=, strlen (page->text));
              g_assert_cmpuint (item->minutes.end, <=, strlen (page->text));
            }
        }
    }
}

static void
test_real_decision (void)
{
  g_autoptr (GBytes) raw = shared_load ("data/pages-html/modgov_decision_detail.html");
  g_autoptr (AccordCommitteePage) page = NULL;
  g_autoptr (GError) error = NULL;
  const AccordPageDecision *decision;

  if (raw == NULL)
    return;
  page = accord_committee_read (raw, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_DECISION);
  g_assert_cmpuint (page->decisions->len, ==, 1);
  decision = page->decisions->pdata[0];
  g_assert_cmpstr (decision->title, ==, "Minutes of Previous Meeting");
  g_assert_cmpstr (decision->status, ==, "Recommendations Approved");
  g_assert_cmpint (decision->key, ==, ACCORD_STATED_NO);
  g_assert_cmpint (decision->call_in, ==, ACCORD_STATED_NO);
  g_assert_null (decision->maker);
  g_assert_cmpstr (decision->published, ==, "2015-10-22");
  g_assert_cmpstr (decision->date, ==, "2015-10-19");
  g_assert_cmpstr (decision->made_on, ==, "2015-10-19");
  g_assert_cmpstr (decision->made_at, ==, "Policy Committee");
  g_assert_null (decision->effective);
  g_assert_cmpuint (decision->documents->len, ==, 1);
  assert_paper (decision->documents->pdata[0], "polc2 - 23.09.2015", "PDF 119 KB", NULL);
  g_assert_true (page->complete);
}

static void
test_real_decisions (void)
{
  g_autoptr (GBytes) raw = shared_load ("data/pages-html/modgov_decisions_list.html");
  g_autoptr (AccordCommitteePage) page = NULL;
  const AccordPageDecision *decision;

  if (raw == NULL)
    return;
  page = accord_committee_read (raw, NULL, NULL, NULL);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_DECISIONS);
  g_assert_cmpuint (page->decisions->len, ==, 2);
  decision = page->decisions->pdata[1];
  g_assert_cmpstr (decision->title, ==, "Admission of the Public");
  g_assert_cmpstr (decision->code, ==, "13149");
  g_assert_cmpstr (decision->reference, ==, "13149");
  g_assert_cmpstr (decision->published, ==, "2025-11-03");
  g_assert_cmpuint (page->unread->len, ==, 1);
}

static void
test_real_wrapped (void)
{
  g_autoptr (GBytes) raw = shared_load ("data/pages-html/openlylocal-22387-chorley.txt");
  g_autoptr (AccordCommitteePage) page = NULL;
  const AccordPageItem *item;

  if (raw == NULL)
    return;
  page = accord_committee_read (raw, NULL, NULL, NULL);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_MEETING);
  g_assert_null (page->body);
  g_assert_null (page->date);
  g_assert_cmpstr (page->venue, ==, "Committee Room 1, Town Hall, Chorley");
  g_assert_cmpuint (page->documents->len, ==, 4);
  assert_paper (page->documents->pdata[0], "Agenda Frontsheet", "PDF 483 KB",
                "http://democracy.chorley.gov.uk/mgConvert2PDF.aspx?ID=2117&T=0");
  g_assert_cmpuint (page->items->len, ==, 1);
  item = page->items->pdata[0];
  g_assert_cmpstr (item->number, ==, "105.");
  g_assert_cmpstr (item->title, ==, "Apologies for absence");
  g_assert_cmpstr (item->code, ==, "17438");
  g_assert_false (item->complete);
  g_assert_false (page->complete);
}

static void
test_real_refused (void)
{
  static const char *const files[] = { "data/pages-html/cmis_search_no_results.html",
                                       "data/pages-html/moderngov_search_kent_substance_misuse.html" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) raw = shared_load (files[i]);
      g_autoptr (GError) error = NULL;

      if (raw == NULL)
        return;
      g_assert_null (accord_committee_read (raw, NULL, NULL, &error));
      g_assert_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE);
    }
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
  g_test_add_func ("/committee/html/refused", test_refused);
  g_test_add_func ("/committee/html/refused-words", test_refused_words);
  g_test_add_func ("/committee/html/cut", test_cut);
  g_test_add_func ("/committee/html/hostile", test_hostile);
  g_test_add_func ("/committee/html/noise", test_noise);
  g_test_add_func ("/committee/html/real-decision", test_real_decision);
  g_test_add_func ("/committee/html/real-decisions", test_real_decisions);
  g_test_add_func ("/committee/html/real-wrapped", test_real_wrapped);
  g_test_add_func ("/committee/html/real-refused", test_real_refused);
  return g_test_run ();
}
