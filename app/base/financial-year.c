/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "financial-year.h"

#include "date.h"
#include "error.h"
#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1000
#define LAST_YEAR 9998

static gboolean
read_digits (const char **at, gsize n, int *value)
{
  *value = 0;
  for (gsize i = 0; i < n; i++, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *value = *value * 10 + (**at - '0');
    }
  return TRUE;
}

static gboolean
read_year (const char *at, int *year)
{
  int second;

  if (!read_digits (&at, 4, year) || *year < FIRST_YEAR || *year > LAST_YEAR)
    return FALSE;
  if (*at == '\0')
    return TRUE;
  if (*at == '/' || *at == '-')
    at++;
  else if (g_str_has_prefix (at, "\xe2\x80\x93"))
    at += 3;
  else
    return FALSE;
  if (strlen (at) == 2)
    return read_digits (&at, 2, &second) && second == (*year + 1) % 100;
  return strlen (at) == 4 && read_digits (&at, 4, &second) && second == *year + 1;
}

/**
 * accord_financial_year_of_iso:
 * @iso: (nullable): a date as it is kept
 *
 * Returns: the starting year of the financial year (1 April to 31 March) that holds @iso, or 0 if that is no
 * date.
 */
int
accord_financial_year_of_iso (const char *iso)
{
  int year;

  if (!accord_date_is_iso (iso))
    return 0;
  year = (iso[0] - '0') * 1000 + (iso[1] - '0') * 100 + (iso[2] - '0') * 10 + (iso[3] - '0');
  return strcmp (iso + 5, "04-01") < 0 ? year - 1 : year;
}

/**
 * accord_financial_year_parse:
 * @text: `2019/20`, `2019-20`, `2019/2020` or `2019`
 * @year: (out): the starting year
 * @error: return location for a #GError
 *
 * Returns: %TRUE and @year, or %FALSE with %ACCORD_BASE_ERROR_YEAR.
 */
gboolean
accord_financial_year_parse (const char *text, int *year, GError **error)
{
  g_autofree char *shown = NULL;
  int found;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (year != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  shown = accord_text_collapse (text);
  if (read_year (shown, &found))
    {
      *year = found;
      return TRUE;
    }
  g_set_error (error, ACCORD_BASE_ERROR, ACCORD_BASE_ERROR_YEAR,
               _ ("“%.80s” is not a financial year: write it like 2019/20."), shown);
  return FALSE;
}

/**
 * accord_financial_year_format:
 * @year: the starting year
 *
 * Returns: (transfer full): the year as it is written, `2019/20`.
 */
char *
accord_financial_year_format (int year)
{
  return g_strdup_printf ("%04d/%02d", year, (year + 1) % 100);
}

/**
 * accord_financial_year_start:
 * @year: the starting year
 *
 * Returns: (transfer full): its first day, 1 April, as an ISO date.
 */
char *
accord_financial_year_start (int year)
{
  return g_strdup_printf ("%04d-04-01", year);
}

/**
 * accord_financial_year_end:
 * @year: the starting year
 *
 * Returns: (transfer full): its last day, 31 March of the next year, as an ISO date.
 */
char *
accord_financial_year_end (int year)
{
  return g_strdup_printf ("%04d-03-31", year + 1);
}
