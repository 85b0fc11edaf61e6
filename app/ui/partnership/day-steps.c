/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/day-steps.h"

#include "alliance-facts.h"
#include "date.h"

#include <string.h>

#define MONTHS 12
/* What lies on both sides of the first and the last change, so that one can look before and after. */
#define MARGIN_MONTHS 6

/**
 * accord_day_step_months:
 * @day_number: days since 1 January 1970
 * @months: how many months on, or back below nought
 *
 * Returns: the same day of another month, or that month's last day where it is shorter
 */
int
accord_day_step_months (int day_number, int months)
{
  char iso[ACCORD_DATE_ISO_SIZE];
  int year, month, day, found;

  if (!accord_date_from_day_number (day_number, iso))
    return day_number;
  year = (int) g_ascii_strtoll (iso, NULL, 10);
  month = (int) g_ascii_strtoll (iso + 5, NULL, 10) - 1 + months + MONTHS * year;
  year = month / MONTHS;
  month %= MONTHS;
  for (day = (int) g_ascii_strtoll (iso + 8, NULL, 10); day > 0; day--)
    {
      g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", year, month + 1, day);

      if (accord_date_to_day_number (text, &found))
        return found;
    }
  return day_number;
}

/**
 * accord_day_range:
 * @days: (element-type AccordAllianceDay): days on which something changed
 * @today: today as an ISO date
 * @first: (out): the first day that can be looked at
 * @last: (out): the last one
 *
 * From half a year before the first change to half a year after the last, today within.
 */
void
accord_day_range (GPtrArray *days, const char *today, int *first, int *last)
{
  int now = 0;

  accord_date_to_day_number (today, &now);
  *first = *last = now;
  for (guint i = 0; i < days->len; i++)
    {
      int day;

      if (!accord_date_to_day_number (((AccordAllianceDay *) days->pdata[i])->day, &day))
        continue;
      *first = MIN (*first, day);
      *last = MAX (*last, day);
    }
  *first = accord_day_step_months (*first, -MARGIN_MONTHS);
  *last = accord_day_step_months (*last, MARGIN_MONTHS);
}

/**
 * accord_day_find_change:
 * @days: (element-type AccordAllianceDay): days on which something changed, the first first
 * @day: an ISO date
 * @direction: 1 for the next change after @day, -1 for the last one before it
 *
 * Returns: index of that change, or -1
 */
int
accord_day_find_change (GPtrArray *days, const char *day, int direction)
{
  int found = -1;

  for (guint i = 0; i < days->len; i++)
    {
      int order = strcmp (((AccordAllianceDay *) days->pdata[i])->day, day);

      if (direction > 0 && order > 0)
        return (int) i;
      if (direction < 0 && order < 0)
        found = (int) i;
    }
  return found;
}

/**
 * accord_day_get_words:
 * @days: (element-type AccordAllianceDay): days on which something changed
 * @day: an ISO date
 *
 * Returns: (nullable): what changed on that day
 */
const char *
accord_day_get_words (GPtrArray *days, const char *day)
{
  for (guint i = 0; i < days->len; i++)
    {
      const AccordAllianceDay *change = days->pdata[i];

      if (strcmp (change->day, day) == 0)
        return change->words;
    }
  return NULL;
}
