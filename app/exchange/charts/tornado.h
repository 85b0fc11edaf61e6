/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/chart.h"

G_BEGIN_DECLS

/**
 * AccordTornadoBar:
 * @name: what is changed: “Attendances avoided: engagement”
 * @low: the lower value tried, in words: “48%”
 * @high: the higher value tried, in words
 * @switching: (nullable): the value at which NPSV is nought, in words; %NULL where there is none
 * @npsv_low: NPSV at @low, in pence
 * @npsv_high: NPSV at @high, in pence
 *
 * One input that is changed alone.
 */
typedef struct
{
  const char *name;
  const char *low;
  const char *high;
  const char *switching;
  double npsv_low;
  double npsv_high;
} AccordTornadoBar;

AccordChart *accord_tornado_chart_new (double npsv, const AccordTornadoBar *bars, guint n_bars);

G_END_DECLS
