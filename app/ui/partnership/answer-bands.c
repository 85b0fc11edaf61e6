/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/answer-routes.h"

#include <math.h>

#define LABEL_GAP 6.0
#define LANE_GAP 8.0

/* The band between the row where a line is and the next. */
static guint
band_of (const AccordAnswerRoute *route, guint leg)
{
  if (route->direction < 0)
    return route->from_row - leg;
  return route->from_row + leg + 1;
}

static AccordAnswerRun *
find_run (AccordAnswerRouting *self, guint band, int bundle)
{
  for (guint i = 0; i < self->plan->runs->len; i++)
    {
      AccordAnswerRun *run = &g_array_index (self->plan->runs, AccordAnswerRun, i);

      if (run->band == band && run->bundle == bundle)
        return run;
    }
  return NULL;
}

static void
extend_run (AccordAnswerRouting *self, guint band, int bundle, double a, double b)
{
  AccordAnswerRun *run = find_run (self, band, bundle);
  AccordAnswerRun added = { band, bundle, MIN (a, b), MAX (a, b), 0 };

  if (run == NULL)
    {
      g_array_append_val (self->plan->runs, added);
      return;
    }
  run->left = MIN (run->left, added.left);
  run->right = MAX (run->right, added.right);
}

static void
make_runs (AccordAnswerRouting *self, const AccordAnswerRoute *route)
{
  for (guint leg = 0; leg + 1 < route->xs->len; leg++)
    {
      double a = g_array_index (route->xs, double, leg);
      double b = g_array_index (route->xs, double, leg + 1);

      if (a != b)
        extend_run (self, band_of (route, leg), route->bundle, a, b);
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Where in a band the lines of a fork turn. */
static GArray *
find_turns (AccordAnswerRouting *self, guint band, int bundle)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->routes->len; i++)
    {
      const AccordAnswerRoute *route = accord_answer_route (self, i);

      for (guint leg = 0; route->bundle == bundle && leg + 1 < route->xs->len; leg++)
        if (band_of (route, leg) == band)
          g_array_append_vals (turns, &g_array_index (route->xs, double, leg), 2);
    }
  g_array_sort (turns, compare_numbers);
  return turns;
}

/* Words stand on the longest piece if they have room there, else beside the line. */
static double
find_label_x (AccordAnswerRouting *self, guint band, int bundle, double width)
{
  g_autoptr (GArray) turns = find_turns (self, band, bundle);
  double longest = 0, at = 0, last = g_array_index (turns, double, turns->len - 1);
  double most = self->plan->width - ACCORD_ANSWER_EDGE - width;

  for (guint i = 1; i < turns->len; i++)
    {
      double left = g_array_index (turns, double, i - 1);
      double right = g_array_index (turns, double, i);

      if (right - left <= longest)
        continue;
      longest = right - left;
      at = (left + right - width) / 2;
    }
  if (longest >= width + 4 * LABEL_GAP)
    return at;
  if (last + LABEL_GAP <= most)
    return last + LABEL_GAP;
  return MAX (ACCORD_ANSWER_EDGE, MIN (most, g_array_index (turns, double, 0) - LABEL_GAP - width));
}

static guint
find_label_band (AccordAnswerRouting *self, const AccordAnswerRoute *route)
{
  guint band = band_of (route, route->xs->len - 2);
  double longest = 0;

  for (guint i = 0; i < self->plan->runs->len; i++)
    {
      const AccordAnswerRun *run = &g_array_index (self->plan->runs, AccordAnswerRun, i);

      if (run->bundle == route->bundle && run->right - run->left > longest)
        {
          longest = run->right - run->left;
          band = run->band;
        }
    }
  return band;
}

static void
place_label (AccordAnswerRouting *self, guint index)
{
  AccordAnswerRoute *route = accord_answer_route (self, index);
  AccordAnswerBox *label = &route->edge->label;
  guint band = find_label_band (self, route);

  if (route->bundle != (int) index)
    return;
  self->plan->measure->label (index, self->plan->width * 0.6, &label->width, &label->height,
                              self->plan->measure->data);
  if (label->width <= 0)
    return;
  label->x = floor (find_label_x (self, band, route->bundle, label->width));
  label->y = band;
  extend_run (self, band, route->bundle, label->x, label->x + label->width);
  self->plan->lane_height = MAX (self->plan->lane_height, label->height + 2);
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const AccordAnswerRun *first = a;
  const AccordAnswerRun *second = b;

  if (first->band != second->band)
    return first->band < second->band ? -1 : 1;
  if (first->left != second->left)
    return first->left < second->left ? -1 : 1;
  return first->bundle - second->bundle;
}

static void
assign_lanes (AccordAnswerRouting *self)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *runs = self->plan->runs;

  g_array_sort (runs, compare_runs);
  g_array_set_size (self->plan->lanes, self->plan->rows->len);
  for (guint i = 0; i < runs->len; i++)
    {
      AccordAnswerRun *run = &g_array_index (runs, AccordAnswerRun, i);
      guint lane = 0;

      if (i == 0 || g_array_index (runs, AccordAnswerRun, i - 1).band != run->band)
        g_array_set_size (ends, 0);
      while (lane < ends->len && g_array_index (ends, double, lane) + LANE_GAP > run->left)
        lane++;
      if (lane == ends->len)
        g_array_append_val (ends, run->right);
      else
        g_array_index (ends, double, lane) = run->right;
      run->lane = lane;
      g_array_index (self->plan->lanes, guint, run->band) = ends->len;
    }
}

static double
lane_y (AccordAnswerRouting *self, const AccordAnswerRun *run)
{
  AccordAnswerRow *row = accord_answer_row (self, run->band);
  double top =
      row->y - row->above / 2 - g_array_index (self->plan->lanes, guint, run->band) * self->plan->lane_height;

  return floor (top + (run->lane + 0.5) * self->plan->lane_height) + 0.5;
}

static void
place_rows (AccordAnswerRouting *self)
{
  AccordAnswerPlan *plan = self->plan;
  double y = ACCORD_ANSWER_EDGE;

  for (guint i = 0; i < plan->rows->len; i++)
    {
      AccordAnswerRow *row = accord_answer_row (self, i);
      guint n_lanes = g_array_index (plan->lanes, guint, i);

      if (i == 0)
        row->above = 0;
      row->y = ceil (y + row->above + n_lanes * plan->lane_height);
      y = row->y + row->height;
      for (guint j = 0; j < row->nodes->len; j++)
        accord_answer_node (plan->layout, g_array_index (row->nodes, guint, j))->box.y = row->y;
      if (row->title)
        {
          AccordAnswerFrame *frame = accord_answer_frame (plan->layout, row->frame);

          frame->title.y = row->y + floor ((row->height - frame->title.height) / 2);
        }
    }
  plan->layout->height = ceil (y + ACCORD_ANSWER_EDGE);
  for (guint i = 0; i < plan->layout->frames->len; i++)
    {
      double top = accord_answer_row (self, accord_answer_find_frame_row (self, i, FALSE))->y;
      double bottom = accord_answer_row (self, accord_answer_find_frame_row (self, i, TRUE))->y;

      accord_answer_frame (plan->layout, i)->box =
          (AccordAnswerBox){ ACCORD_ANSWER_EDGE, top, plan->width - 2 * ACCORD_ANSWER_EDGE, bottom - top };
    }
}

static void
add_point (AccordAnswerRoute *route, double x, double y)
{
  g_array_append_val (route->edge->points, ((AccordAnswerPoint){ x, y }));
}

static void
draw_route (AccordAnswerRouting *self, AccordAnswerRoute *route)
{
  AccordAnswerRow *from = accord_answer_row (self, route->from_row);
  AccordAnswerRow *to = accord_answer_row (self, route->to_row);
  guint last = route->xs->len - 1;

  add_point (route, g_array_index (route->xs, double, 0),
             route->direction < 0 ? from->y : from->y + from->height);
  for (guint leg = 0; leg < last; leg++)
    {
      AccordAnswerRun *run = find_run (self, band_of (route, leg), route->bundle);
      double a = g_array_index (route->xs, double, leg);
      double b = g_array_index (route->xs, double, leg + 1);

      if (a == b)
        continue;
      add_point (route, a, lane_y (self, run));
      add_point (route, b, lane_y (self, run));
    }
  add_point (route, g_array_index (route->xs, double, last),
             route->direction > 0 ? to->y : to->y + to->height);
}

static void
finish_label (AccordAnswerRouting *self, const AccordAnswerRoute *route)
{
  AccordAnswerBox *label = &route->edge->label;
  AccordAnswerRun *run = label->width > 0 ? find_run (self, (guint) label->y, route->bundle) : NULL;

  if (run != NULL)
    label->y = floor (lane_y (self, run) - label->height / 2);
}

/*
 * accord_answer_fill_bands:
 * @self: lines of which the ways are known
 *
 * Gives the horizontal pieces and the words their lanes, and with that everything its place from the top.
 */
void
accord_answer_fill_bands (AccordAnswerRouting *self)
{
  for (guint i = 0; i < self->routes->len; i++)
    make_runs (self, accord_answer_route (self, i));
  for (guint i = 0; i < self->routes->len; i++)
    place_label (self, i);
  assign_lanes (self);
  place_rows (self);
  for (guint i = 0; i < self->routes->len; i++)
    {
      draw_route (self, accord_answer_route (self, i));
      finish_label (self, accord_answer_route (self, i));
    }
}
