/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-heading.h"

#include <string.h>

/* “NEW”, “Rescheduled”: a longer remark behind the time is a sentence. */
#define LONGEST_REMARK 24

/* What makes of words before a comma a remark on the meeting, and what may stand beside it there. */
static const char *const remarks[] = {
  "extraordinary", "special",     "virtual",      "remote",    "hybrid",    "moved",      "rescheduled",
  "re-scheduled",  "postponed",   "cancelled",    "canceled",  "adjourned", "reconvened", "rearranged",
  "re-arranged",   "deferred",    "annual",       "budget",    "urgent",    "additional", "informal",
  "emergency",     "provisional", "inquorate",    "inaugural", "private",   "new",        "changed",
  "change",        "agm",         "continuation", "call-in",   "meeting"
};
static const char *const beside[] = {
  "of",       "the",      "to",      "from",    "and",       "at",       "in",     "on",        "by",
  "for",      "a",        "council", "date",    "time",      "venue",    "start",  "first",     "second",
  "joint",    "public",   "only",    "full",    "general",   "call",     "am",     "pm",        "january",
  "february", "march",    "april",   "may",     "june",      "july",     "august", "september", "october",
  "november", "december", "monday",  "tuesday", "wednesday", "thursday", "friday", "saturday",  "sunday"
};

static gboolean
is_among (const char *word, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (g_ascii_strcasecmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* “Moved from 9th October 2018” is a remark; “Special Educational Needs” is a part of a name. */
static gboolean
is_remark (const char *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words, " ()", -1);
  gboolean remarked = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *word = parts[i];

      if (*word == '\0' || g_ascii_isdigit (*word) || g_str_equal (word, "-"))
        continue;
      if (is_among (word, remarks, G_N_ELEMENTS (remarks)))
        remarked = TRUE;
      else if (!is_among (word, beside, G_N_ELEMENTS (beside)))
        return FALSE;
    }
  return remarked;
}

static const char *
status_of (const char *words)
{
  g_autofree char *lower = g_ascii_strdown (words, -1);

  if (strstr (lower, "cancelled") != NULL || strstr (lower, "canceled") != NULL)
    return "cancelled";
  /* One that was moved from another day is held on this one. */
  if (strstr (lower, "moved to") != NULL)
    return "moved";
  if (strstr (lower, "provisional") != NULL)
    return "provisional";
  return NULL;
}

/**
 * accord_text_heading_set_body:
 * @heading: a heading
 * @words: the body's name, with whatever goes before it
 *
 * Takes the remarks off a body's name and keeps both.
 */
void
accord_text_heading_set_body (AccordTextHeading *heading, const char *words)
{
  const char *body = words;
  const char *comma;

  while ((comma = strstr (body, ", ")) != NULL && comma[2] != '\0')
    {
      g_autofree char *part = g_strndup (body, comma - body);

      if (!is_remark (part))
        break;
      body = comma + 2;
    }
  g_free (heading->body);
  heading->body = *body != '\0' ? g_strdup (body) : NULL;
  if (body == words)
    return;
  g_free (heading->prefix);
  heading->prefix = g_strndup (words, body - 2 - words);
  if (heading->status == NULL)
    heading->status = status_of (heading->prefix);
}

static const char *
skip_dash (const char *words)
{
  static const char dash[] = "\u2013";

  if (g_str_has_prefix (words, dash))
    words += strlen (dash);
  return words + strspn (words, " ");
}

/* “ - 4.00 pm” behind the time is when the meeting was to end. */
static const char *
skip_end (const char *words)
{
  const char *at = skip_dash (words + strspn (words, " -"));
  gsize used = 0;
  g_autofree char *end = at > words + 1 ? accord_text_date_take_time (at, &used) : NULL;

  return end != NULL ? at + used : words;
}

/* What follows the date: a time, and then nothing but the advertisement of the app or a status. */
static gboolean
read_after (const char *words, AccordTextHeading *heading)
{
  gsize used = 0;

  while (*words == ' ' || *words == ',' || *words == '-')
    words++;
  if (g_ascii_strncasecmp (words, "at ", 3) == 0)
    words += 3;
  words = skip_dash (words);
  heading->time = accord_text_date_take_time (words, &used);
  words += used;
  words = skip_end (words);
  while (*words == ' ' || *words == ',' || *words == '-' || *words == '(')
    words++;
  if (g_ascii_strncasecmp (words, "modern.gov ", 11) == 0)
    words += 11;
  if (*words == '\0' || g_ascii_strcasecmp (words, "app available") == 0)
    return TRUE;
  heading->status = status_of (words);
  if (heading->status == NULL && strlen (words) <= LONGEST_REMARK && is_remark (words))
    {
      heading->prefix = g_strdup (words);
      return TRUE;
    }
  return heading->status != NULL && strlen (words) <= strlen ("provisional)");
}

static gboolean
cut_dash (char *words)
{
  static const char *const dashes[] = { "-", "\u2013", "\u2014" };

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_suffix (words, dashes[i]))
      {
        words[strlen (words) - strlen (dashes[i])] = '\0';
        g_strchomp (words);
        return TRUE;
      }
  return FALSE;
}

/**
 * accord_text_heading_read:
 * @words: a line with single spaces
 * @heading: (out): what it says; to be cleared where there is any
 *
 * Reads a line as the heading of a meeting. It has to end with a date and its weekday, or a time; of two
 * dates the last is the meeting's.
 *
 * Returns: whether it is one
 */
gboolean
accord_text_heading_read (const char *words, AccordTextHeading *heading)
{
  g_autofree char *before = NULL;
  g_auto (AccordTextHeading) read = { 0 };

  if (!accord_text_date_find_last (words, &read.date) || !read_after (words + read.date.end, &read)
      || (read.date.weekday == G_DATE_BAD_WEEKDAY && read.time == NULL))
    return FALSE;
  before = g_strchomp (g_strndup (words, read.date.start));
  if (*before != '\0')
    {
      /* Without the dash it is a sentence that happens to end with a date. */
      if (!cut_dash (before))
        return FALSE;
      accord_text_heading_set_body (&read, before);
    }
  *heading = read;
  memset (&read, 0, sizeof read);
  return TRUE;
}

/**
 * accord_text_heading_clear:
 * @heading: a heading
 */
void
accord_text_heading_clear (AccordTextHeading *heading)
{
  g_clear_pointer (&heading->prefix, g_free);
  g_clear_pointer (&heading->body, g_free);
  g_clear_pointer (&heading->time, g_free);
}
