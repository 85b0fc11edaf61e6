/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/answer-layout.h"

#include "partnership/answer-rows.h"

static void
clear_edge (gpointer data)
{
  g_array_unref (((AccordAnswerEdge *) data)->points);
}

/**
 * accord_answer_layout_new:
 *
 * Returns: (transfer full): a diagram with nothing in it
 */
AccordAnswerLayout *
accord_answer_layout_new (void)
{
  AccordAnswerLayout *self = g_new0 (AccordAnswerLayout, 1);

  self->nodes = g_array_new (FALSE, TRUE, sizeof (AccordAnswerNode));
  self->frames = g_array_new (FALSE, TRUE, sizeof (AccordAnswerFrame));
  self->edges = g_array_new (FALSE, TRUE, sizeof (AccordAnswerEdge));
  g_array_set_clear_func (self->edges, clear_edge);
  return self;
}

void
accord_answer_layout_free (AccordAnswerLayout *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->frames);
  g_array_unref (self->edges);
  g_free (self);
}

/**
 * accord_answer_layout_add_node:
 * @self: a diagram
 * @frame: the frame that it stands in, or -1
 * @tier: its tier, where it stands in no frame
 * @level: its level within that
 *
 * Returns: the index of a new node
 */
guint
accord_answer_layout_add_node (AccordAnswerLayout *self, int frame, int tier, int level)
{
  AccordAnswerNode node = { .frame = frame, .tier = tier, .level = level };

  g_return_val_if_fail (frame < (int) self->frames->len, 0);

  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

/**
 * accord_answer_layout_add_frame:
 * @self: a diagram
 * @tier: its tier
 *
 * Returns: the index of a new frame
 */
guint
accord_answer_layout_add_frame (AccordAnswerLayout *self, int tier)
{
  AccordAnswerFrame frame = { .tier = tier };

  g_array_append_val (self->frames, frame);
  return self->frames->len - 1;
}

/**
 * accord_answer_layout_add_edge:
 * @self: a diagram
 * @frames: whether it joins frames and not nodes
 * @from: index of where it begins
 * @to: index of where it ends, which is something else
 * @style: its style
 *
 * Returns: the index of a new line
 */
guint
accord_answer_layout_add_edge (AccordAnswerLayout *self, gboolean frames, guint from, guint to, int style)
{
  AccordAnswerEdge edge = { .frames = frames, .from = from, .to = to, .style = style };

  g_return_val_if_fail (from != to, 0);
  g_return_val_if_fail (MAX (from, to) < (frames ? self->frames : self->nodes)->len, 0);

  edge.points = g_array_new (FALSE, FALSE, sizeof (AccordAnswerPoint));
  g_array_append_val (self->edges, edge);
  return self->edges->len - 1;
}

static void
row_free (gpointer data)
{
  AccordAnswerRow *row = data;

  g_array_unref (row->nodes);
  g_array_unref (row->blocks);
  g_array_unref (row->tracks);
  g_free (row);
}

/**
 * accord_answer_layout_arrange:
 * @self: a diagram
 * @width: how wide it is to be, in pixels
 * @scale: how large text is, 1 for the usual size
 * @measure: how large words are
 *
 * Decides where everything goes. No two nodes overlap, no line runs through a node or a title, and all lies
 * between nought and @width. The same diagram is arranged in the same way every time.
 */
void
accord_answer_layout_arrange (AccordAnswerLayout *self, double width, double scale,
                              const AccordAnswerMeasure *measure)
{
  AccordAnswerPlan plan = { self, measure, width, scale };

  g_return_if_fail (self != NULL);
  g_return_if_fail (measure != NULL);

  for (guint i = 0; i < self->edges->len; i++)
    {
      AccordAnswerEdge *edge = accord_answer_edge (self, i);

      g_array_set_size (edge->points, 0);
      edge->label = (AccordAnswerBox){ 0 };
    }
  plan.rows = g_ptr_array_new_with_free_func (row_free);
  plan.runs = g_array_new (FALSE, TRUE, sizeof (AccordAnswerRun));
  plan.lanes = g_array_new (FALSE, TRUE, sizeof (guint));
  accord_answer_plan_rows (&plan);
  accord_answer_plan_routes (&plan);
  g_ptr_array_unref (plan.rows);
  g_array_unref (plan.runs);
  g_array_unref (plan.lanes);
}
