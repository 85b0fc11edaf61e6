/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-pert.h"

#include "exact-math.h"

#include <math.h>
#include <string.h>

/* Terms of the power series; at most ½ to the power of it is left out. */
#define TERMS 56

/* Quantiles are kept where p is a half, and from there down to 2^-15 at eight points in every octave, so that
 * the step is at most an eighth of p, and interpolated between by the polynomials of the fifth degree that
 * have their values and first two derivatives at both ends. The error of one is at most h⁶ max|x⁽⁶⁾| ÷
 * 46,080, where h is the step. Near an end x is as p to the power of 1 ÷ α, with 1 ≤ α ≤ 5, whose sixth
 * derivative times p⁶ is at most 60 x: with h = p ÷ 8 that is 5 × 10⁻⁹ x. The table is held against
 * accord_pert_solve() in the tests, for all peaks: the error stays below 10⁻⁸ of the range, and a greater p
 * has a greater quantile. */
#define OCTAVES 14
#define STEPS_BITS 3
#define STEPS (1u << STEPS_BITS)
#define N_STEPS (OCTAVES * STEPS)
#define LEAST_P 0x1p-15
#define DEGREE 5

#define SIGNIFICAND_BITS 52

/* One end of the distribution: distances from that end, by how much of the distribution is nearer. */
typedef struct
{
  double near_power;
  double far_power;
  double near_series[TERMS];
  double far_series[TERMS];
  double whole;
  double steps[N_STEPS][DEGREE + 1];
} End;

struct _AccordPert
{
  End ends[2];
};

/* A quantile, and its first three derivatives by p. */
typedef struct
{
  double x;
  double first;
  double second;
  double third;
} Node;

/* ∫₀ˣ t^(a − 1) (1 − t)^(b − 1) dt = xᵃ Σ cₙ xⁿ ÷ (a + n), where c₀ = 1 and cₙ₊₁ = cₙ (n + 1 − b) ÷ (n + 1).
 */
static void
fill_series (double *series, double a, double b)
{
  double c = 1.0;

  for (guint n = 0; n < TERMS; n++)
    {
      series[n] = c / (a + n);
      c *= (n + 1 - b) / (n + 1);
    }
}

/* Of an x up to a half. */
static double
sum_series (const double *series, double power, double x)
{
  double sum = 0.0;

  if (x <= 0.0)
    return 0.0;
  for (guint n = x < 0x1p-4 ? TERMS / 4 : x < 0x1p-2 ? TERMS / 2 : TERMS; n-- > 0;)
    sum = sum * x + series[n];
  return sum * accord_exact_exp (power * accord_exact_log (x));
}

static double
end_below (const End *self, double x)
{
  if (x <= 0.5)
    return sum_series (self->near_series, self->near_power, x) / self->whole;
  return 1.0 - sum_series (self->far_series, self->far_power, 1.0 - x) / self->whole;
}

static double
end_density (const End *self, double x)
{
  return accord_exact_exp ((self->near_power - 1.0) * accord_exact_log (x)
                           + (self->far_power - 1.0) * accord_exact_log (1.0 - x))
         / self->whole;
}

/* The derivative of the logarithm of the density. */
static double
end_slope (const End *self, double x)
{
  return (self->near_power - 1.0) / x - (self->far_power - 1.0) / (1.0 - x);
}

/* One step of Halley's method towards the x that p is below. */
static double
end_improve (const End *self, double x, double p)
{
  const double newton = (end_below (self, x) - p) / end_density (self, x);
  const double step = newton / (1.0 - 0.5 * newton * end_slope (self, x));
  const double next = x - step;

  return next <= 0.0 ? 0.5 * x : next >= 1.0 ? 0.5 * (1.0 + x) : next;
}

static Node
end_node (const End *self, double x)
{
  const double near = (self->near_power - 1.0) / (x * x);
  const double far = (self->far_power - 1.0) / ((1.0 - x) * (1.0 - x));
  const double slope = end_slope (self, x);
  const double first = 1.0 / end_density (self, x);

  return (Node){ x, first, -slope * first * first,
                 (2.0 * slope * slope + near + far) * first * first * first };
}

/* The median of a beta distribution is near (α − ⅓) ÷ (α + β − ⅔). */
static double
end_median (const End *self)
{
  double x = (self->near_power - 1.0 / 3) / (self->near_power + self->far_power - 2.0 / 3);

  for (guint i = 0; i < 4; i++)
    x = end_improve (self, x, 0.5);
  return x;
}

/* The polynomial between two nodes a step apart, in parts of the step from the first. */
static void
fill_step (double *c, const Node *low, const Node *high, double step)
{
  const double square = step * step;
  double value, slope, bend;

  c[0] = low->x;
  c[1] = step * low->first;
  c[2] = 0.5 * square * low->second;
  value = high->x - (c[0] + c[1] + c[2]);
  slope = step * high->first - (c[1] + 2.0 * c[2]);
  bend = square * high->second - 2.0 * c[2];
  c[3] = 10.0 * value - 4.0 * slope + 0.5 * bend;
  c[4] = -15.0 * value + 7.0 * slope - bend;
  c[5] = 6.0 * value - 3.0 * slope + 0.5 * bend;
}

/* From the median down: each node is foretold by the three derivatives of the one above, and then improved.
 */
static void
fill_steps (End *self)
{
  Node high = end_node (self, end_median (self));
  double p = 0.5;

  for (guint i = N_STEPS; i-- > 0;)
    {
      const double step = LEAST_P * (1u << (i / STEPS)) / STEPS;
      const double foretold =
          high.x - step * (high.first - step * (high.second / 2.0 - step * high.third / 6.0));
      Node low;

      p -= step;
      low = end_node (self, end_improve (self, CLAMP (foretold, 0.5 * high.x, high.x), p));
      fill_step (self->steps[i], &low, &high, step);
      high = low;
    }
}

static void
end_init (End *self, double a, double b)
{
  self->near_power = a;
  self->far_power = b;
  fill_series (self->near_series, a, b);
  fill_series (self->far_series, b, a);
  self->whole = sum_series (self->near_series, a, 0.5) + sum_series (self->far_series, b, 0.5);
  fill_steps (self);
}

/* Near the end p is xᵃ ÷ (a B). */
static double
end_solve (const End *self, double p)
{
  double x = accord_exact_exp (accord_exact_log (p * self->near_power * self->whole) / self->near_power);

  if (x >= 0.25)
    x = end_median (self);
  for (guint i = 0; i < 40; i++)
    {
      const double next = end_improve (self, x, p);

      /* A step of this method leaves about the cube of the error before it. */
      if (fabs (next - x) <= 0x1p-18 * x)
        return next;
      x = next;
    }
  return x;
}

/* The bits of a double are its octave and where it stands in it. */
static double
end_look_up (const End *self, double p)
{
  const double least = LEAST_P;
  guint64 bits, least_bits;
  const double *c;
  double t;
  guint i;

  if (p < LEAST_P)
    return end_solve (self, p);
  memcpy (&bits, &p, sizeof bits);
  memcpy (&least_bits, &least, sizeof least_bits);
  i = (guint) ((bits - least_bits) >> (SIGNIFICAND_BITS - STEPS_BITS));
  if (i >= N_STEPS)
    {
      i = N_STEPS - 1;
      t = 1.0;
    }
  else
    t = (double) (bits & ((G_GUINT64_CONSTANT (1) << (SIGNIFICAND_BITS - STEPS_BITS)) - 1))
        * (1.0 / (double) (G_GUINT64_CONSTANT (1) << (SIGNIFICAND_BITS - STEPS_BITS)));
  c = self->steps[i];
  return c[0] + t * (c[1] + t * (c[2] + t * (c[3] + t * (c[4] + t * c[5]))));
}

/**
 * accord_pert_new:
 * @peak: the most likely value, 0 to 1
 *
 * Returns: (transfer full): the distribution
 */
AccordPert *
accord_pert_new (double peak)
{
  AccordPert *self;

  g_return_val_if_fail (peak >= 0.0 && peak <= 1.0, NULL);
  self = g_new (AccordPert, 1);
  end_init (&self->ends[0], 1.0 + 4.0 * peak, 5.0 - 4.0 * peak);
  end_init (&self->ends[1], 5.0 - 4.0 * peak, 1.0 + 4.0 * peak);
  return self;
}

void
accord_pert_free (AccordPert *self)
{
  g_free (self);
}

/**
 * accord_pert_below:
 * @self: a distribution
 * @x: a number, 0 to 1
 *
 * Returns: the part of the distribution below @x
 */
double
accord_pert_below (const AccordPert *self, double x)
{
  g_return_val_if_fail (x >= 0.0 && x <= 1.0, 0.0);
  return end_below (&self->ends[0], x);
}

/**
 * accord_pert_quantile:
 * @self: a distribution
 * @p: a part of it, above 0 and below 1
 *
 * Returns: the number that the part @p lies below, to within 10⁻⁸, from the table
 */
double
accord_pert_quantile (const AccordPert *self, double p)
{
  return p <= 0.5 ? end_look_up (&self->ends[0], p) : 1.0 - end_look_up (&self->ends[1], 1.0 - p);
}

/**
 * accord_pert_solve:
 * @self: a distribution
 * @p: a part of it, above 0 and below 1
 *
 * Returns: the number that the part @p lies below, as near as doubles go; takes a hundred times as long as
 *   accord_pert_quantile()
 */
double
accord_pert_solve (const AccordPert *self, double p)
{
  g_return_val_if_fail (p > 0.0 && p < 1.0, 0.0);
  return p <= 0.5 ? end_solve (&self->ends[0], p) : 1.0 - end_solve (&self->ends[1], 1.0 - p);
}
