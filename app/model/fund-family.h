/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "funds.h"

G_BEGIN_DECLS

/**
 * AccordFundFamily:
 * @larger: the fund that this one is a share of, or %NULL
 * @shares: (element-type AccordFundSummary): the funds that are shares of this one, by name
 * @award: the known amounts of @shares together, in pence
 * @allocated: their allocations together, in pence
 * @paid: their payments together, in pence
 * @n_unknown: how many of @shares have an amount that nobody knows
 *
 * A fund among the funds that it is part of and that are part of it. The sums are those of the shares alone:
 * what is allocated or paid from the fund itself is not in them, and the shares of a share are that share's
 * own, so that no penny is counted twice.
 */
typedef struct
{
  AccordFundSummary *larger;
  GPtrArray *shares;
  gint64 award;
  gint64 allocated;
  gint64 paid;
  gint64 n_unknown;
} AccordFundFamily;

AccordFundFamily *accord_fund_family (AccordReader *reader, gint64 fund, GError **error);
void accord_fund_family_free (AccordFundFamily *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFundFamily, accord_fund_family_free)

G_END_DECLS
