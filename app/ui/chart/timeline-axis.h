/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/timeline-layout.h"

G_BEGIN_DECLS

void accord_timeline_tick_free (AccordTimelineTick *self);
double accord_timeline_axis_x (const AccordTimelineFrame *frame, double left, double right, double day);
GPtrArray *accord_timeline_axis_ticks (const AccordTimelineFrame *frame, double left, double right);

G_END_DECLS
