/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit-costs.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "appraisal-lines.h"
#include "edition.h"
#include "editions.h"
#include "model-error.h"
#include "money.h"
#include "unit-cost.h"

/**
 * accord_unit_costs_list:
 * @reader: a reader
 * @edition: an edition
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type AccordRecord): its unit costs, as they were taken in
 */
GPtrArray *
accord_unit_costs_list (AccordReader *reader, gint64 edition, GError **error)
{
  const AccordKind *kind = accord_kind_for_type (ACCORD_TYPE_UNIT_COST);
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, (guint) accord_kind_find_field (kind, "edition"), ACCORD_OPERATOR_EQUAL,
                           edition);
  return accord_reader_list (reader, query, error);
}

/**
 * accord_unit_cost_dup_basis:
 * @unit_cost: a unit cost
 * @edition: (nullable): its edition
 *
 * Returns: (transfer full): where its figure is from, as a reviewer wants it: "GMCA Unit Cost Database v1.4,
 * HE1.0, 2009/10 prices"
 */
char *
accord_unit_cost_dup_basis (AccordRecord *unit_cost, AccordRecord *edition)
{
  const char *code = accord_record_get_text (unit_cost, "code"),
             *prices = accord_record_get_text (unit_cost, "price-year");
  const char *which = edition != NULL ? accord_record_get_text (edition, "edition") : NULL;
  GString *basis = g_string_new (edition != NULL ? accord_record_get_text (edition, "name") : NULL);

  if (which != NULL)
    g_string_append_printf (basis, "%s%s", basis->len > 0 ? " " : "", which);
  if (code == NULL)
    code = accord_record_get_text (unit_cost, "description");
  g_string_append_printf (basis, "%s%s", basis->len > 0 ? ", " : "", code);
  if (prices != NULL)
    {
      /* Translators: a year; what comes before it is where a figure is from. */
      g_autofree char *words = g_strdup_printf (_ ("%s prices"), prices);

      g_string_append_printf (basis, ", %s", words);
    }
  return g_string_free (basis, FALSE);
}

/**
 * accord_outcome_take_unit_cost:
 * @outcome: an outcome line, which the caller writes
 * @unit_cost: a unit cost of the workspace
 * @edition: (nullable): the edition of @unit_cost
 * @error: return location for an error
 *
 * Takes what a unit cost says: the value, the year of its prices, where it is from, and which one it is. The
 * value stays as published; the appraisal re-bases it.
 *
 * Returns: %FALSE with @outcome as it was where @unit_cost states no value
 */
gboolean
accord_outcome_take_unit_cost (AccordRecord *outcome, AccordRecord *unit_cost, AccordRecord *edition,
                               GError **error)
{
  const gint64 amount = accord_record_get_int (unit_cost, "amount");
  g_autofree char *basis = accord_unit_cost_dup_basis (unit_cost, edition);

  if (amount == ACCORD_UNKNOWN)
    {
      g_autofree char *title = accord_record_dup_title (unit_cost);

      g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN,
                   _ ("The unit cost “%s” states no value."), title);
      return FALSE;
    }
  accord_record_set_int (outcome, "unit-value", amount);
  accord_record_set_text (outcome, "price-year", accord_record_get_text (unit_cost, "price-year"));
  accord_record_set_text (outcome, "basis", basis);
  accord_record_set_int (outcome, "unit-cost", accord_record_get_id (unit_cost));
  return TRUE;
}

static gboolean
fail (AccordRecord *unit_cost, const char *what, GError **error)
{
  g_autofree char *title = accord_record_dup_title (unit_cost);

  g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN, _ ("“%s” cannot be re-based: %s"),
               title, what);
  return FALSE;
}

/**
 * accord_unit_cost_rebase:
 * @unit_cost: a unit cost
 * @series: a price series
 * @year: the year whose prices are wanted, of the kind of @series
 * @pence: (out): its value in those prices, rounded once
 * @error: return location for an error
 *
 * Returns: %TRUE and @pence, or %FALSE where it states no value or no year, or the series does not go from
 * that year to @year
 */
gboolean
accord_unit_cost_rebase (AccordRecord *unit_cost, const AccordPriceSeries *series, int year, gint64 *pence,
                         GError **error)
{
  const gint64 amount = accord_record_get_int (unit_cost, "amount");
  const char *written = accord_record_get_text (unit_cost, "price-year");
  AccordPriceYears years = series->years;
  int from = ACCORD_NO_YEAR;
  double ratio;

  if (amount == ACCORD_UNKNOWN)
    return fail (unit_cost, _ ("it states no value."), error);
  if (!accord_price_year_parse (written, &years, &from, NULL) || from == ACCORD_NO_YEAR)
    return fail (unit_cost, _ ("it does not say of what year its prices are."), error);
  if (years != series->years)
    return fail (unit_cost,
                 years == ACCORD_PRICES_FINANCIAL
                     ? _ ("its prices are of a financial year and the price series is of calendar years.")
                     : _ ("its prices are of a calendar year and the price series is of financial years."),
                 error);
  if (!accord_price_series_ratio (series, from, year, &ratio))
    {
      g_autofree char *to = accord_price_year_format (years, year);
      g_autofree char *what =
          g_strdup_printf (_ ("the price series does not go from %s to %s."), written, to);

      return fail (unit_cost, what, error);
    }
  *pence = (gint64) round ((double) amount * ratio);
  return TRUE;
}

static gboolean
knows (const AccordPriceSeries *series, AccordPriceYears years, int year)
{
  AccordDecimal index;

  return series->years == years && accord_price_series_lookup (series, year, &index);
}

/**
 * accord_unit_cost_find_series:
 * @reader: a reader
 * @unit_cost: a unit cost
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the newest price series of the workspace that knows the year of its
 *   prices; %NULL without @error where there is none
 */
AccordPriceSeries *
accord_unit_cost_find_series (AccordReader *reader, AccordRecord *unit_cost, GError **error)
{
  const AccordKind *kind = accord_kind_for_type (ACCORD_TYPE_EDITION);
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (AccordPriceSeries) newest = NULL;
  AccordRecord *newest_edition = NULL;
  AccordPriceYears years = ACCORD_PRICES_FINANCIAL;
  int year = ACCORD_NO_YEAR;

  accord_query_add_text (query, (guint) accord_kind_find_field (kind, "sort"), ACCORD_OPERATOR_EQUAL,
                         "deflator");
  editions = accord_reader_list (reader, query, error);
  if (editions == NULL
      || !accord_price_year_parse (accord_record_get_text (unit_cost, "price-year"), &years, &year, NULL)
      || year == ACCORD_NO_YEAR)
    return NULL;
  for (guint i = 0; i < editions->len; i++)
    {
      g_autoptr (AccordPriceSeries) series = accord_edition_get_series (editions->pdata[i], NULL);

      if (series == NULL || !knows (series, years, year)
          || (newest_edition != NULL && accord_edition_compare (editions->pdata[i], newest_edition) <= 0))
        continue;
      g_clear_pointer (&newest, accord_price_series_free);
      newest = g_steal_pointer (&series);
      newest_edition = editions->pdata[i];
    }
  return g_steal_pointer (&newest);
}
