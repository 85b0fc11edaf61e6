/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "partnership/answer-layout.h"

G_BEGIN_DECLS

/* What the steps of the layout share: rows from the top downwards, and the bands above them, through which
 * lines run. */

#define ACCORD_ANSWER_PAD 12.0
#define ACCORD_ANSWER_GAP 9.0

/**
 * AccordAnswerRow:
 * @frame: the frame that it belongs to, or -1
 * @edge: whether it is the upper or lower edge of the frame, and holds nothing
 * @nodes: (element-type guint): the nodes in it
 * @title: whether the frame's title stands in it
 * @blocks: (element-type AccordAnswerBox): what no line may run through
 * @tracks: (element-type AccordAnswerTrack): the lines that run through it
 * @above: the least height of the band above it
 * @y: its top
 * @height: its height
 *
 * A row.
 */
typedef struct
{
  int frame;
  gboolean edge;
  GArray *nodes;
  gboolean title;
  GArray *blocks;
  GArray *tracks;
  double above;
  double y;
  double height;
} AccordAnswerRow;

/**
 * AccordAnswerTrack:
 * @x: where a line runs through a row
 * @bundle: the fork that it belongs to
 *
 * A line that passes a row.
 */
typedef struct
{
  double x;
  int bundle;
} AccordAnswerTrack;

/**
 * AccordAnswerRun:
 * @band: the band that it lies in: that above the row of this index
 * @bundle: the fork
 * @left: where it begins
 * @right: where it ends
 * @lane: (out): which lane of the band
 *
 * A horizontal piece of a fork, with its words.
 */
typedef struct
{
  guint band;
  int bundle;
  double left;
  double right;
  guint lane;
} AccordAnswerRun;

/**
 * AccordAnswerPlan:
 * @layout: what is arranged
 * @measure: how large words are
 * @width: of the whole
 * @scale: how large text is
 * @rows: (element-type AccordAnswerRow): from the top
 * @runs: (element-type AccordAnswerRun): the horizontal pieces
 * @lanes: (element-type guint): how many lanes each band has
 * @lane_height: the height of one
 *
 * An arrangement under way.
 */
typedef struct
{
  AccordAnswerLayout *layout;
  const AccordAnswerMeasure *measure;
  double width;
  double scale;
  GPtrArray *rows;
  GArray *runs;
  GArray *lanes;
  double lane_height;
} AccordAnswerPlan;

#define accord_answer_node(layout, i) (&g_array_index ((layout)->nodes, AccordAnswerNode, i))
#define accord_answer_frame(layout, i) (&g_array_index ((layout)->frames, AccordAnswerFrame, i))
#define accord_answer_edge(layout, i) (&g_array_index ((layout)->edges, AccordAnswerEdge, i))

void accord_answer_plan_rows (AccordAnswerPlan *plan);
void accord_answer_plan_routes (AccordAnswerPlan *plan);

G_END_DECLS
