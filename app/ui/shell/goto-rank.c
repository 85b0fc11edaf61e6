/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/goto-rank.h"

#include <string.h>

/* Case, accents and how a letter is put together make no difference, nor do marks between words. */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *small = g_utf8_casefold (apart, -1);
  GString *folded = g_string_new (NULL);

  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, c);
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ' && c != '\'' && c != 0x2019)
        g_string_append_c (folded, ' ');
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free (folded, FALSE);
}

static gboolean
begins_a_word (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (at == text || at[-1] == ' ')
      return TRUE;

  return FALSE;
}

/**
 * accord_match_words:
 * @words: what a person has typed
 * @text: the name of something
 *
 * Returns: how well @text answers to @words; %ACCORD_MATCH_NONE when there is no letter and no figure in
 *   @words
 */
AccordMatch
accord_match_words (const char *words, const char *text)
{
  g_autofree char *wanted = fold (words);
  g_autofree char *name = fold (text);
  g_auto (GStrv) each = g_strsplit (wanted, " ", -1);
  AccordMatch match = ACCORD_MATCH_WORDS;

  if (*wanted == '\0')
    return ACCORD_MATCH_NONE;
  if (strcmp (name, wanted) == 0)
    return ACCORD_MATCH_EXACT;
  if (g_str_has_prefix (name, wanted))
    return ACCORD_MATCH_START;

  for (guint i = 0; each[i] != NULL; i++)
    if (strstr (name, each[i]) == NULL)
      return ACCORD_MATCH_NONE;
    else if (!begins_a_word (name, each[i]))
      match = ACCORD_MATCH_ANYWHERE;

  return match;
}

/**
 * accord_rank_compare:
 * @a: where one thing stands
 * @b: where another stands
 *
 * A better match is never below a worse one; among equals what was seen lately comes first, then what is
 * looked for more often, then what stood first.
 *
 * Returns: below nought when @a comes first, above when @b does
 */
int
accord_rank_compare (const AccordRank *a, const AccordRank *b)
{
  if (a->match != b->match)
    return a->match > b->match ? -1 : 1;
  if (a->seen != b->seen)
    return a->seen < b->seen ? -1 : 1;
  if (a->sort != b->sort)
    return a->sort < b->sort ? -1 : 1;

  return a->order < b->order ? -1 : a->order > b->order;
}
