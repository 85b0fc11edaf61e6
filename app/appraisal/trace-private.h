/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "run.h"
#include "trace.h"

G_BEGIN_DECLS

/**
 * AccordTraceContext:
 * @references: how many recipes there are
 * @cba: the CBA, which outlives the trace
 * @run: it, made ready
 * @option: what the option comes to
 * @comparator: (nullable): what its comparator comes to; %NULL where there is none, or it is not asked for
 *
 * What all values of a trace have in common.
 */
typedef struct
{
  guint references;
  const AccordCba *cba;
  AccordCbaRun *run;
  AccordCbaResult *option;
  AccordCbaResult *comparator;
} AccordTraceContext;

typedef struct _AccordTraceRecipe AccordTraceRecipe;

/**
 * AccordTraceFill:
 * @self: a value whose children are made
 * @recipe: how
 */
typedef void (*AccordTraceFill) (AccordTrace *self, const AccordTraceRecipe *recipe);

/**
 * AccordTraceRecipe:
 * @context: what it is of
 * @fill: makes the children
 * @figure: which figure, where it is of one
 * @option: index of the option whose lines are meant
 * @is_outcome: whether @line is one of its outcomes
 * @line: index of the line
 * @year: counted from 0
 * @slot: index of the organisation, %ACCORD_CBA_NONE for all of them; one beyond the last is nobody
 * @part: kind or class
 * @present: whether values are discounted
 *
 * How the children of a value are made.
 */
struct _AccordTraceRecipe
{
  AccordTraceContext *context;
  AccordTraceFill fill;
  AccordFigure figure;
  guint option;
  gboolean is_outcome;
  guint line;
  guint year;
  guint slot;
  guint part;
  gboolean present;
};

AccordTrace *accord_trace_node (AccordTraceWhat what, AccordTraceRule rule, AccordTraceUnit unit,
                                double value);
AccordTraceRecipe *accord_trace_follow (AccordTrace *self, const AccordTraceRecipe *from,
                                        AccordTraceFill fill);
AccordTrace *accord_trace_add (AccordTrace *self, AccordTrace *child);
AccordTrace *accord_trace_typed (AccordTrace *parent, AccordTraceWhat what, AccordTraceUnit unit,
                                 double value, const char *name, const char *source);

const AccordRunLine *accord_trace_get_line (const AccordTraceRecipe *recipe);
const char *accord_trace_get_line_name (const AccordTraceRecipe *recipe);
const char *accord_trace_get_line_uid (const AccordTraceRecipe *recipe);

AccordTrace *accord_trace_line (const AccordTraceRecipe *from, gboolean is_outcome, guint line);
AccordTrace *accord_trace_line_year (const AccordTraceRecipe *from, gboolean is_outcome, guint line,
                                     guint year, gboolean present);
void accord_trace_fill_cost_year (AccordTrace *self, const AccordTraceRecipe *recipe);
void accord_trace_fill_outcome_year (AccordTrace *self, const AccordTraceRecipe *recipe);
void accord_trace_add_price_ratio (AccordTrace *self, const AccordCba *cba, guint series, int from);
void accord_trace_add_factor (AccordTrace *self, const AccordTraceRecipe *recipe, guint schedule, guint year);
void accord_trace_add_bands (AccordTrace *self, const AccordSchedule *schedule, guint n_years);
void accord_trace_add_grade (AccordTrace *self, const AccordCba *cba, guint grade, gboolean costs);
void accord_trace_add_bias (AccordTrace *self, const AccordTraceRecipe *recipe, const AccordCbaCost *cost);

void accord_trace_add_share (AccordTrace *self, const AccordTraceRecipe *line);
AccordTrace *accord_trace_figure (const AccordTraceRecipe *from, AccordFigure figure);

G_END_DECLS
