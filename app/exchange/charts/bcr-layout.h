/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/plot-layout.h"

G_BEGIN_DECLS

/**
 * ACCORD_BCR_N_EDGES:
 *
 * How many boundaries there are between bands of value for money.
 */
#define ACCORD_BCR_N_EDGES 5

/**
 * AccordBcrInput:
 * @n_bars: how many rows
 * @values: (array length=n_bars): the BCR of each, or 0 for those without
 * @width: of the drawing, in pixels
 * @scale: how large the text is
 * @line_height: how high a line of small text is
 * @label: how wide the widest name is
 * @figure: how wide the widest number is
 * @band: (array): how wide the name of each band is, the poorest first
 *
 * What bars over bands of value for money hold.
 */
typedef struct
{
  guint n_bars;
  const double *values;
  double width;
  double scale;
  double line_height;
  double label;
  double figure;
  double band[ACCORD_BCR_N_EDGES + 1];
} AccordBcrInput;

/**
 * AccordBcrLayout:
 * @low: the least value of the scale, at most 0
 * @high: the greatest
 * @left: where the scale begins
 * @right: where it ends
 * @top: top of the rows
 * @bottom: bottom of the rows
 * @height: of the whole
 * @row_height: of each row
 * @bar_height: of the bar in it
 * @label_width: the room of a name
 * @stacked: whether names stand over their bars for want of room
 * @bands: the names of the bands; those that the scale does not reach have no width
 *
 * Where everything goes.
 */
typedef struct
{
  double low;
  double high;
  double left;
  double right;
  double top;
  double bottom;
  double height;
  double row_height;
  double bar_height;
  double label_width;
  gboolean stacked;
  AccordFlag bands[ACCORD_BCR_N_EDGES + 1];
} AccordBcrLayout;

extern const double accord_bcr_edges[ACCORD_BCR_N_EDGES];

void accord_bcr_layout_init (AccordBcrLayout *self, const AccordBcrInput *input);
double accord_bcr_layout_x (const AccordBcrLayout *self, double bcr);
gboolean accord_bcr_layout_is_cut (const AccordBcrLayout *self, double bcr);

G_END_DECLS
