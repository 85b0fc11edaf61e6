/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/multiples-layout.h"

/* All at the usual size of text. */
#define NARROWEST 236
#define WIDEST 440
#define WIDEST_ALONE 760
#define MOST_COLUMNS 4
#define GAP 24
#define WIDEST_BAR 18
#define NARROWEST_BAR 3
#define BAR_SHARE 0.7
#define FARTHEST 1e300

/**
 * accord_multiples_grid_init:
 * @self: a grid
 * @n_panels: how many panels there are
 * @width: how wide the drawing is, in pixels
 * @scale: how large the text is, 1 for the usual size
 *
 * Decides how many panels stand side by side.
 */
void
accord_multiples_grid_init (AccordMultiplesGrid *self, guint n_panels, double width, double scale)
{
  int most = MIN ((int) MAX (n_panels, 1), MOST_COLUMNS);

  g_return_if_fail (self != NULL);

  self->scale = scale;
  self->gap = GAP * scale;
  self->columns = CLAMP ((int) ((width + self->gap) / (NARROWEST * scale + self->gap)), 1, most);
  self->panel_width = (width - (self->columns - 1) * self->gap) / self->columns;
  self->panel_width = CLAMP (self->panel_width, 0, (n_panels == 1 ? WIDEST_ALONE : WIDEST) * scale);
}

/**
 * accord_multiples_grid_place:
 * @self: a grid
 * @index: which panel
 * @panel_height: how high each is
 * @x: (out): its left
 * @y: (out): its top
 */
void
accord_multiples_grid_place (const AccordMultiplesGrid *self, guint index, double panel_height, double *x,
                             double *y)
{
  *x = (index % self->columns) * (self->panel_width + self->gap);
  *y = (index / self->columns) * (panel_height + self->gap);
}

double
accord_multiples_grid_height (const AccordMultiplesGrid *self, guint n_panels, double panel_height)
{
  guint rows = (n_panels + self->columns - 1) / self->columns;

  return rows > 0 ? rows * panel_height + (rows - 1) * self->gap : 0;
}

/* A text may hold more digits than a number can. */
static double
tame (double value)
{
  return CLAMP (value, -FARTHEST, FARTHEST);
}

/* Divided first: the two ends may be so far apart that their distance is no number. */
static double
y_of (double value, double low, double per_pixel, double bottom)
{
  return bottom - (tame (value) / per_pixel - low / per_pixel);
}

static void
find_range (const AccordMultiplesInput *input, double *low, double *high)
{
  *low = *high = 0;
  for (guint i = 0; i < input->n_points; i++)
    {
      *low = MIN (*low, tame (input->points[i].value));
      *high = MAX (*high, tame (input->points[i].value));
    }
  if (input->has_baseline)
    {
      *low = MIN (*low, tame (input->baseline));
      *high = MAX (*high, tame (input->baseline));
    }
  if (input->has_target)
    {
      *low = MIN (*low, tame (input->target));
      *high = MAX (*high, tame (input->target));
    }
  if (*low == *high)
    *high = *low + 1;
}

/* Bars stand where their days are, as wide as the closest two let them be. */
static double
find_bar_width (const AccordMultiplesInput *input, double plot_width, double scale)
{
  double days = MAX (input->until - input->from, 1);
  double closest = plot_width;

  for (guint i = 1; i < input->n_points; i++)
    closest = MIN (closest, (input->points[i].day - input->points[i - 1].day) / days
                                * (plot_width - WIDEST_BAR * scale));
  return MIN (closest * BAR_SHARE, WIDEST_BAR * scale);
}

static void
place_bars (const AccordMultiplesInput *input, double bar_width, double low, double per_pixel, double bottom,
            double zero_y, double plot_width, AccordMultiplesBar *bars)
{
  double days = input->until - input->from;

  for (guint i = 0; i < input->n_points; i++)
    {
      double part = days > 0 ? CLAMP ((input->points[i].day - input->from) / days, 0, 1) : 0.5;

      bars[i].width = bar_width;
      bars[i].x = part * (plot_width - bar_width);
      bars[i].end_x = bars[i].x + bar_width / 2;
      bars[i].end_y = y_of (input->points[i].value, low, per_pixel, bottom);
      bars[i].y = MIN (bars[i].end_y, zero_y);
      bars[i].height = ABS (zero_y - bars[i].end_y);
    }
}

/* Two that would touch are moved apart as far as each of them must be. */
static void
part_labels (const AccordMultiplesInput *input, double line_height, AccordMultiplesPanel *panel)
{
  double half = line_height / 2, top = half, bottom = panel->plot_height - half;
  double *upper = &panel->baseline_label_y, *lower = &panel->target_label_y;

  panel->baseline_label_y = CLAMP (panel->baseline_y, top, MAX (top, bottom));
  panel->target_label_y = CLAMP (panel->target_y, top, MAX (top, bottom));
  if (!input->has_baseline || !input->has_target)
    return;
  if (*upper > *lower)
    {
      upper = &panel->target_label_y;
      lower = &panel->baseline_label_y;
    }
  if (*lower - *upper < line_height)
    {
      double middle = CLAMP ((*upper + *lower) / 2, top + half, MAX (top + half, bottom - half));

      *upper = middle - half;
      *lower = middle + half;
    }
}

/**
 * accord_multiples_place:
 * @input: what a panel shows
 * @plot_width: how wide its plot is
 * @plot_height: how high its plot is
 * @line_height: how high a line of small text is; above the highest bar there is room for one
 * @scale: how large the text is
 * @panel: (out): where its lines and their words go
 * @bars: (out caller-allocates) (array): where its values go, one for each point
 *
 * Lays out a plot whose scale always holds nought.
 */
void
accord_multiples_place (const AccordMultiplesInput *input, double plot_width, double plot_height,
                        double line_height, double scale, AccordMultiplesPanel *panel,
                        AccordMultiplesBar *bars)
{
  double low, high, per_pixel, bottom, bar_width;

  find_range (input, &low, &high);
  bottom = low < 0 ? plot_height - line_height : plot_height;
  per_pixel = high / (bottom - line_height) - low / (bottom - line_height);
  panel->plot_width = plot_width;
  panel->plot_height = plot_height;
  panel->zero_y = bottom + low / per_pixel;
  panel->baseline_y = y_of (input->baseline, low, per_pixel, bottom);
  panel->target_y = y_of (input->target, low, per_pixel, bottom);
  part_labels (input, line_height, panel);
  bar_width = find_bar_width (input, plot_width, scale);
  panel->dense = bar_width < NARROWEST_BAR * scale;
  place_bars (input, panel->dense ? 1 : bar_width, low, per_pixel, bottom, panel->zero_y, plot_width, bars);
}
