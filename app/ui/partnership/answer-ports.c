/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/answer-routes.h"

#include <math.h>

#define INSET 8.0

static guint
find_node_row (AccordAnswerRouting *self, guint node)
{
  for (guint i = 0; i < self->plan->rows->len; i++)
    for (guint j = 0; j < accord_answer_row (self, i)->nodes->len; j++)
      if (g_array_index (accord_answer_row (self, i)->nodes, guint, j) == node)
        return i;
  g_return_val_if_reached (0);
}

/* The upper edge of a frame, or the lower. */
guint
accord_answer_find_frame_row (AccordAnswerRouting *self, guint frame, gboolean below)
{
  guint found = 0;

  for (guint i = 0; i < self->plan->rows->len; i++)
    if (accord_answer_row (self, i)->frame == (int) frame && accord_answer_row (self, i)->edge)
      {
        found = i;
        if (!below)
          break;
      }
  return found;
}

static void
find_rows (AccordAnswerRouting *self, AccordAnswerRoute *route)
{
  const AccordAnswerEdge *edge = route->edge;

  if (edge->frames)
    {
      gboolean down = accord_answer_find_frame_row (self, edge->from, FALSE)
                      < accord_answer_find_frame_row (self, edge->to, FALSE);

      route->from_row = accord_answer_find_frame_row (self, edge->from, down);
      route->to_row = accord_answer_find_frame_row (self, edge->to, !down);
    }
  else
    {
      route->from_row = find_node_row (self, edge->from);
      route->to_row = find_node_row (self, edge->to);
    }
  route->direction = (route->to_row > route->from_row) - (route->to_row < route->from_row);
}

static gboolean
may_share (const AccordAnswerRoute *a, const AccordAnswerRoute *b)
{
  return a->edge->frames == b->edge->frames && a->edge->style == b->edge->style
         && a->direction == b->direction;
}

/* Lines of a style with the same beginning, or the same end, are one line that forks. */
static void
bundle_routes (AccordAnswerRouting *self)
{
  for (guint i = 0; i < self->routes->len; i++)
    {
      AccordAnswerRoute *route = accord_answer_route (self, i);
      guint n_from = 0, n_to = 0;

      for (guint j = 0; j < self->routes->len; j++)
        {
          const AccordAnswerRoute *other = accord_answer_route (self, j);

          n_from += may_share (route, other) && other->edge->from == route->edge->from;
          n_to += may_share (route, other) && other->edge->to == route->edge->to;
        }
      route->by_from = n_from >= n_to;
      route->bundle = (int) i;
      for (guint j = 0; j < i && route->bundle == (int) i; j++)
        {
          const AccordAnswerRoute *other = accord_answer_route (self, j);

          if (may_share (route, other) && other->by_from == route->by_from
              && (route->by_from ? other->edge->from == route->edge->from
                                 : other->edge->to == route->edge->to))
            route->bundle = other->bundle;
        }
    }
}

static AccordAnswerBox
place_box (AccordAnswerRouting *self, gboolean frames, guint index)
{
  if (frames)
    return (AccordAnswerBox){ ACCORD_ANSWER_EDGE, 0, self->plan->width - 2 * ACCORD_ANSWER_EDGE, 0 };
  return accord_answer_node (self->plan->layout, index)->box;
}

static guint
find_port (AccordAnswerRouting *self, gboolean frames, guint place, gboolean below, int group, double toward)
{
  AccordAnswerPort added = {
    place + (frames ? self->plan->layout->nodes->len : 0), below, group, toward, 1, 0
  };

  for (guint i = 0; i < self->ports->len; i++)
    {
      AccordAnswerPort *port = accord_answer_port (self, i);

      if (port->place != added.place || port->below != below || port->group != group)
        continue;
      port->toward = (port->toward * port->n_edges + toward) / (port->n_edges + 1);
      port->n_edges++;
      return i;
    }
  g_array_append_val (self->ports, added);
  return self->ports->len - 1;
}

static double
middle (AccordAnswerBox box)
{
  return box.x + box.width / 2;
}

static void
make_ports (AccordAnswerRouting *self)
{
  for (guint i = 0; i < self->routes->len; i++)
    {
      AccordAnswerRoute *route = accord_answer_route (self, i);
      gboolean frames = route->edge->frames;
      AccordAnswerBox from = place_box (self, frames, route->edge->from);
      AccordAnswerBox to = place_box (self, frames, route->edge->to);
      int own = -(int) i - 1;

      route->from_port = find_port (self, frames, route->edge->from, route->direction >= 0,
                                    route->by_from ? route->bundle : own, middle (to));
      route->to_port = find_port (self, frames, route->edge->to, route->direction <= 0,
                                  route->by_from ? own : route->bundle, middle (from));
    }
}

/* The lines on a side stand in the order of where they go, so that they do not cross at once. */
static void
place_ports (AccordAnswerRouting *self)
{
  guint n_nodes = self->plan->layout->nodes->len;

  for (guint i = 0; i < self->ports->len; i++)
    {
      AccordAnswerPort *port = accord_answer_port (self, i);
      AccordAnswerBox box =
          place_box (self, port->place >= n_nodes, port->place >= n_nodes ? 0 : port->place);
      guint before = 0, all = 0;

      for (guint j = 0; j < self->ports->len; j++)
        {
          const AccordAnswerPort *other = accord_answer_port (self, j);

          if (other->place != port->place || other->below != port->below)
            continue;
          all++;
          before += other->toward < port->toward || (other->toward == port->toward && j < i);
        }
      port->x = floor (box.x + box.width * (before + 1) / (all + 1)) + 0.5;
    }
}

static gboolean
is_alone (AccordAnswerRouting *self, guint index)
{
  const AccordAnswerPort *port = accord_answer_port (self, index);

  for (guint i = 0; i < self->ports->len; i++)
    if (i != index && accord_answer_port (self, i)->place == port->place
        && accord_answer_port (self, i)->below == port->below)
      return FALSE;
  return port->n_edges == 1;
}

static gboolean
snap (AccordAnswerRouting *self, guint index, guint other, AccordAnswerBox box)
{
  double x = accord_answer_port (self, other)->x;

  if (!is_alone (self, index) || x < box.x + INSET || x > box.x + box.width - INSET)
    return FALSE;
  accord_answer_port (self, index)->x = x;
  return TRUE;
}

/* A line that can be straight is. */
static void
straighten (AccordAnswerRouting *self)
{
  for (guint i = 0; i < self->routes->len; i++)
    {
      AccordAnswerRoute *route = accord_answer_route (self, i);
      const AccordAnswerEdge *edge = route->edge;

      if (route->direction != 0
          && !snap (self, route->to_port, route->from_port, place_box (self, edge->frames, edge->to)))
        snap (self, route->from_port, route->to_port, place_box (self, edge->frames, edge->from));
    }
}

/*
 * accord_answer_make_ports:
 * @self: lines of which the ends are known
 *
 * Finds which rows each line goes between, which are one that forks, and where each leaves and arrives.
 */
void
accord_answer_make_ports (AccordAnswerRouting *self)
{
  for (guint i = 0; i < self->routes->len; i++)
    find_rows (self, accord_answer_route (self, i));
  bundle_routes (self);
  make_ports (self);
  place_ports (self);
  straighten (self);
}
