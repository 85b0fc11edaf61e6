/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int accord_day_step_months (int day_number, int months);
void accord_day_range (GPtrArray *days, const char *today, int *first, int *last);
int accord_day_find_change (GPtrArray *days, const char *day, int direction);
const char *accord_day_get_words (GPtrArray *days, const char *day);

G_END_DECLS
