/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/plot-layout.h"

G_BEGIN_DECLS

#define ACCORD_BURN_DOWN_N_FLAGS 3

/**
 * AccordBurnDownInput:
 * @from: the first month
 * @until: the last month, after @from
 * @width: of the drawing, in pixels
 * @scale: how large the text is
 * @line_height: how high a line of small text is
 * @tick: how wide the widest label of the upright axis is
 * @year: how wide a year is
 * @head: how high what stands over the flags is
 * @flag_month: for each flag the month it points to
 * @flag_width: how wide its words are
 * @n_flags: how many
 *
 * What a drawing of what is left holds.
 */
typedef struct
{
  int from;
  int until;
  double width;
  double scale;
  double line_height;
  double tick;
  double year;
  double head;
  int flag_month[ACCORD_BURN_DOWN_N_FLAGS];
  double flag_width[ACCORD_BURN_DOWN_N_FLAGS];
  guint n_flags;
} AccordBurnDownInput;

/**
 * AccordBurnDownLayout:
 * @plot: its ground
 * @height: of the whole
 * @from: the first month
 * @until: the last
 * @year_step: every how many financial years there is a label
 * @head: where the flags begin
 * @flags: the flags
 *
 * Where everything goes.
 */
typedef struct
{
  AccordPlot plot;
  double height;
  int from;
  int until;
  guint year_step;
  double head;
  AccordFlag flags[ACCORD_BURN_DOWN_N_FLAGS];
} AccordBurnDownLayout;

void accord_burn_down_layout_init (AccordBurnDownLayout *self, const AccordBurnDownInput *input,
                                   const AccordAxis *axis);
double accord_burn_down_layout_x (const AccordBurnDownLayout *self, double month);

G_END_DECLS
