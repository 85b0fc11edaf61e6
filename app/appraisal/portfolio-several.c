/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-several.h"

#include "portfolio-improve.h"
#include "portfolio-linear.h"

#include <string.h>

/* The 0/1 knapsack within several limits, exactly, by branch and bound.
 *
 * At every node the linear programme of the items that are still open gives prices of the limits. Whatever
 * they are, a set is worth what its limits cost at those prices, plus what each of its items is worth beyond
 * them, less what is left over: so no set is worth more than all the limits at their prices and all items
 * with a gain. That bound, in whole numbers, cuts off nodes; and items that would bring it below the best
 * found if they were not as the bound has them are settled. Then an item that the programme has in only in
 * part is put in, and left out. */

typedef __int128 Wide;

/* Prices are counted in parts of 2^-40, or coarser where their products would not fit. */
#define FINEST 40
#define MOST_PRICE 0x1p60
#define MOST_PRODUCT 0x1p110

#define PART 1e-7

/* Of so many nodes one is looked at closely. */
#define NODES_A_LOOK 64

/* What is decided so far: @open of @items are still open. */
typedef struct
{
  guint *items;
  guint n_open;
  gint64 *left;
  gint64 profit;
} Node;

typedef struct
{
  AccordSeveral *problem;
  AccordStop *stop;
  gboolean *now;
  gboolean *near;
  gint64 *room;
  gint64 root_bound;
  gboolean bounded;
  guint n_nodes;
} Search;

/* Prices in whole numbers, and the gain of each open item beyond them. */
typedef struct
{
  guint shift;
  gint64 *prices;
  Wide *gains;
  Wide bound;
} Prices;

static const gint64 *
weights_of (const AccordSeveral *self, guint item)
{
  return self->weights + (gsize) item * self->m;
}

static gboolean
fits (const AccordSeveral *self, guint item, const gint64 *left)
{
  const gint64 *weights = weights_of (self, item);

  for (guint i = 0; i < self->m; i++)
    if (weights[i] > left[i])
      return FALSE;
  return TRUE;
}

static void
take (const AccordSeveral *self, guint item, gint64 *left)
{
  const gint64 *weights = weights_of (self, item);

  for (guint i = 0; i < self->m; i++)
    left[i] -= weights[i];
}

static void
keep_best (Search *self, gint64 profit)
{
  AccordSeveral *problem = self->problem;

  if (profit <= problem->profit)
    return;
  problem->profit = profit;
  problem->found = TRUE;
  memcpy (problem->chosen, self->now, problem->n * sizeof (gboolean));
}

static gboolean
is_over (Search *self)
{
  return self->stop->stopped || (self->problem->any && self->problem->found);
}

/* The programme of the open items, each number of the order of 1. */
static void
solve_linear (Search *self, const Node *node, double *values, double *prices)
{
  const AccordSeveral *problem = self->problem;
  const guint n = node->n_open, m = problem->m;
  g_autofree double *numbers = g_new (double, (gsize) n *(m + 1) + m);
  double *profits = numbers + (gsize) n * m, *limits = profits + n;
  g_autofree gboolean *near = g_new (gboolean, n);
  const AccordLinear linear = { n, m, profits, numbers, limits, near, values, prices };
  double unit = 1.0;

  for (guint k = 0; k < n; k++)
    unit = MAX (unit, (double) problem->profits[node->items[k]]);
  for (guint k = 0; k < n; k++)
    {
      profits[k] = problem->profits[node->items[k]] / unit;
      near[k] = self->near[node->items[k]];
    }
  for (guint i = 0; i < m; i++)
    {
      const double whole = MAX (node->left[i], 1);

      limits[i] = node->left[i] / whole;
      for (guint k = 0; k < n; k++)
        numbers[(gsize) i * n + k] = weights_of (problem, node->items[k])[i] / whole;
    }
  accord_stop_work (self->stop, (1 + accord_linear_solve (&linear)) * (n + 1) * (m + 1));
  for (guint i = 0; i < m; i++)
    prices[i] *= unit / MAX (node->left[i], 1);
  for (guint k = 0; k < n; k++)
    self->near[node->items[k]] = values[k] > 0.5;
}

static void
settle_prices (const Search *self, const Node *node, const double *prices, Prices *whole)
{
  const AccordSeveral *problem = self->problem;
  const guint m = problem->m;
  double scale = (double) (G_GINT64_CONSTANT (1) << FINEST);

  whole->shift = FINEST;
  for (guint i = 0; i < m; i++)
    while (whole->shift > 0
           && (prices[i] * scale > MOST_PRICE
               || prices[i] * scale * ((double) node->left[i] + 1) > MOST_PRODUCT))
      {
        whole->shift--;
        scale /= 2;
      }
  whole->bound = (Wide) node->profit << whole->shift;
  for (guint i = 0; i < m; i++)
    {
      whole->prices[i] = (gint64) MIN (prices[i] * scale, MOST_PRICE);
      whole->bound += (Wide) whole->prices[i] * node->left[i];
    }
  for (guint k = 0; k < node->n_open; k++)
    {
      const gint64 *weights = weights_of (problem, node->items[k]);
      Wide gain = (Wide) problem->profits[node->items[k]] << whole->shift;

      for (guint i = 0; i < m; i++)
        gain -= (Wide) whole->prices[i] * weights[i];
      whole->gains[k] = gain;
      whole->bound += MAX (gain, 0);
    }
}

/* An open item, by its place, and what it is worth beyond the prices. */
typedef struct
{
  guint place;
  Wide gain;
} Ranked;

static int
compare_gains (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a, *other = b;

  if (one->gain != other->gain)
    return one->gain > other->gain ? -1 : 1;
  return one->place < other->place ? -1 : one->place > other->place;
}

/* Takes what the programme has in, and then what else fits, the greatest gain first. Returns: what that is
 * worth */
static gint64
round_off (Search *self, const Node *node, const double *values, const Ranked *ranked)
{
  const AccordSeveral *problem = self->problem;
  gint64 profit = node->profit;

  memcpy (self->room, node->left, problem->m * sizeof (gint64));
  for (guint pass = 0; pass < 2; pass++)
    for (guint k = 0; k < node->n_open; k++)
      {
        const guint item = node->items[ranked[k].place];

        if (self->now[item] || (pass == 0 && values[ranked[k].place] < 1.0 - PART)
            || !fits (problem, item, self->room))
          continue;
        self->now[item] = TRUE;
        take (problem, item, self->room);
        profit += problem->profits[item];
      }
  return profit;
}

/* Changes the items that are nearest to being in as well as out, for as long as that adds anything. */
static gint64
improve (Search *self, const Node *node, const Ranked *ranked, gint64 profit)
{
  guint items[ACCORD_IMPROVE_MOST];
  AccordImprove set = { self->problem, items, 0, self->now, self->room, profit };
  guint low = 0, high = 0;

  while (high < node->n_open && ranked[high].gain > 0)
    high++;
  for (low = high; set.n < ACCORD_IMPROVE_MOST && (low > 0 || high < node->n_open);)
    if (high == node->n_open || (low > 0 && ranked[low - 1].gain <= -ranked[high].gain))
      items[set.n++] = node->items[ranked[--low].place];
    else
      items[set.n++] = node->items[ranked[high++].place];
  accord_several_improve (&set, self->stop);
  return set.profit;
}

/* A set near to what the programme has; now and then, and where it is the best so far, one made better. */
static void
try_near (Search *self, const Node *node, const double *values, const Prices *prices)
{
  g_autofree Ranked *ranked = g_new (Ranked, node->n_open);
  gint64 profit;

  for (guint k = 0; k < node->n_open; k++)
    ranked[k] = (Ranked){ k, prices->gains[k] };
  qsort (ranked, node->n_open, sizeof *ranked, compare_gains);
  profit = round_off (self, node, values, ranked);
  if (profit > self->problem->profit || self->n_nodes % NODES_A_LOOK == 0)
    profit = improve (self, node, ranked, profit);
  keep_best (self, profit);
  for (guint k = 0; k < node->n_open; k++)
    self->now[node->items[k]] = FALSE;
}

/* Settles the items that cannot be otherwise, and finds the one to branch on: that which is nearest to half
 * in, or has the least to gain or lose. Returns: its place among those still open, or n_open where none is
 * left */
static guint
settle_items (Search *self, Node *node, const double *values, const Prices *prices)
{
  const AccordSeveral *problem = self->problem;
  const Wide better = ((Wide) problem->profit + 1) << prices->shift;
  double most = -1.0;
  guint kept = 0, chosen = 0;

  for (guint k = 0; k < node->n_open; k++)
    {
      const guint item = node->items[k];
      const Wide gain = prices->gains[k], loss = MAX (gain, -gain);
      const double half = 0.5 - (values[k] > 0.5 ? values[k] - 0.5 : 0.5 - values[k]);
      const double fitness = half > PART ? half : -1.0 / (1.0 + 1.0 / (1.0 + (double) loss));

      if (prices->bound - loss < better)
        {
          if (gain > 0)
            {
              self->now[item] = TRUE;
              take (problem, item, node->left);
              node->profit += problem->profits[item];
            }
          continue;
        }
      if (kept == 0 || fitness > most)
        {
          most = fitness;
          chosen = kept;
        }
      node->items[kept++] = item;
    }
  node->n_open = kept;
  return chosen;
}

static gboolean
is_within (const AccordSeveral *self, const gint64 *left)
{
  for (guint i = 0; i < self->m; i++)
    if (left[i] < 0)
      return FALSE;
  return TRUE;
}

static void search_node (Search *self, const Node *from);

static void
branch (Search *self, Node *node, guint place)
{
  const AccordSeveral *problem = self->problem;
  const guint item = node->items[place];

  node->items[place] = node->items[--node->n_open];
  if (fits (problem, item, node->left))
    {
      g_autofree gint64 *left = g_memdup2 (node->left, problem->m * sizeof (gint64));
      const Node with = { node->items, node->n_open, left, node->profit + problem->profits[item] };

      take (problem, item, left);
      self->now[item] = TRUE;
      search_node (self, &with);
      self->now[item] = FALSE;
    }
  if (!is_over (self))
    search_node (self, node);
}

/* Settles, bounds and branches on a copy of a node, whose own items it undoes at the end. */
static void
work_node (Search *self, Node *node, double *values, double *numbers, Prices *prices)
{
  const AccordSeveral *problem = self->problem;
  g_autofree guint *items = g_memdup2 (node->items, (node->n_open + 1) * sizeof (guint));
  const guint n = node->n_open;
  guint place;

  solve_linear (self, node, values, numbers);
  settle_prices (self, node, numbers, prices);
  try_near (self, node, values, prices);
  self->n_nodes++;
  if (!self->bounded)
    {
      self->bounded = TRUE;
      self->root_bound = (gint64) (prices->bound >> prices->shift);
    }
  if (prices->bound < (((Wide) problem->profit + 1) << prices->shift) || is_over (self))
    return;
  place = settle_items (self, node, values, prices);
  if (is_within (problem, node->left))
    {
      keep_best (self, node->profit);
      if (node->n_open > 0)
        branch (self, node, place);
    }
  for (guint k = 0; k < n; k++)
    self->now[items[k]] = FALSE;
}

static void
search_node (Search *self, const Node *from)
{
  const AccordSeveral *problem = self->problem;
  g_autofree guint *items = g_new (guint, from->n_open + 1);
  g_autofree gint64 *left = g_memdup2 (from->left, problem->m * sizeof (gint64));
  g_autofree double *values = NULL;
  g_autofree double *numbers = g_new (double, problem->m);
  g_autofree gint64 *whole = g_new (gint64, problem->m);
  g_autofree Wide *gains = NULL;
  Node node = { items, 0, left, from->profit };
  Prices prices = { 0, whole };

  for (guint k = 0; k < from->n_open; k++)
    if (fits (problem, from->items[k], left))
      items[node.n_open++] = from->items[k];
  if (node.n_open == 0)
    {
      keep_best (self, node.profit);
      return;
    }
  values = g_new (double, node.n_open);
  prices.gains = gains = g_new (Wide, node.n_open);
  work_node (self, &node, values, numbers, &prices);
}

/**
 * accord_several_solve:
 * @self: the items and limits; what is marked out is filled
 * @stop: when to give up
 *
 * Finds the set with the greatest profit within all limits. Sums of all profits, and of all weights of a
 * limit, must be within 62 bits.
 */
void
accord_several_solve (AccordSeveral *self, AccordStop *stop)
{
  g_autofree guint *items = g_new (guint, self->n + 1);
  g_autofree gboolean *now = g_new0 (gboolean, self->n + 1);
  g_autofree gboolean *near = g_new0 (gboolean, self->n + 1);
  g_autofree gint64 *room = g_new (gint64, self->m);
  g_autofree gint64 *left = g_memdup2 (self->limits, self->m * sizeof (gint64));
  Search search = { self, stop, now, near, room };
  const Node root = { items, self->n, left, 0 };

  for (guint i = 0; i < self->n; i++)
    items[i] = i;
  memset (self->chosen, 0, self->n * sizeof (gboolean));
  self->found = FALSE;
  self->profit = self->floor;
  search_node (&search, &root);
  self->exact = !stop->stopped;
  self->bound = self->exact || !search.bounded ? self->profit : MAX (search.root_bound, self->profit);
}
