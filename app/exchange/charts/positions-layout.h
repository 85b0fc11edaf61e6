/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/plot-layout.h"

G_BEGIN_DECLS

/**
 * AccordPositionsInput:
 * @n_panels: how many panels, at least one
 * @n_years: how many years each shows, at least one
 * @width: of the drawing, in pixels
 * @scale: how large the text is
 * @head_height: how high the words over each plot are
 * @line_height: how high a line of small text is
 * @tick: how wide the widest label of the upright axis is
 * @year: how wide the widest year is
 *
 * What small panels of the same make hold.
 */
typedef struct
{
  guint n_panels;
  guint n_years;
  double width;
  double scale;
  double head_height;
  double line_height;
  double tick;
  double year;
} AccordPositionsInput;

/**
 * AccordPositionsLayout:
 * @columns: how many panels stand side by side
 * @panel_width: how wide each is
 * @panel_height: how high
 * @gap: between two
 * @height: of the whole
 * @plot: the ground of the plot in each, from its own top left
 * @bar: how wide a bar is
 * @year_step: every how many years there is a label
 *
 * Where everything goes.
 */
typedef struct
{
  guint columns;
  double panel_width;
  double panel_height;
  double gap;
  double height;
  AccordPlot plot;
  double bar;
  guint year_step;
} AccordPositionsLayout;

void accord_positions_layout_init (AccordPositionsLayout *self, const AccordPositionsInput *input,
                                   const AccordAxis *axis);
void accord_positions_layout_place (const AccordPositionsLayout *self, guint index, double *x, double *y);

G_END_DECLS
