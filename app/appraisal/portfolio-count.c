/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-core.h"

/* Bounds by how many items a set has. Where every item has much the same profit beside what goes along with
 * its weight, the linear bound is far off, for it counts a part of an item; no set has more items than fit in
 * order of weight, nor fewer than it takes, in order of profit, to be better than the best found. With a
 * price on each item for the one (or a premium for the other) the linear bound holds for the items at that
 * price and the number of items at most (or at least). The price is found by bisection: it rises until the
 * bound has no more items than that. */

/* Bounds are compared in parts of 1/1,024. */
#define PARTS 1024

typedef struct
{
  const AccordItem *items;
  guint n;
  gint64 capacity;
  AccordItem *priced;
  guint *order;
} Count;

static int
compare_ascending (gconstpointer a, gconstpointer b)
{
  const gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static gint64 *
sort_numbers (const AccordItem *items, guint n, gboolean profits)
{
  gint64 *numbers = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    numbers[i] = profits ? items[i].profit : items[i].weight;
  qsort (numbers, n, sizeof *numbers, compare_ascending);
  return numbers;
}

static guint
count_most (const Count *self)
{
  g_autofree gint64 *weights = sort_numbers (self->items, self->n, FALSE);
  gint64 left = self->capacity;
  guint count = 0;

  while (count < self->n && weights[count] <= left)
    left -= weights[count++];
  return count;
}

static guint
count_fewest (const Count *self, gint64 best)
{
  g_autofree gint64 *profits = sort_numbers (self->items, self->n, TRUE);
  gint64 sum = 0;
  guint count = 0;

  while (count < self->n && sum <= best)
    sum += profits[self->n - ++count];
  return count;
}

/* The linear bound, in parts, with a price on each item; and how many whole items it has. */
static AccordWide
bound_at_price (Count *self, gint64 price, guint *n_whole)
{
  AccordWide bound = 0;
  gint64 left = self->capacity;
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    if (self->items[i].profit > price)
      self->priced[n++] = (AccordItem){ self->items[i].weight, self->items[i].profit - price };
  accord_items_sort (self->priced, n, self->order);
  for (*n_whole = 0; *n_whole < n; (*n_whole)++)
    {
      const AccordItem *item = &self->priced[self->order[*n_whole]];

      if (item->weight > left)
        return bound + (AccordWide) left * item->profit * PARTS / item->weight + 1;
      bound += (AccordWide) item->profit * PARTS;
      left -= item->weight;
    }
  return bound;
}

/* @low and @high: prices between which the best one is. */
static gint64
search_price (Count *self, guint count, gint64 low, gint64 high)
{
  AccordWide best = (AccordWide) G_MAXINT64 * PARTS;

  while (low <= high)
    {
      const gint64 price = low + (high - low) / 2;
      guint n_whole;
      const AccordWide bound = bound_at_price (self, price, &n_whole) + (AccordWide) price * count * PARTS;

      best = MIN (best, bound);
      if (n_whole >= count)
        low = price + 1;
      else
        high = price - 1;
    }
  return (gint64) (best / PARTS);
}

/**
 * accord_count_bound:
 * @items: (array length=n): items
 * @n: how many
 * @capacity: the limit
 * @best: the profit of the best set found
 *
 * Returns: no set is worth more than this, or than @best
 */
gint64
accord_count_bound (const AccordItem *items, guint n, gint64 capacity, gint64 best)
{
  g_autofree AccordItem *priced = g_new (AccordItem, n + 1);
  g_autofree guint *order = g_new (guint, n + 1);
  Count count = { items, n, capacity, priced, order };
  gint64 most = 0, by_most, by_fewest;

  for (guint i = 0; i < n; i++)
    most = MAX (most, items[i].profit);
  by_most = search_price (&count, count_most (&count), 0, most);
  by_fewest = search_price (&count, count_fewest (&count, best), -most, 0);
  return MAX (MIN (by_most, by_fewest), best);
}
