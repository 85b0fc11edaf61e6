/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exact-math.h"

#include <math.h>
#include <string.h>

/* ln 2 in two parts; the first has few enough digits that its product with an exponent is exact. */
#define LN2_HIGH 0x1.62e42fefa3800p-1
#define LN2_LOW 0x1.ef35793c76730p-45
#define LOG2_E 0x1.71547652b82fep+0
#define ROOT_HALF 0x1.6a09e667f3bcdp-1
#define ONE_OVER_ROOT_TWO_PI 0x1.9884533d43651p-2

#define SIGNIFICAND_BITS 52
#define EXPONENT_BIAS 1023

/* exp() of these is beyond what a double holds with all its digits. */
#define LEAST_EXPONENT (-708.0)
#define GREATEST_EXPONENT 709.0

/* Beyond it no double tells the tail of the normal distribution from nought. */
#define FARTHEST 37.5

/* From here on the tail is worked out on its own; nearer, as what is left of a half. */
#define TAIL 2.5
#define TAIL_TERMS 90

static double
from_bits (guint64 bits)
{
  double value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

static guint64
to_bits (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits;
}

static inline double
polynomial (const double *coefficients, guint n, double x)
{
  double sum = coefficients[n - 1];

  for (guint i = n - 1; i-- > 0;)
    sum = sum * x + coefficients[i];
  return sum;
}

/**
 * accord_exact_log:
 * @x: a number above nought that has all its digits (not subnormal)
 *
 * The natural logarithm: of the significand m, √½ ≤ m < √2, by the series 2 (s + s³/3 + s⁵/5 + …) in
 * s = (m − 1) ÷ (m + 1), |s| < 0.1716; what is left out is below 10⁻¹⁷ of it.
 *
 * Returns: ln x
 */
double
accord_exact_log (double x)
{
  static const double series[] = { 1.0,      1.0 / 3,  1.0 / 5,  1.0 / 7,  1.0 / 9, 1.0 / 11,
                                   1.0 / 13, 1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21 };
  const guint64 bits = to_bits (x);
  int exponent = (int) (bits >> SIGNIFICAND_BITS) - EXPONENT_BIAS + 1;
  double m = from_bits ((bits & ((G_GUINT64_CONSTANT (1) << SIGNIFICAND_BITS) - 1))
                        | ((guint64) (EXPONENT_BIAS - 1) << SIGNIFICAND_BITS));
  double s;

  g_return_val_if_fail (x > 0.0 && exponent > 1 - EXPONENT_BIAS, 0.0);
  if (m < ROOT_HALF)
    {
      m *= 2.0;
      exponent--;
    }
  s = (m - 1.0) / (m + 1.0);
  return exponent * LN2_HIGH
         + (2.0 * s * polynomial (series, G_N_ELEMENTS (series), s * s) + exponent * LN2_LOW);
}

/**
 * accord_exact_exp:
 * @x: a number
 *
 * The exponential function: of what is left of @x beside whole multiples of ln 2, at most 0.3466, by its
 * Taylor series up to the 14th power; what is left out is below 10⁻¹⁸ of it.
 *
 * Returns: eˣ; 0 below −708, and e⁷⁰⁹ above 709, so that it is never infinite
 */
double
accord_exact_exp (double x)
{
  static const double series[] = { 1.0,
                                   1.0,
                                   1.0 / 2,
                                   1.0 / 6,
                                   1.0 / 24,
                                   1.0 / 120,
                                   1.0 / 720,
                                   1.0 / 5040,
                                   1.0 / 40320,
                                   1.0 / 362880,
                                   1.0 / 3628800,
                                   1.0 / 39916800,
                                   1.0 / 479001600,
                                   1.0 / 6227020800.0,
                                   1.0 / 87178291200.0 };
  const double bounded = MIN (x, GREATEST_EXPONENT);
  const int whole = (int) (bounded * LOG2_E + (bounded < 0 ? -0.5 : 0.5));
  const double rest = (bounded - whole * LN2_HIGH) - whole * LN2_LOW;

  if (x < LEAST_EXPONENT)
    return 0.0;
  return polynomial (series, G_N_ELEMENTS (series), rest)
         * from_bits ((guint64) (whole + EXPONENT_BIAS) << SIGNIFICAND_BITS);
}

/**
 * accord_exact_normal_density:
 * @z: a number
 *
 * Returns: the density of the standard normal distribution at @z
 */
double
accord_exact_normal_density (double z)
{
  return ONE_OVER_ROOT_TWO_PI * accord_exact_exp (-0.5 * z * z);
}

/* Laplace's continued fraction of the tail beyond z: φ(z) ÷ (z + 1 ÷ (z + 2 ÷ (z + 3 ÷ …))). */
static double
tail_beyond (double z)
{
  double fraction = z;

  for (guint i = TAIL_TERMS; i > 0; i--)
    fraction = z + i / fraction;
  return accord_exact_normal_density (z) / fraction;
}

/* What lies between 0 and z: φ(z) (z + z³ ÷ 3 + z⁵ ÷ (3 × 5) + …), every term above nought. */
static double
within (double z)
{
  double term = z, sum = z;

  for (guint i = 3; term > sum * 0x1p-56; i += 2)
    {
      term *= z * z / i;
      sum += term;
    }
  return accord_exact_normal_density (z) * sum;
}

/**
 * accord_exact_normal_below:
 * @z: a number
 *
 * Returns: the part of the standard normal distribution below @z, with a relative error under 10⁻¹³ in the
 * tail below
 */
double
accord_exact_normal_below (double z)
{
  if (z < -FARTHEST)
    return 0.0;
  if (z < -TAIL)
    return tail_beyond (-z);
  if (z < 0)
    return 0.5 - within (-z);
  return z <= TAIL ? 0.5 + within (z) : z > FARTHEST ? 1.0 : 1.0 - tail_beyond (z);
}

/* M. J. Wichura (1988), Algorithm AS 241: The Percentage Points of the Normal Distribution, Applied
 * Statistics 37, 477–484: the coefficients of PPND16, in three ranges. */
static const double middle_over[] = { 3.3871328727963666080e0,  1.3314166789178437745e+2,
                                      1.9715909503065514427e+3, 1.3731693765509461125e+4,
                                      4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                      3.3430575583588128105e+4, 2.5090809287301226727e+3 };
static const double middle_under[] = { 1.0,
                                       4.2313330701600911252e+1,
                                       6.8718700749205790830e+2,
                                       5.3941960214247511077e+3,
                                       2.1213794301586595867e+4,
                                       3.9307895800092710610e+4,
                                       2.8729085735721942674e+4,
                                       5.2264952788528545610e+3 };
static const double near_over[] = { 1.42343711074968357734e0,  4.63033784615654529590e0,
                                    5.76949722146069140550e0,  3.64784832476320460504e0,
                                    1.27045825245236838258e0,  2.41780725177450611770e-1,
                                    2.27238449892691845833e-2, 7.74545014278341407640e-4 };
static const double near_under[] = { 1.0,
                                     2.05319162663775882187e0,
                                     1.67638483018380384940e0,
                                     6.89767334985100004550e-1,
                                     1.48103976427480074590e-1,
                                     1.51986665636164571966e-2,
                                     5.47593808499534494600e-4,
                                     1.05075007164441684324e-9 };
static const double far_over[] = { 6.65790464350110377720e0,  5.46378491116411436990e0,
                                   1.78482653991729133580e0,  2.96560571828504891230e-1,
                                   2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                   2.71155556874348757815e-5, 2.01033439929228813265e-7 };
static const double far_under[] = { 1.0,
                                    5.99832206555887937690e-1,
                                    1.36929880922735805310e-1,
                                    1.48753612908506148525e-2,
                                    7.86869131145613259100e-4,
                                    1.84631831751005468180e-5,
                                    1.42151175831644588870e-7,
                                    2.04426310338993978564e-15 };

static inline double
ratio (const double *over, const double *under, double x)
{
  return polynomial (over, 8, x) / polynomial (under, 8, x);
}

/* Nearer to the middle than this the first range holds. */
#define MIDDLE 0.425
#define MIDDLE_SQUARE 0.180625

static inline double
middle_quantile (double from_middle)
{
  return from_middle * ratio (middle_over, middle_under, MIDDLE_SQUARE - from_middle * from_middle);
}

static double
outer_quantile (double p)
{
  const double r = sqrt (-accord_exact_log (p < 0.5 ? p : 1.0 - p));
  const double z = r <= 5.0 ? ratio (near_over, near_under, r - 1.6) : ratio (far_over, far_under, r - 5.0);

  return p < 0.5 ? -z : z;
}

/**
 * accord_exact_normal_quantile:
 * @p: a part of the distribution, above 0 and below 1
 *
 * Returns: the number that the part @p of the standard normal distribution lies below, with a relative error
 *   under 10⁻¹⁵
 */
double
accord_exact_normal_quantile (double p)
{
  g_return_val_if_fail (p > 0.0 && p < 1.0, 0.0);
  return fabs (p - 0.5) <= MIDDLE ? middle_quantile (p - 0.5) : outer_quantile (p);
}

/**
 * accord_exact_normal_quantiles:
 * @parts: (array length=n): parts of the distribution, above 0 and below 1
 * @normals: (out) (array length=n): accord_exact_normal_quantile() of each
 * @n: how many
 *
 * Does the middle for all, which can be done for several at once, and then the others again.
 */
void
accord_exact_normal_quantiles (const double *restrict parts, double *restrict normals, guint n)
{
  for (guint i = 0; i < n; i++)
    normals[i] = middle_quantile (parts[i] - 0.5);
  for (guint i = 0; i < n; i++)
    if (!(fabs (parts[i] - 0.5) <= MIDDLE))
      normals[i] = outer_quantile (parts[i]);
}
