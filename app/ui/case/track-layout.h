/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordTrackStep:
 * @glyph_x: middle of the sign
 * @glyph_y: middle of the sign
 * @text_x: left of the words
 * @text_y: top of the words
 * @text_width: where the words wrap
 * @x: left of the whole step
 * @y: top of the whole step
 * @width: of the whole step
 * @height: of the whole step
 *
 * Where one step stands, in pixels.
 */
typedef struct
{
  double glyph_x;
  double glyph_y;
  double text_x;
  double text_y;
  double text_width;
  double x;
  double y;
  double width;
  double height;
} AccordTrackStep;

/**
 * AccordTrackLayout:
 * @upright: whether the steps stand one below the other, for want of width
 * @radius: of a sign
 * @text_width: where the words of a step wrap
 * @height: of all, once the steps are placed
 *
 * Where the steps of a way stand: side by side where there is room for their words.
 */
typedef struct
{
  gboolean upright;
  double radius;
  double text_width;
  double height;
} AccordTrackLayout;

AccordTrackLayout accord_track_layout (guint n_steps, double width, double scale);
void accord_track_place (AccordTrackLayout *self, guint n_steps, const double *text_heights, double width,
                         double scale, AccordTrackStep *steps);

G_END_DECLS
