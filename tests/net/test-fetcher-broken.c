/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#define OK "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

/* A page of 64 MiB of blanks, packed into 64 KiB and a header. */
static void
send_bomb (Request *request)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_autofree char *blanks = g_malloc0 (1 << 20);

  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (stream), FALSE);
  for (guint i = 0; i < 64; i++)
    g_assert_true (g_output_stream_write_all (stream, blanks, 1 << 20, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  request_send (request, OK "Content-Encoding: gzip\r\nConnection: close\r\n\r\n", -1);
  request_send (request, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)));
}

static void
send_without_end (Request *request, const char *head, const char *piece)
{
  g_autoptr (GString) pieces = g_string_new (NULL);

  while (pieces->len < 32768)
    g_string_append (pieces, piece);
  if (!request_send (request, head, -1))
    return;
  while (request_send (request, pieces->str, pieces->len))
    ;
}

static void
answer_broken (Request *request, gpointer data)
{
  const char *path = request->path;

  if (g_str_equal (path, "/slow-head"))
    request_wait (request, 20000);
  else if (g_str_equal (path, "/slow-body"))
    {
      request_send (request, OK "Content-Length: 100\r\n\r\nbegun", -1);
      request_wait (request, 20000);
    }
  else if (g_str_equal (path, "/trickle"))
    {
      request_send (request, OK "Content-Length: 100000\r\n\r\n", -1);
      while (request_wait (request, 20) && request_send (request, ".", 1))
        ;
    }
  else if (g_str_equal (path, "/endless"))
    send_without_end (request, OK "Connection: close\r\n\r\n", "and so on ");
  else if (g_str_equal (path, "/endless-head"))
    send_without_end (request, "HTTP/1.1 200 OK\r\n", "X-And-So: on and on and on\r\n");
  else if (g_str_equal (path, "/endless-line"))
    send_without_end (request, "HTTP/1.1 200 OK\r\nX-Long: ", "on and on and on ");
  else if (g_str_equal (path, "/cut"))
    request_send (request, OK "Content-Length: 100\r\n\r\nonly this", -1);
  else if (g_str_equal (path, "/cut-chunk"))
    request_send (request, OK "Transfer-Encoding: chunked\r\n\r\n5\r\nonly \r\n20\r\nthis", -1);
  else if (g_str_equal (path, "/cut-pack"))
    request_send (request,
                  OK "Content-Encoding: gzip\r\nConnection: close\r\n\r\n\x1f\x8b\x08\0\0\0\0\0\0\x03K",
                  strlen (OK) + 45 + 11);
  else if (g_str_equal (path, "/strange-pack"))
    request_answer (request, "200 OK", "Content-Encoding: zstd\r\n", "packed, who knows how");
  else if (g_str_equal (path, "/no-pack"))
    request_send (request, OK "Content-Encoding: gzip\r\nConnection: close\r\n\r\nthis is not packed at all",
                  -1);
  else if (g_str_equal (path, "/too-short-a-length"))
    request_send (request, OK "Content-Length: 4\r\n\r\nmore than four", -1);
  else if (g_str_equal (path, "/large"))
    request_send (request, OK "Content-Length: 99999999999\r\n\r\nlarge", -1);
  else if (g_str_equal (path, "/bomb"))
    send_bomb (request);
  else if (g_str_equal (path, "/garbage"))
    request_send (request, "\x01\x02 nothing of the sort \xff\xfe\r\n\r\n", -1);
  else if (g_str_equal (path, "/to-nowhere"))
    request_send (request, "HTTP/1.1 302 Found\r\nConnection: close\r\n\r\n", -1);
  else if (g_str_equal (path, "/to-file"))
    request_answer (request, "302 Found", "Location: file:///etc/passwd\r\n", "");
  else if (g_str_equal (path, "/to-itself"))
    request_answer (request, "301 Moved Permanently", "Location: /to-itself\r\n", "");
  else if (g_str_equal (path, "/to-other"))
    {
      g_autofree char *host = request_header (request, "Host");
      g_autofree char *headers =
          g_strdup_printf ("Location: http://localhost:%s/fine\r\n", strchr (host, ':') + 1);

      request_answer (request, "302 Found", headers, "");
    }
  else if (g_str_equal (path, "/fine"))
    request_answer (request, "200 OK", "", "fine");
  else if (g_ascii_isdigit (path[1]))
    request_answer (request, path + 1, "", "<html><title>Error</title></html>");
  /* Otherwise the connection is closed at once. */
}

static void
test_slow (Fixture *fixture, gconstpointer data)
{
  fixture->manners.answering = fixture->manners.stalling = 100;
  fixture->manners.whole = 600;
  fixture_start (fixture, answer_broken, NULL);
  fixture_refused (fixture, "/slow-head", ACCORD_NET_ERROR_SLOW, "did not answer");
  fixture_refused (fixture, "/slow-body", ACCORD_NET_ERROR_SLOW, "in the middle");
  fixture_refused (fixture, "/trickle", ACCORD_NET_ERROR_SLOW, "whole page");
}

static void
test_nobody_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) callers = g_ptr_array_new_with_free_func (g_object_unref);
  guint16 deaf_port;
  g_autoptr (GSocket) deaf = server_deaf_socket (&deaf_port, callers);
  g_autofree char *deaf_address = g_strdup_printf ("http://127.0.0.1:%u/", deaf_port);
  g_autofree char *unused = g_strdup_printf ("http://127.0.0.1:%u/", server_unused_port ());

  fixture->manners.connecting = 200;
  fixture_start (fixture, answer_broken, NULL);
  fixture_refused (fixture, unused, ACCORD_NET_ERROR_UNREACHABLE, "refuses connections");
  fixture_refused (fixture, deaf_address, ACCORD_NET_ERROR_SLOW, "could not be reached");
  fixture_refused (fixture, "http://nothing.invalid/", ACCORD_NET_ERROR_UNREACHABLE, "“nothing.invalid” ");
}

static void
test_too_much (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "/endless", "/large", "/bomb" };

  fixture_start (fixture, answer_broken, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *address = server_address (fixture->server, paths[i]);
      g_autoptr (GError) error = NULL;
      AccordFetchOptions options = { .limit = 1 << 20 };

      g_assert_null (accord_fetcher_fetch (fixture->fetcher, address, &options, NULL, &error));
      g_assert_error (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_TOO_LARGE);
      g_assert_nonnull (strstr (error->message, "more than 1.0"));
    }
}

/* Exactly as much as is taken is taken. */
static void
test_limit (Fixture *fixture, gconstpointer data)
{
  AccordFetchOptions options = { .limit = strlen ("fine") };
  g_autofree char *address = NULL;
  g_autoptr (AccordFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  fixture_start (fixture, answer_broken, NULL);
  address = server_address (fixture->server, "/fine");
  fetched = accord_fetcher_fetch (fixture->fetcher, address, &options, NULL, &error);
  g_assert_no_error (error);
  fixture_assert_text (fetched, "fine");
  options.limit--;
  g_assert_null (accord_fetcher_fetch (fixture->fetcher, address, &options, NULL, &error));
  g_assert_error (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_TOO_LARGE);
}

static void
test_heads_without_end (Fixture *fixture, gconstpointer data)
{
  fixture->manners.whole = 2000;
  fixture_start (fixture, answer_broken, NULL);
  fixture_refused (fixture, "/endless-head", ACCORD_NET_ERROR_UNREACHABLE, "proper answer");
  fixture_refused (fixture, "/endless-line", ACCORD_NET_ERROR_UNREACHABLE, "proper answer");
}

static void
test_cut (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordFetched) short_length = NULL;
  g_autoptr (AccordFetched) after = NULL;

  fixture_start (fixture, answer_broken, NULL);
  fixture_refused (fixture, "/cut", ACCORD_NET_ERROR_BROKEN, "cut short");
  fixture_refused (fixture, "/cut-chunk", ACCORD_NET_ERROR_BROKEN, "cut short");
  fixture_refused (fixture, "/cut-pack", ACCORD_NET_ERROR_BROKEN, "cut short");
  fixture_refused (fixture, "/strange-pack", ACCORD_NET_ERROR_BROKEN, "damaged");
  fixture_refused (fixture, "/no-pack", ACCORD_NET_ERROR_BROKEN, "damaged");
  short_length = fixture_fetch (fixture, "/too-short-a-length");
  fixture_assert_text (short_length, "more");
  after = fixture_fetch (fixture, "/fine");
  fixture_assert_text (after, "fine");
}

static void
test_garbage (Fixture *fixture, gconstpointer data)
{
  fixture_start (fixture, answer_broken, NULL);
  fixture_refused (fixture, "/garbage", ACCORD_NET_ERROR_BROKEN, "no web page");
  fixture_refused (fixture, "/closes", ACCORD_NET_ERROR_UNREACHABLE, "proper answer");
}

static void
test_statuses (Fixture *fixture, gconstpointer data)
{
  fixture_start (fixture, answer_broken, NULL);
  fixture_refused (fixture, "/401", ACCORD_NET_ERROR_FORBIDDEN, "password");
  fixture_refused (fixture, "/403", ACCORD_NET_ERROR_FORBIDDEN, "does not allow");
  fixture_refused (fixture, "/404", ACCORD_NET_ERROR_NOT_FOUND, "no page");
  fixture_refused (fixture, "/410", ACCORD_NET_ERROR_NOT_FOUND, "no longer");
  fixture_refused (fixture, "/400", ACCORD_NET_ERROR_BROKEN, "(400)");
  fixture_refused (fixture, "/500", ACCORD_NET_ERROR_BROKEN, "failed");
  fixture_refused (fixture, "/206", ACCORD_NET_ERROR_BROKEN, "(206)");
  fixture_refused (fixture, "/304", ACCORD_NET_ERROR_BROKEN, "(304)");
  fixture_refused (fixture, "/429", ACCORD_NET_ERROR_BUSY, "busy");
  fixture_refused (fixture, "/503", ACCORD_NET_ERROR_BUSY, "busy");
}

static void
test_redirects (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordFetched) other = NULL;

  fixture_start (fixture, answer_broken, NULL);
  fixture_refused (fixture, "/to-nowhere", ACCORD_NET_ERROR_BROKEN, "(302)");
  fixture_refused (fixture, "/to-file", ACCORD_NET_ERROR_REDIRECT, "nowhere");
  fixture_refused (fixture, "/to-itself", ACCORD_NET_ERROR_REDIRECT, "more than 5");
  other = fixture_fetch (fixture, "/to-other");
  g_assert_true (other->elsewhere);
  g_assert_true (g_str_has_prefix (other->address, "http://localhost:"));
}

typedef struct
{
  Fixture *fixture;
  const char *path;
  GCancellable *cancellable;
} Cancelled;

static gpointer
fetch_until_cancelled (gpointer data)
{
  Cancelled *cancelled = data;
  g_autofree char *address = *cancelled->path == '/'
                                 ? server_address (cancelled->fixture->server, cancelled->path)
                                 : g_strdup (cancelled->path);
  g_autoptr (GError) error = NULL;

  g_assert_null (
      accord_fetcher_fetch (cancelled->fixture->fetcher, address, NULL, cancelled->cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return NULL;
}

static void
assert_cancelled (Fixture *fixture, const char *path)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancelled cancelled = { fixture, path, cancellable };
  GThread *thread = g_thread_new ("fetches", fetch_until_cancelled, &cancelled);
  gint64 start;

  g_usleep (60 * 1000);
  start = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  g_thread_join (thread);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

/* While connecting, waiting for the answer, receiving it, waiting to come back later, keeping the pause. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) callers = g_ptr_array_new_with_free_func (g_object_unref);
  guint16 port;
  g_autoptr (GSocket) deaf = server_deaf_socket (&port, callers);
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u/", port);
  g_autoptr (AccordFetched) fetched = NULL;

  fixture->manners.first_wait = 2000;
  fixture_start (fixture, answer_broken, NULL);
  assert_cancelled (fixture, address);
  assert_cancelled (fixture, "/slow-head");
  assert_cancelled (fixture, "/slow-body");
  assert_cancelled (fixture, "/trickle");
  assert_cancelled (fixture, "/503");
  fetched = fixture_fetch (fixture, "/fine");
}

static void
test_cancel_pause (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordFetched) fetched = NULL;

  fixture->manners.pause = 20000;
  fixture_start (fixture, answer_broken, NULL);
  fetched = fixture_fetch (fixture, "/fine");
  assert_cancelled (fixture, "/fine");
  g_assert_cmpuint (server_count (fixture->server), ==, 1);
}

/* What waits behind another is not asked for any more. */
static void
test_cancel_behind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancelled first = { fixture, "/slow-head", cancellable };
  GThread *thread;

  fixture_start (fixture, answer_broken, NULL);
  thread = g_thread_new ("first", fetch_until_cancelled, &first);
  while (server_count (fixture->server) == 0)
    g_usleep (1000);
  assert_cancelled (fixture, "/fine");
  g_assert_cmpuint (server_count (fixture->server), ==, 1);
  g_cancellable_cancel (cancellable);
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  NET_TEST ("/net/broken/slow", test_slow);
  NET_TEST ("/net/broken/nobody-there", test_nobody_there);
  NET_TEST ("/net/broken/too-much", test_too_much);
  NET_TEST ("/net/broken/limit", test_limit);
  NET_TEST ("/net/broken/heads-without-end", test_heads_without_end);
  NET_TEST ("/net/broken/cut", test_cut);
  NET_TEST ("/net/broken/garbage", test_garbage);
  NET_TEST ("/net/broken/statuses", test_statuses);
  NET_TEST ("/net/broken/redirects", test_redirects);
  NET_TEST ("/net/broken/cancel", test_cancel);
  NET_TEST ("/net/broken/cancel-pause", test_cancel_pause);
  NET_TEST ("/net/broken/cancel-behind", test_cancel_behind);
  return g_test_run ();
}
