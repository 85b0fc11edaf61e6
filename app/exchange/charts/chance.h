/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/uncertainty.h"
#include "charts/chart.h"

G_BEGIN_DECLS

/**
 * AccordChanceWay:
 * @ACCORD_CHANCE_DISTRIBUTION: how many draws come to what
 * @ACCORD_CHANCE_S_CURVE: how many come to no more than what
 *
 * How chances are drawn.
 */
typedef enum
{
  ACCORD_CHANCE_DISTRIBUTION,
  ACCORD_CHANCE_S_CURVE,
} AccordChanceWay;

AccordChart *accord_chance_chart_new (const AccordChance *chance, AccordChanceWay way);

G_END_DECLS
