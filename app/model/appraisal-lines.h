/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cba.h"
#include "record.h"

G_BEGIN_DECLS

/* The fields of cost and outcome records that hold a number a year, one a line: "2017/18 150000.00". */

/**
 * AccordYearAmount:
 * @year: the financial year, by the year it begins in
 * @amount: pence, or for parts of one an #AccordDecimal
 */
typedef struct
{
  int year;
  gint64 amount;
} AccordYearAmount;

GArray *accord_year_amounts_parse (const char *text, GError **error);
char *accord_year_amounts_format (const AccordYearAmount *amounts, guint n_amounts);
GArray *accord_year_parts_parse (const char *text, GError **error);
char *accord_year_parts_format (const AccordYearAmount *parts, guint n_parts);
gboolean accord_price_year_parse (const char *text, AccordPriceYears *years, int *year, GError **error);
char *accord_price_year_format (AccordPriceYears years, int year);

gboolean accord_cost_fill_line (AccordRecord *cost, const AccordCba *cba, AccordCbaCost *line,
                                GError **error);
gboolean accord_outcome_fill_line (AccordRecord *outcome, const AccordCba *cba, AccordCbaOutcome *line,
                                   GError **error);

G_END_DECLS
