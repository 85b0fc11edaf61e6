/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-curve.h"

#include "exact-math.h"

/* Sixteen steps to one standard deviation, from −8.25 to 0, with the polynomials of the fifth degree that
 * have the values and the first two derivatives of both ends. The sixth derivative of the distribution is
 * below 6, so that the error is below 6 ÷ 16⁶ ÷ 46,080 = 8 × 10⁻¹². Beyond −8.2 the part is less than the
 * last bit of 1. */
#define STEPS_A_DEVIATION 16
#define FARTHEST 8.2
#define N_STEPS 132
#define DEGREE 5

struct _AccordNormalTable
{
  double steps[N_STEPS][DEGREE + 1];
};

/* The polynomial in parts of the step from z to the next. */
static void
fill_step (double *c, double z, double below, double next_below)
{
  const double h = 1.0 / STEPS_A_DEVIATION;
  const double density = accord_exact_normal_density (z), next = accord_exact_normal_density (z + h);
  const double bend = -z * density * h * h, next_bend = -(z + h) * next * h * h;
  double value, slope, rest;

  c[0] = below;
  c[1] = h * density;
  c[2] = 0.5 * bend;
  value = next_below - (c[0] + c[1] + c[2]);
  slope = h * next - (c[1] + 2.0 * c[2]);
  rest = next_bend - 2.0 * c[2];
  c[3] = 10.0 * value - 4.0 * slope + 0.5 * rest;
  c[4] = -15.0 * value + 7.0 * slope - rest;
  c[5] = 6.0 * value - 3.0 * slope + 0.5 * rest;
}

AccordNormalTable *
accord_normal_table_new (void)
{
  AccordNormalTable *self = g_new (AccordNormalTable, 1);
  double below = 0.5;

  for (guint i = 0; i < N_STEPS; i++)
    {
      const double z = -((double) (i + 1) / STEPS_A_DEVIATION);
      const double next = below;

      below = accord_exact_normal_below (z);
      fill_step (self->steps[i], z, below, next);
    }
  return self;
}

void
accord_normal_table_free (AccordNormalTable *self)
{
  g_free (self);
}

/**
 * accord_normal_table_below:
 * @self: the table
 * @z: a number; beyond ±8.2 it counts as that
 *
 * Returns: the part of the standard normal distribution below @z to within 10⁻¹¹, above 0 and below 1
 */
double
accord_normal_table_below (const AccordNormalTable *self, double z)
{
  const double far = MIN (z < 0 ? -z : z, FARTHEST) * STEPS_A_DEVIATION;
  const guint i = (guint) far;
  const double t = 1.0 - (far - i);
  const double *c = self->steps[i];
  const double below = c[0] + t * (c[1] + t * (c[2] + t * (c[3] + t * (c[4] + t * c[5]))));

  return z < 0 ? below : 1.0 - below;
}
