/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entities.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* The longest name of an entity, “thetasym”. */
#define NAME_MOST 8

/* The character that stands between @at and @end as “#39” or “amp”; nought for none. */
static gunichar
find_character (const char *at, const char *end)
{
  char name[NAME_MOST + 1] = "";
  guint64 value;

  if (end - at < 2 || end - at > NAME_MOST)
    return 0;
  memcpy (name, at, end - at);
  if (name[0] != '#')
    {
      const htmlEntityDesc *entity;

      /* Newer libxml2 would rather not be asked, and has nothing else to ask. */
      G_GNUC_BEGIN_IGNORE_DEPRECATIONS
      entity = htmlEntityLookup ((const xmlChar *) name);
      G_GNUC_END_IGNORE_DEPRECATIONS
      return entity != NULL ? entity->value : 0;
    }
  if (g_ascii_tolower (name[1]) == 'x')
    value = g_ascii_isxdigit (name[2]) ? g_ascii_strtoull (name + 2, NULL, 16) : 0;
  else
    value = g_ascii_isdigit (name[1]) ? g_ascii_strtoull (name + 1, NULL, 10) : 0;
  return value >= ' ' && value <= 0x10ffff && g_unichar_validate (value) ? value : 0;
}

/**
 * accord_entities_resolve:
 * @text: text, which is changed in place; it never grows
 * @length: its length in bytes
 *
 * Puts characters in the place of their HTML names and numbers (“&#39;”, “&amp;”): modern.gov's web service
 * escapes some texts twice. What is no such name stays.
 *
 * Returns: the new length; the text is NUL-terminated there
 */
gsize
accord_entities_resolve (char *text, gsize length)
{
  const char *end = text + length;
  char *to = text;

  for (const char *at = text; at < end;)
    {
      const char *stop = *at == '&' ? memchr (at, ';', MIN (end - at, NAME_MOST + 2)) : NULL;
      gunichar c = stop != NULL ? find_character (at + 1, stop) : 0;

      if (c == 0)
        {
          *to++ = *at++;
          continue;
        }
      to += g_unichar_to_utf8 (c, to);
      at = stop + 1;
    }
  *to = '\0';
  return to - text;
}
