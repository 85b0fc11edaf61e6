/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/journal-day.h"

#include "date.h"
#include "list/list-words.h"

#include <glib/gi18n-lib.h>

static char *
dup_local (const char *at, const char *format)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (at, utc);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;

  return local != NULL ? g_date_time_format (local, format) : g_strdup ("");
}

/**
 * accord_journal_dup_day:
 * @at: a moment, ISO 8601 in UTC
 *
 * Returns: (transfer full): the ISO date on which that was where the person is; empty where @at is no moment
 */
char *
accord_journal_dup_day (const char *at)
{
  return dup_local (at, "%Y-%m-%d");
}

/**
 * accord_journal_dup_hour:
 * @at: a moment, ISO 8601 in UTC
 *
 * Returns: (transfer full): the time of day where the person is, as 14:05
 */
char *
accord_journal_dup_hour (const char *at)
{
  return dup_local (at, "%H:%M");
}

/**
 * accord_journal_dup_day_words:
 * @day: an ISO date
 * @today: today as an ISO date
 *
 * Returns: (transfer full): the heading over what was done on a day
 */
char *
accord_journal_dup_day_words (const char *day, const char *today)
{
  int days;

  if (!accord_date_is_iso (day))
    return g_strdup (_ ("Day not known"));
  days = accord_date_days_until (day, today);
  if (days == 0)
    return g_strdup (_ ("Today"));
  if (days == -1)
    return g_strdup (_ ("Yesterday"));
  return accord_date_format (day);
}

/**
 * accord_journal_dup_summary:
 * @change: a change
 *
 * Returns: (transfer full): when in the day, who, and how much it touched
 */
char *
accord_journal_dup_summary (const AccordPastChange *change)
{
  g_autofree char *hour = accord_journal_dup_hour (change->at);
  g_autofree char *number = accord_list_dup_number ((guint64) change->n_records);
  g_autofree char *records =
      g_strdup_printf (ngettext ("%s record", "%s records", (gulong) change->n_records), number);

  if (change->n_records == 0)
    return g_strdup_printf ("%s · %s", hour, change->who);
  return g_strdup_printf ("%s · %s · %s", hour, change->who, records);
}
