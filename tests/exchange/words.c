/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words.h"

#include "fold.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const units[] = { "zero",    "one",     "two",       "three",    "four",
                                     "five",    "six",     "seven",     "eight",    "nine",
                                     "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                     "fifteen", "sixteen", "seventeen", "eighteen", "nineteen" };
static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December" };

static void
add_number (GHashTable *numbers, double value)
{
  gint64 *hundredths = g_new (gint64, 1);

  *hundredths = llround (value * 100);
  g_hash_table_add (numbers, hundredths);
}

static void
add_spelled (GHashTable *numbers, const char *word, gboolean spelled_one)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);

  /* More than half. */
  if (strcmp (lower, "majority") == 0)
    add_number (numbers, 50);
  for (guint i = spelled_one ? 1 : 2; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *twenties = g_strconcat ("twenty-", units[i], NULL);

      if (strcmp (lower, units[i]) == 0)
        add_number (numbers, i);
      if (i < 10 && strcmp (lower, twenties) == 0)
        add_number (numbers, 20 + i);
    }
}

static double
multiplier (const char *unit)
{
  if (unit == NULL || *unit == '\0')
    return 1;
  return unit[0] == 'b' ? 1e9 : 1e6;
}

/* All numbers of a text in hundredths, written in figures or spelled; "£19.2 million" is both 19.2 and
 * 19,200,000. */
GHashTable *
words_numbers (const char *text, gboolean spelled_one)
{
  GHashTable *numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GRegex) figures =
      g_regex_new ("([0-9][0-9,]*(?:\\.[0-9]+)?)(?:\\s?(million|billion|bn|m)\\b)?", 0, 0, NULL);
  g_autoptr (GRegex) spelled = g_regex_new ("[A-Za-z-]+", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL, word = NULL;

  for (g_regex_match (figures, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *digits = g_match_info_fetch (match, 1);
      g_autofree char *unit = g_match_info_fetch (match, 2);
      g_auto (GStrv) parts = g_strsplit (digits, ",", -1);
      g_autofree char *plain = g_strjoinv ("", parts);
      double value = g_ascii_strtod (plain, NULL);

      add_number (numbers, value);
      add_number (numbers, value * multiplier (unit));
    }
  for (g_regex_match (spelled, text, 0, &word); g_match_info_matches (word); g_match_info_next (word, NULL))
    {
      g_autofree char *found = g_match_info_fetch (word, 0);

      add_spelled (numbers, found, spelled_one);
    }
  return numbers;
}

/* Whether the text names the day, the month and the year of an ISO date. */
gboolean
words_have_date (const char *text, const char *iso)
{
  int year = atoi (iso), month = atoi (iso + 5), day = atoi (iso + 8);
  g_autofree char *before =
      g_strdup_printf ("\\b0?%d(?:st|nd|rd|th)?\\s+%s,?\\s+%d\\b", day, months[month - 1], year);

  return g_regex_match_simple (before, text, 0, 0);
}

/* Whether @part is in @text, whatever the case, white space and a full stop at its end. */
gboolean
words_have (const char *text, const char *part)
{
  g_autofree char *whole = accord_text_collapse (text);
  g_autofree char *piece = accord_text_collapse (part);
  g_autofree char *whole_lower = g_utf8_strdown (whole, -1);
  g_autofree char *piece_lower = NULL;

  if (g_str_has_suffix (piece, "."))
    piece[strlen (piece) - 1] = '\0';
  piece_lower = g_utf8_strdown (piece, -1);
  return *piece != '\0' && strstr (whole_lower, piece_lower) != NULL;
}

static GRegex *
token_regex (void)
{
  return g_regex_new ("\\p{L}[\\p{L}\\p{N}&-]*", 0, 0, NULL);
}

GHashTable *
words_tokens (const char *text, gboolean lower)
{
  GHashTable *tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) regex = token_regex ();
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *token = g_match_info_fetch (match, 0);

      g_hash_table_add (tokens, lower ? g_utf8_strdown (token, -1) : g_strdup (token));
    }
  return tokens;
}

static gboolean
begins_sentence (const char *text, int position)
{
  const char *at = text + position;

  while (at > text)
    {
      gunichar c;

      at = g_utf8_prev_char (at);
      c = g_utf8_get_char (at);
      if (!g_unichar_isspace (c) && g_utf8_strchr ("‘“(", -1, c) == NULL)
        return g_utf8_strchr (".:;", -1, c) != NULL;
    }
  return TRUE;
}

/* The first word of @text with a capital that is not known as it stands, or NULL; at the start of a sentence
 * any known word may have one. */
char *
words_unknown_name (const char *text, GHashTable *known, GHashTable *known_lower)
{
  g_autoptr (GRegex) regex = token_regex ();
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *token = g_match_info_fetch (match, 0);
      g_autofree char *lower = g_utf8_strdown (token, -1);
      int start;

      g_match_info_fetch_pos (match, 0, &start, NULL);
      if (!g_unichar_isupper (g_utf8_get_char (token)) || g_hash_table_contains (known, token))
        continue;
      if (!begins_sentence (text, start) || !g_hash_table_contains (known_lower, lower))
        return g_steal_pointer (&token);
    }
  return NULL;
}
