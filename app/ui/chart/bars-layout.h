/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/flow-layout.h"

G_BEGIN_DECLS

/**
 * ACCORD_BARS_MAX_TICKS:
 *
 * More gridlines than this are no help.
 */
#define ACCORD_BARS_MAX_TICKS 5

/**
 * AccordBarsPair:
 * @first: the value of the upper bar
 * @second: the value of the lower bar
 * @extent: how far the lower bar is expected to reach, or 0
 *
 * Two values that are compared. What is below nought has a bar of no length.
 */
typedef struct
{
  gint64 first;
  gint64 second;
  gint64 extent;
} AccordBarsPair;

/**
 * AccordBarsRow:
 * @y: the top of the row, in pixels
 * @height: its height
 * @first: the upper bar
 * @second: the lower bar
 * @extent: the whole of the lower bar as it is expected, of no width where nothing is
 */
typedef struct
{
  double y;
  double height;
  AccordFlowBox first;
  AccordFlowBox second;
  AccordFlowBox extent;
} AccordBarsRow;

/**
 * AccordBarsTick:
 * @value: what it marks
 * @x: where
 */
typedef struct
{
  gint64 value;
  double x;
} AccordBarsTick;

/**
 * AccordBarsLayout:
 * @height: of the whole, in pixels
 * @left: where the bars begin, which is nought
 * @right: where the longest may end
 * @rows: (element-type AccordBarsRow): one for each pair
 * @ticks: (element-type AccordBarsTick): round values, nought first
 *
 * Where everything goes in a drawing of pairs of bars.
 */
typedef struct
{
  double height;
  double left;
  double right;
  GArray *rows;
  GArray *ticks;
} AccordBarsLayout;

AccordBarsLayout *accord_bars_layout_new (const AccordBarsPair *pairs, guint n_pairs, double width,
                                          double scale, double label, double figure);
void accord_bars_layout_free (AccordBarsLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBarsLayout, accord_bars_layout_free)

G_END_DECLS
