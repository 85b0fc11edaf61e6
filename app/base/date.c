/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date.h"

#include "error.h"
#include "today.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Days from 1 March of the year 0 to 1 January 1970, and in four centuries. */
#define EPOCH 719468
#define FOUR_CENTURIES 146097

#define FIRST_DAY_NUMBER (-354285)
#define LAST_DAY_NUMBER 2932896

typedef struct
{
  gint day;
  gint month;
  gint year;
} Parts;

/* Takes a date as it is kept to pieces. */
static gboolean
split_iso (const char *iso, Parts *parts)
{
  if (!accord_date_is_iso (iso))
    return FALSE;
  parts->year = (iso[0] - '0') * 1000 + (iso[1] - '0') * 100 + (iso[2] - '0') * 10 + (iso[3] - '0');
  parts->month = (iso[5] - '0') * 10 + (iso[6] - '0');
  parts->day = (iso[8] - '0') * 10 + (iso[9] - '0');
  return TRUE;
}

/* In English too where people speak otherwise. */
static gboolean
is_today (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, strnlen (text, 80));
  g_autofree char *folded = g_utf8_casefold (g_strstrip (valid), -1);
  g_autofree char *word = g_utf8_casefold (_ ("today"), -1);

  return g_str_equal (folded, "today") || g_str_equal (folded, word);
}

/**
 * accord_date_parse:
 * @text: what a person typed or a file holds
 * @iso: (out) (transfer full): the date as `yyyy-mm-dd`
 * @error: return location for a #GError
 *
 * Reads a date in any form of #AccordDateForm, always with the day before the month where both are numbers.
 * Two-digit years up to 68 are of this century. The word “today” is a date, too.
 *
 * Returns: %TRUE and @iso, or %FALSE with %ACCORD_BASE_ERROR_DATE.
 */
gboolean
accord_date_parse (const char *text, char **iso, GError **error)
{
  char out[ACCORD_DATE_ISO_SIZE];
  g_autofree char *shown = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (iso != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (accord_date_scan (text, strlen (text), ACCORD_DATE_FORM_ANY, out))
    {
      *iso = g_strdup (out);
      return TRUE;
    }
  if (is_today (text))
    {
      *iso = accord_today_dup ();
      return TRUE;
    }
  shown = g_utf8_make_valid (text, strnlen (text, 80));
  g_strstrip (shown);
  if (*shown == '\0')
    g_set_error_literal (error, ACCORD_BASE_ERROR, ACCORD_BASE_ERROR_DATE,
                         _ ("There is no date where one was expected."));
  else if (accord_date_form_of (text, strlen (text)) == ACCORD_DATE_FORM_MONTH_FIRST)
    g_set_error (error, ACCORD_BASE_ERROR, ACCORD_BASE_ERROR_DATE,
                 _ ("“%s” is not a date with the day first: there is no such month."), shown);
  else
    g_set_error (error, ACCORD_BASE_ERROR, ACCORD_BASE_ERROR_DATE,
                 _ ("“%s” is not a date: write it like 27/09/2016 or 27 Sep 2016."), shown);
  return FALSE;
}

/**
 * accord_date_is_iso:
 * @text: (nullable): any text
 *
 * Returns: whether @text is exactly `yyyy-mm-dd` and a real day.
 */
gboolean
accord_date_is_iso (const char *text)
{
  char out[ACCORD_DATE_ISO_SIZE];

  return text != NULL && strnlen (text, ACCORD_DATE_ISO_SIZE) == ACCORD_DATE_ISO_SIZE - 1 && text[4] == '-'
         && accord_date_scan (text, ACCORD_DATE_ISO_SIZE - 1, ACCORD_DATE_FORM_ISO, out);
}

/**
 * accord_date_format:
 * @iso: (nullable): a date as it is kept
 *
 * Writes a date for a person, as `27 Sep 2016`.
 *
 * Returns: (transfer full): the text; what is not an ISO date comes back as it is, nothing as an empty text.
 */
char *
accord_date_format (const char *iso)
{
  static const char *const short_months[] = { N_ ("Jan"), N_ ("Feb"), N_ ("Mar"), N_ ("Apr"),
                                              N_ ("May"), N_ ("Jun"), N_ ("Jul"), N_ ("Aug"),
                                              N_ ("Sep"), N_ ("Oct"), N_ ("Nov"), N_ ("Dec") };
  Parts parts = { 0 };

  if (!split_iso (iso, &parts))
    return g_strdup (iso != NULL ? iso : "");
  return g_strdup_printf ("%d %s %04d", parts.day, _ (short_months[parts.month - 1]), parts.year);
}

/**
 * accord_date_to_day_number:
 * @iso: a date as it is kept
 * @day_number: (out): days since 1 January 1970
 *
 * Returns: %FALSE if @iso is not a date.
 */
gboolean
accord_date_to_day_number (const char *iso, gint *day_number)
{
  Parts parts;
  gint year, era, year_of_era, day_of_year;

  g_return_val_if_fail (day_number != NULL, FALSE);

  if (!split_iso (iso, &parts))
    return FALSE;
  /* The year begins in March here, so that the leap day comes last. */
  year = parts.year - (parts.month <= 2 ? 1 : 0);
  era = year / 400;
  year_of_era = year - era * 400;
  day_of_year = (153 * (parts.month + (parts.month > 2 ? -3 : 9)) + 2) / 5 + parts.day - 1;
  *day_number =
      era * FOUR_CENTURIES + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - EPOCH;
  return TRUE;
}

/**
 * accord_date_from_day_number:
 * @day_number: days since 1 January 1970
 * @out: (out caller-allocates): where the ISO date is written
 *
 * The other way round; a spreadsheet's serial date is @day_number + 25569.
 *
 * Returns: %FALSE if the year would not have four figures.
 */
gboolean
accord_date_from_day_number (gint day_number, char out[ACCORD_DATE_ISO_SIZE])
{
  gint days, era, day_of_era, year_of_era, day_of_year, month_of_year, day, month, year;

  if (day_number < FIRST_DAY_NUMBER || day_number > LAST_DAY_NUMBER)
    return FALSE;
  days = day_number + EPOCH;
  era = days / FOUR_CENTURIES;
  day_of_era = days - era * FOUR_CENTURIES;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  month_of_year = (5 * day_of_year + 2) / 153;
  day = day_of_year - (153 * month_of_year + 2) / 5 + 1;
  month = month_of_year < 10 ? month_of_year + 3 : month_of_year - 9;
  year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  g_snprintf (out, ACCORD_DATE_ISO_SIZE, "%04d-%02d-%02d", year, month, day);
  return TRUE;
}

/**
 * accord_date_days_until:
 * @iso: a date as it is kept
 * @today: today's date, from the caller's clock
 *
 * Returns: how many days from @today to @iso, negative if it has gone by; 0 if either is not a date.
 */
gint
accord_date_days_until (const char *iso, const char *today)
{
  gint then, now;

  if (!accord_date_to_day_number (iso, &then) || !accord_date_to_day_number (today, &now))
    return 0;
  return then - now;
}

/**
 * accord_date_is_past:
 * @iso: (nullable): a date as it is kept
 * @today: today's date, from the caller's clock
 *
 * Returns: whether @iso is a date before @today.
 */
gboolean
accord_date_is_past (const char *iso, const char *today)
{
  return accord_date_days_until (iso, today) < 0;
}

/**
 * accord_date_step:
 * @text: what stands in an entry for a date
 * @days: how many days later; below nought for earlier
 *
 * A key that steps must not get into the way of whoever writes a date, so only a whole date is stepped from,
 * or, where nothing is written, today.
 *
 * Returns: (transfer full) (nullable): the other day as `yyyy-mm-dd`; %NULL where @text is neither or there
 * is no such day
 */
char *
accord_date_step (const char *text, int days)
{
  g_autofree char *iso = NULL;
  char out[ACCORD_DATE_ISO_SIZE];
  int number;

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    iso = accord_today_dup ();
  else if (!accord_date_parse (text, &iso, NULL))
    return NULL;
  if (!accord_date_to_day_number (iso, &number) || !accord_date_from_day_number (number + days, out))
    return NULL;
  return g_strdup (out);
}
