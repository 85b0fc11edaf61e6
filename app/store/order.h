/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordOrder:
 *
 * The identifiers that a query gives, in its order: eight bytes a row. One thread appends to it and tells
 * from time to time how many are good; others may read those at once, without waiting and without a copy.
 * Reference-counted.
 */
typedef struct _AccordOrder AccordOrder;

AccordOrder *accord_order_new (gsize capacity);
AccordOrder *accord_order_ref (AccordOrder *self);
void accord_order_unref (AccordOrder *self);

gboolean accord_order_append (AccordOrder *self, gint64 id);
gboolean accord_order_is_full (AccordOrder *self);
void accord_order_append_all (AccordOrder *self, const gint64 *ids, guint n_ids);
void accord_order_publish (AccordOrder *self);
void accord_order_trim (AccordOrder *self);

const gint64 *accord_order_peek (AccordOrder *self, guint *n_ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordOrder, accord_order_unref)

G_END_DECLS
