/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "portfolio-stop.h"

G_BEGIN_DECLS

/**
 * AccordSeveral:
 * @n: how many items there are
 * @m: how many limits, at least one
 * @profits: (array length=n): above nought
 * @weights: (array): of each item, what it takes of each limit, n × m; not below nought
 * @limits: (array length=m): not below nought
 * @floor: sets worth no more are of no interest
 * @any: whether the first set worth more is as good as the best
 * @chosen: (out) (array length=n): for each item, whether it is in the best set
 * @found: (out): whether there is a set worth more than @floor
 * @profit: (out): of the best set
 * @bound: (out): no set is worth more
 * @exact: (out): whether no better set exists
 *
 * Items that are in or out, within several limits.
 */
typedef struct
{
  guint n;
  guint m;
  const gint64 *profits;
  const gint64 *weights;
  const gint64 *limits;
  gint64 floor;
  gboolean any;
  gboolean *chosen;
  gboolean found;
  gint64 profit;
  gint64 bound;
  gboolean exact;
} AccordSeveral;

void accord_several_solve (AccordSeveral *self, AccordStop *stop);

G_END_DECLS
