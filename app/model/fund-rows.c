/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund-rows.h"

#include "financial-year.h"
#include "payment.h"

/* The rows behind the sums of a fund, payment by payment: what "entry" of fund-entries.h holds, as lists. */

/**
 * accord_fund_payments:
 * @fund: identifier of a fund
 *
 * Returns: (transfer full): the payments of a fund and of its allocations, the latest first: those that its
 * sums are made from
 */
AccordQuery *
accord_fund_payments (gint64 fund)
{
  const AccordKind *kind = accord_kind_for_type (ACCORD_TYPE_PAYMENT);
  AccordQuery *query = accord_query_new (kind);

  accord_query_add_number (query, (guint) accord_kind_find_field (kind, "fund"), ACCORD_OPERATOR_IN_EFFECT,
                           fund);
  accord_query_set_sort (query, accord_kind_find_field (kind, "date"), TRUE);
  return query;
}

/**
 * accord_fund_payments_of_category:
 * @fund: identifier of a fund
 * @category: (nullable): a category, or %NULL for what has none
 *
 * Returns: (transfer full): those that are of the category by their allocation or, where that says nothing,
 * by themselves
 */
AccordQuery *
accord_fund_payments_of_category (gint64 fund, const char *category)
{
  AccordQuery *query = accord_fund_payments (fund);
  const AccordKind *kind = accord_query_get_kind (query);

  accord_query_add_text (query, (guint) accord_kind_find_field (kind, "category"), ACCORD_OPERATOR_IN_EFFECT,
                         category);
  return query;
}

/**
 * accord_fund_payments_of_year:
 * @fund: identifier of a fund
 * @year: the starting year of a financial year
 *
 * Returns: (transfer full): those that were made in the year
 */
AccordQuery *
accord_fund_payments_of_year (gint64 fund, gint64 year)
{
  AccordQuery *query = accord_fund_payments (fund);
  guint date = (guint) accord_kind_find_field (accord_query_get_kind (query), "date");
  g_autofree char *start = accord_financial_year_start ((int) year);
  g_autofree char *end = accord_financial_year_end ((int) year);

  accord_query_add_text (query, date, ACCORD_OPERATOR_AT_LEAST, start);
  accord_query_add_text (query, date, ACCORD_OPERATOR_AT_MOST, end);
  return query;
}
