/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "result.h"

#include <string.h>

static void
add_benefit (AccordCbaOption *option, guint year, gint64 pence)
{
  AccordCbaOutcome *outcome = accord_cba_option_add_outcome (option, NULL, NULL);

  outcome->need = ACCORD_DECIMAL_ONE;
  outcome->unit_value = pence;
  outcome->timing = ACCORD_TIMING_ONE_OFF;
  outcome->lag_years = year;
}

/* Flows do not say of what kind they are. */
static void
forget_parts (AccordCbaSums *self)
{
  memset (self->by_class, 0, sizeof self->by_class);
  memset (self->by_kind, 0, sizeof self->by_kind);
  memset (self->costs_by_timing, 0, sizeof self->costs_by_timing);
  memset (self->benefits_by_timing, 0, sizeof self->benefits_by_timing);
}

/**
 * accord_cba_evaluate_flows:
 * @flows: (array length=n_flows): pence by year from year 0: above nought benefits, below it costs
 * @n_flows: how many: the horizon
 * @schedule: what discounts them
 *
 * Works out a bare series. Nothing is known of it but its sums: it has one position, of nobody, no lines,
 * nothing that is known to be cash, and no parts by class, kind or timing.
 *
 * Returns: (transfer full) (nullable): what it comes to; %NULL where there are no flows or more than
 * %ACCORD_CBA_MOST_YEARS, where they are too large, or where the schedule is not sound
 */
AccordCbaResult *
accord_cba_evaluate_flows (const gint64 *flows, guint n_flows, const AccordSchedule *schedule)
{
  g_autoptr (AccordCba) cba = accord_cba_new (NULL);
  AccordCbaOption *option = accord_cba_add_option (cba, NULL, NULL);
  AccordCbaCost *costs = accord_cba_option_add_cost (option, NULL, NULL);
  AccordCbaResult *result;

  g_return_val_if_fail (flows != NULL || n_flows == 0, NULL);
  g_return_val_if_fail (schedule != NULL, NULL);

  cba->horizon = n_flows;
  g_ptr_array_add (cba->schedules, accord_schedule_copy (schedule));
  for (guint year = 0; year < MIN (n_flows, ACCORD_CBA_MOST_YEARS); year++)
    if (flows[year] > 0)
      add_benefit (option, year, flows[year]);
    else if (flows[year] >= -ACCORD_CBA_LARGEST)
      accord_cba_cost_set_amount (costs, year, -flows[year]);
    else
      return NULL;
  result = accord_cba_evaluate (cba, 0, NULL);
  if (result == NULL)
    return NULL;
  forget_parts (&result->own);
  forget_parts (&result->net);
  g_array_set_size (result->lines, 0);
  return result;
}
