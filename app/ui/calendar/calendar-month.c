/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-month.h"

#include "date.h"
#include "working-days.h"

#include <stdlib.h>
#include <string.h>

#define MONTHS_A_YEAR 12
/* Days are counted for years of four figures. */
#define FIRST_YEAR 1000
#define LAST_YEAR 9999

static gint
number_of (const char *iso)
{
  gint day = 0;

  accord_date_to_day_number (iso, &day);
  return day;
}

static int
days_in (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/**
 * accord_calendar_month_of:
 * @iso: an ISO date
 * @first: (out): the first day of its month
 * @last: (out): the last
 */
void
accord_calendar_month_of (const char *iso, char first[ACCORD_DATE_ISO_SIZE], char last[ACCORD_DATE_ISO_SIZE])
{
  g_return_if_fail (accord_date_is_iso (iso));

  g_snprintf (first, ACCORD_DATE_ISO_SIZE, "%.7s-01", iso);
  g_snprintf (last, ACCORD_DATE_ISO_SIZE, "%.7s-%02d", iso, days_in (atoi (iso), atoi (iso + 5)));
}

/**
 * accord_calendar_step_months:
 * @iso: an ISO date
 * @months: how many months later; below nought for earlier
 * @out: (out): the same day of that month or, where it has no such day, its last
 *
 * Returns: %FALSE where that would be a year without four figures
 */
gboolean
accord_calendar_step_months (const char *iso, int months, char out[ACCORD_DATE_ISO_SIZE])
{
  int count, year, month;

  g_return_val_if_fail (accord_date_is_iso (iso), FALSE);

  count = atoi (iso) * MONTHS_A_YEAR + atoi (iso + 5) - 1 + months;
  if (count < FIRST_YEAR * MONTHS_A_YEAR || count >= (LAST_YEAR + 1) * MONTHS_A_YEAR)
    return FALSE;
  year = count / MONTHS_A_YEAR;
  month = count % MONTHS_A_YEAR + 1;
  g_snprintf (out, ACCORD_DATE_ISO_SIZE, "%04d-%02d-%02d", year, month,
              MIN (atoi (iso + 8), days_in (year, month)));
  return accord_date_is_iso (out);
}

/**
 * accord_calendar_step_days:
 * @iso: an ISO date
 * @days: how many days later; below nought for earlier
 * @out: (out): that day
 *
 * Returns: %FALSE where there is no such day
 */
gboolean
accord_calendar_step_days (const char *iso, int days, char out[ACCORD_DATE_ISO_SIZE])
{
  g_return_val_if_fail (accord_date_is_iso (iso), FALSE);

  return accord_date_from_day_number (number_of (iso) + days, out) && accord_date_is_iso (out);
}

/**
 * accord_calendar_weeks:
 * @month: an ISO date
 * @first_day: (out): the Monday of the week in which its month begins, as a day number
 *
 * Returns: how many weeks, from Monday to Sunday, the month touches
 */
guint
accord_calendar_weeks (const char *month, gint *first_day)
{
  char first[ACCORD_DATE_ISO_SIZE], last[ACCORD_DATE_ISO_SIZE];

  accord_calendar_month_of (month, first, last);
  *first_day = number_of (first) - accord_weekday (number_of (first));
  return (guint) (number_of (last) - *first_day) / ACCORD_CALENDAR_DAYS_A_WEEK + 1;
}

/**
 * accord_calendar_same_month:
 * @one: an ISO date
 * @other: another
 *
 * Returns: whether both are of one month of one year
 */
gboolean
accord_calendar_same_month (const char *one, const char *other)
{
  return strncmp (one, other, strlen ("2017-07")) == 0;
}
