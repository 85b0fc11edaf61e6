/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What differs between two orders of identifiers, and how a list tells it. Pure functions, without objects.
 */

/**
 * AccordOrderRun:
 * @before: where it starts in the old order
 * @after: where it starts in the new one
 * @length: how many rows
 *
 * Neighbouring rows that stay neighbours, and stay in order with all other runs.
 */
typedef struct
{
  guint before;
  guint after;
  guint length;
} AccordOrderRun;

/**
 * AccordOrderSplice:
 * @position: where, counted in the list as it is once all earlier splices were made
 * @removed: rows that go
 * @added: rows that come
 *
 * One items-changed emission.
 */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} AccordOrderSplice;

GArray *accord_order_diff (const gint64 *before, guint n_before, const gint64 *after, guint n_after);
void accord_order_add_run (GArray *runs, guint before, guint after, guint length);
GArray *accord_order_splices (GArray *runs, guint n_before, guint n_after, const guint *live, guint n_live);

G_END_DECLS
