/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* The longest name of an element of HTML. */
#define NAME_MOST 16
/* How far into a page the first element is looked for. */
#define LOOKED_THROUGH 65536

/* What is after a declaration or a comment that @at begins with; %NULL where it does not end. */
static const char *
skip_preamble (const char *at, const char *end)
{
  const char *closing = g_str_has_prefix (at, "<!--") ? "-->" : ">";
  const char *close = g_strstr_len (at, end - at, closing);

  return close != NULL ? close + strlen (closing) : NULL;
}

static char *
dup_name (const char *at, const char *end)
{
  gsize n = 0;

  while (at + n < end && (g_ascii_isalnum (at[n]) || strchr ("_:-.", at[n]) != NULL))
    n++;
  return n > 0 ? g_ascii_strdown (at, n) : NULL;
}

/* The first element of markup, or the one that a document type announces: "html", "meeting"; %NULL for text.
 */
static char *
find_first_element (const char *text, gsize length)
{
  static const char doctype[] = "<!doctype ";
  const char *at = text;
  const char *end = text + MIN (length, LOOKED_THROUGH);

  while (at != NULL)
    {
      while (at < end && g_ascii_isspace (*at))
        at++;
      if (end - at < 2 || *at != '<')
        return NULL;
      if (g_ascii_strncasecmp (at, doctype, strlen (doctype)) == 0)
        return dup_name (at + strlen (doctype), end);
      if (at[1] != '?' && at[1] != '!')
        return dup_name (at + 1, end);
      at = skip_preamble (at, end);
    }
  return NULL;
}

static gboolean
says (const char *words, const char *what)
{
  g_autofree char *lower = words != NULL ? g_ascii_strdown (words, -1) : NULL;

  return lower != NULL && strstr (lower, what) != NULL;
}

/* A file's name ends like this, or an address before what it asks for. */
static gboolean
has_ending (const char *address, const char *ending)
{
  g_autofree char *path = address != NULL ? g_strndup (address, strcspn (address, "?#")) : NULL;
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ending);
}

/* Markup may begin in the middle of a page. Who writes text has no ends of elements in it. */
static gboolean
has_elements (const char *text, gsize length)
{
  gsize n = MIN (length, LOOKED_THROUGH);

  return g_strstr_len (text, n, "</p>") != NULL || g_strstr_len (text, n, "</div>") != NULL
         || g_strstr_len (text, n, "</td>") != NULL || g_strstr_len (text, n, "</li>") != NULL;
}

/* A page escaped within JSON begins an object of it. */
static gboolean
is_wrapped (const char *text, gsize length)
{
  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  return length > 0 && *text == '{'
         && g_strstr_len (text, MIN (length, LOOKED_THROUGH), "class=\\\"mg") != NULL;
}

static gboolean
is_html (const char *element)
{
  gboolean is;

  /* Newer libxml2 would rather not be asked, and has nothing else to ask. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  is = htmlTagLookup ((const xmlChar *) element) != NULL;
  G_GNUC_END_IGNORE_DEPRECATIONS
  return is;
}

/**
 * accord_form_find:
 * @text: a page as valid UTF-8
 * @length: its length in bytes
 * @content_type: (nullable): what the server called it
 * @address: (nullable): where it was, or the name of its file
 *
 * Finds out what a page is: by what it begins with; where that says nothing, by what it is called.
 *
 * Returns: its form
 */
AccordPageForm
accord_form_find (const char *text, gsize length, const char *content_type, const char *address)
{
  g_autofree char *first = find_first_element (text, length);
  gboolean called_html = says (content_type, "html") || has_ending (address, ".html")
                         || has_ending (address, ".htm") || has_ending (address, ".aspx");

  if (first != NULL && strlen (first) <= NAME_MOST && is_html (first))
    return ACCORD_FORM_HTML;
  if (first != NULL)
    return ACCORD_FORM_XML;
  if (is_wrapped (text, length) || (called_html && has_elements (text, length)))
    return ACCORD_FORM_HTML;
  return ACCORD_FORM_TEXT;
}
