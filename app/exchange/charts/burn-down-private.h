/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/burn-down-course.h"
#include "charts/burn-down-layout.h"
#include "charts/burn-down.h"
#include "charts/chart-private.h"

G_BEGIN_DECLS

/* The lines of a chart of what is left, in the order in which the keyboard meets them. */
typedef enum
{
  ACCORD_BURN_ACTUAL,
  ACCORD_BURN_PLANNED,
  ACCORD_BURN_AHEAD,
  ACCORD_BURN_N_LINES,
} AccordBurnLine;

GArray *accord_burn_down_get_line (const AccordBurnDown *self, guint line);
const char *accord_burn_down_get_name (guint line);
char *accord_burn_down_dup_summary (const AccordBurnDown *self, const AccordFundForecast *forecast);
char *accord_burn_down_dup_mark (const AccordBurnDown *self, guint line, guint index);
GPtrArray *accord_burn_down_dup_rows (const AccordBurnDown *self);
guint accord_burn_down_get_flags (const AccordBurnDown *self, int *months, char **words);

G_END_DECLS
