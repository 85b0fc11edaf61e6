/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordFundLeaf:
 * @category: the category, or %NULL where nobody knows
 * @organisation: who it went to, or %ACCORD_UNKNOWN
 * @organisation_name: what that is called, or %NULL
 * @workstream: the workstream, or %ACCORD_UNKNOWN
 * @workstream_name: what that is called, or %NULL
 * @purpose: the purpose of the allocations where there is no workstream, or %NULL for what was paid without
 * an allocation
 * @year: the starting year of the financial year, or %ACCORD_UNKNOWN
 * @allocated: allocations together, in pence
 * @paid: payments together, in pence
 * @n_allocations: how many allocations
 * @n_payments: how many payments
 *
 * The smallest parts into which a fund is divided. Together they are all of it, each penny once.
 */
typedef struct
{
  char *category;
  gint64 organisation;
  char *organisation_name;
  gint64 workstream;
  char *workstream_name;
  char *purpose;
  gint64 year;
  gint64 allocated;
  gint64 paid;
  gint64 n_allocations;
  gint64 n_payments;
} AccordFundLeaf;

void accord_fund_leaf_free (AccordFundLeaf *self);
GPtrArray *accord_fund_leaves (AccordReader *reader, gint64 fund, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFundLeaf, accord_fund_leaf_free)

G_END_DECLS
