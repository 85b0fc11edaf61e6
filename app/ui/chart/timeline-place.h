/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/timeline-layout.h"

G_BEGIN_DECLS

void accord_timeline_item_free (AccordTimelineItem *self);
GPtrArray *accord_timeline_place (const AccordTimelineLane *lane, const AccordTimelineFrame *frame,
                                  double left, double right);

G_END_DECLS
