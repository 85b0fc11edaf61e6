/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-curve.h"

#include "exact-math.h"

#include <math.h>

/* The Hermite series is taken from values at eight points to one standard deviation, as far as six. */
#define POINTS_A_DEVIATION 8
#define FARTHEST_POINT (6 * POINTS_A_DEVIATION)
#define N_POINTS (2 * FARTHEST_POINT + 1)

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
  self->mean = (self->low + 4.0 * likely + high) / 6.0;
  self->variance = (self->mean - self->low) * (high - self->mean) / 7.0;
}

/**
 * accord_curve_init:
 * @self: (out): a curve; free what it has with accord_curve_clear()
 * @spread: a sound spread
 *
 * Finds the moments of what a line is multiplied by.
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

/**
 * accord_curve_prepare:
 * @self: a curve
 *
 * Makes it ready to be drawn, which takes some time where there is a table to be made.
 */
void
accord_curve_prepare (AccordCurve *self)
{
  if (self->shape == ACCORD_SPREAD_PERT && self->pert == NULL)
    self->pert = accord_pert_new (self->peak);
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
 * @self: a prepared curve
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
 * @self: a prepared curve
 * @parts: (array length=n): parts of it, each above 0 and below 1
 * @values: (out) (array length=n): the multiples that they lie below
 * @n: how many
 */
void
accord_curve_fill (const AccordCurve *self, const double *restrict parts, double *restrict values, guint n)
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
      accord_exact_normal_quantiles (parts, values, n);
      for (guint i = 0; i < n; i++)
        values[i] = self->mean + self->span * values[i];
      break;
    case ACCORD_SPREAD_UNIFORM:
      for (guint i = 0; i < n; i++)
        values[i] = self->low + self->span * parts[i];
      break;
    }
}

/**
 * accord_curve_fill_normal:
 * @self: a prepared curve
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

struct _AccordHermite
{
  double parts[N_POINTS];
  double terms[N_POINTS][ACCORD_CURVE_TERMS];
};

AccordHermite *
accord_hermite_new (void)
{
  AccordHermite *self = g_new (AccordHermite, 1);
  double below[ACCORD_CURVE_TERMS], above[ACCORD_CURVE_TERMS];

  for (guint k = 0; k < ACCORD_CURVE_TERMS; k++)
    {
      below[k] = sqrt (k + 1);
      above[k] = 1.0 / sqrt (k + 2);
    }
  for (guint i = 0; i < N_POINTS; i++)
    {
      const double z = ((double) i - FARTHEST_POINT) / POINTS_A_DEVIATION;
      double before = accord_exact_normal_density (z) / POINTS_A_DEVIATION, term = z * before;

      self->parts[i] = accord_exact_normal_below (z);
      for (guint k = 0; k < ACCORD_CURVE_TERMS; k++)
        {
          const double next = (z * term - below[k] * before) * above[k];

          self->terms[i][k] = term;
          before = term;
          term = next;
        }
    }
  return self;
}

void
accord_hermite_free (AccordHermite *self)
{
  g_free (self);
}

/**
 * accord_curve_expand:
 * @self: a prepared curve
 * @hermite: polynomials
 * @terms: (out): of its Hermite series, from the first
 *
 * Takes the multiple as a function of a standard normal number apart into Hermite polynomials of norm 1:
 * multiples of two curves whose normal numbers have the correlation r then have the covariance Σ rᵏ aₖ bₖ.
 * (F. G. Mehler 1866.)
 */
void
accord_curve_expand (const AccordCurve *self, const AccordHermite *hermite, double terms[ACCORD_CURVE_TERMS])
{
  for (guint k = 0; k < ACCORD_CURVE_TERMS; k++)
    terms[k] = 0.0;
  if (self->shape == ACCORD_SPREAD_NORMAL)
    {
      terms[0] = self->span;
      return;
    }
  for (guint i = 0; i < N_POINTS; i++)
    {
      const double value = accord_curve_at (self, hermite->parts[i]) - self->mean;

      for (guint k = 0; k < ACCORD_CURVE_TERMS; k++)
        terms[k] += value * hermite->terms[i][k];
    }
}
