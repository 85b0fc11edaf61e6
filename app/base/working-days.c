/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "working-days.h"

#define DAYS_A_WEEK 7
/* 1 January 1970 was a Thursday. */
#define FIRST_WEEKDAY 3
#define SATURDAY 5

struct _AccordHolidays
{
  gint first;
  gint last;
  GHashTable *names;
};

/**
 * accord_holidays_new:
 * @first: the first day for which they are known
 * @last: the last
 *
 * Returns: (transfer full): a span of days without holidays
 */
AccordHolidays *
accord_holidays_new (gint first, gint last)
{
  AccordHolidays *self = g_new0 (AccordHolidays, 1);

  self->first = first;
  self->last = last;
  self->names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

/**
 * accord_holidays_free:
 * @self: (nullable): holidays
 */
void
accord_holidays_free (AccordHolidays *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->names);
  g_free (self);
}

/**
 * accord_holidays_add:
 * @self: holidays
 * @day: a day
 * @name: what it is called
 *
 * Says that nobody works on a day.
 */
void
accord_holidays_add (AccordHolidays *self, gint day, const char *name)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  g_hash_table_replace (self->names, GINT_TO_POINTER (day), g_strdup (name));
}

/**
 * accord_holidays_know:
 * @self: holidays
 * @day: a day
 *
 * Returns: whether it is known if @day is a holiday
 */
gboolean
accord_holidays_know (const AccordHolidays *self, gint day)
{
  return day >= self->first && day <= self->last;
}

/**
 * accord_holidays_get_span:
 * @self: holidays
 * @first: (out): the first day for which they are known
 * @last: (out): the last
 */
void
accord_holidays_get_span (const AccordHolidays *self, gint *first, gint *last)
{
  *first = self->first;
  *last = self->last;
}

/**
 * accord_holidays_get_name:
 * @self: holidays
 * @day: a day
 *
 * Returns: (transfer none) (nullable): what the holiday is called; %NULL where @day is none, or nobody knows
 */
const char *
accord_holidays_get_name (const AccordHolidays *self, gint day)
{
  return g_hash_table_lookup (self->names, GINT_TO_POINTER (day));
}

/**
 * accord_weekday:
 * @day: a day
 *
 * Returns: 0 for a Monday, and so on to 6 for a Sunday
 */
gint
accord_weekday (gint day)
{
  return ((day + FIRST_WEEKDAY) % DAYS_A_WEEK + DAYS_A_WEEK) % DAYS_A_WEEK;
}

/**
 * accord_is_weekend:
 * @day: a day
 *
 * Returns: whether it is a Saturday or a Sunday
 */
gboolean
accord_is_weekend (gint day)
{
  return accord_weekday (day) >= SATURDAY;
}

/**
 * accord_is_working_day:
 * @holidays: the holidays
 * @day: a day for which they are known
 *
 * Returns: whether it is neither a Saturday, a Sunday nor a holiday
 */
gboolean
accord_is_working_day (const AccordHolidays *holidays, gint day)
{
  return !accord_is_weekend (day) && accord_holidays_get_name (holidays, day) == NULL;
}

/**
 * accord_working_days_after:
 * @holidays: the holidays
 * @day: a day, which itself does not count
 * @n: how many working days; at least one
 * @then: (out): the last of them
 *
 * Finds the working day that is the @n-th after a day.
 *
 * Returns: %FALSE where the holidays of that time are not known
 */
gboolean
accord_working_days_after (const AccordHolidays *holidays, gint day, guint n, gint *then)
{
  g_return_val_if_fail (holidays != NULL, FALSE);
  g_return_val_if_fail (n > 0, FALSE);

  if (!accord_holidays_know (holidays, day))
    return FALSE;
  while (n > 0)
    {
      if (!accord_holidays_know (holidays, ++day))
        return FALSE;
      if (accord_is_working_day (holidays, day))
        n--;
    }
  *then = day;
  return TRUE;
}

/**
 * accord_clear_days:
 * @first: a day
 * @second: a later one
 *
 * Clear days are those between the two, neither of which counts.
 *
 * Returns: how many there are; 0 where there is none between them
 */
gint
accord_clear_days (gint first, gint second)
{
  return MAX (second - first - 1, 0);
}
