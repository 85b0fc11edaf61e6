/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "inputs.h"

G_BEGIN_DECLS

/* How sure the figures are: one input at a time, several at once as a scenario, and all of them by chance. */

/**
 * AccordSwing:
 * @input: what is changed
 * @base: as it was typed
 * @low: the lower value tried
 * @high: the higher value tried
 * @npsv_low: NPSV (against the comparator) at @low, in pence
 * @npsv_high: NPSV at @high
 * @switching: the value nearest to @base at which NPSV is nought, or why there is none; of whole numbers
 * (years, grades) the nearest at which it is nought or has changed its sign
 *
 * One input changed alone: a bar of the tornado.
 */
typedef struct
{
  AccordCbaInput input;
  double base;
  double low;
  double high;
  double npsv_low;
  double npsv_high;
  AccordCbaValue switching;
} AccordSwing;

GArray *accord_cba_swings (const AccordCba *cba, guint option, double change);
AccordCbaValue accord_cba_switching_value (const AccordCba *cba, guint option, const AccordCbaInput *input);

/**
 * AccordScenarioChange:
 * @input: what is changed
 * @relative: whether @value multiplies the number; else it takes its place
 * @value: by or to what
 */
typedef struct
{
  AccordCbaInput input;
  gboolean relative;
  double value;
} AccordScenarioChange;

AccordCba *accord_cba_apply (const AccordCba *cba, const AccordScenarioChange *changes, guint n_changes);

/**
 * AccordDrawMethod:
 * @ACCORD_DRAW_SOBOL: a scrambled Sobol sequence
 * @ACCORD_DRAW_LATIN_HYPERCUBE: Latin hypercube
 * @ACCORD_DRAW_RANDOM: independent draws
 */
typedef enum
{
  ACCORD_DRAW_SOBOL,
  ACCORD_DRAW_LATIN_HYPERCUBE,
  ACCORD_DRAW_RANDOM,
} AccordDrawMethod;

/**
 * ACCORD_CBA_MOST_DRAWS:
 *
 * How many draws can be asked for.
 */
#define ACCORD_CBA_MOST_DRAWS 1000000

/**
 * AccordContribution:
 * @option: index of the option whose line it is: the one that was drawn, or its comparator
 * @is_outcome: whether the line is an outcome
 * @line: index of the line in its option
 * @share: of the variance of NPSV; all add to 1. Of lines that move together each has half of what any two
 * add to it or take from it, so that a line which offsets others can have a share below nought
 */
typedef struct
{
  guint option;
  gboolean is_outcome;
  guint line;
  double share;
} AccordContribution;

/**
 * AccordChance:
 * @n_draws: how many draws, %ACCORD_CBA_MOST_DRAWS at most
 * @seed: of the draws
 * @npsv: (array length=n_draws): NPSV in pence, ascending
 * @p10: a tenth of the draws lie at or below it
 * @p50: a half
 * @p90: nine tenths
 * @mean: of NPSV
 * @deviation: standard deviation of NPSV (of a sample: divided by @n_draws − 1)
 * @positive: the part of the draws in which NPSV, rounded to the penny, is above nought
 * @partner_positive: (array): for each position of the result, the part in which its net ends above nought
 * @partner_p10: (array): for each position, its tenth percentile in pence
 * @partner_p50: likewise
 * @partner_p90: likewise
 * @n_partners: how many positions
 * @contributions: (element-type AccordContribution): greatest first
 *
 * What came of the draws. The same CBA, seed and method give the same, bit for bit, on every machine and with
 * any number of threads.
 */
typedef struct
{
  guint n_draws;
  guint64 seed;
  double *npsv;
  double p10;
  double p50;
  double p90;
  double mean;
  double deviation;
  double positive;
  double *partner_positive;
  double *partner_p10;
  double *partner_p50;
  double *partner_p90;
  guint n_partners;
  GArray *contributions;
} AccordChance;

/**
 * AccordStopFunc:
 * @data: as given
 *
 * Returns: whether to give up
 */
typedef gboolean (*AccordStopFunc) (gpointer data);

AccordChance *accord_cba_draw (const AccordCba *cba, guint option, AccordDrawMethod method, guint n_draws,
                               guint64 seed, guint n_threads, AccordStopFunc stop, gpointer stop_data);
void accord_chance_free (AccordChance *self);
double accord_chance_quantile (const AccordChance *self, double part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordChance, accord_chance_free)

G_END_DECLS
