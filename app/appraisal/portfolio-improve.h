/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "portfolio-several.h"

G_BEGIN_DECLS

/**
 * ACCORD_IMPROVE_MOST:
 *
 * How many items are tried at most.
 */
#define ACCORD_IMPROVE_MOST 100

/**
 * AccordImprove:
 * @problem: the items and limits
 * @items: (array length=n): those that may be put in or taken out
 * @n: how many, %ACCORD_IMPROVE_MOST at most
 * @now: (array): for each item of the problem, whether it is in
 * @room: (array): what is left of each limit
 * @profit: of the set
 *
 * A set to be made better.
 */
typedef struct
{
  const AccordSeveral *problem;
  const guint *items;
  guint n;
  gboolean *now;
  gint64 *room;
  gint64 profit;
} AccordImprove;

void accord_several_improve (AccordImprove *self, AccordStop *stop);

G_END_DECLS
