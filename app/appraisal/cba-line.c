/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cba-line.h"

#include <string.h>

static inline double
complement (AccordDecimal part)
{
  return accord_decimal_to_double (ACCORD_DECIMAL_ONE - part);
}

/**
 * accord_cba_get_year:
 * @cba: a CBA
 * @year: counted from 0
 *
 * Returns: the financial year it is, by the year that begins in; %ACCORD_NO_YEAR where years are only
 * numbered
 */
int
accord_cba_get_year (const AccordCba *cba, guint year)
{
  const gint64 of = (gint64) cba->base_year + year;

  return cba->base_year == ACCORD_NO_YEAR || of > G_MAXINT ? ACCORD_NO_YEAR : (int) of;
}

/**
 * accord_cba_get_price_year:
 * @cba: a CBA
 *
 * Returns: the year whose prices its figures are in, or %ACCORD_NO_YEAR where that is not stated
 */
int
accord_cba_get_price_year (const AccordCba *cba)
{
  return cba->price_year != ACCORD_NO_YEAR ? cba->price_year : cba->base_year;
}

/**
 * accord_cba_find_ratio:
 * @cba: a CBA
 * @series: index of a price series, or %ACCORD_CBA_NONE
 * @from: the year whose prices a sum is in; %ACCORD_NO_YEAR for the CBA's own
 * @ratio: (out): what makes it one in the CBA's prices
 *
 * Returns: %TRUE and @ratio, or %FALSE where the prices are of another year and there is no index for one of
 * them
 */
gboolean
accord_cba_find_ratio (const AccordCba *cba, guint series, int from, double *ratio)
{
  const int to = accord_cba_get_price_year (cba);

  *ratio = 1;
  if (from == ACCORD_NO_YEAR || from == to)
    return TRUE;
  return series < cba->series->len
         && accord_price_series_ratio (g_ptr_array_index (cba->series, series), from, to, ratio);
}

/**
 * accord_cba_get_correction:
 * @cba: a sound CBA
 * @grade: of confidence, or 0 for none
 *
 * Returns: what costs of that grade are corrected up by, and benefits down: 0.1 for 10 %
 */
double
accord_cba_get_correction (const AccordCba *cba, guint grade)
{
  if (grade == 0)
    return 0;
  return accord_decimal_to_double (g_array_index (cba->grades->corrections, AccordDecimal, grade - 1));
}

/**
 * accord_cba_cost_takes_sheet:
 * @cba: a sound CBA
 * @cost: a cost of it
 *
 * Returns: whether it has a worksheet whose bounds are of its kind of costs: those of works are of capital
 * costs, those of outsourcing of operating costs
 */
gboolean
accord_cba_cost_takes_sheet (const AccordCba *cba, const AccordCbaCost *cost)
{
  const guint n = cost->sheet != NULL && cost->kind != ACCORD_COST_IN_KIND ? cost->sheet->works->len : 0;

  for (guint i = 0; i < n; i++)
    {
      const AccordBiasWork *work = g_ptr_array_index (cost->sheet->works, i);
      const AccordBiasType *type = accord_bias_table_find (cba->bias, work->code);

      if (!type->operating == (cost->kind == ACCORD_COST_CAPITAL))
        return TRUE;
    }
  return FALSE;
}

/**
 * accord_cba_cost_get_bias:
 * @cba: a sound CBA
 * @cost: a cost of it
 *
 * Returns: what is added to its amounts for optimism, 0.2 for 20 %, after what is mitigated: by its worksheet
 * where it has one, else by its own rate
 */
double
accord_cba_cost_get_bias (const AccordCba *cba, const AccordCbaCost *cost)
{
  AccordBiasOutcome outcome;

  if (cost->sheet == NULL)
    return accord_decimal_to_double (cost->bias) * complement (cost->mitigated);
  if (!accord_cba_cost_takes_sheet (cba, cost)
      || !accord_bias_sheet_work_out (cost->sheet, cba->bias, &outcome))
    return 0;
  return outcome.rate;
}

/**
 * accord_cba_cost_find_first:
 * @cost: a cost
 *
 * Returns: the first year in which it has an amount, to which what a mitigation costs is added;
 * %ACCORD_CBA_NONE where it has none
 */
guint
accord_cba_cost_find_first (const AccordCbaCost *cost)
{
  for (guint year = 0; year < cost->amounts->len; year++)
    if (g_array_index (cost->amounts, gint64, year) != 0)
      return year;
  return ACCORD_CBA_NONE;
}

/* In pence of the CBA's prices as they were typed, neither re-based nor corrected. */
static void
add_mitigation (const AccordCba *cba, const AccordCbaCost *cost, double *years)
{
  const guint first = accord_cba_cost_find_first (cost);

  for (guint i = 0; i < cost->sheet->mitigations->len && first < cba->horizon; i++)
    years[first] +=
        (double) ((const AccordMitigation *) g_ptr_array_index (cost->sheet->mitigations, i))->cost;
}

/**
 * accord_cba_cost_fill:
 * @cba: a sound CBA
 * @cost: a cost of it
 * @ratios: (nullable): for nominal amounts what re-bases each year's, horizon of them
 * @years: (out): its amounts by year, real and corrected, in pence; horizon of them
 *
 * Costs × (1 + correction of the grade) × (1 + optimism bias), and what the mitigation costs.
 */
void
accord_cba_cost_fill (const AccordCba *cba, const AccordCbaCost *cost, const double *ratios, double *years)
{
  const gint64 *amounts = (const gint64 *) cost->amounts->data;
  const guint n = MIN (cost->amounts->len, cba->horizon);
  double ratio = 1, multiple;

  if (!cost->nominal)
    accord_cba_find_ratio (cba, cost->series, cost->price_year, &ratio);
  multiple =
      ratio * (1 + accord_cba_get_correction (cba, cost->grade)) * (1 + accord_cba_cost_get_bias (cba, cost));
  for (guint year = 0; year < n; year++)
    years[year] = (double) amounts[year] * multiple;
  if (cost->nominal)
    for (guint year = 0; year < n; year++)
      years[year] *= ratios[year];
  memset (years + n, 0, (cba->horizon - n) * sizeof *years);
  if (cost->sheet != NULL)
    add_mitigation (cba, cost, years);
}

/**
 * accord_cba_outcome_get_worth:
 * @cba: a sound CBA
 * @outcome: an outcome of it
 *
 * Returns: what it is worth in a year when all of it is reached and none of it lost yet, in pence, real,
 * corrected
 */
double
accord_cba_outcome_get_worth (const AccordCba *cba, const AccordCbaOutcome *outcome)
{
  double ratio;

  accord_cba_find_ratio (cba, outcome->series, outcome->price_year, &ratio);
  return accord_decimal_to_double (outcome->need) * accord_decimal_to_double (outcome->engagement)
         * accord_decimal_to_double (outcome->impact) * complement (outcome->deadweight)
         * (double) outcome->unit_value * ratio * accord_decimal_to_double (outcome->attribution)
         * complement (outcome->displacement) * complement (outcome->leakage)
         * (1 - accord_cba_get_correction (cba, outcome->grade));
}

/**
 * accord_cba_outcome_get_end:
 * @cba: a CBA
 * @outcome: an outcome of it
 *
 * Returns: the first year in which it has no worth any more, the horizon at most
 */
guint
accord_cba_outcome_get_end (const AccordCba *cba, const AccordCbaOutcome *outcome)
{
  guint64 end = cba->horizon;

  if (outcome->timing == ACCORD_TIMING_ONE_OFF)
    end = (guint64) outcome->lag_years + 1;
  else if (outcome->lasts > 0)
    end = (guint64) outcome->lag_years + outcome->lasts;
  return (guint) MIN (end, cba->horizon);
}

/**
 * accord_cba_outcome_get_phasing:
 * @outcome: an outcome
 * @year: counted from 0
 *
 * Returns: how much of it is reached then, 0 to 1
 */
double
accord_cba_outcome_get_phasing (const AccordCbaOutcome *outcome, guint year)
{
  const GArray *phasing = outcome->phasing;

  if (phasing == NULL || phasing->len == 0)
    return 1;
  return accord_decimal_to_double (g_array_index (phasing, AccordDecimal, MIN (year, phasing->len - 1)));
}

/* What is lost by and by, four years at a time: no year waits for the one before it. */
static void
fill_worth (double *years, guint n, double worth, double kept)
{
  const double kept_four = (kept * kept) * (kept * kept);
  double four[4] = { worth, worth * kept, worth * (kept * kept), worth * (kept * kept * kept) };
  guint year = 0;

  for (; year + 4 <= n; year += 4)
    for (guint i = 0; i < 4; i++)
      {
        years[year + i] = four[i];
        four[i] *= kept_four;
      }
  for (guint i = 0; year + i < n; i++)
    years[year + i] = four[i];
}

/**
 * accord_cba_outcome_fill:
 * @cba: a sound CBA
 * @outcome: an outcome of it
 * @years: (out): its amounts by year, real and corrected, in pence; horizon of them
 */
void
accord_cba_outcome_fill (const AccordCba *cba, const AccordCbaOutcome *outcome, double *years)
{
  const guint first = MIN (outcome->lag_years, cba->horizon);
  const guint end = accord_cba_outcome_get_end (cba, outcome);

  memset (years, 0, first * sizeof *years);
  fill_worth (years + first, end - first, accord_cba_outcome_get_worth (cba, outcome),
              complement (outcome->drop_off));
  if (outcome->phasing != NULL)
    for (guint year = first; year < end; year++)
      years[year] *= accord_cba_outcome_get_phasing (outcome, year);
  memset (years + end, 0, (cba->horizon - end) * sizeof *years);
}
