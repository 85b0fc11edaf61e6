/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/plot-layout.h"

G_BEGIN_DECLS

/**
 * AccordTornadoInput:
 * @n_bars: how many rows
 * @low: (array length=n_bars): the figure at the lower value of each
 * @high: (array length=n_bars): at the higher
 * @base: the figure as it is
 * @width: of the drawing, in pixels
 * @scale: how large the text is
 * @line_height: how high a line of small text is
 * @label: how wide the widest name is
 * @end: how wide the widest words at the end of a bar are
 * @head: how high what stands over the plot is
 *
 * What a tornado holds.
 */
typedef struct
{
  guint n_bars;
  const double *low;
  const double *high;
  double base;
  double width;
  double scale;
  double line_height;
  double label;
  double end;
  double head;
} AccordTornadoInput;

/**
 * AccordTornadoBarPlace:
 * @y: top of the row
 * @height: of the row
 * @label_y: top of its name
 * @bar_y: top of the bar
 * @bar_height: its height
 * @low_x: where the figure at the lower value is
 * @high_x: where that at the higher value is
 * @split: whether both lie on one side, so that each has half of the height
 *
 * Where a row is.
 */
typedef struct
{
  double y;
  double height;
  double label_y;
  double bar_y;
  double bar_height;
  double low_x;
  double high_x;
  gboolean split;
} AccordTornadoBarPlace;

/**
 * AccordTornadoLayout:
 * @axis: the level axis
 * @left: where it begins
 * @right: where it ends
 * @top: top of the plot
 * @bottom: its bottom
 * @height: of the whole
 * @base_x: where the figure as it is lies
 * @label_width: the room of a name
 * @stacked: whether names stand over their bars for want of room
 * @bars: (array): where each row is
 *
 * Where everything goes.
 */
typedef struct
{
  AccordAxis axis;
  double left;
  double right;
  double top;
  double bottom;
  double height;
  double base_x;
  double label_width;
  gboolean stacked;
  AccordTornadoBarPlace *bars;
} AccordTornadoLayout;

AccordTornadoLayout *accord_tornado_layout_new (const AccordTornadoInput *input);
void accord_tornado_layout_free (AccordTornadoLayout *self);
double accord_tornado_layout_x (const AccordTornadoLayout *self, double value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordTornadoLayout, accord_tornado_layout_free)

G_END_DECLS
