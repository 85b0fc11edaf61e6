/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/answer-layout.h"

#include <string.h>

#define ROUNDS 400
#define SLACK 0.01

static double
measure_node (guint index, double width, gpointer data)
{
  /* Some names take one line, some many. */
  return 30 + 15 * (index * 7 % 5) + (width < 120 ? 20 : 0);
}

static void
measure_title (guint index, double most, double *width, double *height, gpointer data)
{
  *width = MIN (most, 120 + index * 90);
  *height = 18;
}

static void
measure_label (guint index, double most, double *width, double *height, gpointer data)
{
  *width = MIN (most, 40 + index * 13 % 90);
  *height = 16;
}

static const AccordAnswerMeasure measure = { measure_node, measure_title, measure_label, NULL };

#define node_at(layout, i) (&g_array_index ((layout)->nodes, AccordAnswerNode, i))
#define frame_at(layout, i) (&g_array_index ((layout)->frames, AccordAnswerFrame, i))
#define edge_at(layout, i) (&g_array_index ((layout)->edges, AccordAnswerEdge, i))

static gboolean
overlap (const AccordAnswerBox *a, const AccordAnswerBox *b)
{
  return a->x + SLACK < b->x + b->width && b->x + SLACK < a->x + a->width && a->y + SLACK < b->y + b->height
         && b->y + SLACK < a->y + a->height;
}

static void
assert_within (const AccordAnswerBox *inner, const AccordAnswerBox *outer)
{
  g_assert_cmpfloat (inner->x, >=, outer->x - SLACK);
  g_assert_cmpfloat (inner->y, >=, outer->y - SLACK);
  g_assert_cmpfloat (inner->x + inner->width, <=, outer->x + outer->width + SLACK);
  g_assert_cmpfloat (inner->y + inner->height, <=, outer->y + outer->height + SLACK);
}

/* A line is a box without thickness: it may touch a node where it begins and ends, and nowhere run through
 * one. */
static void
assert_no_line_through (AccordAnswerLayout *layout, const AccordAnswerBox *box)
{
  for (guint i = 0; i < layout->edges->len; i++)
    {
      const AccordAnswerEdge *edge = edge_at (layout, i);

      for (guint j = 1; j < edge->points->len; j++)
        {
          AccordAnswerPoint a = g_array_index (edge->points, AccordAnswerPoint, j - 1);
          AccordAnswerPoint b = g_array_index (edge->points, AccordAnswerPoint, j);

          g_assert_true (a.x == b.x || a.y == b.y);
          g_assert_false (MAX (a.x, b.x) > box->x + SLACK && MIN (a.x, b.x) < box->x + box->width - SLACK
                          && MAX (a.y, b.y) > box->y + SLACK
                          && MIN (a.y, b.y) < box->y + box->height - SLACK);
        }
    }
}

static void
assert_touches (const AccordAnswerBox *box, AccordAnswerPoint at)
{
  g_assert_cmpfloat (at.x, >=, box->x);
  g_assert_cmpfloat (at.x, <=, box->x + box->width);
  g_assert_true (ABS (at.y - box->y) < SLACK || ABS (at.y - box->y - box->height) < SLACK);
}

static void
assert_edges (AccordAnswerLayout *layout, const AccordAnswerBox *all)
{
  for (guint i = 0; i < layout->edges->len; i++)
    {
      AccordAnswerEdge *edge = edge_at (layout, i);
      AccordAnswerPoint *points = (AccordAnswerPoint *) edge->points->data;

      g_assert_cmpuint (edge->points->len, >=, 2);
      assert_touches (edge->frames ? &frame_at (layout, edge->from)->box : &node_at (layout, edge->from)->box,
                      points[0]);
      assert_touches (edge->frames ? &frame_at (layout, edge->to)->box : &node_at (layout, edge->to)->box,
                      points[edge->points->len - 1]);
      for (guint j = 0; j < edge->points->len; j++)
        {
          AccordAnswerBox point = { points[j].x, points[j].y, 0, 0 };

          assert_within (&point, all);
        }
      if (edge->label.width <= 0)
        continue;
      assert_within (&edge->label, all);
      for (guint j = 0; j < layout->nodes->len; j++)
        g_assert_false (overlap (&edge->label, &node_at (layout, j)->box));
      for (guint j = 0; j < layout->frames->len; j++)
        g_assert_false (overlap (&edge->label, &frame_at (layout, j)->title));
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (&edge->label, &edge_at (layout, j)->label));
    }
}

static void
assert_sound (AccordAnswerLayout *layout, double width)
{
  AccordAnswerBox all = { 0, 0, width, layout->height };

  for (guint i = 0; i < layout->nodes->len; i++)
    {
      const AccordAnswerNode *node = node_at (layout, i);

      assert_within (&node->box, node->frame >= 0 ? &frame_at (layout, node->frame)->box : &all);
      assert_no_line_through (layout, &node->box);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (&node->box, &node_at (layout, j)->box));
    }
  for (guint i = 0; i < layout->frames->len; i++)
    {
      const AccordAnswerFrame *frame = frame_at (layout, i);

      assert_within (&frame->box, &all);
      assert_within (&frame->title, &frame->box);
      assert_no_line_through (layout, &frame->title);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (&frame->box, &frame_at (layout, j)->box));
      for (guint j = 0; j < layout->nodes->len; j++)
        g_assert_false (overlap (&frame->title, &node_at (layout, j)->box));
    }
  assert_edges (layout, &all);
}

/* Any diagram: frames and loose nodes in any tier, lines between any two. */
static AccordAnswerLayout *
make_any (GRand *random)
{
  AccordAnswerLayout *layout = accord_answer_layout_new ();
  int n_frames = g_rand_int_range (random, 0, 4);
  int n_nodes = g_rand_int_range (random, 1, 61);
  int n_edges = g_rand_int_range (random, 0, 20);

  for (int i = 0; i < n_frames; i++)
    accord_answer_layout_add_frame (layout, g_rand_int_range (random, 0, 4));
  for (int i = 0; i < n_nodes; i++)
    accord_answer_layout_add_node (layout, g_rand_int_range (random, -1, n_frames),
                                   g_rand_int_range (random, 0, 4), g_rand_int_range (random, 0, 3));
  for (int i = 0; i < n_edges; i++)
    {
      gboolean frames = n_frames > 1 && g_rand_int_range (random, 0, 5) == 0;
      int most = frames ? n_frames : n_nodes;
      guint from = g_rand_int_range (random, 0, most);
      guint to = g_rand_int_range (random, 0, most);

      if (from != to)
        accord_answer_layout_add_edge (layout, frames, from, to, g_rand_int_range (random, 0, 4));
    }
  return layout;
}

static void
test_any (void)
{
  GRand *random = g_rand_new_with_seed (g_test_rand_int ());

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (AccordAnswerLayout) layout = make_any (random);
      double width = g_rand_double_range (random, 240, 1600);
      double scale = g_rand_double_range (random, 0.75, 2.5);

      accord_answer_layout_arrange (layout, width, scale, &measure);
      assert_sound (layout, width);
    }
  g_rand_free (random);
}

static void
test_same_again (void)
{
  for (guint32 seed = 0; seed < 20; seed++)
    {
      GRand *one = g_rand_new_with_seed (seed), *two = g_rand_new_with_seed (seed);
      g_autoptr (AccordAnswerLayout) first = make_any (one);
      g_autoptr (AccordAnswerLayout) second = make_any (two);

      accord_answer_layout_arrange (first, 800, 1, &measure);
      /* Another width in between leaves nothing behind. */
      accord_answer_layout_arrange (second, 333, 2, &measure);
      accord_answer_layout_arrange (second, 800, 1, &measure);
      g_assert_cmpfloat (first->height, ==, second->height);
      g_assert_cmpmem (first->nodes->data, first->nodes->len * sizeof (AccordAnswerNode), second->nodes->data,
                       second->nodes->len * sizeof (AccordAnswerNode));
      for (guint i = 0; i < first->edges->len; i++)
        g_assert_cmpmem (
            edge_at (first, i)->points->data, edge_at (first, i)->points->len * sizeof (AccordAnswerPoint),
            edge_at (second, i)->points->data, edge_at (second, i)->points->len * sizeof (AccordAnswerPoint));
      g_rand_free (one);
      g_rand_free (two);
    }
}

static guint
count_rows (AccordAnswerLayout *layout)
{
  guint n = 0;
  double last = -1;

  for (guint i = 0; i < layout->nodes->len; i++)
    if (node_at (layout, i)->box.y != last)
      {
        last = node_at (layout, i)->box.y;
        n++;
      }
  return n;
}

/* Eight partners stand in a row, nine in two; where it is narrow there are more rows, and nothing is lost. */
static void
test_members (void)
{
  for (guint n = 1; n <= 60; n++)
    {
      g_autoptr (AccordAnswerLayout) layout = accord_answer_layout_new ();

      accord_answer_layout_add_frame (layout, 2);
      for (guint i = 0; i < n; i++)
        accord_answer_layout_add_node (layout, 0, 2, 1);
      accord_answer_layout_arrange (layout, 864, 1, &measure);
      assert_sound (layout, 864);
      g_assert_cmpuint (count_rows (layout), ==, (n + 7) / 8);
      accord_answer_layout_arrange (layout, 300, 2, &measure);
      assert_sound (layout, 300);
      g_assert_cmpuint (count_rows (layout), ==, n);
    }
}

static void
test_none (void)
{
  g_autoptr (AccordAnswerLayout) layout = accord_answer_layout_new ();

  accord_answer_layout_arrange (layout, 600, 1, &measure);
  g_assert_cmpfloat (layout->height, <, 10);
  accord_answer_layout_add_frame (layout, 0);
  accord_answer_layout_arrange (layout, 600, 1, &measure);
  assert_sound (layout, 600);
}

/* A board above another is joined to it by a straight line; two that scrutinise it by one that forks, with
 * its words said once. */
static void
test_board (void)
{
  g_autoptr (AccordAnswerLayout) layout = accord_answer_layout_new ();
  guint cabinet = accord_answer_layout_add_node (layout, -1, 0, 0);
  guint one = accord_answer_layout_add_node (layout, -1, 0, 0);
  guint two = accord_answer_layout_add_node (layout, -1, 0, 0);
  guint frame = accord_answer_layout_add_frame (layout, 1);
  guint board = accord_answer_layout_add_node (layout, frame, 0, 0);
  guint accountable = accord_answer_layout_add_edge (layout, FALSE, board, cabinet, 0);
  guint first = accord_answer_layout_add_edge (layout, FALSE, board, one, 1);
  guint second = accord_answer_layout_add_edge (layout, FALSE, board, two, 1);

  accord_answer_layout_arrange (layout, 864, 1, &measure);
  assert_sound (layout, 864);
  g_assert_cmpuint (edge_at (layout, accountable)->points->len, ==, 2);
  g_assert_cmpfloat (edge_at (layout, first)->label.width, >, 0);
  g_assert_cmpfloat (edge_at (layout, second)->label.width, ==, 0);
  g_assert_cmpfloat (node_at (layout, cabinet)->box.y, <, node_at (layout, board)->box.y);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/partnership/answer-layout/any", test_any);
  g_test_add_func ("/partnership/answer-layout/same-again", test_same_again);
  g_test_add_func ("/partnership/answer-layout/members", test_members);
  g_test_add_func ("/partnership/answer-layout/none", test_none);
  g_test_add_func ("/partnership/answer-layout/board", test_board);
  return g_test_run ();
}
