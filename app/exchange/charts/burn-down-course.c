/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/burn-down-course.h"

#include <math.h>

#define MONTHS_A_YEAR 12
/* A financial year ends in March, the third month. */
#define LAST_MONTH 2

/* The last month of a financial year. */
static int
end_of (gint64 year)
{
  return (int) (year + 1) * MONTHS_A_YEAR + LAST_MONTH;
}

static gboolean
is_year (const AccordFundYear *year)
{
  return year->year > 0 && year->year < 9999;
}

static void
add_point (GArray *points, int month, double left)
{
  AccordBurnPoint point = { month, left };

  g_array_append_val (points, point);
}

static const AccordFundMonth *
month_at (GArray *months, guint index)
{
  return &g_array_index (months, AccordFundMonth, index);
}

/* From the first year or month that anything is recorded for to the last, and to the end of this year or the
 * fund. */
static void
find_span (AccordBurnDown *self, const AccordFundForecast *forecast, GArray *months)
{
  int first = end_of (forecast->this_year - 1);

  self->until = MAX (self->now, self->last != ACCORD_NO_MONTH ? self->last : end_of (forecast->this_year));
  for (guint i = 0; i < forecast->years->len; i++)
    {
      const AccordFundYear *year = forecast->years->pdata[i];

      if (!is_year (year))
        continue;
      first = MIN (first, end_of (year->year - 1));
      if (year->n_allocations > 0)
        self->until = MAX (self->until, end_of (year->year));
    }
  for (guint i = 0; i < months->len; i++)
    if (month_at (months, i)->month != ACCORD_NO_MONTH)
      {
        first = MIN (first, month_at (months, i)->month - 1);
        self->until = MAX (self->until, month_at (months, i)->month);
      }
  /* A wrong date far off would make of everything else a point. */
  self->from = MAX (first, self->now - ACCORD_BURN_DOWN_MOST_MONTHS / 2);
  self->until = MIN (self->until, self->from + ACCORD_BURN_DOWN_MOST_MONTHS);
}

static void
trace_actual (AccordBurnDown *self, GArray *months)
{
  double left = self->award;
  int last = self->now;
  guint next = 0;

  for (; next < months->len && month_at (months, next)->month <= self->from; next++)
    {
      if (month_at (months, next)->month == ACCORD_NO_MONTH)
        self->undated = month_at (months, next)->paid;
      left -= month_at (months, next)->paid;
    }
  add_point (self->actual, self->from, left);
  if (months->len > next)
    last = MIN (MAX (last, month_at (months, months->len - 1)->month), self->until);
  for (int month = self->from + 1; month <= last; month++)
    {
      for (; next < months->len && month_at (months, next)->month == month; next++)
        left -= month_at (months, next)->paid;
      add_point (self->actual, month, left);
    }
  if (!accord_burn_down_find (self->actual, self->now, &self->left))
    self->left = left;
}

static void
trace_planned (AccordBurnDown *self, const AccordFundForecast *forecast)
{
  double left = self->award;

  for (guint i = 0; i < forecast->years->len; i++)
    {
      const AccordFundYear *year = forecast->years->pdata[i];
      int end = end_of (year->year);

      if (!is_year (year) || year->n_allocations == 0 || end > self->until)
        continue;
      /* A year without allocations spends none. */
      if (end - MONTHS_A_YEAR >= self->from
          && (self->planned->len == 0
              || g_array_index (self->planned, AccordBurnPoint, self->planned->len - 1).month
                     < end - MONTHS_A_YEAR))
        add_point (self->planned, end - MONTHS_A_YEAR, left);
      left -= (double) year->allocated;
      add_point (self->planned, end, left);
    }
}

static double
sum_before (const AccordFundForecast *forecast)
{
  double sum = 0;

  for (guint i = 0; i < forecast->years->len; i++)
    {
      const AccordFundYear *year = forecast->years->pdata[i];

      if (year->year != forecast->this_year)
        sum += (double) year->paid;
    }
  return sum;
}

/* The month in which a line from one point to the next meets nought. */
static void
find_used_up (AccordBurnDown *self)
{
  for (guint i = 1; i < self->ahead->len; i++)
    {
      const AccordBurnPoint *before = &g_array_index (self->ahead, AccordBurnPoint, i - 1);
      const AccordBurnPoint *after = &g_array_index (self->ahead, AccordBurnPoint, i);

      if (before->left <= 0 || after->left > 0)
        continue;
      self->used_up =
          before->month
          + (int) ceil ((after->month - before->month) * before->left / (before->left - after->left));
      return;
    }
}

/* From what is left now to the ends of this year and of the fund, as accord_fund_forecast() expects them. */
static void
trace_ahead (AccordBurnDown *self, const AccordFundForecast *forecast)
{
  int year_end = end_of (forecast->this_year);

  if (forecast->year_reason != ACCORD_FORECAST_KNOWN || self->now > self->until)
    return;
  add_point (self->ahead, self->now, self->left);
  if (year_end > self->now)
    add_point (self->ahead, year_end, self->award - sum_before (forecast) - (double) forecast->year_end);
  if (forecast->end_reason == ACCORD_FORECAST_KNOWN && self->last != ACCORD_NO_MONTH
      && self->last <= self->until)
    {
      self->end = self->award - (double) forecast->end;
      self->has_end = TRUE;
      if (self->last > year_end)
        add_point (self->ahead, self->last, self->end);
    }
  find_used_up (self);
}

/**
 * accord_burn_down_new:
 * @fund: what became of a fund, whose amount is known
 * @forecast: its years, and where they lead
 * @months: (element-type AccordFundMonth): in which it paid
 * @today: today as an ISO date
 *
 * Works out what was left when, what was meant to be, and what will be if things go on as they do.
 *
 * Returns: (transfer full): the course
 */
AccordBurnDown *
accord_burn_down_new (const AccordFundSummary *fund, const AccordFundForecast *forecast, GArray *months,
                      const char *today)
{
  AccordBurnDown *self = g_new0 (AccordBurnDown, 1);

  g_return_val_if_fail (fund->award != ACCORD_UNKNOWN, self);

  self->award = (double) fund->award;
  self->now = accord_month_of_iso (today);
  self->used_up = ACCORD_NO_MONTH;
  self->last = forecast->last_year != ACCORD_UNKNOWN ? end_of (forecast->last_year) : ACCORD_NO_MONTH;
  self->actual = g_array_new (FALSE, FALSE, sizeof (AccordBurnPoint));
  self->planned = g_array_new (FALSE, FALSE, sizeof (AccordBurnPoint));
  self->ahead = g_array_new (FALSE, FALSE, sizeof (AccordBurnPoint));
  find_span (self, forecast, months);
  trace_actual (self, months);
  trace_planned (self, forecast);
  trace_ahead (self, forecast);
  return self;
}

void
accord_burn_down_free (AccordBurnDown *self)
{
  g_array_unref (self->actual);
  g_array_unref (self->planned);
  g_array_unref (self->ahead);
  g_free (self);
}

/**
 * accord_burn_down_find:
 * @points: (element-type AccordBurnPoint): a line
 * @month: a month
 * @left: (out): what is left at its end
 *
 * Returns: %FALSE where the line has no point of that month
 */
gboolean
accord_burn_down_find (GArray *points, int month, double *left)
{
  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, AccordBurnPoint, i).month == month)
      {
        *left = g_array_index (points, AccordBurnPoint, i).left;
        return TRUE;
      }
  return FALSE;
}
