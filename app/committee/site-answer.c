/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-answer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "committee-error.h"
#include "net-error.h"
#include "site-address.h"

/* A page that only leads elsewhere is short, and says little to people. */
#define LOOKED_AT 16384
#define LITTLE 200

static char *
dup_start (const AccordFetched *fetched)
{
  gsize size;
  const char *data = g_bytes_get_data (fetched->bytes, &size);

  return g_ascii_strdown (data != NULL ? data : "", MIN (size, LOOKED_AT));
}

static const char *
skip_element (const char *at, const char *begin, const char *end)
{
  const char *found;

  if (!g_str_has_prefix (at, begin))
    return NULL;
  found = strstr (at, end);
  return found != NULL ? found + strlen (end) : at + strlen (at);
}

/* How many bytes are left for people when markup, comments and scripts are taken away. */
static gsize
count_shown (const char *page)
{
  gsize n = 0;

  while (*page != '\0')
    {
      const char *after = skip_element (page, "<!--", "-->");

      if (after == NULL)
        after = skip_element (page, "<script", "</script>");
      if (after == NULL)
        after = skip_element (page, "<style", "</style>");
      if (after == NULL)
        after = skip_element (page, "<", ">");
      if (after == NULL && !g_ascii_isspace (*page))
        n++;
      page = after != NULL ? after : page + 1;
    }
  return n;
}

static gboolean
leads_elsewhere (const AccordFetched *fetched, const char *start)
{
  gboolean script =
      strstr (start, "<script") != NULL
      && (strstr (start, "window.location") != NULL || strstr (start, "location.href") != NULL
          || strstr (start, "location.replace") != NULL || strstr (start, "document.location") != NULL);
  gboolean header = strstr (start, "http-equiv=\"refresh\"") != NULL
                    || strstr (start, "http-equiv='refresh'") != NULL
                    || strstr (start, "http-equiv=refresh") != NULL;

  return g_bytes_get_size (fetched->bytes) <= LOOKED_AT && (script || header) && count_shown (start) < LITTLE;
}

static gboolean
is_web_page (const char *start)
{
  return strstr (start, "<html") != NULL || strstr (start, "<!doctype html") != NULL
         || strstr (start, "<body") != NULL;
}

/* What a page calls itself, for a sentence; NULL where it does not. */
static char *
dup_title (const AccordFetched *fetched, const char *start)
{
  const char *element = strstr (start, "<title");
  const char *from = element != NULL ? strchr (element, '>') : NULL;
  const char *until = from != NULL ? strstr (from, "</title") : NULL;
  const char *data = g_bytes_get_data (fetched->bytes, NULL);
  g_autofree char *title = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  if (until == NULL)
    return NULL;
  title = g_utf8_make_valid (data + (from + 1 - start), until - from - 1);
  words = g_strsplit_set (title, " \t\r\n", -1);
  for (char **word = words; *word != NULL && line->len < 80; word++)
    if (**word != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", *word);
  return line->len > 0 ? g_strdup (line->str) : NULL;
}

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (const AccordFetched *fetched, GError **error, const char *format, ...)
{
  g_autofree char *host = accord_site_address_dup_host (fetched->address);
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_REFUSED, "“%s” %s", host, what);
  return FALSE;
}

/**
 * accord_site_answer_is_data:
 * @fetched: what the web service of a council's site answered
 * @error: return location for an %ACCORD_COMMITTEE_ERROR_REFUSED
 *
 * Whether it may be the data that was asked for, and not a web page that says that something is wrong.
 *
 * Returns: whether it may be
 */
gboolean
accord_site_answer_is_data (const AccordFetched *fetched, GError **error)
{
  g_autofree char *start = dup_start (fetched);
  g_autofree char *title = NULL;

  if (*start == '\0')
    return refuse (fetched, error, "%s", _ ("answers with nothing at all."));
  if (leads_elsewhere (fetched, start))
    return refuse (fetched, error, "%s",
                   _ ("answers with a script that leads elsewhere instead of its data."));
  if (!is_web_page (start))
    return TRUE;
  title = dup_title (fetched, start);
  if (title != NULL)
    return refuse (fetched, error, _ ("answers with a web page, “%s”, instead of its data."), title);
  return refuse (fetched, error, "%s", _ ("answers with a web page instead of its data."));
}

/**
 * accord_site_answer_is_page:
 * @fetched: what came for the address of a page
 * @error: return location for an %ACCORD_COMMITTEE_ERROR_REFUSED
 *
 * Whether it may be the page that was asked for, and not something that only leads elsewhere.
 *
 * Returns: whether it may be
 */
gboolean
accord_site_answer_is_page (const AccordFetched *fetched, GError **error)
{
  g_autofree char *start = dup_start (fetched);

  if (*start == '\0')
    return refuse (fetched, error, "%s", _ ("answers with nothing at all."));
  if (leads_elsewhere (fetched, start))
    return refuse (
        fetched, error, "%s",
        _ ("answers with a page that only leads elsewhere; a browser shows the address it leads to."));
  if (g_str_has_prefix (start, "%pdf-"))
    return refuse (fetched, error, "%s",
                   _ ("answers with a PDF, which is not read; its text can be pasted."));
  return TRUE;
}

/**
 * accord_site_say_off:
 * @root: what all addresses of a site begin with
 * @failure: (transfer full): why its web service gave no list
 * @error: return location for an error
 *
 * Passes a failure on; where it means that the site's web service is switched off, it is said so, and what is
 * left to do.
 */
void
accord_site_say_off (const char *root, GError *failure, GError **error)
{
  g_autofree char *host = accord_site_address_dup_host (root);

  if (g_error_matches (failure, ACCORD_NET_ERROR, ACCORD_NET_ERROR_FORBIDDEN))
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_REFUSED,
                 _ ("“%s” does not let its web service be used; single pages can still be imported by their "
                    "addresses."),
                 host);
  else if (g_error_matches (failure, ACCORD_NET_ERROR, ACCORD_NET_ERROR_NOT_FOUND))
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_REFUSED,
                 _ ("“%s” has no web service, or has switched it off; single pages can still be imported by "
                    "their addresses."),
                 host);
  else
    {
      g_propagate_error (error, failure);
      return;
    }
  g_error_free (failure);
}
