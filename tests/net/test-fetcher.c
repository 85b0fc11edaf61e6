/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

/* A council's site that is well. */
static void
answer_well (Request *request, gpointer data)
{
  g_autofree char *known = request_header (request, "If-None-Match");

  if (g_str_has_prefix (request->path, "/to/"))
    {
      g_autofree char *headers = g_strdup_printf ("Location: %s\r\n", request->path + strlen ("/to"));

      request_answer (request, "302 Found", headers, "elsewhere");
    }
  else if (g_str_equal (request->path, "/marked") && g_strcmp0 (known, "\"7\"") == 0)
    request_send (request, "HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\nConnection: close\r\n\r\n", -1);
  else if (g_str_equal (request->path, "/marked"))
    request_answer (request, "200 OK",
                    "ETag: \"7\"\r\nLast-Modified: Tue, 27 Sep 2016 16:00:00 GMT\r\n"
                    "Content-Type: text/html; charset=windows-1252\r\n",
                    "Agenda");
  else if (g_str_equal (request->path, "/said"))
    request_answer (request, "200 OK", "", request->head);
  else
    request_answer (request, "200 OK", "Content-Type: text/xml\r\n", request->path);
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordFetched) fetched = NULL;
  g_autofree char *address = NULL;

  fixture_start (fixture, answer_well, NULL);
  fetched = fixture_fetch (fixture, "/marked#minutes");
  address = server_address (fixture->server, "/marked");
  fixture_assert_text (fetched, "Agenda");
  g_assert_cmpstr (fetched->content_type, ==, "text/html; charset=windows-1252");
  g_assert_cmpstr (fetched->charset, ==, "windows-1252");
  g_assert_cmpstr (fetched->address, ==, address);
  g_assert_cmpstr (fetched->etag, ==, "\"7\"");
  g_assert_cmpstr (fetched->last_modified, ==, "Tue, 27 Sep 2016 16:00:00 GMT");
  g_assert_false (fetched->elsewhere);
  g_assert_false (fetched->unchanged);
  g_assert_true (
      g_regex_match_simple ("^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", fetched->fetched_at, 0, 0));
}

/* A page of a hundred thousand letters, packed. */
static void
answer_packed (Request *request, gpointer plain)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6);
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (plain, -1, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, G_CONVERTER (compressor));
  g_autofree char *wanted = request_header (request, "Accept-Encoding");
  g_autofree char *packed = g_malloc (100000);
  gsize size = 0;

  g_assert_cmpstr (wanted, ==, "gzip");
  g_assert_true (g_input_stream_read_all (stream, packed, 100000, &size, NULL, NULL));
  request_send (request, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n", -1);
  request_send (request, packed, size);
}

static void
test_packed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plain = g_strnfill (100000, 'a');
  g_autoptr (AccordFetched) fetched = NULL;

  fixture_start (fixture, answer_packed, plain);
  fetched = fixture_fetch (fixture, "/");
  fixture_assert_text (fetched, plain);
}

/* It says who it is, and nothing of who asks. */
static void
test_says_who (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;
  g_autofree char *said = NULL;
  g_autofree char *known = NULL;

  fixture_start (fixture, answer_well, NULL);
  known = server_address (fixture->server, "/said");
  address = g_strdup_printf ("  http://clerk:secret@%s ", known + strlen ("http://"));
  fetched = accord_fetcher_fetch (fixture->fetcher, address, NULL, NULL, &error);
  g_assert_no_error (error);
  said = g_strndup (g_bytes_get_data (fetched->bytes, NULL), g_bytes_get_size (fetched->bytes));
  g_assert_nonnull (strstr (said, "User-Agent: Accord/"));
  g_assert_nonnull (strstr (said, "(+https://"));
  g_assert_null (strstr (said, "Authorization"));
  g_assert_null (strstr (said, "Cookie"));
  g_assert_null (strstr (said, "secret"));
  g_assert_cmpstr (fetched->address, ==, known);
}

static void
test_unchanged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = NULL;
  g_autoptr (AccordFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;
  AccordFetchOptions options = { .etag = "\"7\"" };

  fixture_start (fixture, answer_well, NULL);
  address = server_address (fixture->server, "/marked");
  fetched = accord_fetcher_fetch (fixture->fetcher, address, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (fetched->unchanged);
  g_assert_cmpuint (g_bytes_get_size (fetched->bytes), ==, 0);
}

static void
test_redirects (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordFetched) fetched = NULL;
  g_autofree char *address = NULL;

  fixture_start (fixture, answer_well, NULL);
  fetched = fixture_fetch (fixture, "/to/to/to/to/to/page?MId=4");
  address = server_address (fixture->server, "/page?MId=4");
  fixture_assert_text (fetched, "/page?MId=4");
  g_assert_cmpstr (fetched->address, ==, address);
  g_assert_false (fetched->elsewhere);
  fixture_refused (fixture, "/to/to/to/to/to/to/page", ACCORD_NET_ERROR_REDIRECT, "more than 5 times");
}

static gpointer
fetch_in_thread (gpointer data)
{
  g_autoptr (AccordFetched) fetched = fixture_fetch (data, "/page");

  return NULL;
}

/* However many want something, the server sees one at a time, a pause apart. */
static void
answer_slowly (Request *request, gpointer data)
{
  request_wait (request, 20);
  request_answer (request, "200 OK", "", "here");
}

static void
test_one_at_a_time (Fixture *fixture, gconstpointer data)
{
  GThread *threads[6];
  gint64 start = g_get_monotonic_time ();

  fixture->manners.pause = 60;
  fixture_start (fixture, answer_slowly, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("asks", fetch_in_thread, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (server_count (fixture->server), ==, 6);
  g_assert_cmpuint (server_most_at_once (fixture->server), ==, 1);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, (6 * 20 + 5 * 60) * 1000);
}

/* Busy for the first two times. */
static void
answer_busy (Request *request, gpointer headers)
{
  if (request->number < 2)
    request_answer (request, request->number == 0 ? "429 Too Many Requests" : "503 Service Unavailable",
                    headers, "later");
  else
    request_answer (request, "200 OK", "", "now");
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordFetched) fetched = NULL;

  fixture_start (fixture, answer_busy, "");
  fetched = fixture_fetch (fixture, "/");
  fixture_assert_text (fetched, "now");
  g_assert_cmpuint (server_count (fixture->server), ==, 3);
}

static void
test_busy_too_long (Fixture *fixture, gconstpointer data)
{
  fixture->manners.tries = 2;
  fixture_start (fixture, answer_busy, "");
  fixture_refused (fixture, "/", ACCORD_NET_ERROR_BUSY, "too busy");
  g_assert_cmpuint (server_count (fixture->server), ==, 2);
}

static void
test_retry_after (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordFetched) fetched = NULL;
  gint64 start = g_get_monotonic_time ();

  fixture_start (fixture, answer_busy, "Retry-After: 1\r\n");
  fetched = fixture_fetch (fixture, "/");
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 2 * G_USEC_PER_SEC);
}

static void
test_retry_much_later (Fixture *fixture, gconstpointer data)
{
  fixture_start (fixture, answer_busy, "Retry-After: 3600\r\n");
  fixture_refused (fixture, "/", ACCORD_NET_ERROR_BUSY, "60 minutes");
  g_assert_cmpuint (server_count (fixture->server), ==, 1);
}

static void
on_fetched (GObject *object, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static gboolean
on_tick (gpointer data)
{
  guint *ticks = data;

  ++*ticks;
  return G_SOURCE_CONTINUE;
}

/* The main loop goes on while the page comes. */
static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AccordFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;
  guint ticks = 0;
  guint ticker = g_timeout_add (2, on_tick, &ticks);

  fixture_start (fixture, answer_slowly, NULL);
  address = server_address (fixture->server, "/");
  accord_fetcher_fetch_async (fixture->fetcher, address, NULL, NULL, on_fetched, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  fetched = accord_fetcher_fetch_finish (fixture->fetcher, result, &error);
  g_assert_no_error (error);
  fixture_assert_text (fetched, "here");
  g_assert_cmpuint (ticks, >, 2);
  g_source_remove (ticker);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  NET_TEST ("/net/fetcher/page", test_page);
  NET_TEST ("/net/fetcher/packed", test_packed);
  NET_TEST ("/net/fetcher/says-who", test_says_who);
  NET_TEST ("/net/fetcher/unchanged", test_unchanged);
  NET_TEST ("/net/fetcher/redirects", test_redirects);
  NET_TEST ("/net/fetcher/one-at-a-time", test_one_at_a_time);
  NET_TEST ("/net/fetcher/busy", test_busy);
  NET_TEST ("/net/fetcher/busy-too-long", test_busy_too_long);
  NET_TEST ("/net/fetcher/retry-after", test_retry_after);
  NET_TEST ("/net/fetcher/retry-much-later", test_retry_much_later);
  NET_TEST ("/net/fetcher/async", test_async);
  return g_test_run ();
}
