/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee-error.h"
#include "corpus.h"
#include "decode.h"
#include "form.h"

#include <string.h>

static void
test_form (void)
{
  static const struct
  {
    const char *text;
    const char *content_type;
    const char *address;
    AccordPageForm form;
  } pages[] = {
    { "<?xml version=\"1.0\"?><meeting/>", NULL, NULL, ACCORD_FORM_XML },
    { "\r\n<meeting>", "text/html", NULL, ACCORD_FORM_XML },
    { "<?xml version=\"1.0\"?>\n<!-- x > --><html xmlns=\"http://www.w3.org/1999/xhtml\">", NULL, NULL,
      ACCORD_FORM_HTML },
    { "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD\"><html>", NULL, NULL, ACCORD_FORM_HTML },
    { "<!DOCTYPE meeting [<!ENTITY a \"b\">]><meeting/>", NULL, NULL, ACCORD_FORM_XML },
    { "<div id=\"modgov\">", "text/xml", NULL, ACCORD_FORM_HTML },
    { "<script>location = 1</script>", "text/xml", NULL, ACCORD_FORM_HTML },
    { "<!-- only a comment", NULL, NULL, ACCORD_FORM_TEXT },
    { "{\"body\":\"<p class=\\\"mgLabel\\\">x", "application/json", NULL, ACCORD_FORM_HTML },
    { "{\"a\":1}", NULL, NULL, ACCORD_FORM_TEXT },
    { "Agenda <b>", NULL, NULL, ACCORD_FORM_TEXT },
    { "Venue: x</p><p>y</p>", "text/html; charset=utf-8", NULL, ACCORD_FORM_HTML },
    { "Venue: x</p><p>y</p>", NULL, "page.HTM", ACCORD_FORM_HTML },
    { "Venue: x</p><p>y</p>", NULL, "https://a.example.org/ieListDocuments.aspx?MId=1", ACCORD_FORM_HTML },
    { "Venue: x", "text/html", NULL, ACCORD_FORM_TEXT },
    { "a < b, said the Clerk", "text/plain", "minutes.txt", ACCORD_FORM_TEXT },
    { "< 5 people came", NULL, NULL, ACCORD_FORM_TEXT },
    { "", NULL, NULL, ACCORD_FORM_TEXT },
    { "<", NULL, NULL, ACCORD_FORM_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", pages[i].text);
      g_assert_cmpint (
          accord_form_find (pages[i].text, strlen (pages[i].text), pages[i].content_type, pages[i].address),
          ==, pages[i].form);
    }
}

static void
assert_decoded (const char *data, gsize size, const char *content_type, const char *expected, gboolean noted)
{
  g_autoptr (GBytes) raw = g_bytes_new (data, size);
  const char *note;
  gsize length;
  g_autofree char *text = accord_decode (raw, content_type, &length, &note);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
  g_assert_cmpint (note != NULL, ==, noted);
}

#define DECODED(data, content_type, expected, noted)                                                         \
  assert_decoded (data, sizeof (data) - 1, content_type, expected, noted)

static void
test_charsets (void)
{
  DECODED ("", NULL, "", FALSE);
  DECODED ("caf\xc3\xa9", NULL, "café", FALSE);
  DECODED ("\xef\xbb\xbf"
           "caf\xc3\xa9",
           "text/plain; charset=iso-8859-1", "café", FALSE);
  DECODED ("\xff\xfe"
           "c\0\xe9\0\x3d\xd8\x00\xde",
           NULL, "cé😀", FALSE);
  DECODED ("\xfe\xff\0c\0\xe9", NULL, "cé", FALSE);
  DECODED ("<\0?\0x\0m\0l\0 \0v\0e\0r\0", NULL, "<?xml ver", FALSE);
  DECODED ("\xff\xfe"
           "a\0\x3d\xd8"
           "b\0\x00\xde",
           NULL,
           "a\xef\xbf\xbd"
           "b\xef\xbf\xbd",
           FALSE);
  DECODED ("fund of \xa3"
           "19m \x96 noted\x85\x81",
           NULL, "fund of £19m – noted…\xef\xbf\xbd", TRUE);
  DECODED ("a\0b\0", NULL, "ab", FALSE);
  DECODED ("<meta charset=iso-8859-15>\xa4", NULL, "<meta charset=iso-8859-15>€", FALSE);
  DECODED ("\xa4", "text/html; charset=ISO-8859-15", "€", FALSE);
  DECODED ("<meta charset=utf-16>caf\xc3\xa9", NULL, "<meta charset=utf-16>café", FALSE);
  /* Cut within a character, and broken in one place. */
  DECODED ("caf\xc3\xa9 \xe2\x80", NULL, "café ", FALSE);
  DECODED ("\xe2\x80\x93\xe2\x80\x93\xe2\x80\x93\xe2\x80\x93\xe2\x80\x93 \xff", NULL, "––––– \xef\xbf\xbd",
           TRUE);
}

/* The same page in any charset says the same; what it declares itself to be counts for nothing against its
 * bytes. */
static void
test_declared (void)
{
  static const char *const charsets[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252" };
  static const char *const declared[] = { "utf-8", "utf-16", "iso-8859-1", "windows-1252", "shift_jis" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    for (guint j = 0; j < G_N_ELEMENTS (declared); j++)
      {
        g_autofree char *page_text = g_strdup_printf (
            "<?xml version=\"1.0\" encoding=\"%s\"?><meeting><meetingid>5</meetingid><agendaitems>"
            "<agendaitem><agendaitemtitle>Fund – £19m’s use</agendaitemtitle></agendaitem>"
            "</agendaitems></meeting>",
            declared[j]);
        gsize size;
        g_autofree char *data = g_convert (page_text, -1, charsets[i], "UTF-8", NULL, &size, NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (AccordCommitteePage) page = corpus_read_text (data, size, &error);

        g_assert_no_error (error);
        g_assert_cmpstr (((AccordPageItem *) page->items->pdata[0])->title, ==, "Fund – £19m’s use");
        g_assert_cmpuint (page->unread->len, ==, i == 3);
      }
}

static void
test_limit (void)
{
  g_autofree char *much = g_malloc (ACCORD_COMMITTEE_PAGE_LIMIT + 1);
  g_autoptr (GError) error = NULL;

  memset (much, 'a', ACCORD_COMMITTEE_PAGE_LIMIT + 1);
  g_assert_null (corpus_read_text (much, ACCORD_COMMITTEE_PAGE_LIMIT + 1, &error));
  g_assert_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "16"));
}

/* What a person says counts only where the page does not. */
static void
test_supplied (void)
{
  g_autoptr (GBytes) raw = corpus_load ("html/meeting.html");
  g_autoptr (GBytes) silent = corpus_load ("html/wrapped.json");
  const AccordReadOptions options = { .body = "Cabinet", .date = "2020-01-01" };
  g_autoptr (AccordCommitteePage) page = accord_committee_read (raw, &options, NULL, NULL);
  g_autoptr (AccordCommitteePage) supplied = accord_committee_read (silent, &options, NULL, NULL);

  g_assert_cmpstr (page->body, ==, "Health Board");
  g_assert_cmpstr (page->date, ==, "2021-02-09");
  g_assert_false (page->body_supplied);
  g_assert_cmpstr (supplied->body, ==, "Cabinet");
  g_assert_cmpstr (supplied->date, ==, "2020-01-01");
  g_assert_true (supplied->body_supplied && supplied->date_supplied);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) long_page = g_string_new ("<html><body>");
  g_autoptr (GBytes) raw = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (long_page, "<p>words</p>");
  raw = g_bytes_new (long_page->str, long_page->len);
  g_cancellable_cancel (cancellable);
  g_assert_null (accord_committee_read (raw, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/read/form", test_form);
  g_test_add_func ("/committee/read/charsets", test_charsets);
  g_test_add_func ("/committee/read/declared", test_declared);
  g_test_add_func ("/committee/read/limit", test_limit);
  g_test_add_func ("/committee/read/supplied", test_supplied);
  g_test_add_func ("/committee/read/cancelled", test_cancelled);
  return g_test_run ();
}
