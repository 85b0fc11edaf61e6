/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trace-private.h"

/* What is reported: the option less its comparator, or the option alone. */
static const AccordCbaSums *
get_sums (const AccordTraceContext *context)
{
  return context->comparator != NULL ? &context->option->net : &context->option->own;
}

static const AccordCbaPosition *
get_position (const AccordCbaSums *sums, guint slot)
{
  return slot < sums->positions->len ? &g_array_index (sums->positions, AccordCbaPosition, slot) : NULL;
}

static const AccordCbaYears *
get_years (const AccordCbaSums *sums, guint slot)
{
  const AccordCbaPosition *position;

  if (slot == ACCORD_CBA_NONE)
    return &sums->years;
  position = get_position (sums, slot);
  return position != NULL ? &position->years : NULL;
}

static double
get_year_value (const AccordTraceRecipe *recipe, const AccordCbaSums *sums, AccordFigure figure)
{
  const AccordCbaYears *years = get_years (sums, recipe->slot);

  if (years == NULL)
    return 0;
  if (figure == ACCORD_FIGURE_YEAR_COST)
    return (recipe->present ? years->present_cost : years->cost)[recipe->year];
  if (figure == ACCORD_FIGURE_YEAR_BENEFIT)
    return (recipe->present ? years->present_benefit : years->benefit)[recipe->year];
  return (recipe->present ? years->present_cumulative : years->cumulative)[recipe->year];
}

static double
get_position_value (const AccordTraceRecipe *recipe, const AccordCbaSums *sums, AccordFigure figure)
{
  const AccordCbaPosition *position = get_position (sums, recipe->slot);

  if (position == NULL)
    return 0;
  if (figure == ACCORD_FIGURE_POSITION_COST)
    return position->present_cost;
  if (figure == ACCORD_FIGURE_POSITION_BENEFIT)
    return position->present_benefit;
  return figure == ACCORD_FIGURE_POSITION_NET ? position->present_net : position->deepest_net;
}

static AccordCbaValue
get_value (const AccordTraceRecipe *recipe, const AccordCbaSums *sums, AccordFigure figure)
{
  switch (figure)
    {
    case ACCORD_FIGURE_PVC:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->pvc };
    case ACCORD_FIGURE_PVB:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->pvb };
    case ACCORD_FIGURE_NPSV:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->npsv };
    case ACCORD_FIGURE_BCR:
      return sums->bcr;
    case ACCORD_FIGURE_NPC:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->npc };
    case ACCORD_FIGURE_EAC:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->eac };
    case ACCORD_FIGURE_PAYBACK:
      return sums->payback;
    case ACCORD_FIGURE_DISCOUNTED_PAYBACK:
      return sums->discounted_payback;
    case ACCORD_FIGURE_CASHABLE:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->present_cashable };
    case ACCORD_FIGURE_ROI:
      return sums->roi;
    case ACCORD_FIGURE_BUDGET_IMPACT:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->budget_impact };
    case ACCORD_FIGURE_CLASS:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->by_class[recipe->part] };
    case ACCORD_FIGURE_KIND:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->by_kind[recipe->part] };
    case ACCORD_FIGURE_YEAR_COST:
    case ACCORD_FIGURE_YEAR_BENEFIT:
    case ACCORD_FIGURE_YEAR_CUMULATIVE:
      return (AccordCbaValue){ ACCORD_DEFINED, get_year_value (recipe, sums, figure) };
    default:
      return (AccordCbaValue){ ACCORD_DEFINED, get_position_value (recipe, sums, figure) };
    }
}

static gboolean
is_of_costs (AccordFigure figure)
{
  return figure == ACCORD_FIGURE_PVC || figure == ACCORD_FIGURE_KIND || figure == ACCORD_FIGURE_YEAR_COST
         || figure == ACCORD_FIGURE_POSITION_COST;
}

static gboolean
is_of_lines (AccordFigure figure)
{
  return is_of_costs (figure) || figure == ACCORD_FIGURE_PVB || figure == ACCORD_FIGURE_CLASS
         || figure == ACCORD_FIGURE_CASHABLE || figure == ACCORD_FIGURE_YEAR_BENEFIT
         || figure == ACCORD_FIGURE_POSITION_BENEFIT;
}

static gboolean
is_of_year (AccordFigure figure)
{
  return figure == ACCORD_FIGURE_YEAR_COST || figure == ACCORD_FIGURE_YEAR_BENEFIT;
}

/* What of a line is cash. */
static void
add_cash (AccordTrace *self, const AccordTraceRecipe *line)
{
  const AccordRunLine *made = accord_trace_get_line (line);
  AccordTrace *cash =
      accord_trace_add (self, accord_trace_node (ACCORD_WHAT_LINE, ACCORD_RULE_PRODUCT, ACCORD_UNIT_PENCE,
                                                 made->present * made->cashable));
  AccordTrace *typed;

  cash->uid = g_strdup (accord_trace_get_line_uid (line));
  cash->name = g_strdup (accord_trace_get_line_name (line));
  accord_trace_add (cash, accord_trace_line (line, TRUE, line->line));
  typed = accord_trace_typed (cash, ACCORD_WHAT_FIELD, ACCORD_UNIT_RATE, made->cashable, cash->name, NULL);
  typed->field = ACCORD_CBA_FIELD_CASHABLE;
  typed->uid = g_strdup (cash->uid);
}

static void
add_line (AccordTrace *self, const AccordTraceRecipe *line)
{
  const AccordRunLine *made = accord_trace_get_line (line);
  const gboolean by_part = line->figure == ACCORD_FIGURE_CLASS || line->figure == ACCORD_FIGURE_KIND;

  if ((by_part && made->part != line->part) || (is_of_year (line->figure) && made->years[line->year] == 0))
    return;
  if (line->slot != ACCORD_CBA_NONE)
    accord_trace_add_share (self, line);
  else if (line->figure == ACCORD_FIGURE_CASHABLE)
    add_cash (self, line);
  else if (is_of_year (line->figure))
    accord_trace_add (self,
                      accord_trace_line_year (line, line->is_outcome, line->line, line->year, line->present));
  else
    accord_trace_add (self, accord_trace_line (line, line->is_outcome, line->line));
}

/* The lines of one option. */
static void
fill_lines (AccordTrace *self, const AccordTraceRecipe *recipe)
{
  const AccordRunOption *option = &recipe->context->run->options[recipe->option];
  AccordTraceRecipe at = *recipe;

  at.is_outcome = !is_of_costs (recipe->figure);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_trace_free);
  for (at.line = 0; at.line < (at.is_outcome ? option->n_lines - option->n_costs : option->n_costs);
       at.line++)
    add_line (self, &at);
}

static void
add_side (AccordTrace *self, const AccordTraceRecipe *recipe, const AccordCbaResult *result,
          AccordTraceWhat what)
{
  const AccordCbaOption *option = g_ptr_array_index (recipe->context->cba->options, result->option);
  AccordTrace *side =
      accord_trace_add (self, accord_trace_node (what, ACCORD_RULE_SUM, ACCORD_UNIT_PENCE,
                                                 get_value (recipe, &result->own, recipe->figure).value));

  side->uid = g_strdup (option->uid);
  side->name = g_strdup (option->name);
  side->figure = recipe->figure;
  side->part = recipe->part;
  if (is_of_year (recipe->figure))
    side->year = (int) recipe->year;
  accord_trace_follow (side, recipe, fill_lines)->option = result->option;
}

/* A sum of lines; less that of the option it is measured against. */
static void
fill_sides (AccordTrace *self, const AccordTraceRecipe *recipe)
{
  const AccordTraceContext *context = recipe->context;

  if (context->comparator == NULL)
    {
      fill_lines (self, recipe);
      return;
    }
  add_side (self, recipe, context->option, ACCORD_WHAT_OPTION);
  add_side (self, recipe, context->comparator, ACCORD_WHAT_COMPARATOR);
}

static void
fill_year_net (AccordTrace *self, const AccordTraceRecipe *recipe)
{
  accord_trace_add (self, accord_trace_figure (recipe, ACCORD_FIGURE_YEAR_BENEFIT));
  accord_trace_add (self, accord_trace_figure (recipe, ACCORD_FIGURE_YEAR_COST));
}

/* The net of every year up to that of the recipe. */
static void
fill_cumulative (AccordTrace *self, const AccordTraceRecipe *recipe)
{
  const AccordCbaSums *sums = get_sums (recipe->context);
  AccordTraceRecipe at = *recipe;

  for (at.year = 0; at.year <= recipe->year; at.year++)
    {
      const double net = get_year_value (&at, sums, ACCORD_FIGURE_YEAR_BENEFIT)
                         - get_year_value (&at, sums, ACCORD_FIGURE_YEAR_COST);
      AccordTrace *year = accord_trace_add (
          self, accord_trace_node (ACCORD_WHAT_YEAR_NET, ACCORD_RULE_DIFFERENCE, ACCORD_UNIT_PENCE, net));

      year->year = (int) at.year;
      accord_trace_follow (year, &at, fill_year_net);
    }
}

/* The cumulative net by year. */
static void
fill_years (AccordTrace *self, const AccordTraceRecipe *recipe)
{
  const AccordCbaSums *sums = get_sums (recipe->context);
  AccordTraceRecipe at = *recipe;

  for (at.year = 0; at.year < recipe->context->cba->horizon; at.year++)
    {
      AccordTrace *year = accord_trace_add (
          self, accord_trace_node (ACCORD_WHAT_YEAR_CUMULATIVE, ACCORD_RULE_SUM, ACCORD_UNIT_PENCE,
                                   get_year_value (&at, sums, ACCORD_FIGURE_YEAR_CUMULATIVE)));

      year->year = (int) at.year;
      accord_trace_follow (year, &at, fill_cumulative);
    }
}

static void
fill_two (AccordTrace *self, const AccordTraceRecipe *recipe)
{
  static const struct
  {
    AccordFigure figure;
    AccordFigure first;
    AccordFigure second;
  } pairs[] = {
    { ACCORD_FIGURE_NPSV, ACCORD_FIGURE_PVB, ACCORD_FIGURE_PVC },
    { ACCORD_FIGURE_BCR, ACCORD_FIGURE_PVB, ACCORD_FIGURE_PVC },
    { ACCORD_FIGURE_ROI, ACCORD_FIGURE_CASHABLE, ACCORD_FIGURE_PVC },
    { ACCORD_FIGURE_BUDGET_IMPACT, ACCORD_FIGURE_CASHABLE, ACCORD_FIGURE_PVC },
    { ACCORD_FIGURE_POSITION_NET, ACCORD_FIGURE_POSITION_BENEFIT, ACCORD_FIGURE_POSITION_COST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i].figure == recipe->figure)
      {
        accord_trace_add (self, accord_trace_figure (recipe, pairs[i].first));
        accord_trace_add (self, accord_trace_figure (recipe, pairs[i].second));
      }
}

static void
fill_cost_alone (AccordTrace *self, const AccordTraceRecipe *recipe)
{
  accord_trace_add (self, accord_trace_figure (recipe, ACCORD_FIGURE_PVC));
}

static void
fill_annual (AccordTrace *self, const AccordTraceRecipe *recipe)
{
  const AccordCba *cba = recipe->context->cba;
  const AccordSchedule *schedule = g_ptr_array_index (cba->schedules, 0);
  AccordTrace *annuity;

  accord_trace_add (self, accord_trace_figure (recipe, ACCORD_FIGURE_NPC));
  annuity = accord_trace_add (self, accord_trace_node (ACCORD_WHAT_ANNUITY, ACCORD_RULE_ANNUITY,
                                                       ACCORD_UNIT_FACTOR, recipe->context->run->annuity));
  annuity->name = g_strdup (schedule->name);
  accord_trace_typed (annuity, ACCORD_WHAT_HORIZON, ACCORD_UNIT_COUNT, cba->horizon, NULL, NULL);
  accord_trace_add_bands (annuity, schedule, cba->horizon);
}

static AccordTraceFill
choose (AccordFigure figure, AccordTraceRule *rule, AccordTraceUnit *unit)
{
  *rule = ACCORD_RULE_DIFFERENCE;
  *unit = ACCORD_UNIT_PENCE;
  switch (figure)
    {
    case ACCORD_FIGURE_BCR:
    case ACCORD_FIGURE_ROI:
      *rule = ACCORD_RULE_QUOTIENT;
      *unit = ACCORD_UNIT_RATIO;
      return fill_two;
    case ACCORD_FIGURE_NPC:
      *rule = ACCORD_RULE_SUM;
      return fill_cost_alone;
    case ACCORD_FIGURE_EAC:
      *rule = ACCORD_RULE_QUOTIENT;
      return fill_annual;
    case ACCORD_FIGURE_PAYBACK:
    case ACCORD_FIGURE_DISCOUNTED_PAYBACK:
      *rule = ACCORD_RULE_FIRST_YEAR;
      *unit = ACCORD_UNIT_YEAR;
      return fill_years;
    case ACCORD_FIGURE_POSITION_DEEPEST:
      *rule = ACCORD_RULE_LOWEST;
      return fill_years;
    case ACCORD_FIGURE_YEAR_CUMULATIVE:
      *rule = ACCORD_RULE_SUM;
      return fill_cumulative;
    default:
      return is_of_lines (figure) ? fill_sides : fill_two;
    }
}

static void
name_figure (AccordTrace *self, const AccordTraceRecipe *recipe)
{
  const GPtrArray *organisations = recipe->context->cba->organisations;

  self->figure = recipe->figure;
  self->part = recipe->part;
  if (is_of_year (recipe->figure) || recipe->figure == ACCORD_FIGURE_YEAR_CUMULATIVE)
    self->year = (int) recipe->year;
  if (recipe->slot < organisations->len)
    {
      const AccordCbaOrganisation *organisation = g_ptr_array_index (organisations, recipe->slot);

      self->uid = g_strdup (organisation->uid);
      self->name = g_strdup (organisation->name);
    }
}

/* A figure, of the organisation and the year of @from. */
AccordTrace *
accord_trace_figure (const AccordTraceRecipe *from, AccordFigure figure)
{
  const AccordCbaValue value = get_value (from, get_sums (from->context), figure);
  AccordTraceRecipe at = *from;
  AccordTraceRule rule;
  AccordTraceUnit unit;
  AccordTraceFill fill = choose (figure, &rule, &unit);
  AccordTrace *self;

  at.figure = figure;
  at.present = from->present || figure == ACCORD_FIGURE_DISCOUNTED_PAYBACK;
  if (is_of_lines (figure) && from->context->comparator == NULL)
    rule = ACCORD_RULE_SUM;
  self = accord_trace_node (ACCORD_WHAT_FIGURE, rule, unit, value.value);
  self->defined = value.defined;
  name_figure (self, &at);
  accord_trace_follow (self, &at, fill);
  return self;
}
