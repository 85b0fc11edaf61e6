/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/uncertainty.h"
#include "charts/chart.h"

G_BEGIN_DECLS

char *accord_input_dup_name (const AccordCba *cba, const AccordCbaInput *input);
char *accord_input_dup_value (const AccordCbaInput *input, double value);
AccordChart *accord_swings_chart_new (const AccordCba *cba, double npsv, const GArray *swings);

G_END_DECLS
