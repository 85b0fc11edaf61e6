/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/result.h"
#include "charts/chart.h"

G_BEGIN_DECLS

AccordChart *accord_positions_chart_new (const AccordCbaResult *result, const AccordCba *cba);

G_END_DECLS
