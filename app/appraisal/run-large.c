/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

#include "cba-faults.h"

#include <math.h>

/* Whether any year's discounting makes so much of a penny that it can no longer be told; rates below nought
 * do. */
static gboolean
check_factors (AccordCbaChecker *checker, const AccordCbaRun *run)
{
  for (guint i = 0; i < run->cba->schedules->len; i++)
    for (guint year = 0; year < run->horizon; year++)
      if (!(run->factors[(gsize) i * run->stride + year] <= (double) ACCORD_CBA_LARGEST))
        {
          accord_cba_checker_add (checker, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_RATE, (int) year, 0);
          return FALSE;
        }
  return TRUE;
}

/* Adds a line to a sum of sizes, as though no line took from another. Returns the year in which it goes
 * beyond the largest, or %ACCORD_CBA_NONE. */
static guint
add_size (const AccordRunLine *line, guint horizon, double *sum)
{
  double size = 0, present_size = 0;

  for (guint year = 0; year < horizon; year++)
    {
      size += fabs (line->years[year]);
      present_size += fabs (line->years[year] * line->factors[year]);
      if (*sum + MAX (size, present_size) > (double) ACCORD_CBA_LARGEST)
        return year;
    }
  *sum += MAX (size, present_size);
  return ACCORD_CBA_NONE;
}

/* What an option comes to at the most, on top of @before. */
static double
check_option (AccordCbaChecker *checker, const AccordCbaRun *run, guint option, double before)
{
  const AccordRunOption *lines = &run->options[option];
  double sum = before;

  for (guint i = 0; i < lines->n_lines; i++)
    {
      const AccordRunLine *line = &lines->lines[i];
      const guint year = add_size (line, run->horizon, &sum);

      if (year == ACCORD_CBA_NONE)
        continue;
      checker->option = option;
      checker->is_outcome = i >= lines->n_costs;
      checker->line = checker->is_outcome ? i - lines->n_costs : i;
      accord_cba_checker_add (checker, ACCORD_FAULT_TOO_LARGE,
                              checker->is_outcome ? ACCORD_CBA_FIELD_UNIT_VALUE : ACCORD_CBA_FIELD_AMOUNT,
                              (int) year, line->years[year]);
      break;
    }
  return sum;
}

/* Whether all lines together, each as large in every year as in its largest, stay far from the largest sum.
 */
static gboolean
is_small (const AccordCbaRun *run)
{
  double peak = 0, factor = 1;

  for (guint i = 0; i < run->cba->schedules->len * run->stride; i++)
    factor = MAX (factor, run->factors[i]);
  for (guint i = 0; i < run->n_options; i++)
    for (guint line = 0; line < run->options[i].n_lines; line++)
      peak += run->options[i].lines[line].peak;
  return peak * factor * run->horizon < (double) ACCORD_CBA_LARGEST / 2;
}

/**
 * accord_run_find_large:
 * @self: a run
 *
 * Returns: (transfer full) (nullable) (element-type AccordCbaFault): which line makes an option, or an option
 * less its comparator, more than %ACCORD_CBA_LARGEST, and in which year; %NULL where none does
 */
GArray *
accord_run_find_large (const AccordCbaRun *self)
{
  AccordCbaChecker checker = { self->cba, NULL, ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE };
  double compared = 0;

  if (is_small (self))
    return NULL;
  if (!check_factors (&checker, self))
    return checker.faults;
  if (self->comparator != ACCORD_CBA_NONE)
    compared = check_option (&checker, self, self->comparator, 0);
  for (guint i = 0; i < self->n_options; i++)
    if (i != self->comparator)
      check_option (&checker, self, i, compared);
  return checker.faults;
}
