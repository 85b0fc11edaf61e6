/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "risk-model.h"
#include "risk-sobol.h"

G_BEGIN_DECLS

#define BENCH_CHANCE_FIGURES 8

/**
 * BenchPlainChance:
 * @model: what is drawn, made ready
 * @columns: of each dimension
 * @table: of the normal distribution
 * @worths: (array): what each line adds to each figure
 * @n_draws: how many
 * @values: of each figure, the draws as they come
 *
 * Draws as plainly as they can be written: one after the other, line by line, no statistics.
 */
typedef struct
{
  AccordRiskModel *model;
  AccordSobolColumns *columns;
  AccordNormalTable *table;
  double (*worths)[BENCH_CHANCE_FIGURES];
  guint n_draws;
  double *values[BENCH_CHANCE_FIGURES];
} BenchPlainChance;

BenchPlainChance *bench_plain_chance_new (const AccordCba *cba, guint option, guint n_draws);
void bench_plain_chance_free (BenchPlainChance *self);
void bench_plain_chance_run (BenchPlainChance *self);

G_END_DECLS
