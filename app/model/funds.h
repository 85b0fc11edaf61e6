/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordFundSummary:
 * @fund: identifier of the fund
 * @name: what it is called
 * @type: its type, the word kept in the file
 * @award: its amount in pence, or %ACCORD_UNKNOWN
 * @allocated: its allocations together, in pence
 * @paid: its payments together, in pence
 * @uncommitted: @award less @allocated, or %ACCORD_UNKNOWN
 * @unspent: @allocated less @paid
 * @left: @award less @paid, or %ACCORD_UNKNOWN
 * @n_allocations: how many allocations it has
 * @n_payments: how many payments it has
 * @n_allocations_unknown: how many of @n_allocations have no amount, which @allocated leaves out
 * @n_payments_unknown: how many of @n_payments have no amount, which @paid leaves out
 *
 * What became of a fund. A sum below nought is money that is missing.
 */
typedef struct
{
  gint64 fund;
  char *name;
  char *type;
  gint64 award;
  gint64 allocated;
  gint64 paid;
  gint64 uncommitted;
  gint64 unspent;
  gint64 left;
  gint64 n_allocations;
  gint64 n_payments;
  gint64 n_allocations_unknown;
  gint64 n_payments_unknown;
} AccordFundSummary;

/**
 * AccordFundDivision:
 * @ACCORD_FUND_BY_CATEGORY: service, enabling, organisational structure; a payment is of its allocation's
 *   category or, without an allocation, of its own
 * @ACCORD_FUND_BY_YEAR: the financial year of an allocation, and that of the day on which a payment was made
 * @ACCORD_FUND_BY_ORGANISATION: who an allocation went to; a payment went to its allocation's organisation
 * or, where there is none, to its payee in the register
 *
 * How to divide a fund into parts.
 */
typedef enum
{
  ACCORD_FUND_BY_CATEGORY,
  ACCORD_FUND_BY_YEAR,
  ACCORD_FUND_BY_ORGANISATION,
} AccordFundDivision;

/**
 * AccordFundPart:
 * @category: the category, when divided by category, or %NULL
 * @key: the starting year, or the organisation's identifier; %ACCORD_UNKNOWN when nobody knows
 * @label: what people call the part, in their language
 * @allocated: allocations of this part in pence
 * @paid: payments of this part in pence
 * @allocated_share: @allocated in hundredths of one per cent of all allocations, or %ACCORD_UNKNOWN
 * @paid_share: @paid in hundredths of one per cent of all payments, or %ACCORD_UNKNOWN
 * @n_allocations: how many allocations
 * @n_payments: how many payments
 * @n_allocations_unknown: how many of them have no amount
 * @n_payments_unknown: how many of them have no amount
 *
 * One part of a fund. The parts of a division together are the whole fund: what is not known is a part too.
 */
typedef struct
{
  char *category;
  gint64 key;
  char *label;
  gint64 allocated;
  gint64 paid;
  gint64 allocated_share;
  gint64 paid_share;
  gint64 n_allocations;
  gint64 n_payments;
  gint64 n_allocations_unknown;
  gint64 n_payments_unknown;
} AccordFundPart;

void accord_fund_summary_free (AccordFundSummary *self);
char *accord_fund_summary_dup_notice (const AccordFundSummary *self);
AccordFundSummary *accord_fund_summary (AccordReader *reader, gint64 fund, GError **error);
GPtrArray *accord_funds_summary (AccordReader *reader, GError **error);

void accord_fund_part_free (AccordFundPart *self);
GPtrArray *accord_fund_divide (AccordReader *reader, gint64 fund, AccordFundDivision division,
                               GError **error);
gboolean accord_fund_spent_on_category (AccordReader *reader, gint64 fund, const char *category,
                                        gint64 *pence, gint64 *share, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFundSummary, accord_fund_summary_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFundPart, accord_fund_part_free)

G_END_DECLS
