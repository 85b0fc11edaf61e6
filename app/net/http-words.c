/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http-words.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "net-error.h"
#include "web-address.h"

G_GNUC_PRINTF (4, 5)
static void
say (GError **error, AccordNetError code, GUri *address, const char *format, ...)
{
  g_autofree char *host = accord_web_address_dup_host (address);
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, ACCORD_NET_ERROR, code, "“%s” %s", host, what);
}

/**
 * accord_http_say_late:
 * @address: what was asked for
 * @step: how far it had come
 * @milliseconds: how long was waited
 * @whole: whether that was the time for all of it
 * @error: return location for an %ACCORD_NET_ERROR_SLOW
 */
void
accord_http_say_late (GUri *address, AccordHttpStep step, guint milliseconds, gboolean whole, GError **error)
{
  guint seconds = MAX (1, (milliseconds + 500) / 1000);

  if (whole)
    say (error, ACCORD_NET_ERROR_SLOW, address,
         ngettext ("has not sent the whole page within %u second.",
                   "has not sent the whole page within %u seconds.", seconds),
         seconds);
  else if (step == ACCORD_HTTP_CONNECTING)
    say (error, ACCORD_NET_ERROR_SLOW, address,
         ngettext ("could not be reached within %u second.", "could not be reached within %u seconds.",
                   seconds),
         seconds);
  else if (step == ACCORD_HTTP_ANSWERING)
    say (error, ACCORD_NET_ERROR_SLOW, address,
         ngettext ("did not answer within %u second.", "did not answer within %u seconds.", seconds),
         seconds);
  else
    say (error, ACCORD_NET_ERROR_SLOW, address,
         ngettext ("stopped in the middle of the page and sent nothing for %u second.",
                   "stopped in the middle of the page and sent nothing for %u seconds.", seconds),
         seconds);
}

static const char *
certificate_words (GTlsCertificateFlags flags)
{
  if (flags & G_TLS_CERTIFICATE_EXPIRED)
    return _ ("has a certificate that has expired, so nobody can be sure that it is the right server.");
  if (flags & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return _ ("has a certificate that is not valid yet; is this computer’s clock right?");
  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _ ("has a certificate of another name, so it may be another server.");
  if (flags & G_TLS_CERTIFICATE_REVOKED)
    return _ ("has a certificate that was revoked, so nobody can be sure that it is the right server.");
  if (flags & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return _ (
        "has a certificate of an issuer that this computer does not know, so nobody can be sure that it "
        "is the right server.");
  if (flags != 0)
    return _ ("has a certificate that cannot be trusted.");
  return _ ("and this computer could not agree on an encrypted connection.");
}

static const char *
resolver_words (const GError *failure)
{
  if (g_error_matches (failure, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND))
    return _ ("is not the name of any server.");
  return _ ("could not be looked up; is this computer on the network?");
}

static const char *
broken_words (AccordHttpStep step)
{
  if (step == ACCORD_HTTP_RECEIVING)
    return _ ("ended the connection in the middle of the page, so the page is cut short.");
  return _ ("did not give a proper answer.");
}

/* The words for what GIO says of a connection; what it says about files has no place here. */
static const char *
connection_words (AccordHttpStep step, int code)
{
  switch ((GIOErrorEnum) code)
    {
    case G_IO_ERROR_CONNECTION_REFUSED:
      return _ ("refuses connections.");
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      return _ ("cannot be reached from here; is this computer on the network?");
    case G_IO_ERROR_HOST_NOT_FOUND:
      return _ ("is not the name of any server.");
    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
    case G_IO_ERROR_PROXY_NOT_ALLOWED:
      return _ ("cannot be reached, because the proxy that this computer is to use does not let it through.");
    case G_IO_ERROR_CONNECTION_CLOSED:
    case G_IO_ERROR_PARTIAL_INPUT:
      return broken_words (step);
    default:
      return step == ACCORD_HTTP_CONNECTING ? _ ("cannot be reached.") : NULL;
    }
}

/**
 * accord_http_say_failure:
 * @address: what was asked for
 * @step: how far it had come
 * @failure: what went wrong, as libraries say it
 * @certificate: what is wrong with the server's certificate
 * @error: return location for an %ACCORD_NET_ERROR
 *
 * Says in words for people why there is no answer.
 */
void
accord_http_say_failure (GUri *address, AccordHttpStep step, const GError *failure,
                         GTlsCertificateFlags certificate, GError **error)
{
  const char *words = NULL;

  if (failure->domain == G_TLS_ERROR)
    words = certificate_words (certificate);
  else if (failure->domain == G_RESOLVER_ERROR)
    words = resolver_words (failure);
  else if (failure->domain == G_IO_ERROR)
    words = connection_words (step, failure->code);
  if (words == NULL)
    say (error, ACCORD_NET_ERROR_BROKEN, address, "%s",
         _ ("answers with something that is no web page, or that is damaged."));
  else if (step == ACCORD_HTTP_RECEIVING)
    say (error, ACCORD_NET_ERROR_BROKEN, address, "%s", words);
  else
    say (error, ACCORD_NET_ERROR_UNREACHABLE, address, "%s", words);
}

/**
 * accord_http_say_too_large:
 * @address: what was asked for
 * @limit: the most that is taken, in bytes
 * @error: return location for an %ACCORD_NET_ERROR_TOO_LARGE
 */
void
accord_http_say_too_large (GUri *address, gsize limit, GError **error)
{
  g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

  say (error, ACCORD_NET_ERROR_TOO_LARGE, address, _ ("sends more than %s, which no page is."), size);
}

/**
 * accord_http_say_status:
 * @address: what was asked for
 * @status: an HTTP status that is no good answer
 * @error: return location for an %ACCORD_NET_ERROR
 */
void
accord_http_say_status (GUri *address, guint status, GError **error)
{
  if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED)
    say (error, ACCORD_NET_ERROR_FORBIDDEN, address, _ ("asks for a name and a password (%u)."), status);
  else if (status == SOUP_STATUS_FORBIDDEN)
    say (error, ACCORD_NET_ERROR_FORBIDDEN, address, _ ("does not allow the page to be fetched (%u)."),
         status);
  else if (status == SOUP_STATUS_NOT_FOUND)
    say (error, ACCORD_NET_ERROR_NOT_FOUND, address, _ ("has no page at that address (%u)."), status);
  else if (status == SOUP_STATUS_GONE)
    say (error, ACCORD_NET_ERROR_NOT_FOUND, address, _ ("no longer has the page (%u)."), status);
  else if (status >= 500)
    say (error, ACCORD_NET_ERROR_BROKEN, address, _ ("failed when it was asked for the page (%u)."), status);
  else if (status >= 400)
    say (error, ACCORD_NET_ERROR_BROKEN, address, _ ("does not understand what it is asked for (%u)."),
         status);
  else
    say (error, ACCORD_NET_ERROR_BROKEN, address, _ ("gives an answer that nobody asked for (%u)."), status);
}

/**
 * accord_http_say_busy:
 * @address: what was asked for
 * @status: 429 or 503
 * @seconds: how long the server asks to wait, or -1 where it does not say
 * @error: return location for an %ACCORD_NET_ERROR_BUSY
 */
void
accord_http_say_busy (GUri *address, guint status, gint64 seconds, GError **error)
{
  gint64 minutes = (seconds + 59) / 60;

  if (seconds < 0)
    say (error, ACCORD_NET_ERROR_BUSY, address, _ ("is too busy to answer (%u); please try again later."),
         status);
  else if (seconds < 120)
    say (error, ACCORD_NET_ERROR_BUSY, address,
         ngettext ("asks to be left alone for %" PRId64 " second (%u).",
                   "asks to be left alone for %" PRId64 " seconds (%u).", seconds),
         seconds, status);
  else
    say (error, ACCORD_NET_ERROR_BUSY, address,
         ngettext ("asks to be left alone for %" PRId64 " minute (%u).",
                   "asks to be left alone for %" PRId64 " minutes (%u).", minutes),
         minutes, status);
}
