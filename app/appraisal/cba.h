/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bias.h"
#include "prices.h"
#include "schedule.h"

G_BEGIN_DECLS

/* A cost-benefit analysis as it was put together: typed numbers only, nothing worked out. Everything is a
 * plain struct that its owner fills in; accord_cba_check() says what is wrong with it. */

#define ACCORD_CBA_MOST_YEARS 500
#define ACCORD_CBA_MOST_LINES 10000

/**
 * ACCORD_CBA_LARGEST:
 *
 * The largest sum of pence that one figure may be: a thousand million million, ten million million pounds.
 * Beyond it a double no longer tells pennies apart.
 */
#define ACCORD_CBA_LARGEST G_GINT64_CONSTANT (1000000000000000)

/**
 * ACCORD_CBA_NONE:
 *
 * No line, organisation, option, schedule, series or group.
 */
#define ACCORD_CBA_NONE G_MAXUINT

typedef enum
{
  ACCORD_COST_CAPITAL,
  ACCORD_COST_REVENUE,
  ACCORD_COST_IN_KIND,
} AccordCostKind;

typedef enum
{
  ACCORD_OUTCOME_FISCAL,
  ACCORD_OUTCOME_ECONOMIC,
  ACCORD_OUTCOME_SOCIAL,
} AccordOutcomeClass;

typedef enum
{
  ACCORD_TIMING_RECURRENT,
  ACCORD_TIMING_ONE_OFF,
} AccordTiming;

typedef enum
{
  ACCORD_COMPARATOR_NONE,
  ACCORD_COMPARATOR_DO_NOTHING,
  ACCORD_COMPARATOR_DO_MINIMUM,
} AccordComparator;

/**
 * AccordSpreadShape:
 * @ACCORD_SPREAD_NONE: certain
 * @ACCORD_SPREAD_TRIANGULAR: between low and high, most likely likely
 * @ACCORD_SPREAD_PERT: the same ends and peak, a beta distribution with weight 4 on the peak
 * @ACCORD_SPREAD_NORMAL: mean likely, standard deviation high; low is not used
 * @ACCORD_SPREAD_UNIFORM: anywhere between low and high; likely is not used
 */
typedef enum
{
  ACCORD_SPREAD_NONE,
  ACCORD_SPREAD_TRIANGULAR,
  ACCORD_SPREAD_PERT,
  ACCORD_SPREAD_NORMAL,
  ACCORD_SPREAD_UNIFORM,
} AccordSpreadShape;

/**
 * AccordSpread:
 * @shape: of the distribution
 * @low: the least, as a multiple of the line's value: 0.8
 * @likely: the most likely (of a normal distribution: the mean), usually 1
 * @high: the greatest (of a normal distribution: the standard deviation): 1.3
 * @group: index of the group of lines it moves with, or %ACCORD_CBA_NONE
 * @against: whether it moves against its group instead
 *
 * How sure a line's value is. What is drawn multiplies all of the line's amounts.
 */
typedef struct
{
  AccordSpreadShape shape;
  AccordDecimal low;
  AccordDecimal likely;
  AccordDecimal high;
  guint group;
  gboolean against;
} AccordSpread;

/**
 * AccordCbaGroup:
 * @name: what the lines have in common: "Staff costs"
 * @correlation: between any two of them, 0 to 1: the square of each one's correlation with what they share
 */
typedef struct
{
  char *name;
  AccordDecimal correlation;
} AccordCbaGroup;

/**
 * AccordCbaCost:
 * @uid: what the caller knows it by; unique among all lines
 * @name: what it is for
 * @organisation: index of who pays, or %ACCORD_CBA_NONE where that is not known
 * @kind: capital, revenue or in kind
 * @timing: whether it comes every year or once
 * @amounts: (element-type gint64): pence in each year from year 0; years beyond the array have none
 * @nominal: whether the amounts are in the prices of the year they fall in; else in those of @price_year
 * @price_year: the year whose prices the amounts are in, or %ACCORD_NO_YEAR for the appraisal's own; always
 * of the kind of years of the series
 * @series: index of the price series that re-bases it, or %ACCORD_CBA_NONE
 * @grade: of confidence, 1 to 6, or 0 for none
 * @sheet: (nullable): its mitigation worksheet: bounds of works are added to capital costs, those of
 * operating costs to revenue costs; what mitigation costs is added in the first year that has an amount, as
 * it was typed
 * @bias: its optimism bias where there is no worksheet, 0.2 for 20 %; usually 0
 * @mitigated: how much of @bias is mitigated, 0 to 1
 * @schedule: index of the schedule that discounts it, or %ACCORD_CBA_NONE for the appraisal's own
 * @spread: how sure it is
 * @source: (nullable): where the figures are from, in words
 *
 * A line of costs.
 */
typedef struct
{
  char *uid;
  char *name;
  guint organisation;
  AccordCostKind kind;
  AccordTiming timing;
  GArray *amounts;
  gboolean nominal;
  int price_year;
  guint series;
  guint grade;
  AccordBiasSheet *sheet;
  AccordDecimal bias;
  AccordDecimal mitigated;
  guint schedule;
  AccordSpread spread;
  char *source;
} AccordCbaCost;

/**
 * AccordCbaGain:
 * @organisation: index of who gains
 * @share: of the line, 0 to 1
 */
typedef struct
{
  guint organisation;
  AccordDecimal share;
} AccordCbaGain;

/**
 * AccordCbaOutcome:
 * @uid: what the caller knows it by; unique among all lines
 * @name: what comes of it
 * @need: people (or cases) in need, a year
 * @engagement: how many of them take part, 0 to 1
 * @impact: for how many of those it makes the difference, 0 to 1
 * @deadweight: how many of those would have had it anyway, 0 to 1
 * @unit_value: what one is worth, in pence a year
 * @price_year: of @unit_value, or %ACCORD_NO_YEAR for the appraisal's own; of the kind of years of the series
 * @series: index of the price series that re-bases it, or %ACCORD_CBA_NONE
 * @attribution: how much of it is due to this case, 0 to 1; usually 1
 * @displacement: how much merely moves from elsewhere, 0 to 1; usually 0
 * @leakage: how much goes to people outside the place, 0 to 1; usually 0
 * @lag_years: years before it begins
 * @drop_off: how much of it is lost each year after its first, 0 to 1
 * @lasts: years it lasts from its first, or 0 for until the horizon
 * @phasing: (element-type AccordDecimal) (nullable): how much of it is reached in each year from year 0, 0 to
 * 1; years beyond the array are as its last; %NULL for all of it
 * @grade: of confidence, 1 to 6, or 0 for none
 * @outcome_class: fiscal, economic or social
 * @timing: whether it comes every year or once
 * @cashable: how much of it can be taken out as cash, 0 to 1
 * @gains: (element-type AccordCbaGain): who gains; the shares add to 1; empty where that is not known
 * @schedule: index of the schedule that discounts it, or %ACCORD_CBA_NONE for the appraisal's own
 * @spread: how sure it is
 * @source: (nullable): where the unit value is from, in words
 *
 * A line of outcomes. In year t ≥ lag it is worth need × engagement × impact × (1 − deadweight) × unit value,
 * re-based × attribution × (1 − displacement) × (1 − leakage) × phasing(t) × (1 − drop-off)^(t − lag) ×
 * (1 − correction of its grade). (HM Treasury and New Economy 2014, Supporting public service
 * transformation.) A line that comes once has its worth in year lag alone.
 */
typedef struct
{
  char *uid;
  char *name;
  AccordDecimal need;
  AccordDecimal engagement;
  AccordDecimal impact;
  AccordDecimal deadweight;
  gint64 unit_value;
  int price_year;
  guint series;
  AccordDecimal attribution;
  AccordDecimal displacement;
  AccordDecimal leakage;
  guint lag_years;
  AccordDecimal drop_off;
  guint lasts;
  GArray *phasing;
  guint grade;
  AccordOutcomeClass outcome_class;
  AccordTiming timing;
  AccordDecimal cashable;
  GArray *gains;
  guint schedule;
  AccordSpread spread;
  char *source;
} AccordCbaOutcome;

/**
 * AccordCbaOption:
 * @uid: what the caller knows it by
 * @name: what it is called
 * @comparator: whether the others are measured against it; one option of a CBA at most
 * @preferred: whether it is the one proposed
 * @costs: (element-type AccordCbaCost): its costs
 * @outcomes: (element-type AccordCbaOutcome): its outcomes
 */
typedef struct
{
  char *uid;
  char *name;
  AccordComparator comparator;
  gboolean preferred;
  GPtrArray *costs;
  GPtrArray *outcomes;
} AccordCbaOption;

/**
 * AccordGradeTable:
 * @name: what it is called
 * @edition: (nullable): of when it is
 * @source: (nullable): where it was published, in words
 * @corrections: (element-type AccordDecimal): by grade, from grade 1
 */
typedef struct
{
  char *name;
  char *edition;
  char *source;
  GArray *corrections;
} AccordGradeTable;

/**
 * AccordCbaOrganisation:
 * @uid: what the caller knows it by
 * @name: what it is called
 */
typedef struct
{
  char *uid;
  char *name;
} AccordCbaOrganisation;

/**
 * AccordCba:
 * @title: what it is of
 * @base_year: the financial year, by the year it begins in, that is year 0; %ACCORD_NO_YEAR where years are
 * only numbered
 * @price_year: the year whose prices results are in, of the kind of years of the series; %ACCORD_NO_YEAR for
 *   the base year
 * @horizon: how many years are counted, 1 to %ACCORD_CBA_MOST_YEARS: years 0 to @horizon − 1
 * @organisations: (element-type AccordCbaOrganisation): everyone who pays or gains
 * @options: (element-type AccordCbaOption): what can be done
 * @schedules: (element-type AccordSchedule): discount schedules; the first is the appraisal's own
 * @series: (element-type AccordPriceSeries): price series
 * @grades: (nullable): what confidence grades correct by
 * @bias: (nullable): the optimism-bias table that worksheets go by
 * @groups: (element-type AccordCbaGroup): lines that move together
 *
 * A cost-benefit analysis.
 */
typedef struct
{
  char *title;
  int base_year;
  int price_year;
  guint horizon;
  GPtrArray *organisations;
  GPtrArray *options;
  GPtrArray *schedules;
  GPtrArray *series;
  AccordGradeTable *grades;
  AccordBiasTable *bias;
  GPtrArray *groups;
} AccordCba;

AccordCba *accord_cba_new (const char *title);
AccordCba *accord_cba_copy (const AccordCba *self);
void accord_cba_free (AccordCba *self);

AccordCbaOption *accord_cba_add_option (AccordCba *self, const char *uid, const char *name);
guint accord_cba_add_organisation (AccordCba *self, const char *uid, const char *name);
guint accord_cba_find_organisation (const AccordCba *self, const char *uid);
guint accord_cba_add_group (AccordCba *self, const char *name, AccordDecimal correlation);
guint accord_cba_find_comparator (const AccordCba *self);
AccordCbaCost *accord_cba_option_add_cost (AccordCbaOption *self, const char *uid, const char *name);
void accord_cba_cost_set_amount (AccordCbaCost *self, guint year, gint64 pence);
gint64 accord_cba_cost_get_amount (const AccordCbaCost *self, guint year);
AccordCbaOutcome *accord_cba_option_add_outcome (AccordCbaOption *self, const char *uid, const char *name);
void accord_cba_outcome_add_gain (AccordCbaOutcome *self, guint organisation, AccordDecimal share);

AccordGradeTable *accord_grade_table_new (const char *name, const char *edition, const char *source);
AccordGradeTable *accord_grade_table_copy (const AccordGradeTable *self);
void accord_grade_table_free (AccordGradeTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCba, accord_cba_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordGradeTable, accord_grade_table_free)

G_END_DECLS
