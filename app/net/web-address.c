/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "net-error.h"

#define PARSING                                                                                              \
  (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED_PATH                           \
   | G_URI_FLAGS_ENCODED_QUERY | G_URI_FLAGS_ENCODED_FRAGMENT | G_URI_FLAGS_SCHEME_NORMALIZE)

/* Far beyond any page's; what is longer is an attack or a mistake. */
#define LONGEST 8192

static void
refuse (GError **error, const char *text, const char *why)
{
  g_autofree char *valid = g_utf8_make_valid (text, MIN (strlen (text), LONGEST));
  g_autofree char *shown =
      g_utf8_strlen (valid, -1) > 100 ? g_utf8_substring (valid, 0, 100) : g_strdup (valid);

  g_set_error (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_ADDRESS, _ ("“%s” cannot be fetched: %s."), shown,
               why);
}

/* What people and servers leave as it is, such as a blank, is written so that it can be sent. */
static char *
escape (const char *part)
{
  return part != NULL
             ? g_uri_escape_string (part, G_URI_RESERVED_CHARS_GENERIC_DELIMITERS "!$&'()*+,;=%", FALSE)
             : NULL;
}

/* Names and passwords are neither sent nor shown, and the place within a page is no business of the server's.
 */
static GUri *
tidy (GUri *address)
{
  g_autofree char *path = escape (g_uri_get_path (address));
  g_autofree char *query = escape (g_uri_get_query (address));

  return g_uri_build (PARSING, g_uri_get_scheme (address), NULL, g_uri_get_host (address),
                      g_uri_get_port (address), *path != '\0' ? path : "/", query, NULL);
}

static gboolean
has_control (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text))
      return TRUE;
  return FALSE;
}

/* Names are of letters, digits and little else; those of other scripts have been put into these by now. */
static gboolean
is_host (const char *host)
{
  for (const char *at = host; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr (".-_:", *at) == NULL)
      return FALSE;
  return *host != '\0';
}

static GUri *
check (GUri *address, const char *text, GError **error)
{
  const char *scheme = address != NULL ? g_uri_get_scheme (address) : NULL;
  const char *host = address != NULL ? g_uri_get_host (address) : NULL;

  if (address == NULL || strlen (text) > LONGEST || has_control (text))
    refuse (error, text, _ ("it is no web address"));
  else if (g_strcmp0 (scheme, "http") != 0 && g_strcmp0 (scheme, "https") != 0)
    refuse (error, text, _ ("only addresses that begin with http:// or https:// are"));
  else if (host == NULL || !is_host (host))
    refuse (error, text, _ ("it names no server"));
  else
    return tidy (address);
  return NULL;
}

/**
 * accord_web_address_parse:
 * @text: an address as people or files have it
 * @error: return location for an %ACCORD_NET_ERROR_ADDRESS
 *
 * Reads the address of a web page. Blanks around it, a name and password in it and the part after `#` are
 * dropped.
 *
 * Returns: (transfer full) (nullable): the address, http or https
 */
GUri *
accord_web_address_parse (const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GUri) address = g_uri_parse (stripped, PARSING, NULL);

  return check (address, stripped, error);
}

/**
 * accord_web_address_parse_relative:
 * @base: where @text was found
 * @text: an address that may be relative to @base
 * @error: return location for an %ACCORD_NET_ERROR_ADDRESS
 *
 * As accord_web_address_parse(), for an address found on a page or in a redirect.
 *
 * Returns: (transfer full) (nullable): the address, http or https
 */
GUri *
accord_web_address_parse_relative (GUri *base, const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GUri) address = g_uri_parse_relative (base, stripped, PARSING, NULL);

  return check (address, stripped, error);
}

/**
 * accord_web_address_dup_text:
 * @address: an address
 *
 * Returns: (transfer full): the address as it is shown and kept
 */
char *
accord_web_address_dup_text (GUri *address)
{
  return g_uri_to_string_partial (address, G_URI_HIDE_USERINFO | G_URI_HIDE_FRAGMENT);
}

/**
 * accord_web_address_dup_host:
 * @address: an address
 *
 * Returns: (transfer full): what people call the server: its name, and its port where that is a special one
 */
char *
accord_web_address_dup_host (GUri *address)
{
  int usual = g_str_equal (g_uri_get_scheme (address), "https") ? 443 : 80;
  int port = g_uri_get_port (address);
  const char *host = g_uri_get_host (address);

  if (port <= 0 || port == usual)
    return g_strdup (host);
  return g_strdup_printf (strchr (host, ':') != NULL ? "[%s]:%d" : "%s:%d", host, port);
}

/**
 * accord_web_address_same_host:
 * @one: an address
 * @other: another
 *
 * Returns: whether both name the same server
 */
gboolean
accord_web_address_same_host (GUri *one, GUri *other)
{
  return g_ascii_strcasecmp (g_uri_get_host (one), g_uri_get_host (other)) == 0;
}

/* Whether an address says by itself that it is of this computer or of the network around it. */
static gboolean
is_near (GUri *address)
{
  const char *host = g_uri_get_host (address);
  g_autoptr (GInetAddress) number = g_inet_address_new_from_string (host);

  if (number == NULL)
    return g_ascii_strcasecmp (host, "localhost") == 0;
  return g_inet_address_get_is_loopback (number) || g_inet_address_get_is_link_local (number)
         || g_inet_address_get_is_site_local (number) || g_inet_address_get_is_any (number);
}

/**
 * accord_web_address_may_lead_to:
 * @from: the page that redirects
 * @to: where it redirects to
 * @error: return location for an %ACCORD_NET_ERROR_REDIRECT
 *
 * Whether a redirect may be followed: never from https to http, and never from the outside to this computer
 * or the network around it, which a server outside has no business with.
 *
 * Returns: whether it may
 */
gboolean
accord_web_address_may_lead_to (GUri *from, GUri *to, GError **error)
{
  g_autofree char *host = accord_web_address_dup_host (from);
  g_autofree char *target = accord_web_address_dup_host (to);

  if (g_str_equal (g_uri_get_scheme (from), "https") && g_str_equal (g_uri_get_scheme (to), "http"))
    g_set_error (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_REDIRECT,
                 _ ("“%s” redirects to an address of “%s” that is not encrypted, which is not followed."),
                 host, target);
  else if (is_near (to) && !is_near (from))
    g_set_error (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_REDIRECT,
                 _ ("“%s” redirects to “%s”, which is not on the public network, so it is not followed."),
                 host, target);
  else
    return TRUE;
  return FALSE;
}
