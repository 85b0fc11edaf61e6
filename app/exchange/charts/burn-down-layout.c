/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/burn-down-layout.h"

#define MONTHS_A_YEAR 12.0
/* At the usual size of text. */
#define GAP 8.0
#define LEAST_PLOT 80.0

double
accord_burn_down_layout_x (const AccordBurnDownLayout *self, double month)
{
  double part = (month - self->from) / MAX (self->until - self->from, 1);

  return self->plot.left + CLAMP (part, 0, 1) * (self->plot.right - self->plot.left);
}

/**
 * accord_burn_down_layout_init:
 * @self: (out caller-allocates): a layout
 * @input: what is drawn
 * @axis: the upright scale
 *
 * Decides where everything goes.
 */
void
accord_burn_down_layout_init (AccordBurnDownLayout *self, const AccordBurnDownInput *input,
                              const AccordAxis *axis)
{
  double gap = GAP * input->scale, years;
  guint rows;

  *self = (AccordBurnDownLayout){ .from = input->from, .until = input->until, .head = input->head };
  self->plot.axis = *axis;
  self->plot.left = input->tick + gap;
  self->plot.right = MAX (input->width - gap, self->plot.left + LEAST_PLOT);
  for (guint i = 0; i < input->n_flags; i++)
    self->flags[i] =
        (AccordFlag){ accord_burn_down_layout_x (self, input->flag_month[i]), input->flag_width[i], 0, 0 };
  rows = accord_plot_place_flags (self->flags, input->n_flags, 0, input->width, 2 * gap);
  self->plot.top = input->head + rows * input->line_height + gap;
  self->plot.bottom = self->plot.top + accord_plot_height (input->width, input->scale);
  self->height = self->plot.bottom + gap + input->line_height;
  years = (input->until - input->from) / MONTHS_A_YEAR;
  self->year_step = accord_axis_year_step (
      (guint) MAX (years, 1), (self->plot.right - self->plot.left) / MAX (years, 1), input->year + 2 * gap);
}
