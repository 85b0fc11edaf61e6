/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fund-forecast.h"
#include "fund-months.h"

G_BEGIN_DECLS

#define ACCORD_BURN_DOWN_MOST_MONTHS 600

/**
 * AccordBurnPoint:
 * @month: the end of this month
 * @left: what is left then, in pence
 */
typedef struct
{
  int month;
  double left;
} AccordBurnPoint;

/**
 * AccordBurnDown:
 * @award: the amount of the fund, in pence
 * @from: the month before the first; every line begins at its end with what there is to spend
 * @until: the last month that is drawn
 * @now: this month
 * @left: what is left now
 * @last: the last month of the fund, or %ACCORD_NO_MONTH where that is not known
 * @used_up: the month in which nothing would be left at the present rate, or %ACCORD_NO_MONTH
 * @undated: what was paid without a date, which no line shows; it is taken off before the first month
 * @end: what would be left at the end of the fund at the present rate, in pence
 * @has_end: whether that can be said
 * @actual: (element-type AccordBurnPoint): what was left, month by month
 * @planned: (element-type AccordBurnPoint): what would be left if each year's allocations were spent in it;
 * empty where no allocation has a year
 * @ahead: (element-type AccordBurnPoint): what will be left if things go on as they do; empty where nobody
 * can say
 *
 * What is left of a fund, and will it last.
 */
typedef struct
{
  double award;
  int from;
  int until;
  int now;
  double left;
  int last;
  int used_up;
  gint64 undated;
  double end;
  gboolean has_end;
  GArray *actual;
  GArray *planned;
  GArray *ahead;
} AccordBurnDown;

AccordBurnDown *accord_burn_down_new (const AccordFundSummary *fund, const AccordFundForecast *forecast,
                                      GArray *months, const char *today);
void accord_burn_down_free (AccordBurnDown *self);
gboolean accord_burn_down_find (GArray *points, int month, double *left);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBurnDown, accord_burn_down_free)

G_END_DECLS
