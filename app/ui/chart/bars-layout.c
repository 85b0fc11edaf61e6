/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/bars-layout.h"

#define BAR 13.0
#define BETWEEN_BARS 3.0
#define BETWEEN_ROWS 13.0
#define GAP 12.0
#define LEAST_PLOT 40.0
/* A value that would be shorter still has a line. */
#define SHORTEST 1.5

static gint64
find_most (const AccordBarsPair *pairs, guint n_pairs)
{
  gint64 most = 0;

  for (guint i = 0; i < n_pairs; i++)
    most = MAX (MAX (most, pairs[i].first), MAX (pairs[i].second, pairs[i].extent));
  return most;
}

/* The smallest of 1, 2 and 5 times a power of ten of which few enough reach @most. */
static gint64
find_step (gint64 most)
{
  static const gint64 steps[] = { 1, 2, 5 };

  for (gint64 power = 1; power <= G_MAXINT64 / 100; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      if (most / (steps[i] * power) < ACCORD_BARS_MAX_TICKS)
        return steps[i] * power;
  return G_MAXINT64;
}

static void
place_ticks (AccordBarsLayout *self, gint64 most)
{
  gint64 step = find_step (most);

  for (gint64 n = 0; n <= most / step && most > 0; n++)
    {
      AccordBarsTick tick = { n * step,
                              self->left + (self->right - self->left) * ((double) (n * step) / most) };

      g_array_append_val (self->ticks, tick);
    }
}

static AccordFlowBox
make_bar (const AccordBarsLayout *self, gint64 value, gint64 most, double y, double height)
{
  double width = 0;

  if (value > 0)
    width = MAX ((self->right - self->left) * ((double) value / most), SHORTEST);
  return (AccordFlowBox){ self->left, y, width, height };
}

/**
 * accord_bars_layout_new:
 * @pairs: (array length=n_pairs): what is compared
 * @n_pairs: how many
 * @width: of the whole, in pixels
 * @scale: how large the text is, 1 for the usual size
 * @label: the width of the words before the bars
 * @figure: the width of the words behind the longest
 *
 * Decides where everything goes. Lengths are in proportion to the values, from nought, but for the shortest,
 * which still have a line.
 *
 * Returns: (transfer full): the layout
 */
AccordBarsLayout *
accord_bars_layout_new (const AccordBarsPair *pairs, guint n_pairs, double width, double scale, double label,
                        double figure)
{
  AccordBarsLayout *self = g_new0 (AccordBarsLayout, 1);
  gint64 most = find_most (pairs, n_pairs);
  double bar = BAR * scale, row = 2 * bar + BETWEEN_BARS * scale;

  self->rows = g_array_new (FALSE, FALSE, sizeof (AccordBarsRow));
  self->ticks = g_array_new (FALSE, FALSE, sizeof (AccordBarsTick));
  self->left = label + GAP * scale;
  self->right = MAX (width - figure - GAP * scale, self->left + LEAST_PLOT);
  for (guint i = 0; i < n_pairs; i++)
    {
      double y = i * (row + BETWEEN_ROWS * scale), second = y + bar + BETWEEN_BARS * scale;
      AccordBarsRow one = { y, row, make_bar (self, pairs[i].first, most, y, bar),
                            make_bar (self, pairs[i].second, most, second, bar),
                            make_bar (self, pairs[i].extent, most, second, bar) };

      g_array_append_val (self->rows, one);
      self->height = y + row;
    }
  place_ticks (self, most);
  return self;
}

void
accord_bars_layout_free (AccordBarsLayout *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->ticks);
  g_free (self);
}
