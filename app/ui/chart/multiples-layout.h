/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordMultiplesGrid:
 * @columns: how many panels stand side by side
 * @panel_width: how wide each is, in pixels
 * @gap: between two, across and down
 * @scale: how large the text is
 *
 * How panels of the same size fill a width.
 */
typedef struct
{
  int columns;
  double panel_width;
  double gap;
  double scale;
} AccordMultiplesGrid;

/**
 * AccordMultiplesPoint:
 * @day: days since 1 January 1970
 * @value: what was measured
 */
typedef struct
{
  int day;
  double value;
} AccordMultiplesPoint;

/**
 * AccordMultiplesInput:
 * @points: (array length=n_points): what was measured, earliest first, no day twice
 * @n_points: how many
 * @has_baseline: whether the value before is known
 * @has_target: whether the value wanted is known
 * @baseline: the value before
 * @target: the value wanted
 * @from: first day of the scale that all panels share
 * @until: its last day
 *
 * What a panel shows.
 */
typedef struct
{
  const AccordMultiplesPoint *points;
  guint n_points;
  gboolean has_baseline;
  gboolean has_target;
  double baseline;
  double target;
  int from;
  int until;
} AccordMultiplesInput;

/**
 * AccordMultiplesBar:
 * @x: left of the bar
 * @y: its top
 * @width: how wide it is
 * @height: how high it is, from nought; may be 0
 * @end_x: the middle of the bar
 * @end_y: where the value is
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double end_x;
  double end_y;
} AccordMultiplesBar;

/**
 * AccordMultiplesPanel:
 * @plot_width: how wide the plot is; what stands beside it is to its right
 * @plot_height: how high it is
 * @dense: whether there are too many values for bars, so that a line through them is drawn
 * @zero_y: where nought is
 * @baseline_y: where the baseline is, if there is one
 * @target_y: where the target is, if there is one
 * @baseline_label_y: the middle of what is written beside the baseline
 * @target_label_y: the middle of what is written beside the target
 *
 * Where everything in a plot is, from its own top left.
 */
typedef struct
{
  double plot_width;
  double plot_height;
  gboolean dense;
  double zero_y;
  double baseline_y;
  double target_y;
  double baseline_label_y;
  double target_label_y;
} AccordMultiplesPanel;

void accord_multiples_grid_init (AccordMultiplesGrid *self, guint n_panels, double width, double scale);
void accord_multiples_grid_place (const AccordMultiplesGrid *self, guint index, double panel_height,
                                  double *x, double *y);
double accord_multiples_grid_height (const AccordMultiplesGrid *self, guint n_panels, double panel_height);
void accord_multiples_place (const AccordMultiplesInput *input, double plot_width, double plot_height,
                             double line_height, double scale, AccordMultiplesPanel *panel,
                             AccordMultiplesBar *bars);

G_END_DECLS
