/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-date.h"

#include <string.h>

#include "date.h"

/* The longest date there is, with its weekday. */
#define LONGEST 40

static const char *const months[] = { "january", "february", "march",     "april",   "may",      "june",
                                      "july",    "august",   "september", "october", "november", "december" };
static const char *const weekdays[] = { "monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday" };

/* Which of the names a word is, from 1; three letters of it are enough. */
static guint
find_name (const char *word, gsize length, const char *const *names, guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    if (length >= 3 && length <= strlen (names[i]) && g_ascii_strncasecmp (word, names[i], length) == 0)
      return i + 1;
  return 0;
}

static gsize
word_length (const char *at)
{
  gsize length = 0;

  while (g_ascii_isalpha (at[length]))
    length++;
  return length;
}

static gsize
digits_length (const char *at)
{
  gsize length = 0;

  while (g_ascii_isdigit (at[length]))
    length++;
  return length;
}

static void
skip_joints (const char **at)
{
  while (**at == ' ' || **at == ',')
    (*at)++;
}

/* “27th September, 2016” and what is like it; the words have single spaces. */
static gboolean
take_date (const char *at, gsize *length)
{
  const char *start = at;
  gsize n = digits_length (at), word;

  if (n < 1 || n > 2)
    return FALSE;
  at += n;
  word = word_length (at);
  if (word == 2
      && (g_ascii_strncasecmp (at, "st", 2) == 0 || g_ascii_strncasecmp (at, "nd", 2) == 0
          || g_ascii_strncasecmp (at, "rd", 2) == 0 || g_ascii_strncasecmp (at, "th", 2) == 0))
    at += 2;
  if (*at != ' ')
    return FALSE;
  at++;
  word = word_length (at);
  if (find_name (at, word, months, G_N_ELEMENTS (months)) == 0)
    return FALSE;
  at += word;
  skip_joints (&at);
  if (digits_length (at) != 4)
    return FALSE;
  *length = at + 4 - start;
  return TRUE;
}

/* The weekday before a date, which begins at @at. */
static void
take_weekday (const char *words, AccordTextDate *date)
{
  gsize end = date->start, start;

  while (end > 0 && (words[end - 1] == ' ' || words[end - 1] == ','))
    end--;
  start = end;
  while (start > 0 && g_ascii_isalpha (words[start - 1]))
    start--;
  date->weekday = (GDateWeekday) find_name (words + start, end - start, weekdays, G_N_ELEMENTS (weekdays));
  if (date->weekday != G_DATE_BAD_WEEKDAY)
    date->start = start;
}

/**
 * accord_text_date_find_last:
 * @words: words with single spaces
 * @date: (out): the date
 *
 * Finds the last date of a line whose month is a word.
 *
 * Returns: whether there is one
 */
gboolean
accord_text_date_find_last (const char *words, AccordTextDate *date)
{
  gboolean found = FALSE;

  for (gsize at = 0; words[at] != '\0'; at++)
    {
      g_autofree char *part = NULL;
      g_autofree char *iso = NULL;
      gsize length;

      if (!g_ascii_isdigit (words[at]) || (at > 0 && g_ascii_isalnum (words[at - 1]))
          || !take_date (words + at, &length))
        continue;
      part = g_strndup (words + at, length);
      iso = accord_text_date_iso (part);
      if (iso == NULL)
        continue;
      date->start = at;
      date->end = at + length;
      g_strlcpy (date->iso, iso, sizeof date->iso);
      take_weekday (words, date);
      found = TRUE;
    }
  return found;
}

/**
 * accord_text_date_fits_weekday:
 * @date: a date
 *
 * Returns: whether it is that day of the week, or no weekday is named
 */
gboolean
accord_text_date_fits_weekday (const AccordTextDate *date)
{
  int year = g_ascii_strtoll (date->iso, NULL, 10);
  int month = g_ascii_strtoll (date->iso + 5, NULL, 10);
  int day = g_ascii_strtoll (date->iso + 8, NULL, 10);
  GDate when;

  if (date->weekday == G_DATE_BAD_WEEKDAY || !g_date_valid_dmy (day, (GDateMonth) month, year))
    return TRUE;
  g_date_clear (&when, 1);
  g_date_set_dmy (&when, day, (GDateMonth) month, year);
  return g_date_get_weekday (&when) == date->weekday;
}

/**
 * accord_text_date_iso:
 * @words: (nullable): words that are a date and nothing else
 *
 * Returns: (transfer full) (nullable): the ISO date, or %NULL where they are none
 */
char *
accord_text_date_iso (const char *words)
{
  g_autofree char *iso = NULL;

  if (words == NULL || strlen (words) > LONGEST || !g_ascii_isdigit (words[0])
      || !accord_date_parse (words, &iso, NULL))
    return NULL;
  return g_steal_pointer (&iso);
}

/* “am”, “p.m.”: 0 for none, 1 for before noon, 2 for after. */
static guint
take_half (const char **at)
{
  const char *from = *at;
  guint half;

  while (*from == ' ')
    from++;
  half = g_ascii_tolower (*from) == 'a' ? 1 : g_ascii_tolower (*from) == 'p' ? 2 : 0;
  if (half == 0)
    return 0;
  from++;
  if (*from == '.')
    from++;
  if (g_ascii_tolower (*from) != 'm')
    return 0;
  from++;
  if (*from == '.')
    from++;
  if (g_ascii_isalnum (*from))
    return 0;
  *at = from;
  return half;
}

static gboolean
take_noon (const char **at)
{
  const char *from = *at;

  while (*from == ' ')
    from++;
  if (g_ascii_strncasecmp (from, "noon", 4) != 0 || g_ascii_isalnum (from[4]))
    return FALSE;
  *at = from + 4;
  return TRUE;
}

/**
 * accord_text_date_take_time:
 * @words: words that may begin with a time of day
 * @used: (out): how many bytes of them it takes
 *
 * Reads “4.00 pm”, “5:30 pm”, “10am”, “18:00”, “12 noon”, “noon”. A number alone is no time.
 *
 * Returns: (transfer full) (nullable): the time as "HH:MM", or %NULL
 */
char *
accord_text_date_take_time (const char *words, gsize *used)
{
  const char *at = words;
  gsize n = digits_length (at);
  guint64 hour, minute = 0;
  gboolean minutes = FALSE;
  guint half;

  if (g_ascii_strcasecmp (words, "noon") == 0)
    {
      *used = strlen ("noon");
      return g_strdup ("12:00");
    }
  if (n < 1 || n > 2)
    return NULL;
  hour = g_ascii_strtoull (at, NULL, 10);
  at += n;
  if ((*at == '.' || *at == ':') && digits_length (at + 1) == 2)
    {
      minute = g_ascii_strtoull (at + 1, NULL, 10);
      minutes = TRUE;
      at += 3;
    }
  half = take_half (&at);
  if (half == 0 && hour == 12 && take_noon (&at))
    half = 2;
  if ((half == 0 && !minutes) || minute > 59 || hour > 23 || (half != 0 && hour == 0))
    return NULL;
  if (half == 2 && hour < 12)
    hour += 12;
  else if (half == 1 && hour == 12)
    hour = 0;
  *used = at - words;
  return g_strdup_printf ("%02u:%02u", (guint) hour, (guint) minute);
}
