/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fund-family.h"
#include "fund-forecast.h"
#include "fund-leaves.h"
#include "fund-months.h"

G_BEGIN_DECLS

/**
 * AccordFundData:
 * @summary: what became of the fund
 * @leaves: (element-type AccordFundLeaf): its parts
 * @forecast: its years, and where they lead
 * @months: (element-type AccordFundMonth): the months in which it paid
 * @family: the funds it belongs with
 * @claims: (element-type AccordClaimLine): what was said of it
 * @structures: what was paid for organisational structures, in pence, or %ACCORD_UNKNOWN
 * @structures_share: its share of all that was paid, in hundredths of one per cent, or %ACCORD_UNKNOWN
 * @structures_reason: why that cannot be said, or %NULL
 *
 * What the page of a fund shows, all of one moment.
 */
typedef struct
{
  AccordFundSummary *summary;
  GPtrArray *leaves;
  AccordFundForecast *forecast;
  GArray *months;
  AccordFundFamily *family;
  GPtrArray *claims;
  gint64 structures;
  gint64 structures_share;
  char *structures_reason;
} AccordFundData;

AccordFundData *accord_fund_data_read (AccordReader *reader, gint64 fund, const char *today, GError **error);
void accord_fund_data_free (AccordFundData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFundData, accord_fund_data_free)

G_END_DECLS
