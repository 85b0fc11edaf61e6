/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trace-private.h"

#include "cba-line.h"

static void
add_index (AccordTrace *self, const AccordPriceSeries *series, int year)
{
  AccordDecimal index = 0;

  accord_price_series_lookup (series, year, &index);
  accord_trace_typed (self, ACCORD_WHAT_PRICE_INDEX, ACCORD_UNIT_INDEX, accord_decimal_to_double (index),
                      series->name, series->edition != NULL ? series->edition : series->source)
      ->year = year;
}

/* What makes a sum in prices of @from one in those of the CBA, unless that is 1. */
void
accord_trace_add_price_ratio (AccordTrace *self, const AccordCba *cba, guint series, int from)
{
  const int to = accord_cba_get_price_year (cba);
  const AccordPriceSeries *prices;
  AccordTrace *quotient;
  double ratio;

  if (from == ACCORD_NO_YEAR || from == to || series >= cba->series->len
      || !accord_cba_find_ratio (cba, series, from, &ratio))
    return;
  prices = g_ptr_array_index (cba->series, series);
  quotient = accord_trace_add (
      self, accord_trace_node (ACCORD_WHAT_PRICE_RATIO, ACCORD_RULE_QUOTIENT, ACCORD_UNIT_FACTOR, ratio));
  quotient->name = g_strdup (prices->name);
  quotient->year = from;
  add_index (quotient, prices, to);
  add_index (quotient, prices, from);
}

/* The rates of a schedule that years 1 to @n_years use, each with how many of them do. */
void
accord_trace_add_bands (AccordTrace *self, const AccordSchedule *schedule, guint n_years)
{
  for (guint i = 0; i < schedule->bands->len; i++)
    {
      const AccordBand *band = &g_array_index (schedule->bands, AccordBand, i);
      const guint end = i + 1 < schedule->bands->len
                            ? g_array_index (schedule->bands, AccordBand, i + 1).first - 1
                            : G_MAXUINT;
      AccordTrace *rate;

      if (band->first > n_years)
        return;
      rate = accord_trace_typed (self, ACCORD_WHAT_BAND_RATE, ACCORD_UNIT_RATE,
                                 accord_decimal_to_double (band->rate), schedule->name,
                                 schedule->edition != NULL ? schedule->edition : schedule->source);
      rate->year = (int) band->first;
      accord_trace_typed (rate, ACCORD_WHAT_BAND_YEARS, ACCORD_UNIT_COUNT,
                          MIN (end, n_years) - band->first + 1, NULL, NULL);
    }
}

/* The discount factor of a year. */
void
accord_trace_add_factor (AccordTrace *self, const AccordTraceRecipe *recipe, guint schedule, guint year)
{
  const AccordSchedule *used = g_ptr_array_index (recipe->context->cba->schedules, schedule);
  const AccordCbaRun *run = recipe->context->run;
  AccordTrace *factor =
      accord_trace_add (self, accord_trace_node (ACCORD_WHAT_FACTOR, ACCORD_RULE_FACTOR, ACCORD_UNIT_FACTOR,
                                                 run->factors[(gsize) run->stride * schedule + year]));

  factor->name = g_strdup (used->name);
  factor->year = (int) year;
  factor->children = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_trace_free);
  accord_trace_add_bands (factor, used, year);
}

/* Costs are corrected up by their grade, benefits down. */
void
accord_trace_add_grade (AccordTrace *self, const AccordCba *cba, guint grade, gboolean costs)
{
  const double correction = accord_cba_get_correction (cba, grade);
  AccordTrace *corrected, *typed;

  if (grade == 0)
    return;
  corrected =
      accord_trace_add (self, accord_trace_node (ACCORD_WHAT_GRADE_CORRECTION,
                                                 costs ? ACCORD_RULE_UPLIFT : ACCORD_RULE_COMPLEMENT,
                                                 ACCORD_UNIT_RATE, costs ? 1 + correction : 1 - correction));
  corrected->year = (int) grade;
  typed = accord_trace_typed (corrected, ACCORD_WHAT_GRADE_CORRECTION, ACCORD_UNIT_RATE, correction,
                              cba->grades->name,
                              cba->grades->edition != NULL ? cba->grades->edition : cba->grades->source);
  typed->year = (int) grade;
}

/* A bound of the works of a worksheet, weighted by their shares. */
static AccordTrace *
make_bound (const AccordCba *cba, const AccordCbaCost *cost, gboolean upper, double value)
{
  AccordTrace *bound = accord_trace_node (upper ? ACCORD_WHAT_BIAS_UPPER : ACCORD_WHAT_BIAS_LOWER,
                                          ACCORD_RULE_SUM, ACCORD_UNIT_RATE, value);

  for (guint i = 0; i < cost->sheet->works->len; i++)
    {
      const AccordBiasWork *work = g_ptr_array_index (cost->sheet->works, i);
      const AccordBiasType *type = accord_bias_table_find (cba->bias, work->code);
      const double share = accord_decimal_to_double (work->share);
      const double rate = accord_decimal_to_double (upper ? type->capital_upper : type->capital_lower);
      AccordTrace *product =
          accord_trace_add (bound, accord_trace_node (ACCORD_WHAT_BIAS_WORK, ACCORD_RULE_PRODUCT,
                                                      ACCORD_UNIT_RATE, share * rate));

      product->name = g_strdup (type->name);
      accord_trace_typed (product, ACCORD_WHAT_BIAS_SHARE, ACCORD_UNIT_RATE, share, type->name, cost->source);
      accord_trace_typed (product, ACCORD_WHAT_BIAS_WORK, ACCORD_UNIT_RATE, rate, type->name,
                          cba->bias->edition != NULL ? cba->bias->edition : cba->bias->source);
    }
  return bound;
}

/* How much of the bias is mitigated, and the rest. */
static void
add_unmitigated (AccordTrace *self, const AccordCbaCost *cost, double mitigated)
{
  AccordTrace *rest =
      accord_trace_add (self, accord_trace_node (ACCORD_WHAT_MITIGATION, ACCORD_RULE_COMPLEMENT,
                                                 ACCORD_UNIT_RATE, 1 - mitigated));
  AccordTrace *sum = accord_trace_add (
      rest, accord_trace_node (ACCORD_WHAT_MITIGATION, ACCORD_RULE_SUM, ACCORD_UNIT_RATE, mitigated));

  for (guint i = 0; i < cost->sheet->mitigations->len; i++)
    {
      const AccordMitigation *done = g_ptr_array_index (cost->sheet->mitigations, i);
      const double share = accord_decimal_to_double (done->share);
      const double part = accord_decimal_to_double (done->mitigated);
      const char *source = done->evidence != NULL ? done->evidence : cost->source;
      AccordTrace *product =
          accord_trace_add (sum, accord_trace_node (ACCORD_WHAT_MITIGATION, ACCORD_RULE_PRODUCT,
                                                    ACCORD_UNIT_RATE, share * part));

      product->name = g_strdup (done->name);
      accord_trace_typed (product, ACCORD_WHAT_BIAS_SHARE, ACCORD_UNIT_RATE, share, done->name, source);
      accord_trace_typed (product, ACCORD_WHAT_MITIGATION, ACCORD_UNIT_RATE, part, done->name, source);
    }
}

static void
fill_sheet_rate (AccordTrace *self, const AccordCba *cba, const AccordCbaCost *cost)
{
  AccordBiasOutcome outcome;
  AccordTrace *product = self;

  accord_bias_sheet_work_out (cost->sheet, cba->bias, &outcome);
  if (!cost->sheet->evidenced)
    {
      self->rule = ACCORD_RULE_FLOOR;
      product = accord_trace_add (self, accord_trace_node (ACCORD_WHAT_BIAS_RATE, ACCORD_RULE_PRODUCT,
                                                           ACCORD_UNIT_RATE,
                                                           outcome.upper * (1 - outcome.mitigated)));
      product->name = g_strdup (cost->name);
    }
  accord_trace_add (product, make_bound (cba, cost, TRUE, outcome.upper));
  if (cost->sheet->mitigations->len > 0)
    add_unmitigated (product, cost, outcome.mitigated);
  if (!cost->sheet->evidenced)
    accord_trace_add (self, make_bound (cba, cost, FALSE, outcome.lower));
}

static void
fill_plain_rate (AccordTrace *self, const AccordCbaCost *cost)
{
  AccordTrace *bias = accord_trace_typed (self, ACCORD_WHAT_FIELD, ACCORD_UNIT_RATE,
                                          accord_decimal_to_double (cost->bias), cost->name, cost->source);
  AccordTrace *rest, *mitigated;

  bias->field = ACCORD_CBA_FIELD_BIAS;
  bias->uid = g_strdup (cost->uid);
  if (cost->mitigated == 0)
    return;
  rest = accord_trace_add (
      self, accord_trace_node (ACCORD_WHAT_FIELD, ACCORD_RULE_COMPLEMENT, ACCORD_UNIT_RATE,
                               accord_decimal_to_double (ACCORD_DECIMAL_ONE - cost->mitigated)));
  rest->field = ACCORD_CBA_FIELD_MITIGATED;
  rest->name = g_strdup (cost->name);
  mitigated = accord_trace_typed (rest, ACCORD_WHAT_FIELD, ACCORD_UNIT_RATE,
                                  accord_decimal_to_double (cost->mitigated), cost->name, cost->source);
  mitigated->field = ACCORD_CBA_FIELD_MITIGATED;
  mitigated->uid = g_strdup (cost->uid);
}

/* Costs × (1 + optimism bias after mitigation). */
void
accord_trace_add_bias (AccordTrace *self, const AccordTraceRecipe *recipe, const AccordCbaCost *cost)
{
  const AccordCba *cba = recipe->context->cba;
  const double rate = accord_cba_cost_get_bias (cba, cost);
  AccordTrace *uplift, *bias;

  if (cost->sheet != NULL ? !accord_cba_cost_takes_sheet (cba, cost) : cost->bias == 0)
    return;
  uplift = accord_trace_add (
      self, accord_trace_node (ACCORD_WHAT_BIAS_RATE, ACCORD_RULE_UPLIFT, ACCORD_UNIT_RATE, 1 + rate));
  uplift->name = g_strdup (cost->name);
  bias = accord_trace_add (
      uplift, accord_trace_node (ACCORD_WHAT_BIAS_RATE, ACCORD_RULE_PRODUCT, ACCORD_UNIT_RATE, rate));
  bias->name = g_strdup (cost->name);
  if (cost->sheet != NULL)
    fill_sheet_rate (bias, cba, cost);
  else
    fill_plain_rate (bias, cost);
}
