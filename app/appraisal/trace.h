/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "result.h"

G_BEGIN_DECLS

/**
 * AccordFigure:
 *
 * A figure that can be asked why. Those of positions need an organisation; those of a year a year; those of a
 * line a line.
 */
typedef enum
{
  ACCORD_FIGURE_PVC,
  ACCORD_FIGURE_PVB,
  ACCORD_FIGURE_NPSV,
  ACCORD_FIGURE_BCR,
  ACCORD_FIGURE_NPC,
  ACCORD_FIGURE_EAC,
  ACCORD_FIGURE_PAYBACK,
  ACCORD_FIGURE_DISCOUNTED_PAYBACK,
  ACCORD_FIGURE_CASHABLE,
  ACCORD_FIGURE_ROI,
  ACCORD_FIGURE_BUDGET_IMPACT,
  ACCORD_FIGURE_CLASS,     /* of `part`: an AccordOutcomeClass */
  ACCORD_FIGURE_KIND,      /* of `part`: an AccordCostKind */
  ACCORD_FIGURE_YEAR_COST, /* of `year` */
  ACCORD_FIGURE_YEAR_BENEFIT,
  ACCORD_FIGURE_YEAR_CUMULATIVE,
  ACCORD_FIGURE_POSITION_COST, /* of `organisation` */
  ACCORD_FIGURE_POSITION_BENEFIT,
  ACCORD_FIGURE_POSITION_NET,
  ACCORD_FIGURE_POSITION_DEEPEST,
  ACCORD_FIGURE_LINE,      /* present value of `line` */
  ACCORD_FIGURE_LINE_YEAR, /* of `line` in `year` */
  ACCORD_N_FIGURES,
} AccordFigure;

/**
 * AccordFigureRef:
 * @figure: which figure
 * @option: index of the option
 * @own: of the option alone; else less its comparator
 * @organisation: index, or %ACCORD_CBA_NONE
 * @is_outcome: whether @line is of the outcomes
 * @line: index, or %ACCORD_CBA_NONE
 * @year: counted from 0
 * @part: see #AccordFigure
 *
 * Names a figure.
 */
typedef struct
{
  AccordFigure figure;
  guint option;
  gboolean own;
  guint organisation;
  gboolean is_outcome;
  guint line;
  guint year;
  guint part;
} AccordFigureRef;

/**
 * AccordTraceRule:
 * @ACCORD_RULE_TYPED: typed by somebody: @AccordTrace.field, of a line or of an edition
 * @ACCORD_RULE_SUM: the children added up
 * @ACCORD_RULE_DIFFERENCE: the first child less the others
 * @ACCORD_RULE_PRODUCT: the children multiplied
 * @ACCORD_RULE_QUOTIENT: the first child divided by the second
 * @ACCORD_RULE_COMPLEMENT: 1 less the child
 * @ACCORD_RULE_UPLIFT: 1 and the child
 * @ACCORD_RULE_POWER: the first child to the power of the second
 * @ACCORD_RULE_FACTOR: the discount factor of a year: 1 divided by each (1 + rate) up to it; the children are
 * the bands' rates, each with the number of years it was used as its own child
 * @ACCORD_RULE_ANNUITY: the sum of the discount factors of years 1 to that of the first child; the other
 * children are the bands' rates, as for a factor
 * @ACCORD_RULE_FIRST_YEAR: the first year from which the children, by year, stay at or above nought
 * @ACCORD_RULE_LOWEST: the lowest of the children, by year, if below nought
 * @ACCORD_RULE_FLOOR: the greater of the two children
 *
 * How a value was made from those under it.
 */
typedef enum
{
  ACCORD_RULE_TYPED,
  ACCORD_RULE_SUM,
  ACCORD_RULE_DIFFERENCE,
  ACCORD_RULE_PRODUCT,
  ACCORD_RULE_QUOTIENT,
  ACCORD_RULE_COMPLEMENT,
  ACCORD_RULE_UPLIFT,
  ACCORD_RULE_POWER,
  ACCORD_RULE_FACTOR,
  ACCORD_RULE_ANNUITY,
  ACCORD_RULE_FIRST_YEAR,
  ACCORD_RULE_LOWEST,
  ACCORD_RULE_FLOOR,
} AccordTraceRule;

typedef enum
{
  ACCORD_UNIT_PENCE,
  ACCORD_UNIT_RATIO,
  ACCORD_UNIT_RATE,
  ACCORD_UNIT_YEAR,
  ACCORD_UNIT_COUNT,
  ACCORD_UNIT_FACTOR,
  ACCORD_UNIT_INDEX,
} AccordTraceUnit;

/**
 * AccordTraceWhat:
 *
 * What a value of a trace is, for the words that are made of it.
 */
typedef enum
{
  ACCORD_WHAT_FIGURE,             /* `figure` */
  ACCORD_WHAT_FIELD,              /* `field` of the line `name` */
  ACCORD_WHAT_LINE,               /* the line `name`, discounted */
  ACCORD_WHAT_LINE_YEAR,          /* the line `name` in `year` */
  ACCORD_WHAT_LINE_YEAR_PRESENT,  /* the same, discounted */
  ACCORD_WHAT_ORGANISATION_SHARE, /* what of a line goes to `name` */
  ACCORD_WHAT_OPTION,             /* `figure` of the option `name` alone */
  ACCORD_WHAT_COMPARATOR,         /* `figure` of what it is measured against */
  ACCORD_WHAT_FACTOR,             /* discount factor of `year` of schedule `name` */
  ACCORD_WHAT_BAND_RATE,          /* rate of a band from `year` on */
  ACCORD_WHAT_BAND_YEARS,         /* how many years it was used */
  ACCORD_WHAT_PRICE_RATIO,        /* re-basing */
  ACCORD_WHAT_PRICE_INDEX,        /* index of calendar or financial `year` in series `name` */
  ACCORD_WHAT_GRADE_CORRECTION,   /* what the grade corrects by */
  ACCORD_WHAT_BIAS_RATE,          /* optimism bias after mitigation */
  ACCORD_WHAT_BIAS_UPPER,
  ACCORD_WHAT_BIAS_LOWER,
  ACCORD_WHAT_BIAS_WORK, /* bound of works `name` */
  ACCORD_WHAT_BIAS_SHARE,
  ACCORD_WHAT_MITIGATION, /* of cause `name` */
  ACCORD_WHAT_MITIGATION_COST,
  ACCORD_WHAT_STILL_THERE, /* (1 − drop-off) to the power of the years since its first */
  ACCORD_WHAT_YEARS_SINCE,
  ACCORD_WHAT_ANNUITY,
  ACCORD_WHAT_HORIZON,
  ACCORD_WHAT_YEAR_NET,        /* net of `year` */
  ACCORD_WHAT_YEAR_CUMULATIVE, /* cumulative net up to `year` */
  ACCORD_WHAT_CONSTANT,        /* a plain number, such as a year */
} AccordTraceWhat;

typedef struct _AccordTrace AccordTrace;

/**
 * AccordTrace:
 * @what: what it is
 * @rule: how it was made
 * @unit: what it is counted in
 * @value: the value
 * @defined: whether it is a number
 * @figure: for %ACCORD_WHAT_FIGURE, %ACCORD_WHAT_OPTION and %ACCORD_WHAT_COMPARATOR
 * @part: of a figure by class or kind, which
 * @field: for %ACCORD_WHAT_FIELD
 * @year: counted from 0, or a calendar or financial year for an index or re-basing, or a grade for its
 * correction, or %ACCORD_NO_YEAR
 * @uid: (nullable): of the line or organisation that it is of, so that it can be opened
 * @name: (nullable): of the line, organisation, schedule, series or cause
 * @source: (nullable): where a typed number is from
 * @recipe: how @children are made; nobody else's business
 * @children: (nullable) (element-type AccordTrace): what it was made from; ask accord_trace_get_children()
 *
 * A value, and why it is so, down to the typed numbers. Of a long appraisal that is a very large tree, so
 * that what a value was made from is found out when it is first asked for.
 */
struct _AccordTrace
{
  AccordTraceWhat what;
  AccordTraceRule rule;
  AccordTraceUnit unit;
  double value;
  AccordDefined defined;
  AccordFigure figure;
  guint part;
  AccordCbaField field;
  int year;
  char *uid;
  char *name;
  char *source;
  gpointer recipe;
  GPtrArray *children;
};

AccordTrace *accord_trace_new (const AccordCba *cba, const AccordFigureRef *figure);
void accord_trace_free (AccordTrace *self);
GPtrArray *accord_trace_get_children (AccordTrace *self);
double accord_trace_work_out (AccordTrace *self);
const char *accord_figure_get_code (AccordFigure figure);
gboolean accord_figure_from_code (const char *code, AccordFigure *figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordTrace, accord_trace_free)

G_END_DECLS
