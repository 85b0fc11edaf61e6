/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bank-holidays.h"

#include "accord-calendar-resources.h"
#include "date.h"
#include "model-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define EDITION "/io/github/accord_desktop/Accord/calendar/england.txt"

static gboolean
fail (guint number, const char *line, GError **error)
{
  g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN,
               _ ("Line %u of the bank holidays cannot be read: “%s”."), number, line);
  return FALSE;
}

/* "from 2010-01-01" and "until 2027-12-31" */
static gboolean
read_bound (char **lines, const char *word, gint *day, GError **error)
{
  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, word))
      return accord_date_to_day_number (*line + strlen (word), day)
             || fail ((guint) (line - lines) + 1, *line, error);
  g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN,
               _ ("The bank holidays do not say for which years they are: there is no line “%s”."), word);
  return FALSE;
}

static gboolean
read_day (AccordHolidays *holidays, const char *line, guint number, GError **error)
{
  g_autofree char *iso = g_strndup (line, ACCORD_DATE_ISO_SIZE - 1);
  gint day;

  if (!accord_date_to_day_number (iso, &day) || line[ACCORD_DATE_ISO_SIZE - 1] != ' '
      || line[ACCORD_DATE_ISO_SIZE] == '\0' || !accord_holidays_know (holidays, day)
      || !g_utf8_validate (line, -1, NULL))
    return fail (number, line, error);
  accord_holidays_add (holidays, day, line + ACCORD_DATE_ISO_SIZE);
  return TRUE;
}

/**
 * accord_bank_holidays_parse:
 * @edition: the text of a file such as data/calendar/england.txt
 * @error: return location for an error
 *
 * Reads a list of bank holidays: a line `from` and one `until` say for which days it is complete, each other
 * line is a date and a name, and what begins with `#` is a remark.
 *
 * Returns: (transfer full) (nullable): the holidays
 */
AccordHolidays *
accord_bank_holidays_parse (const char *edition, GError **error)
{
  g_autoptr (AccordHolidays) holidays = NULL;
  g_auto (GStrv) lines = NULL;
  gint first, last;

  g_return_val_if_fail (edition != NULL, NULL);

  lines = g_strsplit (edition, "\n", -1);
  if (!read_bound (lines, "from ", &first, error) || !read_bound (lines, "until ", &last, error))
    return NULL;
  holidays = accord_holidays_new (first, last);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && **line != '#' && !g_str_has_prefix (*line, "from ")
        && !g_str_has_prefix (*line, "until ")
        && !read_day (holidays, *line, (guint) (line - lines) + 1, error))
      return NULL;
  return g_steal_pointer (&holidays);
}

/**
 * accord_bank_holidays_get:
 *
 * Returns: (transfer none): the bank holidays of England and Wales, for the years of the edition that Accord
 *   comes with
 */
const AccordHolidays *
accord_bank_holidays_get (void)
{
  static AccordHolidays *holidays;

  if (g_once_init_enter (&holidays))
    {
      g_autoptr (GError) error = NULL;
      /* Naming the resources makes the linker keep them. */
      g_autoptr (GBytes) bytes = g_resource_lookup_data (accord_calendar_get_resource (), EDITION,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      g_autofree char *edition =
          bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
      AccordHolidays *read = edition != NULL ? accord_bank_holidays_parse (edition, &error) : NULL;

      if (read == NULL)
        g_error ("%s", error->message);
      g_once_init_leave (&holidays, read);
    }
  return holidays;
}
