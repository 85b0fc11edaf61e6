/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/answer-routes.h"

#include <math.h>

#define CLEAR 3.0
#define TRACK 5.0
#define MOST_TRACKS 12
#define LANE_LEAST 12.0

static gboolean
is_taken (const AccordAnswerRow *row, double x, int bundle)
{
  for (guint i = 0; i < row->tracks->len; i++)
    {
      const AccordAnswerTrack *track = &g_array_index (row->tracks, AccordAnswerTrack, i);

      if (track->bundle != bundle && fabs (track->x - x) < TRACK - 0.5)
        return TRUE;
    }
  return FALSE;
}

/* The place nearest to @x within a gap that no other line has. */
static gboolean
find_in_gap (const AccordAnswerRow *row, double left, double right, double x, int bundle, double *found)
{
  double nearest = CLAMP (x, left + CLEAR, right - CLEAR);

  if (right - left < 2 * CLEAR)
    return FALSE;
  for (int i = 0; i < 2 * MOST_TRACKS; i++)
    {
      double at = nearest + ((i & 1) != 0 ? -1 : 1) * ((i + 1) / 2) * TRACK;

      if (at < left + CLEAR || at > right - CLEAR || is_taken (row, at, bundle))
        continue;
      *found = at;
      return TRUE;
    }
  return FALSE;
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const AccordAnswerBox *first = a;
  const AccordAnswerBox *second = b;

  return (first->x > second->x) - (first->x < second->x);
}

/* Where a line passes a row: through the nearest gap. The margin at the left is always one. */
static double
find_way (AccordAnswerRouting *self, AccordAnswerRow *row, double x, int bundle)
{
  double left = ACCORD_ANSWER_EDGE, best = ACCORD_ANSWER_EDGE + CLEAR, at;

  if (row->blocks->len == 0)
    return x;
  g_array_sort (row->blocks, compare_blocks);
  for (guint i = 0; i <= row->blocks->len; i++)
    {
      const AccordAnswerBox *box =
          i < row->blocks->len ? &g_array_index (row->blocks, AccordAnswerBox, i) : NULL;
      double right = box != NULL ? box->x : self->plan->width - ACCORD_ANSWER_EDGE;

      if (find_in_gap (row, left, right, x, bundle, &at) && fabs (at - x) < fabs (best - x))
        best = at;
      if (box != NULL)
        left = box->x + box->width;
    }
  g_array_append_val (row->tracks, ((AccordAnswerTrack){ best, bundle }));
  return best;
}

static void
find_ways (AccordAnswerRouting *self, AccordAnswerRoute *route)
{
  double x = accord_answer_port (self, route->from_port)->x;
  double end = accord_answer_port (self, route->to_port)->x;

  route->xs = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (route->xs, x);
  for (int row = (int) route->from_row + route->direction;
       route->direction != 0 && row != (int) route->to_row; row += route->direction)
    {
      x = find_way (self, accord_answer_row (self, row), x, route->bundle);
      g_array_append_val (route->xs, x);
    }
  g_array_append_val (route->xs, end);
}

static void
route_clear (gpointer data)
{
  g_clear_pointer (&((AccordAnswerRoute *) data)->xs, g_array_unref);
}

/*
 * accord_answer_plan_routes:
 * @plan: an arrangement of which the rows are known
 *
 * Finds a way for every line, gives each band the height that its lines need, and with that everything its
 * place from the top.
 */
void
accord_answer_plan_routes (AccordAnswerPlan *plan)
{
  AccordAnswerRouting self = { plan, g_array_new (FALSE, TRUE, sizeof (AccordAnswerRoute)),
                               g_array_new (FALSE, TRUE, sizeof (AccordAnswerPort)) };

  plan->lane_height = LANE_LEAST * plan->scale;
  g_array_set_clear_func (self.routes, route_clear);
  g_array_set_size (self.routes, plan->layout->edges->len);
  for (guint i = 0; i < self.routes->len; i++)
    accord_answer_route (&self, i)->edge = accord_answer_edge (plan->layout, i);
  accord_answer_make_ports (&self);
  for (guint i = 0; i < self.routes->len; i++)
    find_ways (&self, accord_answer_route (&self, i));
  accord_answer_fill_bands (&self);
  g_array_unref (self.routes);
  g_array_unref (self.ports);
}
