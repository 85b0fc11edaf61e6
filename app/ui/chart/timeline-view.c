/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/timeline-view.h"

#include <math.h>

/* The shortest span that can be looked at, in days; the longest is this many times everything. */
#define SHORTEST 30.0
#define LONGEST 2.0
#define A_LITTLE 1.001

static double
clamp_span (const AccordTimelineView *self, double span)
{
  double all = self->fit_until - self->fit_from;

  return CLAMP (span, MIN (SHORTEST, all), all * LONGEST);
}

/**
 * accord_timeline_view_set:
 * @self: a view
 * @from: the first day to show
 * @until: the last
 *
 * Shows a span, of a length that can be read and near what there is to see, or near today.
 */
void
accord_timeline_view_set (AccordTimelineView *self, double from, double until)
{
  double span = clamp_span (self, until - from);
  double middle = CLAMP ((from + until) / 2, self->reach_from, self->reach_until);

  self->from = middle - span / 2;
  self->until = middle + span / 2;
}

/**
 * accord_timeline_view_set_fit:
 * @self: a view
 * @from: the day number with which everything there is begins
 * @until: the one with which it ends, after @from
 * @today: today's day number, or %G_MININT
 *
 * Says what there is to see. A view that showed everything goes on doing so, any other stays where it is.
 */
void
accord_timeline_view_set_fit (AccordTimelineView *self, double from, double until, int today)
{
  gboolean fit = accord_timeline_view_is_fit (self);

  self->fit_from = from;
  self->fit_until = until;
  self->reach_from = today != G_MININT ? MIN (from, today) : from;
  self->reach_until = today != G_MININT ? MAX (until, today) : until;
  if (fit)
    accord_timeline_view_set (self, from, until);
  else
    accord_timeline_view_set (self, self->from, self->until);
}

/**
 * accord_timeline_view_zoom:
 * @self: a view
 * @factor: how much larger a day is to be; under 1 for smaller
 * @share: what stays where it is, from 0 at the left to 1 at the right
 *
 * Shows a shorter or longer span.
 */
void
accord_timeline_view_zoom (AccordTimelineView *self, double factor, double share)
{
  double at = self->from + share * (self->until - self->from);
  double span = clamp_span (self, (self->until - self->from) / factor);

  accord_timeline_view_set (self, at - share * span, at + (1 - share) * span);
}

/**
 * accord_timeline_view_pan:
 * @self: a view
 * @share: how far, as a share of what is shown; below nought for earlier
 *
 * Shows earlier or later days.
 */
void
accord_timeline_view_pan (AccordTimelineView *self, double share)
{
  double step = share * (self->until - self->from);

  accord_timeline_view_set (self, self->from + step, self->until + step);
}

/**
 * accord_timeline_view_go_to:
 * @self: a view
 * @day: a day number
 *
 * Shows as many days as before, with this one in their middle.
 */
void
accord_timeline_view_go_to (AccordTimelineView *self, double day)
{
  double half = (self->until - self->from) / 2;

  accord_timeline_view_set (self, day - half, day + half);
}

/**
 * accord_timeline_view_is_fit:
 * @self: a view
 *
 * Returns: whether it shows everything, and nothing else
 */
gboolean
accord_timeline_view_is_fit (const AccordTimelineView *self)
{
  return fabs (self->from - self->fit_from) < 0.5 && fabs (self->until - self->fit_until) < 0.5;
}

gboolean
accord_timeline_view_can_zoom_in (const AccordTimelineView *self)
{
  return self->until - self->from > clamp_span (self, 0) * A_LITTLE;
}

gboolean
accord_timeline_view_can_zoom_out (const AccordTimelineView *self)
{
  return (self->until - self->from) * A_LITTLE < clamp_span (self, G_MAXDOUBLE);
}
