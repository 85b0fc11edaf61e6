/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query.h"

/* A person types a few words; a pasted page would only make the engine work for nothing. */
#define MAX_WORDS 16

/* The engine keeps letters, numbers and characters for private use, and drops everything else. */
static gboolean
is_searchable (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_LETTER_NUMBER
         || g_unichar_type (c) == G_UNICODE_OTHER_NUMBER || g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

static gboolean
has_something_to_find (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (is_searchable (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static const char *
skip_spaces (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static char *
take_word (const char **text)
{
  const char *start = skip_spaces (*text);
  const char *end = start;

  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  *text = end;
  return end > start ? g_strndup (start, end - start) : NULL;
}

/* Inside double quotes nothing is an operator but the quote itself, which is doubled. */
static void
append_prefix (GString *expression, const char *word)
{
  if (expression->len > 0)
    g_string_append (expression, " AND ");
  g_string_append_c (expression, '"');
  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (expression, '"');
      g_string_append_c (expression, *p);
    }
  g_string_append (expression, "\"*");
}

/**
 * accord_search_expression:
 * @text: (nullable): what a person typed, whatever it is
 *
 * Makes a full-text expression of words typed by a person: all of them must occur, each as the beginning of a
 * word. Nothing in @text works as an operator.
 *
 * Returns: (transfer full) (nullable): the expression, or %NULL when @text has no letter and no figure in it
 */
char *
accord_search_expression (const char *text)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  const char *rest = valid;
  guint n_words = 0;

  while (n_words < MAX_WORDS)
    {
      g_autofree char *word = take_word (&rest);

      if (word == NULL)
        break;
      if (!has_something_to_find (word))
        continue;
      append_prefix (expression, word);
      n_words++;
    }
  return expression->len > 0 ? g_string_free (g_steal_pointer (&expression), FALSE) : NULL;
}
