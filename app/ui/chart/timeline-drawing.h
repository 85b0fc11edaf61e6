/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/drawing.h"
#include "chart/timeline-layout.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_TIMELINE_DRAWING (accord_timeline_drawing_get_type ())
G_DECLARE_FINAL_TYPE (AccordTimelineDrawing, accord_timeline_drawing, ACCORD, TIMELINE_DRAWING, AccordDrawing)

GtkWidget *accord_timeline_drawing_new (void);
void accord_timeline_drawing_show (AccordTimelineDrawing *self, GPtrArray *lanes, int today);
void accord_timeline_drawing_set_view (AccordTimelineDrawing *self, double from, double until);
const AccordTimelineLayout *accord_timeline_drawing_get_layout (AccordTimelineDrawing *self);

G_END_DECLS
