/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACCORD_RISK_LEAST_SCORE 1
#define ACCORD_RISK_MOST_SCORE 25

/**
 * AccordRiskFrame:
 * @width: the whole, in pixels
 * @scale: how large the text is
 * @stacked: whether words stand above their scale, and not beside it
 * @words_width: room for the words of a row
 * @left: where the least score is
 * @right: where the highest score is
 * @key_height: room for the key above the rows
 * @axis_height: room for the numbers of the scale, beneath the key
 *
 * The columns of a drawing of risks.
 */
typedef struct
{
  double width;
  double scale;
  gboolean stacked;
  double words_width;
  double left;
  double right;
  double key_height;
  double axis_height;
} AccordRiskFrame;

/**
 * AccordRiskPlace:
 * @y: top of the row
 * @height: of the row
 * @words_y: top of the words
 * @axis_y: the middle of its scale
 *
 * Where one risk is drawn.
 */
typedef struct
{
  double y;
  double height;
  double words_y;
  double axis_y;
} AccordRiskPlace;

void accord_risk_frame_init (AccordRiskFrame *self, double width, double scale);
double accord_risk_frame_x (const AccordRiskFrame *self, int score);
double accord_risk_frame_place (const AccordRiskFrame *self, const double *words_heights, guint n_rows,
                                AccordRiskPlace *places);

G_END_DECLS
