/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "benefits-register-private.h"

static gint64
amount_in (GArray *amounts, int year, gint64 otherwise)
{
  for (guint i = 0; amounts != NULL && i < amounts->len; i++)
    if (g_array_index (amounts, AccordYearAmount, i).year == year)
      return g_array_index (amounts, AccordYearAmount, i).amount;
  return otherwise;
}

static void
add_known (gint64 *sum, gint64 amount)
{
  if (amount == ACCORD_UNKNOWN)
    return;
  *sum = *sum == ACCORD_UNKNOWN ? amount : *sum + amount;
}

/* What each cost line of the option was really paid for. */
static gint64
spent_in (const AccordBenefitsRegister *self, int year)
{
  GPtrArray *costs = self->file->costs->pdata[self->result->option];
  gint64 sum = ACCORD_UNKNOWN;

  for (guint i = 0; i < costs->len; i++)
    {
      const char *text = accord_record_get_text (costs->pdata[i], "spent");
      g_autoptr (GArray) amounts = text != NULL ? accord_year_amounts_parse (text, NULL) : NULL;

      add_known (&sum, amount_in (amounts, year, ACCORD_UNKNOWN));
    }
  return sum;
}

static gint64
realised_in (const AccordBenefitsRegister *self, int year)
{
  gint64 sum = ACCORD_UNKNOWN;

  for (guint i = 0; i < self->entries->len; i++)
    add_known (&sum,
               amount_in (((AccordBenefitEntry *) self->entries->pdata[i])->realised, year, ACCORD_UNKNOWN));
  return sum;
}

static void
fill_years (AccordBenefitsRegister *self)
{
  const AccordCbaYears *own = &self->result->own.years;

  for (guint t = 0; t < self->result->horizon; t++)
    {
      AccordBenefitYear year = { self->file->cba->base_year + (int) t, accord_cba_pence (own->cost[t]),
                                 accord_cba_pence (own->benefit[t]), ACCORD_UNKNOWN, ACCORD_UNKNOWN };

      year.spent = spent_in (self, year.year);
      year.realised = realised_in (self, year.year);
      if (year.spent != ACCORD_UNKNOWN || year.realised != ACCORD_UNKNOWN)
        self->until = year.year;
      self->spent_known |= year.spent != ACCORD_UNKNOWN;
      self->realised_known |= year.realised != ACCORD_UNKNOWN;
      g_array_append_val (self->years, year);
    }
}

/* Money of a year in the prices of the appraisal. A real rate must not meet the money of other years: where
 * no index says how they compare, that is remembered. */
static double
rebase (AccordBenefitsRegister *self, gint64 pence, int year)
{
  const AccordCba *cba = self->file->cba;
  int prices = cba->price_year != ACCORD_NO_YEAR ? cba->price_year : cba->base_year;
  const AccordPriceSeries *series = cba->series->len > 0 ? cba->series->pdata[0] : NULL;
  double ratio = 1;

  if (pence == ACCORD_UNKNOWN || pence == 0)
    return 0;
  if (series == NULL || series->years != ACCORD_PRICES_FINANCIAL)
    self->rebased &= series == NULL && year == prices;
  else if (!accord_price_series_ratio (series, year, prices, &ratio))
    {
      self->rebased = FALSE;
      ratio = 1;
    }
  return (double) pence * ratio;
}

static AccordCbaValue
divide (double benefit, double cost)
{
  gint64 pence = accord_cba_pence (cost);

  if (pence == 0)
    return (AccordCbaValue){ ACCORD_UNDEFINED_NO_COSTS, 0 };
  if (pence < 0)
    return (AccordCbaValue){ ACCORD_UNDEFINED_NET_SAVER, 0 };
  return (AccordCbaValue){ ACCORD_DEFINED, benefit / cost };
}

/**
 * accord_benefits_register_add_up:
 * @self: a register with its entries and a result
 *
 * Works out the years, and what has been realised for what has been paid.
 */
void
accord_benefits_register_add_up (AccordBenefitsRegister *self)
{
  const AccordCbaYears *own = &self->result->own.years;
  double spent = 0, realised = 0, cost = 0, benefit = 0;

  fill_years (self);
  for (guint t = 0; t < self->years->len; t++)
    {
      const AccordBenefitYear *year = &g_array_index (self->years, AccordBenefitYear, t);

      if (self->until == ACCORD_NO_YEAR || year->year > self->until)
        break;
      spent += rebase (self, year->spent, year->year) * self->result->factors[t];
      realised += rebase (self, year->realised, year->year) * self->result->factors[t];
      cost += own->present_cost[t];
      benefit += own->present_benefit[t];
    }
  self->spent = accord_cba_pence (spent);
  self->realised = accord_cba_pence (realised);
  self->bcr = divide (realised, spent);
  self->forecast_bcr = divide (benefit, cost);
  self->recurrent_forecast = accord_cba_pence (self->result->own.benefits_by_timing[ACCORD_TIMING_RECURRENT]);
  self->once_forecast = accord_cba_pence (self->result->own.benefits_by_timing[ACCORD_TIMING_ONE_OFF]);
}
