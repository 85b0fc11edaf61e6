/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http-get.h"

#include "fetch-clock.h"
#include "http-unpack.h"
#include "http-words.h"

#define PIECE (64 * 1024)

/* One request under way. */
typedef struct
{
  SoupSession *session;
  SoupMessage *message;
  GUri *address;
  const AccordFetchManners *manners;
  GCancellable *cancellable;
  AccordFetchClock clock;
  AccordHttpStep step;
} Request;

static guint
step_time (Request *request)
{
  switch (request->step)
    {
    case ACCORD_HTTP_CONNECTING:
      return request->manners->connecting;
    case ACCORD_HTTP_ANSWERING:
      return request->manners->answering;
    case ACCORD_HTTP_RECEIVING:
    default:
      return request->manners->stalling;
    }
}

static void
begin_step (Request *request, AccordHttpStep step)
{
  request->step = step;
  accord_fetch_clock_start_step (&request->clock, step_time (request));
}

/* A person who stops it comes first, then the clock, which stops it in the same way. */
static void
fail (Request *request, const GError *failure, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (request->cancellable, error))
    return;
  if (request->clock.late)
    accord_http_say_late (request->address, request->step,
                          request->clock.whole_late ? request->manners->whole : step_time (request),
                          request->clock.whole_late, error);
  else
    accord_http_say_failure (request->address, request->step, failure,
                             soup_message_get_tls_peer_certificate_errors (request->message), error);
}

static void
on_starting (SoupMessage *message, gpointer data)
{
  begin_step (data, ACCORD_HTTP_ANSWERING);
}

static GInputStream *
send (Request *request, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) failure = NULL;
  GInputStream *stream;

  begin_step (request, ACCORD_HTTP_CONNECTING);
  soup_session_send_async (request->session, request->message, G_PRIORITY_DEFAULT, request->clock.stop,
                           accord_fetch_clock_done, &request->clock);
  result = accord_fetch_clock_wait (&request->clock);
  stream = soup_session_send_finish (request->session, result, &failure);
  if (stream == NULL)
    fail (request, failure, error);
  return stream;
}

static GBytes *
read_piece (Request *request, GInputStream *stream, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) failure = NULL;
  GBytes *piece;

  begin_step (request, ACCORD_HTTP_RECEIVING);
  g_input_stream_read_bytes_async (stream, PIECE, G_PRIORITY_DEFAULT, request->clock.stop,
                                   accord_fetch_clock_done, &request->clock);
  result = accord_fetch_clock_wait (&request->clock);
  piece = g_input_stream_read_bytes_finish (stream, result, &failure);
  if (piece == NULL)
    fail (request, failure, error);
  return piece;
}

static gboolean
is_announced_too_large (Request *request, gsize limit)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (request->message);

  return soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
         && soup_message_headers_get_content_length (headers) > (goffset) limit;
}

static GBytes *
receive (Request *request, GInputStream *stream, gsize limit, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();

  if (is_announced_too_large (request, limit))
    {
      accord_http_say_too_large (request->address, limit, error);
      return NULL;
    }
  for (;;)
    {
      g_autoptr (GBytes) piece = read_piece (request, stream, error);

      if (piece == NULL)
        return NULL;
      if (g_bytes_get_size (piece) == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&all));
      if (g_bytes_get_size (piece) > limit - all->len)
        {
          accord_http_say_too_large (request->address, limit, error);
          return NULL;
        }
      g_byte_array_append (all, g_bytes_get_data (piece, NULL), g_bytes_get_size (piece));
    }
}

/* Unpacked here and not by libsoup, which takes a packed page that is cut short for a whole one. */
static GBytes *
receive_whole (Request *request, GInputStream *stream, gsize limit, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (request->message);
  const char *packing = soup_message_headers_get_one (headers, "Content-Encoding");
  g_autoptr (GBytes) received = receive (request, stream, limit, error);
  g_autoptr (GError) failure = NULL;
  GBytes *bytes;

  if (received == NULL)
    return NULL;
  bytes = accord_http_unpack (received, packing, limit, &failure);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    accord_http_say_too_large (request->address, limit, error);
  else if (failure != NULL)
    accord_http_say_failure (request->address, request->step, failure, 0, error);
  return bytes;
}

static char *
dup_header (SoupMessageHeaders *headers, const char *name)
{
  const char *value = soup_message_headers_get_one (headers, name);

  return value != NULL ? g_utf8_make_valid (value, -1) : NULL;
}

static AccordHttpAnswer *
take_headers (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  AccordHttpAnswer *answer = g_new0 (AccordHttpAnswer, 1);
  g_autoptr (GHashTable) parameters = NULL;

  answer->status = soup_message_get_status (message);
  answer->content_type = dup_header (headers, "Content-Type");
  soup_message_headers_get_content_type (headers, &parameters);
  if (parameters != NULL)
    answer->charset = g_strdup (g_hash_table_lookup (parameters, "charset"));
  answer->location = dup_header (headers, "Location");
  answer->retry_after = dup_header (headers, "Retry-After");
  answer->etag = dup_header (headers, "ETag");
  answer->last_modified = dup_header (headers, "Last-Modified");
  return answer;
}

static SoupMessage *
make_message (GUri *address, const AccordFetchOptions *options)
{
  SoupMessage *message = soup_message_new_from_uri (SOUP_METHOD_GET, address);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  soup_message_headers_replace (headers, "Accept",
                                "text/html, application/xml, text/xml, text/plain, */*;q=0.5");
  soup_message_headers_replace (headers, "Accept-Encoding", "gzip");
  if (options->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", options->etag);
  if (options->last_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", options->last_modified);
  return message;
}

static AccordHttpAnswer *
exchange (Request *request, const AccordFetchOptions *options, GError **error)
{
  g_autoptr (GInputStream) stream = send (request, error);
  g_autoptr (AccordHttpAnswer) answer = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (stream == NULL)
    return NULL;
  answer = take_headers (request->message);
  if (answer->status >= 200 && answer->status < 300)
    bytes = receive_whole (request, stream, options->limit > 0 ? options->limit : ACCORD_FETCH_LIMIT, error);
  else
    bytes = g_bytes_new_static ("", 0);
  if (bytes == NULL)
    return NULL;
  answer->bytes = g_steal_pointer (&bytes);
  return g_steal_pointer (&answer);
}

/**
 * accord_http_get:
 * @session: a session of this thread
 * @context: the thread's main context
 * @address: what to ask for
 * @options: what else to say
 * @manners: how long to wait
 * @cancellable: (nullable): to stop
 * @error: return location for an %ACCORD_NET_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Asks once, follows nothing and waits for nobody; a status that is no good answer is an answer as well.
 *
 * Returns: (transfer full) (nullable): the answer
 */
AccordHttpAnswer *
accord_http_get (SoupSession *session, GMainContext *context, GUri *address,
                 const AccordFetchOptions *options, const AccordFetchManners *manners,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (SoupMessage) message = make_message (address, options);
  Request request = { session, message, address, manners, cancellable };
  AccordHttpAnswer *answer;

  accord_fetch_clock_init (&request.clock, context, cancellable);
  accord_fetch_clock_start_whole (&request.clock, manners->whole);
  g_signal_connect (message, "starting", G_CALLBACK (on_starting), &request);
  answer = exchange (&request, options, error);
  g_signal_handlers_disconnect_by_data (message, &request);
  /* What is left of an answer is not waited for. */
  accord_fetch_clock_stop (&request.clock);
  accord_fetch_clock_clear (&request.clock);
  return answer;
}

/**
 * accord_http_answer_free:
 * @self: an answer
 */
void
accord_http_answer_free (AccordHttpAnswer *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->content_type);
  g_free (self->charset);
  g_free (self->location);
  g_free (self->retry_after);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}
