/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "order.h"

#include <string.h>

struct _AccordOrder
{
  gatomicrefcount ref_count;
  gint64 *ids;
  gsize capacity;
  guint n_ids;
  guint n_published;
};

/**
 * accord_order_new:
 * @capacity: how many identifiers it can hold at most
 *
 * The memory is asked for at once and does not move while it is filled; what nobody writes to costs nothing.
 *
 * Returns: (transfer full): an empty order
 */
AccordOrder *
accord_order_new (gsize capacity)
{
  AccordOrder *self = g_new0 (AccordOrder, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->capacity = MIN (MAX (capacity, 1), G_MAXUINT - 1);
  self->ids = g_new (gint64, self->capacity);
  return self;
}

AccordOrder *
accord_order_ref (AccordOrder *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
accord_order_unref (AccordOrder *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->ids);
  g_free (self);
}

/**
 * accord_order_append:
 * @self: an order, on the one thread that fills it
 * @id: an identifier
 *
 * Returns: %FALSE when the order is full
 */
gboolean
accord_order_append (AccordOrder *self, gint64 id)
{
  if (self->n_ids == self->capacity)
    return FALSE;
  self->ids[self->n_ids++] = id;
  return TRUE;
}

gboolean
accord_order_is_full (AccordOrder *self)
{
  return self->n_ids == self->capacity;
}

/**
 * accord_order_append_all:
 * @self: an order, on the one thread that fills it
 * @ids: (array length=n_ids): identifiers, for which there must be room
 * @n_ids: how many
 */
void
accord_order_append_all (AccordOrder *self, const gint64 *ids, guint n_ids)
{
  g_return_if_fail (n_ids <= self->capacity - self->n_ids);

  if (n_ids > 0)
    memcpy (self->ids + self->n_ids, ids, n_ids * sizeof (gint64));
  self->n_ids += n_ids;
}

/**
 * accord_order_publish:
 * @self: an order, on the one thread that fills it
 *
 * Lets the other threads see what was appended so far.
 */
void
accord_order_publish (AccordOrder *self)
{
  g_atomic_int_set (&self->n_published, self->n_ids);
}

/**
 * accord_order_trim:
 * @self: an order that will not grow any more, and of which nobody keeps a peeked pointer
 *
 * Gives back memory that was not needed.
 */
void
accord_order_trim (AccordOrder *self)
{
  self->capacity = MAX (self->n_ids, 1);
  self->ids = g_renew (gint64, self->ids, self->capacity);
}

/**
 * accord_order_peek:
 * @self: an order
 * @n_ids: (out): how many
 *
 * Returns: (array length=n_ids) (transfer none): the identifiers published so far
 */
const gint64 *
accord_order_peek (AccordOrder *self, guint *n_ids)
{
  *n_ids = g_atomic_int_get (&self->n_published);
  return self->ids;
}
