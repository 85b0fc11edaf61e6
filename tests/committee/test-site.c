/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee-error.h"
#include "council.h"
#include "net-error.h"
#include "site-address.h"
#include "site-fetch.h"
#include "site-known.h"

#include <string.h>

static void
assert_root (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *root = accord_site_address_dup_root (text, &error);

  g_assert_cmpstr (root, ==, expected);
  if (expected == NULL)
    g_assert_error (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_ADDRESS);
}

static void
test_root (void)
{
  assert_root ("https://democracy.example.gov.uk", "https://democracy.example.gov.uk");
  assert_root ("https://democracy.example.gov.uk/", "https://democracy.example.gov.uk");
  assert_root (" democracy.example.gov.uk ", "https://democracy.example.gov.uk");
  assert_root ("http://democracy.example.gov.uk/mgWebService.asmx", "http://democracy.example.gov.uk");
  assert_root ("https://democracy.example.gov.uk/MGWEBSERVICE.ASMX/GetMeeting?lMeetingId=3",
               "https://democracy.example.gov.uk");
  assert_root ("https://democracy.example.gov.uk/mgWebService.asmx?op=GetMeeting",
               "https://democracy.example.gov.uk");
  assert_root ("https://www.example.gov.uk/moderngov/ieListDocuments.aspx?CId=1&MId=2#x",
               "https://www.example.gov.uk/moderngov");
  assert_root ("https://www.example.gov.uk/council/moderngov/",
               "https://www.example.gov.uk/council/moderngov");
  assert_root ("https://www.example.gov.uk/mod.gov/mgWebService.asmx", "https://www.example.gov.uk/mod.gov");
  assert_root ("http://clerk:word@127.0.0.1:8080/mgListCommittees.aspx", "http://127.0.0.1:8080");
  assert_root ("ftp://example.gov.uk", NULL);
  assert_root ("mailto:clerk@example.gov.uk", NULL);
  assert_root ("clerk@example.gov.uk", NULL);
  assert_root ("http://[::1]:8080/x/", "http://[::1]:8080/x");
  assert_root ("the council", NULL);
  assert_root ("", NULL);
}

static void
test_addresses (void)
{
  g_autofree char *meetings =
      accord_site_address_meetings ("https://a.example/x", "31", "2026-02-01", "2026-12-09");
  g_autofree char *meeting = accord_site_address_meeting ("https://a.example", "4967&x");

  g_assert_cmpstr (meetings, ==,
                   "https://a.example/x/mgWebService.asmx/GetMeetings?lCommitteeId=31"
                   "&sFromDate=01/02/2026&sToDate=09/12/2026");
  g_assert_cmpstr (meeting, ==, "https://a.example/mgWebService.asmx/GetMeeting?lMeetingId=4967%26x");
}

#define NOW "2026-06-01T12:00:00Z"

static gboolean
is_enough (const char *fetched_at, const char *date, const char *status, const char *read)
{
  AccordSiteKept kept = { 1, (char *) fetched_at, NULL, (char *) date, "10:00", (char *) status };
  AccordSiteMeeting listed = { .code = "1", .date = "2026-02-10", .time = "10:00", .status = "confirmed" };

  return accord_site_kept_is_enough (&kept, &listed, read, NOW);
}

static void
test_enough (void)
{
  AccordSiteMeeting listed = { .code = "1" };

  g_assert_false (accord_site_kept_is_enough (NULL, &listed, NULL, NOW));
  /* Never fetched, as a page that was pasted. */
  g_assert_false (is_enough (NULL, "2026-02-10", "confirmed", NULL));
  /* Its minutes may still come, or change. */
  g_assert_false (is_enough ("2026-02-11T00:00:00Z", "2026-02-10", "confirmed", "2026-05-01T00:00:00Z"));
  g_assert_false (is_enough ("2026-05-10T00:00:00Z", "2026-02-10", "confirmed", "2026-05-20T00:00:00Z"));
  /* Ninety days later nothing does, unless the list says so. */
  g_assert_true (is_enough ("2026-05-11T00:00:00Z", "2026-02-10", "confirmed", "2026-05-20T00:00:00Z"));
  g_assert_false (is_enough ("2026-05-11T00:00:00Z", "2026-02-10", "provisional", "2026-05-20T00:00:00Z"));
  g_assert_false (is_enough ("2026-05-11T00:00:00Z", "2026-02-03", "confirmed", "2026-05-20T00:00:00Z"));
  /* Fetched by a refresh that did not come to its end: within a day it goes on from there. */
  g_assert_true (is_enough ("2026-06-01T11:00:00Z", "2026-05-30", "confirmed", "2026-05-01T00:00:00Z"));
  g_assert_true (is_enough ("2026-06-01T11:00:00Z", "2026-05-30", "confirmed", NULL));
  g_assert_false (is_enough ("2026-05-31T11:00:00Z", "2026-05-30", "confirmed", NULL));
  g_assert_false (is_enough ("2026-06-01T11:00:00Z", "2026-05-30", "confirmed", "2026-06-01T11:30:00Z"));
}

static AccordFetcher *
quick_fetcher (void)
{
  AccordFetchManners manners;

  accord_fetch_manners_init (&manners);
  manners.pause = 0;
  return accord_fetcher_new_with_manners (&manners);
}

/* What goes wrong is told apart. */
static void
test_refusals (void)
{
  static const struct
  {
    Mood mood;
    const char *words;
  } cases[] = {
    { FORBIDS, "does not let its web service be used" },
    { HAS_NONE, "has no web service" },
    { ERROR_PAGE, "a web page, “Something went wrong”, instead of its data" },
    { SCRIPT, "a script that leads elsewhere" },
    { BUSY, "left alone for 60 minutes" },
    { CUTS, "cut short" },
    { EMPTY, "nothing at all" },
    { OTHER_XML, "list of councillors" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Council council = { .mood = cases[i].mood };
      g_autoptr (AccordFetcher) fetcher = quick_fetcher ();
      g_autofree char *address = NULL;
      g_autoptr (GError) error = NULL;

      council_start (&council);
      address = council_address (&council, "/mgWebService.asmx");
      g_assert_null (accord_committee_list_committees (fetcher, address, NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_true (g_str_has_suffix (error->message, "."));
      council_stop (&council);
    }
}

static void
on_done (GObject *object, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static void
test_committees (void)
{
  Council council = { .mood = WELL };
  g_autoptr (AccordFetcher) fetcher = quick_fetcher ();
  g_autofree char *address = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) committees = NULL;

  council_start (&council);
  address = council_address (&council, "/ieListDocuments.aspx?CId=31&MId=4");
  accord_committee_list_committees_async (fetcher, address, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  committees = accord_committee_list_committees_finish (fetcher, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (committees->len, ==, 3);
  g_assert_cmpstr (((AccordSiteCommittee *) committees->pdata[1])->name, ==, "Health & Care Board");
  council_stop (&council);
}

static void
test_page (void)
{
  Council council = { .mood = WELL };
  g_autoptr (AccordFetcher) fetcher = quick_fetcher ();
  g_autofree char *address = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSitePage) page = NULL;

  council_add (&council, "41", "31", "2026-02-10", "Confirmed", "");
  council_start (&council);
  address = council_address (&council, "/mgWebService.asmx/GetMeeting?lMeetingId=41");
  page = accord_committee_fetch_page (fetcher, address, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (page->options.address, ==, address);
  g_assert_cmpstr (page->options.content_type, ==, "text/xml; charset=utf-8");
  g_assert_nonnull (page->options.fetched_at);
  g_assert_false (page->elsewhere);
  council.mood = SCRIPT;
  g_assert_null (accord_committee_fetch_page (fetcher, address, NULL, &error));
  g_assert_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_REFUSED);
  council_stop (&council);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/site/root", test_root);
  g_test_add_func ("/committee/site/addresses", test_addresses);
  g_test_add_func ("/committee/site/enough", test_enough);
  g_test_add_func ("/committee/site/refusals", test_refusals);
  g_test_add_func ("/committee/site/committees", test_committees);
  g_test_add_func ("/committee/site/page", test_page);
  return g_test_run ();
}
