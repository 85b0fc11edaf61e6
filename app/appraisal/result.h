/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check.h"

G_BEGIN_DECLS

/**
 * AccordDefined:
 * @ACCORD_DEFINED: the figure is a number
 * @ACCORD_UNDEFINED_NO_COSTS: PVC is nought
 * @ACCORD_UNDEFINED_NET_SAVER: PVC is below nought: it costs less than what it is measured against
 * @ACCORD_UNDEFINED_NEVER: it never pays back within the horizon
 * @ACCORD_UNDEFINED_NOTHING_PAID: there is nothing to pay back: the cumulative net is never below nought, and
 * the present value of costs is nought or below it
 * @ACCORD_UNDEFINED_NO_EFFECT: the input changes nothing, or no value of it in its range gets there
 *
 * Whether a figure is a number, and if not, why.
 */
typedef enum
{
  ACCORD_DEFINED,
  ACCORD_UNDEFINED_NO_COSTS,
  ACCORD_UNDEFINED_NET_SAVER,
  ACCORD_UNDEFINED_NEVER,
  ACCORD_UNDEFINED_NOTHING_PAID,
  ACCORD_UNDEFINED_NO_EFFECT,
} AccordDefined;

/**
 * AccordCbaValue:
 * @defined: whether it is a number
 * @value: the number; 0 where it is none, never a NaN
 */
typedef struct
{
  AccordDefined defined;
  double value;
} AccordCbaValue;

/**
 * AccordMoneyBand:
 *
 * Value-for-money band by BCR; a boundary belongs to the band above. Below 0, 1, 1.5, 2, 4, and from 4 on.
 */
typedef enum
{
  ACCORD_VFM_VERY_POOR,
  ACCORD_VFM_POOR,
  ACCORD_VFM_LOW,
  ACCORD_VFM_MEDIUM,
  ACCORD_VFM_HIGH,
  ACCORD_VFM_VERY_HIGH,
  ACCORD_VFM_NOT_DEFINED,
} AccordMoneyBand;

/**
 * AccordCbaLineSum:
 * @uid: (nullable): of the line; owned by the CBA
 * @is_outcome: whether it is an outcome
 * @index: in the option's costs or outcomes
 * @total: its amounts added up, real and corrected, in pence
 * @present: the same discounted
 * @years: (array): its amounts by year, real and corrected, in pence; horizon of them
 */
typedef struct
{
  const char *uid;
  gboolean is_outcome;
  guint index;
  double total;
  double present;
  const double *years;
} AccordCbaLineSum;

/**
 * AccordCbaYears:
 * @cost: pence, real, corrected
 * @benefit: likewise
 * @cashable: what of @benefit can be taken out as cash
 * @present_cost: discounted
 * @present_benefit: discounted
 * @present_cashable: discounted
 * @cumulative: of @benefit − @cost
 * @present_cumulative: of the discounted net
 *
 * Arrays by year, each horizon long; owned by the result.
 */
typedef struct
{
  double *cost;
  double *benefit;
  double *cashable;
  double *present_cost;
  double *present_benefit;
  double *present_cashable;
  double *cumulative;
  double *present_cumulative;
} AccordCbaYears;

/**
 * AccordCbaPosition:
 * @organisation: index in the CBA, or %ACCORD_CBA_NONE for what no organisation was named for
 * @years: its own costs and benefits by year
 * @present_cost: in pence
 * @present_benefit: in pence
 * @present_cashable: in pence
 * @present_net: benefit − cost
 * @present_cash_net: cashable − cost
 * @deepest: the year in which its cumulative net (undiscounted) is lowest; the first of several
 * @deepest_net: what it is then; 0 when it is never under water
 * @cash_deepest: the same of cash alone
 * @cash_deepest_net: likewise
 * @payback: the first year from which its cumulative net stays at or above nought; year 0 where it pays and
 *   is never under water
 *
 * Who pays, who gains.
 */
typedef struct
{
  guint organisation;
  AccordCbaYears years;
  double present_cost;
  double present_benefit;
  double present_cashable;
  double present_net;
  double present_cash_net;
  guint deepest;
  double deepest_net;
  guint cash_deepest;
  double cash_deepest_net;
  AccordCbaValue payback;
} AccordCbaPosition;

/**
 * AccordCbaSums:
 * @pvc: present value of costs
 * @pvb: present value of benefits
 * @npsv: @pvb − @pvc
 * @bcr: @pvb ÷ @pvc
 * @band: value for money by @bcr
 * @npc: net present cost, that is @pvc
 * @eac: @npc ÷ the annuity factor of the horizon
 * @payback: first year from which the cumulative net stays at or above nought; year 0 where there are costs
 *   and it is never below
 * @discounted_payback: the same, discounted
 * @present_cashable: present value of what is cashable
 * @roi: @present_cashable ÷ @pvc
 * @budget_impact: @present_cashable − @pvc: above nought a net saving, below it a net cost
 * @by_class: present benefits by #AccordOutcomeClass
 * @cashable_by_class: what of them is cashable
 * @by_kind: present costs by #AccordCostKind
 * @costs_by_timing: present costs by #AccordTiming
 * @benefits_by_timing: present benefits by #AccordTiming
 * @cashable_by_timing: present cashable benefits by #AccordTiming
 * @years: by year
 * @positions: (element-type AccordCbaPosition): every organisation of the CBA in its order, then, where there
 * is such, what none was named for; their sums are the totals
 *
 * All figures of one way of counting, in pence, real, in the prices of the price year.
 */
typedef struct
{
  double pvc;
  double pvb;
  double npsv;
  AccordCbaValue bcr;
  AccordMoneyBand band;
  double npc;
  double eac;
  AccordCbaValue payback;
  AccordCbaValue discounted_payback;
  double present_cashable;
  AccordCbaValue roi;
  double budget_impact;
  double by_class[3];
  double cashable_by_class[3];
  double by_kind[3];
  double costs_by_timing[2];
  double benefits_by_timing[2];
  double cashable_by_timing[2];
  AccordCbaYears years;
  GArray *positions;
} AccordCbaSums;

/**
 * AccordCbaResult:
 * @option: index of the option
 * @comparator: index of the option it is measured against, or %ACCORD_CBA_NONE; of the comparator itself too
 * @horizon: years counted
 * @factors: (array): discount factors of the appraisal's own schedule, by year
 * @own: the option alone
 * @net: the option less its comparator, which is what is reported; equal to @own where there is none
 * @lines: (element-type AccordCbaLineSum): the option's lines: costs, then outcomes, in their order
 *
 * What an option comes to. Figures are doubles of pence; they are rounded once, by accord_cba_pence(), when
 * they are shown. They do not depend on the order of lines or organisations: sums are taken in an order of
 * the lines' own contents.
 */
typedef struct
{
  guint option;
  guint comparator;
  guint horizon;
  double *factors;
  AccordCbaSums own;
  AccordCbaSums net;
  GArray *lines;
} AccordCbaResult;

/**
 * AccordCbaRun:
 *
 * A CBA made ready to be worked out many times: indices resolved, factors found, an order of lines settled.
 * It borrows from the CBA, which must outlive it and must not change meanwhile. It may be used by several
 * threads.
 */
typedef struct _AccordCbaRun AccordCbaRun;

AccordCbaRun *accord_cba_run_new (const AccordCba *cba, GArray **faults);
void accord_cba_run_free (AccordCbaRun *self);
AccordCbaResult *accord_cba_run_evaluate (const AccordCbaRun *self, guint option);
gboolean accord_cba_run_npsv (const AccordCbaRun *self, guint option, double *npsv);

AccordCbaResult *accord_cba_evaluate (const AccordCba *cba, guint option, GArray **faults);
AccordCbaResult *accord_cba_evaluate_flows (const gint64 *flows, guint n_flows,
                                            const AccordSchedule *schedule);
void accord_cba_result_free (AccordCbaResult *self);

gint64 accord_cba_pence (double pence);
void accord_cba_apportion (const double *parts, guint n_parts, gint64 *pence);
AccordMoneyBand accord_cba_band (AccordCbaValue bcr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCbaRun, accord_cba_run_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCbaResult, accord_cba_result_free)

G_END_DECLS
