/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "call-in-days.h"

#include "date.h"
#include "day-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many days as a sentence can name; of more it names the first and the last. */
#define MOST_DAYS 10

static char *
dup_day (gint day, gboolean with_year)
{
  char iso[ACCORD_DATE_ISO_SIZE];
  char *words;

  if (!accord_date_from_day_number (day, iso))
    return g_strdup ("");
  words = accord_date_dup_with_weekday (iso);
  if (!with_year)
    *strrchr (words, ' ') = '\0';
  return words;
}

/*
 * accord_call_in_dup_days:
 * @holidays: the holidays
 * @published: the day of publication, which does not count
 * @last: the last day that counts
 * @working: whether only working days count
 *
 * Returns: (transfer full): the days that count, by name
 */
char *
accord_call_in_dup_days (const AccordHolidays *holidays, gint published, gint last, gboolean working)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  for (gint day = published + 1; day <= last; day++)
    if (!working || accord_is_working_day (holidays, day))
      g_ptr_array_add (days, dup_day (day, day == last));
  if (days->len > MOST_DAYS)
    /* Translators: the first and the last of several days. */
    return g_strdup_printf (_ ("%s to %s"), (char *) days->pdata[0], (char *) days->pdata[days->len - 1]);
  g_ptr_array_add (days, NULL);
  return g_strjoinv (", ", (char **) days->pdata);
}

/*
 * accord_call_in_dup_passed_over:
 * @holidays: the holidays
 * @published: the day of publication
 * @last: the last day that counts
 *
 * Returns: (transfer full) (nullable): the days up to @last that do not count, where only working days do
 */
char *
accord_call_in_dup_passed_over (const AccordHolidays *holidays, gint published, gint last)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_weekend = 0;

  for (gint day = published + 1; day <= last; day++)
    if (accord_is_weekend (day))
      n_weekend++;
    else if (accord_holidays_get_name (holidays, day) != NULL)
      g_ptr_array_add (parts, g_strdup (accord_holidays_get_name (holidays, day)));
  if (n_weekend > 0)
    g_ptr_array_insert (
        parts, 0,
        g_strdup_printf (g_dngettext (NULL, "%u weekend day", "%u weekend days", n_weekend), n_weekend));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}
