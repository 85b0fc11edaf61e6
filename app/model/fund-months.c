/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund-months.h"

#include "date.h"
#include "fund-entries.h"

#include <stdlib.h>
#include <string.h>

#define MONTHS_A_YEAR 12

#define MONTHS_SQL                                                                                           \
  "WITH " ACCORD_FUND_ENTRIES                                                                                \
  "SELECT substr (date, 1, 7), " ACCORD_FUND_SUM ("1") " FROM entry WHERE paid = 1 GROUP BY 1 ORDER BY 1"

/**
 * accord_month_of_iso:
 * @iso: a date, or a month, as ISO writes it
 *
 * Returns: its month: years times twelve and the month from 0
 */
int
accord_month_of_iso (const char *iso)
{
  return atoi (iso) * MONTHS_A_YEAR + atoi (iso + 5) - 1;
}

/**
 * accord_month_format:
 * @month: years times twelve and the month from 0
 *
 * Returns: (transfer full): the month as people write it: “Nov 2019”
 */
char *
accord_month_format (int month)
{
  int year = month / MONTHS_A_YEAR;
  g_autofree char *iso = g_strdup_printf ("%04d-%02d-01", year, month - year * MONTHS_A_YEAR + 1);
  g_autofree char *day = accord_date_format (iso);
  const char *words = strchr (day, ' ');

  /* The first of the month, without the day. */
  return g_strdup (words != NULL ? words + 1 : day);
}

/**
 * accord_fund_months:
 * @reader: a reader
 * @fund: identifier of a fund
 * @error: return location for %ACCORD_MODEL_ERROR_RANGE or the store's own errors
 *
 * Returns: (transfer full) (element-type AccordFundMonth): the months in which the fund paid, earliest first;
 * what was paid without a date comes before them. %NULL on error
 */
GArray *
accord_fund_months (AccordReader *reader, gint64 fund, GError **error)
{
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (AccordFundMonth));
  g_autoptr (AccordRows) rows = accord_reader_query (reader, MONTHS_SQL, error);
  g_autoptr (GError) reason = NULL;

  if (rows == NULL)
    return NULL;
  accord_rows_bind_int (rows, 1, fund);
  while (accord_rows_next (rows, &reason))
    {
      const char *text = accord_rows_text (rows, 0);
      AccordFundMonth month = { text != NULL ? accord_month_of_iso (text) : ACCORD_NO_MONTH, 0 };

      if (!accord_fund_read_sum (rows, 1, &month.paid, error))
        return NULL;
      g_array_append_val (months, month);
    }
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  return g_steal_pointer (&months);
}
