/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trace-private.h"

#include "cba-line.h"

const AccordRunLine *
accord_trace_get_line (const AccordTraceRecipe *recipe)
{
  const AccordRunOption *option = &recipe->context->run->options[recipe->option];

  return &option->lines[recipe->is_outcome ? option->n_costs + recipe->line : recipe->line];
}

static const AccordCbaOption *
get_option (const AccordTraceRecipe *recipe)
{
  return g_ptr_array_index (recipe->context->cba->options, recipe->option);
}

static const AccordCbaCost *
get_cost (const AccordTraceRecipe *recipe)
{
  return g_ptr_array_index (get_option (recipe)->costs, recipe->line);
}

static const AccordCbaOutcome *
get_outcome (const AccordTraceRecipe *recipe)
{
  return g_ptr_array_index (get_option (recipe)->outcomes, recipe->line);
}

const char *
accord_trace_get_line_name (const AccordTraceRecipe *recipe)
{
  return recipe->is_outcome ? get_outcome (recipe)->name : get_cost (recipe)->name;
}

const char *
accord_trace_get_line_uid (const AccordTraceRecipe *recipe)
{
  return recipe->is_outcome ? get_outcome (recipe)->uid : get_cost (recipe)->uid;
}

static guint
get_schedule (const AccordTraceRecipe *recipe)
{
  const guint schedule = recipe->is_outcome ? get_outcome (recipe)->schedule : get_cost (recipe)->schedule;

  return schedule == ACCORD_CBA_NONE ? 0 : schedule;
}

static void
fill_present_year (AccordTrace *self, const AccordTraceRecipe *recipe)
{
  accord_trace_add (self,
                    accord_trace_line_year (recipe, recipe->is_outcome, recipe->line, recipe->year, FALSE));
  accord_trace_add_factor (self, recipe, get_schedule (recipe), recipe->year);
}

/* A cost has an amount in the year; an outcome has begun and lasts. */
static gboolean
is_at_work (const AccordTraceRecipe *recipe)
{
  const AccordCba *cba = recipe->context->cba;

  if (!recipe->is_outcome)
    return accord_cba_cost_get_amount (get_cost (recipe), recipe->year) != 0;
  return recipe->year >= get_outcome (recipe)->lag_years
         && recipe->year < accord_cba_outcome_get_end (cba, get_outcome (recipe));
}

/* What a line is in a year, discounted or not. */
AccordTrace *
accord_trace_line_year (const AccordTraceRecipe *from, gboolean is_outcome, guint line, guint year,
                        gboolean present)
{
  AccordTraceRecipe at = *from;
  const AccordRunLine *made;
  AccordTrace *self;

  at.is_outcome = is_outcome;
  at.line = line;
  at.year = year;
  made = accord_trace_get_line (&at);
  self =
      accord_trace_node (present ? ACCORD_WHAT_LINE_YEAR_PRESENT : ACCORD_WHAT_LINE_YEAR, ACCORD_RULE_PRODUCT,
                         ACCORD_UNIT_PENCE, made->years[year] * (present ? made->factors[year] : 1));
  self->year = (int) year;
  self->uid = g_strdup (accord_trace_get_line_uid (&at));
  self->name = g_strdup (accord_trace_get_line_name (&at));
  if (present)
    accord_trace_follow (self, &at, fill_present_year);
  else if (!is_at_work (&at))
    self->rule = ACCORD_RULE_SUM; /* of nothing */
  else
    accord_trace_follow (self, &at,
                         is_outcome ? accord_trace_fill_outcome_year : accord_trace_fill_cost_year);
  return self;
}

static void
fill_line (AccordTrace *self, const AccordTraceRecipe *recipe)
{
  const AccordRunLine *made = accord_trace_get_line (recipe);

  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_trace_free);
  for (guint year = 0; year < recipe->context->cba->horizon; year++)
    if (made->years[year] != 0)
      accord_trace_add (self, accord_trace_line_year (recipe, recipe->is_outcome, recipe->line, year, TRUE));
}

/* The present value of a line. */
AccordTrace *
accord_trace_line (const AccordTraceRecipe *from, gboolean is_outcome, guint line)
{
  AccordTraceRecipe at = *from;
  AccordTrace *self;

  at.is_outcome = is_outcome;
  at.line = line;
  self = accord_trace_node (ACCORD_WHAT_LINE, ACCORD_RULE_SUM, ACCORD_UNIT_PENCE,
                            accord_trace_get_line (&at)->present);
  self->uid = g_strdup (accord_trace_get_line_uid (&at));
  self->name = g_strdup (accord_trace_get_line_name (&at));
  accord_trace_follow (self, &at, fill_line);
  return self;
}

static AccordTrace *
add_field (AccordTrace *self, AccordCbaField field, AccordTraceUnit unit, double value, const char *uid,
           const char *name, const char *source)
{
  AccordTrace *typed = accord_trace_typed (self, ACCORD_WHAT_FIELD, unit, value, name, source);

  typed->field = field;
  typed->uid = g_strdup (uid);
  return typed;
}

static void
add_part (AccordTrace *self, AccordCbaField field, AccordDecimal value, const AccordCbaOutcome *outcome)
{
  add_field (self, field, field == ACCORD_CBA_FIELD_NEED ? ACCORD_UNIT_COUNT : ACCORD_UNIT_RATE,
             accord_decimal_to_double (value), outcome->uid, outcome->name, outcome->source);
}

/* 1 less a part. */
static AccordTrace *
add_rest (AccordTrace *self, AccordCbaField field, AccordDecimal value, const AccordCbaOutcome *outcome)
{
  AccordTrace *rest =
      accord_trace_add (self, accord_trace_node (ACCORD_WHAT_FIELD, ACCORD_RULE_COMPLEMENT, ACCORD_UNIT_RATE,
                                                 accord_decimal_to_double (ACCORD_DECIMAL_ONE - value)));

  rest->field = field;
  rest->uid = g_strdup (outcome->uid);
  rest->name = g_strdup (outcome->name);
  add_part (rest, field, value, outcome);
  return rest;
}

/* (1 − drop-off) to the power of the years since its first. */
static void
add_still_there (AccordTrace *self, const AccordCbaOutcome *outcome, guint year)
{
  const guint since = year - outcome->lag_years;
  const double kept = accord_decimal_to_double (ACCORD_DECIMAL_ONE - outcome->drop_off);
  AccordTrace *power, *years, *when;
  double value = 1;

  if (outcome->drop_off == 0 || since == 0)
    return;
  for (guint i = 0; i < since; i++)
    value *= kept;
  power = accord_trace_add (
      self, accord_trace_node (ACCORD_WHAT_STILL_THERE, ACCORD_RULE_POWER, ACCORD_UNIT_RATE, value));
  power->year = (int) year;
  power->name = g_strdup (outcome->name);
  add_rest (power, ACCORD_CBA_FIELD_DROP_OFF, outcome->drop_off, outcome);
  years = accord_trace_add (
      power, accord_trace_node (ACCORD_WHAT_YEARS_SINCE, ACCORD_RULE_DIFFERENCE, ACCORD_UNIT_COUNT, since));
  when = accord_trace_typed (years, ACCORD_WHAT_CONSTANT, ACCORD_UNIT_YEAR, year, NULL, NULL);
  when->year = (int) year;
  add_field (years, ACCORD_CBA_FIELD_LAG, ACCORD_UNIT_COUNT, outcome->lag_years, outcome->uid, outcome->name,
             outcome->source);
}

void
accord_trace_fill_outcome_year (AccordTrace *self, const AccordTraceRecipe *recipe)
{
  const AccordCbaOutcome *outcome = get_outcome (recipe);
  const AccordCba *cba = recipe->context->cba;

  add_part (self, ACCORD_CBA_FIELD_NEED, outcome->need, outcome);
  add_part (self, ACCORD_CBA_FIELD_ENGAGEMENT, outcome->engagement, outcome);
  add_part (self, ACCORD_CBA_FIELD_IMPACT, outcome->impact, outcome);
  add_rest (self, ACCORD_CBA_FIELD_DEADWEIGHT, outcome->deadweight, outcome);
  add_field (self, ACCORD_CBA_FIELD_UNIT_VALUE, ACCORD_UNIT_PENCE, (double) outcome->unit_value, outcome->uid,
             outcome->name, outcome->source);
  accord_trace_add_price_ratio (self, cba, outcome->series, outcome->price_year);
  if (outcome->attribution != ACCORD_DECIMAL_ONE)
    add_part (self, ACCORD_CBA_FIELD_ATTRIBUTION, outcome->attribution, outcome);
  if (outcome->displacement != 0)
    add_rest (self, ACCORD_CBA_FIELD_DISPLACEMENT, outcome->displacement, outcome);
  if (outcome->leakage != 0)
    add_rest (self, ACCORD_CBA_FIELD_LEAKAGE, outcome->leakage, outcome);
  if (outcome->phasing != NULL && outcome->phasing->len > 0)
    add_field (self, ACCORD_CBA_FIELD_PHASING, ACCORD_UNIT_RATE,
               accord_cba_outcome_get_phasing (outcome, recipe->year), outcome->uid, outcome->name,
               outcome->source)
        ->year = (int) recipe->year;
  add_still_there (self, outcome, recipe->year);
  accord_trace_add_grade (self, cba, outcome->grade, FALSE);
}

/* What the mitigation of the bias costs, in the line's first year. */
static void
add_mitigation_cost (AccordTrace *self, const AccordCbaCost *cost)
{
  AccordTrace *sum = accord_trace_add (
      self, accord_trace_node (ACCORD_WHAT_MITIGATION_COST, ACCORD_RULE_SUM, ACCORD_UNIT_PENCE, 0));

  for (guint i = 0; i < cost->sheet->mitigations->len; i++)
    {
      const AccordMitigation *done = g_ptr_array_index (cost->sheet->mitigations, i);

      accord_trace_typed (sum, ACCORD_WHAT_MITIGATION_COST, ACCORD_UNIT_PENCE, (double) done->cost,
                          done->name, done->evidence != NULL ? done->evidence : cost->source)
          ->uid = g_strdup (cost->uid);
      sum->value += (double) done->cost;
    }
}

void
accord_trace_fill_cost_year (AccordTrace *self, const AccordTraceRecipe *recipe)
{
  const AccordCbaCost *cost = get_cost (recipe);
  const AccordCba *cba = recipe->context->cba;
  const double amount = (double) accord_cba_cost_get_amount (cost, recipe->year);
  const gboolean mitigated = cost->sheet != NULL && cost->sheet->mitigations->len > 0
                             && accord_cba_cost_find_first (cost) == recipe->year;
  AccordTrace *product = self;

  if (mitigated)
    {
      self->rule = ACCORD_RULE_SUM;
      product = accord_trace_add (self, accord_trace_node (ACCORD_WHAT_LINE_YEAR, ACCORD_RULE_PRODUCT,
                                                           ACCORD_UNIT_PENCE, self->value));
      product->year = self->year;
      product->name = g_strdup (self->name);
      product->uid = g_strdup (self->uid);
      add_mitigation_cost (self, cost);
      product->value -= ((AccordTrace *) g_ptr_array_index (self->children, 1))->value;
    }
  add_field (product, ACCORD_CBA_FIELD_AMOUNT, ACCORD_UNIT_PENCE, amount, cost->uid, cost->name, cost->source)
      ->year = (int) recipe->year;
  accord_trace_add_price_ratio (product, cba, cost->series,
                                cost->nominal ? accord_cba_get_year (cba, recipe->year) : cost->price_year);
  accord_trace_add_grade (product, cba, cost->grade, TRUE);
  accord_trace_add_bias (product, recipe, cost);
}
