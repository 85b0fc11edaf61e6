/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/cumulative-layout.h"
#include "charts/cumulative.h"
#include "charts/chart-private.h"

G_BEGIN_DECLS

/*
 * AccordCumulative: what a chart of cumulative positions shows. Line 0 is not discounted, line 1 is.
 */
typedef struct
{
  guint n_years;
  int base_year;
  double *values[ACCORD_CUMULATIVE_LINES];
  AccordCbaValue payback[ACCORD_CUMULATIVE_LINES];
} AccordCumulative;

char *accord_cumulative_dup_summary (const AccordCumulative *self);
char *accord_cumulative_dup_mark (const AccordCumulative *self, guint line, guint year);
GPtrArray *accord_cumulative_dup_rows (const AccordCumulative *self);

G_END_DECLS
