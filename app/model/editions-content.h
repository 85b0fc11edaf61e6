/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cba.h"

G_BEGIN_DECLS

/* What the engine takes, written as the content of an edition: the reverse of accord_edition_get_schedule()
 * and its like. Equal tables have equal texts. */

char *accord_schedule_dup_content (const AccordSchedule *self);
char *accord_price_series_dup_content (const AccordPriceSeries *self);
char *accord_bias_table_dup_content (const AccordBiasTable *self);
char *accord_grade_table_dup_content (const AccordGradeTable *self);

G_END_DECLS
