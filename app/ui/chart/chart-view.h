/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/drawing.h"
#include "charts/chart.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CHART_VIEW (accord_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordChartView, accord_chart_view, ACCORD, CHART_VIEW, AccordDrawing)

GtkWidget *accord_chart_view_new (void);
void accord_chart_view_show (AccordChartView *self, AccordChart *chart);

G_END_DECLS
