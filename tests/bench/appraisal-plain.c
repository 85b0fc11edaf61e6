/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-plain.h"

#include <string.h>

#define YEARS BENCH_CASE_YEARS
#define COSTS (BENCH_CASE_LINES / 2)
#define OUTCOMES (BENCH_CASE_LINES / 2)

typedef struct
{
  double amounts[YEARS];
  double index[YEARS]; /* of the year its prices are of */
  double grade;
  double bias;
  double mitigation;
  guint organisation;
  guint kind;
  guint timing;
} Cost;

typedef struct
{
  double need, engagement, impact, deadweight, unit_value, index, attribution, displacement, leakage, grade;
  double drop_off, cashable, share;
  guint lag;
  guint first, second; /* who gains: @share, and what is left */
  guint outcome_class;
  guint timing;
  guint schedule;
} Outcome;

struct _BenchPlainCase
{
  double rates[2][YEARS];
  double factors[2][YEARS];
  double index; /* of the year that results are in the prices of */
  Cost costs[BENCH_CASE_OPTIONS][COSTS];
  Outcome outcomes[BENCH_CASE_OPTIONS][OUTCOMES];
  BenchPlainOption options[BENCH_CASE_OPTIONS];
};

static double
index_of (const AccordCba *cba, int year)
{
  AccordDecimal index;

  g_assert_true (accord_price_series_lookup (g_ptr_array_index (cba->series, 0), year, &index));
  return accord_decimal_to_double (index);
}

static double
correction (const AccordCba *cba, guint grade)
{
  return grade == 0
             ? 0
             : accord_decimal_to_double (g_array_index (cba->grades->corrections, AccordDecimal, grade - 1));
}

static Cost
read_cost (const AccordCba *cba, const AccordCbaCost *cost)
{
  Cost self = { .grade = correction (cba, cost->grade),
                .organisation = cost->organisation,
                .kind = cost->kind,
                .timing = cost->timing };
  AccordBiasOutcome worked_out;

  for (guint year = 0; year < YEARS; year++)
    {
      self.amounts[year] = (double) accord_cba_cost_get_amount (cost, year);
      self.index[year] = index_of (cba, cost->nominal                        ? cba->base_year + (int) year
                                        : cost->price_year != ACCORD_NO_YEAR ? cost->price_year
                                                                             : cba->base_year);
    }
  self.bias = accord_decimal_to_double (cost->bias) * (1 - accord_decimal_to_double (cost->mitigated));
  if (cost->sheet != NULL && accord_bias_sheet_work_out (cost->sheet, cba->bias, &worked_out))
    {
      self.bias = worked_out.rate;
      self.mitigation = (double) worked_out.cost;
    }
  return self;
}

static Outcome
read_outcome (const AccordCba *cba, const AccordCbaOutcome *outcome)
{
  const AccordCbaGain *gains = (const AccordCbaGain *) outcome->gains->data;

  return (Outcome){
    .need = accord_decimal_to_double (outcome->need),
    .engagement = accord_decimal_to_double (outcome->engagement),
    .impact = accord_decimal_to_double (outcome->impact),
    .deadweight = accord_decimal_to_double (outcome->deadweight),
    .unit_value = (double) outcome->unit_value,
    .index = index_of (cba, outcome->price_year != ACCORD_NO_YEAR ? outcome->price_year : cba->base_year),
    .attribution = accord_decimal_to_double (outcome->attribution),
    .displacement = accord_decimal_to_double (outcome->displacement),
    .leakage = accord_decimal_to_double (outcome->leakage),
    .grade = correction (cba, outcome->grade),
    .drop_off = accord_decimal_to_double (outcome->drop_off),
    .cashable = accord_decimal_to_double (outcome->cashable),
    .share = accord_decimal_to_double (gains[0].share),
    .lag = outcome->lag_years,
    .first = gains[0].organisation,
    .second = gains[1].organisation,
    .outcome_class = outcome->outcome_class,
    .timing = outcome->timing,
    .schedule = outcome->schedule == ACCORD_CBA_NONE ? 0 : outcome->schedule,
  };
}

/**
 * bench_plain_case_new:
 * @cba: what bench_case_new() made
 *
 * Returns: (transfer full): its numbers
 */
BenchPlainCase *
bench_plain_case_new (const AccordCba *cba)
{
  BenchPlainCase *self = g_new0 (BenchPlainCase, 1);

  self->index = index_of (cba, cba->base_year);
  for (guint schedule = 0; schedule < 2; schedule++)
    for (guint year = 0; year < YEARS; year++)
      self->rates[schedule][year] = accord_decimal_to_double (
          accord_schedule_get_rate (g_ptr_array_index (cba->schedules, schedule), year));
  for (guint i = 0; i < BENCH_CASE_OPTIONS; i++)
    {
      const AccordCbaOption *option = g_ptr_array_index (cba->options, i);

      for (guint line = 0; line < COSTS; line++)
        self->costs[i][line] = read_cost (cba, g_ptr_array_index (option->costs, line));
      for (guint line = 0; line < OUTCOMES; line++)
        self->outcomes[i][line] = read_outcome (cba, g_ptr_array_index (option->outcomes, line));
    }
  return self;
}

void
bench_plain_case_free (BenchPlainCase *self)
{
  g_free (self);
}

static void
add_cost (BenchPlainCase *self, BenchPlainOption *option, const Cost *cost, guint line)
{
  const double multiple = (1 + cost->grade) * (1 + cost->bias);
  BenchPlainYears *own = &option->own.years, *position = &option->own.positions[cost->organisation].years;
  double total = 0, present = 0;

  for (guint year = 0; year < YEARS; year++)
    {
      double pence = cost->amounts[year] * self->index / cost->index[year] * multiple;
      double discounted;

      if (year == 0)
        pence += cost->mitigation;
      discounted = pence * self->factors[0][year];
      option->lines[line][year] = pence;
      own->cost[year] += pence;
      own->present_cost[year] += discounted;
      position->cost[year] += pence;
      position->present_cost[year] += discounted;
      total += pence;
      present += discounted;
    }
  option->totals[line] = total;
  option->presents[line] = present;
  option->own.pvc += present;
  option->own.by_kind[cost->kind] += present;
  option->own.costs_by_timing[cost->timing] += present;
  option->own.positions[cost->organisation].present_cost += present;
}

static void
add_gain (BenchPlainYears *to, guint year, double pence, double discounted, double cashable)
{
  to->benefit[year] += pence;
  to->cashable[year] += pence * cashable;
  to->present_benefit[year] += discounted;
  to->present_cashable[year] += discounted * cashable;
}

static void
add_outcome (BenchPlainCase *self, BenchPlainOption *option, const Outcome *outcome, guint line)
{
  double pence = outcome->need * outcome->engagement * outcome->impact * (1 - outcome->deadweight)
                 * outcome->unit_value * self->index / outcome->index * outcome->attribution
                 * (1 - outcome->displacement) * (1 - outcome->leakage) * (1 - outcome->grade);
  const double *factors = self->factors[outcome->schedule];
  double total = 0, present = 0, part;

  for (guint year = outcome->lag; year < YEARS; year++)
    {
      const double discounted = pence * factors[year];
      const double first = pence * outcome->share, first_discounted = discounted * outcome->share;

      option->lines[line][year] = pence;
      add_gain (&option->own.years, year, pence, discounted, outcome->cashable);
      add_gain (&option->own.positions[outcome->first].years, year, first, first_discounted,
                outcome->cashable);
      add_gain (&option->own.positions[outcome->second].years, year, pence - first,
                discounted - first_discounted, outcome->cashable);
      total += pence;
      present += discounted;
      pence *= 1 - outcome->drop_off;
    }
  option->totals[line] = total;
  option->presents[line] = present;
  option->own.pvb += present;
  option->own.present_cashable += present * outcome->cashable;
  option->own.by_class[outcome->outcome_class] += present;
  option->own.cashable_by_class[outcome->outcome_class] += present * outcome->cashable;
  option->own.benefits_by_timing[outcome->timing] += present;
  option->own.cashable_by_timing[outcome->timing] += present * outcome->cashable;
  part = present * outcome->share;
  option->own.positions[outcome->first].present_benefit += part;
  option->own.positions[outcome->first].present_cashable += part * outcome->cashable;
  option->own.positions[outcome->second].present_benefit += present - part;
  option->own.positions[outcome->second].present_cashable += (present - part) * outcome->cashable;
}

static void
accumulate (BenchPlainYears *years)
{
  double sum = 0, present = 0;

  for (guint year = 0; year < YEARS; year++)
    {
      sum += years->benefit[year] - years->cost[year];
      present += years->present_benefit[year] - years->present_cost[year];
      years->cumulative[year] = sum;
      years->present_cumulative[year] = present;
    }
}

static int
find_payback (const double *cumulative)
{
  int after = YEARS;

  while (after > 0 && cumulative[after - 1] > -.5)
    after--;
  return after;
}

static void
finish (BenchPlainSums *self, double annuity)
{
  self->npsv = self->pvb - self->pvc;
  self->bcr = self->pvc > 0 ? self->pvb / self->pvc : 0;
  self->roi = self->pvc > 0 ? self->present_cashable / self->pvc : 0;
  self->eac = self->pvc / annuity;
  accumulate (&self->years);
  self->payback = find_payback (self->years.cumulative);
  self->discounted_payback = find_payback (self->years.present_cumulative);
  for (guint i = 0; i < BENCH_CASE_ORGANISATIONS; i++)
    {
      const BenchPlainYears *years = &self->positions[i].years;
      double cash = 0;

      accumulate (&self->positions[i].years);
      self->positions[i].payback = find_payback (years->cumulative);
      for (int year = 0; year < YEARS; year++)
        {
          cash += years->cashable[year] - years->cost[year];
          if (years->cumulative[year] < self->positions[i].deepest_net)
            {
              self->positions[i].deepest_net = years->cumulative[year];
              self->positions[i].deepest = year;
            }
          if (cash < self->positions[i].cash_deepest_net)
            {
              self->positions[i].cash_deepest_net = cash;
              self->positions[i].cash_deepest = year;
            }
        }
    }
}

static void
subtract_years (BenchPlainYears *net, const BenchPlainYears *own, const BenchPlainYears *less)
{
  for (guint year = 0; year < YEARS; year++)
    {
      net->cost[year] = own->cost[year] - less->cost[year];
      net->benefit[year] = own->benefit[year] - less->benefit[year];
      net->cashable[year] = own->cashable[year] - less->cashable[year];
      net->present_cost[year] = own->present_cost[year] - less->present_cost[year];
      net->present_benefit[year] = own->present_benefit[year] - less->present_benefit[year];
      net->present_cashable[year] = own->present_cashable[year] - less->present_cashable[year];
    }
}

static void
subtract (BenchPlainSums *net, const BenchPlainSums *own, const BenchPlainSums *less)
{
  subtract_years (&net->years, &own->years, &less->years);
  net->pvc = own->pvc - less->pvc;
  net->pvb = own->pvb - less->pvb;
  net->present_cashable = own->present_cashable - less->present_cashable;
  for (guint i = 0; i < 3; i++)
    {
      net->by_class[i] = own->by_class[i] - less->by_class[i];
      net->cashable_by_class[i] = own->cashable_by_class[i] - less->cashable_by_class[i];
      net->by_kind[i] = own->by_kind[i] - less->by_kind[i];
    }
  for (guint i = 0; i < 2; i++)
    {
      net->costs_by_timing[i] = own->costs_by_timing[i] - less->costs_by_timing[i];
      net->benefits_by_timing[i] = own->benefits_by_timing[i] - less->benefits_by_timing[i];
      net->cashable_by_timing[i] = own->cashable_by_timing[i] - less->cashable_by_timing[i];
    }
  for (guint i = 0; i < BENCH_CASE_ORGANISATIONS; i++)
    {
      subtract_years (&net->positions[i].years, &own->positions[i].years, &less->positions[i].years);
      net->positions[i].present_cost = own->positions[i].present_cost - less->positions[i].present_cost;
      net->positions[i].present_benefit =
          own->positions[i].present_benefit - less->positions[i].present_benefit;
      net->positions[i].present_cashable =
          own->positions[i].present_cashable - less->positions[i].present_cashable;
      net->positions[i].deepest_net = net->positions[i].cash_deepest_net = 0;
      net->positions[i].deepest = net->positions[i].cash_deepest = 0;
    }
}

static double
fill_factors (BenchPlainCase *self)
{
  double annuity = 0;

  for (guint schedule = 0; schedule < 2; schedule++)
    {
      self->factors[schedule][0] = 1;
      for (guint year = 1; year < YEARS; year++)
        self->factors[schedule][year] = self->factors[schedule][year - 1] / (1 + self->rates[schedule][year]);
    }
  for (guint year = 1; year < YEARS; year++)
    annuity += self->factors[0][year];
  return annuity + self->factors[0][YEARS - 1] / (1 + self->rates[0][YEARS - 1]);
}

/**
 * bench_plain_case_run:
 * @self: the numbers of a case
 *
 * Returns: (array length=BENCH_CASE_OPTIONS): what its options come to, alone and less the first; until the
 * next run
 */
const BenchPlainOption *
bench_plain_case_run (BenchPlainCase *self)
{
  const double annuity = fill_factors (self);

  for (guint i = 0; i < BENCH_CASE_OPTIONS; i++)
    {
      BenchPlainOption *option = &self->options[i];

      memset (&option->own, 0, sizeof option->own);
      for (guint line = 0; line < COSTS; line++)
        add_cost (self, option, &self->costs[i][line], line);
      for (guint line = 0; line < OUTCOMES; line++)
        add_outcome (self, option, &self->outcomes[i][line], COSTS + line);
      finish (&option->own, annuity);
      if (i == 0)
        option->net = option->own;
      else
        {
          subtract (&option->net, &option->own, &self->options[0].own);
          finish (&option->net, annuity);
        }
    }
  return self->options;
}
