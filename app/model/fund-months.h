/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * ACCORD_NO_MONTH:
 *
 * The month of payments without a date.
 */
#define ACCORD_NO_MONTH G_MININT

/**
 * AccordFundMonth:
 * @month: years times twelve and the month from 0, or %ACCORD_NO_MONTH
 * @paid: what was paid in it, in pence
 *
 * A month in which a fund paid.
 */
typedef struct
{
  int month;
  gint64 paid;
} AccordFundMonth;

GArray *accord_fund_months (AccordReader *reader, gint64 fund, GError **error);
int accord_month_of_iso (const char *iso);
char *accord_month_format (int month);

G_END_DECLS
