/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-sequence.h"
#include "risk-sobol.h"

#include <math.h>
#include <string.h>

#define BLOCK ACCORD_SEQUENCE_BLOCK

static const AccordDrawMethod methods[] = { ACCORD_DRAW_SOBOL, ACCORD_DRAW_LATIN_HYPERCUBE,
                                            ACCORD_DRAW_RANDOM };

static double *
fill_all (const AccordSequence *self, guint dimension, guint n_blocks)
{
  double *numbers = g_new (double, n_blocks *BLOCK);

  for (guint block = 0; block < n_blocks; block++)
    accord_sequence_fill (self, dimension, block, numbers + block * BLOCK);
  return numbers;
}

/* How many primitive polynomials of each degree there are: φ(2^d − 1) ÷ d. */
static void
test_polynomials (void)
{
  static const guint counts[] = { 0, 1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176 };
  guint found[G_N_ELEMENTS (counts) + 1] = { 0 };

  for (guint32 p = accord_sobol_next_polynomial (0); p < 1u << G_N_ELEMENTS (counts);
       p = accord_sobol_next_polynomial (p))
    found[g_bit_storage (p) - 1]++;
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (found[i], ==, counts[i]);
}

/* In every dimension the first 2^k numbers are one in each of 2^k equal parts; scrambled or not. */
static void
test_sobol_each (void)
{
  g_autoptr (AccordSequence) sequence =
      accord_sequence_new (ACCORD_DRAW_SOBOL, g_test_rand_int (), 4096, ACCORD_SOBOL_DIMENSIONS);

  for (guint d = 0; d < ACCORD_SOBOL_DIMENSIONS; d++)
    {
      g_autofree double *numbers = fill_all (sequence, d, 16);

      for (guint bits = 6; bits <= 12; bits += 3)
        {
          g_autofree gboolean *seen = g_new0 (gboolean, 1u << bits);

          for (guint i = 0; i < 1u << bits; i++)
            {
              const guint part = (guint) (numbers[i] * (1u << bits));

              g_assert_false (seen[part]);
              seen[part] = TRUE;
            }
        }
    }
}

/* Whether any rows of the two dimensions' matrices, so many of the first of each, are independent over 2^k
 * points. */
static gboolean
are_independent (const AccordSobolColumns *one, guint n_one, const AccordSobolColumns *other, guint n_other,
                 guint k)
{
  guint32 basis[32] = { 0 };

  for (guint i = 0; i < n_one + n_other; i++)
    {
      const AccordSobolColumns *of = i < n_one ? one : other;
      const guint digit = i < n_one ? i : i - n_one;
      guint32 row = 0;

      for (guint column = 0; column < k; column++)
        row |= (of->columns[column] >> (31 - digit) & 1) << column;
      for (; row != 0 && basis[g_bit_storage (row) - 1] != 0; row ^= basis[g_bit_storage (row) - 1])
        ;
      if (row == 0)
        return FALSE;
      basis[g_bit_storage (row) - 1] = row;
    }
  return TRUE;
}

static guint
find_quality (const AccordSobolColumns *one, const AccordSobolColumns *other, guint k)
{
  for (guint strength = k; strength > 0; strength--)
    {
      gboolean all = TRUE;

      for (guint i = 0; i <= strength && all; i++)
        all = are_independent (one, i, other, strength - i, k);
      if (all)
        return k - strength;
    }
  return k;
}

/* Pairs of dimensions are as even as they were found to be when the initial numbers were chosen. */
static void
test_sobol_pairs (void)
{
  g_autofree AccordSobolColumns *dimensions = g_new (AccordSobolColumns, ACCORD_SOBOL_DIMENSIONS);
  guint sum = 0, n = 0;

  accord_sobol_fill (dimensions, ACCORD_SOBOL_DIMENSIONS);
  g_assert_cmpuint (find_quality (&dimensions[0], &dimensions[1], 10), ==, 0);
  for (guint i = 1; i < 64; i++)
    for (guint k = 0; k < i; k++)
      {
        const guint quality = find_quality (&dimensions[i], &dimensions[k], 10);

        g_assert_cmpuint (quality, <=, 7);
        sum += quality;
        n++;
      }
  g_test_message ("mean t of %u pairs: %.3f", n, (double) sum / n);
  g_assert_cmpfloat ((double) sum / n, <, 2.7);
}

/* Exactly one draw in each of n equal parts. */
static void
test_latin (void)
{
  static const guint sizes[] = { 1, 2, 3, 100, 257, 10000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (AccordSequence) sequence =
          accord_sequence_new (ACCORD_DRAW_LATIN_HYPERCUBE, g_test_rand_int (), sizes[s], 3);
      g_autofree double *numbers = fill_all (sequence, 2, (sizes[s] + BLOCK - 1) / BLOCK);
      g_autofree gboolean *seen = g_new0 (gboolean, sizes[s]);

      for (guint i = 0; i < sizes[s]; i++)
        {
          const guint part = (guint) (numbers[i] * sizes[s]);

          g_assert_cmpuint (part, <, sizes[s]);
          g_assert_false (seen[part]);
          seen[part] = TRUE;
        }
    }
}

/* Even in each dimension, and any two of them (with what is on hand of one draw before) unrelated. */
static void
test_even (void)
{
  enum
  {
    N = 40 * 256
  };

  for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
    {
      g_autoptr (AccordSequence) sequence = accord_sequence_new (methods[m], 20261122, N, 300);
      g_autofree double *last = fill_all (sequence, 299, 40);

      for (guint d = 0; d < 299; d += 13)
        {
          g_autofree double *numbers = fill_all (sequence, d, 40);
          double sum = 0, with = 0, after = 0;

          for (guint i = 0; i < N; i++)
            {
              g_assert_true (numbers[i] > 0 && numbers[i] < 1);
              sum += numbers[i];
              with += (numbers[i] - 0.5) * (last[i] - 0.5);
              after += i > 0 ? (numbers[i] - 0.5) * (last[i - 1] - 0.5) : 0;
            }
          g_assert_cmpfloat (fabs (sum / N - 0.5), <=, 4.5 * sqrt (1.0 / 12 / N));
          g_assert_cmpfloat (fabs (with / N * 12), <=, 4.5 / sqrt (N));
          g_assert_cmpfloat (fabs (after / N * 12), <=, 4.5 / sqrt (N));
        }
    }
}

/* A number depends on nothing but seed, draw and dimension: not on how many dimensions there are, nor on what
 * was asked for before; and another seed gives others. */
static void
test_stateless (void)
{
  for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
    {
      g_autoptr (AccordSequence) one = accord_sequence_new (methods[m], 7, 5000, 12);
      g_autoptr (AccordSequence) other = accord_sequence_new (methods[m], 7, 5000, 200);
      g_autoptr (AccordSequence) seeded = accord_sequence_new (methods[m], 8, 5000, 12);
      double first[BLOCK], second[BLOCK], third[BLOCK];
      guint same = 0;

      accord_sequence_fill (one, 11, 9, first);
      accord_sequence_fill (other, 100, 3, second);
      accord_sequence_fill (other, 11, 9, second);
      accord_sequence_fill (seeded, 11, 9, third);
      g_assert_cmpmem (first, sizeof first, second, sizeof second);
      for (guint i = 0; i < BLOCK; i++)
        same += first[i] == third[i];
      g_assert_cmpuint (same, <, 4);
    }
}

/* Known to the last bit, here as on any other machine. */
static void
test_known (void)
{
  static const double known[G_N_ELEMENTS (methods)][2] = { { 0x1.1c2ac63ap-2, 0x1.57db9571p-1 },
                                                           { 0x1.ef599a6dda6b5p-3, 0x1.7feded17d0903p-1 },
                                                           { 0x1.4a087c57b3c17p-1, 0x1.fa3e370eeef4bp-1 } };

  for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
    {
      g_autoptr (AccordSequence) sequence = accord_sequence_new (methods[m], 42, 10000, 8);
      double numbers[BLOCK];

      accord_sequence_fill (sequence, 5, 38, numbers);
      g_test_message ("%a %a", numbers[0], numbers[255]);
      g_assert_cmpfloat (numbers[0], ==, known[m][0]);
      g_assert_cmpfloat (numbers[255], ==, known[m][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/sequence/polynomials", test_polynomials);
  g_test_add_func ("/appraisal/sequence/sobol-each", test_sobol_each);
  g_test_add_func ("/appraisal/sequence/sobol-pairs", test_sobol_pairs);
  g_test_add_func ("/appraisal/sequence/latin", test_latin);
  g_test_add_func ("/appraisal/sequence/even", test_even);
  g_test_add_func ("/appraisal/sequence/stateless", test_stateless);
  g_test_add_func ("/appraisal/sequence/known", test_known);
  return g_test_run ();
}
