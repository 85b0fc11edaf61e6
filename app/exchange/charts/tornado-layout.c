/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/tornado-layout.h"

/* At the usual size of text. */
#define BAR 16.0
#define BETWEEN 9.0
#define GAP 8.0
#define LEAST_PLOT 60.0
/* Under this width names stand over their bars. */
#define NARROW 480.0
#define MOST_LABEL 0.34
#define MOST_END 0.2
#define MOST_TICKS 6
/* Nought is shown where it is no farther off than this part of all that is drawn. */
#define NEAR_NOUGHT 0.6

static void
find_range (const AccordTornadoInput *input, double *low, double *high)
{
  double room;

  *low = *high = input->base;
  for (guint i = 0; i < input->n_bars; i++)
    {
      *low = MIN (*low, MIN (input->low[i], input->high[i]));
      *high = MAX (*high, MAX (input->low[i], input->high[i]));
    }
  room = (*high - *low) * NEAR_NOUGHT;
  if (*low > 0 && *low <= room)
    *low = 0;
  if (*high < 0 && -*high <= room)
    *high = 0;
}

double
accord_tornado_layout_x (const AccordTornadoLayout *self, double value)
{
  return self->left + accord_axis_part (&self->axis, value) * (self->right - self->left);
}

static void
place_across (AccordTornadoLayout *self, const AccordTornadoInput *input)
{
  double gap = GAP * input->scale, end = MIN (input->end, input->width * MOST_END) + gap;

  self->stacked = input->width < NARROW * input->scale;
  self->label_width = self->stacked ? input->width : MIN (input->label, input->width * MOST_LABEL);
  self->left = (self->stacked ? 0 : self->label_width + gap) + end;
  self->right = MAX (input->width - end, self->left + LEAST_PLOT);
}

static void
place_bar (AccordTornadoLayout *self, const AccordTornadoInput *input, guint index, double y)
{
  AccordTornadoBarPlace *bar = &self->bars[index];

  bar->y = y;
  bar->bar_height = BAR * input->scale;
  bar->label_y = self->stacked ? y : y + (bar->bar_height - input->line_height) / 2;
  bar->bar_y = self->stacked ? y + input->line_height : y;
  bar->height = bar->bar_y + bar->bar_height - y;
  bar->low_x = accord_tornado_layout_x (self, input->low[index]);
  bar->high_x = accord_tornado_layout_x (self, input->high[index]);
  bar->split = (bar->low_x - self->base_x) * (bar->high_x - self->base_x) > 0;
}

/**
 * accord_tornado_layout_new:
 * @input: what is drawn
 *
 * Returns: (transfer full): where everything goes
 */
AccordTornadoLayout *
accord_tornado_layout_new (const AccordTornadoInput *input)
{
  AccordTornadoLayout *self = g_new0 (AccordTornadoLayout, 1);
  double low, high, y;

  find_range (input, &low, &high);
  accord_axis_init_money (&self->axis, low, high, MOST_TICKS);
  place_across (self, input);
  self->base_x = accord_tornado_layout_x (self, input->base);
  self->top = input->head;
  self->bars = g_new0 (AccordTornadoBarPlace, input->n_bars);
  y = self->top + BETWEEN * input->scale;
  for (guint i = 0; i < input->n_bars; i++)
    {
      place_bar (self, input, i, y);
      y += self->bars[i].height + BETWEEN * input->scale;
    }
  self->bottom = y;
  self->height = self->bottom + GAP * input->scale / 2 + input->line_height;
  return self;
}

void
accord_tornado_layout_free (AccordTornadoLayout *self)
{
  g_free (self->bars);
  g_free (self);
}
