/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-curve.h"

#include "exact-math.h"

#include <math.h>

/* The Hermite series is taken from values at eight points to one standard deviation, as far as six. */
#define POINTS_A_DEVIATION 8
#define FARTHEST_POINT (6 * POINTS_A_DEVIATION)

static void
init_triangular (AccordCurve *self, double likely, double high)
{
  const double low = self->low;

  self->mean = (low + likely + high) / 3.0;
  self->variance = ((likely - low) * (likely - low) + (high - low) * (high - likely)) / 18.0;
}

static void
init_pert (AccordCurve *self, double likely, double high)
{
  self->pert = accord_pert_new (self->peak);
  self->mean = (self->low + 4.0 * likely + high) / 6.0;
  self->variance = (self->mean - self->low) * (high - self->mean) / 7.0;
}

/**
 * accord_curve_init:
 * @self: (out): a curve; free what it has with accord_curve_clear()
 * @spread: a sound spread
 *
 * Makes ready what a line is multiplied by.
 */
void
accord_curve_init (AccordCurve *self, const AccordSpread *spread)
{
  const double likely = accord_decimal_to_double (spread->likely);
  const double high = accord_decimal_to_double (spread->high);

  *self = (AccordCurve){ .shape = spread->shape, .low = accord_decimal_to_double (spread->low) };
  self->span = high - self->low;
  if (spread->shape == ACCORD_SPREAD_TRIANGULAR || spread->shape == ACCORD_SPREAD_PERT)
    self->peak = (double) (spread->likely - spread->low) / (double) (spread->high - spread->low);
  switch (spread->shape)
    {
    case ACCORD_SPREAD_NONE:
      self->mean = 1.0;
      break;
    case ACCORD_SPREAD_TRIANGULAR:
      init_triangular (self, likely, high);
      break;
    case ACCORD_SPREAD_PERT:
      init_pert (self, likely, high);
      break;
    case ACCORD_SPREAD_NORMAL:
      self->span = high;
      self->mean = likely;
      self->variance = high * high;
      break;
    case ACCORD_SPREAD_UNIFORM:
      self->mean = self->low + 0.5 * self->span;
      self->variance = self->span * self->span / 12.0;
      break;
    }
}

void
accord_curve_clear (AccordCurve *self)
{
  g_clear_pointer (&self->pert, accord_pert_free);
}

/* p of a triangle between 0 and 1 lies below this. */
static inline double
triangle_at (double peak, double p)
{
  return p < peak ? sqrt (p * peak) : 1.0 - sqrt ((1.0 - p) * (1.0 - peak));
}

/**
 * accord_curve_at:
 * @self: a curve
 * @p: above 0 and below 1
 *
 * Returns: the multiple that the part @p lies below
 */
double
accord_curve_at (const AccordCurve *self, double p)
{
  double value = 0.0;

  accord_curve_fill (self, &p, &value, 1);
  return value;
}

/**
 * accord_curve_fill:
 * @self: a curve
 * @parts: (array length=n): parts of it, each above 0 and below 1
 * @values: (out) (array length=n): the multiples that they lie below
 * @n: how many
 */
void
accord_curve_fill (const AccordCurve *self, const double *parts, double *values, guint n)
{
  switch (self->shape)
    {
    case ACCORD_SPREAD_NONE:
      for (guint i = 0; i < n; i++)
        values[i] = 1.0;
      break;
    case ACCORD_SPREAD_TRIANGULAR:
      for (guint i = 0; i < n; i++)
        values[i] = self->low + self->span * triangle_at (self->peak, parts[i]);
      break;
    case ACCORD_SPREAD_PERT:
      for (guint i = 0; i < n; i++)
        values[i] = self->low + self->span * accord_pert_quantile (self->pert, parts[i]);
      break;
    case ACCORD_SPREAD_NORMAL:
      for (guint i = 0; i < n; i++)
        values[i] = self->mean + self->span * accord_exact_normal_quantile (parts[i]);
      break;
    case ACCORD_SPREAD_UNIFORM:
      for (guint i = 0; i < n; i++)
        values[i] = self->low + self->span * parts[i];
      break;
    }
}

/**
 * accord_curve_fill_normal:
 * @self: a curve
 * @table: of the normal distribution
 * @normals: (inout) (array length=n): numbers of the standard normal distribution; used up
 * @values: (out) (array length=n): the multiples that lie above as much of the curve
 * @n: how many
 */
void
accord_curve_fill_normal (const AccordCurve *self, const AccordNormalTable *table, double *normals,
                          double *values, guint n)
{
  if (self->shape == ACCORD_SPREAD_NORMAL)
    for (guint i = 0; i < n; i++)
      values[i] = self->mean + self->span * normals[i];
  else
    {
      for (guint i = 0; i < n; i++)
        normals[i] = accord_normal_table_below (table, normals[i]);
      accord_curve_fill (self, normals, values, n);
    }
}

/**
 * accord_curve_expand:
 * @self: a curve
 * @terms: (out): of its Hermite series, from the first
 *
 * Takes the multiple as a function of a standard normal number apart into Hermite polynomials of norm 1:
 * multiples of two curves whose normal numbers have the correlation r then have the covariance Σ rᵏ aₖ bₖ.
 * (F. G. Mehler 1866.)
 */
void
accord_curve_expand (const AccordCurve *self, double terms[ACCORD_CURVE_TERMS])
{
  for (guint k = 0; k < ACCORD_CURVE_TERMS; k++)
    terms[k] = 0.0;
  if (self->shape == ACCORD_SPREAD_NORMAL)
    {
      terms[0] = self->span;
      return;
    }
  for (int i = -FARTHEST_POINT; i <= FARTHEST_POINT; i++)
    {
      const double z = (double) i / POINTS_A_DEVIATION;
      const double weight = accord_exact_normal_density (z) / POINTS_A_DEVIATION;
      const double value = (accord_curve_at (self, accord_exact_normal_below (z)) - self->mean) * weight;
      double before = 1.0, hermite = z;

      for (guint k = 0; k < ACCORD_CURVE_TERMS; k++)
        {
          const double next = (z * hermite - sqrt (k + 1) * before) / sqrt (k + 2);

          terms[k] += value * hermite;
          before = hermite;
          hermite = next;
        }
    }
}
