/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/chance-layout.h"

#include <math.h>

#define MOST_TICKS 7
#define WANTED_BINS 36
/* At the usual size of text. */
#define GAP 8.0
#define MARGIN 20.0
#define LEAST_PLOT 80.0

/* Bins divide a step of the axis into equal round parts. */
static guint
find_parts (guint n_steps)
{
  static const guint parts[] = { 20, 10, 5, 4, 2, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (n_steps * parts[i] <= WANTED_BINS)
      return parts[i];
  return 1;
}

/**
 * accord_bins_init:
 * @self: (out caller-allocates): bins
 * @values: (array length=n_values): sums in pence, ascending
 * @n_values: how many, at least one
 *
 * Sorts values into bins.
 */
void
accord_bins_init (AccordBins *self, const double *values, guint n_values)
{
  double low = values[0], high = values[n_values - 1];
  guint parts;

  *self = (AccordBins){ 0 };
  accord_axis_init_money (&self->axis, low, high, MOST_TICKS);
  parts = find_parts (self->axis.n_ticks - 1);
  self->n = (self->axis.n_ticks - 1) * parts;
  self->from = self->axis.low;
  self->size = self->axis.step / parts;
  for (guint i = 0; i < n_values; i++)
    {
      double place = floor ((values[i] - self->from) / self->size);
      guint bin = (guint) CLAMP (place, 0, self->n - 1.0);

      self->counts[bin]++;
      self->most = MAX (self->most, self->counts[bin]);
    }
}

double
accord_chance_layout_x (const AccordChanceLayout *self, const AccordAxis *axis, double value)
{
  return self->plot.left + accord_axis_part (axis, value) * (self->plot.right - self->plot.left);
}

/**
 * accord_chance_layout_init:
 * @self: (out caller-allocates): a layout
 * @input: what is drawn
 * @axis: the scale of the values
 *
 * Decides where everything goes.
 */
void
accord_chance_layout_init (AccordChanceLayout *self, const AccordChanceInput *input, const AccordAxis *axis)
{
  double gap = GAP * input->scale;
  guint rows;

  *self = (AccordChanceLayout){ 0 };
  accord_axis_init (&self->plot.axis, 0, 1, 6, 0.01);
  self->plot.left = input->tick > 0 ? input->tick + gap : MARGIN * input->scale;
  self->plot.right = MAX (input->width - MARGIN * input->scale, self->plot.left + LEAST_PLOT);
  for (guint i = 0; i < input->n_flags; i++)
    self->flags[i] =
        (AccordFlag){ accord_chance_layout_x (self, axis, input->flag_value[i]), input->flag_width[i], 0, 0 };
  rows = accord_plot_place_flags (self->flags, input->n_flags, 0, input->width, 2 * gap);
  self->plot.top = rows * input->line_height + gap;
  self->plot.bottom = self->plot.top + accord_plot_height (input->width, input->scale);
  self->height = self->plot.bottom + gap + input->line_height;
}
