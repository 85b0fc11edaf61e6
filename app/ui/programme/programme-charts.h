/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "benefit-standing.h"
#include "chart/risk-chart.h"
#include "risk-standing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GPtrArray *accord_programme_risk_marks (GPtrArray *risks, guint most);
AccordRiskMark *accord_programme_risk_mark_alone (const AccordRiskStanding *risk);
char *accord_programme_risk_dup_summary (GPtrArray *risks);
GPtrArray *accord_programme_risk_cells (GPtrArray *risks);
GtkWidget *accord_programme_risk_table_new (void);

GPtrArray *accord_programme_benefit_panels (GPtrArray *benefits, guint most);
char *accord_programme_benefit_dup_summary (GPtrArray *benefits);
GPtrArray *accord_programme_benefit_cells (GPtrArray *benefits);
GtkWidget *accord_programme_benefit_table_new (void);
GPtrArray *accord_programme_value_cells (const AccordBenefitStanding *benefit);
GtkWidget *accord_programme_value_table_new (void);

G_END_DECLS
