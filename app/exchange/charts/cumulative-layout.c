/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/cumulative-layout.h"

/* At the usual size of text. */
#define GAP 8.0
#define LEAST_PLOT 80.0
#define DOT_ROOM 9.0
/* Words at the ends of the lines take no more of the width than this. */
#define MOST_ENDS 0.26

/* Where there is room the words stand where the lines end; else in a line above all. */
static double
place_ends_across (AccordCumulativeLayout *self, const AccordCumulativeInput *input)
{
  double widest = MAX (input->end[0], input->end[1]), gap = GAP * input->scale;

  self->key_above = widest > input->width * MOST_ENDS;
  if (!self->key_above)
    {
      self->plot.right = input->width - widest - gap;
      for (guint i = 0; i < ACCORD_CUMULATIVE_LINES; i++)
        {
          self->end_x[i] = self->plot.right + gap;
          self->end_width[i] = widest;
        }
      return 0;
    }
  self->plot.right = input->width - gap;
  self->end_width[0] = MIN (input->end[0], input->width / 2 - gap);
  self->end_width[1] = MIN (input->end[1], input->width / 2 - gap);
  self->end_x[1] = self->end_width[0] + 2 * gap;
  return input->end_height + gap;
}

static void
place_ends_down (AccordCumulativeLayout *self, const AccordCumulativeInput *input)
{
  double last[ACCORD_CUMULATIVE_LINES], tops[ACCORD_CUMULATIVE_LINES];
  double heights[ACCORD_CUMULATIVE_LINES] = { input->end_height, input->end_height };
  guint upper;

  if (self->key_above)
    return;
  for (guint i = 0; i < ACCORD_CUMULATIVE_LINES; i++)
    last[i] = self->y[i][input->n_years - 1] - input->end_height / 2;
  upper = last[0] <= last[1] ? 0 : 1;
  tops[0] = last[upper];
  tops[1] = last[1 - upper];
  accord_axis_part_labels (tops, heights, ACCORD_CUMULATIVE_LINES, 0, self->height);
  self->end_y[upper] = tops[0];
  self->end_y[1 - upper] = tops[1];
}

static void
place_flags (AccordCumulativeLayout *self, const AccordCumulativeInput *input)
{
  guint rows;

  for (guint i = 0; i < input->n_flags; i++)
    self->flags[i] = (AccordFlag){ accord_plot_x (&self->plot, input->flag_at[i], input->n_years),
                                   input->flag_width[i], 0, 0 };
  rows = accord_plot_place_flags (self->flags, input->n_flags, 0, input->width, 2 * GAP * input->scale);
  self->plot.top = self->flags_y + rows * input->line_height + (rows > 0 ? GAP * input->scale / 2 : 0)
                   + input->line_height / 2;
}

static void
place_values (AccordCumulativeLayout *self, const AccordCumulativeInput *input)
{
  self->x = g_new (double, input->n_years);
  for (guint i = 0; i < input->n_years; i++)
    self->x[i] = accord_plot_x (&self->plot, i, input->n_years);
  for (guint line = 0; line < ACCORD_CUMULATIVE_LINES; line++)
    {
      self->y[line] = g_new (double, input->n_years);
      for (guint i = 0; i < input->n_years; i++)
        self->y[line][i] = accord_plot_y (&self->plot, input->values[line][i]);
    }
}

/**
 * accord_cumulative_layout_new:
 * @input: what is drawn
 * @axis: a scale that holds all values and nought
 *
 * Returns: (transfer full): where everything goes
 */
AccordCumulativeLayout *
accord_cumulative_layout_new (const AccordCumulativeInput *input, const AccordAxis *axis)
{
  AccordCumulativeLayout *self = g_new0 (AccordCumulativeLayout, 1);
  double gap = GAP * input->scale, spacing;

  self->n_years = input->n_years;
  self->plot.axis = *axis;
  self->flags_y = place_ends_across (self, input);
  self->plot.left = input->tick + gap;
  self->plot.right = MAX (self->plot.right, self->plot.left + LEAST_PLOT);
  place_flags (self, input);
  self->plot.bottom = self->plot.top + accord_plot_height (input->width, input->scale);
  self->height = self->plot.bottom + gap + input->line_height;
  self->zero_y = accord_plot_y (&self->plot, 0);
  spacing = accord_plot_spacing (&self->plot, input->n_years);
  self->year_step = accord_axis_year_step (input->n_years, spacing, input->year + 2 * gap);
  self->dots = spacing >= DOT_ROOM * input->scale;
  place_values (self, input);
  place_ends_down (self, input);
  return self;
}

void
accord_cumulative_layout_free (AccordCumulativeLayout *self)
{
  g_free (self->x);
  for (guint i = 0; i < ACCORD_CUMULATIVE_LINES; i++)
    g_free (self->y[i]);
  g_free (self);
}
