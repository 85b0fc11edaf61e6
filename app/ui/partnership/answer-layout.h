/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordAnswerBox:
 * @x: from the left, in pixels
 * @y: from the top
 * @width: in pixels
 * @height: in pixels
 *
 * Where something goes.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} AccordAnswerBox;

/**
 * AccordAnswerPoint:
 * @x: from the left, in pixels
 * @y: from the top
 *
 * A corner of a line.
 */
typedef struct
{
  double x;
  double y;
} AccordAnswerPoint;

/**
 * AccordAnswerNode:
 * @frame: index of the frame that it stands in, or -1
 * @tier: its tier where it stands in no frame; tiers go downwards
 * @level: its level within the frame or tier, downwards; levels share a row where they fit and no line joins
 * them
 * @box: (out): where it goes
 *
 * A node of a diagram.
 */
typedef struct
{
  int frame;
  int tier;
  int level;
  AccordAnswerBox box;
} AccordAnswerNode;

/**
 * AccordAnswerFrame:
 * @tier: its tier
 * @box: (out): where it goes
 * @title: (out): where its title goes
 *
 * A frame around nodes.
 */
typedef struct
{
  int tier;
  AccordAnswerBox box;
  AccordAnswerBox title;
} AccordAnswerFrame;

/**
 * AccordAnswerEdge:
 * @frames: whether it joins frames and not nodes
 * @from: index of where it begins
 * @to: index of where it ends
 * @style: lines of one style that begin or end at the same place are drawn as one that forks, with one label
 * @points: (out) (element-type AccordAnswerPoint): its corners, from its beginning to its end
 * @label: (out): where its words go; a width of nought where those of another line of the fork serve
 *
 * A line of a diagram, made of horizontal and vertical pieces.
 */
typedef struct
{
  gboolean frames;
  guint from;
  guint to;
  int style;
  GArray *points;
  AccordAnswerBox label;
} AccordAnswerEdge;

/**
 * AccordAnswerMeasure:
 * @node: how high a node is at a width
 * @title: the size of a frame's title, not wider than a width
 * @label: the size of a line's words, not wider than a width
 * @data: for them
 *
 * How large words are, which the layout does not know.
 */
typedef struct
{
  double (*node) (guint index, double width, gpointer data);
  void (*title) (guint index, double most, double *width, double *height, gpointer data);
  void (*label) (guint index, double most, double *width, double *height, gpointer data);
  gpointer data;
} AccordAnswerMeasure;

/**
 * AccordAnswerLayout:
 * @nodes: (element-type AccordAnswerNode): the nodes, in the order in which they stand
 * @frames: (element-type AccordAnswerFrame): the frames
 * @edges: (element-type AccordAnswerEdge): the lines
 * @height: (out): how high the whole is
 *
 * A diagram in tiers, from the top downwards.
 */
typedef struct
{
  GArray *nodes;
  GArray *frames;
  GArray *edges;
  double height;
} AccordAnswerLayout;

AccordAnswerLayout *accord_answer_layout_new (void);
void accord_answer_layout_free (AccordAnswerLayout *self);
guint accord_answer_layout_add_node (AccordAnswerLayout *self, int frame, int tier, int level);
guint accord_answer_layout_add_frame (AccordAnswerLayout *self, int tier);
guint accord_answer_layout_add_edge (AccordAnswerLayout *self, gboolean frames, guint from, guint to,
                                     int style);
void accord_answer_layout_arrange (AccordAnswerLayout *self, double width, double scale,
                                   const AccordAnswerMeasure *measure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAnswerLayout, accord_answer_layout_free)

G_END_DECLS
