/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/risk-layout.h"

/* All at the usual size of text. */
#define NARROWEST_BESIDE 560
#define WORDS_SHARE 0.46
#define WIDEST_WORDS 420
#define GAP 24
/* Half of the largest mark, so that none is cut off at either end. */
#define INSET 9
#define KEY_HEIGHT 24
#define AXIS_HEIGHT 20
#define SCALE_HEIGHT 24
#define PADDING 8

/**
 * accord_risk_frame_init:
 * @self: a frame
 * @width: how wide the drawing is, in pixels
 * @scale: how large the text is, 1 for the usual size
 *
 * Decides on the columns: words beside the scale where there is room, else above it.
 */
void
accord_risk_frame_init (AccordRiskFrame *self, double width, double scale)
{
  double inset = INSET * scale;

  g_return_if_fail (self != NULL);

  self->width = MAX (width, 4 * inset);
  self->scale = scale;
  self->stacked = self->width < NARROWEST_BESIDE * scale;
  self->words_width = self->stacked ? self->width : MIN (self->width * WORDS_SHARE, WIDEST_WORDS * scale);
  self->left = inset + (self->stacked ? 0 : self->words_width + GAP * scale);
  self->right = self->width - inset;
  self->key_height = KEY_HEIGHT * scale;
  self->axis_height = AXIS_HEIGHT * scale;
}

/**
 * accord_risk_frame_x:
 * @self: a frame
 * @score: from 1 to 25
 *
 * Returns: where the score is on the scale, in pixels from the left
 */
double
accord_risk_frame_x (const AccordRiskFrame *self, int score)
{
  double part =
      (double) (CLAMP (score, ACCORD_RISK_LEAST_SCORE, ACCORD_RISK_MOST_SCORE) - ACCORD_RISK_LEAST_SCORE)
      / (ACCORD_RISK_MOST_SCORE - ACCORD_RISK_LEAST_SCORE);

  return self->left + part * (self->right - self->left);
}

/**
 * accord_risk_frame_place:
 * @self: a frame
 * @words_heights: (array length=n_rows): how high the words of each row are at the frame's width for them
 * @n_rows: how many rows
 * @places: (out caller-allocates) (nullable) (array length=n_rows): where each goes
 *
 * Returns: how high the drawing is
 */
double
accord_risk_frame_place (const AccordRiskFrame *self, const double *words_heights, guint n_rows,
                         AccordRiskPlace *places)
{
  double y = self->key_height + self->axis_height;

  for (guint i = 0; i < n_rows; i++)
    {
      double words = words_heights[i], axis = SCALE_HEIGHT * self->scale, padding = PADDING * self->scale;
      double inside = self->stacked ? words + axis : MAX (words, axis);

      if (places != NULL)
        {
          places[i].y = y;
          places[i].height = inside + 2 * padding;
          places[i].words_y = self->stacked ? y + padding : y + padding + (inside - words) / 2;
          places[i].axis_y = self->stacked ? y + padding + words + axis / 2 : y + padding + inside / 2;
        }
      y += inside + 2 * padding;
    }
  return y;
}
