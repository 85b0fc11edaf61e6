/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/chart.h"
#include "portfolio-choice.h"

G_BEGIN_DECLS

AccordChart *accord_portfolio_chart_new (const AccordPortfolioChoice *choice);

G_END_DECLS
