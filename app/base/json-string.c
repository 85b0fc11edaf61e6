/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-string.h"

/**
 * accord_json_append_string:
 * @json: where to append
 * @text: (nullable): words
 *
 * Appends the words as a text of JSON, in the one spelling that equal texts have, or null. By hand, because
 * it is written for every record of an import.
 */
void
accord_json_append_string (GString *json, const char *text)
{
  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  g_string_append_c (json, '"');
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (json, '\\'), g_string_append_c (json, *p);
      else if (*p == '\n')
        g_string_append (json, "\\n");
      else if (*p < 0x20)
        g_string_append_printf (json, "\\u%04x", *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}
