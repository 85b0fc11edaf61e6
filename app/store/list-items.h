/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "list-rows.h"
#include "order.h"

G_BEGIN_DECLS

/*
 * AccordListItems: what a list model tells of an order: how many items, which identifier stands where, and
 * what changes from one order to the next, in steps that a view can take without a halt.
 */
typedef struct _AccordListItems AccordListItems;

/* Called when the items that there were stand in another order, before any more of them come or go. */
typedef void (*AccordReorderedFunc) (GListModel *model);

AccordListItems *accord_list_items_new (GListModel *model, AccordReorderedFunc reordered);
void accord_list_items_free (AccordListItems *self);
void accord_list_items_set_rows (AccordListItems *self, AccordListRows *rows);

guint accord_list_items_get_n (AccordListItems *self);
gint64 accord_list_items_get_id (AccordListItems *self, guint position);
const gint64 *accord_list_items_peek (AccordListItems *self, guint *n_ids);
AccordOrder *accord_list_items_get_order (AccordListItems *self);

void accord_list_items_show_anew (AccordListItems *self, AccordOrder *order, gboolean whole);
gboolean accord_list_items_show_more (AccordListItems *self, AccordOrder *order, gboolean whole);
void accord_list_items_show_difference (AccordListItems *self, AccordOrder *order, GArray *runs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordListItems, accord_list_items_free)

G_END_DECLS
