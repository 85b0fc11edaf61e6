/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-sort.h"

#include <string.h>

#define DIGIT_BITS 11
#define DIGITS 6
#define VALUES (1u << DIGIT_BITS)
#define SIGN (G_GUINT64_CONSTANT (1) << 63)

/* The bits of a double as a whole number in the order of the doubles. */
static inline guint64
to_key (double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  return bits & SIGN ? ~bits : bits | SIGN;
}

static inline guint
digit_of (guint64 key, guint digit)
{
  return (guint) (key >> (digit * DIGIT_BITS)) & (VALUES - 1);
}

static void
count_digits (const double *numbers, guint n, guint counts[DIGITS][VALUES])
{
  memset (counts, 0, sizeof (guint) * DIGITS * VALUES);
  for (guint i = 0; i < n; i++)
    {
      const guint64 key = to_key (numbers[i]);

      for (guint digit = 0; digit < DIGITS; digit++)
        counts[digit][digit_of (key, digit)]++;
    }
}

/* Lays the numbers out by one digit. Returns: whether there was more than one value of it */
static gboolean
lay_out (const double *from, double *to, guint n, guint digit, guint *counts)
{
  guint at = 0;

  if (counts[digit_of (to_key (from[0]), digit)] == n)
    return FALSE;
  for (guint i = 0; i < VALUES; i++)
    {
      const guint count = counts[i];

      counts[i] = at;
      at += count;
    }
  for (guint i = 0; i < n; i++)
    to[counts[digit_of (to_key (from[i]), digit)]++] = from[i];
  return TRUE;
}

/**
 * accord_sort_doubles:
 * @numbers: (inout) (array length=n): numbers, none of them a NaN
 * @scratch: (array length=n): room for as many
 * @n: how many
 *
 * Sorts them ascending, digit by digit, in a time that does not depend on how they lie.
 */
void
accord_sort_doubles (double *numbers, double *scratch, guint n)
{
  guint counts[DIGITS][VALUES];
  double *from = numbers, *to = scratch;

  if (n < 2)
    return;
  count_digits (numbers, n, counts);
  for (guint digit = 0; digit < DIGITS; digit++)
    if (lay_out (from, to, n, digit, counts[digit]))
      {
        double *swap = from;

        from = to;
        to = swap;
      }
  if (from != numbers)
    memcpy (numbers, from, n * sizeof *numbers);
}
