/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/timeline-drawing.h"
#include "chart/timeline.h"

G_BEGIN_DECLS

void accord_timeline_watch_pointer (AccordTimeline *self, AccordTimelineDrawing *drawing);

G_END_DECLS
