/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/result.h"
#include "charts/chart.h"

G_BEGIN_DECLS

AccordCbaResult *charts_random_result (guint n_years, guint n_positions, double size);
void charts_result_free (AccordCbaResult *result);
void charts_assert_sound (const AccordChart *chart);

G_END_DECLS
