/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-lines.h"

#include <string.h>

/**
 * accord_text_next_word:
 * @text: a line or what is left of it
 * @word: (out) (transfer full): its first word, "" where there is none
 *
 * Returns: what follows the word and the white space behind it
 */
const char *
accord_text_next_word (const char *text, char **word)
{
  const char *end;

  text += strspn (text, " \t\r");
  end = text + strcspn (text, " \t\r");
  *word = g_strndup (text, end - text);
  return end + strspn (end, " \t\r");
}

/**
 * accord_text_lines_each:
 * @text: (nullable): a text of several lines
 * @func: takes each line that is not empty
 * @data: data for @func
 * @error: return location for an error of @func
 *
 * Returns: %FALSE where @func ended the walk
 */
gboolean
accord_text_lines_each (const char *text, AccordTextLineFunc func, gpointer data, GError **error)
{
  guint number = 0;

  for (const char *at = text; at != NULL && *at != '\0';)
    {
      gsize length = strcspn (at, "\n");
      g_autofree char *line = g_strndup (at, length);
      g_autofree char *first = NULL;
      const char *rest = accord_text_next_word (g_strchomp (line), &first);

      number++;
      if (*first != '\0' && !func (first, rest, number, data, error))
        return FALSE;
      at += length + (at[length] == '\n' ? 1 : 0);
    }
  return TRUE;
}
