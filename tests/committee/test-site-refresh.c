/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../model/fixture.h"

#include "committee-error.h"
#include "council.h"
#include "date.h"
#include "net-error.h"
#include "site-list.h"
#include "site-refresh.h"
#include "today.h"

#include <string.h>

/* A workspace that follows two committees of a council, and the council. */
typedef struct
{
  Fixture base;
  Council council;
  AccordFetcher *fetcher;
  gint64 organisation;
} Site;

static const AccordRefreshOptions all = { NULL, NULL, TRUE };

/* A meeting so many days from today. */
static void
add_meeting (Site *site, const char *code, const char *committee, int days, const char *status,
             const char *minutes)
{
  g_autofree char *today = accord_today_dup ();
  g_autofree char *day = accord_date_step (today, days);

  council_add (&site->council, code, committee, day, status, minutes);
}

static void
add_body (Site *site, const char *name, const char *code)
{
  g_autoptr (AccordRecord) body = fixture_new (&site->base, "body");

  accord_record_set_text (body, "name", name);
  accord_record_set_int (body, "organisation", site->organisation);
  accord_record_set_text (body, "committee-code", code);
  fixture_save (&site->base, body);
}

static void
set_site (Site *site, const char *address)
{
  g_autoptr (AccordRecord) record = fixture_get (&site->base, "organisation", site->organisation);

  accord_record_set_text (record, "committee-site", address);
  fixture_save (&site->base, record);
}

static void
set_up (Site *site, gconstpointer data)
{
  AccordFetchManners manners;
  g_autofree char *address = NULL;

  fixture_set_up (&site->base, data);
  accord_fetch_manners_init (&manners);
  manners.pause = 0;
  manners.first_wait = 1;
  site->fetcher = accord_fetcher_new_with_manners (&manners);
  add_meeting (site, "41", "31", -50, "Confirmed",
               "&lt;p&gt;RESOLVED: That the Pooled Fund be &amp;pound;2m.&lt;/p&gt;");
  add_meeting (site, "42", "31", -20, "Confirmed", "&lt;p&gt;RESOLVED: That the report be noted.&lt;/p&gt;");
  add_meeting (site, "43", "31", 40, "Cancelled", "");
  add_meeting (site, "51", "32", -3, "Confirmed",
               "&lt;p&gt;RESOLVED: That the Clerk write to the Board.&lt;/p&gt;");
  add_meeting (site, "99", "32", -2000, "Confirmed", "");
  council_start (&site->council);
  site->organisation = fixture_add_named (&site->base, "organisation", "Middle Council");
  address = council_address (&site->council, "/mgListCommittees.aspx");
  set_site (site, address);
  add_body (site, "Audit Committee", "31");
  add_body (site, "Health & Care Board", "32");
}

static void
tear_down (Site *site, gconstpointer data)
{
  council_stop (&site->council);
  /* What was done on a thread lets go of it on the main loop. */
  g_object_add_weak_pointer (G_OBJECT (site->fetcher), (gpointer *) &site->fetcher);
  g_object_unref (site->fetcher);
  while (site->fetcher != NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture_tear_down (&site->base, data);
}

static AccordRefreshResult *
refresh (Site *site, const AccordRefreshOptions *options)
{
  g_autoptr (GError) error = NULL;
  AccordRefreshResult *result = accord_committee_refresh (
      site->base.workspace, site->fetcher, site->organisation, options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < result->failures->len; i++)
    {
      const AccordRefreshFailure *failure = result->failures->pdata[i];

      g_test_message ("%s: %s", failure->what, failure->reason);
      g_assert_true (g_str_has_suffix (failure->reason, "."));
    }
  g_test_message ("%u added, %u updated, %u unchanged, %u skipped", result->added, result->updated,
                  result->unchanged, result->skipped);
  return result;
}

static void
assert_counts (const AccordRefreshResult *result, guint added, guint updated, guint unchanged, guint skipped,
               guint failed)
{
  g_assert_cmpuint (result->failures->len, ==, failed);
  g_assert_cmpuint (result->added, ==, added);
  g_assert_cmpuint (result->updated, ==, updated);
  g_assert_cmpuint (result->unchanged, ==, unchanged);
  g_assert_cmpuint (result->skipped, ==, skipped);
}

static gpointer
count_records (AccordReader *reader, gpointer data, GError **error)
{
  g_autoptr (AccordQuery) query =
      accord_query_new (accord_schema_find_kind (accord_reader_get_schema (reader), data));

  return GINT_TO_POINTER (1 + (int) accord_reader_count (reader, query, error));
}

static int
count (Site *site, const char *kind)
{
  return GPOINTER_TO_INT (
             accord_workspace_read (site->base.workspace, count_records, (gpointer) kind, NULL, NULL))
         - 1;
}

static char *
dup_read (Site *site)
{
  g_autoptr (AccordRecord) record = fixture_get (&site->base, "organisation", site->organisation);

  return g_strdup (accord_record_get_text (record, "committees-read"));
}

static void
test_complete (Site *site, gconstpointer data)
{
  g_autoptr (AccordRefreshResult) result = refresh (site, NULL);
  g_autofree char *read = dup_read (site);

  assert_counts (result, 4, 0, 0, 0, 0);
  g_assert_true (result->complete);
  g_assert_no_error (result->stopped);
  g_assert_cmpuint (result->committees, ==, 2);
  g_assert_cmpuint (result->listed, ==, 4);
  g_assert_cmpstr (result->organisation, ==, "Middle Council");
  g_assert_nonnull (read);
  g_assert_cmpint (count (site, "meeting"), ==, 4);
  g_assert_cmpint (count (site, "source"), ==, 4);
  g_assert_cmpint (count (site, "body"), ==, 2);
  g_assert_cmpint (count (site, "item"), ==, 4);
  g_assert_false (council_was_asked (&site->council, "GetCommittees"));
  g_assert_cmpuint (server_most_at_once (site->council.server), ==, 1);
}

static void
test_again (Site *site, gconstpointer data)
{
  g_autoptr (AccordRefreshResult) first = refresh (site, NULL);
  g_autoptr (AccordRefreshResult) second = NULL;
  g_autoptr (AccordRefreshResult) third = NULL;

  g_usleep (1100 * 1000);
  council_forget (&site->council);
  site->council.meetings[0].minutes = "&lt;p&gt;RESOLVED: That the Pooled Fund be &amp;pound;3m.&lt;/p&gt;";
  second = refresh (site, NULL);
  assert_counts (second, 0, 1, 3, 0, 0);
  g_assert_cmpint (count (site, "meeting"), ==, 4);
  g_assert_cmpint (count (site, "source"), ==, 4);
  g_assert_cmpint (count (site, "item"), ==, 4);
  add_meeting (site, "44", "31", 60, "Provisional", "");
  third = refresh (site, NULL);
  g_assert_cmpuint (third->added, ==, 1);
  g_assert_cmpint (count (site, "meeting"), ==, 5);
}

static void
test_all (Site *site, gconstpointer data)
{
  g_autoptr (AccordRefreshResult) result = refresh (site, &all);

  assert_counts (result, 4, 0, 0, 0, 0);
  g_assert_true (council_was_asked (&site->council, "GetCommittees"));
  g_assert_false (council_was_asked (&site->council, "lCommitteeId=33"));
  g_assert_cmpint (count (site, "body"), ==, 2);
}

/* A committee that somebody chose from the site's list, and whose body was known by its name only. */
static void
test_chosen (Site *site, gconstpointer data)
{
  AccordSiteCommittee board = { .code = (char *) "32", .name = (char *) "Health & Care Board" };
  g_autoptr (GPtrArray) committees = g_ptr_array_new ();
  AccordRefreshOptions options = { .committees = committees };
  g_autoptr (AccordRecord) body = fixture_get (&site->base, "body", 2);
  g_autoptr (AccordRefreshResult) result = NULL;
  g_autoptr (AccordRecord) numbered = NULL;

  accord_record_set_text (body, "committee-code", NULL);
  fixture_save (&site->base, body);
  g_ptr_array_add (committees, &board);
  result = refresh (site, &options);
  assert_counts (result, 1, 0, 0, 0, 0);
  g_assert_false (council_was_asked (&site->council, "lCommitteeId=31"));
  g_assert_cmpint (count (site, "body"), ==, 2);
  numbered = fixture_get (&site->base, "body", 2);
  g_assert_cmpstr (accord_record_get_text (numbered, "committee-code"), ==, "32");
}

/* What is missing before a site can be asked is said. */
static void
test_nothing_known (Site *site, gconstpointer data)
{
  gint64 other = fixture_add_named (&site->base, "organisation", "Upper Council");
  g_autofree char *address = council_address (&site->council, "");
  g_autoptr (GError) error = NULL;

  site->organisation = other;
  g_assert_null (
      accord_committee_refresh (site->base.workspace, site->fetcher, other, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_ADDRESS);
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  set_site (site, address);
  g_assert_null (
      accord_committee_refresh (site->base.workspace, site->fetcher, other, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_BODY);
  g_test_message ("%s", error->message);
}

/* Another council, of which no board is known: they come with their first meetings, and are its own. */
static void
test_all_new (Site *site, gconstpointer data)
{
  g_autofree char *address = council_address (&site->council, "");
  g_autoptr (AccordRefreshResult) result = NULL;
  g_autoptr (AccordRecord) body = NULL;

  set_site (site, "https://elsewhere.example");
  site->organisation = fixture_add_named (&site->base, "organisation", "Upper Council");
  set_site (site, address);
  result = refresh (site, &all);
  assert_counts (result, 4, 0, 0, 0, 0);
  g_assert_cmpint (count (site, "body"), ==, 4);
  body = fixture_get (&site->base, "body", 3);
  g_assert_cmpstr (accord_record_get_text (body, "name"), ==, "Audit Committee");
  g_assert_cmpint (accord_record_get_int (body, "organisation"), ==, site->organisation);
  g_assert_cmpstr (accord_record_get_text (body, "committee-code"), ==, "31");
}

/* One meeting that cannot be had does not keep the others out. */
static void
test_one_broken (Site *site, gconstpointer data)
{
  static const Mood moods[] = { HAS_NONE, ERROR_PAGE, SCRIPT, CUTS, EMPTY, OTHER_XML, OTHER_MEETING };

  site->council.broken = "42";
  for (guint i = 0; i < G_N_ELEMENTS (moods); i++)
    {
      g_autoptr (AccordRefreshResult) result = NULL;
      const AccordRefreshFailure *failure;

      site->council.broken_mood = moods[i];
      result = refresh (site, NULL);
      g_assert_cmpuint (result->failures->len, ==, 1);
      failure = result->failures->pdata[0];
      g_assert_nonnull (strstr (failure->what, "Audit Committee"));
      g_assert_nonnull (strstr (failure->address, "lMeetingId=42"));
      g_assert_true (result->complete);
      g_assert_cmpint (count (site, "meeting"), ==, 3);
    }
}

/* Three times no in a row is no. */
static void
test_refuses (Site *site, gconstpointer data)
{
  g_autoptr (AccordRefreshResult) result = NULL;
  g_autofree char *read = NULL;

  site->council.mood = FORBIDS;
  site->council.well_for = 3;
  add_meeting (site, "45", "31", -7, "Confirmed", "");
  add_meeting (site, "46", "31", -6, "Confirmed", "");
  result = refresh (site, NULL);
  read = dup_read (site);
  assert_counts (result, 1, 0, 0, 0, 3);
  g_assert_false (result->complete);
  g_assert_error (result->stopped, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_REFUSED);
  g_test_message ("%s", result->stopped->message);
  g_assert_null (read);
  g_assert_cmpuint (server_count (site->council.server), ==, 6);
}

static void
test_off (Site *site, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  site->council.mood = HAS_NONE;
  g_assert_null (accord_committee_refresh (site->base.workspace, site->fetcher, site->organisation, NULL,
                                           NULL, NULL, NULL, &error));
  g_assert_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "by their addresses"));
  g_assert_cmpuint (server_count (site->council.server), ==, 1);
}

/* A person stops it; begun again it goes on from there. */
static void
test_cancel (Site *site, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRefreshResult) result = NULL;
  g_autoptr (AccordRefreshResult) rest = NULL;
  g_autofree char *read = NULL;

  site->council.hang_at = 5;
  site->council.cancel_at_hang = cancellable;
  result = accord_committee_refresh (site->base.workspace, site->fetcher, site->organisation, NULL, NULL,
                                     NULL, cancellable, &error);
  g_assert_no_error (error);
  g_assert_error (result->stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_counts (result, 2, 0, 0, 0, 0);
  read = dup_read (site);
  g_assert_null (read);
  site->council.hang_at = 0;
  council_forget (&site->council);
  rest = refresh (site, NULL);
  assert_counts (rest, 2, 0, 0, 2, 0);
  g_assert_true (rest->complete);
  g_assert_cmpuint (council_forget (&site->council), ==, 2);
  g_assert_cmpint (count (site, "meeting"), ==, 4);
}

static void
test_cancel_at_once (Site *site, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (accord_committee_refresh (site->base.workspace, site->fetcher, site->organisation, NULL,
                                           NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (server_count (site->council.server), ==, 0);
}

/* The site has moved: it is asked at its new place, and what is kept says so. */
static void
test_moved (Site *site, gconstpointer data)
{
  g_autofree char *address = council_address (&site->council, "/old");
  g_autoptr (AccordRefreshResult) result = NULL;
  g_autoptr (AccordRefreshResult) again = NULL;

  set_site (site, address);
  result = refresh (site, NULL);
  assert_counts (result, 4, 0, 0, 0, 0);
  g_assert_false (council_was_asked (&site->council, "/old/mgWebService.asmx/GetMeeting?"));
  g_usleep (1100 * 1000);
  again = refresh (site, NULL);
  assert_counts (again, 0, 0, 4, 0, 0);
}

static void
on_changed (AccordWorkspace *workspace, AccordChange *change, gpointer data)
{
  guint *n = data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  ++*n;
}

static void
on_refreshed (GObject *object, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  gint64 *last = data;

  g_assert_cmpint (done, >, 0);
  g_assert_true (total == 0 || done <= total);
  *last = total;
}

/* The main loop goes on, and hears of every change as it always does. */
static void
test_async (Site *site, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AccordRefreshResult) refreshed = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;
  gint64 total = 0;

  g_signal_connect (site->base.workspace, "changed", G_CALLBACK (on_changed), &n_changes);
  accord_committee_refresh_async (site->base.workspace, site->fetcher, site->organisation, NULL, on_progress,
                                  &total, NULL, on_refreshed, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  refreshed = accord_committee_refresh_finish (site->base.workspace, result, &error);
  g_assert_no_error (error);
  assert_counts (refreshed, 4, 0, 0, 0, 0);
  g_assert_cmpuint (n_changes, ==, 5);
  g_assert_cmpint (total, ==, 4);
  g_signal_handlers_disconnect_by_data (site->base.workspace, &n_changes);
}

/* A day that is taken for another is false: 03/04 is the third of April. */
static void
test_days (Site *site, gconstpointer data)
{
  static const AccordRefreshOptions april = { "2019-04-01", "2019-04-30", FALSE };
  g_autoptr (AccordRefreshResult) result = NULL;

  council_add (&site->council, "47", "31", "2019-04-03", "Confirmed", "");
  council_add (&site->council, "48", "31", "2019-03-04", "Confirmed", "");
  result = refresh (site, &april);
  assert_counts (result, 1, 0, 0, 0, 0);
  g_assert_true (council_was_asked (&site->council, "sFromDate=01/04/2019&sToDate=30/04/2019"));
}

/* What was long ago is not asked for again, unless the list says that it has changed. */
static void
test_settled (Site *site, gconstpointer data)
{
  static const AccordRefreshOptions then = { "2019-03-01", "2019-03-31", FALSE };
  g_autoptr (AccordRefreshResult) first = NULL;
  g_autoptr (AccordRefreshResult) second = NULL;
  g_autoptr (AccordRefreshResult) third = NULL;

  council_add (&site->council, "98", "32", "2019-03-03", "Confirmed", "");
  first = refresh (site, &then);
  assert_counts (first, 1, 0, 0, 0, 0);
  second = refresh (site, &then);
  assert_counts (second, 0, 0, 0, 1, 0);
  site->council.meetings[5].status = "Cancelled";
  third = refresh (site, &then);
  assert_counts (third, 0, 1, 0, 0, 0);
}

#define SITE_TEST(path, func) g_test_add (path, Site, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SITE_TEST ("/committee/refresh/complete", test_complete);
  SITE_TEST ("/committee/refresh/again", test_again);
  SITE_TEST ("/committee/refresh/all", test_all);
  SITE_TEST ("/committee/refresh/all-new", test_all_new);
  SITE_TEST ("/committee/refresh/chosen", test_chosen);
  SITE_TEST ("/committee/refresh/nothing-known", test_nothing_known);
  SITE_TEST ("/committee/refresh/one-broken", test_one_broken);
  SITE_TEST ("/committee/refresh/refuses", test_refuses);
  SITE_TEST ("/committee/refresh/off", test_off);
  SITE_TEST ("/committee/refresh/cancel", test_cancel);
  SITE_TEST ("/committee/refresh/cancel-at-once", test_cancel_at_once);
  SITE_TEST ("/committee/refresh/moved", test_moved);
  SITE_TEST ("/committee/refresh/async", test_async);
  SITE_TEST ("/committee/refresh/days", test_days);
  SITE_TEST ("/committee/refresh/settled", test_settled);
  return g_test_run ();
}
