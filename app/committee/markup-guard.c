/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "markup-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "committee-error.h"

/* libxml2 holds every attribute of an element against every other; a page that a person or a program made has
 * thirty of them. */
#define MOST_ATTRIBUTES 256

static const char *
skip_white (const char *at, const char *end)
{
  while (at < end && g_ascii_isspace (*at))
    at++;
  return at;
}

/* What is after @closing; @end where it is not there. */
static const char *
skip_to (const char *at, const char *end, const char *closing)
{
  const char *found = g_strstr_len (at, end - at, closing);

  return found != NULL ? found + strlen (closing) : end;
}

static const char *
skip_value (const char *at, const char *end)
{
  const char *close;

  at = skip_white (at, end);
  if (at < end && (*at == '"' || *at == '\''))
    {
      close = memchr (at + 1, *at, end - at - 1);
      return close != NULL ? close + 1 : end;
    }
  while (at < end && !g_ascii_isspace (*at) && *at != '>')
    at++;
  return at;
}

/* What is after the tag that @at stands in, behind its name; %NULL where it has too many attributes. */
static const char *
skip_tag (const char *at, const char *end)
{
  for (guint n = 0; n <= MOST_ATTRIBUTES; n++)
    {
      const char *name;

      at = skip_white (at, end);
      while (at < end && *at == '/')
        at++;
      if (at == end || *at == '>')
        return at;
      name = at;
      while (at < end && !g_ascii_isspace (*at) && strchr ("=/>", *at) == NULL)
        at++;
      at = skip_white (at, end);
      if (at < end && *at == '=')
        at = skip_value (at + 1, end);
      else if (at == name)
        at++;
    }
  return NULL;
}

/* What scripts and styles hold is no markup. */
static const char *
skip_raw (const char *name, gsize length, const char *at, const char *end)
{
  static const char *const raw[] = { "script", "style" };

  for (guint i = 0; i < G_N_ELEMENTS (raw); i++)
    if (length == strlen (raw[i]) && g_ascii_strncasecmp (name, raw[i], length) == 0)
      for (at = skip_to (at, end, "</"); at < end; at = skip_to (at, end, "</"))
        if ((gsize) (end - at) >= length && g_ascii_strncasecmp (at, raw[i], length) == 0)
          return at;
  return at;
}

/**
 * accord_markup_check:
 * @text: markup, NUL-terminated
 * @length: its length in bytes
 * @html: whether it is HTML, with scripts and styles, and not XML
 * @error: return location for an error
 *
 * Makes sure that no element has so many attributes that parsing them would not end.
 *
 * Returns: whether none has
 */
gboolean
accord_markup_check (const char *text, gsize length, gboolean html, GError **error)
{
  const char *end = text + length;
  const char *at = text;

  while (at < end && (at = memchr (at, '<', end - at)) != NULL)
    {
      const char *name = ++at;

      if (g_str_has_prefix (at, "!--"))
        at = skip_to (at, end, "-->");
      else if (!html && g_str_has_prefix (at, "![CDATA["))
        at = skip_to (at, end, "]]>");
      if (at != name || at == end || (!g_ascii_isalpha (*at) && *at != '_'))
        continue;
      while (at < end && !g_ascii_isspace (*at) && strchr ("/><", *at) == NULL)
        at++;
      length = at - name;
      at = skip_tag (at, end);
      if (at == NULL)
        {
          g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_TOO_LARGE,
                       _ ("An element of the page has more than %d attributes."), MOST_ATTRIBUTES);
          return FALSE;
        }
      if (html)
        at = skip_raw (name, length, at, end);
    }
  return TRUE;
}
