/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-linear.h"

#include <math.h>
#include <string.h>

/* The primal simplex method with bounded variables and an explicit inverse, which is small: there are few
 * limits and many things. What comes out is a guide only: whoever uses the prices works out in whole numbers
 * what they prove, and any prices prove something. So a programme that does not end in time is left where it
 * is. */

#define TINY 1e-10
#define ITERATIONS_A_THING 20u

typedef enum
{
  OUT,
  IN,
  BASIC,
} Place;

/* Variables from n on are what is left of each limit. */
typedef struct
{
  const AccordLinear *linear;
  Place *places;
  guint *basis;
  double *inverse;
  double *amounts;
  double *gains;
  double *column;
} Simplex;

/* Prices of the basis, and what each thing would gain beyond them. */
static void
price (Simplex *self)
{
  const AccordLinear *linear = self->linear;
  const guint n = linear->n, m = linear->m;

  for (guint i = 0; i < m; i++)
    {
      linear->prices[i] = 0.0;
      for (guint k = 0; k < m; k++)
        if (self->basis[k] < n)
          linear->prices[i] += linear->profits[self->basis[k]] * self->inverse[k * m + i];
    }
  memcpy (self->gains, linear->profits, n * sizeof (double));
  for (guint i = 0; i < m; i++)
    {
      const double *row = linear->rows + (gsize) i * n;
      const double one = linear->prices[i];

      if (one != 0.0)
        for (guint j = 0; j < n; j++)
          self->gains[j] -= one * row[j];
      self->gains[n + i] = -one;
    }
}

/* Returns: the variable that gains most by leaving its bound, or n + m */
static guint
choose_entering (const Simplex *self)
{
  const guint n = self->linear->n + self->linear->m;
  double most = TINY;
  guint chosen = n;

  for (guint j = 0; j < n; j++)
    {
      const double gain = self->places[j] == OUT  ? self->gains[j]
                          : self->places[j] == IN ? -self->gains[j]
                                                  : 0;

      if (gain > most)
        {
          most = gain;
          chosen = j;
        }
    }
  return chosen;
}

static void
fill_column (Simplex *self, guint entering)
{
  const guint n = self->linear->n, m = self->linear->m;

  for (guint k = 0; k < m; k++)
    {
      self->column[k] = 0.0;
      if (entering >= n)
        self->column[k] = self->inverse[k * m + entering - n];
      else
        for (guint i = 0; i < m; i++)
          self->column[k] += self->inverse[k * m + i] * self->linear->rows[(gsize) i * n + entering];
    }
}

/* How far the entering variable can go before a basic one meets a bound, and which (m: its own other bound).
 */
static double
find_step (const Simplex *self, guint entering, double sign, guint *leaving, Place *at)
{
  const guint n = self->linear->n, m = self->linear->m;
  double step = entering < n ? 1.0 : G_MAXDOUBLE;

  *leaving = m;
  *at = OUT;
  for (guint k = 0; k < m; k++)
    {
      const double fall = sign * self->column[k];
      double room;

      if (fabs (fall) < TINY || (fall < 0 && self->basis[k] >= n))
        continue;
      room = fall > 0 ? self->amounts[k] / fall : (1.0 - self->amounts[k]) / -fall;
      if (room < step)
        {
          step = MAX (room, 0.0);
          *leaving = k;
          *at = fall > 0 ? OUT : IN;
        }
    }
  return step;
}

static void
pivot (Simplex *self, guint leaving)
{
  const guint m = self->linear->m;
  const double by = self->column[leaving];
  double *row = self->inverse + leaving * m;

  for (guint i = 0; i < m; i++)
    row[i] /= by;
  for (guint k = 0; k < m; k++)
    if (k != leaving && self->column[k] != 0.0)
      for (guint i = 0; i < m; i++)
        self->inverse[k * m + i] -= self->column[k] * row[i];
}

static void
move (Simplex *self, guint entering)
{
  const gboolean was_in = self->places[entering] == IN;
  const double sign = was_in ? -1.0 : 1.0;
  guint leaving;
  Place at;
  double step;

  fill_column (self, entering);
  step = find_step (self, entering, sign, &leaving, &at);
  for (guint k = 0; k < self->linear->m; k++)
    self->amounts[k] -= sign * step * self->column[k];
  if (leaving == self->linear->m)
    {
      self->places[entering] = was_in ? OUT : IN;
      return;
    }
  self->places[self->basis[leaving]] = at;
  self->places[entering] = BASIC;
  self->basis[leaving] = entering;
  self->amounts[leaving] = was_in ? 1.0 - step : step;
  pivot (self, leaving);
}

/* Begins with what is likely to be in, as long as there is room for it. */
static void
begin (Simplex *self)
{
  const AccordLinear *linear = self->linear;
  const guint n = linear->n, m = linear->m;

  for (guint i = 0; i < m; i++)
    {
      self->inverse[i * m + i] = 1.0;
      self->amounts[i] = linear->limits[i];
      self->basis[i] = n + i;
      self->places[n + i] = BASIC;
    }
  for (guint j = 0; j < n; j++)
    {
      gboolean fits = linear->near[j];

      for (guint i = 0; i < m && fits; i++)
        fits = linear->rows[(gsize) i * n + j] <= self->amounts[i];
      for (guint i = 0; i < m && fits; i++)
        self->amounts[i] -= linear->rows[(gsize) i * n + j];
      self->places[j] = fits ? IN : OUT;
    }
}

static void
tell (const Simplex *self)
{
  const AccordLinear *linear = self->linear;

  for (guint j = 0; j < linear->n; j++)
    linear->values[j] = self->places[j] == IN ? 1.0 : 0.0;
  for (guint k = 0; k < linear->m; k++)
    if (self->basis[k] < linear->n)
      linear->values[self->basis[k]] = CLAMP (self->amounts[k], 0.0, 1.0);
  for (guint i = 0; i < linear->m; i++)
    linear->prices[i] = MAX (linear->prices[i], 0.0);
}

/**
 * accord_linear_solve:
 * @self: a linear programme whose numbers are of the order of 1
 *
 * Solves it, as nearly as doubles go.
 *
 * Returns: how many steps it took
 */
guint
accord_linear_solve (const AccordLinear *self)
{
  const guint n = self->n, m = self->m, most = ITERATIONS_A_THING * (n + m);
  g_autofree Place *places = g_new0 (Place, n + m);
  g_autofree guint *basis = g_new (guint, m);
  g_autofree double *numbers = g_new0 (double, (gsize) m *(m + 2) + n + m);
  Simplex simplex = { self,
                      places,
                      basis,
                      numbers,
                      numbers + (gsize) m * m,
                      numbers + (gsize) m * (m + 2),
                      numbers + (gsize) m * (m + 1) };
  guint entering, steps = 0;

  begin (&simplex);
  for (price (&simplex); (entering = choose_entering (&simplex)) < n + m && steps < most; price (&simplex))
    {
      move (&simplex, entering);
      steps++;
    }
  tell (&simplex);
  return steps;
}
