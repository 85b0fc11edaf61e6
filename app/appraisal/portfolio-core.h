/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "portfolio-single.h"

G_BEGIN_DECLS

/* The inside of accord_single_solve(). */

typedef __int128 AccordWide;

/**
 * AccordState:
 * @weight: of a set
 * @profit: of it
 * @flips: the last decisions that led to it, the very last in the lowest bit: whether the item of the step is
 *   otherwise than at the break
 */
typedef struct
{
  gint64 weight;
  gint64 profit;
  guint64 flips;
} AccordState;

/**
 * AccordStates:
 * @states: (array length=n): by weight, and by profit as well
 * @n: how many
 * @room: for how many there is room
 */
typedef struct
{
  AccordState *states;
  guint n;
  guint room;
} AccordStates;

#define ACCORD_CORE_NOWHERE G_MAXUINT

/**
 * AccordCore:
 * @items: (array length=n): the items
 * @order: (array length=n): which is where: the best profit for its weight first
 * @n: how many
 * @broken: the break: the first place whose item does not fit when all before it are in
 * @first: the core: places from this one
 * @end: to before this one
 * @capacity: the limit
 * @base: what the items before the break come to
 * @best: the profit of the best set
 * @enough: no set is worth more
 * @found: whether the best set is one of the core
 * @found_state: that set
 * @found_steps: after how many steps it was found
 * @found_also: places outside the core that are otherwise than at the break, or %ACCORD_CORE_NOWHERE
 * @steps: (array length=n_steps): the places that states were doubled for, in turn
 * @n_steps: how many
 * @most: how many sets there may be before the core is full
 * @now: the sets that are still open
 * @next: room for those being made
 */
typedef struct
{
  const AccordItem *items;
  guint *order;
  guint n;
  guint broken;
  guint first;
  guint end;
  gint64 capacity;
  AccordState base;
  gint64 best;
  gint64 enough;
  gboolean found;
  AccordState found_state;
  guint found_steps;
  guint found_also[2];
  guint *steps;
  guint n_steps;
  guint most;
  AccordStates now;
  AccordStates next;
} AccordCore;

/**
 * AccordGrown:
 * @ACCORD_GROWN_WHOLE: no set is better than the best found
 * @ACCORD_GROWN_FULL: there are more sets than there is room for
 * @ACCORD_GROWN_STOPPED: it was stopped
 *
 * How the growing of a core ended.
 */
typedef enum
{
  ACCORD_GROWN_WHOLE,
  ACCORD_GROWN_FULL,
  ACCORD_GROWN_STOPPED,
} AccordGrown;

static inline const AccordItem *
accord_core_item (const AccordCore *self, guint place)
{
  return &self->items[self->order[place]];
}

/* 1 for an item that could come in, −1 for one that could go out. */
static inline int
accord_core_sign (const AccordCore *self, guint place)
{
  return place < self->broken ? -1 : 1;
}

void accord_items_sort (const AccordItem *items, guint n, guint *order);
AccordGrown accord_core_grow (AccordCore *self, AccordStop *stop);
void accord_core_prune (AccordCore *self);
void accord_core_pair (AccordCore *self, AccordStop *stop);
gint64 accord_count_bound (const AccordItem *items, guint n, gint64 capacity, gint64 best);

G_END_DECLS
