/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "portfolio-stop.h"

G_BEGIN_DECLS

/**
 * AccordItem:
 * @weight: above nought
 * @profit: above nought
 *
 * One thing that is in or out.
 */
typedef struct
{
  gint64 weight;
  gint64 profit;
} AccordItem;

/**
 * AccordSingle:
 * @chosen: (array): for each item, whether it is in the best set
 * @found: whether there is a set worth more than was asked for
 * @profit: of the best set
 * @bound: no set is worth more
 * @exact: whether no better set exists
 *
 * The best set within one limit.
 */
typedef struct
{
  gboolean *chosen;
  gboolean found;
  gint64 profit;
  gint64 bound;
  gboolean exact;
} AccordSingle;

void accord_single_solve (AccordSingle *self, const AccordItem *items, guint n_items, gint64 capacity,
                          gint64 floor, gint64 enough, AccordStop *stop);
void accord_single_clear (AccordSingle *self);

G_END_DECLS
