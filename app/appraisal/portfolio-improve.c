/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-improve.h"

#include <string.h>

#define MOST_CHANGES 3

/* Up to three items that change places, and what comes of it. */
typedef struct
{
  guint n;
  guint items[MOST_CHANGES];
  gint64 profit;
} Changes;

/* What each item would change: its profit, and then what it would leave of every limit. */
static gint64 *
list_changes (const AccordImprove *self)
{
  const AccordSeveral *problem = self->problem;
  const guint m = problem->m;
  gint64 *list = g_new (gint64, (gsize) self->n * (m + 1) + 1);

  for (guint k = 0; k < self->n; k++)
    {
      const guint item = self->items[k];
      const int sign = self->now[item] ? -1 : 1;

      list[k * (m + 1)] = sign * problem->profits[item];
      for (guint i = 0; i < m; i++)
        list[k * (m + 1) + 1 + i] = -sign * problem->weights[(gsize) item * m + i];
    }
  return list;
}

static gboolean
is_room (const gint64 *room, const gint64 *change, guint m)
{
  for (guint i = 0; i < m; i++)
    if (room[i] + change[i] < 0)
      return FALSE;
  return TRUE;
}

/* Tries one item more with those before it, and as many again as there may be. */
static void
try_more (const AccordImprove *self, const gint64 *list, const Changes *with, const gint64 *room,
          Changes *best)
{
  const guint m = self->problem->m;

  for (guint k = with->n > 0 ? with->items[with->n - 1] + 1 : 0; k < self->n; k++)
    {
      const gint64 *change = list + (gsize) k * (m + 1);
      Changes more = *with;

      more.items[more.n++] = k;
      more.profit += change[0];
      if (more.profit > best->profit && is_room (room, change + 1, m))
        *best = more;
      if (more.n < MOST_CHANGES)
        {
          gint64 left[m];

          for (guint i = 0; i < m; i++)
            left[i] = room[i] + change[1 + i];
          try_more (self, list, &more, left, best);
        }
    }
}

static void
apply (AccordImprove *self, const gint64 *list, const Changes *changes)
{
  const guint m = self->problem->m;

  for (guint k = 0; k < changes->n; k++)
    {
      const gint64 *change = list + (gsize) changes->items[k] * (m + 1);
      const guint item = self->items[changes->items[k]];

      self->now[item] = !self->now[item];
      for (guint i = 0; i < m; i++)
        self->room[i] += change[1 + i];
    }
  self->profit += changes->profit;
}

/**
 * accord_several_improve:
 * @self: a set that is within all limits
 * @stop: when to give up
 *
 * Changes one, two or three items at a time, always those that add most, until no such change adds anything.
 */
void
accord_several_improve (AccordImprove *self, AccordStop *stop)
{
  Changes best = { .profit = 1 };

  while (best.profit > 0 && !accord_stop_work (stop, self->n * self->n * self->n / 6))
    {
      const Changes none = { 0 };
      g_autofree gint64 *list = list_changes (self);

      best = none;
      try_more (self, list, &none, self->room, &best);
      apply (self, list, &best);
    }
}
