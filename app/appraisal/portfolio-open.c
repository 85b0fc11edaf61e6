/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-open.h"

#include "portfolio-several.h"
#include "portfolio-single.h"

/* The cases that fit into every limit alone, and the limits that not all of them fit into together. */
typedef struct
{
  guint n;
  guint m;
  guint *places;
  guint *rows;
  gint64 *limits;
} Part;

static gint64
weight_of (const AccordOpenCases *self, guint place, guint row)
{
  return self->weights[(gsize) place * self->m + row];
}

static gint64
limit_of (const AccordOpenCases *self, guint row, gint64 limit)
{
  return row == 0 ? limit : self->limits[row];
}

static gboolean
fits_alone (const AccordOpenCases *self, guint place, gint64 limit)
{
  for (guint row = 0; row < self->m; row++)
    if (weight_of (self, place, row) > limit_of (self, row, limit))
      return FALSE;
  return TRUE;
}

static void
part_init (Part *self, const AccordOpenCases *cases, gint64 limit)
{
  *self = (Part){ .places = g_new (guint, cases->n + 1),
                  .rows = g_new (guint, cases->m),
                  .limits = g_new (gint64, cases->m) };
  for (guint i = 0; i < cases->n; i++)
    if (fits_alone (cases, i, limit))
      self->places[self->n++] = i;
  for (guint row = 0; row < cases->m; row++)
    {
      gint64 sum = 0;

      for (guint k = 0; k < self->n; k++)
        sum += weight_of (cases, self->places[k], row);
      if (sum <= limit_of (cases, row, limit))
        continue;
      self->limits[self->m] = limit_of (cases, row, limit);
      self->rows[self->m++] = row;
    }
}

static void
part_clear (Part *self)
{
  g_free (self->places);
  g_free (self->rows);
  g_free (self->limits);
}

/* A case that takes nothing of the one limit is in. */
static void
solve_single (const AccordOpenCases *cases, const Part *part, gint64 floor, AccordStop *stop,
              AccordOpenSet *set)
{
  g_autofree AccordItem *items = g_new (AccordItem, part->n);
  g_autofree guint *places = g_new (guint, part->n);
  AccordSingle single;
  gint64 given = 0;
  guint n = 0;

  for (guint k = 0; k < part->n; k++)
    {
      const guint place = part->places[k];
      const AccordItem item = { weight_of (cases, place, part->rows[0]), cases->worths[place] };

      set->chosen[place] = item.weight == 0;
      given += item.weight == 0 ? item.profit : 0;
      if (item.weight == 0)
        continue;
      places[n] = place;
      items[n++] = item;
    }
  accord_single_solve (&single, items, n, part->limits[0], floor - given, G_MAXINT64, stop);
  for (guint k = 0; k < n; k++)
    set->chosen[places[k]] = single.chosen[k];
  set->bound = single.bound + given;
  set->exact = single.exact;
  accord_single_clear (&single);
}

static void
solve_several (const AccordOpenCases *cases, const Part *part, gint64 floor, gboolean any, AccordStop *stop,
               AccordOpenSet *set)
{
  g_autofree gint64 *profits = g_new (gint64, part->n);
  g_autofree gint64 *weights = g_new (gint64, (gsize) part->n * part->m);
  g_autofree gboolean *chosen = g_new (gboolean, part->n);
  AccordSeveral several = { .n = part->n,
                            .m = part->m,
                            .profits = profits,
                            .weights = weights,
                            .limits = part->limits,
                            .floor = floor,
                            .any = any,
                            .chosen = chosen };

  for (guint k = 0; k < part->n; k++)
    {
      profits[k] = cases->worths[part->places[k]];
      for (guint i = 0; i < part->m; i++)
        weights[(gsize) k * part->m + i] = weight_of (cases, part->places[k], part->rows[i]);
    }
  accord_several_solve (&several, stop);
  for (guint k = 0; k < part->n; k++)
    set->chosen[part->places[k]] = chosen[k];
  set->bound = several.bound;
  set->exact = several.exact;
}

static void
add_up (const AccordOpenCases *cases, AccordOpenSet *set)
{
  set->worth = set->cost = 0;
  for (guint i = 0; i < cases->n; i++)
    if (set->chosen[i])
      {
        set->worth += cases->worths[i];
        set->cost += weight_of (cases, i, 0);
      }
}

/**
 * accord_open_cases_solve:
 * @self: cases
 * @limit: what there is for the whole, in place of that in @self; not below nought
 * @floor: sets worth no more are of no interest
 * @any: whether the first set worth more is as good as the best
 * @stop: when to give up
 * @set: (out): the best set; free what it has with accord_open_set_clear()
 */
void
accord_open_cases_solve (const AccordOpenCases *self, gint64 limit, gint64 floor, gboolean any,
                         AccordStop *stop, AccordOpenSet *set)
{
  Part part;

  *set = (AccordOpenSet){ .chosen = g_new0 (gboolean, self->n + 1), .exact = TRUE };
  part_init (&part, self, limit);
  if (part.m == 0)
    for (guint k = 0; k < part.n; k++)
      set->chosen[part.places[k]] = TRUE;
  else if (part.m == 1)
    solve_single (self, &part, floor, stop, set);
  else
    solve_several (self, &part, floor, any, stop, set);
  add_up (self, set);
  if (part.m == 0)
    set->bound = set->worth;
  set->found = set->worth > floor;
  part_clear (&part);
}

/**
 * accord_open_cases_cheapest:
 * @self: cases with no limits of years
 * @worth: how much the set is to be worth at least; not more than all of them
 * @stop: when to give up
 * @set: (out): the cheapest set; free what it has with accord_open_set_clear()
 *
 * Finds what to leave out: the dearest set that is worth no more than what can be done without. That is the
 * same problem, with worth and cost having changed places.
 */
void
accord_open_cases_cheapest (const AccordOpenCases *self, gint64 worth, AccordStop *stop, AccordOpenSet *set)
{
  g_autofree AccordItem *items = g_new (AccordItem, self->n + 1);
  AccordSingle single;
  gint64 whole = 0;

  *set = (AccordOpenSet){ .chosen = g_new0 (gboolean, self->n + 1), .found = TRUE };
  for (guint i = 0; i < self->n; i++)
    {
      items[i] = (AccordItem){ self->worths[i], weight_of (self, i, 0) };
      whole += self->worths[i];
    }
  accord_single_solve (&single, items, self->n, whole - worth, -1, G_MAXINT64, stop);
  for (guint i = 0; i < self->n; i++)
    set->chosen[i] = !single.chosen[i];
  set->exact = single.exact;
  add_up (self, set);
  set->bound = set->worth;
  accord_single_clear (&single);
}

void
accord_open_set_clear (AccordOpenSet *self)
{
  g_clear_pointer (&self->chosen, g_free);
}
