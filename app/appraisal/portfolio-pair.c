/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-core.h"

/* A set outside the core: one or two of its items otherwise than at the break. */
typedef struct
{
  guint places[2];
  gint64 weight;
  gint64 profit;
} Change;

/* The best set of the core that leaves room for a change is the last, by weight, that does. */
static void
try_change (AccordCore *self, const Change *change)
{
  const AccordState *states = self->now.states;
  const gint64 room = self->capacity - change->weight;
  guint low = 0, high = self->now.n;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (states[middle].weight <= room)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0 || states[low - 1].profit + change->profit <= self->best)
    return;
  self->best = states[low - 1].profit + change->profit;
  self->found = TRUE;
  self->found_state = states[low - 1];
  self->found_steps = self->n_steps;
  self->found_also[0] = change->places[0];
  self->found_also[1] = change->places[1];
}

static Change
change_with (const AccordCore *self, const Change *change, guint place)
{
  const AccordItem *item = accord_core_item (self, place);
  const int sign = accord_core_sign (self, place);

  return (Change){ { place, change->places[0] },
                   change->weight + sign * item->weight,
                   change->profit + sign * item->profit };
}

static gboolean
is_outside (const AccordCore *self, guint place)
{
  return place < self->first || place >= self->end;
}

/**
 * accord_core_pair:
 * @self: a core with sets
 * @stop: when to give up
 *
 * Looks for a better set among all those that a set of the core makes with one or two items outside it. Where
 * profit goes along with weight there are so many that one of them is as good as can be.
 */
void
accord_core_pair (AccordCore *self, AccordStop *stop)
{
  const Change none = { { ACCORD_CORE_NOWHERE, ACCORD_CORE_NOWHERE }, 0, 0 };

  for (guint i = 0; i < self->n && self->best < self->enough; i++)
    {
      const Change one = change_with (self, &none, i);

      if (!is_outside (self, i))
        continue;
      try_change (self, &one);
      for (guint k = 0; k < i && self->best < self->enough; k++)
        if (is_outside (self, k))
          {
            const Change two = change_with (self, &one, k);

            try_change (self, &two);
          }
      if (accord_stop_work (stop, 50 * (i + 1)))
        return;
    }
}
