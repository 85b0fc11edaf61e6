/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund-forecast.h"

#include "date.h"
#include "financial-year.h"
#include "fund-entries.h"
#include "fund.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define MONTHS_A_YEAR 12
#define FIRST_MONTH 4

#define MONTHS_SQL                                                                                           \
  "WITH " ACCORD_FUND_ENTRIES                                                                                \
  "SELECT " ACCORD_FUND_SUM ("paid = 1 AND date >= ?2 AND date < ?3") " FROM entry"

static gboolean
read_years (AccordReader *reader, gint64 fund, AccordFundForecast *self, GError **error)
{
  g_autoptr (GPtrArray) parts = accord_fund_divide (reader, fund, ACCORD_FUND_BY_YEAR, error);

  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      const AccordFundPart *part = parts->pdata[i];
      AccordFundYear *year = g_new0 (AccordFundYear, 1);

      year->year = part->key;
      year->allocated = part->allocated;
      year->paid = part->paid;
      year->n_allocations = part->n_allocations;
      year->n_payments = part->n_payments;
      year->forecast = ACCORD_UNKNOWN;
      g_ptr_array_add (self->years, year);
      if (!accord_money_subtract (year->allocated, year->paid, &year->variance))
        return accord_fund_fail_range (error);
    }
  return TRUE;
}

/* What was paid in the months of the year that have ended. The month that runs is half a month at best, and
 * many bodies pay at its end. */
static gboolean
read_months (AccordReader *reader, gint64 fund, const char *today, AccordFundForecast *self, GError **error)
{
  g_autofree char *start = accord_financial_year_start ((int) self->this_year);
  g_autofree char *month = g_strdup_printf ("%.7s-01", today);
  g_autoptr (AccordRows) rows = accord_reader_query (reader, MONTHS_SQL, error);

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, fund);
  accord_rows_bind_text (rows, 2, start);
  accord_rows_bind_text (rows, 3, month);
  /* Without GROUP BY there is always a row. */
  return accord_rows_next (rows, error) && accord_fund_read_sum (rows, 0, &self->paid_in_months, error);
}

/* @pence times @months out of @of, to the penny, halves away from nought. */
static gboolean
scale (gint64 pence, gint64 months, gint64 of, gint64 *scaled)
{
  gint64 product;

  if (__builtin_mul_overflow (pence, months, &product))
    return FALSE;
  *scaled = (product + (product < 0 ? -(of / 2) : of / 2)) / of;
  return TRUE;
}

static gboolean
has_payments (const AccordFundForecast *self)
{
  for (guint i = 0; i < self->years->len; i++)
    if (((const AccordFundYear *) self->years->pdata[i])->n_payments > 0)
      return TRUE;
  return FALSE;
}

static gboolean
forecast_year (AccordFundForecast *self, GError **error)
{
  if (!has_payments (self))
    self->year_reason = ACCORD_FORECAST_NO_PAYMENTS;
  else if (self->last_year != ACCORD_UNKNOWN && self->last_year < self->this_year)
    self->year_reason = ACCORD_FORECAST_ENDED;
  else if (self->months < ACCORD_FUND_FORECAST_MONTHS)
    self->year_reason = ACCORD_FORECAST_TOO_EARLY;
  else if (self->paid_in_months <= 0)
    self->year_reason = ACCORD_FORECAST_NOTHING_THIS_YEAR;
  else if (scale (self->paid_in_months, MONTHS_A_YEAR, self->months, &self->year_end))
    self->year_reason = ACCORD_FORECAST_KNOWN;
  else
    return accord_fund_fail_range (error);
  return TRUE;
}

/* Years that have ended come to what was paid in them; this one to its forecast. */
static void
fill_years (AccordFundForecast *self)
{
  for (guint i = 0; i < self->years->len; i++)
    {
      AccordFundYear *year = self->years->pdata[i];

      if (year->year != ACCORD_UNKNOWN && year->year < self->this_year)
        year->forecast = year->paid;
      else if (year->year == self->this_year)
        year->forecast = self->year_end;
    }
}

static gboolean
add_up_end (AccordFundForecast *self)
{
  gint64 ahead;

  self->end = 0;
  for (guint i = 0; i < self->years->len; i++)
    {
      const AccordFundYear *year = self->years->pdata[i];
      gint64 sum =
          year->year == self->this_year && self->end_reason == ACCORD_FORECAST_KNOWN ? 0 : year->paid;

      if (!accord_money_add (self->end, sum, &self->end))
        return FALSE;
    }
  if (self->end_reason == ACCORD_FORECAST_ENDED)
    return TRUE;
  return scale (self->paid_in_months, MONTHS_A_YEAR * (self->last_year - self->this_year + 1), self->months,
                &ahead)
         && accord_money_add (self->end, ahead, &self->end);
}

static gboolean
forecast_end (AccordFundForecast *self, GError **error)
{
  self->end_reason = self->year_reason;
  if (self->year_reason == ACCORD_FORECAST_KNOWN && self->last_year == ACCORD_UNKNOWN)
    self->end_reason = ACCORD_FORECAST_NO_LAST_YEAR;
  if (self->end_reason != ACCORD_FORECAST_KNOWN && self->end_reason != ACCORD_FORECAST_ENDED)
    return TRUE;
  return add_up_end (self) || accord_fund_fail_range (error);
}

static void
find_time (AccordFundForecast *self, const char *today)
{
  int month = atoi (today + 5);

  self->this_year = accord_financial_year_of_iso (today);
  self->months = (month - FIRST_MONTH + MONTHS_A_YEAR) % MONTHS_A_YEAR;
}

/**
 * accord_fund_forecast:
 * @reader: a reader
 * @fund: identifier of a fund
 * @today: today as an ISO date
 * @error: return location for %ACCORD_STORE_ERROR_NOT_FOUND, %ACCORD_MODEL_ERROR_RANGE or the store's own
 *   errors
 *
 * Where the payments of a fund lead. The method is the plain run rate: the months of this financial year that
 * have ended, counted from 1 April, are taken to be like those to come, so that the year comes to what was
 * paid in them, divided by their number, times twelve; and each further year up to the fund's last comes to
 * the same. The month that runs is left out, and so is what has a later date. It is an assumption of Accord's
 * own and takes no account of seasons, of payments once a quarter or of what is promised: it answers "if
 * things go on as they do". Under %ACCORD_FUND_FORECAST_MONTHS months nothing is forecast.
 *
 * Returns: (transfer full): the years and the forecast, or %NULL
 */
AccordFundForecast *
accord_fund_forecast (AccordReader *reader, gint64 fund, const char *today, GError **error)
{
  g_autoptr (AccordFundForecast) self = NULL;
  g_autoptr (AccordRecord) record = NULL;

  g_return_val_if_fail (accord_date_is_iso (today), NULL);

  record = accord_reader_get (reader, accord_kind_for_type (ACCORD_TYPE_FUND), fund, error);
  if (record == NULL)
    return NULL;
  self = g_new0 (AccordFundForecast, 1);
  self->years = g_ptr_array_new_with_free_func (g_free);
  self->year_end = self->end = ACCORD_UNKNOWN;
  self->last_year = accord_record_get_int (record, "last-year");
  find_time (self, today);
  if (!read_years (reader, fund, self, error) || !read_months (reader, fund, today, self, error)
      || !forecast_year (self, error))
    return NULL;
  fill_years (self);
  return forecast_end (self, error) ? g_steal_pointer (&self) : NULL;
}

void
accord_fund_forecast_free (AccordFundForecast *self)
{
  g_ptr_array_unref (self->years);
  g_free (self);
}

/* The years before have come to what was paid in them, so that what cannot be forecast is named. */
static char *
dup_reason (const AccordFundForecast *self, AccordForecastReason reason)
{
  g_autofree char *year = accord_financial_year_format ((int) self->this_year);

  switch (reason)
    {
    case ACCORD_FORECAST_NO_PAYMENTS:
      return g_strdup (_ ("Nothing has been paid yet, so that there is nothing to forecast from."));
    case ACCORD_FORECAST_TOO_EARLY:
      /* Translators: %s is a financial year. */
      return g_strdup_printf (_ ("%s cannot be forecast yet: fewer than three of its months have ended."),
                              year);
    case ACCORD_FORECAST_NOTHING_THIS_YEAR:
      /* Translators: %s is a financial year. */
      return g_strdup_printf (_ ("%s cannot be forecast: nothing was paid on balance in those of its months "
                                 "that have ended."),
                              year);
    case ACCORD_FORECAST_NO_LAST_YEAR:
      return g_strdup (
          _ ("The end of the fund cannot be forecast: its last financial year is not recorded."));
    case ACCORD_FORECAST_ENDED:
      return g_strdup (_ ("The fund has ended; what was paid is what it comes to."));
    default:
      return NULL;
    }
}

/**
 * accord_fund_forecast_dup_year_rule:
 * @self: a forecast
 *
 * Returns: (transfer full): how the forecast to the end of the financial year is made, or why there is none,
 * in sentences for people
 */
char *
accord_fund_forecast_dup_year_rule (const AccordFundForecast *self)
{
  g_autofree char *paid = NULL, *year = NULL;

  if (self->year_reason != ACCORD_FORECAST_KNOWN)
    return dup_reason (self, self->year_reason);
  paid = accord_money_format (self->paid_in_months, ACCORD_MONEY_POUNDS);
  year = accord_financial_year_format ((int) self->this_year);
  /* Translators: a sum, a number of months, a financial year, the number again. */
  return g_strdup_printf (
      _ ("Run rate: %s was paid in the %d months of %s that have ended; divided by %d and "
         "times twelve. It supposes that the months to come are like those."),
      paid, self->months, year, self->months);
}

/**
 * accord_fund_forecast_dup_end_rule:
 * @self: a forecast
 *
 * Returns: (transfer full): how the forecast to the end of the fund is made, or why there is none, in
 * sentences for people
 */
char *
accord_fund_forecast_dup_end_rule (const AccordFundForecast *self)
{
  g_autofree char *last = NULL;

  if (self->end_reason != ACCORD_FORECAST_KNOWN)
    return dup_reason (self, self->end_reason);
  last = accord_financial_year_format ((int) self->last_year);
  /* Translators: %s is a financial year. */
  return g_strdup_printf (
      _ ("What was paid in the years before, and the run rate of this year for this year and "
         "each one up to %s."),
      last);
}
