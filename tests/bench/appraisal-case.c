/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-case.h"

/* A case as large as is promised about, with some of everything: options of thirty lines over sixty years,
 * half of them costs, shared between four organisations, measured against doing the minimum. */

#define BASE_YEAR 2025
#define PERCENT (ACCORD_DECIMAL_ONE / 100)

static char *
new_uid (guint *n)
{
  *n += 1;
  return g_strdup_printf ("0193f0c2-7a1b-7%03x-9c41-5b1e7d%06x", *n * 7 % 4096, *n);
}

static AccordSchedule *
make_schedule (const char *name, AccordDecimal first, AccordDecimal second)
{
  AccordSchedule *self = accord_schedule_new (name, "2026", NULL);

  accord_schedule_add (self, 1, first);
  accord_schedule_add (self, 31, second);
  return self;
}

static void
add_tables (AccordCba *cba)
{
  static const int corrections[] = { 0, 5, 10, 15, 25, 40 };
  static const AccordBiasType works[] = {
    { "standard-buildings", "Standard buildings", 24 * PERCENT, 2 * PERCENT, 4 * PERCENT, 1 * PERCENT },
    { "equipment", "Equipment and development", 200 * PERCENT, 10 * PERCENT, 54 * PERCENT, 10 * PERCENT },
  };
  AccordPriceSeries *series = accord_price_series_new ("Deflator", "2026", NULL, ACCORD_PRICES_FINANCIAL);

  g_ptr_array_add (cba->schedules, make_schedule ("standard", 35 * PERCENT / 10, 3 * PERCENT));
  g_ptr_array_add (cba->schedules, make_schedule ("health", 15 * PERCENT / 10, 129 * PERCENT / 100));
  for (int year = BASE_YEAR - 20; year <= BASE_YEAR + BENCH_CASE_YEARS; year++)
    accord_price_series_add (series, year, (100 + 2 * (year - BASE_YEAR + 20)) * ACCORD_DECIMAL_ONE);
  g_ptr_array_add (cba->series, series);
  cba->grades = accord_grade_table_new ("Grades", "2014", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (corrections); i++)
    {
      const AccordDecimal correction = corrections[i] * PERCENT;

      g_array_append_val (cba->grades->corrections, correction);
    }
  cba->bias = accord_bias_table_new ("Optimism bias", "2013", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    accord_bias_table_add (cba->bias, &works[i]);
}

static void
add_cost (AccordCbaOption *option, guint *n, guint i)
{
  g_autofree char *uid = new_uid (n);
  AccordCbaCost *cost = accord_cba_option_add_cost (option, uid, "Staff and premises");

  cost->organisation = *n % BENCH_CASE_ORGANISATIONS;
  cost->kind = (AccordCostKind) (i % 3);
  cost->timing = i % 5 == 0 ? ACCORD_TIMING_ONE_OFF : ACCORD_TIMING_RECURRENT;
  cost->grade = i % 7;
  cost->series = 0;
  cost->nominal = i % 5 == 1;
  cost->price_year = i % 5 == 2 ? BASE_YEAR - 3 : ACCORD_NO_YEAR;
  cost->bias = i % 4 == 1 ? 20 * PERCENT : 0;
  cost->mitigated = 50 * PERCENT;
  for (guint year = 0; year < BENCH_CASE_YEARS; year++)
    accord_cba_cost_set_amount (cost, year, 1200000 + 317 * (*n * 11 + year * 13 % 97));
  if (i != 0)
    return;
  cost->sheet = accord_bias_sheet_new ();
  accord_bias_sheet_add_work (cost->sheet, "standard-buildings", 70 * PERCENT);
  accord_bias_sheet_add_work (cost->sheet, "equipment", 30 * PERCENT);
  accord_bias_sheet_add_mitigation (
      cost->sheet, &(AccordMitigation){ "Intelligence", 40 * PERCENT, 50 * PERCENT, 500000, NULL });
}

static void
add_outcome (AccordCbaOption *option, guint *n, guint i)
{
  g_autofree char *uid = new_uid (n);
  AccordCbaOutcome *outcome = accord_cba_option_add_outcome (option, uid, "Fewer admissions");

  outcome->need = (400 + 37 * *n) * ACCORD_DECIMAL_ONE;
  outcome->engagement = 60 * PERCENT;
  outcome->impact = (10 + i) * PERCENT;
  outcome->deadweight = 25 * PERCENT;
  outcome->unit_value = 180700 + 1000 * *n;
  outcome->price_year = i % 2 == 0 ? BASE_YEAR - 12 : ACCORD_NO_YEAR;
  outcome->series = 0;
  outcome->lag_years = i % 4;
  outcome->drop_off = (i % 3) * 5 * PERCENT;
  outcome->grade = i % 7;
  outcome->outcome_class = (AccordOutcomeClass) (i % 3);
  outcome->cashable = (i % 5) * 20 * PERCENT;
  outcome->schedule = i == 3 ? 1 : ACCORD_CBA_NONE;
  accord_cba_outcome_add_gain (outcome, i % BENCH_CASE_ORGANISATIONS, 70 * PERCENT);
  accord_cba_outcome_add_gain (outcome, (i + 1) % BENCH_CASE_ORGANISATIONS, 30 * PERCENT);
}

/**
 * bench_case_new:
 *
 * Returns: (transfer full): a case of %BENCH_CASE_OPTIONS options, each of %BENCH_CASE_LINES lines
 */
AccordCba *
bench_case_new (void)
{
  AccordCba *cba = accord_cba_new ("A case");
  guint n = 0;

  cba->base_year = BASE_YEAR;
  cba->horizon = BENCH_CASE_YEARS;
  add_tables (cba);
  for (guint i = 0; i < BENCH_CASE_ORGANISATIONS; i++)
    {
      g_autofree char *uid = new_uid (&n);
      g_autofree char *name = g_strdup_printf ("Organisation %u", i + 1);

      accord_cba_add_organisation (cba, uid, name);
    }
  for (guint i = 0; i < BENCH_CASE_OPTIONS; i++)
    {
      g_autofree char *uid = new_uid (&n);
      AccordCbaOption *option = accord_cba_add_option (cba, uid, "Option");

      option->comparator = i == 0 ? ACCORD_COMPARATOR_DO_MINIMUM : ACCORD_COMPARATOR_NONE;
      for (guint line = 0; line < BENCH_CASE_LINES / 2; line++)
        {
          add_cost (option, &n, line);
          add_outcome (option, &n, line);
        }
    }
  return cba;
}
