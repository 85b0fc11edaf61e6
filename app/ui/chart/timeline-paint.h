/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/drawing.h"
#include "chart/timeline-layout.h"

G_BEGIN_DECLS

PangoLayout *accord_timeline_create_label (AccordDrawing *drawing, const char *strong, const char *plain);
PangoLayout *accord_timeline_create_head (AccordDrawing *drawing, const AccordTimelineLane *lane,
                                          double width);
void accord_timeline_paint (AccordDrawing *drawing, cairo_t *cairo, GPtrArray *lanes,
                            const AccordTimelineLayout *layout);
void accord_timeline_paint_dot (AccordDrawing *drawing, cairo_t *cairo, AccordTimelineState state, double x,
                                double y);

G_END_DECLS
