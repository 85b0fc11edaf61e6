/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-depth.h"

/**
 * accord_json_find_too_deep:
 * @text: what may be JSON
 * @length: of @text in bytes
 * @deepest: how deep brackets may stand within brackets
 *
 * To be asked before a text is given to json-glib, which goes down as deep as the text does.
 *
 * Returns: the line on which a bracket stands deeper, or 0
 */
guint
accord_json_find_too_deep (const char *text, gsize length, guint deepest)
{
  guint depth = 0, line = 1;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      line += text[i] == '\n';
      if (quoted && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && (text[i] == '{' || text[i] == '[') && ++depth > deepest)
        return line;
      else if (!quoted && (text[i] == '}' || text[i] == ']') && depth > 0)
        depth--;
    }
  return 0;
}
