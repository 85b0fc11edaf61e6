/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/plot-layout.h"

/* At the usual size of text. */
#define LOWEST 150.0
#define HIGHEST 240.0
#define SHAPE 0.34

/**
 * accord_plot_y:
 * @self: a plot
 * @value: a value
 *
 * Returns: how far from the top of the drawing it is
 */
double
accord_plot_y (const AccordPlot *self, double value)
{
  return self->bottom - accord_axis_part (&self->axis, value) * (self->bottom - self->top);
}

/**
 * accord_plot_spacing:
 * @self: a plot
 * @n: how many values stand side by side
 *
 * Returns: pixels from one to the next
 */
double
accord_plot_spacing (const AccordPlot *self, guint n)
{
  return (self->right - self->left) / MAX (n, 1);
}

/**
 * accord_plot_x:
 * @self: a plot
 * @index: which value
 * @n: how many stand side by side
 *
 * Returns: the middle of its room
 */
double
accord_plot_x (const AccordPlot *self, guint index, guint n)
{
  return self->left + (index + 0.5) * accord_plot_spacing (self, n);
}

/**
 * accord_plot_height:
 * @width: how wide a drawing is
 * @scale: how large the text is
 *
 * Returns: how high its plot is to be
 */
double
accord_plot_height (double width, double scale)
{
  return CLAMP (width * SHAPE, LOWEST * scale, HIGHEST * scale);
}

static gboolean
is_free (const AccordFlag *flags, guint n_flags, const AccordFlag *flag, guint row, double gap)
{
  for (guint i = 0; i < n_flags; i++)
    if (flags[i].row == row && flag->x < flags[i].x + flags[i].width + gap
        && flags[i].x < flag->x + flag->width + gap)
      return FALSE;
  return TRUE;
}

/**
 * accord_plot_place_flags:
 * @flags: (array length=n_flags) (inout): the most important first
 * @n_flags: how many
 * @left: they are not to begin before this
 * @right: nor to end after this, where there is room
 * @gap: between two in a line
 *
 * Puts flags over what they point to, in as few lines as they need so that none lies on another.
 *
 * Returns: how many lines
 */
guint
accord_plot_place_flags (AccordFlag *flags, guint n_flags, double left, double right, double gap)
{
  guint rows = 0;

  for (guint i = 0; i < n_flags; i++)
    {
      AccordFlag *flag = &flags[i];

      flag->width = MIN (flag->width, MAX (right - left, 0));
      flag->x = CLAMP (flag->at - flag->width / 2, left, MAX (left, right - flag->width));
      for (flag->row = 0; !is_free (flags, i, flag, flag->row, gap);)
        flag->row++;
      rows = MAX (rows, flag->row + 1);
    }
  return rows;
}
