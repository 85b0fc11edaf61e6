/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/positions-layout.h"

/* At the usual size of text. */
#define NARROWEST 250.0
#define GAP 24.0
#define PLOT_HEIGHT 110.0
#define TICK_GAP 6.0
#define YEAR_GAP 8.0
#define LEAST_PLOT 60.0
#define WIDEST_BAR 22.0
#define MOST_COLUMNS 3
#define BAR_SHARE 0.66

static guint
count_rows (guint n_panels, guint columns)
{
  return (n_panels + columns - 1) / columns;
}

/* As many as there is room for, but no more than fill the rows evenly: two and two, not three and one. */
static guint
choose_columns (const AccordPositionsInput *input, double gap)
{
  guint room = (guint) ((input->width + gap) / (NARROWEST * input->scale + gap));
  guint columns = CLAMP (room, 1, MIN (input->n_panels, MOST_COLUMNS));

  while (columns > 1 && count_rows (input->n_panels, columns - 1) == count_rows (input->n_panels, columns))
    columns--;
  return columns;
}

/**
 * accord_positions_layout_init:
 * @self: (out caller-allocates): a layout
 * @input: what the panels hold
 * @axis: the scale that all of them share
 *
 * Decides how panels of one size fill a width.
 */
void
accord_positions_layout_init (AccordPositionsLayout *self, const AccordPositionsInput *input,
                              const AccordAxis *axis)
{
  double scale = input->scale, spacing, rows;

  self->gap = GAP * scale;
  self->columns = choose_columns (input, self->gap);
  self->panel_width = (input->width - (self->columns - 1) * self->gap) / self->columns;
  self->plot.axis = *axis;
  self->plot.left = input->tick + TICK_GAP * scale;
  self->plot.right = MAX (self->panel_width - TICK_GAP * scale, self->plot.left + LEAST_PLOT);
  self->plot.top = input->head_height + input->line_height * 0.75;
  self->plot.bottom = self->plot.top + PLOT_HEIGHT * scale;
  self->panel_height = self->plot.bottom + YEAR_GAP * scale + input->line_height;
  spacing = accord_plot_spacing (&self->plot, input->n_years);
  self->bar = CLAMP (spacing * BAR_SHARE, 1, WIDEST_BAR * scale);
  self->year_step = accord_axis_year_step (input->n_years, spacing, input->year + 2 * TICK_GAP * scale);
  rows = count_rows (input->n_panels, self->columns);
  self->height = rows * self->panel_height + (rows - 1) * self->gap;
}

/**
 * accord_positions_layout_place:
 * @self: a layout
 * @index: which panel
 * @x: (out): its left
 * @y: (out): its top
 */
void
accord_positions_layout_place (const AccordPositionsLayout *self, guint index, double *x, double *y)
{
  *x = (index % self->columns) * (self->panel_width + self->gap);
  *y = (index / self->columns) * (self->panel_height + self->gap);
}
