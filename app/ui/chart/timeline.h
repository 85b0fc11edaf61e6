/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "chart/timeline-data.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_TIMELINE (accord_timeline_get_type ())
G_DECLARE_FINAL_TYPE (AccordTimeline, accord_timeline, ACCORD, TIMELINE, GtkWidget)

GtkWidget *accord_timeline_new (void);
GtkWidget *accord_timeline_card_new (const char *title, AccordTimeline **timeline);
GtkWidget *accord_timeline_get_tools (AccordTimeline *self);
void accord_timeline_show (AccordTimeline *self, GPtrArray *lanes, const char *today);
void accord_timeline_zoom (AccordTimeline *self, double factor);
void accord_timeline_zoom_at (AccordTimeline *self, double factor, double share);
void accord_timeline_zoom_to_fit (AccordTimeline *self);
void accord_timeline_pan (AccordTimeline *self, double share);
void accord_timeline_show_today (AccordTimeline *self);
gboolean accord_timeline_get_table (AccordTimeline *self);
void accord_timeline_set_table (AccordTimeline *self, gboolean table);

G_END_DECLS
