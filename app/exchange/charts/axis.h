/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ACCORD_AXIS_MAX_TICKS:
 *
 * More gridlines than this are no help.
 */
#define ACCORD_AXIS_MAX_TICKS 9

/**
 * AccordAxis:
 * @low: where it begins: its first tick
 * @high: where it ends: its last tick, above @low
 * @step: between two ticks
 * @n_ticks: how many, at least two
 * @ticks: their values, ascending; nought is one of them where it lies between the ends
 *
 * A scale with round numbers.
 */
typedef struct
{
  double low;
  double high;
  double step;
  guint n_ticks;
  double ticks[ACCORD_AXIS_MAX_TICKS];
} AccordAxis;

void accord_axis_init (AccordAxis *self, double low, double high, guint most, double least_step);
void accord_axis_init_money (AccordAxis *self, double low, double high, guint most);
double accord_axis_part (const AccordAxis *self, double value);
gint64 accord_axis_pence (double pence);
char *accord_axis_dup_money (double pence);
char *accord_axis_dup_year (int base_year, guint year);
guint accord_axis_year_step (guint n_years, double spacing, double label);
void accord_axis_part_labels (double *tops, const double *heights, guint n, double top, double bottom);

G_END_DECLS
