/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/bcr-layout.h"

/* At the usual size of text. */
#define BAR 15.0
#define BETWEEN 9.0
#define GAP 8.0
#define LEAST_PLOT 80.0
#define NARROW 480.0
#define MOST_LABEL 0.32
/* The scale holds all bands; a bar that goes on beyond it is cut, so that the others can be read. */
#define LEAST_HIGH 4.8
#define MOST_HIGH 8.0
#define LEAST_LOW -1.0

/* A boundary belongs to the band above. */
const double accord_bcr_edges[ACCORD_BCR_N_EDGES] = { 0, 1, 1.5, 2, 4 };

double
accord_bcr_layout_x (const AccordBcrLayout *self, double bcr)
{
  double part = (CLAMP (bcr, self->low, self->high) - self->low) / (self->high - self->low);

  return self->left + part * (self->right - self->left);
}

/**
 * accord_bcr_layout_is_cut:
 * @self: a layout
 * @bcr: a value
 *
 * Returns: whether the scale does not reach it
 */
gboolean
accord_bcr_layout_is_cut (const AccordBcrLayout *self, double bcr)
{
  return bcr > self->high || bcr < self->low;
}

static void
find_range (AccordBcrLayout *self, const AccordBcrInput *input)
{
  self->low = 0;
  self->high = LEAST_HIGH;
  for (guint i = 0; i < input->n_bars; i++)
    {
      self->low = MIN (self->low, input->values[i]);
      self->high = MAX (self->high, input->values[i]);
    }
  self->low = MAX (self->low, LEAST_LOW);
  self->high = MIN (self->high, MOST_HIGH);
}

static guint
place_bands (AccordBcrLayout *self, const AccordBcrInput *input)
{
  AccordFlag shown[ACCORD_BCR_N_EDGES + 1];
  guint first = self->low < 0 ? 0 : 1, n = 0, rows;

  for (guint i = first; i <= ACCORD_BCR_N_EDGES; i++)
    {
      double from = i > 0 ? MAX (accord_bcr_edges[i - 1], self->low) : self->low;
      double until = i < ACCORD_BCR_N_EDGES ? accord_bcr_edges[i] : self->high;
      double middle = (accord_bcr_layout_x (self, from) + accord_bcr_layout_x (self, until)) / 2;

      shown[n++] = (AccordFlag){ middle, input->band[i], 0, 0 };
    }
  rows = accord_plot_place_flags (shown, n, self->stacked ? 0 : self->left, input->width, GAP * input->scale);
  for (guint i = 0; i < n; i++)
    self->bands[first + i] = shown[i];
  return rows;
}

/**
 * accord_bcr_layout_init:
 * @self: (out caller-allocates): a layout
 * @input: what is drawn
 *
 * Decides where everything goes.
 */
void
accord_bcr_layout_init (AccordBcrLayout *self, const AccordBcrInput *input)
{
  double gap = GAP * input->scale;
  guint rows;

  *self = (AccordBcrLayout){ 0 };
  find_range (self, input);
  self->stacked = input->width < NARROW * input->scale;
  self->label_width = self->stacked ? input->width : MIN (input->label, input->width * MOST_LABEL);
  self->left = self->stacked ? 0 : self->label_width + gap;
  self->right = MAX (input->width - input->figure - gap, self->left + LEAST_PLOT);
  rows = place_bands (self, input);
  self->bar_height = BAR * input->scale;
  self->row_height = self->bar_height + BETWEEN * input->scale + (self->stacked ? input->line_height : 0);
  self->top = rows * input->line_height + gap / 2;
  self->bottom = self->top + BETWEEN * input->scale / 2 + input->n_bars * self->row_height;
  self->height = self->bottom + gap / 2 + input->line_height;
}
