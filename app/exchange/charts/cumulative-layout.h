/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/plot-layout.h"

G_BEGIN_DECLS

#define ACCORD_CUMULATIVE_LINES 2

/**
 * AccordCumulativeInput:
 * @n_years: how many years, at least one
 * @values: (array) (nullable): for each line its value by year
 * @width: of the drawing, in pixels
 * @scale: how large the text is
 * @line_height: how high a line of small text is
 * @tick: how wide the widest label of the upright axis is
 * @year: how wide the widest year is
 * @end: how wide the words at the end of each line are
 * @end_height: how high they are
 * @flag_at: for each flag the year that it points to
 * @flag_width: how wide the words of each flag are
 * @n_flags: how many flags
 *
 * What a drawing of cumulative positions holds. The axis must hold all values.
 */
typedef struct
{
  guint n_years;
  const double *values[ACCORD_CUMULATIVE_LINES];
  double width;
  double scale;
  double line_height;
  double tick;
  double year;
  double end[ACCORD_CUMULATIVE_LINES];
  double end_height;
  guint flag_at[ACCORD_CUMULATIVE_LINES];
  double flag_width[ACCORD_CUMULATIVE_LINES];
  guint n_flags;
} AccordCumulativeInput;

/**
 * AccordCumulativeLayout:
 * @plot: its ground
 * @height: of the whole
 * @zero_y: where nought is
 * @n_years: how many years
 * @x: (array): where each year is
 * @y: (array): for each line, where each value is
 * @year_step: every how many years there is a label
 * @key_above: whether the words at the ends of the lines stand in a line above the drawing for want of room
 * @end_x: left of the words at the ends
 * @end_y: their tops
 * @end_width: their room
 * @flags: the flags
 * @flags_y: top of the first line of flags
 * @dots: whether there is room for a dot at each value
 *
 * Where everything goes.
 */
typedef struct
{
  AccordPlot plot;
  double height;
  double zero_y;
  guint n_years;
  double *x;
  double *y[ACCORD_CUMULATIVE_LINES];
  guint year_step;
  gboolean key_above;
  double end_x[ACCORD_CUMULATIVE_LINES];
  double end_y[ACCORD_CUMULATIVE_LINES];
  double end_width[ACCORD_CUMULATIVE_LINES];
  AccordFlag flags[ACCORD_CUMULATIVE_LINES];
  double flags_y;
  gboolean dots;
} AccordCumulativeLayout;

AccordCumulativeLayout *accord_cumulative_layout_new (const AccordCumulativeInput *input,
                                                      const AccordAxis *axis);
void accord_cumulative_layout_free (AccordCumulativeLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCumulativeLayout, accord_cumulative_layout_free)

G_END_DECLS
