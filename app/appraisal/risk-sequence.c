/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-sequence.h"

#include "risk-mix.h"
#include "risk-sobol.h"

#define BLOCK_BITS 8
#define SHUFFLE_ROUNDS 4

struct _AccordSequence
{
  AccordDrawMethod method;
  guint64 seed;
  guint n_draws;
  guint n_columns;
  AccordSobolColumns *columns;
  guint32 *shifts;
};

/* What is kept apart by its own numbers. */
typedef enum
{
  FOR_SCRAMBLE,
  FOR_SHIFT,
  FOR_SHUFFLE,
  FOR_PLACE,
  FOR_RANDOM,
} Purpose;

static guint64
key_of (const AccordSequence *self, Purpose purpose, guint dimension)
{
  return accord_mix_pair (accord_mix_pair (self->seed, purpose), dimension);
}

/* The columns times a lower triangular matrix of random binary digits with ones on its diagonal: each digit
 * of a number has digits before it added, at random, which leaves the sequence as even as it was. (J.
 * Matoušek 1998, On the L2-discrepancy for anchored boxes.) */
static void
scramble (AccordSobolColumns *self, guint64 key)
{
  AccordSobolColumns plain = *self;

  for (guint k = 0; k < ACCORD_SOBOL_BITS; k++)
    self->columns[k] = 0;
  for (guint digit = 0; digit < ACCORD_SOBOL_BITS; digit++)
    {
      const guint32 place = 1u << (ACCORD_SOBOL_BITS - 1 - digit);
      const guint32 before = ~(2 * place - 1);
      const guint32 row = ((guint32) accord_mix_pair (key, digit) & before) | place;

      for (guint k = 0; k < ACCORD_SOBOL_BITS; k++)
        if (__builtin_parity (plain.columns[k] & row))
          self->columns[k] |= place;
    }
}

/**
 * accord_sequence_new:
 * @method: how the numbers are spread
 * @seed: of them
 * @n_draws: how many draws there will be
 * @n_dimensions: in how many dimensions
 *
 * Dimensions of a Sobol sequence from %ACCORD_SOBOL_DIMENSIONS on are independent random numbers.
 *
 * Returns: (transfer full): the sequence
 */
AccordSequence *
accord_sequence_new (AccordDrawMethod method, guint64 seed, guint n_draws, guint n_dimensions)
{
  AccordSequence *self = g_new0 (AccordSequence, 1);

  self->method = method;
  self->seed = seed;
  self->n_draws = n_draws;
  if (method != ACCORD_DRAW_SOBOL)
    return self;
  self->n_columns = MIN (n_dimensions, ACCORD_SOBOL_DIMENSIONS);
  self->columns = g_new (AccordSobolColumns, self->n_columns);
  self->shifts = g_new (guint32, self->n_columns);
  accord_sobol_fill (self->columns, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      scramble (&self->columns[i], key_of (self, FOR_SCRAMBLE, i));
      self->shifts[i] = (guint32) key_of (self, FOR_SHIFT, i);
    }
  return self;
}

void
accord_sequence_free (AccordSequence *self)
{
  g_free (self->columns);
  g_free (self->shifts);
  g_free (self);
}

/* The number of a draw is the exclusive or of the columns of its binary digits: those of the block once, and
 * those within it by doubling. */
static void
fill_sobol (const AccordSequence *self, guint dimension, guint block, double *numbers)
{
  const guint32 *columns = self->columns[dimension].columns;
  guint32 values[ACCORD_SEQUENCE_BLOCK];

  values[0] = self->shifts[dimension];
  for (guint k = BLOCK_BITS; block >> (k - BLOCK_BITS) != 0; k++)
    if (block >> (k - BLOCK_BITS) & 1)
      values[0] ^= columns[k];
  for (guint k = 0; k < BLOCK_BITS; k++)
    for (guint i = 0; i < 1u << k; i++)
      values[(1u << k) + i] = values[i] ^ columns[k];
  for (guint i = 0; i < ACCORD_SEQUENCE_BLOCK; i++)
    numbers[i] = (values[i] + 0.5) * 0x1p-32;
}

/* A shuffle of the numbers below a power of two, each step of which can be undone, gone on with from where it
 * leads while that is not below n: a shuffle of the numbers below n. */
static guint
shuffle (const guint32 *keys, guint n, guint bits, guint index)
{
  const guint mask = (1u << bits) - 1;
  guint value = index;

  do
    for (guint i = 0; i < SHUFFLE_ROUNDS; i++)
      {
        value = (value + keys[2 * i]) & mask;
        value = (value * (keys[2 * i + 1] | 1)) & mask;
        value ^= value >> (bits / 2 + 1);
      }
  while (value >= n);
  return value;
}

/* One draw in each of n equal parts, in a shuffled order, somewhere in its part. */
static void
fill_latin (const AccordSequence *self, guint dimension, guint block, double *numbers)
{
  const guint64 shuffling = key_of (self, FOR_SHUFFLE, dimension);
  const guint64 placing = key_of (self, FOR_PLACE, dimension);
  const guint bits = MAX (g_bit_storage (self->n_draws - 1), 2);
  guint32 keys[2 * SHUFFLE_ROUNDS];

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    keys[i] = (guint32) (accord_mix_pair (shuffling, i) >> 32);
  for (guint i = 0; i < ACCORD_SEQUENCE_BLOCK; i++)
    {
      const guint draw = block * ACCORD_SEQUENCE_BLOCK + i;
      const double place = ((guint32) accord_mix_pair (placing, draw) + 0.5) * 0x1p-32;

      numbers[i] =
          draw < self->n_draws ? (shuffle (keys, self->n_draws, bits, draw) + place) / self->n_draws : place;
    }
}

static void
fill_random (const AccordSequence *self, guint dimension, guint block, double *numbers)
{
  const guint64 key = key_of (self, FOR_RANDOM, dimension);

  for (guint i = 0; i < ACCORD_SEQUENCE_BLOCK; i++)
    numbers[i] = ((accord_mix_pair (key, (guint64) block * ACCORD_SEQUENCE_BLOCK + i) >> 12) + 0.5) * 0x1p-52;
}

/**
 * accord_sequence_fill:
 * @self: a sequence
 * @dimension: which dimension
 * @block: which block of draws: from draw @block × %ACCORD_SEQUENCE_BLOCK on
 * @numbers: (out): above 0 and below 1; those beyond the number of draws mean nothing
 *
 * Fills a block of draws. May be called by several threads.
 */
void
accord_sequence_fill (const AccordSequence *self, guint dimension, guint block,
                      double numbers[ACCORD_SEQUENCE_BLOCK])
{
  if (self->method == ACCORD_DRAW_LATIN_HYPERCUBE)
    fill_latin (self, dimension, block, numbers);
  else if (dimension < self->n_columns)
    fill_sobol (self, dimension, block, numbers);
  else
    fill_random (self, dimension, block, numbers);
}
