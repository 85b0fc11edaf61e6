/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-core.h"

#define FEWEST_STATES 1024u

static int
compare_efficiency (gconstpointer a, gconstpointer b, gpointer data)
{
  const AccordItem *items = data;
  const guint one = *(const guint *) a, other = *(const guint *) b;
  const AccordWide left = (AccordWide) items[one].profit * items[other].weight;
  const AccordWide right = (AccordWide) items[other].profit * items[one].weight;

  if (left != right)
    return left > right ? -1 : 1;
  return one < other ? -1 : one > other;
}

/**
 * accord_items_sort:
 * @items: (array length=n): items
 * @n: how many
 * @order: (out) (array length=n): their indices, the best profit for its weight first
 */
void
accord_items_sort (const AccordItem *items, guint n, guint *order)
{
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_efficiency, (gpointer) items);
}

/* Whether what is left of the capacity, filled (or, below nought, emptied) at the rate of an item, could
 * bring a state above the best found. */
static inline gboolean
is_hopeful (const AccordCore *self, const AccordState *state, gint64 profit, gint64 weight)
{
  return (AccordWide) (self->capacity - state->weight) * profit
         >= ((AccordWide) self->best + 1 - state->profit) * weight;
}

/* Whether a set with (or without) the item at a place could be better than the best found. */
static gboolean
is_open (const AccordCore *self, guint place, int sign)
{
  const AccordItem *item = accord_core_item (self, place), *rate = accord_core_item (self, self->broken);
  const AccordState changed = { self->base.weight + sign * item->weight,
                                self->base.profit + sign * item->profit, 0 };

  return is_hopeful (self, &changed, rate->profit, rate->weight);
}

static void
states_reserve (AccordStates *self, guint n)
{
  if (self->room >= n)
    return;
  self->room = MAX (n, MAX (2 * self->room, FEWEST_STATES));
  self->states = g_renew (AccordState, self->states, self->room);
}

/* The rates at which a state can go on: the next item to come in, and the next to go out. Where there is
 * none, nothing comes in, and nothing can go out. */
static void
get_rates (const AccordCore *self, AccordItem *in, AccordItem *out)
{
  *in = self->end < self->n ? *accord_core_item (self, self->end) : (AccordItem){ 1, 0 };
  *out = self->first > 0 ? *accord_core_item (self, self->first - 1) : (AccordItem){ 0, 1 };
}

/* Merges the states with the same states changed by an item, by weight; those that another is as good as on
 * both counts fall out. */
static void
double_states (AccordCore *self, const AccordItem *item, int sign)
{
  const gint64 weight = sign * item->weight, profit = sign * item->profit;
  const AccordState *states = self->now.states;
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
      const AccordState *from = &states[is_plain ? plain++ : changed++];
      const AccordState state =
          is_plain ? (AccordState){ from->weight, from->profit, from->flips << 1 }
                   : (AccordState){ from->weight + weight, from->profit + profit, from->flips << 1 | 1 };
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
          self->found_also[0] = self->found_also[1] = ACCORD_CORE_NOWHERE;
        }
      if (fits ? is_hopeful (self, &state, in.profit, in.weight)
               : is_hopeful (self, &state, out.profit, out.weight))
        self->next.states[kept++] = state;
    }
  self->next.n = kept;
}

/* Returns: whether there was room for it */
static gboolean
take_step (AccordCore *self, guint place)
{
  const int sign = accord_core_sign (self, place);
  AccordStates swap;

  if (!is_open (self, place, sign))
    return TRUE;
  if (self->now.n > self->most)
    return FALSE;
  self->steps[self->n_steps++] = place;
  double_states (self, accord_core_item (self, place), sign);
  swap = self->now;
  self->now = self->next;
  self->next = swap;
  return TRUE;
}

/* The side whose turn it is, or the other where that is at its end. */
static guint
next_place (const AccordCore *self, gboolean right)
{
  return self->first == 0 || (right && self->end < self->n) ? self->end : self->first - 1;
}

/**
 * accord_core_grow:
 * @self: a core
 * @stop: when to give up
 *
 * Takes items into the core until no set is left that could be better than the best found.
 *
 * Returns: how it ended
 */
AccordGrown
accord_core_grow (AccordCore *self, AccordStop *stop)
{
  gboolean right = TRUE;

  while (self->now.n > 0 && self->best < self->enough && (self->first > 0 || self->end < self->n))
    {
      const guint place = next_place (self, right);
      const guint first = self->first, end = self->end;

      self->first = MIN (place, first);
      self->end = MAX (place + 1, end);
      if (accord_stop_work (stop, 2 * self->now.n))
        return ACCORD_GROWN_STOPPED;
      if (!take_step (self, place))
        {
          self->first = first;
          self->end = end;
          return ACCORD_GROWN_FULL;
        }
      right = !right;
    }
  return ACCORD_GROWN_WHOLE;
}

/**
 * accord_core_prune:
 * @self: a core for which a better set was found
 *
 * Forgets the sets that can no longer become better than the best.
 */
void
accord_core_prune (AccordCore *self)
{
  AccordItem in, out;
  guint kept = 0;

  get_rates (self, &in, &out);
  for (guint i = 0; i < self->now.n; i++)
    {
      const AccordState *state = &self->now.states[i];
      const AccordItem *rate = state->weight <= self->capacity ? &in : &out;

      if (is_hopeful (self, state, rate->profit, rate->weight))
        self->now.states[kept++] = *state;
    }
  self->now.n = kept;
}
