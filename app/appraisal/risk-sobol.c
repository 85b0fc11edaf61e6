/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-sobol.h"

#include "risk-mix.h"

/* Direction numbers of a Sobol sequence. (I. M. Sobol' 1967, On the distribution of points in a cube and the
 * approximate evaluation of integrals.)
 *
 * Each dimension but the first has a primitive polynomial over the field of two elements, the next one in
 * order: of x + 1, x² + x + 1, x³ + x + 1, x³ + x² + 1, …, and, for a polynomial of degree d, any odd initial
 * numbers m₁ < 2, m₂ < 4, …, m_d < 2^d. Polynomials are found here, by their definition: x has order 2^d − 1
 * modulo a primitive one. Initial numbers are mixed from the polynomial and the number of a trial. Which
 * trial was found by trying, dimension by dimension: the one of 400 for which the pairs with all dimensions
 * before it are spread most evenly (the least sum of the squares of the quality parameter t of the first 2^6,
 * 2^8, … 2^14 points). The tests hold the pairs to what was found. */

/* The polynomial x + 1, the first that is used; bit i is the coefficient of x^i. */
#define FIRST_POLYNOMIAL 3u

static const guint16 trials[ACCORD_SOBOL_DIMENSIONS] = {
  0,   0,   0,   0,   6,   30,  3,   346, 155, 364, 249, 73,  70,  135, 43,  158, 46,  5,   352, 216,
  240, 126, 106, 273, 339, 153, 399, 117, 80,  384, 150, 303, 91,  6,   393, 382, 59,  324, 215, 26,
  9,   125, 297, 360, 131, 365, 88,  149, 291, 195, 70,  230, 147, 162, 39,  113, 82,  236, 311, 305,
  368, 93,  31,  208, 7,   139, 324, 180, 15,  185, 114, 383, 58,  87,  149, 18,  283, 175, 74,  277,
  161, 160, 388, 262, 135, 66,  197, 15,  283, 39,  164, 53,  177, 47,  215, 369, 347, 227, 202, 73,
  151, 19,  302, 197, 310, 150, 7,   33,  393, 28,  127, 244, 367, 210, 172, 94,  188, 316, 277, 157,
  309, 264, 220, 391, 277, 387, 168, 180, 274, 119, 104, 48,  5,   88,  304, 307, 269, 22,  187, 303,
  131, 243, 4,   238, 2,   399, 359, 126, 341, 365, 318, 74,  383, 131, 339, 25,  364, 377, 229, 293,
  167, 102, 53,  100, 314, 10,  279, 296, 36,  301, 128, 42,  8,   230, 258, 58,  71,  117, 376, 315,
  56,  59,  113, 276, 153, 240, 298, 36,  150, 181, 198, 378, 47,  58,  2,   158, 330, 153, 159, 12,
  154, 340, 382, 139, 215, 161, 74,  194, 159, 199, 150, 64,  24,  167, 192, 214, 168, 144, 96,  209,
  350, 7,   382, 149, 207, 99,  343, 355, 106, 276, 181, 79,  281, 30,  182, 260, 41,  297, 123, 283,
  3,   129, 137, 98,  331, 199, 296, 307, 108, 324, 393, 98,  230, 247, 7,   264,
};

static guint
degree_of (guint32 polynomial)
{
  return g_bit_storage (polynomial) - 1;
}

/* Whether the powers of x modulo the polynomial come to 1 after 2^d − 1 steps, and not before. */
static gboolean
is_primitive (guint32 polynomial)
{
  const guint32 top = 1u << degree_of (polynomial);
  guint32 power = 1, steps = 0;

  do
    {
      power <<= 1;
      if (power & top)
        power ^= polynomial;
      steps++;
    }
  while (power > 1);
  return power == 1 && steps == top - 1;
}

/**
 * accord_sobol_next_polynomial:
 * @polynomial: a polynomial over the field of two elements; bit i is the coefficient of x^i. 0 for none
 *
 * Returns: the primitive polynomial next in order
 */
guint32
accord_sobol_next_polynomial (guint32 polynomial)
{
  if (polynomial < FIRST_POLYNOMIAL)
    return FIRST_POLYNOMIAL;
  do
    polynomial += 2;
  while (!is_primitive (polynomial));
  return polynomial;
}

/**
 * accord_sobol_fill_trial:
 * @dimension: (out): what is filled
 * @polynomial: a primitive polynomial
 * @trial: which initial numbers
 *
 * Makes the columns of one dimension: mₖ = 2 a₁ mₖ₋₁ ⊕ 4 a₂ mₖ₋₂ ⊕ … ⊕ 2^d mₖ₋d ⊕ mₖ₋d.
 */
void
accord_sobol_fill_trial (AccordSobolColumns *dimension, guint32 polynomial, guint trial)
{
  const guint degree = degree_of (polynomial);
  guint32 *v = dimension->columns;

  for (guint k = 0; k < ACCORD_SOBOL_BITS; k++)
    if (k < degree)
      {
        const guint64 mixed = accord_mix_pair (polynomial, (guint64) trial * ACCORD_SOBOL_BITS + k);
        const guint32 initial = ((guint32) mixed & ((2u << k) - 1)) | 1;

        v[k] = initial << (ACCORD_SOBOL_BITS - 1 - k);
      }
    else
      {
        v[k] = v[k - degree] ^ (v[k - degree] >> degree);
        for (guint i = 1; i < degree; i++)
          if (polynomial >> (degree - i) & 1)
            v[k] ^= v[k - i];
      }
}

/**
 * accord_sobol_fill:
 * @dimensions: (out) (array length=n_dimensions): what is filled
 * @n_dimensions: how many, %ACCORD_SOBOL_DIMENSIONS at most
 *
 * Makes the columns of the first dimensions.
 */
void
accord_sobol_fill (AccordSobolColumns *dimensions, guint n_dimensions)
{
  guint32 polynomial = 0;

  g_return_if_fail (n_dimensions <= ACCORD_SOBOL_DIMENSIONS);
  for (guint i = 0; i < n_dimensions; i++)
    if (i == 0)
      for (guint k = 0; k < ACCORD_SOBOL_BITS; k++)
        dimensions[0].columns[k] = 1u << (ACCORD_SOBOL_BITS - 1 - k);
    else
      {
        polynomial = accord_sobol_next_polynomial (polynomial);
        accord_sobol_fill_trial (&dimensions[i], polynomial, trials[i]);
      }
}
