/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordTimelineView:
 * @fit_from: the day number with which everything there is begins
 * @fit_until: the one with which it ends
 * @from: the first day in view
 * @until: the last
 * @reach_from: the earliest day that can be gone to: of what there is, or today
 * @reach_until: the latest
 *
 * The span of days that a timeline shows.
 */
typedef struct
{
  double fit_from;
  double fit_until;
  double from;
  double until;
  double reach_from;
  double reach_until;
} AccordTimelineView;

void accord_timeline_view_set (AccordTimelineView *self, double from, double until);
void accord_timeline_view_set_fit (AccordTimelineView *self, double from, double until, int today);
void accord_timeline_view_go_to (AccordTimelineView *self, double day);
void accord_timeline_view_zoom (AccordTimelineView *self, double factor, double share);
void accord_timeline_view_pan (AccordTimelineView *self, double share);
gboolean accord_timeline_view_is_fit (const AccordTimelineView *self);
gboolean accord_timeline_view_can_zoom_in (const AccordTimelineView *self);
gboolean accord_timeline_view_can_zoom_out (const AccordTimelineView *self);

G_END_DECLS
