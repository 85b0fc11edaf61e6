/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-cba.h"

#define BASE_YEAR 2024

guint
test_below (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static AccordSchedule *
schedule_of (const char *name, const int *basis_points)
{
  static const guint first[] = { 1, 31, 76, 126, 201, 301 };
  AccordSchedule *self = accord_schedule_new (name, NULL, "HM Treasury, The Green Book");

  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    accord_schedule_add (self, first[i], basis_points[i] * BASIS_POINT);
  return self;
}

AccordSchedule *
test_standard_schedule (void)
{
  static const int rates[] = { 350, 300, 250, 200, 150, 100 };

  return schedule_of ("standard", rates);
}

AccordSchedule *
test_health_schedule (void)
{
  static const int rates[] = { 150, 129, 107, 86, 64, 43 };

  return schedule_of ("health", rates);
}

/* Some of the Treasury's kinds of works: costs and duration, upper and lower. */
AccordBiasTable *
test_bias_table (void)
{
  static const AccordBiasType types[] = {
    { "non-standard-buildings", "Non-standard buildings", 51 * PERCENT, 4 * PERCENT, 39 * PERCENT,
      2 * PERCENT },
    { "standard-buildings", "Standard buildings", 24 * PERCENT, 2 * PERCENT, 4 * PERCENT, 1 * PERCENT },
    { "outsourcing", "Outsourcing", 41 * PERCENT, 0, ACCORD_DECIMAL_UNKNOWN, ACCORD_DECIMAL_UNKNOWN, TRUE },
  };
  AccordBiasTable *self = accord_bias_table_new ("Optimism bias", NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    accord_bias_table_add (self, &types[i]);
  return self;
}

AccordGradeTable *
test_grades (void)
{
  static const int corrections[] = { 0, 5, 10, 15, 25, 40 };
  AccordGradeTable *self = accord_grade_table_new ("Grades", NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (corrections); i++)
    {
      const AccordDecimal correction = corrections[i] * PERCENT;

      g_array_append_val (self->corrections, correction);
    }
  return self;
}

/* Prices that rise by about two in a hundred a year. */
AccordPriceSeries *
test_deflator (int first, int last)
{
  AccordPriceSeries *self = accord_price_series_new ("Deflator", NULL, NULL, ACCORD_PRICES_FINANCIAL);

  for (int year = first; year <= last; year++)
    accord_price_series_add (self, year, (100 + 2 * (year - first)) * ACCORD_DECIMAL_ONE + 7);
  return self;
}

AccordCba *
test_cba (guint horizon)
{
  AccordCba *self = accord_cba_new ("Test");

  self->horizon = horizon;
  g_ptr_array_add (self->schedules, test_standard_schedule ());
  return self;
}

/* One line of costs and one of outcomes, worked out by hand in the design. */
AccordCba *
test_partnership (void)
{
  AccordCba *cba = test_cba (5);
  const guint payer = accord_cba_add_organisation (cba, "a", "Organisation A");
  AccordCbaOption *option = accord_cba_add_option (cba, "o", "Option");
  AccordCbaCost *cost = accord_cba_option_add_cost (option, "c", "Staff");
  AccordCbaOutcome *outcome = accord_cba_option_add_outcome (option, "b", "Fewer admissions");

  cba->grades = test_grades ();
  cost->organisation = payer;
  cost->kind = ACCORD_COST_REVENUE;
  cost->grade = 3;
  for (guint year = 0; year < 3; year++)
    accord_cba_cost_set_amount (cost, year, 15000000);
  outcome->need = 1200 * ACCORD_DECIMAL_ONE;
  outcome->engagement = 60 * PERCENT;
  outcome->impact = 20 * PERCENT;
  outcome->deadweight = 25 * PERCENT;
  outcome->unit_value = 180700;
  outcome->grade = 4;
  outcome->lag_years = 1;
  outcome->drop_off = 10 * PERCENT;
  outcome->cashable = 50 * PERCENT;
  accord_cba_outcome_add_gain (outcome, payer, ACCORD_DECIMAL_ONE);
  return cba;
}

static AccordDecimal
random_part (void)
{
  return test_below (4) == 0 ? (AccordDecimal) test_below (2) * ACCORD_DECIMAL_ONE
                             : (AccordDecimal) test_below (10001) * BASIS_POINT;
}

static guint
random_index (const GPtrArray *among)
{
  return among->len == 0 || test_below (3) == 0 ? ACCORD_CBA_NONE : test_below (among->len);
}

static AccordBiasSheet *
random_sheet (void)
{
  AccordBiasSheet *self = accord_bias_sheet_new ();
  const AccordDecimal share = random_part ();
  const AccordMitigation mitigation = { "Land availability", random_part (), random_part (),
                                        test_below (1000000), NULL };

  accord_bias_sheet_add_work (self, "non-standard-buildings", share);
  accord_bias_sheet_add_work (self, test_below (2) == 0 ? "standard-buildings" : "outsourcing",
                              ACCORD_DECIMAL_ONE - share);
  accord_bias_sheet_add_mitigation (self, &mitigation);
  self->evidenced = test_below (2) == 0;
  return self;
}

static void
add_cost (AccordCba *cba, AccordCbaOption *option, const char *uid)
{
  AccordCbaCost *cost = accord_cba_option_add_cost (option, uid, "Cost");
  const guint n = test_below (cba->horizon + 1);

  cost->organisation = random_index (cba->organisations);
  cost->kind = (AccordCostKind) test_below (3);
  cost->timing = (AccordTiming) test_below (2);
  for (guint year = 0; year < n; year++)
    if (test_below (4) > 0)
      accord_cba_cost_set_amount (cost, year, g_test_rand_int_range (-1000000, 50000000));
  cost->nominal = test_below (4) == 0;
  cost->price_year = test_below (2) == 0 ? ACCORD_NO_YEAR : BASE_YEAR - (int) test_below (5);
  cost->series = test_below (2);
  cost->grade = test_below (7);
  if (test_below (4) == 0)
    cost->sheet = random_sheet ();
  cost->bias = test_below (2) * random_part ();
  cost->mitigated = random_part ();
  cost->schedule = random_index (cba->schedules);
  cost->source = g_strdup_printf ("Paper %u", test_below (9));
}

static void
add_gains (AccordCba *cba, AccordCbaOutcome *outcome)
{
  AccordDecimal left = ACCORD_DECIMAL_ONE;
  const guint n = cba->organisations->len == 0 ? 0 : test_below (5);

  for (guint i = 0; i < n; i++)
    {
      const AccordDecimal share = i + 1 == n ? left : left / (1 + test_below (4));

      accord_cba_outcome_add_gain (outcome, test_below (cba->organisations->len), share);
      left -= share;
    }
}

static void
add_outcome (AccordCba *cba, AccordCbaOption *option, const char *uid)
{
  AccordCbaOutcome *outcome = accord_cba_option_add_outcome (option, uid, "Outcome");

  outcome->need = (AccordDecimal) test_below (100000) * PERCENT * 100;
  outcome->engagement = random_part ();
  outcome->impact = random_part ();
  outcome->deadweight = random_part ();
  outcome->unit_value = g_test_rand_int_range (-10000, 1000000);
  outcome->price_year = test_below (2) == 0 ? ACCORD_NO_YEAR : BASE_YEAR - (int) test_below (5);
  outcome->series = test_below (2);
  outcome->attribution = random_part ();
  outcome->displacement = test_below (2) * random_part ();
  outcome->leakage = test_below (2) * random_part ();
  outcome->lag_years = test_below (cba->horizon + 3);
  outcome->drop_off = random_part ();
  outcome->lasts = test_below (2) * test_below (cba->horizon + 3);
  outcome->grade = test_below (7);
  outcome->outcome_class = (AccordOutcomeClass) test_below (3);
  outcome->timing = (AccordTiming) test_below (2);
  outcome->cashable = random_part ();
  outcome->schedule = random_index (cba->schedules);
  outcome->source = g_strdup_printf ("Paper %u", test_below (9));
  if (test_below (3) == 0)
    outcome->phasing = g_array_new (FALSE, FALSE, sizeof (AccordDecimal));
  for (guint n = test_below (6); outcome->phasing != NULL && n > 0; n--)
    {
      const AccordDecimal part = random_part ();

      g_array_append_val (outcome->phasing, part);
    }
  add_gains (cba, outcome);
}

/* A CBA that is sound and uses everything there is, by chance. */
AccordCba *
test_random_cba (guint most_years)
{
  AccordCba *cba = test_cba (1 + test_below (most_years));
  const guint n_options = 1 + test_below (4);
  guint n_lines = 0;

  cba->base_year = BASE_YEAR;
  cba->price_year = test_below (2) == 0 ? ACCORD_NO_YEAR : BASE_YEAR + (int) test_below (3);
  g_ptr_array_add (cba->schedules, test_health_schedule ());
  g_ptr_array_add (cba->series, test_deflator (BASE_YEAR - 10, BASE_YEAR + ACCORD_CBA_MOST_YEARS));
  g_ptr_array_add (cba->series, test_deflator (BASE_YEAR - 30, BASE_YEAR + ACCORD_CBA_MOST_YEARS));
  cba->grades = test_grades ();
  cba->bias = test_bias_table ();
  for (guint n = test_below (6); n > 0; n--)
    {
      g_autofree char *name = g_strdup_printf ("Organisation %u", n);

      accord_cba_add_organisation (cba, name, name);
    }
  for (guint i = 0; i < n_options; i++)
    {
      g_autofree char *name = g_strdup_printf ("Option %u", i);
      AccordCbaOption *option = accord_cba_add_option (cba, name, name);

      option->preferred = test_below (2) == 0;
      for (guint n = test_below (20); n > 0; n--)
        {
          g_autofree char *uid = g_strdup_printf ("line-%u", n_lines++);

          (test_below (2) == 0 ? add_cost : add_outcome) (cba, option, uid);
        }
    }
  if (test_below (2) == 0)
    ((AccordCbaOption *) g_ptr_array_index (cba->options, test_below (n_options)))->comparator =
        ACCORD_COMPARATOR_DO_MINIMUM;
  return cba;
}

static void
shuffle_pointers (GPtrArray *array)
{
  for (guint i = array->len; i > 1; i--)
    {
      const guint other = test_below (i);
      gpointer kept = array->pdata[i - 1];

      array->pdata[i - 1] = array->pdata[other];
      array->pdata[other] = kept;
    }
}

static void
renumber (AccordCbaOption *option, const guint *organisations)
{
  for (guint i = 0; i < option->costs->len; i++)
    {
      AccordCbaCost *cost = g_ptr_array_index (option->costs, i);

      if (cost->organisation != ACCORD_CBA_NONE)
        cost->organisation = organisations[cost->organisation];
    }
  for (guint i = 0; i < option->outcomes->len; i++)
    {
      GArray *gains = ((AccordCbaOutcome *) g_ptr_array_index (option->outcomes, i))->gains;

      for (guint g = 0; g < gains->len; g++)
        {
          AccordCbaGain *gain = &g_array_index (gains, AccordCbaGain, g);
          AccordCbaGain *other = &g_array_index (gains, AccordCbaGain, test_below (gains->len));
          const AccordCbaGain kept = *gain;

          *gain = *other;
          *other = kept;
        }
      for (guint g = 0; g < gains->len; g++)
        g_array_index (gains, AccordCbaGain, g).organisation =
            organisations[g_array_index (gains, AccordCbaGain, g).organisation];
    }
}

/* The same CBA with its lines, gains and organisations in another order; @organisations says which index each
 * has now. */
AccordCba *
test_shuffle (const AccordCba *cba, guint *organisations)
{
  AccordCba *copy = accord_cba_copy (cba);

  shuffle_pointers (copy->organisations);
  for (guint i = 0; i < cba->organisations->len; i++)
    organisations[i] =
        accord_cba_find_organisation (copy, ((AccordCbaOrganisation *) cba->organisations->pdata[i])->uid);
  for (guint i = 0; i < copy->options->len; i++)
    {
      AccordCbaOption *option = g_ptr_array_index (copy->options, i);

      renumber (option, organisations);
      shuffle_pointers (option->costs);
      shuffle_pointers (option->outcomes);
    }
  return copy;
}

/* Makes it one that records can keep: a case goes by one price series. */
void
test_use_one_series (AccordCba *cba)
{
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = g_ptr_array_index (cba->options, i);

      for (guint j = 0; j < option->costs->len; j++)
        ((AccordCbaCost *) g_ptr_array_index (option->costs, j))->series = 0;
      for (guint j = 0; j < option->outcomes->len; j++)
        ((AccordCbaOutcome *) g_ptr_array_index (option->outcomes, j))->series = 0;
    }
  g_ptr_array_set_size (cba->series, 1);
}
