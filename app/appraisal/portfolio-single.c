/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-single.h"

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

/* More are not kept, so that memory lasts: about 300 MB with those being made. */
#define MOST_STATES (6u << 20)

#define FEWEST_STATES 1024u

typedef __int128 Wide;

typedef struct
{
  gint64 weight;
  gint64 profit;
  guint64 flips;
} State;

typedef struct
{
  State *states;
  guint n;
  guint room;
} States;

/* @order: of the items, best first; @first to @end: the core, as places in the order; @broken: the break;
 * @steps: the places that states were doubled for, in turn */
typedef struct
{
  const AccordItem *items;
  guint *order;
  guint n;
  guint first;
  guint end;
  guint broken;
  gint64 capacity;
  State base;
  gint64 best;
  gboolean found;
  State found_state;
  guint found_steps;
  guint *steps;
  guint n_steps;
  States now;
  States next;
} Core;

static int
compare_efficiency (gconstpointer a, gconstpointer b, gpointer data)
{
  const AccordItem *items = data;
  const guint one = *(const guint *) a, other = *(const guint *) b;
  const Wide left = (Wide) items[one].profit * items[other].weight;
  const Wide right = (Wide) items[other].profit * items[one].weight;

  if (left != right)
    return left > right ? -1 : 1;
  return one < other ? -1 : one > other;
}

static const AccordItem *
item_at (const Core *self, guint place)
{
  return &self->items[self->order[place]];
}

/* Whether what is left of the capacity, filled (or, below nought, emptied) at the rate of an item, could
 * bring a state above the best found. */
static inline gboolean
is_hopeful (const Core *self, const State *state, gint64 profit, gint64 weight)
{
  return (Wide) (self->capacity - state->weight) * profit >= ((Wide) self->best + 1 - state->profit) * weight;
}

/* Whether a set with (or without) the item at a place could be better than the best found. */
static gboolean
is_open (const Core *self, guint place, int sign)
{
  const AccordItem *item = item_at (self, place), *rate = item_at (self, self->broken);
  const State changed = { self->base.weight + sign * item->weight, self->base.profit + sign * item->profit,
                          0 };

  return is_hopeful (self, &changed, rate->profit, rate->weight);
}

static void
states_reserve (States *self, guint n)
{
  if (self->room >= n)
    return;
  self->room = MAX (n, MAX (2 * self->room, FEWEST_STATES));
  self->states = g_renew (State, self->states, self->room);
}

/* The rates at which a state can go on: the next item to come in, and the next to go out. Where there is
 * none, nothing comes in, and nothing can go out. */
static void
get_rates (const Core *self, AccordItem *in, AccordItem *out)
{
  *in = self->end < self->n ? *item_at (self, self->end) : (AccordItem){ 1, 0 };
  *out = self->first > 0 ? *item_at (self, self->first - 1) : (AccordItem){ 0, 1 };
}

/* Merges the states with the same states changed by an item, by weight; those that another is as good as on
 * both counts fall out. */
static void
double_states (Core *self, const AccordItem *item, int sign)
{
  const gint64 weight = sign * item->weight, profit = sign * item->profit;
  const State *states = self->now.states;
  const guint n = self->now.n;
  AccordItem in, out;
  gint64 last = G_MININT64;
  guint plain = 0, changed = 0, kept = 0;

  get_rates (self, &in, &out);
  states_reserve (&self->next, 2 * n);
  while (plain < n || changed < n)
    {
      const gint64 plain_weight = plain < n ? states[plain].weight : G_MAXINT64;
      const gint64 changed_weight = changed < n ? states[changed].weight + weight : G_MAXINT64;
      const gboolean is_plain =
          plain_weight < changed_weight
          || (plain_weight == changed_weight && states[plain].profit >= states[changed].profit + profit);
      const State *from = &states[is_plain ? plain++ : changed++];
      const State state = is_plain
                              ? (State){ from->weight, from->profit, from->flips << 1 }
                              : (State){ from->weight + weight, from->profit + profit, from->flips << 1 | 1 };
      const gboolean fits = state.weight <= self->capacity;

      if (state.profit <= last)
        continue;
      last = state.profit;
      if (fits && state.profit > self->best)
        {
          self->best = state.profit;
          self->found = TRUE;
          self->found_state = state;
          self->found_steps = self->n_steps;
        }
      if (fits ? is_hopeful (self, &state, in.profit, in.weight)
               : is_hopeful (self, &state, out.profit, out.weight))
        self->next.states[kept++] = state;
    }
  self->next.n = kept;
}

static gboolean
take_step (Core *self, guint place, int sign, AccordStop *stop)
{
  States swap;

  if (!is_open (self, place, sign))
    return TRUE;
  if (self->now.n > MOST_STATES / 2 || accord_stop_work (stop, 2 * self->now.n))
    return FALSE;
  self->steps[self->n_steps++] = place;
  double_states (self, item_at (self, place), sign);
  swap = self->now;
  self->now = self->next;
  self->next = swap;
  return TRUE;
}

/* Returns: whether it went to the end */
static gboolean
grow_core (Core *self, AccordStop *stop)
{
  while (self->now.n > 0 && (self->first > 0 || self->end < self->n))
    {
      if (self->end < self->n && !take_step (self, self->end++, 1, stop))
        return FALSE;
      if (self->now.n > 0 && self->first > 0 && !take_step (self, --self->first, -1, stop))
        return FALSE;
    }
  return TRUE;
}

/* Undoes the decisions that a state remembers, and finds what led to it. */
static void
recover (Core *self, gboolean *chosen)
{
  const guint n_last = MIN (self->found_steps, REMEMBERED), n_before = self->found_steps - n_last;
  g_autofree AccordItem *items = g_new (AccordItem, n_before + 1);
  gint64 weight = self->found_state.weight - self->base.weight;
  gint64 profit = self->found_state.profit - self->base.profit;
  AccordSingle before = { 0 };
  AccordStop never = { NULL };

  for (guint i = 0; i < n_last; i++)
    if (self->found_state.flips >> i & 1)
      {
        const guint place = self->steps[self->found_steps - 1 - i];
        const int sign = place < self->broken ? -1 : 1;

        chosen[self->order[place]] = sign > 0;
        weight -= sign * item_at (self, place)->weight;
        profit -= sign * item_at (self, place)->profit;
      }
  if (n_before == 0)
    return;
  for (guint i = 0; i < n_before; i++)
    {
      items[i] = *item_at (self, self->steps[i]);
      weight += self->steps[i] < self->broken ? items[i].weight : 0;
      profit += self->steps[i] < self->broken ? items[i].profit : 0;
    }
  accord_single_solve (&before, items, n_before, weight, profit - 1, &never);
  for (guint i = 0; i < n_before; i++)
    chosen[self->order[self->steps[i]]] = before.chosen[i];
  accord_single_clear (&before);
}

/* Takes items in their order while they fit; then, for a first set, whatever still fits. */
static void
start (Core *self, AccordSingle *single)
{
  State greedy;

  for (self->broken = 0; self->broken < self->n; self->broken++)
    {
      const AccordItem *item = item_at (self, self->broken);

      if (item->weight > self->capacity - self->base.weight)
        break;
      self->base.weight += item->weight;
      self->base.profit += item->profit;
      single->chosen[self->order[self->broken]] = TRUE;
    }
  greedy = self->base;
  for (guint i = self->broken; i < self->n; i++)
    if (item_at (self, i)->weight <= self->capacity - greedy.weight)
      {
        greedy.weight += item_at (self, i)->weight;
        greedy.profit += item_at (self, i)->profit;
        single->chosen[self->order[i]] = TRUE;
      }
  single->profit = greedy.profit;
}

/* No set is worth more than the items before the break and as much of the next as there is room for. */
static gint64
bound_at_break (const Core *self)
{
  const AccordItem *item;

  if (self->broken == self->n)
    return self->base.profit;
  item = item_at (self, self->broken);
  return self->base.profit
         + (gint64) ((Wide) (self->capacity - self->base.weight) * item->profit / item->weight);
}

static void
search (Core *self, AccordSingle *single, AccordStop *stop)
{
  self->first = self->end = self->broken;
  self->steps = g_new (guint, self->n);
  states_reserve (&self->now, 1);
  self->now.states[0] = self->base;
  self->now.n = 1;
  single->exact = grow_core (self, stop);
  if (self->found)
    {
      single->profit = self->best;
      for (guint i = 0; i < self->n; i++)
        single->chosen[self->order[i]] = i < self->broken;
      recover (self, single->chosen);
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
 * @stop: when to give up
 *
 * Finds the set with the greatest profit whose weight is within the limit. Sums of all weights and of all
 * profits must be within 64 bits.
 */
void
accord_single_solve (AccordSingle *self, const AccordItem *items, guint n_items, gint64 capacity,
                     gint64 floor, AccordStop *stop)
{
  Core core = { .items = items, .n = n_items, .capacity = capacity };

  *self = (AccordSingle){ .chosen = g_new0 (gboolean, n_items + 1), .exact = TRUE };
  core.order = g_new (guint, n_items + 1);
  for (guint i = 0; i < n_items; i++)
    core.order[i] = i;
  g_qsort_with_data (core.order, n_items, sizeof *core.order, compare_efficiency, (gpointer) items);
  start (&core, self);
  core.best = MAX (self->profit, floor);
  if (core.broken < n_items)
    search (&core, self, stop);
  self->found = self->profit > floor;
  self->bound = self->exact ? MAX (self->profit, floor) : bound_at_break (&core);
  g_free (core.order);
}

void
accord_single_clear (AccordSingle *self)
{
  g_clear_pointer (&self->chosen, g_free);
}
