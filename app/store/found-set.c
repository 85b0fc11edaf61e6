/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "found-set.h"

#include <stdlib.h>
#include <string.h>

/* A bitmap may take as much memory as the identifiers themselves, and always this much. */
#define BITS_AN_ID 64
#define BITS_ALWAYS (8 * 1024 * 1024)

struct _AccordFoundSet
{
  gint64 least;
  guint64 n_bits;
  guint64 *bits;
  gint64 *sorted;
  gsize n_ids;
};

static int
compare_ids (const void *a, const void *b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
fill_bits (AccordFoundSet *self, const gint64 *ids)
{
  self->bits = g_new0 (guint64, self->n_bits / 64 + 1);
  for (gsize i = 0; i < self->n_ids; i++)
    {
      const guint64 bit = (guint64) ids[i] - (guint64) self->least;

      self->bits[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
    }
}

/**
 * accord_found_set_new:
 * @ids: (array length=n_ids): identifiers in any order
 * @n_ids: how many
 *
 * Returns: (transfer full): a set of them
 */
AccordFoundSet *
accord_found_set_new (const gint64 *ids, gsize n_ids)
{
  AccordFoundSet *self = g_new0 (AccordFoundSet, 1);
  gint64 least = G_MAXINT64, most = G_MININT64;
  guint64 span;

  self->n_ids = n_ids;
  if (n_ids == 0)
    return self;
  for (gsize i = 0; i < n_ids; i++)
    {
      least = MIN (least, ids[i]);
      most = MAX (most, ids[i]);
    }
  self->least = least;
  span = (guint64) most - (guint64) least;
  if (span < BITS_ALWAYS || span / BITS_AN_ID < n_ids)
    {
      self->n_bits = span + 1;
      fill_bits (self, ids);
      return self;
    }
  self->sorted = g_memdup2 (ids, n_ids * sizeof (gint64));
  qsort (self->sorted, n_ids, sizeof (gint64), compare_ids);
  return self;
}

void
accord_found_set_free (AccordFoundSet *self)
{
  g_free (self->bits);
  g_free (self->sorted);
  g_free (self);
}

/**
 * accord_found_set_contains:
 * @self: a set
 * @id: an identifier
 *
 * Returns: whether @id is in @self
 */
gboolean
accord_found_set_contains (AccordFoundSet *self, gint64 id)
{
  const guint64 bit = (guint64) id - (guint64) self->least;

  if (self->bits != NULL)
    return bit < self->n_bits && (self->bits[bit / 64] >> (bit % 64) & 1) != 0;
  return self->sorted != NULL
         && bsearch (&id, self->sorted, self->n_ids, sizeof (gint64), compare_ids) != NULL;
}

/**
 * accord_found_set_pick:
 * @self: a set
 * @order: (array length=n_order): identifiers in some order
 * @n_order: how many
 * @at: (inout): where in @order to go on; afterwards where it stopped
 * @picked: (out caller-allocates): room for @most identifiers
 * @most: how many to pick before stopping
 *
 * Picks from an order what is in the set.
 *
 * Returns: how many were picked
 */
guint
accord_found_set_pick (AccordFoundSet *self, const gint64 *order, guint n_order, guint *at, gint64 *picked,
                       guint most)
{
  guint n_picked = 0;
  guint i;

  for (i = *at; i < n_order && n_picked < most; i++)
    if (accord_found_set_contains (self, order[i]))
      picked[n_picked++] = order[i];
  *at = i;
  return n_picked;
}
