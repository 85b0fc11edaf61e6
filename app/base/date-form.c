/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date-form.h"

#include <string.h>

/* Two-digit years up to this one are of this century. */
#define PIVOT 68

#define FIRST_YEAR 1000
#define LAST_YEAR 9999

typedef struct
{
  const char *at;
  const char *end;
} Span;

/* Day, month and year as they were written; @n_year is how many digits the year had. */
typedef struct
{
  guint day;
  guint month;
  guint year;
  guint n_year;
} Parts;

static const char *const months[] = { "january", "february", "march",     "april",   "may",      "june",
                                      "july",    "august",   "september", "october", "november", "december" };

static const char *const weekdays[] = { "monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday" };

static gboolean
is_leap (guint year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static guint
days_in_month (guint month, guint year)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap (year) ? 29 : days[month - 1];
}

static gboolean
parts_are_valid (const Parts *parts)
{
  return parts->year >= FIRST_YEAR && parts->year <= LAST_YEAR && parts->month >= 1 && parts->month <= 12
         && parts->day >= 1 && parts->day <= days_in_month (parts->month, parts->year);
}

static gboolean
settle_year (Parts *parts)
{
  if (parts->n_year == 2)
    parts->year += parts->year <= PIVOT ? 2000 : 1900;
  return parts->n_year == 2 || parts->n_year == 4;
}

static void
write_iso (const Parts *parts, char out[ACCORD_DATE_ISO_SIZE])
{
  guint year = parts->year;

  out[0] = '0' + year / 1000 % 10;
  out[1] = '0' + year / 100 % 10;
  out[2] = '0' + year / 10 % 10;
  out[3] = '0' + year % 10;
  out[4] = out[7] = '-';
  out[5] = '0' + parts->month / 10;
  out[6] = '0' + parts->month % 10;
  out[8] = '0' + parts->day / 10;
  out[9] = '0' + parts->day % 10;
  out[10] = '\0';
}

/* Reads at most @max digits; the answer is how many there were. */
static guint
take_number (Span *span, guint max, guint *value)
{
  guint n = 0;

  *value = 0;
  while (n < max && span->at < span->end && g_ascii_isdigit (*span->at))
    {
      *value = *value * 10 + (*span->at++ - '0');
      n++;
    }
  return n;
}

static gboolean
take_char (Span *span, char c)
{
  if (span->at == span->end || *span->at != c)
    return FALSE;
  span->at++;
  return TRUE;
}

/* Unlike strchr(), nul is one of nothing. */
static gboolean
is_one_of (char c, const char *set)
{
  return c != '\0' && strchr (set, c) != NULL;
}

static void
skip_white (Span *span)
{
  for (;;)
    {
      if (span->at < span->end && g_ascii_isspace (*span->at))
        span->at++;
      else if (span->end - span->at >= 2 && memcmp (span->at, "\xc2\xa0", 2) == 0)
        span->at += 2;
      else
        return;
    }
}

static void
trim (Span *span)
{
  skip_white (span);
  for (;;)
    {
      if (span->end > span->at && g_ascii_isspace (span->end[-1]))
        span->end--;
      else if (span->end - span->at >= 2 && memcmp (span->end - 2, "\xc2\xa0", 2) == 0)
        span->end -= 2;
      else
        return;
    }
}

/* What may stand behind a date: nothing, or a time of day, which is let go. */
static gboolean
take_time_or_end (Span *span)
{
  guint hour, minute;

  if (span->at == span->end)
    return TRUE;
  if (!take_char (span, 'T'))
    {
      if (!g_ascii_isspace (*span->at))
        return FALSE;
      skip_white (span);
    }
  if (take_number (span, 2, &hour) == 0 || hour > 24)
    return FALSE;
  if ((!take_char (span, ':') && !take_char (span, '.')) || take_number (span, 2, &minute) != 2
      || minute > 59)
    return FALSE;
  while (span->at < span->end && (g_ascii_isdigit (*span->at) || is_one_of (*span->at, ":.+-Z")))
    span->at++;
  skip_white (span);
  if (span->end - span->at == 2
      && (g_ascii_strncasecmp (span->at, "am", 2) == 0 || g_ascii_strncasecmp (span->at, "pm", 2) == 0))
    span->at = span->end;
  return span->at == span->end;
}

/* Year first is never in doubt, whatever parts the figures. */
static gboolean
read_iso (Span span, Parts *parts)
{
  char separator;

  if (take_number (&span, 4, &parts->year) != 4 || span.at == span.end)
    return FALSE;
  separator = *span.at++;
  return is_one_of (separator, "-/.") && take_number (&span, 2, &parts->month) == 2
         && take_char (&span, separator) && take_number (&span, 2, &parts->day) == 2
         && take_time_or_end (&span);
}

static gboolean
read_compact (Span span, Parts *parts)
{
  return take_number (&span, 4, &parts->year) == 4 && take_number (&span, 2, &parts->month) == 2
         && take_number (&span, 2, &parts->day) == 2 && take_time_or_end (&span);
}

/* Two numbers and a year between like separators, in the order they stand. */
static gboolean
read_numbers (Span span, guint *first, guint *second, Parts *parts)
{
  char separator;

  if (take_number (&span, 2, first) == 0 || span.at == span.end)
    return FALSE;
  separator = *span.at++;
  if (!is_one_of (separator, "-/.") || take_number (&span, 2, second) == 0 || !take_char (&span, separator))
    return FALSE;
  parts->n_year = take_number (&span, 4, &parts->year);
  return settle_year (parts) && take_time_or_end (&span);
}

static gboolean
read_day_first (Span span, Parts *parts)
{
  return read_numbers (span, &parts->day, &parts->month, parts);
}

static gsize
take_word (Span *span, const char **word)
{
  *word = span->at;
  while (span->at < span->end && g_ascii_isalpha (*span->at))
    span->at++;
  return span->at - *word;
}

/* A name written whole or cut to three letters or more, as `Sep` and `Sept` are; its place from 1, or 0. */
static guint
find_name (const char *word, gsize len, const char *const *names, gsize n_names)
{
  for (gsize i = 0; len >= 3 && i < n_names; i++)
    if (len <= strlen (names[i]) && g_ascii_strncasecmp (word, names[i], len) == 0)
      return i + 1;
  return 0;
}

/* Whatever may stand between the parts; FALSE if there is nothing. */
static gboolean
skip_joints (Span *span)
{
  const char *before = span->at;

  skip_white (span);
  while (span->at < span->end && is_one_of (*span->at, ",-./"))
    {
      span->at++;
      skip_white (span);
    }
  return span->at > before;
}

static gboolean
take_ordinal_day (Span *span, guint *day)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };

  if (take_number (span, 2, day) == 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (span->end - span->at >= 2 && g_ascii_strncasecmp (span->at, endings[i], 2) == 0)
      {
        span->at += 2;
        break;
      }
  return TRUE;
}

/* A weekday may lead (and is not checked: the date is what counts); the month is a word, so that either order
 * of day and month is plain. */
static gboolean
read_words (Span span, Parts *parts)
{
  const char *word;
  gsize len = take_word (&span, &word);

  if (len > 0 && find_name (word, len, weekdays, G_N_ELEMENTS (weekdays)) > 0)
    {
      skip_joints (&span);
      len = take_word (&span, &word);
    }
  if (len > 0)
    {
      parts->month = find_name (word, len, months, G_N_ELEMENTS (months));
      skip_joints (&span);
      /* `April 2019` is not the 20th of April 2019. */
      if (parts->month == 0 || !take_ordinal_day (&span, &parts->day) || !skip_joints (&span))
        return FALSE;
    }
  else
    {
      if (!take_ordinal_day (&span, &parts->day))
        return FALSE;
      skip_joints (&span);
      len = take_word (&span, &word);
      parts->month = find_name (word, len, months, G_N_ELEMENTS (months));
      if (parts->month == 0)
        return FALSE;
    }
  skip_joints (&span);
  parts->n_year = take_number (&span, 4, &parts->year);
  return settle_year (parts) && take_time_or_end (&span);
}

static gboolean
read_form (Span span, AccordDateForm form, Parts *parts)
{
  switch (form)
    {
    case ACCORD_DATE_FORM_ISO:
      return read_iso (span, parts) && parts_are_valid (parts);
    case ACCORD_DATE_FORM_COMPACT:
      return read_compact (span, parts) && parts_are_valid (parts);
    case ACCORD_DATE_FORM_DAY_FIRST:
      return read_day_first (span, parts) && parts_are_valid (parts);
    case ACCORD_DATE_FORM_WORDS:
      return read_words (span, parts) && parts_are_valid (parts);
    case ACCORD_DATE_FORM_NONE:
    case ACCORD_DATE_FORM_MONTH_FIRST:
    case ACCORD_DATE_FORM_ANY:
    default:
      return FALSE;
    }
}

static AccordDateForm
find_form (Span span, Parts *parts)
{
  static const AccordDateForm forms[] = { ACCORD_DATE_FORM_ISO, ACCORD_DATE_FORM_COMPACT,
                                          ACCORD_DATE_FORM_DAY_FIRST, ACCORD_DATE_FORM_WORDS };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      *parts = (Parts){ 0 };
      if (read_form (span, forms[i], parts))
        return forms[i];
    }
  *parts = (Parts){ 0 };
  if (read_numbers (span, &parts->month, &parts->day, parts) && parts_are_valid (parts))
    return ACCORD_DATE_FORM_MONTH_FIRST;
  return ACCORD_DATE_FORM_NONE;
}

/**
 * accord_date_form_of:
 * @text: (array length=len): text, not nul-terminated
 * @len: its length in bytes
 *
 * Tells in which form a date is written.
 *
 * Returns: the form, %ACCORD_DATE_FORM_MONTH_FIRST for one that can only have the month first, or
 *   %ACCORD_DATE_FORM_NONE for what is no date.
 */
AccordDateForm
accord_date_form_of (const char *text, gsize len)
{
  Span span = { text, text + len };
  Parts parts;

  g_return_val_if_fail (text != NULL || len == 0, ACCORD_DATE_FORM_NONE);

  trim (&span);
  return find_form (span, &parts);
}

/**
 * accord_date_form_detect:
 * @values: (array length=n_values): texts from one column
 * @n_values: how many
 *
 * Finds the form in which most of @values are written. Empty texts do not count. One value that can only have
 * the month first makes the whole column so, unless another can only have the day first.
 *
 * Returns: the form, or %ACCORD_DATE_FORM_NONE if fewer than half of the texts are dates of one form.
 */
AccordDateForm
accord_date_form_detect (const char *const *values, gsize n_values)
{
  gsize counts[ACCORD_DATE_FORM_ANY] = { 0 };
  gsize n_texts = 0;
  gboolean day_first = FALSE;
  AccordDateForm best = ACCORD_DATE_FORM_NONE;

  for (gsize i = 0; i < n_values; i++)
    {
      Span span = { values[i], values[i] + strlen (values[i]) };
      Parts parts;
      AccordDateForm form;

      trim (&span);
      if (span.at == span.end)
        continue;
      form = find_form (span, &parts);
      n_texts++;
      counts[form]++;
      day_first = day_first || (form == ACCORD_DATE_FORM_DAY_FIRST && parts.day > 12);
    }
  if (counts[ACCORD_DATE_FORM_MONTH_FIRST] > 0 && !day_first)
    {
      counts[ACCORD_DATE_FORM_MONTH_FIRST] += counts[ACCORD_DATE_FORM_DAY_FIRST];
      counts[ACCORD_DATE_FORM_DAY_FIRST] = 0;
    }
  counts[ACCORD_DATE_FORM_NONE] = 0;
  for (AccordDateForm form = ACCORD_DATE_FORM_ISO; form < ACCORD_DATE_FORM_ANY; form++)
    if (counts[form] > counts[best])
      best = form;
  return counts[best] * 2 >= n_texts ? best : ACCORD_DATE_FORM_NONE;
}

/**
 * accord_date_scan:
 * @text: (array length=len): text, not nul-terminated
 * @len: its length in bytes
 * @form: the form to read, or %ACCORD_DATE_FORM_ANY
 * @out: (out caller-allocates): where the ISO date is written
 *
 * Reads a date in one form without allocating, for importers. Day and month are never swapped.
 *
 * Returns: whether @text is a real date in that form.
 */
gboolean
accord_date_scan (const char *text, gsize len, AccordDateForm form, char out[ACCORD_DATE_ISO_SIZE])
{
  Span span = { text, text + len };
  Parts parts = { 0 };

  g_return_val_if_fail (text != NULL || len == 0, FALSE);

  trim (&span);
  if (form == ACCORD_DATE_FORM_ANY)
    {
      form = find_form (span, &parts);
      if (form == ACCORD_DATE_FORM_NONE || form == ACCORD_DATE_FORM_MONTH_FIRST)
        return FALSE;
    }
  else if (!read_form (span, form, &parts))
    return FALSE;
  write_iso (&parts, out);
  return TRUE;
}
