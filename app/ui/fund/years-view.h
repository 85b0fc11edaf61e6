/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/drawing.h"
#include "fund-forecast.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_YEARS_VIEW (accord_years_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordYearsView, accord_years_view, ACCORD, YEARS_VIEW, AccordDrawing)

GtkWidget *accord_years_view_new (void);
void accord_years_view_show (AccordYearsView *self, const AccordFundForecast *forecast, gint64 fund);
AccordQuery *accord_years_view_make_rows (const AccordFundYear *year, gint64 fund);
char *accord_years_view_dup_sentence (const AccordFundYear *year, gboolean ended);

G_END_DECLS
