/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/line-columns.h"

#include "appraisal-lines.h"
#include "appraisal/cell-text.h"

#include <glib/gi18n-lib.h>

#define AMOUNTS "accord-line-amounts"

/* What a line costs in each year. */

/* Lines are never changed once they are shown, so what was read of one stays right. */
static GArray *
get_amounts (AccordRecord *line)
{
  GArray *amounts = g_object_get_data (G_OBJECT (line), AMOUNTS);

  if (amounts != NULL)
    return amounts;
  amounts = accord_year_amounts_parse (accord_record_get_text (line, "amounts"), NULL);
  if (amounts == NULL)
    amounts = g_array_new (FALSE, FALSE, sizeof (AccordYearAmount));
  g_object_set_data_full (G_OBJECT (line), AMOUNTS, amounts, (GDestroyNotify) g_array_unref);
  return amounts;
}

static guint
find_year (const GArray *amounts, int year)
{
  guint low = 0, high = amounts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (amounts, AccordYearAmount, middle).year < year)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * accord_line_get_amount:
 * @line: a cost line
 * @year: a financial year
 *
 * Returns: pence, or %ACCORD_UNKNOWN where none is stated
 */
gint64
accord_line_get_amount (AccordRecord *line, int year)
{
  GArray *amounts = get_amounts (line);
  guint at = find_year (amounts, year);

  return at < amounts->len && g_array_index (amounts, AccordYearAmount, at).year == year
             ? g_array_index (amounts, AccordYearAmount, at).amount
             : ACCORD_UNKNOWN;
}

/**
 * accord_line_store_amount:
 * @line: a cost line, which is changed
 * @year: a financial year
 * @text: what was typed; empty for nothing
 * @why: (out): where it is refused, the end of a sentence that begins with where it is
 *
 * Returns: whether it can stand there
 */
gboolean
accord_line_store_amount (AccordRecord *line, int year, const char *text, char **why)
{
  g_autoptr (GArray) amounts = accord_year_amounts_parse (accord_record_get_text (line, "amounts"), NULL);
  g_autofree char *written = NULL;
  AccordYearAmount amount = { .year = year };
  AccordCellScan scan;
  guint at;

  if (*text != '\0' && (scan = accord_cell_scan_money (text, &amount.amount)) != ACCORD_CELL_OK)
    {
      *why = accord_cell_dup_why (scan, text);
      return FALSE;
    }
  if (amounts == NULL)
    {
      *why = g_strdup (_ ("The amounts of this line cannot be read; they are changed on its own page."));
      return FALSE;
    }
  at = find_year (amounts, year);
  if (at < amounts->len && g_array_index (amounts, AccordYearAmount, at).year == year)
    g_array_remove_index (amounts, at);
  if (*text != '\0')
    g_array_insert_val (amounts, at, amount);
  written =
      accord_year_amounts_format ((const AccordYearAmount *) (gconstpointer) amounts->data, amounts->len);
  accord_record_set_text (line, "amounts", amounts->len > 0 ? written : NULL);
  g_object_set_data (G_OBJECT (line), AMOUNTS, NULL);
  return TRUE;
}
