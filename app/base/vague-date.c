/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vague-date.h"

#include "date.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199
#define DAYS_A_WEEK 7
/* "The end of March" is its last ten days, and so with its beginning. */
#define PART_OF_MONTH 10

/* Which part of a span is meant. */
typedef enum
{
  WHOLE,
  BEGINNING,
  MIDDLE,
  END,
} Part;

/* What the words speak of; 0 or %WHOLE where they do not say. */
typedef struct
{
  int year;
  gboolean financial;
  int month;
  int n_months;
  int day;
  int quarter;
  gboolean week;
  Part part;
} Sense;

static const char *const months[] = { "january", "february", "march",     "april",   "may",      "june",
                                      "july",    "august",   "september", "october", "november", "december" };

static const struct
{
  const char *word;
  int month;
} seasons[] = { { "spring", 3 }, { "summer", 6 }, { "autumn", 9 }, { "winter", 12 } };

static const struct
{
  const char *word;
  Part part;
} parts[] = { { "early", BEGINNING }, { "beginning", BEGINNING }, { "start", BEGINNING },
              { "mid", MIDDLE },      { "middle", MIDDLE },       { "late", END },
              { "end", END } };

static gboolean
is_month (const char *word, int index)
{
  gsize length = strlen (word);

  return length >= 3 && strncmp (word, months[index], length) == 0;
}

/* "2019", and "2019/20" where the next word goes on with it. */
static gboolean
take_year (const char *word, const char *next, Sense *sense)
{
  gint64 year;

  if (strlen (word) != 4 || !g_ascii_string_to_signed (word, 10, FIRST_YEAR, LAST_YEAR, &year, NULL)
      || sense->year != 0)
    return FALSE;
  sense->year = (int) year;
  sense->financial = next != NULL && strlen (next) == 2 && g_ascii_isdigit (next[0])
                     && g_ascii_isdigit (next[1]) && atoi (next) == (sense->year + 1) % 100;
  return TRUE;
}

static void
take_day (const char *word, Sense *sense)
{
  char *end;
  gint64 day = g_ascii_strtoll (word, &end, 10);

  if (end != word && day >= 1 && day <= 31 && sense->day == 0 && sense->month == 0
      && (*end == '\0' || strcmp (end, "st") == 0 || strcmp (end, "nd") == 0 || strcmp (end, "rd") == 0
          || strcmp (end, "th") == 0))
    sense->day = (int) day;
}

static void
take_word (const char *word, const char *next, Sense *sense)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (word, parts[i].word) == 0)
      sense->part = parts[i].part;
  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    if (strcmp (word, seasons[i].word) == 0)
      {
        sense->month = seasons[i].month;
        sense->n_months = 3;
      }
  for (int i = 0; i < (int) G_N_ELEMENTS (months) && sense->month == 0; i++)
    if (is_month (word, i))
      {
        sense->month = i + 1;
        sense->n_months = 1;
      }
  if (strcmp (word, "week") == 0)
    sense->week = TRUE;
  if (strlen (word) == 2 && word[0] == 'q' && word[1] >= '1' && word[1] <= '4')
    sense->quarter = word[1] - '0';
  if (!take_year (word, next, sense))
    take_day (word, sense);
}

static gint
first_of (int year, int month)
{
  char iso[ACCORD_DATE_ISO_SIZE];
  gint day = 0;

  year += (month - 1) / 12;
  month = (month - 1) % 12 + 1;
  g_snprintf (iso, sizeof iso, "%04d-%02d-01", year, month);
  accord_date_to_day_number (iso, &day);
  return day;
}

/* A third of a span of months, or the first or last days of one month. */
static void
narrow (const Sense *sense, gint *first, gint *last)
{
  gint third = sense->n_months == 1 ? PART_OF_MONTH : (*last - *first + 1) / 3;

  if (sense->part == BEGINNING)
    *last = *first + third - 1;
  else if (sense->part == END)
    *first = *last - third + 1;
  else if (sense->part == MIDDLE)
    {
      *first += third;
      *last -= third;
    }
}

static void
find_span (const Sense *sense, gint *first, gint *last)
{
  int month = sense->month != 0 ? sense->month : 1;
  int n_months = sense->month != 0 ? sense->n_months : 12;

  if (sense->financial && sense->month == 0)
    {
      month = sense->quarter != 0 ? 1 + 3 * sense->quarter : 4;
      n_months = sense->quarter != 0 ? 3 : 12;
    }
  *first = first_of (sense->year, month);
  *last = first_of (sense->year, month + n_months) - 1;
  if (sense->day != 0 && sense->month != 0 && sense->n_months == 1 && *first + sense->day - 1 <= *last)
    {
      *first += sense->day - 1;
      *last = *first + (sense->week ? DAYS_A_WEEK - 1 : 0);
    }
  else
    narrow (sense, first, last);
}

static char **
split (const char *words)
{
  g_autofree char *low = g_ascii_strdown (words, -1);

  g_strcanon (low, "abcdefghijklmnopqrstuvwxyz0123456789", ' ');
  return g_strsplit (low, " ", -1);
}

/**
 * accord_vague_date_parse:
 * @words: (nullable): a date as a document states it
 * @from: (out): the first day that may be meant
 * @until: (out): the last
 *
 * Reads when "late 2017", "in Spring 2017", "by end of March 2017", "up to 2020", "2019/20" or "week
 * commencing 24th June 2019" is. Winter is that which begins in December of the year named.
 *
 * Returns: %FALSE where the words name no year, for then nobody can say
 */
gboolean
accord_vague_date_parse (const char *words, char from[ACCORD_DATE_ISO_SIZE], char until[ACCORD_DATE_ISO_SIZE])
{
  g_auto (GStrv) tokens = NULL;
  Sense sense = { 0 };
  gint first, last;

  if (words == NULL)
    return FALSE;
  tokens = split (words);
  for (char **word = tokens; *word != NULL; word++)
    take_word (*word, word[1], &sense);
  if (sense.year == 0)
    return FALSE;
  find_span (&sense, &first, &last);
  return accord_date_from_day_number (first, from) && accord_date_from_day_number (last, until);
}

/**
 * accord_vague_date_has_end:
 * @words: (nullable): a date as a document states it
 *
 * What begins "from June 2019" or is meant "for April 2020 onwards" has no day by which it is over.
 *
 * Returns: whether something is late once the last day of accord_vague_date_parse() has gone by
 */
gboolean
accord_vague_date_has_end (const char *words)
{
  static const char *const beginning[] = { "from", "since", "after", "onward", "onwards", NULL };
  static const char *const ending[] = { "to", "until", "till", "by", NULL };
  g_auto (GStrv) tokens = words != NULL ? split (words) : NULL;
  gboolean begins = FALSE, ends = FALSE;

  for (char **word = tokens; word != NULL && *word != NULL; word++)
    {
      begins |= g_strv_contains (beginning, *word);
      ends |= g_strv_contains (ending, *word);
    }
  return words != NULL && (!begins || ends);
}
