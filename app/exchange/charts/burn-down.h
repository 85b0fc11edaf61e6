/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/chart.h"
#include "fund-forecast.h"
#include "fund-months.h"

G_BEGIN_DECLS

AccordChart *accord_burn_down_chart_new (const AccordFundSummary *fund, const AccordFundForecast *forecast,
                                         GArray *months, const char *today);

G_END_DECLS
