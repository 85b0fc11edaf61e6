/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-words.h"

#include "fold.h"

#include <stdio.h>
#include <string.h>

/* Of two texts that say the same thing, at least this share of the words is in both, in per cent. */
#define LEAST_SHARED 60

/**
 * accord_plan_key:
 * @words: (nullable): a name, a number or a sentence
 *
 * Returns: (transfer full): its letters and figures, folded, one blank between words: what two styles of one
 * page agree on. "" where there are none
 */
char *
accord_plan_key (const char *words)
{
  g_autofree char *folded = accord_text_fold (words != NULL ? words : "");
  GString *key = g_string_sized_new (strlen (folded));
  gboolean pending = FALSE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\'' || c == 0x2019)
        continue;
      if (!g_unichar_isalnum (c))
        {
          pending = TRUE;
          continue;
        }
      if (pending && key->len > 0)
        g_string_append_c (key, ' ');
      pending = FALSE;
      g_string_append_unichar (key, c);
    }
  return g_string_free (key, FALSE);
}

/**
 * accord_plan_same_key:
 * @a: (nullable): words
 * @b: (nullable): others
 *
 * Returns: whether both have the same letters and figures, and any at all
 */
gboolean
accord_plan_same_key (const char *a, const char *b)
{
  g_autofree char *one = accord_plan_key (a), *other = accord_plan_key (b);

  return *one != '\0' && strcmp (one, other) == 0;
}

/* The words of a key, each counted once. */
static GHashTable *
split (const char *key)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) parts = g_strsplit (key, " ", -1);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_hash_table_add (words, g_strdup (*part));
  return words;
}

/**
 * accord_plan_alike:
 * @a: (nullable): words
 * @b: (nullable): others
 *
 * Returns: whether they are two wordings of one thing: one is the beginning of the other, or most words of
 * both are the same
 */
gboolean
accord_plan_alike (const char *a, const char *b)
{
  g_autofree char *one = accord_plan_key (a), *other = accord_plan_key (b);
  g_autoptr (GHashTable) words = NULL, others = NULL;
  GHashTableIter iter;
  gpointer word;
  guint shared = 0;

  if (*one == '\0' || *other == '\0')
    return FALSE;
  if (g_str_has_prefix (one, other) || g_str_has_prefix (other, one))
    return TRUE;
  words = split (one);
  others = split (other);
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    shared += g_hash_table_contains (others, word);
  return shared * 100 >= LEAST_SHARED * MAX (g_hash_table_size (words), g_hash_table_size (others));
}

/**
 * accord_plan_time_key:
 * @time: (nullable): a time of day as somebody wrote it: “18:00”, “6.00 pm”, “16.00”
 *
 * Returns: (transfer full) (nullable): the same as "HH:MM", or %NULL where it is none
 */
char *
accord_plan_time_key (const char *time)
{
  int hour = 0, minute = 0, length = 0;
  g_autofree char *rest = NULL;

  if (time == NULL || sscanf (time, " %2d%n", &hour, &length) < 1)
    return NULL;
  time += length;
  if ((*time == ':' || *time == '.') && sscanf (time + 1, "%2d%n", &minute, &length) >= 1)
    time += length + 1;
  rest = accord_plan_key (time);
  if ((strcmp (rest, "pm") == 0 || strcmp (rest, "p m") == 0) && hour < 12)
    hour += 12;
  else if ((strcmp (rest, "am") == 0 || strcmp (rest, "a m") == 0) && hour == 12)
    hour = 0;
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 ? g_strdup_printf ("%02d:%02d", hour, minute)
                                                              : NULL;
}
