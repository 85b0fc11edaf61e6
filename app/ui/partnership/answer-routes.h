/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "partnership/answer-rows.h"

G_BEGIN_DECLS

/* What the steps of finding a way for the lines share. */

/* Where a line stands on the side of a node or frame; the lines of a fork share one. */
typedef struct
{
  guint place;
  gboolean below;
  int group;
  double toward;
  guint n_edges;
  double x;
} AccordAnswerPort;

/* A line on its way: the rows that it goes between, and where it passes each. */
typedef struct
{
  AccordAnswerEdge *edge;
  int direction;
  guint from_row;
  guint to_row;
  gboolean by_from;
  int bundle;
  guint from_port;
  guint to_port;
  GArray *xs;
} AccordAnswerRoute;

typedef struct
{
  AccordAnswerPlan *plan;
  GArray *routes;
  GArray *ports;
} AccordAnswerRouting;

#define accord_answer_route(self, i) (&g_array_index ((self)->routes, AccordAnswerRoute, i))
#define accord_answer_port(self, i) (&g_array_index ((self)->ports, AccordAnswerPort, i))
#define accord_answer_row(self, i) ((AccordAnswerRow *) (self)->plan->rows->pdata[i])

/* A line keeps this far from the edge. */
#define ACCORD_ANSWER_EDGE 2.0

guint accord_answer_find_frame_row (AccordAnswerRouting *self, guint frame, gboolean below);
void accord_answer_make_ports (AccordAnswerRouting *self);
void accord_answer_fill_bands (AccordAnswerRouting *self);

G_END_DECLS
