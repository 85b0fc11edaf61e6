/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-file.h"
#include "appraisal-lines.h"
#include "result.h"

G_BEGIN_DECLS

/**
 * AccordPortfolioStanding:
 * @ACCORD_PORTFOLIO_READY: its appraisal can be worked out
 * @ACCORD_PORTFOLIO_NO_APPRAISAL: it has none
 * @ACCORD_PORTFOLIO_NO_OPTION: its appraisal has no option beside what others are measured against
 * @ACCORD_PORTFOLIO_FAULTY: something in its appraisal has to be put right first
 *
 * Whether a business case can be chosen by its figures.
 */
typedef enum
{
  ACCORD_PORTFOLIO_READY,
  ACCORD_PORTFOLIO_NO_APPRAISAL,
  ACCORD_PORTFOLIO_NO_OPTION,
  ACCORD_PORTFOLIO_FAULTY,
} AccordPortfolioStanding;

/**
 * AccordPortfolioCase:
 * @record: the business case
 * @standing: whether it can be chosen by its figures; if not, none of those below is known
 * @problem: (nullable): what has to be put right first
 * @option: (nullable): the name of the option that counts: the preferred one, or the one that is shown first
 * @preferred: whether it is preferred
 * @cost: what it asks of the fund, in pence: the option's capital and revenue costs of all years added up, in
 *   the prices of the appraisal's price year and with its corrections, not discounted; in-kind costs, which
 *   nobody pays, are left out, and costs below nought count as nought
 * @years: (element-type AccordYearAmount): @cost by financial year
 * @npsv: its net present social value against the comparator, in pence
 * @bcr: its benefit-cost ratio
 * @band: its value for money
 * @per_pound: @npsv ÷ @cost
 *
 * A business case that asks for money.
 */
typedef struct
{
  AccordRecord *record;
  AccordPortfolioStanding standing;
  char *problem;
  char *option;
  gboolean preferred;
  gint64 cost;
  GArray *years;
  gint64 npsv;
  AccordCbaValue bcr;
  AccordMoneyBand band;
  AccordCbaValue per_pound;
} AccordPortfolioCase;

/**
 * AccordPortfolioOrder:
 * @ACCORD_PORTFOLIO_BY_BCR: by benefit-cost ratio
 * @ACCORD_PORTFOLIO_BY_POUND: by NPSV for each pound of the fund
 * @ACCORD_PORTFOLIO_BY_NPSV: by NPSV
 *
 * How cases are ranked.
 */
typedef enum
{
  ACCORD_PORTFOLIO_BY_BCR,
  ACCORD_PORTFOLIO_BY_POUND,
  ACCORD_PORTFOLIO_BY_NPSV,
} AccordPortfolioOrder;

AccordPortfolioCase *accord_portfolio_case_new (const AccordAppraisalFile *file);
void accord_portfolio_case_free (AccordPortfolioCase *self);
GPtrArray *accord_portfolio_cases_read (AccordReader *reader, GError **error);
void accord_portfolio_cases_rank (GPtrArray *cases, AccordPortfolioOrder order);
gint64 accord_portfolio_case_get_year (const AccordPortfolioCase *self, int year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPortfolioCase, accord_portfolio_case_free)

G_END_DECLS
