/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-wrapped.h"

#include <string.h>

static const char *
skip_white (const char *at, const char *end)
{
  while (at < end && g_ascii_isspace (*at))
    at++;
  return at;
}

/* What stands in the string after `"body":`; %NULL for no such member. */
static const char *
find_body (const char *text, const char *end)
{
  static const char name[] = "\"body\"";
  const char *at = g_strstr_len (text, end - text, name);

  if (at == NULL)
    return NULL;
  at = skip_white (at + strlen (name), end);
  if (at == end || *at != ':')
    return NULL;
  at = skip_white (at + 1, end);
  return at < end && *at == '"' ? at + 1 : NULL;
}

/* The four figures after `\u`, or -1. */
static int
take_unit (const char *at, const char *end)
{
  int unit = 0;

  if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (at[i]);
    }
  return unit;
}

/* Writes the character that an escape at @at stands for; returns what is after it, or %NULL where it is cut
 * or none. */
static const char *
unescape (GString *markup, const char *at, const char *end)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char characters[] = "\"\\/\b\f\n\r\t";
  const char *letter = end - at >= 2 && at[1] != '\0' ? strchr (letters, at[1]) : NULL;
  int unit = take_unit (at, end);
  int low;

  if (letter != NULL)
    {
      g_string_append_c (markup, characters[letter - letters]);
      return at + 2;
    }
  if (unit <= 0)
    return NULL;
  at += 6;
  if (unit < 0xd800 || unit > 0xdfff)
    {
      g_string_append_unichar (markup, unit);
      return at;
    }
  low = take_unit (at, end);
  if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff)
    return at;
  g_string_append_unichar (markup, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
  return at + 6;
}

/**
 * accord_html_unwrap:
 * @text: a page
 * @length: its length in bytes
 * @unwrapped_length: (out): the length of what is returned
 * @cut: (out): whether the page ends before what it wraps does
 *
 * Takes a page out of the JSON document in which OpenlyLocal kept it.
 *
 * Returns: (transfer full) (nullable): the page's own markup; %NULL where nothing is wrapped
 */
char *
accord_html_unwrap (const char *text, gsize length, gsize *unwrapped_length, gboolean *cut)
{
  const char *end = text + length;
  const char *at = skip_white (text, end);
  g_autoptr (GString) markup = NULL;

  if (at == end || *at != '{')
    return NULL;
  at = find_body (at, end);
  if (at == NULL)
    return NULL;
  markup = g_string_sized_new (end - at);
  while (at != NULL && at < end && *at != '"')
    {
      gsize n = 0;

      while (at + n < end && at[n] != '"' && at[n] != '\\')
        n++;
      g_string_append_len (markup, at, n);
      at += n;
      if (at < end && *at == '\\')
        at = unescape (markup, at, end);
    }
  *cut = at == NULL || at == end;
  *unwrapped_length = markup->len;
  return g_string_free (g_steal_pointer (&markup), FALSE);
}
