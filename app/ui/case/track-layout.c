/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/track-layout.h"

#define RADIUS 8.0
#define LEAST_COLUMN 128.0
#define GAP 14.0
#define BELOW_GLYPH 9.0
#define BESIDE_GLYPH 14.0
#define BETWEEN_ROWS 14.0

/**
 * accord_track_layout:
 * @n_steps: how many steps
 * @width: how much room there is, in pixels
 * @scale: how large the desktop's text is
 *
 * Returns: how the steps stand and where their words wrap, before anybody knows how high the words are
 */
AccordTrackLayout
accord_track_layout (guint n_steps, double width, double scale)
{
  AccordTrackLayout self = { 0 };

  self.radius = RADIUS * scale;
  self.upright = n_steps > 0 && width / n_steps < LEAST_COLUMN * scale;
  if (self.upright)
    self.text_width = width - 2 * self.radius - BESIDE_GLYPH * scale;
  else if (n_steps > 0)
    self.text_width = width / n_steps - GAP * scale;
  self.text_width = MAX (self.text_width, 1);
  return self;
}

static void
place_beside (const AccordTrackLayout *self, guint index, guint n_steps, double height, double width,
              double scale, AccordTrackStep *step)
{
  step->x = width / n_steps * index;
  step->y = 0;
  step->width = width / n_steps - GAP * scale;
  step->height = height;
  step->glyph_x = step->x + self->radius + 1;
  step->glyph_y = self->radius + 1;
  step->text_x = step->x;
  step->text_y = 2 * self->radius + 2 + BELOW_GLYPH * scale;
  step->text_width = self->text_width;
}

static void
place_below (const AccordTrackLayout *self, double top, double text_height, double width, double scale,
             AccordTrackStep *step)
{
  step->x = 0;
  step->y = top;
  step->width = width;
  step->height = MAX (text_height, 2 * self->radius + 2);
  step->glyph_x = self->radius + 1;
  step->glyph_y = top + self->radius + 1;
  step->text_x = 2 * self->radius + BESIDE_GLYPH * scale;
  step->text_y = top;
  step->text_width = self->text_width;
}

/**
 * accord_track_place:
 * @self: by accord_track_layout() for the same number, width and scale
 * @n_steps: how many steps
 * @text_heights: (array length=n_steps): how high the words of each are, wrapped at the layout's width
 * @width: how much room there is, in pixels
 * @scale: how large the desktop's text is
 * @steps: (out caller-allocates) (array length=n_steps): where each stands
 *
 * Places the steps, and says how high all of them are.
 */
void
accord_track_place (AccordTrackLayout *self, guint n_steps, const double *text_heights, double width,
                    double scale, AccordTrackStep *steps)
{
  double highest = 0, top = 0;

  for (guint i = 0; i < n_steps; i++)
    highest = MAX (highest, text_heights[i]);
  self->height = n_steps > 0 ? 2 * self->radius + 2 + BELOW_GLYPH * scale + highest : 0;
  for (guint i = 0; i < n_steps; i++)
    {
      if (self->upright)
        place_below (self, top, text_heights[i], width, scale, &steps[i]);
      else
        place_beside (self, i, n_steps, self->height, width, scale, &steps[i]);
      top = steps[i].y + steps[i].height + BETWEEN_ROWS * scale;
    }
  if (self->upright)
    self->height = top - BETWEEN_ROWS * scale;
}
