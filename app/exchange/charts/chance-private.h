/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/chance-layout.h"
#include "charts/chance.h"
#include "charts/chart-private.h"

G_BEGIN_DECLS

#define ACCORD_CHANCE_N_POINTS 101

/*
 * AccordChances: what a chart of chances shows. @points are NPSV at every hundredth of the draws, from the
 * least to the greatest.
 */
typedef struct
{
  AccordChanceWay way;
  guint n_draws;
  double p10;
  double p50;
  double p90;
  double positive;
  double points[ACCORD_CHANCE_N_POINTS];
  AccordBins bins;
} AccordChances;

char *accord_chances_dup_summary (const AccordChances *self);
char *accord_chances_dup_mark (const AccordChances *self, guint column);
GPtrArray *accord_chances_dup_rows (const AccordChances *self);
char *accord_chances_dup_above (const AccordChances *self);

void accord_chances_draw (const AccordChart *chart, const AccordChartPlan *plan, const AccordCanvas *canvas);
guint accord_chances_get_flags (const AccordChances *self, double *values, char **words);

G_END_DECLS
