/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-lines.h"

#include "financial-year.h"
#include "model-error.h"
#include "money.h"
#include "text-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GArray *values;
  GHashTable *years; /* that were named already */
  gboolean parts;
} Reading;

/* A sum that no analysis can count is refused where it is typed. */
static gboolean
read_value (const Reading *reading, const char *text, gint64 *value)
{
  if (reading->parts)
    return accord_decimal_parse (text, value);
  return accord_money_parse (text, value, NULL) && *value <= ACCORD_CBA_LARGEST
         && *value >= -ACCORD_CBA_LARGEST;
}

static gboolean
take_line (const char *first, const char *rest, guint number, gpointer data, GError **error)
{
  Reading *reading = data;
  AccordYearAmount value;

  if (!accord_financial_year_parse (first, &value.year, NULL) || !read_value (reading, rest, &value.amount))
    {
      g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM,
                   reading->parts ? _ ("Line %u is not a financial year and a number, such as 2017/18 0.5.")
                                  : _ ("Line %u is not a financial year and a sum, such as 2017/18 1500.00."),
                   number);
      return FALSE;
    }
  if (!g_hash_table_add (reading->years, GINT_TO_POINTER (value.year)))
    {
      g_autofree char *year = accord_financial_year_format (value.year);

      g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM, _ ("Line %u names %s a second time."),
                   number, year);
      return FALSE;
    }
  g_array_append_val (reading->values, value);
  return TRUE;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return ((const AccordYearAmount *) a)->year - ((const AccordYearAmount *) b)->year;
}

static GArray *
read_lines (const char *text, gboolean parts, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (AccordYearAmount));
  g_autoptr (GHashTable) years = g_hash_table_new (NULL, NULL);
  Reading reading = { values, years, parts };

  if (!accord_text_lines_each (text, take_line, &reading, error))
    return NULL;
  g_array_sort (values, compare_years);
  return g_steal_pointer (&values);
}

/**
 * accord_year_amounts_parse:
 * @text: (nullable): a sum a year, one a line: `2017/18 150000.00`
 * @error: return location for %ACCORD_MODEL_ERROR_FORM, which says which line is not
 *
 * Sums are written as people write them: `£1,234.56`, `(250.00)`, `19.2m`. Empty lines are let through.
 *
 * Returns: (transfer full) (element-type AccordYearAmount): pence by year, ascending; %NULL on failure
 */
GArray *
accord_year_amounts_parse (const char *text, GError **error)
{
  return read_lines (text, FALSE, error);
}

/**
 * accord_year_parts_parse:
 * @text: (nullable): a decimal number a year, one a line: `2017/18 0.5`
 * @error: return location for %ACCORD_MODEL_ERROR_FORM, which says which line is not
 *
 * Returns: (transfer full) (element-type AccordYearAmount): #AccordDecimal numbers by year, ascending; %NULL
 * on failure
 */
GArray *
accord_year_parts_parse (const char *text, GError **error)
{
  return read_lines (text, TRUE, error);
}

/**
 * accord_year_amounts_format:
 * @amounts: (array length=n_amounts): pence by year
 * @n_amounts: how many
 *
 * Returns: (transfer full): them, one a line, as accord_year_amounts_parse() reads them
 */
char *
accord_year_amounts_format (const AccordYearAmount *amounts, guint n_amounts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_amounts; i++)
    {
      g_autofree char *year = accord_financial_year_format (amounts[i].year);
      g_autofree char *sum = accord_money_format (amounts[i].amount, ACCORD_MONEY_PLAIN);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", year, sum);
    }
  return g_string_free (text, FALSE);
}

/**
 * accord_year_parts_format:
 * @parts: (array length=n_parts): #AccordDecimal numbers by year
 * @n_parts: how many
 *
 * Returns: (transfer full): them, one a line, as accord_year_parts_parse() reads them
 */
char *
accord_year_parts_format (const AccordYearAmount *parts, guint n_parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_parts; i++)
    {
      g_autofree char *year = accord_financial_year_format (parts[i].year);
      g_autofree char *part = accord_decimal_format (parts[i].amount);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", year, part);
    }
  return g_string_free (text, FALSE);
}

/**
 * accord_price_year_parse:
 * @text: (nullable): a year of prices as it is written: `2013/14`, or `2013` for a calendar year
 * @years: (out): which of the two it is; left alone where none is stated
 * @year: (out): the year, a financial one by the year it begins in; %ACCORD_NO_YEAR where none is stated
 * @error: return location for %ACCORD_MODEL_ERROR_FORM
 *
 * Returns: whether @text is a year, or empty
 */
gboolean
accord_price_year_parse (const char *text, AccordPriceYears *years, int *year, GError **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (text != NULL ? text : ""));

  *year = ACCORD_NO_YEAR;
  if (*plain == '\0')
    return TRUE;
  if (accord_financial_year_parse (plain, year, NULL))
    {
      *years = strlen (plain) == 4 ? ACCORD_PRICES_CALENDAR : ACCORD_PRICES_FINANCIAL;
      return TRUE;
    }
  g_set_error (
      error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM,
      _ ("“%.80s” is not a year of prices: write a financial year like 2013/14, a calendar year like "
         "2013."),
      plain);
  return FALSE;
}

/**
 * accord_price_year_format:
 * @years: what kind of year it is
 * @year: the year, a financial one by the year it begins in
 *
 * Returns: (transfer full): it as it is written; "" for %ACCORD_NO_YEAR
 */
char *
accord_price_year_format (AccordPriceYears years, int year)
{
  if (year == ACCORD_NO_YEAR)
    return g_strdup ("");
  return years == ACCORD_PRICES_FINANCIAL ? accord_financial_year_format (year)
                                          : g_strdup_printf ("%04d", year);
}
