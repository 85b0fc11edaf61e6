/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-seat.h"

#include <glib/gi18n-lib.h>

#include "fetch-clock.h"
#include "http-get.h"
#include "http-words.h"
#include "net-error.h"
#include "retry-after.h"
#include "web-address.h"

#define MOST_REDIRECTS 5

/* Who asks, and where a council's web team can read what it is. */
#define USER_AGENT "Accord/" ACCORD_VERSION " (+https://github.com/accord-desktop/accord)"

/* One address being fetched. */
typedef struct
{
  AccordFetchSeat *seat;
  GUri *asked;
  GUri *at;
  const AccordFetchOptions *options;
  GCancellable *cancellable;
} Fetch;

static gboolean
keep_pause (Fetch *fetch, GError **error)
{
  AccordFetchSeat *seat = fetch->seat;
  const gint64 *last = g_hash_table_lookup (seat->last, g_uri_get_host (fetch->at));

  return accord_fetch_clock_sleep (seat->context,
                                   last != NULL ? *last + seat->manners.pause * G_GINT64_CONSTANT (1000) : 0,
                                   fetch->cancellable, error);
}

static void
note_time (Fetch *fetch)
{
  gint64 now = g_get_monotonic_time ();

  g_hash_table_replace (fetch->seat->last, g_strdup (g_uri_get_host (fetch->at)),
                        g_memdup2 (&now, sizeof now));
}

static AccordHttpAnswer *
ask (Fetch *fetch, GError **error)
{
  AccordFetchSeat *seat = fetch->seat;
  AccordHttpAnswer *answer;

  if (!keep_pause (fetch, error))
    return NULL;
  answer = accord_http_get (seat->session, seat->context, fetch->at, fetch->options, &seat->manners,
                            fetch->cancellable, error);
  note_time (fetch);
  return answer;
}

static gboolean
is_busy (const AccordHttpAnswer *answer)
{
  return answer->status == ACCORD_HTTP_TOO_MANY_REQUESTS || answer->status == SOUP_STATUS_SERVICE_UNAVAILABLE;
}

/* Waits as a busy server asks, or longer each time where it does not say. */
static gboolean
wait_for_server (Fetch *fetch, const AccordHttpAnswer *answer, guint tried, GError **error)
{
  const AccordFetchManners *manners = &fetch->seat->manners;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  gint64 wait = (gint64) manners->first_wait << MIN (tried - 1, 20);
  gint64 seconds = -1;

  if (accord_retry_after_parse (answer->retry_after, now, &seconds))
    wait = MAX (seconds * 1000, manners->pause);
  if (tried >= manners->tries || wait > manners->longest_wait)
    {
      accord_http_say_busy (fetch->at, answer->status, seconds, error);
      return FALSE;
    }
  return accord_fetch_clock_sleep (fetch->seat->context, g_get_monotonic_time () + wait * 1000,
                                   fetch->cancellable, error);
}

static AccordHttpAnswer *
ask_patiently (Fetch *fetch, GError **error)
{
  for (guint tried = 1;; tried++)
    {
      g_autoptr (AccordHttpAnswer) answer = ask (fetch, error);

      if (answer == NULL)
        return NULL;
      if (!is_busy (answer))
        return g_steal_pointer (&answer);
      if (!wait_for_server (fetch, answer, tried, error))
        return NULL;
    }
}

static gboolean
is_redirect (const AccordHttpAnswer *answer)
{
  switch (answer->status)
    {
    case SOUP_STATUS_MOVED_PERMANENTLY:
    case SOUP_STATUS_FOUND:
    case SOUP_STATUS_SEE_OTHER:
    case SOUP_STATUS_TEMPORARY_REDIRECT:
    case SOUP_STATUS_PERMANENT_REDIRECT:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
go_on (Fetch *fetch, const AccordHttpAnswer *answer, GError **error)
{
  g_autoptr (GUri) to = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *host = accord_web_address_dup_host (fetch->at);

  if (answer->location == NULL)
    {
      accord_http_say_status (fetch->at, answer->status, error);
      return FALSE;
    }
  to = accord_web_address_parse_relative (fetch->at, answer->location, &problem);
  if (to == NULL)
    {
      g_set_error (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_REDIRECT, _ ("“%s” redirects to nowhere: %s"),
                   host, problem->message);
      return FALSE;
    }
  if (!accord_web_address_may_lead_to (fetch->at, to, error))
    return FALSE;
  g_uri_unref (fetch->at);
  fetch->at = g_steal_pointer (&to);
  return TRUE;
}

static AccordHttpAnswer *
follow (Fetch *fetch, GError **error)
{
  g_autofree char *host = NULL;

  for (guint redirects = 0; redirects <= MOST_REDIRECTS; redirects++)
    {
      g_autoptr (AccordHttpAnswer) answer = ask_patiently (fetch, error);

      if (answer == NULL)
        return NULL;
      if (!is_redirect (answer))
        return g_steal_pointer (&answer);
      if (!go_on (fetch, answer, error))
        return NULL;
    }
  host = accord_web_address_dup_host (fetch->asked);
  g_set_error (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_REDIRECT,
               _ ("“%s” redirects more than %d times and never to a page."), host, MOST_REDIRECTS);
  return NULL;
}

static gboolean
is_good (const Fetch *fetch, const AccordHttpAnswer *answer)
{
  if (answer->status == SOUP_STATUS_NOT_MODIFIED)
    return fetch->options->etag != NULL || fetch->options->last_modified != NULL;
  return answer->status >= 200 && answer->status < 300 && answer->status != SOUP_STATUS_PARTIAL_CONTENT;
}

static AccordFetched *
take_answer (Fetch *fetch, AccordHttpAnswer *answer)
{
  AccordFetched *fetched = g_new0 (AccordFetched, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  fetched->bytes = g_bytes_ref (answer->bytes);
  fetched->content_type = g_steal_pointer (&answer->content_type);
  fetched->charset = g_steal_pointer (&answer->charset);
  fetched->address = accord_web_address_dup_text (fetch->at);
  fetched->elsewhere = !accord_web_address_same_host (fetch->asked, fetch->at);
  fetched->fetched_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  fetched->etag = g_steal_pointer (&answer->etag);
  fetched->last_modified = g_steal_pointer (&answer->last_modified);
  fetched->unchanged = answer->status == SOUP_STATUS_NOT_MODIFIED;
  return fetched;
}

/**
 * accord_fetch_seat_fetch:
 * @self: what this thread works with
 * @address: what to fetch
 * @options: what else to say
 * @cancellable: (nullable): to stop
 * @error: return location for an %ACCORD_NET_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Fetches one page: keeps the pauses, follows redirects, comes back later where a server asks for that.
 *
 * Returns: (transfer full) (nullable): what was fetched
 */
AccordFetched *
accord_fetch_seat_fetch (AccordFetchSeat *self, const char *address, const AccordFetchOptions *options,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (GUri) asked = accord_web_address_parse (address, error);
  g_autoptr (AccordHttpAnswer) answer = NULL;
  AccordFetched *fetched = NULL;
  Fetch fetch = { self, asked, NULL, options, cancellable };

  if (asked == NULL)
    return NULL;
  fetch.at = g_uri_ref (asked);
  answer = follow (&fetch, error);
  if (answer != NULL && is_good (&fetch, answer))
    fetched = take_answer (&fetch, answer);
  else if (answer != NULL)
    accord_http_say_status (fetch.at, answer->status, error);
  g_uri_unref (fetch.at);
  return fetched;
}

/**
 * accord_fetch_seat_prepare:
 *
 * To be called before the fetching thread is begun, on the thread that begins it. GObject makes a class under
 * a lock, and gives a type its interfaces under the same lock. A thread that makes the class of a session,
 * and for it asks for the type of an address, waits for the thread that is just making that type, which waits
 * for the lock: both for good. So every type with interfaces that these classes name is there before any of
 * them is made.
 */
void
accord_fetch_seat_prepare (void)
{
  g_type_ensure (G_TYPE_INET_SOCKET_ADDRESS);
  g_type_ensure (G_TYPE_PROXY_RESOLVER);
  g_type_ensure (G_TYPE_SOCKET);
  g_type_ensure (G_TYPE_TCP_CONNECTION);
  g_type_ensure (G_TYPE_TLS_CERTIFICATE);
  g_type_ensure (G_TYPE_TLS_DATABASE);
  g_type_ensure (G_TYPE_TLS_INTERACTION);
  g_type_class_unref (g_type_class_ref (SOUP_TYPE_SESSION));
  g_type_class_unref (g_type_class_ref (SOUP_TYPE_MESSAGE));
  g_type_class_unref (g_type_class_ref (G_TYPE_SOCKET_CLIENT));
}

/**
 * accord_fetch_seat_new:
 * @context: this thread's main context
 * @manners: how polite and patient to be
 *
 * To be called on the fetching thread, on which all of it stays.
 *
 * Returns: (transfer full): what the thread works with
 */
AccordFetchSeat *
accord_fetch_seat_new (GMainContext *context, const AccordFetchManners *manners)
{
  AccordFetchSeat *self = g_new0 (AccordFetchSeat, 1);

  self->context = context;
  self->manners = *manners;
  self->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->session =
      soup_session_new_with_options ("user-agent", USER_AGENT, "accept-language", "en-GB, en;q=0.8",
                                     "max-conns", 1, "max-conns-per-host", 1, "idle-timeout", 15, NULL);
  /* Nothing is signed in to, so nothing that this computer knows of a person can be asked out of it. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_DECODER);
  return self;
}

/**
 * accord_fetch_seat_free:
 * @self: what a thread works with
 */
void
accord_fetch_seat_free (AccordFetchSeat *self)
{
  soup_session_abort (self->session);
  while (g_main_context_pending (self->context))
    g_main_context_iteration (self->context, FALSE);
  g_object_unref (self->session);
  g_hash_table_unref (self->last);
  g_free (self);
}
