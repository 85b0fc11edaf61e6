/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/timeline-axis.h"

#include "date.h"
#include "financial-year.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DAYS_A_YEAR 365.25
#define DAYS_A_MONTH 30.44
#define DAYS_A_WEEK 7
#define TICK_GAP 14
/* What is on the axis when nothing has a date, or all is on one day. */
#define LEAST_SPAN 240.0
/* Thursday, 1 January 1970, was day 0; the Monday before it was day -3. */
#define FIRST_MONDAY (-3)

/* Financial years, then quarters, months and weeks, as one zooms in. */
typedef enum
{
  UNIT_YEARS,
  UNIT_QUARTERS,
  UNIT_MONTHS,
  UNIT_WEEKS,
} Unit;

void
accord_timeline_tick_free (AccordTimelineTick *self)
{
  g_free (self->label);
  g_free (self);
}

/**
 * accord_timeline_axis_x:
 * @frame: the frame
 * @left: where the axis begins
 * @right: where it ends
 * @day: a day number
 *
 * Returns: where the day is, which may be out of view
 */
double
accord_timeline_axis_x (const AccordTimelineFrame *frame, double left, double right, double day)
{
  return left + (day - frame->from) / MAX (frame->until - frame->from, 1) * (right - left);
}

static int
first_of_month (int months_since_0)
{
  char iso[ACCORD_DATE_ISO_SIZE];
  int day = 0;

  g_snprintf (iso, sizeof iso, "%04d-%02d-01", months_since_0 / 12, months_since_0 % 12 + 1);
  accord_date_to_day_number (iso, &day);
  return day;
}

static char *
dup_tick_label (Unit unit, const char *iso)
{
  g_autofree char *date = accord_date_format (iso);

  if (unit == UNIT_YEARS)
    return accord_financial_year_format (accord_financial_year_of_iso (iso));
  if (unit == UNIT_WEEKS)
    return g_steal_pointer (&date);
  if (unit == UNIT_QUARTERS)
    {
      char last[ACCORD_DATE_ISO_SIZE];
      g_autofree char *end = NULL;

      g_snprintf (last, sizeof last, "%.4s-%02d-01", iso, MIN (atoi (iso + 5) + 2, 12));
      end = accord_date_format (last);
      return g_strdup_printf ("%.3s–%s", strchr (date, ' ') + 1, strchr (end, ' ') + 1);
    }
  return g_strdup (strchr (date, ' ') + 1);
}

/* The shortest unit whose labels fit, and how many of it from one gridline to the next. */
static Unit
choose_unit (const AccordTimelineFrame *frame, double left, double right, int *step)
{
  static const struct
  {
    Unit unit;
    double days;
    const char *sample;
  } units[] = { { UNIT_WEEKS, DAYS_A_WEEK, "28 Sep 2028" },
                { UNIT_MONTHS, DAYS_A_MONTH, "Sep 2028" },
                { UNIT_QUARTERS, 3 * DAYS_A_MONTH, "Apr–Jun 2028" } };
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500 };
  double pixels_a_day = (right - left) / MAX (frame->until - frame->from, 1);
  double year = frame->measure ("2028/29", NULL, frame->data) + TICK_GAP * frame->scale;

  *step = 1;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].days * pixels_a_day
        >= frame->measure (units[i].sample, NULL, frame->data) + TICK_GAP * frame->scale)
      return units[i].unit;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      *step = steps[i];
      if (*step * DAYS_A_YEAR * pixels_a_day >= year)
        break;
    }
  return UNIT_YEARS;
}

/* The day on which a unit begins, counted from the one that holds the left of the axis. */
static int
tick_day (const AccordTimelineFrame *frame, Unit unit, int step, int index)
{
  char iso[ACCORD_DATE_ISO_SIZE] = "1970-01-01";
  int year, month;

  if (unit == UNIT_WEEKS)
    {
      int week = (int) floor ((frame->from - FIRST_MONDAY) / DAYS_A_WEEK);

      return FIRST_MONDAY + (week + index) * DAYS_A_WEEK;
    }
  accord_date_from_day_number ((int) floor (frame->from), iso);
  year = accord_financial_year_of_iso (iso);
  if (unit == UNIT_YEARS)
    return first_of_month ((year / step * step + index * step) * 12 + 3);
  month = atoi (iso) * 12 + atoi (iso + 5) - 1;
  return first_of_month (unit == UNIT_QUARTERS ? month / 3 * 3 + index * 3 : month + index);
}

static gboolean
has_room (const AccordTimelineFrame *frame, const AccordTimelineTick *tick, const AccordTimelineTick *next)
{
  return next->x - tick->x >= frame->measure (tick->label, NULL, frame->data) + TICK_GAP * frame->scale;
}

/**
 * accord_timeline_axis_ticks:
 * @frame: the frame
 * @left: where the axis begins
 * @right: where it ends
 *
 * Returns: (transfer full) (element-type AccordTimelineTick): the gridlines within the axis, from the left;
 *   their labels stand to the right of them and do not meet
 */
GPtrArray *
accord_timeline_axis_ticks (const AccordTimelineFrame *frame, double left, double right)
{
  GPtrArray *ticks = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_timeline_tick_free);
  char iso[ACCORD_DATE_ISO_SIZE];
  int step;
  Unit unit = choose_unit (frame, left, right, &step);

  for (int i = 0;; i++)
    {
      int day = tick_day (frame, unit, step, i);
      double x = accord_timeline_axis_x (frame, left, right, day);
      AccordTimelineTick *tick;

      if (x > right || !accord_date_from_day_number (day, iso))
        break;
      tick = g_new0 (AccordTimelineTick, 1);
      tick->x = MAX (x, left);
      tick->label = dup_tick_label (unit, iso);
      /* What holds the left of the axis began out of view; it is named where the next leaves room for it. */
      if (ticks->len == 1 && !has_room (frame, ticks->pdata[0], tick))
        g_ptr_array_set_size (ticks, 0);
      if (ticks->len == 1 && x <= left)
        g_ptr_array_set_size (ticks, 0);
      g_ptr_array_add (ticks, tick);
    }
  return ticks;
}

static void
include (double *from, double *until, double first, double last)
{
  *from = MIN (*from, first);
  *until = MAX (*until, last);
}

/**
 * accord_timeline_fit:
 * @lanes: (element-type AccordTimelineLane): lanes
 * @today: today's day number
 * @from: (out): the day number to begin the axis with
 * @until: (out): the one to end it with
 *
 * Finds the span of days that shows everything, with room for the labels of the last; today as well where it
 * is not far off.
 */
void
accord_timeline_fit (GPtrArray *lanes, int today, double *from, double *until)
{
  double span;

  *from = G_MAXDOUBLE;
  *until = -G_MAXDOUBLE;
  for (guint i = 0; i < lanes->len; i++)
    {
      const AccordTimelineLane *lane = lanes->pdata[i];
      int first, last;

      for (guint j = 0; j < lane->events->len; j++)
        if (accord_timeline_event_get_span (lane->events->pdata[j], &first, &last))
          include (from, until, first, last);
      if (!accord_timeline_lane_get_bar (lane, &first, &last))
        continue;
      include (from, until, first != G_MININT ? first : last, last != G_MAXINT ? last : first);
    }
  if (*from > *until)
    *from = *until = today;
  span = *until - *from;
  if (today >= *from - span / 4 && today <= *until + span / 4)
    include (from, until, today, today);
  span = *until - *from;
  if (span < LEAST_SPAN)
    include (from, until, *from - (LEAST_SPAN - span) / 2, *until + (LEAST_SPAN - span) / 2);
  span = *until - *from;
  *from -= 0.04 * span;
  *until += 0.12 * span;
}
