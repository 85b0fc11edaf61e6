/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-cba.h"

#include <math.h>

static double
number (AccordDecimal decimal)
{
  return (double) decimal / 1e9;
}

static double
index_of (const AccordCba *cba, guint series, int year)
{
  const AccordPriceSeries *self = g_ptr_array_index (cba->series, series);

  for (guint i = 0; i < self->indices->len; i++)
    if (g_array_index (self->indices, AccordPriceIndex, i).year == year)
      return number (g_array_index (self->indices, AccordPriceIndex, i).index);
  g_assert_not_reached ();
}

static double
rebase (const AccordCba *cba, guint series, int from)
{
  const int to = cba->price_year == ACCORD_NO_YEAR ? cba->base_year : cba->price_year;

  return from == ACCORD_NO_YEAR || from == to ? 1 : index_of (cba, series, to) / index_of (cba, series, from);
}

static double
correction (const AccordCba *cba, guint grade)
{
  return grade == 0 ? 0 : number (g_array_index (cba->grades->corrections, AccordDecimal, grade - 1));
}

static gboolean
is_first (const AccordCbaCost *cost, guint year)
{
  for (guint before = 0; before < year; before++)
    if (accord_cba_cost_get_amount (cost, before) != 0)
      return FALSE;
  return accord_cba_cost_get_amount (cost, year) != 0;
}

/* What a worksheet says of costs, from the Treasury's words. */
static double
sheet_rate (const AccordCba *cba, const AccordCbaCost *cost, double *mitigation_cost)
{
  double upper = 0, lower = 0, mitigated = 0;
  gboolean capital = FALSE, operating = FALSE;

  *mitigation_cost = 0;
  for (guint i = 0; i < cost->sheet->works->len; i++)
    {
      const AccordBiasWork *work = g_ptr_array_index (cost->sheet->works, i);
      const AccordBiasType *type = accord_bias_table_find (cba->bias, work->code);

      upper += number (work->share) * number (type->capital_upper);
      lower += number (work->share) * number (type->capital_lower);
      capital = capital || !type->operating;
      operating = operating || type->operating;
    }
  for (guint i = 0; i < cost->sheet->mitigations->len; i++)
    {
      const AccordMitigation *done = g_ptr_array_index (cost->sheet->mitigations, i);

      mitigated += number (done->share) * number (done->mitigated);
      *mitigation_cost += (double) done->cost;
    }
  if (!(cost->kind == ACCORD_COST_CAPITAL && capital) && !(cost->kind == ACCORD_COST_REVENUE && operating))
    return 0;
  return cost->sheet->evidenced ? upper * (1 - mitigated) : fmax (lower, upper * (1 - mitigated));
}

double
test_plain_cost (const AccordCba *cba, const AccordCbaCost *cost, guint year)
{
  double bias = number (cost->bias) * (1 - number (cost->mitigated));
  double mitigation_cost = 0;
  double pence = (double) accord_cba_cost_get_amount (cost, year);

  if (cost->sheet != NULL)
    bias = sheet_rate (cba, cost, &mitigation_cost);
  if (pence != 0)
    pence *= rebase (cba, cost->series, cost->nominal ? cba->base_year + (int) year : cost->price_year);
  pence *= (1 + correction (cba, cost->grade)) * (1 + bias);
  return pence + (is_first (cost, year) ? mitigation_cost : 0);
}

static double
phasing (const AccordCbaOutcome *outcome, guint year)
{
  if (outcome->phasing == NULL || outcome->phasing->len == 0)
    return 1;
  return number (g_array_index (outcome->phasing, AccordDecimal, MIN (year, outcome->phasing->len - 1)));
}

double
test_plain_outcome (const AccordCba *cba, const AccordCbaOutcome *outcome, guint year)
{
  const guint lag = outcome->lag_years;

  if (year < lag || (outcome->timing == ACCORD_TIMING_ONE_OFF && year != lag)
      || (outcome->timing == ACCORD_TIMING_RECURRENT && outcome->lasts > 0 && year >= lag + outcome->lasts))
    return 0;
  return number (outcome->need) * number (outcome->engagement) * number (outcome->impact)
         * (1 - number (outcome->deadweight)) * (double) outcome->unit_value
         * rebase (cba, outcome->series, outcome->price_year) * number (outcome->attribution)
         * (1 - number (outcome->displacement)) * (1 - number (outcome->leakage)) * phasing (outcome, year)
         * pow (1 - number (outcome->drop_off), year - lag) * (1 - correction (cba, outcome->grade));
}

double
test_plain_factor (const AccordCba *cba, guint schedule, guint year)
{
  const AccordSchedule *self = g_ptr_array_index (cba->schedules, schedule == ACCORD_CBA_NONE ? 0 : schedule);
  double factor = 1;

  for (guint at = 1; at <= year; at++)
    {
      double rate = 0;

      for (guint i = 0; i < self->bands->len; i++)
        if (g_array_index (self->bands, AccordBand, i).first <= at)
          rate = number (g_array_index (self->bands, AccordBand, i).rate);
      factor /= 1 + rate;
    }
  return factor;
}

AccordCbaResult *
test_evaluate (const AccordCba *cba, guint option)
{
  GArray *faults = NULL;
  AccordCbaResult *result = accord_cba_evaluate (cba, option, &faults);

  if (faults != NULL)
    g_error ("fault %d of option %u, line %u, field %d, year %d",
             g_array_index (faults, AccordCbaFault, 0).code, g_array_index (faults, AccordCbaFault, 0).option,
             g_array_index (faults, AccordCbaFault, 0).line, g_array_index (faults, AccordCbaFault, 0).field,
             g_array_index (faults, AccordCbaFault, 0).year);
  g_assert_nonnull (result);
  return result;
}

void
test_assert_near (double a, double b)
{
  if (!(fabs (a - b) <= 1e-10 * (1e3 + fabs (a) + fabs (b))))
    g_error ("%.17g is not %.17g", a, b);
}
