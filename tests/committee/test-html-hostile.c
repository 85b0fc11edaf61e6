/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee-error.h"
#include "corpus.h"
#include "page-parts.h"
#include "shared.h"

#include <string.h>

/* Pages that are not what they should be, and those of real sites. */

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
  page_assert_paper (decision->documents->pdata[0], "polc2 - 23.09.2015", "PDF 119 KB", NULL);
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
  page_assert_paper (page->documents->pdata[0], "Agenda Frontsheet", "PDF 483 KB",
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
  g_test_add_func ("/committee/html-hostile/refused", test_refused);
  g_test_add_func ("/committee/html-hostile/refused-words", test_refused_words);
  g_test_add_func ("/committee/html-hostile/cut", test_cut);
  g_test_add_func ("/committee/html-hostile/hostile", test_hostile);
  g_test_add_func ("/committee/html-hostile/noise", test_noise);
  g_test_add_func ("/committee/html-hostile/real-decision", test_real_decision);
  g_test_add_func ("/committee/html-hostile/real-decisions", test_real_decisions);
  g_test_add_func ("/committee/html-hostile/real-wrapped", test_real_wrapped);
  g_test_add_func ("/committee/html-hostile/real-refused", test_real_refused);
  return g_test_run ();
}
