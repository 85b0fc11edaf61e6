/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_CHART_CARD (accord_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordChartCard, accord_chart_card, ACCORD, CHART_CARD, GtkWidget)

GtkWidget *accord_chart_card_new (const char *title);
GtkWidget *accord_chart_card_new_with_ways (const char *title, const char *const *ways);
GtkWidget *accord_chart_card_get_head (AccordChartCard *self);
void accord_chart_card_show (AccordChartCard *self, AccordChart *chart);
void accord_chart_card_show_ways (AccordChartCard *self, AccordChart *const *charts, guint n_charts);
void accord_chart_card_set_note (AccordChartCard *self, const char *note);

G_END_DECLS
