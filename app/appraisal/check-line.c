/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cba-faults.h"

#include "cba-line.h"

/**
 * accord_cba_checker_add:
 * @self: the checker
 * @code: what is wrong
 * @field: which number
 * @year: which year, or %ACCORD_NO_YEAR
 * @value: the number, or 0
 *
 * Adds a fault of where the checker is.
 */
void
accord_cba_checker_add (AccordCbaChecker *self, AccordCbaFaultCode code, AccordCbaField field, int year,
                        double value)
{
  const AccordCbaFault fault = { code, self->option, self->is_outcome, self->line, field, year, value };

  if (self->faults == NULL)
    self->faults = g_array_new (FALSE, FALSE, sizeof (AccordCbaFault));
  g_array_append_val (self->faults, fault);
}

/**
 * accord_cba_checker_add_decimal:
 * @self: the checker
 * @code: what is wrong
 * @field: which number
 * @value: the number; one that is not stated is shown as 0
 */
void
accord_cba_checker_add_decimal (AccordCbaChecker *self, AccordCbaFaultCode code, AccordCbaField field,
                                AccordDecimal value)
{
  accord_cba_checker_add (self, code, field, ACCORD_NO_YEAR,
                          value == ACCORD_DECIMAL_UNKNOWN ? 0 : accord_decimal_to_double (value));
}

static void
check_part_of_year (AccordCbaChecker *self, AccordCbaField field, AccordDecimal part, int year)
{
  if (G_LIKELY (part >= 0 && part <= ACCORD_DECIMAL_ONE))
    return;
  accord_cba_checker_add (self, part < 0 ? ACCORD_FAULT_NEGATIVE : ACCORD_FAULT_OVER_ONE, field, year,
                          part == ACCORD_DECIMAL_UNKNOWN ? 0 : accord_decimal_to_double (part));
}

/**
 * accord_cba_checker_part:
 * @self: the checker
 * @field: which number
 * @part: what must be from 0 to 1
 */
void
accord_cba_checker_part (AccordCbaChecker *self, AccordCbaField field, AccordDecimal part)
{
  check_part_of_year (self, field, part, ACCORD_NO_YEAR);
}

static void
check_reference (AccordCbaChecker *self, AccordCbaField field, guint index, const GPtrArray *among)
{
  if (index != ACCORD_CBA_NONE && index >= among->len)
    accord_cba_checker_add (self, ACCORD_FAULT_REFERENCE, field, ACCORD_NO_YEAR, index);
}

static void
check_grade (AccordCbaChecker *self, guint grade)
{
  const AccordGradeTable *grades = self->cba->grades;

  if (grade == 0)
    return;
  if (grades == NULL)
    accord_cba_checker_add (self, ACCORD_FAULT_NO_GRADES, ACCORD_CBA_FIELD_GRADE, ACCORD_NO_YEAR, grade);
  else if (grade > grades->corrections->len)
    accord_cba_checker_add (self, ACCORD_FAULT_GRADE, ACCORD_CBA_FIELD_GRADE, ACCORD_NO_YEAR, grade);
}

static gboolean
is_spread_sound (const AccordSpread *spread)
{
  const gboolean has_low = spread->low != ACCORD_DECIMAL_UNKNOWN;
  const gboolean has_likely = spread->likely != ACCORD_DECIMAL_UNKNOWN;

  switch (spread->shape)
    {
    case ACCORD_SPREAD_TRIANGULAR:
    case ACCORD_SPREAD_PERT:
      return has_low && spread->low <= spread->likely && spread->likely <= spread->high
             && spread->low < spread->high;
    case ACCORD_SPREAD_NORMAL:
      return has_likely && spread->high >= 0;
    case ACCORD_SPREAD_UNIFORM:
      return has_low && spread->low < spread->high;
    case ACCORD_SPREAD_NONE:
    default:
      return TRUE;
    }
}

static void
check_spread (AccordCbaChecker *self, const AccordSpread *spread)
{
  if (!is_spread_sound (spread))
    accord_cba_checker_add (self, ACCORD_FAULT_SPREAD, ACCORD_CBA_FIELD_SPREAD, ACCORD_NO_YEAR, 0);
  check_reference (self, ACCORD_CBA_FIELD_GROUP, spread->group, self->cba->groups);
}

/* Whether sums in prices of @from can be re-based; what is wrong if not. */
static void
check_prices (AccordCbaChecker *self, guint series, int from)
{
  const int to = accord_cba_get_price_year (self->cba);
  const AccordPriceSeries *prices;
  AccordDecimal index;

  if (from == to)
    return;
  if (series >= self->cba->series->len)
    {
      if (series == ACCORD_CBA_NONE)
        accord_cba_checker_add (self, ACCORD_FAULT_NO_SERIES, ACCORD_CBA_FIELD_PRICE_YEAR, from, 0);
      return;
    }
  prices = g_ptr_array_index (self->cba->series, series);
  if (from == ACCORD_NO_YEAR || !accord_price_series_lookup (prices, from, &index))
    accord_cba_checker_add (self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, from, 0);
  else if (to == ACCORD_NO_YEAR || !accord_price_series_lookup (prices, to, &index))
    accord_cba_checker_add (self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, to, 0);
}

/* Whether a sound series has every year from that of @first to that of @last, and the year of the CBA's
 * prices. */
static gboolean
has_all_years (const AccordCba *cba, guint series, guint first, guint last)
{
  AccordDecimal index;

  return accord_cba_get_year (cba, last) != ACCORD_NO_YEAR && series < cba->series->len
         && accord_price_series_has_years (g_ptr_array_index (cba->series, series),
                                           accord_cba_get_year (cba, first), accord_cba_get_year (cba, last))
         && accord_price_series_lookup (g_ptr_array_index (cba->series, series),
                                        accord_cba_get_price_year (cba), &index);
}

/* Nominal amounts need the index of each year that has one; the first that is missing is told. */
static void
check_nominal (AccordCbaChecker *self, const AccordCbaCost *cost)
{
  const guint found = self->faults != NULL ? self->faults->len : 0;
  const guint n = MIN (cost->amounts->len, self->cba->horizon);

  if (n > 0 && has_all_years (self->cba, cost->series, 0, n - 1))
    return;
  for (guint year = 0; year < n && (self->faults != NULL ? self->faults->len : 0) == found; year++)
    if (g_array_index (cost->amounts, gint64, year) != 0)
      {
        if (accord_cba_get_year (self->cba, year) != ACCORD_NO_YEAR)
          check_prices (self, cost->series, accord_cba_get_year (self->cba, year));
        else
          accord_cba_checker_add (self, ACCORD_FAULT_NO_INDEX, ACCORD_CBA_FIELD_PRICE_YEAR, ACCORD_NO_YEAR,
                                  0);
      }
}

static gboolean
is_pence (gint64 pence)
{
  return (guint64) pence + ACCORD_CBA_LARGEST <= 2 * (guint64) ACCORD_CBA_LARGEST;
}

static gboolean
are_pence (const gint64 *amounts, guint n)
{
  gboolean all = TRUE;

  for (guint i = 0; i < n; i++)
    all &= is_pence (amounts[i]);
  return all;
}

static void
check_amounts (AccordCbaChecker *self, const AccordCbaCost *cost)
{
  const gint64 *amounts = (const gint64 *) cost->amounts->data;
  const guint n = MIN (cost->amounts->len, self->cba->horizon);
  guint year = 0;

  if (G_LIKELY (are_pence (amounts, n)))
    year = n;
  while (year < cost->amounts->len && (year < n ? is_pence (amounts[year]) : amounts[year] == 0))
    year++;
  if (year < cost->amounts->len)
    accord_cba_checker_add (self, year < n ? ACCORD_FAULT_TOO_LARGE : ACCORD_FAULT_BEYOND_HORIZON,
                            ACCORD_CBA_FIELD_AMOUNT, (int) year, (double) amounts[year]);
}

/**
 * accord_cba_checker_cost:
 * @self: the checker, at a cost
 * @cost: the cost
 */
void
accord_cba_checker_cost (AccordCbaChecker *self, const AccordCbaCost *cost)
{
  check_reference (self, ACCORD_CBA_FIELD_ORGANISATION, cost->organisation, self->cba->organisations);
  check_reference (self, ACCORD_CBA_FIELD_SCHEDULE, cost->schedule, self->cba->schedules);
  check_reference (self, ACCORD_CBA_FIELD_SERIES, cost->series, self->cba->series);
  check_grade (self, cost->grade);
  check_amounts (self, cost);
  if (cost->nominal)
    check_nominal (self, cost);
  else if (cost->price_year != ACCORD_NO_YEAR)
    check_prices (self, cost->series, cost->price_year);
  if (cost->bias < 0)
    accord_cba_checker_add_decimal (self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_BIAS, cost->bias);
  accord_cba_checker_part (self, ACCORD_CBA_FIELD_MITIGATED, cost->mitigated);
  if (cost->sheet != NULL)
    accord_cba_checker_sheet (self, cost->sheet);
  check_spread (self, &cost->spread);
}

static void
check_gains (AccordCbaChecker *self, const GArray *gains)
{
  AccordDecimal sum = 0;

  for (guint i = 0; i < gains->len; i++)
    {
      const AccordCbaGain *gain = &g_array_index (gains, AccordCbaGain, i);

      if (gain->organisation >= self->cba->organisations->len)
        accord_cba_checker_add (self, ACCORD_FAULT_REFERENCE, ACCORD_CBA_FIELD_ORGANISATION, ACCORD_NO_YEAR,
                                gain->organisation);
      accord_cba_checker_part (self, ACCORD_CBA_FIELD_SHARE, gain->share);
      sum += CLAMP (gain->share, 0, ACCORD_DECIMAL_ONE);
    }
  if (gains->len > 0 && !accord_cba_is_whole (sum, gains->len))
    accord_cba_checker_add_decimal (self, ACCORD_FAULT_SHARES, ACCORD_CBA_FIELD_SHARE, sum);
}

static void
check_parts (AccordCbaChecker *self, const AccordCbaOutcome *outcome)
{
  accord_cba_checker_part (self, ACCORD_CBA_FIELD_ENGAGEMENT, outcome->engagement);
  accord_cba_checker_part (self, ACCORD_CBA_FIELD_IMPACT, outcome->impact);
  accord_cba_checker_part (self, ACCORD_CBA_FIELD_DEADWEIGHT, outcome->deadweight);
  accord_cba_checker_part (self, ACCORD_CBA_FIELD_ATTRIBUTION, outcome->attribution);
  accord_cba_checker_part (self, ACCORD_CBA_FIELD_DISPLACEMENT, outcome->displacement);
  accord_cba_checker_part (self, ACCORD_CBA_FIELD_LEAKAGE, outcome->leakage);
  accord_cba_checker_part (self, ACCORD_CBA_FIELD_DROP_OFF, outcome->drop_off);
  accord_cba_checker_part (self, ACCORD_CBA_FIELD_CASHABLE, outcome->cashable);
  for (guint year = 0; outcome->phasing != NULL && year < outcome->phasing->len; year++)
    check_part_of_year (self, ACCORD_CBA_FIELD_PHASING, g_array_index (outcome->phasing, AccordDecimal, year),
                        (int) year);
}

/**
 * accord_cba_checker_outcome:
 * @self: the checker, at an outcome
 * @outcome: the outcome
 */
void
accord_cba_checker_outcome (AccordCbaChecker *self, const AccordCbaOutcome *outcome)
{
  if (outcome->need < 0)
    accord_cba_checker_add_decimal (self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_NEED, outcome->need);
  if (!is_pence (outcome->unit_value))
    accord_cba_checker_add (self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_UNIT_VALUE, ACCORD_NO_YEAR,
                            (double) outcome->unit_value);
  check_parts (self, outcome);
  check_reference (self, ACCORD_CBA_FIELD_SCHEDULE, outcome->schedule, self->cba->schedules);
  check_reference (self, ACCORD_CBA_FIELD_SERIES, outcome->series, self->cba->series);
  check_grade (self, outcome->grade);
  if (outcome->price_year != ACCORD_NO_YEAR)
    check_prices (self, outcome->series, outcome->price_year);
  check_gains (self, outcome->gains);
  check_spread (self, &outcome->spread);
}
