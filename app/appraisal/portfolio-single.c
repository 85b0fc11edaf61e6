/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-core.h"

#include <string.h>

/* The 0/1 knapsack, exactly, by an expanding core. (D. Pisinger 1997, A minimal algorithm for the 0-1
 * knapsack problem, Operations Research 45.)
 *
 * Items are put in order of profit for weight and taken until one does not fit: the break. From there the
 * core grows by turns: by an item to the right that could come in, by an item to the left that could go out.
 * All sums of weight and profit that its items can make are kept, but for those that another beats on both,
 * and those whose linear bound is no better than the best found. When none is left, the best found is the
 * best. All comparisons are of whole numbers, products in 128 bits. */

/* A state remembers its last decisions. Where there were more, the rest is found by solving what led to it.
 */
#define REMEMBERED 64

/* So many sets are enough to look among them for one that is as good as can be; and more than so many are not
 * kept, so that memory lasts: about 300 MB with those being made. */
#define MANY_SETS (1u << 16)
#define MOST_SETS (3u << 20)

/* A set of the core, and up to two items beside it. */
static void
mark_outside (const AccordCore *self, gboolean *chosen)
{
  for (guint i = 0; i < self->n; i++)
    chosen[self->order[i]] = i < self->broken;
  for (guint i = 0; i < G_N_ELEMENTS (self->found_also); i++)
    if (self->found_also[i] != ACCORD_CORE_NOWHERE)
      chosen[self->order[self->found_also[i]]] = accord_core_sign (self, self->found_also[i]) > 0;
}

/* Undoes the decisions that a state remembers, and finds what led to it. Returns: whether that was found too
 */
static gboolean
recover (const AccordCore *self, gboolean *chosen)
{
  const guint n_last = MIN (self->found_steps, REMEMBERED), n_before = self->found_steps - n_last;
  g_autofree AccordItem *items = g_new (AccordItem, n_before + 1);
  gint64 weight = self->found_state.weight - self->base.weight;
  gint64 profit = self->found_state.profit - self->base.profit;
  AccordSingle before = { 0 };
  AccordStop never = { NULL };
  gboolean found;

  for (guint i = 0; i < n_last; i++)
    if (self->found_state.flips >> i & 1)
      {
        const guint place = self->steps[self->found_steps - 1 - i];
        const int sign = accord_core_sign (self, place);

        chosen[self->order[place]] = sign > 0;
        weight -= sign * accord_core_item (self, place)->weight;
        profit -= sign * accord_core_item (self, place)->profit;
      }
  if (n_before == 0)
    return TRUE;
  for (guint i = 0; i < n_before; i++)
    {
      items[i] = *accord_core_item (self, self->steps[i]);
      weight += self->steps[i] < self->broken ? items[i].weight : 0;
      profit += self->steps[i] < self->broken ? items[i].profit : 0;
    }
  accord_single_solve (&before, items, n_before, weight, profit - 1, profit, &never);
  for (guint i = 0; i < n_before; i++)
    chosen[self->order[self->steps[i]]] = before.chosen[i];
  found = before.found;
  accord_single_clear (&before);
  return found;
}

/* Takes items in their order while they fit; then, for a first set, whatever still fits. */
static void
start (AccordCore *self, AccordSingle *single)
{
  AccordState greedy;

  for (self->broken = 0; self->broken < self->n; self->broken++)
    {
      const AccordItem *item = accord_core_item (self, self->broken);

      if (item->weight > self->capacity - self->base.weight)
        break;
      self->base.weight += item->weight;
      self->base.profit += item->profit;
      single->chosen[self->order[self->broken]] = TRUE;
    }
  greedy = self->base;
  for (guint i = self->broken; i < self->n; i++)
    if (accord_core_item (self, i)->weight <= self->capacity - greedy.weight)
      {
        greedy.weight += accord_core_item (self, i)->weight;
        greedy.profit += accord_core_item (self, i)->profit;
        single->chosen[self->order[i]] = TRUE;
      }
  single->profit = greedy.profit;
}

/* No set is worth more than the items before the break and as much of the next as there is room for. */
static gint64
bound_at_break (const AccordCore *self)
{
  const AccordItem *item;

  if (self->broken == self->n)
    return self->base.profit;
  item = accord_core_item (self, self->broken);
  return self->base.profit
         + (gint64) ((AccordWide) (self->capacity - self->base.weight) * item->profit / item->weight);
}

/* Grows the core; where it becomes large, looks for a set that is as good as any can be, and only then lets
 * it grow on. Returns: whether the best was found */
static gboolean
search_core (AccordCore *self, AccordStop *stop)
{
  AccordGrown grown;

  for (self->most = MANY_SETS; (grown = accord_core_grow (self, stop)) == ACCORD_GROWN_FULL;
       self->most = MOST_SETS)
    {
      const guint n = self->now.n;

      self->enough =
          MIN (self->enough, accord_count_bound (self->items, self->n, self->capacity, self->best));
      accord_core_pair (self, stop);
      accord_core_prune (self);
      if (self->most == MOST_SETS && self->now.n > n / 2)
        return self->best == self->enough;
    }
  return grown == ACCORD_GROWN_WHOLE;
}

static void
search (AccordCore *self, AccordSingle *single, AccordStop *stop)
{
  self->first = self->end = self->broken;
  self->steps = g_new (guint, self->n);
  self->now.states = g_new (AccordState, 1);
  self->now.states[0] = self->base;
  self->now.n = self->now.room = 1;
  single->exact = search_core (self, stop);
  if (self->found)
    {
      g_autofree gboolean *chosen = g_new (gboolean, self->n);

      mark_outside (self, chosen);
      if (recover (self, chosen))
        {
          single->profit = self->best;
          memcpy (single->chosen, chosen, self->n * sizeof (gboolean));
        }
      else
        single->exact = FALSE;
    }
  g_free (self->steps);
  g_free (self->now.states);
  g_free (self->next.states);
}

/**
 * accord_single_solve:
 * @self: (out): the best set; free what it has with accord_single_clear()
 * @items: (array length=n_items): things that are in or out
 * @n_items: how many
 * @capacity: the limit, not below nought
 * @floor: sets worth no more are of no interest
 * @enough: a set worth as much is as good as the best; %G_MAXINT64 where that is not known
 * @stop: when to give up
 *
 * Finds the set with the greatest profit whose weight is within the limit. Sums of all weights and of all
 * profits must be within 64 bits.
 */
void
accord_single_solve (AccordSingle *self, const AccordItem *items, guint n_items, gint64 capacity,
                     gint64 floor, gint64 enough, AccordStop *stop)
{
  AccordCore core = { .items = items, .n = n_items, .capacity = capacity };

  *self = (AccordSingle){ .chosen = g_new0 (gboolean, n_items + 1), .exact = TRUE };
  core.order = g_new (guint, n_items + 1);
  accord_items_sort (items, n_items, core.order);
  start (&core, self);
  core.best = MAX (self->profit, floor);
  core.enough = MIN (enough, bound_at_break (&core));
  if (core.broken < n_items && core.best < core.enough)
    search (&core, self, stop);
  self->found = self->profit > floor;
  self->bound = self->exact ? MAX (self->profit, floor) : MAX (core.enough, core.best);
  g_free (core.order);
}

void
accord_single_clear (AccordSingle *self)
{
  g_clear_pointer (&self->chosen, g_free);
}
