/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "funds.h"

G_BEGIN_DECLS

/**
 * ACCORD_FUND_FORECAST_MONTHS:
 *
 * Under so many months that have ended, one large payment would decide a forecast.
 */
#define ACCORD_FUND_FORECAST_MONTHS 3

/**
 * AccordFundYear:
 * @year: the starting year of the financial year, or %ACCORD_UNKNOWN for what states none
 * @allocated: allocations of the year, in pence
 * @paid: payments made in it, in pence
 * @variance: @allocated less @paid: below nought where more was paid than allocated
 * @n_allocations: how many allocations
 * @n_payments: how many payments
 * @forecast: payments by the end of the year: those made, once it has ended; %ACCORD_UNKNOWN where nobody can
 *   say
 *
 * A financial year of a fund.
 */
typedef struct
{
  gint64 year;
  gint64 allocated;
  gint64 paid;
  gint64 variance;
  gint64 n_allocations;
  gint64 n_payments;
  gint64 forecast;
} AccordFundYear;

/**
 * AccordForecastReason:
 * @ACCORD_FORECAST_KNOWN: there is a forecast
 * @ACCORD_FORECAST_NO_PAYMENTS: nothing has been paid yet
 * @ACCORD_FORECAST_TOO_EARLY: fewer than %ACCORD_FUND_FORECAST_MONTHS months of the year have ended
 * @ACCORD_FORECAST_NOTHING_THIS_YEAR: nothing was paid in the months of the year that have ended
 * @ACCORD_FORECAST_NO_LAST_YEAR: nobody has recorded when the fund ends
 * @ACCORD_FORECAST_ENDED: the fund has ended: what was paid is what it comes to
 *
 * Why there is a forecast or none.
 */
typedef enum
{
  ACCORD_FORECAST_KNOWN,
  ACCORD_FORECAST_NO_PAYMENTS,
  ACCORD_FORECAST_TOO_EARLY,
  ACCORD_FORECAST_NOTHING_THIS_YEAR,
  ACCORD_FORECAST_NO_LAST_YEAR,
  ACCORD_FORECAST_ENDED,
} AccordForecastReason;

/**
 * AccordFundForecast:
 * @years: (element-type AccordFundYear): by year, what states no year last
 * @this_year: the starting year of the financial year that it is today
 * @last_year: the last financial year of the fund, or %ACCORD_UNKNOWN
 * @months: how many months of @this_year have ended
 * @paid_in_months: what was paid in them, in pence
 * @year_end: payments of @this_year by its end, in pence, or %ACCORD_UNKNOWN
 * @year_reason: why
 * @end: all payments by the end of @last_year, in pence, or %ACCORD_UNKNOWN
 * @end_reason: why
 *
 * What a fund spends by the financial year, and where that leads.
 */
typedef struct
{
  GPtrArray *years;
  gint64 this_year;
  gint64 last_year;
  int months;
  gint64 paid_in_months;
  gint64 year_end;
  AccordForecastReason year_reason;
  gint64 end;
  AccordForecastReason end_reason;
} AccordFundForecast;

AccordFundForecast *accord_fund_forecast (AccordReader *reader, gint64 fund, const char *today,
                                          GError **error);
void accord_fund_forecast_free (AccordFundForecast *self);
char *accord_fund_forecast_dup_year_rule (const AccordFundForecast *self);
char *accord_fund_forecast_dup_end_rule (const AccordFundForecast *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFundForecast, accord_fund_forecast_free)

G_END_DECLS
