/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "day-words.h"

#include "date.h"
#include "working-days.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static const char *const weekdays[] = { N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
                                        N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };

static const char *const short_weekdays[] = { N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"),
                                              N_ ("Fri"), N_ ("Sat"), N_ ("Sun") };

static const char *const months[] = { N_ ("January"),   N_ ("February"), N_ ("March"),    N_ ("April"),
                                      N_ ("May"),       N_ ("June"),     N_ ("July"),     N_ ("August"),
                                      N_ ("September"), N_ ("October"),  N_ ("November"), N_ ("December") };

/**
 * accord_weekday_get_label:
 * @weekday: 0 for Monday to 6 for Sunday
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
accord_weekday_get_label (gint weekday)
{
  g_return_val_if_fail (weekday >= 0 && weekday < (gint) G_N_ELEMENTS (weekdays), NULL);

  return _ (weekdays[weekday]);
}

/**
 * accord_weekday_get_short_label:
 * @weekday: 0 for Monday to 6 for Sunday
 *
 * Returns: (transfer none): the same in three letters
 */
const char *
accord_weekday_get_short_label (gint weekday)
{
  g_return_val_if_fail (weekday >= 0 && weekday < (gint) G_N_ELEMENTS (short_weekdays), NULL);

  return _ (short_weekdays[weekday]);
}

/**
 * accord_month_dup_label:
 * @iso: a date as it is kept
 *
 * Returns: (transfer full): its month and year, as `July 2017`
 */
char *
accord_month_dup_label (const char *iso)
{
  g_return_val_if_fail (accord_date_is_iso (iso), NULL);

  /* Translators: a month and its year, as July 2017. */
  return g_strdup_printf (_ ("%s %d"), _ (months[atoi (iso + 5) - 1]), atoi (iso));
}

/**
 * accord_date_dup_with_weekday:
 * @iso: a date as it is kept
 *
 * Returns: (transfer full): the date as `Wed 12 Jul 2017`
 */
char *
accord_date_dup_with_weekday (const char *iso)
{
  g_autofree char *date = accord_date_format (iso);
  gint day;

  if (!accord_date_to_day_number (iso, &day))
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s %s", accord_weekday_get_short_label (accord_weekday (day)), date);
}

/**
 * accord_date_dup_in_full:
 * @iso: a date as it is kept
 *
 * Returns: (transfer full): the date as it is read out, `Wednesday 12 July 2017`
 */
char *
accord_date_dup_in_full (const char *iso)
{
  g_autofree char *month = NULL;
  gint day;

  if (!accord_date_to_day_number (iso, &day))
    return g_strdup (iso);
  month = accord_month_dup_label (iso);
  return g_strdup_printf ("%s %d %s", accord_weekday_get_label (accord_weekday (day)), atoi (iso + 8), month);
}
