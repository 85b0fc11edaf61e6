/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/plot-layout.h"

G_BEGIN_DECLS

#define ACCORD_CHANCE_MOST_BINS 48
#define ACCORD_CHANCE_N_FLAGS 4

/**
 * AccordBins:
 * @axis: the scale of the values; nought is the edge of a bin where it lies between the ends
 * @n: how many bins
 * @from: where the first begins
 * @size: how wide each is
 * @counts: how many values lie in each; one at an edge lies in the bin above, but for the last
 * @most: the greatest of them
 *
 * Values sorted into bins with round edges.
 */
typedef struct
{
  AccordAxis axis;
  guint n;
  double from;
  double size;
  guint counts[ACCORD_CHANCE_MOST_BINS];
  guint most;
} AccordBins;

/**
 * AccordChanceInput:
 * @width: of the drawing, in pixels
 * @scale: how large the text is
 * @line_height: how high a line of small text is
 * @tick: how wide the labels of the upright axis are, or 0 for none
 * @flag_value: for each flag the value it points to
 * @flag_width: how wide its words are
 * @n_flags: how many
 *
 * What a drawing of chances holds.
 */
typedef struct
{
  double width;
  double scale;
  double line_height;
  double tick;
  double flag_value[ACCORD_CHANCE_N_FLAGS];
  double flag_width[ACCORD_CHANCE_N_FLAGS];
  guint n_flags;
} AccordChanceInput;

/**
 * AccordChanceLayout:
 * @plot: its ground; its axis is the upright one, 0 to 1 of all draws
 * @height: of the whole
 * @flags: the flags
 *
 * Where everything goes.
 */
typedef struct
{
  AccordPlot plot;
  double height;
  AccordFlag flags[ACCORD_CHANCE_N_FLAGS];
} AccordChanceLayout;

void accord_bins_init (AccordBins *self, const double *values, guint n_values);
void accord_chance_layout_init (AccordChanceLayout *self, const AccordChanceInput *input,
                                const AccordAxis *axis);
double accord_chance_layout_x (const AccordChanceLayout *self, const AccordAxis *axis, double value);

G_END_DECLS
