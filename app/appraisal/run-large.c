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

/* The year in which a sum that is @before already goes beyond the largest. */
static guint
find_year (const AccordRunLine *line, guint horizon, double before)
{
  double size = before, present_size = before;

  for (guint year = 0; year < horizon; year++)
    {
      size += fabs (line->years[year]);
      present_size += fabs (line->years[year] * line->factors[year]);
      if (MAX (size, present_size) > (double) ACCORD_CBA_LARGEST)
        return year;
    }
  return horizon - 1;
}

/* What an option comes to at the most, on top of @before: all its lines, as though none took from another. */
static double
check_option (AccordCbaChecker *checker, const AccordCbaRun *run, guint option, double before)
{
  const AccordRunOption *lines = &run->options[option];
  double sum = before;

  for (guint i = 0; i < lines->n_lines; i++)
    {
      const AccordRunLine *line = &lines->lines[i];
      const double size = MAX (line->size, line->present_size);

      if (G_UNLIKELY (!(sum + size <= (double) ACCORD_CBA_LARGEST)))
        {
          const guint year = find_year (line, run->horizon, sum);

          checker->option = option;
          checker->is_outcome = i >= lines->n_costs;
          checker->line = checker->is_outcome ? i - lines->n_costs : i;
          accord_cba_checker_add (checker, ACCORD_FAULT_TOO_LARGE,
                                  checker->is_outcome ? ACCORD_CBA_FIELD_UNIT_VALUE : ACCORD_CBA_FIELD_AMOUNT,
                                  (int) year, line->years[year]);
          return sum;
        }
      sum += size;
    }
  return sum;
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

  if (!check_factors (&checker, self))
    return checker.faults;
  if (self->comparator != ACCORD_CBA_NONE)
    compared = check_option (&checker, self, self->comparator, 0);
  for (guint i = 0; i < self->n_options; i++)
    if (i != self->comparator)
      check_option (&checker, self, i, compared);
  return checker.faults;
}
