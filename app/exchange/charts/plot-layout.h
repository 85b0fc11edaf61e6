/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/axis.h"

G_BEGIN_DECLS

/**
 * AccordPlot:
 * @left: where the ground of the plot begins; the labels of its upright axis are left of it
 * @right: where it ends
 * @top: its top; flags stand above it
 * @bottom: its bottom; the labels of its level axis are below it
 * @axis: its upright axis
 *
 * The ground of a drawing with two axes, in pixels.
 */
typedef struct
{
  double left;
  double right;
  double top;
  double bottom;
  AccordAxis axis;
} AccordPlot;

/**
 * AccordFlag:
 * @at: where it points to, across
 * @width: how wide its words are
 * @x: (out): where they begin
 * @row: (out): which line of flags they stand in, from 0 at the top
 *
 * Words above a plot that mark a place in it.
 */
typedef struct
{
  double at;
  double width;
  double x;
  guint row;
} AccordFlag;

double accord_plot_y (const AccordPlot *self, double value);
double accord_plot_x (const AccordPlot *self, guint index, guint n);
double accord_plot_spacing (const AccordPlot *self, guint n);
double accord_plot_height (double width, double scale);
guint accord_plot_place_flags (AccordFlag *flags, guint n_flags, double left, double right, double gap);

G_END_DECLS
