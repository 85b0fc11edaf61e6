/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fund-flow.h"

G_BEGIN_DECLS

/**
 * AccordFlowLineType:
 * @ACCORD_FLOW_HEAD: a group, above its ends
 * @ACCORD_FLOW_END: an end under the group it belongs to
 * @ACCORD_FLOW_WHOLE: a group and its only end in one
 * @ACCORD_FLOW_REST: what is not allocated yet or, where nothing is, not paid yet
 */
typedef enum
{
  ACCORD_FLOW_HEAD,
  ACCORD_FLOW_END,
  ACCORD_FLOW_WHOLE,
  ACCORD_FLOW_REST,
} AccordFlowLineType;

/**
 * AccordFlowLine:
 * @type: what it is
 * @label: its name
 * @detail: what stands beside the name in lighter words, or %NULL; of the rest, its sum
 * @sentence: all that is known of it, exact, for tooltip and screen reader
 * @allocated: in pence, or %ACCORD_UNKNOWN where nothing is allocated
 * @paid: in pence, or %ACCORD_UNKNOWN where nothing is paid
 * @weight: what the flow gives it, in pence; 0 for a head, whose ends have it
 * @share: of the fund, or of all that flows where the fund's amount is not known, in hundredths of one per
 * cent, or %ACCORD_UNKNOWN
 * @group: which group it is in
 * @colour: which series
 * @rows: (nullable): the records behind it
 *
 * A row of the flow of a fund, as the drawing and the table show it.
 */
typedef struct
{
  AccordFlowLineType type;
  char *label;
  char *detail;
  char *sentence;
  gint64 allocated;
  gint64 paid;
  gint64 weight;
  gint64 share;
  guint group;
  guint colour;
  AccordQuery *rows;
} AccordFlowLine;

/**
 * AccordFlowUnit:
 * @ACCORD_FLOW_POUNDS: whole pounds
 * @ACCORD_FLOW_THOUSANDS: thousands of pounds
 * @ACCORD_FLOW_MILLIONS: millions of pounds
 *
 * The one unit of a column of figures.
 */
typedef enum
{
  ACCORD_FLOW_POUNDS,
  ACCORD_FLOW_THOUSANDS,
  ACCORD_FLOW_MILLIONS,
} AccordFlowUnit;

void accord_flow_line_free (AccordFlowLine *self);
GPtrArray *accord_flow_lines (const AccordFundFlow *flow);
char *accord_flow_dup_summary (const AccordFundFlow *flow, const char *name);
char *accord_flow_dup_warning (const AccordFundFlow *flow);
char *accord_flow_dup_percent (gint64 share);

AccordFlowUnit accord_flow_choose_unit (GPtrArray *lines);
const char *accord_flow_unit_get_symbol (AccordFlowUnit unit);
char *accord_flow_dup_figure (gint64 pence, AccordFlowUnit unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFlowLine, accord_flow_line_free)

G_END_DECLS
