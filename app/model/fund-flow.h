/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fund-leaves.h"
#include "funds.h"
#include "query.h"

G_BEGIN_DECLS

/**
 * ACCORD_FUND_FLOW_MAX:
 *
 * How many parts a person follows at a glance; what is beyond stands together as "other".
 */
#define ACCORD_FUND_FLOW_MAX 6

/**
 * AccordFundEnd:
 * @label: what people call it, in their language
 * @allocated: in pence
 * @paid: in pence
 * @n_allocations: how many allocations
 * @n_payments: how many payments
 * @n_together: how many ends stand together here, 1 for most
 * @rows: the allocations behind it, or the payments where there is no allocation; %NULL where several ends
 *   stand together that no one list holds
 * @colour: which series
 *
 * Where money of a fund ends: a workstream or a purpose.
 */
typedef struct
{
  char *label;
  gint64 allocated;
  gint64 paid;
  gint64 n_allocations;
  gint64 n_payments;
  guint n_together;
  AccordQuery *rows;
  guint colour;
} AccordFundEnd;

/**
 * AccordFundGroup:
 * @label: what people call it, in their language
 * @allocated: in pence
 * @paid: in pence
 * @n_allocations: how many allocations
 * @n_payments: how many payments
 * @n_together: how many groups stand together here, 1 for most
 * @rows: the allocations or payments behind it, or %NULL
 * @ends: (element-type AccordFundEnd): what it is made of, the largest first
 * @colour: which series: the place among the categories, or the rank
 *
 * A category, an organisation or a financial year of a fund.
 */
typedef struct
{
  char *label;
  gint64 allocated;
  gint64 paid;
  gint64 n_allocations;
  gint64 n_payments;
  guint n_together;
  AccordQuery *rows;
  GPtrArray *ends;
  guint colour;
} AccordFundGroup;

/**
 * AccordFundFlow:
 * @award: the amount of the fund, or %ACCORD_UNKNOWN
 * @allocated: all allocations, in pence
 * @paid: all payments, in pence
 * @rest: what of @award is neither allocated nor, in a fund without allocations, paid; 0 where it is exceeded
 *   or not known
 * @beyond: by how much allocations, or payments where there are no allocations, exceed @award; 0 where they
 *   do not, or that is not known
 * @by_payments: whether the flow follows payments, because nothing was allocated
 * @groups: (element-type AccordFundGroup): where the money went: the largest first, categories and years in
 *   their order
 *
 * How a fund divides. Every penny of the allocations and payments is in exactly one end.
 */
typedef struct
{
  gint64 award;
  gint64 allocated;
  gint64 paid;
  gint64 rest;
  gint64 beyond;
  gboolean by_payments;
  GPtrArray *groups;
} AccordFundFlow;

AccordFundFlow *accord_fund_flow_new (const AccordFundSummary *fund, GPtrArray *leaves,
                                      AccordFundDivision division, guint most, GError **error);
void accord_fund_flow_free (AccordFundFlow *self);
gint64 accord_fund_flow_weigh (const AccordFundFlow *self, gint64 allocated, gint64 paid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFundFlow, accord_fund_flow_free)

G_END_DECLS
