/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ods.h"

#include <string.h>

/* Short words that stay small inside a name, and words that are no words but letters. */
static const char *const small[] = { "and", "at",  "by", "for",  "in",   "of",
                                     "on",  "the", "to", "upon", "with", NULL };
static const char *const letters[] = { "NHS", "CCG", "ICB",  "GP",  "PCN", "CIC", "CSU", "UK",  "A&E", "MSK",
                                       "ENT", "PMS", "APMS", "OOH", "LLP", "PLC", "II",  "III", NULL };
static const char vowels[] = "AEIOUY";

/* Letters without a vowel are no word that anybody could say, but for the few that are cut short. */
static gboolean
is_spoken (const char *word)
{
  static const char *const cut[] = { "DR", "ST", "MR", "MRS", "LTD", "RD", "NR", "SQ", "CTR", NULL };

  return g_strv_contains (cut, word) || strpbrk (word, vowels) != NULL;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || ((guchar) c & 0x80) != 0;
}

static void
append_word (GString *name, const char *word, gsize length, gboolean first, gboolean after_apostrophe)
{
  g_autofree char *whole = g_strndup (word, length);
  g_autofree char *lower = g_utf8_strdown (whole, -1);

  if (after_apostrophe && length == 1)
    g_string_append (name, lower);
  else if (!first && g_strv_contains (small, lower))
    g_string_append (name, lower);
  else if (g_strv_contains (letters, whole) || !is_spoken (whole))
    g_string_append (name, whole);
  else
    {
      const char *rest = g_utf8_next_char (whole);
      g_autofree char *tail = g_utf8_strdown (rest, -1);

      g_string_append_len (name, whole, rest - whole);
      g_string_append (name, tail);
    }
}

/**
 * accord_ods_dup_written_name:
 * @capitals: a name as the register has it
 *
 * Puts a name that is all in capitals into the letters in which people write it: “BURY PCN” stays so far,
 * “THE CHORLEY SURGERY” becomes “The Chorley Surgery”. A name that has small letters already is left alone.
 * The register's own letters are kept beside the record, as its passage.
 *
 * Returns: (transfer full): the name
 */
char *
accord_ods_dup_written_name (const char *capitals)
{
  GString *name;
  gsize at = 0;

  for (const char *c = capitals; *c != '\0'; c++)
    if (g_ascii_islower (*c))
      return g_strdup (capitals);
  name = g_string_new (NULL);
  while (capitals[at] != '\0')
    {
      gsize end = at;

      while (is_letter (capitals[end]))
        end++;
      if (end > at)
        append_word (name, capitals + at, end - at, name->len == 0 || name->str[name->len - 1] == '(',
                     at > 0 && capitals[at - 1] == '\'');
      else
        g_string_append_c (name, capitals[end++]);
      at = end;
    }
  return g_string_free (name, FALSE);
}
