/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-validation.h"

#include "appraisal-lines.h"
#include "appraisal-sheet.h"
#include "model-error.h"
#include "text-lines.h"
#include "validation.h"

#include <glib/gi18n-lib.h>

static gboolean
fail_with (AccordRecord *self, const char *field, const GError *problem, GError **error)
{
  return accord_validation_fail (self, field, error, problem->message);
}

static gboolean
get_decimal (AccordRecord *self, const char *field, AccordDecimal *value)
{
  const char *text = accord_record_get_text (self, field);

  return text != NULL && *text != '\0' && accord_decimal_parse (text, value);
}

/**
 * accord_validate_decimal:
 * @self: a record
 * @field: name of a decimal field
 * @low: the least it may be, as an #AccordDecimal
 * @high: the most it may be
 * @error: return location for %ACCORD_STORE_ERROR_INVALID
 *
 * Returns: whether it lies between them; it does where it is not known
 */
gboolean
accord_validate_decimal (AccordRecord *self, const char *field, gint64 low, gint64 high, GError **error)
{
  const char *text = accord_record_get_text (self, field);
  AccordDecimal value;
  g_autofree char *least = NULL, *most = NULL, *what = NULL;

  if (text == NULL || *text == '\0' || (accord_decimal_parse (text, &value) && value >= low && value <= high))
    return TRUE;
  least = accord_decimal_format (low);
  most = accord_decimal_format (high);
  /* Translators: two numbers. */
  what = g_strdup_printf (_ ("This must be from %s to %s."), least, most);
  return accord_validation_fail (self, field, error, what);
}

/**
 * accord_validate_parts:
 * @self: a record
 * @fields: (array zero-terminated=1): names of decimal fields that are parts of one
 * @error: return location for %ACCORD_STORE_ERROR_INVALID
 *
 * Returns: whether each is from 0 to 1, or not known
 */
gboolean
accord_validate_parts (AccordRecord *self, const char *const *fields, GError **error)
{
  for (guint i = 0; fields[i] != NULL; i++)
    if (!accord_validate_decimal (self, fields[i], 0, ACCORD_DECIMAL_ONE, error))
      return FALSE;
  return TRUE;
}

/**
 * accord_validate_year_amounts:
 * @self: a record
 * @field: name of a long text with a sum a year
 * @error: return location for %ACCORD_STORE_ERROR_INVALID, whose message says which line
 *
 * Returns: whether every line has the form
 */
gboolean
accord_validate_year_amounts (AccordRecord *self, const char *field, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GArray) amounts = accord_year_amounts_parse (accord_record_get_text (self, field), &problem);

  return amounts != NULL || fail_with (self, field, problem, error);
}

/**
 * accord_validate_year_parts:
 * @self: a record
 * @field: name of a long text with a part of one a year
 * @error: return location for %ACCORD_STORE_ERROR_INVALID, whose message says which line
 *
 * Returns: whether every line has the form and its number is from 0 to 1
 */
gboolean
accord_validate_year_parts (AccordRecord *self, const char *field, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GArray) parts = accord_year_parts_parse (accord_record_get_text (self, field), &problem);

  if (parts == NULL)
    return fail_with (self, field, problem, error);
  for (guint i = 0; i < parts->len; i++)
    {
      const AccordYearAmount *part = &g_array_index (parts, AccordYearAmount, i);

      if (part->amount < 0 || part->amount > ACCORD_DECIMAL_ONE)
        {
          g_autofree char *year = accord_price_year_format (ACCORD_PRICES_FINANCIAL, part->year);
          /* Translators: a financial year. */
          g_autofree char *what = g_strdup_printf (_ ("The number of %s must be from 0 to 1."), year);

          return accord_validation_fail (self, field, error, what);
        }
    }
  return TRUE;
}

/**
 * accord_validate_price_year:
 * @self: a record with a field `price-year`
 * @error: return location for %ACCORD_STORE_ERROR_INVALID
 *
 * Returns: whether it is a year, or not known
 */
gboolean
accord_validate_price_year (AccordRecord *self, GError **error)
{
  g_autoptr (GError) problem = NULL;
  AccordPriceYears years;
  int year;

  return accord_price_year_parse (accord_record_get_text (self, "price-year"), &years, &year, &problem)
         || fail_with (self, "price-year", problem, error);
}

static gboolean
is_part (AccordDecimal value)
{
  return value >= 0 && value <= ACCORD_DECIMAL_ONE;
}

/**
 * accord_validate_sheet:
 * @self: a cost
 * @error: return location for %ACCORD_STORE_ERROR_INVALID, whose message says which line
 *
 * Returns: whether its works and mitigations have their form, and their shares are parts of one
 */
gboolean
accord_validate_sheet (AccordRecord *self, GError **error)
{
  g_autoptr (AccordBiasSheet) sheet = accord_bias_sheet_new ();
  g_autoptr (GError) problem = NULL;
  const char *what = _ ("Every share must be from 0 to 1.");

  if (!accord_works_parse (accord_record_get_text (self, "works"), sheet, &problem))
    return fail_with (self, "works", problem, error);
  if (!accord_mitigations_parse (accord_record_get_text (self, "mitigations"), sheet, &problem))
    return fail_with (self, "mitigations", problem, error);
  for (guint i = 0; i < sheet->works->len; i++)
    if (!is_part (((const AccordBiasWork *) sheet->works->pdata[i])->share))
      return accord_validation_fail (self, "works", error, what);
  for (guint i = 0; i < sheet->mitigations->len; i++)
    {
      const AccordMitigation *mitigation = sheet->mitigations->pdata[i];

      if (!is_part (mitigation->share) || !is_part (mitigation->mitigated))
        return accord_validation_fail (self, "mitigations", error, what);
      if (mitigation->cost < 0)
        return accord_validation_fail (self, "mitigations", error, _ ("No cost may be below nought."));
    }
  return TRUE;
}

static gboolean
take_group (const char *first, const char *rest, guint number, gpointer data, GError **error)
{
  GHashTable *names = data;
  AccordDecimal correlation;

  if (!accord_decimal_parse (first, &correlation) || !is_part (correlation) || *rest == '\0')
    g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM,
                 _ ("Line %u is not a correlation from 0 to 1 and a name, such as 0.5 Staff costs."), number);
  else if (!g_hash_table_add (names, g_strdup (rest)))
    g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM, _ ("Line %u names “%s” a second time."),
                 number, rest);
  else
    return TRUE;
  return FALSE;
}

/**
 * accord_validate_groups:
 * @self: an appraisal
 * @error: return location for %ACCORD_STORE_ERROR_INVALID, whose message says which line
 *
 * Returns: whether the lines of its `groups` are correlations with names
 */
gboolean
accord_validate_groups (AccordRecord *self, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) problem = NULL;

  return accord_text_lines_each (accord_record_get_text (self, "groups"), take_group, names, &problem)
         || fail_with (self, "groups", problem, error);
}

/**
 * accord_validate_spread:
 * @self: a cost or an outcome
 * @error: return location for %ACCORD_STORE_ERROR_INVALID
 *
 * Returns: whether what its distribution needs is there and in order
 */
gboolean
accord_validate_spread (AccordRecord *self, GError **error)
{
  const char *shape = accord_record_get_text (self, "spread");
  AccordDecimal low = 0, likely = ACCORD_DECIMAL_ONE, high = 0;
  gboolean normal = g_strcmp0 (shape, "normal") == 0;

  if (shape == NULL || *shape == '\0')
    return TRUE;
  if (!normal && !get_decimal (self, "low", &low))
    return accord_validation_fail (self, "low", error, _ ("This distribution needs it."));
  if (!get_decimal (self, "high", &high))
    return accord_validation_fail (self, "high", error, _ ("This distribution needs it."));
  get_decimal (self, "likely", &likely);
  if (normal)
    return high >= 0
           || accord_validation_fail (self, "high", error, _ ("A standard deviation is not below nought."));
  if (low >= high)
    return accord_validation_fail (self, "high", error, _ ("This must be above the low value."));
  if (g_strcmp0 (shape, "uniform") != 0 && (likely < low || likely > high))
    return accord_validation_fail (self, "likely", error,
                                   _ ("This must lie between the low and the high value."));
  return TRUE;
}
