/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "result.h"

G_BEGIN_DECLS

#define PERCENT (ACCORD_DECIMAL_ONE / 100)
#define BASIS_POINT (ACCORD_DECIMAL_ONE / 10000)

AccordSchedule *test_standard_schedule (void);
AccordSchedule *test_health_schedule (void);
AccordBiasTable *test_bias_table (void);
AccordGradeTable *test_grades (void);
AccordPriceSeries *test_deflator (int first, int last);
AccordCba *test_cba (guint horizon);
AccordCba *test_partnership (void);
AccordCba *test_random_cba (guint most_years);
void test_use_one_series (AccordCba *cba);
AccordCba *test_shuffle (const AccordCba *cba, guint *organisations);
guint test_below (guint n);

G_END_DECLS
